"""Class frequencies: how often argmax(ln p + ε) is each class, bars with intervals beside p."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.class_law import half_precision_law
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import (
    Estimate,
    bounded_mean,
    certain,
    mean,
    proportion_intervals,
)
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.samplers import sampled_law
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.items.class_bars import ClassBars, intervals_with
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.estimates import beside
from gumbel_gui.plots.words.mistakes import score_formula
from gumbel_gui.plots.words.text import draws, number, sentences


@dataclass(frozen=True)
class FrequencySummary(Sums):
    """Draws per class, (K,), and how many were counted again, where ties are."""

    counts: Whole
    again: int = 0

    @property
    def draws(self) -> int:
        """The number of draws."""
        return int(self.counts.sum()) - self.again


class ClassFrequencies(Plot):
    """Observed frequency of each class."""

    name = "class_frequencies"
    title = mark("Sampled classes")
    about = mark("Observed class frequencies with 95 % intervals, p marked, E(X) beside the mean")
    order = 20
    depends = frozenset({"probabilities"})

    @staticmethod
    def summarise(chunk: Chunk) -> FrequencySummary:
        """Count the classes; by mistake all that have the largest score."""
        if not chunk.parameters.mistake.counts_ties:
            return FrequencySummary(count_codes(chunk.classes, chunk.parameters.classes))
        counts = np.count_nonzero(chunk.shifted_scores == 0, axis=1)
        return FrequencySummary(counts, int(counts.sum()) - chunk.count)

    def build_items(self) -> None:
        """Build bars, intervals, the marks of p and the line at E(X)."""
        style = self.style
        self._p = np.zeros(0)
        self._dragged: int | None = None
        self._expected = Curve(pen=style.pen(style.muted, style.line, dashed=True), antialias=True)
        self._bars = ClassBars(self.frame, style, self.labels, 1.1, [self._expected])
        edge = style.pen(style.surface)
        self._observed, self._chosen = (
            Dots(size=10 * style.unit, symbol=symbol, pen=edge, brush=style.brush(colour))
            for symbol, colour in (("d", style.mark), ("t1", style.text))
        )
        self._chosen.setZValue(5)
        self.frame.add(self._observed, self._chosen)
        self.key.set_entries(
            Entry("line", style.mark, "p"),
            Entry("interval", style.muted, "95 %"),
            Entry("dashes", style.muted, "E(X)"),
            Entry("diamond", style.mark, tr("mean")),
        )

    def draw(self, summary: FrequencySummary, parameters: Parameters) -> None:
        """Show the frequencies."""
        self._p = parameters.p
        name = tr("class argmax({scores})", scores=score_formula(parameters.mistake))
        self.frame.name_axes(name, tr("frequency"))
        p, n, k = parameters.p, summary.draws, np.arange(parameters.classes)
        self._bars.show(summary.counts, n, p)
        expected, top = float(k @ p), self._bars.top
        self._expected.setData([expected, expected], [0, top])
        self._observed.setData([float(k @ (summary.counts / n))], [0.96 * top])

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Put a mark at the foot of the class of the selected draw."""
        if selection is None:
            self._chosen.setData([], [])
            return None
        self._chosen.setData([selection.winner], [0.03 * self._bars.top])
        return "triangle"

    def can_drag(self, x: float, y: float, reach: tuple[float, float]) -> bool:
        """Return whether the mark of a p is there; that is dragged from then on."""
        k = round(x)
        found = 0 <= k < len(self._p) and bool(abs(y - self._p[k]) <= reach[1])
        self._dragged = k if found else None
        return found

    def marks(self) -> ArrayLike:
        """Return the places of the marks of p."""
        return np.arange(len(self._p)), self._p

    def drag_to(self, x: float, y: float) -> dict[int, float] | None:
        """Return the p of the class at this height, as far as the axis reaches."""
        if self._dragged is None:
            return None
        self._bars.held = True
        return {self._dragged: min(max(y, 0.0), self._bars.top, 1.0)}

    def end_drag(self) -> None:
        """Let the axis follow again."""
        self._bars.held = False

    def caption(self, summary: FrequencySummary, parameters: Parameters) -> str:
        """Return how many intervals contain p, and the mean index beside E(X)."""
        p, n, k = parameters.p, summary.draws, np.arange(parameters.classes)
        text = tr(
            "{n}: p lies in the 95 % interval of {inside} of {classes} classes. "
            "Mean index {comparison}.",
            n=draws(n),
            inside=intervals_with(p, summary.counts, n),
            classes=len(k),
            comparison=beside(mean_index(summary, parameters), "E(X)", float(k @ p)),
        )
        law = own_law(parameters)
        if law is not None:
            inside = intervals_with(law, summary.counts, n)
            own = tr("What this mistake samples lies in {inside} of them.", inside=inside)
            text = sentences(text, own)
        if not parameters.mistake.counts_ties:
            return text
        total = number(float(summary.counts.sum() / n), 6)
        ties = tr("With ties counted for each, frequencies add up to {total}.", total=total)
        return sentences(text, ties)

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the places of the bars, in all the height of the axis."""
        return self._bars.spots(("label", "class", "frequency", "low", "high", "p", "own_law"))

    def table(
        self,
        summary: FrequencySummary,
        parameters: Parameters,
        selection: Selection | None = None,
    ) -> Table:
        """Return a row per class: p, and the frequency with its interval."""
        p, n, counts = parameters.p, summary.draws, summary.counts
        ties, law = parameters.mistake.counts_ties, own_law(parameters)
        low, high = proportion_intervals(counts, n)
        return Table(
            (
                *self.class_columns(len(p)),
                Column("p", p),
                Column("count", counts),
                Column("frequency", counts / n),
                Column("low", low, tr("95 % from")),
                Column("high", high, tr("95 % to")),
                *([] if law is None else [Column("own_law", law, tr("own law"))]),
            ),
            (
                Quantity("draws", n),
                Quantity("classes", len(p)),
                *(
                    []
                    if law is None
                    else [
                        Quantity(
                            "intervals_with_own_law",
                            intervals_with(law, counts, n),
                            words=tr("intervals with its own law"),
                        )
                    ]
                ),
                *(
                    [
                        Quantity(
                            "sum_of_frequencies",
                            float(counts.sum() / n),
                            words=tr("sum of frequencies"),
                        )
                    ]
                    if ties
                    else []
                ),
                Quantity("intervals_with_p", intervals_with(p, counts, n)),
                Quantity.of(
                    "mean_index", mean_index(summary, parameters), float(np.arange(len(p)) @ p)
                ),
            ),
        )


def own_law(parameters: Parameters) -> Floats | None:
    """Return how probable each class is to be counted, (K,), if that is known and not p."""
    mistake = parameters.mistake
    if mistake.counts_ties:
        return half_precision_law(parameters.logits)[1]
    return None if mistake.samples_p else sampled_law(parameters)


def mean_index(summary: FrequencySummary, parameters: Parameters) -> Estimate:
    """Return the mean of the class index; its law decides whether there is a margin."""
    n, k, law = summary.draws, np.arange(parameters.classes), sampled_law(parameters)
    total, squares = float(k @ summary.counts), float(k**2 @ summary.counts)
    if parameters.mistake.counts_ties:  # a draw may have several
        return Estimate(total / n)
    if law is None:  # indices are bounded
        return bounded_mean(total / n / k[-1], n).times(float(k[-1]))
    apart = k - k @ law
    variance = float(law @ apart**2)
    if variance == 0:
        return certain(total / n)
    skew = float(law @ apart**3) ** 2 / variance**3 if variance > 1e-100 else np.inf
    estimate = mean(total, squares, n, skew, step=1)
    if estimate.margin is not None:
        return estimate
    return bounded_mean(total / n / k[-1], n).times(float(k[-1]))
