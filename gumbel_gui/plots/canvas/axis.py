"""Axis: plain numbers, or names of classes, of which as many are shown as fit."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import pyqtgraph as pg
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter

from gumbel_gui.plots.canvas.key import own_clip
from gumbel_gui.plots.look.style import Style

MARGIN = 8
"""Pixels to the right of the axes, and by which the names of classes may reach beyond them."""
NAME_GAP = 7.0
"""Pixels between names on an axis."""
STEPS = (1, 2, 5, 10, 20, 50)
"""Where not every name has room, every second one has, or every fifth one …"""
NARROWEST_NAME = 46.0
"""Names on an axis are shortened down to this many pixels; then only some are shown."""
OVERHANG = 12
"""Pixels by which texts may reach beyond the ends of an axis."""


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis with plain numbers, a true minus sign and no SI prefixes."""

    def __init__(self, orientation: str, style: Style) -> None:
        self._metrics = QFontMetricsF(style.font())
        self._below = 2.0 * style.text_size + 12
        super().__init__(orientation)
        self._names: tuple[str, ...] = ()
        self._widest = 0.0
        self._texts: dict[int, str] = {}
        self.enableAutoSIPrefix(False)
        self.setPen(style.pen(style.axis))
        self.setTickPen(style.pen(style.axis))
        self.setTextPen(style.pen(style.muted))
        self.label.setDefaultTextColor(QColor(style.muted))
        self.setTickFont(style.font())
        self.setStyle(tickLength=4, maxTickLevel=0, hideOverlappingLabels=OVERHANG)
        if orientation == "left":
            self.setWidth(3.4 * style.text_size + 12)
        else:
            self.setHeight(self._below)

    def paint(self, painter: QPainter, *args: Any) -> None:
        """Paint the axis (Qt calls this)."""
        own_clip(painter, self.boundingRect())
        super().paint(painter, *args)

    def resizeEvent(self, event: Any = None) -> None:
        """Centre the name; beside an axis that is shorter it begins below the key (Qt calls it)."""
        if self.label is not None:
            self.label.setHtml(self.labelString())
        super().resizeEvent(event)
        if self.orientation == "left" and self.label is not None:
            self.label.setY(max(self.label.y(), self.label.boundingRect().width()))

    def labelString(self) -> str:  # noqa: N802 (pyqtgraph's)
        """Return the name as HTML; beside an axis, shortened to its length and the axis below."""
        name = str(self.labelText)
        if self.orientation == "left":
            room = max(self.size().height() + self._below - MARGIN, 0.0)
            name = self._metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        return escape(name)

    def set_names(self, names: Sequence[str]) -> None:
        """Label 0, 1, … by names; where not all have room, by every second one, or every fifth."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._widest = max(map(self._metrics.horizontalAdvance, names))
            self.picture = None
            self.update()

    def setTicks(self, ticks: Any) -> None:  # noqa: N802 (pyqtgraph's)
        """Set places and texts of ticks; the axis is painted anew if they are others."""
        if ticks != self._tickLevels:
            super().setTicks(ticks)

    def tickValues(self, low: float, high: float, size: float) -> Any:  # noqa: N802 (pyqtgraph's)
        """Return the places of ticks; where they have names, of those that are shown."""
        if not self._names:
            return super().tickValues(low, high, size)
        self._texts = self._fitting_names(low, max(size / (high - low), 1e-6), size)
        return [(1, sorted(self._texts))]

    def tickStrings(self, values: Any, *args: Any) -> list[str]:  # noqa: N802 (pyqtgraph's)
        """Return the texts of ticks."""
        if self._names:
            return [self._texts[round(v)] for v in values]
        return [text.replace("-", "−") for text in super().tickStrings(values, *args)]

    def _fitting_names(self, low: float, each: float, size: float) -> dict[int, str]:
        """Return the names at regular places that have room, ``each`` pixels apart, shortened."""
        count, needed = len(self._names), min(self._widest, NARROWEST_NAME) + NAME_GAP
        step = next((step for step in STEPS if step * each >= needed), count)
        middle, texts = Qt.TextElideMode.ElideMiddle, {}
        for k in range(0, count, step):
            centre = (k - low) * each
            beside = 2 * (min(centre, size - centre) + MARGIN)
            # Rounding must not shorten a name that is exactly as wide as its room.
            width = min(step * each - NAME_GAP, beside) + 0.5
            texts[k] = self._metrics.elidedText(self._names[k], middle, width)
        return texts
