"""Descent: stochastic gradient descent of p by gradient estimators, from given noise.

Sources: those of the estimators, see ``descent_steps``; for the steps Robbins & Monro (1951), A
Stochastic Approximation Method.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.descent_steps import Descent
from gumbel_gui.core.gradients import class_losses, divisor
from gumbel_gui.core.kernels import descend_steps
from gumbel_gui.core.losses import FIRST_FOUR, Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.noise_laws import shifted_logarithms
from gumbel_gui.core.parameters import effective_temperature
from gumbel_gui.core.probabilities import Distribution

NEED_FRESH = frozenset({Estimator.GUMBEL_RAO, Estimator.REBAR})
"""Estimators that draw noise anew, given the class."""
LARGEST = 1e100
"""A factor 1/t is no larger, so that no product of it is infinite."""


@dataclass(frozen=True)
class StepRule:
    """What all steps have in common.

    Attributes:
        loss: f.
        weights: of the loss, K.
        mistake: what is done wrong with ln p.
        backward_temperature: t_b of the decoupled estimator, > 0.
        eta: η of REBAR.
    """

    loss: Loss
    weights: tuple[float, ...]
    mistake: Mistake = Mistake.NONE
    backward_temperature: float = 1.0
    eta: float = 1.0

    @cached_property
    def losses(self) -> Floats:
        """Values of f for each class, (K,)."""
        return class_losses(self.loss, self.weights)

    def times(self, t: float) -> tuple[float, float, float, float]:
        """Return what depends on t ≥ 0: a row of ``Descent.times``."""
        mistake, slope = self.mistake, t if self.mistake.slopes_by_t else 1.0
        soft = effective_temperature(mistake, t)
        by_t = mistake.scores_depend_on_t and not mistake.noise_depends_on_t
        return (
            divisor(soft) if soft else 0.0,
            divisor(slope) if slope else 0.0,
            divisor(t) if by_t else 1.0,
            min(1 / divisor(slope), LARGEST) if slope else 0.0,
        )


@dataclass(frozen=True)
class DescentPath:
    """Losses and p of a run from the start on, in the order of its estimators.

    Attributes:
        losses: the exact expected loss, (estimators, steps + 1).
        p: probabilities, (estimators, steps + 1, K).
    """

    losses: Floats
    p: Floats

    @property
    def steps(self) -> int:
        """Number of steps."""
        return len(self.p[0]) - 1


def descend(
    noise: ArrayLike,
    p: Sequence[float],
    rule: StepRule,
    temperatures: Sequence[float],
    rate: float,
    batch: int,
    estimators: Sequence[Estimator] = FIRST_FOUR,
    fresh: Singles | None = None,
) -> DescentPath:
    """Move the logits down the estimated gradients: ln p ← ln p − rate · mean of ĝ, normalised.

    Each estimator has logits of its own, and all use the same noise: step i takes the draws
    i · batch … (i + 1) · batch − 1. An impossible class stays impossible. The baseline of
    REINFORCE is the exact expected loss at the present p.

    Args:
        noise: ε, (K, n), finite, of the mistake's distribution if the mistake is another noise; if
            that depends on t, Gumbel noise, of which each step makes that of its own t.
        p: where it starts, K weights ≥ 0, normalised here.
        rule: what all steps have in common; weights of absolute value ≤ 1000.
        temperatures: t of each step, finite, ≥ 0. There are as many steps as they and the noise
            allow.
        rate: finite, ≥ 0.
        batch: draws in a step, ≥ 1.
        estimators: by which there is a descent each.
        fresh: more noise (copies, K, n) for Gumbel-Rao, whose m is the number of copies, and for
            REBAR, which takes the first.

    Raises:
        ParameterError: for a p that cannot be used.
        ValueError: if batch < 1, or without fresh noise for estimators that need it.
    """
    if batch < 1:
        raise ValueError(f"batch is {batch}, but must be 1 or more.")
    if fresh is None and NEED_FRESH & {*estimators}:
        raise ValueError("Gumbel-Rao and REBAR need fresh noise.")
    start, mistake = Distribution(p), rule.mistake
    steps = min(len(temperatures), np.shape(noise)[1] // batch)
    at = temperatures[:steps]
    rows = {t: rule.times(t) for t in {*at}}
    epsilon = _by_step(noise, steps, batch)
    if mistake.noise_depends_on_t:
        _make_noise_of(epsilon, at)
    unused = epsilon[:, None]
    descent = Descent(
        costs=rule.loss is Loss.COST,
        on_p=mistake.adds_to_p,
        by_t=mistake.scores_depend_on_t,
        rate=rate,
        backward=divisor(rule.backward_temperature) if mistake.slopes_by_t else 1.0,
        eta=rule.eta,
        weights=np.array(rule.weights, np.float64),
        losses=rule.losses,
        times=np.array([rows[t] for t in at], np.float64).reshape(steps, 4),
        noise=epsilon,
        fresh=unused if fresh is None else _by_step(fresh, steps, batch),
    )
    log_p = np.array(start.logs)
    paths = np.empty((len(estimators), steps + 1, len(log_p)))
    paths[:, 0] = start
    for each, path in zip(estimators, paths, strict=True):
        descend_steps(descent, each, log_p - log_p.max(), path)
    return DescentPath(np.add.reduce(paths * rule.losses, axis=2), paths)


def _make_noise_of(epsilon: Floats, temperatures: Sequence[float]) -> None:
    """Make of Gumbel noise (steps, n, K) that of each step's t."""
    for these, t in zip(epsilon, temperatures, strict=True):
        if t:
            these[...] = shifted_logarithms(np.exp(-np.exp(-these)), t)


def _by_step(noise: ArrayLike, steps: int, batch: int) -> Floats:
    """Return noise (..., K, n) as one block of memory for each step, (steps, ..., batch, K)."""
    draws = np.asarray(noise)[..., : steps * batch].swapaxes(-1, -2).astype(np.float64, order="C")
    blocks = draws.reshape(*draws.shape[:-2], steps, batch, draws.shape[-1])
    return np.ascontiguousarray(np.moveaxis(blocks, -3, 0))
