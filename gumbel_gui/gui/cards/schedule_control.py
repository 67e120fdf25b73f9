"""The annealing schedule: its three numbers, and the hands that play it."""

from __future__ import annotations

from functools import partial

from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gumbel_gui.core.annealing import COLDEST, FASTEST, HOTTEST, SLOWEST
from gumbel_gui.core.parsing import parse_number
from gumbel_gui.gui.controls.playback_control import PlaybackControl
from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.fields import ErrorLabel, NumberBox
from gumbel_gui.gui.widgets.wrapping_row import WrappingRow
from gumbel_gui.plots.words.text import number

FACTOR = 10 ** (1 / 20)


class ScheduleControl(QWidget):
    """Boxes for t₀, r and t_min, and a player beside them, or below where it is narrow."""

    def __init__(self, store: Store, playback: Playback) -> None:
        super().__init__()
        self._store = store
        self._error = ErrorLabel()
        names = (
            ("t₀", self.tr("temperature at the start, t₀")),
            ("r", self.tr("rate r")),
            ("t_min", self.tr("lowest temperature, t_min")),
        )
        boxes = QWidget()
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
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
            row.addWidget(box, 1)
            self._boxes.append(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(WrappingRow((boxes, PlaybackControl(store, playback))))
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
        schedule = self._store.state.parameters.schedule
        start, _, end = schedule
        low, high = ((end, HOTTEST), (SLOWEST, FASTEST), (COLDEST, start))[place]
        value = float(f"{schedule[place] * FACTOR**steps:.3g}")
        self._set(place, min(max(value, low), high), run=f"schedule {place}")

    def _set(self, place: int, value: float, run: str = "") -> None:
        schedule = list(self._store.state.parameters.schedule)
        schedule[place] = value
        text = self.tr("Change the schedule")
        self._store.edit(text, lambda s: s.with_parameter("schedule", tuple(schedule)), run=run)
        self._error.show_sentence("")
