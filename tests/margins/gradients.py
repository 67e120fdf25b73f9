"""Coverage of the intervals of gradient estimates, by simulation with our sums and statistics.

``python tests/margins/gradients.py`` writes GRADIENTS.md (2,000 seeds, about 10 minutes).

Noise is NumPy's own. Blocks of 1,000 draws are a population, from which larger samples are drawn
with replacement: so its moments, in double precision, are the truth. REINFORCE is compared with
enumeration. Whether intervals are shown does not depend on the draws.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from pathlib import Path

import numpy as np

from gumbel_gui.core.gradient_sums import EstimatorStats, GradientSums, estimate
from gumbel_gui.core.gradients import expected_loss, inner_p, reinforce_table
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import logits_of
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.gradients.estimator_sums import GradientProblem

SEEDS, BLOCK = 2000, 1000
SIZES = (10, 100, 1000, 10_000, 100_000)
TEMPERATURES = (0.01, 0.05, 0.3, 1.0, 3.0, 10.0, 1000.0)
LOWEST, HIGHEST = 0.93, 0.995
RARE = np.append(np.full(63, 1.0), 1e-5)
VECTORS = {
    "K = 2, 0.3 0.7": (0.3, 0.7),
    "K = 2, 0.999 0.001": (0.999, 0.001),
    "K = 5, the note's": NOTE_PROBABILITIES,
    "K = 5, two of 0.001": (0.3, 0.3, 0.398, 0.001, 0.001),
    "K = 64, 1/k²": tuple(1 / np.arange(1, 65) ** 2),
    "K = 64, equal but one of 1.6e-7": tuple(RARE),
}
BROKEN = (Mistake.NOISE_ON_P, Mistake.UNIFORM, Mistake.NORMAL)
CASES = [(name, p, Mistake.NONE) for name, p in VECTORS.items()] + [
    (f"K = 5, the note's, {mistake.value}", NOTE_PROBABILITIES, mistake) for mistake in BROKEN
]
SOFT, HARD = Estimator.GUMBEL_SOFTMAX, Estimator.STRAIGHT_THROUGH


@dataclass(frozen=True)
class Row:
    """One line of the table; the coverages are None where intervals are not shown."""

    case: str
    loss: Loss
    estimator: Estimator
    t: float | None
    n: int
    worth: float
    bias: float | None = None
    deviation: float | None = None

    @property
    def holds(self) -> bool:
        """Whether it covers often enough, and not nearly always unless it is a bound."""
        if self.bias is None or self.deviation is None:
            return True
        return self.bias >= LOWEST and LOWEST <= self.deviation <= HIGHEST

    def __str__(self) -> str:
        shares = ["—" if each is None else f"{each:.3f}" for each in (self.bias, self.deviation)]
        t = "" if self.t is None else f"{self.t:g}"
        verdict = "" if self.bias is None else "holds" if self.holds else "**fails**"
        worth = f"{self.worth:.3g}"
        cells = [self.case, self.loss.value, self.estimator.value, t, f"{self.n}", worth, *shares]
        return f"| {' | '.join([*cells, verdict])} |"


def noise(mistake: Mistake, shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Return ε (K, n) of the mistake's distribution."""
    if mistake is Mistake.UNIFORM:
        return rng.random(shape)
    return rng.normal(size=shape) if mistake is Mistake.NORMAL else rng.gumbel(size=shape)


def blocks(parameters: Parameters, temperatures, size: int, seeds: int, rng):
    """Return sums of both estimates, by t and loss, of blocks of draws."""
    found = {(t, loss): [] for t in temperatures for loss in Loss}
    logits, work = logits_of(parameters)[:, None], Workspace()
    for _ in range(seeds):
        g = (logits + noise(parameters.mistake, (parameters.classes, size), rng)).astype(np.float32)
        shifted, codes = g - g.max(axis=0), g.argmax(axis=0).astype(np.uint8)
        for t, loss in found:
            w = replace(parameters, loss=loss).loss_weights
            inner = inner_p(parameters.mistake, parameters.p)
            found[t, loss].append(estimate(shifted, codes, t, loss, w, work, inner))
    return found


def truth(population: list[GradientSums], exact: np.ndarray) -> tuple[float, float]:
    """Return bias and deviation of a population, in double precision from sums of its blocks."""
    n = sum(each.count for each in population)
    mean = sum(each.total for each in population) / n
    apart = [each.total / each.count - mean for each in population]
    within = sum(each.scatter for each in population)
    between = sum(each.count * (a @ a) for each, a in zip(population, apart, strict=True))
    return float(np.linalg.norm(mean - exact)), float(np.sqrt((within + between) / n))


def coverage(stats: list[EstimatorStats], bias: float, deviation: float) -> tuple[float, float]:
    """Return how often the intervals hold the truth, but for rounding."""
    near = 1e-9
    biases = [s.bias_low * (1 - near) <= bias <= s.bias_high * (1 + near) + 1e-15 for s in stats]
    deviations = [s.deviation_low <= deviation <= s.deviation_high for s in stats]
    return float(np.mean(biases)), float(np.mean(deviations))


def relaxed_rows(case, parameters: Parameters, temperatures, sizes, seeds, rng) -> Iterator[Row]:
    """Return the rows of Gumbel-softmax and straight-through."""
    large = blocks(parameters, temperatures, BLOCK, seeds, rng)
    small = {n: blocks(parameters, temperatures, n, seeds, rng) for n in sizes if 50 <= n < BLOCK}
    for t, loss in large:
        problem = GradientProblem.of(replace(parameters, loss=loss))
        for which, estimator in enumerate((SOFT, HARD)):
            if loss is Loss.COST and estimator is HARD:
                continue
            population = [pair[which] for pair in large[t, loss]]
            right = truth(population, problem.exact)
            for n in sizes:
                probe = replace_count(large[t, loss][0], n)
                row = Row(
                    case,
                    loss,
                    estimator,
                    t,
                    n,
                    problem.relaxed_stats(probe, t)[which].effective_size,
                )
                if row.worth < 50:
                    yield row
                    continue
                if n < BLOCK:
                    samples = [pair for pair in small[n][t, loss]]
                elif n == BLOCK:
                    samples = large[t, loss]
                else:
                    chosen = rng.integers(len(population), size=(seeds, n // BLOCK))
                    sums = [reduce(add, [population[i] for i in each]) for each in chosen]
                    samples = [(each, each) for each in sums]
                stats = [problem.relaxed_stats(pair, t)[which] for pair in samples]
                yield replace(
                    row, **dict(zip(("bias", "deviation"), coverage(stats, *right), strict=True))
                )


def replace_count(pair, n):
    """Return sums that say how many draws they are of, for what follows from that alone."""
    return tuple(replace(each, count=n) for each in pair)


def reinforce_rows(case, parameters: Parameters, sizes, seeds, rng) -> Iterator[Row]:
    """Return the rows of REINFORCE without and with a baseline; the truth is by enumeration."""
    from gumbel_gui.core.gradient_law import class_law

    chosen = class_law(parameters.mistake, parameters.probabilities).chosen
    chosen = chosen / chosen.sum()
    for loss in Loss:
        problem = GradientProblem.of(replace(parameters, loss=loss))
        for estimator in (Estimator.REINFORCE, Estimator.BASELINE):
            baseline = 0.0
            if estimator is Estimator.BASELINE:
                baseline = expected_loss(problem.p, problem.losses)
            rows = reinforce_table(problem.p, problem.losses, baseline)
            mean = chosen @ rows
            deviation = float(np.sqrt(chosen @ ((rows - mean) ** 2).sum(axis=1)))
            for n in sizes:
                samples = rng.multinomial(n, chosen, size=seeds)
                stats = [problem.reinforce_stats(counts, baseline) for counts in samples]
                row = Row(case, loss, estimator, None, n, stats[0].effective_size)
                if stats[0].enough and stats[0].effective_size < np.inf:
                    shares = coverage(stats, float(np.linalg.norm(mean - problem.exact)), deviation)
                    row = replace(row, bias=shares[0], deviation=shares[1])
                yield row


def rows(cases=CASES, temperatures=TEMPERATURES, sizes=SIZES, seeds=SEEDS, seed=1) -> Iterator[Row]:
    """Return all rows of the table."""
    rng = np.random.default_rng(seed)
    for case, p, mistake in cases:
        parameters = Parameters(p, mistake=mistake)
        yield from reinforce_rows(case, parameters, sizes, seeds, rng)
        yield from relaxed_rows(case, parameters, temperatures, sizes, seeds, rng)


HEAD = f"""# Coverage of the intervals of gradient estimates

Written by `python tests/margins/gradients.py`: {SEEDS:,} samples for each line, so that a share of
0.95 is known to ± 0.01. Intervals are to cover in at least {LOWEST:.0%} of samples; those of the
standard deviation in at most {HIGHEST:.1%}, those of the bias are bounds. *worth* is the number of
draws of equal weight that n draws are worth, n/κ; below 50 no interval is shown (—).

| p | loss | estimator | t | n | worth | bias | SD | |
|---|---|---|---|---|---|---|---|---|
"""

if __name__ == "__main__":
    target = Path(__file__).with_name("GRADIENTS.md")
    lines = []
    for each in rows():
        lines.append(each)
        print(each, file=sys.stderr, flush=True)
    failed = sum(not each.holds for each in lines)
    shown = sum(each.bias is not None for each in lines)
    text = HEAD + "\n".join(map(str, lines)) + f"\n\n{shown} intervals shown, {failed} fail.\n"
    target.write_text(text, encoding="utf-8")
