"""The mean of s at many temperatures, from sums that chunks of draws add up to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import effective_temperature
from gumbel_gui.core.samplers import SOFTMAX
from gumbel_gui.core.statistics import Z_95
from gumbel_gui.core.temperature_sums import relaxed_sums, relaxed_sums_on_grid
from gumbel_gui.plots.sums import Sums

ROUNDING = 1e-6
"""What single precision makes of squares that are the same."""


@dataclass(frozen=True)
class ExpectationSummary(Sums):
    """Sums over all draws at the temperatures of the grid, and at the current one after them.

    Attributes:
        total: of s, (T + 1, K).
        largest, entropy: of the largest entry of s, and of its entropy in nats, (T + 1,).
        squares: of the distances of s at the current t from ``centre``, (K,).
    """

    fixed: ClassVar = frozenset({"p", "temperature", "mistake"})

    p: Floats
    temperature: float
    mistake: Mistake
    draws: int
    total: Floats
    largest: Floats
    entropy: Floats
    squares: Floats

    @property
    def mean(self) -> Floats:
        """Mean of s, (T + 1, K)."""
        return self.total / self.draws

    @property
    def margin(self) -> Floats:
        """Half the width of the mean's 95 % interval at the current t, (K,).

        It is 0 where the draws do not differ, but for rounding.
        """
        around = self.squares / self.draws
        away = self.mean[-1] - centre(self.p, self.temperature, self.mistake)
        variance = around - away**2
        differ = (variance > ROUNDING * around) & (self.draws > 1)
        return np.sqrt(np.where(differ, variance, 0.0) / self.draws) * Z_95

    @property
    def cold(self) -> Floats | None:
        """The limit of E[s] as t → 0, (K,), where it is known: what argmax samples."""
        if self.mistake in (Mistake.NONE, Mistake.FLOAT32):  # single precision is off by < 1e-6
            return self.p
        return SOFTMAX.probabilities(self.p, 1) if self.mistake is Mistake.NOISE_ON_P else None

    @property
    def hot(self) -> Floats | None:
        """The limit of s as t → ∞, (K,): equal shares of all classes that can occur."""
        outside = self.mistake is Mistake.T_OUTSIDE
        return None if outside else equal_shares(self.p, self.mistake)


def equal_shares(p: Floats, mistake: Mistake) -> Floats:
    """Return the s, (K,), of equal scores: equal shares of all classes that can occur."""
    possible = np.where(mistake is Mistake.NOISE_ON_P, 1.0, p > 0)
    shares: Floats = possible / possible.sum()
    return shares


def centre(p: Floats, temperature: float, mistake: Mistake) -> Floats:
    """Return what distances of s are measured from, (K,), so that their squares tell s apart.

    At high t all s are nearly equal shares; at low t those of a rare class are nearly 0. In single
    precision, squares of distances from elsewhere would be all the same.
    """
    warm = effective_temperature(mistake, temperature) >= 1
    return equal_shares(p, mistake) if warm else np.zeros(len(p))


def summarise(chunk: Chunk) -> ExpectationSummary:
    """Add up s and what follows from it at each temperature of the grid, and at the current one."""
    parameters, s = chunk.parameters, chunk.relaxed
    grid, now = relaxed_sums_on_grid(chunk), relaxed_sums(chunk)
    middle = centre(parameters.p, parameters.temperature, parameters.mistake)
    apart = chunk.work.array("scaled", s.shape, np.float32)
    np.subtract(s, middle.astype(np.float32)[:, None], out=apart)
    return ExpectationSummary(
        parameters.p,
        parameters.temperature,
        parameters.mistake,
        chunk.count,
        np.concatenate([grid.total, now.total]),
        np.concatenate([grid.largest, now.largest]),
        np.concatenate([grid.entropy, now.entropy]),
        # Rows are contiguous, so NumPy adds them pairwise: single precision is enough.
        np.square(apart, out=apart).sum(axis=1).astype(np.float64),
    )
