"""Relaxed top-k: k softmaxes in turn, each of what the ones before have left.

Source: Xie & Ermon (2019), Reparameterizable Subset Sampling via Continuous Relaxations.
"""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import AnyFloats
from gumbel_gui.core.sampling import first_argmax


def relaxed_top_k(scores: AnyFloats, k: int, temperature: float) -> AnyFloats:
    """Return relaxed k-hot vectors Σ s, with s = softmax(α / t) and α ← α + ln(1 − s) after each.

    α begins as the scores. As t → 0 the vectors become the k-hot ones of the k largest scores. Of
    the largest α, 1 − s is the sum of the other shares, relative to the second largest: it does
    not lose its digits where s is nearly 1.

    Args:
        scores: (K, n), floating; −∞ all through for a class that cannot occur, not for all.
        k: 1 … K. No more classes are taken than can occur.
        temperature: t, finite, > 0.

    Returns:
        (K, n) in the dtype of the scores, ≥ 0, summing to min(k, classes that can occur) over
        axis 0. An entry may be above 1.
    """
    alpha = scores.copy()
    rounds = min(k, int(np.isfinite(scores[:, 0]).sum()))
    total = np.zeros_like(alpha)
    codes, draws = np.empty(alpha.shape[1:], np.uint8), np.arange(alpha.shape[1])
    limits = np.finfo(alpha.dtype)
    divisor = alpha.dtype.type(min(max(temperature, float(limits.tiny)), float(limits.max)))
    with np.errstate(over="ignore", under="ignore", divide="ignore", invalid="ignore"):
        for i in range(rounds):
            largest = np.maximum.reduce(alpha, axis=0)
            behind = (alpha - largest) / divisor
            s = np.exp(behind)
            sums = np.add.reduce(s, axis=0)
            s /= sums
            total += s
            if i + 1 == rounds:
                break
            first_argmax(alpha, largest, codes)
            s[codes, draws], behind[codes, draws] = 0, -np.inf
            second = np.maximum.reduce(behind, axis=0)
            others = np.add.reduce(np.exp(behind - second), axis=0)
            alpha += np.log1p(-s)
            # −∞ where all others are too far behind for the dtype: then it is gone from now on.
            left = np.where(second > -np.inf, second + np.log(others) - np.log(sums), -np.inf)
            alpha[codes, draws] += left
    return total
