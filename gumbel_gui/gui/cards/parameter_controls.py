"""Controls of the parameters that matter to a single plot only; they sit on its card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gumbel_gui.core.parameters import (
    LARGEST_LOCATION,
    LARGEST_RATE,
    LARGEST_SCALE,
    SMALLEST_RATE,
    SMALLEST_SCALE,
)
from gumbel_gui.core.parsing import parse_count, parse_number
from gumbel_gui.gui.cards.class_controls import ClassesControl
from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.fields import ErrorLabel, NumberBox, NumberSlider, log_scale
from gumbel_gui.plots.words.text import number

STEPS = 200
SNAP = 2
"""Steps of a slider around 1 that stand for 1."""
LOCATIONS = (-3.0, 3.0)
SCALES = (0.2, 3.0)
NOISE_SCALES = (0.1, 10.0)
LEARNING_RATES = (0.01, 10.0)
BOX_FACTOR = 10 ** (1 / 20)
BOX_STEP = 0.1


class NumberControl(QWidget):
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
        self._store.edit(text, lambda s: s.with_parameter(self._name, value), run=run)
        self._error.show_sentence("")


class TopControl(NumberControl):
    """How many classes Gumbel-top-k takes: 1 … K."""

    def refresh(self) -> None:
        """Show k, of as many classes as there are now."""
        classes = self._store.state.parameters.classes
        self._limits = 1, classes
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, classes - 1)
        super().refresh()


def make_control(name: str, store: Store, playbacks: Mapping[str, Playback]) -> QWidget:
    """Return the control of a parameter, one of ``KNOBS``.

    Args:
        name: of the parameter.
        store: where it is set.
        playbacks: what plays through a parameter, by its name.
    """
    if name in _MAKERS:
        return _MAKERS[name](store)
    # Imported when used: the first view has none of these.
    from gumbel_gui.gui.cards.gradient_controls import (
        AnnealedControl,
        EstimatorControl,
        LossControl,
        WeightsControl,
    )
    from gumbel_gui.gui.cards.schedule_control import ScheduleControl
    from gumbel_gui.gui.controls.playback_control import PlaybackControl

    if name == "schedule":
        return ScheduleControl(store, playbacks[name])
    if name in playbacks:
        return PlaybackControl(store, playbacks[name])
    kinds: dict[str, Callable[[Store], QWidget]] = {
        "loss": LossControl,
        "weights": WeightsControl,
        "estimator": EstimatorControl,
        "annealed": AnnealedControl,
    }
    return kinds[name](store)


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
    return NumberControl(store, "location", "μ", words, slider, parse_number, step, (-far, far))


def _scale(store: Store) -> QWidget:
    words = store.tr("scale β")
    return _log_control(store, "scale", "β", words, SCALES)


def _noise_scale(store: Store) -> QWidget:
    words = store.tr("scale b of the noise")
    return _log_control(store, "noise_scale", "b", words, NOISE_SCALES)


def _log_control(
    store: Store,
    name: str,
    symbol: str,
    words: str,
    ends: tuple[float, float],
    limits: tuple[float, float] = (SMALLEST_SCALE, LARGEST_SCALE),
) -> QWidget:
    to_number, to_step = log_scale(*ends, STEPS)

    def near(i: int) -> float:
        # 1 changes nothing, which is what to compare with: it is easy to hit.
        return 1.0 if abs(i - to_step(1)) <= SNAP else float(f"{to_number(i):.3g}")

    slider = NumberSlider("", STEPS, near, to_step)

    def step(value: float, steps: int) -> float:
        return float(f"{value * BOX_FACTOR**steps:.3g}")

    return NumberControl(store, name, symbol, words, slider, parse_number, step, limits)


def _top(store: Store) -> QWidget:
    slider = NumberSlider("", 1, lambda step: step + 1.0, lambda value: value - 1)

    def step(value: float, steps: int) -> float:
        return value + steps

    words = store.tr("number of classes k")
    return TopControl(store, "top", "k", words, slider, parse_count, step, (1, 1))


def _learning_rate(store: Store) -> QWidget:
    words, limits = store.tr("learning rate"), (SMALLEST_RATE, LARGEST_RATE)
    return _log_control(store, "learning_rate", "rate", words, LEARNING_RATES, limits)


def _pair(store: Store) -> QWidget:
    words = (store.tr("First class, i"), store.tr("Second class, j"))
    return ClassesControl(store, "pair", tuple(zip("ij", words, strict=True)))


def _trio(store: Store) -> QWidget:
    corners = (store.tr("Corner left"), store.tr("Corner right"), store.tr("Corner on top"))
    return ClassesControl(store, "trio", tuple(zip("◣◢▲", corners, strict=True)))


_MAKERS: dict[str, Callable[[Store], QWidget]] = {
    "location": _location,
    "scale": _scale,
    "noise_scale": _noise_scale,
    "top": _top,
    "pair": _pair,
    "trio": _trio,
    "learning_rate": _learning_rate,
}


def _stack(holder: QWidget, row: Any, error: ErrorLabel) -> None:
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addLayout(row)
    layout.addWidget(error)
