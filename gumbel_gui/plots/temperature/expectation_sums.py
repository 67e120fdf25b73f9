"""The mean of s at many temperatures: sums of chunks, margins, and limits at t → 0 and t → ∞."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate
from gumbel_gui.core.kernels import moments
from gumbel_gui.core.mistakes import NoiseKind
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.relaxed_means import mean_of_entry
from gumbel_gui.core.samplers import sampled_law
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
        parameters.logits,
        parameters,
    )


def zero_limit(parameters: Parameters) -> Floats | None:
    """Return the limit of E[s] as t → 0, (K,), where it is known: what argmax samples."""
    mistake = parameters.mistake
    # Without noise or in half precision argmax takes one of equal scores, and s shares.
    ties = mistake.noise_kind is NoiseKind.NONE or mistake.in_half_precision
    if ties or not mistake.slopes_by_t:
        return None
    at_0 = parameters.changed(temperature=0.0) if mistake.scores_depend_on_t else parameters
    return sampled_law(at_0)


def infinite_limit(parameters: Parameters) -> Floats | None:
    """Return the limit of E[s] as t → ∞, (K,): equal shares of all classes that can occur.

    With t in the logarithms the noise tends to one number, and so s to p.
    """
    if parameters.mistake.noise_depends_on_t:
        return parameters.p
    return equal_shares(parameters) if parameters.mistake.slopes_by_t else None


def equal_shares(parameters: Parameters) -> Floats:
    """Return the s, (K,), of equal scores: equal shares of all classes that can occur."""
    possible = np.where(parameters.mistake.adds_to_p, 1.0, parameters.possible)
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
