"""What survives a restart, and that nothing read back is trusted."""

import json

import pytest
from PyQt6.QtCore import QByteArray, QSettings
from PyQt6.QtWidgets import QMainWindow

from gumbel_gui.core.parameters import MAX_DRAWS, MAX_SEED, Parameters
from gumbel_gui.gui.state.settings import LONGEST, Settings
from gumbel_gui.gui.state.state import LabState

STATE = LabState(
    Parameters((0.1, 0.2, 0.7), temperature=1e-300, draws=10**9, seed=MAX_SEED),
    ('a "quoted", name', "größer ≥ %1; ü\\", "class 2"),
    (True, False, True),
    frozenset({"noise_histogram.cdf"}),
)
GOOD = {
    "probabilities": [0.5, 0.5],
    "temperature": 2,
    "draws": 10,
    "seed": 3,
    "labels": ["a", "b"],
    "locks": [False, True],
    "options": [],
}


@pytest.fixture
def stored(ini):
    return Settings(ini)


@pytest.fixture
def again(ini, stored):
    """Return a function that opens the same file anew, as a restart does."""

    def reopened():
        stored.flush()
        return Settings(QSettings(ini.fileName(), QSettings.Format.IniFormat))

    return reopened


def usable(state):
    """Say whether a state could have been made by hand."""
    for k, label in enumerate(state.labels):
        assert state.with_label(k, label) == state
    assert all(isinstance(option, str) and len(option) < 100 for option in state.options)
    return True


def test_a_state_comes_back_bit_by_bit(stored, again):
    stored.state = STATE
    assert again().state == STATE


def test_the_first_start_has_the_first_state(stored):
    assert stored.state == LabState()
    assert stored.record("export") == {}
    assert stored.text("theme", "system") == "system"
    assert stored.geometry.isEmpty()


def test_records_and_texts_come_back(stored, again):
    stored.set_record("export", {"width": "180", "titles": True, "ratio": 0.1})
    stored.set_text("theme", "dark")
    assert again().record("export") == {"width": "180", "titles": True, "ratio": 0.1}
    assert again().text("theme") == "dark"


def test_the_geometry_comes_back(stored, again, qtbot):
    window, other = QMainWindow(), QMainWindow()
    for each in (window, other):
        qtbot.addWidget(each)
    window.resize(345, 234)
    stored.geometry = window.saveGeometry()
    assert again().geometry == window.saveGeometry()
    assert other.restoreGeometry(again().geometry)
    assert other.size() == window.size()


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


@pytest.mark.parametrize("field", GOOD)
def test_a_missing_field_gives_the_first_state(stored, field):
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


def test_settings_of_ones_own_are_in_an_ini_file_below_the_home(own_home):
    settings = Settings()
    settings.set_text("theme", "dark")
    settings.flush()
    (file,) = own_home.rglob("*.ini")
    assert "dark" in file.read_text()


def test_the_memory_for_draws_comes_back(stored, again):
    assert stored.memory == 256
    stored.memory = 1024
    assert again().memory == 1024


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
