"""The law of a single ε of each kind of noise, and of the difference of two.

Sources: Gumbel (1954), Statistical Theory of Extreme Values and Some Practical Applications;
Balakrishnan (1992), Handbook of the Logistic Distribution. That of t in the logarithms follows from
x = exp(t − e^(−ε)) − t; that of half precision is a table of all its values.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.mistakes import Noise, NoiseKind

EULER = float(np.euler_gamma)
POINTS = 200_000
"""Values of x at which the moments of noise with t in the logarithms are summed."""
_HALF_STEPS = 2**11


def half_precision_noise() -> Singles:
    """Return the ε of x = j / 2048, j = 0 … 2047, (2048,), all equally likely.

    x is kept within 2⁻¹⁰ … 1 − 2⁻¹⁰, 2⁻¹⁰ being the ``eps`` of half precision, as by PyTorch's
    ``clamp_probs``; each logarithm is rounded to half precision.
    """
    x = np.clip(np.arange(_HALF_STEPS) / _HALF_STEPS, 2**-10, 1 - 2**-10).astype(np.float16)
    return np.asarray(-np.log(-np.log(x)), np.float32)


class NoiseLaw(NamedTuple):
    """Moments of a single ε, and of the square q of its distance from the mean.

    Attributes:
        mean: of ε.
        variance: of ε.
        skew: squared skewness γ² of ε.
        square_variance: variance of q.
        square_skew: squared skewness of q.
    """

    mean: float
    variance: float
    skew: float
    square_variance: float
    square_skew: float


_LOGISTIC = math.pi**2 / 3
_GUMBEL = NoiseLaw(EULER, math.pi**2 / 6, 1.29857, 11.9056, 70.0)
_LAWS = {
    NoiseKind.GUMBEL: _GUMBEL,
    NoiseKind.MINIMUM: NoiseLaw(-EULER, math.pi**2 / 6, 1.29857, 11.9056, 70.0),
    NoiseKind.UNIFORM: NoiseLaw(0.5, 1 / 12, 0.0, 1 / 180, 0.40816),
    NoiseKind.NORMAL: NoiseLaw(0.0, 1.0, 0.0, 2.0, 8.0),
    NoiseKind.LOGISTIC: NoiseLaw(0.0, _LOGISTIC, 0.0, 3.2 * _LOGISTIC**2, 26.1224),
    NoiseKind.NONE: NoiseLaw(0.0, 0.0, 0.0, 0.0, 0.0),
    # One value in 3·10⁷ is 46, far outside.
    NoiseKind.FLOAT32: NoiseLaw(EULER, math.pi**2 / 6, 1.29857, 12.04, 220.0),
}


@lru_cache(maxsize=64)
def noise_law(noise: Noise) -> NoiseLaw:
    """Return the moments of noise."""
    if noise.kind in _LAWS:
        return _LAWS[noise.kind]
    if noise.kind is NoiseKind.HALF:
        return _moments(half_precision_noise().astype(np.float64))
    return _moments(shifted_logarithms((np.arange(POINTS) + 0.5) / POINTS, noise.t))


def _moments(values: Floats) -> NoiseLaw:
    """Return the moments of equally likely values."""
    apart = values - values.mean()
    square = apart**2
    variance = float(square.mean())
    skew, square_skew = (
        float((each**3).mean()) ** 2 / float((each**2).mean()) ** 3 if np.ptp(each) > 0 else 0.0
        for each in (apart, square - variance)
    )
    return NoiseLaw(float(values.mean()), variance, skew, float(square.var()), square_skew)


def shifted_logarithms(x: Floats, t: float) -> Floats:
    """Return −ln(t − ln(x + t)) of x in [0, 1) and t > 0, finite.

    From 1/2 on by ln(1 + t − (1 − x)): near x = 1, ln(x + t) is nearly t.
    """
    with np.errstate(divide="ignore", over="ignore"):
        inner = np.where(x < 0.5, np.log(x + t), np.log1p(t - (1 - x)))
        return np.asarray(-np.log(t - inner))


def ends(noise: Noise) -> tuple[float, float]:
    """Return between which values ε lies, but for a probability below 1e-17 at either end."""
    if noise.kind is NoiseKind.T_ADDED:
        t = noise.t
        # t − ln(1 + t) would lose its digits.
        rest = t**2 / 2 - t**3 / 3 + t**4 / 4 if t < 1e-3 else t - math.log1p(t)
        low = -math.log(t - math.log(t))
        return low, min(-math.log(rest), 45.0) if rest > 0 else 45.0
    known = {
        NoiseKind.UNIFORM: (0.0, 1.0),
        NoiseKind.NORMAL: (-9.0, 9.0),
        NoiseKind.LOGISTIC: (-40.0, 40.0),
        NoiseKind.NONE: (0.0, 0.0),
        NoiseKind.MINIMUM: (-40.0, 3.8),
    }
    return known.get(noise.kind, (-3.8, 40.0))


def density(noise: Noise, x: Floats) -> Floats:
    """Return the density of ε at x; of rounded noise, that of the noise that is rounded."""
    kind = noise.kind
    with np.errstate(over="ignore", under="ignore"):
        if kind is NoiseKind.UNIFORM:
            return ((x > 0) & (x < 1)).astype(np.float64)
        if kind is NoiseKind.NORMAL:
            return np.asarray(np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi))
        if kind is NoiseKind.LOGISTIC:
            away = np.exp(-np.abs(x))
            return np.asarray(away / (1 + away) ** 2)
        if kind is NoiseKind.MINIMUM:
            return np.asarray(np.exp(x - np.exp(x)))
        if kind is NoiseKind.T_ADDED:
            low, high = ends(noise)
            inside = (x > low) & (x < high)
            e = np.exp(-np.where(inside, x, low))
            return np.where(inside, e * np.exp(noise.t - e), 0.0)
        return np.asarray(np.exp(-x - np.exp(-x)))


def cdf(noise: Noise, x: Floats) -> Floats:
    """Return P(ε ≤ x); of rounded noise, that of the noise that is rounded."""
    kind = noise.kind
    with np.errstate(over="ignore", under="ignore"):
        if kind is NoiseKind.NONE:
            return (x >= 0).astype(np.float64)
        if kind is NoiseKind.UNIFORM:
            return np.clip(x, 0, 1)
        if kind is NoiseKind.NORMAL:
            below = [math.erfc(-v / math.sqrt(2)) / 2 for v in np.ravel(x).tolist()]
            return np.array(below).reshape(np.shape(x))
        if kind is NoiseKind.LOGISTIC:
            away = np.exp(-np.abs(x))
            return np.asarray(np.where(x < 0, away, 1.0) / (1 + away))
        if kind is NoiseKind.MINIMUM:
            return np.asarray(-np.expm1(-np.exp(x)))
        if kind is NoiseKind.T_ADDED:
            low, high = ends(noise)
            e = np.exp(-np.clip(x, low, high))
            return np.where(x >= high, 1.0, np.clip(np.exp(noise.t - e) - noise.t, 0, 1))
        return np.asarray(np.exp(-np.exp(-x)))


def difference_cdf(noise: Noise, z: Floats) -> Floats | None:
    """Return P(ε₁ − ε₂ ≤ z) of two independent ε, (n,); None if they have no density.

    Of Gumbel noise, also of minima, the difference is logistic. That of two logistic ε is not.
    """
    kind = noise.kind
    if kind in (NoiseKind.NONE, NoiseKind.HALF):
        return None
    away = np.minimum(np.abs(z), 700.0)
    if kind is NoiseKind.UNIFORM:
        above = np.maximum(1 - away, 0) ** 2 / 2
    elif kind is NoiseKind.NORMAL:
        above = 1 - cdf(noise, away / math.sqrt(2))
    elif kind is NoiseKind.LOGISTIC:
        above = _two_logistic(away)
    elif kind is NoiseKind.T_ADDED:
        low, high = ends(noise)
        above = np.array([_above(noise, each, low, high) for each in away.tolist()])
    else:
        above = np.exp(-away) / (1 + np.exp(-away))
    return np.asarray(np.where(z < 0, above, 1 - above))


def _two_logistic(away: Floats) -> Floats:
    """Return P(ε₁ − ε₂ > z) of logistic ε at z ≥ 0: (e^z (z − 1) + 1) / (e^z − 1)²."""
    near = away < 0.02
    e = np.exp(-np.where(near, 1.0, away))
    far = e * (away - 1 + e) / (1 - e) ** 2
    return np.where(near, 0.5 - away / 6 + away**3 / 180, far)


def _above(noise: Noise, z: float, low: float, high: float) -> float:
    """Return P(ε₁ − ε₂ > z) at z ≥ 0, by Gauss–Legendre rules on pieces over where ε can be."""
    if low + z >= high:
        return 0.0
    x, weights = quadrature(np.linspace(low + z, high, 25))
    return float((weights * density(noise, x) * cdf(noise, x - z)).sum())


def quadrature(bounds: Floats) -> tuple[Floats, Floats]:
    """Return points and weights of the Gauss–Legendre rule with 16 points between bounds.

    Args:
        bounds: of the pieces, (m + 1,), ascending.

    Returns:
        Both (16 m,), ascending.
    """
    nodes, shares = _gauss_legendre()
    half = np.diff(bounds)[:, None] / 2
    points = (bounds[1:, None] + bounds[:-1, None]) / 2 + half * nodes
    return points.ravel(), (half * shares).ravel()


@cache
def _gauss_legendre() -> tuple[Floats, Floats]:
    return np.polynomial.legendre.leggauss(16)
