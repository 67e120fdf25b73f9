"""Stages of chunks: noise and classes, kept within a budget of memory.

Gaps and relaxed vectors are made of the noise in hardly more time than it takes to read them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.arrays import Bytes, Singles
from gumbel_gui.core.kernels import argmax_scores, relax_scores, shift_scores
from gumbel_gui.core.noise import fill_noise
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.sampling import divisor_of, first_argmax, half_scores, relax_shifted
from gumbel_gui.core.workspace import Workspace, reuse

Kept = TypeVar("Kept")

CACHED = 12
"""Results that are remembered with the stages of a chunk, the latest ones used."""
LEAST_BUDGET = 2**20
"""A smaller budget is halved to nothing: not one chunk would fit."""


class Stages:
    """The kept arrays of one block of draws, and what they hold.

    A thread owns the stages of its chunk until they are given back, so they are rewritten in place
    when the seed or p has changed.
    """

    def __init__(self) -> None:
        self._buffers: dict[str, NDArray[Any]] = {}
        self._noise: Singles = np.empty((0, 0), np.float32)
        self._noise_of: tuple[object, ...] | None = None
        self._codes_of: tuple[object, ...] | None = None
        self._codes: Bytes = np.empty(0, np.uint8)
        self._cached: dict[Hashable, Any] = {}
        self._cached_of: tuple[object, ...] | None = None

    @property
    def nbytes(self) -> int:
        """The memory that is held, results that say their size in ``nbytes`` among it."""
        held = (*self._buffers.values(), *self._cached.values())
        return sum(int(getattr(each, "nbytes", 0)) for each in held)

    def noise(self, parameters: Parameters, start: int, count: int, work: Workspace) -> Singles:
        """Return ε (K, count) of the draws from ``start`` on, drawing what is not here."""
        source, classes = (parameters.seed, start, parameters.noise), parameters.classes
        known, width = self._noise.shape
        if self._noise_of != source or width < count:
            known, width = 0, count
        if known < classes:
            rows = self._noise[:known, :width].copy() if known else np.empty((0, width))
            self._noise = reuse(self._buffers, "noise", (classes, width), np.float32)
            self._noise[:known] = rows
            for k in range(known, classes):
                fill_noise(parameters.noise, work, parameters.seed, k, start, self._noise[k])
            self._noise_of, self._codes_of = source, None
        return self._noise[:classes, :count]

    def classes(self, parameters: Parameters, start: int, count: int, work: Workspace) -> Bytes:
        """Return argmax g (count,)."""
        noise, logits = self.noise(parameters, start, count, work), parameters.logits
        source = (self._noise_of, logits.tobytes(), count)
        if self._codes_of != source:
            self._codes = reuse(self._buffers, "codes", (count,), np.uint8)
            if parameters.mistake.in_half_precision:
                scores = work.array("half scores", noise.shape, np.float32)
                half_scores(logits, noise, scores)
                wins = work.array("wins", noise.shape, np.bool_)
                first_argmax(scores, np.maximum.reduce(scores, axis=0), self._codes, wins)
            else:
                argmax_scores(logits, noise, self._codes)
            self._codes_of = source
        return self._codes

    def shift(
        self, parameters: Parameters, start: int, count: int, work: Workspace, out: Singles
    ) -> None:
        """Put g − max g into ``out`` (K, count)."""
        noise = self.noise(parameters, start, count, work)
        if parameters.mistake.in_half_precision:
            half_scores(parameters.logits, noise, out)
            np.subtract(out, np.maximum.reduce(out, axis=0), out=out)
        else:
            shift_scores(parameters.logits, noise, out)

    def relax(
        self, parameters: Parameters, start: int, count: int, work: Workspace, out: Singles
    ) -> None:
        """Put s = softmax(g / t) into ``out`` (K, count)."""
        t = parameters.effective_temperature
        if t == 0:
            codes = self.classes(parameters, start, count, work)
            np.equal(codes, np.arange(len(out))[:, None], out=out)
        elif parameters.mistake.in_half_precision:
            self.shift(parameters, start, count, work, out)
            relax_shifted(out, t, out)
        else:
            noise = self.noise(parameters, start, count, work)
            relax_scores(parameters.logits, noise, divisor_of(t, out.dtype), out)

    def cached(
        self,
        key: Hashable,
        compute: Callable[[], Kept],
        parameters: Parameters,
        start: int,
        count: int,
    ) -> Kept:
        """Return what was computed under this key of the same draws and scores, or compute it."""
        # The mistake by itself, too: a result may depend on it where the scores do not.
        t = parameters.temperature if parameters.mistake.scores_depend_on_t else None
        same = (parameters.seed, parameters.mistake, t, parameters.probabilities, start, count)
        if self._cached_of != same:
            self._cached, self._cached_of = {}, same
        memories = self._cached
        kept: Kept = memories.pop(key) if key in memories else compute()
        memories[key] = kept  # the newest is the last
        while len(memories) > CACHED:
            del memories[next(iter(memories))]
        return kept


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

    def relieve(self) -> bool:
        """Forget all that is kept, and keep half as much from now on.

        Return whether that can have helped: some calls later nothing is kept any more.
        """
        with self._lock:
            before = self._budget
            self._kept.clear()
            self._bytes = 0
            self._budget = before // 2 if before > LEAST_BUDGET else 0
        return before > 0

    def fit(self, size: int) -> None:
        """Prepare for chunks of this size; what chunks of another size left is of no use."""
        with self._lock:
            if size != self._size:
                self._kept.clear()
                self._bytes, self._size = 0, size

    def take(self, start: int, work: Workspace) -> Stages:
        """Take the stages from this draw on out of the store, until they are given back."""
        with self._lock:
            stages = self._kept.pop(start, None)
            self._bytes -= stages.nbytes if stages else 0
        if stages is not None:
            return stages
        spare: Stages = work.spare or Stages()
        work.spare = None
        return spare

    def give_back(self, start: int, stages: Stages, work: Workspace) -> None:
        """Keep the stages if there is room; else leave their arrays to the thread's next chunk."""
        with self._lock:
            # First come, first kept: a scan longer than the budget would flush an LRU cache whole.
            if start not in self._kept and self._bytes + stages.nbytes <= self._budget:
                self._kept[start] = stages
                self._bytes += stages.nbytes
            else:
                work.spare = stages
