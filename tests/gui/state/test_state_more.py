"""Edits of what single plots show: whatever is done in whatever order, the parameters fit."""

from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import KNOBS, LARGEST_LOCATION, LARGEST_RATE, LARGEST_SCALE, SMALLEST_RATE, SMALLEST_SCALE, ParameterError, Parameters
from gumbel_gui.core.probabilities import MAX_CLASSES
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots.words.text import default_labels

generously = settings(deadline=None, max_examples=150)


def state_of(classes, **others):
    parameters = Parameters((1.0,) * classes, draws=1000, **others)
    return LabState(parameters, default_labels(classes), (False,) * classes)


KNOB_VALUES = {
    "pair": st.tuples(st.integers(-1, 9), st.integers(-1, 9)),
    "top": st.integers(-1, 70),
    "noise_scale": st.one_of(st.floats(), st.floats(SMALLEST_SCALE, LARGEST_SCALE)),
    "location": st.one_of(st.floats(), st.floats(-LARGEST_LOCATION, LARGEST_LOCATION)),
    "scale": st.one_of(st.floats(), st.floats(SMALLEST_SCALE, LARGEST_SCALE)),
    "trio": st.tuples(*[st.integers(-1, 6)] * 3),
    "schedule": st.tuples(*[st.floats(-0.1, 10)] * 3),
    "loss": st.sampled_from([*Loss, "cost", "typo"]),
    "weights": st.integers(0, 9).map(lambda n: (1.5, -2.0, 1000, 0, 7, 1, 2, 3, 4)[:n]),
    "estimator": st.sampled_from([*Estimator, "typo"]),
    "learning_rate": st.one_of(st.floats(), st.floats(SMALLEST_RATE, LARGEST_RATE)),
    "annealed": st.sampled_from([True, False, 1]),
    "steps": st.integers(-1, 301),
}
assert KNOB_VALUES.keys() == KNOBS
KNOB_EDITS = [
    st.tuples(st.just("with_knob"), st.just(name), values) for name, values in KNOB_VALUES.items()
]
VECTORS = st.integers(1, 9).flatmap(
    lambda n: st.lists(st.sampled_from([0.0, 0.25, 1.0, 3.0]), min_size=n, max_size=n)
)
EDITS = st.one_of(
    st.tuples(st.just("with_vector"), VECTORS),
    st.tuples(st.just("with_class_added")),
    st.tuples(st.just("without_class"), st.integers(0, 8)),
    st.tuples(st.just("with_draws"), st.one_of(st.integers(-1, 60), st.just(10**11))),
    st.tuples(st.just("with_selected"), st.integers(-2, 70)),
    st.tuples(st.just("with_mistake"), st.one_of(st.sampled_from(Mistake), st.just("typo"))),
    st.tuples(st.just("with_probability"), st.integers(0, 8), st.floats(-0.5, 1.5)),
    st.tuples(st.just("with_lock"), st.integers(0, 8), st.booleans()),
    st.tuples(
        st.just("with_shares"), st.dictionaries(st.integers(0, 9), st.floats(-0.5, 9), min_size=1)
    ),
    *KNOB_EDITS,
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
    for name in ("pair", "top", "selected", "mistake", *KNOBS):
        assert getattr(more.parameters, name) == getattr(state.parameters, name), name


def test_new_vectors_classes_and_controls_leave_the_rest_alone():
    others = {
        "temperature": 0.3,
        "seed": 8,
        "mistake": Mistake.NORMAL,
        "selected": 9,
        "noise_scale": 0.5,
        "location": -1.0,
        "scale": 3.0,
    }
    state = state_of(5, **others)
    for edit in (
        lambda s: s.with_vector((1, 2, 3)),
        lambda s: s.with_class_added(),
        lambda s: s.without_class(2),
        lambda s: s.with_parameter("top", 1),
        lambda s: s.with_probability(1, 0.5),
    ):
        changed = edit(state).parameters
        assert {name: getattr(changed, name) for name in others} == others


@pytest.mark.parametrize(
    ("draws", "selected"), [(1000, 700), (700, 700), (699, 699), (1, 1), (10**11, 700)]
)
def test_fewer_draws_bring_the_selection_to_the_last_one(draws, selected):
    parameters = state_of(3, selected=700).with_parameter("draws", draws).parameters
    assert (parameters.draws, parameters.selected) == (draws, selected)


def test_where_none_is_selected_another_number_of_draws_selects_none():
    assert state_of(3).with_parameter("draws", 5).parameters.selected == 0


@pytest.mark.parametrize("draws", [0, -1, 10**11 + 1, 1.5, True, "7", None])
def test_bad_draws_are_named_as_draws(draws):
    with pytest.raises(ParameterError, match=r"^draws is .* but must be a whole number from 1 to"):
        state_of(3, selected=700).with_parameter("draws", draws)


@pytest.mark.parametrize("number", [0, 1, 1000])
def test_a_draw_is_selected(number):
    assert state_of(3, selected=5).with_parameter("selected", number).parameters.selected == number


@pytest.mark.parametrize("number", [-1, 1001, 10**400, 0.5, True, "1", None])
def test_a_draw_that_is_not_there_is_refused(number):
    with pytest.raises(
        ParameterError, match=r"^selected draw is .* must be a whole number from 0 to 1000\.$"
    ):
        state_of(3).with_parameter("selected", number)


@pytest.mark.parametrize("mistake", Mistake)
def test_mistakes_are_made_by_value_or_by_name(mistake):
    for given_as in (mistake, mistake.value):
        made = state_of(3).with_parameter("mistake", given_as).parameters.mistake
        assert isinstance(made, Mistake)
        assert made is mistake


@pytest.mark.parametrize("mistake", ["typo", "", "NONE", None, 3, [], {}])
def test_an_unknown_mistake_names_the_known_ones(mistake):
    with pytest.raises(ParameterError) as error:
        state_of(3).with_parameter("mistake", mistake)
    assert str(error.value).startswith("mistake is ")
    assert all(known.value in str(error.value) for known in Mistake)


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("pair", (2, 0)),
        ("top", 3),
        ("noise_scale", SMALLEST_SCALE),
        ("scale", LARGEST_SCALE),
        ("location", -LARGEST_LOCATION),
    ],
)
def test_a_control_sets_its_parameter_and_nothing_else(name, good):
    before = state_of(3)
    changed = before.with_parameter(name, good)
    assert getattr(changed.parameters, name) == good
    assert changed.with_parameter(name, getattr(before.parameters, name)) == before


@pytest.mark.parametrize(
    ("name", "bad", "allowed"),
    [
        ("pair", (1, 1), "two different classes from 0 to 2"),
        ("pair", (0, 3), "two different classes from 0 to 2"),
        ("pair", (0,), "two different classes from 0 to 2"),
        ("pair", 5, "two different classes from 0 to 2"),
        ("pair", "01", "two different classes from 0 to 2"),
        ("top", 0, "a whole number from 1 to 3"),
        ("top", 4, "a whole number from 1 to 3"),
        ("top", 1.5, "a whole number from 1 to 3"),
        ("noise_scale", 0, "a number from 0.01 to 100"),
        ("noise_scale", float("nan"), "a number from 0.01 to 100"),
        ("scale", -1, "a number from 0.01 to 100"),
        ("scale", float("inf"), "a number from 0.01 to 100"),
        ("location", 100.5, "a number from -100 to 100"),
        ("location", "0", "a number from -100 to 100"),
    ],
)
def test_a_bad_control_names_what_is_allowed(name, bad, allowed):
    with pytest.raises(ParameterError) as error:
        state_of(3).with_parameter(name, bad)
    assert str(error.value).endswith(f", but must be {allowed}.")


@pytest.mark.parametrize("name", ["temperature", "draws", "selected", "mistake", "probabilities"])
def test_what_is_no_control_is_not_set_as_one(name):
    with pytest.raises(ValueError, match=name):
        state_of(3).with_parameter(name, 1)


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
