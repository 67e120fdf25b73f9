"""Intervals and distances that the captions quote."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Z_95 = 1.959963984540054
"""The 97.5 % point of the normal distribution."""


def wilson_interval(
    counts: ArrayLike, total: int, z: float = Z_95
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
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
