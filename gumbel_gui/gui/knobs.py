"""Controls of the parameters that matter to a single plot only; they sit on its card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gumbel_gui.core.parameters import LARGEST_LOCATION, LARGEST_SCALE, SMALLEST_SCALE
from gumbel_gui.core.parsing import parse_count, parse_number
from gumbel_gui.gui.choice import Choice
from gumbel_gui.gui.fields import ErrorLabel, NumberBox, NumberSlider, log_scale
from gumbel_gui.gui.store import Store
from gumbel_gui.plots.text import elided, number

STEPS = 200
LOCATIONS = (-3.0, 3.0)
SCALES = (0.2, 3.0)
NOISE_SCALES = (0.1, 10.0)
BOX_FACTOR = 10 ** (1 / 20)
BOX_STEP = 0.1


class NumberKnob(QWidget):
    """A slider and a box for one number."""

    def __init__(
        self,
        store: Store,
        name: str,
        symbol: str,
        words: str,
        slider: NumberSlider,
        parse: Callable[[str, str], float],
        step: Callable[[float, int], float],
        limits: tuple[float, float],
    ) -> None:
        super().__init__()
        self._store, self._name, self._words, self._next = store, name, words, step
        self._limits = limits
        self._slider, self._error = slider, ErrorLabel()
        slider.setAccessibleName(words)
        slider.moved.connect(lambda value: self._set(value, run=name))
        slider.sliderPressed.connect(store.begin_gesture)
        slider.sliderReleased.connect(store.end_gesture)
        self._box = NumberBox(words, lambda text: self._set(parse(words, text)), self._step, 5)
        self._box.setToolTip(words)
        self._box.rejected.connect(self._error.show_sentence)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(QLabel(symbol))
        row.addWidget(slider, 1)
        row.addWidget(self._box)
        _stack(self, row, self._error)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the number there is now."""
        value = getattr(self._store.state.parameters, self._name)
        self._slider.show_number(value)
        self._box.show_text(number(value, 4))

    def _step(self, steps: int) -> None:
        value = getattr(self._store.state.parameters, self._name)
        low, high = self._limits
        self._set(min(max(self._next(value, steps), low), high), run=self._name)

    def _set(self, value: float, run: str = "") -> None:
        text = self.tr("Change {what}").format(what=self._words)
        self._store.edit(text, lambda s: s.with_knob(self._name, value), run=run)
        self._error.show_sentence("")


class TopKnob(NumberKnob):
    """How many classes Gumbel-top-k takes: 1 … K."""

    def refresh(self) -> None:
        """Show k, of as many classes as there are now."""
        classes = self._store.state.parameters.classes
        self._limits = 1, classes
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, classes - 1)
        super().refresh()


class PairKnob(QWidget):
    """Two lists of classes; choosing the other's class swaps them."""

    def __init__(self, store: Store, words: tuple[str, str]) -> None:
        super().__init__()
        self._store = store
        self._labels: tuple[str, ...] = ()
        self._choices = tuple(Choice(name) for name in words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for place, choice in enumerate(self._choices):
            choice.setMinimumContentsLength(6)
            choice.setSizeAdjustPolicy(
                Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.activated.connect(lambda k, place=place: self._choose(place, k))
            row.addWidget(QLabel("ij"[place]))
            row.addWidget(choice, 1)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the classes there are, and which two are chosen."""
        state = self._store.state
        for choice, k in zip(self._choices, state.parameters.pair, strict=True):
            with QSignalBlocker(choice):
                if state.labels != self._labels:
                    choice.clear()
                    choice.addItems([elided(label, 24) for label in state.labels])
                choice.setCurrentIndex(k)
        self._labels = state.labels

    def _choose(self, place: int, k: int) -> None:
        pair = list(self._store.state.parameters.pair)
        if pair[1 - place] == k:
            pair[1 - place] = pair[place]
        pair[place] = k
        text = self.tr("Choose two classes")
        self._store.edit(text, lambda s: s.with_knob("pair", tuple(pair)))


def make_knob(name: str, store: Store) -> QWidget:
    """Return the control of a parameter, one of ``KNOBS``."""
    return _MAKERS[name](store)


def _location(store: Store) -> QWidget:
    low, high = LOCATIONS
    slider = NumberSlider(
        "",
        STEPS,
        lambda step: round(low + (high - low) * step / STEPS, 2),
        lambda value: (value - low) / (high - low) * STEPS,
    )
    words = store.tr("location μ")

    def step(value: float, steps: int) -> float:
        return round(value + BOX_STEP * steps, 6)

    far = LARGEST_LOCATION
    return NumberKnob(store, "location", "μ", words, slider, parse_number, step, (-far, far))


def _scale(store: Store) -> QWidget:
    words = store.tr("scale β")
    return _log_knob(store, "scale", "β", words, SCALES)


def _noise_scale(store: Store) -> QWidget:
    words = store.tr("scale b of the noise")
    return _log_knob(store, "noise_scale", "b", words, NOISE_SCALES)


def _log_knob(
    store: Store, name: str, symbol: str, words: str, ends: tuple[float, float]
) -> QWidget:
    to_number, to_step = log_scale(*ends, STEPS)
    slider = NumberSlider("", STEPS, lambda i: float(f"{to_number(i):.3g}"), to_step)

    def step(value: float, steps: int) -> float:
        return float(f"{value * BOX_FACTOR**steps:.3g}")

    limits = SMALLEST_SCALE, LARGEST_SCALE
    return NumberKnob(store, name, symbol, words, slider, parse_number, step, limits)


def _top(store: Store) -> QWidget:
    slider = NumberSlider("", 1, lambda step: step + 1.0, lambda value: value - 1)

    def step(value: float, steps: int) -> float:
        return value + steps

    words = store.tr("number of classes k")
    return TopKnob(store, "top", "k", words, slider, parse_count, step, (1, 1))


def _pair(store: Store) -> QWidget:
    return PairKnob(store, (store.tr("First class, i"), store.tr("Second class, j")))


_MAKERS: dict[str, Callable[[Store], QWidget]] = {
    "location": _location,
    "scale": _scale,
    "noise_scale": _noise_scale,
    "top": _top,
    "pair": _pair,
}


def _stack(holder: QWidget, row: Any, error: ErrorLabel) -> None:
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addLayout(row)
    layout.addWidget(error)
