"""Noise precision: the classes that argmax gives where x has few bits, beside p."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import proportion_intervals
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.precision import (
    BITS,
    FEWEST_BITS,
    NoiseFormat,
    rounded_winners,
)
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.at_work.precision_law import (
    ALL_BITS,
    RoundedLaw,
    distances,
    grid_of,
    quantities,
    rounded_law,
    told_class,
    values_of,
)
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.items.class_bars import MANY, intervals_with
from gumbel_gui.plots.items.log_bars import LOWEST, LogBars
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import told_apart
from gumbel_gui.plots.words.text import draws, elided, number, power_of_ten, sentences

CURVE = 0.8
"""Width of the pane of the curves, in widths of that of the bars."""
FOOT = 0.03
"""Height of a cross, as a share of the axis."""


@dataclass(frozen=True)
class PrecisionSummary(Sums):
    """Draws per class, (K,), with x rounded."""

    counts: Whole

    @property
    def draws(self) -> int:
        """The number of draws."""
        return int(self.counts.sum())


class NoisePrecision(Plot):
    """Shares of the classes with x of few bits, and how far they are from p by the bits."""

    name = "noise_precision"
    title = mark("Precision of the noise")
    about = mark(
        "Class shares where the x of the noise ε = −ln(−ln x) has few bits, beside the exact law "
        "and p, and the distance of that law from p by the number of bits"
    )
    order = 620
    least_height = 150
    depends = frozenset({"probabilities", "noise_format", "bits"})
    controls = ("noise_format", "bits")

    @staticmethod
    def unused(parameters: Parameters) -> Collection[str]:
        """Return the bits, unless it is a grid: floats have theirs."""
        return () if parameters.noise_format is NoiseFormat.GRID else ("bits",)

    @staticmethod
    def summarise(chunk: Chunk) -> PrecisionSummary:
        """Count the classes with rounded x; other noise is left as it is."""
        parameters, codes = chunk.parameters, chunk.classes
        if parameters.mistake.noise_is_gumbel:
            logits, grid = parameters.logits, grid_of(parameters)
            codes = rounded_winners(logits, chunk.exact_uniform, grid, chunk.work)
        return PrecisionSummary(count_codes(codes, parameters.classes))

    @staticmethod
    def prepare(summary: PrecisionSummary, parameters: Parameters) -> None:
        """Compute and cache the exact laws."""
        if rounded_law(parameters):
            distances(parameters)

    def build_items(self) -> None:
        """Build bars, marks and crosses, and beside them the curves."""
        frame, style = self.frame, self.style
        frame.name_axes(tr("class"), tr("share"))
        # The ground under the dashes keeps them apart from a bar of any colour.
        ground, dashes = style.pen(style.surface, 3.5), style.pen(style.kinds[0], 1.8, dashed=True)
        self._p = [Curve(connect="pairs", pen=pen) for pen in (ground, dashes)]
        self._bars = LogBars(frame, style, self.labels, 1.0, self._p)
        self._lost = Dots(symbol="x", pen=None, brush=style.brush(style.error))
        frame.add(self._lost)
        self._pane = frame.pane(0, 1, CURVE)
        self._pane.name_axes(tr("bits b"), tr("distance"))
        self._curves = [
            tuple(Curve(pen=style.pen(colour, 1, dashed=dashed)) for dashed in (False, True))
            for colour in (style.mark, style.kinds[1])
        ]
        self._formats, self._chosen = (
            Dots(
                size=size * style.unit,
                symbol=symbol,
                pen=style.pen(style.surface),
                brush=style.brush(colour),
            )
            for size, symbol, colour in ((8, "o", style.kinds[1]), (11, "d", style.text))
        )
        self._pane.add(*(each for pair in self._curves for each in pair))
        self._unknown = pg.TextItem(color=style.muted, anchor=(0.5, 0.5))
        self._unknown.setFont(style.font())
        self._unknown.setPos(14, -LOWEST / 2)
        self._pane.add(self._formats, self._chosen, self._unknown)
        self._ticks = [FittingTicks(pane, "left", style) for pane in (frame.panes[0], self._pane)]
        bits = [[(float(b), str(b)) for b in range(4, 25, step)] for step in (2, 4, 10)]
        self._pane.set_ranges((3, 25), (LOWEST, 0))
        FittingTicks(self._pane, "bottom", style).set_choices(*bits)
        self._span = (0, 0)

    def draw(self, summary: PrecisionSummary, parameters: Parameters) -> None:
        """Show shares and laws, and the distances by the bits."""
        known, p = rounded_law(parameters), parameters.p
        law = known.law if known else np.zeros(0)
        before = self._bars.floor
        self._bars.show_shares(summary.counts, summary.draws, law, p)
        if self._bars.floor != before:
            self._ticks[0].set_choices(*(self._bars.ticks(step) for step in (1, 2, 3, 9)))
            self._set_key()
        for item in self._p:
            self._bars.mark_shares(item, p)
        lost = np.flatnonzero(self._bars.heights(law) == 0)
        size = (10 if len(p) <= MANY else 6) * self.style.unit
        self._lost.setData(lost, np.full(len(lost), FOOT * self._bars.top), size=size)
        self._show_curves(known, parameters)

    def caption(self, summary: PrecisionSummary, parameters: Parameters) -> str:
        """Return how far the law is from p, how many intervals hold it, and which class suffers."""
        known, n = rounded_law(parameters), draws(summary.draws)
        if known is None:
            return tr(
                "{n}: the noise is not exactly Gumbel noise, so x is not rounded to so many bits, "
                "and no exact law of the classes is shown.",
                n=n,
            )
        words = {
            "n": n,
            "x": values_of(parameters),
            "far": number(known.distance, 3),
            "inside": intervals_with(known.law, summary.counts, summary.draws),
            "classes": parameters.classes,
        }
        if not known.off.any():
            text = tr(
                "{n}: with {x} the law of the classes is {far} from that of unrounded x in total "
                "variation; the exact shares lie in the 95 % interval of {inside} of {classes} "
                "classes.",
                **words,
            )
        else:
            text = tr(
                "{n}: with {x} the law of the classes is at most {far} from that of unrounded x in "
                "total variation; its shares lie in the 95 % interval of {inside} of {classes} "
                "classes.",
                **words,
            )
        return sentences(text, self._loss(known), self._all_zero(known))

    def heading(self, summary: PrecisionSummary, parameters: Parameters) -> str:
        """Return the title with the values of x."""
        if not rounded_law(parameters):
            return self.title
        return tr("Precision of the noise: {x}", x=values_of(parameters))

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the places of the bars, in all the height of the axis, and of the curves."""
        told = ("label", "class", "frequency", "low", "high", "exact", "off", "p")
        bars = self._bars.spots(told)
        if table.rows == parameters.classes:
            return bars
        found, _ = distances(parameters)
        rows, curves = parameters.classes + np.arange(len(ALL_BITS)), []
        for name, row in zip(("distance", "distance_of_floats"), found, strict=True):
            on, columns = row >= 10.0 ** self._span[0], ("bits", name, "known")
            y = np.log10(row[on]) - self._span[0]
            curves.append(Spots.points(columns, rows[on], ALL_BITS[on], y, 1))
        return (*bars, *curves)

    def table(
        self,
        summary: PrecisionSummary,
        parameters: Parameters,
        selection: Selection | None = None,
    ) -> Table:
        """Return a row per class with its shares, and then one per number of bits."""
        known, counts = rounded_law(parameters), summary.counts
        low, high = proportion_intervals(counts, summary.draws)
        unknown = np.full(len(counts), np.nan)
        classes = (
            *self.class_columns(len(counts)),
            Column("p", parameters.p),
            Column("exact", known.law if known else unknown),
            Column("off", known.off if known else unknown, tr("off by at most")),
            Column("count", counts),
            Column("frequency", counts / summary.draws),
            Column("low", low, tr("95 % from")),
            Column("high", high, tr("95 % to")),
        )
        if known is None:
            return Table(classes, (Quantity("draws", summary.draws),))
        found, exact = distances(parameters)
        curves = (
            Column("bits", ALL_BITS, "b"),
            Column("distance", found[0], tr("distance for (j + ½)/2ᵇ")),
            Column("distance_of_floats", found[1], tr("distance for j/2ᵇ")),
            Column(
                "known",
                tuple(tr("exact") if each else tr("at most") for each in exact),
                tr("the distance is"),
            ),
        )
        return Table(stacked(classes, curves), quantities(counts, parameters, known))

    def _loss(self, known: RoundedLaw) -> str:
        """Return which classes are never drawn, or which one is the farthest off."""
        p, k = known.unrounded, told_class(known)
        label = elided(self.labels(len(p))[k], 16)
        if lost := int((known.never & (p > 0)).sum()):
            words = {"m": lost, "label": label, "p": number(float(p[k]))}
            if lost == 1:
                return tr("Never drawn: {label} with p = {p}.", **words)
            return tr(
                "Never drawn: {m} classes, the most probable of them {label} with p = {p}.",
                **words,
            )
        if known.off.any() or known.distance == 0:
            return ""
        share, own = told_apart(float(known.law[k]), float(p[k]))
        words = {"label": label, "share": share, "p": own}
        return tr("Farthest off is {label}: {share}, not {p}.", **words)

    def _all_zero(self, known: RoundedLaw) -> str:
        """Return what happens where the first class is impossible, and is drawn all the same."""
        if known.unrounded[0] > 0 or known.law[0] == 0:
            return ""
        label = elided(self.labels(len(known.law))[0], 16)
        words = {"label": label, "share": number(float(known.law[0]), 3)}
        return tr(
            "Where every x is 0 all scores are −∞, and argmax gives {label}: {share}.", **words
        )

    def _show_curves(self, known: RoundedLaw | None, parameters: Parameters) -> None:
        """Show the distances of both kinds of values by the bits, and that of the chosen ones."""
        nothing = np.zeros(0)
        self._unknown.setText("" if known else tr("unknown"))
        if known is None:
            self._fit_distances(nothing)
            for item in (*(each for pair in self._curves for each in pair), self._formats):
                item.setData(nothing, nothing)
            self._chosen.setData(nothing, nothing)
            return
        found, exact = distances(parameters)
        self._fit_distances(np.append(found, known.distance))
        lowest = self._span[0]
        with np.errstate(divide="ignore"):
            y = np.log10(found) - lowest
            chosen = np.log10([known.distance]) - lowest
        last = int(exact.sum())
        for pair, row in zip(self._curves, y, strict=True):
            for item, part in zip(pair, (slice(0, last), slice(last, None)), strict=True):
                on = row[part] >= 0
                item.setData(ALL_BITS[part][on].astype(np.float64), row[part][on])
        bits = np.array([*BITS.values()])
        marks = y[1][bits - FEWEST_BITS]
        self._formats.setData(bits[marks >= 0], marks[marks >= 0])
        grid = grid_of(parameters)
        self._chosen.setData([grid.bits][: int(chosen[0] >= 0)], chosen[chosen >= 0])

    def _set_key(self) -> None:
        """Explain the marks; a cross is for what is below the axis, wherever that begins."""
        style = self.style
        self.key.set_entries(
            Entry("line", style.mark, tr("exact")),
            Entry("interval", style.muted, "95 %"),
            Entry("dashes", style.kinds[0], "p"),
            Entry("cross", style.error, f"≤ {power_of_ten(self._bars.floor)}"),
            Entry("dot", style.kinds[1], tr("floats")),
            Entry("dashes", style.muted, tr("at most")),
        )

    def _fit_distances(self, values: Floats) -> None:
        """Give the axis of the distances its range, in whole powers of 10."""
        powers = np.log10(values[values > 10.0**LOWEST])
        powers = powers if powers.size else np.array([LOWEST, 0.0])
        low = int(np.floor(powers.min()))
        span = low, max(int(np.ceil(powers.max())), low + 1)
        if span != self._span:
            self._span = span
            self._pane.set_ranges((3, 25), (0, span[1] - span[0]))
            ticks = [(float(n - low), power_of_ten(n)) for n in range(span[1], low - 1, -1)]
            self._ticks[1].set_choices(*(ticks[::step] for step in (1, 2, 3, 9)))
