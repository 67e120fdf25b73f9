"""HorizontalBars: one value per class beside a mark, on a scale of their own within a plot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QRectF, Qt

from gumbel_gui.core.arrays import Floats
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.canvas.in_view import Bars, Curve
from gumbel_gui.plots.canvas.ranges import round_end
from gumbel_gui.plots.items.names import Names, name_step, shortened
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.reading import Spots

THICKNESS, MARK = 0.56, 0.84
"""Height of a bar and of a mark, as shares of a row."""
WIDEST_ROW = 0.2
"""Bars of a few classes are no thicker than if rows had this height."""
GAP = 5.0
"""Pixels between a name and its bar, and between it and what is on its left."""


class HorizontalBars:
    """Bars in rows that fill 0 … 1 of the vertical axis, class 0 on top.

    Attributes:
        end: the number at the right end of the scale.
    """

    def __init__(self, frame: Frame, style: Style) -> None:
        self._style = style
        self._left, self._length = 0.0, 1.0
        self._y = np.zeros(1)
        self.end = 1.0
        self._bars = Bars(x=[0], y=[0], height=[0], width=[0], pen=None)
        self._marks = Curve(connect="pairs", pen=style.pen(style.mark, 2))
        self._axes = Curve(pen=style.pen(style.axis))
        self._names = BarNames(frame.vb, style)
        frame.add(self._bars, self._axes, self._marks)

    def fit(self, names: Sequence[str], left: float, length: float, free: float) -> None:
        """Prepare for these classes.

        Args:
            names: of all classes.
            left: where the bars begin on the horizontal axis.
            length: of the scale.
            free: from where on, left of the bars, there is room for names.
        """
        classes = len(names)
        self._left, self._length = left, length
        self._y = 1 - (np.arange(classes) + 0.5) / classes
        self._brushes = self._style.class_brushes(range(classes))
        self._names.set_names(names, free, left)
        self._axes.setData(np.array([left, left, left + length]), np.array([1.0, 0.0, 0.0]))

    def show(self, values: Floats, marks: Floats) -> None:
        """Show values and marks, each (K,) and from 0 to 1; the scale moves in coarse steps."""
        highest = max(float(values.max()), float(marks.max()))
        self.end = min(round_end(highest), 1.0)
        unit = self._length / self.end
        lengths = unit * np.minimum(values, self.end)
        row = min(1 / len(values), WIDEST_ROW)
        thickness = np.full(len(values), THICKNESS * row)
        self._bars.setOpts(
            x=self._left + lengths / 2,
            width=lengths,
            y=self._y,
            height=thickness,
            brushes=self._brushes,
        )
        reach = 0.5 * MARK * row * np.array([-1.0, 1.0])
        places = self._left + unit * np.minimum(marks, self.end)
        self._marks.setData(np.repeat(places, 2), (self._y[:, None] + reach).ravel())

    def spots(self, told: tuple[str, ...]) -> tuple[Spots, ...]:
        """Return the rows of the bars, as long as the scale; row k of the table is class k."""
        k, half = np.arange(len(self._y)), 0.5 / len(self._y)
        x = self._left, self._left + self._length
        return (Spots.boxes(told, k, x, (self._y - half, self._y + half)),)

    def ticks(self, title: str) -> list[tuple[float, str]]:
        """Return ticks for the bottom axis, and between them a title on a second line."""
        texts = ("0", f"\n{title}", f"{self.end:g}")
        places = self._left + self._length * np.array([0.0, 0.5, 1.0])
        return list(zip(places.tolist(), texts, strict=True))


class BarNames(Names):
    """Names of rows that fill 0 … 1, the first on top, right-aligned in a gap between two x."""

    align = Qt.AlignmentFlag.AlignRight

    def __init__(self, view: pg.ViewBox, style: Style) -> None:
        super().__init__(view, style)
        self._names: tuple[str, ...] = ()
        self._gap = (0.0, 1.0)

    def set_names(self, names: Sequence[str], low: float, high: float) -> None:
        """Show these names between these places of the horizontal axis."""
        self._names, self._gap = tuple(names), (low, high)
        self.update()

    def places(self) -> list[tuple[str, QRectF]]:
        """Return the names that are shown and where, in pixels of the view."""
        classes = len(self._names)
        if not classes:
            return []
        top_left, bottom_right = self.pixels(self._gap[0], 1.0), self.pixels(self._gap[1], 0.0)
        row = (bottom_right.y() - top_left.y()) / classes
        # Letters are lower than a line of text: rows of names may be as close as this.
        height = 0.9 * self._style.text_size
        step = name_step(classes, row, height)
        left, width = top_left.x() + GAP, bottom_right.x() - top_left.x() - 2 * GAP
        shown = []
        for k in range(0, classes, step):
            name = shortened(self._names[k], self._metrics, width)
            top = top_left.y() + (k + 0.5) * row - height / 2
            top = max(min(top, self._view.height() - height), 0.0)
            shown.append((name, QRectF(left, top, width, height)))
        return shown
