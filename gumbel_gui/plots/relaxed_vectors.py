"""The first relaxed one-hot vectors as stacked columns: hard as t → 0, flat as t grows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

from gumbel_gui.core.draws import Chunk
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.key import class_entries
from gumbel_gui.plots.text import draws, number, tr

COLUMNS = 48
COLUMN_WIDTH = 0.84


@dataclass(frozen=True)
class VectorSummary:
    """The first draws' vectors (K, ≤ 48) and classes, and the sum of all largest entries."""

    temperature: float
    first: int
    vectors: NDArray[np.float32]
    classes: NDArray[np.uint8]
    draws: int
    largest: float

    def __add__(self, other: Any) -> Self:
        """Keep the columns of the earliest draws."""
        if self.temperature != other.temperature:
            raise ValueError("summaries of different temperature do not add.")
        early, late = (self, other) if self.first <= other.first else (other, self)
        return type(self)(
            early.temperature,
            early.first,
            np.concatenate([early.vectors, late.vectors], axis=1)[:, :COLUMNS],
            np.concatenate([early.classes, late.classes])[:COLUMNS],
            early.draws + late.draws,
            early.largest + late.largest,
        )


class RelaxedVectors(Plot):
    """Relaxed one-hot vectors, one column a draw."""

    name = "relaxed_vectors"
    title = "Relaxed vectors s = softmax((ln p + ε) / t)"
    about = "The first 48 draws as stacked columns, one colour per class, argmax marked"
    order = 30

    @staticmethod
    def summarise(chunk: Chunk) -> VectorSummary:
        """Keep the first columns and add up the largest entries."""
        s = chunk.relaxed
        row = chunk.work.array("row", (chunk.count,), np.float32)
        return VectorSummary(
            chunk.parameters.temperature,
            chunk.start,
            s[:, :COLUMNS].copy(),
            chunk.classes[:COLUMNS].copy(),
            chunk.count,
            float(np.maximum.reduce(s, axis=0, out=row).sum()),
        )

    def build_items(self) -> None:
        """Build the axes and the marks; the bars follow the number of classes."""
        style = self.style
        self.name_axes(tr("draw"), "s")
        self.set_ranges((0, COLUMNS + 1), (0, 1))
        ticks = [(x, str(x)) for x in (1, *range(10, COLUMNS, 10))]
        self.item.getAxis("bottom").setTicks([ticks])
        self._bars: list[pg.BarGraphItem] = []
        self._winners = pg.ScatterPlotItem(
            size=6, symbol="o", pen=style.pen("#1b1f24"), brush=style.brush("#ffffff")
        )
        self._winners.setZValue(1)
        self.item.addItem(self._winners)

    def draw(self, summary: VectorSummary) -> None:
        """Show the columns."""
        classes, n = summary.vectors.shape
        self._fit_classes(classes)
        x = np.arange(1, n + 1)
        tops = np.cumsum(summary.vectors, axis=0, dtype=np.float64)
        # Each bar reaches down to 0 and is covered by those below it: parts that merely touch
        # would show a seam where both edges are antialiased.
        for bars, top in zip(self._bars, tops, strict=True):
            bars.setOpts(x=x, height=top)
        winner = summary.classes[None].astype(np.intp)
        upper = np.take_along_axis(tops, winner, axis=0)[0]
        height = np.take_along_axis(summary.vectors, winner, axis=0)[0]
        self._winners.setData(x=x, y=upper - height / 2)

    def caption(self, summary: VectorSummary) -> str:
        """Say what is shown and how near to one-hot all draws are."""
        shown, n = len(summary.classes), draws(summary.draws)
        whole = shown == summary.draws
        columns = n if whole else tr("The first {shown} of {n}", shown=shown, n=n)
        return tr(
            "{columns}; dots mark argmax, which t never changes. "
            "Mean largest entry: {mean:.3f} (one-hot 1, flat {flat:.3g}).",
            columns=columns,
            mean=summary.largest / summary.draws,
            flat=1 / len(summary.vectors),
        )

    def heading(self, summary: VectorSummary) -> str:
        """Name t."""
        return tr("Relaxed vectors at t = {t}", t=number(summary.temperature))

    def _fit_classes(self, classes: int) -> None:
        if len(self._bars) == classes:
            return
        for bars in self._bars:
            self.item.removeItem(bars)
        style = self.style
        self._bars = [
            pg.BarGraphItem(
                x=[], height=[], width=COLUMN_WIDTH, pen=None, brush=style.class_colour(k)
            )
            for k in range(classes)
        ]
        for k, bars in enumerate(self._bars):
            bars.setZValue(-k)
            self.item.addItem(bars)
        self.key.set_entries(class_entries(style, self.labels(classes)))
