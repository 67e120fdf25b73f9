"""Axis: plain numbers, or names of classes, of which as many are shown as fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFontMetricsF, QPainter

from gumbel_gui.plots.canvas.key import own_clip
from gumbel_gui.plots.look.style import Style

MARGIN = 8
"""Pixels to the right of the axes, and by which the names of classes may reach beyond them."""
NAME_GAP, CLOSE_GAP = 7.0, 5.0
"""Pixels between names on an axis, where all are shown and where only some are."""
NARROWEST_NAME = 46.0
"""Names on an axis are shortened down to this many pixels; then only some are shown."""
OVERHANG = 12
"""Pixels by which texts may reach beyond the ends of an axis."""


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis with plain numbers, a true minus sign and no SI prefixes."""

    def __init__(self, orientation: str, style: Style) -> None:
        super().__init__(orientation)
        self._names: tuple[str, ...] = ()
        self._order: tuple[int, ...] = ()
        self._widths: list[float] = []
        self._texts: dict[int, str] = {}
        self._room = (0.0, 1e-6, 0.0)
        self._metrics = QFontMetricsF(style.font())
        self.enableAutoSIPrefix(False)
        self.setPen(style.pen(style.axis))
        self.setTickPen(style.pen(style.axis))
        self.setTextPen(style.pen(style.muted))
        self.setTickFont(style.font())
        self.setStyle(tickLength=4, maxTickLevel=0, hideOverlappingLabels=OVERHANG)
        if orientation == "left":
            self.setWidth(3.4 * style.text_size + 12)
        else:
            self.setHeight(2 * style.text_size + 12)

    def paint(self, painter: QPainter, *args: Any) -> None:
        """Paint the axis (Qt calls this)."""
        own_clip(painter, self.boundingRect())
        super().paint(painter, *args)

    def set_names(self, names: Sequence[str], order: tuple[int, ...] = ()) -> None:
        """Label 0, 1, … by these names, shortened where they must be.

        Args:
            names: of all places.
            order: where not all names fit, those of these places come first.
        """
        if tuple(names) != self._names:
            self._names, self._order = tuple(names), order
            self._widths = [self._metrics.horizontalAdvance(name) for name in names]
        elif order != self._order:
            self._order = order
            if self._texts == self._fitting_names(*self._room):
                return
        else:
            return
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
        self._room = (low, max(size / (high - low), 1e-6), size)
        self._texts = self._fitting_names(*self._room)
        return [(1, sorted(self._texts))]

    def tickStrings(self, values: Any, *args: Any) -> list[str]:  # noqa: N802 (pyqtgraph's)
        """Return the texts of ticks."""
        if self._names:
            return [self._texts[round(v)] for v in values]
        return [text.replace("-", "−") for text in super().tickStrings(values, *args)]

    def _fitting_names(self, low: float, each: float, size: float) -> dict[int, str]:
        """Return all names, or those that come first and overlap none before them."""
        widths = self._widths
        if min(max(widths) + NAME_GAP, NARROWEST_NAME) <= each:
            return {k: self._shortened(k, each - NAME_GAP) for k in range(len(widths))}
        widest = max(NARROWEST_NAME, size / 6) - NAME_GAP
        placed: dict[int, tuple[float, float]] = {}
        for k in self._order or range(len(widths)):
            centre = (k - low) * each
            half = min(widths[k] / 2, widest / 2, min(centre, size - centre) + MARGIN)
            if all(
                abs(centre - other) >= half + reach + CLOSE_GAP for other, reach in placed.values()
            ):
                placed[k] = (centre, half)
        return {k: self._shortened(k, 2 * half) for k, (_, half) in placed.items()}

    def _shortened(self, k: int, width: float) -> str:
        middle = Qt.TextElideMode.ElideMiddle
        # Rounding must not shorten a name that is exactly as wide as its room.
        return self._metrics.elidedText(self._names[k], middle, width + 0.5)
