"""Conditional draws: a draw beside fresh ones that the same class won, as stacked columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import AnyFloats, Floats, Whole
from gumbel_gui.core.conditional import fresh_exponentials, noise_given_winner
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.sampling import relax
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Glyph, most_probable
from gumbel_gui.plots.given_winner.winner_sums import normalised
from gumbel_gui.plots.items.columns import COLUMN_WIDTH, Columns
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import FirstDraws, Sums
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.estimates import share
from gumbel_gui.plots.words.text import count, draws, elided, sentences

FRESH = 32
"""Fresh draws that are shown: the first that Gumbel-Rao averages over."""
DRAW, MEAN, ALL = 1.0, FRESH + 6.0, FRESH + 10.5
"""Places of the draw, of the mean of the fresh ones, and of that of all draws that its class won;
the fresh ones are between the first two."""
PLACES = np.array([DRAW, *(4.0 + np.arange(FRESH)), MEAN, ALL])
WIDTHS = np.array([2.0, *[COLUMN_WIDTH] * FRESH, 3.0, 3.0])
RANGE = (-0.5, ALL + 2.0)
VARIES = 1e-5
"""Share of the variance in E[s²] below which single precision hides it."""


@dataclass(frozen=True)
class ConditionalSummary(Sums):
    """The first draw, and sums of s by the class that won.

    Attributes:
        vectors, classes: s and argmax of the first draw, (K, 1) and (1,).
        wins: how many draws each class won, (K,).
        total: Σ s_k over the draws that class i won, (K, K), row i.
        squares: Σ s_k² over all draws and k.
    """

    vectors: FirstDraws
    classes: FirstDraws
    wins: Whole
    total: Floats
    squares: float

    @property
    def draws(self) -> int:
        """The number of draws."""
        return int(self.wins.sum())

    @property
    def variance_left(self) -> float | None:
        """The share of the variance of s that the winner leaves; None where there is none."""
        n, wins = self.draws, np.maximum(self.wins, 1)
        mean = self.total.sum(axis=0) / n
        whole = self.squares / n - float(mean @ mean)
        if whole < VARIES * self.squares / n:
            return None
        between = float((self.total**2 / wins[:, None]).sum()) / n - float(mean @ mean)
        return min(max(1 - between / whole, 0.0), 1.0)


class ConditionalDraws(Plot):
    """What Gumbel-Rao averages over."""

    name = "conditional_draws"
    title = mark("The same winner, fresh noise")
    live_title = mark("The same winner, fresh noise, at t = {temperature}")
    about = mark("One draw beside fresh draws given the class that won it, and their mean")
    order = 540
    least_height = 150

    _selection: Selection | None = None

    @staticmethod
    def summarise(chunk: Chunk) -> ConditionalSummary:
        """Keep the first draw, and add up s by the class that won."""
        s, winners, classes = chunk.relaxed, chunk.classes, chunk.parameters.classes
        squared = chunk.work.array("squares", s.shape, np.float32)
        with np.errstate(under="ignore"):
            squares = float(np.square(s, out=squared).sum(dtype=np.float64))
        total = [np.bincount(winners, each, classes) for each in s]
        return ConditionalSummary(
            FirstDraws.of(s, chunk.start, 1),
            FirstDraws.of(winners, chunk.start, 1),
            np.bincount(winners, minlength=classes),
            np.stack(total, axis=1),
            squares,
        )

    def build_items(self) -> None:
        """Build the axes and the marks; the columns follow the number of classes."""
        style = self.style
        self.frame.set_ranges(RANGE, (0, 1))
        self._columns = Columns(style)
        self._winners = Dots(
            size=6 * style.unit, pen=style.pen("#1b1f24"), brush=style.brush("#ffffff")
        )
        self._winners.setZValue(1)
        self._outline = Curve(pen=style.pen(style.text, 2))
        self._outline.setZValue(2)
        self.frame.add(self._columns, self._winners, self._outline)
        self._ticks = FittingTicks(self.frame.panes[0], "bottom", style)

    def draw(self, summary: ConditionalSummary, parameters: Parameters) -> None:
        """Show the first draw."""
        if self._columns.set_classes(parameters.classes):
            self.key.set_entries(labels=self.labels(parameters.classes))
        self.key.rank(most_probable(parameters.p))
        self._summary, self._parameters, self._selection = summary, parameters, None
        self._outline.setData([], [])
        self._show()

    def follow(self, selection: Selection | None) -> None:
        """Show the selected draw, or the first."""
        if selection is not self._selection:
            self._selection = selection
            self._show()

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Outline the selected draw, which is the one that is shown."""
        if selection is None:
            self._outline.setData([], [])
            return None
        x = DRAW + np.array([-1.0, 1.0, 1.0, -1.0, -1.0])
        self._outline.setData(x, np.array([0.0, 0.0, 1.0, 1.0, 0.0]))
        return "frame"

    def caption(self, summary: ConditionalSummary, parameters: Parameters) -> str:
        """Return which draws are shown, and how much of the variance the winner leaves."""
        number, winner, _ = self._chosen(summary, self._selection)
        text = tr(
            "Draw {n}, beside {fresh} fresh ones given that {label} won; then their mean, and that "
            "of all draws it won. Dots mark the winner.",
            n=count(number),
            fresh=FRESH,
            label=elided(self.labels(parameters.classes)[winner], 16),
        )
        if not parameters.mistake.noise_is_gumbel:
            other = tr("The fresh noise is Gumbel noise, which that of the draws is not.")
            return sentences(text, other)
        left = summary.variance_left
        if left is None:
            return text
        rest = tr(
            "Over {n} the winner leaves {left} of the variance of s: "
            "that is what Gumbel-Rao averages over.",
            n=draws(summary.draws),
            left=share(left),
        )
        return sentences(text, rest)

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the parts of the columns."""
        rows, bottom, found = np.arange(table.rows), np.zeros(table.rows), []
        sides = PLACES - WIDTHS / 2, PLACES + WIDTHS / 2
        for k in range(parameters.classes):
            (s,) = (each.values for each in table.columns if each.name == f"s_{k}")
            top = bottom + np.asarray(s)
            found.append(Spots.boxes(("source", f"s_{k}"), rows, sides, (bottom, top)))
            bottom = top
        return tuple(found)

    def table(
        self,
        summary: ConditionalSummary,
        parameters: Parameters,
        selection: Selection | None = None,
    ) -> Table:
        """Return a row per column: the draw, the fresh ones, and the two means."""
        number, winner, _ = self._chosen(summary, selection)
        vectors, left = self._vectors(summary, parameters, selection), summary.variance_left
        labels = self.labels(parameters.classes)
        names = (
            tr("draw {n}", n=count(number)),
            *[tr("fresh")] * FRESH,
            tr("mean of the fresh ones"),
            tr("mean of all that {label} won", label=elided(labels[winner], 16)),
        )
        entries = zip(labels, vectors, strict=True)
        return Table(
            (
                Column("source", names),
                *(
                    Column(f"s_{k}", s, tr("s, {label}", label=label))
                    for k, (label, s) in enumerate(entries)
                ),
            ),
            (
                Quantity("draw", number),
                Quantity("draws", summary.draws),
                Quantity("winner", winner, words=tr("class that won")),
                Quantity("fresh", FRESH, words=tr("fresh draws")),
                *(
                    ()
                    if left is None
                    else (Quantity("variance_left", left, words=tr("share of the variance left")),)
                ),
            ),
        )

    @staticmethod
    def _chosen(
        summary: ConditionalSummary, selection: Selection | None
    ) -> tuple[int, int, AnyFloats]:
        """Return the number, the winner and s (K,) of the draw that is shown."""
        if selection is not None:
            return selection.number, selection.winner, selection.relaxed
        first = summary.vectors
        return first.start + 1, int(summary.classes.values[0]), first.values[:, 0]

    def _vectors(
        self, summary: ConditionalSummary, parameters: Parameters, selection: Selection | None
    ) -> Floats:
        """Return all columns (K, n): the draw, the fresh ones, their mean, and that of all."""
        number, winner, s = self._chosen(summary, selection)
        log_p = normalised(parameters)
        fresh = _fresh(parameters.seed, number - 1, parameters.classes)
        noise = noise_given_winner(log_p, np.full(FRESH, winner), fresh)
        vectors = relax(log_p[:, None] + noise, parameters.effective_temperature)
        wins = max(int(summary.wins[winner]), 1)
        return np.column_stack([s, vectors, vectors.mean(axis=1), summary.total[winner] / wins])

    def _show(self) -> None:
        """Show the columns of the draw that is chosen."""
        number, winner, _ = self._chosen(self._summary, self._selection)
        label = elided(self.labels(self._parameters.classes)[winner], 10)
        self.frame.name_axes(tr("won by {label}", label=label), "s")
        vectors = self._vectors(self._summary, self._parameters, self._selection)
        tops = np.cumsum(vectors, axis=0)
        self._columns.set_tops(tops, PLACES, WIDTHS)
        middles = tops[winner, :-2] - vectors[winner, :-2] / 2
        self._winners.setData(x=PLACES[:-2], y=middles)
        middle = (PLACES[1] + PLACES[FRESH]) / 2
        ticks = [(DRAW, count(number)), (middle, tr("{n} fresh draws", n=FRESH))]
        means = [(MEAN, tr("mean")), (ALL, tr("all"))]
        self._ticks.set_choices(ticks + means, [*ticks, ((MEAN + ALL) / 2, tr("means"))], ticks)


@lru_cache(maxsize=4)
def _fresh(seed: int, place: int, classes: int) -> Floats:
    """Return the numbers X ~ Exp(1) of the fresh draws beside a draw, (K, FRESH), read-only."""
    fresh, one = np.empty((classes, FRESH)), np.empty((classes, 1))
    for copy in range(FRESH):
        fresh_exponentials(seed, copy, place, one)
        fresh[:, copy] = one[:, 0]
    fresh.flags.writeable = False
    return fresh
