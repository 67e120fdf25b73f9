"""Noise histogram: the density of the noise ε, with the exact pdf and cdf over it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, certain, mean, mean_of_known_law
from gumbel_gui.core.gumbel import Gumbel
from gumbel_gui.core.noise import noise_law
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.items.noise_bins import LOW, PER_UNIT, count_noise
from gumbel_gui.plots.items.rug import Rug
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import beside
from gumbel_gui.plots.words.mistakes import noise_formula
from gumbel_gui.plots.words.text import count, number, sentences

HIGH = 9
BINS = (HIGH - LOW) * PER_UNIT
EDGES = np.linspace(LOW, HIGH, BINS + 1)
STANDARD = Gumbel()


@dataclass(frozen=True)
class NoiseSummary(Sums):
    """Counts per bin, (122,), from ``count_noise``; number, sum and sum of squares of ε."""

    counts: Whole
    values: int
    total: float
    squares: float

    @property
    def density(self) -> Floats:
        """The density in each bin on the axis, (120,)."""
        return np.asarray(self.counts[1:-1] * (PER_UNIT / self.values))

    @property
    def beyond(self) -> int:
        """The number of values beyond the axis."""
        return int(self.counts[0] + self.counts[-1])


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
        counts = count_noise(noise, BINS, chunk.work)
        squared = chunk.work.array("scaled", noise.shape, np.float32)
        total, squares = float(noise.sum()), float(np.square(noise, out=squared).sum())
        return NoiseSummary(counts, noise.size, total, squares)

    def build_items(self) -> None:
        """Build the histogram (one filled step curve) and the exact curves."""
        style, cdf = self.style, "cdf" in self.options
        self._lowest_top = 1.03 if cdf else 0.42
        self.frame.axis("bottom").setTicks([[(x, number(x)) for x in range(-2, HIGH, 2)]])
        # pyqtgraph fills in slices, with seams between them when antialiased, unless the type of
        # the level is none that it checks for.
        self._steps = pg.PlotDataItem(
            stepMode="center", fillLevel=np.float32(0), pen=None, brush=style.brush(style.fill)
        )
        self.frame.add(self._steps)
        x = np.linspace(LOW, HIGH, 601)
        pen = style.pen(style.mark, style.line)
        self.frame.add(pg.PlotDataItem(x, STANDARD.pdf(x), pen=pen, antialias=True))
        entries = [
            Entry("square", style.fill, tr("draws")),
            Entry("line", style.mark, tr("exact pdf")),
        ]
        if cdf:
            pen = style.pen(style.muted, style.line, dashed=True)
            self.frame.add(pg.PlotDataItem(x, STANDARD.cdf(x), pen=pen, antialias=True))
            entries.append(Entry("dashes", style.muted, tr("exact cdf")))
        self.key.set_entries(*entries)
        self._rug = Rug(style)
        self.frame.add(self._rug)

    def draw(self, summary: NoiseSummary, parameters: Parameters) -> None:
        """Show the counts as a density."""
        name = tr("density, cdf") if "cdf" in self.options else tr("density")
        self.frame.name_axes(noise_formula(parameters.mistake), name)
        density = summary.density
        # Bars of a few draws are higher than the exact curve; those of a thousand are not.
        highest, self._top = float(density.max()), self._lowest_top
        if highest > self._lowest_top:
            self._top = 1.03 * 2 ** math.ceil(math.log2(highest))
        self.frame.set_ranges((LOW, HIGH), (0, self._top))
        self._steps.setData(EDGES, density)

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Mark the ε of the selected draw on the axis, the winner's longer."""
        if selection is None:
            self._rug.clear()
            return None
        self._rug.show_values(np.clip(selection.noise, LOW, HIGH), selection.winner, self._top)
        return "pin"

    def caption(self, summary: NoiseSummary, parameters: Parameters) -> str:
        """Return mean and variance beside γ and π²/6, and how many values the axis leaves out."""
        n, beyond = summary.values, summary.beyond
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
        told = ("bin_low", "bin_high", "density", "pdf", "cdf", "count")
        return (Spots.boxes(told, np.arange(BINS), (EDGES[:-1], EDGES[1:]), (0, self._top)),)

    def table(
        self, summary: NoiseSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per bin with the exact pdf in its middle, and then the ε of a draw."""
        exact = [Column("pdf", STANDARD.pdf((EDGES[1:] + EDGES[:-1]) / 2), tr("exact pdf"))]
        if "cdf" in self.options:
            exact.append(Column("cdf", STANDARD.cdf(EDGES[1:]), tr("exact cdf at the end")))
        bins = (
            Column("bin_low", EDGES[:-1], tr("from ε")),
            Column("bin_high", EDGES[1:], tr("to ε")),
            Column("count", summary.counts[1:-1]),
            Column("density", summary.density),
            *exact,
        )
        mean_, variance = mean_noise(summary, parameters), variance_of_noise(summary, parameters)
        return Table(
            stacked(bins, *self.drawn_columns(selection, epsilon="noise")),
            (
                Quantity("values", summary.values),
                Quantity("beyond_the_axis", summary.beyond),
                Quantity.of("mean", mean_, STANDARD.mean()),
                Quantity.of("variance", variance, STANDARD.variance()),
            ),
        )


def mean_noise(summary: NoiseSummary, parameters: Parameters) -> Estimate:
    """Return the mean of ε."""
    law = noise_law(parameters.mistake)
    if law.variance == 0:
        return certain(summary.total / summary.values)
    return mean(summary.total, summary.squares, summary.values, law.skew)


def variance_of_noise(summary: NoiseSummary, parameters: Parameters) -> Estimate:
    """Return the variance of ε, with n − 1."""
    n, law = summary.values, noise_law(parameters.mistake)
    apart = max(summary.squares - summary.total**2 / n, 0.0)
    value = apart / (n - 1)
    # The squares are about the mean of the draws, not the law's: of few draws, that counts.
    variance = law.square_variance + 2 * law.variance**2 / (n - 1)
    return mean_of_known_law(value, n, variance, law.square_skew)
