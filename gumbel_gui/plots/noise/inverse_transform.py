"""Inverse transform: uniform x becomes Gumbel noise ε = −ln(−ln x) by way of the cdf."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import AnyFloats, Floats, Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, certain, proportion
from gumbel_gui.core.gumbel import Gumbel
from gumbel_gui.core.noise_laws import ends
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.core.statistics import SMALLEST_EXPECTED, goodness_of_fit, unnoticed_distance
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.canvas.ranges import round_end
from gumbel_gui.plots.items.noise_bins import LOW, PER_UNIT, count_noise
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import beside, told_apart
from gumbel_gui.plots.words.mistakes import cdf_name, noise_formula, pdf_name
from gumbel_gui.plots.words.text import count, number, sentences

HIGH = 8
BINS = (HIGH - LOW) * PER_UNIT
EDGES = np.linspace(LOW, HIGH, BINS + 1)
X_BINS = 40
X_EDGES = np.linspace(0, 1, X_BINS + 1)
LEFT, RIGHT = -4.7, 8.25
"""Ends of the ε axis: the histogram of x stands on the left one."""
BOTTOM, TOP = -0.42, 1.04
"""Ends of the x axis: the histogram of ε stands on the lower one."""
WIDTH, HEIGHT = 1.4, 0.37
"""How far the histograms of x and of ε may reach."""
X_ROOM = 1.3
"""The scale of the density of x ends so many times above 1 at least."""
LINES = 12
"""Of more classes than this only ``FEW`` have lines."""
FEW = 4
"""The winner, and those with the next largest scores."""
SUSPICIOUS = 0.01
"""P-value below which uniform x is rejected, as it is for 1 seed in 100."""
STANDARD = Gumbel()
PEAK = 1 / math.e


@dataclass(frozen=True)
class TransformSummary(Sums):
    """Counts of x per bin, (40,), of ε from ``count_noise``, (112,), and the number of each."""

    x_counts: Whole
    counts: Whole
    values: int

    @property
    def x_density(self) -> Floats:
        """The density of x in each bin, (40,)."""
        return np.asarray(self.x_counts * (X_BINS / self.values))

    @property
    def density(self) -> Floats:
        """The density of ε in each bin on the axis, (110,)."""
        return np.asarray(self.counts[1:-1] * (PER_UNIT / self.values))

    @property
    def below(self) -> int:
        """The number of ε < 0."""
        return int(self.counts[: 1 - LOW * PER_UNIT].sum())


class InverseTransform(Plot):
    """x on the left, ε below, and the cdf between them."""

    name = "inverse_transform"
    title = mark("x → ε = −ln(−ln x)")
    about = mark(
        "Uniform x, read off at the cdf, gives Gumbel noise ε; the selected draw on its way"
    )
    order = 120
    depends = frozenset({"classes"})
    labelled = False

    @staticmethod
    def summarise(chunk: Chunk) -> TransformSummary:
        """Count all K · n values of x and of ε."""
        x = chunk.uniform
        scaled = chunk.work.array("scaled", x.shape, np.float32)
        codes = chunk.work.array("codes", x.shape, np.uint8)
        np.multiply(x, np.float32(X_BINS), out=scaled)
        np.copyto(codes, scaled, casting="unsafe")
        x_counts = count_codes(codes.reshape(-1), X_BINS + 1)
        # The largest x are rounded to 1, which is the end of the last bin.
        x_counts[-2] += x_counts[-1]
        counts = count_noise(chunk.noise, BINS, chunk.work)
        return TransformSummary(x_counts[:-1], counts, x.size)

    def heading(self, summary: TransformSummary, parameters: Parameters) -> str:
        """Return the formula of the noise."""
        return f"x → {noise_formula(parameters.mistake)}"

    def build_items(self) -> None:
        """Build both histograms with the exact densities, the cdf, and what marks a draw."""
        style = self.style
        self.frame.name_axes("ε", "x")
        self.frame.set_ranges((LEFT, RIGHT), (BOTTOM, TOP))
        self.frame.axis("bottom").setTicks([[(e, number(e)) for e in range(-2, HIGH + 1, 2)]])
        self.frame.axis("left").setTicks([[(x / 4, number(x / 4)) for x in range(5)]])
        fill, pen = style.brush(style.fill), style.pen(style.mark, style.line)
        self._x_bars, self._bars = (Curve(pen=None, brush=fill, fillLevel="enclosed") for _ in "xε")
        self._x_exact, self._exact = Curve(pen=pen), Curve(pen=pen, antialias=True)
        edges = Curve(pen=style.pen(style.border, style.line))
        edges.setData(np.array([LOW, LOW, RIGHT]), np.array([TOP, 0, 0]))
        cdf = Curve(pen=style.pen(style.mark, 1.6 * style.line), antialias=True)
        e = np.linspace(LOW, HIGH, 221)
        cdf.setData(e, STANDARD.cdf(e))
        self.frame.add(edges, self._x_bars, self._bars, self._x_exact, self._exact, cdf)
        self._pdf = ""
        self._paths = [Curve() for _ in range(LINES)]
        self._dots = Dots(pen=style.pen(style.surface))
        for item in (*self._paths, self._dots):
            item.setZValue(5)
        self.frame.add(*self._paths, self._dots)
        self._tops = (0.0, 0.0)

    def draw(self, summary: TransformSummary, parameters: Parameters) -> None:
        """Show the counts as densities, each in a strip beside its axis."""
        self._fit_key(pdf_name(parameters.mistake))
        x_density, density = summary.x_density, summary.density
        x_top = round_end(max(float(x_density.max()), X_ROOM))
        top = round_end(max(float(density.max()), PEAK))
        along, out = _outline(X_EDGES, x_density)
        self._x_bars.setData(LEFT + out * (WIDTH / x_top), along)
        along, out = _outline(EDGES, density)
        self._bars.setData(along, BOTTOM + out * (HEIGHT / top))
        if self._tops != (x_top, top):
            self._tops = (x_top, top)
            side = LEFT + WIDTH / x_top
            self._x_exact.setData(np.array([LEFT, side, side, LEFT]), np.array([0, 0, 1, 1]))
            e = np.linspace(LOW, HIGH, 221)
            self._exact.setData(e, BOTTOM + STANDARD.pdf(e) * (HEIGHT / top))

    def _fit_key(self, pdf: str) -> None:
        """Name what is shown; the pdf is always Gumbel's."""
        if pdf != self._pdf:
            self._pdf, style = pdf, self.style
            self.key.set_entries(
                Entry("line", style.mark, tr("cdf x = F(ε)")),
                Entry("square", style.fill, tr("draws")),
                Entry("line", style.mark, pdf),
            )

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Draw a line from each x of the selected draw to the curve, and down to its ε."""
        for path in self._paths:
            path.setData([], [])
        if selection is None:
            self._dots.setData([], [])
            return None
        style, classes = self.style, len(selection.x)
        x = np.clip(selection.x.astype(np.float64), 0, 1)
        inside = (selection.noise >= LOW) & (selection.noise <= HIGH)
        e = np.clip(selection.noise.astype(np.float64), LOW, HIGH)
        # By ascending score, the winner last and so on top.
        ranked = np.argsort(selection.scores, kind="stable").tolist()
        order = [k for k in ranked if k != selection.winner] + [selection.winner]
        leading = order if classes <= LINES else order[-FEW:]
        for path, k in zip(self._paths, leading, strict=False):
            # For an ε beyond the axis there is no place to go down to.
            corners = 3 if inside[k] else 2
            path.setData(
                np.array([LEFT, e[k], e[k]])[:corners],
                np.array([x[k], x[k], BOTTOM])[:corners],
                pen=style.pen(style.class_colour(k), 2 if k == selection.winner else 1),
            )
        self._dots.setData(
            x=e[order],
            y=x[order],
            size=[
                style.unit * (11 if k == selection.winner else 8 if k in leading else 5)
                for k in order
            ],
            symbol=["o" if inside[k] else "t2" if e[k] > 0 else "t3" for k in order],
            brush=style.class_brushes(order),
        )
        return "dot"

    def caption(self, summary: TransformSummary, parameters: Parameters) -> str:
        """Return whether uniform x is rejected, and the share of ε below 0 beside 1/e."""
        return sentences(_uniform(summary), _share(summary, parameters))

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the bins beside both axes, in all their strips, and places on the cdf."""
        told = ("of", "bin_low", "bin_high", "density", "pdf", "count")
        x, e = np.arange(X_BINS), X_BINS + np.arange(BINS)
        cdf = "of", "bin_low", "bin_high", "cdf"
        return (
            Spots.boxes(told, x, (LEFT, LEFT + WIDTH), (X_EDGES[:-1], X_EDGES[1:])),
            Spots.boxes(told, e, (EDGES[:-1], EDGES[1:]), (BOTTOM, BOTTOM + HEIGHT)),
            Spots.curve(cdf, e, EDGES[1:], STANDARD.cdf(EDGES[1:])),
        )

    def table(
        self, summary: TransformSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per bin of x, a row per bin of ε, and then x and ε of a draw."""
        x_bins = _bins("x", X_EDGES, summary.x_counts, summary.x_density)
        bins = _bins("ε", EDGES, summary.counts[1:-1], summary.density)
        middles = (EDGES[1:] + EDGES[:-1]) / 2
        exact = (
            Column("pdf", STANDARD.pdf(middles), pdf_name(parameters.mistake)),
            Column("cdf", STANDARD.cdf(EDGES[1:]), cdf_name(parameters.mistake)),
        )
        x_exact = Column("pdf", np.ones(X_BINS)), Column("cdf", X_EDGES[1:])
        chosen = self.drawn_columns(selection, x="x", epsilon="noise")
        return Table(
            stacked((*x_bins, *x_exact), (*bins, *exact), *chosen), quantities(summary, parameters)
        )


def quantities(summary: TransformSummary, parameters: Parameters) -> tuple[Quantity, ...]:
    """Return the numbers of the caption."""
    tested = zip(("p_value", "missed_every_second_time"), fit(summary), strict=True)
    return (
        Quantity("values", summary.values),
        Quantity("bins", X_BINS),
        Quantity("threshold", SUSPICIOUS),
        *(Quantity(*each) for each in tested if testable(summary)),
        Quantity.of("share_below_0", share_below(summary, parameters), math.exp(-1)),
    )


def _bins(of: str, edges: Floats, counts: Whole, density: Floats) -> tuple[Column, ...]:
    return (
        Column("of", (of,) * len(counts)),
        Column("bin_low", edges[:-1], tr("from")),
        Column("bin_high", edges[1:], tr("to")),
        Column("count", counts),
        Column("density", density),
    )


def _uniform(summary: TransformSummary) -> str:
    """Return whether a test rejects uniform x, and how far x could be from that, in a sentence."""
    n = count(summary.values)
    if not testable(summary):
        return tr("{n} values, too few to test whether x is uniform.", n=n)
    p_value, far = fit(summary)
    words = {"n": n, "level": number(SUSPICIOUS), "bins": X_BINS}
    if p_value < SUSPICIOUS:
        size = tr("< 0.0001") if p_value < 1e-4 else number(p_value, 2)
        return tr(
            "{n} values: χ² over {bins} bins rejects uniform x (p-value {p}, threshold {level}).",
            p=size,
            **words,
        )
    return tr(
        "{n} values: χ² over {bins} bins does not reject uniform x (p-value {p}, "
        "threshold {level}; a law {far} away is missed every second time).",
        p=told_apart(p_value, SUSPICIOUS, 2)[0],
        far=number(far, 2),
        **words,
    )


def _share(summary: TransformSummary, parameters: Parameters) -> str:
    """Return the share of ε below 0 beside 1/e, in a sentence."""
    share = share_below(summary, parameters)
    return tr("Share of ε below 0: {comparison}.", comparison=beside(share, "1/e", math.exp(-1)))


def share_below(summary: TransformSummary, parameters: Parameters) -> Estimate:
    """Return the share of ε below 0."""
    low, high = ends(parameters.noise)
    if low >= 0 or high <= 0:
        return certain(float(high < 0))
    return proportion(summary.below, summary.values)


def testable(summary: TransformSummary) -> bool:
    """Return whether there are enough values for a test."""
    return summary.values >= SMALLEST_EXPECTED * X_BINS


def fit(summary: TransformSummary) -> tuple[float, float]:
    """Return the p-value of uniform x, and how far a law is that is missed every second time."""
    even = np.ones(X_BINS)
    far = unnoticed_distance(summary.values, even, SUSPICIOUS)
    return goodness_of_fit(summary.x_counts, even), far


def _outline(edges: Floats, heights: AnyFloats) -> tuple[Floats, Floats]:
    """Return the outline of bars of these heights that stand on 0, along and across the axis."""
    return np.repeat(edges, 2), np.concatenate([[0], np.repeat(heights, 2), [0]])
