"""LabState: classes share the sum of their probabilities anew, as when a mark is dragged."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gumbel_gui.core.parameters import PARAMETERS, ParameterError, Parameters
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots.words.text import default_labels

generously = settings(deadline=None, max_examples=150)


def state_of(*p, locked=(), **others):
    locks = tuple(k in locked for k in range(len(p)))
    return LabState(Parameters(p, **others), default_labels(len(p)), locks)


@st.composite
def shared(draw):
    """A state, and shares of two or more of its classes, which together have a p above 0."""
    classes = draw(st.integers(2, 9))
    weight = st.just(0.0) | st.floats(1e-9, 1.0)
    p = draw(st.lists(weight, min_size=classes, max_size=classes).filter(any))
    order = draw(st.permutations(range(classes)))
    largest = p.index(max(p))
    order.remove(largest)
    named = [largest, *order[: draw(st.integers(1, 3))]]
    share = st.sampled_from([0.0, 5e-324, 1e308]) | st.floats(0, 1)
    shares = draw(
        st.fixed_dictionaries(dict.fromkeys(named, share)).filter(lambda s: any(s.values()))
    )
    locks = tuple(k not in shares and draw(st.booleans()) for k in range(classes))
    return LabState(Parameters(tuple(p)), default_labels(classes), locks), shares


@generously
@given(shared())
def test_shares_keep_the_sum_and_the_others(case):
    state, shares = case
    before, after = state.parameters.p, state.with_shares(shares).parameters.p
    named, others = [list(shares), [k for k in range(len(before)) if k not in shares]]
    assert math.fsum(after) == pytest.approx(1, abs=4e-16)
    assert math.fsum(after[named]) == pytest.approx(math.fsum(before[named]), rel=1e-14)
    np.testing.assert_allclose(after[others], before[others], rtol=1e-14, atol=0)


@generously
@given(shared())
def test_shares_are_in_the_proportions_asked_for(case):
    state, shares = case
    after = state.with_shares(shares).parameters.p
    scale = max(shares.values())
    whole = math.fsum(share / scale for share in shares.values())
    total = math.fsum(state.parameters.p[list(shares)])
    for k, share in shares.items():
        assert after[k] == pytest.approx(share / scale / whole * total, rel=1e-12, abs=1e-300)
        assert share > 0 or after[k] == 0


@pytest.mark.parametrize(("share", "p"), [(0.0, 0.0), (0.3, 0.3), (0.8, 0.8), (0.9, 0.8), (7, 0.8)])
def test_one_class_alone_gets_its_share_as_far_as_the_locked_ones_leave_room(share, p):
    after = state_of(0.5, 0.2, 0.3, locked=[1]).with_shares({0: share}).parameters.p
    assert after == pytest.approx([p, 0.2, 0.8 - p], abs=1e-15)


def test_one_class_alone_stays_while_all_others_are_locked():
    with pytest.raises(ParameterError, match="as it is while all other classes are locked"):
        state_of(0.2, 0.8, locked=[0]).with_shares({1: 0.5})


def test_shares_change_p_only():
    state = state_of(1, 1, 1, 1, trio=(3, 1, 0), selected=7, weights=(1, 2, 3, 4), locked=[2])
    after = state.with_label(0, "x").with_shares({0: 1, 1: 3})
    assert after.parameters.p == pytest.approx([0.125, 0.375, 0.25, 0.25])
    unlike = {
        name
        for name in PARAMETERS
        if getattr(after.parameters, name) != getattr(state.parameters, name)
    }
    assert unlike == {"probabilities"}
    assert (after.labels[0], after.locks) == ("x", state.locks)


def test_the_empty_corner_of_two_classes_has_no_share():
    state = state_of(0.2, 0.8)
    for empty in (0.0, 0.6, math.nan, -1):
        p = state.with_shares({0: 0.1, 1: 0.3, 2: empty}).parameters.p
        assert p == pytest.approx([0.25, 0.75], rel=1e-15)


@pytest.mark.parametrize("shares", [{0: 2.0, 1: 1.0}, {1: 1.0, 0: 0.0}, {1: 1.0}])
def test_a_locked_class_stays_and_is_named(shares):
    state = state_of(0.2, 0.3, 0.5, locked=[1]).with_label(1, "rain")
    with pytest.raises(ParameterError) as caught:
        state.with_shares(shares)
    assert str(caught.value).startswith("p of rain is 0.")
    assert str(caught.value).endswith(", but must be left as it is while the class is locked.")


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        ({1: 1, 2: 1}, "the sum of p of rain, class 2 is 0, but must be above 0 to be shared."),
        ({0: 0, 1: 0}, "each share of class 0, rain is 0, but must be above 0 for at least one."),
        ({0: 1, 1: -1}, "share of rain is -1, but must be a finite number of 0 or more."),
        ({1: -1}, "share of rain is -1, but must be a finite number of 0 or more."),
        ({1: math.nan}, "share of rain is nan, but must be a finite number of 0 or more."),
        ({1: math.inf}, "share of rain is inf, but must be a finite number of 0 or more."),
    ],
)
def test_shares_that_cannot_be_are_refused_in_one_sentence(shares, sentence):
    with pytest.raises(ParameterError) as caught:
        state_of(1, 0, 0).with_label(1, "rain").with_shares(shares)
    assert str(caught.value) == sentence
