"""Plot: the exact bias of the decoupled estimator, a map over both of its temperatures."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QRectF

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.class_estimators import ClassEstimators
from gumbel_gui.core.class_law import resolved
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.gradients.bias_map import END, BiasMap, bias_map
from gumbel_gui.plots.items.level_lines import level_lines
from gumbel_gui.plots.look.colours import mix
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.mistakes import exactness
from gumbel_gui.plots.words.text import number, sentences

TICKS = (0.1, 0.3, 1, 3, 10)
LEVELS = tuple(digit * 10.0**power for power in range(-12, 13) for digit in (1, 3))
"""Biases that there may be lines of."""
MOST = 6
"""Lines there are at most: those of the highest levels."""
DECADES = 3.0
"""A bias so much smaller than the largest is as pale as none, and has no line."""
DARKEST = 0.8
"""Share of the colour of class-only estimators in the darkest shade."""
PAD = 0.08
"""Room around the map for marks on its edges, in powers of ten of a temperature."""
WORD = np.array([[0.22], [0.17]])
"""Half the room that a word takes on a small card."""


class DecoupledBias(Plot):
    """Where the decoupled estimator has how much bias, and where least."""

    name = "decoupled_bias"
    title = mark("Bias of the decoupled estimator")
    about = mark(
        "The exact bias of decoupled straight-through over the temperature t of what is drawn and "
        "t_b of its slope, with the point of the least"
    )
    order = 426
    least_height = 160
    sampled = False
    depends = frozenset()
    shows = frozenset({"probabilities", "temperature", "backward_temperature", "loss", "weights"})
    controls = ("backward_temperature",)
    labelled = False

    @staticmethod
    def prepare(summary: None, parameters: Parameters) -> None:
        """Compute and cache the map."""
        bias_map(parameters)

    def build_items(self) -> None:
        """Build the map, its lines with their words, and both marks."""
        style = self.style
        self.frame.name_axes(tr("t (draw)"), tr("t_b (slope)"))
        ticks = [[(math.log10(t), number(t)) for t in TICKS]]
        for side in ("bottom", "left"):
            self.frame.axis(side).setTicks(ticks)
        ends = -END - PAD, END + PAD
        self.frame.set_ranges(ends, ends)
        self._image = pg.ImageItem(axisOrder="row-major")
        self._lines = Curve(connect="pairs", pen=style.pen(style.muted), antialias=True)
        ground = style.brush(style.surface)
        self._words = [
            pg.TextItem("", style.text, anchor=(0.5, 0.5), fill=ground) for _ in range(MOST)
        ]
        for word in self._words:
            word.setFont(style.font())
        self._best = Dots(
            size=12 * style.unit,
            symbol="d",
            pen=style.pen(style.surface, 2),
            brush=style.brush(style.mark),
        )
        self._now = Dots(size=14 * style.unit, pen=style.pen(style.accent, 3), brush=None)
        self.frame.add(self._image, self._lines, *self._words, self._best, self._now)

    def draw(self, summary: None, parameters: Parameters) -> None:
        """Show the map, and where the present temperatures are on it."""
        found = bias_map(parameters)
        highest = self.frame.extent("bias", float(found.biases.max()))
        self._show_shades(found.biases, highest)
        now = _place(parameters)
        inside = max(map(abs, now)) <= END
        self._now.setData(*np.array([now] if inside else []).reshape(-1, 2).T)
        self._best.setData(*np.array([] if found.several else [found.best]).reshape(-1, 2).T)
        marks = ([now] if inside else []) + ([] if found.several else [found.best])
        self._show_lines(found, highest, marks)
        entries = [Entry("ring", self.style.accent, tr("now"))] if inside else []
        if not found.several:
            entries.append(Entry("diamond", self.style.mark, tr("least")))
        self.key.set_entries(*entries)

    def _show_shades(self, biases: Floats, highest: float) -> None:
        """Show how large biases are, the largest darkest."""
        with np.errstate(divide="ignore"):
            shade = 1 + np.log10(biases.T / highest) / DECADES if highest > 0 else 0 * biases
        colours = mix(self.style.surface, self.style.third_kind, DARKEST * np.clip(shade, 0, 1))
        self._image.setImage(np.rint(255 * colours).astype(np.uint8), autoLevels=False)
        self._image.setRect(QRectF(-END, -END, 2 * END, 2 * END))

    def _show_lines(
        self, found: BiasMap, highest: float, marks: Iterable[tuple[float, float]]
    ) -> None:
        """Show lines of equal bias, each with its number where there is room."""
        lowest = highest / 10**DECADES
        levels = [each for each in LEVELS if lowest < each < highest][-MOST:]
        ends, which = level_lines(found.biases, levels)
        # What is narrower than about three steps of the grid would be jagged.
        below = np.array([int((found.biases < level).sum()) for level in levels])
        kept = np.bincount(which, minlength=len(levels)) <= below
        ends, which = ends[:, np.repeat(kept[which], 2)], which[kept[which]]
        ends = END * (2 * ends / (len(found.places) - 1) - 1)
        self._lines.setData(*ends)
        taken, middles = [np.array(each) for each in marks], (ends[:, ::2] + ends[:, 1::2]) / 2
        for k, word in enumerate(self._words):
            place = _roomy(middles[:, which == k], taken)
            word.setVisible(place is not None)
            if place is not None:
                taken.append(place)
                word.setText(number(levels[k]))
                word.setPos(*place)

    def caption(self, summary: None, parameters: Parameters) -> str:
        """Return the bias at the present temperatures, and the least on the map and where."""
        found, numbers = bias_map(parameters), _told(parameters)
        words = {name: number(value) for name, value in numbers.items()}
        words["exact"] = exactness(parameters.mistake)
        if not _known(parameters):
            text = tr(
                "At t = {t} all noise is so nearly one number that no law of the classes is known; "
                "the least bias on the map is {least}.",
                **words,
            )
        elif found.flat:
            text = tr("The bias is {bias} ({exact}) at any t and t_b.", **words)
        elif found.several:
            text = tr(
                "At t = {t} and t_b = {backward} the bias is {bias} ({exact}); the least on the "
                "map is {least}, for instance at t = {best_t} and t_b = {best_backward}.",
                **words,
            )
        else:
            text = tr(
                "At t = {t} and t_b = {backward} the bias is {bias} ({exact}); the least on the "
                "map is {least}, at t = {best_t} and t_b = {best_backward}.",
                **words,
            )
        return sentences(
            text, tr("An estimate that is always 0 has the bias ‖∇F‖ = {norm}.", **words)
        )

    def table(
        self, summary: None, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return the bias at all temperatures of the map."""
        found, numbers = bias_map(parameters), _told(parameters)
        across, up = np.meshgrid(10**found.places, 10**found.places, indexing="ij")
        words = {
            "t": "t",
            "backward": "t_b",
            "bias": tr("bias, {exact}", exact=exactness(parameters.mistake)),
            "least": tr("least bias"),
            "best_t": tr("t of the least bias"),
            "best_backward": tr("t_b of the least bias"),
            "norm": "‖∇F‖",
        }
        exact = {"bias", "least", "norm"}
        return Table(
            (
                Column("temperature", across.ravel(), "t"),
                Column("backward_temperature", up.ravel(), "t_b"),
                Column("bias", found.biases.ravel(), words["bias"]),
            ),
            tuple(
                Quantity(name, value, end, end, words=words[name])
                for name, value in numbers.items()
                if name != "bias" or _known(parameters)
                for end in [value if name in exact else None]
            ),
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the cells of the map."""
        columns = [np.asarray(column.values) for column in table.columns]
        x, y = np.log10(columns[0]), np.log10(columns[1])
        half = END / (len(bias_map(parameters).places) - 1)
        told = ("temperature", "backward_temperature", "bias")
        ends = (x - half, x + half), (y - half, y + half)
        return (Spots.boxes(told, np.arange(table.rows), *ends),)


def _place(parameters: Parameters) -> tuple[float, float]:
    """Return log10 of t, −∞ for 0, and of t_b."""
    t, backward = parameters.temperature, parameters.backward_temperature
    return math.log10(t) if t > 0 else -math.inf, math.log10(backward)


def _known(parameters: Parameters) -> bool:
    """Return whether the law of the classes is, which the bias at t depends on."""
    return resolved(parameters.noise, parameters.logits)


def _told(parameters: Parameters) -> dict[str, float]:
    """Return the numbers of the caption."""
    t, backward, found = parameters.temperature, parameters.backward_temperature, None
    law = ClassEstimators.of(parameters).decoupled(t, backward)
    found = bias_map(parameters)
    best_t, best_backward = (10**place for place in found.best)
    return {
        "t": t,
        "backward": backward,
        "bias": law.bias,
        "least": found.least,
        "best_t": best_t,
        "best_backward": best_backward,
        "norm": found.norm,
    }


def _roomy(places: Floats, taken: list[Floats]) -> Floats | None:
    """Return which of some places (2, n) is the farthest from what is taken, if any has room."""
    within = places[:, (np.abs(places) + WORD <= END).all(axis=0)]
    if not within.size:
        return None
    # Words are wider than high. Beyond twice their room it does not matter how far it is.
    room = np.full(within.shape[1], 4.0)
    for other in taken:
        room = np.minimum(room, (np.abs(within - other[:, None]) / WORD).max(axis=0))
    best = int(room.argmax())
    return within[:, best] if room[best] >= 2 else None
