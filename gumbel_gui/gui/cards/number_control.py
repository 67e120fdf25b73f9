"""NumberControl: a slider and a box for a parameter that is one number."""

from __future__ import annotations

import math

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gumbel_gui.core.kinds import Number, Whole
from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.fields import ErrorLabel, NumberBox, NumberSlider, log_scale
from gumbel_gui.plots.words.text import number, tr

STEPS = 200
SNAP = 2
"""Steps of a logarithmic slider around 1 that stand for 1."""
BOX_FACTOR = 10 ** (1 / 20)


class Scale:
    """Positions of a slider from ``low`` to ``high``, equally far apart."""

    def __init__(self, low: float, high: float) -> None:
        self.low, self.high, self.steps = low, high, STEPS
        self._digits = max(2 - math.floor(math.log10(high - low)), 0)

    def to_number(self, step: int) -> float:
        """Return the number at a position."""
        return round(self.low + (self.high - self.low) * step / self.steps, self._digits)

    def to_step(self, value: float) -> float:
        """Return the position of a number, which may lie beyond the ends."""
        return (value - self.low) / (self.high - self.low) * self.steps

    def moved(self, value: float, steps: int) -> float:
        """Return a number some steps of the box further on."""
        return round(value + steps * 10.0 ** (1 - self._digits), 6)


class LogScale(Scale):
    """Positions with equal ratios; those near 1, which often changes nothing, stand for 1."""

    def __init__(self, low: float, high: float) -> None:
        super().__init__(low, high)
        self._to_number, self._to_step = log_scale(low, high, STEPS)

    def to_number(self, step: int) -> float:
        """Return the number at a position."""
        near = abs(step - self._to_step(1)) <= SNAP
        return 1.0 if near else float(f"{self._to_number(step):.3g}")

    def to_step(self, value: float) -> float:
        """Return the position of a number, which may lie beyond the ends."""
        return self._to_step(value)

    def moved(self, value: float, steps: int) -> float:
        """Return a number some steps of the box further on."""
        return float(f"{value * BOX_FACTOR**steps:.3g}")


class WholeScale(Scale):
    """Whole numbers, one for each position as far as a slider has as many."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high, self.steps = low, high, min(high - low, 10 * STEPS)

    def to_number(self, step: int) -> float:
        """Return the number at a position."""
        return float(round(self.low + (self.high - self.low) * step / max(self.steps, 1)))

    def to_step(self, value: float) -> float:
        """Return the position of a number."""
        return (value - self.low) / max(self.high - self.low, 1) * self.steps

    def moved(self, value: float, steps: int) -> float:
        """Return a number some steps of the box further on."""
        return value + steps


class NumberControl(QWidget):
    """A slider and a box for one number."""

    def __init__(self, store: Store, name: str) -> None:
        super().__init__()
        self._store, self._name, declared = store, name, PARAMETERS[name]
        self._kind, words = declared.kind, tr(declared.words)
        self._scale, self._error = self._make_scale(), ErrorLabel()
        self._slider = slider = NumberSlider(
            words,
            self._scale.steps,
            lambda step: self._scale.to_number(step),
            lambda value: self._scale.to_step(value),
        )
        slider.moved.connect(lambda value: self._set(value, run=name))
        slider.sliderPressed.connect(store.begin_gesture)
        slider.sliderReleased.connect(store.end_gesture)
        self._box = NumberBox(words, lambda text: self._set(declared.parse(text)), self._step, 5)
        self._box.setToolTip(f"{words}; {tr(declared.note)}" if declared.note else words)
        self._box.rejected.connect(self._error.show_sentence)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(QLabel(declared.symbol))
        row.addWidget(slider, 1)
        row.addWidget(self._box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._error)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present value."""
        if isinstance(self._kind, Whole) and self._scale.high != self._limits()[1]:
            self._scale = self._make_scale()
            with QSignalBlocker(self._slider):
                self._slider.setRange(0, self._scale.steps)
        value = self._store.value(self._name)
        self._slider.show_number(value)
        self._box.show_text(number(value, 4))

    def _limits(self) -> tuple[float, float]:
        kind = self._kind
        assert isinstance(kind, Number | Whole)
        if isinstance(kind, Whole):
            return kind.lowest, kind.limit(self._store.state.parameters)
        return kind.lowest, kind.highest

    def _make_scale(self) -> Scale:
        low, high = self._limits()
        if isinstance(self._kind, Whole):
            return WholeScale(int(low), int(high))
        assert isinstance(self._kind, Number)
        low, high = self._kind.ends or (low, high)
        return LogScale(low, high) if self._kind.logarithmic else Scale(low, high)

    def _step(self, steps: int) -> None:
        low, high = self._limits()
        moved = self._scale.moved(self._store.value(self._name), steps)
        self._set(min(max(moved, low), high), run=self._name)

    def _set(self, value: float, run: str = "") -> None:
        self._store.set(self._name, value, run=run)
        self._error.show_sentence("")
