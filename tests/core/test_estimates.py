import math

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from gumbel_gui.core.estimates import (
    MOST_SKEW,
    Estimate,
    Verdict,
    bounded_mean,
    certain,
    mean,
    mean_of_known_law,
    proportion,
    proportion_intervals,
    student_95,
)
from tests.statistical import checks


def test_a_verdict_follows_from_the_interval():
    estimate = Estimate(0.5, 0.4, 0.6)
    assert estimate.verdict(0.4) is estimate.verdict(0.5) is Verdict.WITHIN
    assert estimate.verdict(0.61) is Verdict.APART
    assert Estimate(0.5).verdict(0.5) is Verdict.UNKNOWN
    assert certain(0.5).verdict(0.5) is Verdict.EQUAL
    assert certain(0.5).verdict(0.50001) is Verdict.APART


def test_numbers_many_times_apart_are_not_equal_however_small_they_are():
    """The mean of s at p = 1e-8 was called p as both lie below 1e-6."""
    assert certain(5e-8, rounding=1e-14).verdict(1e-8) is Verdict.APART
    assert Estimate(5e-8, 4e-8, 6e-8).verdict(1e-8) is Verdict.APART


def test_rounding_widens_what_is_equal_and_makes_no_margin():
    alike = certain(0.2, rounding=1e-8)
    assert alike.verdict(0.2 + 9e-9) is Verdict.EQUAL
    assert alike.verdict(0.2 + 2e-8) is Verdict.APART
    assert alike.margin == 0


def test_a_bound_decides_but_is_no_margin():
    bound = bounded_mean(0.5, 100)
    assert bound.margin is None
    assert bound.verdict(0.51) is Verdict.WITHIN
    assert bound.verdict(0.9) is Verdict.APART


@pytest.mark.parametrize("n", [1, 2, 7, 100, 1000, 10**9, 10**11])
def test_proportion_intervals_agree_with_scipy(n):
    counts = sorted({k for k in (0, 1, 2, 5, 39, 40, n // 3, n // 2, n - 1, n) if 0 <= k <= n})
    lower, upper = proportion_intervals(counts, n)
    for k, low, high in zip(counts, lower, upper, strict=True):
        if min(k, n - k) >= 40:
            expected = scipy.stats.binomtest(k, n).proportion_ci(0.95, method="wilson")
            ends = expected.low, expected.high
        else:
            ends = (
                scipy.stats.beta.ppf(0.025, k, n - k + 1) if k else 0.0,
                scipy.stats.beta.ppf(0.975, k + 1, n - k) if k < n else 1.0,
            )
        assert (low, high) == pytest.approx(ends, rel=1e-7, abs=1e-15)


@pytest.mark.parametrize("n", [1, 2, 5, 10, 50, 79, 80, 81, 100, 300, 1000, 10_000])
def test_proportion_intervals_cover_94_percent_by_enumeration(n):
    shares = np.geomspace(1e-3 / n, 0.5, 1000)
    k = np.arange(n + 1)[:, None]
    lower, upper = proportion_intervals(k, n)
    covered = (lower <= shares) & (shares <= upper)
    assert (scipy.stats.binom.pmf(k, n, shares) * covered).sum(axis=0).min() >= 0.94


def test_a_share_of_a_rare_class_has_an_interval_that_holds():
    """A few successes: Wald's interval covered in 86 %, Wilson's in 84 % at n·p = 0.18."""
    low, high = proportion_intervals([0, 1, 2], 1000)
    assert low[1] < 0.18 / 1000 < high[0]
    estimate = proportion(1, 1000)
    assert (estimate.low, estimate.high) == (low[1], high[1])


@given(st.integers(1, 10**12).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_proportion_lies_in_its_interval_inside_0_and_1(case):
    k, total = case
    lower, upper = proportion_intervals([k], total)
    assert 0 <= lower[0] <= k / total <= upper[0] <= 1
    assert (lower[0] == 0) == (k == 0)
    assert (upper[0] == 1) == (k == total)


def test_proportion_intervals_take_any_shape_and_numpy_totals():
    counts = np.arange(12).reshape(3, 4)
    lower, upper = proportion_intervals(counts, np.int32(100_000))
    assert lower.shape == upper.shape == (3, 4)
    assert upper[2, 3] == pytest.approx(scipy.stats.beta.ppf(0.975, 12, 99_989), rel=1e-9)


@pytest.mark.parametrize("total", [0, -1])
def test_proportion_intervals_refuse_no_trials_and_name_them(total):
    with pytest.raises(ValueError, match=f"total is {total}, but must be 1 or more"):
        proportion_intervals([0], total)


@pytest.mark.parametrize("count", [-1, 11, np.nan])
def test_proportion_intervals_refuse_counts_out_of_range(count):
    with pytest.raises(ValueError, match="counts must lie from 0 to 10"):
        proportion_intervals([3, count], 10)


def test_the_margin_of_a_mean_is_students():
    values = np.random.default_rng(0).normal(3, 2, 12)
    estimate = mean(values.sum(), (values**2).sum(), 12, skew=0)
    low, high = scipy.stats.t.interval(0.95, 11, values.mean(), values.std(ddof=1) / math.sqrt(12))
    assert (estimate.low, estimate.high) == pytest.approx((low, high), rel=1e-6)


@pytest.mark.parametrize(
    ("n", "skew"), [(1, 0.0), (2, 0.0), (9, 0.0), (100, 13.1), (10**6, math.inf), (100, math.nan)]
)
def test_a_mean_of_few_or_of_very_skewed_values_has_no_margin(n, skew):
    values = np.arange(n, dtype=float)
    estimate = mean(values.sum(), (values**2).sum(), n, skew)
    assert estimate.margin is None
    assert estimate.verdict(values.mean()) is Verdict.UNKNOWN


def test_values_alike_by_chance_have_no_margin():
    values = np.full(100, 0.1)
    estimate = mean(values.sum(), (values**2).sum(), 100, 0, rounding=1e-9)
    assert estimate.margin is None


@pytest.mark.parametrize("degrees", [9, 10, 30, 1000, 10**9])
def test_student_95_agrees_with_scipy(degrees):
    assert student_95(degrees) == pytest.approx(scipy.stats.t.ppf(0.975, degrees), abs=2e-5)


@pytest.mark.parametrize(
    ("law", "n"),
    [
        (scipy.stats.norm(), 10),
        (scipy.stats.gumbel_r(), 13),
        (scipy.stats.expon(), 40),
        (scipy.stats.uniform(), 10),
    ],
)
def test_the_margin_of_a_mean_covers_at_its_least_n(law, n):
    """4,000 samples, of which it covers 94 to 96 %."""
    samples = law.rvs((4000, n), random_state=1)
    skew = float(law.stats("s")) ** 2
    pairs = zip(samples.sum(axis=1), (samples**2).sum(axis=1), strict=True)
    covered = [mean(total, squares, n, skew).verdict(law.mean()) for total, squares in pairs]
    found = sum(each is Verdict.WITHIN for each in covered)
    checks.at_least(found, 4000, 0.94)
    checks.at_most(found, 4000, 0.96)


@pytest.mark.parametrize("n", [10, 20, 50, 100, 1000])
def test_the_margin_of_a_mean_on_a_lattice_covers_by_enumeration(n):
    """Values 0 and 1 are the worst case: the mean of s at t → 0, the mean index of two classes."""
    k = np.arange(n + 1)
    for p in np.linspace(0.01, 0.5, 200):
        skew = (1 - 2 * p) ** 2 / (p * (1 - p))
        estimates = [mean(float(each), float(each), n, skew, step=1) for each in k]
        shown = np.array([each.margin is not None for each in estimates])
        assert shown.any() == (skew <= MOST_SKEW * n)
        if shown.any():
            inside = np.array([each.verdict(p) is Verdict.WITHIN for each in estimates])
            weights = scipy.stats.binom.pmf(k, n, p)
            assert (weights * inside)[shown].sum() / weights[shown].sum() >= 0.935


def test_a_mean_of_a_known_law_has_the_margin_of_that_law():
    estimate = mean_of_known_law(0.3, 100, 0.04, 1.0)
    assert estimate.margin == pytest.approx(1.959964 * 0.02, rel=1e-6)
    assert mean_of_known_law(0.3, 100, 0.04, 13.1).margin is None
    assert mean_of_known_law(1.0, 100, 0.0, 0.0).certain


@given(st.integers(1, 500), st.floats(1e-9, 1 - 1e-9))
def test_a_bounded_mean_is_covered_whatever_the_law_is(n, p):
    """Shares are the worst case: Hoeffding's bound is at its tightest for them."""
    k = np.arange(n + 1)
    inside = [bounded_mean(each / n, n).verdict(p) is Verdict.WITHIN for each in k]
    assert (scipy.stats.binom.pmf(k, n, p) * inside).sum() >= 0.95
