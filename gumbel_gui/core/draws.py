"""Draws in chunks, stage by stage, folded into summaries on several threads.

A chunk is a block of draws whose stages depend on as little as they can:

==================== ======== =============================
stage                shape    depends on
==================== ======== =============================
noise ε              (K, n)   seed, place of the draws
scores g = ln p + ε  (K, n)   noise, p
classes argmax g     (n,)     scores
relaxed softmax(g/t) (K, n)   scores, t
==================== ======== =============================

So moving t never redraws the noise, and adding a class leaves the noise of the others in place.
"""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable, Generator, Hashable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.arrays import AnyFloats, Bytes, Floats, Singles, Whole
from gumbel_gui.core.kernels import argmax_scores
from gumbel_gui.core.noise import fill_normal_noise, fill_uniform_noise
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import MAX_CLASSES
from gumbel_gui.core.sampling import relax_shifted, score
from gumbel_gui.core.stages import Kept, Stages, StageStore, logits_of
from gumbel_gui.core.workspace import Workspace

CHUNK = 65_536
"""Draws in a chunk of up to 16 classes."""
DEFAULT_BUDGET = 256 * 2**20


def chunk_size(classes: int) -> int:
    """Return the number of draws in a chunk of K classes: fewer for more, so that K · n is bounded.

    Smaller chunks waste time between them, larger ones do not fit a processor's cache, and a chunk
    is the least that is drawn before somebody can change his mind.
    """
    return CHUNK >> max((classes - 1).bit_length() - 4, 0)


class Summary(Protocol):
    """What one plot needs to know of some draws; summaries of disjoint draws add."""

    def __add__(self, other: Any, /) -> Self: ...


Summarise = Callable[["Chunk"], Summary]


class Chunk:
    """The draws ``start`` … ``start + count − 1``; a stage is computed only when asked for.

    The arrays are lent: what a summary keeps of them it must copy, and it must not write to them.

    Attributes:
        parameters: what is drawn.
        start: its first draw, counted from 0.
        count: n, the number of draws in it, 1 … chunk_size(K).
        work: for a summary's own arrays.
    """

    def __init__(
        self, parameters: Parameters, start: int, count: int, stages: Stages, work: Workspace
    ) -> None:
        self.parameters = parameters
        self.start = start
        self.count = count
        self.work = work
        self._stages = stages
        # Not by cached_property: up to Python 3.11 it holds one lock for all chunks while it
        # computes, so that of several threads only one would work.
        self._relaxed: Singles | None = None

    @property
    def index(self) -> int:
        """The number of the chunk, 0 for the first one."""
        return self.start // chunk_size(self.parameters.classes)

    @property
    def noise(self) -> Singles:
        """The noise ε, (K, n): standard Gumbel, unless the mistake is another noise."""
        return _locked(self._stages.noise(self.parameters, self.start, self.count, self.work))

    @property
    def uniform(self) -> Singles:
        """The numbers x ~ U(0, 1) that the noise is made of, (K, n), drawn at each call."""
        return self._fill("x", fill_uniform_noise)

    @property
    def normal(self) -> Singles:
        """Standard normal noise, (K, n), drawn at each call."""
        return self._fill("normal", fill_normal_noise)

    @property
    def choices(self) -> Whole:
        """Classes sampled by NumPy's ``Generator.choice``, (n,), drawn at each call."""
        p = self.parameters.p
        # It takes one number of the stream for each draw, so that it can begin anywhere.
        generator = self.work.stream(self.parameters.seed, MAX_CLASSES, 2, start=self.start)
        return generator.choice(len(p), self.count, p=p)

    @property
    def scores(self) -> Singles:
        """Perturbed log-probabilities g = ln p + ε, (K, n), computed at each call."""
        scores = np.empty((self.parameters.classes, self.count), np.float32)
        score(logits_of(self.parameters), self.noise, scores)
        return scores

    def winners(self, logits: Floats, noise: Singles) -> Bytes:
        """Return argmax(shift + noise) (n,) of any other shift (K,) and noise (K, n)."""
        work, draws = self.work, noise.shape[1:]
        codes = work.array("winners", draws, np.uint8)
        row, largest = (work.array(name, draws, np.float32) for name in ("row", "largest"))
        argmax_scores(
            logits, noise, largest, codes, row, work.array("row of wins", draws, np.bool_)
        )
        return codes

    @property
    def classes(self) -> Bytes:
        """Sampled classes argmax g, (n,)."""
        return _locked(self._stages.classes(self.parameters, self.start, self.count, self.work))

    @property
    def shifted_scores(self) -> Singles:
        """Gaps to the largest score, g − max g, (K, n)."""
        return _locked(
            self._stages.shifted_scores(self.parameters, self.start, self.count, self.work)
        )

    @property
    def relaxed(self) -> Singles:
        """Relaxed one-hot vectors s = softmax(g / t), (K, n)."""
        if self._relaxed is None:
            shifted = self.shifted_scores
            out = self.work.array("relaxed", shifted.shape, np.float32)
            relax_shifted(shifted, self.parameters.effective_temperature, out)
            self._relaxed = _locked(out)
        return self._relaxed

    def cached(self, key: Hashable, compute: Callable[[], Kept]) -> Kept:
        """Return ``compute()``, or what it gave for an earlier chunk of the same draws and scores.

        For what costs much and does not depend on t: it is not computed again while t is dragged,
        as long as the chunk's stages are kept. Another seed, p, mistake or number of draws in the
        chunk is another result; only the latest few keys are remembered.

        Args:
            key: what is computed, and everything that it depends on besides the scores.
            compute: may use whatever of the chunk does not depend on t. What it returns must hold
                none of the chunk's arrays, and nobody may write to it.
        """
        return self._stages.cached(key, compute, self.parameters, self.start, self.count)

    def _fill(
        self, name: str, fill: Callable[[Workspace, int, int, int, AnyFloats], None]
    ) -> Singles:
        out = self.work.array(name, (self.parameters.classes, self.count), np.float32)
        for k, row in enumerate(out):
            fill(self.work, self.parameters.seed, k, self.start, row)
        return _locked(out)


def _locked(array: NDArray[Any]) -> NDArray[Any]:
    """Return a view that cannot be written through: the array will be used again."""
    view = array.view()
    view.flags.writeable = False
    return view


@dataclass(frozen=True)
class Progress:
    """Summaries of the first ``done`` draws, by the names that were asked for."""

    done: int
    summaries: dict[str, Any]


class _Run:
    """One accumulation: threads take the next chunk, and fold what they made in order."""

    def __init__(
        self,
        work: Callable[[int], dict[str, Any]],
        indices: range,
        total: dict[str, Any],
        cancelled: Callable[[], bool],
    ) -> None:
        self._work = work
        self._cancelled = cancelled
        self._indices = iter(indices)
        self._lock = threading.Lock()
        self._parts: dict[int, dict[str, Any]] = {}
        self._stopped = False
        self.folded = indices.start
        self.total = total

    def draw_all(self) -> None:
        """Work on chunks until there are no more, one has failed, or nobody wants them."""
        while (index := self.take()) is not None:
            self.draw(index)

    def take(self) -> int | None:
        """Return the next chunk to draw, if any is left and wanted."""
        with self._lock:
            index = None if self._stopped else next(self._indices, None)
        # The first chunk is drawn in any case: in a long drag there would be nothing to see.
        if index and self._cancelled():
            self.stop()
            return None
        return index

    def draw(self, index: int) -> None:
        """Draw a chunk that was taken, and fold what is in line."""
        try:
            part = self._work(index)
        except BaseException:
            self.stop()
            raise
        with self._lock:
            self._parts[index] = part
            while (next_part := self._parts.pop(self.folded, None)) is not None:
                total = self.total
                self.total = {n: total[n] + next_part[n] for n in next_part} if total else next_part
                self.folded += 1

    def stop(self) -> None:
        """Let all threads end after the chunks in flight."""
        self._stopped = True

    def progress(self) -> tuple[int, dict[str, Any]]:
        """Return how many chunks are folded, and their summaries."""
        with self._lock:
            return self.folded, self.total


class Engine:
    """Draws chunks on several threads and folds their summaries in the order of the chunks.

    Because the fold is in order, results are bit-identical on any number of threads. Who asks for
    draws is one of these threads himself: waking another one up takes as long as a small chunk.
    """

    def __init__(self, threads: int | None = None, budget: int = DEFAULT_BUDGET) -> None:
        self.threads = threads or min(os.cpu_count() or 1, 8)
        self.store = StageStore(budget)
        self._local = threading.local()
        self._helpers = ThreadPoolExecutor(max(self.threads - 1, 1), thread_name_prefix="draws")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Wait for the chunks in flight and end the threads."""
        self._helpers.shutdown(wait=True, cancel_futures=True)

    def chunk(self, parameters: Parameters, index: int) -> Chunk:
        """Return chunk ``index``, cut to the number of draws, in arrays of its own."""
        return self._chunk(parameters, index, Stages(), Workspace())

    def accumulate(
        self,
        parameters: Parameters,
        summarise: Mapping[str, Summarise],
        *,
        after: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        every: float = 0.02,
        preview: bool = False,
    ) -> Generator[Progress, None, None]:
        """Yield the summaries of the first chunk or chunks, of ever more, and at last of all draws.

        Stop iterating (or close the generator) to cancel; it then waits for the chunks in flight,
        a few milliseconds, and draws no more.

        Args:
            parameters: what to draw.
            summarise: pure functions of a chunk, by name.
            after: whole chunks that are known already, of the same parameters but for the number
                of draws, and of the same functions: they are not drawn again.
            cancelled: whether to stop, asked on any thread before every chunk but the first.
            every: seconds between what is yielded, but for the first and the last.
            preview: whether to begin with other chunks only after the first one was yielded and
                the iteration goes on: what is done with it has both cores, then.
        """
        size = chunk_size(parameters.classes)
        first = after.done // size if after else 0
        total = dict(after.summaries) if after else {}
        indices = range(first, -(-parameters.draws // size))

        self.store.fit(size)
        work = partial(self._summarise_one, parameters, summarise)
        run = _Run(work, indices, total, cancelled)
        # Taken before the others can: who waits for the first chunk had better not depend on them.
        index = run.take()
        helpers: list[Future[None]] = []
        seen, last = first, -math.inf
        try:
            while index is not None:
                if not helpers and index >= first + preview:
                    others = range(min(self.threads, indices.stop - index) - 1)
                    helpers = [self._helpers.submit(run.draw_all) for _ in others]
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

    def _summarise_one(
        self, parameters: Parameters, summarise: Mapping[str, Summarise], index: int
    ) -> dict[str, Any]:
        """Return the summaries of one chunk, whose stages are lent and kept if there is room."""
        start, workspace = index * chunk_size(parameters.classes), self._workspace()
        stages = self.store.take(start, workspace)
        try:
            chunk = self._chunk(parameters, index, stages, workspace)
            return {name: function(chunk) for name, function in summarise.items()}
        finally:
            self.store.give_back(start, stages, workspace)

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
