"""Jacobian: ∂s_i/∂ln p_j of argmax, of softmax and of straight-through, side by side."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.kernels import products
from gumbel_gui.core.losses import unused_by
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import PAGE, Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.gradients.jacobian_passed import (
    passed_names,
    passed_on,
    without_matrix,
)
from gumbel_gui.plots.gradients.jacobian_sums import (
    LEAST_SCALE,
    TINY,
    JacobianSummary,
    Slopes,
    draw_slopes,
    least_decided,
    mean_slopes,
    steepest_slope,
)
from gumbel_gui.plots.gradients.jacobian_words import formulas, row_sums, scale_ends, why_flat
from gumbel_gui.plots.items.heat_map import Cells, HeatMap
from gumbel_gui.plots.items.heat_scale import coarse_scale, share_colour, unit_of
from gumbel_gui.plots.items.heat_words import Texts
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import FirstDraws
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.text import (
    axis_names,
    count,
    draws,
    elided,
    is_unnamed,
    number,
    sentences,
)

MIDDLE = 2.35
"""Width of the middle pane, which has the numbers, in widths of the outer ones.

At 85 mm the outer ones are as narrow as a figure allows.
"""
GAP = 12.0
"""Pixels between panes, which have no axes."""
READABLE = 0.4
"""The mean has a scale of its own where its steepest slope is below this share of 1/(4t)."""


class Jacobian(Plot):
    """∂s_i/∂ln p_j of a draw, between argmax and straight-through."""

    name = "jacobian"
    first = False
    title = mark("Jacobian")
    live_title = mark("Jacobian at t = {temperature}")
    about = mark(
        "Slopes ∂sᵢ/∂ln pⱼ of the selected draw, beside argmax's and what straight-through uses"
    )
    order = 410
    least_height = 175
    shows = frozenset({"estimator", "samples", "backward_temperature"})
    option_names: ClassVar = {"mean": mark("Mean over all draws instead of one draw")}

    _selection: Selection | None = None
    _outlined = False

    @staticmethod
    def unused(parameters: Parameters) -> Collection[str]:
        """Return what only other estimators depend on than the chosen one."""
        return unused_by([parameters.estimator])

    @staticmethod
    def summarise(chunk: Chunk) -> JacobianSummary:
        """Keep the scores of the first draws, and add up products of s."""
        parameters = chunk.parameters
        return JacobianSummary(
            FirstDraws(chunk.start, chunk.first_scores(PAGE), PAGE),
            chunk.count,
            np.bincount(chunk.classes, minlength=parameters.classes),
            products(chunk.relaxed, TINY),
        )

    def build_items(self) -> None:
        """Build three matrices side by side."""
        frame = self.frame
        self._panes = tuple(
            frame.pane(0, place, stretch, axes=()) for place, stretch in enumerate((1, MIDDLE, 1))
        )
        for place in (1, 2):
            frame.layout.setColumnSpacing(2 * place - 1, GAP)
        self._maps = tuple(HeatMap(self.style, rows_named=named) for named in (False, True, False))
        for pane, cells in zip(self._panes, self._maps, strict=True):
            pane.add(cells)
        self._ends = ""

    def draw(self, summary: JacobianSummary, parameters: Parameters) -> None:
        """Show the least decided of the first draws, or the mean."""
        self._summary, self._parameters = summary, parameters
        self._selection, self._outlined = None, False
        self._fit_classes(parameters.classes)
        self._show()

    def follow(self, selection: Selection | None) -> None:
        """Show the selected draw, or the least decided; the mean stays as it is."""
        if "mean" not in self.options and selection is not self._selection:
            self._selection = selection
            self._show()

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Outline the selected draw, which is the one that is shown."""
        outlined = "mean" not in self.options and selection is not None
        if outlined != self._outlined:
            self._outlined = outlined
            self._show()
        return "frame" if outlined else None

    def caption(self, summary: JacobianSummary, parameters: Parameters) -> str:
        """Return the draw, its steepest slope, and what the rows sum to."""
        found = self._slopes(summary, parameters)
        slopes, subject = found.matrix, self._subject(summary, found)
        if not slopes.any():
            return tr("{subject}: {what}.", subject=subject, what=why_flat(parameters))
        i, j = np.unravel_index(int(np.abs(slopes).argmax()), slopes.shape)
        names = [elided(label, 16) for label in self.labels(len(slopes))]
        value = number(float(slopes[i, j]), 3)
        words = {"value": value, "i": names[i], "j": names[j]}
        if i == j:
            steepest = tr(
                "steepest slope {value}, s of {i} by its own ln\N{NO-BREAK SPACE}p", **words
            )
        else:
            steepest = tr(
                "steepest slope {value}, s of {i} by ln\N{NO-BREAK SPACE}p of {j}", **words
            )
        text = tr("{subject}: {what}.", subject=subject, what=steepest)
        return sentences(text, row_sums(parameters.mistake), without_matrix(parameters))

    def table(
        self, summary: JacobianSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return the slopes, row by row of the matrix, and what goes forward in their row.

        Those of argmax are 0.
        """
        mean = "mean" in self.options
        shown = self._selected(summary, parameters, selection)
        classes, slopes = parameters.classes, shown.matrix
        i, j = (each.ravel() for each in np.indices((classes, classes)))
        labels = self.labels(classes)
        named = [] if is_unnamed(labels) else [("i", i), ("j", j)]
        steepest = np.unravel_index(int(np.abs(slopes).argmax()), slopes.shape)
        number_ = self._number(summary, selection)
        what = Quantity("draws", summary.draws) if mean else Quantity("draw", number_)
        passed = passed_on(parameters, shown, 0 if mean else number_)
        return Table(
            (
                Column("i", i),
                Column("j", j),
                *(Column(f"label_{n}", tuple(labels[k] for k in at), n) for n, at in named),
                Column("slope", slopes.ravel(), "∂sᵢ/∂ln pⱼ"),
                Column("slope_passed_on", passed.ravel(), tr("slope of the estimator")),
                Column("slope_of_argmax", np.zeros(classes**2), tr("slope of argmax")),
                Column("s", shown.soft[i], "sᵢ"),
                Column("y", shown.hard[i], "yᵢ"),
            ),
            (
                what,
                Quantity("argmax", int(shown.hard.argmax())),
                Quantity("steepest_slope", float(slopes[steepest])),
                *(Quantity(f"steepest_{n}", int(k)) for n, k in zip("ij", steepest, strict=True)),
                Quantity("temperature", parameters.temperature),
            ),
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the cells of the three matrices."""
        rows = np.arange(table.rows)
        i, j = (np.asarray(each.values) for each in table.columns[:2])
        named = any(column.name == "label_i" for column in table.columns)
        names = ("label_i", "label_j") if named else ("i", "j")
        found = []
        for pane, slope in enumerate(("slope_of_argmax", "slope", "slope_passed_on")):
            edges = self._maps[pane].row_edges()
            told = (*names, slope, *(("s",) if pane == 1 else ("y",)))
            ends = (j - 0.5, j + 0.5), (edges[i], edges[i + 1])
            found.append(Spots.boxes(told, rows, *ends, pane))
        return tuple(found)

    def _slopes(self, summary: JacobianSummary, parameters: Parameters) -> Slopes:
        """Return what is shown: of the mean, or of the selected draw, or of the default."""
        return self._selected(summary, parameters, self._selection)

    def _selected(
        self, summary: JacobianSummary, parameters: Parameters, selection: Selection | None
    ) -> Slopes:
        if "mean" in self.options:
            return mean_slopes(summary, parameters)
        return draw_slopes(summary, parameters, selection)

    def _subject(self, summary: JacobianSummary, slopes: Slopes) -> str:
        """Return what the matrix is of, for the caption."""
        if "mean" in self.options:
            return tr("Mean of {n}", n=draws(summary.draws))
        winner = elided(self.labels(len(slopes.hard))[int(slopes.hard.argmax())], 16)
        number_, among = self._number(summary, self._selection), summary.scores.values.shape[1]
        words = {"n": count(number_), "label": winner}
        if self._selection or among == 1:
            return tr("Draw {n} ({label})", **words)
        return tr("Draw {n} ({label}), the least decided of the first {m}", m=among, **words)

    @staticmethod
    def _number(summary: JacobianSummary, selection: Selection | None) -> int:
        """Return the number of the draw that is shown."""
        return selection.number if selection else summary.scores.start + 1 + least_decided(summary)

    def _show(self) -> None:
        """Show the matrices of one draw, or of all."""
        summary, parameters = self._summary, self._parameters
        slopes = self._slopes(summary, parameters)
        if "mean" in self.options:
            which: tuple[str, ...] = (tr("mean of {n}", n=draws(summary.draws)), tr("mean"))
        else:
            which = (tr("draw {n}", n=count(self._number(summary, self._selection))),)
        number_ = 0 if "mean" in self.options else self._number(summary, self._selection)
        passed = passed_on(parameters, slopes, number_)
        scale = self._fit_scale(slopes.matrix, parameters, float(np.abs(passed).max()))
        unit = unit_of(scale)
        first, middle, last = self._maps
        first.set_cells(Cells(np.zeros(slopes.matrix.shape), slopes.hard, scale, unit))
        soft = Cells(slopes.matrix, np.clip(slopes.soft, 0, 1), scale, unit)
        middle.set_cells(soft, outlined=self._outlined)
        last.set_cells(Cells(passed, slopes.hard, scale, unit))
        self._name(which, formulas(parameters.mistake))

    def _name(self, which: tuple[str, ...], formula: tuple[str, ...]) -> None:
        """Set the words above the matrices."""
        first, middle, last = self._maps
        zero = Texts((tr("0 almost everywhere"), tr("0 but at jumps"), tr("all 0"), "0"))
        first.set_words(Texts(("argmax",)), zero, "y")
        softmax = Texts((*(tr("softmax, {what}", what=each) for each in which), "softmax"))
        middle.set_words(softmax, Texts(formula), "s")
        names, what = passed_names(self._parameters)
        last.set_words(Texts(names), Texts(what), "y")

    def _fit_classes(self, classes: int) -> None:
        """Name the classes, and give the cells their ranges."""
        if len(self._maps[0].names) == classes:
            return
        for pane, cells in zip(self._panes, self._maps, strict=True):
            cells.set_names(axis_names(self.labels(classes)), "ln pⱼ")
            pane.set_ranges(cells.x_range(), (0, 1))

    def _fit_scale(self, slopes: Floats, parameters: Parameters, passed: float) -> float:
        """Set the key to the scale of the colours, and return the scale.

        It is the steepest slope there can be at this t, the same for all draws, so that
        draws with flat slopes look pale. A mean that would be too pale has a coarse scale of its
        own, and so have slopes that the chosen estimator makes steeper. So have the frames of an
        animation in common, where that slope grows beyond any limit.
        """
        t = parameters.slope_temperature
        scale, whose = steepest_slope(t), ""
        largest = max(float(np.abs(slopes).max()), passed)
        if self.frame.shares:
            largest, whose = self.frame.extent("slope", largest), tr("at every t")
        elif "mean" in self.options and 0 < largest < READABLE * scale:
            whose = tr("of the mean")
        elif passed > scale * (1 + 1e-9):
            whose = tr("of both")
        if whose:
            scale = max(coarse_scale(largest), LEAST_SCALE)
        low, high = scale_ends(
            scale,
            whose,
            exists=t > 0 or largest > 0,
            bound="1/(4t)" if parameters.mistake.slopes_by_t else "1/4",
        )
        if self._ends != low + high:
            self._ends = low + high
            below, above = self.style.kinds
            self.key.set_entries(
                Entry("square", below, low),
                Entry("square", above, high),
                Entry("square", share_colour(self.style), tr("forward")),
            )
        return scale
