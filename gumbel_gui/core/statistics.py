"""Statistics: intervals, distances and p-values for the captions."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats, Indices
from gumbel_gui.core.probabilities import normalise

Z_95 = 1.959963984540054
"""The 97.5 % point of the normal distribution."""

EXACT_BELOW = 10**7
"""Of fewer draws in two cells the p-value is exact; of more the normal law is."""
SMALLEST_EXPECTED = 5
"""Below this expected count Pearson's statistic is no longer near chi-square."""


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
    pool goes unseen. Of two cells the p-value is twice a tail of the binomial law. Of more it is
    that of a gamma law with mean, variance and skewness of the statistic: with small expected
    counts chi-square's tail is too light. A right sample has a p-value below 0.001 in at most
    1.5 of 1,000 cases (chi-square's would be in up to 2.7), by simulation.

    Args:
        counts: (K,), how often each class was drawn.
        p: (K,), weights ≥ 0, normalised here.

    Returns:
        From 0 to 1. Exactly 0 if a class with p = 0 was drawn; otherwise exactly 1 if only one
        cell is left, as there is nothing to test then.

    Raises:
        ValueError: if the shapes differ, a count is negative or not finite, or p cannot be used.

    Sources:
        Pearson (1900), On the Criterion that a Given System of Deviations … ; the limit of 5:
        Cochran (1954), Some Methods for Strengthening the Common χ² Tests; the moments:
        Haldane (1937), The Exact Value of the Moments of the Distribution of χ².
    """
    observed, share = np.asarray(counts, dtype=np.float64), np.array(normalise(np.asarray(p)))
    if observed.shape != share.shape:
        raise ValueError(f"counts has shape {observed.shape}, but must have {share.shape}.")
    if not (np.isfinite(observed) & (observed >= 0)).all():
        raise ValueError("counts must be finite numbers of 0 or more.")
    possible = share > 0
    if observed[~possible].any():
        return 0.0
    n = observed.sum()
    by_size, starts = pooled_cells(n, share)
    observed = np.add.reduceat(observed[by_size], starts)
    expected = np.add.reduceat(n * share[by_size], starts)
    if expected.size == 1:
        return 1.0
    if expected.size == 2 and observed.sum() < EXACT_BELOW:
        return _two_cells(observed, expected)
    statistic = float(((observed - expected) ** 2 / expected).sum())
    return _pearson_p_value(statistic, expected)


def pooled_cells(n: float, p: Floats) -> tuple[Indices, Indices]:
    """Return the possible classes by size, and where in them each cell of the test begins."""
    by_size = np.argsort(p, kind="stable")
    by_size = by_size[p[by_size] > 0]
    expected = n * p[by_size]
    small = int((expected < SMALLEST_EXPECTED).sum())
    if small:
        enough = int((np.cumsum(expected) < SMALLEST_EXPECTED).sum()) + 1
        small = min(max(small, enough), len(expected))
    return by_size, np.array([0, *range(max(small, 1), len(expected))])


def _two_cells(observed: Floats, expected: Floats) -> float:
    """Return twice the smaller tail of the binomial law of the smaller cell."""
    n, k = observed.sum(), observed[0]
    share = float(expected[0] / n)
    width = math.ceil(12 * math.sqrt(expected[0]) + 60)  # beyond it terms do not matter
    if k > expected[0]:
        tail = np.arange(k, min(k + width, n) + 1)
    else:
        tail = np.arange(max(k - width, 0), k + 1)
    return min(2 * float(binomial_pmf(tail, n, share).sum()), 1.0)


def _pearson_p_value(statistic: float, expected: Floats) -> float:
    cells, n = expected.size, float(expected.sum())
    inverse = float((n / expected).sum())
    variance = 2 * (cells - 1) + (inverse - cells**2 - 2 * cells + 2) / n
    # Haldane's third moment to the first order of 1/n, and the largest term of the second.
    third = 8 * (cells - 1) + 22 * (inverse - cells**2) / n + float((expected**-2.0).sum())
    shape = 4 * variance**3 / third**2
    x = 2 * shape * (1 + (statistic - (cells - 1)) * third / (2 * variance**2))
    if x <= 0:
        return 1.0
    # Chi-square of 2·shape degrees, which need not be whole: ln P is nearly straight between them.
    low = math.floor(2 * shape)
    ends = [chi_square_p_value(x, low), chi_square_p_value(x, low + 1)]
    if 0 in ends:
        return ends[1]
    weight = 2 * shape - low
    return math.exp((1 - weight) * math.log(ends[0]) + weight * math.log(ends[1]))


def unnoticed_distance(n: float, p: ArrayLike, level: float) -> float:
    """Return how far from p a law can be that Pearson's test of n draws misses every second time.

    Half of the classes, by probability, are taken as more frequent and the others as less frequent,
    all in proportion: for its total variation distance δ such a law is the hardest to notice. The
    noncentrality is n δ² / (q (1 − q)), with q the share of the first half. The test notices every
    second time at noncentrality c − d + 1, with c the critical value of chi-square with d degrees
    of freedom (within 2 % for d ≤ 63).

    Args:
        n: number of draws, ≥ 1.
        p: (K,), weights ≥ 0, normalised here.
        level: p-value below which the test rejects.

    Returns:
        A total variation distance, from 0 to 1; 1 where the test has no more than one cell.

    Source: Patnaik (1949), The Non-Central χ² and F Distributions and their Applications.
    """
    share = np.array(normalise(np.asarray(p)))
    by_size, starts = pooled_cells(n, share)
    cells = np.add.reduceat(share[by_size], starts)
    if cells.size == 1:
        return 1.0
    half = 0.0
    for cell in sorted(cells.tolist(), reverse=True):
        if half + cell <= 0.5 or half == 0:
            half += cell
    half = min(half, 1 - float(cells.min()))
    degrees = cells.size - 1
    low, high = 0.0, 20.0 * degrees + 100
    for _ in range(60):
        middle = (low + high) / 2
        more = chi_square_p_value(middle, degrees) > level
        low, high = (middle, high) if more else (low, middle)
    return min(math.sqrt((high - degrees + 1) * half * (1 - half) / n), half, 1 - half)


def binomial_pmf(k: ArrayLike, n: ArrayLike, p: ArrayLike) -> Floats:
    """Return P(X = k) of X binomial, in double precision also where n is 10¹¹.

    Args:
        k: whole, 0 … n.
        n: whole, ≥ 1; shapes as NumPy broadcasts them.
        p: shares, 0 < p < 1.

    Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
    """
    k_, n_, p_ = np.broadcast_arrays(*(np.asarray(each, np.float64) for each in (k, n, p)))
    with np.errstate(divide="ignore", invalid="ignore", under="ignore"):
        rest = n_ - k_
        logs = _stirling_error(n_) - _stirling_error(k_) - _stirling_error(rest)
        logs -= _deviance(k_, n_ * p_) + _deviance(rest, n_ * (1 - p_))
        inside = np.exp(logs) * np.sqrt(n_ / (2 * np.pi * k_ * rest))
        ends = np.where(k_ == 0, np.exp(n_ * np.log1p(-p_)), np.exp(n_ * np.log(p_)))
    masses: Floats = np.where((k_ == 0) | (rest == 0), ends, inside)
    return masses


_SMALL = np.array(
    [0.0]
    + [math.lgamma(i + 1) - (i + 0.5) * math.log(i) + i - 0.9189385332046728 for i in range(1, 16)]
)
"""ln(n!) less Stirling's formula, for n < 16."""


def _stirling_error(n: Floats) -> Floats:
    """Return ln(n!) less Stirling's formula."""
    square = np.maximum(n, 1) ** 2.0
    series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / np.maximum(
        n, 1
    )
    error: Floats = np.where(n < 16, _SMALL[np.minimum(n, 15).astype(np.intp)], series)
    return error


def _deviance(x: Floats, mean: Floats) -> Floats:
    """Return x ln(x / mean) + mean − x, without cancellation near x = mean."""
    v = (x - mean) / (x + mean)
    near = np.abs(v) < 0.1
    u = np.where(near, v, 0.0)
    series = sum((u ** (2 * i) / (2 * i + 1) for i in range(1, 9)), np.zeros_like(u))
    close = (x - mean) * u + 2 * x * u * series
    deviance: Floats = np.where(near, close, x * np.log(x / mean) + mean - x)
    return deviance


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
