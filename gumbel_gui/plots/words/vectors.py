"""Vectors in words."""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import number

TOLD = 5
"""Entries of a vector that a sentence tells."""


def second_vector(q: Floats) -> str:
    """Return a sentence that tells the second vector (K,), or its first entries."""
    if np.ptp(q) == 0:
        return tr("q: equal shares.")
    entries = [number(each, 3) for each in q[:TOLD]] + ["…"] * (len(q) > TOLD)
    return tr("q = ({entries}).", entries=", ".join(entries))
