"""Names: the base of items that write words beside marks, in pixels of their view."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter

from gumbel_gui.plots.canvas.axis import STEPS
from gumbel_gui.plots.canvas.key import own_clip
from gumbel_gui.plots.look.style import Style

ROUNDING = 0.5
"""Pixels by which a name may be longer than its room: rounding must not shorten it."""


def name_step(count: int, pitch: float, needed: float) -> int:
    """Return which of ``count`` names are shown, every nth one, where each needs some room.

    They are ``pitch`` pixels apart, and a name needs ``needed`` pixels.
    """
    return next((step for step in STEPS if step * pitch >= needed), count)


def shortened(name: str, metrics: QFontMetricsF, width: float) -> str:
    """Return a name, elided in its middle where it is wider than this."""
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width + ROUNDING)


class Names(pg.GraphicsObject):  # type: ignore[misc]
    """Words over a view. Subclasses return them and their places."""

    align = Qt.AlignmentFlag.AlignLeft

    def __init__(self, view: pg.ViewBox, style: Style) -> None:
        super().__init__(view)
        self._view = view
        self._style = style
        self._metrics = QFontMetricsF(style.font())
        view.sigResized.connect(self.prepareGeometryChange)

    def places(self) -> list[tuple[str, QRectF]]:
        """Return the names that are shown and where, in pixels of the view."""
        raise NotImplementedError

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's)
        """Return all of the view."""
        return QRectF(self._view.rect())

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the names (Qt calls this)."""
        own_clip(painter, self.boundingRect())
        painter.setFont(self._style.font())
        painter.setPen(self._style.pen(self._style.muted))
        flags = Qt.AlignmentFlag.AlignVCenter | self.align
        for name, place in self.places():
            painter.drawText(place, flags | Qt.TextFlag.TextDontClip, name)

    def pixels(self, x: float, y: float) -> QPointF:
        """Return a place of the axes in pixels of the view."""
        return QPointF(self._view.mapFromView(QPointF(x, y)))
