"""The loops of ``_kernels.c`` by NumPy: the same operations in the same order, so the same bits.

Each pass over an array rounds as IEEE 754 says, and none is contracted with the next. Arrays are
worked on in pieces that stay in a processor's cache.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.arrays import Bytes, Floats, Singles, Whole

PIECE = 8192
LANES = 16
FLOAT = np.finfo(np.float32)
GAMMA = 0x9E3779B97F4A7C15
"""By which the state of SplitMix64 moves for each number."""
_U64 = np.uint64
_ROOTS: dict[int, tuple[Any, Any, int]] = {
    8: (np.int64, _U64(0x3FE6A09E667F3BCD), 52),
    4: (np.int32, np.uint32(0x3F3504F3), 23),
}
"""√½ by the size of a floating number, and how many bits there are behind its exponent."""


def softmax(shifted: Singles, out: Singles, t: float) -> None:
    """Put exp(gap / t) / Σ exp(gap / t) of gaps (K, n) into ``out`` (K, n)."""
    scale = 1.4426950408889634 / t
    high = np.float32(scale)
    low = np.float32(scale - float(high))
    low = low if abs(low) >= FLOAT.tiny else np.float32(0)
    lowest = np.float32(max(-87 * t, float(FLOAT.min)))
    for start, target in _pieces(out):
        gap = shifted[:, start : start + target.shape[1]]
        with np.errstate(under="ignore"):
            near = np.clip(gap, lowest, np.float32(0))
            e = power(near * high, near * low) * (gap >= lowest)
            total = np.add.accumulate(e, axis=0)[-1]  # reduce may add in pairs
            e *= e >= FLOAT.tiny * total
            np.multiply(e, 1 / total, out=target)


def relax_scores(log_p: Singles, noise: Singles, out: Singles, t: float) -> None:
    """Put softmax((ln p + ε) / t) of draws (K, n) into ``out`` (K, n)."""
    shift_scores(log_p, noise, out)
    softmax(out, out, t)


def argmax_scores(log_p: Singles, noise: Singles, codes: Bytes) -> None:
    """Put the first class of the largest ln p + ε of draws (K, n) into ``codes`` (n,)."""
    for start, target in _pieces(codes):
        scores = noise[:, start : start + len(target)] + log_p[:, None]
        best = scores[0]
        target.fill(0)
        for k, row in enumerate(scores[1:], 1):
            wins = row > best
            np.putmask(target, wins, np.uint8(k))
            np.copyto(best, row, where=wins)


def shift_scores(log_p: Singles, noise: Singles, shifted: Singles) -> None:
    """Put how far ln p + ε of draws (K, n) is behind its largest into ``shifted`` (K, n)."""
    for start, target in _pieces(shifted):
        scores = noise[:, start : start + target.shape[1]] + log_p[:, None]
        best = scores[0].copy()
        for row in scores[1:]:  # np.maximum may take either zero of two
            np.copyto(best, row, where=row > best)
        np.subtract(scores, best, out=target)


def moments(s: Singles, sums: Floats, squares: Floats) -> None:
    """Put Σ s and Σ s² of each row of s (K, n) into ``sums`` and ``squares`` (K,)."""
    for k, row in enumerate(s):
        exact = row.astype(np.float64)
        sums[k], squares[k] = _sum(exact), _sum(exact * exact)


def count(s: Singles, counts: Whole, sums: Floats, squares: Floats) -> None:
    """Put how often floor(s · bins) is each bin into ``counts`` (K, bins), and add s as above."""
    bins = counts.shape[1]
    for k, row in enumerate(s):
        places = np.fmin(np.fmax(row * np.float32(bins), np.float32(0)), np.float32(bins))
        found = np.bincount(places.astype(np.uint8), minlength=bins + 1)
        found[bins - 1] += found[bins]  # s = 1
        counts[k] = found[:bins]
    moments(s, sums, squares)


def count_codes(codes: Bytes, counts: Whole) -> None:
    """Put how often each of 0 … bins − 1 is in each row of codes (K, n) into ``counts``."""
    bins = counts.shape[1]
    for row, own in zip(codes, counts, strict=True):
        own[:] = np.bincount(row, minlength=bins)[:bins]


def uniform(state: int, out: Floats) -> None:
    """Fill ``out`` (n,) with the x after a state."""
    for start, piece in _pieces(out):
        # An array: a scalar would warn of the overflow that is meant here.
        z = np.arange(1, len(piece) + 1, dtype=_U64) * _U64(GAMMA)
        z += _U64((state + start * GAMMA) % 2**64)
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            z = (z ^ (z >> _U64(shift))) * _U64(factor)
        z ^= z >> _U64(31)
        np.multiply((z >> _U64(12)) + 0.5, 2.0**-52, out=piece)


def noise(state: int, out: Singles) -> None:
    """Fill ``out`` (n,) with −ln(−ln x) of the x after a state."""
    for start, piece in _pieces(out):
        x = np.empty(len(piece))
        uniform(state + start * GAMMA, x)
        np.negative(logarithm(-logarithm(x)), out=piece)


def power(y: Singles, rest: Singles | float = 0.0) -> Singles:
    """Return 2^(y + rest), |rest| much below 1, where it is a normal number."""
    shift = np.float32(1.5 * 2**23)  # what is added to it is rounded to a whole number
    moved = y + shift
    r = (y - (moved - shift)) + rest
    square, a = r * r, 6.93147242e-1 + 2.40226522e-1 * r
    b, c = 5.55030964e-2 + 9.61768907e-3 * r, 1.34069507e-3 + 1.55954796e-4 * r
    q = a + square * (b + square * c)
    bits = (q * r + 1).view(np.uint32) + (moved.view(np.uint32) << np.uint32(23))
    return bits.view(np.float32)


def logarithm(x: NDArray[Any]) -> Singles:
    """Return ln x of normal numbers in either precision, in single precision."""
    signed, root, width = _ROOTS[x.itemsize]
    bits = x.view(root.dtype) - root
    e = (bits.view(signed) >> width).astype(np.float32)
    fraction = bits & root.dtype.type(2**width - 1)
    f = ((fraction + root).view(x.dtype) - 1).astype(np.float32)
    square = f * f
    a, b = 3.33333313e-1 - 2.50008225e-1 * f, 2.00012341e-1 - 1.66232988e-1 * f
    c, d = 1.42015532e-1 - 1.31605819e-1 * f, 1.27633259e-1 - 7.63565376e-2 * f
    q = (a + b * square) + (c + d * square) * (square * square)
    tail = (q * f - 0.5) * square + e * -2.12194440e-4
    total: Singles = e * 0.693359375 + (f + tail)
    return total


def _sum(x: Floats) -> float:
    """Return Σ x of x (n,): every 16th by itself, and then the 16 sums."""
    whole = len(x) // LANES * LANES
    sums = np.add.reduce(x[:whole].reshape(-1, LANES), axis=0, initial=0.0)
    sums[: len(x) - whole] += x[whole:]
    return float(np.add.accumulate(sums)[-1])


def _pieces(out: NDArray[Any]) -> Iterator[tuple[int, NDArray[Any]]]:
    """Cut the last axis of an array (n,) or (K, n); return where each piece begins, and a view."""
    n, width = out.shape[-1], PIECE if out.ndim == 1 else max(PIECE // len(out), LANES)
    return ((start, out[..., start : start + width]) for start in range(0, n, width))
