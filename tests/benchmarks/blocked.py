"""How long the window does not answer while draws are drawn: the gaps between ticks of a timer."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
from child import Order, serve
from measure import Row
from PyQt6.QtCore import QCoreApplication, Qt, QTimer
from window import Program, program, until

TICK_MS = 2
TURNS = 3
IDLE_SECONDS, BUSY_SECONDS = 1.2, 2.0
"""Of one turn: idle and busy take turns, so that what else the machine does falls on both."""


def group(order: Order) -> str:
    return f"blocked on {order.platform}"


def gaps(seconds: float) -> list[float]:
    """Return the times between the ticks of a timer while the event loop runs."""
    ticks: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    start = time.perf_counter()
    timer.start(TICK_MS)
    until(lambda: time.perf_counter() - start > seconds)
    timer.stop()
    return np.diff(ticks).tolist()


def with_draws(running: Program, draws: int) -> None:
    running.edit(lambda state: state.with_parameter("draws", draws))


def new_noise(running: Program) -> None:
    running.edit(lambda state: state.with_parameter("seed", state.parameters.seed + 1))


def gui_thread(order: Order) -> Iterator[Row]:
    n = 10**6 if order.quick else 10**7
    shorten = 5 if order.quick else 1
    idle: list[float] = []
    busy: list[float] = []
    finished = 0
    # The garbage collector stays on here: it blocks the window, too.
    with program() as running:
        lab = running.lab

        def again() -> None:
            nonlocal finished
            finished += 1
            # Not from within the showing of the last result.
            QTimer.singleShot(0, lambda: new_noise(running))

        for _ in range(TURNS):
            idle += gaps(IDLE_SECONDS / shorten)
            with_draws(running, n)
            lab.updated.connect(again)
            new_noise(running)
            busy += gaps(BUSY_SECONDS / shorten)
            lab.updated.disconnect(again)
            QCoreApplication.processEvents()
            with_draws(running, 1000)
            running.shown()
    yield from rows(group(order), n, {"idle": idle, "drawing": busy}, finished)


def rows(name: str, n: int, samples: dict[str, list[float]], finished: int) -> Iterator[Row]:
    percentile = {what: float(np.percentile(values, 99)) for what, values in samples.items()}
    yield Row(
        name,
        f"99th percentile of gaps while {n:,} × 5 are drawn",
        percentile["drawing"],
        percentile["idle"],
        against="idle window",
        share=True,
        goal=8,
        note=f"{finished} times all draws, {len(samples['drawing'])} ticks",
        samples=samples,
    )
    yield Row(
        name,
        "the longest gap",
        max(samples["drawing"]),
        max(samples["idle"]),
        against="idle window",
        share=True,
    )


if __name__ == "__main__":
    serve(group, {"the GUI thread": gui_thread})
