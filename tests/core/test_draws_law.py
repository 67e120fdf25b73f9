"""Whether the engine's draws have the law that the note promises."""

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters

SEEDS = range(200)
DRAWS = 10_000
RARE = (1e-6, 0.2, 0.3, 0.499999)
ERRATA = {
    0.1: (0.0296, 0.0807, 0.2188, 0.5902, 0.0807),
    1.0: (0.0545, 0.1160, 0.2388, 0.4747, 0.1160),
    10.0: (0.1730, 0.1912, 0.2112, 0.2333, 0.1912),
}


@pytest.fixture
def engine():
    with Engine(2) as two_threads:
        yield two_threads


def class_counts(engine, p, draws, seed):
    def count(chunk):
        return np.bincount(chunk.classes, minlength=chunk.parameters.classes)

    return engine.summarise(Parameters(p, draws=draws, seed=seed), {"counts": count})["counts"]


@pytest.mark.parametrize(
    ("p", "groups"),
    [
        (NOTE_PROBABILITIES, [[0], [1], [2], [3], [4]]),
        (RARE, [[0, 1], [2], [3]]),
        ((0.1, 0.0, 0.2, 0.7), [[0], [2], [3]]),
    ],
    ids=["note", "rare", "zero"],
)
def test_class_frequencies_follow_p_and_the_chi_square_is_calibrated(engine, p, groups):
    """200 seeds × 10,000 draws: false alarm 0.1 % for each of the two tests.

    KS of the 200 p-values against uniform catches (98 %) a probability of 0.59 off by 0.006 in
    each sample, and frequencies that scatter less than they should. The chi-square of the 2·10⁶
    draws together catches (99 %) one off by 0.0022.

    A class of probability 1e-6 is pooled into its neighbour here: with 0.01 draws expected, the
    one draw that comes now and then adds about 98 to the statistic, which is then nowhere near
    chi-square. A class of its own below: test_a_rare_class_is_drawn_as_often_as_it_should.
    """
    counts = np.array([class_counts(engine, p, DRAWS, seed) for seed in SEEDS])
    assert (counts.sum(axis=1) == DRAWS).all()
    assert not counts[:, np.equal(p, 0)].any()
    observed = np.stack([counts[:, group].sum(axis=1) for group in groups], axis=1)
    shares = np.array([np.sum(np.divide(p, np.sum(p))[group]) for group in groups])
    p_values = scipy.stats.chisquare(observed, DRAWS * shares, axis=1).pvalue
    assert scipy.stats.kstest(p_values, "uniform").pvalue > 1e-3
    together = observed.sum(axis=0)
    assert scipy.stats.chisquare(together, together.sum() * shares).pvalue > 1e-3


def test_a_rare_class_is_drawn_as_often_as_it_should(engine):
    """Exact binomial tests of a class of probability 1e-6: false alarm 0.1 % each.

    Of 200 × 10,000 draws, 2 are expected and 9 or more are too many. That cannot tell a class
    that is never drawn, so 2·10⁷ more draws follow: 20 expected, 7 to 36 allowed, which catches
    (97 %) 2.5 times too many, (100 %) none, and (99.9 %) a sixth.
    """
    few = sum(int(class_counts(engine, RARE, DRAWS, seed)[0]) for seed in SEEDS)
    assert scipy.stats.binomtest(few, DRAWS * len(SEEDS), 1e-6).pvalue > 1e-3
    many = 20_000_000
    found = int(class_counts(engine, (1e-6, 1 - 1e-6), many, seed=1000)[0])
    assert scipy.stats.binomtest(found, many, 1e-6).pvalue > 1e-3


def test_the_noise_of_the_chunks_has_the_gumbel_law(engine):
    """KS of 983,040 values: false alarm 0.1 %; catches a location off by 0.008 or scale by 1 %."""
    parameters = Parameters(NOTE_PROBABILITIES, draws=3 * CHUNK, seed=21)
    noise = np.concatenate([engine.chunk(parameters, i).noise.ravel() for i in range(3)])
    assert scipy.stats.kstest(noise.astype(np.float64), "gumbel_r").pvalue > 1e-3


def expected_relaxed(p, t):
    """E[s] by quadrature, knowing nothing of the sampler.

    With w_k = exp(g_k / t): E[w_i / Σ w] = ∫₀^∞ E[w_i exp(−u w_i)] Π_{j≠i} E[exp(−u w_j)] du,
    here with u = exp(−y / t) and trapezia, which converge fast since everything dies off.
    """
    step = 0.02 * max(1, t)
    y = np.arange(-8 - 6 * t, 40 + 40 * t, step)
    epsilon, width = np.linspace(-7, 45, 2601, retstep=True)
    density = scipy.stats.gumbel_r.pdf(epsilon) * width
    survive, hit = [], []
    for p_k in np.divide(p, np.sum(p)):
        with np.errstate(over="ignore", under="ignore"):
            uw = np.exp(np.minimum((np.log(p_k) + epsilon - y[:, None]) / t, 700))
            laplace = np.exp(-uw)
        survive.append(laplace @ density)
        hit.append((uw * laplace) @ density)
    others = [np.prod(survive[:k] + survive[k + 1 :], axis=0) for k in range(len(p))]
    return np.sum(np.multiply(hit, others), axis=1) * step / t


@pytest.mark.parametrize("t", ERRATA)
def test_the_mean_relaxed_vector_is_that_of_the_errata_and_of_quadrature(engine, t):
    """4·2²⁰ draws, z-test of five means: false alarm 3e-5; catches (99 %) a mean off by 7 errors.

    The standard errors are at most 2.3e-4 (t = 0.1), 1.4e-4 (t = 1) and 1.3e-5 (t = 10), so a
    mean off by 0.0016, 0.001 or 0.0001 is caught. The errata's figures are means of 3·10⁷ draws
    themselves: they may be off by four of their own standard errors and half a unit of rounding.
    """
    exact = expected_relaxed(NOTE_PROBABILITIES, t)
    assert exact.sum() == pytest.approx(1, abs=1e-9)

    def sums(chunk):
        s = chunk.relaxed.astype(np.float64)
        return np.array([s.sum(axis=1), (s**2).sum(axis=1)])

    n = 4 * 2**20
    total, squares = engine.summarise(
        Parameters(NOTE_PROBABILITIES, t, draws=n, seed=31), {"sums": sums}
    )["sums"]
    error = np.sqrt((squares / n - (total / n) ** 2) / n)
    assert np.abs((total / n - exact) / error).max() < 4.5
    errors_of_errata = np.abs(exact - ERRATA[t]) - 5e-5
    assert (errors_of_errata < 4 * error * np.sqrt(n / 3e7)).all()
