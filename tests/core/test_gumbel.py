import dataclasses
import math

import numpy as np
import pytest
import scipy.integrate
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from gumbel_gui.core.gumbel import Gumbel
from tests.statistical import checks

LAWS = {"max": scipy.stats.gumbel_r, "min": scipy.stats.gumbel_l}
PLACES = [(0, 1), (2.5, 0.3), (-1e3, 40), (1e-3, 1e-6), (0, 1e200), (-7, 1e-200)]

both_extremes = pytest.mark.parametrize("extreme", LAWS)
everywhere = pytest.mark.parametrize(("location", "scale"), PLACES)


@everywhere
@both_extremes
@pytest.mark.parametrize("function", ["pdf", "cdf"])
def test_pdf_and_cdf_agree_with_scipy(function, extreme, location, scale):
    z = np.concatenate([np.linspace(-6.5, 6.5, 131), np.linspace(7, 700, 100)])
    x = location + scale * np.concatenate([z, -z])
    with np.errstate(all="ignore"):
        expected = getattr(LAWS[extreme](location, scale), function)(x)
    assert (expected > 0).sum() > 200
    got = getattr(Gumbel(location, scale, extreme), function)(x)
    np.testing.assert_allclose(got, expected, rtol=1e-12, atol=1e-305 / min(scale, 1))


@everywhere
@both_extremes
def test_quantile_agrees_with_scipy(extreme, location, scale):
    tails = 10.0 ** -np.arange(1, 17)
    q = np.concatenate([np.linspace(0.01, 0.99, 99), tails, 1 - tails[:-1], [1e-300, 5e-324]])
    expected = LAWS[extreme](location, scale).ppf(q)
    got = Gumbel(location, scale, extreme).quantile(q)
    np.testing.assert_allclose(got, expected, rtol=1e-12, atol=1e-12 * scale)


@everywhere
@both_extremes
def test_mean_and_variance_agree_with_scipy(extreme, location, scale):
    law, gumbel = LAWS[extreme], Gumbel(location, scale, extreme)
    assert gumbel.mean() == pytest.approx(law.mean(location, scale), rel=1e-14)
    with np.errstate(over="ignore"):
        assert gumbel.variance() == pytest.approx(law.var(0, 1) * np.float64(scale) ** 2, rel=1e-14)


@both_extremes
@pytest.mark.parametrize(("location", "scale"), [(0, 1), (2.5, 0.3), (-10, 4)])
def test_moments_are_those_of_the_density_by_quadrature(extreme, location, scale):
    gumbel = Gumbel(location, scale, extreme)
    side = 1 if extreme == "max" else -1
    ends = sorted([location - side * 7 * scale, location + side * 60 * scale])

    def integral(function):
        value, _ = scipy.integrate.quad(function, *ends, epsabs=1e-11, limit=200, points=[location])
        return value

    mean = integral(lambda x: x * gumbel.pdf(x))
    assert integral(gumbel.pdf) == pytest.approx(1, rel=1e-10)
    assert gumbel.mean() == pytest.approx(mean, rel=1e-8)
    variance = integral(lambda x: (x - mean) ** 2 * gumbel.pdf(x))
    assert gumbel.variance() == pytest.approx(variance, rel=1e-8)


@both_extremes
@pytest.mark.parametrize(("low", "high"), [(-3, -1), (-1, 0), (0, 0.5), (0.5, 4)])
def test_pdf_is_the_derivative_of_cdf(low, high, extreme):
    gumbel = Gumbel(0.2, 0.9, extreme)
    area, _ = scipy.integrate.quad(gumbel.pdf, low, high, epsabs=1e-13)
    assert gumbel.cdf(high) - gumbel.cdf(low) == pytest.approx(area, abs=1e-12)


@given(st.floats(1e-300, 1 - 1e-9), st.sampled_from(list(LAWS)), st.floats(-5, 5))
def test_cdf_undoes_quantile(q, extreme, log_scale):
    gumbel = Gumbel(0, 10**log_scale, extreme)
    assert gumbel.cdf(gumbel.quantile(q)) == pytest.approx(q, rel=5e-12)


@given(st.floats(-30, 30), st.floats(0.01, 100))
def test_minima_mirror_maxima(x, scale):
    largest, smallest = Gumbel(0, scale, "max"), Gumbel(0, scale, "min")
    assert smallest.pdf(-x) == largest.pdf(x)
    assert smallest.cdf(-x) == pytest.approx(1 - largest.cdf(x), abs=1e-15)


@pytest.mark.parametrize(("location", "scale"), [(0, 1), (-1e308, 1), (1e308, 1e-300), (3, 1e308)])
@both_extremes
def test_infinite_and_huge_arguments_reach_the_limits_without_a_warning(extreme, location, scale):
    gumbel = Gumbel(location, scale, extreme)
    x = [-np.inf, -1.7e308, -1e300, 1e300, 1.7e308, np.inf]
    density, probability = gumbel.pdf(x), gumbel.cdf(x)
    assert (density[0], density[-1]) == (0, 0)
    assert (probability[0], probability[-1]) == (0, 1)
    assert np.isfinite(density).all()
    assert (density >= 0).all()
    assert (np.diff(probability) >= 0).all()
    if scale == 1:
        assert not density.any()
        assert probability.tolist() == np.greater(x, location).astype(float).tolist()


@pytest.mark.parametrize("x", [-1e10, 1e10])
@both_extremes
def test_a_tiny_scale_makes_a_step_without_a_warning(extreme, x):
    gumbel = Gumbel(0, 1e-300, extreme)
    assert gumbel.pdf(x) == 0
    assert gumbel.cdf(x) == (x > 0)


@both_extremes
def test_quantiles_of_0_and_1_are_the_ends_of_the_support(extreme):
    gumbel = Gumbel(3, 2, extreme)
    assert gumbel.quantile([0, 0.0, -0.0, 1]).tolist() == [-np.inf] * 3 + [np.inf]
    assert np.isfinite(gumbel.quantile([5e-324, np.nextafter(1, 0)])).all()


def test_a_quantile_beyond_the_float_range_is_infinite_without_a_warning():
    assert Gumbel(0, 1e308).quantile(1 - 1e-16) == np.inf
    assert Gumbel(0, 1e308, "min").quantile(1e-16) == -np.inf


@pytest.mark.parametrize(
    ("q", "shown"),
    [(-0.1, "-0.1"), (1.5, "1.5"), (np.nan, "nan"), ([0, 1, 2, 3], "2.0"), (np.inf, "inf")],
)
def test_a_level_outside_0_and_1_is_quoted(q, shown):
    with pytest.raises(ValueError, match=rf"^q is {shown}, but must be a number from 0 to 1\.$"):
        Gumbel().quantile(q)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"location": math.nan}, "location is nan, but must be a finite number."),
        ({"location": -math.inf}, "location is -inf, but must be a finite number."),
        ({"scale": 0.0}, "scale is 0.0, but must be a finite number above 0."),
        ({"scale": -1.5}, "scale is -1.5, but must be a finite number above 0."),
        ({"scale": np.float64(-1.5)}, "scale is -1.5, but must be a finite number above 0."),
        ({"scale": math.inf}, "scale is inf, but must be a finite number above 0."),
        ({"scale": math.nan}, "scale is nan, but must be a finite number above 0."),
        ({"extreme": "median"}, "extreme is 'median', but must be 'max' or 'min'."),
    ],
)
def test_a_bad_distribution_is_refused_in_one_sentence(arguments, sentence):
    with pytest.raises(ValueError, match="but must be") as caught:
        Gumbel(**arguments)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("function", ["pdf", "cdf", "quantile"])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3)])
def test_results_have_the_shape_of_the_argument(function, shape):
    result = getattr(Gumbel(), function)(np.full(shape, 0.5))
    assert np.shape(result) == shape
    assert result.dtype == np.float64


@both_extremes
def test_samples_have_the_law_they_come_from(extreme):
    x = Gumbel(-3, 0.5, extreme).sample(np.random.default_rng(5), (400, 500))
    assert x.shape == (400, 500)
    checks.follows(x, LAWS[extreme](-3, 0.5).cdf)


def test_one_sample_is_a_number_and_the_standard_law_is_the_default():
    assert np.shape(Gumbel().sample(np.random.default_rng(0))) == ()
    assert Gumbel() == Gumbel(0.0, 1.0, "max")
    assert Gumbel().mean() == pytest.approx(np.euler_gamma, rel=1e-15)


def test_a_distribution_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Gumbel().scale = 2.0
