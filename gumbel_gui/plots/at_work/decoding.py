"""Decoding: the classes that are sampled after temperature T, top-k, top-p and min-p, beside p."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.coupling import same_winner
from gumbel_gui.core.decoding import decoded, sampled_after
from gumbel_gui.core.draws import Chunk, scores_of
from gumbel_gui.core.estimates import Estimate, certain, proportion, proportion_intervals
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.samplers import sampled_law
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.items.class_bars import MANY, ClassBars, intervals_with
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.estimates import beside, estimated, share
from gumbel_gui.plots.words.text import draws, number, sentences

FOOT = 0.03
"""Height of what is marked at the foot of a bar, as a share of the axis."""


@dataclass(frozen=True)
class DecodingSummary(Sums):
    """Draws per class of q, (K,), and how many of the draws are of another class than under p."""

    counts: Whole
    flips: int

    @property
    def draws(self) -> int:
        """The number of draws."""
        return int(self.counts.sum())


class Decoding(Plot):
    """Observed frequency of each class after decoding."""

    name = "decoding"
    title = mark("Decoding")
    about = mark(
        "Class frequencies of q, which is left of p after temperature T, top-k, top-p and min-p, "
        "with what is cut away and the draws that change their class"
    )
    order = 610
    least_height = 180
    depends = frozenset(
        {"probabilities", "decoding_temperature"}
        | {"keep_top", "keep_mass", "keep_ratio", "filter_order"}
    )
    controls = ("decoding_temperature", "keep_top", "keep_mass", "keep_ratio", "filter_order")

    @staticmethod
    def summarise(chunk: Chunk) -> DecodingSummary:
        """Count the classes that q and the same noise give."""
        after = sampled_after(chunk.parameters)
        codes = chunk.classes_of(after)
        flips = int(np.count_nonzero(codes != chunk.classes))
        return DecodingSummary(count_codes(codes, after.classes), flips)

    def build_items(self) -> None:
        """Build bars, intervals, the marks of q and p, and crosses at what is cut away."""
        style = self.style
        self.frame.name_axes(tr("class"), tr("share"))
        # The ground under the dashes keeps them apart from a bar of any colour.
        ground, dashes = style.pen(style.surface, 3.5), style.pen(style.kinds[0], 1.8, dashed=True)
        self._p = [Curve(connect="pairs", pen=pen) for pen in (ground, dashes)]
        self._bars = ClassBars(self.frame, style, self.labels, 1.05, self._p)
        self._cut = Dots(symbol="x", pen=None, brush=style.brush(style.error))
        self._chosen = Dots(
            size=10 * style.unit,
            symbol="t1",
            pen=style.pen(style.surface),
            brush=style.brush(style.text),
        )
        self.frame.add(self._cut, self._chosen)
        self.key.set_entries(
            Entry("line", style.mark, "q"),
            Entry("interval", style.muted, "95 %"),
            Entry("dashes", style.kinds[0], "p"),
            Entry("cross", style.error, tr("cut away")),
        )

    def draw(self, summary: DecodingSummary, parameters: Parameters) -> None:
        """Show the frequencies, p, and what is cut away."""
        left, p = decoded(parameters), parameters.p
        self._after = sampled_after(parameters)
        self._bars.show(summary.counts, summary.draws, np.array(left.law), float(p.max()))
        for item in self._p:
            item.setData(self._bars.ends.ravel(), np.repeat(p, 2))
        cut = np.array([bool(step) for step in left.cut_by]).nonzero()[0]
        size = (10 if len(p) <= MANY else 6) * self.style.unit
        self._cut.setData(cut, np.full(len(cut), FOOT * self._bars.top), size=size)

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Put a mark at the foot of the class that the noise of the selected draw gives under q."""
        if selection is None:
            self._chosen.setData([], [])
            return None
        winner = int(np.argmax(scores_of(self._after, selection.noise[:, None])))
        self._chosen.setData([winner], [FOOT * self._bars.top])
        return "triangle"

    def caption(self, summary: DecodingSummary, parameters: Parameters) -> str:
        """Return what is kept, how many intervals contain q, and how many draws change class."""
        told = {each.name: each.value for each in quantities(summary, parameters)}
        share_, exact = flips(summary, parameters), exact_flips(parameters)
        told_flips = estimated(share_)
        if exact is not None:
            told_flips = beside(share_, tr("P(other class)"), exact)
        text = tr(
            "{n}: decoding keeps {kept} of {classes} classes, with {mass} of the mass of p, and q "
            "lies in the 95 % interval of {inside} of {classes}; with the same noise, the share of "
            "draws of another class than under p is {flips}.",
            n=draws(summary.draws),
            kept=told["kept"],
            classes=parameters.classes,
            mass=share(told["kept_mass"], whole=told["kept_mass"] == 1),
            inside=told["intervals_with_q"],
            flips=told_flips,
        )
        return sentences(
            text, tr("q depends on T, but not on t, the temperature of the relaxation.")
        )

    def heading(self, summary: DecodingSummary, parameters: Parameters) -> str:
        """Return the title with the steps that do something in their order, or with all."""
        done = {
            "T": (parameters.decoding_temperature, 1),
            "top-k": (parameters.keep_top, 0),
            "top-p": (parameters.keep_mass, 1),
            "min-p": (parameters.keep_ratio, 0),
        }
        order = parameters.filter_order
        steps = [f"{each} {number(done[each][0])}" for each in order if operator.ne(*done[each])]
        return tr("Decoding: {steps}", steps=" → ".join(steps or order))

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the places of the bars, in all the height of the axis."""
        told = ("label", "class", "frequency", "low", "high", "q", "p", "cut_by")
        return self._bars.spots(told)

    def table(
        self, summary: DecodingSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per class: p, q, what cut it away, the frequency and its interval."""
        left, n, counts = decoded(parameters), summary.draws, summary.counts
        low, high = proportion_intervals(counts, n)
        return Table(
            (
                *self.class_columns(len(counts)),
                Column("p", parameters.p),
                Column("q", np.array(left.law)),
                Column("cut_by", left.cut_by, tr("cut away by")),
                Column("count", counts),
                Column("frequency", counts / n),
                Column("low", low, tr("95 % from")),
                Column("high", high, tr("95 % to")),
            ),
            quantities(summary, parameters),
        )


def flips(summary: DecodingSummary, parameters: Parameters) -> Estimate:
    """Return the share of draws that are of another class under q than under p."""
    same = sampled_after(parameters).probabilities == parameters.probabilities
    if same or exact_flips(parameters) in (0, 1):
        return certain(summary.flips / summary.draws)
    return proportion(summary.flips, summary.draws)


def exact_flips(parameters: Parameters) -> float | None:
    """Return the probability of another class under q than under p, where it is known."""
    return _flip_probability(parameters, sampled_after(parameters))


@lru_cache(maxsize=8)
def _flip_probability(before: Parameters, after: Parameters) -> float | None:
    laws = sampled_law(before), sampled_law(after)
    if laws[0] is None or laws[1] is None:
        return None
    # Where one class is certain, the other's law is all there is to know, whatever the noise.
    coupled = before.mistake.noise_is_gumbel or max(laws[0].max(), laws[1].max()) == 1
    return 1 - same_winner(laws[0], laws[1]) if coupled else None


def quantities(summary: DecodingSummary, parameters: Parameters) -> tuple[Quantity, ...]:
    """Return the numbers of the caption."""
    left, n, counts = decoded(parameters), summary.draws, summary.counts
    cut = parameters.p[[bool(step) for step in left.cut_by]]
    return (
        Quantity("draws", n),
        Quantity("T", parameters.decoding_temperature),
        Quantity("classes", len(counts)),
        Quantity("kept", int(left.kept.sum())),
        Quantity("kept_mass", 1 - float(cut.sum())),
        Quantity("intervals_with_q", intervals_with(np.array(left.law), counts, n)),
        Quantity.of("flips", flips(summary, parameters), exact_flips(parameters)),
    )
