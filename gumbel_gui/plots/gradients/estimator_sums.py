"""Gradient estimators: sums over chunks at several t, and their bias and standard deviation."""

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
from gumbel_gui.core.gradients import class_losses, exact_gradient, inner_p, reinforce_table
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters, effective_temperature
from gumbel_gui.core.probabilities import Distribution

FEW_CLASSES = 8
"""Estimates of more classes take so long that they are computed at every second temperature."""
TEMPERATURES = tuple(float(t) for t in np.geomspace(0.05, 20, 11))
"""From 0.05 to 20, equally far apart in log t."""
SINGLE = 1e-5
"""A deviation below this share of the mean is rounding in single precision."""
DIGITS = 1e-12
"""A gradient below this share of the losses is rounding in double precision."""
FLAT = 1e3
"""From this t on noise hardly moves s: no rare draw has an estimate far from the others."""
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


@dataclass(frozen=True, eq=False)
class GradientProblem:
    """The gradient that is estimated, and which draws there can be.

    If all draws so far gave the same estimate, this decides whether they must, or whether rare
    draws have not come up yet. There are K probabilities p and K weights.
    """

    p: tuple[float, ...]
    loss: Loss
    weights: tuple[float, ...]
    mistake: Mistake

    @classmethod
    def of(cls, parameters: Parameters) -> GradientProblem:
        """Return the problem that parameters describe."""
        p, weights = parameters.probabilities, parameters.loss_weights
        return cls(p, parameters.loss, weights, parameters.mistake)

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
        return drawable(self.mistake, self.p)

    @cached_property
    def _positive(self) -> Booleans:
        """Which classes have a p above 0, however small, (K,)."""
        return np.isfinite(Distribution(self.p).logs)

    def relaxed_stats(self, sums: GradientSums, temperature: float) -> EstimatorStats:
        """Return bias and deviation of Gumbel-softmax or straight-through at t ≥ 0."""
        t = effective_temperature(self.mistake, temperature)
        if self.loss is Loss.COST and np.ptp(self.relevant) <= self.rounding:  # the slope is 0
            none = GradientSums(sums.count, np.zeros_like(sums.total), 0.0, 0.0)
            return stats_of(none, self.exact, self.rounding, alike=True)
        mean = float(np.linalg.norm(sums.total)) / sums.count
        rounding = max(self.rounding, SINGLE * mean)
        # If only one class has a p above 0, s is its one-hot vector, or p has no slope.
        alone = self.mistake is Mistake.NO_NOISE or np.count_nonzero(self._positive) == 1
        alike = alone or t == 0 or t >= FLAT
        return stats_of(sums, self.exact, rounding, alike)

    def reinforce_stats(self, counts: Whole, baseline: float) -> EstimatorStats:
        """Return bias and deviation of REINFORCE with a baseline, of counts (K,) of the classes."""
        table = reinforce_table(self.p, self.losses, baseline)
        alike = float(np.ptp(table[self.possible], axis=0).max()) <= self.rounding
        stat = stats_of(reinforce_sums(table, counts), self.exact, self.rounding, alike)
        if alike:
            return stat
        most = class_effective_size(table, counts, self.possible)
        return replace(stat, effective_size=min(stat.effective_size, most))


def stats_of(sums: GradientSums, exact: ArrayLike, rounding: float, alike: bool) -> EstimatorStats:
    """Return bias and standard deviation, or 0 for one that is rounding alone.

    Args:
        sums: of the draws.
        exact: ∇F, (K,).
        rounding: a deviation or a bias up to this is 0.
        alike: whether estimates must be equal if they have no spread. Otherwise rare draws may be
            missing, and the draws give no margin: their effective size is 0.
    """
    stat = bias_and_deviation(sums, exact)
    if stat.deviation > rounding:
        return stat
    bias = stat.bias if stat.bias > rounding else 0.0
    return EstimatorStats(bias, bias, bias, 0.0, 0.0, 0.0, math.inf if alike else 0.0)
