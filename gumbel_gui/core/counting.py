"""Counting small integers, fast."""

from __future__ import annotations

from gumbel_gui.core import kernels
from gumbel_gui.core.arrays import Bytes, Whole


def count_codes(codes: Bytes, bins: int) -> Whole:
    """Return how often each code 0 … bins − 1, bins ≤ 256, occurs in codes (n,), as (bins,)."""
    counts: Whole = count_rows(codes.reshape(1, -1), bins)[0]
    return counts


def count_rows(codes: Bytes, bins: int) -> Whole:
    """Return how often each code 0 … bins − 1 occurs in each row of codes (K, n), as (K, bins)."""
    return kernels.count_codes(codes, bins)
