"""LabState: what follows when classes are added, removed or replaced; edits in any order."""

from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gumbel_gui.core import kinds
from gumbel_gui.core.losses import Loss, default_weights
from gumbel_gui.core.parameters import PARAMETERS, ParameterError, Parameters
from gumbel_gui.core.probabilities import MAX_CLASSES
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots.words.text import default_labels

generously = settings(deadline=None, max_examples=150)


def state_of(classes, **others):
    parameters = Parameters((1.0,) * classes, draws=1000, **others)
    return LabState(parameters, default_labels(classes), (False,) * classes)


VECTORS = st.integers(1, 9).flatmap(
    lambda n: st.lists(st.sampled_from([0.0, 0.25, 1.0, 3.0]), min_size=n, max_size=n)
)


def test_the_second_vector_follows_the_classes():
    """A removed class takes its share along, and a new one has the mean share of the others."""
    state = state_of(3).with_parameter("other", (0.2, 0.3, 0.5))
    assert state.without_class(1).parameters.other == pytest.approx((2 / 7, 5 / 7))
    assert state.with_class_added().parameters.other == pytest.approx((0.15, 0.225, 0.375, 0.25))
    assert state.with_vector((1, 1)).parameters.other == pytest.approx((0.4, 0.6))
    alone = state_of(3).with_parameter("other", (0, 0, 1))
    assert alone.without_class(2).parameters.other == ()  # nothing is left of it


def values_of(kind):
    """Return values that a parameter of a kind may have, and others that are refused."""
    if isinstance(kind, kinds.Number):
        return st.floats() | st.floats(kind.lowest, min(kind.highest, 1e300))
    if isinstance(kind, kinds.Whole):
        return st.integers(-2, 70) | st.sampled_from([300, 301, 10**11])
    if isinstance(kind, kinds.Choice):
        return st.sampled_from([*kind.members, *map(str, kind.members), "typo"])
    if isinstance(kind, kinds.Members):
        return st.lists(st.sampled_from([*kind.members, "typo"]), max_size=3).map(tuple)
    if isinstance(kind, kinds.Flag):
        return st.sampled_from([True, False, 1])
    if isinstance(kind, kinds.Classes):
        return st.tuples(*[st.integers(-1, 9)] * len(kind.places))
    if isinstance(kind, kinds.Order):
        return st.permutations(kind.names) | st.tuples(st.sampled_from(kind.names))
    if isinstance(kind, kinds.Shares):
        return st.integers(0, 9).map(lambda n: (1.5, 0, 1000, 0, 7, 1, 2, 3, 4)[:n])
    if isinstance(kind, kinds.Weights):
        return st.integers(0, 9).map(lambda n: (1.5, -2.0, 1000, 0, 7, 1, 2, 3, 4)[:n])
    assert isinstance(kind, kinds.Schedule)
    return st.tuples(*[st.floats(-0.1, 10)] * 3)


SETTINGS = [
    st.tuples(st.just("with_parameter"), st.just(name), values_of(declared.kind))
    for name, declared in PARAMETERS.items()
    if name != "probabilities"
]
EDITS = st.one_of(
    st.tuples(st.just("with_vector"), VECTORS),
    st.tuples(st.just("with_class_added")),
    st.tuples(st.just("without_class"), st.integers(0, 8)),
    st.tuples(st.just("with_probability"), st.integers(0, 8), st.floats(-0.5, 1.5)),
    st.tuples(st.just("with_lock"), st.integers(0, 8), st.booleans()),
    st.tuples(
        st.just("with_shares"), st.dictionaries(st.integers(0, 9), st.floats(-0.5, 9), min_size=1)
    ),
    *SETTINGS,
)
OF_A_CLASS = {"without_class", "with_probability", "with_lock"}


def after(state, edit):
    """Make an edit; a refused one leaves the state as it is."""
    name, *values = edit
    if name in OF_A_CLASS:
        values[0] %= state.parameters.classes
    try:
        return getattr(state, name)(*values)
    except ParameterError as error:
        refused = str(error)
    assert ", but must be " in refused
    return state


def assert_fits(state):
    p = state.parameters
    assert Parameters(**asdict(p)) == p
    assert len(state.labels) == len(state.locks) == p.classes
    assert 0 <= p.selected <= p.draws
    assert 1 <= p.top <= p.classes
    assert len(set(p.pair)) == 2
    assert set(p.pair) <= set(range(p.classes))
    assert len(set(p.trio) & set(range(max(p.classes, 3)))) == 3
    assert len(p.loss_weights) == p.classes


@generously
@given(st.lists(EDITS, max_size=25))
def test_any_edits_in_any_order_leave_parameters_that_fit(edits):
    state = state_of(5, pair=(3, 2), selected=7)
    for edit in edits:
        state = after(state, edit)
        assert_fits(state)


@generously
@given(
    st.integers(2, 9).flatmap(
        lambda n: st.tuples(st.just(n), st.permutations(range(n)), st.integers(0, n - 1))
    ),
    st.integers(1, 9),
)
def test_the_pair_follows_its_classes_when_one_is_removed(case, top):
    """The classes are told apart by their names, which move up with them."""
    classes, order, gone = case
    state = state_of(classes, pair=tuple(order[:2]), top=min(top, classes))
    for k in range(classes):
        state = state.with_label(k, f"name {k}")
    if classes == 2:
        with pytest.raises(ParameterError):
            state.without_class(gone)
        return
    less = state.without_class(gone)
    assert_fits(less)
    for before, now in zip(state.parameters.pair, less.parameters.pair, strict=True):
        if before != gone:
            assert less.labels[now] == state.labels[before]
    assert less.parameters.top == min(state.parameters.top, classes - 1)


@generously
@given(st.integers(2, 9), st.permutations(range(9)), st.integers(1, 9))
def test_a_shorter_vector_keeps_what_is_there(shorter, order, top):
    state = state_of(9, pair=tuple(order[:2]), top=top).with_vector((1.0,) * shorter)
    assert_fits(state)
    for before, now in zip(order[:2], state.parameters.pair, strict=True):
        if before < shorter:
            assert now == before
    assert state.parameters.top == min(top, shorter)


@pytest.mark.parametrize(
    ("pair", "gone", "left"),
    [
        ((3, 2), 0, (2, 1)),
        ((3, 2), 4, (3, 2)),
        ((3, 2), 3, (0, 2)),
        ((3, 2), 2, (2, 0)),
        ((0, 1), 0, (1, 0)),
        ((4, 0), 2, (3, 0)),
    ],
)
def test_a_removed_class_of_the_pair_makes_room_for_the_first_free_one(pair, gone, left):
    assert state_of(5, pair=pair).without_class(gone).parameters.pair == left


@generously
@given(st.integers(2, 63), st.integers(0, 10**6))
def test_an_added_class_leaves_pair_top_and_selection_alone(classes, number):
    second = 1 + number % (classes - 1)
    state = state_of(classes, pair=(second, 0), top=classes, selected=number % 1001)
    more = state.with_class_added()
    assert_fits(more)
    for name in PARAMETERS.keys() - {"probabilities"}:
        assert getattr(more.parameters, name) == getattr(state.parameters, name), name


def test_the_most_classes_have_a_pair_and_a_top():
    state = state_of(2, pair=(1, 0))
    for _ in range(MAX_CLASSES - 2):
        state = state.with_class_added()
    state = (
        state.with_parameter("top", MAX_CLASSES)
        .with_parameter("pair", (63, 62))
        .with_vector((1, 1))
    )
    assert (state.parameters.pair, state.parameters.top) == ((0, 1), 2)


@pytest.mark.parametrize(
    ("trio", "gone", "left"),
    [
        ((4, 3, 2), 0, (3, 2, 1)),
        ((0, 1, 2), 4, (0, 1, 2)),
        ((0, 1, 2), 1, (0, 2, 1)),
        ((4, 0, 2), 4, (1, 0, 2)),
        ((4, 0, 2), 0, (3, 0, 1)),
    ],
)
def test_a_removed_corner_makes_room_for_the_first_free_class(trio, gone, left):
    assert state_of(5, trio=trio).without_class(gone).parameters.trio == left


def test_with_two_classes_left_the_third_corner_is_empty():
    assert state_of(3, trio=(2, 1, 0)).without_class(1).parameters.trio == (1, 2, 0)
    state = state_of(5, trio=(4, 1, 3)).with_vector((1, 1))
    assert state.parameters.trio == (0, 1, 2)
    assert state.with_class_added().parameters.trio == (0, 1, 2)


@generously
@given(
    st.integers(3, 9).flatmap(
        lambda n: st.tuples(st.permutations(range(n)), st.integers(0, n - 1), st.sampled_from(Loss))
    )
)
def test_corners_and_weights_follow_their_classes_when_one_is_removed(case):
    order, gone, loss = case
    classes = len(order)
    weights = tuple(10.0 + k for k in range(classes))
    state = state_of(classes, trio=tuple(order[:3]), weights=weights, loss=loss)
    for k in range(classes):
        state = state.with_label(k, f"name {k}")
    less = state.without_class(gone)
    assert less.parameters.weights == tuple(w for k, w in enumerate(weights) if k != gone)
    assert len(set(less.parameters.trio)) == 3
    for before, now in zip(order[:3], less.parameters.trio, strict=True):
        if before != gone:
            assert less.labels[now] == state.labels[before]


@pytest.mark.parametrize(("loss", "new"), [(Loss.COST, (3.0, 4.0)), (Loss.DISTANCE, (0.0, 0.0))])
def test_new_classes_get_weights_of_their_own(loss, new):
    state = state_of(3, loss=loss, weights=(7, 8, 9))
    assert state.with_class_added().parameters.weights == (7, 8, 9, new[0])
    assert state.with_class_added().with_class_added().parameters.weights == (7, 8, 9, *new)
    assert state.with_vector((1,) * 5).parameters.weights == (7, 8, 9, *new)
    assert state.with_vector((1, 1)).parameters.weights == (7, 8)
    assert state.with_vector((1, 2, 4)).parameters.weights == (7, 8, 9)


@pytest.mark.parametrize("loss", Loss)
def test_default_weights_stay_the_default_ones(loss):
    state = state_of(3, loss=loss)
    for changed in (
        state.with_class_added(),
        state.without_class(0),
        state.with_vector((1,) * 7),
    ):
        parameters = changed.parameters
        assert parameters.weights == ()
        assert parameters.loss_weights == default_weights(loss, parameters.classes)
