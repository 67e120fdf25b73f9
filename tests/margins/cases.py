"""What is simulated: every margin of a caption, with draws and a truth that are not the program's.

Draws are made by NumPy in double precision, with replacement from a pool of half a million values.
Of noise and of two classes the pool are the quantiles of the law, and the truth is exact, for the
mean of s by quadrature (SciPy). Of more classes the pool are draws; it is the law then, and its
mean is exact. Counts are multinomial, and ∏ is drawn as it is.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
import scipy.integrate
import scipy.stats

from gumbel_gui.core.estimates import Estimate, proportion
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.relaxed_means import mean_of_entry, told_class
from gumbel_gui.core.stages import logits_of
from gumbel_gui.plots.sample.class_frequencies import FrequencySummary, mean_index
from gumbel_gui.plots.sample.noise_histogram import NoiseSummary, mean_noise, variance_of_noise
from gumbel_gui.plots.samplers.winning_region import RegionSummary, duel_share, mean_product

DRAWS = 2, 10, 100, 1_000, 10_000, 100_000
TEMPERATURES = 0.01, 0.1, 0.5, 1.0, 10.0, 1000.0
POOL = 2**19
BLOCK = 2**20
"""Values that are drawn at once."""
NONE = np.zeros(0)

Generator = np.random.Generator
Simulate = Callable[[int, int, Generator], Iterator[Estimate]]


@dataclass(frozen=True)
class Case:
    """A margin under one law.

    Attributes:
        what: the quantity, and the plots whose captions have it.
        law: p, t and noise in words.
        truth: what the interval should contain.
        simulate: from n, a number of seeds and a generator, the estimate of each seed.
        discrete: whether the law is discrete, so that coverage may be above 99.5 %.
    """

    what: str
    law: str
    truth: float
    simulate: Simulate = field(repr=False)
    discrete: bool = False


def vectors() -> dict[str, np.ndarray]:
    """Return the vectors p by name: flat, skewed, and with rare classes."""

    def rare(classes: int, share: float) -> np.ndarray:
        p = np.full(classes, share)
        p[0] = 1 - share * (classes - 1)
        return p

    geometric = 0.9 ** np.arange(64)
    return {
        "K = 2, flat": np.array([0.5, 0.5]),
        "K = 2, 0.3": np.array([0.7, 0.3]),
        "K = 2, 1e-3": rare(2, 1e-3),
        "K = 2, 1e-6": rare(2, 1e-6),
        "K = 5, flat": np.full(5, 0.2),
        "K = 5, the note's": np.array(NOTE_PROBABILITIES),
        "K = 5, 1e-3": rare(5, 1e-3),
        "K = 5, 1e-6": rare(5, 1e-6),
        "K = 64, flat": np.full(64, 1 / 64),
        "K = 64, geometric": geometric / geometric.sum(),
        "K = 64, 1e-3": rare(64, 1e-3),
    }


def cases() -> Iterator[Case]:
    """Return all cases."""
    for name, p in vectors().items():
        p = p / p.sum()
        for t in (0.0, *TEMPERATURES):
            yield entry_case(name, p, t)
        yield index_case(name, p, Mistake.NONE)
        yield duel_case(name, p)
        yield product_case(name, float(p[0]))
    for share in (0.03, 1e-3, 1e-6):
        yield product_case(f"p = {share:g}", share)
    note = vectors()["K = 5, the note's"]
    yield entry_case("K = 5, the note's", note / note.sum(), 1.0, Mistake.NOISE_ON_P)
    yield entry_case("K = 5, the note's", note / note.sum(), 1.0, Mistake.UNIFORM)
    yield index_case("K = 5, the note's", note / note.sum(), Mistake.UNIFORM)
    for mistake in (Mistake.NONE, Mistake.UNIFORM, Mistake.NORMAL):
        yield from noise_cases(mistake)
    for share in (1 / np.e, 0.18 / 1000, 0.01, 0.5):
        yield share_case(share)


def noise(mistake: Mistake, shape: tuple[int, ...], rng: Generator) -> np.ndarray:
    """Return noise of this shape."""
    if mistake is Mistake.UNIFORM:
        return rng.random(shape)
    if mistake is Mistake.NORMAL:
        return rng.standard_normal(shape)
    return -np.log(rng.standard_exponential(shape))


def blocks(n: int, seeds: int) -> Iterator[int]:
    """Return numbers of seeds, as many as are drawn at once."""
    each = max(BLOCK // n, 1)
    while seeds > 0:
        yield min(each, seeds)
        seeds -= each


def quantiles() -> np.ndarray:
    """Return the shares at which a law's quantiles are its pool."""
    return (np.arange(POOL) + 0.5) / POOL


def sums(pool: np.ndarray, n: int, seeds: int, rng: Generator) -> Iterator[tuple[float, float]]:
    """Return sum and sum of squares of n values, for each seed."""
    for each in blocks(n, seeds):
        x = pool.take(rng.integers(POOL, size=(each, n), dtype=np.uint32))
        squares = np.einsum("in,in->i", x, x)
        yield from zip(x.sum(axis=1).tolist(), squares.tolist(), strict=True)


def entry_case(name: str, p: np.ndarray, t: float, mistake: Mistake = Mistake.NONE) -> Case:
    """Return the mean of s: relaxed_density, expectation_by_temperature, simplex."""
    parameters = Parameters(tuple(p), t, mistake=mistake)
    logits = logits_of(parameters)
    k = told_class(p, logits)
    if len(p) == 2 and mistake is Mistake.NONE:
        gap = float(logits[k] - logits[1 - k])
        x = gap + scipy.stats.logistic.ppf(quantiles())
        pool = np.where(x > 0, 1.0, 0.0) if t == 0 else 0.5 * (1 + np.tanh(x / (2 * t)))
        truth = two_class_mean(gap, t)
    else:
        pool = entry_pool(tuple(logits), k, t, mistake)
        truth = float(pool.mean())

    def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
        for total, squares in sums(pool, n, seeds, rng):
            yield mean_of_entry(total, squares, n, k, logits, parameters)

    law = f"{name}; t = {t:g}" + ("" if mistake is Mistake.NONE else f"; {mistake.value}")
    what = "mean of s (relaxed_density, expectation_by_temperature, simplex)"
    return Case(what, law, truth, simulate, discrete=t <= 0.1)


@cache
def scores(logits: tuple[float, ...], mistake: Mistake) -> np.ndarray:
    """Return perturbed scores (K, POOL)."""
    rng = np.random.default_rng(12345)
    return np.array(logits)[:, None] + noise(mistake, (len(logits), POOL), rng)


def entry_pool(logits: tuple[float, ...], k: int, t: float, mistake: Mistake) -> np.ndarray:
    """Return s_k of a pool of draws."""
    scores.cache_clear() if scores.cache_info().currsize > 1 else None
    g = scores(logits, mistake)
    if t == 0:
        return (g.argmax(axis=0) == k).astype(np.float64)
    total = np.zeros(POOL)
    with np.errstate(over="ignore"):
        for row in g:
            total += np.exp((row - g[k]) / t)
    return 1 / total


def two_class_mean(gap: float, t: float) -> float:
    """Return E of 1 / (1 + exp(−(gap + L) / t)) with L logistic, by quadrature."""
    if t == 0:
        return float(scipy.stats.logistic.sf(-gap))

    def integrand(x: float) -> float:
        return float(0.5 * (1 + np.tanh((gap + x) / (2 * t))) * scipy.stats.logistic.pdf(x))

    points = sorted({-gap, 0.0, -gap - 20 * t, -gap + 20 * t})
    ends = [-60.0, *[x for x in points if -60 < x < 60], 60.0]
    return sum(
        scipy.integrate.quad(integrand, a, b, limit=400, epsabs=1e-14, epsrel=1e-12)[0]
        for a, b in itertools.pairwise(ends)
    )


def index_case(name: str, p: np.ndarray, mistake: Mistake) -> Case:
    """Return the mean index: class_frequencies."""
    parameters = Parameters(tuple(p), mistake=mistake)
    law = p
    if mistake is Mistake.UNIFORM:
        g = scores(tuple(np.log(p)), mistake)
        law = np.bincount(g.argmax(axis=0), minlength=len(p)) / POOL

    def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
        for counts in rng.multinomial(n, law, size=seeds):
            yield mean_index(FrequencySummary(counts), parameters)

    truth = float(np.arange(len(p)) @ law)
    words = name if mistake is Mistake.NONE else f"{name}; {mistake.value}"
    return Case("mean index (class_frequencies)", words, truth, simulate, discrete=True)


def _region(n: int, wins: int, total: np.ndarray) -> RegionSummary:
    return RegionSummary(None, None, n, wins, 0, total)  # type: ignore[arg-type]


def duel_case(name: str, p: np.ndarray) -> Case:
    """Return how often the last class beats the first: winning_region."""
    parameters = Parameters(tuple(p), pair=(len(p) - 1, 0))
    truth = float(p[-1] / (p[-1] + p[0]))

    def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
        for wins in rng.binomial(n, truth, size=seeds).tolist():
            yield duel_share(_region(n, wins, NONE), parameters)

    return Case("class i beats j (winning_region)", name, truth, simulate, discrete=True)


def product_case(name: str, p: float) -> Case:
    """Return the mean of ∏ = x^((1 − p)/p): winning_region."""
    parameters = Parameters((p, 1 - p))

    def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
        for each in blocks(n, seeds):
            x = rng.standard_exponential((each, n))
            for total in np.exp(x * (-(1 - p) / p)).sum(axis=1).tolist():
                yield mean_product(_region(n, 0, np.array([total, 0.0])), parameters)

    return Case("mean of ∏ (winning_region)", name, p, simulate)


def noise_cases(mistake: Mistake) -> Iterator[Case]:
    """Return mean and variance of ε: noise_histogram."""
    parameters = Parameters((0.5, 0.5), mistake=mistake)
    law = {
        Mistake.NONE: scipy.stats.gumbel_r(),
        Mistake.UNIFORM: scipy.stats.uniform(),
        Mistake.NORMAL: scipy.stats.norm(),
    }[mistake]
    pool = law.ppf(quantiles())

    def simulate(tell: Callable[..., Estimate]) -> Simulate:
        def run(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
            for total, squares in sums(pool, n, seeds, rng):
                yield tell(NoiseSummary(NONE, n, total, squares), parameters)

        return run

    name = "Gumbel" if mistake is Mistake.NONE else mistake.value
    yield Case("mean of ε (noise_histogram)", name, float(law.mean()), simulate(mean_noise))
    yield Case(
        "variance of ε (noise_histogram)", name, float(law.var()), simulate(variance_of_noise)
    )


def share_case(share: float) -> Case:
    """Return a share of draws: class_frequencies, top_k, inverse_transform, s at t = 0."""

    def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
        for count in rng.binomial(n, share, size=seeds).tolist():
            yield proportion(count, n)

    what = "share of draws (class_frequencies, top_k, inverse_transform)"
    return Case(what, f"share {share:.4g}", share, simulate, discrete=True)


def quick() -> list[Case]:
    """Return some cases that are fast, for the tests of every day."""
    p = {name: each / each.sum() for name, each in vectors().items()}
    note, rare = p["K = 5, the note's"], p["K = 2, 1e-3"]
    return [
        entry_case("K = 2, 0.3", p["K = 2, 0.3"], 1.0),
        entry_case("K = 2, 1e-3", rare, 0.5),
        replace(entry_case("K = 2, 0.3", p["K = 2, 0.3"], 0.01), discrete=True),
        index_case("K = 5, the note's", note, Mistake.NONE),
        duel_case("K = 2, 1e-3", rare),
        product_case("p = 0.03", 0.03),
        *noise_cases(Mistake.NONE),
        share_case(0.01),
    ]
