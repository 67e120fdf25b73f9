"""Relaxed density: the density of each entry s_k on [0, 1], and its mean beside p_k."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core import kernels
from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.relaxed_means import mean_of_entry, told_class, uniform
from gumbel_gui.core.selection import Selection
from gumbel_gui.core.stages import logits_of
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.frame import Curve, coarse_end
from gumbel_gui.plots.canvas.key import Entry, Glyph, most_probable
from gumbel_gui.plots.items.class_curves import CROWD, SHOWN, ClassCurves
from gumbel_gui.plots.items.row_names import RowNames
from gumbel_gui.plots.items.rug import Rug
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import beside
from gumbel_gui.plots.words.text import axis_names, draws, elided, number, sentences

BINS = 50
EDGES = np.linspace(0, 1, BINS + 1)
TICKS = {
    1.6: (0, 1, 2),
    2.4: (0, 1, 2, 5),
    3.6: (0, 1, 5, 10),
    5.2: (0, 5, 20),
    7.3: (0, 5, 20, 50),
}
"""Densities marked on the axis, by the upper end of the (square-root) axis."""
STRIP, CROWDED_STRIP = 0.42, 0.6
"""Height of the strip of means below 0, as a share of the height above it."""
FEW = 6
"""Rows up to this many have no names: the key has them all, in the same order."""


def _selection(p: Floats) -> str:
    """Return which classes have a colour and a row, if not all have."""
    if len(p) <= CROWD:
        return ""
    descending = np.sort(p)[::-1]
    if descending[SHOWN - 1] == descending[SHOWN]:
        return tr(
            "In colour, with their means: {shown} of {classes} classes; none is more probable.",
            shown=SHOWN,
            classes=len(p),
        )
    return tr(
        "In colour, with their means: the {shown} most probable of {classes} classes.",
        shown=SHOWN,
        classes=len(p),
    )


@dataclass(frozen=True)
class DensitySummary(Sums):
    """Counts (K, bins), and sums and sums of squares (K,) of the entries."""

    counts: Whole
    total: Floats
    squares: Floats
    draws: int

    @property
    def mean(self) -> Floats:
        """Mean of each entry, (K,)."""
        return self.total / self.draws


class RelaxedDensity(Plot):
    """Step curves of the densities, and below them a row per class with its mean and p."""

    name = "relaxed_density"
    title = mark("Density of s")
    live_title = mark("Density of s at t = {temperature}")
    about = mark("The density of each s_k on [0, 1], with the mean of s_k beside p_k")
    order = 40

    @staticmethod
    def summarise(chunk: Chunk) -> DensitySummary:
        """Count and add the entries, class by class."""
        s = chunk.relaxed
        scaled = chunk.work.array("scaled", s.shape, np.float32)
        codes = chunk.work.array("codes", s.shape, np.uint8)
        counts, total, squares = kernels.count(s, BINS, scaled, codes)
        return DensitySummary(counts, total, squares, chunk.count)

    def build_items(self) -> None:
        """Build what all classes share; their curves and rows follow the number of classes."""
        self.frame.name_axes("s", tr("density (√)"))
        style = self.style
        self._curves = ClassCurves(
            self.frame.panes[0], style, x=EDGES, y=EDGES[1:], stepMode="center"
        )
        self._links: list[Curve] = []
        self.frame.add(pg.InfiniteLine(0, angle=0, pen=style.pen(style.axis)))
        self._p = Curve(connect="pairs", pen=style.pen(style.mark, 2))
        self._means = pg.ScatterPlotItem(size=7, pen=style.pen(style.surface))
        for z, item in enumerate((self._means, self._p)):
            item.setZValue(z + 1)
            self.frame.add(item)
        self._row_names = RowNames(self.frame.vb, style)
        self._rug = Rug(style)
        self.frame.add(self._rug)

    def draw(self, summary: DensitySummary, parameters: Parameters) -> None:
        """Show densities, means and p."""
        order = most_probable(parameters.p)
        self._fit_classes(len(order), order)
        self.key.rank(order)
        # A square-root scale keeps the spikes at 0 and 1 and the valley between them in view.
        heights = np.sqrt(summary.counts * (BINS / summary.draws))
        self._fit_axes(float(heights.max()))
        for curve, k in self._curves:
            curve.setData(EDGES, heights[k])
        others = heights[list(order[SHOWN:]) if self._curves.crowded else []]
        self._curves.others.set_rows(np.repeat(EDGES, 2)[1:-1], np.repeat(others, 2, axis=1))
        shown = list(self._curves.shown)
        self._draw_rows(summary.mean[shown], parameters.p[shown])

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Mark the s of the selected draw on the axis, the winner's longer."""
        if selection is None:
            self._rug.clear()
            return None
        self._rug.show_values(selection.relaxed, selection.winner, self._top)
        return "pin"

    def _draw_rows(self, mean: Floats, p: Floats) -> None:
        """Show a row for each of these means, with p beside it."""
        rows = self._row_heights(len(p))
        for link, y, ends in zip(self._links, rows, np.stack([mean, p], axis=1), strict=True):
            link.setData(ends, np.array([y, y]))
        reach = np.array([-0.44, 0.44]) * (rows[0] - rows[1])
        self._p.setData(np.repeat(p, 2), (rows[:, None] + reach).ravel())
        self._means.setData(x=mean, y=rows, brush=self._curves.brushes)
        low, high = np.minimum(mean, p), np.maximum(mean, p)
        self._row_names.set_rows(
            [(self._names[j], low[j], high[j], rows[j]) for j in most_probable(p) if len(p) > FEW]
        )

    def caption(self, summary: DensitySummary, parameters: Parameters) -> str:
        """Return the mean of s of one class beside its p, and which classes have a colour."""
        return sentences(self._comparison(summary, parameters), _selection(parameters.p))

    def _comparison(self, summary: DensitySummary, parameters: Parameters) -> str:
        """Return the mean of s of one class beside its p."""
        p, t = parameters.p, parameters.temperature
        k, estimate = told_mean(summary, parameters)
        text = tr(
            "At t = {t} the mean of s for {label} over {n} is {comparison}.",
            t=number(t),
            label=elided(self.labels(len(p))[k], 16),
            n=draws(summary.draws),
            comparison=beside(estimate, "p", float(p[k])),
        )
        biased = t > 0 and parameters.mistake is Mistake.NONE and not uniform(p)
        return sentences(text, tr("It tends to p only as t → 0.")) if biased else text

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the steps of the curves, and the rows of the means below them."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        classes, shown = parameters.classes, np.array(self._curves.shown)
        bins = np.arange(classes, classes + classes * BINS).reshape(classes, BINS)
        heights = np.sqrt(columns["density"][bins])
        told = ("label", "class", "bin_low", "bin_high", "density", "count")
        steps = Spots.boxes(told, bins, (EDGES[:-1], EDGES[1:]), (heights, heights))
        y, of_row = self._row_heights(len(shown)), ("label", "class", "mean", "p", "s")
        ends = columns["mean"][shown], columns["p"][shown]
        return (steps, Spots.boxes(of_row, shown, ends, (y, y)))

    def table(
        self, summary: DensitySummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per class with its mean and p, and then a row per bin of each class."""
        p, classes = parameters.p, parameters.classes
        k, estimate = told_mean(summary, parameters)
        means = (
            *self.class_columns(classes),
            Column("p", p),
            Column("mean", summary.mean, tr("mean of s")),
            *(() if selection is None else (Column("s", selection.relaxed),)),
        )
        bins = (
            *(each.repeated(BINS) for each in self.class_columns(classes)),
            Column("bin_low", np.tile(EDGES[:-1], classes), tr("from s")),
            Column("bin_high", np.tile(EDGES[1:], classes), tr("to s")),
            Column("count", summary.counts.ravel()),
            Column("density", summary.counts.ravel() * (BINS / summary.draws)),
        )
        return Table(
            stacked(means, bins),
            (
                Quantity("draws", summary.draws),
                Quantity("classes", classes),
                Quantity("coloured", SHOWN if classes > CROWD else classes),
                Quantity("temperature", parameters.temperature),
                Quantity("told_class", k),
                Quantity.of("mean_of_told_class", estimate, float(p[k])),
            ),
        )

    @property
    def _strip(self) -> float:
        return CROWDED_STRIP if self._curves.crowded else STRIP

    def _row_heights(self, rows: int) -> Floats:
        """Return y of the middles of so many rows below the densities."""
        pitch = self._strip * self._top / (rows + 0.4)
        return np.asarray(-pitch * (np.arange(rows) + 0.7))

    def _fit_axes(self, highest: float) -> None:
        """Let the axes end a coarse step above the highest root of a density."""
        self._top = coarse_end(TICKS, self.frame.extent("density", highest))
        if self.frame.set_ranges((-0.02, 1.02), (-self._strip * self._top, self._top)):
            ticks = [(density**0.5, str(density)) for density in TICKS[self._top]]
            self.frame.axis("left").setTicks([ticks])

    def _fit_classes(self, classes: int, order: tuple[int, ...]) -> None:
        """Make and colour the items that these classes need."""
        curves, style = self._curves, self.style
        if curves.fit(classes):
            for link in self._links:
                self.frame.remove(link)
            self._links = [Curve() for _ in range(len(curves))]
            self.frame.add(*self._links)
            marks = [Entry("dot", style.muted, tr("mean")), Entry("tick", style.mark, "p")]
            self.key.set_entries(*marks, labels=self.labels(classes), most=len(curves))
        if curves.choose(order):
            names = axis_names(self.labels(classes))
            self._names = [elided(names[k], 16) for k in curves.shown]
            for link, k in zip(self._links, curves.shown, strict=True):
                link.setPen(style.pen(style.class_colour(k), style.line))


def told_mean(summary: DensitySummary, parameters: Parameters) -> tuple[int, Estimate]:
    """Return the class that the caption is about, and the mean of its s."""
    logits, n = logits_of(parameters), summary.draws
    k = told_class(parameters.p, logits)
    total, squares = float(summary.total[k]), float(summary.squares[k])
    return k, mean_of_entry(total, squares, n, k, logits, parameters)
