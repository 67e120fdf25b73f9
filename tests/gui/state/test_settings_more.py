"""What is selected, broken and set on single plots survives a restart, damaged or not."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PyQt6.QtCore import QSettings

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.state.settings import LATER, Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots.words.text import default_labels

STATE = LabState(
    Parameters(
        (0.1, 0.2, 0.3, 0.4),
        temperature=0.25,
        draws=5000,
        seed=17,
        mistake=Mistake.T_OUTSIDE,
        selected=4999,
        pair=(3, 1),
        top=4,
        noise_scale=1 / 3,
        location=-1.7,
        scale=0.01,
        trio=(3, 0, 2),
        schedule=(2.5, 1 / 300, 0.02),
        loss=Loss.COST,
        weights=(-1000.0, 1 / 3, 0.0, 7.0),
        estimator=Estimator.BASELINE,
        learning_rate=0.07,
        annealed=True,
        steps=41,
    ),
    ("a", "b", "c", "d"),
    (False, True, False, False),
    frozenset(),
)


@pytest.fixture
def stored(ini):
    return Settings(ini)


@pytest.fixture
def reopened(ini, stored):
    """Return a function that opens the same file anew, as a restart does."""

    def again():
        stored.flush()
        return Settings(QSettings(ini.fileName(), QSettings.Format.IniFormat))

    return again


@pytest.fixture
def record(stored):
    """What is stored of STATE."""
    stored.state = STATE
    return stored.record("state")


def test_every_field_comes_back(stored, reopened):
    stored.state = STATE
    assert reopened().state == STATE


def test_no_field_of_the_parameters_is_forgotten(record):
    names = Parameters.__dataclass_fields__.keys()
    assert names <= record.keys()
    defaults = Parameters((1.0,) * 4)
    for name in names:  # so that one that is not read back would be seen
        assert getattr(STATE.parameters, name) != getattr(defaults, name), name


@pytest.mark.parametrize("mistake", Mistake)
def test_every_mistake_comes_back(stored, reopened, mistake):
    stored.state = STATE.with_parameter("mistake", mistake)
    assert reopened().state.parameters.mistake is mistake


@st.composite
def parameters(draw):
    classes = draw(st.integers(2, 64))
    draws = draw(st.integers(1, 10**11))
    size = st.floats(0.01, 100)
    hottest = draw(size)
    weights = st.lists(st.floats(-1000, 1000), min_size=classes, max_size=classes)
    return Parameters(
        tuple(draw(st.lists(st.floats(0.001, 1), min_size=classes, max_size=classes))),
        draws=draws,
        mistake=draw(st.sampled_from(Mistake)),
        selected=draw(st.integers(0, draws)),
        pair=tuple(draw(st.permutations(range(classes)))[:2]),
        top=draw(st.integers(1, classes)),
        noise_scale=draw(size),
        location=draw(st.floats(-100, 100)),
        scale=draw(size),
        trio=tuple(draw(st.permutations(range(max(classes, 3))))[:3]),
        schedule=(hottest, draw(st.floats(0.0001, 10)), draw(st.floats(0.01, hottest))),
        loss=draw(st.sampled_from(Loss)),
        weights=tuple(draw(st.just([]) | weights)),
        estimator=draw(st.sampled_from(Estimator)),
        learning_rate=draw(st.floats(0.001, 100)),
        annealed=draw(st.booleans()),
        steps=draw(st.integers(0, 300)),
    )


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(parameters())
def test_any_parameters_come_back_bit_by_bit(stored, some):
    classes = some.classes
    stored.state = LabState(some, default_labels(classes), (False,) * classes)
    assert stored.state.parameters == some


def test_what_an_earlier_version_stored_has_the_defaults(stored, record):
    for name in LATER:
        del record[name]
    stored.set_record("state", record)
    plain = Parameters((0.1, 0.2, 0.3, 0.4), temperature=0.25, draws=5000, seed=17)
    assert stored.state == replace(STATE, parameters=plain)


@pytest.mark.parametrize("name", LATER)
def test_one_that_is_missing_has_its_default_and_the_rest_stays(stored, record, name):
    del record[name]
    stored.set_record("state", record)
    default = getattr(Parameters((0.5, 0.5)), name)
    assert stored.state.parameters == replace(STATE.parameters, **{name: default})


def test_two_classes_of_an_earlier_version_fit_the_defaults(stored, record):
    for name in LATER:
        del record[name]
    two = {"probabilities": [1, 1], "labels": ["x", "y"], "locks": [False, False]}
    stored.set_record("state", {**record, **two})
    assert stored.state.labels == ("x", "y")
    assert (stored.state.parameters.pair, stored.state.parameters.top) == ((0, 1), 2)
    assert (stored.state.parameters.trio, stored.state.parameters.weights) == ((0, 1, 2), ())


@pytest.mark.parametrize("name", LATER)
def test_a_strange_value_gives_a_usable_state(stored, strange, record, name):
    for value in strange:
        stored.set_record("state", {**record, name: value})
        state = stored.state
        assert state == LabState() or state.parameters == replace(
            STATE.parameters, **{name: getattr(state.parameters, name)}
        ), value
        assert replace(state.parameters) == state.parameters  # checks them all again


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("selected", "5001"),
        ("selected", "-1"),
        ("selected", "1e999"),
        ("selected", "true"),
        ("selected", '"7"'),
        ("pair", "[1, 1]"),
        ("pair", "[0, 4]"),
        ("pair", "[0]"),
        ("pair", "[0, 1, 2]"),
        ("pair", '{"0": 1, "1": 0}'),
        ("pair", "7"),
        ("top", "0"),
        ("top", "5"),
        ("top", "NaN"),
        ("noise_scale", "0"),
        ("noise_scale", "NaN"),
        ("scale", "Infinity"),
        ("scale", "1" + "0" * 400),
        ("location", "101"),
        ("location", "null"),
        ("mistake", '"typo"'),
        ("mistake", "null"),
        ("mistake", "[]"),
        ("mistake", "{}"),
        ("trio", "[0, 1]"),
        ("trio", "[0, 1, 4]"),
        ("trio", "[2, 1, 2]"),
        ("trio", "null"),
        ("schedule", "[5, 0.05]"),
        ("schedule", "[0.1, 0.05, 5]"),
        ("schedule", "[5, NaN, 0.1]"),
        ("schedule", '"5,0.05,0.1"'),
        ("loss", '"costs"'),
        ("loss", "0"),
        ("weights", "[1, 2, 3]"),
        ("weights", "[1, 2, 3, 1001]"),
        ("weights", "[1, 2, 3, Infinity]"),
        ("weights", '[1, 2, 3, "4"]'),
        ("weights", "{}"),
        ("weights", "null"),
        ("estimator", '"none"'),
        ("estimator", "true"),
        ("learning_rate", "0"),
        ("learning_rate", "NaN"),
        ("annealed", "1"),
        ("annealed", '"true"'),
        ("annealed", "null"),
        ("steps", "301"),
        ("steps", "-1"),
        ("steps", "true"),
    ],
)
def test_a_value_that_cannot_be_gives_the_first_state(stored, record, name, text):
    words = ", ".join(
        f'"{key}": {text if key == name else json.dumps(value)}' for key, value in record.items()
    )
    stored.set_text("state", "{" + words + "}")
    assert stored.record("state")
    assert stored.state == LabState()


def test_whole_numbers_may_be_stored_as_decimals(stored, record):
    stored.set_record("state", {**record, "selected": 7.0, "top": 2.0, "pair": [2.0, 0.0]})
    found = stored.state.parameters
    assert (found.selected, found.top, found.pair) == (7, 2, (2, 0))
    assert all(type(n) is int for n in (found.selected, found.top, *found.pair))
