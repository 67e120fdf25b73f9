"""Whether the descents are descents by the estimators, one step at a time and in the long run."""

import numpy as np
import pytest
import scipy.special

from gumbel_gui.core.descent import descend
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
    found = descend(noise, p, loss, WEIGHTS, temperatures, 0.4, 12, mistake)
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
    found = descend(gumbel(5, 100), P, loss, WEIGHTS, [0.5] * 10, 0.5, 10)
    losses = class_losses(loss, WEIGHTS)
    expected = [[expected_loss(p, losses) for p in each] for each in found.p]
    np.testing.assert_allclose(found.losses, expected, rtol=1e-13)
    np.testing.assert_array_equal(found.p[:, 0], np.tile(P / P.sum(), (4, 1)))


@each_loss
def test_reinforce_with_a_huge_batch_follows_the_exact_gradient(loss):
    """20 steps of 50,000 draws. Steps are off by 1/√50,000 of the deviation: p by up to 0.01."""
    found = descend(gumbel(5, 10**6), P, loss, WEIGHTS, [1.0] * 20, 0.2, 50_000)
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
    found = descend(gumbel(5, 20_000, seed), (1,) * 5, loss, weights, [0.1] * 1000, 1.0, 20)
    losses = class_losses(loss, weights)
    best, start = best_loss(P, losses), found.losses[0, 0]
    assert (found.losses >= best - 1e-12).all()
    assert (found.losses[:, -1] < best + 0.1 * (start - best)).all()


def test_more_of_the_same_noise_and_temperatures_only_add_steps():
    noise = gumbel(3, 90)
    arguments = ((1, 2, 3), Loss.DISTANCE, (0.1, 0.5, 0.4))
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
    runs = [descend(noise, P, Loss.DISTANCE, WEIGHTS, [0.5] * 99, 0.7, 10) for _ in range(2)]
    assert runs[0].p.tobytes() == runs[1].p.tobytes()
    assert runs[0].losses.tobytes() == runs[1].losses.tobytes()


@pytest.mark.parametrize(("temperatures", "draws"), [([], 100), ([1.0] * 5, 9), ([1.0], 0)])
def test_without_a_whole_step_there_is_the_start(temperatures, draws):
    found = descend(gumbel(2, draws), (1, 3), Loss.COST, (0, 1), temperatures, 1.0, 10)
    assert found.steps == 0
    np.testing.assert_array_equal(found.p, [[[0.25, 0.75]]] * 4)
    np.testing.assert_array_equal(found.losses, [[0.75]] * 4)


def test_rate_0_moves_nothing():
    found = descend(gumbel(5, 100), P, Loss.COST, WEIGHTS, [0.5] * 10, 0.0, 10)
    np.testing.assert_allclose(found.p, np.tile(P, (4, 11, 1)), rtol=1e-13)


@pytest.mark.parametrize("batch", [0, -1])
def test_a_batch_without_draws_is_refused(batch):
    with pytest.raises(ValueError, match=f"batch is {batch}, but must be 1 or more"):
        descend(gumbel(2, 10), (1, 1), Loss.COST, (0, 1), [1.0], 1.0, batch)


@each_loss
@pytest.mark.parametrize("mistake", WAYS)
@pytest.mark.parametrize("rate", [0.01, 1, 100])
@pytest.mark.parametrize("p", [P, (0.5, 0, 0.5), (0, 1, 0), (1e-300, 1, 1e-9), (1,) * 64], ids=str)
def test_p_stays_on_the_simplex_whatever_is_asked(loss, mistake, rate, p):
    """Warnings are errors: nothing overflows and nothing is divided by 0."""
    noise = gumbel(len(p), 60)
    if mistake is Mistake.NO_NOISE:
        noise[:] = 0
    weights = np.linspace(-1000, 1000, len(p))
    extremes = [0, 5e-324, 1e-300, 1e-30, 1e-3, 1, 1e3, 1e38, 1e300]
    for temperatures in (extremes, extremes[::-1], [0.0] * 9, [5e-324] * 9, [1e300] * 9):
        found = descend(noise, p, loss, weights, temperatures, rate, 5, mistake)
        assert found.steps == 9
        assert np.isfinite(found.losses).all()
        assert (found.p >= 0).all()
        np.testing.assert_allclose(found.p.sum(axis=2), 1, rtol=1e-13)
        assert (found.p[:, :, np.array(p) == 0] == 0).all()


@each_loss
@pytest.mark.parametrize("t", [1e-300, 1e-3])
def test_ties_at_tiny_temperatures_do_no_harm(loss, t):
    found = descend(np.zeros((3, 100)), (1, 1, 1), loss, (0, 500, 1000), [t] * 50, 100, 2)
    assert np.isfinite(found.losses).all()
    np.testing.assert_allclose(found.p.sum(axis=2), 1, rtol=1e-13)
