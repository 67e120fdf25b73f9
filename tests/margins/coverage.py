"""How often the margins of a case are shown, and how often they hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from margins.cases import Case

LEAST, MOST = 0.93, 0.995
RARELY = 30
"""Of fewer seeds with a margin nothing is said."""


@dataclass(frozen=True)
class Cell:
    """What one case gave with one number of draws.

    Attributes:
        seeds: how many.
        shown, covered: those with a margin, and among them those in which it holds.
        bounds, held: those with a bound in place of a margin, and among them those that hold.
    """

    seeds: int
    shown: int
    covered: int
    bounds: int
    held: int

    @property
    def coverage(self) -> float:
        """How often the margin holds where it is shown."""
        return self.covered / self.shown

    def wrong(self, discrete: bool) -> str:
        """Return what is wrong, in words; nothing if all is well."""
        if self.bounds >= RARELY and self.held / self.bounds < 0.95:
            return "bound too narrow"
        if self.shown < RARELY:
            return ""
        if self.coverage < LEAST:
            return "too narrow"
        return "too wide" if self.coverage > MOST and not discrete else ""

    def text(self, discrete: bool) -> str:
        """Return the coverage in per cent, and the share of seeds if it is not always shown."""
        if not self.shown:
            held = f"bound {100 * self.held / self.bounds:.1f}" if self.bounds else "–"
            return held if self.bounds == self.seeds or not self.bounds else f"({held})"
        words = f"{100 * self.coverage:.1f}"
        if self.shown < self.seeds:
            words += f" (in {min(100 * self.shown / self.seeds, 99.9):.3g} %)"
        wrong = self.wrong(discrete)
        return f"**{words} {wrong}**" if wrong else words


def measure(case: Case, n: int, seeds: int) -> Cell:
    """Simulate a case with n draws for so many seeds, which are the same at every call."""
    rng = np.random.default_rng([n, seeds, *case.what.encode(), *case.law.encode()])
    truth, simulate = case.prepare()
    return count(simulate(n, seeds, rng), truth, seeds)


def count(estimates: Iterable[object], truth: float, seeds: int) -> Cell:
    """Count the estimates whose interval contains the truth."""
    shown = covered = bounds = held = 0
    for each in estimates:
        if each.low is None or each.certain:  # type: ignore[attr-defined]
            continue
        inside = each.low <= truth <= each.high  # type: ignore[attr-defined]
        if each.bound:  # type: ignore[attr-defined]
            bounds, held = bounds + 1, held + inside
        else:
            # What is written: the value ± the larger side, or both ends.
            shown, covered = shown + 1, covered + inside
    return Cell(seeds, shown, covered, bounds, held)
