"""Controls of parameters that are several numbers: weights, and the annealing schedule."""

from __future__ import annotations

from functools import partial

from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gumbel_gui.core.kinds import Schedule
from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.core.parsing import parse_number
from gumbel_gui.gui.controls.playback_control import PlaybackControl
from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.fields import ErrorLabel, NumberBox
from gumbel_gui.gui.widgets.wrapping_row import WrappingRow
from gumbel_gui.plots.words.text import number, tr

FACTOR = 10 ** (1 / 20)


class BoxesControl(QWidget):
    """A row of labelled boxes, and an error line below it."""

    def __init__(self, store: Store, name: str) -> None:
        super().__init__()
        self._store, self._name = store, name
        self._error = ErrorLabel()
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def add_box(self, symbol: str, box: NumberBox, tip: str) -> NumberBox:
        """Add a box to the row."""
        box.setToolTip(tip)
        box.rejected.connect(self._error.show_sentence)
        row = self._row.layout()
        assert isinstance(row, QHBoxLayout)
        row.addWidget(QLabel(symbol))
        row.addWidget(box, 1)
        return box

    def finish(self, row: QWidget) -> None:
        """Show the row, and follow the store."""
        self._layout.addWidget(row)
        self._layout.addWidget(self._error)
        self._store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present value."""
        raise NotImplementedError

    def set_value(self, value: object, run: str = "") -> None:
        """Set the parameter."""
        self._store.set(self._name, value, run=run)
        self._error.show_sentence("")


class WeightsControl(BoxesControl):
    """The weights of the loss as a line of numbers; an empty line restores the default ones."""

    def __init__(self, store: Store, name: str) -> None:
        super().__init__(store, name)
        declared = PARAMETERS[name]
        words, self._parse = tr(declared.words), declared.parse
        box = NumberBox(words, self._enter, lambda _: None, 14)
        self._box = self.add_box(declared.symbol, box, f"{words}: {tr(declared.note)}")
        self.finish(self._row)

    def refresh(self) -> None:
        """Show the present weights."""
        self._box.show_text(self._text())

    def _text(self) -> str:
        return ", ".join(_typable(w) for w in self._store.state.parameters.loss_weights)

    def _enter(self, text: str) -> None:
        weights, before = self._parse(text), self._store.state.parameters
        # What is shown is rounded: an entry that reads as it did keeps its other digits.
        shown = self._parse(self._text())
        if weights == shown:
            weights = before.weights
        elif len(weights) == len(shown):
            whole = zip(weights, shown, before.loss_weights, strict=True)
            weights = tuple(old if new == rounded else new for new, rounded, old in whole)
        self.set_value(weights)


class ScheduleControl(BoxesControl):
    """Boxes for t₀, r and t_min, and playback beside them, or below where it is narrow."""

    def __init__(self, store: Store, name: str, playback: Playback | None) -> None:
        super().__init__(store, name)
        kind = PARAMETERS[name].kind
        assert isinstance(kind, Schedule)
        self._kind = kind
        self._boxes = []
        for place, (symbol, text) in enumerate(kind.places):
            words = tr(text)
            enter, step = partial(self._enter, place, words), partial(self._step, place)
            self._boxes.append(self.add_box(symbol, NumberBox(words, enter, step, 5), words))
        row = [self._row, PlaybackControl(store, playback)] if playback else [self._row]
        self.finish(WrappingRow(row))

    def refresh(self) -> None:
        """Show the present schedule."""
        for box, value in zip(self._boxes, self._store.value(self._name), strict=True):
            box.show_text(number(value, 4))

    def _enter(self, place: int, words: str, text: str) -> None:
        self._put(place, parse_number(words, text))

    def _step(self, place: int, steps: int) -> None:
        schedule = self._store.value(self._name)
        low, high = self._kind.limits(schedule)[place]
        value = float(f"{schedule[place] * FACTOR**steps:.3g}")
        self._put(place, min(max(value, low), high), run=f"{self._name} {place}")

    def _put(self, place: int, value: float, run: str = "") -> None:
        schedule = self._store.value(self._name)
        self.set_value((*schedule[:place], value, *schedule[place + 1 :]), run)


def _typable(value: float) -> str:
    """Return a number as it can be typed, too: 1e-09, not 1·10⁻⁹."""
    text = number(value, 3)
    return f"{value:.3g}" if "·" in text else text
