"""What plays by itself: a place that moves on through the steps of a schedule or a descent."""

from __future__ import annotations

import math
from collections.abc import Callable

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from gumbel_gui.core.annealing import schedule_length, schedule_temperature
from gumbel_gui.core.parameters import MAX_STEPS
from gumbel_gui.gui.store import Store

TICK_MS = 40
TICKS = 150
"""A whole run takes no more ticks than this, six seconds; long ones go on in larger strides."""


class Runner(QObject):
    """Goes from 0 to a last step while it runs; the place itself is part of the state.

    Whoever moves the place meanwhile is followed: the run goes on from there.

    Signals:
        changed: it runs now, or it rests.

    Args:
        name: what runs, in words.
        length: the last step.
        place: the step that is shown, 0 … length.
        go: shows a step; a run of it is one undo step.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        name: str,
        length: Callable[[], int],
        place: Callable[[], int],
        go: Callable[[int], None],
    ) -> None:
        super().__init__()
        self.name = name
        self.length, self.place, self.go = length, place, go
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Run, from the beginning if the end is reached; or rest."""
        if self.running:
            self.pause()
            return
        if self.place() >= self.length():
            self.go(0)
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        """Rest where it is."""
        if self.running:
            self._timer.stop()
            self.changed.emit()

    def reset(self) -> None:
        """Rest at the beginning."""
        self.pause()
        self.go(0)

    def _tick(self) -> None:
        length = self.length()
        self.go(min(self.place() + max(length // TICKS, 1), length))
        if self.place() >= length:
            self.pause()


def annealing_of(store: Store) -> Runner:
    """Return what lets t fall along the schedule."""

    def place() -> int:
        p = store.state.parameters
        start, rate, end = p.schedule
        if p.temperature <= end:
            return length()
        step = round(math.log(start / p.temperature) / rate)
        return min(max(step, 0), length())

    def go(step: int) -> None:
        schedule = store.state.parameters.schedule
        t = schedule_temperature(schedule, step)
        if step < length():  # the end is t_min itself, or it would not be known again
            t = float(f"{t:.6g}")
        store.edit(store.tr("Anneal t"), lambda s: s.with_temperature(t), run="anneal")

    def length() -> int:
        return schedule_length(store.state.parameters.schedule)

    return Runner(store.tr("Annealing"), length, place, go)


def descent_of(store: Store) -> Runner:
    """Return what goes through the steps of the descent."""

    def place() -> int:
        return store.state.parameters.steps

    def go(step: int) -> None:
        text = store.tr("Go through the descent")
        store.edit(text, lambda s: s.with_knob("steps", step), run="descent")

    return Runner(store.tr("Descent"), lambda: MAX_STEPS, place, go)

