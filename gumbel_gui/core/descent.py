"""Descent: stochastic gradient descent of p by every gradient estimator, from given noise.

Sources: those of the estimators, see ``gradients``; for the steps Robbins & Monro (1951), A
Stochastic Approximation Method.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Booleans, Floats, Indices
from gumbel_gui.core.gradients import class_losses, column, divisor, through_p
from gumbel_gui.core.losses import FIRST_FOUR, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.noise_laws import shifted_logarithms
from gumbel_gui.core.parameters import effective_temperature
from gumbel_gui.core.probabilities import Distribution

LONGEST = 1e100
"""Limit of the move of a logit in one step, so that nothing overflows; p is one-hot long before."""


@dataclass(frozen=True)
class DescentPath:
    """Losses and p of a run from the start on, in the order of ``FIRST_FOUR``.

    Attributes:
        losses: the exact expected loss, (4, steps + 1).
        p: probabilities, (4, steps + 1, K).
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
    loss: Loss,
    weights: ArrayLike,
    temperatures: Sequence[float],
    rate: float,
    batch: int,
    mistake: Mistake = Mistake.NONE,
) -> DescentPath:
    """Move the logits down the estimated gradients: ln p ← ln p − rate · mean of ĝ, normalised.

    Each estimator has logits of its own, and all use the same noise: step i takes the draws
    i · batch … (i + 1) · batch − 1. An impossible class stays impossible. The baseline of
    REINFORCE is the exact expected loss at the present p.

    Args:
        noise: ε, (K, n), finite, of the mistake's distribution if the mistake is another noise; if
            that depends on t, Gumbel noise, of which each step makes that of its own t.
        p: where it starts, K weights ≥ 0, normalised here.
        loss: f.
        weights: of the loss, (K,), of absolute value ≤ 1000.
        temperatures: t of each step, finite, ≥ 0. There are as many steps as they and the noise
            allow.
        rate: finite, ≥ 0.
        batch: draws in a step, ≥ 1.
        mistake: what is done wrong with ln p or with t.

    Raises:
        ParameterError: for a p that cannot be used.
        ValueError: if batch < 1.
    """
    if batch < 1:
        raise ValueError(f"batch is {batch}, but must be 1 or more.")
    distribution = Distribution(p)
    start = np.array(distribution)
    steps = min(len(temperatures), np.shape(noise)[1] // batch)
    # One block of memory for each step.
    epsilon = np.asarray(noise)[:, : steps * batch].reshape(len(start), steps, batch)
    epsilon = epsilon.transpose(1, 0, 2).astype(np.float64, order="C")
    stepper = _Stepper(loss, np.array(weights, np.float64), rate, mistake)
    path = np.empty((steps + 1, len(FIRST_FOUR), len(start)))
    path[0] = start
    logits = np.tile(distribution.logs, (len(FIRST_FOUR), 1))
    with np.errstate(over="ignore", under="ignore"):
        for i in range(steps):
            move = stepper.move(path[i], logits, epsilon[i], temperatures[i])
            logits, path[i + 1] = _moved(logits, move)
    losses = np.add.reduce(path * stepper.losses, axis=2)
    return DescentPath(losses.T.copy(), path.transpose(1, 0, 2).copy())


def _moved(logits: Floats, move: Floats) -> tuple[Floats, Floats]:
    """Return ln p and p (4, K) after a step; ln p is finite even where p is too small for that."""
    logits = logits - move
    logits -= np.maximum.reduce(logits, axis=1, keepdims=True)
    p = np.exp(logits)
    total = np.add.reduce(p, axis=1, keepdims=True)
    return logits - np.log(total), p / total


class _Stepper:
    """Computes the move of each step; the first two estimators need s, the last three y."""

    def __init__(self, loss: Loss, weights: Floats, rate: float, mistake: Mistake) -> None:
        self.losses = class_losses(loss, weights)
        self._loss = loss
        self._weights = column(weights, 2)
        self._rate = rate
        self._mistake = mistake
        self._classes = np.arange(len(weights))[:, None]

    def move(self, p: Floats, logits: Floats, epsilon: Floats, temperature: float) -> Floats:
        """Return rate · mean of ĝ (4, K) of p and ln p (4, K), noise (K, batch) and t."""
        mistake, on_p = self._mistake, self._mistake.adds_to_p
        if mistake.noise_depends_on_t and temperature:
            epsilon = shifted_logarithms(np.exp(-np.exp(-epsilon)), temperature)
        shift = p if on_p else logits
        if mistake.scores_depend_on_t and not mistake.noise_depends_on_t:
            shift = (logits - logits.max(axis=1, keepdims=True)) / divisor(temperature)
        scores = shift[:, :, None] + epsilon
        codes = scores[1:].argmax(axis=1)
        hard = codes[:, None] == self._classes
        t = effective_temperature(mistake, temperature)
        move = np.empty(p.shape)
        move[:2] = self._pulled_back(
            scores[:2], hard[0], t, temperature if mistake.slopes_by_t else 1.0
        )
        if on_p:
            for row in (0, 1):
                move[row] = through_p(move[row], p[row])
        move[2:] = self._reinforced(p[2:], codes[1:], hard[1:])
        return np.minimum(np.maximum(move, -LONGEST), LONGEST)

    def _pulled_back(
        self, scores: Floats, hard: Booleans, t: float, slope_t: float
    ) -> Floats | float:
        """Return rate · mean of ĝ of Gumbel-softmax and straight-through, (2, K)."""
        if slope_t == 0:
            return 0.0
        scores -= np.maximum.reduce(scores, axis=1, keepdims=True)
        scores /= divisor(t)
        s = np.exp(scores, out=scores)
        s /= np.add.reduce(s, axis=1, keepdims=True)
        # Half of f' for the distance; a constant in it makes no difference.
        slopes: Any = self._weights
        factor = self._rate / divisor(slope_t)
        if self._loss is Loss.DISTANCE:
            slopes = np.empty(s.shape)
            np.subtract(s[0], self._weights, out=slopes[0])
            np.subtract(hard, self._weights, out=slopes[1])
            factor *= 2
        mean = np.add.reduce(slopes * s, axis=1, keepdims=True)
        total = np.add.reduce((slopes - mean) * s, axis=2) / s.shape[2]
        # At a tiny t the factor is so large that products with it might overflow.
        return np.asarray(total * min(factor, LONGEST))

    def _reinforced(self, p: Floats, codes: Indices, hard: Booleans) -> Floats:
        """Return rate · mean of ĝ of REINFORCE without and with a baseline, (2, K)."""
        advantages = self.losses[codes]
        advantages[1] -= (p[1] * self.losses).sum()
        mean = np.add.reduce(advantages, axis=1, keepdims=True) / codes.shape[1]
        chosen = np.add.reduce(advantages[:, None] * hard, axis=2) / codes.shape[1]
        return np.asarray(self._rate * (chosen - mean * p))
