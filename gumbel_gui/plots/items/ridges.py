"""Ridges: a row for each class with its histogram, the exact density, a mean and a mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PyQt6.QtGui import QFontMetricsF

from gumbel_gui.core.arrays import Floats, Indices, Whole
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.ranges import coarse_end
from gumbel_gui.plots.items.class_curves import SHOWN, ClassCurves
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.words.text import axis_names, elided

TOPS = (0.5, 0.7, 1, 1.5, 2.5, 5, 10)
"""Densities that the height of a row may stand for."""
BASE, HEIGHT = 0.12, 0.8
"""Where a ridge stands in its row, and how high it may be, in rows."""
MARK, DOT, PIN = (-0.08, 0.5), 0.22, (0.4, 0.62)
"""Ends of a mark, height of a mean, and of the head of a pin, over the base of a row."""
PALE = 0.4
"""Share of the ground in the colour of a ridge."""
FEW = 6
"""Dots of more rows than this are smaller."""
LONGEST = 9
"""Letters of the name of a row."""
TOGETHER = (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30)
"""How many bins may be drawn as one."""
SCOTT = 3.5
"""Standard deviations times n^(−1/3): a width of bins that shows a density best."""


def coarse_density(counts: Whole, wins: Whole, width: float, spread: float) -> Floats:
    """Return densities (K, bins): of few values, over several bins at once.

    Args:
        counts: of values in each bin, (K, bins); bins is a multiple of 60.
        wins: how many values there are, (K,), those beyond the bins too.
        width: of a bin.
        spread: about the standard deviation of a value.

    Source: Scott (1979), On Optimal and Data-Based Histograms.
    """
    density = np.zeros(counts.shape)
    for k in np.flatnonzero(wins):
        wanted = SCOTT * spread * float(wins[k]) ** (-1 / 3) / width
        together = max((each for each in TOGETHER if each <= wanted), default=1)
        sums = counts[k].reshape(-1, together).sum(axis=1) / (wins[k] * width * together)
        density[k] = np.repeat(sums, together)
    return density


class Ridges:
    """Histograms in rows, of the most probable classes where there are many.

    Attributes:
        shown: the classes that have a row of their own, from the top down.
    """

    def __init__(self, frame: Frame, style: Style) -> None:
        self._frame, self._style = frame, style
        self._curves = ClassCurves(frame.panes[0], style, fill=PALE)
        self._exact = Curve(pen=style.pen(style.mark, style.line), antialias=True)
        # The ground beside a mark keeps it apart from a ridge of any colour.
        pens = style.pen(style.surface, 5), style.pen(style.mark, 2)
        self._marks = [Curve(connect="pairs", pen=pen) for pen in pens]
        edge = style.pen(style.surface)
        self._means = Dots(pen=edge)
        self._pins = Curve(connect="pairs", pen=style.pen(style.text))
        self._heads = Dots(pen=edge)
        for z, item in enumerate((self._exact, *self._marks, self._pins, self._heads, self._means)):
            item.setZValue(z + 1)
            frame.add(item)
        self._ticks = FittingTicks(frame.panes[0], "left", style)
        self._classes, self._top = 0, 1.0
        self._ends = (0.0, 1.0)

    @property
    def shown(self) -> tuple[int, ...]:
        """The classes that have a row of their own, from the top down."""
        return self._curves.shown

    def fit(self, labels: Sequence[str], order: Sequence[int], ends: tuple[float, float]) -> bool:
        """Make, colour and name the rows of these classes; return whether K is another.

        Args:
            labels: of all classes.
            order: all classes; where there are many, the first of them have rows.
            ends: of the horizontal axis.
        """
        curves, style, classes = self._curves, self._style, len(labels)
        another = curves.fit(classes)
        self._ends = ends
        self._frame.set_ranges(ends, (-len(curves) - curves.crowded, 0))
        if another:
            names = [elided(name, LONGEST) for name in axis_names(labels)]
            self._names = *names, f"+ {classes - SHOWN}"
            widest = max(map(QFontMetricsF(style.font()).horizontalAdvance, self._names))
            self._frame.axis("left").setWidth(widest + 2 * style.text_size + 8)
            self._frame.layout.activate()  # Qt does it later, after the next picture
        if curves.choose(order, ascending=True):
            shown = (*curves.shown, -1)[: len(curves) + curves.crowded]
            ticks = [(-0.5 - row, self._names[k]) for row, k in enumerate(shown)]
            self._ticks.set_choices(*(ticks[::step] for step in (1, 2, 4)))
        return another

    def show(self, edges: Floats, density: Floats, x: Floats, exact: Floats) -> float:
        """Show densities (K, bins) between edges (bins + 1,), and exact ones at x.

        Args:
            edges: of the bins.
            density: of all classes.
            x: (m,).
            exact: (K, m), or (0, m) for none.

        Returns:
            the density that the height of a row stands for.
        """
        curves = self._curves
        highest = max(float(density.max()), float(exact.max(initial=0.0)))
        self._top = coarse_end(TOPS, self._frame.extent("density", highest))
        along, rows = np.repeat(edges, 2)[1:-1], np.repeat(density, 2, axis=1)
        for (curve, k), base in zip(curves, self._bases(len(curves)), strict=True):
            curve.setData(along, base + self._heights(rows[k]), fillLevel=np.float32(base))
        last = self._bases(len(curves) + 1)[-1]
        rest = np.setdiff1d(np.arange(len(density)), self.shown)
        curves.others.set_rows(along, last + self._heights(rows[rest]))
        bases = self._bases(len(curves))[:, None]
        chosen = exact[list(self.shown)] if len(exact) else exact
        self._exact.set_rows(x, bases[: len(chosen)] + self._heights(chosen))
        return self._top

    def show_means(self, means: Floats, marks: Floats) -> None:
        """Show a mean and a mark for each class, (K,); NaN and what is beyond the axis is not."""
        bases, shown = self._bases(len(self.shown)), np.array(self.shown)
        at = self._inside(marks[shown])
        ends = (bases[at, None] + MARK).ravel()
        for each in self._marks:
            each.setData(np.repeat(marks[shown][at], 2), ends)
        at = self._inside(means[shown])
        brushes = [self._curves.brushes[row] for row in at]
        size = self._style.unit * (9 if len(shown) <= FEW else 7)
        self._means.setData(x=means[shown][at], y=bases[at] + DOT, size=size, brush=brushes)

    def pin(self, values: Mapping[int, float], winner: int = -1) -> None:
        """Put a pin at a value of some classes, the winner's larger; those without a row are last.

        A value beyond the axis is shown at its end.
        """
        rows = {k: row for row, k in enumerate(self.shown)}
        places = np.array([rows.get(k, len(rows)) for k in values], np.intp)
        bases = self._bases(len(rows) + 1)[places]
        x = np.clip(np.array([*values.values()], np.float64), *self._ends)
        won = np.array([k == winner for k in values], bool)
        tops = bases + np.where(won, *PIN[::-1])
        self._pins.setData(np.repeat(x, 2), np.stack([bases, tops], axis=1).ravel())
        size, brush = self._style.unit * np.where(won, 9, 6), self._style.class_brushes(values)
        self._heads.setData(x=x, y=tops, size=size, brush=brush)

    def spots(
        self, told: Sequence[str], of_row: Sequence[str], edges: Floats, means: Floats, first: int
    ) -> tuple[Spots, ...]:
        """Return the bins in all the height of their row, and on them the means.

        Args:
            told: columns of a bin.
            of_row: columns of a class.
            edges: of the bins, (bins + 1,).
            means: (K,).
            first: row of the table at which the bins begin, class by class; row k is class k.
        """
        bins, shown = len(edges) - 1, np.array(self.shown)
        bases = self._bases(len(shown))
        low = bases[:, None] - BASE
        rows = first + bins * shown[:, None] + np.arange(bins)
        found = Spots.boxes(told, rows, (edges[:-1], edges[1:]), (low, low + 1))
        return found, Spots.points(of_row, shown, means[shown], bases + DOT)

    def _inside(self, values: Floats) -> Indices:
        """Return which values (m,) are on the axis."""
        low, high = self._ends
        return np.flatnonzero((values >= low) & (values <= high))

    def _heights(self, density: Floats) -> Floats:
        return np.asarray(HEIGHT * np.minimum(density / self._top, 1.0), np.float64)

    def _bases(self, rows: int) -> Floats:
        """Return where the ridges of so many rows stand, from the top down."""
        return np.asarray(BASE - 1.0 - np.arange(rows), np.float64)
