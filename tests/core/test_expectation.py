"""Whether the mean of the relaxed vectors is E[s], which is not p.

Two ways to integrate, which know nothing of the sampler: for K classes by the exponential race,
and for two classes over the difference of their noise, which has a known law for every mistake.
"""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
import scipy.integrate
import scipy.special
import scipy.stats

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from tests.statistical import checks

DRAWS = 2 * 2**20
NOTE = Parameters(NOTE_PROBABILITIES, draws=DRAWS, seed=51)
ERRATA = {
    0.1: (0.0296, 0.0807, 0.2188, 0.5902, 0.0807),
    1: (0.0545, 0.1160, 0.2388, 0.4747, 0.1160),
    10: (0.1730, 0.1912, 0.2112, 0.2333, 0.1912),
}
EXACT_AT_A_TENTH = (0.02969, 0.08062, 0.21859, 0.59049, 0.08062)  # the errata's row is rougher

each_temperature = pytest.mark.parametrize("t", ERRATA)


def mean_and_error(engine, parameters):
    """The mean relaxed vector and its standard error, of all draws."""

    def sums(chunk):
        s = chunk.relaxed.astype(np.float64)
        return np.array([s.sum(axis=1), (s**2).sum(axis=1)])

    total, squares = engine.summarise(parameters, {"sums": sums})["sums"] / parameters.draws
    return total, np.sqrt((squares - total**2) / parameters.draws)


@cache
def expectation(p, t):
    """E[s] by the exponential race.

    g_k = −ln(E_k / p_k) with exponential E_k, so that s_k = w_k / Σ w with w_k = (p_k / E_k)^(1/t),
    and 1 / Σ w = ∫₀^∞ exp(−u Σ w) du makes the classes independent factors of one integral.
    """
    v = np.linspace(-45, 4.5, 4001)  # ln E
    weight = np.exp(v - np.exp(v)) * (v[1] - v[0])
    log_p = np.log(np.divide(p, np.sum(p)))[:, None]

    def density(y):  # of ln u = y / t
        uw = np.exp(np.minimum((y + log_p - v) / t, 600))
        survival = np.exp(-uw)
        alive, dies = survival @ weight, (uw * survival) @ weight
        return dies * [np.prod(np.delete(alive, k)) for k in range(len(alive))] / t

    low, high = -25 * (1 + t), 10 * (1 + t)
    cuts = np.linspace(low, high, 12)[1:-1]
    with np.errstate(under="ignore"):
        means, error = scipy.integrate.quad_vec(
            density, low, high, epsabs=1e-9, points=cuts, limit=2000
        )
    assert error < 1e-7
    return means


def expectation_at_one(p):
    """E[s] at t = 1 by Bessel functions: E[exp(−u p/E)] = 2√(up) K₁(2√(up))."""

    def density(root, k):  # √u
        q = 2 * root * np.sqrt(p)
        factors = q * scipy.special.k1(q)
        factors[k] = 2 * p[k] * scipy.special.k0(q[k])
        return np.prod(factors) * 2 * root

    return [
        scipy.integrate.quad(density, 0, 60, (k,), epsabs=1e-11, limit=500)[0]
        for k in range(len(p))
    ]


@each_temperature
def test_the_quadrature_is_that_of_numpy_by_monte_carlo(t):
    """10⁶ draws of rng.gumbel."""
    rng = np.random.default_rng(3)
    g = np.log(NOTE.p)[:, None] + rng.gumbel(size=(5, 10**6))
    s = scipy.special.softmax(g / t, axis=0)
    error = s.std(axis=1) / 1000
    exact = expectation(NOTE_PROBABILITIES, t)
    assert exact.sum() == pytest.approx(1, abs=1e-7)
    checks.means(s.mean(axis=1), exact, error)


def by_trapezia(p, t):
    """E[s] once more, by trapezia in both integrals, which converge fast since all dies off.

    With w_k = exp(g_k / t): E[w_i / Σ w] = ∫₀^∞ E[w_i exp(−u w_i)] Π_{j≠i} E[exp(−u w_j)] du,
    here with u = exp(−y / t).
    """
    step = 0.04 * max(1, t)
    y = np.arange(-8 - 6 * t, 40 + 40 * t, step)
    epsilon, width = np.linspace(-7, 45, 1301, retstep=True)
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


@each_temperature
def test_the_quadrature_is_that_of_trapezia(t):
    means = by_trapezia(NOTE_PROBABILITIES, t)
    assert means.sum() == pytest.approx(1, abs=1e-9)
    np.testing.assert_allclose(means, expectation(NOTE_PROBABILITIES, t), atol=1e-9)


def test_the_quadrature_is_that_of_bessel_functions():
    np.testing.assert_allclose(
        expectation(NOTE_PROBABILITIES, 1), expectation_at_one(NOTE.p), atol=1e-7
    )


def test_the_errata_state_the_expectations_to_their_accuracy():
    """At t = 0.1 some last digits are wrong by up to 3; the others are right to ±0.0001, rounded.

    At t = 1 the fourth is 0.47484, which is as far from 0.4747 as that allows.
    """
    for t in (1, 10):
        np.testing.assert_allclose(expectation(NOTE_PROBABILITIES, t), ERRATA[t], atol=1.5e-4)
    exact = expectation(NOTE_PROBABILITIES, 0.1)
    np.testing.assert_allclose(exact, EXACT_AT_A_TENTH, atol=5.1e-6)
    np.testing.assert_allclose(exact, ERRATA[0.1], atol=3.5e-4)


@each_temperature
def test_the_mean_relaxed_vector_is_the_expectation(engine, t):
    """4·2²⁰ draws.

    The errata's figures are means of 3·10⁷ draws themselves: those that are right may be off by
    four of their own standard errors and half a unit of rounding.
    """
    mean, error = mean_and_error(engine, replace(NOTE, draws=2 * DRAWS, temperature=t))
    exact = expectation(NOTE_PROBABILITIES, t)
    checks.means(mean, exact, error)
    assert error.max() < {0.1: 2.3e-4, 1: 1.4e-4, 10: 1.4e-5}[t]
    off = np.abs(exact - ERRATA[t]) - 5e-5
    assert (off < 4 * error * np.sqrt(2 * DRAWS / 3e7)).all()
    rough = 3.5e-4 if t == 0.1 else 1.5e-4
    checks.means(mean, ERRATA[t], error, slack=rough)
    assert mean.sum() == pytest.approx(1, abs=1e-7)


def test_the_expectation_is_p_in_the_limit_of_temperature_zero_only(engine):
    """At t = 1 it is off by 500 standard errors."""
    mean, error = mean_and_error(engine, replace(NOTE, temperature=0))
    checks.means(mean, NOTE.p, error)
    for t, errors in ((0.1, 2), (1, 500), (10, 10_000)):
        mean, error = mean_and_error(engine, replace(NOTE, temperature=t))
        assert np.abs(mean - NOTE.p).max() > errors * error.max()


@each_temperature
def test_equal_classes_have_equal_expectations(engine, t):
    mean, error = mean_and_error(engine, Parameters((1,) * 7, t, DRAWS, 52))
    checks.means(mean, 1 / 7, error)


@each_temperature
@pytest.mark.parametrize("mistake", [Mistake.NOISE_ON_P, Mistake.T_OUTSIDE, Mistake.FLOAT32])
def test_the_expectation_under_the_mistakes_that_leave_the_law_of_the_noise(engine, t, mistake):
    """Of 2·2²⁰ draws.

    Noise on p is right noise on ln softmax(p), but for a constant; t outside is t = 1; and single
    precision is too near the right noise for any mean.
    """
    on_p = mistake is Mistake.NOISE_ON_P
    p = tuple(scipy.special.softmax(NOTE.p)) if on_p else NOTE_PROBABILITIES
    exact = expectation(p, 1 if mistake is Mistake.T_OUTSIDE else t)
    mean, error = mean_and_error(engine, replace(NOTE, temperature=t, mistake=mistake))
    checks.means(mean, exact, error)


def logistic(z):
    """The density of the difference of two Gumbel variables, 20 times as fast as SciPy's."""
    return scipy.special.expit(z) * scipy.special.expit(-z)


def of_two_logistic(z):
    """The density of the difference of two logistic variables, at z ≥ 0."""
    if z < 0.05:
        return 1 / 6 - z**2 / 60
    e = np.exp(-z)
    return e * (z - 2 + (z + 2) * e) / (1 - e) ** 3


DIFFERENCE = {  # its density, and where it ends
    Mistake.UNIFORM: (lambda z: max(1 - abs(z), 0), 1),
    Mistake.NORMAL: (lambda z: np.exp(-(z**2) / 4) / np.sqrt(4 * np.pi), 13),
    Mistake.LOGISTIC: (lambda z: of_two_logistic(abs(z)), 45),
}


@pytest.mark.parametrize("gap", [-1.5, 0.4])
@each_temperature
@pytest.mark.parametrize("mistake", Mistake)
def test_two_classes_follow_from_the_difference_of_their_noise(engine, mistake, t, gap):
    """Of 2¹⁹ draws.

    s₀ = 1 / (1 + exp((z − d) / t)) with d = ln(p₀/p₁), or p₀ − p₁, and z = ε₁ − ε₀, which is
    logistic for right noise, triangular for uniform and normal for normal noise. The standard
    errors are at most 7e-4, so that 0.005 is caught at any rate.
    """
    parameters = Parameters((np.exp(gap), 1), t, DRAWS // 4, 53, mistake)
    mean, error = mean_and_error(engine, parameters)
    p, d = parameters.p, gap
    if mistake is Mistake.NOISE_ON_P:
        d = p[0] - p[1]
    if mistake is Mistake.NOISE_AFTER_T:
        d = gap / t
    own, t = t, parameters.effective_temperature
    if mistake is Mistake.T_IN_LOGARITHMS:
        x = (np.arange(2000) + 0.5) / 2000
        e = -np.log(own - np.log(x + own))
        exact = scipy.special.expit(d + e[:, None] - e).mean()
        checks.means(mean[0], exact, error[0], slack=2e-5)
        return
    if mistake is Mistake.NO_NOISE:
        assert mean[0] == pytest.approx(scipy.special.expit(d / t), abs=1e-6)
        return
    law, end = DIFFERENCE.get(mistake, (logistic, 45))

    def density(z):
        return scipy.special.expit((d - z) / t) * law(z)

    cuts = sorted({0, max(-end, min(end, d)), *np.linspace(-end, end, 9)})
    exact = sum(
        scipy.integrate.quad(density, low, high, epsabs=1e-10)[0] for low, high in pairwise(cuts)
    )
    assert error[0] < 7e-4
    # Where uniform noise cannot reverse the order, hardly anything scatters.
    checks.means(mean[0], exact, error[0], slack=1e-7)
