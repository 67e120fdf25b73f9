"""Descent: gradient descent of p by each estimator; expected loss and p against the step."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.losses import Estimator, unused_by
from gumbel_gui.core.parameters import MAX_STEPS, Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, most_probable
from gumbel_gui.plots.canvas.ranges import coarse_end
from gumbel_gui.plots.gradients.descent_run import (
    BATCH,
    DRAWS,
    DescentNumbers,
    DescentSummary,
    numbers_of,
)
from gumbel_gui.plots.gradients.descent_words import descent_caption
from gumbel_gui.plots.gradients.estimator_key import (
    EstimatorKey,
    estimator_colour,
    estimator_entries,
    estimator_pen,
    estimator_phrase,
    estimator_short,
)
from gumbel_gui.plots.items.class_curves import SHOWN, ClassCurves
from gumbel_gui.plots.items.end_labels import EndLabels
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import FirstDraws
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.text import number

LEFT, RIGHT = -4.0, MAX_STEPS + 18.0
"""Ends of the axes of the steps, with room for half of the last number at the right."""
HEIGHTS = (0.02, 0.05, 0.1, 0.16, 0.25, 0.4, 0.63, 1.0)
"""Where the axis of the loss may end, as shares of the way from the best class to the worst.

These steps are larger than those of other axes: the highest of a run moves with everything.
"""
TOPS = (0.25, 0.5, 0.75, 1.0)
"""Where the axis of p may end."""
PAD = 0.05
"""Room below and above, as a share of the axis."""
FAINT = 0.65
"""Share of the background in the colour of the other classes."""
THINNED = 3
"""Of the other classes, only every third step is drawn."""


class Descent(Plot):
    """The expected loss by all estimators, and p by one of them."""

    name = "descent"
    title = mark("Descent")
    about = mark(
        "Gradient descent of p by each estimator: the expected loss, and p, from step to step"
    )
    order = 430
    depends = frozenset({"classes"})
    shows = frozenset(
        {
            *("probabilities", "temperature", "schedule", "loss", "weights", "estimator"),
            *("estimators", "samples", "eta", "backward_temperature"),
            *("learning_rate", "annealed", "steps"),
        }
    )
    controls = ("estimator", "estimators", "learning_rate", "annealed", "steps")

    key_type = EstimatorKey
    key: EstimatorKey

    @staticmethod
    def unused(parameters: Parameters) -> Collection[str]:
        """Return t or the schedule, and what only estimators depend on that are not shown."""
        by_t = "temperature" if parameters.annealed else "schedule"
        return (by_t, *unused_by(parameters.shown_estimators))

    @staticmethod
    def summarise(chunk: Chunk) -> DescentSummary:
        """Keep the noise of the first draws; later chunks need not have any."""
        wanted = max(min(DRAWS - chunk.start, chunk.count), 0)
        noise = np.empty((chunk.parameters.classes, 0), np.float32)
        if wanted:
            by_t = chunk.parameters.mistake.noise_depends_on_t
            noise = (chunk.gumbel if by_t else chunk.noise)[:, :wanted]
        return DescentSummary(FirstDraws.of(noise, chunk.start, DRAWS), chunk.count)

    @staticmethod
    def prepare(summary: DescentSummary, parameters: Parameters) -> None:
        """Compute the run."""
        numbers_of(summary, parameters)

    def build_items(self) -> None:
        """Build both panes; the curves of p follow the number of classes."""
        style, frame = self.style, self.frame
        self._left, self._right = frame.pane(0, 0), frame.pane(0, 1)
        self._left.name_axes(tr("step"), tr("E[loss]"))
        ticks = [_steps(MAX_STEPS // parts) for parts in (3, 2, 1)]
        for pane in (self._left, self._right):
            pane.vb.setXRange(LEFT, RIGHT, padding=0)
            FittingTicks(pane, "bottom", style).set_choices(*ticks)
        self._class_labels: tuple[str, ...] = ()
        self._names = [EndLabels(frame, pane, style, self._fit_key) for pane in frame.panes]
        dots = style.pen(style.text, style.line)
        dots.setDashPattern([1, 2])
        self._best, self._start = Curve(pen=dots), Curve(pen=style.pen(style.axis))
        self._left.add(self._start, self._best)
        self._losses = {
            each: Curve(pen=estimator_pen(style, each), antialias=True) for each in Estimator
        }
        self._left.add(*self._losses.values())
        faint = style.pale(style.muted, FAINT)
        self._paths = ClassCurves(self._right, style, faint, antialias=True)
        ground = style.pen(style.surface)
        self._brushes = {each: style.brush(estimator_colour(style, each)) for each in Estimator}
        self._ends = Dots(size=8 * style.unit, pen=ground)
        self._places = Dots(size=8 * style.unit, pen=ground)
        for pane, item in ((self._left, self._ends), (self._right, self._places)):
            item.setZValue(1)
            pane.add(item)
        self._shown: tuple[Estimator, ...] = ()

    def _fit_key(self) -> None:
        """Let the key have the names that do not stand beside their lines."""
        losses, classes = (each.shown for each in self._names)
        labels = () if classes else self._class_labels
        self.key.set_names(() if losses else self._shown, labels, len(self._paths))

    def draw(self, summary: DescentSummary, parameters: Parameters) -> None:
        """Show the first steps of the run."""
        numbers = numbers_of(summary, parameters)
        losses, end = numbers.path.losses, numbers.step
        self._fit_estimators(numbers.estimators)
        self._fit_loss(numbers)
        steps, shown = np.arange(end + 1.0), dict(zip(numbers.estimators, losses, strict=True))
        for each, curve in self._losses.items():
            curve.setData(*((steps, shown[each][: end + 1]) if each in shown else ([], [])))
        across = np.array([LEFT, RIGHT])
        self._best.setData(across, np.full(2, numbers.best))
        self._start.setData(across, np.full(2, losses[0, 0]))
        brushes = [self._brushes[each] for each in numbers.estimators]
        self._ends.setData(x=np.full(len(losses), end), y=losses[:, end], brush=brushes)
        self._names[0].set_ends([end] * len(losses) + [RIGHT], [*losses[:, end], numbers.best])
        name = estimator_short(parameters.estimator)
        self._right.name_axes(tr("step"), tr("p ({name})", name=name))
        self._draw_p(numbers.path.p[numbers.estimators.index(parameters.estimator)], steps)

    def _fit_estimators(self, shown: tuple[Estimator, ...]) -> None:
        """Name the estimators that are shown."""
        if shown != self._shown:
            self._shown = shown
            best = Entry("dashes", self.style.text, tr("best"))
            self._names[0].set_entries((*estimator_entries(self.style, shown), best))
            self._fit_key()

    def _draw_p(self, path: Floats, steps: Floats) -> None:
        """Show p (all steps, K) up to the last one of these steps."""
        end, classes = len(steps) - 1, path.shape[1]
        order = np.array(most_probable(np.maximum(path[0], path[-1])))
        paths = self._paths
        if paths.fit(classes):
            self._class_labels = self.labels(classes)
            self._fit_key()
        if paths.choose(order.tolist(), ascending=True):
            self._names[1].set_entries(*paths.entries(self._class_labels))
        self.key.rank(tuple(order.tolist()))
        for curve, k in paths:
            curve.setData(steps, path[: end + 1, k].copy())
        shown = np.array(paths.shown)
        self._names[1].set_ends(end, path[end, shown])
        top = coarse_end(TOPS, self.frame.extent("p", float(path.max())))
        self._right.set_ranges((LEFT, RIGHT), (-PAD * top, (1 + PAD) * top))
        self._places.setData(x=np.full(len(shown), end), y=path[end, shown], brush=paths.brushes)
        thinned = np.unique(np.append(np.arange(0, end, THINNED), end))
        rest = order[SHOWN:] if paths.crowded else order[:0]
        paths.others.set_rows(thinned.astype(np.float64), path[np.ix_(thinned, rest)].T)

    def caption(self, summary: DescentSummary, parameters: Parameters) -> str:
        """Return the step and the loss that each estimator has reached."""
        return descent_caption(numbers_of(summary, parameters), summary.draws, parameters)

    def table(
        self, summary: DescentSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return t, the loss by each estimator and p by the chosen one, from step to step."""
        numbers = numbers_of(summary, parameters)
        end, chosen = numbers.step + 1, numbers.estimators.index(parameters.estimator)
        p = numbers.path.p[chosen, :end]
        t = [numbers.temperature_of(step) for step in range(end)]
        return Table(
            (
                Column("step", np.arange(end), tr("step")),
                Column("temperature", np.array(t), "t"),
                *(
                    Column(
                        f"loss_{each.value.replace('-', '_')}",
                        losses[:end].copy(),
                        tr("loss, {name}", name=estimator_phrase(each)),
                    )
                    for each, losses in zip(numbers.estimators, numbers.path.losses, strict=True)
                ),
                *(
                    Column(f"p_{k}", p[:, k].copy(), tr("p, {label}", label=label))
                    for k, label in enumerate(self.labels(parameters.classes))
                ),
            ),
            (
                Quantity("step", numbers.step),
                Quantity("best_loss", numbers.best),
                Quantity("batch", BATCH),
                Quantity("draws", summary.draws),
            ),
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the steps on the curves of both panes."""
        columns = {column.name: column.values for column in table.columns}
        steps = columns["step"]
        return tuple(
            Spots.curve(("step", name), steps, steps, values, pane)
            for pane, start in enumerate(("loss_", "p_"))
            for name, values in columns.items()
            if name.startswith(start)
        )

    def heading(self, summary: DescentSummary, parameters: Parameters) -> str:
        """Return the title with t."""
        numbers = numbers_of(summary, parameters)
        t = number(numbers.temperature_of(numbers.step))
        if parameters.annealed:
            start = number(parameters.schedule[0])
            return tr("Descent, t annealed from {start} to {t}", start=start, t=t)
        return tr("Descent at t = {t}", t=t)

    def _fit_loss(self, numbers: DescentNumbers) -> None:
        """Fix the axis of the loss for the whole run."""
        best, worst = numbers.best, numbers.worst
        span = worst - best
        if span <= 1e-9 * max(abs(best), abs(worst)):
            span = max(abs(best), 1.0)
        highest = (float(numbers.path.losses.max()) - best) / span
        height = coarse_end(HEIGHTS, self.frame.extent("loss", highest)) * span
        self._left.set_ranges((LEFT, RIGHT), (best - PAD * height, best + (1 + PAD) * height))


def _steps(each: int) -> list[tuple[float, str]]:
    """Return ticks of the axis of the steps, ``each`` steps apart."""
    return [(float(step), str(step)) for step in range(0, MAX_STEPS + 1, each)]
