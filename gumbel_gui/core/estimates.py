"""Estimates: numbers from draws with their 95 % intervals, and how they compare with a reference.

An interval is given only where it is promised: in simulations of every caption it covers in at
least 93 % of seeds (``tests/margins``). Where nothing can be promised there is none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.statistics import Z_95

FEW = 40
"""From this count on, of successes and of failures, Wilson's interval is near enough to 95 %."""
FEWEST = 10
"""Least number of values whose own variance gives a margin."""
MOST_SKEW = 0.13
"""Largest γ²/n, with γ the skewness of a single value, at which a mean has a margin."""
LATTICE = 0.6
"""Share of a step of a lattice by which a mean's interval is wider. By enumeration, values of 0 and
1 are then covered in at least 93.5 %; with half a step it is 93.3 %."""
STEPS = 44
"""Bisections of an interval's end; the last ones only move its last digits."""


class Verdict(Enum):
    """How an estimate compares with a reference number."""

    EQUAL = "equal"
    """Every draw must give it, up to rounding."""
    WITHIN = "within"
    """The interval contains it."""
    APART = "apart"
    """The interval does not contain it, or every draw must give another number."""
    UNKNOWN = "unknown"
    """There is no interval."""


@dataclass(frozen=True)
class Estimate:
    """A number from draws, with its 95 % interval.

    Attributes:
        value: the number, finite.
        low, high: ends of the interval; None where nothing is promised; both the value where no
            draw can give another one, but for rounding.
        bound: whether the interval is a bound, which covers in 95 % of cases or nearly always. It
            may decide, but is too wide for a margin.
        rounding: how far rounding alone may move the value, ≥ 0.
    """

    value: float
    low: float | None = None
    high: float | None = None
    bound: bool = False
    rounding: float = 0.0

    @property
    def margin(self) -> float | None:
        """The distance to the farther end of a promised interval; 0 if the value is certain."""
        if self.low is None or self.high is None or self.bound:
            return None
        return max(self.high - self.value, self.value - self.low)

    @property
    def certain(self) -> bool:
        """Whether no draw can give another value."""
        return self.low is not None and self.low == self.high

    def verdict(self, reference: float) -> Verdict:
        """Return how the estimate compares with a reference number."""
        if self.low is None or self.high is None:
            return Verdict.UNKNOWN
        if self.low - self.rounding <= reference <= self.high + self.rounding:
            return Verdict.EQUAL if self.certain else Verdict.WITHIN
        return Verdict.APART

    def times(self, factor: float) -> Estimate:
        """Return the estimate in another unit, for a factor > 0."""
        low, high = (None if end is None else factor * end for end in (self.low, self.high))
        return Estimate(factor * self.value, low, high, self.bound, factor * self.rounding)


RESOLVED = 2.0**-22
"""Below this standard deviation, as a share of the value, single precision does not resolve it."""
UNRESOLVED = 2.0**-21
"""How far rounding may then move a mean, as a share of it: twice what was measured."""


def unresolved(value: float, deviation: float) -> Estimate | None:
    """Return a mean of values whose spread single precision does not resolve, else None.

    Where it is resolved, the rounding of s has moved no mean by more than 2^-26 of it.

    Args:
        value: the mean.
        deviation: the standard deviation of a single value, before rounding.
    """
    if deviation >= RESOLVED * abs(value):
        return None
    return certain(value, UNRESOLVED * abs(value) + 3 * deviation)


def certain(value: float, rounding: float = 0.0) -> Estimate:
    """Return the estimate of a number that every draw must give, up to rounding."""
    return Estimate(value, value, value, rounding=rounding)


def proportion(count: int, n: int) -> Estimate:
    """Return the share count / n of n ≥ 1 independent draws with its interval."""
    low, high = proportion_intervals([count], n)
    return Estimate(count / n, float(low[0]), float(high[0]))


def proportion_intervals(counts: ArrayLike, total: int) -> tuple[Floats, Floats]:
    """Return the 95 % interval of each proportion counts / total.

    With fewer than 40 successes or failures it is the exact one of Clopper and Pearson, which
    covers in at least 95 % of cases; Wilson's would cover in as few as 84 %. With more it is
    Wilson's. By enumeration, both together cover in at least 94.0 %.

    Args:
        counts: (...), 0 … total.
        total: number of draws, ≥ 1.

    Returns:
        lower and upper ends, each (...), inside [0, 1], for each entry alone, not for all at once.

    Raises:
        ValueError: if total < 1 or a count is out of range.

    Sources:
        Clopper & Pearson (1934), The Use of Confidence or Fiducial Limits.
        Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference.
    """
    k = np.asarray(counts, dtype=np.float64)
    n = int(total)  # a NumPy integer would overflow when squared
    if n < 1:
        raise ValueError(f"total is {total!r}, but must be 1 or more.")
    if not ((k >= 0) & (k <= n)).all():
        raise ValueError(f"counts must lie from 0 to {n}.")
    lower, upper = _wilson(k, n)
    rare = k < FEW
    few = (n - k < FEW) & ~rare
    for which, counted in ((rare, k), (few, n - k)):
        if which.any():
            below, above = _clopper_pearson(n)[:, counted[which].astype(np.intp)]
            swapped = which is few
            lower[which] = 1 - above if swapped else below
            upper[which] = 1 - below if swapped else above
    return lower, upper


def _wilson(k: Floats, n: int) -> tuple[Floats, Floats]:
    share, shrink = k / n, 1 + Z_95**2 / n
    centre = (share + Z_95**2 / (2 * n)) / shrink
    half = Z_95 / shrink * np.sqrt(share * (1 - share) / n + Z_95**2 / (4 * n**2))
    return np.asarray(centre - half), np.asarray(centre + half)


@lru_cache(maxsize=64)
def _clopper_pearson(n: int) -> Floats:
    """Return both ends for counts of 0 … 39, or 0 … n: at each, a tail of the law is 2.5 %."""
    k = np.arange(float(min(FEW, n + 1)))
    ends = np.stack(
        [np.append(0, _shares_with_tail(k[:-1], 0.975, n)), _shares_with_tail(k, 0.025, n)]
    )
    if n < FEW:
        ends[1, n] = 1
    ends.flags.writeable = False
    return ends


def _shares_with_tail(k: Floats, tail: float, n: int) -> Floats:
    """Return the shares (m,) at which n draws have at most k (m,) successes so often."""
    terms = np.arange(k.max() + 1.0)
    counted = terms <= k[:, None]
    # ln C(n, i), added up: differences of log-gammas of a large n would lose their digits.
    steps = np.log(np.maximum(n - terms[:-1], 1)) - np.log(terms[:-1] + 1)
    ways = np.concatenate([[0.0], np.cumsum(steps)])
    low, high = np.zeros(k.size), np.minimum((k + 5 * np.sqrt(k + 5) + 8) / n, 1.0)
    for _ in range(STEPS):
        share = (low + high) / 2
        with np.errstate(divide="ignore", under="ignore"):
            logs = np.log(share)[:, None] * terms + np.log1p(-share)[:, None] * (n - terms)
            below = (np.exp(ways + logs) * counted).sum(axis=1)
        more = below > tail  # the tail falls as the share grows
        low, high = np.where(more, share, low), np.where(more, high, share)
    return np.asarray((low + high) / 2)


def mean(
    total: float, squares: float, n: int, skew: float, *, step: float = 0.0, rounding: float = 0.0
) -> Estimate:
    """Return the mean of n independent values, with Student's interval where it is promised.

    It is promised for n ≥ 10 and γ²/n ≤ 0.13. Up to there the interval is widened by the first term
    of its Edgeworth expansion, (1 + γ²/n), and by ``LATTICE`` of a step of values on a lattice. γ
    is not taken from the values: a sample cannot show a rare large value that it does not hold.

    Args:
        total: sum of the values.
        squares: sum of their squares (about 0), in double precision.
        n: how many, ≥ 1.
        skew: γ², the squared skewness of a single value, ∞ where it is not known.
        step: distance of neighbouring values if they lie on a lattice, else 0.
        rounding: how far rounding alone may move the mean.

    Source: Hall (1992), The Bootstrap and Edgeworth Expansion, section 2.6.
    """
    value = total / n
    if n < FEWEST or not skew <= MOST_SKEW * n:
        return Estimate(value, rounding=rounding)
    variance = max(squares / n - value**2, 0.0) * (n / (n - 1))
    half = student_95(n - 1) * math.sqrt(variance / n) * (1 + skew / n)
    if half <= rounding:  # draws alike by chance, or by rounding: their spread says nothing
        return Estimate(value, rounding=rounding)
    half += LATTICE * step / n
    return Estimate(value, value - half, value + half, rounding=rounding)


def mean_of_known_law(
    value: float, n: int, variance: float, skew: float, *, rounding: float = 0.0
) -> Estimate:
    """Return the mean of n independent values of a law whose variance and γ² are known.

    The margin is that of the normal law, where γ²/n ≤ 0.13; there is none otherwise.
    """
    if variance == 0:
        return certain(value, rounding)
    if not skew <= MOST_SKEW * n:
        return Estimate(value, rounding=rounding)
    half = Z_95 * math.sqrt(variance / n)
    return Estimate(value, value - half, value + half, rounding=rounding)


def bounded_mean(value: float, n: int, *, rounding: float = 0.0) -> Estimate:
    """Return the mean of n independent values in [0, 1], with bounds that hold for any law of them.

    P(KL(mean ‖ expectation) ≥ a) ≤ e^(−n·a) on either side, with KL the divergence of two shares.

    Source: Hoeffding (1963), Probability Inequalities for Sums of Bounded Random Variables,
    theorem 1.
    """
    mean_, most = min(max(value, 0.0), 1.0), math.log(40) / n
    low = _farthest_share(mean_, most, 0.0)
    high = _farthest_share(mean_, most, 1.0)
    return Estimate(value, low, high, bound=True, rounding=rounding)


def _farthest_share(mean_: float, most: float, end: float) -> float:
    """Return the share towards an end whose divergence from a mean is no more than ``most``."""
    near, far = mean_, end
    for _ in range(60):
        middle = (near + far) / 2
        inside = _divergence(mean_, middle) <= most
        near, far = (middle, far) if inside else (near, middle)
    return far


def _divergence(a: float, b: float) -> float:
    """Return KL(a ‖ b) of two shares."""
    parts = ((a, b), (1 - a, 1 - b))
    if any(x > 0 and y <= 0 for x, y in parts):
        return math.inf
    return sum(x * (math.log(x) - math.log(y)) for x, y in parts if x > 0)


def student_95(degrees: int) -> float:
    """Return the 97.5 % point of Student's t, to 1e-4 for 9 degrees of freedom or more.

    Source: Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.7.5.
    """
    z, v = Z_95, float(degrees)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / v**i for i, term in enumerate(terms, 1))
