"""Gumbel-Rao and REBAR beside PyTorch's autograd, from the same fresh noise."""

import warnings

import numpy as np
import pytest

from gumbel_gui.core.conditional import fresh_noise
from gumbel_gui.core.conditional_sums import Drawn, rao_sums, rebar_sums
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.workspace import Workspace

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of what PyTorch imports
    torch = pytest.importorskip("torch")

N, SEED = 40, 7


def value(loss, weights, y):
    w = torch.tensor(weights)
    return (w * y).sum() if loss is Loss.COST else ((y - w) ** 2).sum()


def drawn_of(classes, loss):
    rng = np.random.default_rng(classes)
    p, w = rng.dirichlet(np.ones(classes)), rng.normal(size=classes)
    g = (np.log(p)[:, None] + rng.gumbel(size=(classes, N))).astype(np.float32)
    codes = g.argmax(axis=0).astype(np.uint8)
    return Drawn(g - g.max(axis=0), codes, np.log(p), p, loss, w, None, SEED, 0)


def noise_of(drawn, copy):
    noise = np.empty(drawn.shifted.shape, np.float32)
    fresh_noise(SEED, copy, 0, noise)
    return torch.tensor(noise.astype(np.float64))


def given(theta, noise, winner):
    """The scores of one draw given its winner, by the formulas of the paper."""
    top = torch.logsumexp(theta, 0) + noise[winner]
    losers = -torch.logaddexp(-top, -(theta + noise))
    return torch.where(torch.arange(len(theta)) == winner, top, losers)


def assert_same(sums, each, t):
    each = np.array(each).T
    q = ((each - each.mean(axis=1, keepdims=True)) ** 2).sum(axis=0)
    scale = np.abs(each).sum(axis=1).max()
    np.testing.assert_allclose(sums.total, each.sum(axis=1), atol=3e-6 * scale * max(1, 1 / t))
    assert sums.scatter == pytest.approx(q.sum(), rel=3e-5 * max(1, 1 / t))


@pytest.mark.parametrize("classes", [2, 5, 64])
@pytest.mark.parametrize("loss", Loss)
@pytest.mark.parametrize("t", [0.1, 1.0, 20.0])
def test_both_are_what_autograd_gives(classes, loss, t):
    drawn, theta = drawn_of(classes, loss), torch.tensor(np.log(drawn_of(classes, loss).p))
    noise, own, rao, rebar = [noise_of(drawn, copy) for copy in range(2)], drawn.shifted, [], []
    for i, winner in enumerate(drawn.classes.astype(int).tolist()):
        hard = torch.nn.functional.one_hot(torch.tensor(winner), classes).double()
        both = []
        for each in noise:
            logits = theta.clone().requires_grad_()
            fixed = (given(theta, each[:, i], winner) - theta).detach()
            s = ((logits + fixed) / t).softmax(0)
            straight = hard + s - s.detach()
            both.append(torch.autograd.grad(value(loss, drawn.weights, straight), logits)[0])
        rao.append((sum(both) / 2).numpy())

        logits = theta.clone().requires_grad_()
        fresh = (given(logits, noise[0][:, i], winner) / t).softmax(0)
        g = logits - theta + torch.tensor(own[:, i].astype(np.float64))
        relaxed = (g / t).softmax(0)
        control = value(loss, drawn.weights, fresh)
        advantage = (value(loss, drawn.weights, hard) - control).detach()
        score = logits.log_softmax(0)[winner]
        total = advantage * score + value(loss, drawn.weights, relaxed) - control
        rebar.append(torch.autograd.grad(total, logits)[0].numpy())
    assert_same(rao_sums(drawn, [t], 2, Workspace())[0], rao, t)
    assert_same(rebar_sums(drawn, [t], 1.0, Workspace())[0], rebar, t)
