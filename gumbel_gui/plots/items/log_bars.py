"""LogBars: the share of each class with its 95 % interval, on a logarithmic axis."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.estimates import proportion_intervals
from gumbel_gui.plots.items.class_bars import ClassBars
from gumbel_gui.plots.words.text import power_of_ten

LOWEST = -9
"""Power of 10 below which the axis never begins."""
ROOM = 0.8
"""The smallest share is above this multiple of the axis' beginning, so that its bar is seen."""


class LogBars(ClassBars):
    """A bar per class over y = log₁₀(share) − floor, so that the axis begins at 0.

    Attributes:
        floor: the power of 10 at which the axis begins.
    """

    floor = 0

    def heights(self, shares: Floats) -> Floats:
        """Return where shares (...) are on the axis; 0 for those below it."""
        with np.errstate(divide="ignore"):
            return np.asarray(np.maximum(np.log10(shares) - self.floor, 0.0))

    def show_shares(self, counts: Whole, draws: int, exact: Floats, *others: Floats) -> None:
        """Show shares counts / draws and marks at exact ones, (K,), or none if it is empty.

        The axis holds the others, (K,) each, too.
        """
        if len(counts) != len(self._names):
            self._fit(len(counts))
        share = counts / draws
        shown = np.concatenate([share, exact, *others])
        least = math.floor(math.log10(ROOM * shown[shown > 0].min()))
        self.floor = max(min(least, -1), LOWEST)
        self.top = float(-self.floor)
        k = np.arange(len(counts))
        self._frame.set_ranges((-self._room, len(k) - 1 + self._room), (0, self.top))
        self._frame.axis("bottom").set_names(self._names)
        y, low, high = map(self.heights, (share, *proportion_intervals(counts, draws)))
        self.bars.setOpts(x=k, height=y, brushes=self._brushes)
        self.intervals.setData(x=k, y=y, top=high - y, bottom=y - low)
        self.mark_shares(self.marks, exact)

    def mark_shares(self, item: Any, shares: Floats) -> None:
        """Put marks across the bars at shares (K,) that are on the axis; none if it is empty."""
        y = self.heights(shares)
        x, y = self.ends[: len(y)][y > 0].ravel(), np.repeat(y[y > 0], 2)
        # An item that never had data cannot tell where it is.
        item.setData(*((x, y) if x.size else (np.zeros(2), np.zeros(2))))

    def ticks(self, step: int) -> list[tuple[float, str]]:
        """Return ticks at every nth power of 10, from the top down."""
        powers = range(0, self.floor - 1, -step)
        return [(float(power - self.floor), power_of_ten(power)) for power in powers]
