"""Counting small integers, fast."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


FEW = 10
"""Bins up to which comparing all codes with each is the fastest."""


def count_codes(codes: NDArray[np.uint8], bins: int) -> NDArray[np.int64]:
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
    if len(codes) < 8 * bins**2:  # adding up the table would take longer than filling it
        return np.bincount(codes, minlength=bins)
    even = codes[: len(codes) // 2 * 2].view(np.uint16)
    pairs: NDArray[Any] = np.right_shift(even, 8)
    np.multiply(pairs, np.uint16(bins), out=pairs)
    np.add(pairs, np.bitwise_and(even, np.uint16(255)), out=pairs)
    table = np.bincount(pairs, minlength=bins * bins).reshape(bins, bins)
    counts: NDArray[np.int64] = table.sum(axis=0) + table.sum(axis=1)
    if len(codes) % 2:
        counts[codes[-1]] += 1
    return counts
