"""The matrix by which the chosen estimator passes f′(D) on, of one draw or the mean of all."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.conditional import fresh_noise, gaps_given_winner
from gumbel_gui.core.gradients import inner_p, jacobian
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.core.sampling import relax
from gumbel_gui.core.theory import tempered
from gumbel_gui.language import tr
from gumbel_gui.plots.gradients.estimator_key import estimator_phrase, estimator_short
from gumbel_gui.plots.gradients.jacobian_sums import Slopes


def has_matrix(estimator: Estimator) -> bool:
    """Return whether an estimate is a matrix times f′(D): else f itself is evaluated."""
    return not estimator.is_unbiased


@lru_cache(maxsize=4)
def passed_on(parameters: Parameters, shown: Slopes, number: int) -> Floats:
    """Return ∂y_i/∂ln p_j as the chosen estimator takes it, (K, K); 0 if it has no matrix.

    The mean over draws of Gumbel-Rao's matrices is, but for chance, that of softmax's.

    Args:
        parameters: of the draws.
        shown: slopes of softmax, s and y of a draw, or their means.
        number: of the draw, 0 for the mean of all.
    """
    estimator, t = parameters.estimator, parameters.slope_temperature
    p, flat = parameters.p, np.zeros(shown.matrix.shape)
    by_t = parameters.mistake.slopes_by_t
    if not has_matrix(estimator):
        return flat
    if estimator is Estimator.SOFTMAX_STRAIGHT_THROUGH:
        return jacobian(p, 1.0)
    if estimator is Estimator.DECOUPLED:
        t_b = parameters.backward_temperature if by_t else 1.0
        return jacobian(tempered(parameters.probabilities, t_b), t_b)
    if estimator is Estimator.REINMAX:
        middles = (_shares(parameters, t)[:, None] + np.eye(len(p))) / 2
        each = jacobian(middles, 1.0)  # the last axis is the class that was drawn
        return np.asarray(2 * each @ shown.hard - jacobian(p, 1.0) / 2)
    if estimator is Estimator.GUMBEL_RAO and number and t > 0:
        return _rao(parameters, int(shown.hard.argmax()), number)
    return shown.matrix


def _shares(parameters: Parameters, t: float) -> Floats:
    """Return softmax(ln p / t), (K,)."""
    return np.asarray(relax(np.array(Distribution(parameters.probabilities).logs), t), np.float64)


def _rao(parameters: Parameters, winner: int, number: int) -> Floats:
    """Return the mean of softmax's slopes over m draws of the noise given the class, (K, K)."""
    logits, m = parameters.logits, parameters.samples
    gaps = np.empty((m, len(logits)), np.float32)
    for copy, row in enumerate(gaps):
        noise = np.empty((len(logits), 1), np.float32)
        fresh_noise(parameters.seed, copy, number - 1, noise)
        row[:] = noise[:, 0]
    scores, top = gaps.T.copy(), logits.max()
    log_q = logits - top - np.log(np.exp(logits - top).sum())
    gaps_given_winner(log_q, np.full(m, winner), scores)
    s = relax(scores.astype(np.float64), parameters.effective_temperature)
    inner = inner_p(parameters.mistake, parameters.p)
    return np.asarray(jacobian(s, parameters.slope_temperature, inner).mean(axis=2))


def passed_names(parameters: Parameters) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the matrix is of, and what it is, each in full and short."""
    estimator, m = parameters.estimator, parameters.samples
    if estimator in (Estimator.GUMBEL_SOFTMAX, Estimator.STRAIGHT_THROUGH):
        own = (tr("straight-through"), tr("hard (ST)"), "ST")
        return own, (tr("those of softmax"), tr("as softmax"))
    names = (estimator_phrase(estimator), estimator_short(estimator))
    return names, {
        Estimator.SOFTMAX_STRAIGHT_THROUGH: (tr("those of p"), "pᵢ(δᵢⱼ − pⱼ)"),
        Estimator.DECOUPLED: (tr("those of p^(1/t_b)"), tr("at t_b")),
        Estimator.REINMAX: ("2 J(π) − J(p)/2",),
        Estimator.GUMBEL_RAO: (tr("mean of {m} given y", m=m), tr("mean given y")),
    }.get(estimator, (tr("none: ∇ln p"), tr("none")))


def without_matrix(parameters: Parameters) -> str:
    """Return the sentence on a chosen estimator that has no matrix, or nothing."""
    if has_matrix(parameters.estimator):
        return ""
    name = estimator_phrase(parameters.estimator)
    return tr("The chosen one, {name}, has no such matrix: it evaluates f itself.", name=name)
