"""Engine: draws chunks on several threads, and adds up their summaries."""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, Self

from gumbel_gui.core.draws import Chunk, chunk_size
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.stages import Stages, StageStore
from gumbel_gui.core.workspace import Workspace

DEFAULT_BUDGET = 256 * 2**20
"""Bytes of noise and scores that are kept."""


class Summary(Protocol):
    """Sums over some draws; those of disjoint draws add."""

    def __add__(self, other: Any, /) -> Self: ...


Summarise = Callable[[Chunk], Summary]


@dataclass(frozen=True)
class Progress:
    """Summaries of the first ``done`` draws, by name."""

    done: int
    summaries: dict[str, Any]


class _Accumulation:
    """One run over chunks: threads take the next one, and add up their summaries in order."""

    def __init__(
        self,
        work: Callable[[int], dict[str, Any] | None],
        indices: range,
        total: dict[str, Any],
        cancelled: Callable[[int], bool],
    ) -> None:
        self._work = work
        self._cancelled = cancelled
        self._indices = iter(indices)
        self._lock = threading.Lock()
        self._parts: dict[int, dict[str, Any]] = {}
        self._stopped = False
        self.added = indices.start
        self.total = total

    def draw_all(self) -> None:
        """Work on chunks until there are no more, one has failed, or they are cancelled."""
        while (index := self.take()) is not None:
            self.draw(index)

    def take(self) -> int | None:
        """Return the index of the next chunk, unless none is left or they are cancelled."""
        with self._lock:
            index = None if self._stopped else next(self._indices, None)
        if index is not None and self._cancelled(index):
            self.stop()
            return None
        return index

    def draw(self, index: int) -> None:
        """Draw a chunk that was taken, and add up the summaries that are next in order."""
        try:
            part = self._work(index)
        except BaseException:
            self.stop()
            raise
        if part is None:
            self.stop()
            return
        with self._lock:
            self._parts[index] = part
            while (next_part := self._parts.pop(self.added, None)) is not None:
                total = self.total
                self.total = {n: total[n] + next_part[n] for n in next_part} if total else next_part
                self.added += 1

    def stop(self) -> None:
        """Let all threads end after the chunks in flight."""
        self._stopped = True

    def progress(self) -> tuple[int, dict[str, Any]]:
        """Return how many chunks are added up, and the sum of their summaries."""
        with self._lock:
            return self.added, self.total


class Engine:
    """Draws chunks on several threads and adds up their summaries in the order of the chunks.

    Because of that order, results are bit-identical on any number of threads. The calling thread
    is one of them: waking another one takes as long as a small chunk.
    """

    def __init__(self, threads: int | None = None, budget: int = DEFAULT_BUDGET) -> None:
        self.threads = threads or min(os.cpu_count() or 1, 8)
        self.store = StageStore(budget)
        self._closed = False
        self._local = threading.local()
        self._first = Stages()
        self._helpers = ThreadPoolExecutor(max(self.threads - 1, 1), thread_name_prefix="draws")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Wait for the chunks in flight and end the threads."""
        self._closed = True
        self._helpers.shutdown(wait=True, cancel_futures=True)

    def chunk(self, parameters: Parameters, index: int) -> Chunk:
        """Return chunk ``index``, cut to the number of draws, in arrays of its own."""
        return self._chunk(parameters, index, Stages(), Workspace())

    def first(self, parameters: Parameters, summarise: Mapping[str, Summarise]) -> Progress:
        """Return the summaries of all draws, no more than a chunk has, by this thread alone.

        What is kept for the next call is kept apart from the chunks' stages, of which fewer draws
        would leave less.
        """
        stages, self._first = self._first, Stages()
        chunk = self._chunk(parameters, 0, stages, self._workspace())
        summaries = {name: function(chunk) for name, function in summarise.items()}
        self._first = stages
        return Progress(parameters.draws, summaries)

    def accumulate(
        self,
        parameters: Parameters,
        summarise: Mapping[str, Summarise],
        *,
        after: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        every: float = 0.02,
        preview: bool = False,
        abandoned: Callable[[], bool] = lambda: False,
    ) -> Generator[Progress, None, None]:
        """Yield the summaries of the first chunk or chunks, of ever more, and at last of all draws.

        Stop iterating (or close the generator) to cancel; it then waits for the chunks in flight,
        a few milliseconds, and draws no more.

        Args:
            parameters: what to draw.
            summarise: pure functions of a chunk, by name.
            after: whole chunks that are known already, of the same parameters but for the number
                of draws, and of the same functions: they are not drawn again.
            cancelled: whether to stop, asked on any thread before each summary of every chunk but
                the first.
            every: seconds between what is yielded, but for the first and the last.
            preview: whether to begin with other chunks only after the first one was yielded and
                the iteration goes on: what is done with it has both cores, then.
            abandoned: the same, asked for the first chunk, too.
        """
        size = chunk_size(parameters.classes)
        first = after.done // size if after else 0
        total = dict(after.summaries) if after else {}
        indices = range(first, -(-parameters.draws // size))

        self.store.fit(size)

        def stops(index: int) -> bool:
            return abandoned() or (index > 0 and cancelled())

        work = partial(self._summarise_one, parameters, summarise, stops)
        run = _Accumulation(work, indices, total, stops)
        # Taken before the other threads can: the first chunk is not to wait for one of them.
        index = run.take()
        helpers: list[Future[None]] = []
        seen, last = first, -math.inf
        try:
            while index is not None:
                if not helpers and index >= first + preview:
                    helpers = self._start(run, min(self.threads, indices.stop - index) - 1)
                run.draw(index)
                done, total = run.progress()
                if done > seen and (time.perf_counter() - last >= every or done == indices.stop):
                    seen, last = done, time.perf_counter()
                    yield Progress(min(done * size, parameters.draws), total)
                index = run.take()
            for helper in helpers:
                helper.result()
            done, total = run.progress()
            if done > seen:
                yield Progress(min(done * size, parameters.draws), total)
        finally:
            run.stop()
            wait(helpers)

    def summarise(self, parameters: Parameters, summarise: Mapping[str, Summarise]) -> Any:
        """Return the summaries of all draws, by name."""
        summaries: dict[str, Any] = {}
        for progress in self.accumulate(parameters, summarise, every=1.0):
            summaries = progress.summaries
        return summaries

    def _start(self, run: _Accumulation, count: int) -> list[Future[None]]:
        """Let other threads take part, as many as can be started."""
        helpers: list[Future[None]] = []
        try:
            for _ in range(count):
                helpers.append(self._helpers.submit(run.draw_all))
        except RuntimeError:
            if self._closed:
                raise
            # No memory for another thread: this one draws all. What was submitted in vain finds no
            # chunk left if a thread ever comes to it.
        return helpers

    def _summarise_one(
        self,
        parameters: Parameters,
        summarise: Mapping[str, Summarise],
        stops: Callable[[int], bool],
        index: int,
    ) -> dict[str, Any] | None:
        """Return the summaries of one chunk, or None if it is to stop before they are there.

        Its stages are kept if there is room. Where memory runs out, what is kept is given back, and
        the chunk is drawn again.

        Raises:
            MemoryError: if that does not help.
        """
        while True:
            try:
                return self._summarise_kept(parameters, summarise, stops, index)
            except MemoryError:
                self._local.workspace = Workspace()
                if not self.store.relieve():
                    raise

    def _summarise_kept(
        self,
        parameters: Parameters,
        summarise: Mapping[str, Summarise],
        stops: Callable[[int], bool],
        index: int,
    ) -> dict[str, Any] | None:
        start, workspace = index * chunk_size(parameters.classes), self._workspace()
        stages = self.store.take(start, workspace)
        chunk = self._chunk(parameters, index, stages, workspace)
        summaries: dict[str, Any] = {}
        for name, function in summarise.items():
            if summaries and stops(index):
                break
            summaries[name] = function(chunk)
        # Not after an error: the stages may be half written, then.
        self.store.give_back(start, stages, workspace)
        return summaries if len(summaries) == len(summarise) else None

    @staticmethod
    def _chunk(parameters: Parameters, index: int, stages: Stages, work: Workspace) -> Chunk:
        size = chunk_size(parameters.classes)
        count = min(size, parameters.draws - index * size)
        if index < 0 or count < 1:
            raise IndexError(f"chunk {index} holds none of the {parameters.draws} draws.")
        return Chunk(parameters, index * size, count, stages, work)

    def _workspace(self) -> Workspace:
        if not hasattr(self._local, "workspace"):
            self._local.workspace = Workspace()
        workspace: Workspace = self._local.workspace
        return workspace
