"""Whether the descents are descents by the estimators, one step at a time and in the long run."""

import numpy as np
import pytest
import scipy.special

from gumbel_gui.core import kernels
from gumbel_gui.core.descent import NEED_FRESH, StepRule, descend
from gumbel_gui.core.gradients import (
    best_loss,
    class_losses,
    exact_gradient,
    expected_loss,
    pull_back,
    reinforce_table,
    slope,
)
from gumbel_gui.core.losses import FIRST_FOUR, Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.sampling import relax
from tests.statistical import checks

P = np.array([0.05, 0.1, 0.2, 0.5, 0.15])
WEIGHTS = np.array([0.3, -1.2, 2.5, 0.9, 0.1])
RELAXED = [Estimator.GUMBEL_SOFTMAX, Estimator.STRAIGHT_THROUGH]

each_loss = pytest.mark.parametrize("loss", Loss)


WAYS = (
    *(Mistake.NONE, Mistake.NOISE_ON_P, Mistake.NO_NOISE, Mistake.T_OUTSIDE),
    *(Mistake.NOISE_AFTER_T, Mistake.T_IN_LOGARITHMS),
)
"""What differs in a descent besides the noise that it is given."""


def gumbel(classes, n, seed=1):
    return np.random.default_rng(seed).gumbel(size=(classes, n)).astype(np.float32)


def mean_estimate(estimator, logits, epsilon, loss, weights, t, mistake):
    """The mean estimate (K,) over a batch of noise (K, n), put together from the single ones."""
    p, losses = scipy.special.softmax(logits), class_losses(loss, weights)
    logits = p if mistake is Mistake.NOISE_ON_P else logits
    slope_t = t
    if mistake is Mistake.NOISE_AFTER_T:
        logits = (logits - logits.max()) / max(t, 1e-300)
        t = 1
    if mistake is Mistake.T_IN_LOGARITHMS:  # of x = exp(−exp(−ε)) of Gumbel noise
        epsilon = -np.log(t - np.log(np.exp(-np.exp(-epsilon)) + t)) if t else epsilon
        t = slope_t = 1
    g = logits[:, None] + epsilon
    classes = g.argmax(axis=0)
    if estimator in RELAXED:
        if mistake is Mistake.T_OUTSIDE:
            t = slope_t = 1
        s = relax(g, t)
        at = s if estimator is Estimator.GUMBEL_SOFTMAX else np.eye(len(p))[classes].T
        gradient = pull_back(s, slope(loss, weights, at), slope_t).mean(axis=1)
        # By the logits of p, if it is p that the noise is added to.
        return (np.diag(p) - np.outer(p, p)) @ gradient if logits is p else gradient
    baseline = expected_loss(p, losses) if estimator is Estimator.BASELINE else 0
    return reinforce_table(p, losses, baseline)[classes].mean(axis=0)


def value(loss, weights, y):
    """f(y), written out."""
    return y @ weights if loss is Loss.COST else ((y - weights) ** 2).sum()


def softened(logits, t):
    """softmax(θ / t) and its derivatives by θ, [i, j]."""
    v = scipy.special.softmax(logits / t)
    return v, (np.diag(v) - np.outer(v, v)) / t


def of_classes(estimator, logits, epsilon, loss, weights, t, rule):
    """The mean estimate (K,) of estimators that depend on the class alone, draw by draw."""
    p, one_hot = scipy.special.softmax(logits), np.eye(len(logits))
    if estimator is Estimator.DECOUPLED:
        drawn = (logits[:, None] / t + epsilon).argmax(axis=0)
        slopes = softened(logits, rule.backward_temperature)[1]
        return np.mean([slopes @ slope(loss, weights, one_hot[k]) for k in drawn], axis=0)
    drawn = (logits[:, None] + epsilon).argmax(axis=0)
    if estimator is Estimator.LEAVE_ONE_OUT:
        f = np.array([value(loss, weights, one_hot[k]) for k in drawn])
        others = (f.sum() - f) / (len(f) - 1)
        rows = (f - others)[:, None] * (one_hot[drawn] - p)
        return rows.mean(axis=0)
    rows = []
    for k in drawn:
        a, flat = slope(loss, weights, one_hot[k]), np.diag(p) - np.outer(p, p)
        if estimator is Estimator.REINMAX:
            v = (softened(logits, t)[0] + one_hot[k]) / 2
            rows.append(2 * (np.diag(v) - np.outer(v, v)) @ a - flat @ a / 2)
        else:
            rows.append(flat @ a)
    return np.mean(rows, axis=0)


def of_fresh(estimator, logits, epsilon, loss, weights, t, rule, fresh):
    """That of Gumbel-Rao and of REBAR, with finite differences while the class is held fixed."""
    p, one_hot, rows = scipy.special.softmax(logits), np.eye(len(logits)), []

    def scores(theta, k, noise):
        """Given class k: of the logits as they are, not normalised."""
        g = np.empty(len(theta))
        g[k] = scipy.special.logsumexp(theta) + noise[k]
        rest = np.arange(len(theta)) != k
        g[rest] = -np.logaddexp(-g[k], -(theta + noise)[rest])
        return g

    for n in range(epsilon.shape[1]):
        k = int((logits + epsilon[:, n]).argmax())
        if estimator is Estimator.GUMBEL_RAO:
            slopes = [softened(scores(logits, k, noise[:, n]), t)[1] for noise in fresh]
            rows.append(np.mean(slopes, axis=0) @ slope(loss, weights, one_hot[k]))
            continue

        def control(theta, k=k, n=n):
            own = scipy.special.softmax((theta + epsilon[:, n]) / t)
            other = scipy.special.softmax(scores(theta, k, fresh[0][:, n]) / t)
            return np.array([value(loss, weights, own), value(loss, weights, other)])

        steps = 1e-6 * one_hot
        both = np.array([(control(logits + e) - control(logits - e)) / 2e-6 for e in steps])
        advantage = value(loss, weights, one_hot[k]) - rule.eta * control(logits)[1]
        rows.append(advantage * (one_hot[k] - p) + rule.eta * (both[:, 0] - both[:, 1]))
    return np.mean(rows, axis=0)


@each_loss
@pytest.mark.parametrize("estimator", [e for e in Estimator if e not in FIRST_FOUR])
@pytest.mark.parametrize("t", [0.3, 1.0, 4.0])
def test_every_step_of_the_others_goes_down_the_mean_of_theirs(loss, estimator, t):
    noise, fresh = gumbel(5, 60), np.stack([gumbel(5, 60, seed) for seed in (5, 6, 7)])
    rule = StepRule(loss, tuple(WEIGHTS), backward_temperature=0.7, eta=0.8)
    found = descend(noise, P, rule, [t] * 5, 0.4, 12, (estimator,), fresh)
    assert found.p.shape == (1, 6, 5)
    logits = np.log(P)
    for i in range(5):
        part = slice(12 * i, 12 * (i + 1))
        epsilon, again = noise[:, part].astype(float), fresh[:, :, part].astype(float)
        given = estimator, logits, epsilon, loss, WEIGHTS, t, rule
        estimate = of_fresh(*given, again) if estimator in NEED_FRESH else of_classes(*given)
        logits = logits - 0.4 * estimate
        logits -= scipy.special.logsumexp(logits)
        np.testing.assert_allclose(found.p[0, i + 1], np.exp(logits), atol=2e-6)


def test_estimators_that_draw_anew_are_refused_without_noise_for_it():
    for each in NEED_FRESH:
        with pytest.raises(ValueError, match="need fresh noise"):
            descend(gumbel(2, 10), (1, 1), StepRule(Loss.COST, (0, 1)), [1.0], 1.0, 5, (each,))


@pytest.mark.parametrize(("loss", "t"), [(Loss.COST, 0.5), (Loss.DISTANCE, 1.0)])
def test_without_bias_the_mean_path_is_that_of_the_exact_gradient(loss, t):
    """200 seeds, 40 small steps, all 5 entries of p at the end. Straight-through, whose bias is
    0 for costs alone, is noticed.
    """
    weights, steps, rate = (0.3, -1.2, 2.5, 0.9, 0.1), 40, 0.02
    exact, losses = np.log(P), class_losses(loss, weights)
    for _ in range(steps):
        exact = exact - rate * exact_gradient(scipy.special.softmax(exact), losses)
    wanted = scipy.special.softmax(exact)
    assert np.abs(wanted - P / P.sum()).max() > 0.03
    unbiased = (Estimator.REINMAX, *(each for each in Estimator if each.is_unbiased))
    if loss is Loss.COST:
        unbiased = unbiased[1:]  # ReinMax is at t = 1
    biased = Estimator.SOFTMAX_STRAIGHT_THROUGH
    ends = []
    for seed in range(200):
        noise = gumbel(5, 10 * steps, seed)
        fresh = gumbel(5, 10 * steps, 1000 + seed)[None]
        rule, shown = StepRule(loss, weights), (*unbiased, biased)
        ends.append(descend(noise, P, rule, [t] * steps, rate, 10, shown, fresh).p[:, -1])
    mean, error = np.mean(ends, axis=0), np.std(ends, axis=0) / 200**0.5
    checks.means(mean[:-1], wanted, error[:-1], slack=1e-11, freedom=199)  # some have no error
    if loss is Loss.DISTANCE:
        assert (np.abs(mean[-1] - wanted) / error[-1]).max() > 10


@each_loss
@pytest.mark.parametrize(
    "mistake",
    [
        Mistake.NONE,
        Mistake.NOISE_ON_P,
        Mistake.T_OUTSIDE,
        Mistake.NOISE_AFTER_T,
        Mistake.T_IN_LOGARITHMS,
    ],
)
@pytest.mark.parametrize("p", [P, [0.2, 0, 0.5, 0.3, 0]], ids=["p", "zeros"])
def test_every_step_goes_down_the_mean_of_the_single_estimates(loss, mistake, p):
    noise, temperatures = gumbel(5, 7 * 12 + 3), [2, 1, 0.5, 0.1, 0, 0.3, 1]
    found = descend(noise, p, StepRule(loss, WEIGHTS, mistake), temperatures, 0.4, 12)
    assert found.steps == 7
    assert (found.losses.shape, found.p.shape) == ((4, 8), (4, 8, 5))
    for row, estimator in enumerate(FIRST_FOUR):
        with np.errstate(divide="ignore"):
            logits = np.log(p)
        for i, t in enumerate(temperatures):
            epsilon = noise[:, 12 * i : 12 * (i + 1)].astype(float)
            logits = logits - 0.4 * mean_estimate(
                estimator, logits, epsilon, loss, WEIGHTS, t, mistake
            )
            logits -= scipy.special.logsumexp(logits)
            np.testing.assert_allclose(found.p[row, i + 1], np.exp(logits), atol=1e-12)


@each_loss
def test_losses_are_the_exact_ones_of_p(loss):
    found = descend(gumbel(5, 100), P, StepRule(loss, WEIGHTS), [0.5] * 10, 0.5, 10)
    losses = class_losses(loss, WEIGHTS)
    expected = [[expected_loss(p, losses) for p in each] for each in found.p]
    np.testing.assert_allclose(found.losses, expected, rtol=1e-13)
    np.testing.assert_array_equal(found.p[:, 0], np.tile(P / P.sum(), (4, 1)))


@each_loss
def test_reinforce_with_a_huge_batch_follows_the_exact_gradient(loss):
    """20 steps of 50,000 draws. Steps are off by 1/√50,000 of the deviation: p by up to 0.01."""
    found = descend(gumbel(5, 10**6), P, StepRule(loss, WEIGHTS), [1.0] * 20, 0.2, 50_000)
    losses, logits = class_losses(loss, WEIGHTS), np.log(P)
    for _ in range(20):
        logits = logits - 0.2 * exact_gradient(scipy.special.softmax(logits), losses)
    expected = scipy.special.softmax(logits)
    assert np.abs(expected - P).max() > 0.2
    np.testing.assert_allclose(found.p[2, -1], expected, atol=0.01)
    np.testing.assert_allclose(found.p[3, -1], expected, atol=0.005)


@each_loss
@pytest.mark.parametrize("seed", range(3))
def test_losses_go_down_nearly_to_the_best(loss, seed):
    weights = np.array([0.1, 0.2, 1.0, 0.0, 0.5])
    found = descend(
        gumbel(5, 20_000, seed), (1,) * 5, StepRule(loss, weights), [0.1] * 1000, 1.0, 20
    )
    losses = class_losses(loss, weights)
    best, start = best_loss(P, losses), found.losses[0, 0]
    assert (found.losses >= best - 1e-12).all()
    assert (found.losses[:, -1] < best + 0.1 * (start - best)).all()


def test_more_of_the_same_noise_and_temperatures_only_add_steps():
    noise = gumbel(3, 90)
    arguments = ((1, 2, 3), StepRule(Loss.DISTANCE, (0.1, 0.5, 0.4)))
    longest = descend(noise, *arguments, [0.5] * 9, 0.3, 10)
    for shorter in (
        descend(noise[:, :49], *arguments, [0.5] * 9, 0.3, 10),
        descend(noise, *arguments, [0.5] * 4, 0.3, 10),
    ):
        assert shorter.steps == 4
        np.testing.assert_array_equal(shorter.p, longest.p[:, :5])
        np.testing.assert_array_equal(shorter.losses, longest.losses[:, :5])


def test_repetition_is_bit_equal_and_leaves_the_noise_alone():
    noise = gumbel(5, 1000)
    noise.flags.writeable = False
    runs = [
        descend(noise, P, StepRule(Loss.DISTANCE, WEIGHTS), [0.5] * 99, 0.7, 10) for _ in range(2)
    ]
    assert runs[0].p.tobytes() == runs[1].p.tobytes()
    assert runs[0].losses.tobytes() == runs[1].losses.tobytes()


@pytest.mark.parametrize(("temperatures", "draws"), [([], 100), ([1.0] * 5, 9), ([1.0], 0)])
def test_without_a_whole_step_there_is_the_start(temperatures, draws):
    found = descend(gumbel(2, draws), (1, 3), StepRule(Loss.COST, (0, 1)), temperatures, 1.0, 10)
    assert found.steps == 0
    np.testing.assert_array_equal(found.p, [[[0.25, 0.75]]] * 4)
    np.testing.assert_array_equal(found.losses, [[0.75]] * 4)


def test_rate_0_moves_nothing():
    found = descend(gumbel(5, 100), P, StepRule(Loss.COST, WEIGHTS), [0.5] * 10, 0.0, 10)
    np.testing.assert_allclose(found.p, np.tile(P, (4, 11, 1)), rtol=1e-13)


@pytest.mark.parametrize("batch", [0, -1])
def test_a_batch_without_draws_is_refused(batch):
    with pytest.raises(ValueError, match=f"batch is {batch}, but must be 1 or more"):
        descend(gumbel(2, 10), (1, 1), StepRule(Loss.COST, (0, 1)), [1.0], 1.0, batch)


@each_loss
@pytest.mark.parametrize("mistake", WAYS)
@pytest.mark.parametrize("rate", [0.01, 1, 100])
@pytest.mark.parametrize("p", [P, (0.5, 0, 0.5), (0, 1, 0), (1e-300, 1, 1e-9), (1,) * 64], ids=str)
def test_p_stays_on_the_simplex_whatever_is_asked(loss, mistake, rate, p):
    """Warnings are errors: nothing overflows and nothing is divided by 0."""
    noise = gumbel(len(p), 60)
    if mistake is Mistake.NO_NOISE:
        noise[:] = 0
    fresh = np.stack([gumbel(len(p), 60, seed) for seed in (2, 3)])
    weights = np.linspace(-1000, 1000, len(p))
    extremes = [0, 5e-324, 1e-300, 1e-30, 1e-3, 1, 1e3, 1e38, 1e300]
    for temperatures in (extremes, extremes[::-1], [0.0] * 9, [5e-324] * 9, [1e300] * 9):
        rule = StepRule(loss, tuple(weights.tolist()), mistake, 0.01, 10.0)
        found = descend(noise, p, rule, temperatures, rate, 5, tuple(Estimator), fresh)
        assert found.steps == 9
        assert np.isfinite(found.losses).all()
        assert (found.p >= 0).all()
        np.testing.assert_allclose(found.p.sum(axis=2), 1, rtol=1e-13)
        assert (found.p[:, :, np.array(p) == 0] == 0).all()


@pytest.mark.usefixtures("compiled_kernels")
@each_loss
@pytest.mark.parametrize("mistake", WAYS)
@pytest.mark.parametrize("p", [P, (0.5, 0, 0.5), (1e-300, 1, 1e-9), (1,) * 64], ids=str)
def test_compiled_and_by_numpy_the_path_is_the_same_to_the_bit(loss, mistake, p, monkeypatch):
    noise, rng = gumbel(len(p), 90), np.random.default_rng(4)
    fresh = np.stack([gumbel(len(p), 90, seed) for seed in (2, 3)])
    extremes = [0, 5e-324, 1e-300, 1e-30, 1e-3, 1, 1e3, 1e38, 1e300]
    for temperatures, rate, batch in (
        (extremes, 100, 10),
        (extremes[::-1], 1, 1),
        ([2, 1, 0.3, 0.1, 0, 0.7, 1, 1, 1], 0.5, 10),
    ):
        weights = tuple((rng.normal(size=len(p)) * rate).tolist())
        rule = StepRule(loss, weights, mistake, 0.7, 0.8)
        paths = []
        for compiled in (True, False):
            monkeypatch.setattr(kernels, "COMPILED", compiled)
            found = descend(noise, p, rule, temperatures, rate, batch, tuple(Estimator), fresh)
            paths.append(found.p)
        for estimator, one, other in zip(Estimator, *paths, strict=True):
            assert one.tobytes() == other.tobytes(), estimator


@each_loss
@pytest.mark.parametrize("t", [1e-300, 1e-3])
def test_ties_at_tiny_temperatures_do_no_harm(loss, t):
    found = descend(np.zeros((3, 100)), (1, 1, 1), StepRule(loss, (0, 500, 1000)), [t] * 50, 100, 2)
    assert np.isfinite(found.losses).all()
    np.testing.assert_allclose(found.p.sum(axis=2), 1, rtol=1e-13)
