"""ParameterBox, ParameterSlider: a box and a slider of a declared parameter that is one number."""

from __future__ import annotations

from collections.abc import Callable

from gumbel_gui.core.kinds import Kind, Number, Whole
from gumbel_gui.core.parameters import PARAMETERS, Parameters
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.number_box import LARGEST, NumberBox
from gumbel_gui.gui.widgets.number_slider import (
    NumberSlider,
    Scale,
    linear_scale,
    log_scale,
    stop_scale,
    whole_scale,
    with_zero,
)

STEPS = 200
SNAP = 2
STOPS, MOST = (1, 2, 3, 5, 7), 10**12
"""Of a slider for whole numbers in nearly equal ratios, in each decade up to a limit."""
SPAN = 10.0
"""Of a slider for a number that has neither an upper limit nor ends of its own."""


class ParameterBox(NumberBox):
    """A box that shows a parameter and sets it.

    Args:
        store: where it is set.
        name: of the parameter.
        words: for screen readers.
        write: returns a value as it is shown.
        digits: how many must fit.
        scale: for the steps of the box, and for a slider; by default that of the declaration.
        step: is given the number of steps up or down, if they are not those of ``go``.
        text: of the undo step, if not that of the declaration.
    """

    def __init__(
        self,
        store: Store,
        name: str,
        words: str,
        write: Callable[..., str],
        digits: int,
        *,
        scale: Scale | None = None,
        step: Callable[[int], None] | None = None,
        text: str = "",
    ) -> None:
        self.store, self.name, self._declared = store, name, PARAMETERS[name]
        super().__init__(
            words,
            lambda typed: self.set(self._declared.parse(typed)),
            step or self.go,
            digits,
            self._ends,
        )
        self._write, self._scale, self._text = write, scale, text
        store.changed.connect(self.refresh)
        self.refresh()

    @property
    def scale(self) -> Scale:
        """The scale, which may depend on other parameters."""
        return self._scale or _scale_of(self._declared.kind, self.store.state.parameters)

    def refresh(self) -> None:
        """Show the present value."""
        self.show_text(self._write(self.store.value(self.name)))

    def set(self, value: float, run: str = "") -> None:
        """Set the parameter, as ``Store.set`` does."""
        self.store.set(self.name, value, text=self._text, run=run)

    def go(self, steps: int) -> None:
        """Set the value that is some steps further on, or the limit before it."""
        low, high = self._ends()
        moved = self.scale.moved(self.store.value(self.name), steps)
        self.set(min(max(moved, low), high), run=self.name)

    def _ends(self) -> tuple[float, float]:
        """Return the limits of the declaration."""
        kind, parameters = self._declared.kind, self.store.state.parameters
        assert isinstance(kind, Number | Whole)
        high = kind.limit(parameters) if isinstance(kind, Whole) else min(kind.highest, LARGEST)
        return kind.lowest, high


class ParameterSlider(NumberSlider):
    """A slider over the scale of a box; a drag is one undo step."""

    def __init__(self, box: ParameterBox) -> None:
        super().__init__(box.accessibleName(), box.scale)
        self._box, store = box, box.store
        self.moved.connect(lambda value: box.set(value, run=box.name))
        self.sliderPressed.connect(store.begin_gesture)
        self.sliderReleased.connect(store.end_gesture)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present value."""
        self.set_scale(self._box.scale)
        self.show_number(self._box.store.value(self._box.name))


def _scale_of(kind: Kind, parameters: Parameters) -> Scale:
    """Return the scale of a declaration."""
    if isinstance(kind, Whole):
        if kind.logarithmic:
            stops = (digit * 10**power for power in range(len(str(MOST))) for digit in STOPS)
            limit = kind.limit(parameters)
            return stop_scale([stop for stop in stops if kind.lowest <= stop <= limit])
        return whole_scale(kind.lowest, kind.limit(parameters))
    assert isinstance(kind, Number)
    low, high = kind.ends or (kind.lowest, min(kind.highest, kind.lowest + SPAN))
    if not kind.logarithmic:
        return linear_scale(low, high, STEPS)
    scale = log_scale(low, high, STEPS, SNAP)
    return scale if kind.lowest else with_zero(scale)
