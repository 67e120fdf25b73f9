"""Relaxed vectors: softmax(g / t) of 48 draws as stacked columns, with argmax marked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Bytes, Singles
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.relaxed_means import one_hot
from gumbel_gui.core.selection import PAGE, Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Glyph, most_probable
from gumbel_gui.plots.items.columns import Columns
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import FirstDraws, Sums
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.estimates import share
from gumbel_gui.plots.words.text import count, draws

COLUMNS = PAGE


@dataclass(frozen=True)
class VectorSummary(Sums):
    """Vectors (K, ≤ 48) and classes (≤ 48,) of the first draws; the sum of the largest entries."""

    vectors: FirstDraws
    classes: FirstDraws
    draws: int
    largest: float

    @property
    def mean_largest(self) -> float:
        """The mean of the largest entries of all draws."""
        return self.largest / self.draws


class RelaxedVectors(Plot):
    """Relaxed one-hot vectors, one column a draw."""

    name = "relaxed_vectors"
    title = mark("Relaxed vectors s = softmax((ln p + ε) / t)")
    live_title = mark("Relaxed vectors at t = {temperature}")
    about = mark(
        "48 draws as stacked columns: the first, or those around the selected one; argmax marked"
    )
    order = 30
    leads = True

    @staticmethod
    def summarise(chunk: Chunk) -> VectorSummary:
        """Copy the first columns and add up the largest entries."""
        s = chunk.relaxed
        row = chunk.work.array("row", (chunk.count,), np.float32)
        return VectorSummary(
            FirstDraws.of(s, chunk.start, COLUMNS),
            FirstDraws.of(chunk.classes, chunk.start, COLUMNS),
            chunk.count,
            float(np.maximum.reduce(s, axis=0, out=row).sum()),
        )

    def build_items(self) -> None:
        """Build the axes and the marks; the bars follow the number of classes."""
        style = self.style
        self.frame.name_axes(tr("draw"), "s")
        self.frame.set_ranges((0, COLUMNS + 1), (0, 1))
        self._number_columns(1)
        self._columns = Columns(style)
        self.frame.add(self._columns)
        self._winners = Dots(
            size=6 * style.unit, symbol="o", pen=style.pen("#1b1f24"), brush=style.brush("#ffffff")
        )
        self._winners.setZValue(1)
        self.frame.add(self._winners)
        self._outline = Curve(pen=style.pen(style.text, 2))
        self._outline.setZValue(2)
        self.frame.add(self._outline)
        self._page: tuple[Singles, Bytes] | None = None

    def draw(self, summary: VectorSummary, parameters: Parameters) -> None:
        """Show the columns of the first draws."""
        if self._columns.set_classes(parameters.classes):
            self.key.set_entries(labels=self.labels(parameters.classes))
        self.key.rank(most_probable(parameters.p))
        self._page = summary.vectors.values, summary.classes.values
        self._show_page(1, *self._page)
        self._outline.setData([], [])

    def follow(self, selection: Selection | None) -> None:
        """Show the draws around the selected one, or the first."""
        if selection is None:
            if self._page is not None:
                self._show_page(1, *self._page)
        elif selection.first != self._first or selection.first > 1:
            self._show_page(selection.first, selection.vectors, selection.classes)

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Outline the column of the selected draw."""
        if selection is None:
            self._outline.setData([], [])
            return None
        x = selection.number - selection.first + 1 + np.array([-0.5, -0.5, 0.5, 0.5, -0.5])
        self._outline.setData(x, np.array([0.0, 1.0, 1.0, 0.0, 0.0]))
        return "frame"

    def pick(self, x: float, y: float, reach: tuple[float, float]) -> int | None:
        """Return the number of the draw whose column is at x."""
        place = round(x)
        columns = self._columns.getData()[1].shape[1]
        inside = 1 <= place <= columns and -reach[1] <= y <= 1 + reach[1]
        return self._first + place - 1 if inside else None

    def _show_page(self, first: int, vectors: Singles, classes: Bytes) -> None:
        """Show vectors (K, n) and classes (n,) of the draws from number ``first`` on."""
        self._number_columns(first)
        tops = np.cumsum(vectors, axis=0, dtype=np.float64)
        self._columns.set_tops(tops)
        winner = classes[None].astype(np.intp)
        upper = np.take_along_axis(tops, winner, axis=0)[0]
        height = np.take_along_axis(vectors, winner, axis=0)[0]
        self._winners.setData(x=np.arange(1, len(classes) + 1), y=upper - height / 2)

    def _number_columns(self, first: int) -> None:
        self._first = first
        places = (1, *range(10, COLUMNS, 10)) if first == 1 else (1, COLUMNS // 2, COLUMNS)
        self.frame.axis("bottom").setTicks([[(x, count(first + x - 1)) for x in places]])

    def caption(self, summary: VectorSummary, parameters: Parameters) -> str:
        """Return which draws are shown and how near to one-hot all draws are."""
        shown, n = len(summary.classes.values), draws(summary.draws)
        few = shown == summary.draws
        words = {
            "columns": n if few else tr("{shown} of {n}", shown=shown, n=n),
            "mean": share(summary.mean_largest, whole=one_hot(parameters)),
            "possible": possible_classes(parameters),
        }
        if parameters.mistake.scores_depend_on_t:
            return tr(
                "{columns}; dots mark argmax, which t changes. "
                "Mean largest entry: {mean} (one-hot 1, flat 1/{possible}).",
                **words,
            )
        return tr(
            "{columns}; dots mark argmax, which t never changes. "
            "Mean largest entry: {mean} (one-hot 1, flat 1/{possible}).",
            **words,
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the parts of the columns."""
        rows, bottom, found = np.arange(table.rows), np.zeros(table.rows), []
        sides = rows + 0.5, rows + 1.5
        for k in range(parameters.classes):
            (s,) = (each.values for each in table.columns if each.name == f"s_{k}")
            top = bottom + np.asarray(s)
            found.append(Spots.boxes(("draw", f"s_{k}", "argmax"), rows, sides, (bottom, top)))
            bottom = top
        return tuple(found)

    def table(
        self, summary: VectorSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per draw that is shown, with its class and its s."""
        first, vectors, classes = 1, summary.vectors.values, summary.classes.values
        shown = len(classes)
        if selection is not None:
            first, vectors, classes = selection.first, selection.vectors, selection.classes
        entries = zip(self.labels(len(vectors)), vectors, strict=True)
        return Table(
            (
                Column("draw", first + np.arange(len(classes)), tr("draw")),
                Column("argmax", classes, tr("argmax")),
                *(
                    Column(f"s_{k}", s, tr("s, {label}", label=label))
                    for k, (label, s) in enumerate(entries)
                ),
            ),
            (
                Quantity("draws", summary.draws),
                Quantity("shown", shown),
                Quantity("mean_largest_entry", summary.mean_largest),
                Quantity("possible_classes", possible_classes(parameters)),
            ),
        )


def possible_classes(parameters: Parameters) -> int:
    """Return of how many classes the score can be above −∞."""
    return int(np.count_nonzero(np.isfinite(parameters.logits)))
