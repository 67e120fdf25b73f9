"""Relaxed draws at many temperatures: sums of s, of its largest entry and of its entropy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.parameters import effective_temperature
from gumbel_gui.core.sampling import relax_shifted
from gumbel_gui.core.workspace import Workspace

GALLERY = (0.1, 0.5, 1.0, 2.0, 5.0, 10.0)
"""Temperatures that are shown side by side."""
GRID = tuple(sorted({*(10 ** (i / 6) for i in range(-12, 13)), *GALLERY}))
"""Ascending temperatures from 0.01 to 100: six a decade, with those of the gallery among them."""
RUN = 1_024
"""Draws whose products are added in single precision."""
LOWEST = float(np.finfo(np.float32).min)


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

    The largest shifted score of a draw is 0, so that its largest entry is 1/Z with Z = Σ exp(u),
    u = (g − max g) / t. Then −Σ s ln s = ln Z − Σ s·u, where an impossible class adds nothing.

    Args:
        shifted: g − max g, (K, n), float32; −∞ all through for a class that cannot occur.
        temperatures: T of them, each finite, ≥ 0; 0 is the exact one-hot limit.
        work: for the arrays that are worked in.

    Returns:
        Sums in float64 of n draws; ``total`` is bit-equal to ``s.sum(axis=1)`` of the relaxed s.

    Source: Shannon (1948), A Mathematical Theory of Communication: the entropy.
    """
    steps = len(temperatures)
    sums = RelaxedSums(np.empty((steps, len(shifted))), np.empty(steps), np.empty(steps))
    s = work.array("relaxed at t", shifted.shape, np.float32)
    finite = _finite(shifted, work)
    for i, t in enumerate(temperatures):
        relax_shifted(shifted, t, out=s)
        # Rows are contiguous, so NumPy adds them pairwise: single precision is enough in a chunk.
        sums.total[i] = s.sum(axis=1)
        sums.largest[i], sums.entropy[i] = _spread(s, finite, t, work)
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
    """Return the sums of a chunk's own relaxed s, as by ``relaxed_sums_at`` at its t: T = 1."""
    s, work = chunk.relaxed, chunk.work
    t = chunk.parameters.effective_temperature
    largest, entropy = _spread(s, _finite(chunk.shifted_scores, work), t, work)
    total = s.sum(axis=1).astype(np.float64)
    return RelaxedSums(total[None], np.array([largest]), np.array([entropy]))


def _finite(shifted: Singles, work: Workspace) -> Singles:
    """Return shifted scores with LOWEST for −∞: s is 0 there, but 0 · −∞ would be NaN."""
    if not np.isneginf(shifted[:, 0]).any():  # a class that cannot occur has −∞ all through
        return shifted
    finite = work.array("finite scores", shifted.shape, np.float32)
    np.maximum(shifted, LOWEST, out=finite)
    return finite


def _spread(
    s: Singles, shifted: Singles, temperature: float, work: Workspace
) -> tuple[float, float]:
    """Return the sums of the largest entry of s (K, n), and of its entropy, at this temperature."""
    largest = work.array("largest entry", s.shape[1:], np.float32)
    np.maximum.reduce(s, axis=0, out=largest)
    total = float(largest.sum())
    np.log(largest, out=largest)
    uncertain = _product(s, shifted) / temperature if temperature else 0.0
    return total, 0.0 - float(largest.sum()) - uncertain


def _product(s: Singles, shifted: Singles) -> float:
    """Return Σ s·shifted (K, n): in single precision over runs of draws, and these in double."""
    classes, draws = s.shape
    whole = draws - draws % RUN
    runs = (classes, whole // RUN, RUN)
    sums = np.einsum("krn,krn->kr", s[:, :whole].reshape(runs), shifted[:, :whole].reshape(runs))
    rest = np.einsum("kn,kn->k", s[:, whole:], shifted[:, whole:])
    return float(sums.sum(dtype=np.float64) + rest.sum(dtype=np.float64))
