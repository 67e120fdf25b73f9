"""Class bars: the share of each class with its 95 % interval, and a mark at the exact value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.estimates import proportion_intervals
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.canvas.in_view import Bars, Curve, ErrorBars
from gumbel_gui.plots.canvas.ranges import round_end
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.words.text import axis_names, is_unnamed

WIDTH = 0.62
MANY = 20
"""More bars than this are only a few pixels wide."""


class ClassBars:
    """A vertical bar per class, class k at x = k.

    Attributes:
        bars, intervals, marks: the items.
        ends: (K, 2), x of the ends of a mark across each bar.
        top: the upper end of the vertical axis.
        held: whether it stays there, whatever is shown: what is dragged in it would run away.

    Args:
        labels: returns the labels of K classes.
        headroom: the axis ends so many times above the highest share, in coarse steps.
        between: further items, which lie over the bars and under the marks.
    """

    def __init__(
        self,
        frame: Frame,
        style: Style,
        labels: Callable[[int], tuple[str, ...]],
        headroom: float,
        between: Sequence[Any],
    ) -> None:
        self._frame, self._style, self._labels = frame, style, labels
        self._headroom = headroom
        self._names: tuple[str, ...] = ()
        self.top, self.held = 1.0, False
        self.bars = Bars(x=[0], height=[0], width=WIDTH, pen=None)
        self.marks = Curve(connect="pairs", pen=style.pen(style.mark, 2))
        self.intervals = ErrorBars(
            x=np.zeros(1), y=np.zeros(1), beam=0.14, pen=style.pen(style.muted, style.line)
        )
        frame.add(self.bars, *between, self.marks, self.intervals)

    def show(self, counts: Whole, draws: int, exact: Floats, least: float = 0.0) -> None:
        """Show shares counts / draws and marks at the exact probabilities, all (K,).

        The axis holds them and ``least``.
        """
        if len(counts) != len(self._names):
            self._fit(len(counts))
        k, share = np.arange(len(counts)), counts / draws
        lower, upper = proportion_intervals(counts, draws)
        if not self.held:
            highest = max(upper.max(), exact.max(), least)
            self.top = self._headroom * min(round_end(highest), 1.0)
        self._frame.set_ranges((-self._room, len(k) - 1 + self._room), (0, self.top))
        self._frame.axis("bottom").set_names(self._names)
        self.bars.setOpts(x=k, height=share, brushes=self._brushes)
        self.intervals.setData(x=k, y=share, top=upper - share, bottom=share - lower)
        self.marks.setData(self.ends.ravel(), np.repeat(exact, 2))

    def spots(self, told: tuple[str, ...]) -> tuple[Spots, ...]:
        """Return the places of the bars, in all the height of the axis; row k is class k."""
        k = np.arange(len(self._names))
        return (Spots.boxes(told, k, (k - WIDTH / 2, k + WIDTH / 2), (0, self.top)),)

    def _fit(self, classes: int) -> None:
        """Prepare names, colours and ends of marks for K classes."""
        labels = self._labels(classes)
        self._names = axis_names(labels)
        self._brushes = self._style.class_brushes(range(classes))
        # Long names of thin bars need room at the ends of the axis.
        crowded = classes > MANY and not is_unnamed(labels)
        self._room = 0.05 * classes if crowded else 0.6
        # Beyond the bar where there is room; among many, the marks of neighbours must not touch.
        reach = 0.5 * WIDTH + (0.1 if classes <= MANY else 0.0)
        self.ends = np.arange(classes)[:, None] + np.array([-reach, reach])


def intervals_with(exact: Floats, counts: Whole, draws: int) -> int:
    """Return how many of the 95 % intervals of counts (K,) contain the exact value (K,)."""
    lower, upper = proportion_intervals(counts, draws)
    return int(((lower <= exact) & (exact <= upper)).sum())
