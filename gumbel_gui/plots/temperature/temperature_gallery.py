"""Plot: the same few draws, and the mean of all, side by side at seven temperatures."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core.arrays import Bytes, Floats, Singles
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.parameters import Parameters, effective_temperature
from gumbel_gui.core.relaxed_means import one_hot
from gumbel_gui.core.sampling import relax_shifted
from gumbel_gui.core.selection import Selection
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.temperature_sums import GALLERY, GRID, relaxed_sums, relaxed_sums_on_grid
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph, most_probable
from gumbel_gui.plots.items.columns import COLUMN_WIDTH, Columns
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import share
from gumbel_gui.plots.words.text import draws, number, sentences

FEW = 5
"""Draws that are shown in each group: 1 … 5, or those of 6 … 10 and so on with the selected one."""
ROWS = tuple(GRID.index(t) for t in GALLERY)
"""Indices of the temperatures of the gallery in the grid."""
MEAN_WIDTH, MEAN_GAP = 2.2, 0.3
"""Of the mean's column, and between it and the draws, which are 1 apart."""
GROUP = FEW + MEAN_GAP + MEAN_WIDTH
SPACE, NOW_SPACE = 1.7, 3.4
"""Between groups, and before the one of the current t."""
STARTS = np.arange(len(GALLERY) + 1) * (GROUP + SPACE) + SPACE / 2
STARTS[-1] += NOW_SPACE - SPACE
DIVIDER = float(STARTS[-1]) - NOW_SPACE / 2
END = float(STARTS[-1]) + GROUP + SPACE / 2
CENTRES = STARTS[:, None] + np.append(np.arange(FEW) + 0.5, GROUP - MEAN_WIDTH / 2)
"""Of the columns, (groups, draws and mean)."""
WIDTHS = np.append(np.full(FEW, COLUMN_WIDTH), MEAN_WIDTH)
DOT = 0.7
"""Of the width of a column, for dots of these pixels across; only larger ones have an edge."""
SMALLEST_DOT, EDGED_DOT, LARGEST_DOT = 2.2, 4.0, 6.0
TOP, HAT = 1.04, 1.03
"""Height of the view, and of the outline, which goes around a column of any colour."""
OUTLINE = np.array([[-0.5, -0.5, 0.5, 0.5, -0.5], [0.0, HAT, HAT, 0.0, 0.0]])


@dataclass(frozen=True)
class GallerySummary(Sums):
    """Sums over all draws at the temperatures of the gallery, and at the current one after them.

    Attributes:
        draws: how many.
        total: of s, (7, K).
        largest: of the largest entry of s, (7,).
    """

    draws: int
    total: Floats
    largest: Floats


class _FewDraws:
    """A few draws, drawn again from their seed; only what has changed is computed again."""

    def __init__(self) -> None:
        self._stages, self._work = Stages(), Workspace()

    def relax(self, parameters: Parameters, first: int, count: int) -> tuple[Singles, Bytes]:
        """Return s (groups, K, count), argmax g (groups, count) of the draws from ``first`` on."""
        page = Chunk(parameters, first - 1, count, self._stages, self._work)
        vectors = np.empty((len(STARTS), parameters.classes, count), np.float32)
        classes = np.empty((len(STARTS), count), np.uint8)
        for t, out, codes in zip((*GALLERY, parameters.temperature), vectors, classes, strict=True):
            shifted = page.shifted_at(t)
            codes[:] = shifted.argmax(axis=0)
            relax_shifted(shifted, effective_temperature(parameters.mistake, t), out=out)
        return vectors, classes


class FittingDots(Dots):
    """Dots that fit into columns, which are narrow on a small card."""

    def __init__(self, style: Style) -> None:
        super().__init__(brush=style.brush("#ffffff"))
        self._edge = style.pen("#1b1f24", 0.8)
        self._unit, self._size = style.unit, 0.0

    def viewTransformChanged(self) -> None:  # noqa: N802 (pyqtgraph's)
        """Follow the width of the columns."""
        super().viewTransformChanged()
        view = self.getViewBox()
        if not isinstance(view, pg.ViewBox):  # on the way into it
            return
        size = DOT * COLUMN_WIDTH / view.viewPixelSize()[0]
        size = min(max(size, SMALLEST_DOT), LARGEST_DOT * self._unit)
        if size != self._size:
            self._size = size
            self.set_look(size=size, pen=pg.mkPen(self._edge if size > EDGED_DOT else None))


class TemperatureGallery(Plot):
    """The same draws relaxed at six fixed temperatures and the current one."""

    name = "temperature_gallery"
    title = mark("Seven temperatures")
    about = mark(
        "Five draws and the mean of all as stacked columns, at six fixed t and the current one"
    )
    order = 310

    @staticmethod
    def summarise(chunk: Chunk) -> GallerySummary:
        """Return the sums of s and of its largest entry at each temperature."""
        grid, now, rows = relaxed_sums_on_grid(chunk), relaxed_sums(chunk), list(ROWS)
        return GallerySummary(
            chunk.count,
            np.concatenate([grid.total[rows], now.total]),
            np.concatenate([grid.largest[rows], now.largest]),
        )

    def build_items(self) -> None:
        """Build the axes and the marks; the columns follow the number of classes."""
        style = self.style
        self.frame.name_axes(tr("temperature t"), "s")
        self.frame.set_ranges((0, END), (0, TOP))
        self.frame.axis("left").setTicks([[(y, f"{y:g}") for y in (0, 0.5, 1)]])
        self._first, self._shown = 1, 0
        self._drawn: tuple[GallerySummary, Parameters] | None = None
        self._pages = _FewDraws(), _FewDraws()
        self._columns = Columns(style)
        divider = Curve([DIVIDER, DIVIDER], [0, 1], pen=style.pen(style.axis, dashed=True))
        self._dots = FittingDots(style)
        self._dots.setZValue(1)
        self._outline = Curve(pen=style.pen(style.text, 1.6))
        self._outline.setZValue(2)
        self.frame.add(self._columns, divider, self._dots, self._outline)

    def draw(self, summary: GallerySummary, parameters: Parameters) -> None:
        """Show the first draws and the means."""
        if self._columns.set_classes(parameters.classes):
            wide = Entry("square", self.style.muted, tr("wide: mean"))
            self.key.set_entries(wide, labels=self.labels(parameters.classes))
        self.key.rank(most_probable(parameters.p))
        self._name_groups(parameters.temperature)
        self._drawn = summary, parameters
        self._show(summary, parameters, 1, summary.draws)

    def follow(self, selection: Selection | None) -> None:
        """Show the draws around the selected one, or the first."""
        if self._drawn is None:
            return
        drawn = self._drawn[0].draws
        if selection is None:
            if self._first != 1:
                self._show(*self._drawn, 1, drawn)
            return
        first = selection.number - (selection.number - 1) % FEW
        # While draws are still being made, the selected one may be beyond them.
        last = max(drawn, selection.first - 1 + len(selection.classes))
        if first != self._first:
            self._show(*self._drawn, first, last)

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Outline the selected draw in every group."""
        if selection is None:
            self._outline.setData([], [])
            return None
        place = (selection.number - 1) % FEW
        x = CENTRES[:, place, None] + OUTLINE[0]
        self._outline.set_rows(x, np.broadcast_to(OUTLINE[1], x.shape))
        return "frame"

    def pick(self, x: float, y: float, reach: tuple[float, float]) -> int | None:
        """Return the number of the draw whose column is at x in one of the groups."""
        place = x - STARTS[x >= STARTS][-1:]
        if not (len(place) and place[0] < self._shown and -reach[1] <= y <= 1 + reach[1]):
            return None
        return self._first + int(place[0])

    def caption(self, summary: GallerySummary, parameters: Parameters) -> str:
        """Return what is shown, and how near to one-hot the draws are from group to group."""
        n = draws(summary.draws)
        if summary.draws == 1:
            shown = tr("1 draw and its mean (wide)")
        elif summary.draws <= FEW:
            shown = tr("{n} and their mean (wide)", n=n)
        else:
            shown = tr("{few} of {n} and the mean of all (wide)", few=FEW, n=n)
        means = (summary.largest / summary.draws).tolist()
        alone = one_hot(replace(parameters, temperature=1.0))
        low, high = (share(each, whole=alone) for each in (means[0], means[-2]))
        now = share(means[-1], whole=one_hot(parameters))
        if not (parameters.mistake.slopes_by_t or parameters.mistake.scores_depend_on_t):
            entries = tr("t cancels, so the mean largest entry is {now} in every group", now=now)
        elif low == high == now:
            entries = tr("the mean largest entry is {now} in every group", now=now)
        else:
            entries = tr(
                "the mean largest entry goes from {low} at t = {lowest:g} to {high} at "
                "t = {highest:g}; it is {now} now",
                low=low,
                lowest=GALLERY[0],
                high=high,
                highest=GALLERY[-1],
                now=now,
            )
        same = tr("Argmax (dots) is the same in every group.")
        if parameters.mistake.scores_depend_on_t:
            same = tr("Argmax (dots) depends on t, as the scores do.")
        return sentences(tr("{shown}: {entries}.", shown=shown, entries=entries), same)

    def table(
        self, summary: GallerySummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return s of the draws shown, class by class, at each t, and the means after them."""
        number_ = selection.number if selection else 1
        first = number_ - (number_ - 1) % FEW
        shown = min(FEW, max(summary.draws, number_) - first + 1)
        vectors, winners = _FewDraws().relax(parameters, first, shown)
        groups, classes = len(STARTS), parameters.classes
        temperatures = np.array([*GALLERY, parameters.temperature])

        def columns(each: int) -> tuple[Column, ...]:
            """Return the columns that say t and the class, of so many parts of each group."""
            names = self.class_columns(classes)
            return (
                Column("temperature", np.repeat(temperatures, each * classes), tr("temperature t")),
                *(name.tiled(groups * each) for name in names),
            )

        draw = np.repeat(np.arange(first, first + shown), classes)
        of_draws = (
            *columns(shown),
            Column("draw", np.tile(draw, groups), tr("draw")),
            Column("s", vectors.transpose(0, 2, 1).ravel().astype(np.float64)),
            Column("argmax", np.repeat(winners, classes).astype(np.intp)),
        )
        means = (
            *columns(1),
            Column("mean", (summary.total / summary.draws).ravel(), tr("mean of s")),
        )
        largest = zip(
            temperatures.tolist(), (summary.largest / summary.draws).tolist(), strict=True
        )
        return Table(
            stacked(of_draws, means),
            (
                Quantity("draws", summary.draws),
                Quantity("shown", min(shown, FEW)),
                *(
                    quantity
                    for i, (t, value) in enumerate(largest)
                    for quantity in (
                        Quantity(f"temperature_{i}", t, words=tr("t, group {i}", i=i + 1)),
                        Quantity(
                            f"largest_{i}",
                            value,
                            words=tr("mean largest entry, group {i}", i=i + 1),
                        ),
                    )
                ),
            ),
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the parts of all columns, those of the draws and those of the means."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        found, row = [], 0
        drawn = len(STARTS) * self._shown
        middles = CENTRES[:, : self._shown].ravel(), CENTRES[:, FEW]
        for name, x, width, many in (
            ("s", middles[0], COLUMN_WIDTH, drawn),
            ("mean", middles[1], MEAN_WIDTH, len(STARTS)),
        ):
            rows = row + np.arange(many * parameters.classes).reshape(many, -1)
            row += rows.size
            heights = columns[name][rows]
            tops = heights.cumsum(axis=1)
            told = ("temperature", "draw", "label", "class", name, "argmax")
            sides = x[:, None] - width / 2, x[:, None] + width / 2
            found.append(Spots.boxes(told, rows, sides, (tops - heights, tops)))
        return tuple(found)

    def _show(self, summary: GallerySummary, parameters: Parameters, first: int, last: int) -> None:
        """Show a few draws from number ``first`` on, up to ``last`` at most."""
        count = min(FEW, last - first + 1)
        vectors, classes = self._pages[first != 1].relax(parameters, first, count)
        self._first, self._shown = first, count
        # (groups, K, columns) becomes (K, groups, columns), and that (K, all columns).
        parts = np.concatenate([vectors, (summary.total / summary.draws)[..., None]], axis=2)
        tops = np.cumsum(parts.transpose(1, 0, 2), axis=0, dtype=np.float64)
        places = [*range(count), FEW]
        centres, widths = CENTRES[:, places], np.tile(WIDTHS[places], len(STARTS))
        self._columns.set_tops(tops.reshape(len(tops), -1), centres.ravel(), widths)
        group, draw = np.arange(len(STARTS))[:, None], np.arange(count)
        upper, height = tops[classes, group, draw], vectors[group, classes, draw]
        self._dots.setData(x=CENTRES[:, :count].T.ravel(), y=(upper - height / 2).T.ravel())

    def _name_groups(self, temperature: float) -> None:
        """Write t below the groups."""
        now = number(temperature, 3)
        if len(now) > 7:
            now = number(temperature, 1)
        names = [*(f"{t:g}" for t in GALLERY), f"{now}\n{tr('now')}"]
        centres = STARTS + GROUP / 2
        self.frame.axis("bottom").setTicks([[*zip(centres.tolist(), names, strict=True)]])
