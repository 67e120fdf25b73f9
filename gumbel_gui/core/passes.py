"""The loops of ``_kernels.c`` by NumPy: the same operations in the same order, so the same bits.

Each pass over an array rounds as IEEE 754 says, and none is contracted with the next. Arrays are
worked on in pieces that stay in a processor's cache.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.arrays import Floats, Singles

PIECE = 8192
GAMMA = 0x9E3779B97F4A7C15
"""By which the state of SplitMix64 moves for each number."""
_U64 = np.uint64
_ROOTS: dict[int, tuple[Any, Any, int]] = {
    8: (np.int64, _U64(0x3FE6A09E667F3BCD), 52),
    4: (np.int32, np.uint32(0x3F3504F3), 23),
}
"""√½ by the size of a floating number, and how many bits there are behind its exponent."""


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


def _pieces(out: NDArray[Any]) -> Iterator[tuple[int, NDArray[Any]]]:
    return ((start, out[start : start + PIECE]) for start in range(0, len(out), PIECE))
