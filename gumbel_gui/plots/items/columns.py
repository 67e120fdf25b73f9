"""Columns: stacked columns of one colour per class, for vectors on the simplex."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PyQt6 import sip
from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QBrush, QPainter

from gumbel_gui.core.arrays import Floats

COLUMN_WIDTH = 0.84
"""Of columns that are 1 apart."""


def rectangles(count: int) -> Any:
    """Return memory of many rectangles that Qt paints as it is, without an object for each."""
    return sip.array(QRectF, count)  # type: ignore[call-arg]  # its stub knows no constructor


class Columns(pg.GraphicsObject):  # type: ignore[misc]
    """Stacked columns of one colour per class in one item, which is far faster than K of them.

    Args:
        end: they lie between 0 and this.
    """

    def __init__(self, end: float) -> None:
        super().__init__()
        self._end = end
        self._brushes: list[QBrush] = []
        self._tops = np.zeros((0, 0))
        self._centres = np.zeros(0)

    def set_colours(self, brushes: Sequence[QBrush]) -> None:
        """Set the brush of each class, from the lowest part of a column to the highest."""
        self._brushes = list(brushes)
        self.update()

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
        if tops.shape != self._tops.shape:
            self._rects = rectangles(tops.size)
            self._numbers = np.frombuffer(self._rects, np.float64).reshape(*tops.shape, 4)
        self._tops = tops
        self._centres = np.arange(1.0, tops.shape[1] + 1) if centres is None else centres
        self._numbers[..., 0] = self._centres - np.multiply(widths, 0.5)
        self._numbers[..., 1] = 0
        self._numbers[..., 2] = widths
        self._numbers[..., 3] = tops
        self.update()

    def getData(self) -> tuple[Floats, Floats]:  # noqa: N802
        """Return places (columns,) and heights (K, columns), by the name other items have."""
        return self._centres, self._tops

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's)
        """Return where columns can be."""
        return QRectF(0, 0, self._end, 1)

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the columns (Qt calls this)."""
        painter.setPen(Qt.PenStyle.NoPen)
        # Each part reaches down to 0 and is covered by those below it: parts that merely touch
        # would show a seam where both edges are antialiased.
        columns = self._tops.shape[1]
        for k in reversed(range(len(self._tops))):
            painter.setBrush(self._brushes[k])
            painter.drawRects(self._rects[k * columns : (k + 1) * columns])
