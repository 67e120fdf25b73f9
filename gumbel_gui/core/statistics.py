"""Statistics: intervals, distances and p-values for the captions."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.probabilities import normalise

Z_95 = 1.959963984540054
"""The 97.5 % point of the normal distribution."""

SMALLEST_EXPECTED = 5
"""Below this expected count Pearson's statistic is no longer near chi-square."""


def wilson_interval(counts: ArrayLike, total: int, z: float = Z_95) -> tuple[Floats, Floats]:
    """Return the Wilson score interval of each proportion counts / total.

    Args:
        counts: (...), 0 … total.
        total: number of trials, ≥ 1.
        z: normal quantile; the default gives 95 % per entry, not for all entries at once.

    Returns:
        lower and upper ends, each (...), inside [0, 1].

    Raises:
        ValueError: if total < 1 or a count is out of range.

    Source: Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference.
    """
    k = np.asarray(counts, dtype=np.float64)
    total = int(total)  # a NumPy integer would overflow when squared
    if total < 1:
        raise ValueError(f"total is {total!r}, but must be 1 or more.")
    if not ((k >= 0) & (k <= total)).all():
        raise ValueError(f"counts must lie from 0 to {total}.")
    share = k / total
    shrink = 1 + z**2 / total
    centre = (share + z**2 / (2 * total)) / shrink
    half = z / shrink * np.sqrt(share * (1 - share) / total + z**2 / (4 * total**2))
    # The ends are exactly 0 and 1 at k = 0 and k = total; rounding must not move them inside.
    lower = np.where(k == 0, 0.0, np.clip(centre - half, 0, 1))
    upper = np.where(k == total, 1.0, np.clip(centre + half, 0, 1))
    return lower, upper


def half_width_95(total_of_values: float, total_of_squares: float, count: float) -> float:
    """Return the 95 % half-width of a mean, from sums over ``count`` independent values."""
    mean = total_of_values / count
    variance = max(total_of_squares / count - mean**2, 0.0)
    return float(Z_95 * np.sqrt(variance / count))


def chi_square_p_value(statistic: float, degrees: int) -> float:
    """Return P(X ≥ statistic) for X chi-square distributed with these degrees of freedom.

    Args:
        statistic: ≥ 0; ∞ gives 0.
        degrees: whole, ≥ 0; 0 gives 1 (unless the statistic is ∞), as there is nothing to test.

    Returns:
        The upper tail, from 0 to 1; 0 where it is too small for a float.

    Raises:
        ValueError: if either is negative or not a number, or if degrees is not whole.

    Source: Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.4.4 (odd degrees)
    and 26.4.5 (even degrees).
    """
    if not statistic >= 0:
        raise ValueError(f"statistic is {float(statistic)!r}, but must be a number of 0 or more.")
    if not (degrees >= 0 and degrees % 1 == 0):
        raise ValueError(f"degrees is {degrees}, but must be a whole number of 0 or more.")
    half, order = float(statistic) / 2, int(degrees) / 2
    if half == math.inf:
        return 0.0
    if order == 0:
        return 1.0
    # Chernoff's bound: the tail is below the smallest float. What follows cannot overflow then.
    if half > order and half - order - order * math.log(half / order) > 800:
        return 0.0
    terms = int(degrees) // 2
    if degrees % 2 == 0:
        return min(_poisson_sum(half, 1.0, 0.0, terms), 1.0)
    first = 2 * math.sqrt(half / math.pi)  # Γ(3/2) = √π / 2
    return min(math.erfc(math.sqrt(half)) + _poisson_sum(half, first, 0.5, terms), 1.0)


def _poisson_sum(rate: float, term: float, order: float, count: int) -> float:
    """Return e^−rate Σ rate^r / Γ(r + 1) over r = order, order + 1, …, of which term is the first.

    The sum can be too large and e^−rate too small for a float, though their product is neither.
    So part of e^−rate is multiplied in whenever the terms have grown.
    """
    total, left = 0.0, rate
    for _ in range(count):
        total += term
        order += 1
        term *= rate / order
        if term > 1e100:
            total, term, left = total * math.exp(-200), term * math.exp(-200), left - 200
    return math.exp(-left / 2) * total * math.exp(-left / 2)


def goodness_of_fit(counts: ArrayLike, p: ArrayLike) -> float:
    """Return the p-value of Pearson's test that the counts are a sample of p.

    Classes with an expected count below 5 are pooled into one cell. If fewer than 5 are expected
    there too, the classes next in size join it until 5 are expected. So a departure inside the
    pool goes unseen.

    Args:
        counts: (K,), how often each class was drawn.
        p: (K,), weights ≥ 0, normalised here.

    Returns:
        From 0 to 1. Exactly 0 if a class with p = 0 was drawn; otherwise exactly 1 if only one
        cell is left, as there is nothing to test then.

    Raises:
        ValueError: if the shapes differ, a count is negative or not finite, or p cannot be used.

    Source: Pearson (1900), On the Criterion that a Given System of Deviations … ; the limit of 5:
    Cochran (1954), Some Methods for Strengthening the Common χ² Tests.
    """
    observed, share = np.asarray(counts, dtype=np.float64), np.array(normalise(np.asarray(p)))
    if observed.shape != share.shape:
        raise ValueError(f"counts has shape {observed.shape}, but must have {share.shape}.")
    if not (np.isfinite(observed) & (observed >= 0)).all():
        raise ValueError("counts must be finite numbers of 0 or more.")
    possible = share > 0
    if observed[~possible].any():
        return 0.0
    expected = observed.sum() * share[possible]
    by_size = np.argsort(expected)
    observed, expected = observed[possible][by_size], expected[by_size]
    small = int((expected < SMALLEST_EXPECTED).sum())
    if small:
        enough = int((np.cumsum(expected) < SMALLEST_EXPECTED).sum()) + 1
        pooled = max(small, enough)
        observed = np.append(observed[pooled:], observed[:pooled].sum())
        expected = np.append(expected[pooled:], expected[:pooled].sum())
    if expected.size == 1:
        return 1.0
    statistic = ((observed - expected) ** 2 / expected).sum()
    return chi_square_p_value(float(statistic), expected.size - 1)


def total_variation(a: ArrayLike, b: ArrayLike) -> float:
    """Return the total variation distance of shares a and b, (K,) each: half the sum of |a − b|.

    Raises:
        ValueError: if a and b are not two vectors of one length.
    """
    first, second = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if first.ndim != 1 or first.shape != second.shape:
        raise ValueError(
            f"a and b have shapes {first.shape} and {second.shape}, "
            "but must be vectors of one length."
        )
    return float(np.abs(first - second).sum() / 2)
