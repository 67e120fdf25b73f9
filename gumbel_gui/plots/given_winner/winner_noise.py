"""Winner noise: the noise of each class, given which class won, with its exact law."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.conditional import (
    loser_noise_mean,
    loser_noise_pdf,
    winner_noise_mean,
    winner_noise_pdf,
)
from gumbel_gui.core.counting import count_rows
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, certain, mean_of_known_law
from gumbel_gui.core.gumbel import EULER_GAMMA, STANDARD_VARIANCE
from gumbel_gui.core.noise_laws import noise_law
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.canvas.ranges import coarse_end
from gumbel_gui.plots.given_winner.winner_sums import (
    SKEW,
    bins_of,
    chance,
    given_first,
    left_out,
    normalised,
)
from gumbel_gui.plots.items.ridges import Ridges, coarse_density
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import beside, estimated
from gumbel_gui.plots.words.mistakes import noise_formula
from gumbel_gui.plots.words.text import count, draws, elided, number, sentences

LOW, PER_UNIT, ALL_BINS = -3, 10, 240
ENDS = (9, 15, 21)
"""Where the axis may end."""
TAIL = 4.0
"""How far the axis goes beyond the place of the winner's law."""


@dataclass(frozen=True)
class GivenSummary(Sums):
    """The noise of all classes in the draws that the given class won.

    Attributes:
        counts: (K, bins + 2), how many ε lie below, in each of, and above the bins.
        total: (K,), sums of ε.
        wins, draws: how many draws the given class won, and of how many.
    """

    counts: Whole
    total: Floats
    wins: int
    draws: int

    @property
    def means(self) -> Floats:
        """The mean ε of each class, (K,); NaN if the given class won no draw."""
        return self.total / self.wins if self.wins else np.full(len(self.total), np.nan)

    @property
    def density(self) -> Floats:
        """The densities in all bins, (K, 240)."""
        wins = np.full(len(self.total), self.wins)
        return coarse_density(self.counts[:, 1:-1], wins, 1 / PER_UNIT, STANDARD_VARIANCE**0.5)


class WinnerNoise(Plot):
    """ε of winner and losers."""

    name = "winner_noise"
    title = mark("Noise ε, given the winner")
    about = mark("The noise of the class that won and of those that lost, with their exact laws")
    order = 520
    least_height = 190
    depends = frozenset({"probabilities", "given"})
    controls = ("given",)

    @staticmethod
    def summarise(chunk: Chunk) -> GivenSummary:
        """Count and add ε of the draws that the given class won."""
        noise = np.compress(chunk.classes == chunk.parameters.given[0], chunk.noise, axis=1)
        counts = count_rows(bins_of(noise, LOW, PER_UNIT, ALL_BINS), ALL_BINS + 2)
        total = noise.sum(axis=1, dtype=np.float64)
        return GivenSummary(counts, total, noise.shape[1], chunk.count)

    def build_items(self) -> None:
        """Build the rows, and a line at γ through all of them."""
        style = self.style
        self._rows = Ridges(self.frame, style)
        self._gamma = Curve(pen=style.pen(style.muted, dashed=True))
        self.frame.add(self._gamma)

    def draw(self, summary: GivenSummary, parameters: Parameters) -> None:
        """Show a density for each class."""
        edges, laws = edges_of(parameters), Laws(parameters)
        labels, order = self.labels(parameters.classes), given_first(parameters)
        self._given = parameters.given[0]
        self._rows.fit(labels, order, (edges[0], edges[-1]))
        x = np.linspace(edges[0], edges[-1], 2 * len(edges) - 1)
        self._rows.show(edges, summary.density[:, : len(edges) - 1], x, laws.pdf(x))
        self._rows.show_means(summary.means, laws.means)
        low = self.frame.vb.viewRange()[1][0]
        shown = 2 * laws.known
        self._gamma.setData([EULER_GAMMA, EULER_GAMMA][:shown], [low, 0][:shown])
        self.frame.name_axes(noise_formula(parameters.mistake), tr("density"))
        entries = [Entry("dot", self.style.muted, tr("mean"))]
        if laws.known:
            entries.append(Entry("dashes", self.style.muted, "γ"))
            entries.append(Entry("tick", self.style.mark, tr("exact mean")))
            entries.append(Entry("line", self.style.mark, tr("exact pdf")))
        self.key.set_entries(*entries)

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Put a pin at each ε of the selected draw, if the given class won it."""
        if selection is None or selection.winner != self._given:
            self._rows.pin({})
            return None
        shown = dict.fromkeys((*self._rows.shown, selection.winner))
        self._rows.pin({k: float(selection.noise[k]) for k in shown}, selection.winner)
        return "pin"

    def heading(self, summary: GivenSummary, parameters: Parameters) -> str:
        """Return the title with the class."""
        return tr("Noise ε if {label} wins", label=self._label(parameters))

    def caption(self, summary: GivenSummary, parameters: Parameters) -> str:
        """Return the mean noise of the winner beside its law, and how far all means are from γ."""
        laws, wins = Laws(parameters), summary.wins
        words = {"label": self._label(parameters), "n": draws(summary.draws), "wins": count(wins)}
        if not laws.possible:
            return tr("With the score −∞, {label} never wins: none of {n}.", **words)
        if wins == 0:
            text = tr("Of {n}, {label} won none.", **words)
        else:
            estimate = mean_of_winner(summary, parameters)
            if laws.known:
                shown = beside(estimate, laws.formula, laws.means[parameters.given[0]])
            else:
                shown = estimated(estimate)
            text = tr(
                "Of {n}, {label} won {wins}; mean of its ε in these: {mean}.", mean=shown, **words
            )
        if laws.known:
            return sentences(text, self._distances(laws))
        values = wins * parameters.classes
        note = tr("The exact law needs Gumbel noise, which this is not.")
        return sentences(text, note, left_out(beyond(summary, parameters), values))

    @staticmethod
    def _distances(laws: Laws) -> str:
        """Return how far the exact means are from γ."""
        if laws.below == 0:
            return tr("The exact mean is {ahead} above γ.", ahead=number(laws.ahead, 3))
        return tr(
            "The exact mean is {ahead} above γ; those of the losers are up to {below} below.",
            ahead=number(laws.ahead, 3),
            below=number(laws.below, 3),
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the bins of each row, and the means."""
        means = next(np.asarray(each.values) for each in table.columns if each.name == "mean")
        told = ("label", "class", "bin_low", "bin_high", "density", "exact", "count")
        edges, classes = edges_of(parameters), parameters.classes
        of_row = ("label", "class", "mean", "exact_mean", "epsilon")
        return self._rows.spots(told, of_row, edges, means[:classes], classes)

    def table(
        self, summary: GivenSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per class, and then a row per bin of each class."""
        classes, laws, edges = parameters.classes, Laws(parameters), edges_of(parameters)
        bins = len(edges) - 1
        exact = laws.pdf((edges[1:] + edges[:-1]) / 2)
        rows = (
            *self.class_columns(classes),
            Column("mean", summary.means, tr("mean of ε")),
            *([Column("exact_mean", laws.means, tr("exact mean"))] if laws.known else []),
            *(() if selection is None else (Column("epsilon", selection.noise, "ε"),)),
        )
        each_bin = (
            *(each.repeated(bins) for each in self.class_columns(classes)),
            Column("bin_low", np.tile(edges[:-1], classes), tr("from ε")),
            Column("bin_high", np.tile(edges[1:], classes), tr("to ε")),
            Column("count", summary.counts[:, 1 : bins + 1].ravel()),
            Column("density", summary.density[:, :bins].ravel()),
            *([Column("exact", exact.ravel(), tr("exact pdf"))] if len(exact) else []),
        )
        return Table(stacked(rows, each_bin), quantities(summary, parameters, laws))

    def _label(self, parameters: Parameters) -> str:
        return elided(self.labels(parameters.classes)[parameters.given[0]], 16)


class Laws:
    """The exact laws of ε given that one class won, where they are known.

    Attributes:
        known: whether they are.
        possible: whether the class can win.
        means: (K,), NaN where there is none.
        ahead: how far the winner's mean is above γ.
        below: how far those of the losers are below γ at most.
        formula: the winner's mean in symbols.
    """

    def __init__(self, parameters: Parameters) -> None:
        self._log_p, self._given = normalised(parameters), parameters.given[0]
        self.known = parameters.mistake.noise_is_gumbel
        self.possible = bool(self._log_p[self._given] > -np.inf)
        self.formula = f"γ − ln {chance(parameters.mistake)}"
        self.means = np.full(len(self._log_p), np.nan)
        if self.known and self.possible:
            self.means = loser_noise_mean(self._log_p)
            self.means[self._given] = winner_noise_mean(self._log_p)[self._given]
        others = np.delete(self.means, self._given)
        self.below = EULER_GAMMA - float(others.min())
        self.ahead = 0.0 - float(self._log_p[self._given])

    def pdf(self, z: Floats) -> Floats:
        """Return the densities (K, m) at z (m,), or (0, m) where none is known."""
        if not (self.known and self.possible):
            return np.zeros((0, len(z)))
        density = loser_noise_pdf(z, self._log_p)
        density[self._given] = winner_noise_pdf(z, self._log_p)[self._given]
        return density


def edges_of(parameters: Parameters) -> Floats:
    """Return the edges of the bins on the axis."""
    behind = -float(normalised(parameters)[parameters.given[0]])
    end = coarse_end(ENDS, behind + TAIL) if np.isfinite(behind) else ENDS[0]
    return np.asarray(LOW + np.arange((end - LOW) * PER_UNIT + 1) / PER_UNIT)


def beyond(summary: GivenSummary, parameters: Parameters) -> int:
    """Return how many ε of the draws that the given class won are beyond the axis."""
    bins = len(edges_of(parameters)) - 1
    return int(summary.counts.sum() - summary.counts[:, 1 : bins + 1].sum())


def mean_of_winner(summary: GivenSummary, parameters: Parameters) -> Estimate:
    """Return the mean ε of the given class in the draws that it won, which are some."""
    value = float(summary.means[parameters.given[0]])
    if parameters.mistake.noise_is_gumbel:
        return mean_of_known_law(value, summary.wins, STANDARD_VARIANCE, SKEW)
    return certain(value) if noise_law(parameters.noise).variance == 0 else Estimate(value)


def quantities(summary: GivenSummary, parameters: Parameters, laws: Laws) -> tuple[Quantity, ...]:
    """Return the numbers that the caption tells."""
    found = [Quantity("draws", summary.draws), Quantity("wins", summary.wins)]
    found.append(Quantity("beyond_the_axis", beyond(summary, parameters)))
    if summary.wins:
        exact = float(laws.means[parameters.given[0]])
        estimate = mean_of_winner(summary, parameters)
        found.append(Quantity.of("mean_of_winner", estimate, exact if laws.known else None))
    if laws.known and laws.possible:
        found.append(Quantity("above_gamma", laws.ahead))
        found.append(Quantity("below_gamma", laws.below))
    return tuple(found)
