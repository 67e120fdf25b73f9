"""The law of argmax g, right or wrong: exactly for Gumbel noise, by quadrature for others.

Class i has the largest score x with the density f(x − l_i) ∏ F(x − l_j) over the other classes,
where l is what the noise is added to, f the density of ε and F its cdf. Integrals over x are sums
of Gauss–Legendre rules over pieces at whose ends alone f or F have edges: right to 1e-10. In
half precision all is a finite sum over the values that ε can have.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Booleans, Floats
from gumbel_gui.core.mistakes import Mistake, Noise, NoiseKind
from gumbel_gui.core.noise_laws import cdf, density, ends, half_precision_noise, quadrature
from gumbel_gui.core.probabilities import Distribution, softmax
from gumbel_gui.core.sampling import half_scores

PIECE = 1.0
"""The longest piece of an integral; with a quarter of it the laws are the same to 2e-15."""
RESOLVED = 1e-3
"""Noise within a smaller range has few values in single precision: ties, which go to the first
class, would matter."""


@dataclass(frozen=True)
class ClassLaw:
    """What is drawn.

    Attributes:
        chosen: probabilities of argmax g, (K,).
        ties: τ_ij, density at 0 of the gap between the two largest scores, i first and j second,
            (K, K), symmetric; the diagonal is 0. In half precision, that without rounding.
    """

    chosen: Floats
    ties: Floats


def drawable(mistake: Mistake, p: ArrayLike, temperature: float = 1.0) -> Booleans:
    """Return which classes can be drawn, (K,), from p (K,) with a mistake at t ≥ 0."""
    distribution = Distribution(p)
    noise, logits = mistake.noise(temperature), mistake.logits(distribution, temperature)
    if noise.kind is NoiseKind.NONE:
        return np.asarray(np.arange(len(logits)) == logits.argmax())
    # Noise within limits never makes up for more than their distance.
    low, high = _limits(noise)
    return np.asarray((logits > -np.inf) & (logits.max() - logits < high - low))


def _limits(noise: Noise) -> tuple[float, float]:
    """Return between which values ε lies, ±∞ if there is no limit."""
    if noise.kind in (NoiseKind.UNIFORM, NoiseKind.T_ADDED):
        return ends(noise)
    if noise.kind is NoiseKind.HALF:
        values = half_precision_noise()
        return float(values.min()), float(values.max())
    return -np.inf, np.inf


def resolved(noise: Noise, logits: Floats) -> bool:
    """Return whether the law does not depend on the rounding of scores to single precision."""
    low, high = _limits(noise)
    ahead = np.sort(logits)[-2:]
    return high - low > RESOLVED or bool(ahead[1] - ahead[0] > 2 * RESOLVED)


def class_law(mistake: Mistake, p: ArrayLike, temperature: float = 1.0) -> ClassLaw:
    """Return what is drawn from p (K,) with a mistake at t ≥ 0; float32 noise counts as Gumbel's.

    Where all noise is nearly one number, within ``RESOLVED``, it counts as one.
    """
    distribution = Distribution(p)
    noise = mistake.noise(temperature)
    if mistake.samples_p:
        return _of_shares(np.array(tuple(distribution)))
    return _law(noise, tuple(mistake.logits(distribution, temperature).tolist()))


@lru_cache(maxsize=64)
def _law(noise: Noise, logits: tuple[float, ...]) -> ClassLaw:
    """Return the law of argmax(l + ε); its arrays are not to be written to."""
    values = np.array(logits)
    if noise.kind is NoiseKind.GUMBEL:
        return _of_shares(np.array(softmax(logits)))
    low, high = _limits(noise)
    if noise.kind is NoiseKind.NONE or high - low <= RESOLVED:
        shares = np.eye(len(values))[values.argmax()]
        return ClassLaw(shares, np.zeros((len(shares), len(shares))))
    if noise.kind is NoiseKind.HALF:
        return ClassLaw(half_precision_law(values)[0], _of_shares(np.array(softmax(logits))).ties)
    chosen, ties = np.zeros(len(values)), np.zeros((len(values), len(values)))
    possible = values > -np.inf
    chosen[possible], ties[np.ix_(possible, possible)] = _by_quadrature(noise, values[possible])
    return ClassLaw(chosen, ties)


def _of_shares(shares: Floats) -> ClassLaw:
    """Return the law of Gumbel noise (Luce's choice axiom, as in Yellott, 1977)."""
    ties = np.outer(shares, shares)
    np.fill_diagonal(ties, 0)
    return ClassLaw(shares, ties)


def _by_quadrature(noise: Noise, logits: Floats) -> tuple[Floats, Floats]:
    """Integrate over the largest score x: class i has it, and the others lie below, or j beside."""
    low, high = ends(noise)
    start, stop = logits.max() + low, logits.max() + high
    edges = np.array([start, stop])
    if np.isfinite(_limits(noise)[0]):  # there the density ends steeply
        edges = np.concatenate([logits + low, logits + high, edges])
    edges = np.unique(np.clip(edges, start, stop))
    pieces = np.ceil(np.diff(edges) / min(PIECE, (high - low) / 4)).astype(np.int64)
    steps = [
        np.linspace(a, b, n + 1)[:-1] for a, b, n in zip(edges[:-1], edges[1:], pieces, strict=True)
    ]
    x, weights = quadrature(np.append(np.concatenate(steps), stop))
    with np.errstate(divide="ignore", invalid="ignore", under="ignore", over="ignore"):
        own, below = density(noise, x - logits[:, None]), cdf(noise, x - logits[:, None])
        first = np.where(own > 0, own / below, 0.0)
        all_below = weights * below.prod(axis=0)
        first = np.where(all_below > 0, first, 0.0)
        ties = (first * all_below) @ first.T
    np.fill_diagonal(ties, 0)
    return first @ all_below, ties


def half_precision_law(logits: Floats) -> tuple[Floats, Floats]:
    """Return how probable each class is to be argmax g in half precision, and to be g == max g.

    Args:
        logits: what the noise is added to, (K,).

    Returns:
        (K,) each: of equal scores argmax is the first, so the first sums to 1; the second counts
        them all, and sums to more.
    """
    noise = half_precision_noise()
    scores = np.empty((len(logits), len(noise)), np.float32)
    half_scores(logits, np.broadcast_to(noise, scores.shape), scores)
    values, place = np.unique(scores, return_inverse=True)
    place = place.reshape(scores.shape)
    share = [np.bincount(row, minlength=len(values)) / len(noise) for row in place]
    upto = [np.cumsum(row) for row in share]
    behind: list[Floats] = [np.ones(len(values))]  # all classes after this one are at most equal
    for row in reversed(upto[1:]):
        behind.append(behind[-1] * row)
    below = level = np.ones(len(values))
    chosen, counted = np.empty((2, len(logits)))
    for k, (own, most, after) in enumerate(zip(share, upto, reversed(behind), strict=True)):
        chosen[k], counted[k] = own @ (below * after), own @ (level * after)
        below, level = below * (most - own), level * most
    return chosen, counted
