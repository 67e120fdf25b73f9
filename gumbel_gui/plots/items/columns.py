"""Stacks and columns: stacked parts of one colour per class, for vectors on the simplex."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pyqtgraph as pg
from PyQt6 import sip
from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QBrush, QPainter

from gumbel_gui.core.arrays import Floats
from gumbel_gui.plots.canvas.in_view import InView
from gumbel_gui.plots.look.style import Style

COLUMN_WIDTH = 0.84
"""Of columns that are 1 apart."""


class Stacks(InView, pg.GraphicsObject):  # type: ignore[misc]
    """Stacked parts of one colour per class in one item, which is far faster than K of them."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._brushes: list[QBrush] = []
        self._numbers = np.zeros((0, 0, 4))

    def set_classes(self, classes: int) -> bool:
        """Colour the parts of K classes, the first one's first; return whether K is another."""
        if len(self._brushes) == classes:
            return False
        self._brushes = self._style.class_brushes(range(classes))
        return True

    def parts(self, classes: int, stacks: int) -> Floats:
        """Return x, y, width and height of all parts, (K, stacks, 4), to be overwritten."""
        if self._numbers.shape[:2] != (classes, stacks):
            # Memory of rectangles that Qt paints as it is, without an object for each.
            self._rects = cast(Any, sip.array)(QRectF, classes * stacks)
            self._numbers = np.frombuffer(self._rects, np.float64).reshape(classes, stacks, 4)
        self.update()
        return self._numbers

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the parts (Qt calls this)."""
        painter.setPen(Qt.PenStyle.NoPen)
        # Each part reaches under those before it, which are painted after it: parts that merely
        # touch would show a seam where both edges are antialiased.
        stacks = self._numbers.shape[1]
        for k in reversed(range(len(self._numbers))):
            painter.setBrush(self._brushes[k])
            painter.drawRects(self._rects[k * stacks : (k + 1) * stacks])


class Columns(Stacks):
    """Columns that stand on y = 0."""

    _centres = np.zeros(0)

    def set_tops(
        self,
        tops: Floats,
        centres: Floats | None = None,
        widths: Floats | float = COLUMN_WIDTH,
    ) -> None:
        """Show columns whose parts end at these heights.

        Args:
            tops: (K, columns), ascending.
            centres: (columns,); 1, 2, … if not given.
            widths: of all columns, or (columns,).
        """
        numbers = self.parts(*tops.shape)
        self._centres = np.arange(1.0, tops.shape[1] + 1) if centres is None else centres
        numbers[..., 0] = self._centres - np.multiply(widths, 0.5)
        numbers[..., 2] = widths
        numbers[..., 3] = tops

    def getData(self) -> tuple[Floats, Floats]:  # noqa: N802
        """Return places (columns,) and heights (K, columns), by the name other items have."""
        return self._centres, self._numbers[..., 3].copy()
