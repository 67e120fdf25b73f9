"""Plot: the mean of s against t, from p at t → 0 (one-hot s) to equal shares at t → ∞."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.relaxed_means import one_hot, told_class
from gumbel_gui.core.selection import Selection
from gumbel_gui.core.temperature_sums import GRID
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, most_probable
from gumbel_gui.plots.canvas.ranges import round_end
from gumbel_gui.plots.items.class_curves import CROWD, SHOWN, ClassCurves
from gumbel_gui.plots.items.end_labels import EndLabels
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.temperature.expectation_sums import (
    ExpectationSummary,
    estimate_now,
    infinite_limit,
    summarise,
    zero_limit,
)
from gumbel_gui.plots.temperature.smooth import finer, smooth
from gumbel_gui.plots.words.estimates import beside, share
from gumbel_gui.plots.words.text import draws, elided, number, sentences

NODES = np.log10(GRID)
LEFT, RIGHT = float(NODES[0]), float(NODES[-1])
X = finer(NODES)
"""log10 t of the curves' points; between those of the grid the mean is right to 0.004."""
MARGIN = 0.22
"""Decades beyond the curves at either end, where the limits are."""
STROKE = np.array([0.06, 0.17])
"""Decades beyond the curves at which a limit's stroke begins and ends."""
TICKS = (0.01, 0.1, 1, 10, 100)
ROOM = 1.1
"""Factor above the limits, so that the axis does not move with the noise of the means."""


class ExpectationByTemperature(Plot):
    """The bias of relaxed samples: the higher t, the further is the mean of s from p."""

    name = "expectation_by_temperature"
    title = mark("Mean of s against t")
    about = mark("The mean of each sₖ at t from 0.01 to 100, with its limits, pₖ and equal shares")
    order = 320
    option_names: ClassVar = {
        "largest": mark("Mean largest entry of s"),
        "entropy": mark("Mean entropy of s, divided by ln K"),
    }

    summarise = staticmethod(summarise)

    @staticmethod
    def prepare(summary: ExpectationSummary, parameters: Parameters) -> None:
        """Compute and cache the law of the entry that the caption is about."""
        estimate_now(summary, told_class(parameters.p, parameters.logits), parameters)

    def build_items(self) -> None:
        """Build all items but the curves, which follow the number of classes."""
        style = self.style
        self.frame.name_axes(tr("temperature t"), tr("mean of s"))
        self.frame.axis("bottom").setTicks([[(float(np.log10(t)), f"{t:g}") for t in TICKS]])
        pane = self.frame.panes[0]
        self._curves = ClassCurves(pane, style)
        self._names = EndLabels(self.frame, pane, style, self._fit_key, left=True)
        self._class_labels: tuple[str, ...] = ()
        self._known = False
        self._line = Curve(pen=style.pen(style.accent))
        self._limits = Curve(connect="pairs", pen=style.pen(style.mark, 2))
        colours = {"largest": style.text, "entropy": style.muted}
        self._spreads = {
            name: Curve(pen=style.pen(colour, style.line, dashed=True))
            for name, colour in colours.items()
        }
        self._spread_colours = {n: colour for n, colour in colours.items() if n in self.options}
        self._dots = Dots(size=7 * style.unit, pen=style.pen(style.surface))
        items = (self._line, self._limits, *self._spreads.values(), self._dots)
        for z, item in enumerate(items):
            item.setZValue(z + 1)
            self.frame.add(item)

    def draw(self, summary: ExpectationSummary, parameters: Parameters) -> None:
        """Show the means at all temperatures, those at the current one, and the limits."""
        order, mean = most_probable(parameters.p), summary.mean
        limits = zero_limit(parameters), infinite_limit(parameters)
        curves = self._curves
        curves.fit(len(order))
        self._class_labels, self._known = self.labels(len(order)), limits[1] is not None
        if curves.choose(order, ascending=True):
            self._names.set_entries(*curves.entries(self._class_labels))
        self._fit_key()
        self.key.rank(order)
        spread = self._spread(summary)
        top = self._fit_axes([mean, *spread.values()], limits)
        shown = list(curves.shown)
        self._names.set_ends(LEFT, mean[0, shown])
        for (curve, _), heights in zip(curves, smooth(NODES, mean[:-1, shown]).T, strict=True):
            curve.setData(X, heights)
        curves.others.set_rows(NODES, mean[:-1, order[SHOWN:] if curves.crowded else ()].T)
        now = [*mean[-1, shown]]
        for name, values in spread.items():
            self._spreads[name].setData(X, smooth(NODES, values[:-1]))
            now.append(values[-1])
        x = _place(parameters.temperature)
        self._line.setData([x, x], [0, top])
        brushes = [*curves.brushes, *map(self.style.brush, self._spread_colours.values())]
        self._dots.setData(x=np.full(len(now), x), y=now, brush=brushes)
        left, right = (np.zeros(0) if limit is None else limit[shown] for limit in limits)
        right = np.unique(right)
        ends = np.tile(LEFT - STROKE, len(left)), np.tile(RIGHT + STROKE, len(right))
        self._limits.setData(np.concatenate(ends), np.repeat(np.concatenate([left, right]), 2))

    def _spread(self, summary: ExpectationSummary) -> dict[str, Floats]:
        """Return those of mean largest entry and mean entropy, (T + 1,), that are switched on."""
        return {name: all_ for name, all_ in _spreads(summary).items() if name in self.options}

    def caption(self, summary: ExpectationSummary, parameters: Parameters) -> str:
        """Return the mean of s beside p at the current t, the limits, and what has a colour."""
        text = sentences(self._comparison(summary, parameters), _limits_in_words(parameters))
        classes = parameters.classes
        if classes <= CROWD:
            return text
        coloured = tr("In colour: {shown} of {classes} classes.", shown=SHOWN, classes=classes)
        return sentences(text, coloured)

    def table(
        self,
        summary: ExpectationSummary,
        parameters: Parameters,
        selection: Selection | None = None,
    ) -> Table:
        """Return the means at each t, at the current t after them, and the limits where known."""
        t, labels = parameters.temperature, self.labels(parameters.classes)
        limits = zero_limit(parameters), infinite_limit(parameters)
        known = [
            (at, each) for at, each in zip((0.0, np.inf), limits, strict=True) if each is not None
        ]
        temperatures = np.array([*GRID, t, *(at for at, _ in known)])
        mean = np.vstack([summary.mean, *(each for _, each in known)])
        source = (tr("draws"),) * len(GRID) + (tr("draws, now"),) + (tr("limit"),) * len(known)
        gaps = np.full(len(known), np.nan)
        return Table(
            (
                Column("source", source),
                Column("temperature", temperatures, tr("temperature t")),
                *(
                    Column(f"mean_{k}", mean[:, k], tr("mean of s, {label}", label=label))
                    for k, label in enumerate(labels)
                ),
                *(
                    Column(
                        name, np.append(values, gaps), tr("mean of {what}", what=self._symbol(name))
                    )
                    for name, values in _spreads(summary).items()
                ),
            ),
            self._quantities(summary, parameters),
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the means at each t, their limits beyond, and those at the current t on top."""
        columns = {column.name: column.values for column in table.columns}
        temperatures = np.asarray(columns["temperature"])
        grid, now = np.arange(len(GRID)), np.array([len(GRID)])
        ends = np.arange(len(GRID) + 1, table.rows)
        strokes = np.where(temperatures[ends] > 0, RIGHT + STROKE[:, None], LEFT - STROKE[:, None])
        values = [f"mean_{k}" for k in range(parameters.classes)] + [*self._spread_colours]
        found = []
        for name in values:
            told, y = ("source", "temperature", name), np.asarray(columns[name])
            found.append(Spots.curve(told, grid, NODES, y[grid]))
            found.append(Spots.boxes(told, ends, (*strokes,), (y[ends], y[ends])))
        x = [_place(parameters.temperature)]
        at_now = (
            Spots.points(("source", "temperature", n), now, x, columns[n][now]) for n in values
        )
        return (*found, *at_now)

    def _quantities(
        self, summary: ExpectationSummary, parameters: Parameters
    ) -> tuple[Quantity, ...]:
        """Return the numbers of the caption at the current t."""
        p, shares = parameters.p, infinite_limit(parameters)
        k = told_class(p, parameters.logits)
        possible = (
            [] if shares is None else [Quantity("possible_classes", int(np.count_nonzero(shares)))]
        )
        return (
            Quantity("temperature", parameters.temperature),
            Quantity("draws", summary.draws),
            Quantity("class", k),
            Quantity.of("mean", estimate_now(summary, k, parameters), float(p[k])),
            *(
                Quantity(n, float(values[-1]), words=tr("mean of {what}", what=self._symbol(n)))
                for n, values in _spreads(summary).items()
            ),
            Quantity("classes", len(p)),
            *possible,
            Quantity("coloured_classes", min(len(p), SHOWN if len(p) > CROWD else len(p))),
        )

    def _comparison(self, summary: ExpectationSummary, parameters: Parameters) -> str:
        """Return the sentence on the mean of s of one class beside its p at the current t."""
        p = parameters.p
        k = told_class(p, parameters.logits)
        t = number(parameters.temperature)
        if not GRID[0] <= parameters.temperature <= GRID[-1]:
            t = tr("{t} (beyond the axis)", t=t)
        also = "".join(
            tr(
                "; {name} {share}",
                name=self._symbol(name),
                share=share(float(values[-1]), whole=one_hot(parameters)),
            )
            for name, values in self._spread(summary).items()
        )
        return tr(
            "At t = {t} the mean of s for {label} over {n} is {comparison}{also}.",
            t=t,
            n=draws(summary.draws),
            label=elided(self.labels(len(p))[k], 16),
            comparison=beside(estimate_now(summary, k, parameters), "p", float(p[k])),
            also=also,
        )

    @staticmethod
    def _symbol(option: str) -> str:
        """Return the name of the curve of an option."""
        return tr("largest entry") if option == "largest" else tr("entropy/ln K")

    def _fit_axes(self, means: list[Floats], limits: tuple[Floats | None, ...]) -> float:
        """Set the ranges for these means and limits; return the top of the axis."""
        limit = max((float(each.max()) for each in limits if each is not None), default=0.0)
        top = round_end(max(ROOM * limit, *(float(each.max()) for each in means)))
        self.frame.set_ranges((LEFT - MARGIN, RIGHT + MARGIN), (-0.05 * top, 1.05 * top))
        return top

    def _fit_key(self) -> None:
        """Set the entries of the key: classes only where their curves have no names."""
        marks = [Entry("tick", self.style.mark, tr("limits"))] if self._known else []
        for name, colour in self._spread_colours.items():
            marks.append(Entry("dashes", colour, self._symbol(name)))
        labels = () if self._names.shown else self._class_labels
        self.key.set_entries(*marks, labels=labels, most=len(self._curves))


def _spreads(summary: ExpectationSummary) -> dict[str, Floats]:
    """Return mean largest entry and mean entropy, (T + 1,) each."""
    return {
        "largest": summary.largest / summary.draws,
        "entropy": summary.entropy / summary.draws / np.log(summary.total.shape[1]),
    }


def _limits_in_words(parameters: Parameters) -> str:
    """Return the sentence on what E[s] tends to at either end."""
    shares = infinite_limit(parameters)
    if shares is None:
        return tr("As t cancels, the curves are flat.")
    possible = int(np.count_nonzero(shares))
    if possible == 1:
        return tr("Only one class can occur, so s is one-hot at every t.")
    share = f"1/{possible}"
    if possible < len(shares):
        share = tr("{share} (0 where p is 0)", share=share)
    mistake = parameters.mistake
    if mistake.noise_depends_on_t:
        return tr("E[s] tends to p as t → ∞, where the noise tends to one number.")
    if zero_limit(parameters) is None:
        return tr("E[s] tends to {high} as t → ∞.", high=share)
    known = {
        Mistake.NONE: "p",
        Mistake.FLOAT32: tr("p (to within 10⁻⁵)"),
        Mistake.NOISE_ON_P: "softmax(p)",
        Mistake.NOISE_AFTER_T: tr("equal shares of the largest p"),
    }
    low = known.get(mistake, tr("what argmax samples"))
    return tr("E[s] tends to {low} as t → 0, to {high} as t → ∞.", low=low, high=share)


def _place(temperature: float) -> float:
    """Return log10 t, at least and at most the ends of the axis."""
    return float(np.log10(min(max(temperature, GRID[0]), GRID[-1])))
