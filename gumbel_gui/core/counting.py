"""Counting small integers, fast."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.arrays import Bytes, Whole

FEW = 10
"""Bins up to which comparing all codes with each is the fastest."""
LONG = 8
"""Codes for each pair of bins from which on counting pairs is the fastest."""


def count_codes(codes: Bytes, bins: int) -> Whole:
    """Return how often each code 0 … bins − 1 occurs, (bins,).

    Of many codes, two neighbours are counted as one of bins² pairs, which halves the steps of
    ``bincount``, the slow part (and one that lets no other thread run meanwhile); the margins of
    that table are the counts.

    Args:
        codes: (n,), contiguous, all below bins.
        bins: 1 … 256.
    """
    if bins <= FEW:
        return np.array([np.count_nonzero(codes == code) for code in range(bins)], np.int64)
    if len(codes) < LONG * bins**2:  # adding up the table would take longer than filling it
        return np.bincount(codes, minlength=bins)
    counts: Whole = _by_pairs(codes.reshape(1, -1), bins)[0]
    return counts


def count_rows(codes: Bytes, bins: int) -> Whole:
    """Return how often each code 0 … bins − 1 occurs in each row of codes (K, n), as (K, bins)."""
    if codes.shape[1] < LONG * bins**2:
        return np.stack([np.bincount(row, minlength=bins) for row in codes])
    return _by_pairs(codes, bins)


def _by_pairs(codes: Bytes, bins: int) -> Whole:
    rows, n = codes.shape
    even = codes[:, : n // 2 * 2]
    if n % 2:
        even = np.ascontiguousarray(even)
    even = even.view(np.uint16)
    pairs: NDArray[Any] = np.right_shift(even, 8)
    np.multiply(pairs, np.uint16(bins), out=pairs)
    np.add(pairs, np.bitwise_and(even, np.uint16(255)), out=pairs)
    table = np.stack([np.bincount(row, minlength=bins * bins) for row in pairs])
    table = table.reshape(rows, bins, bins)
    counts: Whole = table.sum(axis=1) + table.sum(axis=2)
    if n % 2:
        counts[np.arange(rows), codes[:, -1]] += 1
    return counts
