"""How long the window does not answer while draws are drawn: the gaps between ticks of a timer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

import numpy as np
from child import Order, serve
from measure import Row
from PyQt6.QtCore import QCoreApplication, Qt, QTimer
from window import Program, program, until

from gumbel_gui.plots.base import VIEWS

TICK_MS = 2
TURNS = 3
IDLE_SECONDS, BUSY_SECONDS = 1.2, 2.0
"""Of one turn: idle and busy take turns, so that what else the machine does falls on both."""


def group(order: Order) -> str:
    return f"blocked on {order.platform}"


def gaps(seconds: float) -> list[float]:
    """Return the times between the ticks of a timer while the event loop runs, and to the first."""
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    ticks = [time.perf_counter()]
    timer.start(TICK_MS)
    until(lambda: len(ticks) > 1 and ticks[-1] - ticks[0] > seconds)
    timer.stop()
    return np.diff(ticks).tolist()


def with_draws(running: Program, draws: int) -> None:
    running.edit(lambda state: state.with_parameter("draws", draws))


def new_noise(running: Program) -> None:
    running.edit(lambda state: state.with_parameter("seed", state.parameters.seed + 1))


def gui_thread(order: Order, view: str) -> Iterator[Row]:
    n, shorten = (10**6, 10) if order.quick else (10**7, 1)
    idle: list[float] = []
    busy: list[float] = []
    finished = 0
    # The garbage collector stays on here: it blocks the window, too.
    with program(view) as running:
        lab = running.lab

        def again() -> None:
            nonlocal finished
            finished += 1
            # Not from within the showing of the last result.
            QTimer.singleShot(0, lambda: new_noise(running))

        for _ in range(1 if order.quick else TURNS):
            idle += gaps(IDLE_SECONDS / shorten)
            with_draws(running, n)
            lab.updated.connect(again)
            new_noise(running)
            busy += gaps(BUSY_SECONDS / shorten)
            lab.updated.disconnect(again)
            QCoreApplication.processEvents()
            with_draws(running, 1000)
            running.shown()
    note = f"{finished} results, {len(busy)} ticks"
    yield from rows(order, f"{n:,} × 5 drawn, {VIEWS[view]}", idle, busy, note)


def rows(order: Order, what: str, idle: list[float], busy: list[float], note: str) -> Iterator[Row]:
    samples = {"idle": idle, "drawing": busy}
    for name, of, goal in (
        ("99th percentile of gaps", partial(np.percentile, q=99), "blocked"),
        ("longest gap", max, ""),
    ):
        values = float(of(busy)), float(of(idle))
        work = f"{name}, {what}"
        yield Row(group(order), work, *values, "idle window", "s", True, goal, note, False, samples)
        samples, note = {}, ""


if __name__ == "__main__":
    serve(group, {title: partial(gui_thread, view=view) for view, title in VIEWS.items()})
