"""Which classes are among the k largest scores: a sample of k classes without replacement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, ClassVar, Self

import numpy as np
import pyqtgraph as pg
from PyQt6.QtGui import QBrush

from gumbel_gui.core.arrays import Floats, Singles, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.stages import logits_of
from gumbel_gui.core.statistics import wilson_interval
from gumbel_gui.core.theory import inclusion_probabilities
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.key import Entry, most_probable
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.words.text import axis_names, default_labels, draws, elided, number, tr

BAR_WIDTH = 0.62
MANY = 20
"""More bars than this are only a few pixels wide."""
TOPS = (0.12, 0.25, 0.5, 1.0)
"""What the axis can end at: a share of at most 1, and of many classes a small one."""
EXACT = 1e-9
"""A difference below this is rounding."""
WrappingRow = Singles


@dataclass(frozen=True)
class TopSummary(Sums):
    """How many of the draws include each class (K,), and the exact probability of that, (K,)."""

    fixed: ClassVar = frozenset({"p", "top"})

    p: Floats
    top: int
    exact: Floats
    counts: Whole
    draws: int

    def __add__(self, other: Any) -> Self:
        """Add counts and draws; what is exact follows from p and top."""
        return replace(super().__add__(other), exact=self.exact)


@lru_cache(maxsize=8)
def _exact(probabilities: tuple[float, ...], top: int) -> Floats:
    """Return the inclusion probabilities, computed once for all chunks of a run."""
    exact = inclusion_probabilities(probabilities, top)
    exact.flags.writeable = False
    return exact


def count_largest(logits: Floats, noise: WrappingRow, k: int, work: Workspace) -> Whole:
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


def _kth_largest(scores: WrappingRow, k: int, work: Workspace) -> WrappingRow:
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
            if j < places - 1:  # what the last place passes on is out of the ranking
                pass_on(ranking[j], row, out=beaten[j % 2])
            keep(ranking[j], row, out=ranking[j])
            row = beaten[j % 2]
        if i < places:
            ranking[i] = row
    last: WrappingRow = ranking[-1]
    return last


def _count_with_ties(scores: WrappingRow, least: WrappingRow, k: int) -> list[int]:
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
    title = "Gumbel-top-k: sampling without replacement"
    about = "How often each class is among the k largest scores, beside the exact probability"
    order = 240
    depends = frozenset({"probabilities", "top"})
    controls = ("top",)

    @staticmethod
    def summarise(chunk: Chunk) -> TopSummary:
        """Count the classes of the k largest scores."""
        parameters = chunk.parameters
        top = parameters.top
        counts = count_largest(logits_of(parameters), chunk.noise, top, chunk.work)
        exact = _exact(parameters.probabilities, top)
        return TopSummary(parameters.p, top, exact, counts, chunk.count)

    def build_items(self) -> None:
        """Build bars, intervals, and the marks of the exact values and of k·p."""
        style = self.style
        self.frame.name_axes(tr("class"), tr("share of draws"))
        self._bars = pg.BarGraphItem(x=[0], height=[0], width=BAR_WIDTH, pen=None)
        # The ground under the dashes keeps them apart from a bar of any colour.
        self._ground = pg.PlotDataItem(connect="pairs", pen=style.pen(style.surface, 3.5))
        self._wrong = pg.PlotDataItem(
            connect="pairs", pen=style.pen(style.accent, 1.8, dashed=True)
        )
        self._intervals = pg.ErrorBarItem(
            x=np.zeros(1), y=np.zeros(1), beam=0.14, pen=style.pen(style.muted, style.line)
        )
        self._marks = pg.PlotDataItem(connect="pairs", pen=style.pen(style.mark, 2))
        for item in (self._bars, self._ground, self._wrong, self._marks, self._intervals):
            self.frame.add(item)
        self.key.set_entries(
            [
                Entry("line", style.mark, tr("exact")),
                Entry("interval", style.muted, "95 %"),
                Entry("dashes", style.accent, "k·p"),
            ]
        )
        self._shape = (0, 0.0)
        self._brushes: list[QBrush] = []
        self._names: tuple[str, ...] = ()

    def draw(self, summary: TopSummary) -> None:
        """Show the frequencies."""
        k = np.arange(len(summary.p))
        share = summary.counts / summary.draws
        lower, upper = wilson_interval(summary.counts, summary.draws)
        top = self._fit_axes(len(k), float(max(upper.max(), summary.exact.max())))
        self.frame.axis("bottom").set_names(self._names, most_probable(summary.p))
        self._bars.setOpts(x=k, height=share, brushes=self._brushes)
        self._intervals.setData(x=k, y=share, top=upper - share, bottom=share - lower)
        reach = 0.5 * BAR_WIDTH + (0.1 if len(k) <= MANY else 0.0)
        ends = np.stack([k - reach, k + reach], axis=1)
        self._marks.setData(ends.ravel(), np.repeat(summary.exact, 2))
        product = summary.top * summary.p
        shown = product <= top
        for item in (self._ground, self._wrong):
            item.setData(ends[shown].ravel(), np.repeat(product[shown], 2))

    def heading(self, summary: TopSummary) -> str:
        """Name k."""
        return tr("Gumbel-top-k: k = {k} of {classes}", k=summary.top, classes=len(summary.p))

    def caption(self, summary: TopSummary) -> str:
        """Say how many intervals hold the exact value, and what the frequencies sum to."""
        lower, upper = wilson_interval(summary.counts, summary.draws)
        inside = int(((lower <= summary.exact) & (summary.exact <= upper)).sum())
        gap = float(np.abs(summary.counts / summary.draws - summary.exact).max())
        text = tr(
            "{n}: the exact probability lies in the 95 % interval of {inside} of {classes} "
            "classes; largest gap {gap}.",
            n=draws(summary.draws),
            inside=inside,
            classes=len(summary.p),
            gap=number(gap if gap > EXACT else 0.0, 2),
        )
        return f"{text} {self._sum_in_words(summary)}"

    def _sum_in_words(self, summary: TopSummary) -> str:
        """Say what the frequencies sum to, and how far k·p is off."""
        k = summary.top
        included = int(summary.counts.sum()) // summary.draws
        if included < k:
            one, more = tr("only 1 class has p > 0"), tr("only {m} classes have p > 0", m=included)
            return tr(
                "The frequencies sum to {m}, not to k = {k}: {why}.",
                m=included,
                k=k,
                why=one if included == 1 else more,
            )
        off = float(np.abs(k * summary.p - summary.exact).max())
        if off < EXACT:
            return tr("The frequencies sum to k = {k}; k·p is exact here.", k=k)
        largest = int(summary.p.argmax())
        if k * summary.p[largest] > 1:
            return tr(
                "The frequencies sum to k = {k}; k·p would be {product} for {label}.",
                k=k,
                product=number(k * summary.p[largest], 3),
                label=elided(self.labels(len(summary.p))[largest], 16),
            )
        return tr(
            "The frequencies sum to k = {k}; k·p would be off by up to {off}.",
            k=k,
            off=number(off, 2),
        )

    def _fit_axes(self, classes: int, highest: float) -> float:
        """Move the axes only when they must: each move redraws them. Return the upper end."""
        top = 1.05 * next(limit for limit in TOPS if highest <= limit + EXACT)
        if self._shape != (classes, top):
            self._shape = (classes, top)
            self._brushes = [self.style.brush(self.style.class_colour(k)) for k in range(classes)]
            self._names = axis_names(self.labels(classes))
            # Long names of thin bars need room at the ends of the axis.
            named = self._names != axis_names(default_labels(classes))
            room = 0.05 * classes if classes > MANY and named else 0.6
            self.frame.set_ranges((-room, classes - 1 + room), (0, top))
        return top
