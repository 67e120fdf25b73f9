"""Settings: what is kept between starts comes back bit by bit."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PyQt6.QtWidgets import QMainWindow

from gumbel_gui.core import kinds
from gumbel_gui.core.parameters import MAX_SEED, PARAMETERS, Parameters
from gumbel_gui.gui.state.settings import VERSION, Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots.words.text import default_labels

LABELS = default_labels(3)
STATE = LabState(
    Parameters((0.1, 0.2, 0.7), temperature=1e-300, draws=10**9, seed=MAX_SEED),
    ('a "quoted", name', "größer ≥ %1; ü\\", "class 2"),
    (True, False, True),
    frozenset({"noise_histogram.cdf"}),
)


@pytest.fixture
def opened(tmp_path):
    """Return a function that reads the files, as a start does, and ends what was open before."""
    last = []

    def start():
        while last:
            last.pop().close()
        last.append(Settings(tmp_path))
        return last[0]

    return start


@pytest.fixture
def settings(opened):
    return opened()


@pytest.fixture
def again(opened, settings):
    """Return a function that stores the settings and reads them anew, as a restart does."""

    def restarted():
        assert settings.store(settings.dump()) == ""
        return opened()

    return restarted


def test_a_state_comes_back_bit_by_bit(settings, again):
    settings.state = STATE
    assert again().state == STATE


def test_the_first_start_has_the_first_state(settings):
    assert settings.state == LabState()
    assert settings.record("export") == {}
    assert settings.text("theme", "system") == "system"
    assert settings.geometry.isEmpty()


def test_records_and_texts_come_back(settings, again):
    settings.set_record("export", {"width": "180", "titles": True, "ratio": 0.1})
    settings.set_text("theme", "dark")
    assert again().record("export") == {"width": "180", "titles": True, "ratio": 0.1}
    assert again().text("theme") == "dark"


def test_the_geometry_comes_back(settings, again, qtbot):
    window, other = QMainWindow(), QMainWindow()
    for each in (window, other):
        qtbot.addWidget(each)
    window.resize(345, 234)
    settings.geometry = window.saveGeometry()
    assert again().geometry == window.saveGeometry()
    assert other.restoreGeometry(again().geometry)
    assert other.size() == window.size()


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_parameter_comes_back(settings, again, with_another, name):
    other = with_another(STATE.parameters, name)
    settings.state = LabState(other, STATE.labels, STATE.locks)
    assert again().state.parameters == other != STATE.parameters


@pytest.mark.parametrize(
    ("name", "member"),
    [
        (name, member)
        for name, declared in PARAMETERS.items()
        if isinstance(declared.kind, kinds.Choice)
        for member in declared.kind.members
    ],
)
def test_every_choice_comes_back(settings, again, name, member):
    settings.state = STATE.with_parameter(name, member)
    assert getattr(again().state.parameters, name) is member


def test_the_file_names_its_version_and_every_parameter_each_on_a_line(settings):
    settings.state = STATE
    lines = settings.dump().decode().splitlines()
    names = {"labels", "locks", "options", *PARAMETERS}
    others = {"theme", "view", "geometry", "memory", "export", "guide", "logits"}
    others |= {"animation", "document", "first_line", "folders", "language", "presets", "recent"}
    others |= {"side", "text_steps", "changed"}
    assert json.loads(settings.dump())["version"] == VERSION
    assert json.loads(settings.dump()).keys() == {"version"} | names | others
    for name in names:
        assert sum(line.startswith(f'"{name}": ') for line in lines) == 1


def values_of(kind, own):
    """Return values that a parameter may have beside those of a dictionary."""
    classes = len(own.get("probabilities", ()))
    if isinstance(kind, kinds.Probabilities):
        return st.lists(st.floats(0.001, 1), min_size=kind.least, max_size=kind.most).map(tuple)
    if isinstance(kind, kinds.Number):
        return st.floats(kind.lowest, min(kind.highest, 1e300))
    if isinstance(kind, kinds.Whole):
        limits = {"classes": classes, "draws": own.get("draws")}
        return st.integers(kind.lowest, limits.get(kind.highest, kind.highest))
    if isinstance(kind, kinds.Choice):
        return st.sampled_from(kind.members)
    if isinstance(kind, kinds.Members):
        some = st.sets(st.sampled_from(kind.members), min_size=1)
        return some.map(lambda on: tuple(each for each in kind.members if each in on))
    if isinstance(kind, kinds.Flag):
        return st.booleans()
    if isinstance(kind, kinds.Classes):
        places = len(kind.places)
        return st.permutations(range(max(classes, places))).map(lambda k: tuple(k[:places]))
    if isinstance(kind, kinds.Order):
        return st.permutations(kind.names).map(tuple)
    if isinstance(kind, kinds.Shares):
        return st.just(()) | st.tuples(*[st.floats(0.5, 2)] * classes)
    if isinstance(kind, kinds.Weights):
        most = st.floats(-kind.largest, kind.largest)
        return st.just(()) | st.tuples(*[most] * classes)
    assert isinstance(kind, kinds.Schedule)
    temperatures = st.lists(st.floats(0.01, 100), min_size=2, max_size=2).map(sorted)
    return st.tuples(temperatures, st.floats(0.0001, 10)).map(lambda x: (x[0][1], x[1], x[0][0]))


@st.composite
def parameters(draw):
    own = {}
    for name, declared in PARAMETERS.items():
        own[name] = draw(values_of(declared.kind, own))
    return Parameters(**own)


@hypothesis_settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(parameters())
def test_any_parameters_come_back_bit_by_bit(settings, some):
    classes = some.classes
    settings.state = LabState(some, default_labels(classes), (False,) * classes)
    assert settings.state.parameters == some


def test_settings_of_ones_own_are_below_the_home(own_home):
    settings = Settings.of_user()
    settings.set_text("theme", "dark")
    assert settings.store(settings.dump()) == ""
    settings.close()
    (file,) = own_home.rglob("window-*.json")
    assert file.parent == own_home / "config" / "GumbelGUI"
    assert json.loads(file.read_text())["theme"] == "dark"


def test_the_memory_for_draws_comes_back(settings, again):
    assert settings.memory == 256
    settings.memory = 1024
    assert again().memory == 1024


def test_logits_whose_p_underflows_come_back_bit_by_bit(settings, again):
    far = Parameters.from_logits((1 / 3, -800.1, -float("inf")))
    settings.state = replace(LabState(), parameters=far, labels=LABELS, locks=(False,) * 3)
    assert again().state.parameters == far != Parameters(tuple(far.probabilities))


def test_damaged_logits_leave_p_as_it_is_and_are_told(settings, again):
    settings.state = LabState()
    settings.set_text("logits", "0, what")
    fresh = again()
    assert fresh.state == LabState()
    assert "logits" in fresh.tell_damage()
