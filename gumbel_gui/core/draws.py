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

import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.sampling import class_codes, gumbel_noise, perturb, relax

CHUNK = 65_536
DEFAULT_BUDGET = 256 * 2**20


class Summary(Protocol):
    """What one plot needs to know of some draws; summaries of disjoint draws add."""

    def __add__(self, other: Any, /) -> Self: ...


Summarise = Callable[["Chunk"], Summary]


class Chunk:
    """The draws ``start`` … ``start + count − 1``; a stage is computed only when asked for.

    Attributes:
        parameters: what is drawn.
        index: of the chunk; draw ``start = index · 65,536`` is its first.
        count: n, the number of draws in it, 1 … 65,536.
    """

    def __init__(self, parameters: Parameters, index: int, noise: NDArray[np.float32]) -> None:
        self.parameters = parameters
        self.index = index
        self.start = index * CHUNK
        self.noise = noise
        self.count = noise.shape[1]

    @cached_property
    def scores(self) -> NDArray[np.float32]:
        """Perturbed log-probabilities g = ln p + ε, (K, n)."""
        return perturb(self.parameters.probabilities, self.noise).astype(np.float32, copy=False)

    @cached_property
    def classes(self) -> NDArray[np.uint8]:
        """Sampled classes argmax g, (n,)."""
        return class_codes(self.scores)

    @cached_property
    def relaxed(self) -> NDArray[np.float32]:
        """Relaxed one-hot vectors s = softmax(g / t), (K, n)."""
        return relax(self.scores, self.parameters.temperature).astype(np.float32, copy=False)


class NoiseStore:
    """Noise by chunk, kept in memory up to a budget and drawn again from its seed beyond it.

    Row k of chunk i has a stream of its own, child (i, k) of the seed, so a value depends neither
    on the number of threads, nor on how many draws or classes were asked for.
    """

    def __init__(self, budget: int = DEFAULT_BUDGET) -> None:
        self.budget = budget
        self._lock = threading.Lock()
        self._seed = -1
        self._rows: dict[tuple[int, int], NDArray[np.float32]] = {}
        self._bytes = 0

    def noise(self, parameters: Parameters, index: int, count: int) -> NDArray[np.float32]:
        """Return the noise of the first ``count`` draws of a chunk, (K, count)."""
        noise = np.empty((parameters.classes, count), np.float32)
        for k, row in enumerate(noise):
            row[:] = self._row(parameters.seed, index, k, count)
        return noise

    def _row(self, seed: int, index: int, k: int, count: int) -> NDArray[np.float32]:
        with self._lock:
            if seed != self._seed:
                self._seed, self._rows, self._bytes = seed, {}, 0
            known = self._rows.get((index, k))
        if known is not None and len(known) >= count:
            return known[:count]
        stream = np.random.SeedSequence(seed, spawn_key=(index, k))
        row = gumbel_noise(np.random.Generator(np.random.SFC64(stream)), count, np.float32)
        with self._lock:
            grown = row.nbytes - (known.nbytes if known is not None else 0)
            # First come, first kept: a scan longer than the budget would flush an LRU cache whole.
            if seed == self._seed and self._bytes + grown <= self.budget:
                self._rows[index, k] = row
                self._bytes += grown
        return row


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
        self.store = NoiseStore(budget)
        self._pool = ThreadPoolExecutor(self.threads, thread_name_prefix="draws")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Wait for the chunks in flight and end the threads."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def chunk(self, parameters: Parameters, index: int) -> Chunk:
        """Return chunk ``index``, cut to the number of draws."""
        count = min(CHUNK, parameters.draws - index * CHUNK)
        if index < 0 or count < 1:
            raise IndexError(f"chunk {index} holds none of the {parameters.draws} draws.")
        return Chunk(parameters, index, self.store.noise(parameters, index, count))

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
            chunk = self.chunk(parameters, index)
            return {name: function(chunk) for name, function in summarise.items()}

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
