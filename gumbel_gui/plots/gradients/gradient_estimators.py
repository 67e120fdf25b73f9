"""Bias and standard deviation of the gradient estimators against t, from the same draws."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.gradient_sums import EstimatorStats
from gumbel_gui.core.gradients import expected_loss
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.frame import Curve
from gumbel_gui.plots.gradients.estimator_curves import (
    FIRST,
    LAST,
    LEFT,
    RELAXED,
    RIGHT,
    EstimatorCurves,
    Spot,
)
from gumbel_gui.plots.gradients.estimator_key import EstimatorKey
from gumbel_gui.plots.gradients.estimator_sums import (
    Estimates,
    GradientProblem,
    estimates_at,
    temperatures,
)
from gumbel_gui.plots.gradients.estimator_words import caption
from gumbel_gui.plots.look.style import LIGHT, Style
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.words.text import number, tr

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
STEPS = {1.2: 1.0, 2.2: 1.0, 6.0: 3.0, 12.0: 10.0}
"""Where the axis of the bias may end, in each decade, and what is between its numbers."""
BETWEEN = 12.0
"""Pixels between the panes: room for half a number of each."""
BELOW = 0.6
"""A line above this share of the axis has its name below it."""
LEAST_DEPTH, MOST_DEPTH = 4, 8
"""Decades of standard deviations that are shown at least and at most."""
SHORT = 3
"""Powers of ten beyond this one are written as such."""
LOWEST, HIGHEST = -9, 9
"""Decades beyond these are not shown."""


@dataclass(frozen=True)
class EstimatorSummary(Sums):
    """Sums of the estimates of some draws.

    Attributes:
        p: (K,).
        temperature: t.
        loss: f.
        weights: of the loss, K.
        mistake: what is done wrong.
        draws: how many there are.
        counts: how often each class was drawn, (K,), which is all that REINFORCE needs.
        grid: two for each of the ``temperatures``: of Gumbel-softmax and of straight-through.
        here: the same two at t.
    """

    fixed: ClassVar = frozenset({"p", "temperature", "loss", "weights", "mistake"})

    p: Floats
    temperature: float
    loss: Loss
    weights: tuple[float, ...]
    mistake: Mistake
    draws: int
    counts: Whole
    grid: Estimates
    here: Estimates

    @cached_property
    def law(self) -> GradientProblem:
        """What is known of the draws beforehand."""
        return GradientProblem(self.p, self.loss, self.weights, self.mistake)

    @property
    def exact(self) -> Floats:
        """The gradient of the expected loss, (K,)."""
        return self.law.exact

    @cached_property
    def stats(self) -> dict[Estimator, EstimatorStats]:
        """What each estimator costs at t."""
        law = self.law
        found = [law.relaxed_stats(sums, self.temperature) for sums in self.here.sums]
        for baseline in (0.0, expected_loss(self.p, law.losses)):
            found.append(law.reinforce_stats(self.counts, baseline))
        return dict(zip(Estimator, found, strict=True))

    @cached_property
    def paths(self) -> dict[Estimator, list[tuple[float, EstimatorStats]]]:
        """log10 t, ascending, and what the first two estimators cost there, as far as it is known.

        The present t is among them, so that its dot lies on the curve.
        """
        grid, now = temperatures(len(self.p)), _place(self.temperature)
        paths = {}
        for i, each in enumerate(RELAXED):
            path = [
                (math.log10(t), self.law.relaxed_stats(sums, t))
                for t, sums in zip(grid, self.grid.sums[i::2], strict=True)
            ]
            if FIRST <= now <= LAST:
                path = [point for point in path if abs(point[0] - now) > 1e-9]
                path.append((now, self.stats[each]))
            paths[each] = sorted((a, stat) for a, stat in path if stat.enough)
        return paths


def _place(t: float) -> float:
    """Return log10 t, −∞ for 0."""
    return math.log10(t) if t > 0 else -math.inf


def _bias(stat: EstimatorStats) -> Spot:
    return stat.bias, stat.bias_low, stat.bias_high


def _deviation(stat: EstimatorStats) -> Spot:
    return stat.deviation, stat.deviation_low, stat.deviation_high


class GradientEstimators(Plot):
    """Bias and standard deviation of four estimators of one gradient."""

    name = "gradient_estimators"
    title = "Bias and standard deviation"
    about = (
        "Bias and standard deviation of four estimates of the gradient of the expected loss, "
        "against t, with 95 % intervals"
    )
    order = 420
    depends = frozenset({"probabilities", "temperature", "loss", "weights"})
    controls = ("loss", "weights")

    def __init__(
        self,
        style: Style = LIGHT,
        labels: tuple[str, ...] = (),
        options: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(style, labels, options)
        self.key = EstimatorKey(style)

    @staticmethod
    def summarise(chunk: Chunk) -> EstimatorSummary:
        """Add up the estimates at the temperatures of the grid, unless known, and at t."""
        parameters = chunk.parameters
        weights = parameters.loss_weights
        grid = temperatures(parameters.classes)
        key = (GradientEstimators.name, parameters.loss, weights)
        return EstimatorSummary(
            parameters.p,
            parameters.temperature,
            parameters.loss,
            weights,
            parameters.mistake,
            chunk.count,
            count_codes(chunk.classes, parameters.classes),
            chunk.cached(key, lambda: estimates_at(chunk, grid)),
            estimates_at(chunk, (parameters.temperature,)),
        )

    def build_items(self) -> None:
        """Build a pane for the bias and one for the deviation, alike but for the vertical axis."""
        style, frame = self.style, self.frame
        upper, lower = frame.pane(0, 0, axes=("left",)), frame.pane(1, 0)
        frame.layout.setRowSpacing(2, BETWEEN)
        upper.name_axes("", tr("bias"))
        for pane in (upper, lower):
            pane.axis("left").setWidth(3.9 * style.text_size + 12)  # for numbers such as 0.003
        lower.name_axes("", "SD")
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
        self._bias, self._deviation = EstimatorCurves(upper, style), EstimatorCurves(lower, style)
        self._powers = FittingTicks(lower, "left", style)
        self._top, self._decades = 0.0, (0, 0)

    def draw(self, summary: EstimatorSummary) -> None:
        """Show the curves, and dots at the present t."""
        norm = float(np.linalg.norm(summary.exact))
        self._fit_axes(summary, norm)
        self._all.setData(np.array([LEFT, RIGHT]), np.full(2, norm))
        self._name.setAnchor((1, 0 if norm > BELOW * self._top else 1))
        self._name.setPos(RIGHT, norm)
        self._bias.show(
            {e: [(x, _bias(stat)) for x, stat in path] for e, path in summary.paths.items()},
            {e: _bias(stat) for e, stat in summary.stats.items() if stat.enough},
            _place(summary.temperature),
            (0.0, self._top),
        )
        low, high = self._decades
        self._deviation.show(
            {
                e: [(x, _logarithms(_deviation(stat))) for x, stat in path]
                for e, path in summary.paths.items()
            },
            {e: _logarithms(_deviation(stat)) for e, stat in summary.stats.items() if stat.enough},
            _place(summary.temperature),
            (low, high),
        )

    def caption(self, summary: EstimatorSummary) -> str:
        """Say what Gumbel-softmax and REINFORCE cost."""
        return caption(
            summary.stats,
            float(np.linalg.norm(summary.exact)),
            summary.law,
            summary.temperature,
            summary.draws,
        )

    def _fit_axes(self, summary: EstimatorSummary, norm: float) -> None:
        """Move the axes in coarse steps only: each move redraws them."""
        known = [stat for path in summary.paths.values() for _, stat in path]
        known += [
            stat
            for each, stat in summary.stats.items()
            if stat.enough and each not in RELAXED  # theirs is on their path, if it can be seen
        ]
        top, gap = _top(max([norm, *(stat.bias for stat in known)]))
        if top != self._top:
            self._top = top
            pane = self.frame.panes[0]
            pane.set_ranges((LEFT, RIGHT), (-0.04 * top, top))
            pane.axis("left").setTicks([[(y, number(y)) for y in (0, gap, 2 * gap) if y <= top]])
        decades = _decades([stat.deviation for stat in known])
        if decades != self._decades:
            self._decades = low, high = decades
            pane = self.frame.panes[1]
            pane.set_ranges((LEFT, RIGHT), (low - 0.04 * (high - low), high))
            self._powers.set_choices(
                *([(y, _power(y)) for y in range(high, low - 1, -step)] for step in (1, 2, 4))
            )


def _top(highest: float) -> tuple[float, float]:
    """Return where an axis of the bias ends above the highest one, and a gap between numbers."""
    wanted = min(max(1.02 * highest, 10.0**LOWEST), 10.0**HIGHEST)
    decade = 10.0 ** math.floor(math.log10(wanted))
    step = next(step for step in STEPS if wanted <= step * decade)
    return step * decade, STEPS[step] * decade


def _decades(deviations: list[float]) -> tuple[int, int]:
    """Return the decades, from … to, in which standard deviations are shown."""
    exponents = [math.log10(value) for value in deviations if value > 0] or [0.0]
    high = min(max(math.ceil(max(exponents)), LOWEST + LEAST_DEPTH), HIGHEST)
    wanted = high - max(min(exponents), LOWEST)
    return high - min(max(math.ceil(wanted), LEAST_DEPTH), MOST_DEPTH), high


def _power(exponent: int) -> str:
    """Return a power of ten, in few letters."""
    if abs(exponent) <= SHORT:
        return number(10.0**exponent)
    return "10" + str(exponent).translate(_SUPERSCRIPT)


def _logarithms(spot: Spot) -> Spot:
    """Return log10, −∞ for 0."""
    middle, low, high = (_place(value) for value in spot)
    return middle, low, high
