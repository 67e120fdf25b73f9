"""Distribution: ln p is what is kept, so that a p too small for a float still takes part."""

import math
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.gradients import best_loss
from gumbel_gui.core.parameters import LOGITS, PARAMETERS, ParameterError, Parameters
from gumbel_gui.core.probabilities import Distribution, softmax
from gumbel_gui.core.sampling import perturb
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.theory import inclusion_probabilities, tempered
from gumbel_gui.core.workspace import Workspace

FAR = (0.0, -800.0)
logits = st.lists(st.floats(-1e4, 1e4) | st.just(-math.inf), min_size=2, max_size=64).filter(
    lambda values: max(values) > -math.inf
)


def drawn(parameters):
    return Chunk(parameters, 0, parameters.draws, Stages(), Workspace())


def test_logits_0_and_minus_800_at_t_1000_have_the_mean_of_their_softmax():
    """E[s] is (0.690, 0.310): softmax(0, −0.8) = (0.68997, 0.31003), as ε / 1000 moves little."""
    s = drawn(Parameters.from_logits(FAR, temperature=1000.0, draws=60_000)).relaxed
    np.testing.assert_allclose(s.mean(axis=1), [0.68997, 0.31003], atol=1e-4)


def test_p_is_what_is_shown_and_ln_p_what_is_kept():
    parameters = Parameters.from_logits(FAR)
    assert tuple(parameters.probabilities) == (1.0, 0.0)
    assert parameters.log_p.tolist() == [0.0, -800.0]
    assert parameters.possible.all()
    assert not Parameters((1, 0)).possible[1]
    assert parameters != Parameters((1, 0))
    assert parameters.probabilities == Distribution.from_logits((5.0, -795.0))


@given(logits)
def test_a_distribution_made_of_its_own_logarithms_is_the_same_to_the_bit(values):
    once = Distribution.from_logits(values)
    if once.underflows:
        again = Distribution.from_logits(once.logs)
        assert (again, again.logs) == (once, once.logs)
    assert Distribution(once) is once
    way = PARAMETERS["probabilities"].way_of(once)
    text = way.kind.write(once)
    assert Parameters(way.parse(text)).probabilities == once


@given(logits)
def test_p_and_ln_p_are_the_exact_ones(values):
    p = Distribution.from_logits(values)
    known = np.array(values) - np.logaddexp.reduce(values)
    np.testing.assert_allclose(p.logs, known, rtol=1e-12, atol=1e-11)
    np.testing.assert_allclose(p, np.exp(known), rtol=1e-9, atol=1e-307)


@given(st.lists(st.floats(-700, 0), min_size=2, max_size=64))
def test_where_p_is_a_float_it_is_that_of_softmax_and_ln_p_its_logarithm(values):
    p = Distribution.from_logits(values)
    assert p == softmax(values)
    assert p.logs == tuple(np.log(softmax(values)).tolist())
    assert not p.underflows


def test_p_that_was_given_has_the_logarithms_of_its_entries_also_where_it_is_tiny():
    p = Distribution((1.0, 5e-324, 0.0))
    assert p.logs == (0.0, math.log(5e-324), -math.inf)
    assert not p.underflows
    assert p == (1.0, 5e-324, 0.0)
    assert hash(p) == hash((1.0, 5e-324, 0.0))
    assert p != Distribution.from_logits((0.0, -744.0, -800.0))
    copied = pickle.loads(pickle.dumps(Distribution.from_logits(FAR)))
    assert copied == Distribution.from_logits(FAR)


def test_logits_too_far_apart_for_single_precision_are_refused():
    with pytest.raises(ParameterError) as refused:
        Distribution.from_logits((0.0, -1e31))
    sentence = (
        "logits[1] is -1e+31, but must be at most 1e+30 below the largest, or -inf for a zero."
    )
    assert str(refused.value) == sentence
    assert LOGITS.parse("0, -1e30").logs == (0.0, -1e30)


def test_scores_use_ln_p():
    np.testing.assert_array_equal(perturb(Distribution.from_logits(FAR), np.zeros(2)), FAR)
    assert drawn(Parameters.from_logits(FAR, draws=9)).scores[1].max() < -700


def test_noise_of_scale_100_brings_a_class_of_ln_p_minus_800_into_the_draws():
    found = tempered(Distribution.from_logits(FAR), 100.0)
    np.testing.assert_allclose(found, softmax((0.0, -8.0)), rtol=1e-12)


@pytest.mark.parametrize("gap", [800.0, 1e6, 1e30])
def test_the_second_largest_score_is_that_of_the_next_class_however_far_behind(gap):
    p = Distribution.from_logits((0.0, -gap, -2 * gap if gap < 1e30 else -math.inf, -gap - 1))
    odds = 1 / (1 + math.exp(-1)) if gap < 1e30 else 0.5  # there −1 is rounding
    found = inclusion_probabilities(p, 2)
    np.testing.assert_allclose(found, [1, odds, 0, 1 - odds], rtol=1e-9, atol=1e-12)


def test_the_best_loss_is_also_that_of_a_class_whose_p_underflows():
    assert best_loss(Distribution.from_logits(FAR), [2, 1]) == 1
    assert best_loss((1.0, 0.0), [2, 1]) == 2
