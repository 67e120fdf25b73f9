"""The error of estimators for a number of evaluations of f and f′, and which has the least."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from gumbel_gui.core.evaluations import evaluations
from gumbel_gui.core.gradient_stats import EstimatorStats
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots.gradients.estimator_numbers import shown_stats
from gumbel_gui.plots.gradients.estimator_sums import GradientProblem
from gumbel_gui.plots.gradients.shown_sums import ShownSums
from gumbel_gui.plots.sums import Sums

WIDER = 2.241402727604947 / 1.959963984540054
"""A 97.5 % interval beside one of 95 %: bias and deviation both lie in theirs in 95 %."""
SAME = 1e-9
"""Errors that differ by a smaller share are equal."""


@dataclass(frozen=True, eq=False)
class CostSummary(Sums):
    """Sums of the estimates of some draws at t.

    Attributes:
        draws: number of draws.
        here: the sums.
    """

    draws: int
    here: ShownSums


@dataclass(frozen=True)
class Error:
    """A root mean square error with the ends of its interval, both the value if it is exact."""

    value: float
    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Whether no draw can tell anything else."""
        return self.low == self.high


@dataclass(frozen=True)
class Price:
    """What is known of an estimator: its numbers, and what a draw costs.

    Attributes:
        stats: bias and deviation of a draw.
        cost: evaluations of f and f′ together.
        unbiased: whether its bias is 0 in theory.
    """

    stats: EstimatorStats
    cost: int
    unbiased: bool

    def draws(self, budget: int) -> int:
        """Return how many draws so many evaluations pay for."""
        return budget // self.cost

    def error(self, draws: int) -> Error:
        """Return √(bias² + V / n) of the mean of n ≥ 1 draws, V their variance.

        The interval covers in 95 %, as those of bias and deviation together do (Bonferroni).
        """
        stats, root = self.stats, math.sqrt(draws)
        if stats.exact:
            exact = math.hypot(stats.bias, stats.deviation / root)
            return Error(exact, exact, exact)
        biases, wider = (stats.bias, stats.bias_low, stats.bias_high), WIDER
        if self.unbiased:
            biases, wider = (0.0, 0.0, 0.0), 1.0
        found = _widened(*biases, wider)
        spreads = _widened(stats.deviation, stats.deviation_low, stats.deviation_high, wider)
        return Error(*(math.hypot(b, d / root) for b, d in zip(found, spreads, strict=True)))


def _widened(value: float, low: float, high: float, factor: float) -> tuple[float, float, float]:
    """Return a value ≥ 0 with an interval that is wider by a factor."""
    beyond = (factor - 1) * max(high - value, value - low)
    return value, max(low - beyond, 0.0), high + beyond


class CostNumbers:
    """What is shown of a summary.

    Attributes:
        prices: of the estimators that enough draws tell of.
        unknown: the others that are shown.
    """

    def __init__(self, summary: CostSummary, parameters: Parameters) -> None:
        problem = GradientProblem.of(parameters)
        stats = shown_stats(summary.here, problem, parameters, parameters.temperature)
        self.prices = {
            each: Price(
                stat,
                evaluations(each, parameters.samples).total,
                each.is_unbiased and parameters.mistake.samples_p and parameters.temperature > 0,
            )
            for each, stat in stats.items()
            if stat.enough
        }
        self.unknown = [each for each in stats if each not in self.prices]

    def errors(self, budget: int) -> dict[Estimator, Error]:
        """Return the errors of those that so many evaluations pay a draw of, least first."""
        paid = {e: price.draws(budget) for e, price in self.prices.items()}
        found = {e: self.prices[e].error(n) for e, n in paid.items() if n}
        return dict(sorted(found.items(), key=lambda each: each[1].value))

    def best(self, budget: int) -> tuple[Estimator, ...]:
        """Return the estimator with the least error, and those that cannot be told from it."""
        errors = self.errors(budget)
        if not errors:
            return ()
        first = next(iter(errors.values()))
        return tuple(e for e, error in errors.items() if error.low <= first.high * (1 + SAME))


numbers_of = lru_cache(maxsize=4)(CostNumbers)
"""``CostNumbers`` of a summary and parameters, computed once for picture and words."""
