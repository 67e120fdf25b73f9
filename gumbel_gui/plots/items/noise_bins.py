"""Noise bins: how many values of the noise ε lie in each bin of 0.1, and their density."""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import AnyFloats, Floats, Singles, Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.workspace import Workspace

LOW, PER_UNIT = -3, 10
"""Where the first bin begins, and the number of bins per unit of ε."""


def noise_edges(high: int) -> Floats:
    """Return the edges of the bins from ``LOW`` to ``high``, (bins + 1,)."""
    return np.linspace(LOW, high, (high - LOW) * PER_UNIT + 1)


def count_noise(noise: Singles, high: int, work: Workspace) -> Whole:
    """Return how many values of ε lie below, in each of, and above the bins, (bins + 2,).

    Args:
        noise: ε, of any shape.
        high: where the last bin ends.
        work: for arrays of codes.
    """
    bins = (high - LOW) * PER_UNIT
    scaled = work.array("scaled", noise.shape, np.float32)
    codes = work.array("codes", noise.shape, np.uint8)
    # The code of a value is 1 + its bin; clipping puts what lies beyond into 0 and bins + 1.
    np.multiply(noise, np.float32(PER_UNIT), out=scaled)
    np.add(scaled, np.float32(1 - LOW * PER_UNIT), out=scaled)
    np.clip(scaled, 0, bins + 1, out=scaled)
    np.copyto(codes, scaled, casting="unsafe")
    return count_codes(codes.reshape(-1), bins + 2)


def noise_density(counts: Whole, values: int) -> AnyFloats:
    """Return the density of so many values in each bin, (bins,), from ``count_noise``'s counts."""
    return counts[1:-1] * (PER_UNIT / values)
