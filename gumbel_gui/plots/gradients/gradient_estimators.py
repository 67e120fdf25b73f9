"""Gradient estimators: bias and standard deviation against t, from the same draws."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core.arrays import Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.gradient_stats import EstimatorStats
from gumbel_gui.core.gradients import expected_loss
from gumbel_gui.core.losses import FIRST_FOUR
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.frame import Curve
from gumbel_gui.plots.canvas.ranges import coarse_end
from gumbel_gui.plots.gradients.estimator_curves import (
    END,
    FIRST,
    LAST,
    LEFT,
    RELAXED,
    RIGHT,
    EstimatorCurves,
    Spot,
)
from gumbel_gui.plots.gradients.estimator_key import EstimatorKey, estimator_entries
from gumbel_gui.plots.gradients.estimator_sums import (
    Estimates,
    GradientProblem,
    estimates_at,
    temperatures,
)
from gumbel_gui.plots.gradients.estimator_table import estimator_columns
from gumbel_gui.plots.gradients.estimator_words import EstimatorCaption
from gumbel_gui.plots.items.end_labels import EndLabels
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Table
from gumbel_gui.plots.words.text import number, power_of_ten

STEPS = {1.2: 1.0, 2.2: 1.0, 6.0: 3.0, 12.0: 10.0}
"""Ends of the axis of the bias in each decade, and the gaps between its numbers."""
BETWEEN = 12.0
"""Pixels between the panes: room for half a number of each."""
BELOW = 0.6
"""A line above this share of the axis has its name below it."""
LEAST_DEPTH, MOST_DEPTH = 4, 8
"""Least and largest number of decades of the axis of the deviation."""
SHORT = 3
"""Powers of ten up to this one are written as plain numbers."""
LOWEST, HIGHEST = -9, 9
"""Decades beyond these are not shown."""


@dataclass(frozen=True, eq=False)
class EstimatorSummary(Sums):
    """Sums of the estimates of some draws.

    Attributes:
        draws: number of draws.
        counts: how often each class was drawn, (K,), which is all that REINFORCE needs.
        grid: two for each of the ``temperatures``: of Gumbel-softmax and of straight-through.
        here: the same two at t.
    """

    draws: int
    counts: Whole
    grid: Estimates
    here: Estimates


class EstimatorNumbers:
    """What is shown of a summary.

    Attributes:
        problem: the gradient that is estimated.
        norm: its length, ‖∇F‖.
        now: log10 t, −∞ for 0.
        stats: bias and deviation of each estimator at t.
        paths: log10 t, ascending, with bias and deviation of the first two estimators there, if
            enough draws contribute. The present t is among them, so that its dot is on the curve.
    """

    def __init__(self, summary: EstimatorSummary, parameters: Parameters) -> None:
        t = parameters.temperature
        self.problem = problem = GradientProblem.of(parameters)
        self.norm = float(np.linalg.norm(problem.exact))
        self.now = _place(t)
        found = [*problem.relaxed_stats(summary.here.pair(0), t)]
        for baseline in (0.0, expected_loss(problem.p, problem.losses)):
            found.append(problem.reinforce_stats(summary.counts, baseline))
        self.stats = dict(zip(FIRST_FOUR, found, strict=True))
        grid = temperatures(parameters.classes)
        known = [
            (_place(at), problem.relaxed_stats(summary.grid.pair(i), at))
            for i, at in enumerate(grid)
        ]
        self.paths = {each: self._path(known, i) for i, each in enumerate(RELAXED)}

    def _path(
        self, known: list[tuple[float, tuple[EstimatorStats, EstimatorStats]]], which: int
    ) -> list[tuple[float, EstimatorStats]]:
        """Return the path of an estimator from what is known at each t of the grid."""
        path = [(place, both[which]) for place, both in known]
        if FIRST <= self.now <= LAST:
            path = [point for point in path if abs(point[0] - self.now) > 1e-9]
            path.append((self.now, self.stats[RELAXED[which]]))
        return sorted((a, stat) for a, stat in path if stat.enough)


numbers_of = lru_cache(maxsize=4)(EstimatorNumbers)
"""``EstimatorNumbers`` of a summary and parameters, computed once for picture and words."""


def _place(value: float) -> float:
    """Return log10 of a number ≥ 0, −∞ for 0."""
    return math.log10(value) if value > 0 else -math.inf


def _bias(stat: EstimatorStats) -> Spot:
    return stat.bias, stat.bias_low, stat.bias_high


def _deviation(stat: EstimatorStats) -> Spot:
    """Return log10 of the deviation and of the ends of its interval, −∞ for 0."""
    return _place(stat.deviation), _place(stat.deviation_low), _place(stat.deviation_high)


class GradientEstimators(Plot):
    """Bias and standard deviation of four estimators of one gradient."""

    name = "gradient_estimators"
    title = mark("Bias and standard deviation")
    about = mark(
        "Bias and standard deviation of four estimates of the gradient of the expected loss, "
        "against t, with intervals of at least 95 %"
    )
    order = 420
    depends = frozenset({"probabilities", "temperature", "loss", "weights"})
    shows = frozenset({"estimator", "estimators"})
    controls = ("loss", "weights", "estimators")
    labelled = False

    key_type = EstimatorKey
    key: EstimatorKey

    @staticmethod
    def summarise(chunk: Chunk) -> EstimatorSummary:
        """Add up the estimates at t, and at the temperatures of the grid unless they are cached."""
        parameters = chunk.parameters
        grid = temperatures(parameters.classes)
        key = (GradientEstimators.name, parameters.loss, parameters.loss_weights)
        return EstimatorSummary(
            chunk.count,
            count_codes(chunk.classes, parameters.classes),
            chunk.cached(key, lambda: estimates_at(chunk, grid)),
            estimates_at(chunk, (parameters.temperature,)),
        )

    @staticmethod
    def prepare(summary: EstimatorSummary, parameters: Parameters) -> None:
        """Compute bias and deviation, and what the draws are worth."""
        numbers_of(summary, parameters)

    def build_items(self) -> None:
        """Build a pane for the bias and one for the deviation, alike but for the vertical axis."""
        style, frame = self.style, self.frame
        upper, lower = frame.pane(0, 0, axes=("left",)), frame.pane(1, 0)
        frame.layout.setRowSpacing(2, BETWEEN)
        upper.name_axes("", tr("bias"))
        for pane in (upper, lower):
            pane.axis("left").setWidth(3.9 * style.text_size + 12)  # for numbers such as 0.003
        lower.name_axes("", tr("SD"))
        numbers = [(math.log10(t), number(t)) for t in (0.1, 1, 10)]
        # At its end the name of the axis takes no line of its own, which small figures lack.
        lower.axis("bottom").setTicks([[*numbers, (RIGHT, "t")]])
        lower.axis("bottom").setHeight(style.text_size + 10)
        ground = Curve([LEFT, RIGHT], [0, 0], pen=style.pen(style.axis))
        dots = style.pen(style.text, style.line)
        dots.setDashPattern([1, 2])
        self._all = Curve(pen=dots)
        self._name = pg.TextItem("‖∇F‖", color=style.text)
        self._name.setFont(style.font())
        upper.add(ground, self._all, self._name)
        self._names = [EndLabels(frame, pane, style, self._fit_key) for pane in frame.panes]
        for names in self._names:
            names.set_entries(estimator_entries(style, FIRST_FOUR))
        self._bias, self._deviation = EstimatorCurves(upper, style), EstimatorCurves(lower, style)
        self._powers = FittingTicks(lower, "left", style)

    def draw(self, summary: EstimatorSummary, parameters: Parameters) -> None:
        """Show the curves, and dots at the present t."""
        numbers = numbers_of(summary, parameters)
        norm, here = numbers.norm, {e: stat for e, stat in numbers.stats.items() if stat.enough}
        top, decades = self._fit_axes(numbers)
        self._all.setData(np.array([LEFT, RIGHT]), np.full(2, norm))
        self._name.setAnchor((1, 0 if norm > BELOW * top else 1))
        self._name.setPos(RIGHT, norm)
        for names, curves, spot, limits in zip(
            self._names,
            (self._bias, self._deviation),
            (_bias, _deviation),
            ((0.0, top), decades),
            strict=True,
        ):
            paths = {e: [(x, spot(stat)) for x, stat in path] for e, path in numbers.paths.items()}
            spots = {e: spot(stat) for e, stat in here.items()}
            curves.show(paths, spots, numbers.now, limits)
            names.set_ends(*curves.ends())

    def _fit_key(self) -> None:
        """Name the estimators, if their lines do not."""
        named = all(names.shown for names in self._names)
        self.key.set_names(() if named else FIRST_FOUR, ())

    def caption(self, summary: EstimatorSummary, parameters: Parameters) -> str:
        """Return bias and deviation of the chosen estimator, and the bias of another."""
        return str(_caption(summary, parameters))

    def table(
        self, summary: EstimatorSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return bias and deviation of each estimator, at each t where it depends on t."""
        numbers, now = numbers_of(summary, parameters), parameters.temperature
        grid = sorted({*temperatures(parameters.classes), now})
        at = {_place(t): t for t in grid}
        paths = {e: {at[x]: stat for x, stat in path} for e, path in numbers.paths.items()}
        for each, path in paths.items():
            if numbers.stats[each].enough:
                path[now] = numbers.stats[each]
        columns = estimator_columns(paths, numbers.stats, grid)
        return Table(columns, _caption(summary, parameters).quantities())

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the points of the curves at each t, and the lines of what does not depend on t."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        place = np.array([_place(t) if t == t else math.nan for t in columns["temperature"]])
        lines = np.flatnonzero(np.isnan(place))
        on_axis = np.flatnonzero((place >= FIRST) & (place <= LAST))
        logarithms = np.array([_place(value) for value in columns["deviation"]])
        found = []
        for pane, (name, y) in enumerate((("bias", columns["bias"]), ("deviation", logarithms))):
            told = ("estimator", "temperature", name, f"{name}_low", f"{name}_high")
            ends = (LEFT, END), (y[lines], y[lines])
            found.append(Spots.boxes(told, lines, *ends, pane))
            found.append(Spots.points(told, on_axis, place[on_axis], y[on_axis], pane))
        return tuple(found)

    def _fit_axes(self, numbers: EstimatorNumbers) -> tuple[float, tuple[int, int]]:
        """Move the axes in coarse steps; return the end of the upper one, decades of the lower."""
        known = [stat for path in numbers.paths.values() for _, stat in path]
        known += [
            stat
            for each, stat in numbers.stats.items()
            if stat.enough and each not in RELAXED  # theirs is on their path, if it is on the axis
        ]
        upper, lower = self.frame.panes
        top, gap = _top(
            self.frame.extent("bias", max([numbers.norm, *(stat.bias for stat in known)]))
        )
        if upper.set_ranges((LEFT, RIGHT), (-0.04 * top, top)):
            upper.axis("left").setTicks([[(y, number(y)) for y in (0, gap, 2 * gap) if y <= top]])
        low, high = decades = _decades(self._shared([stat.deviation for stat in known]))
        if lower.set_ranges((LEFT, RIGHT), (low - 0.04 * (high - low), high)):
            powers = [(float(y), power_of_ten(y, SHORT)) for y in range(high, low - 1, -1)]
            self._powers.set_choices(*(powers[::step] for step in (1, 2, 4)))
        return top, decades

    def _shared(self, deviations: list[float]) -> list[float]:
        """Return those above 0, and the ends of those in pictures that share the axes."""
        some = [value for value in deviations if value > 0]
        if not some:
            return some
        lowest = -self.frame.extent("-deviation", -min(some))
        return [lowest, *some, self.frame.extent("deviation", max(some))]


def _caption(summary: EstimatorSummary, parameters: Parameters) -> EstimatorCaption:
    numbers = numbers_of(summary, parameters)
    found = numbers.stats, numbers.norm, numbers.problem
    chosen = parameters.estimator if parameters.estimator in FIRST_FOUR else FIRST_FOUR[0]
    return EstimatorCaption(*found, parameters.temperature, summary.draws, chosen)


def _top(highest: float) -> tuple[float, float]:
    """Return the end of the axis for the highest bias, and the gap between its numbers."""
    wanted = min(max(1.02 * highest, 10.0**LOWEST), 10.0**HIGHEST)
    decade = 10.0 ** math.floor(math.log10(wanted))
    step = coarse_end(STEPS, wanted / decade)
    return step * decade, STEPS[step] * decade


def _decades(deviations: list[float]) -> tuple[int, int]:
    """Return the lowest and the highest exponent of the axis for standard deviations."""
    exponents = [math.log10(value) for value in deviations if value > 0] or [0.0]
    high = min(max(math.ceil(max(exponents)), LOWEST + LEAST_DEPTH), HIGHEST)
    wanted = high - max(min(exponents), LOWEST)
    return high - min(max(math.ceil(wanted), LEAST_DEPTH), MOST_DEPTH), high
