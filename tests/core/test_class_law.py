"""The law of argmax g with every mistake, against quadrature, closed forms and enumeration."""

from itertools import combinations, pairwise, product

import numpy as np
import pytest
import scipy.special
import scipy.stats

from gumbel_gui.core.class_law import class_law, drawable, half_precision_law, resolved
from gumbel_gui.core.mistakes import Mistake, Noise, NoiseKind
from gumbel_gui.core.noise_laws import (
    cdf,
    density,
    difference_cdf,
    ends,
    half_precision_noise,
    noise_law,
)
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.samplers import sampled_law

LAWS = {
    Mistake.UNIFORM: scipy.stats.uniform(),
    Mistake.NORMAL: scipy.stats.norm(),
    Mistake.LOGISTIC: scipy.stats.logistic(),
    Mistake.WRONG_SIGN: scipy.stats.gumbel_l(),
}
VECTORS = [NOTE_PROBABILITIES, (0.1, 0.0, 0.2, 0.7), (0.5, 0.3, 0.2 - 1e-9, 1e-9)]
T_ADDED = [Noise(NoiseKind.T_ADDED, t) for t in (1e-9, 1e-3, 0.3, 1.0, 5.0, 40.0)]


def by_scipy(law, p, low, high):
    """P(argmax(ln p + z) = k), 300 nodes between any two points where it has edges."""
    logs = np.log(p)
    edges = np.unique(np.clip([*(logs + low), *(logs + high), logs.max()], logs.max() + low, 50))
    nodes, weights = np.polynomial.legendre.leggauss(300)
    found = np.zeros(len(p))
    for a, b in pairwise(edges):
        x = (a + b) / 2 + (b - a) / 2 * nodes - logs[:, None]
        for k in range(len(p)):
            below = np.prod(np.delete(law.cdf(x), k, axis=0), axis=0)
            found[k] += (b - a) / 2 * weights @ (law.pdf(x[k]) * below)
    return found


@pytest.mark.parametrize("p", VECTORS)
@pytest.mark.parametrize("mistake", LAWS)
def test_the_law_is_that_of_a_quadrature_to_ten_digits(mistake, p):
    possible = np.array(p) > 0
    low, high = (-40, 40) if mistake is not Mistake.UNIFORM else (0, 1)
    exact = np.zeros(len(p))
    exact[possible] = by_scipy(LAWS[mistake], np.array(p)[possible], low, high)
    np.testing.assert_allclose(class_law(mistake, p).chosen, exact, rtol=0, atol=1e-10)


@pytest.mark.parametrize("t", [1e-6, 0.05, 0.3, 1.0, 2.0])
def test_the_law_with_t_in_the_logarithms_is_an_integral_over_x(t):
    """Class k wins with x if every other x_j is below what its score needs."""
    p = np.array([0.25, 0.3, 0.45])

    x = (np.arange(200_000) + 0.5) / 200_000
    score = -np.log(t - np.log(x + t))
    exact = []
    for k in range(3):
        e = score + np.log(p[k]) - np.log(np.delete(p, k))[:, None]
        exact.append(np.prod(np.clip(np.exp(t - np.exp(-e)) - t, 0, 1), axis=0).mean())
    found = class_law(Mistake.T_IN_LOGARITHMS, p, t).chosen
    np.testing.assert_allclose(found, exact, rtol=0, atol=1e-6)
    assert found.sum() == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("p", [(0.3, 0.7), (0.2, 0.3, 0.5), NOTE_PROBABILITIES])
def test_with_the_wrong_sign_the_law_is_a_sum_over_sets_of_classes(p):
    """argmax(ln p − ε) is that of p_j E_j, E exponential: by inclusion and exclusion."""
    p = np.array(p) / np.sum(p)
    exact = np.zeros(len(p))
    for k, own in enumerate(p):
        others = own / np.delete(p, k)
        for size in range(len(p)):
            for each in combinations(others, size):
                exact[k] += (-1) ** size / (1 + sum(each))
    found = class_law(Mistake.WRONG_SIGN, p).chosen
    np.testing.assert_allclose(found, exact, rtol=0, atol=1e-13)
    assert np.allclose(found, p) == (len(p) == 2)


@pytest.mark.parametrize("gap", [-5.0, -0.9, 0.0, 0.3, 2.0])
def test_two_classes_follow_the_difference_of_two_noises(gap):
    """In closed form: Φ, a triangle, and that of two logistic ones, which is not logistic."""
    p = scipy.special.expit([gap, -gap])
    triangle = max(1 - abs(gap), 0) ** 2 / 2
    e = np.expm1(gap)
    exact = {
        Mistake.NORMAL: scipy.stats.norm.cdf(gap / np.sqrt(2)),
        Mistake.UNIFORM: 1 - triangle if gap > 0 else triangle,
        Mistake.LOGISTIC: np.exp(gap) * (e - gap) / e**2 if gap else 0.5,
    }
    for mistake, share in exact.items():
        assert class_law(mistake, p).chosen[0] == pytest.approx(share, abs=1e-13)


@pytest.mark.parametrize("logits", [(0.0, 0.0), (-0.3, 0.4), (-7.5, 0.0), (-20.0, 1.0)])
def test_in_half_precision_the_law_is_that_of_all_pairs_of_values(logits):
    first, second = (
        np.float16(each) + half_precision_noise().astype(np.float16) for each in logits
    )
    chosen, counted = half_precision_law(np.array(logits))
    ahead, level = (compare(first[:, None], second).mean() for compare in (np.greater, np.equal))
    np.testing.assert_allclose(chosen, [ahead + level, 1 - ahead - level], atol=1e-12)
    np.testing.assert_allclose(counted, [ahead + level, 1 - ahead], atol=1e-12)


def test_in_half_precision_ties_of_three_classes_are_counted_for_each(class_counts):
    """10⁶ draws, 5 standard errors."""
    p = (1 / 3,) * 3
    chosen, counted = half_precision_law(np.log(p))
    assert chosen.sum() == pytest.approx(1, abs=1e-12)
    assert chosen[0] > 1 / 3 > chosen[2]
    np.testing.assert_allclose(counted, counted[0])
    shares = class_counts(Parameters(p, draws=10**6, mistake=Mistake.HALF)) / 10**6
    np.testing.assert_allclose(shares, chosen, atol=5 * 0.5e-3)


def test_noise_after_t_samples_a_power_of_p():
    p = np.array([0.2, 0.3, 0.5, 0.0])
    for t in (0.05, 0.5, 3.0, 1e6):
        powers = p ** (1 / t)
        found = class_law(Mistake.NOISE_AFTER_T, p, t).chosen
        np.testing.assert_allclose(found, powers / powers.sum(), rtol=1e-9, atol=1e-300)
    np.testing.assert_array_equal(
        class_law(Mistake.NOISE_AFTER_T, (0.2, 0.4, 0.4), 0).chosen, [0, 0.5, 0.5]
    )


@pytest.mark.parametrize("mistake", Mistake)
def test_the_law_of_any_p_sums_to_1_and_leaves_out_what_cannot_be_drawn(mistake):
    others = (0.0, 1e-9, 0.2, 30.0, 1e6) if mistake.scores_depend_on_t else ()
    extreme = (1.0,) * 64, 0.9 ** np.arange(64), (1, 1e-300), (1, 0), (0.3, 0, 0.3, 1e-30, 0.4)
    for t, p in product((1.0, *others), extreme):
        chosen = class_law(mistake, p, t).chosen
        assert chosen.sum() == pytest.approx(1, abs=1e-10)
        assert (chosen[~drawable(mistake, p, t)] <= 1e-15).all()


def test_noise_that_is_nearly_one_number_has_no_law_in_single_precision():
    for t, p, known in (
        (5.0, (0.5, 0.5), True),
        (1e3, (0.5, 0.5), False),
        (1e3, (0.6, 0.4), True),
        (1e6, (0.3, 0.3, 0.4), True),
    ):
        parameters = Parameters(p, t, mistake=Mistake.T_IN_LOGARITHMS)
        assert resolved(parameters.noise, parameters.logits) == known
        assert (sampled_law(parameters) is not None) == known


@pytest.mark.parametrize(
    "noise", [*(m.noise(1.0) for m in LAWS), Noise(), *T_ADDED], ids=lambda each: str(each)
)
def test_density_and_cdf_and_ends_and_moments_belong_together(noise):
    low, high = ends(noise)
    x = np.linspace(low, high, 100_001)
    middles, step = (x[1:] + x[:-1]) / 2, x[1] - x[0]
    f, rise = density(noise, middles) * step, np.diff(cdf(noise, x))
    np.testing.assert_allclose(f, rise, rtol=0, atol=1e-8)
    assert (cdf(noise, x[0]), cdf(noise, x[-1])) == (pytest.approx(0, abs=1e-9), pytest.approx(1))
    law, share = noise_law(noise), rise / rise.sum()
    mean = share @ middles
    q = (middles - mean) ** 2
    assert law.mean == pytest.approx(mean, abs=1e-4)
    assert law.variance == pytest.approx(share @ q, rel=1e-3)
    third = share @ (middles - mean) ** 3
    assert law.skew == pytest.approx(third**2 / (share @ q) ** 3, rel=0.02, abs=1e-6)
    away = q - share @ q
    assert law.square_variance == pytest.approx(share @ away**2, rel=0.02)
    square_skew = (share @ away**3) ** 2 / (share @ away**2) ** 3
    assert law.square_skew == pytest.approx(square_skew, rel=0.05)


@pytest.mark.parametrize("mistake", LAWS)
def test_density_and_cdf_are_those_of_scipy(mistake):
    x, law = np.linspace(-8, 8, 1001), LAWS[mistake]
    inside = x[(x != 0) & (x != 1)]
    noise = mistake.noise(1.0)
    np.testing.assert_allclose(density(noise, inside), law.pdf(inside), rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(cdf(noise, x), law.cdf(x), rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize("noise", [*(m.noise(1.0) for m in LAWS), Noise(), *T_ADDED[1:]], ids=str)
def test_the_difference_of_two_has_the_law_of_its_convolution(noise):
    low, high = ends(noise)
    edges = np.linspace(low, high, 6001)
    share = np.diff(cdf(noise, edges))
    middles = (edges[1:] + edges[:-1]) / 2
    for z in (-3.0, -0.4, 0.0, 1e-3, 0.05, 0.7, 2.5):
        expected = share @ cdf(noise, middles + z)
        found = difference_cdf(noise, np.array([z]))
        assert found == pytest.approx(expected, abs=2e-5)
