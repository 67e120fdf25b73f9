"""Plot: the distance between p and the class frequencies of the first m draws, against m."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QPainter, QPolygonF

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, Verdict
from gumbel_gui.core.parameters import MAX_DRAWS, Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.core.statistics import SMALLEST_EXPECTED, total_variation
from gumbel_gui.core.theory import expected_distance
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.items.end_labels import EndLabels
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import beside_texts
from gumbel_gui.plots.words.text import draws, power_of_ten, times

PER_DECADE = 10
# Not by np.unique, which imports all of numpy.ma: that would slow down the start.
CHECKPOINTS = np.array(
    sorted(
        {round(10 ** (i / PER_DECADE)) for i in range(PER_DECADE * len(str(MAX_DRAWS - 1)) + 1)}
    ),
    np.int64,
)
"""Numbers m of first draws that are counted: 1, 2, 3, 4, 5, 6, 8, 10, 13, … 10¹¹."""
PAD = 0.04
"""Room beyond whole decades, as a share of the axis."""
TICKS = 7
"""More powers of ten than this do not fit beside each other."""
SIGMAS = 2
LINES = mark("observed"), mark("expected")
EXPECTED_PER_DECADE = 8
"""Points of the expected curve."""


@dataclass(frozen=True)
class ConvergenceSummary(Sums):
    """Counts of the classes among the first m draws, for each checkpoint m, (checkpoints, K)."""

    counts: Whole

    @property
    def draws(self) -> int:
        """The number of draws."""
        return int(self.counts[-1].sum())


def distances(summary: ConvergenceSummary, p: Floats) -> tuple[Floats, Floats]:
    """Return numbers m of first draws, and the distances of their frequencies from p (K,).

    Returns:
        m and total variation distances, (points,) each: of every checkpoint that is reached, and
        last of all draws.
    """
    n = summary.draws
    reached = np.searchsorted(CHECKPOINTS, n)
    m = np.append(CHECKPOINTS[:reached], n).astype(np.float64)
    counts = np.vstack([summary.counts[:reached], summary.counts[-1]])
    return m, np.abs(counts / m[:, None] - p).sum(axis=1) / 2


class Band(Curve):
    """An area, given by the points around it."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._brush = style.brush(style.fill)

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the area (Qt calls this)."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corners = zip(*self.getData(), strict=True)
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


class Convergence(Plot):
    """Distance of the class frequencies from p, against the number of draws."""

    name = "convergence"
    title = mark("Distance from p")
    about = mark(
        "Total variation distance between the class frequencies of the first m draws and p, beside "
        "the expected one ± 2σ"
    )
    order = 220
    depends = frozenset({"probabilities"})
    labelled = False

    @staticmethod
    def summarise(chunk: Chunk) -> ConvergenceSummary:
        """Return the counts of the classes up to each checkpoint."""
        classes, start, n = chunk.parameters.classes, chunk.start, chunk.count
        codes = chunk.classes
        first, behind = np.searchsorted(CHECKPOINTS, [start, start + n], side="right")
        cuts = [0, *(CHECKPOINTS[first:behind] - start).tolist(), n]
        parts = [count_codes(codes[a:b], classes) for a, b in pairwise(cuts)]
        reached = np.cumsum(parts, axis=0)
        counts = np.zeros((len(CHECKPOINTS), classes), np.int64)
        counts[first:behind] = reached[:-1]
        counts[behind:] = reached[-1]
        return ConvergenceSummary(counts)

    @staticmethod
    def prepare(summary: ConvergenceSummary, parameters: Parameters) -> None:
        """Compute and cache the expected distances."""
        expected_curve(parameters.probabilities, whole_decades(parameters.draws))

    def build_items(self) -> None:
        """Build the band, the expected line and the curve with a dot at its end."""
        style, frame = self.style, self.frame
        frame.name_axes(tr("first draws m"), "½ Σ |f − p|")
        self._band = Band(style)
        self._expected = Curve(pen=style.pen(style.muted, style.line, dashed=True), antialias=True)
        self._curve = Curve(pen=style.pen(style.mark, 1.8 * style.line), antialias=True)
        self._end = Dots(
            size=9 * style.unit,
            symbol="o",
            pen=style.pen(style.surface),
            brush=style.brush(style.mark),
        )
        frame.add(self._band, self._expected, self._curve, self._end)
        self._lines = (
            Entry("line", style.mark, tr(LINES[0])),
            Entry("dashes", style.muted, tr(LINES[1])),
        )
        self._across = FittingTicks(frame.panes[0], "bottom", style)
        self._names = EndLabels(frame, frame.panes[0], style, self._fit_key)
        # As wide as in English at least, so that the axes are where they are there.
        self._names.set_entries(self._lines, LINES)

    def _fit_key(self) -> None:
        """Explain the band, and the lines where they have no names."""
        band = Entry("square", self.style.fill, tr("expected ± {n}σ", n=SIGMAS))
        self.key.set_entries(*(() if self._names.shown else self._lines), band)

    def draw(self, summary: ConvergenceSummary, parameters: Parameters) -> None:
        """Show observed and expected distances."""
        low = self._fit_axes(parameters.draws)
        decades = whole_decades(parameters.draws)
        x, mean, deviation = expected_curve(parameters.probabilities, decades)
        self._expected.setData(x, _logarithms(mean, low))
        ends = mean + SIGMAS * deviation, mean - SIGMAS * deviation
        upper, lower = (_logarithms(each, low) for each in ends)
        self._band.setData(np.append(x, x[::-1]), np.append(upper, lower[::-1]))
        m, observed = distances(summary, parameters.p)
        x, y = np.log10(m), _logarithms(observed, low)
        self._curve.setData(x, y)
        self._end.setData(x[-1:], y[-1:])
        expected = self._expected.getData()
        self._names.set_ends([x[-1], expected[0][-1]], [y[-1], expected[1][-1]])

    def caption(self, summary: ConvergenceSummary, parameters: Parameters) -> str:
        """Return the distance beside the expected one and its band."""
        n, p = summary.draws, parameters.p
        distance, mean, half = at_the_end(summary, parameters)
        band = Estimate(mean, mean - half, mean + half, rounding=1e-12)
        expected, observed = beside_texts(band, distance)
        words = {"n": draws(n), "distance": observed, "expected": expected}
        if mean == 0:
            if distance == 0:
                return tr("{n}: all are of the one class that p allows, at distance 0.", **words)
            return tr(
                "{n}: the class frequencies are {distance} from p in total variation, though p "
                "allows one class only.",
                **words,
            )
        # The mean is exact, and σ is not where a class is expected rarely.
        rare = n * p[p > 0].min() < SMALLEST_EXPECTED
        words["sigma"] = tr("2σ, approximate") if rare else "2σ"
        if band.verdict(distance) is not Verdict.APART:
            return tr(
                "{n}: the class frequencies are {distance} from p in total variation, within the "
                "expected {expected} ({sigma}).",
                **words,
            )
        if distance < mean:
            return tr(
                "{n}: the class frequencies are {distance} from p in total variation, below the "
                "expected {expected} ({sigma}).",
                **words,
            )
        return tr(
            "{n}: the class frequencies are {distance} from p in total variation, above the "
            "expected {expected} ({sigma}): {times} the mean.",
            times=times(distance / mean),
            **words,
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the points of the observed curve and, below it, of the expected one."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        found, low = [], self._fit_axes(parameters.draws)
        for name, more in (("expected", "deviation"), ("distance", "")):
            rows = np.flatnonzero(np.isfinite(columns[name]))
            x, y = np.log10(columns["first_draws"][rows]), _logarithms(columns[name][rows], low)
            found.append(Spots.curve(("first_draws", name, more), rows, x, y))
        return tuple(found)

    def table(
        self,
        summary: ConvergenceSummary,
        parameters: Parameters,
        selection: Selection | None = None,
    ) -> Table:
        """Return the observed distances, and then the expected ones where they are computed."""
        m, observed = distances(summary, parameters.p)
        x, mean, deviation = expected_curve(
            parameters.probabilities, whole_decades(parameters.draws)
        )
        distance, expected, half = at_the_end(summary, parameters)
        ratio = (Quantity("times_expected", distance / expected),) if expected else ()
        return Table(
            stacked(
                (Column("first_draws", m, tr("first draws m")), Column("distance", observed)),
                (
                    Column("first_draws", np.round(10**x)),
                    Column("expected", mean, tr("expected distance")),
                    Column("deviation", deviation, "σ"),
                ),
            ),
            (
                Quantity("draws", summary.draws),
                Quantity("distance", distance, exact=expected),
                Quantity("two_sigma", half),
                *ratio,
            ),
        )

    def _fit_axes(self, n: int) -> float:
        """Show whole decades, as many as n draws need; return the low end."""
        # Of n alone, so that the axes do not move while p does.
        decades = whole_decades(n)
        depth = (decades + 1) // 2 + 1
        right, low = decades * (1 + PAD), -depth * (1 + PAD)
        if self.frame.set_ranges((-decades * PAD, right), (low, depth * PAD)):
            step = 1 if decades < TICKS else 2
            across = [_powers(range(0, decades + 1, step * each)) for each in (1, 2, 3)]
            self._across.set_choices(*across)
            self.frame.axis("left").setTicks([_powers(range(-depth, 1))])
        return low


def at_the_end(summary: ConvergenceSummary, parameters: Parameters) -> tuple[float, float, float]:
    """Return the distance of all draws, the expected one, and twice its standard deviation."""
    n, p = summary.draws, parameters.p
    mean, deviation = (float(each[0]) for each in expected_distance(p, [n]))
    return total_variation(summary.counts[-1] / n, p), mean, SIGMAS * deviation


def whole_decades(n: int) -> int:
    """Return how many decades hold 1 … n, at least 1."""
    return max(len(str(n - 1)), 1)


def _powers(exponents: range) -> list[tuple[float, str]]:
    """Return ticks at these powers of ten."""
    return [(float(exponent), power_of_ten(exponent)) for exponent in exponents]


def _logarithms(values: Floats, low: float) -> Floats:
    """Return log10 of values ≥ 0, at least ``low``."""
    return np.asarray(np.log10(np.maximum(values, 10.0**low)).clip(low, 0))


@lru_cache(maxsize=4)
def expected_curve(p: tuple[float, ...], decades: int) -> tuple[Floats, Floats, Floats]:
    """Return log10 m over so many decades, and mean and standard deviation of the distance."""
    x = np.linspace(0, decades * (1 + PAD), EXPECTED_PER_DECADE * decades + 1)
    return (x, *expected_distance(p, np.round(10**x)))
