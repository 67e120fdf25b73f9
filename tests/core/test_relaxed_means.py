from dataclasses import replace

import numpy as np
import pytest
import scipy.special
import scipy.stats

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.relaxed_means import (
    entry_law,
    mean_of_entry,
    one_hot,
    told_class,
    uniform,
)

NOTE = Parameters(NOTE_PROBABILITIES)


@pytest.mark.parametrize(
    ("p", "k"),
    [
        (NOTE_PROBABILITIES, 3),
        ((0.45, 0.55), 0),
        ((1, 1e-8), 1),
        ((0, 0.5, 0.5), 1),
        ((0.33, 0.33, 0.33, 0.01), 3),
        ((0, 1), 1),
    ],
)
def test_the_class_that_is_told_is_the_one_that_moves_most(p, k):
    parameters = Parameters(p)
    assert told_class(parameters.p, parameters.log_p) == k


@pytest.mark.parametrize("t", [0.1, 1.0, 10.0, 1000.0])
@pytest.mark.parametrize(
    "p", [NOTE_PROBABILITIES, (0.1, 0.9), (1 / 64,) * 64], ids=["note", "two", "64"]
)
def test_the_law_of_an_entry_is_that_of_simulated_ones(p, t):
    """γ² decides whether there is a margin: it may not be far below the right one."""
    log_p = np.log(np.divide(p, np.sum(p)))
    noise = np.random.default_rng(1).gumbel(size=(len(p), 4_000_000 // len(p)))
    s = scipy.special.softmax((log_p[:, None] + noise) / t, axis=0)[1]
    deviation, skew = entry_law(tuple(log_p), 1, t)
    assert 0.9 * s.std() < deviation < (1.15 if t >= 10 else 9) * s.std()
    assert skew > 0.75 * scipy.stats.skew(s) ** 2 - 0.05


def test_equal_shares_and_one_hot_vectors_are_known():
    assert uniform(np.array([0, 0.5, 0.5]))
    assert not uniform(NOTE.p)
    assert one_hot(replace(NOTE, temperature=0.0))
    assert one_hot(Parameters((0, 1)))
    assert not one_hot(Parameters.from_logits((0, -800)))


def test_at_t_0_the_mean_is_a_share_of_the_draws():
    parameters = replace(NOTE, temperature=0.0)
    estimate = mean_of_entry(3.0, 3.0, 100, 0, parameters.log_p, parameters)
    expected = scipy.stats.binomtest(3, 100).proportion_ci(method="exact")
    assert (estimate.low, estimate.high) == pytest.approx((expected.low, expected.high))


@pytest.mark.parametrize("p", [(0.3, 0.7), (0.1, 0.2, 0.7)])
@pytest.mark.parametrize("temperature", [5e-324, 1e-310, 1e-300])
def test_the_law_at_tiny_temperatures_is_that_of_classes(p, temperature):
    logits = tuple(np.log(p))
    deviation, skew = entry_law(logits, 0, temperature)
    assert deviation == pytest.approx(np.sqrt(p[0] * (1 - p[0])), rel=0.1)
    assert np.isfinite(skew)
