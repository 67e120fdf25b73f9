"""Settings: damaged texts, records and files give usable values."""

import json
from dataclasses import replace

import pytest
from PyQt6.QtCore import QByteArray
from PyQt6.QtWidgets import QMainWindow

from gumbel_gui.core.parameters import MAX_DRAWS, PARAMETERS, Parameters
from gumbel_gui.gui.state.settings import LEAST_MEMORY, MOST_MEMORY, Settings
from gumbel_gui.gui.state.slots import LARGEST
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import default_labels

GOOD = {
    "probabilities": [0.5, 0.5],
    "temperature": 2,
    "draws": 10,
    "seed": 3,
    "labels": ["a", "b"],
    "locks": [False, True],
    "options": [],
}


FULL = LabState(
    Parameters((0.1, 0.2, 0.3, 0.4), draws=5000, selected=4999, weights=(-1000, 1, 0, 7)),
    default_labels(4),
    (False, True, False, False),
)


@pytest.fixture
def settings():
    """Settings that are stored nowhere."""
    return Settings()


@pytest.fixture
def record(settings):
    """The values of FULL."""
    settings.state = FULL
    return json.loads(settings.dump())


@pytest.fixture
def read(tmp_path):
    """Return a function that gives the settings in a file."""
    file = tmp_path / "window-1.json"

    def opened(content):
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        settings = Settings(tmp_path)
        settings.close()
        return settings

    return opened


def usable(state):
    """Return True for a state that could have been made in the window."""
    for k, label in enumerate(state.labels):
        assert state.with_label(k, label) == state
    assert all(isinstance(option, str) and len(option) < 100 for option in state.options)
    return True


@pytest.mark.parametrize("text", ["zz not hex zz", "ff" * 40, "é" * 9, "0"])
def test_a_damaged_geometry_moves_nothing(settings, qtbot, text):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(345, 234)
    settings.set_text("geometry", text)
    window.restoreGeometry(settings.geometry)
    assert (window.width(), window.height()) == (345, 234)


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "null", "[]", "7", '"text"', "NaN", "\0", "{}", '{"a": 1'),
        *("[" * 50_000, '{"a":' * 20_000, "9" * 20_000, "{" + " " * LARGEST + "}"),
    ],
    ids=lambda text: text[:12],
)
def test_a_text_without_values_gives_the_first_state(read, text):
    settings = read(text.encode())
    assert settings.state == LabState()
    assert settings.record("export") == {}


def test_the_good_record_is_good(read):
    settings = read(GOOD)
    assert settings.state.parameters == Parameters((0.5, 0.5), 2, 10, 3)
    assert settings.state.labels == ("a", "b")
    assert settings.state.locks == (False, True)
    assert settings.tell_damage() == ""


@pytest.mark.parametrize("field", GOOD)
def test_a_strange_value_in_a_field_gives_a_usable_state(read, strange, field):
    for value in strange:
        assert usable(read({**GOOD, field: value}).state), value


@pytest.mark.parametrize("field", ["theme", "view", "geometry", "memory", "export", "guide"])
def test_a_strange_value_besides_the_state_is_a_default_or_of_its_type(read, strange, field):
    for value in strange:
        settings = read({**GOOD, field: value})
        assert isinstance(settings.text(field), str)
        assert settings.text("theme", "system", ("system", "dark")) == "system"
        assert isinstance(settings.record("guide"), dict)
        assert isinstance(settings.record("export"), dict)
        assert LEAST_MEMORY <= settings.memory <= MOST_MEMORY
        assert isinstance(settings.geometry, QByteArray)


FIRST_OF_TWO = {
    "probabilities": (0.5, 0.5),
    "labels": default_labels(2),
    "locks": (False, False),
    "options": frozenset(),
    "temperature": 1.0,
    "draws": 100_000,
    "seed": 0,
}
"""What each field of GOOD is if it cannot be."""


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("temperature", "NaN"),
        ("temperature", "Infinity"),
        ("temperature", "1e999"),
        ("temperature", "1" + "0" * 400),
        ("temperature", "1" * 5000),
        ("temperature", '"1"'),
        ("temperature", "-1"),
        ("temperature", "true"),
        ("draws", "0"),
        ("draws", "1.5"),
        ("draws", "1e999"),
        ("draws", MAX_DRAWS + 1),
        ("seed", "-1"),
        ("seed", "NaN"),
        ("seed", "[" * 5000),
        ("seed", "3\xff"),
        ("probabilities", "[1]"),
        ("probabilities", "[0, 0]"),
        ("probabilities", "[1, NaN]"),
        ("probabilities", "[1, -1]"),
        ("probabilities", '"12"'),
        ("probabilities", '{"1": 1, "2": 2}'),
        ("probabilities", "[[1], [2]]"),
        ("labels", '["a"]'),
        ("labels", '"ab"'),
        ("labels", '["a", null]'),
        ("labels", '["a", "b'),
        ("locks", "[true]"),
        ("locks", "true"),
        ("locks", "[0, 1]"),
        ("options", "5"),
        ("options", '["a", 7]'),
    ],
)
def test_a_value_that_cannot_be_is_a_default_and_the_others_stay(read, field, text):
    lines = [
        f'"{name}": {text if name == field else json.dumps(value)}' for name, value in GOOD.items()
    ]
    settings = read(("{\n" + ",\n".join(lines) + "\n}\n").encode("latin-1"))
    found, good = settings.state, read(GOOD).state
    for name in GOOD:
        of = found.parameters if name in PARAMETERS else found
        expected = good.parameters if name in PARAMETERS else good
        assert getattr(of, name) == (
            FIRST_OF_TWO[name] if name == field else getattr(expected, name)
        ), name


def test_damaged_probabilities_are_of_as_many_classes_as_there_are_labels(read):
    five = {**GOOD, "labels": list("abcde"), "locks": [True] * 5, "probabilities": [2, -1]}
    assert read(five).state.parameters.probabilities == LabState().parameters.probabilities
    assert read(five).state.labels == tuple("abcde")
    assert read({**five, "labels": list("abc")}).state.parameters.probabilities == (1 / 3,) * 3


def test_p_of_other_classes_than_the_labels_keeps_p(read):
    state = read({**GOOD, "probabilities": [1, 2, 1]}).state
    assert state.parameters.probabilities == (0.25, 0.5, 0.25)
    assert state.labels == default_labels(3)


def test_a_name_that_stands_twice_is_told(read):
    settings = read(b'{\n"temperature": 2,\n"temperature": 3,\n"seed": 7\n}\n')
    assert settings.state.parameters.seed == 7
    assert settings.tell_damage()


@pytest.mark.parametrize(
    "labels", [["x" * 90_000, "b"], ["a\nb", "c"], ["", "b"], ["\ud800", "b"], ["\0", "b"]]
)
def test_labels_are_read_as_if_they_were_typed(read, labels):
    assert usable(read({**GOOD, "labels": labels}).state)


@pytest.mark.parametrize(
    "line",
    [
        "@Variant(\\0\\0\\0\\x7f\\0)",
        "@Variant(garbage)",
        "@Invalid()",
        "@Rect(1 2 3 4)",
        "@ByteArray(abc)",
        "a, b, c",
        "\\xD800",
        "%00%ff",
        '"{\\"a\\": ',
        "{" * 5000,
    ],
)
def test_a_damaged_file_of_an_earlier_version_gives_defaults(tmp_path, line):
    file = tmp_path / "gumbel-gui.ini"
    file.write_text(f"[General]\nstate={line}\ngeometry={line}\nexport={line}\n")
    settings = Settings(tmp_path)
    settings.close()
    assert settings.state == LabState()
    assert settings.record("export") == {}
    assert isinstance(settings.geometry, QByteArray)


@pytest.mark.parametrize("name", sorted(PARAMETERS.keys() - {"probabilities"}))
def test_one_that_is_missing_has_its_default_and_the_rest_stays(read, record, name):
    del record[name]
    default = PARAMETERS[name].default
    assert read(record).state.parameters == replace(FULL.parameters, **{name: default})


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_strange_value_of_a_parameter_changes_no_other(read, strange, record, name):
    for value in strange:
        state = read({**record, name: value}).state
        assert replace(state.parameters) == state.parameters  # checks them all again
        if name not in ("probabilities", "draws"):  # on which others depend
            assert state.parameters == replace(
                FULL.parameters, **{name: getattr(state.parameters, name)}
            ), value


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
        ("mistake", '"typo"'),
        ("mistake", "[]"),
        ("mistake", "{}"),
        ("trio", "[0, 1]"),
        ("trio", "[0, 1, 4]"),
        ("trio", "[2, 1, 2]"),
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
        ("estimator", '"none"'),
        ("estimator", "true"),
        ("learning_rate", "0"),
        ("learning_rate", "NaN"),
        ("annealed", "1"),
        ("annealed", '"true"'),
        ("steps", "301"),
        ("steps", "-1"),
        ("steps", "true"),
    ],
)
def test_a_value_of_a_parameter_that_cannot_be_is_its_default(read, record, name, text):
    lines = [
        f'"{key}": {text if key == name else json.dumps(value)}' for key, value in record.items()
    ]
    settings = read(("{\n" + ",\n".join(lines) + "\n}\n").encode())
    default = PARAMETERS[name].default
    assert settings.state == replace(FULL, parameters=replace(FULL.parameters, **{name: default}))
    assert tr(PARAMETERS[name].words) in settings.tell_damage()


def test_whole_numbers_may_be_stored_as_decimals(read, record):
    found = read({**record, "selected": 7.0, "top": 2.0, "pair": [2.0, 0.0]}).state.parameters
    assert (found.selected, found.top, found.pair) == (7, 2, (2, 0))
    assert all(type(n) is int for n in (found.selected, found.top, *found.pair))


@pytest.mark.parametrize(
    ("text", "memory"),
    [
        ("", 256),
        ("x", 256),
        ("-5", 256),
        ("1.5", 256),
        ("٣", 256),
        ("9" * 5000, 256),
        ("99999999", MOST_MEMORY),
    ],
)
def test_a_memory_that_cannot_be_is_brought_within_bounds(settings, text, memory):
    settings.set_text("memory", text)
    assert settings.memory == memory
