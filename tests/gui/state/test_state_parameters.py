"""LabState: parameters are set by name; what depends on them follows, nothing else does."""

import pytest

from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import PARAMETERS, ParameterError, Parameters
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots.words.text import default_labels


def state_of(classes, **others):
    parameters = Parameters((1.0,) * classes, draws=1000, **others)
    return LabState(parameters, default_labels(classes), (False,) * classes)


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_parameter_is_set_and_nothing_else(with_another, name):
    before = state_of(3)
    expected = with_another(before.parameters, name)
    changed = before.with_parameter(name, getattr(expected, name))
    assert changed.parameters == expected != before.parameters
    assert changed.with_parameter(name, getattr(before.parameters, name)) == before


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pair", (2, 0)),
        ("top", 3),
        ("noise_scale", 0.01),
        ("scale", 100),
        ("location", -100),
        ("trio", (2, 0, 1)),
        ("schedule", (1.0, 0.1, 0.5)),
        ("loss", Loss.COST),
        ("weights", (1.0, 2.0, 3.0)),
        ("other", (0.0, 0.25, 0.75)),
        ("estimator", "reinforce"),
        ("learning_rate", 0.001),
        ("annealed", True),
        ("steps", 0),
    ],
)
def test_values_at_the_limits_are_set(name, value):
    assert getattr(state_of(3).with_parameter(name, value).parameters, name) == value


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
        ("trio", (0, 1, 3), "three different classes from 0 to 2"),
        ("schedule", (0.5, 0.1, 1.0), "0.0001 ≤ r ≤ 10"),
        ("loss", "typo", "one of cost, distance"),
        ("weights", (1.0, 2.0), "an empty one for the usual weights"),
        ("other", (1.0, 2.0), "or an empty one for equal shares"),
        ("other", (0.0, 0.0, 0.0), "or an empty one for equal shares"),
        ("estimator", "typo", "leave-one-out, rebar"),
        ("learning_rate", 0, "a number from 0.001 to 100"),
        ("annealed", 1, "True or False"),
        ("steps", 301, "a whole number from 0 to 300"),
    ],
)
def test_a_bad_value_names_the_parameter_and_what_is_allowed(name, bad, allowed):
    with pytest.raises(ParameterError) as error:
        state_of(3).with_parameter(name, bad)
    assert str(error.value).startswith(f"{PARAMETERS[name].option} is ")
    assert ", but must be " in str(error.value)
    assert str(error.value).endswith(f"{allowed}.")


def test_an_unknown_name_is_refused():
    with pytest.raises(TypeError, match=r"typo is no parameter\."):
        state_of(3).with_parameter("typo", 1)


@pytest.mark.parametrize("value", [(1, 1), (1, 1, 1, 1)])
def test_p_of_another_length_needs_other_labels_too(value):
    with pytest.raises(ValueError, match="equally many"):
        state_of(3).with_parameter("probabilities", value)


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
        ParameterError, match=r"^draw is .* must be a whole number from 0 to 1000\.$"
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


def test_another_loss_has_its_own_weights():
    state = state_of(3, weights=(7, 8, 9))
    for same in ("distance", Loss.DISTANCE):
        assert state.with_parameter("loss", same) == state
    for other in ("cost", Loss.COST):
        changed = state.with_parameter("loss", other).parameters
        assert (changed.loss, changed.weights) == (Loss.COST, ())
    assert state.with_parameter("estimator", "reinforce").parameters.weights == (7, 8, 9)
    with pytest.raises(ParameterError, match="one of cost, distance"):
        state.with_parameter("loss", "typo")
