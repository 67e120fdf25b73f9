"""Gradient estimators: sums over chunks at several t, and their bias and standard deviation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np

from gumbel_gui.core.arrays import Booleans, Bytes, Floats, Singles
from gumbel_gui.core.class_estimators import ClassEstimators
from gumbel_gui.core.class_law import class_law, drawable
from gumbel_gui.core.conditional_law import ConditionalLaw
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.gradient_law import UNKNOWN, RelaxedLaw, relaxed_spreads
from gumbel_gui.core.gradient_stats import EstimatorStats, bias_and_deviation
from gumbel_gui.core.gradient_sums import GradientSums, estimates
from gumbel_gui.core.gradients import class_losses, divisor, exact_gradient, inner_p
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake, NoiseKind
from gumbel_gui.core.parameters import Parameters, effective_temperature
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.core.raised_noise import RAISED
from gumbel_gui.core.sampling import first_argmax

FEW_CLASSES = 8
"""Estimates of more classes take so long that they are computed at every second temperature."""
TEMPERATURES = tuple(float(t) for t in np.geomspace(0.05, 20, 11))
"""From 0.05 to 20, equally far apart in log t."""
DIGITS = 1e-12
"""A gradient below this share of the losses is rounding in double precision."""
SAME = 1e-5
"""Largest relative difference between sums of the same draws in other chunks (float32)."""
OVERHEAD = 250
"""Bytes of Python objects for one estimator at one temperature."""


def temperatures(classes: int) -> tuple[float, ...]:
    """Return the temperatures at which estimators of K classes are compared."""
    return TEMPERATURES if classes <= FEW_CLASSES else TEMPERATURES[::2]


@dataclass(frozen=True, eq=False)
class Estimates:
    """Sums of several estimates of the same draws; those of disjoint draws add.

    Two are equal if they are sums of the same draws within single precision. The fourth powers are
    not compared: they are about the mean of each part, and so depend on how draws are cut into
    parts (see ``GradientSums``).
    """

    sums: tuple[GradientSums, ...]

    def __add__(self, other: Any) -> Self:
        return type(self)(tuple(a + b for a, b in zip(self.sums, other.sums, strict=True)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Estimates) or len(self.sums) != len(other.sums):
            return False
        return all(_same(a, b) for a, b in zip(self.sums, other.sums, strict=True))

    __hash__ = None  # type: ignore[assignment]  # equal ones may differ a little

    def pair(self, which: int) -> tuple[GradientSums, GradientSums]:
        """Return the sums of Gumbel-softmax and of straight-through at one of the temperatures."""
        return self.sums[2 * which], self.sums[2 * which + 1]

    @property
    def nbytes(self) -> int:
        """Memory in bytes."""
        return sum(each.total.nbytes + OVERHEAD for each in self.sums)


def _same(a: GradientSums, b: GradientSums) -> bool:
    if a.count != b.count or a.total.shape != b.total.shape:
        return False
    length = float(np.linalg.norm(a.total))
    size = length + (a.count * a.scatter) ** 0.5
    apart = float(np.linalg.norm(a.total - b.total))
    rounding = (SAME * length) ** 2 / a.count
    return apart <= SAME * size and abs(a.scatter - b.scatter) <= SAME * a.scatter + rounding


def estimates_at(chunk: Chunk, at: tuple[float, ...]) -> Estimates:
    """Return the sums of a chunk's estimates at temperatures ≥ 0.

    Returns:
        Two for each t in turn, of Gumbel-softmax and of straight-through.
    """
    now, mistake = chunk.parameters, chunk.parameters.mistake
    # The t that makes a difference, 1 for all where none does.
    alike = [t if _acts(mistake) else 1.0 for t in at]
    distinct = [*dict.fromkeys(alike)]

    def sums_at(
        shifted: Singles, classes: Bytes, relaxed_at: Sequence[float]
    ) -> list[tuple[GradientSums, GradientSums]]:
        loss, inner = (now.loss, now.loss_weights), inner_p(mistake, now.p)
        return estimates(shifted, classes, relaxed_at, *loss, chunk.work, inner)

    effective = [
        t if mistake.slopes_by_t and not t else effective_temperature(mistake, t) for t in distinct
    ]
    if mistake.scores_depend_on_t:
        each = [
            sums_at(*_draws_at(chunk, t), [relaxed_at])[0]
            for t, relaxed_at in zip(distinct, effective, strict=True)
        ]
    else:
        each = sums_at(chunk.shifted_scores, chunk.classes, effective)
    if mistake.slopes_by_t and not mistake.relaxes_by_t:
        factors = [1 / divisor(t, np.float32) for t in distinct]
        each = [
            (soft.times(factor), hard.times(factor))
            for (soft, hard), factor in zip(each, factors, strict=True)
        ]
    found = dict(zip(distinct, each, strict=True))
    return Estimates(tuple(sums for t in alike for sums in found[t]))


def _acts(mistake: Mistake) -> bool:
    """Return whether estimates depend on t at all."""
    return mistake.slopes_by_t or mistake.scores_depend_on_t


def _draws_at(chunk: Chunk, t: float) -> tuple[Singles, Bytes]:
    """Return gaps (K, n) and classes (n,) at another t; both are lent."""
    shifted, work = chunk.shifted_at(t), chunk.work
    classes = work.array("classes at t", shifted.shape[1:], np.uint8)
    wins = work.array("wins at t", shifted.shape, np.bool_)
    first_argmax(shifted, np.zeros((), np.float32), classes, wins)
    return shifted, classes


@dataclass(frozen=True, eq=False)
class GradientProblem:
    """The gradient that is estimated, and which draws there can be.

    There are K probabilities p and K weights. ``drawn_at`` is the t at which classes are drawn, 1
    where all t draw the same.
    """

    p: tuple[float, ...]
    loss: Loss
    weights: tuple[float, ...]
    mistake: Mistake
    drawn_at: float = 1.0

    @classmethod
    def of(cls, parameters: Parameters) -> GradientProblem:
        """Return the problem that parameters describe."""
        p, weights = parameters.probabilities, parameters.loss_weights
        return cls(p, parameters.loss, weights, parameters.mistake, parameters.drawn_at)

    @cached_property
    def losses(self) -> Floats:
        """Values of f for each class, (K,)."""
        return class_losses(self.loss, self.weights)

    @cached_property
    def relevant(self) -> Floats:
        """Values of f for classes that can be drawn, or have a p above 0."""
        return self.losses[self.possible | self._positive]

    @cached_property
    def exact(self) -> Floats:
        """∇F (K,), 0 if it is rounding alone."""
        gradient = exact_gradient(self.p, self.losses)
        return gradient if np.linalg.norm(gradient) > self.rounding else np.zeros_like(gradient)

    @cached_property
    def rounding(self) -> float:
        """Gradients below this are rounding of the losses."""
        return DIGITS * float(np.abs(self.relevant).max())

    @cached_property
    def possible(self) -> Booleans:
        """Which classes can be drawn, (K,)."""
        return drawable(self.mistake, self.p, self.drawn_at)

    @cached_property
    def _positive(self) -> Booleans:
        """Which classes have a p above 0, however small, (K,)."""
        return np.isfinite(Distribution(self.p).logs)

    @cached_property
    def _law(self) -> RelaxedLaw:
        return RelaxedLaw(self.p, self.loss, self.weights, self.mistake)

    @property
    def untold(self) -> bool:
        """Whether it may be unknown what draws are worth."""
        return self.mistake.noise_kind not in RAISED or self.mistake.scores_depend_on_t

    def relaxed_stats(
        self, both: tuple[GradientSums, GradientSums], temperature: float
    ) -> tuple[EstimatorStats, EstimatorStats]:
        """Return bias and deviation of Gumbel-softmax and of straight-through at t ≥ 0."""
        t = temperature if _acts(self.mistake) else 1.0
        still = self.mistake.noise_kind is NoiseKind.NONE
        # If only one class has a p above 0, s is its one-hot vector, or p has no slope.
        if self.flat or t == 0 or still or self._positive.sum() == 1:
            soft, hard = (
                self._certain(0 * sums.total if self.flat else sums.total / sums.count)
                for sums in both
            )
            return soft, hard
        spreads = zip(both, relaxed_spreads(self._law, t), strict=True)
        soft, hard = (bias_and_deviation(sums, self.exact, spread) for sums, spread in spreads)
        return soft, hard

    def rao_stats(self, sums: GradientSums, temperature: float, samples: int) -> EstimatorStats:
        """Return bias and deviation of Gumbel-Rao(m) at t ≥ 0; m is the number of samples."""
        t = effective_temperature(self.mistake, temperature)
        if self.flat or t == 0 or self._positive.sum() == 1:
            return self._certain(np.zeros(len(self.p)))
        if self.mistake.scores_depend_on_t:
            return bias_and_deviation(sums, self.exact, UNKNOWN)
        return bias_and_deviation(sums, self.exact, self._conditional.rao(t, samples))

    def rebar_stats(self, sums: GradientSums, temperature: float, eta: float) -> EstimatorStats:
        """Return bias and deviation of REBAR(η) at t ≥ 0.

        Where s and s̃ have no slope and the loss of what is drawn, it is 1 − η times REINFORCE.
        """
        t = effective_temperature(self.mistake, temperature)
        if self.flat or t == 0:
            law = ClassEstimators(
                self.p, self.loss, self.weights, self.mistake, self.drawn_at
            ).reinforce()
            bias = float(np.linalg.norm((1 - eta) * law.mean - self.exact))
            return EstimatorStats.of_law(
                bias if bias > self.rounding else 0.0, abs(1 - eta) * law.deviation
            )
        if self.mistake.scores_depend_on_t:
            return bias_and_deviation(sums, self.exact, UNKNOWN)
        spread = self._conditional.rebar(t, eta)
        if spread.inequality == math.inf and not sums.scatter:
            return self._certain(sums.total / sums.count)
        return bias_and_deviation(sums, self.exact, spread)

    @cached_property
    def flat(self) -> bool:
        """Whether the loss has no slope where classes can be drawn, or have a p above 0."""
        return self.loss is Loss.COST and bool(np.ptp(self.relevant) <= self.rounding)

    @cached_property
    def _conditional(self) -> ConditionalLaw:
        logs, on_p = np.array(Distribution(self.p).logs), inner_p(self.mistake, self.p)
        if on_p is not None:
            logs = on_p - on_p.max()
            logs -= np.log(np.exp(logs).sum())
        chosen = class_law(self.mistake, self.p).chosen
        return ConditionalLaw(
            tuple(logs.tolist()),
            tuple(chosen.tolist()),
            tuple(self.p),
            on_p is not None,
            self.loss,
            self.weights,
        )

    def _certain(self, estimate: Floats) -> EstimatorStats:
        """Return the bias of an estimate that is the same in every draw."""
        bias = float(np.linalg.norm(estimate - self.exact))
        return EstimatorStats.of_law(bias if bias > self.rounding else 0.0, 0.0)
