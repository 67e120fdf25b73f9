"""The one thread that draws: the latest wish wins, the latest result is fetched.

It touches NumPy and frozen values only. One job is in flight, one may wait, and a newer wish
replaces the one that waits; likewise one result waits to be fetched, however slow the window is.
"""

from __future__ import annotations

import threading
import time
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Self

from PyQt6.QtCore import QObject, QThread, pyqtSignal

from gumbel_gui.core.draws import CHUNK, Chunk, Engine, Summarise
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots import plot_types

PREVIEW_SECONDS = 0.03
"""A job that would take longer than this shows its first chunk before it goes on."""
REPORT_SECONDS = 0.1
LONG = 2**24
"""More draws than this are reported on while they are drawn."""


@dataclass(frozen=True)
class Job:
    """What to draw, for which plots, and what is to be told again with the result."""

    parameters: Parameters
    plots: tuple[str, ...]
    context: Any = None


@dataclass(frozen=True)
class Result:
    """Summaries by plot name of the first ``done`` draws.

    Attributes:
        parameters: what was drawn; its ``draws`` are those that were asked for.
        done: the draws in the summaries so far.
        seconds: since the job was taken up.
    """

    parameters: Parameters
    summaries: dict[str, Any]
    done: int
    seconds: float
    context: Any = None

    @property
    def complete(self) -> bool:
        """Whether all draws are in."""
        return self.done == self.parameters.draws

    @property
    def shown_parameters(self) -> Parameters:
        """The parameters that give exactly these summaries: the draws so far are a prefix."""
        return replace(self.parameters, draws=self.done)


@dataclass(frozen=True)
class _First:
    """A summary of the first chunk that later ones leave as it is.

    A plot whose whole summary is known already still needs one that fits a preview.
    """

    summary: Any

    def __add__(self, _: Any) -> Self:
        return self


def _of_first_chunk(summarise: Summarise, chunk: Chunk) -> _First:
    return _First(summarise(chunk) if chunk.index == 0 else None)


class Worker(QThread):
    """Computes summaries off the GUI thread.

    Signals:
        ready: there is a result to ``take``; not sent again until it was taken.
        failed: a job ended in an error, as a text.
    """

    ready = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(self, threads: int | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = threads
        self._wake = threading.Condition()
        self._pending: Job | None = None
        self._result: Result | None = None
        self._stopping = False
        self._cache: dict[str, tuple[tuple[object, ...], Any]] = {}

    def submit(self, job: Job) -> None:
        """Ask for a job; it replaces any that has not been finished."""
        with self._wake:
            self._pending = job
            self._wake.notify()

    def take(self) -> Result | None:
        """Fetch the latest result, once."""
        with self._wake:
            result, self._result = self._result, None
        return result

    def stop(self) -> None:
        """Cancel what is going on and wait for the thread to end."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        self.wait()

    def run(self) -> None:
        """Work until stopped (Qt calls this in the new thread)."""
        with Engine(self._threads) as engine:
            while job := self._next():
                try:
                    self._work(engine, job)
                except Exception as error:  # any: the thread lives on, and says so
                    self._cache.clear()
                    self.failed.emit(f"{type(error).__name__}: {error}")

    def _next(self) -> Job | None:
        with self._wake:
            self._wake.wait_for(lambda: self._pending is not None or self._stopping)
            job, self._pending = self._pending, None
            return None if self._stopping else job

    def _overtaken(self) -> bool:
        with self._wake:
            return self._pending is not None or self._stopping

    def _work(self, engine: Engine, job: Job) -> None:
        start = reported = time.perf_counter()
        kinds, parameters = plot_types(), job.parameters
        keys = {name: kinds[name].cache_key(parameters) for name in job.plots}
        long = parameters.draws > LONG
        known = {n: self._cache[n][1] for n in keys if self._cache.get(n, [None])[0] == keys[n]}
        if long and len(known) < len(keys):
            known = {}  # else a report on the way would hold summaries of unequal numbers of draws
        missing = {name: kinds[name].summarise for name in keys if name not in known}
        first = {name: partial(_of_first_chunk, kinds[name].summarise) for name in known}
        if not missing:
            self._publish(job, known, parameters.draws, start)
            return
        asked = missing | first if parameters.draws > CHUNK else missing
        with closing(engine.accumulate(parameters, asked)) as steps:
            for step in steps:
                now = time.perf_counter()
                complete = step.done == parameters.draws
                if complete:
                    for name in missing:
                        self._cache[name] = keys[name], step.summaries[name]
                preview = (
                    step.done == CHUNK
                    and (now - start) * parameters.draws / CHUNK > PREVIEW_SECONDS
                )
                if complete:
                    self._publish(job, step.summaries | known, step.done, start)
                elif preview:
                    seen = {name: step.summaries[name].summary for name in first}
                    self._publish(job, step.summaries | seen, step.done, start)
                    reported = now
                elif long and now - reported > REPORT_SECONDS:
                    self._publish(job, step.summaries, step.done, start)
                    reported = now
                if not complete and self._overtaken():
                    return

    def _publish(self, job: Job, summaries: dict[str, Any], done: int, start: float) -> None:
        # In the order of the job, which is the order of the cards.
        ordered: dict[str, Any] = {name: summaries[name] for name in job.plots}
        seconds = time.perf_counter() - start
        result = Result(job.parameters, ordered, done, seconds, job.context)
        with self._wake:
            waiting, self._result = self._result is not None, result
        if not waiting:
            self.ready.emit()
