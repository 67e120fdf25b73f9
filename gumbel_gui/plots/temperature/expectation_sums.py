"""The mean of s at many temperatures: sums of chunks, margins, and limits at t → 0 and t → ∞."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate
from gumbel_gui.core.kernels import moments
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.relaxed_means import mean_of_entry
from gumbel_gui.core.samplers import sampled_law
from gumbel_gui.core.stages import logits_of
from gumbel_gui.core.temperature_sums import relaxed_sums, relaxed_sums_on_grid
from gumbel_gui.plots.sums import Sums


@dataclass(frozen=True)
class ExpectationSummary(Sums):
    """Sums over all draws at the temperatures of the grid, and at the current one after them.

    Attributes:
        draws: how many.
        total: of s, (T + 1, K).
        largest, entropy: of the largest entry of s, and of its entropy in nats, (T + 1,).
        squares: of s² at the current t, (K,).
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


def estimate_now(summary: ExpectationSummary, k: int, parameters: Parameters) -> Estimate:
    """Return the mean of s_k at the current t."""
    return mean_of_entry(
        float(summary.total[-1, k]),
        float(summary.squares[k]),
        summary.draws,
        k,
        logits_of(parameters),
        parameters,
    )


def zero_limit(parameters: Parameters) -> Floats | None:
    """Return the limit of E[s] as t → 0, (K,), where it is known: what argmax samples."""
    # Without noise argmax takes one of equal scores, and s shares.
    unlike = parameters.mistake in (Mistake.T_OUTSIDE, Mistake.NO_NOISE)
    return None if unlike else sampled_law(parameters)


def infinite_limit(parameters: Parameters) -> Floats | None:
    """Return the limit of s as t → ∞, (K,): equal shares of all classes that can occur."""
    return None if parameters.mistake is Mistake.T_OUTSIDE else equal_shares(parameters)


def equal_shares(parameters: Parameters) -> Floats:
    """Return the s, (K,), of equal scores: equal shares of all classes that can occur."""
    possible = np.where(parameters.mistake is Mistake.NOISE_ON_P, 1.0, parameters.possible)
    shares: Floats = possible / possible.sum()
    return shares


def summarise(chunk: Chunk) -> ExpectationSummary:
    """Return the sums of s and of what follows from it at each temperature of the grid and at t."""
    grid, now = relaxed_sums_on_grid(chunk), relaxed_sums(chunk)
    total, squares = moments(chunk.relaxed)
    return ExpectationSummary(
        chunk.count,
        np.concatenate([grid.total, total[None]]),
        np.concatenate([grid.largest, now.largest]),
        np.concatenate([grid.entropy, now.entropy]),
        squares,
    )
