"""Rug: the values of one draw as strokes on the bottom axis, the winner's with a dot."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QPainter, QPen

from gumbel_gui.core.arrays import AnyFloats, Floats
from gumbel_gui.plots.canvas.in_view import InView
from gumbel_gui.plots.look.style import Style

SHORT, LONG = 0.05, 0.1
"""Heights of a class's and of the winner's stroke, as shares of the vertical axis."""
DOT = 8
"""Diameter in pixels at 96 dpi for text of ``TEXT_SIZE``."""
CROWD = 12
"""Of more classes than this only the winner's stroke has its colour."""


class Rug(InView, pg.GraphicsObject):  # type: ignore[misc]
    """Strokes on the axis, one per class; a single item, since many are slow to paint."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._strokes: list[tuple[float, float, QPen]] = []
        self._dot, self._low = style.brush(style.muted), 0.0
        self.setZValue(5)

    def clear(self) -> None:
        """Show nothing."""
        self._strokes = []
        self.update()

    def show_values(self, values: AnyFloats, winner: int, ends: tuple[float, float]) -> None:
        """Show values (K,), which lie within the axis, for the ends of the vertical axis."""
        low, high = ends
        self._low = low
        style, crowd = self._style, len(values) > CROWD
        order = [k for k in range(len(values)) if k != winner] + [winner]  # the winner is on top
        self._strokes = [
            (
                float(values[k]),
                low + (LONG if k == winner else SHORT) * (high - low),
                style.pen(style.muted if crowd and k != winner else style.class_colour(k), 2),
            )
            for k in order
        ]
        self._dot = style.brush(style.class_colour(winner))
        self.update()

    def getData(self) -> tuple[Floats, Floats]:  # noqa: N802
        """Return the upper ends (strokes,), by the name other items have."""
        ends = np.array([stroke[:2] for stroke in self._strokes]).reshape(-1, 2)
        return ends[:, 0], ends[:, 1]

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the strokes (Qt calls this)."""
        for x, height, pen in self._strokes:
            painter.setPen(pen)
            painter.drawLine(QPointF(x, self._low), QPointF(x, height))
        if self._strokes:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._dot)
            wide, high = (
                DOT / 2 * self._style.unit * length for length in self.getViewBox().viewPixelSize()
            )
            painter.drawEllipse(QPointF(*self._strokes[-1][:2]), wide, high)
