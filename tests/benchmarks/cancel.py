"""How long a drawing of 64 classes goes on after a newer one was asked for."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
from child import Order, serve
from frames import moves_of
from measure import Row
from window import Program, program, until

from gumbel_gui.plots.base import VIEWS

CLASSES = 64
SOONEST, LATEST = 0.005, 0.5
"""Seconds after which it is overtaken: in its first picture, in a chunk, or in between."""


def group(order: Order) -> str:
    return f"cancel on {order.platform}"


class Times:
    """Remembers when each job of the worker was asked for, and when one began."""

    def __init__(self, worker: Any) -> None:
        self.asked, self.begun = [], []
        worker.submit = self._noting(worker.submit, self.asked, before=True)
        worker._next = self._noting(worker._next, self.begun, before=False)

    @staticmethod
    def _noting(function: Callable[..., Any], times: list[float], *, before: bool) -> Any:
        def noting(*given: Any) -> Any:
            if before:
                times.append(time.perf_counter())
            result = function(*given)
            if not before:
                times.append(time.perf_counter())
            return result

        return noting


def overtaken(running: Program, times: Times, changes: Any, seconds: float) -> float | None:
    """Let a drawing begin, and after so many seconds another; return how long that waited."""
    first, second = changes
    count = len(times.begun)
    running.edit(first)
    until(lambda: len(times.begun) > count)
    begun = time.perf_counter()
    until(lambda: time.perf_counter() - begun > seconds)
    result, idle = running.lab.result, len(times.begun)
    if result.complete and result.parameters == running.lab.store.state.parameters:
        return None
    running.edit(second)
    until(lambda: len(times.begun) > idle)
    return times.begun[idle] - times.asked[-1]


def waits(order: Order, view: str) -> Iterator[Row]:
    tries = order.rounds * (1 if order.quick else 2)
    with program(view) as running:
        changes, _ = moves_of(Order(2 * tries, order.quick), running, CLASSES, "p")
        draws = 10 * running.lab.store.state.parameters.draws
        running.edit(lambda state: state.with_parameter("draws", draws))
        times = Times(running.lab.worker)
        pairs = zip(changes[::2], changes[1::2], strict=True)
        after = np.geomspace(SOONEST, LATEST, tries)
        found = [
            overtaken(running, times, pair, seconds)
            for pair, seconds in zip(pairs, after, strict=False)  # there are moves to spare
        ]
    yield row(order, view, draws, [each for each in found if each is not None])


def row(order: Order, view: str, draws: int, found: list[float]) -> Row:
    work = f"longest wait for {draws:,} × {CLASSES} to end, {VIEWS[view]}"
    if not found:
        return Row(group(order), work, note="all draws were in before")
    note = f"{len(found)} times, median {1000 * statistics.median(found):.0f} ms"
    return Row(group(order), work, max(found), goal="cancel", note=note, samples={"ours": found})


if __name__ == "__main__":
    serve(group, {title: partial(waits, view=view) for view, title in VIEWS.items()})
