"""Draws in chunks, stage by stage, folded into summaries on several threads.

A chunk is a block of 65,536 draws whose stages depend on as little as they can:

==================== ======== =============================
stage                shape    depends on
==================== ======== =============================
noise ε              (K, n)   seed, chunk index
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
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol, Self

import numpy as np
from numpy.typing import DTypeLike, NDArray

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.sampling import fill_gumbel_noise, lead, perturb, soften

CHUNK = 65_536
DEFAULT_BUDGET = 256 * 2**20
Noise = NDArray[np.float32]


class Summary(Protocol):
    """What one plot needs to know of some draws; summaries of disjoint draws add."""

    def __add__(self, other: Any, /) -> Self: ...


Summarise = Callable[["Chunk"], Summary]


class Workspace:
    """Arrays that one thread uses again and again.

    Fresh arrays of this size cost more in page faults than the arithmetic done on them.
    """

    def __init__(self) -> None:
        self._buffers: dict[str, NDArray[Any]] = {}
        self.spare: Stages | None = None

    def array(self, name: str, shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
        """Return the array of this name, with whatever it held at its last use."""
        return reuse(self._buffers, name, shape, dtype)


def reuse(
    buffers: dict[str, NDArray[Any]], name: str, shape: tuple[int, ...], dtype: DTypeLike
) -> NDArray[Any]:
    """Return an array of this shape out of the named buffer, which grows where it must."""
    size, kind = math.prod(shape), np.dtype(dtype)
    buffer = buffers.get(name)
    if buffer is None or buffer.size < size or buffer.dtype != kind:
        buffer = buffers[name] = np.empty(size, kind)
    return buffer[:size].reshape(shape)


class Stages:
    """The kept arrays of one chunk, and what they hold.

    Whoever works on a chunk owns its stages until they are given back, so they are rewritten in
    place when the seed or p has changed.
    """

    def __init__(self) -> None:
        self._buffers: dict[str, NDArray[Any]] = {}
        self._noise: NDArray[np.float32] = np.empty((0, 0), np.float32)
        self._noise_of: tuple[int, int] | None = None
        self._decided: tuple[NDArray[np.uint8], NDArray[np.float32]] | None = None
        self._decided_of: tuple[object, ...] | None = None

    @property
    def nbytes(self) -> int:
        """The memory that is held."""
        return sum(buffer.nbytes for buffer in self._buffers.values())

    def noise(self, parameters: Parameters, index: int, count: int, work: Workspace) -> Noise:
        """Return ε (K, count), drawing what is not here."""
        source, classes = (parameters.seed, index), parameters.classes
        known, width = self._noise.shape
        if self._noise_of != source or width < count:
            known, width = 0, count
        if known < classes:
            rows = self._noise[:known, :width].copy() if known else np.empty((0, width))
            self._noise = reuse(self._buffers, "noise", (classes, width), np.float32)
            self._noise[:known] = rows
            exponential = work.array("exponential", (width,), np.float64)
            for k in range(known, classes):
                stream = np.random.SeedSequence(parameters.seed, spawn_key=(index, k))
                rng = np.random.Generator(np.random.SFC64(stream))
                fill_gumbel_noise(rng, self._noise[k], exponential)
            self._noise_of, self._decided_of = source, None
        return self._noise[:classes, :count]

    def decided(
        self, parameters: Parameters, index: int, count: int, work: Workspace
    ) -> tuple[NDArray[np.uint8], Noise]:
        """Return the classes argmax g (count,) and the gaps g − max g (K, count)."""
        noise = self.noise(parameters, index, count, work)
        source = (parameters.seed, index, parameters.probabilities, count)
        if self._decided is None or self._decided_of != source:
            scores = reuse(self._buffers, "gaps", noise.shape, np.float32)
            perturb(parameters.probabilities, noise, out=scores)
            codes, largest = lead(scores)
            np.subtract(scores, largest, out=scores)
            self._decided, self._decided_of = (codes, scores), source
        return self._decided


class StageStore:
    """Stages by chunk, kept in memory up to a budget; beyond it they are computed again."""

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self._lock = threading.Lock()
        self._kept: dict[int, Stages] = {}
        self._bytes = 0

    def take(self, index: int, work: Workspace) -> Stages:
        """Lend the stages of a chunk; nobody else has them until they are given back."""
        with self._lock:
            stages = self._kept.pop(index, None)
            self._bytes -= stages.nbytes if stages else 0
        if stages is None:
            stages, work.spare = work.spare or Stages(), None
        return stages

    def give_back(self, index: int, stages: Stages, work: Workspace) -> None:
        """Keep the stages if there is room; else leave their arrays to the thread's next chunk."""
        with self._lock:
            # First come, first kept: a scan longer than the budget would flush an LRU cache whole.
            if index not in self._kept and self._bytes + stages.nbytes <= self.budget:
                self._kept[index] = stages
                self._bytes += stages.nbytes
            else:
                work.spare = stages


class Chunk:
    """The draws ``start`` … ``start + count − 1``; a stage is computed only when asked for.

    The arrays are lent: what a summary keeps of them it must copy, and it must not write to them.

    Attributes:
        parameters: what is drawn.
        index: of the chunk; draw ``start = index · 65,536`` is its first.
        count: n, the number of draws in it, 1 … 65,536.
        work: for a summary's own arrays.
    """

    def __init__(
        self, parameters: Parameters, index: int, count: int, stages: Stages, work: Workspace
    ) -> None:
        self.parameters = parameters
        self.index = index
        self.start = index * CHUNK
        self.count = count
        self.work = work
        self._stages = stages

    @cached_property
    def noise(self) -> Noise:
        """Standard Gumbel noise ε, (K, n)."""
        return _locked(self._stages.noise(self.parameters, self.index, self.count, self.work))

    @cached_property
    def scores(self) -> Noise:
        """Perturbed log-probabilities g = ln p + ε, (K, n)."""
        return perturb(self.parameters.probabilities, self.noise)

    @property
    def classes(self) -> NDArray[np.uint8]:
        """Sampled classes argmax g, (n,)."""
        return self._decided[0]

    @property
    def gaps(self) -> Noise:
        """Gaps to the largest score, g − max g, (K, n)."""
        return self._decided[1]

    @cached_property
    def relaxed(self) -> Noise:
        """Relaxed one-hot vectors s = softmax(g / t), (K, n)."""
        out = self.work.array("relaxed", self.gaps.shape, np.float32)
        soften(self.gaps, self.classes, self.parameters.temperature, out)
        return _locked(out)

    @cached_property
    def _decided(self) -> tuple[NDArray[np.uint8], Noise]:
        codes, gaps = self._stages.decided(self.parameters, self.index, self.count, self.work)
        return _locked(codes), _locked(gaps)


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


class Engine:
    """Draws chunks on several threads and folds their summaries in the order of the chunks.

    Because the fold is in order, results are bit-identical on any number of threads.
    """

    def __init__(self, threads: int | None = None, budget: int = DEFAULT_BUDGET) -> None:
        self.threads = threads or min(os.cpu_count() or 1, 8)
        self.store = StageStore(budget)
        self._local = threading.local()
        self._pool = ThreadPoolExecutor(self.threads, thread_name_prefix="draws")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Wait for the chunks in flight and end the threads."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def chunk(self, parameters: Parameters, index: int) -> Chunk:
        """Return chunk ``index``, cut to the number of draws, in arrays of its own."""
        return self._chunk(parameters, index, Stages(), Workspace())

    def accumulate(
        self, parameters: Parameters, summarise: Mapping[str, Summarise]
    ) -> Generator[Progress, None, None]:
        """Yield the summaries of the first chunk, the first two, … and at last of all draws.

        Stop iterating (or close the generator) to cancel; it then waits for the chunks in flight,
        a few milliseconds, and draws no more.

        Args:
            parameters: what to draw.
            summarise: pure functions of a chunk, by name.
        """

        def work(index: int) -> dict[str, Any]:
            workspace = self._workspace()
            stages = self.store.take(index, workspace)
            try:
                chunk = self._chunk(parameters, index, stages, workspace)
                return {name: function(chunk) for name, function in summarise.items()}
            finally:
                self.store.give_back(index, stages, workspace)

        total: dict[str, Any] = {}
        parts = self._in_order(work, -(-parameters.draws // CHUNK))
        try:
            for index, part in enumerate(parts):
                total = {n: total[n] + part[n] for n in part} if index else part
                yield Progress(min((index + 1) * CHUNK, parameters.draws), total)
        finally:
            parts.close()

    def summarise(self, parameters: Parameters, summarise: Mapping[str, Summarise]) -> Any:
        """Return the summaries of all draws, by name."""
        progress = deque(self.accumulate(parameters, summarise), maxlen=1)[0]
        return progress.summaries

    @staticmethod
    def _chunk(parameters: Parameters, index: int, stages: Stages, work: Workspace) -> Chunk:
        count = min(CHUNK, parameters.draws - index * CHUNK)
        if index < 0 or count < 1:
            raise IndexError(f"chunk {index} holds none of the {parameters.draws} draws.")
        return Chunk(parameters, index, count, stages, work)

    def _workspace(self) -> Workspace:
        if not hasattr(self._local, "workspace"):
            self._local.workspace = Workspace()
        workspace: Workspace = self._local.workspace
        return workspace

    def _in_order(
        self, work: Callable[[int], dict[str, Any]], chunks: int
    ) -> Generator[dict[str, Any], None, None]:
        ahead: deque[Future[dict[str, Any]]] = deque()
        indices: Iterator[int] = iter(range(chunks))
        try:
            while True:
                while len(ahead) < 2 * self.threads and (i := next(indices, None)) is not None:
                    ahead.append(self._pool.submit(work, i))
                if not ahead:
                    return
                yield ahead.popleft().result()
        finally:
            for future in ahead:
                future.cancel()
            for future in ahead:
                if not future.cancelled():
                    future.exception()
