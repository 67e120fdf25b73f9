"""Sums of gradient estimates at several temperatures, and what the estimators cost there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.gradient_sums import (
    GradientSums,
    Price,
    bias_and_deviation,
    estimate,
    reinforce_sums,
)
from gumbel_gui.core.gradients import (
    effective_temperature,
    expected_loss,
    inner_slope,
    reinforce_table,
)

Floats = NDArray[np.float64]

FEW_CLASSES = 8
"""Beyond these, estimates are so dear that every second temperature has to do."""
TEMPERATURES = tuple(float(t) for t in np.geomspace(0.05, 20, 11))
"""From 0.05 to 20, equally far apart in log t."""
ROUNDING = 1e-5
"""A spread below this share of the mean is single precision, not chance."""
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
    inner = inner_slope(parameters.mistake, parameters.p)
    found: dict[float, tuple[GradientSums, GradientSums]] = {}
    effective = [effective_temperature(parameters.mistake, t) for t in at]
    for t in effective:
        if t not in found:
            found[t] = estimate(
                chunk.gaps,
                chunk.classes,
                t,
                parameters.loss,
                parameters.loss_weights,
                chunk.work,
                inner,
            )
    return Estimates(tuple(each for t in effective for each in found[t]))


def price_of(sums: GradientSums, exact: ArrayLike) -> Price:
    """Return bias and standard deviation, the latter as 0 where it is rounding alone."""
    price = bias_and_deviation(sums, exact)
    mean = float(np.linalg.norm(sums.total)) / sums.count
    if price.deviation > ROUNDING * mean:
        return price
    # Such draws are all the same, and so all of them contribute.
    return replace(
        price, deviation=0.0, deviation_low=0.0, deviation_high=0.0, contributing=float(sums.count)
    )


def reinforce_prices(
    p: Floats, losses: Floats, counts: NDArray[np.int64], exact: Floats
) -> tuple[Price, Price]:
    """Return what REINFORCE costs, without and with the expected loss as a baseline.

    Args:
        p: (K,).
        losses: of the classes, (K,).
        counts: how often each class was drawn, (K,).
        exact: ∇F, (K,).
    """
    plain, better = (
        price_of(reinforce_sums(reinforce_table(p, losses, baseline), counts), exact)
        for baseline in (0.0, expected_loss(p, losses))
    )
    return plain, better
