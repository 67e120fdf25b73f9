"""Gradient estimators: bias and standard deviation against t, from the same draws."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import ClassVar

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.gradient_stats import EstimatorStats
from gumbel_gui.core.losses import Estimator, unused_by
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.ranges import coarse_end
from gumbel_gui.plots.gradients.estimator_curves import END, LEFT, RIGHT, EstimatorCurves, Spot
from gumbel_gui.plots.gradients.estimator_key import EstimatorKey, estimator_entries
from gumbel_gui.plots.gradients.estimator_numbers import (
    FIRST,
    LAST,
    EstimatorNumbers,
    EstimatorSummary,
    numbers_of,
    place,
)
from gumbel_gui.plots.gradients.estimator_sums import temperatures
from gumbel_gui.plots.gradients.estimator_table import estimator_columns
from gumbel_gui.plots.gradients.estimator_words import EstimatorCaption
from gumbel_gui.plots.gradients.shown_sums import as_drawn, shown_sums
from gumbel_gui.plots.items.end_labels import EndLabels
from gumbel_gui.plots.reading import Spots
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


class GradientEstimators(Plot):
    """Bias and standard deviation, or error, of the shown estimators of one gradient."""

    name = "gradient_estimators"
    title = mark("Bias and standard deviation")
    about = mark(
        "Bias and standard deviation of estimates of the gradient of the expected loss, "
        "against t, with intervals of at least 95 % where they are not exact"
    )
    order = 420
    least_height = 210
    depends = frozenset(
        {"probabilities", "temperature", "loss", "weights", "estimators", "samples", "eta"}
    )
    shows = frozenset({"estimator", "backward_temperature"})
    controls = ("loss", "weights", "estimators", "samples", "eta")
    option_names: ClassVar = {
        "error": mark("Root mean square error instead of the standard deviation")
    }
    labelled = False

    key_type = EstimatorKey
    key: EstimatorKey

    @classmethod
    def cache_key(cls, parameters: Parameters) -> tuple[object, ...]:
        """Return what the summary depends on: of the estimators, those that need draws."""
        return super().cache_key(as_drawn(parameters))

    @staticmethod
    def unused(parameters: Parameters) -> Collection[str]:
        """Return what only estimators depend on that are not shown."""
        return unused_by(parameters.shown_estimators)

    @staticmethod
    def summarise(chunk: Chunk) -> EstimatorSummary:
        """Add up the estimates at t, and at the temperatures of the grid unless they are cached."""
        parameters = chunk.parameters
        return EstimatorSummary(
            chunk.count,
            shown_sums(chunk, temperatures(parameters.classes)),
            shown_sums(chunk, (parameters.temperature,)),
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
        lower.name_axes("", tr("RMSE") if self._errors else tr("SD"))
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
        self._shown: tuple[Estimator, ...] = ()
        self._bias, self._deviation = EstimatorCurves(upper, style), EstimatorCurves(lower, style)
        self._powers = FittingTicks(lower, "left", style)

    def draw(self, summary: EstimatorSummary, parameters: Parameters) -> None:
        """Show the curves, and dots at the present t."""
        numbers = numbers_of(summary, parameters)
        self._fit_names(parameters.shown_estimators)
        norm, here = numbers.norm, {e: stat for e, stat in numbers.stats.items() if stat.enough}
        top, decades = self._fit_axes(numbers)
        self._all.setData(np.array([LEFT, RIGHT]), np.full(2, norm))
        self._name.setAnchor((1, 0 if norm > BELOW * top else 1))
        self._name.setPos(RIGHT, norm)
        for names, curves, spot, limits in zip(
            self._names,
            (self._bias, self._deviation),
            (_bias, _error if self._errors else _deviation),
            ((0.0, top), decades),
            strict=True,
        ):
            paths = {e: [(x, spot(stat)) for x, stat in path] for e, path in numbers.paths.items()}
            spots = {e: spot(stat) for e, stat in here.items()}
            curves.show(paths, spots, numbers.now, limits)
            names.set_ends(*curves.ends(self._shown))

    @property
    def _errors(self) -> bool:
        """Whether the lower pane has the error."""
        return "error" in self.options

    def _fit_names(self, shown: tuple[Estimator, ...]) -> None:
        """Name the estimators that are shown."""
        if shown != self._shown:
            self._shown = shown
            short, full = (
                estimator_entries(self.style, shown, full=each) for each in (False, True)
            )
            for names in self._names:
                names.set_entries(short, full=full)
            self._fit_key()

    def _fit_key(self) -> None:
        """Name the estimators, if their lines do not."""
        named = all(names.shown for names in self._names)
        self.key.set_names(() if named else self._shown, ())

    def caption(self, summary: EstimatorSummary, parameters: Parameters) -> str:
        """Return bias and deviation of the chosen estimator, and the bias of another."""
        return _caption(summary, parameters).text(errors=self._errors)

    def heading(self, summary: EstimatorSummary, parameters: Parameters) -> str:
        """Return what the panes show."""
        return tr("Bias and root mean square error") if self._errors else self.title

    def table(
        self, summary: EstimatorSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return bias and deviation of each estimator, at each t where it depends on t."""
        numbers, now = numbers_of(summary, parameters), parameters.temperature
        grid = sorted({*temperatures(parameters.classes), now})
        at = {place(t): t for t in grid}
        paths = {e: {at[x]: stat for x, stat in path} for e, path in numbers.paths.items()}
        for each, path in paths.items():
            if numbers.stats[each].enough:
                path[now] = numbers.stats[each]
        columns = estimator_columns(paths, numbers.stats, grid, parameters.samples)
        return Table(columns, _caption(summary, parameters).quantities())

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the points of the curves at each t, and the lines of what does not depend on t."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        places = np.array([place(t) if t == t else math.nan for t in columns["temperature"]])
        lines = np.flatnonzero(np.isnan(places))
        on_axis = np.flatnonzero((places >= FIRST) & (places <= LAST))
        below, found = "error" if self._errors else "deviation", []
        logarithms = np.array([place(value) for value in columns[below]])
        for pane, (name, y) in enumerate((("bias", columns["bias"]), (below, logarithms))):
            told = ("estimator", "temperature", name, f"{name}_low", f"{name}_high")
            ends = (LEFT, END), (y[lines], y[lines])
            found.append(Spots.boxes(told, lines, *ends, pane))
            found.append(Spots.points(told, on_axis, places[on_axis], y[on_axis], pane))
        return tuple(found)

    def _fit_axes(self, numbers: EstimatorNumbers) -> tuple[float, tuple[int, int]]:
        """Move the axes in coarse steps; return the end of the upper one, decades of the lower."""
        known = [stat for path in numbers.paths.values() for _, stat in path]
        known += [
            stat
            for each, stat in numbers.stats.items()
            if stat.enough and each not in numbers.paths  # on which it is, if it is on the axis
        ]
        upper, lower = self.frame.panes
        top, gap = _top(
            self.frame.extent("bias", max([numbers.norm, *(stat.bias for stat in known)]))
        )
        if upper.set_ranges((LEFT, RIGHT), (-0.04 * top, top)):
            upper.axis("left").setTicks([[(y, number(y)) for y in (0, gap, 2 * gap) if y <= top]])
        lower_ones = [stat.error if self._errors else stat.deviation for stat in known]
        low, high = decades = _decades(self._shared(lower_ones))
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


def _bias(stat: EstimatorStats) -> Spot:
    return stat.bias, stat.bias_low, stat.bias_high


def _deviation(stat: EstimatorStats) -> Spot:
    """Return log10 of the deviation and of the ends of its interval, −∞ for 0."""
    return place(stat.deviation), place(stat.deviation_low), place(stat.deviation_high)


def _error(stat: EstimatorStats) -> Spot:
    """Return log10 of the error and of the ends of its interval, −∞ for 0."""
    return place(stat.error), place(stat.error_low), place(stat.error_high)


def _caption(summary: EstimatorSummary, parameters: Parameters) -> EstimatorCaption:
    numbers = numbers_of(summary, parameters)
    found = numbers.stats, numbers.norm, numbers.problem
    return EstimatorCaption(*found, parameters.temperature, summary.draws, parameters.estimator)


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
