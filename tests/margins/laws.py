"""The laws that are drawn from: vectors p, and pools of values in double precision.

A pool stands for a law. Its values are quantiles, or go with quantiles, of the law's middle and,
far closer together, of both its tails, so that events of a probability of 1e-6 are in it as often
as they should be. Of more than two classes the rest of each draw is drawn.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import scipy.integrate
import scipy.special
import scipy.stats

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES

POOL = 2**17
"""Values in the middle of a law, and as many in its tails."""
TAILS = 2.0**-9
"""Probability of both tails together."""
BLOCK = 2**18
"""Values that are drawn at once."""


@dataclass(frozen=True)
class Quantiles:
    """A law by its quantiles; its moments are those of many."""

    ppf: Callable[[np.ndarray], np.ndarray]

    def mean(self) -> float:
        """The expectation."""
        return float(self._values.mean())

    def var(self) -> float:
        """The variance."""
        return float(self._values.var())

    @property
    def _values(self) -> np.ndarray:
        return self.ppf((np.arange(2**20) + 0.5) / 2**20)


def in_half_precision(x: np.ndarray) -> np.ndarray:
    """Return −ln(−ln x), x on a grid of 1/2048 and within 2⁻¹⁰ of neither end."""
    half = np.clip(np.floor(x * 2048) / 2048, 2**-10, 1 - 2**-10).astype(np.float16)
    return -np.log(-np.log(half)).astype(np.float64)


NOISE = {
    Mistake.NONE: scipy.stats.gumbel_r(),
    Mistake.UNIFORM: scipy.stats.uniform(),
    Mistake.NORMAL: scipy.stats.norm(),
    Mistake.LOGISTIC: scipy.stats.logistic(),
    Mistake.WRONG_SIGN: scipy.stats.gumbel_l(),
    Mistake.T_IN_LOGARITHMS: Quantiles(lambda x: -np.log(1 - np.log(x + 1))),  # t = 1
    Mistake.HALF: Quantiles(in_half_precision),
}

Generator = np.random.Generator


@dataclass(frozen=True)
class Pool:
    """A law: with probability ``TAILS`` one of the tail's values, else one of the middle's."""

    middle: np.ndarray
    tails: np.ndarray

    @property
    def mean(self) -> float:
        """The expectation."""
        return float((1 - TAILS) * self.middle.mean() + TAILS * self.tails.mean())

    def sums(self, n: int, seeds: int, rng: Generator) -> Iterator[tuple[float, float]]:
        """Return sum and sum of squares of n draws, for each seed."""
        for each in blocks(n, seeds):
            x = self.middle.take(rng.integers(POOL, size=(each, n), dtype=np.uint32))
            rare = rng.binomial(n, TAILS, size=each)  # their order in a sample makes no difference
            rows, first = np.repeat(np.arange(each), rare), np.repeat(np.cumsum(rare) - rare, rare)
            x[rows, np.arange(len(rows)) - first] = rng.choice(self.tails, size=len(rows))
            squares = np.einsum("in,in->i", x, x)
            yield from zip(x.sum(axis=1).tolist(), squares.tolist(), strict=True)


def blocks(n: int, seeds: int) -> Iterator[int]:
    """Return numbers of seeds, as many as are drawn at once."""
    each = max(BLOCK // n, 1)
    while seeds > 0:
        yield min(each, seeds)
        seeds -= each


def shares() -> np.ndarray:
    """Return the shares at which quantiles are taken, (2 · POOL,): the middle, then the tails."""
    even = (np.arange(POOL) + 0.5) / POOL
    tail = TAILS * even[: POOL // 2]
    return np.concatenate([TAILS / 2 + (1 - TAILS) * even, tail, 1 - tail])


def pool(values: np.ndarray) -> Pool:
    """Return the pool of values at ``shares``."""
    return Pool(values[:POOL], values[POOL:])


def vectors() -> dict[str, np.ndarray]:
    """Return the vectors p by name: flat, skewed, and with rare classes."""

    def rare(classes: int, share: float) -> np.ndarray:
        return np.append(1 - share * (classes - 1), np.full(classes - 1, share))

    given = {
        "K = 2, flat": np.ones(2),
        "K = 2, 0.3": np.array([0.7, 0.3]),
        "K = 2, 1e-3": rare(2, 1e-3),
        "K = 2, 1e-6": rare(2, 1e-6),
        "K = 5, flat": np.ones(5),
        "K = 5, the note's": np.array(NOTE_PROBABILITIES),
        "K = 5, 1e-3": rare(5, 1e-3),
        "K = 5, 1e-6": rare(5, 1e-6),
        "K = 64, flat": np.ones(64),
        "K = 64, geometric": 0.9 ** np.arange(64),
        "K = 64, 1e-3": rare(64, 1e-3),
        "K = 64, 1e-6": rare(64, 1e-6),
    }
    return {name: p / p.sum() for name, p in given.items()}


def noise(mistake: Mistake, shape: tuple[int, ...], rng: Generator) -> np.ndarray:
    """Return noise of this shape."""
    if mistake is Mistake.UNIFORM:
        return rng.random(shape)
    if mistake is Mistake.NORMAL:
        return rng.standard_normal(shape)
    if mistake is Mistake.LOGISTIC:
        return rng.logistic(size=shape)
    if mistake is Mistake.WRONG_SIGN:
        return np.log(rng.standard_exponential(shape))
    return -np.log(rng.standard_exponential(shape))


@lru_cache(maxsize=2)
def entries(
    logits: tuple[float, ...], k: int, mistake: Mistake, temperatures: tuple[float, ...]
) -> dict[float, Pool]:
    """Return the pools of s_k at temperatures > 0, of the same draws.

    ln(1/s_k − 1) = a + ln Σ_j exp((g_j − max) / t) with a = (max − g_k) / t, over the other classes
    and with the largest of their scores.
    """
    rng = np.random.default_rng(12345)
    lead, behind = _gumbel(logits, k, rng) if mistake in NOISY else _other(logits, k, mistake, rng)
    sums = {t: np.zeros(2 * POOL) for t in temperatures}
    with np.errstate(under="ignore"):
        for apart in behind:
            for t, total in sums.items():
                total += np.exp(-apart / t)
    return {t: pool(scipy.special.expit(lead / t - np.log(sums[t]))) for t in temperatures}


NOISY = Mistake.NONE, Mistake.NOISE_ON_P
"""What has Gumbel noise, added to ln p or to p."""


def _gumbel(
    logits: tuple[float, ...], k: int, rng: Generator
) -> tuple[np.ndarray, Iterator[np.ndarray]]:
    """Return by how much g_k leads the others' largest score, and how far they are behind that.

    exp(−g_j) are times of first events at rates exp(logits). The lead is logistic. Given it, the
    time of the first other event is of a gamma law, and the others follow without memory.
    """
    own, rates = np.exp(logits[k]), np.exp(np.delete(logits, k))
    other, u = rates.sum(), shares()
    lead = scipy.special.logit(u) + np.log(own) - np.log(other)
    first = rng.standard_gamma(2.0, size=len(u)) * u / other
    which = rng.choice(len(rates), p=rates / other, size=len(u))

    def behind() -> Iterator[np.ndarray]:
        for j, rate in enumerate(rates):
            later = rng.standard_exponential(len(u)) / rate
            later[which == j] = 0
            yield np.log1p(later / first)

    return lead, behind()


def _other(
    logits: tuple[float, ...], k: int, mistake: Mistake, rng: Generator
) -> tuple[np.ndarray, Iterator[np.ndarray]]:
    """Return the same for noise of which less is known: all is drawn, and the tails are not rare.

    So the pool is a law that is near to the right one.
    """
    g = np.array(logits)[:, None] + noise(mistake, (len(logits), 2 * POOL), rng)
    others = np.delete(g, k, axis=0)
    largest = others.max(axis=0)
    return g[k] - largest, iter(largest - others)


def two_class_mean(gap: float, t: float) -> float:
    """Return E of 1 / (1 + exp(−(gap + L) / t)) with L logistic and t > 0, by quadrature."""

    def integrand(x: float) -> float:
        return float(scipy.special.expit((gap + x) / t) * scipy.stats.logistic.pdf(x))

    points = sorted({-gap, 0.0, -gap - 20 * t, -gap + 20 * t})
    ends = [-60.0, *[x for x in points if -60 < x < 60], 60.0]
    return sum(
        scipy.integrate.quad(integrand, a, b, limit=400, epsabs=1e-14, epsrel=1e-12)[0]
        for a, b in itertools.pairwise(ends)
    )
