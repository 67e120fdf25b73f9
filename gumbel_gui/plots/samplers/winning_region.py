"""Plot: two classes in the square of their x; the region where one wins has area p."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import certain
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.items.bars import HorizontalBars
from gumbel_gui.plots.look.colours import mixed
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.samplers.region_sums import (
    POINTS,
    RegionSummary,
    boundary,
    duel,
    duel_share,
    mean_product,
    p_of_pair,
    products,
    region_area,
    undecided,
)
from gumbel_gui.plots.sums import FirstDraws
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import beside, estimated
from gumbel_gui.plots.words.text import (
    axis_names,
    draws,
    elided,
    is_unnamed,
    sentences,
)

BAR_LENGTH, BEYOND = 0.44, 0.06
"""Length of the scale of the bars, and room beyond it for the half of its last number."""
NUMBERS_GAP, NAMES_GAP = 0.2, 0.36
"""Room between the square and the bars, for numbers of classes or for names."""
FAINT = 0.84
PER_CENT = "\N{NO-BREAK SPACE}%"
_SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class WinningRegion(Plot):
    """The proof that argmax samples p, as an area."""

    name = "winning_region"
    title = mark("Why argmax samples p: the winning region")
    about = mark(
        "Where one class beats another in the square of their x, and the mean of ∏ beside p"
    )
    order = 230
    depends = frozenset({"probabilities", "pair"})
    controls = ("pair",)

    @staticmethod
    def summarise(chunk: Chunk) -> RegionSummary:
        """Return how often i wins over j, and the sums of the products of the proof."""
        p, pair = chunk.parameters.p, chunk.parameters.pair
        epsilon = chunk.gumbel
        ahead, ties = duel(chunk)
        x = np.exp(-np.exp(-epsilon[list(pair), :POINTS]))
        places = FirstDraws.of(x, chunk.start, POINTS)
        first_wins = FirstDraws.of(ahead, chunk.start, POINTS)
        wins, total = int(np.count_nonzero(ahead)), products(p, epsilon, chunk.work)
        return RegionSummary(places, first_wins, chunk.count, wins, ties, total)

    def build_items(self) -> None:
        """Build the square with its two regions, the points, and the bars beside it."""
        style = self.style
        for axis in (self.frame.axis("bottom"), self.frame.axis("left")):
            axis.setPen(None)  # the square and the bars have lines of their own
            axis.setTickPen(None)
            axis.setTicks([[(x, f"{x:g}") for x in (0, 0.5, 1)]])
        # A fill level of any other type is filled in slices, with seams between them.
        self._square = Curve([0, 1], [1, 1], fillLevel=np.float32(0), pen=None)
        self._region = Curve(
            fillLevel=np.float32(0), pen=style.pen(style.mark, style.line), antialias=True
        )
        self._points = [Dots(size=size * style.unit, symbol=s) for s, size in (("o", 4), ("d", 6))]
        self._words = pg.TextItem(color=style.muted, anchor=(0.5, 0.5))
        self._words.setFont(style.font())
        self._words.setPos(0.5, 0.5)
        self._ring = Dots(size=13 * style.unit, pen=style.pen(style.text, 2), brush=None)
        self._ring.setZValue(5)
        outline = Curve([0, 1, 1, 0, 0], [0, 0, 1, 1, 0], pen=style.pen(style.axis))
        self.frame.add(self._square, self._region, outline, *self._points, self._words, self._ring)
        self._bars = HorizontalBars(self.frame, style)
        self._classes, self._pair = 0, (-1, -1)

    def draw(self, summary: RegionSummary, parameters: Parameters) -> None:
        """Show the regions, the first draws, and the means."""
        hidden, pair = undecided(summary, parameters), p_of_pair(parameters)
        self._fit_classes(parameters.classes)
        self._fit_pair(parameters.pair)
        self._region.setData(*boundary(*pair))
        self._square.setVisible(any(pair))
        self._words.setVisible(hidden)
        self._places = summary.places.values[:, : 0 if hidden else None]
        wins = summary.first_wins.values[: 0 if hidden else None]
        for points, these in zip(self._points, (wins, ~wins), strict=True):
            points.setData(*self._places[:, these])
        self._bars.show(summary.total / summary.draws, parameters.p)
        self._fit_ticks()

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Put a ring around the selected draw."""
        places = [[]] * 2 if selection is None else [[selection.x[k]] for k in self._pair]
        self._ring.setData(*places)
        return None if selection is None else "ring"

    def pick(self, x: float, y: float, reach: tuple[float, float]) -> int | None:
        """Return the number of the nearest draw that is shown there."""
        if not self._places.size:
            return None
        distance = np.hypot(*((self._places.T - (x, y)) / reach).T)
        nearest = int(distance.argmin())
        return nearest + 1 if distance[nearest] <= 1 else None

    def heading(self, summary: RegionSummary, parameters: Parameters) -> str:
        """Return the title with the two classes."""
        i, j = self._two(parameters.pair)
        return tr("{i} over {j}: winning region", i=i, j=j)

    def caption(self, summary: RegionSummary, parameters: Parameters) -> str:
        """Return the frequency beside the area, and the mean of ∏ of one class beside its p."""
        duel = self._duel_in_words(summary, parameters)
        return sentences(duel, self._means_in_words(summary, parameters))

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the bars beside the square, and the points in it."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        told = "label", "class", "mean_of_product", "p"
        points = np.flatnonzero(np.isfinite(columns["draw"]))[: self._places.shape[1]]
        at = columns["x_i"][points], columns["x_j"][points]
        return (
            *self._bars.spots(told),
            Spots.points(("draw", "x_i", "x_j"), points, *at),
        )

    def table(
        self, summary: RegionSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per class, a row per draw shown, and then the boundary of the region."""
        (i, j), (name_i, name_j) = parameters.pair, self._two(parameters.pair)
        x_i, x_j = (tr("x of {name}", name=name) for name in (name_i, name_j))
        classes = (
            *self.class_columns(parameters.classes),
            Column("p", parameters.p),
            Column("mean_of_product", summary.total / summary.draws, tr("mean of ∏")),
            *(() if selection is None else (Column("x", selection.x),)),
        )
        first = summary.first_wins.values
        points = (
            Column("draw", 1 + np.arange(len(first)), tr("draw")),
            Column("x_i", summary.places.values[0], x_i),
            Column("x_j", summary.places.values[1], x_j),
            Column("i_wins", first.astype(np.int64), tr("{name} wins", name=name_i)),
        )
        ends = zip(("x_i", "x_j"), boundary(*p_of_pair(parameters)), strict=True)
        line = tuple(Column(f"tie_{name}", x, tr("tie, {x}", x=name)) for name, x in ends)
        share, product = duel_share(summary, parameters), mean_product(summary, parameters)
        return Table(
            stacked(classes, points, line),
            (
                Quantity("draws", summary.draws),
                Quantity("i", i),
                Quantity("j", j),
                Quantity("p_i", float(parameters.p[i])),
                Quantity("p_j", float(parameters.p[j])),
                Quantity("ties", summary.ties),
                Quantity.of("share_of_i", share, region_area(parameters)),
                Quantity.of("mean_of_product_of_i", product, float(parameters.p[i])),
            ),
        )

    def _duel_in_words(self, summary: RegionSummary, parameters: Parameters) -> str:
        """Return how often i beats j, and how large the region is."""
        (i, j), area = self._two(parameters.pair), region_area(parameters) or 0.0
        names = dict(zip(("p_i", "p_j"), _symbols(parameters.pair), strict=True))
        names |= {"i": i, "j": j, "n": draws(summary.draws)}
        if undecided(summary, parameters):
            return tr("Here {i} and {j} have the score −∞ in {n}: {p_i} = {p_j} = 0.", **names)
        first, second = parameters.possible[list(parameters.pair)]
        if first and second:
            name = tr("the area {p_i}/({p_i} + {p_j})", **names)
            shown = estimated(certain(100 * area), PER_CENT)
            region = tr("{name} is {area}", name=name, area=shown)
        elif first:
            region = tr("its region is the whole square, as {p_j} = 0", **names)
        elif second:
            region = tr("its region is empty, as {p_i} = 0", **names)
        else:
            region = tr("there is no region, as {p_i} = {p_j} = 0", **names)
        if summary.ties == summary.draws:
            who = tr("Here {i} ties with {j} in {n}, and argmax takes the first", **names)
        elif summary.draws == 1:
            pair = (i, j) if summary.wins else (j, i)
            who = tr("Here {winner} beats {loser} in the only draw", winner=pair[0], loser=pair[1])
        else:
            share = duel_share(summary, parameters).times(100)
            of = tr(" of {n}", **names)
            if first and second:
                compared = beside(share, name, 100 * area, PER_CENT, of)
                return tr("Here {i} beats {j} in {compared}.", compared=compared, **names)
            names["share"] = estimated(share, PER_CENT) + of
            who = tr("Here {i} beats {j} in {share}", **names)
        return tr("{who}; {region}.", who=who, region=region)

    def _means_in_words(self, summary: RegionSummary, parameters: Parameters) -> str:
        """Return the mean of ∏ beside p for the first class of the pair."""
        i = parameters.pair[0]
        return tr(
            "Mean of ∏ = x^((1−p)/p), {label}: {comparison}.",
            label=self._two(parameters.pair)[0],
            comparison=beside(mean_product(summary, parameters), "p", float(parameters.p[i])),
        )

    def _two(self, pair: tuple[int, int]) -> tuple[str, str]:
        labels = self.labels(max(pair) + 1)
        return elided(labels[pair[0]], 16), elided(labels[pair[1]], 16)

    def _fit_classes(self, classes: int) -> None:
        """Make room for the names of these many classes."""
        if self._classes == classes:
            return
        self._classes = classes
        labels = self.labels(classes)
        gap = NUMBERS_GAP if is_unnamed(labels) else NAMES_GAP
        self._bars.fit(axis_names(labels), left=1 + gap, length=BAR_LENGTH, free=1.0)
        self.frame.set_ranges((-0.015, 1 + gap + BAR_LENGTH + BEYOND), (-0.02, 1.02))

    def _fit_pair(self, pair: tuple[int, int]) -> None:
        """Name and colour the two classes."""
        if self._pair == pair:
            return
        self._pair = pair
        style, (_, j) = self.style, self._two(pair)
        own, others = (style.class_colour(k) for k in pair)
        for area, colour in ((self._region, own), (self._square, others)):
            area.setBrush(style.brush(mixed(colour, style.surface, FAINT)))
        for points, colour in zip(self._points, (own, others), strict=True):
            edge = style.pen(mixed(colour, style.text, 0.3), 0.8)
            points.set_look(brush=style.brush(colour), pen=edge)
        short = axis_names(self.labels(max(pair) + 1))
        self.key.set_entries(
            Entry("dot", own, tr("{name} wins", name=elided(short[pair[0]], 10))),
            Entry("diamond", others, tr("{name} wins", name=elided(short[pair[1]], 10))),
            Entry("line", style.mark, tr("tie")),
            Entry("tick", style.mark, "p"),
        )
        self.frame.name_axes("", tr("x of {name}", name=j))
        self._words.setText("{} = {} = 0".format(*_symbols(pair)))

    def _fit_ticks(self) -> None:
        """Name what is below the square and the bars: the axis of both has no single name."""
        middle = f"0.5\n{tr('x of {name}', name=self._two(self._pair)[0])}"
        ticks = [(0.0, "0"), (0.5, middle), (1.0, "1"), *self._bars.ticks(tr("mean of ∏"))]
        self.frame.axis("bottom").setTicks([ticks])


def _symbols(pair: tuple[int, int]) -> tuple[str, str]:
    """Return p_i and p_j as they are written."""
    i, j = (f"p{k}".translate(_SUBSCRIPT) for k in pair)
    return i, j
