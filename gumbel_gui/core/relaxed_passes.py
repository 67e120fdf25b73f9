"""The loops of ``_relaxed.h`` by NumPy: the same operations in the same order, so the same bits."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.passes import logarithm, power

BLOCK, LANES = 512, 16
_LIMITS = np.finfo(np.float32)
_ROOT = np.uint64(0x3FE6A09E667F3BCD)
"""√½."""
_LOG_2 = 0.6931471805599453
_FRACTION = np.uint64(2**52 - 1)


def relaxed_sums(gaps: Singles, temperatures: Floats, total: Floats, spread: Floats) -> None:
    """Do what the function of this name in ``kernels`` does."""
    classes, n = gaps.shape
    blocks = -(-n // BLOCK)
    e = np.zeros((classes, blocks * BLOCK), np.float32)
    product, share = np.zeros((2, blocks * BLOCK), np.float32)
    z = np.ones(blocks * BLOCK, np.float32)
    for i, t in enumerate(temperatures.tolist()):
        scale = np.float32(1.4426950408889634 / t)
        lowest = np.float32(-min(87 * t, float(_LIMITS.max)))
        z[:n] = product[:n] = 0
        for own, gap in zip(e[:, :n], gaps, strict=True):
            y = np.maximum(gap, lowest) * scale
            own[...] = power(y) * (gap >= lowest)
            z[:n] += own
            product[:n] += own * y
        np.divide(1, z[:n], out=share[:n])
        total[i] = [_sum(_block_sums(own * share)) for own in e]
        products = _block_sums(product * share) * _LOG_2
        spread[i] = _sum(_block_sums(share)), _sum(_block_logarithms(z)), _sum(products)


def _by_lanes(values: NDArray[Any]) -> NDArray[Any]:
    return values.reshape(-1, BLOCK // LANES, LANES)


def _block_sums(values: Singles) -> Floats:
    sums = np.add.reduce(_by_lanes(values), axis=1).astype(np.float64)
    while sums.shape[1] > 1:
        half = sums.shape[1] // 2
        sums = sums[:, :half] + sums[:, half:]
    total: Floats = sums[:, 0]
    return total


def _block_logarithms(z: Singles) -> Floats:
    products = np.multiply.reduce(_by_lanes(z), axis=1, dtype=np.float64)
    bits = products.view(np.uint64) - _ROOT
    whole = (bits >> np.uint64(52)).astype(np.float64) * _LOG_2
    return np.asarray(
        np.add.accumulate(whole + logarithm(((bits & _FRACTION) + _ROOT).view(np.float64)), axis=1)[
            :, -1
        ]
    )


def _sum(values: Floats) -> float:
    return float(np.add.accumulate(values)[-1])
