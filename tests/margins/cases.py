"""What is simulated: every margin of a caption, with draws and a truth that are not the program's.

Draws are made by NumPy in double precision: counts are binomial or multinomial, ∏ is drawn as it
is, s and ε come from the pools of ``laws``. The truth is exact, for s of two classes by quadrature
(SciPy); of more classes it is the pool's mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from margins.laws import NOISE, Generator, blocks, entries, pool, shares, two_class_mean, vectors
from margins.laws import noise as drawn_noise
from scipy.special import digamma

from gumbel_gui.core.estimates import Estimate, proportion
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.relaxed_means import mean_of_entry, told_class
from gumbel_gui.plots.at_work.text_sums import TextSums
from gumbel_gui.plots.at_work.watermark import mean_term
from gumbel_gui.plots.given_winner.largest_score import mean_largest
from gumbel_gui.plots.given_winner.winner_sums import WinnerSummary
from gumbel_gui.plots.given_winner.winner_uniform import mean_of_x
from gumbel_gui.plots.sample.class_frequencies import FrequencySummary, mean_index
from gumbel_gui.plots.sample.noise_histogram import NoiseSummary, mean_noise, variance_of_noise
from gumbel_gui.plots.samplers.region_sums import RegionSummary, duel_share, mean_product

DRAWS = 2, 10, 100, 1_000, 10_000, 100_000
TEMPERATURES = 0.01, 0.1, 0.5, 1.0, 10.0, 1000.0
NOTE, NONE = "K = 5, the note's", np.zeros(0)
NO_TEXTS = np.zeros((2, 0), np.int64)
OTHERS = Mistake.NOISE_ON_P, Mistake.UNIFORM, Mistake.NORMAL

Simulate = Callable[[int, int, Generator], Iterable[Estimate]]


@dataclass(frozen=True)
class Case:
    """A margin under one law.

    Attributes:
        what: the quantity, and the plots whose captions have it.
        law: p, t and noise in words.
        prepare: returns what the interval should contain, and a function that returns from n, a
            number of seeds and a generator the estimate of each seed.
        discrete: whether the law is discrete, so that coverage may be above 99.5 %.
    """

    what: str
    law: str
    prepare: Callable[[], tuple[float, Simulate]] = field(repr=False)
    discrete: bool = False


def cases() -> Iterator[Case]:
    """Return all cases."""
    for name, p in vectors().items():
        for t in (0.0, *TEMPERATURES):
            yield entry_case(name, p, t)
        yield index_case(name, p)
        yield duel_case(name, p)
        yield product_case(name, float(p[0]))
    for share in (0.03, 1e-3, 1e-6):
        yield product_case(f"p = {share:g}", share)
    note = vectors()[NOTE]
    for mistake in OTHERS:
        yield entry_case(NOTE, note, 1.0, mistake)
        yield index_case(NOTE, note, mistake)
    for mistake in (Mistake.LOGISTIC, Mistake.WRONG_SIGN):
        yield index_case(NOTE, note, mistake)
    for mistake in NOISE:
        yield from noise_cases(mistake)
    for name in ("K = 2, 1e-3", NOTE, "K = 64, geometric"):
        yield token_case(name, vectors()[name])
    for share in (1 / np.e, 0.18 / 1000, 0.01, 0.5):
        yield share_case(share)
    yield largest_case()
    for share in (0.99, 0.5, 0.03, 1e-5):
        yield winning_x_case(share)


def named(name: str, mistake: Mistake) -> str:
    """Return the words for a law."""
    return name if mistake is Mistake.NONE else f"{name}; {mistake.value}"


def of_counts(tell: Callable[[int, int], Estimate], share: float) -> Simulate:
    """Return a simulation of what follows from a binomial count; each count is told once."""

    def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
        counts = rng.binomial(n, share, size=seeds)
        told = {count: tell(count, n) for count in set(counts.tolist())}
        return (told[count] for count in counts.tolist())

    return simulate


def entry_case(name: str, p: np.ndarray, t: float, mistake: Mistake = Mistake.NONE) -> Case:
    """Return the mean of s: relaxed_density, expectation_by_temperature, simplex."""
    parameters = Parameters(tuple(p), t, mistake=mistake)
    logits = parameters.logits
    k = told_class(p, logits)

    def tell(total: float, squares: float, n: int) -> Estimate:
        return mean_of_entry(total, squares, n, k, logits, parameters)

    def prepare() -> tuple[float, Simulate]:
        if t == 0:
            return float(p[k]), of_counts(lambda count, n: tell(count, count, n), float(p[k]))
        law = entries(tuple(logits), k, mistake, TEMPERATURES)[t]
        truth = two_class_mean(float(logits[k] - logits[1 - k]), t) if len(p) == 2 else law.mean

        def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
            return (tell(*each, n) for each in law.sums(n, seeds, rng))

        return truth, simulate

    what = "mean of s (relaxed_density, expectation_by_temperature, simplex)"
    return Case(what, named(f"{name}; t = {t:g}", mistake), prepare, discrete=t == 0)


def index_case(name: str, p: np.ndarray, mistake: Mistake = Mistake.NONE) -> Case:
    """Return the mean index: class_frequencies."""
    parameters = Parameters(tuple(p), mistake=mistake)

    def prepare() -> tuple[float, Simulate]:
        law = p
        if mistake is not Mistake.NONE:  # that of many draws
            g = parameters.logits[:, None] + drawn_noise(
                mistake, (len(p), 2**20), np.random.default_rng(12345)
            )
            law = np.bincount(g.argmax(axis=0), minlength=len(p)) / g.shape[1]

        def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
            counts = rng.multinomial(n, law, size=seeds)
            return (mean_index(FrequencySummary(each), parameters) for each in counts)

        return float(np.arange(len(p)) @ law), simulate

    return Case("mean index (class_frequencies)", named(name, mistake), prepare, discrete=True)


def _region(n: int, wins: int, total: np.ndarray) -> RegionSummary:
    return RegionSummary(None, None, n, wins, 0, total)  # type: ignore[arg-type]


def duel_case(name: str, p: np.ndarray) -> Case:
    """Return how often the last class beats the first: winning_region."""
    parameters = Parameters(tuple(p), pair=(len(p) - 1, 0))
    truth = float(p[-1] / (p[-1] + p[0]))

    def tell(count: int, n: int) -> Estimate:
        return duel_share(_region(n, count, NONE), parameters)

    def prepare() -> tuple[float, Simulate]:
        return truth, of_counts(tell, truth)

    return Case("class i beats j (winning_region)", name, prepare, discrete=True)


def product_case(name: str, p: float) -> Case:
    """Return the mean of ∏ = x^((1 − p)/p): winning_region."""
    parameters = Parameters((p, 1 - p))

    def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
        for each in blocks(n, seeds):
            x = rng.standard_exponential((each, n))
            x *= -(1 - p) / p
            for total in np.exp(x, out=x).sum(axis=1).tolist():
                yield mean_product(_region(n, 0, np.array([total, 0.0])), parameters)

    return Case("mean of ∏ (winning_region)", name, lambda: (p, simulate))


def noise_cases(mistake: Mistake) -> Iterator[Case]:
    """Return mean and variance of ε: noise_histogram."""
    parameters, law = Parameters((0.5, 0.5), mistake=mistake), NOISE[mistake]

    def case(what: str, truth: float, tell: Callable[[NoiseSummary, Parameters], Estimate]) -> Case:
        def prepare() -> tuple[float, Simulate]:
            values = pool(law.ppf(shares()))

            def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
                for each in values.sums(n, seeds, rng):
                    yield tell(NoiseSummary(NONE, n, *each), parameters)

            return truth, simulate

        name = "Gumbel" if mistake is Mistake.NONE else mistake.value
        return Case(f"{what} of ε (noise_histogram)", name, prepare)

    yield case("mean", float(law.mean()), mean_noise)
    yield case("variance", float(law.var()), variance_of_noise)


def token_case(name: str, p: np.ndarray) -> Case:
    """Return the mean score of a token with the key: watermark."""
    parameters = Parameters(tuple(p))

    def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
        for each in blocks(n, seeds):
            winners = np.searchsorted(np.cumsum(p)[:-1], rng.random((each, n)), side="right")
            ln_x = -p[winners] * rng.standard_exponential((each, n))
            for total in -np.log(-np.expm1(ln_x)).sum(axis=1):
                sums = TextSums(n, np.array([total, 0.0]), NO_TEXTS, NO_TEXTS, NO_TEXTS)
                yield mean_term(sums, parameters)

    truth = float(p @ (digamma(1 / p + 1) + np.euler_gamma))
    return Case("mean score of a token (watermark)", name, lambda: (truth, simulate))


def share_case(share: float) -> Case:
    """Return a share of draws, or of texts."""
    what = "share of draws (class_frequencies, top_k, inverse_transform, decoding, watermark)"
    simulate = of_counts(proportion, share)
    return Case(what, f"share {share:.4g}", lambda: (share, simulate), discrete=True)


def largest_case() -> Case:
    """Return the mean of max g less γ, and so that of a winner's ε: largest_score, winner_noise."""
    law, parameters = NOISE[Mistake.NONE], Parameters((0.5, 0.5))

    def prepare() -> tuple[float, Simulate]:
        values = pool(law.ppf(shares()))

        def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
            for total, _ in values.sums(n, seeds, rng):
                counts, totals = np.array([[n, 0], [0, 0]]), np.array([total, 0.0])
                yield mean_largest(WinnerSummary(counts, totals), parameters)

        return 0.0, simulate

    return Case(
        "mean of max g, or of ε of the winner (largest_score, winner_noise)", "Gumbel", prepare
    )


def winning_x_case(p: float) -> Case:
    """Return the mean x of a class in the draws that it won, as single precision has it."""
    parameters = Parameters((p, 1 - p), given=(0,))

    def simulate(n: int, seeds: int, rng: Generator) -> Iterator[Estimate]:
        counts = np.array([[0, n], [0, 0]])
        for each in blocks(n, seeds):
            x = np.exp(-p * rng.standard_exponential((each, n))).astype(np.float32)
            for total in x.sum(axis=1, dtype=np.float64).tolist():
                yield mean_of_x(WinnerSummary(counts, np.array([total, 0.0])), parameters)

    what = "mean of the winner's x (winner_uniform)"
    return Case(what, f"p = {p:g}", lambda: (1 / (1 + p), simulate))


def quick() -> list[Case]:
    """Return some cases that are fast, for the tests of every day."""
    p = vectors()
    return [
        entry_case("K = 2, 0.3", p["K = 2, 0.3"], 1.0),
        entry_case("K = 2, 1e-3", p["K = 2, 1e-3"], 0.5),
        entry_case("K = 2, 0.3", p["K = 2, 0.3"], 0.01),
        index_case(NOTE, p[NOTE]),
        duel_case("K = 2, 1e-3", p["K = 2, 1e-3"]),
        product_case("p = 0.03", 0.03),
        *noise_cases(Mistake.NONE),
        token_case(NOTE, p[NOTE]),
        share_case(0.01),
        largest_case(),
        winning_x_case(0.03),
    ]
