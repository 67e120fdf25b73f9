"""Playback: moves through the steps of the annealing schedule or of the descent, by a timer."""

from __future__ import annotations

import math
from collections.abc import Callable

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from gumbel_gui.core.annealing import schedule_length, schedule_temperature
from gumbel_gui.core.parameters import MAX_STEPS
from gumbel_gui.gui.state.store import Store
from gumbel_gui.language import mark, tr

TICK_MS = 40
TICKS = 150
"""A whole run takes at most so many ticks, six seconds; long ones take several steps in each."""


class Playback(QObject):
    """Goes from 0 to a last step while it runs; the place itself is part of the state.

    It pauses as soon as a parameter is changed by anything else, undo included: what moves by
    itself cannot be dragged, and the next tick would override an undo. All steps from Play to
    Pause are one undo step, and so are those between Pause and Play, such as by a slider's keys.

    Signals:
        changed: it runs or pauses now.

    Args:
        store: of the state that it changes.
        name: what is played, in marked words.
        length: returns the last step, 1 or more.
        place: returns the present step, 0 … length.
        move: shows a step; its second argument is the name of the run of edits.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        store: Store,
        name: str,
        length: Callable[[], int],
        place: Callable[[], int],
        move: Callable[[int, str], None],
    ) -> None:
        super().__init__()
        self._name = name
        self.length, self.place = length, place
        self._store, self._move = store, move
        self._runs, self._moving = 0, False
        self._last = store.state.parameters
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        store.changed.connect(self._follow)
        store.gesture_begun.connect(self.pause)

    @property
    def name(self) -> str:
        """What is played, in words."""
        return tr(self._name)

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Run, from the beginning if the end is reached; or pause."""
        if self.running:
            self.pause()
            return
        self._runs += 1
        place = self.place()
        self.go(place if place < self.length() else 0)
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        """Pause at the present step."""
        if self.running:
            self._timer.stop()
            self._runs += 1
            self.changed.emit()

    def reset(self) -> None:
        """Pause, and go to step 0."""
        self.pause()
        self._runs += 1
        self.go(0)
        self._runs += 1

    def go(self, step: int) -> None:
        """Show a step."""
        self._moving = True
        try:
            self._move(step, f"{self._name} {self._runs}")
        finally:
            self._moving = False
        self._last = self._store.state.parameters

    def _tick(self) -> None:
        length = self.length()
        step = min(self.place() + math.ceil(length / TICKS), length)
        self.go(step)
        if step >= length:
            self.pause()

    def _follow(self) -> None:
        if not self._moving and self._store.state.parameters != self._last:
            self.pause()


def annealing_of(store: Store) -> Playback:
    """Return the playback that lets t fall along the schedule."""

    def length() -> int:
        return schedule_length(store.state.parameters.schedule)

    def place() -> int:
        p = store.state.parameters
        start, rate, end = p.schedule
        if p.temperature <= end:
            return length()
        step = round(math.log(start / p.temperature) / rate)
        return min(max(step, 0), length() - 1)  # above t_min, the end is still to come

    def move(step: int, run: str) -> None:
        schedule = store.state.parameters.schedule
        start, _, end = schedule
        exact = schedule_temperature(schedule, step)
        short = float(f"{exact:.6g}")
        # The ends are exact, and no place between them becomes one by rounding.
        t = short if end < exact < start and end < short < start else exact
        store.set("temperature", t, text=mark("Anneal t"), run=run)

    return Playback(store, mark("Annealing"), length, place, move)


def descent_of(store: Store) -> Playback:
    """Return the playback of the steps of the descent."""

    def place() -> int:
        return store.state.parameters.steps

    def move(step: int, run: str) -> None:
        store.set("steps", step, text=mark("Go through the descent"), run=run)

    return Playback(store, mark("Descent"), lambda: MAX_STEPS, place, move)
