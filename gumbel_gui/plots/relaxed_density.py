"""The density of each entry s_k on [0, 1], with the mean of s_k beside p_k below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.statistics import Z_95
from gumbel_gui.plots.base import Plot, Sums
from gumbel_gui.plots.counting import count_codes
from gumbel_gui.plots.key import Entry, class_entries
from gumbel_gui.plots.text import draws, elided, number, plus_minus, tr

BINS = 50
EDGES = np.linspace(0, 1, BINS + 1)
TICKS = {
    1.6: (0, 1, 2),
    2.4: (0, 1, 2, 5),
    3.6: (0, 1, 5, 10),
    5.2: (0, 5, 20),
    7.3: (0, 5, 20, 50),
}
"""Densities marked on the axis, by the upper end of the (square-root) axis."""
STRIP = 0.42
"""Height of the strip of means below 0, as a share of the height above it."""
FALSE_ALARM = 1e-6
EQUAL = 1e-6
"""A gap below this is rounding."""


def evidence(mean: NDArray[np.float64], p: NDArray[np.float64], n: int) -> NDArray[np.float64]:
    """Return n·KL(mean ‖ p) of each entry, (K,): how hard it is to believe that E[s] = p.

    For n independent values in [0, 1] with expectation p, a mean m has
    P(KL(m ‖ p) ≥ a) ≤ 2·exp(−n·a), however the values are spread (Hoeffding 1963, theorem 1): so
    what follows from it holds for a few draws, and at t = 0, where a spread cannot be estimated.
    """
    m, q = np.clip(mean, 0, 1), np.clip(p, 1e-300, 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        one = np.where(m > 0, m * np.log(m / q), 0.0)
        other = np.where(m < 1, (1 - m) * np.log((1 - m) / (1 - q)), 0.0)
    tested = (p > 0) & (p < 1) & (np.abs(mean - p) > EQUAL)
    return np.where(tested, n * (one + other), 0.0)


@dataclass(frozen=True)
class DensitySummary(Sums):
    """Counts (K, bins), and sums and sums of squares (K,) of the entries."""

    fixed: ClassVar = frozenset({"p", "temperature"})

    p: NDArray[np.float64]
    temperature: float
    counts: NDArray[np.int64]
    total: NDArray[np.float64]
    squares: NDArray[np.float64]
    draws: int

    @property
    def mean(self) -> NDArray[np.float64]:
        """Mean of each entry, (K,)."""
        return self.total / self.draws


class RelaxedDensity(Plot):
    """How the entries of relaxed one-hot vectors are distributed."""

    name = "relaxed_density"
    title = "Density of s"
    about = "The density of each s_k on [0, 1], with the mean of s_k beside p_k"
    order = 40

    @staticmethod
    def summarise(chunk: Chunk) -> DensitySummary:
        """Count and add the entries, class by class."""
        s = chunk.relaxed
        scaled = chunk.work.array("scaled", s.shape, np.float32)
        codes = chunk.work.array("codes", s.shape, np.uint8)
        np.multiply(s, np.float32(BINS), out=scaled)
        np.minimum(scaled, np.float32(BINS - 1), out=scaled)
        np.copyto(codes, scaled, casting="unsafe")
        counts = np.stack([count_codes(row, BINS) for row in codes])
        # Rows are contiguous, so NumPy adds them pairwise: single precision is enough in a chunk.
        squares = np.square(s, out=scaled).sum(axis=1).astype(np.float64)
        return DensitySummary(
            chunk.parameters.p,
            chunk.parameters.temperature,
            counts,
            s.sum(axis=1).astype(np.float64),
            squares,
            chunk.count,
        )

    def build_items(self) -> None:
        """Build the zero line; curves and marks follow the number of classes."""
        self.name_axes("s", tr("density (√)"))
        self._curves: list[pg.PlotDataItem] = []
        self._links: list[pg.PlotDataItem] = []
        style = self.style
        self.item.addItem(pg.InfiniteLine(0, angle=0, pen=style.pen(style.axis)))
        self._p = pg.PlotDataItem(connect="pairs", pen=style.pen(style.mark, 2))
        self._means = pg.ScatterPlotItem(size=8, pen=style.pen(style.surface))
        for z, item in enumerate((self._means, self._p)):
            item.setZValue(z + 1)
            self.item.addItem(item)
        self._top = 0.0

    def draw(self, summary: DensitySummary) -> None:
        """Show curves, means and p."""
        classes = len(summary.p)
        self._fit_classes(classes)
        # A square-root scale keeps the spikes at 0 and 1 and the valley between them in view.
        heights = np.sqrt(summary.counts * (BINS / summary.draws))
        top = self._fit_axes(float(heights.max()))
        for curve, height in zip(self._curves, heights, strict=True):
            curve.setData(EDGES, height)
        rows = -STRIP * top * (np.arange(classes) + 0.7) / (classes + 0.4)
        for link, y, ends in zip(
            self._links, rows, np.stack([summary.mean, summary.p], axis=1), strict=True
        ):
            link.setData(ends, [y, y])
        half = 0.44 * STRIP * top / (classes + 0.4)
        self._p.setData(
            np.repeat(summary.p, 2), np.stack([rows - half, rows + half], axis=1).ravel()
        )
        brushes = [self.style.brush(self.style.class_colour(k)) for k in range(classes)]
        size = 7 if classes <= 16 else 5
        self._means.setData(x=summary.mean, y=rows, brush=brushes, size=size)

    def caption(self, summary: DensitySummary) -> str:
        """Compare the mean of s with p where they differ most, and say what follows."""
        n = summary.draws
        against = evidence(summary.mean, summary.p, n)
        differs = against.max() > np.log(2 * len(against) / FALSE_ALARM)
        gap = np.abs(summary.mean - summary.p)
        k = int((against if differs else gap).argmax())
        variance = max(float(summary.squares[k] / n - summary.mean[k] ** 2), 0.0)
        half = Z_95 * (variance / n) ** 0.5
        numbers = {
            "t": number(summary.temperature),
            "label": elided(self.labels(len(gap))[k], 16),
            "mean": f"{summary.mean[k]:.4f}{plus_minus(half)}",
            "p": f"{summary.p[k]:.4f}",
            "n": draws(n),
        }
        if differs:
            return tr(
                "At t = {t} the mean of s is not p: for {label} it is {mean}, where p is {p}. "
                "It tends to p only as t → 0.",
                **numbers,
            )
        if gap[k] < EQUAL:
            return tr("At t = {t} the mean of s is p in every class.", **numbers)
        if gap[k] <= half:
            return tr(
                "At t = {t}, {n} cannot tell the mean of s from p: the largest gap is at "
                "{label}, {mean}, where p is {p}.",
                **numbers,
            )
        return tr(
            "At t = {t}, {n} put the mean of s farthest from p at {label}, {mean}, where p is {p}: "
            "too little to tell.",
            **numbers,
        )

    def heading(self, summary: DensitySummary) -> str:
        """Name t."""
        return tr("Density of s at t = {t}", t=number(summary.temperature))

    def _fit_axes(self, highest: float) -> float:
        """Move the axes only when they must: each move redraws them. Return the upper end."""
        top = next(limit for limit in TICKS if highest <= limit)
        if top != self._top:
            self._top = top
            self.set_ranges((-0.02, 1.02), (-STRIP * top, top))
            ticks = [(density**0.5, str(density)) for density in TICKS[top]]
            self.item.getAxis("left").setTicks([ticks])
        return top

    def _fit_classes(self, classes: int) -> None:
        if len(self._curves) == classes:
            return
        for item in self._curves + self._links:
            self.item.removeItem(item)
        style = self.style
        pens = [style.pen(style.class_colour(k), style.line) for k in range(classes)]
        self._curves = [pg.PlotDataItem(stepMode="center", pen=pen) for pen in pens]
        self._links = [pg.PlotDataItem(pen=pen) for pen in pens]
        for item in self._curves + self._links:
            self.item.addItem(item)
        marks = [
            Entry("dot", style.muted, tr("mean")),
            Entry("tick", style.mark, "p"),
        ]
        self.key.set_entries(marks + class_entries(style, self.labels(classes)))
