"""Ranges: ends of axes that fit what is shown and stay while it moves a little."""

from __future__ import annotations

import math
from collections.abc import Iterable

ROUND = (1, 1.2, 1.5, 1.8, 2.2, 2.6, 3, 3.5, 4, 5, 6, 7, 8, 9, 10)
"""Where axes may end, times a power of 10."""


def coarse_end(ends: Iterable[float], highest: float) -> float:
    """Return the first of ascending ends of an axis that is not below a value, or else the last."""
    listed = list(ends)
    return next((end for end in listed if highest <= end), listed[-1])


def round_end(highest: float) -> float:
    """Return an end of an axis for a value > 0: the least round number that is not below it.

    Axes from 0 are at least four fifths in use, and stay while the value moves between two of
    these numbers.
    """
    unit = 10.0 ** math.floor(math.log10(highest))
    return float(f"{coarse_end(ROUND, highest / unit * (1 - 1e-12)) * unit:.2g}")


class Extents:
    """The largest values that a plot has shown, by name, over the pictures of an animation."""

    def __init__(self) -> None:
        self._largest: dict[str, float] = {}

    def of(self, name: str, value: float) -> float:
        """Return the largest value of this name so far, this one included."""
        self._largest[name] = largest = max(value, self._largest.get(name, value))
        return largest
