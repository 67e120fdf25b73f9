"""The mean of s against t: from p, where s is one-hot, to equal shares, where it is flat."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.temperature_sums import GRID
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.frame import Curve
from gumbel_gui.plots.canvas.key import Entry, most_probable
from gumbel_gui.plots.temperature.expectation_sums import ExpectationSummary, summarise
from gumbel_gui.plots.temperature.smooth import finer, smooth
from gumbel_gui.plots.words.text import draws, elided, measured, number, tr

NODES = np.log10(GRID)
LEFT, RIGHT = float(NODES[0]), float(NODES[-1])
X = finer(NODES)
"""Where curves have points: the mean between two of the grid is met to 0.004."""
MARGIN = 0.22
"""Decades beyond the curves at either end, where the limits are."""
STROKE = np.array([0.06, 0.17])
"""From where to where a limit's stroke reaches beyond the curves."""
TICKS = (0.01, 0.1, 1, 10, 100)
TOPS = (0.02, 0.03, 0.04, 0.06, 0.09, 0.12, 0.18, 0.25, 0.35, 0.5, 0.7, 1.0)
"""What the axis can end at: a share of at most 1, and of many classes a small one."""
ROOM = 1.1
"""Above the limits, for chance: the axis is not to move when a slider does."""
CROWD, SHOWN = 12, 8
"""Of more classes than ``CROWD`` only the ``SHOWN`` most probable ones have a colour."""
EQUAL = 1e-6
"""A gap below this is rounding."""


class ExpectationByTemperature(Plot):
    """The price of a relaxed sample: its mean is not p, and the warmer the less."""

    name = "expectation_by_temperature"
    title = "Mean of s against t"
    about = "The mean of each s_k at t from 0.01 to 100, with its limits p_k and 1/K"
    order = 320
    option_names: ClassVar = {
        "largest": "Mean largest entry of s",
        "entropy": "Mean entropy of s, divided by ln K",
    }

    @staticmethod
    def summarise(chunk: Chunk) -> ExpectationSummary:
        """Add up s and what follows from it at each temperature."""
        return summarise(chunk)

    def build_items(self) -> None:
        """Build what all classes share; the curves follow the number of classes."""
        style = self.style
        self.frame.name_axes(tr("temperature t"), tr("mean of s"))
        self.frame.axis("bottom").setTicks([[(float(np.log10(t)), f"{t:g}") for t in TICKS]])
        self._top, self._classes, self._keyed = 0.0, 0, (0, False)
        self._shown: tuple[int, ...] = ()
        self._curves: list[Curve] = []
        self._others = Curve(pen=style.pen(style.faint))
        self._line = Curve(pen=style.pen(style.muted))
        self._limits = Curve(connect="pairs", pen=style.pen(style.mark, 2))
        self._spreads = {
            "largest": Curve(pen=style.pen(style.text, style.line, dashed=True)),
            "entropy": Curve(pen=style.pen(style.muted, style.line, dashed=True)),
        }
        self._dots = pg.ScatterPlotItem(size=7, pen=style.pen(style.surface))
        items = (self._others, self._line, self._limits, *self._spreads.values(), self._dots)
        for z, item in enumerate(items):
            item.setZValue(z)
            self.frame.add(item)

    def draw(self, summary: ExpectationSummary) -> None:
        """Show the means at all temperatures, those at the current one, and the limits."""
        order, mean = most_probable(summary.p), summary.mean
        self._fit_classes(len(order))
        self._fit_key(len(order), limits=summary.hot is not None)
        self._colour(order[:SHOWN] if self._crowded else tuple(range(len(order))))
        self.key.rank(order)
        self._fit_axes(summary)
        shown = list(self._shown)
        for curve, heights in zip(self._curves, smooth(NODES, mean[:-1, shown]).T, strict=True):
            curve.setData(X, heights)
        others = mean[:-1, [k for k in order if k not in shown]].T
        joined = np.ones(others.shape, np.int32)
        joined[:, -1] = 0
        self._others.setData(np.tile(NODES, len(others)), others.ravel(), connect=joined.ravel())
        now = [*mean[-1, shown]]
        for name, values in self._spread(summary).items():
            self._spreads[name].setData(X, smooth(NODES, values[:-1]))
            now.append(values[-1])
        x = _place(summary.temperature)
        self._line.setData([x, x], [0, self._top])
        self._dots.setData(x=np.full(len(now), x), y=now, brush=self._brushes)
        self._draw_limits(summary, shown)

    def _spread(self, summary: ExpectationSummary) -> dict[str, Floats]:
        """Return the mean largest entry and entropy, (T + 1,), of which are switched on."""
        values = {
            "largest": summary.largest / summary.draws,
            "entropy": summary.entropy / summary.draws / np.log(len(summary.p)),
        }
        return {name: values[name] for name in self.option_names if name in self.options}

    def _draw_limits(self, summary: ExpectationSummary, shown: list[int]) -> None:
        """Put a stroke for each limit that is known beyond the ends of the curves."""
        cold, hot = summary.cold, summary.hot
        left = np.zeros(0) if cold is None else cold[shown]
        right = np.zeros(0) if hot is None else np.unique(hot[shown])
        x = np.concatenate([np.tile(LEFT - STROKE, len(left)), np.tile(RIGHT + STROKE, len(right))])
        self._limits.setData(x, np.repeat(np.concatenate([left, right]), 2))

    def caption(self, summary: ExpectationSummary) -> str:
        """Compare the mean of s with p at the current t, and tell the limits."""
        parts = [self._comparison(summary), self._limits_in_words(summary), self._coloured(summary)]
        return " ".join(filter(None, parts))

    def _comparison(self, summary: ExpectationSummary) -> str:
        """Say where the mean of s is farthest from p at the current t."""
        n, mean = summary.draws, summary.mean[-1]
        gap = np.abs(mean - summary.p)
        k = int(gap.argmax())
        t = number(summary.temperature)
        if not GRID[0] <= summary.temperature <= GRID[-1]:
            t = tr("{t} (beyond the axis)", t=t)
        also = "".join(
            f"; {self._symbol(name)} {values[-1]:.3f}"
            for name, values in self._spread(summary).items()
        )
        if gap[k] < EQUAL:
            return tr("At t = {t} the mean of s is p in every class{also}.", t=t, also=also)
        values = {
            "t": t,
            "n": draws(n),
            "label": elided(self.labels(len(mean))[k], 16),
            "mean": measured(float(mean[k]), float(summary.margin[k])),
            "p": f"{summary.p[k]:.4f}",
            "also": also,
        }
        if (gap <= summary.margin).all():
            return tr(
                "At t = {t} the mean of s ({n}) is p within 95 % margins; farthest at {label}: "
                "{mean}, where p is {p}{also}.",
                **values,
            )
        return tr(
            "At t = {t} the mean of s ({n}) is farthest from p at {label}: {mean}, where p is "
            "{p}{also}.",
            **values,
        )

    @staticmethod
    def _symbol(option: str) -> str:
        """Return what a curve that is switched on is called."""
        return tr("largest entry") if option == "largest" else tr("entropy/ln K")

    def _limits_in_words(self, summary: ExpectationSummary) -> str:
        """Say what E[s] tends to at either end."""
        hot = summary.hot
        if hot is None:
            return tr("As t cancels, the curves are flat.")
        possible = int(np.count_nonzero(hot))
        if possible == 1:
            return tr("Only one class can occur, so s is one-hot at every t.")
        share = f"1/{possible}"
        if possible < len(hot):
            share = tr("{share} (0 where p is 0)", share=share)
        if summary.mistake is Mistake.NO_NOISE:  # of equal scores argmax takes one, s shares
            return tr("E[s] tends to {hot} as t → ∞.", hot=share)
        colds = {
            Mistake.NONE: "p",
            Mistake.FLOAT32: tr("p (to within 10⁻⁶)"),
            Mistake.NOISE_ON_P: "softmax(p)",
        }
        cold = colds.get(summary.mistake, tr("what argmax samples"))
        return tr("E[s] tends to {cold} as t → 0, to {hot} as t → ∞.", cold=cold, hot=share)

    @staticmethod
    def _coloured(summary: ExpectationSummary) -> str:
        """Say how many classes have a colour, if not all have."""
        if len(summary.p) <= CROWD:
            return ""
        return tr("In colour: {shown} of {classes} classes.", shown=SHOWN, classes=len(summary.p))

    @property
    def _crowded(self) -> bool:
        return self._classes > CROWD

    def _fit_axes(self, summary: ExpectationSummary) -> None:
        """Move the axes only when they must: each move redraws them."""
        limits = [limit.max() for limit in (summary.cold, summary.hot) if limit is not None]
        values = [summary.mean, *self._spread(summary).values()]
        highest = max(ROOM * max(limits, default=0.0), *(float(each.max()) for each in values))
        top = next((top for top in TOPS if highest <= top), 1.0)
        if top != self._top:
            self._top = top
            self.frame.set_ranges((LEFT - MARGIN, RIGHT + MARGIN), (-0.05 * top, 1.05 * top))

    def _fit_classes(self, classes: int) -> None:
        """Make the items that these many classes need."""
        if self._classes == classes:
            return
        self._classes, self._shown = classes, ()
        for item in self._curves:
            self.frame.remove(item)
        rows = SHOWN if self._crowded else classes
        self._curves = [Curve() for _ in range(rows)]
        self.frame.add(*self._curves)

    def _fit_key(self, classes: int, *, limits: bool) -> None:
        """Name what there is to be seen."""
        if self._keyed == (classes, limits):
            return
        self._keyed = classes, limits
        style = self.style
        marks = [Entry("tick", style.mark, tr("limits"))] if limits else []
        if "largest" in self.options:
            marks.append(Entry("dashes", style.text, self._symbol("largest")))
        if "entropy" in self.options:
            marks.append(Entry("dashes", style.muted, self._symbol("entropy")))
        self.key.set_entries(marks, self.labels(classes), SHOWN if classes > CROWD else classes)

    def _colour(self, shown: tuple[int, ...]) -> None:
        """Give the curves and dots the colours of these classes."""
        if shown == self._shown:
            return
        self._shown, style = shown, self.style
        colours = [style.class_colour(k) for k in shown]
        for curve, colour in zip(self._curves, colours, strict=True):
            curve.setPen(style.pen(colour, style.line))
        more = {"largest": style.text, "entropy": style.muted}
        colours += [colour for name, colour in more.items() if name in self.options]
        self._brushes = [style.brush(colour) for colour in colours]


def _place(temperature: float) -> float:
    """Return where t is on the axis, at one of its ends if it is beyond them."""
    return float(np.log10(min(max(temperature, GRID[0]), GRID[-1])))
