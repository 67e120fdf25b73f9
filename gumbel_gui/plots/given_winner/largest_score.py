"""Largest score: the density of max g for each class that won, with the one exact law of all."""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, certain, mean_of_known_law
from gumbel_gui.core.gumbel import EULER_GAMMA, STANDARD_VARIANCE, Gumbel
from gumbel_gui.core.noise_laws import noise_law
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.key import Entry, Glyph, most_probable
from gumbel_gui.plots.given_winner.winner_sums import (
    SKEW,
    WinnerSummary,
    bins_of,
    by_winner,
    evidence,
    left_out,
    of_winners,
    theta,
)
from gumbel_gui.plots.items.ridges import Ridges, coarse_density
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import beside, estimated
from gumbel_gui.plots.words.text import draws, sentences

LOW, PER_UNIT, ALL_BINS = -5, 10, 240
SHOWN = 120
"""Bins on the axis: from −3 to 9, or from −5 to 7 where the noise is not Gumbel noise."""


class LargestScore(Plot):
    """max g, by the class that has it."""

    name = "largest_score"
    title = mark("Largest score by winner")
    about = mark("The density of max g for each class that won: always the same, Gumbel(0, 1)")
    order = 510
    least_height = 190
    depends = frozenset({"probabilities"})

    @staticmethod
    def summarise(chunk: Chunk) -> WinnerSummary:
        """Count and add max g, class by class."""
        values = of_winners(chunk, chunk.scores)
        return by_winner(chunk, values, bins_of(values, LOW, PER_UNIT, ALL_BINS), ALL_BINS)

    def build_items(self) -> None:
        """Build the rows."""
        self._rows = Ridges(self.frame, self.style)

    def draw(self, summary: WinnerSummary, parameters: Parameters) -> None:
        """Show a density for each class that won."""
        edges, shown = edges_of(parameters)
        order = most_probable(parameters.p)
        self._rows.fit(self.labels(parameters.classes), order, (edges[0], edges[-1]))
        self._fit_key(parameters)
        law = exact_law(parameters)
        x = np.linspace(edges[0], edges[-1], 241)
        exact = np.zeros((0, len(x)))
        if law:
            exact = np.broadcast_to(law.pdf(x), (parameters.classes, len(x)))
        density = densities(summary)[:, shown]
        self._rows.show(edges, density, x, exact)
        self.frame.name_axes(tr("max g"), tr("density"))
        marks = np.full(parameters.classes, law.mean() if law else np.nan)
        self._rows.show_means(summary.means, marks)

    def _fit_key(self, parameters: Parameters) -> None:
        """Name the marks that there are."""
        style, entries = self.style, [Entry("dot", self.style.muted, tr("mean"))]
        if exact_law(parameters):
            symbol = "γ" if evidence(parameters) == 0 else f"γ + {sum_of(parameters)}"
            entries += [Entry("tick", style.mark, symbol), Entry("line", style.mark, tr("exact"))]
        self.key.set_entries(*entries)

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Put a pin at max g of the selected draw, in the row of the class that won it."""
        if selection is None:
            self._rows.pin({})
            return None
        winner = selection.winner
        self._rows.pin({winner: float(selection.scores[winner])}, winner)
        return "pin"

    def caption(self, summary: WinnerSummary, parameters: Parameters) -> str:
        """Return that all laws are one, and its mean."""
        estimate, n = mean_largest(summary, parameters), draws(summary.draws)
        if not exact_law(parameters):
            text = tr("Mean of max g − γ over {n}: {mean}.", n=n, mean=estimated(estimate))
            note = tr("The exact law needs Gumbel noise, which this is not.")
            return sentences(text, note, left_out(beyond(summary, parameters), summary.draws))
        text = tr("Whoever wins, the law of max g is the same.")
        compared = beside(estimate, sum_of(parameters), evidence(parameters))
        return sentences(text, tr("Mean of max g − γ over {n}: {mean}.", n=n, mean=compared))

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the bins of each row, and the means."""
        means = next(np.asarray(each.values) for each in table.columns if each.name == "mean")
        told = ("label", "class", "bin_low", "bin_high", "density", "exact", "count")
        edges, classes = edges_of(parameters)[0], parameters.classes
        of_row = ("label", "class", "wins", "mean")
        return self._rows.spots(told, of_row, edges, means[:classes], classes)

    def table(
        self, summary: WinnerSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per class, and then a row per bin of each class."""
        classes, law = parameters.classes, exact_law(parameters)
        edges, shown = edges_of(parameters)
        bins, exact = len(edges) - 1, []
        if law:
            middles = np.tile((edges[1:] + edges[:-1]) / 2, classes)
            exact = [Column("exact", law.pdf(middles), tr("exact pdf"))]
        rows = (
            *self.class_columns(classes),
            Column("wins", summary.wins, tr("draws that it won")),
            Column("mean", summary.means, tr("mean of max g")),
        )
        each_bin = (
            *(each.repeated(bins) for each in self.class_columns(classes)),
            Column("bin_low", np.tile(edges[:-1], classes), tr("from g")),
            Column("bin_high", np.tile(edges[1:], classes), tr("to g")),
            Column("count", summary.counts[:, 1:-1][:, shown].ravel()),
            Column("density", densities(summary)[:, shown].ravel()),
            *exact,
        )
        estimate = mean_largest(summary, parameters)
        return Table(
            stacked(rows, each_bin),
            (
                Quantity("draws", summary.draws),
                Quantity("beyond_the_axis", beyond(summary, parameters)),
                Quantity.of("mean_less_gamma", estimate, evidence(parameters) if law else None),
            ),
        )


def sum_of(parameters: Parameters) -> str:
    """Return ln Σ exp θ in symbols."""
    return f"ln Σ exp({theta(parameters.mistake)})"


def exact_law(parameters: Parameters) -> Gumbel | None:
    """Return the law of max g, whoever wins, if it is known."""
    return Gumbel(evidence(parameters)) if parameters.mistake.noise_is_gumbel else None


def edges_of(parameters: Parameters) -> tuple[Floats, slice]:
    """Return the edges of the bins on the axis, and which of all bins they are."""
    first = 20 if parameters.mistake.noise_is_gumbel else 0
    edges = LOW + np.arange(first, first + SHOWN + 1) / PER_UNIT
    return edges, slice(first, first + SHOWN)


def beyond(summary: WinnerSummary, parameters: Parameters) -> int:
    """Return how many draws are beyond the axis."""
    return summary.draws - int(summary.counts[:, 1:-1][:, edges_of(parameters)[1]].sum())


def densities(summary: WinnerSummary) -> Floats:
    """Return the densities of all bins, (K, 240)."""
    spread = STANDARD_VARIANCE**0.5
    return coarse_density(summary.counts[:, 1:-1], summary.wins, 1 / PER_UNIT, spread)


def mean_largest(summary: WinnerSummary, parameters: Parameters) -> Estimate:
    """Return the mean of max g less γ."""
    n = summary.draws
    value = float(summary.total.sum()) / n - EULER_GAMMA
    if parameters.mistake.noise_is_gumbel:
        return mean_of_known_law(value, n, STANDARD_VARIANCE, SKEW)
    if noise_law(parameters.noise).variance == 0:
        return certain(value)
    return Estimate(value)
