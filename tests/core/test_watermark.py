"""The laws of scores beside SciPy's, quadrature and a plain Fourier integral."""

from math import comb

import numpy as np
import pytest
import scipy.integrate
import scipy.special
import scipy.stats

from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.core.watermark import TermLaw, density_without, threshold

VECTORS = {
    "note": np.array(NOTE_PROBABILITIES),
    "64 classes": np.arange(1, 65.0),
    "equal": np.ones(3),
    "one rare": np.array([0.98, 0.01, 0.01]),
    "tiny": np.array([0, 1e-300, 1, 1e-5, 5e-324, 1e-9]),
    "one-hot": np.array([0, 1.0]),
}
each_vector = pytest.mark.parametrize("p", [v / v.sum() for v in VECTORS.values()], ids=VECTORS)
LENGTHS = 1, 2, 3, 7, 50, 1000


def one(p):
    """Return the pdf and the cdf of a single term, of w."""
    p = p[p > 1e-12]

    def pdf(w):
        return float(np.sum((-np.expm1(-w)) ** (1 / p - 1)) * np.exp(-w))

    def cdf(w):
        return float(np.sum(p * (-np.expm1(-w)) ** (1 / p)))

    return pdf, cdf


def integral(function, low, high, **options):
    return scipy.integrate.quad(function, low, high, epsabs=1e-14, epsrel=1e-13, **options)[0]


@pytest.mark.parametrize("n", [1, 2, 10, 50, 1000])
def test_without_the_watermark_the_score_is_gamma_distributed(n):
    law = scipy.stats.gamma(n)
    assert threshold(n) == pytest.approx(law.isf(1e-3), rel=1e-12)
    assert threshold(n, 0.05) == pytest.approx(law.isf(0.05), rel=1e-12)
    scores = law.ppf([1e-6, 0.1, 0.5, 0.999, 1 - 1e-9])
    np.testing.assert_allclose(density_without(scores, n), law.pdf(scores), rtol=1e-11)


def test_where_one_class_alone_is_drawn_there_is_no_watermark():
    law = TermLaw.of(np.array([0, 1.0]))
    for n in LENGTHS:
        scores = scipy.stats.gamma(n).ppf([1e-6, 0.1, 0.5, 0.9, 0.999, 1 - 1e-9])
        np.testing.assert_allclose(
            law.density(scores, n), scipy.stats.gamma.pdf(scores, n), rtol=1e-9
        )
        np.testing.assert_allclose(law.tail(scores, n), scipy.stats.gamma.sf(scores, n), atol=1e-11)


@each_vector
def test_moments_of_a_term_are_those_of_quadrature(p):
    mean, variance, third = TermLaw.of(p).moments()
    pdf, _ = one(p)
    for power, found in ((2, variance), (3, third)):
        exact = integral(
            lambda w, k=power: (w - mean) ** k * pdf(w), 0, 90, limit=500, points=[1, 5, 20]
        )
        assert found == pytest.approx(exact, rel=1e-7)
    shares = p[p > 1e-300]
    exact = shares @ (scipy.special.digamma(1 / shares + 1) + np.euler_gamma)
    assert mean == pytest.approx(exact, rel=1e-13)


def test_a_token_of_the_note_scores_1_916():
    assert TermLaw.of(np.array(NOTE_PROBABILITIES)).moments()[0] == pytest.approx(1.916, abs=5e-4)


@each_vector
def test_one_and_two_terms_are_those_of_quadrature(p):
    """To 1e-11: the density of two is a convolution."""
    law, (pdf, cdf) = TermLaw.of(p), one(p)
    for t in (0.05, 2.0, 9.0):
        at = np.array([t])
        assert law.density(at, 1)[0] == pytest.approx(pdf(t), abs=1e-11)
        assert law.tail(at, 1)[0] == pytest.approx(1 - cdf(t), abs=1e-11)
        whole = {"limit": 500, "points": [t / 100, t / 2, t - t / 100]}
        density = integral(lambda w, t=t: pdf(w) * pdf(t - w), 0, t, **whole)
        below = integral(lambda w, t=t: pdf(w) * cdf(t - w), 0, t, **whole)
        assert law.density(at, 2)[0] == pytest.approx(density, abs=1e-11)
        assert law.tail(at, 2)[0] == pytest.approx(1 - below, abs=1e-11)


@pytest.mark.parametrize("n", [2, 10, 400])
def test_two_equal_classes_score_as_sums_of_exponentials(n):
    """The larger of two exponentials is E + E'/2 (Rényi): gamma(n) and gamma(n)/2, convolved."""
    law, whole, half = (
        TermLaw.of(np.full(2, 0.5)),
        scipy.stats.gamma(n),
        scipy.stats.gamma(n, scale=0.5),
    )
    mean, deviation = 1.5 * n, np.sqrt(1.25 * n)
    scores = np.maximum(mean + deviation * np.array([-5, -0.5, 1, 5]), 0.3)
    split = {"limit": 900}
    for t, density, tail in zip(scores, law.density(scores, n), law.tail(scores, n), strict=True):
        split["points"] = [min(n, 0.9 * t), max(t - n / 2, 0.1 * t)]
        exact = integral(lambda w, t=t: whole.pdf(w) * half.pdf(t - w), 0, t, **split)
        assert density == pytest.approx(exact, abs=1e-11)
        exact = integral(lambda w, t=t: whole.pdf(w) * half.sf(t - w), 0, t, **split)
        assert tail == pytest.approx(exact + whole.sf(t), abs=1e-11)


@pytest.mark.parametrize("n", [3, 5])
def test_a_rare_class_is_added_as_a_mixture_says(n):
    """By the binomial law of how many tokens are of the rare classes, each a convolution."""
    p = np.array([0.5, 0.25, 0.25])
    step = 2.0**-9
    w = step * (np.arange(2**14) + 0.5)
    parts = [1 / q * (-np.expm1(-w)) ** (1 / q - 1) * np.exp(-w) for q in (0.5, 0.25)]
    waves = [np.fft.rfft(part, 2**17) * step for part in parts]
    law, k = np.zeros(2**17), np.arange(n + 1)
    for rare in k:
        wave = waves[0] ** (n - rare) * waves[1] ** rare
        law += comb(n, rare) * 0.5**n * np.fft.irfft(wave, 2**17) / step
    places = np.array([400, 1500, 2500, 4000])
    scores = step * (places + n / 2)
    # The midpoint rule is right to the square of its step.
    np.testing.assert_allclose(TermLaw.of(p).density(scores, n), law[places], atol=3e-7)


@each_vector
@pytest.mark.parametrize("n", [7, 50, 1000])
def test_long_texts_are_those_of_a_plain_fourier_integral(p, n):
    """Along a vertical line, by SciPy's gamma functions; of few terms it converges too slowly."""
    law = TermLaw.of(p)
    mean, variance, _ = law.moments()
    deviation = np.sqrt(n * variance)
    scores = n * mean + deviation * np.array([-5, -2, 0, 1, 4, 8.0])
    scores = scores[scores > 0.5]
    used = p[p > 1e-12]  # SciPy's differences lose digits for rarer ones
    y = np.linspace(0, {7: 600, 50: 30, 1000: 12}[n] / np.sqrt(n), 20_001)
    c = 0.3 / deviation
    s = c + 1j * y
    logs = scipy.special.loggamma(1 / used[:, None] + 1) + scipy.special.loggamma(1 - s)
    wave = used @ np.exp(logs - scipy.special.loggamma(1 / used[:, None] + 1 - s))
    weights = np.full(len(y), y[1] / np.pi)
    weights[0] /= 2
    waves = wave**n * np.exp(-scores[:, None] * s) * weights
    atol = 1e-6 if n == 7 else 1e-8
    np.testing.assert_allclose(law.density(scores, n), waves.sum(axis=1).real, atol=atol)
    np.testing.assert_allclose(law.tail(scores, n), (waves / s).sum(axis=1).real, atol=atol)


@each_vector
@pytest.mark.parametrize("n", [1, 3, 50])
def test_a_density_is_the_slope_of_its_tail_and_sums_to_1(p, n):
    law = TermLaw.of(p)
    mean, variance, _ = law.moments()
    high = n * mean + 12 * np.sqrt(n * variance) + 30
    low = max(n * mean - 12 * np.sqrt(n * variance), 1e-9)
    nodes, weights = np.polynomial.legendre.leggauss(8)
    edges = np.linspace(low, high, 61)
    middles, half = (edges[1:] + edges[:-1]) / 2, (edges[1] - edges[0]) / 2
    scores = (middles[:, None] + half * nodes).ravel()
    density, tail = law.density(scores, n), law.tail(edges, n)
    assert (density > -1e-12).all()
    masses = half * density.reshape(-1, 8) @ weights
    skip = 1 if low < 1 else 0  # where a power of w is not smooth
    np.testing.assert_allclose(masses[skip:], (tail[:-1] - tail[1:])[skip:], atol=1e-9)
    assert tail[0] == pytest.approx(1, abs=1e-6)
    assert tail[-1] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("digits", [15, 25, 105, 190])
@pytest.mark.parametrize("n", [2, 50])
def test_a_class_that_is_never_drawn_overflows_nothing_and_changes_nothing(digits, n):
    """It beats all others at scores that no other class reaches."""
    rare = 10.0**-digits
    scores = np.linspace(0.1, 3 * threshold(n), 20)
    law, other = (TermLaw.of(np.array(p)) for p in ([rare, 1 - rare], [1.0]))
    np.testing.assert_allclose(law.tail(scores, n), other.tail(scores, n), atol=1e-11)
    np.testing.assert_allclose(law.density(scores, n), other.density(scores, n), atol=1e-11)
