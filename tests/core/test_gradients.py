"""Whether the gradients are the derivatives that they are said to be: finite differences."""

import numpy as np
import pytest
import scipy.special

from gumbel_gui.core.gradients import (
    best_loss,
    class_losses,
    divisor,
    exact_gradient,
    expected_loss,
    inner_p,
    jacobian,
    pull_back,
    reinforce_table,
    slope,
    through_p,
)
from gumbel_gui.core.losses import Loss, default_weights
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.core.sampling import relax

P = np.array(NOTE_PROBABILITIES) / np.sum(NOTE_PROBABILITIES)
WEIGHTS = np.array([0.3, -1.2, 2.5, 0.9, 0.1])
EPSILON = np.random.default_rng(3).gumbel(size=(5, 40))
STEP = 1e-6

each_loss = pytest.mark.parametrize("loss", Loss)
each_temperature = pytest.mark.parametrize("t", [0.3, 0.5, 1, 2, 10])


def value(loss, y, weights=WEIGHTS):
    """The loss of y (K, ...), written out."""
    w = weights.reshape(-1, *[1] * (y.ndim - 1))
    return (w * y).sum(axis=0) if loss is Loss.COST else ((y - w) ** 2).sum(axis=0)


def differences(function, at):
    """Central differences (..., K) of a function of K numbers."""
    steps = STEP * np.eye(len(at))
    return np.stack([(function(at + e) - function(at - e)) / (2 * STEP) for e in steps], axis=-1)


def soft(logits, t, epsilon=EPSILON):
    return scipy.special.softmax((logits[:, None] + epsilon) / t, axis=0)


@each_temperature
def test_jacobian_is_the_derivative_of_the_relaxed_vectors(t):
    expected = differences(lambda logits: soft(logits, t), np.log(P))
    found = jacobian(soft(np.log(P), t), t)
    assert found.shape == (5, 5, 40)
    np.testing.assert_allclose(found, expected.transpose(0, 2, 1), atol=3e-9 / t)


@each_temperature
def test_jacobian_with_noise_on_p_is_the_derivative_by_free_logits(t):
    """p is normalised again when a logit moves, so that a constant in all of them cancels."""
    expected = differences(lambda logits: soft(scipy.special.softmax(logits), t), np.log(P))
    found = jacobian(soft(P, t), t, inner_p(Mistake.NOISE_ON_P, P))
    np.testing.assert_allclose(found, expected.transpose(0, 2, 1), atol=3e-9 / t)
    np.testing.assert_allclose(found.sum(axis=1), 0, atol=1e-16 / t)
    chain = np.einsum("imn,mj->ijn", jacobian(soft(P, t), t), np.diag(P) - np.outer(P, P))
    np.testing.assert_allclose(found, chain, atol=1e-15 / t)


def test_gradients_through_a_p_that_is_nearly_one_hot_keep_their_digits():
    a = np.array([0.3, 0.1, 2.0])
    for p in ([1e-30, 1 - 1e-9, 1e-9], [0, 1, 0], [1e-300, 1, 1e-300]):
        found = through_p(a, p)
        np.testing.assert_allclose(found[[0, 2]], [0.2 * p[0], 1.9 * p[2]], rtol=1e-8)
        assert found.sum() == pytest.approx(0, abs=1e-14 * abs(found).max())


def test_jacobian_of_one_draw_and_of_single_precision():
    s = relax(np.float32([1, 2, 3]), 1.0)
    found = jacobian(s, 1.0)
    assert (found.shape, found.dtype) == ((3, 3), np.float64)
    d = s.astype(float)
    np.testing.assert_allclose(found, np.diag(d) - np.outer(d, d), atol=1e-7)
    np.testing.assert_array_equal(found.sum(axis=1), 0)


@pytest.mark.parametrize("t", [0, 5e-324, 1e-300, 1e-30, 1e-9, 1, 1e300])
def test_jacobian_and_gradient_are_finite_at_any_temperature(t):
    scores = np.array([[0.0, 0, -1], [0, 1, -np.inf], [-np.inf, -1, -np.inf]])
    s = relax(scores, t)
    found = jacobian(s, t)
    gradients = pull_back(s, slope(Loss.DISTANCE, [1000, -1000, 0.5], s), t)
    assert np.isfinite(found).all()
    assert np.isfinite(gradients).all()
    assert (found[2, :, 0] == 0).all()
    if t < 1e-3:
        assert (found[:, :, 1:] == 0).all()
        assert (gradients[:, 1:] == 0).all()
    if t == 0:
        assert not found.any()
        assert not gradients.any()


def test_jacobian_keeps_its_digits_where_a_vector_is_nearly_one_hot():
    t, gap = 0.01, 0.3
    s = relax(np.array([0, -gap]), t)
    small = np.exp(-gap / t)
    assert jacobian(s, t)[0, 0] == pytest.approx(small / t, rel=1e-12)


@each_loss
def test_slope_is_the_derivative_of_the_loss(loss):
    y = soft(np.log(P), 1)
    expected = differences(lambda at: value(loss, at), y[:, 7])
    np.testing.assert_allclose(slope(loss, WEIGHTS, y)[:, 7], expected, atol=1e-8)
    np.testing.assert_allclose(slope(loss, WEIGHTS, y[:, 7]), expected, atol=1e-8)


@each_loss
def test_class_losses_are_those_of_the_corners(loss):
    np.testing.assert_allclose(class_losses(loss, WEIGHTS), value(loss, np.eye(5)), rtol=1e-14)


@each_loss
@each_temperature
def test_gumbel_softmax_gradient_is_that_of_the_relaxed_loss(loss, t):
    expected = differences(lambda logits: value(loss, soft(logits, t)), np.log(P))
    s = soft(np.log(P), t)
    found = pull_back(s, slope(loss, WEIGHTS, s), t)
    np.testing.assert_allclose(found, expected.T, atol=2e-8 / t)


@each_loss
def test_gumbel_softmax_gradient_with_noise_on_p(loss):
    def losses(logits):
        return value(loss, soft(scipy.special.softmax(logits), 0.5))

    s = soft(P, 0.5)
    found = pull_back(s, slope(loss, WEIGHTS, s), 0.5, inner_p(Mistake.NOISE_ON_P, P))
    np.testing.assert_allclose(found, differences(losses, np.log(P)).T, atol=3e-8)


def test_gradient_of_the_mean_relaxed_loss_of_the_note_with_noise_on_p():
    """Figures of a reviewer, by differences of the logits on 4 · 10⁵ draws of his own.

    Deviations of single draws are up to 0.09, so that two means differ by up to 0.0002 each: by
    0.001 in fewer than one of 10⁶ runs. Moving each ln p_j alone would be off by more than 0.05.
    """
    epsilon = np.random.default_rng(5).gumbel(size=(5, 400_000))
    s = soft(P, 0.5, epsilon)
    a = slope(Loss.DISTANCE, default_weights(Loss.DISTANCE, 5), s)
    found = pull_back(s, a, 0.5, inner_p(Mistake.NOISE_ON_P, P)).mean(axis=1)
    known = [0.00136, 0.0022, 0.0023, -0.0029, -0.00296]
    np.testing.assert_allclose(found, known, atol=0.001)


@each_loss
def test_exact_gradient_is_that_of_the_expected_loss(loss):
    losses = class_losses(loss, WEIGHTS)
    expected = differences(lambda at: scipy.special.softmax(at) @ losses, np.log(P))
    np.testing.assert_allclose(exact_gradient(P, losses), expected, atol=1e-8)
    assert expected_loss(P, losses) == pytest.approx(value(loss, np.eye(5)) @ P, rel=1e-14)


@each_loss
@pytest.mark.parametrize("p", [P, [0.2, 0, 0.5, 0.3, 0], [0, 0, 1, 0, 0]], ids=["p", "0", "1"])
def test_reinforce_is_unbiased_with_any_baseline_by_enumeration(loss, p):
    p, losses = np.array(p), class_losses(loss, WEIGHTS)
    for baseline in (0.0, expected_loss(p, losses), -3.7):
        table = reinforce_table(p, losses, baseline)
        np.testing.assert_allclose(p @ table, exact_gradient(p, losses), atol=1e-12)


def test_reinforce_of_one_draw_is_the_loss_times_the_gradient_of_its_ln_p():
    losses = class_losses(Loss.COST, WEIGHTS)
    scores = differences(scipy.special.log_softmax, np.log(P))
    found = reinforce_table(P, losses, 0.5)
    np.testing.assert_allclose(found, (losses - 0.5)[:, None] * scores, atol=1e-8)


def test_reinforce_has_no_baseline_unless_one_is_given():
    losses = class_losses(Loss.COST, WEIGHTS)
    np.testing.assert_array_equal(reinforce_table(P, losses), reinforce_table(P, losses, 0.0))


def test_best_loss_is_the_smallest_of_the_possible_classes():
    assert best_loss([0.5, 0, 0.5], [3, 1, 2]) == 2
    assert best_loss([1, 0, 0], [3, 1, 2]) == 3


def test_only_noise_on_p_brings_in_the_slopes_of_p():
    for mistake in Mistake:
        assert (inner_p(mistake, P) is None) == (mistake is not Mistake.NOISE_ON_P)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_what_is_divided_by_is_neither_0_nor_infinite(dtype):
    assert divisor(0.3, dtype) == 0.3
    for t in (5e-324, 1e-300, 1e-39, 1e39, 1e308):
        found = dtype(divisor(t, dtype))
        assert np.isfinite([found, 1 / found, 2000 / float(found)]).all()
        assert found >= np.finfo(dtype).tiny
