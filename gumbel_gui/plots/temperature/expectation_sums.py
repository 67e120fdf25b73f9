"""The mean of s at many temperatures: sums of chunks, margins, and limits at t → 0 and t → ∞."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import softmax
from gumbel_gui.core.temperature_sums import mean_margins, relaxed_sums, relaxed_sums_on_grid
from gumbel_gui.plots.sums import Sums


@dataclass(frozen=True)
class ExpectationSummary(Sums):
    """Sums over all draws at the temperatures of the grid, and at the current one after them.

    Attributes:
        draws: how many.
        total: of s, (T + 1, K).
        largest, entropy: of the largest entry of s, and of its entropy in nats, (T + 1,).
        squares: of the distances of s at the current t from ``centre``, (K,).
    """

    draws: int
    total: Floats
    largest: Floats
    entropy: Floats
    squares: Floats

    @property
    def mean(self) -> Floats:
        """Mean of s, (T + 1, K)."""
        return self.total / self.draws


def margins(summary: ExpectationSummary, parameters: Parameters) -> Floats:
    """Return the half-widths of the 95 % intervals of the means at the current t, (K,)."""
    offsets = summary.mean[-1] - centre(parameters)
    return mean_margins(summary.squares, offsets, summary.draws)


def zero_limit(parameters: Parameters) -> Floats | None:
    """Return the limit of E[s] as t → 0, (K,), where it is known: what argmax samples."""
    if parameters.mistake in (Mistake.NONE, Mistake.FLOAT32):  # single precision is off by < 1e-6
        return parameters.p
    on_p = parameters.mistake is Mistake.NOISE_ON_P
    return np.array(softmax(parameters.probabilities)) if on_p else None


def infinite_limit(parameters: Parameters) -> Floats | None:
    """Return the limit of s as t → ∞, (K,): equal shares of all classes that can occur."""
    return None if parameters.mistake is Mistake.T_OUTSIDE else equal_shares(parameters)


def equal_shares(parameters: Parameters) -> Floats:
    """Return the s, (K,), of equal scores: equal shares of all classes that can occur."""
    possible = np.where(parameters.mistake is Mistake.NOISE_ON_P, 1.0, parameters.possible)
    shares: Floats = possible / possible.sum()
    return shares


def centre(parameters: Parameters) -> Floats:
    """Return what distances of s are measured from, (K,), so that their squares differ.

    At high t all s are nearly equal shares; at low t those of a rare class are nearly 0. In single
    precision, squares of distances from elsewhere would be all the same.
    """
    high = parameters.effective_temperature >= 1
    return equal_shares(parameters) if high else np.zeros(parameters.classes)


def summarise(chunk: Chunk) -> ExpectationSummary:
    """Return the sums of s and of what follows from it at each temperature of the grid and at t."""
    s = chunk.relaxed
    grid, now = relaxed_sums_on_grid(chunk), relaxed_sums(chunk)
    apart = chunk.work.array("scaled", s.shape, np.float32)
    np.subtract(s, centre(chunk.parameters).astype(np.float32)[:, None], out=apart)
    return ExpectationSummary(
        chunk.count,
        np.concatenate([grid.total, now.total]),
        np.concatenate([grid.largest, now.largest]),
        np.concatenate([grid.entropy, now.entropy]),
        # Rows are contiguous, so NumPy adds them pairwise: single precision is enough.
        np.square(apart, out=apart).sum(axis=1).astype(np.float64),
    )
