"""Gumbel-top-k: how often each class is among the k largest scores, drawn without replacement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Floats, Singles, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import proportion_intervals
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.relaxed_top import relaxed_top_k
from gumbel_gui.core.selection import Selection
from gumbel_gui.core.theory import inclusion_probabilities
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.items.class_bars import ClassBars, intervals_with
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.estimates import told_apart
from gumbel_gui.plots.words.text import draws, elided, number, sentences

ROUNDING = 1e-12
"""How far the exact probabilities may be off."""


@dataclass(frozen=True)
class TopSummary(Sums):
    """How many of the draws include each class, (K,), and the sums of relaxed vectors.

    Attributes:
        counts: draws whose k largest scores hold the class, (K,).
        draws: how many.
        relaxed: sums of the relaxed k-hot vectors, (K,); (0,) where they are off.
    """

    counts: Whole
    draws: int
    relaxed: Floats


@lru_cache(maxsize=8)
def exact_inclusion(probabilities: tuple[float, ...], top: int) -> Floats:
    """Return the probability of each class to be among the k largest, (K,), read-only."""
    exact = inclusion_probabilities(probabilities, top)
    exact.flags.writeable = False
    return exact


def count_largest(logits: Floats, noise: Singles, k: int, work: Workspace) -> Whole:
    """Return in how many draws each class is among those of the k largest scores, (K,).

    Of equal scores the first class's counts as the larger one, as by argmax. A class whose score
    is −∞ is never counted, even if fewer than k others are left.

    Args:
        logits: (K,), what the noise is added to.
        noise: (K, n).
        k: 1 … K.
        work: for arrays of scores.
    """
    counts, n = np.zeros(len(logits), np.int64), noise.shape[1]
    possible = np.flatnonzero(np.isfinite(logits))
    if len(possible) <= k:
        counts[possible] = n
        return counts
    scores = work.array("contest", (len(possible), n), np.float32)
    for row, i in zip(scores, possible, strict=True):
        np.add(noise[i], np.float32(logits[i]), out=row)
    least = _kth_largest(scores, k, work)
    within = work.array("within", scores.shape, np.bool_)
    np.greater_equal(scores, least, out=within)
    counts[possible] = [np.count_nonzero(row) for row in within]
    if counts.sum() > k * n:
        counts[possible] = _count_with_ties(scores, least, k)
    return counts


def _kth_largest(scores: Singles, k: int, work: Workspace) -> Singles:
    """Return the kth largest of m > k scores of each draw, (n,).

    Row by row, each score is inserted into a ranking of the k largest of the scores before it, or
    of the m + 1 − k smallest if these are fewer.
    """
    m, n = scores.shape
    places = min(k, m + 1 - k)
    keep, pass_on = (np.maximum, np.minimum) if places == k else (np.minimum, np.maximum)
    ranking = work.array("ranking", (places, n), np.float32)
    beaten = work.array("beaten", (2, n), np.float32)
    for i, row in enumerate(scores):
        for j in range(min(i, places)):
            if j < places - 1:  # below the last place there is none to pass it to
                pass_on(ranking[j], row, out=beaten[j % 2])
            keep(ranking[j], row, out=ranking[j])
            row = beaten[j % 2]
        if i < places:
            ranking[i] = row
    last: Singles = ranking[-1]
    return last


def _count_with_ties(scores: Singles, least: Singles, k: int) -> list[int]:
    """Count the k largest scores where several may equal the kth largest: the first are in."""
    above = scores > least
    room = np.uint8(k) - np.add.reduce(above.view(np.uint8), axis=0)
    counts = []
    for score, larger in zip(scores, above, strict=True):
        level = (score == least) & (room > 0)
        room -= level.view(np.uint8)
        counts.append(int(np.count_nonzero(larger) + np.count_nonzero(level)))
    return counts


class TopK(Plot):
    """Observed and exact inclusion probabilities of Gumbel-top-k."""

    name = "top_k"
    title = mark("Gumbel-top-k: sampling without replacement")
    live_title = mark("Gumbel-top-k: k = {top} of {classes}")
    about = mark("How often each class is among the k largest scores, beside the exact probability")
    order = 240
    depends = frozenset({"probabilities", "top", "relaxed_top"})
    controls = ("top", "relaxed_top")

    @staticmethod
    def follows_t(parameters: Parameters) -> bool:
        """Return whether relaxed vectors are shown."""
        return parameters.relaxed_top

    @staticmethod
    def summarise(chunk: Chunk) -> TopSummary:
        """Count the classes of the k largest scores, and add up relaxed vectors if they are on."""
        logits, noise, k = chunk.parameters.logits, chunk.noise, chunk.parameters.top
        if chunk.parameters.mistake.in_half_precision:  # the scores are rounded
            logits, noise = np.where(logits > -np.inf, 0.0, logits), chunk.scores
        counts = count_largest(logits, noise, k, chunk.work)
        if not chunk.parameters.relaxed_top:
            return TopSummary(counts, chunk.count, np.zeros(0))
        t = chunk.parameters.effective_temperature
        if t == 0:  # the limit: a class is taken or not
            return TopSummary(counts, chunk.count, counts.astype(np.float64))
        relaxed = relaxed_top_k(chunk.shifted_scores, k, t)
        return TopSummary(counts, chunk.count, relaxed.sum(axis=1, dtype=np.float64))

    @staticmethod
    def prepare(summary: TopSummary, parameters: Parameters) -> None:
        """Compute and cache the exact probabilities."""
        exact_inclusion(parameters.probabilities, parameters.top)

    def build_items(self) -> None:
        """Build bars, intervals, and the marks of the exact values and of k·p."""
        style = self.style
        self.frame.name_axes(tr("class"), tr("share"))
        # The ground under the dashes keeps them apart from a bar of any colour.
        ground, dashes = style.pen(style.surface, 3.5), style.pen(style.kinds[0], 1.8, dashed=True)
        self._products = [Curve(connect="pairs", pen=pen) for pen in (ground, dashes)]
        self._bars = ClassBars(self.frame, style, self.labels, 1.05, self._products)
        self._relaxed = Dots(
            size=9 * style.unit,
            symbol="d",
            pen=style.pen(style.surface),
            brush=style.brush(style.text),
        )
        self._relaxed.setZValue(5)
        self.frame.add(self._relaxed)

    def draw(self, summary: TopSummary, parameters: Parameters) -> None:
        """Show the frequencies."""
        exact = exact_inclusion(parameters.probabilities, parameters.top)
        self._bars.show(summary.counts, summary.draws, exact)
        entries = [
            Entry("line", self.style.mark, tr("exact")),
            Entry("interval", self.style.muted, "95 %"),
            Entry("dashes", self.style.kinds[0], "k·p"),
        ]
        relaxed = summary.relaxed / summary.draws
        self._relaxed.setData(np.arange(len(relaxed)), np.minimum(relaxed, self._bars.top))
        if len(relaxed):
            entries.append(Entry("diamond", self.style.text, tr("relaxed")))
        self.key.set_entries(*entries)
        product = parameters.top * parameters.p
        shown = product <= self._bars.top
        for item in self._products:
            item.setData(self._bars.ends[shown].ravel(), np.repeat(product[shown], 2))

    def caption(self, summary: TopSummary, parameters: Parameters) -> str:
        """Return how many intervals contain the exact value, and what the frequencies sum to."""
        told = {each.name: each.value for each in quantities(summary, parameters)}
        text = tr(
            "{n}: the exact probability lies in the 95 % interval of {inside} of {classes} "
            "classes; largest gap {gap}.",
            n=draws(summary.draws),
            inside=told["intervals_with_exact"],
            classes=parameters.classes,
            gap=number(told["largest_gap"], 2),
        )
        text = sentences(text, self._sum_in_words(told, parameters))
        if "told_class" not in told:
            return text
        relaxed = tr(
            "At t = {t} the mean relaxed entry of {label} is {mean}, beside {exact} exactly.",
            t=number(parameters.temperature),
            label=elided(self.labels(parameters.classes)[int(told["told_class"])], 16),
            mean=number(told["mean_relaxed_entry"], 3),
            exact=number(told["exact_of_told_class"], 3),
        )
        return sentences(text, relaxed)

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the places of the bars, in all the height of the axis."""
        told = ("label", "class", "frequency", "low", "high", "exact", "product", "relaxed")
        return self._bars.spots(told)

    def table(
        self, summary: TopSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per class: p, k·p, the exact probability, the frequency, its interval."""
        p, n, counts = parameters.p, summary.draws, summary.counts
        low, high = proportion_intervals(counts, n)
        return Table(
            (
                *self.class_columns(len(p)),
                Column("p", p),
                Column("product", parameters.top * p, "k·p"),
                Column("exact", exact_inclusion(parameters.probabilities, parameters.top)),
                Column("count", counts),
                Column("frequency", counts / n),
                Column("low", low, tr("95 % from")),
                Column("high", high, tr("95 % to")),
                *(
                    [Column("relaxed", summary.relaxed / n, tr("mean of relaxed k-hot"))]
                    if len(summary.relaxed)
                    else []
                ),
            ),
            quantities(summary, parameters),
        )

    def _sum_in_words(self, told: Mapping[str, float], parameters: Parameters) -> str:
        """Return what the frequencies sum to, and how far k·p is off."""
        p, k, included = parameters.p, parameters.top, told["sum"]
        if included < k:
            one, more = tr("only 1 class has p > 0"), tr("only {m} classes have p > 0", m=included)
            if included < np.count_nonzero(parameters.possible):
                one, more = tr("only 1 class occurs"), tr("only {m} classes occur", m=included)
            why = one if included == 1 else more
            return tr(
                "The frequencies sum to {m}, not to k = {k}: {why}.", m=included, k=k, why=why
            )
        if told["largest_error_of_product"] == 0:
            return tr("The frequencies sum to k = {k}; k·p is exact here.", k=k)
        largest = int(p.argmax())
        if told["largest_product"] > 1:
            return tr(
                "The frequencies sum to k = {k}; k·p would be {product} for {label}.",
                k=k,
                product=told_apart(told["largest_product"], 1.0, 3)[0],
                label=elided(self.labels(parameters.classes)[largest], 16),
            )
        far = number(told["largest_error_of_product"], 2)
        return tr("The frequencies sum to k = {k}; k·p would be off by up to {off}.", k=k, off=far)


def quantities(summary: TopSummary, parameters: Parameters) -> tuple[Quantity, ...]:
    """Return the numbers of the caption; what may be due to rounding alone is 0."""
    p, k, n, counts = parameters.p, parameters.top, summary.draws, summary.counts
    exact = exact_inclusion(parameters.probabilities, k)
    gap, off = (float(np.abs(each - exact).max()) for each in (counts / n, k * p))
    return (
        Quantity("draws", n),
        Quantity("classes", len(p)),
        Quantity("k", k),
        Quantity("intervals_with_exact", intervals_with(exact, counts, n)),
        Quantity("largest_gap", gap if gap > ROUNDING else 0.0),
        Quantity("sum", int(counts.sum()) // n),
        Quantity("largest_product", float((k * p).max())),
        Quantity("largest_error_of_product", off if off > ROUNDING * exact.max() else 0.0),
        *_relaxed_quantities(summary, parameters, exact),
    )


def _relaxed_quantities(
    summary: TopSummary, parameters: Parameters, exact: Floats
) -> tuple[Quantity, ...]:
    """Return the mean relaxed entry of the most probable class, if relaxed vectors are on."""
    if not len(summary.relaxed):
        return ()
    told = int(parameters.p.argmax())
    return (
        Quantity("temperature", parameters.temperature),
        Quantity("told_class", told),
        Quantity(
            "mean_relaxed_entry",
            float(summary.relaxed[told]) / summary.draws,
            words=tr("mean relaxed entry"),
        ),
        Quantity("exact_of_told_class", float(exact[told]), words=tr("its exact probability")),
    )
