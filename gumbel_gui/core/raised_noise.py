"""Noise under which a rare class is often the largest: importance sampling of rare classes."""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.mistakes import NoiseKind

STEPS = 60
"""Bisections of the score at which two classes meet."""
RAISED = NoiseKind.GUMBEL, NoiseKind.FLOAT32, NoiseKind.NORMAL, NoiseKind.UNIFORM
"""The kinds of noise that can be raised."""


class Raised:
    """Noise for which class k is often chosen, from noise, and how much denser it is.

    - Gumbel noise of k is shifted so that its score has half the weight of all others together.
      Of e^(−g), an exponential law, the variance of weights is then smallest.
    - Normal noise is shifted towards the likeliest values at which k has the largest score: that of
      k up, and that of classes that are ahead down.
    - Uniform noise is confined to where k can have the largest score.

    Args:
        kind: of the noise, one of ``RAISED``.
        logits: (K,), what the noise is added to; −∞ for a class that cannot occur.
        k: the class, which can be chosen.

    Source: Bucklew (2004), Introduction to Rare Event Simulation: dominating points.
    """

    def __init__(self, kind: NoiseKind, logits: Floats, k: int) -> None:
        ahead = logits - logits[k]
        self._normal, self._uniform = kind is NoiseKind.NORMAL, kind is NoiseKind.UNIFORM
        self._low, self._high = np.zeros(len(logits)), np.ones(len(logits))
        self._up = np.zeros(len(logits))
        if self._uniform:
            self._low[k], self._high = max(float(ahead.max()), 0.0), 1 - np.maximum(ahead, 0)
        elif self._normal:
            self._up = -np.maximum(ahead - _meeting(ahead), 0)
            self._up[k] = _meeting(ahead)
        else:
            top = float(ahead.max())
            self._up[k] = top + np.log(np.exp(ahead - top).sum() / 2)

    def noise(self, noise: Floats) -> Floats:
        """Return raised noise from noise (K, n)."""
        if self._uniform:
            low, high = self._low[:, None], self._high[:, None]
            return np.asarray(low + (high - low) * noise)
        return np.asarray(noise + self._up[:, None])

    def density_ratio(self, noise: Floats) -> Floats:
        """Return the density of raised noise over that of noise at these values (K, n), (n,)."""
        if self._uniform:
            inside = (noise >= self._low[:, None]) & (noise <= self._high[:, None])
            return np.asarray(inside.all(axis=0) / (self._high - self._low).prod())
        with np.errstate(over="ignore", under="ignore"):
            if self._normal:
                return np.asarray(np.exp(self._up @ noise - (self._up @ self._up) / 2))
            k = int(np.abs(self._up).argmax())
            up, x = self._up[k], noise[k]
            return np.asarray(np.exp(up - np.exp(up - x) + np.exp(-x)))


def _meeting(ahead: Floats) -> float:
    """Return by how much a class is raised to meet those that are ahead of it by (K,)."""
    low, high = 0.0, max(float(ahead.max()), 0.0)
    for _ in range(STEPS):
        middle = (low + high) / 2
        short = middle < np.maximum(ahead - middle, 0).sum()
        low, high = (middle, high) if short else (low, middle)
    return high
