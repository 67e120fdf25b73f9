"""Estimator costs: the error of the mean of as many draws as evaluations of f and f′ pay for."""

from __future__ import annotations

import math
from collections.abc import Collection

import numpy as np

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.losses import Estimator, unused_by
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.gradients.cost_numbers import CostSummary, Price, numbers_of
from gumbel_gui.plots.gradients.cost_words import cost_caption, cost_table
from gumbel_gui.plots.gradients.estimator_key import (
    EstimatorKey,
    estimator_colour,
    estimator_entries,
    estimator_pen,
)
from gumbel_gui.plots.gradients.shown_sums import as_drawn, shown_sums
from gumbel_gui.plots.items.end_labels import EndLabels
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.table import Table
from gumbel_gui.plots.words.text import power_of_ten

DECADES = 6
"""The axis of N ends at this power of 10."""
LEFT, RIGHT = -0.1, DECADES + 0.1
BUDGETS = np.unique(np.rint(np.geomspace(1, 10**DECADES, 8 * DECADES + 1)).astype(np.int64))
"""Numbers of evaluations at which curves have a point."""
LOWEST, HIGHEST, DEEPEST = -12, 12, 9
"""Decades of the axis of the error: ends, and most of them."""
EVERY = 4
"""Of the points that a curve has, every fourth one has its interval."""


class EstimatorCosts(Plot):
    """How the error of each estimator falls with what is paid for it."""

    name = "estimator_costs"
    title = mark("Error for N evaluations")
    live_title = mark("Error for N evaluations at t = {temperature}")
    about = mark(
        "Root mean square error of the mean of as many draws of each estimator as N evaluations "
        "of f and f′ pay for: which is best"
    )
    order = 424
    least_height = 185
    depends = frozenset(
        {"probabilities", "temperature", "loss", "weights", "estimators", "samples", "eta"}
    )
    shows = frozenset({"estimator", "backward_temperature", "evaluations"})
    controls = ("evaluations", "estimators", "samples", "eta", "backward_temperature")
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
    def summarise(chunk: Chunk) -> CostSummary:
        """Add up the estimates at t, which other plots of them take, too."""
        return CostSummary(chunk.count, shown_sums(chunk, (chunk.parameters.temperature,)))

    @staticmethod
    def prepare(summary: CostSummary, parameters: Parameters) -> None:
        """Compute bias and deviation, and what the draws are worth."""
        numbers_of(summary, parameters)

    def build_items(self) -> None:
        """Build a curve and intervals for each estimator, and the line at N."""
        style, frame = self.style, self.frame
        frame.name_axes("N", tr("RMSE"))
        frame.axis("left").setWidth(3.9 * style.text_size + 12)  # for numbers such as 0.003
        pane = frame.panes[0]
        ticks = [(float(k), power_of_ten(k, 3)) for k in range(DECADES + 1)]
        FittingTicks(pane, "bottom", style).set_choices(ticks, ticks[::2], ticks[::3])
        self._powers = FittingTicks(pane, "left", style)
        self._now = Curve(pen=style.pen(style.accent))
        self._bars, self._lines = {}, {}
        for each in Estimator:
            pen = style.pen(estimator_colour(style, each), style.line)
            self._bars[each] = Curve(connect="pairs", pen=pen)
            self._lines[each] = Curve(pen=estimator_pen(style, each), antialias=True)
        frame.add(self._now, *self._bars.values(), *self._lines.values())
        self._names = EndLabels(frame, pane, style, self._fit_key)
        self._shown: tuple[Estimator, ...] = ()

    def draw(self, summary: CostSummary, parameters: Parameters) -> None:
        """Show the curves of the shown estimators, and N."""
        numbers, shown = numbers_of(summary, parameters), parameters.shown_estimators
        if shown != self._shown:
            self._shown = shown
            self._names.set_entries(
                estimator_entries(self.style, shown),
                full=estimator_entries(self.style, shown, full=True),
            )
            self._fit_key()
        curves = {each: _curve(price) for each, price in numbers.prices.items()}
        low, high = self._fit_axis(curves)
        for each, line in self._lines.items():
            x, y, *ends = curves.get(each, np.zeros((4, 0)))
            kept = y >= low  # what is 0 has no place on the axis
            line.setData(x[kept], y[kept])
            bottom, top = (np.clip(end, low, high) for end in ends)
            around = kept & (top > bottom)
            around &= np.isin(x, np.log10(BUDGETS[::EVERY]))
            sides = np.stack([bottom, top], axis=1)[around].ravel()
            self._bars[each].setData(np.repeat(x[around], 2), sides)
        now = math.log10(parameters.evaluations)
        self._now.setData([now, now], [low, high])
        last = {each: curve[1, -1] for each, curve in curves.items()}
        heights = np.array([last.get(each, math.nan) for each in shown])
        kept = np.where(heights >= low, heights, math.nan)
        self._names.set_ends(np.full(len(shown), float(DECADES)), kept)

    def _fit_key(self) -> None:
        """Let the key have the names that do not stand beside their lines."""
        self.key.set_names(() if self._names.shown else self._shown, ())

    def _fit_axis(self, curves: dict[Estimator, np.ndarray]) -> tuple[float, float]:
        """Move the axis of the error in whole decades; return its ends."""
        known = np.concatenate([[0.0], *(curve[1] for curve in curves.values())])
        some = known[np.isfinite(known)] if curves else known
        top = math.ceil(min(max(self.frame.extent("top", float(some.max())), LOWEST + 1), HIGHEST))
        bottom = math.floor(max(-self.frame.extent("bottom", -float(some.min())), LOWEST))
        low, high = float(max(min(bottom, top - 1), top - DEEPEST)), float(top)
        self.frame.set_ranges((LEFT, RIGHT), (low - 0.02 * (high - low), high))
        ticks = [(float(y), power_of_ten(y, 3)) for y in range(int(high), int(low) - 1, -1)]
        self._powers.set_choices(ticks, ticks[::2], ticks[::4])
        return low, high

    def caption(self, summary: CostSummary, parameters: Parameters) -> str:
        """Return which estimator has the least error for N evaluations, if that can be told."""
        return cost_caption(numbers_of(summary, parameters), parameters)

    def table(
        self, summary: CostSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return the price list, and the error of each estimator for each N of the curves."""
        return cost_table(numbers_of(summary, parameters), summary.draws, parameters, BUDGETS)

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the points of the curves."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        listed = len(parameters.shown_estimators)
        with np.errstate(divide="ignore"):
            x, y = np.log10(columns["evaluations"]), np.log10(columns["error"])
        rows = np.flatnonzero(np.isfinite(x + y) & (np.arange(table.rows) >= listed))
        told = ("estimator", "evaluations", "error", "error_low", "error_high", "best")
        return (Spots.points(told, rows, x[rows], y[rows]),)


def _curve(price: Price) -> np.ndarray:
    """Return log10 of N, of the error, and of the ends of its interval, (4, n)."""
    found = [(n, price.error(price.draws(n))) for n in BUDGETS.tolist() if price.draws(n)]
    rows = [(n, error.value, error.low, error.high) for n, error in found]
    with np.errstate(divide="ignore"):
        return np.asarray(np.log10(np.array(rows).T.reshape(4, -1)))
