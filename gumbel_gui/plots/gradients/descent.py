"""A descent of p by each gradient estimator: the expected loss, and p, from step to step."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core.arrays import Floats, Singles, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.parameters import MAX_STEPS
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.frame import Curve
from gumbel_gui.plots.canvas.key import most_probable
from gumbel_gui.plots.gradients.descent_run import BATCH, DRAWS, DescentSummary
from gumbel_gui.plots.gradients.estimator_key import (
    EstimatorKey,
    estimator_colour,
    estimator_pen,
    estimator_phrase,
    estimator_short,
)
from gumbel_gui.plots.look.colours import mixed
from gumbel_gui.plots.look.style import LIGHT, Style
from gumbel_gui.plots.words.text import draws, fixed, number, tr

CROWD, SHOWN = 12, 8
"""Of more classes than ``CROWD`` only the ``SHOWN`` most probable ones have a colour."""
LEFT, RIGHT = -4.0, MAX_STEPS + 18.0
"""Ends of the axes of the steps: half of the last number has room at the right."""
HEIGHTS = (0.18, 0.36, 0.65, 1.0)
"""Where the axis of the loss may end between the best class's loss and the worst one's."""
PAD = 0.05
"""Room below and above, as a share of the axis."""
FAINT = 0.65
"""How far the other classes' colour is on its way to the ground's."""
LEAST = 1e-3
"""A start that is nearer to the best loss than this share of all losses is not told apart."""
ROUNDING = 1e-12
"""A difference below this share of the losses is rounding."""
PLACES = 8
"""More decimals are hard to read."""
THINNED = 3
"""Of the other classes, only every third step is drawn."""


class Descent(Plot):
    """The expected loss by all estimators, and p by one of them."""

    name = "descent"
    title = "Descent"
    about = "Gradient descent of p by each estimator: the expected loss, and p, from step to step"
    order = 430
    depends = frozenset(
        {
            *("probabilities", "temperature", "schedule", "loss", "weights", "estimator"),
            *("learning_rate", "annealed", "steps"),
        }
    )
    controls = ("estimator", "learning_rate", "annealed", "steps")

    def __init__(
        self,
        style: Style = LIGHT,
        labels: Sequence[str] = (),
        options: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(style, labels, options)
        self.key = self._names = EstimatorKey(style)

    @staticmethod
    def summarise(chunk: Chunk) -> DescentSummary:
        """Keep the noise of the first draws, and run down with it if that is all it takes."""
        parameters = chunk.parameters
        needed = max(min(DRAWS - chunk.start, chunk.count), 0)
        noise = chunk.noise[:, :needed].copy() if needed else _nothing(parameters.classes)
        summary = DescentSummary(
            parameters.p,
            parameters.temperature,
            parameters.schedule,
            parameters.loss,
            parameters.loss_weights,
            parameters.estimator,
            parameters.learning_rate,
            parameters.annealed,
            parameters.steps,
            parameters.mistake,
            chunk.start,
            noise,
            chunk.count,
        )
        if needed == min(DRAWS, parameters.draws):
            _ = summary.run  # found again where it is drawn, by another thread
        return summary

    def build_items(self) -> None:
        """Build both panes; the curves of p follow the number of classes."""
        style, frame = self.style, self.frame
        self._left, self._right = frame.pane(0, 0), frame.pane(0, 1)
        self._left.name_axes(tr("step"), tr("E[loss]"))
        self._right.set_ranges((LEFT, RIGHT), (-PAD, 1 + PAD))
        self._right.axis("left").setTicks([[(y, f"{y:g}") for y in (0, 0.5, 1)]])
        ticks = [_steps(MAX_STEPS // parts) for parts in (3, 2, 1)]
        for pane in (self._left, self._right):
            pane.vb.setXRange(LEFT, RIGHT, padding=0)
            FittingTicks(pane, "bottom", style).set_choices(*ticks)
        dots = style.pen(style.text, style.line)
        dots.setDashPattern([1, 2])
        self._best, self._start = Curve(pen=dots), Curve(pen=style.pen(style.axis))
        self._left.add(self._start, self._best)
        self._losses = [Curve(pen=estimator_pen(style, each), antialias=True) for each in Estimator]
        self._left.add(*self._losses)
        self._others = Curve(pen=style.pen(mixed(style.muted, style.surface, FAINT)))
        self._right.add(self._others)
        ground = style.pen(style.surface)
        brushes = [style.brush(estimator_colour(style, each)) for each in Estimator]
        self._ends = pg.ScatterPlotItem(size=8, pen=ground)
        self._places = pg.ScatterPlotItem(size=8, pen=ground)
        for pane, item in ((self._left, self._ends), (self._right, self._places)):
            item.setZValue(1)
            pane.add(item)
        self._brushes = {"loss": brushes}
        self._paths: list[Curve] = []
        self._classes = 0
        self._shown: tuple[int, ...] = ()
        self._axis: tuple[float, float] = (0.0, 0.0)
        self._whose: Estimator | None = None

    def draw(self, summary: DescentSummary) -> None:
        """Show the first steps of the run."""
        whole, end = summary.run, summary.step
        self._fit_loss(summary)
        steps = np.arange(end + 1.0)
        for curve, path in zip(self._losses, whole.losses, strict=True):
            curve.setData(steps, path[: end + 1])
        across = np.array([LEFT, RIGHT])
        self._best.setData(across, np.full(2, summary.best))
        self._start.setData(across, np.full(2, whole.losses[0, 0]))
        self._ends.setData(x=np.full(4, end), y=whole.losses[:, end], brush=self._brushes["loss"])
        path = whole.p[tuple(Estimator).index(summary.estimator)]
        self._draw_p(path, summary)

    def _draw_p(self, path: Floats, summary: DescentSummary) -> None:
        """Show p (steps + 1, K) as far as it is to be seen."""
        end, classes = summary.step, len(summary.p)
        order = np.array(most_probable(np.maximum(path[0], path[-1])))
        self._fit_classes(classes)
        crowded = classes > CROWD
        self._colour(tuple(sorted(order[:SHOWN].tolist())) if crowded else tuple(range(classes)))
        self._names.rank(tuple(order.tolist()))
        steps = np.arange(end + 1.0)
        for curve, k in zip(self._paths, self._shown, strict=True):
            curve.setData(steps, path[: end + 1, k].copy())
        shown = np.array(self._shown)
        self._places.setData(
            x=np.full(len(shown), end), y=path[end, shown], brush=self._brushes["p"]
        )
        if summary.estimator is not self._whose:
            self._whose = summary.estimator
            name = estimator_short(summary.estimator)
            self._right.name_axes(tr("step"), tr("p ({name})", name=name))
        if crowded:
            thinned = np.unique(np.append(np.arange(0, end, THINNED), end))
            self._draw_others(thinned, path[np.ix_(thinned, order[SHOWN:])].T)
        else:
            self._others.setData([], [], connect="all")

    def _draw_others(self, steps: Whole, paths: Floats) -> None:
        """Show paths (classes, steps) as one curve, with a break after each."""
        joined = np.ones(paths.shape, np.int32)
        joined[:, -1] = 0
        self._others.setData(
            np.tile(steps.astype(np.float64), len(paths)), paths.ravel(), connect=joined.ravel()
        )

    def caption(self, summary: DescentSummary) -> str:
        """Say what loss each estimator has reached."""
        whole, step = summary.run, summary.step
        *told, best = in_words([*whole.losses[:, step].tolist(), summary.best], _scale(summary))
        reached = ", ".join(
            f"{estimator_phrase(each)} {value}" for each, value in zip(Estimator, told, strict=True)
        )
        text = tr(
            "Step {step}: expected loss by {reached}; at best {best}.",
            step=step,
            reached=reached,
            best=best,
        )
        return f"{text} {_right(summary)}"

    def heading(self, summary: DescentSummary) -> str:
        """Name t."""
        t = number(summary.inputs.temperature_of(summary.step))
        if summary.annealed:
            start = number(summary.schedule[0])
            return tr("Descent, t annealed from {start} to {t}", start=start, t=t)
        return tr("Descent at t = {t}", t=t)

    def _fit_loss(self, summary: DescentSummary) -> None:
        """Fix the axis of the loss for the whole run, in coarse steps."""
        best, worst = summary.best, float(summary.losses[summary.p > 0].max())
        span = worst - best
        if span <= 1e-9 * max(abs(best), abs(worst)):
            span = max(abs(best), 1.0)
        highest = (float(summary.run.losses.max()) - best) / span
        height = next((height for height in HEIGHTS if highest <= height), 1.0) * span
        axis = best - PAD * height, best + (1 + PAD) * height
        if axis != self._axis:
            self._axis = axis
            self._left.set_ranges((LEFT, RIGHT), axis)

    def _fit_classes(self, classes: int) -> None:
        """Make the curves that these many classes need."""
        if self._classes == classes:
            return
        self._classes, self._shown = classes, ()
        for curve in self._paths:
            self._right.remove(curve)
        self._paths = [Curve(antialias=True) for _ in range(SHOWN if classes > CROWD else classes)]
        self._right.add(*self._paths)
        self._names.set_classes(self.labels(classes), len(self._paths))

    def _colour(self, shown: tuple[int, ...]) -> None:
        """Give the curves of p the colours of these classes."""
        if shown == self._shown:
            return
        self._shown = shown
        style = self.style
        colours = [style.class_colour(k) for k in shown]
        self._brushes["p"] = [style.brush(colour) for colour in colours]
        for curve, colour in zip(self._paths, colours, strict=True):
            curve.setPen(style.pen(colour, style.line))


def _steps(each: int) -> list[tuple[float, str]]:
    """Return ticks of the axis of the steps, so many apart."""
    return [(float(step), str(step)) for step in range(0, MAX_STEPS + 1, each)]


def _nothing(classes: int) -> Singles:
    return np.empty((classes, 0), np.float32)


def _scale(summary: DescentSummary) -> float:
    """Return the difference of losses that matters: what can be won, unless that is next to all."""
    possible, start = summary.losses[summary.p > 0], float(summary.run.losses[0, 0])
    span = float(possible.max()) - summary.best
    return max(start - summary.best, LEAST * span)


def in_words(losses: Sequence[float], scale: float) -> list[str]:
    """Return losses with so many decimals that a hundredth of their scale can be seen.

    Args:
        losses: finite, not empty.
        scale: a difference of losses, ≥ 0. What is less than rounding of the losses says nothing.
    """
    largest = max(abs(loss) for loss in losses)
    if scale <= ROUNDING * largest:
        return [number(loss) for loss in losses]
    places = max(2 - math.floor(math.log10(scale / 3)), 0)
    if places <= PLACES and largest < 1e7:
        return [fixed(loss, places) for loss in losses]
    digits = max(math.floor(math.log10(largest)) + places + 1, 1)
    return [number(loss, digits) for loss in losses]


def _right(summary: DescentSummary) -> str:
    """Say whose p is shown, and how many draws that takes."""
    words = {
        "name": estimator_phrase(summary.estimator),
        "batch": BATCH,
        "n": draws(summary.draws),
    }
    if summary.step == summary.steps:
        return tr("Right: p by {name}; each step takes {batch} draws.", **words)
    if summary.step > 0:
        return tr("Right: p by {name}; of {n}, {batch} a step, there are no more.", **words)
    if summary.draws == 1:
        return tr("Right: p by {name}; {n} is too few for a step, which takes {batch}.", **words)
    return tr("Right: p by {name}; {n} are too few for a step, which takes {batch}.", **words)
