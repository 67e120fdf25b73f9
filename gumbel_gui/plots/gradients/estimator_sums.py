"""Sums of gradient estimates at several temperatures, and what the estimators cost there."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Booleans, Floats, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.gradient_sums import (
    EstimatorStats,
    GradientSums,
    bias_and_deviation,
    class_effective_size,
    drawable,
    estimate,
    reinforce_sums,
)
from gumbel_gui.core.gradients import (
    class_losses,
    exact_gradient,
    inner_p,
    reinforce_table,
)
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import effective_temperature

FEW_CLASSES = 8
"""Beyond these, estimates are so dear that every second temperature has to do."""
TEMPERATURES = tuple(float(t) for t in np.geomspace(0.05, 20, 11))
"""From 0.05 to 20, equally far apart in log t."""
SINGLE = 1e-5
"""A spread below this share of the mean is single precision, not chance."""
DIGITS = 1e-12
"""A gradient below this share of the losses is rounding in double precision."""
FLAT = 1e3
"""From this t on noise next to never moves s by much: no rare draw gives far more than others."""
SAME = 1e-5
"""Sums of the same draws, cut in different ways, differ by less than this: single precision."""
OVERHEAD = 250
"""Bytes of Python around the numbers of one estimator at one temperature."""


def temperatures(classes: int) -> tuple[float, ...]:
    """Return the temperatures at which estimators of K classes are compared."""
    return TEMPERATURES if classes <= FEW_CLASSES else TEMPERATURES[::2]


@dataclass(frozen=True, eq=False)
class Estimates:
    """Sums of some estimates of the same draws; those of disjoint draws add.

    Two are equal if they are sums of the same draws as far as single precision can tell. The fourth
    powers are not looked at: they are taken about the mean of each part by itself, and so depend
    on how draws are cut into parts (see ``GradientSums``).
    """

    sums: tuple[GradientSums, ...]

    def __add__(self, other: Any) -> Self:
        return type(self)(tuple(a + b for a, b in zip(self.sums, other.sums, strict=True)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Estimates) or len(self.sums) != len(other.sums):
            return False
        return all(_same(a, b) for a, b in zip(self.sums, other.sums, strict=True))

    __hash__ = None  # type: ignore[assignment]  # equal ones may differ a little

    @property
    def nbytes(self) -> int:
        """The memory that is held."""
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
    """Return the sums of a chunk's estimates at these t ≥ 0.

    Returns:
        Two for each t in turn, of Gumbel-softmax and of straight-through.
    """
    parameters = chunk.parameters
    inner = inner_p(parameters.mistake, parameters.p)
    found: dict[float, tuple[GradientSums, GradientSums]] = {}
    effective = [effective_temperature(parameters.mistake, t) for t in at]
    for t in effective:
        if t not in found:
            found[t] = estimate(
                chunk.shifted_scores,
                chunk.classes,
                t,
                parameters.loss,
                parameters.loss_weights,
                chunk.work,
                inner,
            )
    return Estimates(tuple(each for t in effective for each in found[t]))


@dataclass(frozen=True)
class GradientProblem:
    """What is known of the draws beforehand: which p, f and mistake they are of.

    Where draws are all alike, this tells whether they have to be, or whether what is rare has not
    come up yet.

    Attributes:
        p: (K,).
        loss: f.
        weights: of the loss, K.
        mistake: what is done wrong.
    """

    p: Floats
    loss: Loss
    weights: tuple[float, ...]
    mistake: Mistake

    @cached_property
    def losses(self) -> Floats:
        """What each class costs, (K,)."""
        return class_losses(self.loss, self.weights)

    @cached_property
    def exact(self) -> Floats:
        """The gradient of the expected loss, (K,), 0 where it is rounding alone."""
        gradient = exact_gradient(self.p, self.losses)
        return gradient if np.linalg.norm(gradient) > self.rounding else np.zeros_like(gradient)

    @cached_property
    def rounding(self) -> float:
        """Gradients below this are rounding of the losses."""
        return DIGITS * float(np.abs(self.losses[self.possible | (self.p > 0)]).max())

    @cached_property
    def possible(self) -> Booleans:
        """Which classes may be drawn, (K,)."""
        return drawable(self.mistake, self.p)

    def relaxed_stats(self, sums: GradientSums, temperature: float) -> EstimatorStats:
        """Return what Gumbel-softmax or straight-through costs at t ≥ 0."""
        t = effective_temperature(self.mistake, temperature)
        relevant = self.losses[self.possible | (self.p > 0)]
        if self.loss is Loss.COST and np.ptp(relevant) <= self.rounding:  # the slope is 0
            none = GradientSums(sums.count, np.zeros_like(sums.total), 0.0, 0.0)
            return stats_of(none, self.exact, self.rounding, alike=True)
        mean = float(np.linalg.norm(sums.total)) / sums.count
        rounding = max(self.rounding, SINGLE * mean)
        # If only one class has a p above 0, s is its one-hot vector, or p has no slope.
        alone = self.mistake is Mistake.NO_NOISE or np.count_nonzero(self.p) == 1
        alike = alone or t == 0 or t >= FLAT
        return stats_of(sums, self.exact, rounding, alike)

    def reinforce_stats(self, counts: Whole, baseline: float) -> EstimatorStats:
        """Return what REINFORCE costs.

        Args:
            counts: how often each class was drawn, (K,).
            baseline: b.
        """
        table = reinforce_table(self.p, self.losses, baseline)
        alike = float(np.ptp(table[self.possible], axis=0).max()) <= self.rounding
        stat = stats_of(reinforce_sums(table, counts), self.exact, self.rounding, alike)
        if alike:
            return stat
        most = class_effective_size(table, counts, self.possible)
        return replace(stat, effective_size=min(stat.effective_size, most))


def stats_of(sums: GradientSums, exact: ArrayLike, rounding: float, alike: bool) -> EstimatorStats:
    """Return bias and standard deviation, as 0 where they are rounding alone.

    Args:
        sums: of the draws.
        exact: ∇F, (K,).
        rounding: a deviation, or a bias, of no more than this is none.
        alike: whether draws without any spread are so by law. Otherwise they only have not shown
            what is rare, and no margin can be had from them: none of them contributes.
    """
    stat = bias_and_deviation(sums, exact)
    if stat.deviation > rounding:
        return stat
    bias = stat.bias if stat.bias > rounding else 0.0
    return EstimatorStats(bias, bias, bias, 0.0, 0.0, 0.0, math.inf if alike else 0.0)
