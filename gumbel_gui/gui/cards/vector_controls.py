"""WeightsControl, SharesControl, ScheduleControl, OrderControl: parameters of several parts."""

from __future__ import annotations

from functools import partial

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QLabel, QPushButton, QWidget

from gumbel_gui.core.kinds import Order, Schedule, Shares, Weights
from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.core.parsing import parse_number
from gumbel_gui.gui.controls.playback_control import PlaybackControl
from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.gui.widgets.number_box import NumberBox
from gumbel_gui.gui.widgets.number_slider import FACTOR
from gumbel_gui.gui.widgets.wrapping_row import WrappingRow
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import number


class WeightsControl(QWidget):
    """A number per class as a line of numbers; an empty line restores the usual ones."""

    def __init__(self, store: Store, name: str) -> None:
        super().__init__()
        declared, kind = PARAMETERS[name], PARAMETERS[name].kind
        assert isinstance(kind, Weights | Shares)
        self._store, self._name, self._parse = store, name, declared.parse
        self._usual = kind.usual
        words = tr(declared.words)
        self._box = NumberBox(words, self._enter, lambda _: None, 14)
        self._box.setToolTip(f"{words}: {tr(declared.note)}")
        parts = self._box, *self.buttons()
        row(QLabel(declared.symbol), *parts, within=self, gap=6, wide=self._box)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present weights."""
        self._box.show_text(self._text())

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return what is beside the box."""
        return ()

    def _value(self) -> tuple[float, ...]:
        chosen: tuple[float, ...] = self._store.value(self._name)
        return chosen or self._usual(self._store.state.parameters)

    def _text(self) -> str:
        return ", ".join(map(_typable, self._value()))

    def _enter(self, text: str) -> None:
        weights, before = self._parse(text), self._value()
        # What is shown is rounded: an entry that reads as it did keeps its other digits.
        shown = self._parse(self._text())
        if weights == shown:
            weights = self._store.value(self._name)
        elif len(weights) == len(shown):
            whole = zip(weights, shown, before, strict=True)
            weights = tuple(old if new == rounded else new for new, rounded, old in whole)
        self._store.set(self._name, weights)


class SharesControl(WeightsControl):
    """The same of a probability vector, with a button that makes it the present p."""

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the button."""
        pin = QPushButton(tr("Pin p"))
        pin.setToolTip(tr("Keep the present p as {what}", what=tr(PARAMETERS[self._name].words)))
        pin.setAccessibleName(pin.toolTip())
        pin.clicked.connect(self._pin)
        return (pin,)

    def _pin(self) -> None:
        self._store.set(self._name, tuple(self._store.state.parameters.probabilities))


class ScheduleControl(QWidget):
    """Boxes for t₀, r and t_min, and playback: in one row, or in as many as a narrow card needs."""

    def __init__(self, store: Store, name: str, playback: Playback | None) -> None:
        super().__init__()
        kind = PARAMETERS[name].kind
        assert isinstance(kind, Schedule)
        self._store, self._name, self._kind = store, name, kind
        self._boxes, parts = list[NumberBox](), list[QWidget]()
        for place, (symbol, text) in enumerate(kind.places):
            words = tr(text)
            enter, step = partial(self._enter, place, words), partial(self._step, place)
            box = NumberBox(words, enter, step, 5, partial(self._limits, place))
            box.setToolTip(words)
            self._boxes.append(box)
            parts.append(QWidget())
            row(QLabel(symbol), box, within=parts[-1], gap=6, wide=box)
        if playback:
            parts.append(PlaybackControl(store, playback))
        column(WrappingRow(parts, gap=8), within=self)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present schedule."""
        for box, value in zip(self._boxes, self._store.value(self._name), strict=True):
            box.show_text(number(value, 4))

    def _limits(self, place: int) -> tuple[float, float]:
        return self._kind.limits(self._store.value(self._name))[place]

    def _enter(self, place: int, words: str, text: str) -> None:
        self._set(place, parse_number(words, text))

    def _step(self, place: int, steps: int) -> None:
        schedule = self._store.value(self._name)
        low, high = self._limits(place)
        value = float(f"{schedule[place] * FACTOR**steps:.3g}")
        self._set(place, min(max(value, low), high), run=f"{self._name} {place}")

    def _set(self, place: int, value: float, run: str = "") -> None:
        schedule = self._store.value(self._name)
        self._store.set(self._name, (*schedule[:place], value, *schedule[place + 1 :]), run=run)


class OrderControl(QWidget):
    """A list for each place; what is chosen for one place swaps with what is there."""

    def __init__(self, store: Store, name: str) -> None:
        super().__init__()
        kind, words = PARAMETERS[name].kind, tr(PARAMETERS[name].words)
        assert isinstance(kind, Order)
        self._store, self._name, names = store, name, kind.names
        self._choices = [
            Choice(tr("{words}: step {n}", words=words, n=n), [(each, each) for each in names])
            for n in range(1, len(names) + 1)
        ]
        parts = []
        for place, choice in enumerate(self._choices):
            choice.activated.connect(lambda k, place=place: self._choose(place, names[k]))
            parts.append(QWidget())
            arrow = [QLabel("→")] if place else []
            row(*arrow, choice, within=parts[-1], gap=6, wide=choice)
        column(WrappingRow(parts, gap=6), within=self)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present order."""
        for choice, each in zip(self._choices, self._store.value(self._name), strict=True):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(choice.findData(each))

    def _choose(self, place: int, wanted: str) -> None:
        order = list(self._store.value(self._name))
        order[order.index(wanted)], order[place] = order[place], wanted
        self._store.set(self._name, tuple(order))


def _typable(value: float) -> str:
    """Return a number as it can be typed, too: 1e-09, not 1·10⁻⁹."""
    text = number(value, 3)
    return f"{value:.3g}" if "·" in text else text
