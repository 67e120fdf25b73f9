import numpy as np
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from gumbel_gui.core.statistics import Z_95, half_width_95, wilson_interval


def test_z_95_is_the_normal_quantile():
    assert pytest.approx(scipy.stats.norm.ppf(0.975), rel=1e-15) == Z_95


@pytest.mark.parametrize("total", [1, 2, 7, 100, 10**9])
def test_wilson_interval_agrees_with_scipy(total):
    counts = sorted({0, 1, total // 3, total // 2, total - 1, total})
    lower, upper = wilson_interval(counts, total)
    for k, low, high in zip(counts, lower, upper, strict=True):
        expected = scipy.stats.binomtest(k, total).proportion_ci(0.95, method="wilson")
        assert (low, high) == pytest.approx((expected.low, expected.high), rel=1e-9, abs=1e-15)


def test_wilson_interval_takes_another_level_and_any_shape():
    counts = np.arange(12).reshape(3, 4)
    lower, upper = wilson_interval(counts, 20, z=scipy.stats.norm.ppf(0.995))
    assert lower.shape == upper.shape == (3, 4)
    expected = scipy.stats.binomtest(11, 20).proportion_ci(0.99, method="wilson")
    assert (lower[2, 3], upper[2, 3]) == pytest.approx((expected.low, expected.high), rel=1e-9)


@settings(derandomize=True, deadline=None, database=None)
@given(st.integers(1, 10**12).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_interval_holds_the_share_and_stays_inside_0_and_1(case):
    k, total = case
    lower, upper = wilson_interval(k, total)
    assert 0 <= lower <= k / total <= upper <= 1
    assert (lower == 0) == (k == 0)
    assert (upper == 1) == (k == total)


def test_wilson_interval_ends_exactly_at_0_and_1_when_nothing_or_everything_was_counted():
    for total in range(1, 2000):
        lower, upper = wilson_interval([0, total], total)
        assert (lower[0], upper[1]) == (0, 1)


@pytest.mark.parametrize("total", [np.int64(4 * 10**9), np.int32(100_000)])
def test_wilson_interval_takes_numpy_totals_as_they_come_out_of_a_sum(total):
    expected = wilson_interval(5, int(total))
    np.testing.assert_allclose(wilson_interval(5, total), expected, rtol=1e-15)


@pytest.mark.parametrize("n", [30, 200])
def test_wilson_interval_covers_95_percent_by_enumeration(n):
    shares = (np.arange(1000) + 0.5) / 1000
    k = np.arange(n + 1)[:, None]
    lower, upper = wilson_interval(k, n)
    coverage = (scipy.stats.binom.pmf(k, n, shares) * ((lower <= shares) & (shares <= upper))).sum(
        axis=0
    )
    assert coverage.mean() == pytest.approx(0.95, abs=0.006)
    assert coverage.min() > 0.83


@pytest.mark.parametrize("total", [0, -1])
def test_wilson_interval_refuses_no_trials_and_names_them(total):
    with pytest.raises(ValueError, match=f"total is {total}, but must be 1 or more"):
        wilson_interval([0], total)


@pytest.mark.parametrize("count", [-1, 11, np.nan])
def test_wilson_interval_refuses_counts_out_of_range(count):
    with pytest.raises(ValueError, match="counts must lie from 0 to 10"):
        wilson_interval([3, count], 10)


def test_half_width_is_that_of_the_normal_interval_of_a_mean():
    values = np.random.default_rng(0).normal(3, 2, 1000)
    half = half_width_95(values.sum(), (values**2).sum(), values.size)
    error = values.std() / np.sqrt(values.size)
    low, high = scipy.stats.norm.interval(0.95, values.mean(), error)
    assert half == pytest.approx((high - low) / 2, rel=1e-10)


def test_half_width_of_equal_values_is_zero_even_when_rounding_makes_the_variance_negative():
    values = np.full(3, 0.1)
    assert (values**2).sum() / 3 - (values.sum() / 3) ** 2 < 0
    assert half_width_95(values.sum(), (values**2).sum(), 3) == 0
