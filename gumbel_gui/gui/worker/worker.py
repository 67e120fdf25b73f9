"""The one thread that draws: the latest wish wins, the latest result is fetched.

It touches NumPy and frozen values only. One job is in flight, one may wait, and a newer wish
replaces the one that waits; likewise one result waits to be fetched, however slow the window is.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from typing import Any

from PyQt6.QtCore import QObject, QThread, pyqtSignal

from gumbel_gui.core.draws import chunk_size
from gumbel_gui.core.engine import DEFAULT_BUDGET, Engine, Progress
from gumbel_gui.core.parameters import MAX_DRAWS, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.gui.worker.jobs import Job, Report, Result
from gumbel_gui.plots import plot_type

__all__ = ["Job", "Result", "Worker"]

PREVIEW_SECONDS = 0.008
"""A job that would take longer than this shows its first chunk before it goes on."""
PAINT_SECONDS = 0.05
"""It goes on as soon as that is painted, and after this time in any case."""
REPORT_SECONDS = 0.1
"""From then on it shows this often what it has."""


class Worker(QThread):
    """Computes summaries off the GUI thread.

    Signals:
        ready: there is a result to ``take``; not sent again until it was taken.
        failed: a job ended in an error, as a text.
    """

    ready = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(
        self,
        threads: int | None = None,
        budget: int = DEFAULT_BUDGET,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = Engine(threads, budget)
        self._workspace = Workspace()
        self._wake = threading.Condition()
        self._pending: Job | None = None
        self._result: Result | None = None
        self._stopping = False
        self._cancelling = False
        self._painted = False
        self._cache: dict[str, tuple[tuple[object, ...], Any]] = {}
        self._left: tuple[dict[str, object], Progress] | None = None

    def submit(self, job: Job) -> None:
        """Ask for a job; it replaces any that has not been finished."""
        with self._wake:
            self._pending, self._cancelling = job, False
            self._wake.notify()

    def cancel(self) -> None:
        """End the latest job; what there is of it is shown once more, and can be gone on with.

        If it has not begun yet, there will be its first chunk.
        """
        with self._wake:
            self._cancelling = True
            self._wake.notify()

    def take(self) -> Result | None:
        """Fetch the latest result, once."""
        with self._wake:
            result, self._result = self._result, None
        return result

    def go_on(self) -> None:
        """Say that what was shown first is painted."""
        with self._wake:
            self._painted = True
            self._wake.notify()

    def set_budget(self, budget: int) -> None:
        """Set how many bytes of noise and scores are kept."""
        self._engine.store.budget = budget

    def stop(self) -> None:
        """Cancel what is going on and wait for the thread to end."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        self.wait()
        self._engine.close()

    def run(self) -> None:
        """Work until stopped (Qt calls this in the new thread)."""
        while job := self._next():
            try:
                self._work(job)
            except Exception as error:  # any: the thread lives on, and says so
                self._cache.clear()
                self._left = None
                self.failed.emit(f"{type(error).__name__}: {error}")

    def _next(self) -> Job | None:
        with self._wake:
            self._wake.wait_for(lambda: self._pending is not None or self._stopping)
            job, self._pending = self._pending, None
            return None if self._stopping else job

    def _unwanted(self) -> bool:
        return self._pending is not None or self._stopping or self._cancelling

    def _work(self, job: Job) -> None:
        start = time.perf_counter()
        parameters = job.parameters
        kinds = {name: plot_type(name) for name in job.plots}
        keys = {n: kind.cache_key(parameters) for n, kind in kinds.items() if kind.sampled}
        known = {n: self._cache[n][1] for n in keys if self._cache.get(n, [None])[0] == keys[n]}
        known |= dict.fromkeys(kinds.keys() - keys.keys())
        missing = {name: kinds[name].summarise for name in keys if name not in known}
        after = self._left_of(parameters, missing.keys())
        report = Report(
            job, known, select(parameters, self._workspace), after.done if after else 0, start
        )
        if not missing:
            self._publish(report.result({}, {}, running=False))
            return
        if after and (late := missing.keys() - after.summaries.keys()):
            after = self._catch_up(parameters, {n: missing[n] for n in late}, after, report)
            if after is None:
                return
        engine, step = self._engine, after
        with closing(
            engine.accumulate(
                parameters,
                missing,
                after=after,
                cancelled=self._unwanted,
                every=max(REPORT_SECONDS, 0.005),
                preview=job.hurry and not report.begun,
            )
        ) as steps:
            for step in steps:
                if step.done == parameters.draws:
                    self._cache |= {name: (keys[name], step.summaries[name]) for name in missing}
                    self._publish(report.of(step, running=False))
                elif report.is_due(step.done, PREVIEW_SECONDS):
                    wait, self._painted = job.hurry and not report.begun, False
                    self._publish(report.of(step, running=True))
                    if wait:
                        self._wait_until_painted()
        if step is not None and step.done < parameters.draws:
            self._left = _endless_keys(parameters, missing), step
            if self._cancelling:
                self._publish(report.of(step, running=False))

    def _catch_up(
        self,
        parameters: Parameters,
        late: dict[str, Any],
        after: Progress,
        report: Report,
    ) -> Progress | None:
        """Let some plots see the draws that the others have seen, which keep them meanwhile.

        Return what all have seen then, or nothing if something newer is wanted; what there was is
        kept for that.
        """
        self._left = _endless_keys(parameters, after.summaries), after
        some = replace(parameters, draws=after.done, selected=0)
        step: Progress | None = None
        with closing(
            self._engine.accumulate(some, late, cancelled=self._unwanted, every=REPORT_SECONDS)
        ) as steps:
            for step in steps:
                counts = dict.fromkeys(after.summaries, after.done)
                counts |= dict.fromkeys(late, step.done)
                running = not self._cancelling
                self._publish(
                    report.result(after.summaries | step.summaries, counts, running=running)
                )
        if step is None or step.done < after.done:
            return None
        return Progress(after.done, after.summaries | step.summaries)

    def _wait_until_painted(self) -> None:
        """Let the window have the processor: drawing and painting at once slow each other down."""
        with self._wake:
            self._wake.wait_for(lambda: self._painted or self._unwanted(), PAINT_SECONDS)

    def _left_of(self, parameters: Parameters, names: Iterable[str]) -> Progress | None:
        """Return what an earlier job has left of these draws, for the plots that can use it."""
        if self._left is None:
            return None
        left, progress = self._left
        wanted = _endless_keys(parameters, names)
        same = {n: progress.summaries[n] for n in wanted if left.get(n) == wanted[n]}
        whole = progress.done % chunk_size(parameters.classes) == 0
        if not (same and whole and progress.done < parameters.draws):
            return None
        return Progress(progress.done, same)

    def _publish(self, result: Result) -> None:
        for name, summary in result.summaries.items():
            plot_type(name).prepare(summary, result.parameters)
        with self._wake:
            waiting, self._result = self._result is not None, result
        if not waiting:
            self.ready.emit()


def _endless_keys(parameters: Parameters, names: Iterable[str]) -> dict[str, object]:
    """Return what summaries depend on besides the number of draws."""
    # As many as there can be, since the selected draw must be one of them.
    endless = replace(parameters, draws=MAX_DRAWS)
    return {name: plot_type(name).cache_key(endless) for name in names}
