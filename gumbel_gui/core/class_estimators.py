"""Gradient estimators that depend on the drawn classes alone: their mean and variance, exactly.

Such an estimate is a table: row k is what a draw of class k gives. With the probabilities q of the
classes that are drawn, mean and variance are finite sums, and no draw is needed.

Notation as in ``gradients``: θ are the logits, p = softmax(θ), f the loss, F = Σ p_k f(e_k), and
J(v) a = v ∘ (a − v·a), the slope of softmax where it is v, applied to a.

Sources:
    Bengio, Léonard & Courville (2013): straight-through, J(p) f'(e_k).
    Shah, Yan, Mozer & Liu (2024), Improving Discrete Optimisation Via Decoupled Straight-Through
    Gumbel-Softmax: a temperature for what is drawn, another for its slope.
    Liu, Dong, Liu, Yu & Gao (2023), Bridging Discrete and Backpropagation: Straight-Through and
    Beyond: ReinMax, 2 J(π) f'(e_k) − J(p) f'(e_k) / 2 with π = (softmax(θ / t) + e_k) / 2.
    Kool, van Hoof & Welling (2019), Buy 4 REINFORCE Samples, Get a Baseline for Free!
    Hoeffding (1948), A Class of Statistics with Asymptotically Normal Distribution: the variance
    of leave-one-out, which is a U-statistic.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.class_law import class_law, resolved
from gumbel_gui.core.gradients import (
    class_losses,
    exact_gradient,
    expected_loss,
    pull_back,
    reinforce_table,
    slope,
    through_p,
)
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.core.theory import tempered

DIGITS = 1e-12
"""What is below this share of the estimates is rounding in double precision."""


@dataclass(frozen=True, eq=False)
class ExactLaw:
    """Mean and variance of an estimate ĝ of ∇F, of which no digit comes from draws.

    Attributes:
        mean: E ĝ, (K,).
        bias: ‖E ĝ − ∇F‖₂.
        variance: Σ_j Var ĝ_j.
    """

    mean: Floats
    bias: float
    variance: float

    @property
    def deviation(self) -> float:
        """√Σ_j Var ĝ_j."""
        return math.sqrt(self.variance)


@dataclass(frozen=True)
class ClassEstimators:
    """The estimators of one gradient that depend on the drawn classes alone.

    Attributes:
        p: K probabilities; ln p is taken from a ``Distribution``.
        loss: f.
        weights: of the loss, K.
        mistake: made in drawing; slopes and ∇F are right.
        drawn_at: the t at which classes are drawn, where a mistake makes them depend on it.
    """

    p: tuple[float, ...]
    loss: Loss
    weights: tuple[float, ...]
    mistake: Mistake = Mistake.NONE
    drawn_at: float = 1.0

    @classmethod
    def of(cls, parameters: Parameters) -> Self:
        """Return the estimators of the gradient that parameters describe."""
        p, weights = parameters.probabilities, parameters.loss_weights
        at = parameters.drawn_at
        return cls(p, parameters.loss, weights, parameters.mistake, at)

    @property
    def known(self) -> bool:
        """Whether the law of the classes does not depend on the rounding of scores."""
        noise, p = self.mistake.noise(self.drawn_at), Distribution(self.p)
        return resolved(noise, self.mistake.logits(p, self.drawn_at))

    def law(
        self, estimator: Estimator, temperature: float, backward: float, samples: int
    ) -> ExactLaw:
        """Return the law of an estimator that depends on the class alone, at t, t_b and m.

        Raises:
            ValueError: for another one.
        """
        match estimator:
            case Estimator.SOFTMAX_STRAIGHT_THROUGH:
                return self.softmax_straight_through()
            case Estimator.DECOUPLED:
                return self.decoupled(temperature, backward)
            case Estimator.REINMAX:
                return self.reinmax(temperature)
            case Estimator.REINFORCE | Estimator.BASELINE:
                return self.reinforce(baseline=estimator is Estimator.BASELINE)
            case Estimator.LEAVE_ONE_OUT:
                return self.leave_one_out(samples)
        raise ValueError(f"{estimator.value} does not depend on the class alone.")

    def softmax_straight_through(self) -> ExactLaw:
        """Return the law of J(p) f'(e_k)."""
        return self._law(through_p(self._slopes, self.p).T, self.chosen)

    def decoupled(self, forward: float, backward: float) -> ExactLaw:
        """Return the law of J(softmax(θ / t_b)) f'(e_k) / t_b, of draws from softmax(θ / t_f).

        Args:
            forward: t_f, ≥ 0; at 0 the most probable class is drawn.
            backward: t_b, > 0.
        """
        t_b = backward if self.mistake.slopes_by_t else 1.0
        table = through_p(self._slopes, tempered(self.p, t_b)).T / t_b
        return self._law(table, self.chosen_at(forward))

    def reinmax(self, temperature: float) -> ExactLaw:
        """Return the law of ReinMax at t ≥ 0, at t = 1 without bias for losses up to quadratic."""
        middle = (self._shares_at(temperature)[:, None] + np.eye(len(self.p))) / 2
        second = 2 * pull_back(middle, self._slopes, 1.0)
        return self._law((second - through_p(self._slopes, self.p) / 2).T, self.chosen)

    def reinforce(self, *, baseline: bool = False) -> ExactLaw:
        """Return the law of REINFORCE, where asked with the exact F as its baseline."""
        b = expected_loss(self.p, self._losses) if baseline else 0.0
        return self._law(reinforce_table(self.p, self._losses, b), self.chosen)

    def leave_one_out(self, samples: int) -> ExactLaw:
        """Return the law of the mean of m ≥ 2 REINFORCE, each with the others' loss as baseline.

        That is the mean of h = (f_i − f_j)(e_i − e_j) / 2 over all pairs of the m draws: p cancels.
        Its variance is 2 (2 (m − 2) ζ₁ + ζ₂) / (m (m − 1)), where ζ₁ is the variance of h's mean
        over one of the two draws, and ζ₂ that of h. As ‖h‖² = (f_i − f_j)² / 2, E ‖h‖² is the
        variance of f.
        """
        q, m = self.chosen, samples
        f = self._losses - self._losses[q.argmax()]
        apart = f - expected_loss(q, f)
        # Row i is the mean of h over j.
        first = (np.diag(apart) - q * np.subtract.outer(f, f)) / 2
        one = self._law(first, q)
        differ = np.abs(f[q > 0]).max() > self._rounding(first)
        two = float((q * (1 - q) * apart**2).sum()) if differ else 0.0
        variance = 2 * (2 * (m - 2) * one.variance + two) / (m * (m - 1))
        return ExactLaw(one.mean, one.bias, variance)

    def decoupled_biases(self, forward: Floats, backward: Floats) -> Floats:
        """Return the biases of ``decoupled`` at t_f and t_b, which are broadcast, (...)."""
        biases = np.linalg.norm(self.decoupled_errors(forward, backward), axis=-1)
        return np.where(biases > self._rounding(self._slopes.T), biases, 0.0)

    def decoupled_errors(self, forward: Floats, backward: Floats) -> Floats:
        """Return E ĝ − ∇F of ``decoupled`` at t_f and t_b, which are broadcast, (..., K).

        Only the mean of f'(e_k) depends on t_f, and only the slope of softmax on t_b.
        """
        slopes = self._chosen_at_each(forward) @ self._slopes.T
        t_b = backward if self.mistake.slopes_by_t else np.ones_like(backward)
        shares = self._tempered(t_b)
        # As in ``through_p``: no digits are lost where shares are nearly one-hot.
        slopes -= slopes[..., [int(np.argmax(self.p))]]
        behind = slopes - np.add.reduce(slopes * shares, axis=-1, keepdims=True)
        return np.asarray(behind * (shares / t_b[..., None]) - self.exact)

    @cached_property
    def chosen(self) -> Floats:
        """Probabilities of the classes that are drawn, (K,)."""
        return class_law(self.mistake, self.p, self.drawn_at).chosen

    def chosen_at(self, temperature: float) -> Floats:
        """Return those of draws from softmax(θ / t), (K,)."""
        if self.mistake.scores_depend_on_t:
            return class_law(self.mistake, self.p, temperature).chosen
        shares = self._shares_at(temperature)
        if self.mistake.samples_p:
            return shares
        return class_law(self.mistake, tuple(shares.tolist())).chosen

    @cached_property
    def _behind(self) -> Floats:
        """Return ln p less the largest, (K,)."""
        logs = np.array(Distribution(self.p).logs)
        return np.asarray(logs - logs.max())

    def _tempered(self, temperatures: Floats) -> Floats:
        """Return softmax(θ / t) at temperatures > 0, (..., K)."""
        with np.errstate(over="ignore", under="ignore"):
            powers = np.exp(self._behind / temperatures[..., None])
            return np.asarray(powers / np.add.reduce(powers, axis=-1, keepdims=True))

    def _chosen_at_each(self, temperatures: Floats) -> Floats:
        """Return ``chosen_at`` of temperatures > 0, (..., K)."""
        if self.mistake.samples_p and self.mistake.slopes_by_t:
            return self._tempered(temperatures)
        each = [self.chosen_at(t) for t in temperatures.ravel().tolist()]
        return np.stack(each).reshape(*temperatures.shape, -1)

    @cached_property
    def exact(self) -> Floats:
        """The gradient ∇F, (K,)."""
        return exact_gradient(self.p, self._losses)

    @cached_property
    def _losses(self) -> Floats:
        return class_losses(self.loss, self.weights)

    @cached_property
    def _slopes(self) -> Floats:
        """f'(e_k), one column for each class, (K, K)."""
        return slope(self.loss, self.weights, np.eye(len(self.p)))

    def _shares_at(self, temperature: float) -> Floats:
        """Return softmax(θ / t), (K,); at t = 0 equal shares of the most probable classes."""
        t = temperature if self.mistake.slopes_by_t else 1.0
        if t > 0:
            return tempered(self.p, t)
        logs = np.array(Distribution(self.p).logs)
        return np.asarray((logs == logs.max()) / (logs == logs.max()).sum())

    def _law(self, table: Floats, chosen: Floats) -> ExactLaw:
        """Return the law of the rows of a table (K, K) that are drawn with these probabilities."""
        mean = chosen @ table
        # About a likely row no digits are lost, and rows that are all the same have no variance.
        apart = table - table[chosen.argmax()]
        spread = np.abs(apart[chosen > 0]).max()
        if spread <= self._rounding(table):
            return ExactLaw(mean, self._bias(mean, table), 0.0)
        square = ((apart - chosen @ apart) ** 2).sum(axis=1)
        return ExactLaw(mean, self._bias(mean, table), float(chosen @ square))

    def _bias(self, mean: Floats, table: Floats) -> float:
        bias = float(np.linalg.norm(mean - self.exact))
        return bias if bias > self._rounding(table) else 0.0

    def _rounding(self, table: Floats) -> float:
        """Return what is rounding beside the losses and the rows that matter."""
        some = (self.chosen > 0) | np.isfinite(Distribution(self.p).logs)
        return DIGITS * float(max(np.abs(self._losses[some]).max(), np.abs(table[some]).max()))
