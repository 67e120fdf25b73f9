"""Worker: the thread that computes summaries. The latest job wins, the latest result is taken.

It uses NumPy and frozen values only. One job runs and one may wait, which a newer one replaces;
likewise one result waits to be taken, however slow the window is.
"""

from __future__ import annotations

import math
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
from gumbel_gui.gui.state.failures import note, sentence
from gumbel_gui.gui.worker.jobs import Job, Report, Result
from gumbel_gui.plots import plot_type

__all__ = ["Job", "Result", "Worker"]

PREVIEW_SECONDS = 0.008
"""A job that would take longer than this shows its first chunk before it continues."""
FIRST_SECONDS = 0.008
"""Where the first chunk takes longer, fewer draws are shown before it: as many as this is enough
for, by what the chunk took the last time."""
FEWEST = 512
PAINT_SECONDS = 0.05
"""The longest wait until what is shown first is painted."""
REPORT_SECONDS = 0.1
"""The time between later results."""


class Worker(QThread):
    """Computes summaries off the GUI thread.

    Signals:
        ready: there is a result to ``take``; not sent again until it was taken.
        failed: a job ended in an error, in one sentence.
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
        self._costs: dict[object, float] = {}
        """Seconds that a draw takes, by plots and number of classes."""
        self._partial: tuple[dict[str, object], Progress] | None = None
        """What the latest job left unfinished, with its keys."""

    def submit(self, job: Job) -> None:
        """Start a job; it replaces any that is not finished."""
        with self._wake:
            self._pending, self._cancelling = job, False
            self._wake.notify()

    def cancel(self) -> None:
        """End the latest job with a result of what it has; an equal job can continue from there.

        A job that has not begun yet ends with its first chunk.
        """
        with self._wake:
            self._cancelling = True
            self._wake.notify()

    def take(self) -> Result | None:
        """Return the latest result, once."""
        with self._wake:
            result, self._result = self._result, None
        return result

    def note_painted(self) -> None:
        """Let the job continue: its first chunk is painted."""
        with self._wake:
            self._painted = True
            self._wake.notify()

    def set_budget(self, budget: int) -> None:
        """Set how many bytes of noise and scores are kept."""
        self._engine.store.budget = budget

    def stop(self) -> None:
        """Cancel the job and wait for the thread to end."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        self.wait()
        self._engine.close()

    def run(self) -> None:
        """Work until stopped (Qt calls this in the new thread)."""
        while job := self._next():
            while (error := self._attempt(job)) is not None:
                # Once more where memory ran out, with what was kept given back.
                if not (isinstance(error, MemoryError) and self._engine.store.relieve()):
                    self.failed.emit(sentence(error, job.parameters.classes))
                    break

    def _attempt(self, job: Job) -> BaseException | None:
        """Do a job; return what it ended in if that is an error."""
        try:
            self._work(job)
        except BaseException as error:  # any: the thread must survive it
            note(error)
            # An error can have its cause in what is kept, or need the memory.
            self._cache.clear()
            self._partial = None
            self._workspace = Workspace()
            return error.with_traceback(None)  # which holds arrays
        return None

    def _next(self) -> Job | None:
        with self._wake:
            self._wake.wait_for(lambda: self._pending is not None or self._stopping)
            job, self._pending = self._pending, None
            return None if self._stopping else job

    def _superseded(self) -> bool:
        return self._pending is not None or self._stopping or self._cancelling

    def _work(self, job: Job) -> None:
        start = time.perf_counter()
        parameters = job.parameters
        kinds = {name: plot_type(name) for name in job.plots}
        keys = {n: kind.cache_key(parameters) for n, kind in kinds.items() if kind.sampled}
        cached = {n: self._cache[n][1] for n in keys if self._cache.get(n, [None])[0] == keys[n]}
        cached |= dict.fromkeys(kinds.keys() - keys.keys())
        missing = {name: kinds[name].summarise for name in keys if name not in cached}
        after = self._partial_of(parameters, missing.keys())
        selection = select(parameters, self._workspace)
        report = Report(job, cached, selection, after.done if after else 0, start)
        if not missing:
            self._publish(report.result({}, {}, running=False))
            return
        if after and (late := missing.keys() - after.summaries.keys()):
            after = self._catch_up(parameters, {n: missing[n] for n in late}, after, report)
            if after is None:
                return
        step = self._draw(job, missing, after, report)
        if step is None:
            return
        if step.done == parameters.draws:
            self._cache |= {name: (keys[name], step.summaries[name]) for name in missing}
            self._publish(report.of(step, running=False))
            return
        self._partial = _endless_keys(parameters, missing), step
        if self._cancelling:
            self._publish(report.of(step, running=False))

    def _draw(
        self, job: Job, missing: dict[str, Any], step: Progress | None, report: Report
    ) -> Progress | None:
        """Draw all chunks after ``step``, publish what is due, and return how far it came."""
        parameters, preview = job.parameters, job.preview and not report.begun
        chunk = min(chunk_size(parameters.classes), parameters.draws)
        work = parameters.classes, *missing
        if preview and (fewer := self._fitting(work)) < chunk:
            few = replace(parameters, draws=fewer, selected=0)
            self._publish_first(report.of(self._engine.first(few, missing), running=True))
            if self._pending or self._stopping:
                return None
            preview = False
        start, started = time.perf_counter(), False
        with closing(
            self._engine.accumulate(
                parameters,
                missing,
                after=step,
                cancelled=self._superseded,
                every=REPORT_SECONDS,
                preview=preview,
            )
        ) as steps:
            for step in steps:
                seconds = time.perf_counter() - start
                first, started = not started, True
                if first:
                    self._costs[work] = seconds / chunk
                    if report.begun and seconds < REPORT_SECONDS:
                        continue
                last = step.done == parameters.draws
                if not last and report.is_due(step.done, PREVIEW_SECONDS):
                    publish = self._publish_first if preview and first else self._publish
                    publish(report.of(step, running=True))
        return step

    def _fitting(self, work: object) -> int:
        """Return how many draws to show first: powers of two, so that their noise can be kept."""
        fitting = FIRST_SECONDS / self._costs.get(work, 1e-12)
        return 1 << int(math.log2(max(fitting, FEWEST)))

    def _catch_up(
        self,
        parameters: Parameters,
        late: dict[str, Any],
        after: Progress,
        report: Report,
    ) -> Progress | None:
        """Summarise for some plots the draws that the others have; the others keep theirs.

        Return what all have then, or None if the job was superseded; then what the others have is
        kept for the next job.
        """
        self._partial = _endless_keys(parameters, after.summaries), after
        some = replace(parameters, draws=after.done, selected=0)
        step: Progress | None = None

        def publish(step: Progress, *, running: bool) -> None:
            counts = dict.fromkeys(after.summaries, after.done) | dict.fromkeys(late, step.done)
            both = after.summaries | step.summaries
            self._publish(report.result(both, counts, running=running))

        with closing(
            self._engine.accumulate(some, late, cancelled=self._superseded, every=REPORT_SECONDS)
        ) as steps:
            for step in steps:
                publish(step, running=True)
        if step is not None and step.done == after.done:
            return Progress(after.done, after.summaries | step.summaries)
        if step is not None and self._cancelling:
            publish(step, running=False)
        return None

    def _publish_first(self, result: Result) -> None:
        """Leave the processor to the window after that: drawing and painting slow each other."""
        self._painted = False
        self._publish(result)
        with self._wake:
            self._wake.wait_for(lambda: self._painted or self._superseded(), PAINT_SECONDS)

    def _partial_of(self, parameters: Parameters, names: Iterable[str]) -> Progress | None:
        """Return the summaries, of those named, that an earlier job left of these draws."""
        if self._partial is None:
            return None
        left, progress = self._partial
        keys = _endless_keys(parameters, names)
        same = {n: progress.summaries[n] for n in keys if left.get(n) == keys[n]}
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
