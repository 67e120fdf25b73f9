"""Jacobian: ∂s_i/∂ln p_j of one draw and of the mean of many, from sums over chunks of draws."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.gradients import divisor, inner_p, jacobian, through_p
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.sampling import relax
from gumbel_gui.core.selection import Selection
from gumbel_gui.plots.sums import FirstDraws, Sums

TINY = 1.1e-19
"""Its square is just above the smallest normal number in single precision. An s up to it counts
as 0 in the sums of products."""
LEAST_SCALE = 1e-307
"""Numbers below this lose digits."""


@dataclass(frozen=True, eq=False)
class JacobianSummary(Sums):
    """The scores of the first draws, and sums over all draws.

    Attributes:
        scores: g of the first draws, values (K, ≤ 48).
        draws: number of draws.
        counts: how often argmax is each class, (K,).
        products: Σ s_i s_j, (K, K). Row sums of it are Σ s_i, since s sums to 1.
    """

    scores: FirstDraws
    draws: int
    counts: Whole
    products: Floats


@dataclass(frozen=True, eq=False)
class Slopes:
    """What is shown of a draw, or of the mean of many.

    Attributes:
        matrix: ∂s_i/∂ln p_j, (K, K), where ln p are free logits.
        soft: s, (K,).
        hard: y, the one-hot vector of argmax, (K,).
    """

    matrix: Floats
    soft: Floats
    hard: Floats


def least_decided(summary: JacobianSummary) -> int:
    """Return which of the first draws has the least gap between its two largest scores.

    Most draws are all but one-hot at a low t, with slopes next to 0; this one stays undecided
    longest. It is the same at every t.
    """
    second, first = np.partition(summary.scores.values, -2, axis=0)[-2:]
    return int((first - second).argmin())


@lru_cache(maxsize=4)
def mean_slopes(summary: JacobianSummary, parameters: Parameters) -> Slopes:
    """Return the means over all draws.

    As for one draw, the diagonal is what makes the rows sum to 0.
    """
    t, n = parameters.slope_temperature, summary.draws
    inner = inner_p(parameters.mistake, parameters.p)
    mean = np.zeros(summary.products.shape)
    if t > 0:
        mean = -summary.products / n / divisor(t)
        np.fill_diagonal(mean, 0)
        np.fill_diagonal(mean, -mean.sum(axis=1))
        mean = mean if inner is None else through_p(mean.T, inner).T
    return Slopes(mean, summary.products.sum(axis=1) / n, summary.counts / n)


@lru_cache(maxsize=4)
def draw_slopes(
    summary: JacobianSummary, parameters: Parameters, selection: Selection | None
) -> Slopes:
    """Return slopes, s and y of the selected draw, or of the default, in double precision."""
    t, inner = parameters.effective_temperature, inner_p(parameters.mistake, parameters.p)
    default = summary.scores.values[:, least_decided(summary)]
    scores = default if selection is None else selection.scores
    s = np.asarray(relax(scores.astype(np.float64), t), np.float64)
    hard = np.zeros(len(scores))
    hard[int(scores.argmax())] = 1
    return Slopes(jacobian(s, parameters.slope_temperature, inner), s, hard)


def steepest_slope(t: float) -> float:
    """Return the steepest slope that any draw can have at an effective t, 1/(4t); 1 at t = 0.

    s_i(1 − s_i) ≤ 1/4, and s_i s_j ≤ 1/4 as s sums to 1. With noise on p, the factor of class j is
    p_j(1 − p_j) ≤ 1/4 times the difference of two numbers of this size: half of it at most.
    """
    return max(1 / (4 * divisor(t)), LEAST_SCALE) if t > 0 else 1.0
