"""The density of relaxed vectors, against quadrature, histograms and change of variables."""

from decimal import Decimal, localcontext
from itertools import pairwise, product

import numpy as np
import pytest
import scipy.integrate
import scipy.special
import scipy.stats

from gumbel_gui.core.concrete import (
    joint_log_density,
    log_density,
    log_relaxed,
    log_shares,
    subset_probabilities,
)
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, ParameterError, Parameters
from gumbel_gui.core.probabilities import MAX_CLASSES
from tests.statistical import checks

TEMPERATURES = (0.1, 0.5, 1.0, 3.0, 20.0)
PAIRS = ((1, 1), (0.1, 0.9), (1e-3, 1))
TRIPLES = ((1, 1, 1), (0.1, 0.2, 0.7), (1e-3, 1, 0.5))


def in_plane(x, y, p, t):
    """The density of x = t·ln(s₀/s₂) and y = t·ln(s₁/s₂): ds₀ ds₁ = s₀ s₁ s₂ dx dy / t²."""
    log_s = scipy.special.log_softmax([x / t, y / t, 0 * x], axis=0)
    return np.exp(log_density(np.exp(log_s), p, t) + log_s.sum(axis=0)) / t**2


@pytest.mark.parametrize("t", TEMPERATURES)
@pytest.mark.parametrize("p", PAIRS)
def test_it_integrates_to_one_for_two_classes(p, t):
    def density(x):  # of x = t·ln(s₀/s₁): ds₀ = s₀ s₁ dx / t
        s = scipy.special.expit([x / t, -x / t])
        return np.exp(log_density(s, p, t)) * s.prod() / t

    parts = [scipy.integrate.quad(density, a, b) for a, b in pairwise((-45, -8, 0, 8, 45))]
    assert sum(part[0] for part in parts) == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize("t", TEMPERATURES)
@pytest.mark.parametrize("p", TRIPLES)
def test_it_integrates_to_one_for_three_classes(p, t):
    """By the trapezoidal rule, which is exact to rounding for a smooth function that dies away."""
    reach = min(45, 340 * t)  # beyond, an entry of s would be below 1e-300
    x = np.linspace(-reach, reach, 451)
    values = in_plane(*np.meshgrid(x, x, indexing="ij"), p, t)
    total = scipy.integrate.trapezoid(scipy.integrate.trapezoid(values, x), x)
    assert total == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize("t", TEMPERATURES)
@pytest.mark.parametrize("p", PAIRS)
def test_two_classes_are_a_logistic_variable_squeezed(p, t):
    """t·ln(s₀/s₁) is ln(p₀/p₁) and the difference of two Gumbel variables, which is logistic."""
    x = np.linspace(-30, 30, 61) if t >= 1 else np.linspace(-30, 30, 61) * t
    s = scipy.special.expit([x, -x])
    law = scipy.stats.logistic(np.log(p[0] / p[1]))
    expected = law.logpdf(t * x) + np.log(t) - np.log(s).sum(axis=0)
    np.testing.assert_allclose(log_density(s, p, t), expected, rtol=1e-12, atol=1e-12)


SHARES = np.random.default_rng(2).dirichlet((2, 2, 2), 200).T


@pytest.mark.parametrize("t", TEMPERATURES)
@pytest.mark.parametrize("p", TRIPLES)
def test_shares_of_noise_are_uniform_so_the_density_is_that_of_the_change_of_variables(p, t):
    """The density of u is 2! wherever it is; |∂s/∂u| is found by differences, of ln s and ln u."""
    p = np.array(p) / sum(p)

    def log_s(u0, u1):
        return log_relaxed(np.log([u0, u1, 1 - u0 - u1]), p, t)

    step = 1e-5 * SHARES.min(axis=0)
    u0, u1 = SHARES[:2]
    by_0 = (log_s(u0 + step, u1) - log_s(u0 - step, u1)) / (2 * step)
    by_1 = (log_s(u0, u1 + step) - log_s(u0, u1 - step)) / (2 * step)
    here = log_s(u0, u1)
    low = here.argmax(axis=0)  # the entry that is left out, lest the others cancel
    i, j = (low + 1) % 3, (low + 2) % 3
    n = np.arange(len(low))
    volume = np.log(np.abs(by_0[i, n] * by_1[j, n] - by_0[j, n] * by_1[i, n]))
    expected = np.log(2) - volume - here[i, n] - here[j, n]
    found = joint_log_density(np.log(SHARES), here, t)
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-5)


@pytest.mark.parametrize("t", TEMPERATURES)
@pytest.mark.parametrize("p", TRIPLES)
def test_shares_of_noise_can_be_found_from_what_is_made_of_them(p, t):
    p = np.array(p) / sum(p)
    log_s = log_relaxed(np.log(SHARES), p, t)
    by_hand = scipy.special.softmax(np.log(p[:, None] / SHARES) / t, axis=0)
    np.testing.assert_allclose(np.exp(log_s), by_hand, rtol=1e-10)
    np.testing.assert_allclose(log_shares(log_s, p, t), np.log(SHARES), rtol=0, atol=1e-11)


@pytest.mark.parametrize("t", [1e-308, 1e-3, 1e3, 1e308])
def test_at_any_temperature_shares_and_relaxed_vectors_are_numbers(t):
    for change in (log_relaxed, log_shares):
        found = np.exp(change(np.log(SHARES), np.array([1e-300, 0.4, 0.6]), t))
        np.testing.assert_allclose(found.sum(axis=0), 1, rtol=1e-12)


def test_at_one_and_equal_classes_it_is_written_out_by_hand():
    s = np.array([0.2, 0.3, 0.5])
    by_hand = 2 * (1 / s**2).prod() / (1 / s).sum() ** 3
    assert log_density(s, (5, 5, 5), 1) == pytest.approx(np.log(by_hand), abs=1e-13)
    assert log_density(s, (5, 5, 5), 1).shape == ()


def pooled(counts, probabilities):
    """Counts (m + 1,) in cells and outside, and what is expected; cells that expect few outside."""
    expected = probabilities * counts.sum()
    often = expected > 10
    assert often.sum() > 50
    inside = [counts[:-1][often], expected[often]]
    return [np.append(x, counts.sum() - x.sum()) for x in inside]


def differs(counts, probabilities):
    """Whether the same check finds another law."""
    return scipy.stats.chisquare(*pooled(counts, probabilities)).pvalue < checks.LEVEL


def cells(edges, p, t):
    """The probability of each cell of the logit plane: Gauss's rule with 8 × 8 nodes in each."""
    nodes, weights = np.polynomial.legendre.leggauss(8)
    half = np.diff(edges) / 2
    x = (edges[:-1] + half)[:, None] + half[:, None] * nodes
    w = (half[:, None] * weights).ravel()
    values = in_plane(*np.meshgrid(x.ravel(), x.ravel(), indexing="ij"), p, t) * w[:, None] * w
    return values.reshape(len(half), 8, len(half), 8).sum(axis=(1, 3)).ravel()


def counted(s, edges, t):
    """How many of the vectors s (3, n) are in each cell, and in none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        x, y = t * np.log(s[:2].astype(np.float64) / s[2])
    counts = np.histogram2d(x, y, (edges, edges))[0].ravel()
    return np.append(counts, s.shape[1] - counts.sum())


EDGES = np.linspace(-4, 4, 11)


def relaxed(engine, p, t):
    """Relaxed vectors of four chunks, (K, 262,144)."""
    parameters = Parameters(p, t, 4 * 65_536, seed=61)
    return np.concatenate([engine.chunk(parameters, i).relaxed for i in range(4)], axis=1)


@pytest.mark.parametrize("t", [0.3, 1.0, 4.0])
@pytest.mark.parametrize("p", TRIPLES[:2])
def test_draws_are_distributed_like_it(engine, p, t):
    """2¹⁸ draws, up to 101 cells: a t or a p₀ off by 5 % is caught."""
    counts = counted(relaxed(engine, p, t), EDGES, t)
    checks.counts(*pooled(counts, cells(EDGES, p, t)))
    for wrong in ((p, 1.05 * t), ((1.05 * p[0], *p[1:]), t)):
        off = cells(EDGES * wrong[1] / t, *wrong)  # the same cells on the simplex
        assert differs(counts, off)


@pytest.mark.parametrize("t", [0.5, 2.0])
def test_a_subset_of_classes_renormalised_is_distributed_like_it(engine, t):
    """2¹⁸ draws, up to 101 cells: the p of other classes of the note is caught."""
    s = relaxed(engine, NOTE_PROBABILITIES, t)
    chosen = [3, 1, 2]
    part = s[chosen] / s[chosen].sum(axis=0)
    p = subset_probabilities(NOTE_PROBABILITIES, chosen)
    counts = counted(part, EDGES, t)
    checks.counts(*pooled(counts, cells(EDGES, p, t)))
    other = subset_probabilities(NOTE_PROBABILITIES, [3, 1, 0])
    assert differs(counts, cells(EDGES, other, t))


def test_the_probabilities_of_a_subset_keep_their_odds_and_its_order():
    p = subset_probabilities((1, 2, 3, 4), (3, 0, 1))
    np.testing.assert_allclose(p, [4 / 7, 1 / 7, 2 / 7], rtol=1e-15)
    np.testing.assert_allclose(subset_probabilities((1e-300, 1e-300, 1), (0, 1)), 0.5)
    np.testing.assert_array_equal(subset_probabilities((0, 1, 2), np.array([0, 1])), [0, 1])


@pytest.mark.parametrize("classes", [(0, 0), (1,), (), (0, 3), (-1, 0), (0, 1.0), 5, "01"])
def test_classes_that_are_no_subset_are_refused(classes):
    with pytest.raises(ParameterError, match="at least two different whole numbers from 0 to 2"):
        subset_probabilities((1, 1, 1), classes)


def test_a_subset_that_cannot_occur_is_refused():
    with pytest.raises(ParameterError, match="all zero"):
        subset_probabilities((0, 0, 1), (0, 1))


def exact(s, p, t):
    """The formula as it is printed, in numbers of 60 digits."""
    with localcontext() as context:
        context.prec, context.Emin, context.Emax = 60, -(10**9), 10**9
        s, p, t = [Decimal(x) for x in s], [Decimal(x) for x in p], Decimal(t)
        total = sum(p)
        powers = [q / total * (-t * x.ln()).exp() for q, x in zip(p, s, strict=True)]
        k = len(s)
        result = Decimal(int(scipy.special.factorial(k - 1, exact=True))).ln() + (k - 1) * t.ln()
        result += sum((power.ln() - x.ln()) for power, x in zip(powers, s, strict=True))
        return float(result - k * sum(powers).ln())


@pytest.mark.parametrize("t", [1e-3, 0.1, 1.0, 30.0, 1e3])
@pytest.mark.parametrize("tiny", [1e-300, 1e-30, 0.1])
def test_nothing_overflows_from_corner_to_corner(tiny, t):
    """Against 60 digits; p as uneven as it can be, too."""
    for p, place in product(((1, 2, 3), (1e-300, 1, 1e-10)), range(3)):
        s = [tiny if k != place else 1 - 2 * tiny for k in range(3)]
        assert log_density(s, p, t) == pytest.approx(exact(s, p, t), rel=1e-12, abs=1e-12)


def test_points_may_be_as_far_off_as_single_precision_rounds():
    for off in (-0.9e-5, 0.9e-5):
        assert np.isfinite(log_density((0.3, 0.7 + off), (1, 1), 1))
    for off in (-1.1e-5, 1.1e-5):
        with pytest.raises(ValueError, match="do not sum to 1"):
            log_density((0.3, 0.7 + off), (1, 1), 1)


def test_any_shape_and_number_of_classes_is_taken():
    s = scipy.special.softmax(np.random.default_rng(4).normal(size=(MAX_CLASSES, 3, 2)), axis=0)
    p = np.arange(1, MAX_CLASSES + 1)
    density = log_density(s, p, 0.7)
    assert density.shape == (3, 2)
    assert density[2, 1] == pytest.approx(exact(s[:, 2, 1], p.tolist(), 0.7), rel=1e-12)
    single = log_density(s.astype(np.float32), p, 0.7)
    np.testing.assert_allclose(single, density, rtol=1e-5)
    assert single.dtype == np.float64


@pytest.mark.parametrize(
    ("s", "p", "t", "says"),
    [
        ((0.5, 0.5), (1, 0), 1, r"probabilities\[1\] is 0.0, but must be above 0"),
        ((0.5, 0.5), (1, -1), 1, r"probabilities\[1\] is -1"),
        ((0.5, 0.5), (1, 1), 0, "temperature is 0, but must be a finite number above 0"),
        ((0.5, 0.5), (1, 1), -1, "temperature is -1"),
        ((0.5, 0.5), (1, 1), np.inf, "temperature is inf"),
        ((0.5, 0.5), (1, 1), np.nan, "temperature is nan"),
        ((0.5, 0.5), (1, 1, 1), 1, "must have 3 classes first"),
        (1.0, (1, 1), 1, "must have 2 classes first"),
        ((0, 1), (1, 1), 1, "not above 0"),
        ((np.nan, 1), (1, 1), 1, "not above 0"),
        ((0.5, 0.6), (1, 1), 1, "do not sum to 1"),
        ((0.5, np.inf), (1, 1), 1, "do not sum to 1"),
    ],
)
def test_what_has_no_density_is_refused_in_one_sentence(s, p, t, says):
    with pytest.raises(ValueError, match=says) as refused:
        log_density(s, p, t)
    assert str(refused.value).count(".\n") == 0
    assert str(refused.value).endswith(".")
