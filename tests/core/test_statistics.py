import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.samplers import LEVEL
from gumbel_gui.core.statistics import (
    Z_95,
    binomial_pmf,
    chi_square_p_value,
    goodness_of_fit,
    total_variation,
    unnoticed_distance,
)
from tests.statistical import checks


def test_z_95_is_the_normal_quantile():
    assert pytest.approx(scipy.stats.norm.ppf(0.975), rel=1e-15) == Z_95


@pytest.mark.parametrize("degrees", [1, 2, 3, 4, 5, 7, 16, 31, 62, 63, 64, 99, 150, 199, 200])
def test_chi_square_p_value_agrees_with_scipy_far_into_the_tail(degrees):
    near = degrees * np.linspace(0.3, 2, 40)
    statistics = np.concatenate([[0, 1e-300, 1e-9, 0.01, 1], near, np.arange(25, 5001, 25)])
    expected = scipy.stats.chi2.sf(statistics, degrees)
    found = np.array([chi_square_p_value(x, degrees) for x in statistics])
    normal = expected > 1e-290
    np.testing.assert_allclose(found[normal], expected[normal], rtol=1e-12)
    assert normal.sum() > 90
    assert (found[~normal] < 1.01e-290).all()
    assert found.max() <= 1


def test_chi_square_p_value_by_hand():
    assert chi_square_p_value(2 * np.log(20), 2) == pytest.approx(0.05, rel=1e-15)
    assert chi_square_p_value(Z_95**2, 1) == pytest.approx(0.05, rel=1e-14)


@pytest.mark.parametrize("degrees", [1, 2, 63, 200, 1001, 10**6])
def test_chi_square_p_value_reaches_its_limits_without_overflow(degrees):
    assert chi_square_p_value(0, degrees) == 1
    assert [chi_square_p_value(x, degrees) for x in (1e10, 1e300, 1.7e308, np.inf)] == [0] * 4
    assert chi_square_p_value(np.float64(degrees), np.int64(degrees)) == pytest.approx(
        scipy.stats.chi2.sf(degrees, degrees), rel=1e-9
    )


def test_chi_square_p_value_without_degrees_of_freedom_is_1():
    assert [chi_square_p_value(x, 0) for x in (0, 3.0, 1e300)] == [1, 1, 1]
    assert chi_square_p_value(np.inf, 0) == 0


@pytest.mark.parametrize("statistic", [-1e-9, -np.inf, np.nan])
def test_chi_square_p_value_refuses_a_statistic_and_names_it(statistic):
    with pytest.raises(ValueError, match=f"statistic is {statistic}, but must be a number of 0"):
        chi_square_p_value(statistic, 3)


@pytest.mark.parametrize("degrees", [-1, 2.5, np.nan, np.inf])
def test_chi_square_p_value_refuses_degrees_and_names_them(degrees):
    with pytest.raises(ValueError, match=f"degrees is {degrees}, but must be a whole number"):
        chi_square_p_value(3.0, degrees)


def chisquare(observed, expected):
    """SciPy's p-value: exact of two cells, of more that of chi-square, which is near."""
    if len(observed) == 2:
        test = scipy.stats.binomtest(observed[0], sum(observed), expected[0] / sum(expected))
        less, more = (
            scipy.stats.binomtest(test.k, test.n, expected[0] / sum(expected), each).pvalue
            for each in ("less", "greater")
        )
        return pytest.approx(min(2 * less, 2 * more, 1), rel=1e-9)
    return pytest.approx(scipy.stats.chisquare(observed, expected).pvalue, rel=0.15, abs=2e-3)


@pytest.mark.parametrize("classes", [2, 3, 5, 64])
def test_goodness_of_fit_is_near_pearsons_test_where_every_class_is_expected_often(classes):
    rng = np.random.default_rng(classes)
    p = rng.random(classes) + 0.2
    p /= p.sum()
    for counts in rng.multinomial(10_000, p, size=20):
        assert goodness_of_fit(counts, p) == chisquare(counts.tolist(), 10_000 * p)


def test_goodness_of_fit_pools_the_classes_expected_below_5():
    p = [0.5, 0.02, 0.43, 0.05]
    # Of 90 draws 1.8 and 4.5 are expected in two classes, which make one cell of 6.3.
    assert goodness_of_fit([50, 3, 29, 8], p) == chisquare([50, 29, 11], [45, 38.7, 6.3])
    # Of 260 draws 5.2 are expected even in the smallest.
    counts, expected = [125, 11, 105, 19], [130, 5.2, 111.8, 13]
    assert goodness_of_fit(counts, p) == chisquare(counts, expected)


def test_goodness_of_fit_pools_in_the_order_of_size_until_5_are_expected():
    p = [0.06, 0.3, 0.02, 0.61, 0.01]
    # 3 are expected in the two smallest classes, so that the third joins them: 9.
    assert goodness_of_fit([9, 25, 1, 62, 3], p) == chisquare([13, 25, 62], [9, 30, 61])
    # Four classes of 2 are a cell of 8 by themselves, though three would be enough.
    p = [0.02, 0.02, 0.02, 0.02, 0.06, 0.86]
    assert goodness_of_fit([5, 0, 1, 3, 8, 83], p) == chisquare([9, 8, 83], [8, 6, 86])


def test_goodness_of_fit_takes_a_class_of_exactly_5_as_it_is():
    p = [0.0625, 0.0625, 0.375, 0.5]
    assert goodness_of_fit([9, 4, 27, 40], p) == chisquare([9, 4, 27, 40], [5, 5, 30, 40])
    # Of one draw less, 4.9 are expected in either.
    pooled = chisquare([13, 27, 39], [9.875, 29.625, 39.5])
    assert goodness_of_fit([9, 4, 27, 39], p) == pooled


def test_goodness_of_fit_of_something_impossible_is_0():
    assert goodness_of_fit([500, 499, 1], [0.5, 0.5, 0]) == 0
    assert goodness_of_fit([1, 0], [0, 1]) == 0
    assert goodness_of_fit([500, 500, 0], [0.5, 0.5, 0]) == 1


@pytest.mark.parametrize(
    ("counts", "p"),
    [
        ([0, 7, 0], [0, 1, 0]),
        ([0, 10**11], [0, 1]),
        ([1, 999], [1e-300, 1]),
        ([0, 0, 0], [0.2, 0.3, 0.5]),
        ([9, 0], [0.5, 0.5]),
        ([12, 3], [0.9, 0.1]),
    ],
    ids=["one-hot", "one-hot, many", "tiny", "no draws", "few", "pool takes all"],
)
def test_goodness_of_fit_with_one_cell_left_is_1(counts, p):
    assert goodness_of_fit(counts, p) == 1


def test_goodness_of_fit_takes_tiny_probabilities_beside_others():
    p = [0.5, 1e-300, 0.5 - 1e-9, 5e-324, 1e-9]
    assert goodness_of_fit([520, 0, 480, 0, 0], p) == chisquare([520, 480], [500, 500])


@pytest.mark.parametrize(
    ("p", "n"),
    [((3, 8, 22, 59, 8), 1000), ((0.1, 0.9), 50), ((0.1, 0.9), 100), (0.9 ** np.arange(64), 50)],
    ids=["note", "two, 50", "two, 100", "64 skewed, 50"],
)
def test_the_right_sampler_is_rejected_about_once_in_a_thousand_samples(p, n):
    """20,000 samples, of which at most 1.6 in 1,000 may be rejected.

    Chi-square's own tail rejected 2.8 in 1,000 of (0.1, 0.9) and 3.6 of the 64 classes.
    """
    p = np.divide(p, np.sum(p))
    samples = np.random.default_rng(11).multinomial(n, p, size=20_000)
    found, times = np.unique(samples, axis=0, return_counts=True)  # two classes have few samples
    rejected = times[[goodness_of_fit(counts, p) < LEVEL for counts in found]].sum()
    checks.at_most(int(rejected), 20_000, 0.0016, "rate of rejection")


def test_goodness_of_fit_rejects_true_samples_as_often_as_it_says():
    p = np.array([0.3, 0.2, 0.15, 0.15, 0.1, 0.06, 0.03, 0.01])
    samples = np.random.default_rng(1).multinomial(400, p, size=5000)
    p_values = np.array([goodness_of_fit(counts, p) for counts in samples])
    for level in (0.05, 0.5):
        checks.happens((p_values < level).sum(), 5000, level)


@pytest.mark.parametrize(
    ("counts", "p", "message"),
    [
        ([1, 2, 3], [0.5, 0.5], "counts has shape"),
        ([[1, 2]], [0.5, 0.5], "counts has shape"),
        ([1, -2], [0.5, 0.5], "counts must be"),
        ([1, np.nan], [0.5, 0.5], "counts must be"),
        ([1, 2], [0.5, np.nan], "probabilities"),
        ([1, 2], [0, 0], "probabilities"),
    ],
)
def test_goodness_of_fit_refuses_what_it_cannot_use(counts, p, message):
    with pytest.raises(ValueError, match=message):
        goodness_of_fit(counts, p)


def test_total_variation_is_the_largest_difference_of_any_event():
    rng = np.random.default_rng(0)
    a, b = rng.dirichlet(np.ones(6), size=2)
    events = np.array(list(np.ndindex(*[2] * 6)))
    assert total_variation(a, b) == pytest.approx((events @ (a - b)).max(), rel=1e-14)
    assert total_variation([1, 0, 0], [0, 0.5, 0.5]) == 1
    assert total_variation(a, a) == 0


@pytest.mark.parametrize(("a", "b"), [([1, 0], [1]), ([1], [1, 0]), ([[1]], [[1]]), (1, 1)])
def test_total_variation_refuses_what_does_not_match(a, b):
    with pytest.raises(ValueError, match="must be vectors of one length"):
        total_variation(a, b)


@pytest.mark.parametrize(
    ("n", "p"), [(1, 0.3), (10, 0.01), (1000, 0.5), (10**6, 1e-6), (10**11, 0.3), (10**11, 1e-10)]
)
def test_binomial_probabilities_agree_with_scipy(n, p):
    steps = np.array([-8, -3, -1, 0, 1, 3, 8]) * np.sqrt(n * p * (1 - p))
    k = np.clip(np.round(n * p + steps), 0, n)
    np.testing.assert_allclose(binomial_pmf(k, n, p), scipy.stats.binom.pmf(k, n, p), rtol=1e-8)
    assert binomial_pmf([0, n], n, p) == pytest.approx([(1 - p) ** n, p**n])


@pytest.mark.parametrize(
    ("p", "n"),
    [([0.5, 0.5], 1000), ([0.1, 0.2, 0.7], 2000), ([1 / 64] * 64, 5000), ([0.9, 0.1], 1000)],
    ids=["two", "three", "64", "skewed"],
)
def test_a_law_at_the_unnoticed_distance_is_missed_every_second_time(p, n):
    """2,000 samples of the hardest law at that distance.

    The normal approximation is off by up to 0.08; a distance that is off by 15 % is caught.
    """
    p = np.array(p)
    distance = unnoticed_distance(n, p, 0.001)
    half, share = np.zeros(len(p), bool), 0.0
    for k in np.argsort(-p, kind="stable"):
        if share + p[k] <= 0.5 or share == 0:
            half[k], share = True, share + p[k]
    law = np.where(half, p * (1 - distance / share), p * (1 + distance / (1 - share)))
    assert np.abs(law - p).sum() / 2 == pytest.approx(distance)
    samples = np.random.default_rng(3).multinomial(n, law, size=2000)
    missed = np.mean([goodness_of_fit(counts, p) >= 0.001 for counts in samples])
    checks.means(missed, 0.5, 0.5 / 2000**0.5, slack=0.08, what="share")
