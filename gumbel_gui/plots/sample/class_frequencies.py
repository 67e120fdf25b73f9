"""How often argmax(ln p + ε) chose each class, with intervals, beside p."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pyqtgraph as pg
from PyQt6.QtGui import QBrush

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.selection import Selection
from gumbel_gui.core.statistics import half_width_95, wilson_interval
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.key import Entry, most_probable
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.words.mistakes import score_formula
from gumbel_gui.plots.words.text import axis_names, default_labels, draws, plus_minus, tr

BAR_WIDTH = 0.62
MANY = 20
"""More bars than this are only a few pixels wide."""


@dataclass(frozen=True)
class FrequencySummary(Sums):
    """Draws per class, and the exact p."""

    fixed: ClassVar = frozenset({"p", "mistake"})

    p: Floats
    counts: Whole
    mistake: Mistake = Mistake.NONE

    @property
    def draws(self) -> int:
        """The number of draws."""
        return int(self.counts.sum())


class ClassFrequencies(Plot):
    """Observed frequency of each class."""

    name = "class_frequencies"
    title = "Sampled classes"
    about = "Observed class frequencies with 95 % Wilson intervals, p marked, E(X) beside the mean"
    order = 20
    depends = frozenset({"probabilities"})

    @staticmethod
    def summarise(chunk: Chunk) -> FrequencySummary:
        """Count the classes."""
        p = chunk.parameters.p
        counts = count_codes(chunk.classes, len(p))
        return FrequencySummary(p, counts, chunk.parameters.mistake)

    def build_items(self) -> None:
        """Build bars, intervals, the marks of p and the line at E(X)."""
        style = self.style
        self._named = ""
        self._bars = pg.BarGraphItem(x=[0], height=[0], width=BAR_WIDTH, pen=None)
        self._expected = pg.PlotDataItem(
            pen=style.pen(style.muted, style.line, dashed=True), antialias=True
        )
        self._observed = pg.PlotDataItem(
            pen=None,
            symbol="d",
            symbolSize=10,
            symbolPen=style.pen(style.surface),
            symbolBrush=style.brush(style.accent),
        )
        self._intervals = pg.ErrorBarItem(
            x=np.zeros(1), y=np.zeros(1), beam=0.14, pen=style.pen(style.muted, style.line)
        )
        self._marks = pg.PlotDataItem(connect="pairs", pen=style.pen(style.mark, 2))
        for item in (self._bars, self._expected, self._marks, self._intervals, self._observed):
            self.frame.add(item)
        self.key.set_entries(
            [
                Entry("line", style.mark, "p"),
                Entry("interval", style.muted, "95 %"),
                Entry("dashes", style.muted, "E(X)"),
                Entry("diamond", style.accent, tr("mean index")),
            ]
        )
        self._chosen = pg.ScatterPlotItem(
            size=10, symbol="t1", pen=style.pen(style.surface), brush=style.brush(style.text)
        )
        self._chosen.setZValue(5)
        self.frame.add(self._chosen)
        self._shape: tuple[int, float] = (0, 0.0)
        self._brushes: list[QBrush] = []
        self._names: tuple[str, ...] = ()

    def draw(self, summary: FrequencySummary) -> None:
        """Show the frequencies."""
        if self._named != (name := score_formula(summary.mistake)):
            self._named = name
            self.frame.name_axes(tr("class argmax({scores})", scores=name), tr("frequency"))
        k = np.arange(len(summary.p))
        share = summary.counts / summary.draws
        lower, upper = wilson_interval(summary.counts, summary.draws)
        top = self._fit_axes(len(k), float(max(upper.max(), summary.p.max())))
        self.frame.axis("bottom").set_names(self._names, most_probable(summary.p))
        self._bars.setOpts(x=k, height=share, brushes=self._brushes)
        self._intervals.setData(x=k, y=share, top=upper - share, bottom=share - lower)
        # Beyond the bar where there is room; among many, the marks of neighbours must not touch.
        reach = 0.5 * BAR_WIDTH + (0.1 if len(k) <= MANY else 0.0)
        ends = np.stack([k - reach, k + reach], axis=1).ravel()
        self._marks.setData(ends, np.repeat(summary.p, 2))
        expected = float(k @ summary.p)
        self._expected.setData([expected, expected], [0, top])
        self._observed.setData([float(k @ share)], [0.96 * top])

    def mark(self, selection: Selection | None) -> None:
        """Put a mark at the foot of the class of the selected draw."""
        if selection is None:
            self._chosen.setData([], [])
        else:
            self._chosen.setData([selection.winner], [0.03 * self._shape[1]])

    def caption(self, summary: FrequencySummary) -> str:
        """Say how many intervals hold p, and compare the mean index with E(X)."""
        n, k = summary.draws, np.arange(len(summary.p))
        lower, upper = wilson_interval(summary.counts, n)
        inside = int(((lower <= summary.p) & (summary.p <= upper)).sum())
        total, squares = float(k @ summary.counts), float(k**2 @ summary.counts)
        return tr(
            "{n}: p lies in the 95 % interval of {inside} of {classes} classes. "
            "Mean index {mean:.4f}{half}, E(X) = {expected:.4f}.",
            n=draws(n),
            inside=inside,
            classes=len(k),
            mean=total / n,
            half=plus_minus(half_width_95(total, squares, n)),
            expected=float(k @ summary.p),
        )

    def _fit_axes(self, classes: int, highest: float) -> float:
        """Move the axes only when they must: each move redraws them. Return the upper end."""
        top = next(limit for limit in (0.06, 0.12, 0.25, 0.5, 0.75, 1.0) if highest <= limit) * 1.1
        if self._shape != (classes, top):
            self._shape = (classes, top)
            colours = map(self.style.class_colour, range(classes))
            self._brushes = [self.style.brush(colour) for colour in colours]
            self._names = axis_names(self.labels(classes))
            # Long names of thin bars need room at the ends of the axis.
            named = self._names != axis_names(default_labels(classes))
            room = 0.05 * classes if classes > MANY and named else 0.6
            self.frame.set_ranges((-room, classes - 1 + room), (0, top))
        return top
