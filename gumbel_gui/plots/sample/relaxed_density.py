"""Relaxed density: the density of each entry s_k on [0, 1], and its mean beside p_k."""

from __future__ import annotations

import numpy as np
from PyQt6.QtGui import QFontMetricsF

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.relaxed_means import mean_of_entry, told_class, uniform
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph, most_probable
from gumbel_gui.plots.canvas.ranges import coarse_end
from gumbel_gui.plots.items.class_curves import CROWD, SHOWN, ClassCurves
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sample.density_sums import (
    BINS,
    EDGES,
    DensityAxis,
    DensitySummary,
    exact_density,
    peak,
    peak_limit,
    summarise,
)
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import beside
from gumbel_gui.plots.words.text import axis_names, draws, elided, number, sentences

ALONG = np.concatenate([[0], (EDGES[1:] + EDGES[:-1]) / 2, [1]])
"""Where the outline of a ridge has corners: amid each bin, and at both ends."""
TOPS = (3, 6, 12, 25, 50)
"""Densities that the height of a row may stand for; no bin can exceed the last."""
BASE, HEIGHT = 0.14, 0.78
"""Where a ridge stands in its row, and how high it may be, in rows."""
MARK, DOT, PIN = (-0.08, 0.82), 0.34, (0.56, 0.72)
"""Ends of the mark of p, height of the mean, and of the head of a pin, over the base of a row."""
PALE = 0.4
"""Share of the ground in the colour of a ridge."""
FEW = 6
"""Dots of more rows than this are smaller."""
LONGEST = 12
"""Letters of the name of a row."""


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


class RelaxedDensity(Plot):
    """A ridge per class: its density, and on the same row its p and the mean of its s."""

    name = "relaxed_density"
    title = mark("Density of s")
    live_title = mark("Density of s, t = {temperature}")
    about = mark("The density of each sₖ on [0, 1], with the mean of sₖ beside pₖ")
    order = 40

    depends = frozenset({"probabilities", "temperature", "logit_axis"})
    controls = ("logit_axis",)

    @staticmethod
    def summarise(chunk: Chunk) -> DensitySummary:
        """Count and add the entries, class by class."""
        return summarise(chunk)

    @staticmethod
    def prepare(summary: DensitySummary, parameters: Parameters) -> None:
        """Compute and cache the law of the entry that the caption is about."""
        told_mean(summary, parameters)

    def build_items(self) -> None:
        """Build what all classes share; their ridges follow the number of classes."""
        style, frame = self.style, self.frame
        self._curves = ClassCurves(frame.panes[0], style, fill=PALE, antialias=True)
        self._exact = Curve(pen=style.pen(style.mark, style.line), antialias=True)
        # The ground beside the mark of p keeps it apart from a ridge of any colour.
        pens = style.pen(style.surface, 5), style.pen(style.mark, 2)
        self._p = [Curve(connect="pairs", pen=pen) for pen in pens]
        edge = style.pen(style.surface)
        self._means = Dots(pen=edge)
        self._pins = Curve(connect="pairs", pen=style.pen(style.text))
        self._heads = Dots(pen=edge)
        for z, item in enumerate((self._exact, *self._p, self._pins, self._heads, self._means)):
            item.setZValue(z + 1)
            frame.add(item)
        self._ticks = FittingTicks(frame.panes[0], "left", style)

    def draw(self, summary: DensitySummary, parameters: Parameters) -> None:
        """Show densities, means and p."""
        order, self._axis = most_probable(parameters.p), DensityAxis.of(parameters)
        self._fit_classes(len(order), order)
        density = np.asarray(summary.counts * (BINS / summary.draws), np.float64)
        exact = exact_density(parameters)
        self._fit_scale(float(density.max()))
        heights, shown = self._heights(density), np.array(self._curves.shown)
        bases = self._row_bases(len(shown))
        for (curve, k), base in zip(self._curves, bases, strict=True):
            curve.setData(ALONG, base + _outline(heights[k]), fillLevel=np.float32(base))
        others = heights[list(order[SHOWN:]) if self._curves.crowded else []]
        last = self._row_bases(len(shown) + 1)[-1]
        self._curves.others.set_rows(ALONG, last + _outline(others))
        self._fit_key(exact=len(exact) > 0)
        rows = [
            _outline(self._heights(each)) + base for each, base in zip(exact, bases, strict=False)
        ]
        self._exact.set_rows(ALONG, np.array(rows).reshape(-1, len(ALONG)))
        p, ends = self._axis.place(parameters.p)[shown], (bases[:, None] + MARK).ravel()
        for each in self._p:
            each.setData(np.repeat(p, 2), ends)
        size = self.style.unit * (9 if len(shown) <= FEW else 7)
        y, brushes = bases + DOT, self._curves.brushes
        self._means.setData(x=self._axis.place(summary.mean)[shown], y=y, size=size, brush=brushes)

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Put a pin at the s of the selected draw in each row, the winner's larger."""
        if selection is None:
            self._pins.setData([], [])
            self._heads.setData([], [])
            return None
        rows = {k: row for row, k in enumerate(self._curves.shown)}
        rows.setdefault(selection.winner, len(rows))  # of many, the winner may have no row
        bases = self._row_bases(len(rows))[list(rows.values())]
        s = self._axis.place(selection.relaxed.astype(np.float64))[list(rows)]
        won = np.array([k == selection.winner for k in rows])
        tops = bases + np.where(won, *PIN[::-1])
        self._pins.setData(np.repeat(s, 2), np.stack([bases, tops], axis=1).ravel())
        size, brush = self.style.unit * np.where(won, 9, 6), self.style.class_brushes(rows)
        self._heads.setData(x=s, y=tops, size=size, brush=brush)
        return "pin"

    def caption(self, summary: DensitySummary, parameters: Parameters) -> str:
        """Return the mean of s of one class beside its p, and which classes have a colour."""
        told = self._comparison(summary, parameters), peak(parameters), _beyond(summary, parameters)
        return sentences(*filter(None, told), _selection(parameters.p))

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
        right = parameters.mistake is Mistake.NONE
        biased = t > 0 and right and not uniform(p)
        return sentences(text, tr("It tends to p only as t → 0.")) if biased else text

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the bins in all the height of their row, and on them means, p and pins."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        classes, shown = parameters.classes, np.array(self._curves.shown)
        bases = self._row_bases(len(shown) + self._curves.crowded)
        rows = classes + BINS * np.arange(classes)[:, None] + np.arange(BINS)
        told = ("label", "class", "bin_low", "bin_high", "density", "exact", "count")
        sides, low = (EDGES[:-1], EDGES[1:]), bases[: len(shown), None] - BASE
        found = [Spots.boxes(told, rows[shown], sides, (low, low + 1))]
        if self._curves.crowded:
            rest = rows[np.setdiff1d(np.arange(classes), shown)]
            y = bases[-1] + self._heights(columns["density"][rest] * self._axis.unit)
            found.append(Spots.boxes(told, rest, sides, (y, y)))
        bases, of_row = bases[: len(shown)], ("label", "class", "mean", "p", "s")
        p, mean = (self._axis.place(columns[name][shown]) for name in ("p", "mean"))
        if "s" in columns:
            ends = bases, bases + PIN[1]
            s = self._axis.place(columns["s"][shown])
            found.append(Spots.boxes(of_row, shown, (s, s), ends))
        found.append(Spots.boxes(of_row, shown, (p, p), (bases + MARK[0], bases + MARK[1])))
        return (*found, Spots.points(of_row, shown, mean, bases + DOT))

    def table(
        self, summary: DensitySummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per class with its mean and p, and then a row per bin of each class."""
        p, classes = parameters.p, parameters.classes
        k, estimate = told_mean(summary, parameters)
        axis, exact = DensityAxis.of(parameters), exact_density(parameters)
        per_unit, edges, densities = BINS / axis.unit, axis.edges, exact.ravel() / axis.unit
        means = (
            *self.class_columns(classes),
            Column("p", p),
            Column("mean", summary.mean, tr("mean of s")),
            *(() if selection is None else (Column("s", selection.relaxed),)),
        )
        bins = (
            *(each.repeated(BINS) for each in self.class_columns(classes)),
            Column("bin_low", np.tile(edges[:-1], classes), tr("from s")),
            Column("bin_high", np.tile(edges[1:], classes), tr("to s")),
            Column("count", summary.counts.ravel()),
            Column("density", summary.counts.ravel() * (per_unit / summary.draws)),
            *([Column("exact", densities, tr("exact density"))] if len(exact) else []),
        )
        return Table(
            stacked(means, bins),
            (
                Quantity("draws", summary.draws),
                Quantity("classes", classes),
                Quantity("coloured", SHOWN if classes > CROWD else classes),
                Quantity("temperature", parameters.temperature),
                Quantity("beyond_the_axis", beyond(summary)),
                Quantity(
                    "percent_beyond",
                    100 * beyond(summary) / (summary.draws * classes),
                    words=tr("% beyond the axis"),
                ),
                *_of_peak(parameters),
                Quantity("told_class", k),
                Quantity.of("mean_of_told_class", estimate, float(p[k])),
            ),
        )

    def _heights(self, density: Floats) -> Floats:
        """Return the heights of densities: a root keeps spikes and the valley between in view."""
        return np.asarray(HEIGHT * np.sqrt(density / self._top), np.float64)

    def _row_bases(self, rows: int) -> Floats:
        """Return where the ridges of so many rows stand, from the top down."""
        return np.asarray(BASE - 1.0 - np.arange(rows), np.float64)

    def _fit_scale(self, highest: float) -> None:
        """Let the height of a row stand for a density a coarse step above the highest one."""
        self._top = coarse_end(TOPS, self.frame.extent("density", highest))
        axis = self._axis
        of = "s" if not axis.reach else tr("s, logit axis")
        # Without the density at the top, which had no room on a slide; the table has it.
        height = tr("√density of logit s") if axis.reach else tr("√density")
        self.frame.name_axes(of, height)
        self.frame.axis("bottom").setTicks([axis.ticks()])

    def _fit_key(self, *, exact: bool) -> None:
        style = self.style
        marks = [Entry("dot", style.muted, tr("mean of s")), Entry("tick", style.mark, "p")]
        if exact:
            marks.append(Entry("line", style.mark, tr("exact")))
        self.key.set_entries(*marks)

    def _fit_classes(self, classes: int, order: tuple[int, ...]) -> None:
        """Make, colour and name the rows that these classes need."""
        curves, style = self._curves, self.style
        if curves.fit(classes):
            rows = len(curves) + curves.crowded
            self.frame.set_ranges((-0.02, 1.02), (-rows, 0))
            names = [elided(name, LONGEST) for name in axis_names(self.labels(classes))]
            rest = f"+ {classes - SHOWN}"
            self._row_names = *names, rest
            widest = max(map(QFontMetricsF(style.font()).horizontalAdvance, self._row_names))
            self.frame.axis("left").setWidth(widest + 2 * style.text_size + 8)
            self.frame.layout.activate()  # Qt does it later, after the next picture
        if curves.choose(order, ascending=True):
            shown = (*curves.shown, -1)[: len(curves) + curves.crowded]
            ticks = [(-0.5 - row, self._row_names[k]) for row, k in enumerate(shown)]
            self._ticks.set_choices(*(ticks[::step] for step in (1, 2, 4)))


def _of_peak(parameters: Parameters) -> tuple[Quantity, ...]:
    """Return the numbers of the sentence on the peak, if there is one."""
    limit = peak_limit(parameters)
    if limit is None:
        return ()
    words = tr("t that decides on a peak")
    return Quantity("possible_classes", limit[0]), Quantity("peak_limit", limit[1], words=words)


def beyond(summary: DensitySummary) -> int:
    """Return how many entries are beyond the axis."""
    return summary.draws * len(summary.total) - int(summary.counts.sum())


def _beyond(summary: DensitySummary, parameters: Parameters) -> str:
    """Return how many entries are beyond the axis in a sentence, if any."""
    if not (n := beyond(summary)):
        return ""
    part = number(100 * n / (summary.draws * parameters.classes), 2)
    return tr("{share} % of the entries lie beyond the axis.", share=part)


def _outline(heights: Floats) -> Floats:
    """Return heights (..., bins + 2) of the corners of ridges, from those of bins (..., bins)."""
    return np.concatenate([heights[..., :1], heights, heights[..., -1:]], axis=-1)


def told_mean(summary: DensitySummary, parameters: Parameters) -> tuple[int, Estimate]:
    """Return the class that the caption is about, and the mean of its s."""
    logits, n = parameters.logits, summary.draws
    k = told_class(parameters.p, logits)
    total, squares = float(summary.total[k]), float(summary.squares[k])
    return k, mean_of_entry(total, squares, n, k, logits, parameters)
