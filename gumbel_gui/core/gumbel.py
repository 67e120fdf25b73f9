"""The Gumbel distribution of maxima and of minima.

Source: Gumbel (1954), Statistical Theory of Extreme Values and Some Practical Applications.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.sampling import gumbel_noise

EULER_GAMMA = float(np.euler_gamma)
STANDARD_VARIANCE = math.pi**2 / 6


@dataclass(frozen=True)
class Gumbel:
    """Gumbel distribution with location μ and scale β, for maxima or for minima.

    With z = (x − μ) / β:

    ====== ================================ ==================== ==============
    ..     pdf                              cdf                  mean
    ====== ================================ ==================== ==============
    max    exp(−z − e^−z) / β               exp(−e^−z)           μ + γβ
    min    exp(z − e^z) / β                 1 − exp(−e^z)        μ − γβ
    ====== ================================ ==================== ==============

    The support is the whole line, the mode is μ (not the mean), the variance is π²β²/6.

    Attributes:
        location: μ, finite.
        scale: β, finite, > 0.
        extreme: ``"max"`` or ``"min"``.

    Raises:
        ValueError: for parameters outside these ranges.
    """

    location: float = 0.0
    scale: float = 1.0
    extreme: Literal["max", "min"] = "max"

    def __post_init__(self) -> None:
        if not math.isfinite(self.location):
            raise ValueError(f"location is {float(self.location)!r}, but must be a finite number.")
        if not (math.isfinite(self.scale) and self.scale > 0):
            raise ValueError(
                f"scale is {float(self.scale)!r}, but must be a finite number above 0."
            )
        object.__setattr__(self, "location", float(self.location))
        object.__setattr__(self, "scale", float(self.scale))
        if self.extreme not in ("max", "min"):
            raise ValueError(f"extreme is {self.extreme!r}, but must be 'max' or 'min'.")

    def pdf(self, x: ArrayLike) -> Floats:
        """Return the density at x, any shape; 0 at ±∞."""
        z = self._outward(x)
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            density = np.exp(-z - np.exp(-z)) / self.scale
        # At z = −∞ the exponent is ∞ − ∞; the density's limit is 0 there.
        return np.where(np.isneginf(z), 0.0, density)[()]

    def cdf(self, x: ArrayLike) -> Floats:
        """Return P(X ≤ x), any shape."""
        z = self._outward(x)
        with np.errstate(over="ignore", under="ignore"):
            inner = np.exp(-z)
            return np.asarray(np.exp(-inner) if self.extreme == "max" else -np.expm1(-inner))[()]

    def quantile(self, q: ArrayLike) -> Floats:
        """Return the x with cdf(x) = q, any shape; −∞ at q = 0 and +∞ at q = 1.

        Raises:
            ValueError: for a q outside [0, 1].
        """
        level = np.asarray(q, dtype=np.float64)
        if not ((level >= 0) & (level <= 1)).all():
            worst = float(level[~((level >= 0) & (level <= 1))].flat[0])
            raise ValueError(f"q is {worst!r}, but must be a number from 0 to 1.")
        with np.errstate(divide="ignore"):
            z = -np.log(-np.log(level)) if self.extreme == "max" else np.log(-np.log1p(-level))
        with np.errstate(over="ignore"):
            return np.asarray(self.location + self.scale * z)[()]

    def sample(self, rng: np.random.Generator, shape: int | Sequence[int] = ()) -> Floats:
        """Draw an array of this shape, through the shared sampler."""
        noise = gumbel_noise(rng, shape)
        sign = 1 if self.extreme == "max" else -1
        return np.asarray(self.location + sign * self.scale * noise)[()]

    def mean(self) -> float:
        """Return μ + γβ for maxima, μ − γβ for minima."""
        sign = 1 if self.extreme == "max" else -1
        return self.location + sign * EULER_GAMMA * self.scale

    def variance(self) -> float:
        """Return π²β²/6."""
        return STANDARD_VARIANCE * self.scale * self.scale

    def _outward(self, x: ArrayLike) -> NDArray[Any]:
        """Standardise x and mirror minima, so that one density serves both."""
        with np.errstate(over="ignore", under="ignore"):
            z = (np.asarray(x, dtype=np.float64) - self.location) / self.scale
        return z if self.extreme == "max" else -z
