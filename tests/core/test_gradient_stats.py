"""Bias and standard deviation of gradient estimators, against simulation and formulas."""

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.gradient_stats import ROUNDING, Spread, bias_and_deviation
from gumbel_gui.core.gradient_sums import GradientSums
from tests.statistical import checks


def sums_of(values):
    """The sums of estimates (m, n, K), m at once."""
    q = ((values - values.mean(axis=1, keepdims=True)) ** 2).sum(axis=2)
    columns = values.sum(axis=1), q.sum(axis=1).tolist(), (q**2).sum(axis=1).tolist()
    for total, scatter, fourth in zip(*columns, strict=True):
        yield GradientSums(values.shape[1], total, scatter, fourth)


@pytest.mark.parametrize("bias", [0, 0.1, 1])
@pytest.mark.parametrize("spread", [[1, 0, 0], [1, 1, 1], [3, 1, 0.1]], ids=str)
def test_intervals_cover_in_95_percent_whatever_the_bias_and_the_covariances(bias, spread):
    """4,000 samples of 200 draws.

    The coverage of the bias is 95 % for one direction of noise and no
    bias, and more otherwise; that of the deviation is 95 %, but for what 200 lacks of infinity.
    """
    rng = np.random.default_rng(10)
    values = bias / np.sqrt(3) + rng.normal(size=(4000, 200, 3)) * spread
    stats = [bias_and_deviation(sums, np.zeros(3)) for sums in sums_of(values)]
    covered = sum(each.bias_low <= bias <= each.bias_high for each in stats)
    checks.at_least(covered, 4000, 0.945)
    total = np.linalg.norm(spread)
    covered = sum(each.deviation_low <= total <= each.deviation_high for each in stats)
    checks.at_least(covered, 4000, 0.945)
    checks.at_most(covered, 4000, 0.955)
    for each in stats:
        assert 0 <= each.bias_low <= each.bias <= each.bias_high
        assert 0 <= each.deviation_low <= each.deviation <= each.deviation_high


def test_bias_and_deviation_of_few_draws_are_those_of_the_textbook():
    """The variance of a sample is Σ ‖ĝ − m‖² / (n − 1): with n it would be too small."""
    values = np.random.default_rng(12).normal([3, 0, 0], size=(1, 5, 3))
    exact = np.array([0.5, 0, -0.2])
    q = ((values[0] - values[0].mean(axis=0)) ** 2).sum(axis=1)
    kappa = float((q**2).mean() / q.mean() ** 2)
    stat = bias_and_deviation(next(sums_of(values)), exact, Spread(kappa, 1.0, exact=True))
    variance = values[0].var(axis=0, ddof=1).sum()
    offset = np.linalg.norm(values[0].mean(axis=0) - exact)
    assert stat.deviation == pytest.approx(np.sqrt(variance), rel=1e-12)
    assert stat.bias == pytest.approx(np.sqrt(offset**2 - variance / 5), rel=1e-12)
    radius = scipy.stats.norm.ppf(0.975) * np.sqrt(variance / 5)
    interval = pytest.approx((offset - radius, offset + radius), rel=1e-12)
    assert (stat.bias_low, stat.bias_high) == interval
    # The ends V of Wilson's interval: (estimate − V)² = z² r² · estimate · V.
    square = scipy.stats.norm.ppf(0.975) ** 2 * ((kappa - 1) / 5 + 2 / 25)
    for end in (stat.deviation_low**2, stat.deviation_high**2):
        assert (variance - end) ** 2 == pytest.approx(square * variance * end, rel=1e-9)
    assert stat.deviation_low < stat.deviation < stat.deviation_high


def test_bias_has_no_share_of_the_noise_in_it():
    """2,000 samples: the raw norm is 1.2 times too large here, on average of the squares."""
    rng = np.random.default_rng(11)
    values = np.array([0.3, 0, 0, 0]) + rng.normal(size=(2000, 100, 4))
    raw = np.linalg.norm(values.mean(axis=1), axis=1)
    found = [bias_and_deviation(sums, np.zeros(4)).bias for sums in sums_of(values)]
    # Of the square the variance is 2σ⁴K + 4μ²σ² with σ² = 0.01 and K = 4.
    checks.means(np.mean(raw**2), 0.13, (0.0044 / 2000) ** 0.5, what="mean square")
    checks.means(np.median(found), 0.3, 1.2533 * 0.1 / 2000**0.5, slack=0.015, what="median")


def test_what_draws_are_worth_follows_from_the_law_and_not_from_the_draws():
    """A small sample without the rare large estimates looks harmless."""
    sums = next(sums_of(np.random.default_rng(13).normal(size=(1, 1000, 2))))
    assert bias_and_deviation(sums, [0, 0], Spread(20.0)).enough
    few = bias_and_deviation(sums, [0, 0], Spread(20.1))
    assert few.effective_size == pytest.approx(1000 / 20.1)
    assert not few.enough
    assert bias_and_deviation(sums, [0, 0], Spread(np.inf)).effective_size == 0


@pytest.mark.parametrize("parts", [1, 20])
def test_estimates_of_equal_length_in_many_directions_tell_their_variance_nearly_exactly(parts):
    """Unit vectors of 63 dimensions, 2,000 samples.

    Only their mean is uncertain, and little: ρ = 1/63. That q is about the means of the parts must
    not count. As one direction, or by the draws' own κ, the interval would be 8 times as wide.
    """
    rng, spread, size = np.random.default_rng(14), Spread(1.0, 1 / 63), 1000 // parts
    covered = 0
    for _ in range(2000):
        values = rng.normal(size=(parts, size, 63))
        values /= np.linalg.norm(values, axis=2, keepdims=True)
        first, *others = sums_of(values)
        stat = bias_and_deviation(sum(others, first), np.zeros(63), spread)
        covered += stat.deviation_low <= 1 <= stat.deviation_high
    checks.at_least(covered, 2000, 0.945)
    checks.at_most(covered, 2000, 0.957)


def test_no_interval_is_narrower_than_single_precision():
    sums = GradientSums(10**9, np.zeros(2), 1e9, 1e9)
    stat = bias_and_deviation(sums, [0, 0], Spread(1.0, 1.0))
    assert stat.deviation_high**2 - 1 == pytest.approx(ROUNDING, rel=0.02)


def test_draws_that_vary_more_than_the_law_says_widen_the_interval():
    sums = GradientSums(10_000, np.zeros(2), 1e4, 9e4)
    own, law = (bias_and_deviation(sums, [0, 0], Spread(kappa)) for kappa in (1.0, 9.0))
    assert own.deviation_high == pytest.approx(law.deviation_high)
