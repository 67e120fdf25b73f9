"""LabState: probabilities, locks, classes and labels; what moves, what stays, what is refused."""

import math

import numpy as np
import pytest
import scipy.special
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gumbel_gui.core.parameters import (
    NOTE_PROBABILITIES,
    PARAMETERS,
    ParameterError,
    Parameters,
)
from gumbel_gui.gui.state.state import FIRST, LONGEST_LABEL, LabState
from gumbel_gui.plots.words.text import default_labels

generously = settings(deadline=None, max_examples=100)


@st.composite
def states(draw):
    """States of 2 to 64 classes, some of them zero, some of them locked."""
    classes = draw(st.one_of(st.integers(2, 6), st.integers(2, 64)))
    weight = st.one_of(st.just(0.0), st.floats(1e-9, 1.0))
    p = draw(st.lists(weight, min_size=classes, max_size=classes).filter(any))
    locks = draw(st.lists(st.booleans(), min_size=classes, max_size=classes))
    return LabState(Parameters(tuple(p)), default_labels(classes), tuple(locks))


@st.composite
def moves(draw):
    """A state, one of its classes, and a value that this class can have."""
    state = draw(states())
    k = draw(st.integers(0, state.parameters.classes - 1))
    others = [i for i, locked in enumerate(state.locks) if i != k and not locked]
    assume(others)
    share = draw(st.one_of(st.sampled_from([0.0, 1.0]), st.floats(0, 1)))
    return state, k, share * state.room(k), others


def state_of(*p, locked=()):
    locks = tuple(k in locked for k in range(len(p)))
    return LabState(Parameters(p), default_labels(len(p)), locks)


@generously
@given(moves())
def test_moving_one_class_gives_it_the_value_and_keeps_the_sum(move):
    state, k, value, _ = move
    p = state.with_probability(k, value).parameters.p
    assert p[k] == pytest.approx(value, rel=1e-12, abs=1e-15)
    assert math.fsum(p) == pytest.approx(1, abs=4e-16)
    assert (p >= 0).all()


@generously
@given(moves())
def test_locked_classes_stay(move):
    state, k, value, others = move
    before, after = state.parameters.p, state.with_probability(k, value).parameters.p
    locked = [i for i in range(len(before)) if i != k and i not in others]
    np.testing.assert_allclose(after[locked], before[locked], rtol=1e-14, atol=0)


@generously
@given(moves())
def test_unlocked_others_keep_their_proportions(move):
    state, k, value, others = move
    before, after = state.parameters.p[others], state.with_probability(k, value).parameters.p
    left = state.room(k) - value
    share = before / before.sum() if before.any() else np.full(len(others), 1 / len(others))
    np.testing.assert_allclose(after[others], share * left, rtol=1e-9, atol=1e-15)


@generously
@given(moves())
def test_a_move_changes_p_only(move):
    state, k, value, _ = move
    after = state.with_probability(k, value)
    assert (after.labels, after.locks, after.options) == (
        state.labels,
        state.locks,
        state.options,
    )
    assert after.parameters.seed == state.parameters.seed


@generously
@given(states(), st.integers(0, 63))
def test_setting_a_class_to_what_it_is_changes_nothing(state, k):
    k %= state.parameters.classes
    assert state.with_probability(k, state.parameters.probabilities[k]) == state


def test_others_all_zero_share_equally():
    assert state_of(1, 0, 0).with_probability(0, 0.4).parameters.p == pytest.approx([0.4, 0.3, 0.3])


def test_only_unlocked_zeros_share():
    p = state_of(0.5, 0, 0, 0.5, locked=[3]).with_probability(0, 0.1).parameters.p
    assert p == pytest.approx([0.1, 0.2, 0.2, 0.5])


def test_room_is_what_the_locked_leave():
    state = state_of(0.1, 0.2, 0.3, 0.4, locked=[1, 3])
    assert state.room(0) == pytest.approx(0.4)
    assert state.room(1) == pytest.approx(0.6)  # its own lock does not count


@pytest.mark.parametrize("value", [-3.0, -1e-9, 1.001, 2.0, math.inf, -math.inf, math.nan])
def test_a_bad_probability_names_class_value_and_limits(value):
    state = state_of(0.2, 0.3, 0.5).with_label(1, "rain")
    with pytest.raises(ParameterError) as error:
        state.with_probability(1, value)
    assert str(error.value) == f"p of rain is {value!r}, but must be a number from 0 to 1."


def test_more_than_the_locked_leave_names_the_limit():
    with pytest.raises(ParameterError, match=r"0\.8, but must be .* from 0 to 0\.5, the rest"):
        state_of(0.2, 0.3, 0.5, locked=[2]).with_probability(0, 0.8)


def test_the_last_unlocked_class_cannot_move():
    state = state_of(0.2, 0.3, 0.5, locked=[1, 2])
    assert state.with_probability(0, state.parameters.probabilities[0]) == state
    with pytest.raises(ParameterError, match="all other classes are locked"):
        state.with_probability(0, 0.3)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda s: s.with_parameter("temperature", -1), "temperature is -1.0, but"),
        (lambda s: s.with_parameter("temperature", math.nan), "temperature is nan, but"),
        (
            lambda s: s.with_parameter("draws", 0),
            "draws is 0, but must be a whole number from 1 to 1000000000",
        ),
        (lambda s: s.with_parameter("seed", -1), "seed is -1, but"),
        (lambda s: s.with_vector((1, -2)), r"probabilities\[1\] is -2.0, but"),
        (lambda s: s.with_vector((0, 0)), "probabilities is all zero, but"),
    ],
)
def test_bad_parameters_name_field_value_and_limits(edit, words):
    with pytest.raises(ParameterError, match=words):
        edit(LabState())


def test_an_added_class_gets_an_equal_share():
    state = state_of(0.2, 0.8, locked=[]).with_label(0, "sun").with_class_added()
    assert state.parameters.p == pytest.approx([0.4 / 3, 1.6 / 3, 1 / 3])
    assert state.labels == ("sun", "class 1", "class 2")
    assert state.locks == (False, False, False)


@pytest.mark.parametrize(
    ("locked", "p"),
    [
        ([1], [0.2, 0.5, 0.4 / 3, 0.5 / 3]),
        ([0, 1, 2], [0.3, 0.5, 0.2, 0.0]),
        ([0, 2], [0.3, 0.25, 0.2, 0.25]),
    ],
)
def test_an_added_class_takes_nothing_from_locked_ones(locked, p):
    state = state_of(0.3, 0.5, 0.2, locked=locked).with_class_added()
    assert state.parameters.p == pytest.approx(p)
    assert state.locks == (*(k in locked for k in range(3)), False)


def test_a_removed_class_takes_its_label_and_lock_along():
    state = state_of(0.1, 0.2, 0.3, 0.4, locked=[0, 2]).with_label(3, "snow").without_class(0)
    assert state.parameters.p == pytest.approx([0.7 / 3, 0.3, 1.4 / 3])
    assert state.labels == ("class 0", "class 1", "snow")  # the first two had no names
    assert state.locks == (False, True, False)


def test_what_a_removed_class_leaves_goes_to_unlocked_ones():
    assert state_of(0.2, 0.3, 0.5, locked=[1]).without_class(2).parameters.p == pytest.approx(
        [0.7, 0.3]
    )
    assert state_of(0.2, 0.3, 0.5, locked=[0, 1]).without_class(2).parameters.p == pytest.approx(
        [0.4, 0.6]
    )
    assert state_of(0, 0.3, 0, 0.7, locked=[1]).without_class(3).parameters.p == pytest.approx(
        [0.35, 0.3, 0.35]
    )


def test_removing_the_only_class_above_zero_leaves_equal_shares():
    assert state_of(1, 0, 0).without_class(0).parameters.probabilities == (0.5, 0.5)


def test_there_are_2_to_64_classes():
    state = state_of(1, 1)
    with pytest.raises(ParameterError, match="number of classes is 1, but must be 2 to 64"):
        state.without_class(0)
    for _ in range(62):
        state = state.with_class_added()
    assert state.labels == default_labels(64)
    np.testing.assert_allclose(state.parameters.p, 1 / 64, rtol=1e-12)
    with pytest.raises(ParameterError, match="number of classes is 65, but must be 2 to 64"):
        state.with_class_added()


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("  light\train\n", "light rain"),
        ("", "class 1"),
        (" \n ", "class 1"),
        ("ß" * 90, "ß" * LONGEST_LABEL),
        ("x" * (LONGEST_LABEL - 1) + " y", "x" * (LONGEST_LABEL - 1)),
    ],
)
def test_labels_are_cleaned(typed, label):
    assert state_of(1, 1, 1).with_label(1, typed).labels == ("class 0", label, "class 2")


def test_a_new_vector_keeps_labels_and_opens_locks():
    state = state_of(1, 1, 1, locked=[0]).with_label(0, "sun")
    assert state.with_vector((1, 3)).labels == ("sun", "class 1")
    longer = state.with_vector((1, 1, 1, 1))
    assert longer.labels == ("sun", "class 1", "class 2", "class 3")
    assert longer.locks == (False,) * 4


def test_options_and_locks_are_switched():
    state = LabState().with_option("a.b", True).with_lock(3, True)
    assert state.options == {"a.b"}
    assert state.locks == (False, False, False, True, False)
    assert state.with_option("a.b", False).with_lock(3, False) == LabState()


def test_the_first_state_is_the_notes():
    assert LabState().parameters == FIRST
    default = Parameters(NOTE_PROBABILITIES)
    differing = {name for name in PARAMETERS if getattr(FIRST, name) != getattr(default, name)}
    assert differing == {"temperature", "selected"}  # all else is as on the command line
    assert LabState().labels == default_labels(5)


def test_labels_and_locks_must_be_as_many_as_classes():
    with pytest.raises(ValueError, match="equally many"):
        LabState(FIRST, default_labels(4))


# Classes whose p is too small for a float.


FAR = LabState(Parameters.from_logits((0, -800, -801)), default_labels(3), (False,) * 3)


def test_rescaling_shifts_ln_p_of_what_is_too_small_to_be_shown():
    moved = FAR.with_class_added().with_probability(3, 0.5)
    np.testing.assert_allclose(moved.parameters.p, [0.5, 0, 0, 0.5], rtol=1e-12)
    shift = math.log(0.5)
    known = [shift, shift - 800, shift - 801, shift]
    np.testing.assert_allclose(moved.parameters.log_p, known, rtol=1e-12)


def test_others_that_are_all_too_small_keep_their_proportions_not_equal_ones():
    moved = FAR.with_probability(0, 0.5)
    np.testing.assert_allclose(moved.parameters.p[1:], scipy.special.softmax([0, -1]) / 2)
    left = FAR.without_class(0)
    np.testing.assert_allclose(left.parameters.p, scipy.special.softmax([0, -1]), rtol=1e-12)
    shared = FAR.with_shares({1: 3, 2: 1}).parameters.log_p
    total = np.logaddexp(-800, -801)
    np.testing.assert_allclose(shared, [0, total + math.log(0.75), total + math.log(0.25)])
