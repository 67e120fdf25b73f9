"""Worker: the thread that computes summaries. The latest job wins, the latest result is taken.

It uses NumPy and frozen values only. One job runs and one may wait, which a newer one replaces;
likewise one result waits to be taken, however slow the window is.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from typing import Any

from PyQt6.QtCore import QObject, QThread, pyqtSignal

from gumbel_gui.core.draws import chunk_size
from gumbel_gui.core.engine import DEFAULT_BUDGET, Engine, Progress, Summarise
from gumbel_gui.core.parameters import MAX_DRAWS, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.gui.state.failures import note, sentence
from gumbel_gui.gui.worker.jobs import Job, Known, Report, Result
from gumbel_gui.plots import plot_type

__all__ = ["Job", "Result", "Worker"]

PREVIEW_SECONDS = 0.008
"""A job that would take longer than this shows its first chunk before it continues."""
FIRST_SECONDS = 0.004
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
        self._published = False
        """Whether the present job has shown something: then a newer one need not wait for it."""
        self._cache: dict[str, tuple[tuple[object, ...], Any]] = {}
        self._costs: dict[object, float] = {}
        """Seconds that a draw takes, by plots and number of classes."""
        self._scores: object = None
        """What the scores depend on that were drawn last."""
        self._partial: dict[str, tuple[object, int, Any]] = {}
        """What the latest job left unfinished: the key, the number of draws and their summary."""

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
            self._partial = {}
            self._workspace = Workspace()
            return error.with_traceback(None)  # which holds arrays
        return None

    def _next(self) -> Job | None:
        with self._wake:
            self._wake.wait_for(lambda: self._pending is not None or self._stopping)
            job, self._pending = self._pending, None
            return None if self._stopping else job

    def _overtaken(self) -> bool:
        return self._pending is not None or self._stopping

    def _superseded(self) -> bool:
        return self._overtaken() or self._cancelling

    def _work(self, job: Job) -> None:
        start, self._published = time.perf_counter(), False
        parameters = job.parameters
        kinds = {name: plot_type(name) for name in job.plots}
        keys = {n: kind.cache_key(parameters) for n, kind in kinds.items() if kind.sampled}
        cached = {n: self._cache[n][1] for n in keys if self._cache.get(n, [None])[0] == keys[n]}
        cached |= dict.fromkeys(kinds.keys() - keys.keys())
        missing = {name: kinds[name].summarise for name in keys if name not in cached}
        known = self._known(parameters, missing)
        selection = select(parameters, self._workspace)
        begun_with = min((done for done, _ in known.values()), default=0)
        report = Report(job, cached, selection, begun_with, start)
        if not missing:
            self._publish(report.of({}, running=False))
            return
        if begun_with:  # so that what plays shows its steps, however soon the next one comes
            self._publish(report.of(known, running=True))
        endless = _endless_keys(parameters, missing)
        whole = self._draw(job, missing, known, report)
        if whole:
            self._cache |= {name: (keys[name], known[name][1]) for name in missing}
            self._publish(report.of(known, running=False))
            return
        self._partial = {n: (endless[n], *known[n]) for n in missing if known[n][0]}
        if self._cancelling and not self._overtaken():
            self._publish(report.of(known, running=False))

    def _draw(
        self, job: Job, missing: Mapping[str, Summarise], known: dict[str, Known], report: Report
    ) -> bool:
        """Draw for the plots that have the fewest draws until all have them, then for all.

        Update ``known`` and publish what is due; return whether all plots have all draws.
        """
        draws = job.parameters.draws
        while (least := min(done for done, _ in known.values())) < draws:
            behind = {n: function for n, function in missing.items() if known[n][0] == least}
            goal = min((done for done, _ in known.values() if done > least), default=draws)
            if not self._advance(job, goal, behind, known, report):
                return False
        return True

    def _advance(
        self,
        job: Job,
        goal: int,
        behind: Mapping[str, Summarise],
        known: dict[str, Known],
        report: Report,
    ) -> bool:
        """Draw for some plots up to so many draws; return whether they have them."""
        some = job.parameters if goal == job.parameters.draws else _first(job.parameters, goal)
        least = min(known[name][0] for name in behind)
        preview = job.preview and not report.begun
        chunk = min(chunk_size(some.classes), goal)
        work = self._work_of(some, behind)
        if preview and (fewer := self._fitting(work)) < chunk:
            step = self._engine.first(_first(some, fewer), behind)
            self._publish_first(report.of(known | _known_of(step), running=True))
            if self._overtaken():
                return False
            preview = False
        after = Progress(least, {name: known[name][1] for name in behind}) if least else None
        start, started = time.perf_counter(), False
        with closing(
            self._engine.accumulate(
                some,
                behind,
                after=after,
                cancelled=self._superseded,
                every=REPORT_SECONDS,
                preview=preview,
                abandoned=lambda: self._published and self._overtaken(),
            )
        ) as steps:
            for step in steps:
                known |= _known_of(step)
                seconds = time.perf_counter() - start
                first, started = not started, True
                if first:
                    self._costs[work], self._scores = seconds / chunk, _scores_of(some)
                    if report.begun and seconds < REPORT_SECONDS:
                        continue
                last = step.done == job.parameters.draws
                if not last and report.is_due(step.done, PREVIEW_SECONDS):
                    publish = self._publish_first if preview and first else self._publish
                    publish(report.of(known, running=True))
        return all(known[name][0] == goal for name in behind)

    def _work_of(self, parameters: Parameters, names: Iterable[str]) -> object:
        """Return what the time for a chunk depends on: where scores are kept, much less is done."""
        return parameters.classes, self._scores == _scores_of(parameters), *names

    def _fitting(self, work: object) -> int:
        """Return how many draws to show first: powers of two, so that their noise can be kept."""
        fitting = FIRST_SECONDS / self._costs.get(work, 1e-12)
        return 1 << int(math.log2(max(fitting, FEWEST)))

    def _publish_first(self, result: Result) -> None:
        """Leave the processor to the window after that: drawing and painting slow each other."""
        self._painted = False
        self._publish(result)
        with self._wake:
            self._wake.wait_for(lambda: self._painted or self._superseded(), PAINT_SECONDS)

    def _known(self, parameters: Parameters, names: Iterable[str]) -> dict[str, Known]:
        """Return what an earlier job left of these draws for each plot, 0 draws if nothing."""
        known: dict[str, Known] = {}
        for name, key in _endless_keys(parameters, names).items():
            left, done, summary = self._partial.get(name, (None, 0, None))
            whole = left == key and done % chunk_size(parameters.classes) == 0
            known[name] = (done, summary) if whole and done < parameters.draws else (0, None)
        return known

    def _publish(self, result: Result) -> None:
        for name, summary in result.summaries.items():
            if self._published and self._overtaken():
                return
            plot_type(name).prepare(summary, result.parameters)
        self._published = True
        with self._wake:
            waiting, self._result = self._result is not None, result
        if not waiting:
            self.ready.emit()


def _first(parameters: Parameters, draws: int) -> Parameters:
    """Return the parameters of the first draws alone."""
    return replace(parameters, draws=draws, selected=0)


def _known_of(step: Progress) -> dict[str, Known]:
    return {name: (step.done, summary) for name, summary in step.summaries.items()}


def _scores_of(parameters: Parameters) -> object:
    """Return what the kept stages of chunks depend on."""
    return parameters.seed, parameters.mistake, parameters.probabilities


def _endless_keys(parameters: Parameters, names: Iterable[str]) -> dict[str, object]:
    """Return what summaries depend on besides the number of draws."""
    # As many as there can be, since the selected draw must be one of them.
    endless = replace(parameters, draws=MAX_DRAWS)
    return {name: plot_type(name).cache_key(endless) for name in names}
