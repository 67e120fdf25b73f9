"""Coverage of the intervals of gradient estimates, by simulation with our sums and statistics.

Noise is NumPy's own. 2,000 blocks of 1,000 draws are a population, from which larger samples are
drawn with replacement: so its moments, in double precision, are the truth. Whether intervals are
shown does not depend on the draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from gumbel_gui.core.conditional_sums import Drawn, rao_sums, rebar_sums
from gumbel_gui.core.gradient_stats import ENOUGH, EstimatorStats
from gumbel_gui.core.gradient_sums import GradientSums, estimate
from gumbel_gui.core.gradients import inner_p
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.gradients.estimator_sums import GradientProblem
from gumbel_gui.plots.gradients.shown_sums import normalised_logits

SEEDS, BLOCK = 2000, 1000
SIZES = (100, 1000, 10_000, 100_000)
TEMPERATURES = (0.05, 0.5, 2.0, 10.0, 1000.0)
LOWEST, HIGHEST, FEW = 0.93, 0.995, 100
SOFT, HARD = Estimator.GUMBEL_SOFTMAX, Estimator.STRAIGHT_THROUGH
RAO, REBAR = Estimator.GUMBEL_RAO, Estimator.REBAR
ALL = SOFT, HARD, RAO, REBAR
SAMPLES, ETA = 4, 1.0
"""m of Gumbel-Rao and η of REBAR."""
Stat = Callable[[GradientSums], EstimatorStats]


@dataclass(frozen=True)
class Case:
    """A law that estimates are drawn from."""

    name: str
    p: tuple[float, ...]
    mistake: Mistake = Mistake.NONE
    estimators: tuple[Estimator, ...] = (SOFT, HARD)

    @property
    def parameters(self) -> Parameters:
        """The same as parameters."""
        return Parameters(self.p, mistake=self.mistake)

    def rng(self, *key: object) -> np.random.Generator:
        """Return a generator of this case's own, whatever else is simulated."""
        return np.random.default_rng([*f"{self.name} {key}".encode()])


CASES = [
    Case("K = 2, equal", (0.5, 0.5)),
    Case("K = 2, 0.3 0.7", (0.3, 0.7), estimators=ALL),
    Case("K = 2, 0.999 0.001", (0.999, 0.001)),
    Case("K = 5, the note's", NOTE_PROBABILITIES, estimators=ALL),
    Case("K = 5, two of 0.001", (0.3, 0.3, 0.398, 0.001, 0.001)),
    Case("K = 64, equal", (1 / 64,) * 64),
    Case("K = 64, 1/k²", tuple(1 / np.arange(1, 65) ** 2), estimators=ALL),
    Case("K = 64, equal but one of 1.6e-7", (1.0,) * 63 + (1e-5,)),
    Case("K = 64, all but one of 2e-4", (1 - 63 * 2e-4,) + (2e-4,) * 63),
    *(
        Case(f"K = 5, the note's, {mistake.value}", NOTE_PROBABILITIES, mistake)
        for mistake in (Mistake.NOISE_ON_P, Mistake.UNIFORM, Mistake.NORMAL)
    ),
]


@dataclass(frozen=True)
class Row:
    """One line of the table; the coverages are None where intervals are not shown."""

    case: str
    loss: Loss
    estimator: Estimator
    t: float
    n: int
    worth: float = 0.0
    bias: float | None = None
    deviation: float | None = None
    error: float | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The cells that tell which line it is."""
        return self.case, self.loss.value, self.estimator.value, f"{self.t:g}", f"{self.n}"

    @property
    def holds(self) -> bool:
        """Whether it covers often enough, and not nearly always unless it is a bound."""
        if self.bias is None or self.deviation is None or self.error is None:
            return True
        # With few draws of few classes the law is discrete, and may be covered nearly always.
        hard = self.t >= 10 and self.estimator is not SOFT
        return min(self.bias, self.error) >= LOWEST and LOWEST <= self.deviation <= (
            1 if hard and self.worth < FEW else HIGHEST
        )

    def __str__(self) -> str:
        found = self.bias, self.deviation, self.error
        shares = ["—" if each is None else f"{each:.3f}" for each in found]
        verdict = "" if self.bias is None else "holds" if self.holds else "**fails**"
        return f"| {' | '.join([*self.key, f'{self.worth:.3g}', *shares])} | {verdict} |"


def lines_of(case: Case, t: float, sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """Return the lines of a case at t, without coverages."""
    return [
        Row(case.name, loss, estimator, t, n)
        for loss in Loss
        for estimator in case.estimators
        if (loss, estimator) != (Loss.COST, HARD)  # the same as Gumbel-softmax
        for n in sizes
    ]


def rows(
    case: Case,
    temperatures: list[float],
    sizes: tuple[int, ...] = SIZES,
    seeds: int = SEEDS,
) -> Iterator[Row]:
    """Return the lines of a case at each t."""
    samples = {n: Blocks(case, temperatures, n, seeds) for n in {*sizes, BLOCK}}
    for t in temperatures:
        for line in lines_of(case, t, sizes):
            population = samples[BLOCK].of(line)
            small = samples[line.n].of(line) if line.n < BLOCK else None
            yield row_of(case, line, population, small, seeds)


def noise(mistake: Mistake, shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Return ε (K, n) of the mistake's distribution."""
    if mistake is Mistake.UNIFORM:
        return rng.random(shape)
    return rng.normal(size=shape) if mistake is Mistake.NORMAL else rng.gumbel(size=shape)


class Blocks:
    """Sums of the estimates of blocks of draws: the same draws for all t, losses and estimators.

    Those of Gumbel-Rao and REBAR are drawn apart from those of the two others, so that these are
    the same whether or not they are drawn.
    """

    def __init__(self, case: Case, temperatures: list[float], size: int, seeds: int) -> None:
        self._found: dict[tuple[float, Loss, Estimator], list[GradientSums]] = {}
        if size > BLOCK:
            return
        rng = case.rng(size)
        for _ in range(seeds):
            self._add_relaxed(case, temperatures, self._draws(case, size, rng))
        for estimator in case.estimators[2:]:
            rng = case.rng(size, estimator.value)
            for seed in range(seeds):
                self._add_fresh(case, temperatures, estimator, self._draws(case, size, rng), seed)

    def of(self, line: Row) -> list[GradientSums]:
        """Return the blocks that a line is about."""
        return self._found[line.t, line.loss, line.estimator]

    @staticmethod
    def _draws(case: Case, size: int, rng: np.random.Generator) -> np.ndarray:
        logits = case.parameters.logits[:, None]
        g = (logits + noise(case.mistake, (len(logits), size), rng)).astype(np.float32)
        return np.asarray(g - g.max(axis=0))

    def _add_relaxed(self, case: Case, temperatures: list[float], shifted: np.ndarray) -> None:
        parameters, codes = case.parameters, shifted.argmax(axis=0).astype(np.uint8)
        inner, work = inner_p(parameters.mistake, parameters.p), Workspace()
        for t, loss in product(temperatures, Loss):
            w = replace(parameters, loss=loss).loss_weights
            both = estimate(shifted, codes, t, loss, w, work, inner)
            for each, sums in zip((SOFT, HARD), both, strict=True):
                self._found.setdefault((t, loss, each), []).append(sums)

    def _add_fresh(
        self,
        case: Case,
        temperatures: list[float],
        estimator: Estimator,
        shifted: np.ndarray,
        seed: int,
    ) -> None:
        codes, work = shifted.argmax(axis=0).astype(np.uint8), Workspace()
        for loss in Loss:
            now = replace(case.parameters, loss=loss)
            fixed = now.p, loss, np.array(now.loss_weights), inner_p(now.mistake, now.p)
            drawn = Drawn(shifted, codes, normalised_logits(now), *fixed, seed, 0)
            if estimator is RAO:
                found = rao_sums(drawn, temperatures, SAMPLES, work)
            else:
                found = rebar_sums(drawn, temperatures, ETA, work)
            for t, sums in zip(temperatures, found, strict=True):
                self._found.setdefault((t, loss, estimator), []).append(sums)


class Population:
    """Blocks of draws, and samples of them."""

    def __init__(self, blocks: list[GradientSums]) -> None:
        self._totals = np.array([each.total for each in blocks])
        self._rest = np.array([(each.scatter, each.fourth) for each in blocks])
        self._size = blocks[0].count

    def sum_of(self, chosen: np.ndarray) -> GradientSums:
        """Return the sums of some blocks, as if they were added."""
        totals, (scatter, fourth) = self._totals[chosen], self._rest[chosen].sum(axis=0)
        apart = (totals - totals.mean(axis=0)) / self._size
        between = self._size * float((apart**2).sum())
        count = self._size * len(chosen)
        return GradientSums(count, totals.sum(axis=0), scatter + between, fourth, len(chosen))

    def truth(self, exact: np.ndarray) -> tuple[float, float]:
        """Return bias and deviation."""
        everything = self.sum_of(np.arange(len(self._totals)))
        bias = np.linalg.norm(everything.total / everything.count - exact)
        return float(bias), float(np.sqrt(everything.scatter / everything.count))


def coverage(stats: list[EstimatorStats], bias: float, deviation: float) -> tuple[float, ...]:
    """Return how often the intervals of bias, deviation and error hold the truth, to rounding."""
    near, error = 1e-9, float(np.hypot(bias, deviation))
    biases = [s.bias_low * (1 - near) <= bias <= s.bias_high * (1 + near) + 1e-15 for s in stats]
    deviations = [s.deviation_low <= deviation <= s.deviation_high for s in stats]
    errors = [s.error_low * (1 - near) <= error <= s.error_high * (1 + near) for s in stats]
    return tuple(float(np.mean(each)) for each in (biases, deviations, errors))


def stat_of(problem: GradientProblem, line: Row) -> Stat:
    """Return what the program makes of sums that a line is about."""
    if line.estimator is RAO:
        return lambda sums: problem.rao_stats(sums, line.t, SAMPLES)
    if line.estimator is REBAR:
        return lambda sums: problem.rebar_stats(sums, line.t, ETA)
    return lambda sums: problem.relaxed_stats((sums, sums), line.t)[line.estimator is HARD]


def row_of(
    case: Case,
    line: Row,
    blocks: list[GradientSums],
    samples: list[GradientSums] | None,
    seeds: int,
) -> Row:
    """Return a line with its coverages, of samples or of samples of blocks."""
    problem = GradientProblem.of(replace(case.parameters, loss=line.loss))
    stat, population = stat_of(problem, line), Population(blocks)
    line = replace(line, worth=stat(replace(blocks[0], count=line.n)).effective_size)
    if not ENOUGH <= line.worth < np.inf:
        return line
    if samples is None:
        rng = case.rng(*line.key)
        chosen = rng.integers(len(blocks), size=(seeds, line.n // BLOCK))
        samples = blocks if line.n == BLOCK else [population.sum_of(each) for each in chosen]
    right = population.truth(problem.exact)
    found = coverage([stat(each) for each in samples], *right)
    return replace(line, bias=found[0], deviation=found[1], error=found[2])
