"""The exact law of the winners under two vectors with one noise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.coupling import (
    categorical_divergence,
    concrete_divergence,
    joint_winners,
    same_winner,
    same_winner_bounds,
)
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.core.samplers import sampled_law


@dataclass(frozen=True)
class CommonLaw:
    """What is known exactly.

    Attributes:
        joint: P(i under p, j under q), (K, K); None where it is not known.
        same: the probability of the same class; low, high: its bounds.
        apart: the same with noise of their own.
        divergence, relaxed: KL of the classes, and of relaxed vectors; NaN where it is not known.
    """

    joint: Floats | None
    same: float
    low: float
    high: float
    apart: float
    divergence: float
    relaxed: float


def common_law(parameters: Parameters) -> CommonLaw:
    """Return what follows from the two laws that are sampled."""
    laws = []
    for each in (parameters, parameters.under_q):
        law = sampled_law(each)
        if law is None:
            return CommonLaw(None, *[np.nan] * 6)
        # ln p is known, too, where p is too small for a float.
        gumbel = each.mistake.noise_is_gumbel
        laws.append(Distribution.from_logits(each.logits) if gumbel else Distribution(law))
    return _law(laws[0], laws[1], parameters.mistake.noise_is_gumbel)


@lru_cache(maxsize=16)
def _law(p: Distribution, q: Distribution, gumbel: bool) -> CommonLaw:
    # Where one class is certain, the other's law is all there is to know, whatever the noise.
    coupled = gumbel or max(max(p), max(q)) == 1
    joint, same = (joint_winners(p, q), same_winner(p, q)) if coupled else (None, np.nan)
    bounds = same_winner_bounds(p, q) if coupled else (np.nan, np.nan)
    relaxed = concrete_divergence(p, q) if gumbel else np.nan
    apart = float(np.dot(p, q))
    return CommonLaw(joint, same, *bounds, apart, categorical_divergence(p, q), relaxed)
