"""Relaxed draws at many temperatures: sums of s, of its largest entry and of its entropy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gumbel_gui.core import kernels
from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.parameters import effective_temperature
from gumbel_gui.core.relaxed_passes import BLOCK
from gumbel_gui.core.workspace import Workspace

GALLERY = (0.1, 0.5, 1.0, 2.0, 5.0, 10.0)
"""Temperatures that are shown side by side."""
GRID = tuple(sorted({*(10 ** (i / 6) for i in range(-12, 13)), *GALLERY}))
"""Ascending temperatures from 0.01 to 100: six a decade, with those of the gallery among them."""


@dataclass(frozen=True, eq=False)
class RelaxedSums:
    """Sums over draws at T temperatures.

    Attributes:
        total: of s, (T, K).
        largest: of the largest entry of s, (T,).
        entropy: of −Σ s ln s in nats, (T,).
    """

    total: Floats
    largest: Floats
    entropy: Floats

    @property
    def nbytes(self) -> int:
        """The memory that is held."""
        return self.total.nbytes + self.largest.nbytes + self.entropy.nbytes


def relaxed_sums_at(
    shifted: Singles, temperatures: Sequence[float], work: Workspace
) -> RelaxedSums:
    """Return the sums of s = softmax(g / t), of its largest entry and entropy at each temperature.

    With gaps g − max g, u = gap / t and Z = Σ exp(u), −Σ s ln s = ln Z − Σ s·u, where an impossible
    class adds nothing.

    Args:
        shifted: g − max g, (K, n), float32; −∞ all through for a class that cannot occur.
        temperatures: T of them, each finite, ≥ 0; 0 is the exact one-hot limit.
        work: for the arrays that are worked in.

    Returns:
        Sums in float64 of n draws, see ``kernels.relaxed_sums``.

    Source: Shannon (1948), A Mathematical Theory of Communication: the entropy.
    """
    limits, given = np.finfo(np.float32), np.array(temperatures, np.float64)
    t = np.clip(given, float(limits.tiny), float(limits.max))
    room = work.array("relaxed block", (len(shifted), BLOCK), np.float32)
    total, spread = kernels.relaxed_sums(shifted, t, room)
    largest, logs, products = spread.T
    sums = RelaxedSums(total, largest, logs - products)
    for i in np.flatnonzero(given == 0):
        counts = np.bincount(shifted.argmax(axis=0), minlength=len(shifted))
        total[i], largest[i], sums.entropy[i] = counts, shifted.shape[1], 0
    return sums


def relaxed_sums_on_grid(chunk: Chunk) -> RelaxedSums:
    """Return the sums of a chunk at each temperature of ``GRID``: T = 28 of them.

    They do not depend on the t of the chunk, and are cached with it: plots share them, also while
    t is dragged. With t outside the exponential, where it cancels, all are those of t = 1. Where t
    is in the scores, they are made for each.
    """
    if chunk.parameters.mistake.scores_depend_on_t:
        return chunk.cached("relaxed sums", lambda: _sums_of_each(chunk))
    grid = [effective_temperature(chunk.parameters.mistake, t) for t in GRID]
    temperatures = tuple(dict.fromkeys(grid))
    sums = chunk.cached(
        ("relaxed sums", temperatures),
        lambda: relaxed_sums_at(chunk.shifted_scores, temperatures, chunk.work),
    )
    if temperatures == GRID:
        return sums
    rows = [temperatures.index(t) for t in grid]
    return RelaxedSums(sums.total[rows], sums.largest[rows], sums.entropy[rows])


def _sums_of_each(chunk: Chunk) -> RelaxedSums:
    """Return the sums on the grid where the scores depend on t, and s does besides only by them."""
    each = [relaxed_sums_at(chunk.shifted_at(t), (1.0,), chunk.work) for t in GRID]
    names = ("total", "largest", "entropy")
    return RelaxedSums(*(np.concatenate([getattr(sums, n) for sums in each]) for n in names))


def relaxed_sums(chunk: Chunk) -> RelaxedSums:
    """Return the sums of a chunk's own relaxed s, as by ``relaxed_sums_at`` at its t: T = 1.

    They are cached with it, since plots share them.
    """
    t = chunk.parameters.effective_temperature
    return chunk.cached(
        ("relaxed sums", (t,)), lambda: relaxed_sums_at(chunk.shifted_scores, (t,), chunk.work)
    )
