"""Common noise: which classes win under p and under a second vector q with the same noise."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, certain, proportion, proportion_intervals
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.at_work.common_law import CommonLaw, common_law
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Bars, Curve, ErrorBars
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.items.heat_map import Cells, HeatMap
from gumbel_gui.plots.items.heat_scale import coarse_scale
from gumbel_gui.plots.items.heat_words import Texts
from gumbel_gui.plots.reading import Spots, shown
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.estimates import beside, estimated
from gumbel_gui.plots.words.text import axis_names, draws, is_unnamed, number, sentences
from gumbel_gui.plots.words.vectors import second_vector

STRIP = 0.75
"""Width of the strip, in widths of a matrix."""
GAP = 12.0
"""Pixels between the two matrices, which have no axes."""
REACH = 0.7
"""Half the length of a mark in the strip, which is 2 wide."""


@dataclass(frozen=True)
class CommonSummary(Sums):
    """Draws in which class i wins under p and class j under q, (K, K)."""

    counts: Whole

    @property
    def draws(self) -> int:
        """The number of draws."""
        return int(self.counts.sum())

    @property
    def same(self) -> int:
        """The number of draws with the same class."""
        return int(np.trace(self.counts))


class CommonNoise(Plot):
    """The joint table of the winners under p and q, and how often they are the same."""

    name = "common_noise"
    title = mark("Two vectors, one noise")
    about = mark(
        "How often each pair of classes wins under p and a second vector q with the same noise, "
        "beside the exact law, and the probability of the same class between its bounds"
    )
    order = 630
    least_height = 185
    depends = frozenset({"probabilities", "other"})
    controls = ("other",)

    @staticmethod
    def summarise(chunk: Chunk) -> CommonSummary:
        """Count the pairs of winners."""
        classes = chunk.parameters.classes
        under_q = chunk.classes_of(chunk.parameters.under_q)
        pairs = chunk.classes * np.uint16(classes) + under_q
        counts = np.bincount(pairs, minlength=classes**2)
        return CommonSummary(counts.reshape(classes, classes))

    @staticmethod
    def prepare(summary: CommonSummary, parameters: Parameters) -> None:
        """Compute and cache the exact law."""
        common_law(parameters)

    def build_items(self) -> None:
        """Build two matrices side by side, and a strip for the probability of the same class."""
        frame, style = self.frame, self.style
        observed, exact = (frame.pane(0, place, axes=()) for place in (0, 1))
        self._strip = frame.pane(0, 2, STRIP, axes=("left",))
        frame.layout.setColumnSpacing(1, GAP)
        self._panes = observed, exact
        self._maps = HeatMap(style, rows_named=True), HeatMap(style, rows_named=True)
        for pane, cells in zip(self._panes, self._maps, strict=True):
            pane.add(cells)
        self._bounds = Bars(
            x=[0], width=[2 * REACH], y0=[0], height=[0], pen=None, brush=style.brush(style.fill)
        )
        self._exact = Curve(pen=style.pen(style.mark, 2))
        self._apart = Curve(pen=style.pen(style.kinds[0], 1.8, dashed=True))
        self._interval = ErrorBars(
            x=np.zeros(1), y=np.zeros(1), beam=0.3, pen=style.pen(style.muted, style.line)
        )
        self._observed = Dots(
            size=9 * style.unit,
            symbol="d",
            pen=style.pen(style.surface),
            brush=style.brush(style.text),
        )
        self._strip.add(self._bounds, self._exact, self._apart, self._interval, self._observed)
        self._strip.set_ranges((-1, 1), (0, 1))
        self._strip.name_axes("", tr("same class"))
        self._scale = 0.0

    def draw(self, summary: CommonSummary, parameters: Parameters) -> None:
        """Show observed and exact shares of the pairs, and of the same class."""
        shares, law, k = summary.counts / summary.draws, common_law(parameters), parameters.classes
        if len(self._maps[0].names) != k:
            for pane, cells in zip(self._panes, self._maps, strict=True):
                cells.set_names(axis_names(self.labels(k)), tr("under q"))
                pane.set_ranges(cells.x_range(), (0, 1))
        exact = np.zeros((k, k)) if law.joint is None else law.joint
        scale = self._fit_scale(max(float(shares.max()), float(exact.max())))
        for cells, matrix in zip(self._maps, (shares, exact), strict=True):
            cells.set_cells(Cells(matrix, np.clip(matrix.sum(axis=1), 0, 1), scale))
        for cells, words in zip(self._maps, (tr("observed"), tr("exact")), strict=True):
            cells.set_words(Texts((words,)), Texts(), "p")
        self._maps[1].setVisible(law.joint is not None)
        self._show_strip(agreement(summary, parameters), law)

    def caption(self, summary: CommonSummary, parameters: Parameters) -> str:
        """Return how often the same class wins, its bounds, and the divergences."""
        same, law = agreement(summary, parameters), common_law(parameters)
        vector = second_vector(parameters.q)
        if law.joint is None:
            text = tr(
                "{n}: with the same noise, p and q give the same class in a share {same}; the "
                "exact law of this noise is not known.",
                n=draws(summary.draws),
                same=estimated(same),
            )
            return sentences(text, vector)
        text = tr(
            "{n}: with the same noise, p and q give the same class in a share {same}, between the "
            "bounds {low} and {high}; with noise of their own it would be {apart}.",
            n=draws(summary.draws),
            same=beside(same, tr("P(same class)"), law.same),
            low=number(law.low, 3),
            high=number(law.high, 3),
            apart=number(law.apart, 3),
        )
        if np.isnan(law.relaxed):
            return sentences(text, vector)
        words = {"classes": shown(law.divergence, 4), "relaxed": shown(law.relaxed, 4)}
        words["kl"] = divergence_name(parameters)
        if not np.isfinite(law.relaxed):
            told = tr(
                "{kl} is {classes}, and {relaxed} for the relaxed vectors: a class has "
                "probability 0 under one of p and q alone.",
                **words,
            )
        elif parameters.mistake.scores_depend_on_t:
            told = tr(
                "{kl} is {classes}, and {relaxed} for the relaxed vectors, at this t.",
                **words,
            )
        else:
            told = tr(
                "{kl} is {classes}, and {relaxed} for the relaxed vectors, at any t > 0.",
                **words,
            )
        return sentences(text, vector, told)

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the cells of the two matrices."""
        i, j = (each.ravel() for each in np.indices((parameters.classes,) * 2))
        named = any(column.name == "label_p" for column in table.columns)
        names = ("label_p", "label_q") if named else ("class_p", "class_q")
        told = (*names, "frequency", "low", "high", "exact")
        rows, found = np.arange(table.rows), []
        for pane, cells in enumerate(self._maps):
            edges = cells.row_edges()
            ends = (j - 0.5, j + 0.5), (edges[i], edges[i + 1])
            found.append(Spots.boxes(told, rows, *ends, pane))
        return tuple(found)

    def table(
        self, summary: CommonSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per pair of classes: how often it won, and the exact probability."""
        law, k = common_law(parameters), parameters.classes
        i, j = (each.ravel() for each in np.indices((k, k)))
        labels, counts = self.labels(k), summary.counts.ravel()
        sides = (("p", i, tr("under p")), ("q", j, tr("under q")))
        named = () if is_unnamed(labels) else sides
        low, high = proportion_intervals(counts, summary.draws)
        exact = np.full(k * k, np.nan) if law.joint is None else law.joint.ravel()
        return Table(
            (
                *(Column(f"class_{n}", at, words) for n, at, words in sides),
                *(Column(f"label_{n}", tuple(labels[c] for c in at), w) for n, at, w in named),
                Column("p", parameters.p[i]),
                Column("q", parameters.q[j]),
                Column("count", counts),
                Column("frequency", counts / summary.draws),
                Column("low", low, tr("95 % from")),
                Column("high", high, tr("95 % to")),
                Column("exact", exact),
            ),
            quantities(summary, parameters),
        )

    def _fit_scale(self, largest: float) -> float:
        """Set the key to the scale of the colours, a coarse one, and return it."""
        scale = coarse_scale(self.frame.extent("share", largest))
        if scale != self._scale:
            self._scale, style = scale, self.style
            self.key.set_entries(
                Entry("square", style.kinds[1], number(scale)),
                Entry("line", style.mark, tr("exact")),
                Entry("square", style.fill, tr("bounds")),
                Entry("interval", style.muted, "95 %"),
                Entry("dashes", style.kinds[0], tr("own noise")),
            )
        return scale

    def _show_strip(self, same: Estimate, law: CommonLaw) -> None:
        """Show the share of the same class, and what is known of it."""
        known = law.joint is not None
        low, high = (law.low, law.high) if known else (0.0, 0.0)
        self._bounds.setOpts(y0=[low], height=[high - low])
        ends = np.array([-REACH, REACH])
        for item, value in ((self._exact, law.same), (self._apart, law.apart)):
            shown = ends[np.isfinite([value, value])]
            item.setData(shown, np.full(len(shown), value))
        assert same.low is not None
        assert same.high is not None
        self._interval.setData(
            x=np.zeros(1),
            y=np.array([same.value]),
            top=np.array([same.high - same.value]),
            bottom=np.array([same.value - same.low]),
        )
        self._observed.setData([0], [same.value])


def divergence_name(parameters: Parameters) -> str:
    """Return what the divergence of the classes that are drawn is called."""
    return "KL(p ‖ q)" if parameters.mistake.samples_p else tr("KL of the classes")


def agreement(summary: CommonSummary, parameters: Parameters) -> Estimate:
    """Return the share of draws with the same class; p and q that are equal always agree."""
    law, share = common_law(parameters), summary.same / summary.draws
    if tuple(parameters.p) == tuple(parameters.q) or law.high == 0 or law.low == 1:
        return certain(share)
    return proportion(summary.same, summary.draws)


def quantities(summary: CommonSummary, parameters: Parameters) -> tuple[Quantity, ...]:
    """Return the numbers of the caption."""
    law, same = common_law(parameters), agreement(summary, parameters)
    exact = None if law.joint is None else law.same
    numbers = (
        ("lower_bound", law.low, tr("lower bound")),
        ("upper_bound", law.high, tr("upper bound")),
        ("same_with_own_noise", law.apart, tr("same class with noise of their own")),
        ("kl_classes", law.divergence, divergence_name(parameters)),
        ("kl_relaxed", law.relaxed, tr("KL of the relaxed vectors")),
    )
    return (
        Quantity("draws", summary.draws),
        Quantity("same", same.value, same.low, same.high, exact, tr("share of the same class")),
        *(Quantity(name, v, words=words) for name, v, words in numbers if np.isfinite(v)),
    )
