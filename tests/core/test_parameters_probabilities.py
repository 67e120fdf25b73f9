"""Weights made probabilities: normalise and softmax."""

import math
from fractions import Fraction

import numpy as np
import pytest
import scipy.special
from hypothesis import assume, example, given
from hypothesis import strategies as st

from gumbel_gui.core.parameters import NOTE_LOGITS, NOTE_PROBABILITIES, ParameterError, Parameters
from gumbel_gui.core.probabilities import normalise, softmax

EPS = np.finfo(float).eps
weights = st.lists(
    st.floats(0, allow_infinity=False) | st.sampled_from([0.0, 5e-324, 1e308]),
    min_size=2,
    max_size=64,
).filter(any)


@given(weights)
@example([5e-324, 5e-324])
@example([1e308] * 5)
@example([2.2e-308, 1e-310, 0.0])
@example([0.1] * 10)
def test_normalising_divides_by_the_sum(given_weights):
    result = normalise(given_weights)
    total = sum(map(Fraction, given_weights))
    for weight, probability in zip(given_weights, result, strict=True):
        exact = Fraction(weight) / total
        assert abs(Fraction(probability) - exact) <= 4 * Fraction(EPS) * exact + Fraction(5e-324)
    assert abs(math.fsum(result) - 1) <= EPS


@given(weights)
@example([1e308] * 5)
@example(list(NOTE_PROBABILITIES))
@example([1 / 3, 1 / 3, 1 / 3])
def test_normalising_twice_changes_no_bit(given_weights):
    once = normalise(given_weights)
    assert [x.hex() for x in normalise(once)] == [x.hex() for x in once]


def test_the_sum_of_many_weights_is_1_to_within_one_rounding():
    for vector in np.random.default_rng(0).random((200, 64)):
        result = normalise(vector)
        assert abs(math.fsum(result) - 1) <= EPS
        assert normalise(result) == result


@pytest.mark.parametrize("count", [2, 5, 64])
@pytest.mark.parametrize("weight", [1e308, 1.7976931348623157e308, 1e-308, 5e-324])
def test_equal_weights_share_equally_at_the_ends_of_the_float_range(weight, count):
    assert normalise([weight] * count) == pytest.approx([1 / count] * count, rel=2 * EPS)


def test_the_note_vector_is_refused_by_numpy_until_normalised():
    rng = np.random.default_rng(0)
    assert math.fsum(NOTE_PROBABILITIES) == pytest.approx(1.00000003, abs=1e-9)
    with pytest.raises(ValueError, match="sum to 1"):
        rng.choice(5, p=NOTE_PROBABILITIES)
    assert 0 <= rng.choice(5, p=Parameters(NOTE_PROBABILITIES).p) < 5


def test_the_note_vector_is_the_softmax_of_the_note_logits():
    assert NOTE_LOGITS == (1, 2, 3, 4, 2)
    np.testing.assert_allclose(softmax(NOTE_LOGITS), NOTE_PROBABILITIES, rtol=0, atol=1.5e-8)


@given(st.lists(st.floats(-1e3, 1e3) | st.just(-math.inf), min_size=2, max_size=64))
def test_softmax_agrees_with_scipy(logits):
    assume(max(logits) > -math.inf)
    expected = scipy.special.softmax(logits)
    np.testing.assert_allclose(softmax(logits), expected, rtol=1e-12, atol=1e-320)


@pytest.mark.parametrize("logits", [-1e300, -1e5, 0.0, 1e5, 1e300])
def test_a_constant_added_to_all_logits_cancels(logits):
    assert softmax([logits, logits, -math.inf]) == (0.5, 0.5, 0.0)


@pytest.mark.parametrize(
    ("logits", "sentence"),
    [
        ([0, math.nan], "logits[1] is nan, but must be a finite number, or -inf for a zero."),
        ([math.inf, 0], "logits[0] is inf, but must be a finite number, or -inf for a zero."),
        ([-math.inf] * 2, "logits is all -inf, but must be a vector with a finite entry."),
        ([1.0], "logits is a vector of 1 entry, but must be a vector of 2 to 64 entries."),
        ([0, "1"], "logits[1] is '1', but must be a number."),
    ],
)
def test_bad_logits_are_refused_in_one_sentence(logits, sentence):
    with pytest.raises(ParameterError) as caught:
        softmax(logits)
    assert str(caught.value) == sentence
