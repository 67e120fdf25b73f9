"""Bias and spread of the estimators, against quadrature, enumeration and double precision.

For two classes g_1 − g_0 = ln(p_1 / p_0) + L with logistic L, so that expectations are integrals
over one number.
"""

import numpy as np
import pytest
import scipy.integrate
import scipy.special
import scipy.stats

from gumbel_gui.core import kernels
from gumbel_gui.core.gradient_stats import bias_and_deviation
from gumbel_gui.core.gradient_sums import PART, estimate, reinforce_sums
from gumbel_gui.core.gradient_sums import estimates as all_estimates
from gumbel_gui.core.gradients import (
    class_losses,
    exact_gradient,
    expected_loss,
    pull_back,
    reinforce_table,
    slope,
)
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.sampling import relax
from gumbel_gui.core.workspace import Workspace
from tests.statistical import checks

P = np.array([0.05, 0.1, 0.2, 0.5, 0.15])
WEIGHTS = np.array([0.3, -1.2, 2.5, 0.9, 0.1])
PAIR, PAIR_WEIGHTS = np.array([0.3, 0.7]), np.array([1.0, 0.2])
CHUNK = 65_536

each_loss = pytest.mark.parametrize("loss", Loss)


def draw(p, n, seed):
    """Gaps (K, n) and classes (n,) of draws."""
    with np.errstate(divide="ignore"):
        log_p = np.log(p)[:, None]
    g = (log_p + np.random.default_rng(seed).gumbel(size=(len(p), n))).astype(np.float32)
    return g - g.max(axis=0), g.argmax(axis=0).astype(np.uint8)


def estimates(shifted, classes, t, loss, weights, inner=None):
    """Both estimates of each draw in double precision, (2, K, n)."""
    s = relax(shifted.astype(np.float64), t)
    y = np.eye(len(shifted))[classes].T
    return np.array([pull_back(s, slope(loss, weights, at), t, inner) for at in (s, y)])


def logistic(x):
    """The density of the difference of two Gumbel variables, 20 times as fast as SciPy's."""
    return scipy.special.expit(x) * scipy.special.expit(-x)


def expectation(function):
    """E of a function of δ / t, with δ = g_1 − g_0, and t: an integral split at the tie."""

    def at(t):
        m = np.log(PAIR[1] / PAIR[0])
        parts = [
            scipy.integrate.quad(
                lambda x: function(x, t) * logistic(t * x - m) * t,
                *ends,
                epsabs=1e-12,
                limit=400,
            )[0]
            for ends in ((-45, 0), (0, 45))
        ]
        return sum(parts)

    return at


def two_class_estimate(loss, hard):
    """The estimate ĝ_1 = s_0 s_1 (a_1 − a_0) / t as a function of x = δ / t, and t."""

    def gradient(x, t):
        s = scipy.special.expit(x)
        y = float(x > 0) if hard else s
        a = slope(loss, PAIR_WEIGHTS, [1 - y, y])
        return s * scipy.special.expit(-x) * (a[1] - a[0]) / t

    return gradient


@each_loss
@pytest.mark.parametrize("t", [0.01, 0.1, 0.5, 1, 2, 10])
def test_bias_and_deviation_for_two_classes_agree_with_quadrature(loss, t):
    """Of 2²⁰ draws."""
    shifted, classes = draw(PAIR, 16 * CHUNK, seed=1)
    exact = exact_gradient(PAIR, class_losses(loss, PAIR_WEIGHTS))
    work, parts = Workspace(), []
    for i in range(0, 16 * CHUNK, CHUNK):
        block = slice(i, i + CHUNK)
        parts.append(estimate(shifted[:, block], classes[block], t, loss, PAIR_WEIGHTS, work))
    for hard in (False, True):
        sums = sum((part[hard] for part in parts[1:]), parts[0][hard])
        gradient = two_class_estimate(loss, hard)
        mean = expectation(gradient)(t)
        variance = expectation(lambda x, t, g=gradient: g(x, t) ** 2)(t) - mean**2
        error = np.sqrt(variance / sums.count)
        checks.means(sums.total[1] / sums.count, mean, error)
        assert sums.total[0] == pytest.approx(-sums.total[1], abs=1e-2 * error * sums.count)
        stat = bias_and_deviation(sums, exact)
        bias = np.sqrt(2) * abs(mean - exact[1])
        half = np.sqrt(2) * 5.4 * error  # which is as rare as what is checked above
        assert stat.bias_low - half < bias < stat.bias_high + half
        assert stat.bias <= np.hypot(bias, half) + half
        z = (stat.deviation_high - stat.deviation_low) / 2 / 1.96
        slack = 1e-6 * stat.deviation
        checks.means(stat.deviation, np.sqrt(2 * variance), z, slack=slack, what="deviation")
        assert stat.enough


@each_loss
def test_bias_of_gumbel_softmax_vanishes_at_low_t_and_the_gradient_at_high_t(loss):
    exact = exact_gradient(PAIR, class_losses(loss, PAIR_WEIGHTS))
    expected = expectation(two_class_estimate(loss, hard=False))
    biases = [abs(expected(t) - exact[1]) for t in (0.1, 0.01, 0.001)]
    # In proportion to t for the distance, which is not linear in s, and to t² for the costs.
    assert biases[2] < (1e-7 if loss is Loss.COST else 2e-4)
    assert biases == sorted(biases, reverse=True)
    shifted, classes = draw(PAIR, CHUNK, seed=2)
    for sums in estimate(shifted, classes, 1e6, loss, PAIR_WEIGHTS, Workspace()):
        assert np.abs(sums.total / CHUNK).max() < 1e-6
        stat = bias_and_deviation(sums, exact)
        assert stat.bias == pytest.approx(np.linalg.norm(exact), rel=1e-5)


@each_loss
@pytest.mark.parametrize("t", [0.001, 0.01, 0.2, 1, 30, 1e4])
@pytest.mark.parametrize("inner", [None, P], ids=["", "inner"])
def test_sums_are_those_of_the_single_estimates(loss, t, inner):
    shifted, classes = draw(P, 4000, seed=3)
    found = estimate(shifted, classes, t, loss, WEIGHTS + 100, Workspace(), inner)
    each = estimates(shifted, classes, t, loss, WEIGHTS + 100, inner)
    for sums, expected in zip(found, each, strict=True):
        q = ((expected - expected.mean(axis=1, keepdims=True)) ** 2).sum(axis=0)
        assert (sums.count, sums.parts) == (4000, 1)
        scale = np.abs(expected).sum(axis=1).max()
        np.testing.assert_allclose(sums.total, expected.sum(axis=1), atol=2e-6 * scale)
        assert sums.scatter == pytest.approx(q.sum(), rel=1e-5)
        assert sums.fourth == pytest.approx((q**2).sum(), rel=2e-5)


def test_costs_per_class_make_no_difference_between_the_two_estimators():
    shifted, classes = draw(P, 100, seed=4)
    relaxed, hard = estimate(shifted, classes, 0.5, Loss.COST, WEIGHTS, Workspace())
    assert relaxed is hard
    each = estimates(shifted, classes, 0.5, Loss.COST, WEIGHTS)
    np.testing.assert_array_equal(each[0], each[1])


@each_loss
def test_sums_of_parts_add_to_those_of_the_whole(loss):
    shifted, classes = draw(P, 4000, seed=5)
    each = estimates(shifted, classes, 0.5, loss, WEIGHTS)[0]
    work = Workspace()
    cuts = [slice(0, 1000), slice(1000, 1001), slice(1001, 4000)]
    parts = [estimate(shifted[:, c], classes[c], 0.5, loss, WEIGHTS, work)[0] for c in cuts]
    whole = parts[0] + parts[1] + parts[2]
    q = ((each - each.mean(axis=1, keepdims=True)) ** 2).sum(axis=0)
    assert whole.count == 4000
    np.testing.assert_allclose(whole.total, each.sum(axis=1), atol=1e-2)
    assert whole.scatter == pytest.approx(q.sum(), rel=1e-5)
    assert whole.fourth == pytest.approx((q**2).sum(), rel=0.02)


@each_loss
def test_many_draws_are_added_up_in_parts(loss):
    shifted, classes = draw(P, 10_000, seed=5)
    temperatures, work = [0.1, 1.0, 0.0, 40.0, 1.0], Workspace()
    found = all_estimates(shifted, classes, temperatures, loss, WEIGHTS, work)
    for t, both in zip(temperatures, found, strict=True):
        cuts = [slice(i, i + (PART if 0 < t < 30 else 10_000)) for i in range(0, 10_000, PART)]
        parts = [estimate(shifted[:, c], classes[c], t, loss, WEIGHTS, work) for c in cuts]
        parts = parts if 0 < t < 30 else parts[:1]
        for kind, sums in enumerate(both):
            whole = sum((part[kind] for part in parts[1:]), parts[0][kind])
            assert (sums.count, sums.parts) == (10_000, len(parts))
            np.testing.assert_allclose(sums.total, whole.total, rtol=1e-12, atol=1e-9)
            assert (sums.scatter, sums.fourth) == pytest.approx((whole.scatter, whole.fourth))


@pytest.mark.usefixtures("compiled_kernels")
@each_loss
@pytest.mark.parametrize("inner", [None, (0.2, 0.5, 0.3)], ids=["", "inner"])
@pytest.mark.parametrize("n", [1, 2, 15, 17, 511, 513, 4096, 5000])
def test_compiled_and_by_numpy_sums_are_the_same_to_the_bit(loss, inner, n, monkeypatch):
    shifted, classes = draw([0.2, 0, 0.8], n, seed=n)
    shifted[2, ::3] *= 1e-30
    w, p = np.float32([-0.5, 0.1, 0.5]), np.array(inner or (), np.float32)
    values = np.zeros((2 if loss is Loss.DISTANCE else 1, 3, 4096), np.float32)
    temperatures, found = np.array([0.02, 0.3, 3.0]), []
    for _ in range(2):
        found.append(kernels.estimate_sums(shifted, classes, temperatures, w, p, values))
        monkeypatch.setattr(kernels, "COMPILED", False)
    assert found[0].tobytes() == found[1].tobytes()


@pytest.mark.usefixtures("compiled_kernels")
@pytest.mark.parametrize("tiny", [0.0, 1.1e-19])
@pytest.mark.parametrize(("classes", "n"), [(2, 1), (3, 255), (5, 257), (64, 1000)])
def test_compiled_and_by_numpy_products_are_the_same_to_the_bit(classes, n, tiny, monkeypatch):
    x = np.random.default_rng(n).normal(size=(classes, 2 * n)).astype(np.float32)[:, ::2]
    x[0, ::2] *= np.float32(1e-19)
    found = kernels.products(x, tiny)
    kept = np.maximum(x, tiny) - tiny if tiny else x.astype(np.float64)
    np.testing.assert_allclose(found, kept @ kept.T, rtol=1e-5, atol=1e-6 * n)
    monkeypatch.setattr(kernels, "COMPILED", False)
    assert kernels.products(x, tiny).tobytes() == found.tobytes()


@each_loss
@pytest.mark.parametrize("t", [0, 5e-324, 1e-300, 1e-30, 1e-3, 1e30, 1e300])
@pytest.mark.parametrize("p", [P, [0.3, 0, 0.7], [0, 1]], ids=["p", "zero", "one-hot"])
def test_sums_are_finite_at_any_temperature(loss, t, p):
    shifted, classes = draw(np.array(p), 3000, seed=6)
    weights = np.linspace(-1000, 1000, len(p))
    for sums in estimate(shifted, classes, t, loss, weights, Workspace()):
        assert np.isfinite([*sums.total, sums.scatter, sums.fourth]).all()
        stat = bias_and_deviation(sums, np.zeros(len(p)))
        assert np.isfinite(stat.deviation_high)
        for k in np.flatnonzero(np.array(p) == 0):
            assert sums.total[k] == 0
        if t == 0 or len(p) == 2:
            assert (sums.total == 0).all()
            assert (stat.bias, stat.bias_high, stat.deviation_high) == (0, 0, 0)


def test_sums_of_one_draw_and_of_ties_are_those_of_that_draw():
    shifted, classes = draw(P, 1, seed=7)
    sums = estimate(shifted, classes, 1.0, Loss.DISTANCE, WEIGHTS, Workspace())[1]
    expected = estimates(shifted, classes, 1.0, Loss.DISTANCE, WEIGHTS)[1, :, 0]
    np.testing.assert_allclose(sums.total, expected, atol=1e-6)
    stat = bias_and_deviation(sums, expected)
    assert stat.deviation == 0
    ties = np.zeros((2, 100), np.float32)
    sums = estimate(ties, np.zeros(100, np.uint8), 0.5, Loss.COST, [0, 1], Workspace())[0]
    np.testing.assert_allclose(sums.total, [-50, 50])
    assert sums.scatter == 0


def test_estimate_is_bit_equal_on_repetition_and_leaves_the_gaps_alone():
    shifted, classes = draw(P, 1000, seed=8)
    before, work = shifted.copy(), Workspace()
    shifted.flags.writeable = classes.flags.writeable = False
    first = estimate(shifted, classes, 0.1, Loss.DISTANCE, WEIGHTS, work)
    estimate(shifted[:3, :77], classes[:77] % 3, 2.0, Loss.COST, WEIGHTS[:3], work)
    second = estimate(shifted, classes, 0.1, Loss.DISTANCE, WEIGHTS, work)
    for a, b in zip(first, second, strict=True):
        assert a.total.tobytes() == b.total.tobytes()
        assert (a.scatter, a.fourth) == (b.scatter, b.fourth)
    np.testing.assert_array_equal(shifted, before)


@each_loss
def test_reinforce_is_unbiased_over_draws_and_its_variance_that_of_enumeration(loss):
    """Of 10⁶ draws."""
    losses = class_losses(loss, WEIGHTS)
    exact = exact_gradient(P, losses)
    counts = np.bincount(draw(P, 10**6, seed=9)[1], minlength=5)
    for baseline in (0.0, expected_loss(P, losses)):
        table = reinforce_table(P, losses, baseline)
        variances = P @ (table - exact) ** 2
        sums = reinforce_sums(table, counts)
        checks.means(sums.total / 1e6, exact, np.sqrt(variances / 1e6))
        stat = bias_and_deviation(sums, exact)
        assert stat.deviation == pytest.approx(np.sqrt(variances.sum()), rel=0.01)
        assert stat.bias_low == 0


def test_reinforce_sums_are_those_of_the_table_drawn_row_by_row():
    table = reinforce_table(P, class_losses(Loss.DISTANCE, WEIGHTS), 1.3)
    counts = np.array([3, 0, 5, 1, 2])
    rows = np.repeat(table, counts, axis=0)
    q = ((rows - rows.mean(axis=0)) ** 2).sum(axis=1)
    sums = reinforce_sums(table, counts)
    np.testing.assert_allclose(sums.total, rows.sum(axis=0), rtol=1e-13)
    assert (sums.count, sums.scatter, sums.fourth) == pytest.approx((11, q.sum(), (q**2).sum()))


@each_loss
def test_entries_of_s_count_down_to_1e_18(loss):
    """Their squares are normal numbers of single precision: below 1e-18 they would not be long."""
    for s, counts in ((1.1e-18, True), (1e-15, True), (0.9e-18, False)):
        shifted = np.array([[0], [np.log(s)]], np.float32)
        for sums in estimate(shifted, np.zeros(1, np.uint8), 1.0, loss, [0.2, 0.7], Workspace()):
            expected = estimates(shifted, [0], 1.0, loss, [0.2, 0.7])[0, 1, 0] if counts else 0
            assert sums.total[1] == pytest.approx(expected, rel=1e-5, abs=0)
