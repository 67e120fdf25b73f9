"""The gradients beside those of PyTorch's autograd, which works by other rules."""

import warnings

import numpy as np
import pytest

from gumbel_gui.core.gradients import (
    class_losses,
    exact_gradient,
    inner_p,
    jacobian,
    pull_back,
    reinforce_table,
    slope,
)
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.sampling import gumbel_noise, relax

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of what PyTorch imports
    torch = pytest.importorskip("torch")

P = np.array([0.05, 0.1, 0.2, 0.5, 0.15])
WEIGHTS = np.array([0.3, -1.2, 2.5, 0.9, 0.1])
EPSILON = gumbel_noise(np.random.default_rng(4), (5, 30))

each_loss = pytest.mark.parametrize("loss", Loss)
each_temperature = pytest.mark.parametrize("t", [0.1, 0.5, 1, 10])
each_start = pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NOISE_ON_P])


def value(loss, y):
    w = torch.tensor(WEIGHTS)
    return (w * y).sum() if loss is Loss.COST else ((y - w) ** 2).sum()


def one_hot(scores):
    return torch.nn.functional.one_hot(scores.argmax(), len(P)).double()


def scores(mistake):
    """The scores g (K, n)."""
    return (P if mistake is Mistake.NOISE_ON_P else np.log(P))[:, None] + EPSILON


def start(logits, mistake):
    """What the noise is added to, as a function of free logits."""
    return logits.softmax(0) if mistake is Mistake.NOISE_ON_P else logits.log_softmax(0)


def autograd(function, mistake):
    """The gradient (K, n) with respect to free logits of a function of the scores of each draw."""
    columns = []
    for epsilon in EPSILON.T:
        logits = torch.tensor(np.log(P), requires_grad=True)
        function(start(logits, mistake) + torch.tensor(epsilon)).backward()
        columns.append(logits.grad.numpy())
    return np.array(columns).T


@each_start
@each_temperature
def test_jacobian_is_that_of_autograd(t, mistake):
    found = jacobian(relax(scores(mistake), t), t, inner_p(mistake, P))
    for i, epsilon in enumerate(torch.tensor(EPSILON.T)):
        expected = torch.autograd.functional.jacobian(
            lambda logits, e=epsilon: ((start(logits, mistake) + e) / t).softmax(0),
            torch.tensor(np.log(P)),
        )
        np.testing.assert_allclose(found[:, :, i], expected.numpy(), atol=1e-14 / t)


@each_start
@each_loss
@each_temperature
def test_gumbel_softmax_is_what_autograd_gives(loss, t, mistake):
    s = relax(scores(mistake), t)
    expected = autograd(lambda g: value(loss, (g / t).softmax(0)), mistake)
    found = pull_back(s, slope(loss, WEIGHTS, s), t, inner_p(mistake, P))
    np.testing.assert_allclose(found, expected, atol=1e-13 / t)


@each_start
@each_loss
@each_temperature
def test_straight_through_is_what_autograd_gives_of_the_hard_vector(loss, t, mistake):
    def straight_through(g):  # as F.gumbel_softmax(hard=True) does it
        s = (g / t).softmax(0)
        return value(loss, one_hot(g) - s.detach() + s)

    g = scores(mistake)
    s, y = relax(g, t), relax(g, 0)
    found = pull_back(s, slope(loss, WEIGHTS, y), t, inner_p(mistake, P))
    np.testing.assert_allclose(found, autograd(straight_through, mistake), atol=1e-13 / t)


@each_loss
def test_reinforce_and_the_exact_gradient_are_what_autograd_gives(loss):
    losses = class_losses(loss, WEIGHTS)
    table = reinforce_table(P, losses, 0.7)
    logits = torch.tensor(np.log(P), requires_grad=True)
    (logits.softmax(0) @ torch.tensor(losses)).backward()
    np.testing.assert_allclose(exact_gradient(P, losses), logits.grad.numpy(), atol=1e-14)
    for k, f in enumerate(losses):
        logits = torch.tensor(np.log(P), requires_grad=True)
        law = torch.distributions.Categorical(logits=logits)
        ((f - 0.7) * law.log_prob(torch.tensor(k))).backward()
        np.testing.assert_allclose(table[k], logits.grad.numpy(), atol=1e-13)
