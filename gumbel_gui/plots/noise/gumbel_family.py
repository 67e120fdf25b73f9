"""Gumbel family: pdf and cdf of maxima and of minima for any location μ and scale β."""

from __future__ import annotations

import math
from typing import Any, Literal, TypeAlias

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter, QPainterPathStroker

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.gumbel import Gumbel
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.canvas.ranges import round_end
from gumbel_gui.plots.look.outlines import outline
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.text import fixed, number

STANDARD = 8.0
"""Half the width of the x axis as long as both distributions can be seen well in it."""
HALVES = tuple(STANDARD * step * 10.0**k for k in (-2, -1, 0, 1, 2) for step in (1, 2, 5))
"""Halves of the widths that the x axis can have; their halves and quarters are short numbers."""
REACH = 4.3
"""Distance from the mode, in β, at which the density is a twenty-fifth of its peak."""
ROOM = 0.55
"""Share of half the x axis that is kept for the name of a mean."""
NARROWEST = 40
"""Largest half of the x axis, in β; in a larger one the densities would be needles."""
CDF, BETWEEN = 0.8, 12.0
"""Height of the lower pane beside that of the upper one, and pixels between them."""
HIGHEST = 0.74
"""Share of the height of the axis that peaks may reach; the name of the mode is above them."""
SEAM = 4
"""Width in pixels at 96 dpi of the line around letters; half of it is seen."""
PLACES = np.linspace(-8, 8, 321)
"""Where curves are computed, in β from the mode; beyond, they are straight."""
Extreme: TypeAlias = Literal["max", "min"]
EXTREMES: tuple[Extreme, ...] = ("max", "min")


def x_range(location: float, scale: float) -> tuple[float, float]:
    """Return the ends of an x axis that shows both distributions, in coarse steps.

    It lies around 0, where the standard distributions are, unless the ones to show are too far
    from there or too narrow to be seen beside them.
    """
    reach = REACH * scale
    for half in HALVES:
        far = abs(location) + max(reach, ROOM * half)
        if half >= STANDARD and far <= half <= NARROWEST * scale:
            return -half, half
    half = next(half for half in HALVES if reach + half / 4 <= half)
    centre = round(location / (half / 2)) * (half / 2)
    return centre - half, centre + half


class Name(pg.TextItem):  # type: ignore[misc]
    """A word whose letters have a seam in the ground's colour, to be read where curves cross it.

    Args:
        anchor: the place in the word, as shares of its width and height, that is set to a point.
    """

    def __init__(self, style: Style, text: str, colour: str, anchor: tuple[float, float]) -> None:
        super().__init__(text, colour, anchor=anchor)
        self.setFont(style.font())
        margin = self.textItem.document().documentMargin()
        start = QPointF(margin, margin + QFontMetricsF(style.font()).ascent())
        place, stroker = self.textItem.pos() + start, QPainterPathStroker()
        letters = outline(place, style.font(), style.text_size, text)
        stroker.setWidth(SEAM)
        stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._seam, self._ground = stroker.createStroke(letters), style.brush(style.surface)

    def paint(self, painter: QPainter, *args: Any) -> None:
        """Paint the seam; the letters come after it (Qt calls this)."""
        super().paint(painter, *args)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._seam, self._ground)


class _Distribution:
    """What is drawn of one of the two distributions."""

    def __init__(self, style: Style, extreme: Literal["max", "min"], colour: str) -> None:
        self._extreme = extreme
        self.standard = Curve(pen=style.pen(style.axis), antialias=True)
        # Wide pens are slow for many points; a few hundred take a millisecond.
        pen = style.pen(colour, 1.6 * style.line)
        self.pdf, self.cdf = Curve(pen=pen, antialias=True), Curve(pen=pen, antialias=True)
        self.mean = Curve(pen=style.pen(colour, style.line))
        # Outside and a little above: between the means it is narrow, and curves fall outwards.
        anchor = (0, 0.8) if extreme == "max" else (1, 0.8)
        self.name = Name(style, tr("mean"), colour, anchor)

    def draw_standard(self, ends: tuple[float, float]) -> None:
        """Show the standard density between the ends of the x axis."""
        x = _places(0, 1, ends)
        self.standard.setData(x, Gumbel(0, 1, self._extreme).pdf(x))

    def draw(self, location: float, scale: float, ends: tuple[float, float]) -> tuple[float, float]:
        """Show pdf, cdf and mean; return where the mean meets the pdf, (x, y)."""
        gumbel = Gumbel(location, scale, self._extreme)
        x = _places(location, scale, ends)
        self.pdf.setData(x, gumbel.pdf(x))
        self.cdf.setData(x, gumbel.cdf(x))
        mean = gumbel.mean()
        height = float(gumbel.pdf(mean))
        self.mean.setData([mean, mean], [0, height])
        self.name.setPos(mean, height)
        return mean, height


class GumbelFamily(Plot):
    """Densities and distribution functions of maxima and minima."""

    name = "gumbel_family"
    title = mark("Gumbel distributions")
    about = mark(
        "Exact pdf and cdf of the Gumbel distributions of maxima and of minima, for any μ and β"
    )
    order = 110
    sampled = False
    depends = frozenset()
    shows = frozenset({"location", "scale"})
    labelled = False
    controls = ("location", "scale")

    def build_items(self) -> None:
        """Build the curves of both distributions, the standard ones behind them, and the marks."""
        style, frame = self.style, self.frame
        lower, upper = style.kinds
        above, below = frame.pane(0, 0, axes=("left",)), frame.pane(1, 0, CDF)
        frame.layout.setRowSpacing(2, BETWEEN)
        above.name_axes("", tr("pdf"))
        below.name_axes(tr("μ + βε (max), μ − βε (min)"), tr("cdf"))
        below.axis("left").setTicks([[(y, number(y)) for y in (0, 0.5, 1)]])
        self._both = _Distribution(style, "max", upper), _Distribution(style, "min", lower)
        for pane, kind in ((above, "standard"), (below, "cdf"), (above, "pdf"), (above, "mean")):
            pane.add(*(getattr(each, kind) for each in self._both))
        self._mode = Curve(pen=style.pen(style.muted, style.line))
        # Above the names of means beside it, and in view also where the plot is low.
        self._mode_name = Name(style, tr("mode"), style.muted, (0.5, 0.95))
        self._dots = Dots(size=7 * style.unit, pen=style.pen(style.surface))
        self._brushes = [style.brush(upper), style.brush(lower)]
        self.frame.add(self._mode, *(each.name for each in self._both), self._mode_name, self._dots)
        self.key.set_entries(
            Entry("line", upper, "max"),
            Entry("line", lower, "min"),
            Entry("line", style.axis, "μ = 0, β = 1"),
        )

    def draw(self, summary: None, parameters: Parameters) -> None:
        """Show both distributions."""
        location, scale = parameters.location, parameters.scale
        peak = float(Gumbel(location, scale).pdf(location))
        ends = x_range(location, scale)
        self._fit_axes(ends, peak)
        x, y = zip(*(each.draw(location, scale, ends) for each in self._both), strict=True)
        self._dots.setData(x=x, y=y, brush=self._brushes)
        self._mode.setData([location, location], [0, peak])
        self._mode_name.setPos(location, peak)

    def caption(self, summary: None, parameters: Parameters) -> str:
        """Return mode, standard deviation and means."""
        mode, deviation, upper, lower = (each.value for each in quantities(parameters))
        # As many decimals as show the first three digits of γβ, whatever μ is.
        digits = max(3 - math.floor(math.log10(parameters.scale)), 0)
        return tr(
            "Both have their mode at μ = {mode} and the standard deviation πβ/√6 = {deviation}. "
            "Mean of max: μ + γβ = {upper}; of min: μ − γβ = {lower}.",
            mode=number(mode, 6),
            deviation=fixed(deviation, digits),
            upper=fixed(upper, digits),
            lower=fixed(lower, digits),
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the points of the curves of both distributions."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        each = [np.flatnonzero(columns["extreme"] == extreme) for extreme in EXTREMES]
        return tuple(
            Spots.curve(("extreme", "x", name), rows, columns["x"][rows], columns[name][rows], pane)
            for pane, name in enumerate(("pdf", "cdf"))
            for rows in each
        )

    def table(
        self, summary: None, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return pdf and cdf of the maxima, then of the minima, where the curves are computed."""
        location, scale = parameters.location, parameters.scale
        x = _places(location, scale, x_range(location, scale))
        return Table(
            stacked(*(_curves(x, location, scale, each) for each in EXTREMES)),
            quantities(parameters),
        )

    def heading(self, summary: None, parameters: Parameters) -> str:
        """Return μ and β."""
        return tr(
            "Gumbel(μ = {location}, β = {scale})",
            location=number(parameters.location, 6),
            scale=number(parameters.scale, 6),
        )

    def _fit_axes(self, ends: tuple[float, float], peak: float) -> None:
        """Move the axes in coarse steps, and what depends on them."""
        above, below = self.frame.panes
        above.set_ranges(ends, (0, round_end(peak / HIGHEST)))
        if not below.set_ranges(ends, (0, 1.04)):
            return
        # None at the ends, where long numbers would be cut off.
        half = (ends[1] - ends[0]) / 2
        parts = 8 if half >= STANDARD and max(-ends[0], ends[1]) < 100 else 4
        marks = [round(ends[0] + half * 2 * i / parts, 9) + 0.0 for i in range(1, parts)]
        below.axis("bottom").setTicks([[(x, number(x, 6)) for x in marks]])
        for each in self._both:
            each.draw_standard(ends)


def quantities(parameters: Parameters) -> tuple[Quantity, ...]:
    """Return the mode, the standard deviation, and the means of maxima and of minima."""
    upper, lower = (Gumbel(parameters.location, parameters.scale, each) for each in EXTREMES)
    return (
        Quantity("mode", parameters.location),
        Quantity("standard_deviation", math.sqrt(upper.variance())),
        Quantity("mean_of_max", upper.mean()),
        Quantity("mean_of_min", lower.mean()),
    )


def _curves(x: Floats, location: float, scale: float, extreme: Extreme) -> tuple[Column, ...]:
    gumbel = Gumbel(location, scale, extreme)
    return (
        Column("extreme", (extreme,) * len(x)),
        Column("x", x),
        Column("pdf", gumbel.pdf(x)),
        Column("cdf", gumbel.cdf(x)),
        Column("standard_pdf", Gumbel(0, 1, extreme).pdf(x), tr("pdf for μ = 0, β = 1")),
    )


def _places(location: float, scale: float, ends: tuple[float, float]) -> Floats:
    """Return where to compute curves: densely around the mode, and at both ends."""
    inner = np.clip(location + scale * PLACES, *ends)
    return np.concatenate([[ends[0]], inner, [ends[1]]])
