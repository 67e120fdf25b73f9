"""Names beside the marks of rows: colour alone does not tell many classes apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter

from gumbel_gui.plots.canvas.key import own_clip
from gumbel_gui.plots.look.style import Style

_GAP = 4.0
_MARK = 3.5
"""Half the height of a mark in pixels."""


class RowNames(pg.GraphicsObject):  # type: ignore[misc]
    """A text beside each of some rows in a view, as many as there is room for."""

    def __init__(self, view: pg.ViewBox, style: Style) -> None:
        super().__init__(view)
        self._view = view
        self._style = style
        self._metrics = QFontMetricsF(style.font())
        self._rows: list[tuple[str, float, float, float]] = []
        view.sigResized.connect(self.prepareGeometryChange)

    def set_rows(self, rows: Sequence[tuple[str, float, float, float]]) -> None:
        """Show these names.

        Args:
            rows: a name, the least and the greatest x of its marks, and y < 0, as in the view;
                those that matter most come first.
        """
        self._rows = list(rows)
        self.update()

    def places(self) -> list[tuple[str, QRectF]]:
        """Return the names that are shown and where, in pixels of the view.

        A name that would cover the mark of another row, or a name before it, is left out.
        """
        marks = [
            QRectF(self._pixels(low, y), self._pixels(high, y)).adjusted(
                -_MARK, -_MARK, _MARK, _MARK
            )
            for _, low, high, y in self._rows
        ]
        placed: list[tuple[str, QRectF]] = []
        for (name, *_), mark in zip(self._rows, marks, strict=True):
            taken = [other for other in marks if other != mark] + [other for _, other in placed]
            for place in self._beside(mark, name):
                if not any(place.intersects(other) for other in taken):
                    placed.append((name, place))
                    break
        return placed

    def _beside(self, mark: QRectF, name: str) -> list[QRectF]:
        """Return where a name can be: right of a mark, left of it, or under a long one."""
        width, height = self._metrics.horizontalAdvance(name), 0.8 * self._style.text_size
        middle = mark.center().y() - height / 2
        places = [(mark.right() + _GAP, middle), (mark.left() - _GAP - width, middle)]
        if mark.width() > width + 2 * _GAP:
            places.append((mark.center().x() - width / 2, mark.center().y() + 2))
        highest, lowest = self._pixels(0, 0).y() + 1, self._view.height() - height
        return [
            QRectF(x, max(min(y, lowest), highest), width, height)
            for x, y in places
            if x >= 0 and x + width <= self._view.width()
        ]

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's)
        """Return all of the view."""
        return QRectF(self._view.rect())

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the names (Qt calls this)."""
        own_clip(painter, self.boundingRect())
        painter.setFont(self._style.font())
        painter.setPen(self._style.pen(self._style.muted))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for name, place in self.places():
            painter.drawText(place, flags | Qt.TextFlag.TextDontClip, name)

    def _pixels(self, x: float, y: float) -> QPointF:
        point: QPointF = self._view.mapFromView(QPointF(x, y))
        return point
