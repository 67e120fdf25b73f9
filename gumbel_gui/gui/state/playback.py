"""What plays by itself: a place that moves on through the steps of a schedule or a descent."""

from __future__ import annotations

import math
from collections.abc import Callable

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from gumbel_gui.core.annealing import schedule_length, schedule_temperature
from gumbel_gui.core.parameters import MAX_STEPS
from gumbel_gui.gui.state.store import Store

TICK_MS = 40
TICKS = 150
"""A whole run takes no more ticks than this, six seconds; long ones go on in larger strides."""


class Playback(QObject):
    """Goes from 0 to a last step while it runs; the place itself is part of the state.

    It rests as soon as anybody else changes a parameter, or undoes something: one cannot drag what
    moves by itself, and an undo would be overrun at once. What it does from Play to Pause is one
    undo step, and so is what is done with it in between, such as steps by the keys of a slider.

    Signals:
        changed: it runs now, or it rests.

    Args:
        store: of the state that it changes.
        name: what runs, in words.
        length: the last step, 1 or more.
        place: the step that is shown, 0 … length.
        move: shows a step; it is given the name of the run of edits that this one belongs to.
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
        self.name = name
        self.length, self.place = length, place
        self._store, self._move = store, move
        self._runs, self._moving = 0, False
        self._last = store.state.parameters
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        store.changed.connect(self._notice)
        store.gesture_begun.connect(self.pause)  # one cannot hold what moves by itself

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Run, from the beginning if the end is reached; or rest."""
        if self.running:
            self.pause()
            return
        self._runs += 1
        place = self.place()
        self.go(place if place < self.length() else 0)
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        """Rest where it is."""
        if self.running:
            self._timer.stop()
            self._runs += 1
            self.changed.emit()

    def reset(self) -> None:
        """Rest at the beginning."""
        self.pause()
        self._runs += 1
        self.go(0)
        self._runs += 1

    def go(self, step: int) -> None:
        """Show a step."""
        self._moving = True
        try:
            self._move(step, f"{self.name} {self._runs}")
        finally:
            self._moving = False
        self._last = self._store.state.parameters

    def _tick(self) -> None:
        length = self.length()
        step = min(self.place() + math.ceil(length / TICKS), length)
        self.go(step)
        if step >= length:
            self.pause()

    def _notice(self) -> None:
        if not self._moving and self._store.state.parameters != self._last:
            self.pause()


def annealing_of(store: Store) -> Playback:
    """Return what lets t fall along the schedule."""

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
        store.set("temperature", t, text=store.tr("Anneal t"), run=run)

    return Playback(store, store.tr("Annealing"), length, place, move)


def descent_of(store: Store) -> Playback:
    """Return what goes through the steps of the descent."""

    def place() -> int:
        return store.state.parameters.steps

    def move(step: int, run: str) -> None:
        store.set("steps", step, text=store.tr("Go through the descent"), run=run)

    return Playback(store, store.tr("Descent"), lambda: MAX_STEPS, place, move)
