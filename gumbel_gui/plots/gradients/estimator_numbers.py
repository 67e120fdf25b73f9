"""EstimatorNumbers: bias, deviation and error of the shown estimators, along t and at it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from gumbel_gui.core.class_estimators import ClassEstimators
from gumbel_gui.core.gradient_stats import EstimatorStats
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots.gradients.estimator_sums import TEMPERATURES, GradientProblem, temperatures
from gumbel_gui.plots.gradients.shown_sums import ShownSums
from gumbel_gui.plots.sums import Sums

FIRST, LAST = math.log10(TEMPERATURES[0]), math.log10(TEMPERATURES[-1])
"""Ends of the temperatures that are compared, as log10 t."""
ON_T = tuple(e for e in Estimator if e.is_relaxed or e in (Estimator.DECOUPLED, Estimator.REINMAX))
"""Estimators that depend on t whatever is drawn."""


@dataclass(frozen=True, eq=False)
class EstimatorSummary(Sums):
    """Sums of the estimates of some draws.

    Attributes:
        draws: number of draws.
        grid: at each of the ``temperatures``.
        here: at t.
    """

    draws: int
    grid: ShownSums
    here: ShownSums


class EstimatorNumbers:
    """What is shown of a summary.

    Attributes:
        problem: the gradient that is estimated.
        norm: its length, ‖∇F‖.
        now: log10 t, −∞ for 0.
        stats: bias, deviation and error of each shown estimator at t.
        paths: log10 t, ascending, with the same of those in ``ON_T``, if enough draws contribute;
            of all where a mistake makes the classes depend on t. The present t is among them, so
            that its dot is on the curve.
    """

    def __init__(self, summary: EstimatorSummary, parameters: Parameters) -> None:
        t = parameters.temperature
        self.problem = problem = GradientProblem.of(parameters)
        self.norm = float(np.linalg.norm(problem.exact))
        self.now = place(t)
        self.stats = shown_stats(summary.here, problem, parameters, t)
        grid = temperatures(parameters.classes)
        known = [
            (place(at), shown_stats(summary.grid, problem, parameters, at, i))
            for i, at in enumerate(grid)
        ]
        every = parameters.mistake.scores_depend_on_t
        self.paths = {e: self._path(known, e) for e in self.stats if every or e in ON_T}

    def _path(
        self, known: list[tuple[float, dict[Estimator, EstimatorStats]]], each: Estimator
    ) -> list[tuple[float, EstimatorStats]]:
        """Return the path of an estimator from what is known at each t of the grid."""
        path = [(x, stats[each]) for x, stats in known]
        if FIRST <= self.now <= LAST:
            path = [point for point in path if abs(point[0] - self.now) > 1e-9]
            path.append((self.now, self.stats[each]))
        return sorted(((x, stat) for x, stat in path if stat.enough), key=lambda point: point[0])


def shown_stats(
    sums: ShownSums, problem: GradientProblem, parameters: Parameters, t: float, which: int = 0
) -> dict[Estimator, EstimatorStats]:
    """Return the numbers of each shown estimator at t, which is that of a place among the sums."""
    found = dict(sums.stats(problem, parameters, t, which))
    drawn_at = t if parameters.mistake.scores_depend_on_t else 1.0
    laws = ClassEstimators(
        parameters.probabilities,
        parameters.loss,
        parameters.loss_weights,
        parameters.mistake,
        drawn_at,
    )
    for each in parameters.shown_estimators:
        if each not in found:
            found[each] = _class_stats(
                laws,
                each,
                t if each in ON_T else 1.0,
                parameters.backward_temperature if each is Estimator.DECOUPLED else 1.0,
                parameters.samples if each is Estimator.LEAVE_ONE_OUT else 2,
            )
    return {each: found[each] for each in parameters.shown_estimators}


@lru_cache(maxsize=256)
def _class_stats(
    laws: ClassEstimators, estimator: Estimator, t: float, backward: float, samples: int
) -> EstimatorStats:
    """Return the numbers of an estimator that depends on the class alone."""
    law = laws.law(estimator, t, backward, samples)
    stats = EstimatorStats.of_law(law.bias, law.deviation)
    # Else the classes depend on how scores are rounded, and no law of them is known.
    return stats if laws.known else replace(stats, effective_size=0.0)


numbers_of = lru_cache(maxsize=4)(EstimatorNumbers)
"""``EstimatorNumbers`` of a summary and parameters, computed once for picture and words."""


def place(value: float) -> float:
    """Return log10 of a number ≥ 0, −∞ for 0."""
    return math.log10(value) if value > 0 else -math.inf
