"""Watermark: scores of texts with the key that made the noise, and with another one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, mean_of_known_law, proportion
from gumbel_gui.core.mistakes import NoiseKind
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.samplers import sampled_law
from gumbel_gui.core.selection import Selection
from gumbel_gui.core.watermark import LEVEL, TermLaw, density_without
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.at_work.text_sums import (
    BINS,
    EDGES,
    KEYED,
    OTHER,
    TextSums,
    cached_threshold,
    terms_of,
)
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.canvas.ranges import round_end
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.estimates import beside, estimated, share
from gumbel_gui.plots.words.text import count, draws, number, sentences

POINTS = 140
"""Of an exact curve."""
WIDTH = 6.0
"""Standard deviations of a score that are shown on either side of its mean."""
BEYOND = 0.02
"""Room for half of the last number, as a share of the axis."""
PER_BIN = 10
"""Texts that are expected in a bin near the peak, at least where there are enough."""


@dataclass(frozen=True, eq=False)
class Exact:
    """The exact laws of the score of a text.

    Attributes:
        ends: of the axis of scores.
        scores: S, ascending, (points,).
        keyed: density with the key, (points,); None where it is not known.
        other: density with another key, (points,).
        threshold: that another key exceeds with probability ``LEVEL``.
        caught: probability that the key exceeds it.
        law: of a token's term with the key; None where it is not known.
        term: mean, variance and squared skewness of a token's term with the key.
    """

    ends: tuple[float, float]
    scores: Floats
    keyed: Floats | None
    other: Floats
    threshold: float
    caught: float | None
    term: tuple[float, float, float] | None
    law: TermLaw | None


def exact(parameters: Parameters) -> Exact:
    """Return the exact laws (cached)."""
    mistake = parameters.mistake
    # Without noise the class says nothing of x, as where only one class can be drawn.
    alone = mistake.noise_kind is NoiseKind.NONE or parameters.possible.sum() == 1
    law = sampled_law(parameters) if mistake.noise_is_gumbel or alone else None
    weights = None if law is None else tuple(law.tolist())
    return _exact(weights, parameters.classes, parameters.tokens)


@lru_cache(maxsize=8)
def _exact(weights: tuple[float, ...] | None, classes: int, n: int) -> Exact:
    limit, law = cached_threshold(n), TermLaw.of(np.array(weights)) if weights else None
    # Nowhere is a mean or a variance larger than for equal shares: that bounds the axis.
    mean, variance, third = (law or TermLaw.of(np.full(classes, 1 / classes))).moments()
    high = round_end(max(n + WIDTH * math.sqrt(n), n * mean + WIDTH * math.sqrt(n * variance)) + 3)
    step, high = high / 20, 1.02 * high  # the last number has room
    low = max(math.floor((n - WIDTH * math.sqrt(n)) / step) * step, 0.0)
    parts = [
        np.linspace(max(low, at - WIDTH * width, step / 50), min(high, at + WIDTH * width), POINTS)
        for at, width in ((n, math.sqrt(n)), (n * mean, math.sqrt(n * variance)))
    ]
    scores = np.sort(np.concatenate([*parts, [high]]))
    other = density_without(scores, n)
    if law is None:
        return Exact((low, high), scores, None, other, limit, None, None, None)
    caught = float(law.tail(np.array([limit]), n)[0])
    term = mean, variance, third**2 / variance**3
    return Exact((low, high), scores, law.density(scores, n), other, limit, caught, term, law)


class Watermark(Plot):
    """Scores of texts with and without the key of Aaronson's watermark."""

    name = "watermark"
    title = mark("Watermark")
    live_title = mark("Watermark: n = {tokens}")
    about = mark(
        "Scores S = −Σ ln(1 − x) of texts of n tokens, with the winner's x from the key that made "
        "the noise and with x from another key, beside their exact densities and the threshold"
    )
    order = 640
    least_height = 160
    depends = frozenset({"probabilities", "tokens"})
    controls = ("tokens",)
    labelled = False

    @staticmethod
    def summarise(chunk: Chunk) -> TextSums:
        """Add up the terms of the tokens, text by text."""
        return TextSums.of(terms_of(chunk), chunk.start, chunk.parameters.tokens)

    @staticmethod
    def prepare(summary: TextSums, parameters: Parameters) -> None:
        """Compute and cache the exact laws."""
        exact(parameters)

    def build_items(self) -> None:
        """Build two histograms (filled step curves), the exact curves and the threshold."""
        style = self.style
        self.frame.name_axes(tr("score S of a text"), tr("density"))
        self.frame.axis("left").setWidth(4.2 * style.text_size + 12)  # densities of long texts
        colours = style.kinds[1], style.kinds[0]
        self._steps = [
            Curve(
                stepMode="center",
                fillLevel=np.float32(0),
                pen=style.pen(colour),
                brush=style.brush(style.pale(colour, 0.65)),
            )
            for colour in colours
        ]
        self._curves = [
            Curve(pen=style.pen(style.mark, style.line), antialias=True) for _ in colours
        ]
        self._limit = Curve(pen=style.pen(style.error, 2))
        self.frame.add(*reversed(self._steps), *self._curves, self._limit)
        self.key.set_entries(
            Entry("square", style.pale(colours[KEYED], 0.65), tr("the key")),
            Entry("square", style.pale(colours[OTHER], 0.65), tr("another key")),
            Entry("line", style.mark, tr("exact")),
            Entry("tick", style.error, tr("threshold")),
        )

    def draw(self, summary: TextSums, parameters: Parameters) -> None:
        """Show the scores as densities, beside the exact ones."""
        laws, bins = exact(parameters), histogram(summary, parameters)
        known = [each for each in (laws.keyed, laws.other) if each is not None]
        highest = max(*(float(each.max()) for each in known), float(bins.density.max()))
        self._top = round_end(1.05 * highest)
        low, high = laws.ends
        self.frame.set_ranges((low, high + BEYOND * (high - low)), (0, self._top))
        for steps, density in zip(self._steps, bins.density, strict=True):
            steps.setData(bins.edges, density)
        for curve, density in zip(self._curves, (laws.keyed, laws.other), strict=True):
            shown = np.zeros(0) if density is None else density
            curve.setData(laws.scores[: len(shown)], shown)
        self._limit.setData(np.full(2, laws.threshold), np.array([0, self._top]))

    def caption(self, summary: TextSums, parameters: Parameters) -> str:
        """Return the mean score of a token beside the exact one, and how many texts are caught."""
        laws, term, n = exact(parameters), mean_term(summary, parameters), parameters.tokens
        name = "Σ p·H(1/p)" if parameters.mistake.samples_p else "Σ P·H(1/P)"
        told = estimated(term) if laws.term is None else beside(term, name, laws.term[0])
        words = {"n": n, "term": told, "one": 1}
        if not summary.texts:
            text = tr(
                "{draws}, fewer than the n = {n} of a text: with the key a token scores {term}; "
                "another key's mean is {one}.",
                draws=draws(summary.draws),
                **words,
            )
        else:
            one, more = tr("1 text"), tr("{texts} texts", texts=count(summary.texts))
            text = tr(
                "{texts}, n = {n}: with the key a token scores {term}; another key's mean is "
                "{one}.",
                texts=one if summary.texts == 1 else more,
                **words,
            )
        unknown = tr("The exact law of this noise is not known.") if laws.term is None else ""
        return sentences(text, self._caught_in_words(summary, laws), unknown)

    @staticmethod
    def _caught_in_words(summary: TextSums, laws: Exact) -> str:
        """Return which share of texts is above the threshold."""
        words = {"limit": number(laws.threshold), "level": number(LEVEL)}
        above = f"P(S > {words['limit']})"
        if not summary.texts:
            if laws.caught is None:
                return ""
            words["caught"] = share(laws.caught)
        elif laws.caught is None or laws.caught > 0.9995:
            words["caught"] = estimated(caught_share(summary))
            if laws.caught is not None:
                words["caught"] = tr(
                    "{value}, where {name} is {exact}",
                    value=words["caught"],
                    name=above,
                    exact=share(laws.caught),
                )
        else:
            words["caught"] = beside(caught_share(summary), above, laws.caught)
        return tr(
            "The share of texts above {limit} is {caught}; with another key it is {level}.", **words
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the places of the bins, in all the height of the axis."""
        told: tuple[str, ...] = ("from_S", "to_S", "count_keyed", "density_keyed", "exact_keyed")
        told += ("count_other", "density_other", "exact_other")
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        sides = columns["from_S"], columns["to_S"]
        return (Spots.boxes(told, np.arange(table.rows), sides, (0, self._top)),)

    def table(
        self, summary: TextSums, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per bin: counts and densities, and the exact ones in its middle."""
        laws, bins, columns = exact(parameters), histogram(summary, parameters), list[Column]()
        middles, n = (bins.edges[1:] + bins.edges[:-1]) / 2, parameters.tokens
        keyed = None if laws.law is None else laws.law.density(middles, n)
        names = (
            (tr("with the key"), keyed),
            (tr("with another key"), density_without(middles, n)),
        )
        for row, ((words, density), which) in enumerate(
            zip(names, ("keyed", "other"), strict=True)
        ):
            columns += (
                Column(f"count_{which}", bins.counts[row], tr("texts {which}", which=words)),
                Column(f"density_{which}", bins.density[row], tr("density {which}", which=words)),
            )
            if density is not None:
                columns.append(Column(f"exact_{which}", density, tr("exact {which}", which=words)))
        ends = (
            Column("from_S", bins.edges[:-1], tr("from S")),
            Column("to_S", bins.edges[1:], tr("to S")),
        )
        term = None if laws.term is None else laws.term[0]
        told: tuple[Quantity, ...] = (
            Quantity("draws", summary.draws),
            Quantity("texts", summary.texts),
            Quantity("tokens", parameters.tokens),
            Quantity("threshold", laws.threshold),
            Quantity("level", LEVEL),
            Quantity.of("mean_term", mean_term(summary, parameters), term),
            Quantity(
                "mean_term_of_another_key", float(summary.total[OTHER] / summary.draws), exact=1
            ),
        )
        if summary.texts:
            false = proportion(int(summary.caught[OTHER]), summary.texts)
            told += (
                Quantity.of("caught", caught_share(summary), laws.caught),
                Quantity.of("false_alarms", false, LEVEL),
            )
        elif laws.caught is not None:
            told += (Quantity("caught", laws.caught),)
        return Table((*ends, *columns), told)


@dataclass(frozen=True, eq=False)
class Histogram:
    """Texts by their scores: edges (bins + 1,), counts and densities (2, bins) of both keys."""

    edges: Floats
    counts: Whole
    density: Floats


def histogram(summary: TextSums, parameters: Parameters) -> Histogram:
    """Return the texts within the axis, in bins that are wider where there are few."""
    low, high = exact(parameters).ends
    wide = next((w for w in (1, 2, 4) if summary.texts * w >= 25 * PER_BIN), 8)
    shown = EDGES[: BINS + 1 : wide]
    first, last = np.searchsorted(shown, (low, high), side="right")
    edges = shown[first - (low == shown[first - 1]) : last]
    whole = summary.counts.reshape(2, -1, wide).sum(axis=2)
    start = first - (low == shown[first - 1])
    counts = whole[:, start : start + len(edges) - 1]
    return Histogram(edges, counts, counts / (np.diff(edges) * max(summary.texts, 1)))


def mean_term(summary: TextSums, parameters: Parameters) -> Estimate:
    """Return the mean of −ln(1 − x) with the key, with a margin where its law is known."""
    value, term = float(summary.total[KEYED]) / summary.draws, exact(parameters).term
    if term is None:
        return Estimate(value)
    return mean_of_known_law(value, summary.draws, term[1], term[2])


def caught_share(summary: TextSums) -> Estimate:
    """Return the share of the texts whose score with the key is above the threshold."""
    return proportion(int(summary.caught[KEYED]), summary.texts)
