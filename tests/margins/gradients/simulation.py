"""Coverage of the intervals of gradient estimates, by simulation with our sums and statistics.

Noise is NumPy's own. 2,000 blocks of 1,000 draws are a population, from which larger samples are
drawn with replacement: so its moments, in double precision, are the truth. REINFORCE is compared
with enumeration. Whether intervals are shown does not depend on the draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from gumbel_gui.core.gradient_law import class_law
from gumbel_gui.core.gradient_stats import ENOUGH, EstimatorStats
from gumbel_gui.core.gradient_sums import GradientSums, estimate
from gumbel_gui.core.gradients import expected_loss, inner_p, reinforce_table
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.gradients.estimator_sums import GradientProblem

SEEDS, BLOCK = 2000, 1000
SIZES = (100, 1000, 10_000, 100_000)
TEMPERATURES = (0.05, 0.5, 2.0, 10.0, 1000.0)
LOWEST, HIGHEST, FEW = 0.93, 0.995, 100
SOFT, HARD = Estimator.GUMBEL_SOFTMAX, Estimator.STRAIGHT_THROUGH


@dataclass(frozen=True)
class Case:
    """A law that estimates are drawn from."""

    name: str
    p: tuple[float, ...]
    mistake: Mistake = Mistake.NONE

    @property
    def parameters(self) -> Parameters:
        """The same as parameters."""
        return Parameters(self.p, mistake=self.mistake)

    def rng(self, *key: object) -> np.random.Generator:
        """Return a generator of this case's own, whatever else is simulated."""
        return np.random.default_rng([*f"{self.name} {key}".encode()])


CASES = [
    Case("K = 2, equal", (0.5, 0.5)),
    Case("K = 2, 0.3 0.7", (0.3, 0.7)),
    Case("K = 2, 0.999 0.001", (0.999, 0.001)),
    Case("K = 5, the note's", NOTE_PROBABILITIES),
    Case("K = 5, two of 0.001", (0.3, 0.3, 0.398, 0.001, 0.001)),
    Case("K = 64, equal", (1 / 64,) * 64),
    Case("K = 64, 1/k²", tuple(1 / np.arange(1, 65) ** 2)),
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
    t: float | None
    n: int
    worth: float = 0.0
    bias: float | None = None
    deviation: float | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The cells that tell which line it is."""
        t = "" if self.t is None else f"{self.t:g}"
        return self.case, self.loss.value, self.estimator.value, t, f"{self.n}"

    @property
    def holds(self) -> bool:
        """Whether it covers often enough, and not nearly always unless it is a bound."""
        if self.bias is None or self.deviation is None:
            return True
        # With few draws of few classes the law is discrete, and may be covered nearly always.
        hard = self.t is None or (self.t >= 10 and self.estimator is HARD)
        return self.bias >= LOWEST and LOWEST <= self.deviation <= (
            1 if hard and self.worth < FEW else HIGHEST
        )

    def __str__(self) -> str:
        shares = ["—" if each is None else f"{each:.3f}" for each in (self.bias, self.deviation)]
        verdict = "" if self.bias is None else "holds" if self.holds else "**fails**"
        return f"| {' | '.join([*self.key, f'{self.worth:.3g}', *shares])} | {verdict} |"


def lines_of(case: Case, t: float | None, sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """Return the lines of a case at t, or if that is None those of REINFORCE, without coverages."""
    which = (SOFT, HARD) if t is not None else (Estimator.REINFORCE, Estimator.BASELINE)
    return [
        Row(case.name, loss, estimator, t, n)
        for loss in Loss
        for estimator in which
        if (loss, estimator) != (Loss.COST, HARD)  # the same as Gumbel-softmax
        for n in sizes
    ]


def rows(
    case: Case,
    temperatures: list[float | None],
    sizes: tuple[int, ...] = SIZES,
    seeds: int = SEEDS,
) -> Iterator[Row]:
    """Return the lines of a case, at each t and for REINFORCE (None)."""
    relaxed = [t for t in temperatures if t is not None]
    large = blocks(case, relaxed, BLOCK, seeds) if relaxed else {}
    small = {n: blocks(case, relaxed, n, seeds) for n in sizes if n < BLOCK} if relaxed else {}
    for t in temperatures:
        for line in lines_of(case, t, sizes):
            if t is None:
                yield reinforced(case, line, seeds)
                continue
            which, key = (SOFT, HARD).index(line.estimator), (t, line.loss)
            population = [pair[which] for pair in large[key]]
            samples = [p[which] for p in small[line.n][key]] if line.n < BLOCK else None
            yield relaxed_row(case, line, population, samples, seeds)


def noise(mistake: Mistake, shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Return ε (K, n) of the mistake's distribution."""
    if mistake is Mistake.UNIFORM:
        return rng.random(shape)
    return rng.normal(size=shape) if mistake is Mistake.NORMAL else rng.gumbel(size=shape)


Pairs = list[tuple[GradientSums, GradientSums]]


def blocks(
    case: Case, temperatures: list[float], size: int, seeds: int
) -> dict[tuple[float, Loss], Pairs]:
    """Return sums of both estimates, by t and loss, of blocks of draws: the same ones for all t."""
    parameters, rng = case.parameters, case.rng(size)
    found: dict[tuple[float, Loss], Pairs] = {(t, loss): [] for t in temperatures for loss in Loss}
    logits, work = parameters.logits[:, None], Workspace()
    inner = inner_p(parameters.mistake, parameters.p)
    weights = {loss: replace(parameters, loss=loss).loss_weights for loss in Loss}
    for _ in range(seeds):
        g = (logits + noise(case.mistake, (len(logits), size), rng)).astype(np.float32)
        shifted, codes = g - g.max(axis=0), g.argmax(axis=0).astype(np.uint8)
        for (t, loss), sums in found.items():
            sums.append(estimate(shifted, codes, t, loss, weights[loss], work, inner))
    return found


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


def coverage(stats: list[EstimatorStats], bias: float, deviation: float) -> tuple[float, float]:
    """Return how often the intervals hold the truth, but for rounding."""
    near = 1e-9
    biases = [s.bias_low * (1 - near) <= bias <= s.bias_high * (1 + near) + 1e-15 for s in stats]
    deviations = [s.deviation_low <= deviation <= s.deviation_high for s in stats]
    return float(np.mean(biases)), float(np.mean(deviations))


def relaxed_row(
    case: Case,
    line: Row,
    blocks: list[GradientSums],
    samples: list[GradientSums] | None,
    seeds: int,
) -> Row:
    """Return a line of Gumbel-softmax or straight-through, of samples or of samples of blocks."""
    problem = GradientProblem.of(replace(case.parameters, loss=line.loss))
    t, population = line.t or 0.0, Population(blocks)

    def stat(sums: GradientSums) -> EstimatorStats:
        return problem.relaxed_stats((sums, sums), t)[line.estimator is HARD]

    line = replace(line, worth=stat(replace(blocks[0], count=line.n)).effective_size)
    if line.worth < ENOUGH:
        return line
    if samples is None:
        rng = case.rng(*line.key)
        chosen = rng.integers(len(blocks), size=(seeds, line.n // BLOCK))
        samples = blocks if line.n == BLOCK else [population.sum_of(each) for each in chosen]
    right = population.truth(problem.exact)
    bias, deviation = coverage([stat(each) for each in samples], *right)
    return replace(line, bias=bias, deviation=deviation)


def reinforced(case: Case, line: Row, seeds: int) -> Row:
    """Return a line of REINFORCE without or with a baseline; the truth is by enumeration."""
    chosen = class_law(case.mistake, case.parameters.probabilities).chosen
    chosen = chosen / chosen.sum()
    problem = GradientProblem.of(replace(case.parameters, loss=line.loss))
    baseline = 0.0
    if line.estimator is Estimator.BASELINE:
        baseline = expected_loss(problem.p, problem.losses)
    table = reinforce_table(problem.p, problem.losses, baseline)
    mean = chosen @ table
    deviation = float(np.sqrt(chosen @ ((table - mean) ** 2).sum(axis=1)))
    samples = case.rng(*line.key).multinomial(line.n, chosen, size=seeds)
    stats = [problem.reinforce_stats(counts, baseline) for counts in samples]
    line = replace(line, worth=stats[0].effective_size)
    if not ENOUGH <= line.worth < np.inf:
        return line
    bias, covered = coverage(stats, float(np.linalg.norm(mean - problem.exact)), deviation)
    return replace(line, bias=bias, deviation=covered)
