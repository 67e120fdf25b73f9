"""Descent: stochastic gradient descent of p by gradient estimators, from given noise.

Sources: those of the estimators, see ``descent_steps``; for the steps Robbins & Monro (1951), A
Stochastic Approximation Method.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.descent_steps import MEANS, StepDraws, StepRule
from gumbel_gui.core.losses import FIRST_FOUR, Estimator
from gumbel_gui.core.noise_laws import shifted_logarithms
from gumbel_gui.core.probabilities import Distribution

NEED_FRESH = frozenset({Estimator.GUMBEL_RAO, Estimator.REBAR})
"""Estimators that draw noise anew, given the class."""
LONGEST = 1e100
"""Limit of the move of a logit in one step, so that nothing overflows; p is one-hot long before."""


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
    distribution = Distribution(p)
    start = np.array(distribution)
    steps = min(len(temperatures), np.shape(noise)[1] // batch)
    if fresh is None and NEED_FRESH & {*estimators}:
        raise ValueError("Gumbel-Rao and REBAR need fresh noise.")
    if fresh is None or not NEED_FRESH & {*estimators}:
        fresh = np.empty((0, len(start), steps * batch), np.float32)
    # One block of memory for each step.
    epsilon = np.asarray(noise)[:, : steps * batch].reshape(len(start), steps, batch)
    epsilon = epsilon.transpose(1, 0, 2).astype(np.float64, order="C")
    path = np.empty((steps + 1, len(estimators), len(start)))
    path[0] = start
    logits = np.tile(distribution.logs, (len(estimators), 1))
    move = np.empty(logits.shape)
    with np.errstate(over="ignore", under="ignore"):
        for i in range(steps):
            t, these = temperatures[i], epsilon[i]
            if rule.mistake.noise_depends_on_t and t:
                these = shifted_logarithms(np.exp(-np.exp(-these)), t)
            own = fresh[:, :, i * batch : (i + 1) * batch]
            for row, each in enumerate(estimators):
                drawn = StepDraws(rule, logits[row], path[i, row], these, t, own)
                move[row] = rate * MEANS[each](drawn)
            np.clip(move, -LONGEST, LONGEST, out=move)
            logits, path[i + 1] = _moved(logits, move)
    losses = np.add.reduce(path * rule.losses, axis=2)
    return DescentPath(losses.T.copy(), path.transpose(1, 0, 2).copy())


def _moved(logits: Floats, move: Floats) -> tuple[Floats, Floats]:
    """Return ln p and p (estimators, K) after a step; ln p is finite, however small p is."""
    logits = logits - move
    logits -= np.maximum.reduce(logits, axis=1, keepdims=True)
    p = np.exp(logits)
    total = np.add.reduce(p, axis=1, keepdims=True)
    return logits - np.log(total), p / total
