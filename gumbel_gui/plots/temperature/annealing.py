"""Plot: the annealing schedule, t against the step, and where on it the current t is."""

from __future__ import annotations

import math

import numpy as np

from gumbel_gui.core.annealing import Schedule, schedule_length, schedule_temperature
from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks, Ticks
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.items.end_labels import EndLabels
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.text import count, number

BEYOND = 1.15
"""How far the axis of the steps goes at least, in lengths of the schedule."""
ENDS = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
"""Where that axis may end, times a power of 10."""
MARGIN, INSET = 0.03, 0.07
"""Shares of width and height of the plot that keep the mark of the current t whole at its edges."""
MOST_TICKS, MOST_LONG_TICKS, LONG = 6, 3, 5
"""Numbers on that axis besides 0, and where these have so many characters."""
DIGITS, MORE_DIGITS = 4, 6
"""Significant digits of t, and of one that would look like the end that it is beyond."""
PAD, LEAST_PAD = 0.1, 0.25
"""Room above t₀ and below t_min, as a share of the way between them and at least, in decades."""
CLEAR = 0.12
"""Share of the height of the plot that has to be free of other numbers around t₀ and t_min."""
WIDE, NARROW = 2.2, 0.9
"""Of more decades than this only powers of 10 are named, of fewer also 1, 2, 5 times these."""
FEW_STEPS = 40
"""Up to so many steps are shown as dots."""
SAME = 1e-5
"""Relative difference up to which a t is that of a step: playback rounds t to six digits."""


def step_of(schedule: Schedule, temperature: float) -> float:
    """Return where on a schedule t is, in steps, a fraction between two of them.

    Before the first step it is negative infinity, and beyond the last one infinity.
    """
    start, rate, end = schedule
    if temperature > start * (1 + SAME):
        return -math.inf
    if temperature < end * (1 - SAME):
        return math.inf
    if temperature <= end < start:
        return float(schedule_length(schedule))
    return max(math.log(start / temperature) / rate, 0.0)


def last_step(schedule: Schedule) -> int:
    """Return where the axis of the steps ends."""
    least = BEYOND * schedule_length(schedule)
    power = 10.0 ** math.floor(math.log10(least))
    return math.ceil(next(end * power for end in ENDS if end * power >= least - 1e-9))


def height_range(schedule: Schedule) -> tuple[float, float]:
    """Return the ends of the axis of t, as log10 t."""
    low, high = math.log10(schedule[2]), math.log10(schedule[0])
    pad = max(PAD * (high - low), LEAST_PAD)
    return low - pad, high + pad


class Annealing(Plot):
    """The schedule t(i) = max(t_min, t₀·exp(−r·i))."""

    name = "annealing"
    title = mark("Annealing")
    about = mark("The schedule t(i) = max(t_min, t₀·exp(−r·i)), and where on it the current t is")
    order = 340
    depends = frozenset()
    shows = frozenset({"temperature", "schedule"})
    sampled = False
    labelled = False
    controls = ("schedule",)

    def build_items(self) -> None:
        """Build the curve, its part up to the current t, the lowest t, and the current t."""
        style = self.style
        self.frame.name_axes(tr("step i"), "t")
        self._least = Curve(pen=style.pen(style.muted, style.line, dashed=True))
        self._curve = Curve(pen=style.pen(style.text, style.line), antialias=True)
        # A wide pen is slow for many points only; this has three.
        self._passed = Curve(pen=style.pen(style.text, 2.4 * style.line), antialias=True)
        self._steps = Dots(size=4 * style.unit, pen=None, brush=style.brush(style.text))
        self._now = Dots(size=11 * style.unit, symbol="o")
        self._pens = style.pen(style.surface), style.pen(style.accent, 2)
        self._brushes = style.brush(style.accent), style.brush(style.surface)
        self.frame.add(self._least, self._curve, self._passed, self._steps, self._now)
        self._lines = Entry("line", style.text, "t(i)"), Entry("dashes", style.muted, "t_min")
        self._names = EndLabels(self.frame, self.frame.panes[0], style, self._fit_key)
        self._names.set_entries(self._lines)
        self._heights = FittingTicks(self.frame.panes[0], "left", style)
        self._schedule: Schedule | None = None

    def _fit_key(self) -> None:
        """Explain the dot, and the lines where they have no names."""
        now = Entry("dot", self.style.accent, tr("current t"))
        self.key.set_entries(*(() if self._names.shown else self._lines), now)

    def draw(self, summary: None, parameters: Parameters) -> None:
        """Show the schedule and the current t on it, or at the end that it is beyond."""
        schedule, t = parameters.schedule, parameters.temperature
        self._fit_schedule(schedule)
        x, y = self._corners
        step = step_of(schedule, t)
        place, inside = min(max(step, 0.0), x[-1]), math.isfinite(step)
        self._passed.setData(*_until(x, y, place) if step >= 0 else ([], []))
        height = math.log10(t) if t > 0 else -math.inf
        self._now.setData(
            x=[place],
            y=[min(max(height, self._lowest), self._highest)],
            pen=self._pens[not inside],
            brush=self._brushes[not inside],
        )

    def caption(self, summary: None, parameters: Parameters) -> str:
        """Return the formula with its numbers, for how many steps t falls, and where it is now."""
        schedule = parameters.schedule
        now = _now_in_words(schedule, parameters.temperature)
        return tr("{falls}; {now}.", falls=_steps_in_words(schedule), now=now)

    def table(
        self, summary: None, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return t at each step of the axis, the numbers of the schedule, and where t is on it."""
        schedule, t = parameters.schedule, parameters.temperature
        steps = np.arange(last_step(schedule) + 1)
        temperatures = [schedule_temperature(schedule, i) for i in steps.tolist()]
        ends = zip(("start", "rate", "end"), schedule, ("t₀", "r", "t_min"), strict=True)
        place = step_of(schedule, t)
        now = [Quantity("step", round(place))] if math.isfinite(place) else []
        return Table(
            (
                Column("step", steps, tr("step i")),
                Column("temperature", np.array(temperatures), "t(i)"),
            ),
            (
                *(Quantity(name, value, words=symbol) for name, value, symbol in ends),
                Quantity("length", schedule_length(schedule)),
                Quantity("temperature", t),
                *now,
            ),
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the steps on the curve."""
        step, temperature = (each.values for each in table.columns)
        curve = Spots.curve(("step", "temperature"), step, step, np.log10(temperature))
        return (curve,)

    def _fit_schedule(self, schedule: Schedule) -> None:
        """Show another schedule; nothing of this depends on t."""
        if self._schedule == schedule:
            return
        self._schedule = schedule
        start, rate, end = schedule
        last = last_step(schedule)
        low, high = math.log10(end), math.log10(start)
        # On the logarithmic axis it is two straight lines.
        corner = math.log(start / end) / rate
        self._corners = np.array([0, corner, last]), np.array([high, low, low])
        self._curve.setData(*self._corners)
        self._least.setData(np.array([0.0, last]), np.array([low, low]))
        self._names.set_ends(last, [low, low])
        steps = np.arange(last + 1) if last <= FEW_STEPS else np.zeros(0, np.int64)
        self._steps.setData(
            x=steps, y=[math.log10(schedule_temperature(schedule, int(i))) for i in steps]
        )
        bottom, top = height_range(schedule)
        inset = INSET * (top - bottom)
        self._lowest, self._highest = bottom + inset, top - inset
        self.frame.set_ranges((-MARGIN * last, (1 + MARGIN) * last), (bottom, top))
        self._heights.set_choices(*_temperatures(schedule))
        self.frame.axis("bottom").setTicks([_numbered(last)])


def _until(x: Floats, y: Floats, place: float) -> tuple[Floats, Floats]:
    """Return the part of a curve up to a place."""
    before = x < place
    return np.append(x[before], place), np.append(y[before], np.interp(place, x, y))


def _temperatures(schedule: Schedule) -> list[Ticks]:
    """Return choices of ticks of the logarithmic axis, the most first.

    All have t₀ and t_min; round numbers that are not near them follow, powers of 10 first.
    """
    low, high = height_range(schedule)
    digits = (1,) if high - low > WIDE else (1, 5, 2) if high - low > NARROW else (1, 5, 2, 3, 7)
    places = {math.log10(value): value for value in (schedule[0], schedule[2])}
    ends = len(places)
    for digit in digits:
        for power in range(math.floor(low), math.ceil(high) + 1):
            place = power + math.log10(digit)
            clear = CLEAR * (high - low)
            if low <= place <= high and all(abs(place - other) >= clear for other in places):
                places[place] = digit * 10.0**power
    ticks = [(place, number(value)) for place, value in places.items()]
    return [ticks[:most] for most in range(len(ticks), ends - 1, -1)]


def _numbered(last: int) -> list[tuple[float, str]]:
    """Return ticks of the axis of the steps."""
    most = MOST_TICKS if len(count(last)) < LONG else MOST_LONG_TICKS
    step = next(
        digit * 10**power
        for power in range(8)
        for digit in (1, 2, 5)
        if digit * 10**power * most >= last
    )
    return [(float(i), count(i)) for i in range(0, last + 1, step)]


def _steps_in_words(schedule: Schedule) -> str:
    """Return the formula of t, and how many steps it takes to the end."""
    start, rate, end = (number(value, DIGITS) for value in schedule)
    formula = f"t(i) = max({end}, {start}·exp(−{rate}·i))"
    if schedule[0] == schedule[2]:
        return tr("{formula} stays at t_min = {end}, where it begins", formula=formula, end=end)
    length = schedule_length(schedule)
    steps = tr("1 step") if length == 1 else tr("{n} steps", n=count(length))
    return tr("{formula} reaches {end} after {steps}", formula=formula, end=end, steps=steps)


def _now_in_words(schedule: Schedule, t: float) -> str:
    """Return at which step the current t is, or beyond which end."""
    (start, _, end), place = schedule, step_of(schedule, t)
    if place == -math.inf:
        return tr("now t = {t}, above t₀ = {start}: no step reaches it", **_apart(t, start=start))
    if place == math.inf:
        return tr("now t = {t}, below t_min = {end}: no step reaches it", **_apart(t, end=end))
    step, shown = round(place), number(t, DIGITS)
    if math.isclose(schedule_temperature(schedule, step), t, rel_tol=SAME):
        return tr("now t = {t}, step {i}", t=shown, i=count(step))
    return tr("now t = {t}, nearest to step {i}", t=shown, i=count(step))


def _apart(t: float, **ends: float) -> dict[str, str]:
    """Return t and an end of the schedule in as few digits as they differ in."""
    values = {"t": t, **ends}
    few, more = (
        {name: number(value, digits) for name, value in values.items()}
        for digits in (DIGITS, MORE_DIGITS)
    )
    return few if len(set(few.values())) == len(few) else more
