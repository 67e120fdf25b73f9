"""What is computed of a chunk, kept in arrays that are used again, within a budget of memory."""

from __future__ import annotations

import math
import threading
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.sampling import fill_gumbel_noise, lead, log_probabilities, score

Noise = NDArray[np.float32]


class Workspace:
    """Arrays and random streams that one thread uses again and again.

    Fresh arrays of this size cost more in page faults than the arithmetic done on them, and a
    fresh stream costs more than moving one to another place.
    """

    def __init__(self) -> None:
        self._buffers: dict[str, NDArray[Any]] = {}
        self._streams: dict[int, tuple[np.random.Generator, Any]] = {}
        self._seed: int | None = None
        self.spare: Stages | None = None

    def array(self, name: str, shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
        """Return the array of this name, with whatever it held at its last use."""
        return reuse(self._buffers, name, shape, dtype)

    def stream(self, seed: int, row: int, start: int) -> np.random.Generator:
        """Return the random stream of class ``row``, about to give its number ``start``.

        Each class has one stream, and draw i is the i-th number in it: so a draw depends neither
        on the number of threads, draws or classes nor on how the draws are cut into chunks.
        """
        if seed != self._seed:
            self._streams.clear()
            self._seed = seed
        if row not in self._streams:
            # DXSM of 128 bits: a stream can be entered at any place at once.
            bits = np.random.PCG64DXSM(np.random.SeedSequence(seed, spawn_key=(row,)))
            self._streams[row] = np.random.Generator(bits), bits.state
        generator, origin = self._streams[row]
        generator.bit_generator.state = origin
        generator.bit_generator.advance(start)  # type: ignore[attr-defined]
        return generator


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
    """The kept arrays of one block of draws, and what they hold.

    Whoever works on a chunk owns its stages until they are given back, so they are rewritten in
    place when the seed or p has changed.
    """

    def __init__(self) -> None:
        self._buffers: dict[str, NDArray[Any]] = {}
        self._noise: Noise = np.empty((0, 0), np.float32)
        self._noise_of: tuple[int, int] | None = None
        self._scores: Noise = self._noise
        self._scores_of: tuple[object, ...] | None = None
        self._largest: Noise = self._noise
        self._codes: NDArray[np.uint8] | None = None
        self._fallen = False

    @property
    def nbytes(self) -> int:
        """The memory that is held."""
        return sum(buffer.nbytes for buffer in self._buffers.values())

    def noise(self, parameters: Parameters, start: int, count: int, work: Workspace) -> Noise:
        """Return ε (K, count) of the draws from ``start`` on, drawing what is not here."""
        source, classes = (parameters.seed, start), parameters.classes
        known, width = self._noise.shape
        if self._noise_of != source or width < count:
            known, width = 0, count
        if known < classes:
            rows = self._noise[:known, :width].copy() if known else np.empty((0, width))
            self._noise = reuse(self._buffers, "noise", (classes, width), np.float32)
            self._noise[:known] = rows
            uniform = work.array("uniform", (width,), np.float64)
            for k in range(known, classes):
                fill_gumbel_noise(work.stream(parameters.seed, k, start), self._noise[k], uniform)
            self._noise_of, self._scores_of = source, None
        return self._noise[:classes, :count]

    def classes(
        self, parameters: Parameters, start: int, count: int, work: Workspace
    ) -> NDArray[np.uint8]:
        """Return argmax g (count,)."""
        self._score(parameters, start, count, work)
        if self._codes is None:
            self._codes = reuse(self._buffers, "codes", (count,), np.uint8)
            wins = work.array("wins", self._scores.shape, np.bool_)
            largest = np.zeros_like(self._largest) if self._fallen else self._largest
            lead(self._scores, largest, self._codes, wins)
        return self._codes

    def gaps(self, parameters: Parameters, start: int, count: int, work: Workspace) -> Noise:
        """Return g − max g (K, count)."""
        self._score(parameters, start, count, work)
        if not self._fallen:
            np.subtract(self._scores, self._largest, out=self._scores)
            self._fallen = True
        return self._scores

    def _score(self, parameters: Parameters, start: int, count: int, work: Workspace) -> None:
        # One array holds the scores, and then how far they are behind: nobody keeps the scores.
        noise = self.noise(parameters, start, count, work)
        source = (parameters.seed, start, parameters.probabilities, count)
        if self._scores_of != source:
            self._scores = reuse(self._buffers, "scores", noise.shape, np.float32)
            self._largest = reuse(self._buffers, "largest", (count,), np.float32)
            score(log_probabilities(parameters.probabilities), noise, self._scores)
            np.maximum.reduce(self._scores, axis=0, out=self._largest)
            self._scores_of, self._codes, self._fallen = source, None, False


class StageStore:
    """Stages by their first draw, kept in memory up to a budget, computed again beyond it."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._lock = threading.Lock()
        self._kept: dict[int, Stages] = {}
        self._bytes = 0
        self._size = 0

    @property
    def budget(self) -> int:
        """The most bytes that are kept."""
        return self._budget

    @budget.setter
    def budget(self, budget: int) -> None:
        with self._lock:
            self._budget = budget
            while self._bytes > budget:
                self._bytes -= self._kept.popitem()[1].nbytes

    def fit(self, size: int) -> None:
        """Prepare for chunks of this size; what chunks of another size left is of no use."""
        with self._lock:
            if size != self._size:
                self._kept.clear()
                self._bytes, self._size = 0, size

    def take(self, start: int, work: Workspace) -> Stages:
        """Lend the stages from this draw on; nobody else has them until they are given back."""
        with self._lock:
            stages = self._kept.pop(start, None)
            self._bytes -= stages.nbytes if stages else 0
        if stages is None:
            stages, work.spare = work.spare or Stages(), None
        return stages

    def give_back(self, start: int, stages: Stages, work: Workspace) -> None:
        """Keep the stages if there is room; else leave their arrays to the thread's next chunk."""
        with self._lock:
            # First come, first kept: a scan longer than the budget would flush an LRU cache whole.
            if start not in self._kept and self._bytes + stages.nbytes <= self._budget:
                self._kept[start] = stages
                self._bytes += stages.nbytes
            else:
                work.spare = stages
