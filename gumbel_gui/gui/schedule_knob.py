"""The annealing schedule: its three numbers, and the hands that play it."""

from __future__ import annotations

from functools import partial

from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gumbel_gui.core.parsing import parse_number
from gumbel_gui.gui.fields import ErrorLabel, NumberBox
from gumbel_gui.gui.player import Player
from gumbel_gui.gui.runner import Runner
from gumbel_gui.gui.store import Store
from gumbel_gui.plots.text import number

FACTOR = 10 ** (1 / 20)


class ScheduleKnob(QWidget):
    """Boxes for t₀, r and t_min, and a player below them."""

    def __init__(self, store: Store, runner: Runner) -> None:
        super().__init__()
        self._store = store
        self._error = ErrorLabel()
        names = (
            ("t₀", self.tr("temperature at the start, t₀")),
            ("r", self.tr("rate r")),
            ("t_min", self.tr("lowest temperature, t_min")),
        )
        row = QHBoxLayout()
        row.setSpacing(6)
        self._boxes = []
        for place, (symbol, words) in enumerate(names):
            box = NumberBox(
                words,
                partial(self._enter, place, words),
                partial(self._step, place),
                5,
            )
            box.setToolTip(words)
            box.rejected.connect(self._error.show_sentence)
            row.addWidget(QLabel(symbol))
            row.addWidget(box)
            self._boxes.append(box)
        row.addWidget(Player(store, runner), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._error)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the schedule there is now."""
        schedule = self._store.state.parameters.schedule
        for box, value in zip(self._boxes, schedule, strict=True):
            box.show_text(number(value, 4))

    def _enter(self, place: int, words: str, text: str) -> None:
        self._set(place, parse_number(words, text))

    def _step(self, place: int, steps: int) -> None:
        value = self._store.state.parameters.schedule[place]
        self._set(place, float(f"{value * FACTOR**steps:.3g}"), run="schedule")

    def _set(self, place: int, value: float, run: str = "") -> None:
        schedule = list(self._store.state.parameters.schedule)
        schedule[place] = value
        text = self.tr("Change the schedule")
        self._store.edit(text, lambda s: s.with_knob("schedule", tuple(schedule)), run=run)
        self._error.show_sentence("")
