"""Settings: damaged texts, records and files give usable values."""

import json
from dataclasses import replace

import pytest
from PyQt6.QtCore import QByteArray, QSettings
from PyQt6.QtWidgets import QMainWindow

from gumbel_gui.core.parameters import MAX_DRAWS, PARAMETERS, Parameters
from gumbel_gui.gui.state.settings import LONGEST, Settings
from gumbel_gui.gui.state.state import LabState
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
def stored(ini):
    return Settings(ini)


@pytest.fixture
def record(stored):
    """What is stored of FULL."""
    stored.state = FULL
    return stored.record("state")


def usable(state):
    """Return True for a state that could have been made in the window."""
    for k, label in enumerate(state.labels):
        assert state.with_label(k, label) == state
    assert all(isinstance(option, str) and len(option) < 100 for option in state.options)
    return True


@pytest.mark.parametrize("text", ["zz not hex zz", "ff" * 40, "é" * 9, "0"])
def test_a_damaged_geometry_moves_nothing(stored, qtbot, text):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(345, 234)
    stored.set_text("geometry", text)
    window.restoreGeometry(stored.geometry)
    assert (window.width(), window.height()) == (345, 234)


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "null", "[]", "7", '"text"', "NaN", "\0", "{}", "\ud800", '{"a": 1'),
        *("[" * 50_000, '{"a":' * 20_000, "9" * 20_000),
        json.dumps({**GOOD, "labels": ["x" * LONGEST, "b"]}),
        "{" + " " * LONGEST + "}",
    ],
    ids=lambda text: text[:12],
)
def test_a_damaged_text_gives_the_first_state(stored, text):
    stored.set_text("state", text)
    assert stored.state == LabState()
    assert stored.record("state") == {}


def test_the_good_record_is_good(stored):
    stored.set_record("state", GOOD)
    assert stored.state.parameters == Parameters((0.5, 0.5), 2, 10, 3)
    assert stored.state.labels == ("a", "b")
    assert stored.state.locks == (False, True)


@pytest.mark.parametrize("field", GOOD)
def test_a_strange_value_in_a_field_gives_a_usable_state(stored, strange, field):
    for value in strange:
        stored.set_record("state", {**GOOD, field: value})
        assert usable(stored.state), value


@pytest.mark.parametrize("field", ["probabilities", "labels", "locks", "options"])
def test_a_missing_field_without_a_default_gives_the_first_state(stored, field):
    stored.set_record("state", {name: value for name, value in GOOD.items() if name != field})
    assert stored.state == LabState()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("temperature", "NaN"),
        ("temperature", "Infinity"),
        ("temperature", "1e999"),
        ("temperature", "1" + "0" * 400),
        ("temperature", '"1"'),
        ("temperature", "-1"),
        ("temperature", "true"),
        ("draws", "0"),
        ("draws", "1.5"),
        ("draws", "1e999"),
        ("draws", MAX_DRAWS + 1),
        ("seed", "-1"),
        ("seed", "NaN"),
        ("probabilities", "[1]"),
        ("probabilities", "[0, 0]"),
        ("probabilities", "[1, NaN]"),
        ("probabilities", "[1, -1]"),
        ("probabilities", "[1, 2, 3]"),
        ("probabilities", '"12"'),
        ("probabilities", '{"1": 1, "2": 2}'),
        ("probabilities", "[[1], [2]]"),
        ("labels", '["a"]'),
        ("locks", "[true]"),
        ("locks", "true"),
        ("options", "5"),
    ],
)
def test_a_value_that_cannot_be_gives_the_first_state(stored, field, text):
    record = ", ".join(
        f'"{name}": {text if name == field else json.dumps(value)}' for name, value in GOOD.items()
    )
    stored.set_text("state", "{" + record + "}")
    assert stored.record("state")
    assert stored.state == LabState()


@pytest.mark.parametrize(
    "labels", [["x" * 90_000, "b"], ["a\nb", "c"], ["", "b"], [None, {}], "ab"]
)
def test_labels_are_read_as_if_they_were_typed(stored, labels):
    stored.set_record("state", {**GOOD, "labels": labels})
    assert usable(stored.state)


@pytest.mark.parametrize(
    "value", [["a", "b"], 7, 1.5, True, QByteArray(b"x"), {"a": 1}, None], ids=repr
)
def test_what_is_no_text_gives_the_default(ini, stored, value):
    ini.setValue("theme", value)
    ini.setValue("state", value)
    assert stored.text("theme", "system") == "system"
    assert stored.state == LabState()


@pytest.mark.qt_log_ignore("QVariant|invalid type")
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
    ],
)
def test_a_damaged_file_gives_defaults(tmp_path, line):
    file = tmp_path / "damaged.ini"
    file.write_text(f"[General]\nstate={line}\ngeometry={line}\nexport={line}\n")
    damaged = Settings(QSettings(str(file), QSettings.Format.IniFormat))
    assert damaged.state == LabState()
    assert damaged.record("export") == {}
    assert isinstance(damaged.geometry, QByteArray)


@pytest.mark.parametrize("name", sorted(PARAMETERS.keys() - {"probabilities"}))
def test_one_that_is_missing_has_its_default_and_the_rest_stays(stored, record, name):
    del record[name]
    stored.set_record("state", record)
    default = PARAMETERS[name].default
    assert stored.state.parameters == replace(FULL.parameters, **{name: default})


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_strange_value_gives_a_usable_state(stored, strange, record, name):
    for value in strange:
        stored.set_record("state", {**record, name: value})
        state = stored.state
        assert state == LabState() or state.parameters == replace(
            FULL.parameters, **{name: getattr(state.parameters, name)}
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
def test_a_value_of_a_parameter_that_cannot_be_gives_the_first_state(stored, record, name, text):
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


@pytest.mark.parametrize(
    ("text", "memory"),
    [
        ("", 256),
        ("x", 256),
        ("-5", 256),
        ("1.5", 256),
        ("٣", 256),
        ("9" * 5000, 256),
        ("99999999", 65_536),
    ],
)
def test_a_memory_that_cannot_be_is_brought_within_bounds(stored, text, memory):
    stored.set_text("memory", text)
    assert stored.memory == memory
