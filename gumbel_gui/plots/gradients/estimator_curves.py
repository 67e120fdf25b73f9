"""Curves of bias or standard deviation against log t, with intervals and dots, in one pane."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.losses import Estimator
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.pane import Pane
from gumbel_gui.plots.gradients.estimator_key import estimator_colour, estimator_pen
from gumbel_gui.plots.gradients.estimator_numbers import FIRST, LAST, ON_T
from gumbel_gui.plots.look.style import Style

LEFT, RIGHT = FIRST - 0.06, LAST + 0.5
END = LAST + 0.06
"""Where lines end that do not depend on t; a text is to the right of it."""
SYMBOLS = dict(zip(ON_T, ("o", "d", "p", "star", "s", "t1"), strict=True))
Point = tuple[float, float]
Spot = tuple[float, float, float]
"""A number and the ends of its 95 % interval."""
Bar = tuple[float, Spot]
"""A place on the axis of log10 t, and the number there with its interval."""


class EstimatorCurves:
    """The curves, intervals and dots of one pane; what is exact has no interval."""

    def __init__(self, pane: Pane, style: Style) -> None:
        self._now = Curve(pen=style.pen(style.accent))
        pane.add(self._now)
        self._bars, self._lines, self._dots = {}, {}, {}
        edge = style.pen(style.surface)
        # Gumbel-softmax's solid line comes first, so that dashes on it can be seen.
        for each in Estimator:
            colour = estimator_colour(style, each)
            if each in ON_T:
                self._bars[each] = Curve(connect="pairs", pen=style.pen(colour, style.line))
                pane.add(self._bars[each])
            self._lines[each] = Curve(pen=estimator_pen(style, each), antialias=True)
            pane.add(self._lines[each])
        for each, symbol in SYMBOLS.items():
            brush = style.brush(estimator_colour(style, each))
            dot = Dots(size=7 * style.unit, symbol=symbol, pen=edge, brush=brush)
            dot.setZValue(1)
            self._dots[each] = dot
            pane.add(dot)

    def show(
        self,
        paths: dict[Estimator, list[Bar]],
        here: dict[Estimator, Spot],
        now: float,
        limits: tuple[float, float],
    ) -> None:
        """Show numbers with their intervals.

        Args:
            paths: by ascending log10 t, of the shown estimators that depend on t.
            here: at the present t, of all shown estimators with enough draws.
            now: log10 of the present t, −∞ … ∞.
            limits: ends of the vertical axis; nothing is drawn beyond them.
        """
        low, high = limits
        for each, line in self._lines.items():
            level = [(x, here[each]) for x in (LEFT, END) if each in here]
            path = paths.get(each, level if each not in ON_T else [])
            if each in self._bars:
                told = [(x, spot) for x, spot in path if spot[1] < spot[2]]
                self._bars[each].setData(*_columns(_segments(told, limits)))
            line.setData(*_columns(_inside([(x, spot[0]) for x, spot in path], low)))
        for each, dot in self._dots.items():
            spots = [here[each][0]] if each in here and FIRST <= now <= LAST else []
            shown = [(now, y) for y in spots if low <= y <= high]
            dot.setData(*_columns(shown))
        x = LEFT if now < FIRST else RIGHT if now > LAST else now
        self._now.setData(np.array([x, x]), np.array([low, high], np.float64))

    def ends(self, shown: Sequence[Estimator]) -> Floats:
        """Return x and y (2, n) of where the estimators' lines end at the right, else NaN."""
        lines = [self._lines[each].getData() for each in shown]
        last = [(x[-1], y[-1]) if y is not None and len(y) else (-math.inf,) * 2 for x, y in lines]
        ends = np.array(last).T
        return np.where(ends[0] >= LAST - 1e-9, ends, math.nan)


def _segments(path: list[Bar], limits: tuple[float, float]) -> list[Point]:
    """Return the lower and the upper ends of intervals, in turn, cut off at the limits."""
    low, high = limits
    return [
        (x, min(max(y, low), high))
        for x, spot in path
        if spot[1] <= high and spot[2] >= low
        for y in spot[1:]
    ]


def _inside(points: list[Point], low: float) -> list[Point]:
    """Return the part of a curve that ends where it falls below ``low`` for the first time."""
    inside: list[Point] = []
    for x, y in points:
        if y < low:
            if inside and math.isfinite(y):
                last, above = inside[-1]
                inside.append((last + (x - last) * (above - low) / (above - y), low))
            break
        inside.append((x, y))
    return inside


def _columns(points: list[Point]) -> tuple[Floats, Floats]:
    """Return the x and the y of points."""
    x, y = np.array(points, np.float64).reshape(-1, 2).T
    return x.copy(), y.copy()
