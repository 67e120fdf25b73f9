"""The mean estimate of a few draws by each estimator, as one step of a descent needs it.

Formulas and sources are those of ``gradients``, ``class_estimators`` and ``conditional_sums``. Of
leave-one-out, all draws of a step are each other's baselines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats, Indices, Singles
from gumbel_gui.core.conditional import gaps_given_winner
from gumbel_gui.core.gradients import class_losses, column, divisor, through_p
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import effective_temperature

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

    @cached_property
    def _column(self) -> Floats:
        return column(self.weights, 2)

    def slope(self, y: Floats) -> Floats:
        """Return f' at y (K, n), (K, n), or where it is the same everywhere (K, 1)."""
        return self._column if self.loss is Loss.COST else 2 * (y - self._column)

    def value(self, y: Floats) -> Floats:
        """Return f (n,) at y (K, n)."""
        w = self._column
        return np.asarray(np.add.reduce(w * y if self.loss is Loss.COST else (y - w) ** 2, axis=0))


@dataclass(frozen=True, eq=False)
class StepDraws:
    """The draws of one step by one estimator.

    Attributes:
        rule: of all steps.
        logits: ln p, (K,); −∞ for a class that cannot be drawn.
        p: (K,).
        epsilon: the noise of the draws, (K, n).
        temperature: t ≥ 0.
        fresh: more Gumbel noise for draws given the class, (copies, K, n).
    """

    rule: StepRule
    logits: Floats
    p: Floats
    epsilon: Floats
    temperature: float
    fresh: Singles

    @cached_property
    def scores(self) -> Floats:
        """g, (K, n)."""
        return self.added[:, None] + self.epsilon

    @cached_property
    def added(self) -> Floats:
        """What the noise is added to, (K,)."""
        mistake = self.rule.mistake
        if mistake.scores_depend_on_t and not mistake.noise_depends_on_t:
            return np.asarray((self.logits - self.logits.max()) / divisor(self.temperature))
        return self.p if mistake.adds_to_p else self.logits

    @cached_property
    def classes(self) -> Indices:
        """The classes argmax g, (n,)."""
        return np.asarray(self.scores.argmax(axis=0))

    @cached_property
    def hard(self) -> Floats:
        """D, (K, n)."""
        return _one_hot(self.classes, len(self.p))

    @cached_property
    def relaxed(self) -> Floats:
        """s, (K, n)."""
        return self.softened(self.scores)

    @property
    def slope_temperature(self) -> float:
        """What slopes are divided by; at 0 there are none."""
        return self.temperature if self.rule.mistake.slopes_by_t else 1.0

    def softened(self, scores: Floats) -> Floats:
        """Return softmax(g / t) of scores (K, n), or what is made of them by mistake."""
        return _softmax(scores, effective_temperature(self.rule.mistake, self.temperature))

    @cached_property
    def gaps(self) -> Floats:
        """Scores less the largest, given the class of each draw, (K, copies · n)."""
        added = self.added
        noise = np.concatenate([*self.fresh], axis=1)
        winners = np.tile(self.classes, len(self.fresh))
        top = added.max()
        log_q = added - top - np.log(np.exp(added - top).sum())
        gaps_given_winner(log_q, winners, noise)
        return np.asarray(noise, np.float64)

    def passed_on(self, gradients: Floats) -> Floats:
        """Return the mean (K,), by θ, of gradients by g·t (K, n)."""
        mean = _mean(gradients)
        mean = through_p(mean, self.p) if self.rule.mistake.adds_to_p else mean
        return np.asarray(mean * min(1 / divisor(self.slope_temperature), LARGEST))


def _gumbel_softmax(draws: StepDraws) -> Floats | float:
    if draws.slope_temperature == 0:
        return 0.0
    return draws.passed_on(_pulled(draws.relaxed, draws.rule.slope(draws.relaxed)))


def _straight_through(draws: StepDraws) -> Floats | float:
    if draws.slope_temperature == 0:
        return 0.0
    return draws.passed_on(_pulled(draws.relaxed, draws.rule.slope(draws.hard)))


def _softmax_straight_through(draws: StepDraws) -> Floats:
    return through_p(_mean(draws.rule.slope(draws.hard)), draws.p)


def _decoupled(draws: StepDraws) -> Floats:
    rule, mistake, hard = draws.rule, draws.rule.mistake, draws.hard
    t_b = rule.backward_temperature if mistake.slopes_by_t else 1.0
    if not mistake.scores_depend_on_t:  # else the draws are of this t already
        q = draws.softened(draws.logits)
        with np.errstate(divide="ignore"):
            added = q if mistake.adds_to_p else np.log(q)
        hard = _one_hot((added[:, None] + draws.epsilon).argmax(axis=0), len(q))
    return through_p(_mean(rule.slope(hard)), _softmax(draws.logits, t_b)) / t_b


def _reinmax(draws: StepDraws) -> Floats:
    slopes = draws.rule.slope(draws.hard)
    middle = (_softmax(draws.logits, draws.slope_temperature)[:, None] + draws.hard) / 2
    second = 2 * _mean(_pulled(middle, slopes))
    return np.asarray(second - through_p(_mean(slopes), draws.p) / 2)


def _gumbel_rao(draws: StepDraws) -> Floats | float:
    if draws.slope_temperature == 0:
        return 0.0
    slopes = draws.rule.slope(np.tile(draws.hard, (1, len(draws.fresh))))
    return draws.passed_on(_pulled(draws.softened(draws.gaps), slopes))


def _scored(draws: StepDraws, advantages: Floats) -> Floats:
    """Return the mean of advantages (n,) times ∇ln p of the class, (K,)."""
    mean = _mean(advantages * draws.hard)
    return np.asarray(mean - _mean(advantages) * draws.p)


def _reinforce(draws: StepDraws) -> Floats:
    return _scored(draws, draws.rule.losses[draws.classes])


def _baseline(draws: StepDraws) -> Floats:
    losses = draws.rule.losses
    return _scored(draws, losses[draws.classes] - np.add.reduce(draws.p * losses))


def _leave_one_out(draws: StepDraws) -> Floats:
    losses = draws.rule.losses[draws.classes]
    n = len(losses)  # of one draw there are no others, and nothing is known
    return _scored(draws, (losses - _mean(losses)) * (n / max(n - 1, 1)))


def _rebar(draws: StepDraws) -> Floats:
    rule, losses = draws.rule, draws.rule.losses[draws.classes]
    gaps = draws.gaps[:, : draws.scores.shape[1]]
    fresh, shares = draws.softened(gaps), np.exp(gaps)
    scored = _scored(draws, losses - rule.eta * rule.value(fresh))
    if draws.slope_temperature == 0:
        return scored
    slopes = _pulled(fresh, rule.slope(fresh))
    lost = np.add.reduce(slopes * shares, axis=0)
    control = (1 - shares) * slopes + _softmax(draws.added, 1.0)[:, None] * lost
    own = _pulled(draws.relaxed, rule.slope(draws.relaxed))
    return scored + rule.eta * draws.passed_on(own - control)


MEANS: dict[Estimator, Callable[[StepDraws], Floats | float]] = {
    Estimator.GUMBEL_SOFTMAX: _gumbel_softmax,
    Estimator.STRAIGHT_THROUGH: _straight_through,
    Estimator.SOFTMAX_STRAIGHT_THROUGH: _softmax_straight_through,
    Estimator.DECOUPLED: _decoupled,
    Estimator.REINMAX: _reinmax,
    Estimator.GUMBEL_RAO: _gumbel_rao,
    Estimator.REINFORCE: _reinforce,
    Estimator.BASELINE: _baseline,
    Estimator.LEAVE_ONE_OUT: _leave_one_out,
    Estimator.REBAR: _rebar,
}
"""The mean estimate (K,) of the draws of a step, by each estimator."""


def _mean(values: Floats) -> Floats:
    """Return the mean over the last axis; ``mean`` takes longer than a step of few draws."""
    return np.asarray(np.add.reduce(values, axis=-1) / values.shape[-1])


def _pulled(s: Floats, slopes: Floats) -> Floats:
    """Return s ∘ (a − s·a), (K, n), of s and a (K, n)."""
    return np.asarray(s * (slopes - np.add.reduce(s * slopes, axis=0)))


def _softmax(scores: Floats, t: float) -> Floats:
    """Return softmax(g / t) (K, ...) along the first axis; at t = 0 the largest share it."""
    behind = scores - np.maximum.reduce(scores, axis=0)
    grown = np.exp(behind / divisor(t)) if t else (behind == 0).astype(np.float64)
    return np.asarray(grown / np.add.reduce(grown, axis=0))


def _one_hot(classes: ArrayLike, count: int) -> Floats:
    return np.asarray(np.equal(classes, np.arange(count)[:, None]), np.float64)
