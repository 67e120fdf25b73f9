"""The law of Gumbel-Rao and REBAR against the moments of many draws, and against enumeration."""

import numpy as np
import pytest

from gumbel_gui.core.conditional_law import ConditionalLaw, Part
from gumbel_gui.core.conditional_sums import Drawn, rao_sums, rebar_sums
from gumbel_gui.core.losses import Loss, default_weights
from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.core.workspace import Workspace

NOTE = np.array(NOTE_PROBABILITIES) / sum(NOTE_PROBABILITIES)
RARE = np.array([0.3, 0.3, 0.398, 0.001, 0.001])
each_loss = pytest.mark.parametrize("loss", Loss)


def law_of(p, loss):
    weights = default_weights(loss, len(p))
    return ConditionalLaw(*map(tuple, (np.log(p), p, p)), False, loss, weights)


def sums_of(p, loss, t, n=65_536):
    """The sums of Gumbel-Rao of 1 and of 4, and of REBAR, of 2¹⁸ draws."""
    found, logs = [], np.log(p)
    for i in range(4):
        rng = np.random.default_rng([5, i])
        g = (logs[:, None] + rng.gumbel(size=(len(p), n))).astype(np.float32)
        shifted, classes = g - g.max(axis=0), g.argmax(axis=0).astype(np.uint8)
        w = np.array(default_weights(loss, len(p)))
        drawn = Drawn(shifted, classes, logs, p, loss, w, None, 3, i * n)
        each = [rao_sums(drawn, [t], m, Workspace())[0] for m in (1, 4)]
        found.append([*each, rebar_sums(drawn, [t], 1.0, Workspace())[0]])
    return [sum(column[1:], column[0]) for column in zip(*found, strict=True)]


@each_loss
@pytest.mark.parametrize("t", [0.05, 0.5, 5])
@pytest.mark.parametrize("p", [NOTE, RARE, np.array([0.3, 0.7])], ids=["note", "rare", "pair"])
def test_inequality_and_concentration_are_those_of_many_draws(p, loss, t):
    """Within 20 %: a margin that is wider or narrower by 10 %."""
    law, (one, four, rebar) = law_of(p, loss), sums_of(p, loss, t)
    spreads = law.rao(t, 1), law.rao(t, 4), law.rebar(t, 1.0)
    for spread, sums in zip(spreads, (one, four, rebar), strict=True):
        seen = sums.count * sums.fourth / sums.scatter**2
        assert spread.inequality == pytest.approx(seen, rel=0.2)
        assert 1 / len(p) <= spread.concentration <= 1
        assert not spread.exact


def moments_by_enumeration(values, shares, chosen):
    """V, E q² and tr Σ² of values (K, K, n) that have these shares and classes."""
    weights = (chosen[:, None] * shares).ravel()
    flat = values.swapaxes(0, 1).reshape(values.shape[1], -1)
    apart = flat - (flat @ weights)[:, None]
    q = (apart**2).sum(axis=0)
    covariance = weights * apart @ apart.T
    return weights @ q, weights @ q**2, (covariance**2).sum()


def test_moments_of_sums_and_means_are_those_of_all_combinations():
    """Two independent parts of 4 and 3 values, and the mean of 2 and of 3 of one of them."""
    rng = np.random.default_rng(0)
    chosen = np.array([0.2, 0.5, 0.3])
    one, other = rng.normal(size=(3, 3, 4)), rng.normal(size=(3, 3, 3)) + 1
    a, b = rng.dirichlet(np.ones(4)), rng.dirichlet(np.ones(3))
    added = (one[:, :, :, None] + other[:, :, None]).reshape(3, 3, -1)
    pair = (one[:, :, :, None] + one[:, :, None]).reshape(3, 3, -1) / 2
    three = (pair[:, :, :, None] * 2 + one[:, :, None]).reshape(3, 3, -1) / 3
    cases = [
        (Part.of(one, a) + Part.of(other, b), added, np.outer(a, b).ravel()),
        (Part.of(one, a).mean_of(2), pair, np.outer(a, a).ravel()),
        (Part.of(one, a).mean_of(3), three, np.outer(np.outer(a, a), a).ravel()),
    ]
    for part, values, shares in cases:
        total, squares, pairs = moments_by_enumeration(values, np.tile(shares, (3, 1)), chosen)
        spread = part.spread(chosen)
        assert spread.inequality == pytest.approx(squares / total**2, rel=1e-12)
        assert spread.concentration == pytest.approx(pairs / total**2, rel=1e-12)


@each_loss
@pytest.mark.parametrize("p", [(0.6, 0.4, 1e-300, 0.0), (1.0, 0.0)], ids=["tiny", "certain"])
def test_it_is_known_at_any_p_and_t(p, loss):
    """Of a class that is all, nothing varies."""
    with np.errstate(divide="ignore"):
        logs = tuple(np.log(p))
    law = ConditionalLaw(logs, p, p, False, loss, default_weights(loss, len(p)))
    for t in (1e-300, 1e-5, 1.0, 1e6, 1e300):
        for spread in (law.rao(t, 64), law.rebar(t, 1.0)):
            assert spread.inequality >= 1
            assert (spread.inequality == np.inf) == (p[0] == 1)
            assert 1 / len(p) <= spread.concentration <= 1


@pytest.mark.parametrize("size", [1e-200, 1e-160, 1e-140])
def test_vectors_that_vary_less_than_numbers_can_tell_are_as_those_that_do_not(size):
    """The square of their variance is 0, or of few digits."""
    part = Part(
        np.zeros((2, 2)), np.array([np.eye(2)] * 2) * size, np.zeros((2, 2)), np.full(2, size**2)
    )
    assert (part.spread(np.full(2, 0.5)).inequality == np.inf) == (size < 1e-150)
