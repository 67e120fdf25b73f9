"""Chunks: blocks of draws, computed stage by stage where a stage is asked for.

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

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from gumbel_gui.core.arrays import Bytes, Floats, Singles, Whole
from gumbel_gui.core.generator import state_of
from gumbel_gui.core.kernels import argmax_scores, shift_scores
from gumbel_gui.core.mistakes import Noise, NoiseKind
from gumbel_gui.core.noise import (
    fill_noise,
    fill_uniform_noise,
)
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import MAX_CLASSES
from gumbel_gui.core.sampling import gumbel_max, half_scores, score
from gumbel_gui.core.stages import Kept, Stages
from gumbel_gui.core.workspace import Workspace

CHUNK = 65_536
"""Draws in a chunk of up to 16 classes."""


def chunk_size(classes: int) -> int:
    """Return the number of draws in a chunk of K classes: fewer for more, so that K · n is bounded.

    Smaller chunks waste time between them, larger ones do not fit a processor's cache, and drawing
    can be cancelled between chunks only.
    """
    return CHUNK >> max((classes - 1).bit_length() - 4, 0)


class Chunk:
    """The draws ``start`` … ``start + count − 1``; a stage is computed only when asked for.

    The arrays are used again for the next chunk: a summary copies what it keeps of them. They are
    read-only.

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
        self._shifted: Singles | None = None
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
    def exact_uniform(self) -> Floats:
        """The same x in double precision, in which the noise is made of them, (K, n)."""
        return self._fill("exact x", fill_uniform_noise, np.float64)

    @property
    def gumbel(self) -> Singles:
        """Standard Gumbel noise −ln(−ln x) of the draws' x, (K, n), whatever their noise is."""
        if self.parameters.noise == Noise():
            return self.noise
        with np.errstate(divide="ignore"):  # in single precision x is 1 now and then
            return -np.log(-np.log(self.uniform))

    @property
    def normal(self) -> Singles:
        """Standard normal noise, (K, n), drawn at each call."""
        return self._fill("normal", partial(fill_noise, Noise(NoiseKind.NORMAL)))

    @property
    def choices(self) -> Whole:
        """Classes sampled by NumPy's ``Generator.choice``, (n,), drawn at each call."""
        p, start = self.parameters.p, self.start
        # It takes one number for each draw, and Philox makes four at once of a place.
        key = state_of(self.parameters.seed, MAX_CLASSES, 2, start=0)
        generator = np.random.Generator(np.random.Philox(key=key, counter=start // 4))
        generator.random(start % 4)
        return generator.choice(len(p), self.count, p=p)

    @property
    def scores(self) -> Singles:
        """Perturbed log-probabilities g = ln p + ε, (K, n), computed at each call."""
        return self.first_scores(self.count)

    def first_scores(self, count: int) -> Singles:
        """Return the scores of no more than so many draws, the first ones, (K, ≤ count)."""
        return scores_of(self.parameters, self.noise[:, :count])

    def winners(self, logits: Floats, noise: Singles) -> Bytes:
        """Return argmax(shift + noise) (n,) of any other shift (K,) and noise (K, n)."""
        codes = self.work.array("winners", noise.shape[1:], np.uint8)
        argmax_scores(logits, noise, codes)
        return codes

    def classes_of(self, other: Parameters) -> Bytes:
        """Return the classes argmax g (n,) of the same noise with another p, mistake and all."""
        if other.probabilities == self.parameters.probabilities:
            return self.classes
        if other.mistake.in_half_precision:
            return gumbel_max(scores_of(other, self.noise)).astype(np.uint8)
        return self.winners(other.logits, self.noise)

    @property
    def classes(self) -> Bytes:
        """Sampled classes argmax g, (n,)."""
        return _locked(self._stages.classes(self.parameters, self.start, self.count, self.work))

    @property
    def shifted_scores(self) -> Singles:
        """Gaps to the largest score, g − max g, (K, n)."""
        if self._shifted is None:
            out = self.work.array("gaps", (self.parameters.classes, self.count), np.float32)
            self._stages.shift(self.parameters, self.start, self.count, self.work, out)
            self._shifted = _locked(out)
        return self._shifted

    @property
    def relaxed(self) -> Singles:
        """Relaxed one-hot vectors s = softmax(g / t), (K, n)."""
        if self._relaxed is None:
            out = self.work.array("relaxed", (self.parameters.classes, self.count), np.float32)
            self._stages.relax(self.parameters, self.start, self.count, self.work, out)
            self._relaxed = _locked(out)
        return self._relaxed

    def shifted_at(self, temperature: float) -> Singles:
        """Return the gaps g − max g at another t, (K, n): others only where g depends on t.

        The array is lent until the next call.
        """
        own = self.parameters
        if not own.mistake.scores_depend_on_t or own.temperature == temperature:
            return self.shifted_scores
        at = own.changed(temperature=temperature)
        shape = (at.classes, self.count)
        gaps = self.work.array("gaps at t", shape, np.float32)
        noise = self.noise
        if at.noise != self.parameters.noise:
            noise = self._fill("noise at t", partial(fill_noise, at.noise))
        shift_scores(at.logits, noise, gaps)
        return gaps

    def cached(self, key: Hashable, compute: Callable[[], Kept]) -> Kept:
        """Return ``compute()``, or its result for an earlier chunk of the same draws and scores.

        For what is slow and does not depend on t: it is not computed again while t is dragged, as
        long as the chunk's stages are kept. Another seed, p, mistake or number of draws in the
        chunk is another result, and another t where the scores depend on it; only the latest few
        keys are remembered.

        Args:
            key: what is computed, and everything that it depends on besides the scores.
            compute: may use whatever of the chunk does not depend on t. What it returns must hold
                none of the chunk's arrays, and is not to be written to.
        """
        return self._stages.cached(key, compute, self.parameters, self.start, self.count)

    def _fill(
        self,
        name: str,
        fill: Callable[[Workspace, int, int, int, Any], None],
        dtype: DTypeLike = np.float32,
    ) -> NDArray[Any]:
        out = self.work.array(name, (self.parameters.classes, self.count), dtype)
        for k, row in enumerate(out):
            fill(self.work, self.parameters.seed, k, self.start, row)
        return _locked(out)


def scores_of(parameters: Parameters, noise: Singles) -> Singles:
    """Return the scores g (K, n) of noise ε (K, n), rounded where a mistake rounds them."""
    scores = np.empty(noise.shape, np.float32)
    fill = half_scores if parameters.mistake.in_half_precision else score
    fill(parameters.logits, noise, scores)
    return scores


def _locked(array: NDArray[Any]) -> NDArray[Any]:
    """Return a view that cannot be written through: the array will be used again."""
    view = array.view()
    view.flags.writeable = False
    return view
