"""Noise bins: how many values of the noise ε lie in each bin of 0.1."""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import Singles, Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.workspace import Workspace

LOW, PER_UNIT = -3, 10
"""Where the first bin begins, and the number of bins per unit of ε."""


def count_noise(noise: Singles, bins: int, work: Workspace) -> Whole:
    """Return how many ε of any shape lie below, in each of, and above 1 … 254 bins, (bins + 2,)."""
    scaled = work.array("scaled", noise.shape, np.float32)
    codes = work.array("codes", noise.shape, np.uint8)
    # The code of a value is 1 + its bin; clipping puts what lies beyond into 0 and bins + 1.
    np.multiply(noise, np.float32(PER_UNIT), out=scaled)
    np.add(scaled, np.float32(1 - LOW * PER_UNIT), out=scaled)
    np.clip(scaled, 0, bins + 1, out=scaled)
    np.copyto(codes, scaled, casting="unsafe")
    return count_codes(codes.reshape(-1), bins + 2)
