"""Noise histogram: the density of the noise ε, with the exact pdf and cdf over it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, certain, mean, mean_of_known_law
from gumbel_gui.core.gumbel import Gumbel
from gumbel_gui.core.mistakes import Mistake, NoiseKind
from gumbel_gui.core.noise_laws import density, noise_law
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.canvas.ranges import round_end
from gumbel_gui.plots.items.noise_bins import LOW, PER_UNIT, count_noise
from gumbel_gui.plots.items.rug import Rug
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import beside
from gumbel_gui.plots.words.mistakes import cdf_name, noise_formula, noise_name, pdf_name
from gumbel_gui.plots.words.text import count, number, power_of_ten, sentences

HIGH, FAR = 9, 20
"""Where the axis ends, and a logarithmic one, which shows the tail."""
BINS, ALL_BINS = (HIGH - LOW) * PER_UNIT, (FAR - LOW) * PER_UNIT
EDGES = np.linspace(LOW, FAR, ALL_BINS + 1)
LOWEST = -9
"""Exponent at which the logarithmic axis of the density begins."""
LARGEST_OF_FLOAT32 = 24 * math.log(2)
"""−ln(−ln x) for the largest x < 1 in single precision, 1 − 2⁻²⁴."""
STANDARD = Gumbel()


@dataclass(frozen=True)
class NoiseSummary(Sums):
    """Counts per bin, (232,), from ``count_noise``; number, sum and sum of squares of ε."""

    counts: Whole
    values: int
    total: float
    squares: float

    @property
    def density(self) -> Floats:
        """The density in each bin, (230,)."""
        return np.asarray(self.counts[1:-1] * (PER_UNIT / self.values))

    def beyond(self, bins: int) -> int:
        """Return the number of values beyond an axis of so many bins."""
        return int(self.counts.sum() - self.counts[1 : bins + 1].sum())


class NoiseHistogram(Plot):
    """ε over all classes and draws."""

    name = "noise_histogram"
    title = mark("Gumbel noise ε")
    about = mark("Density histogram of the noise ε, with the exact pdf (and cdf) of Gumbel(0, 1)")
    order = 10
    depends = frozenset({"classes"})
    labelled = False
    option_names: ClassVar = {"cdf": mark("Cumulative distribution")}

    @staticmethod
    def summarise(chunk: Chunk) -> NoiseSummary:
        """Count all K · n values."""
        noise = chunk.noise
        counts = count_noise(noise, ALL_BINS, chunk.work)
        squared = chunk.work.array("scaled", noise.shape, np.float32)
        # Row by row: over all, NumPy adds in an order that depends on where the rows are in memory.
        total, squares = (
            float(each.sum(axis=1).sum()) for each in (noise, np.square(noise, out=squared))
        )
        return NoiseSummary(counts, noise.size, total, squares)

    def build_items(self) -> None:
        """Build the histogram (one filled step curve), the exact curves, and the end of ε."""
        style = self.style
        # pyqtgraph fills in slices, with seams between them when antialiased, unless the type of
        # the level is none that it checks for.
        self._steps = Curve(
            stepMode="center", fillLevel=np.float32(0), pen=None, brush=style.brush(style.fill)
        )
        exact = [("line", style.mark)] + [("dashes", style.muted)] * ("cdf" in self.options)
        self._exact = [
            Curve(pen=style.pen(colour, style.line, dashed=glyph == "dashes"), antialias=True)
            for glyph, colour in exact
        ]
        self._own = Curve(pen=style.pen(style.text, style.line, dashed=True), antialias=True)
        self._end = Curve(pen=style.pen(style.error, 2))
        self._rug = Rug(style)
        self.frame.add(self._steps, *self._exact, self._own, self._end, self._rug)
        self._logarithmic: bool | None = None

    def draw(self, summary: NoiseSummary, parameters: Parameters) -> None:
        """Show the counts as a density."""
        mistake = parameters.mistake
        name = tr("density, cdf") if "cdf" in self.options else tr("density")
        self.frame.name_axes(noise_formula(mistake), name)
        self._fit_scale(logarithmic=shows_tail(mistake))
        self._fit_key(mistake)
        x = np.linspace(LOW, HIGH, 601) if has_density(mistake) else np.zeros(0)
        self._own.setData(x, density(parameters.noise, x))
        if self._logarithmic:
            heights = _logarithms(summary.density)
            # All of a few draws may be in one bin.
            self._ends = float(LOWEST), 0.3 if heights.max() < 0.3 else 1.05
            self.frame.set_ranges((LOW, FAR), self._ends)
            self._steps.setData(EDGES, heights)
            return
        heights = summary.density[:BINS]
        highest = max(float(heights.max()), 1.0 if "cdf" in self.options else 0.37)
        self._ends = 0.0, 1.03 * round_end(highest)
        self.frame.set_ranges((LOW, HIGH), self._ends)
        self._steps.setData(EDGES[: BINS + 1], heights)

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Mark the ε of the selected draw on the axis, the winner's longer."""
        if selection is None:
            self._rug.clear()
            return None
        low, high = self.frame.vb.viewRange()[0]
        values = np.clip(selection.noise, low, high)
        self._rug.show_values(values, selection.winner, self._ends)
        return "pin"

    def heading(self, summary: NoiseSummary, parameters: Parameters) -> str:
        """Return which noise it is."""
        return noise_name(parameters.mistake)

    def _fit_scale(self, *, logarithmic: bool) -> None:
        """Set what the kind of the scale alone decides: the ticks, and the exact curves."""
        if self._logarithmic == logarithmic:
            return
        self._logarithmic = logarithmic
        far = FAR if logarithmic else HIGH
        x = np.linspace(LOW, far, 601)
        for curve, exact in zip(self._exact, (STANDARD.pdf, STANDARD.cdf), strict=False):
            curve.setData(x, _logarithms(exact(x)) if logarithmic else exact(x))
        step = 4 if logarithmic else 2
        self.frame.axis("bottom").setTicks([[(e, number(e)) for e in range(step - 4, far, step)]])
        powers = [(y, power_of_ten(y)) for y in range(LOWEST, 1, 3)]
        self.frame.axis("left").setTicks([powers] if logarithmic else None)
        self._steps.setData([], [])
        self._steps.opts["fillLevel"] = np.float32(LOWEST if logarithmic else 0)
        self._end.setData([], [])
        if logarithmic:
            self._end.setData(np.full(2, LARGEST_OF_FLOAT32), np.array([LOWEST, 0.0]))

    def _fit_key(self, mistake: Mistake) -> None:
        """Set the entries of the key."""
        style, gumbel = self.style, mistake.noise_is_nearly_gumbel
        entries = [
            Entry("square", style.fill, tr("draws")),
            Entry("line", style.mark, pdf_name(mistake)),
        ]
        if has_density(mistake):
            entries.append(Entry("dashes", style.text, tr("own pdf")))
        if "cdf" in self.options:
            entries.append(
                Entry("dashes", style.muted, tr("exact cdf") if gumbel else tr("Gumbel cdf"))
            )
        if self._logarithmic:
            largest = number(LARGEST_OF_FLOAT32, 3)
            entries.append(Entry("tick", style.error, tr("end: {end}", end=largest)))
        self.key.set_entries(*entries)

    def caption(self, summary: NoiseSummary, parameters: Parameters) -> str:
        """Return mean and variance beside γ and π²/6, and how many values the axis leaves out."""
        n, beyond = summary.values, summary.beyond(bins_shown(parameters.mistake))
        text = tr(
            "{n} values of ε: mean {mean}; variance {variance}.",
            n=count(n),
            mean=beside(mean_noise(summary, parameters), "γ", STANDARD.mean()),
            variance=beside(variance_of_noise(summary, parameters), "π²/6", STANDARD.variance()),
        )
        if beyond:
            one, more = (
                tr("1 lies beyond the axis."),
                tr("{n} lie beyond the axis.", n=count(beyond)),
            )
            return sentences(text, one if beyond == 1 else more)
        return text

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the places of the bins, in all the height of the axis."""
        told = ("bin_low", "bin_high", "density", "pdf", "own_pdf", "cdf", "count")
        bins = bins_shown(parameters.mistake)
        sides = EDGES[:bins], EDGES[1 : bins + 1]
        return (Spots.boxes(told, np.arange(bins), sides, self._ends),)

    def table(
        self, summary: NoiseSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per bin with the exact pdf in its middle, and then the ε of a draw."""
        shown = bins_shown(parameters.mistake)
        edges = EDGES[: shown + 1]
        middles = (edges[1:] + edges[:-1]) / 2
        exact = [Column("pdf", STANDARD.pdf(middles), pdf_name(parameters.mistake))]
        if has_density(parameters.mistake):
            exact.append(Column("own_pdf", density(parameters.noise, middles), tr("own pdf")))
        if "cdf" in self.options:
            exact.append(Column("cdf", STANDARD.cdf(edges[1:]), cdf_name(parameters.mistake)))
        bins = (
            Column("bin_low", edges[:-1], tr("from ε")),
            Column("bin_high", edges[1:], tr("to ε")),
            Column("count", summary.counts[1 : shown + 1]),
            Column("density", summary.density[:shown]),
            *exact,
        )
        mean_, variance = mean_noise(summary, parameters), variance_of_noise(summary, parameters)
        return Table(
            stacked(bins, *self.drawn_columns(selection, epsilon="noise")),
            (
                Quantity("values", summary.values),
                Quantity("beyond_the_axis", summary.beyond(shown)),
                Quantity.of("mean", mean_, STANDARD.mean()),
                Quantity.of("variance", variance, STANDARD.variance()),
            ),
        )


def shows_tail(mistake: Mistake) -> bool:
    """Return whether the tail matters, which only a logarithmic axis shows."""
    return mistake.noise_kind is NoiseKind.FLOAT32


def has_density(mistake: Mistake) -> bool:
    """Return whether ε has a density other than Gumbel's."""
    rounded = mistake.noise_is_nearly_gumbel or mistake.in_half_precision
    return not rounded and mistake.noise_kind is not NoiseKind.NONE


def bins_shown(mistake: Mistake) -> int:
    """Return how many bins there are on the axis."""
    return ALL_BINS if shows_tail(mistake) else BINS


def _logarithms(density: Floats) -> Floats:
    """Return log10 of densities ≥ 0, at least ``LOWEST``."""
    return np.asarray(np.log10(np.maximum(density, 10.0**LOWEST)))


def mean_noise(summary: NoiseSummary, parameters: Parameters) -> Estimate:
    """Return the mean of ε."""
    law = noise_law(parameters.noise)
    if law.variance == 0:
        return certain(summary.total / summary.values)
    return mean(summary.total, summary.squares, summary.values, law.skew)


def variance_of_noise(summary: NoiseSummary, parameters: Parameters) -> Estimate:
    """Return the variance of ε, with n − 1."""
    n, law = summary.values, noise_law(parameters.noise)
    apart = max(summary.squares - summary.total**2 / n, 0.0)
    value = apart / (n - 1)
    # The squares are about the mean of the draws, not the law's: of few draws, that counts.
    variance = law.square_variance + 2 * law.variance**2 / (n - 1)
    return mean_of_known_law(value, n, variance, law.square_skew)
