"""Counting small integers, fast."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def count_codes(codes: NDArray[np.uint8], bins: int) -> NDArray[np.int64]:
    """Return how often each code 0 … bins − 1 occurs, (bins,).

    Two neighbouring codes are counted as one of bins² pairs, which halves the steps of
    ``bincount``, the slow part; the margins of that table are the counts.

    Args:
        codes: (n,), contiguous, all below bins.
        bins: 1 … 256.
    """
    even = codes[: len(codes) // 2 * 2].view(np.uint16)
    pairs: NDArray[Any] = np.right_shift(even, 8)
    np.multiply(pairs, np.uint16(bins), out=pairs)
    np.add(pairs, np.bitwise_and(even, np.uint16(255)), out=pairs)
    table = np.bincount(pairs, minlength=bins * bins).reshape(bins, bins)
    counts: NDArray[np.int64] = table.sum(axis=0) + table.sum(axis=1)
    if len(codes) % 2:
        counts[codes[-1]] += 1
    return counts
