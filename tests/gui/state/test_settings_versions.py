"""Settings: a file that an earlier version wrote gives the same state."""

import json
from dataclasses import replace

import pytest

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import PARAMETERS, Parameters
from gumbel_gui.gui.state.settings import VERSION, Settings
from gumbel_gui.gui.state.state import LabState

FIRST = {
    "probabilities": [0.1, 0.2, 0.3, 0.4],
    "temperature": 0.25,
    "draws": 5000,
    "seed": 17,
    "labels": ["a", 'größe ≥ %1; "x"', "class 2", "d"],
    "locks": [False, True, False, True],
    "options": ["noise_histogram.cdf", "simplex.density"],
}
"""The record of the first version that was in use."""
SECOND = {
    **FIRST,
    "mistake": "t-outside",
    "selected": 4999,
    "pair": [3, 1],
    "top": 4,
    "noise_scale": 1 / 3,
    "location": -1.7,
    "scale": 0.01,
}
"""That of the version with the Noise and Samplers views."""
FILE = (
    "[General]\nmemory=1024\n"
    r'state="{\"probabilities\": [0.1, 0.2, 0.3, 0.4], \"temperature\": 0.25, \"draws\": 5000, '
    r"\"seed\": 17, \"labels\": [\"a\", \"gr\\u00f6\\u00dfe \\u2265 %1; \\\"x\\\"\", "
    r"\"class 2\", \"d\"], \"locks\": [false, true, false, true], \"mistake\": \"t-outside\", "
    r"\"selected\": 4999, \"pair\": [3, 1], \"top\": 4, \"noise_scale\": 0.3333333333333333, "
    r"\"location\": -1.7, \"scale\": 0.01, \"trio\": [3, 0, 2], \"schedule\": "
    r"[2.5, 0.0033333333333333335, 0.02], \"loss\": \"cost\", \"weights\": "
    r"[-1000.0, 0.3333333333333333, 0.0, 7.0], \"estimator\": \"reinforce-baseline\", "
    r"\"learning_rate\": 0.07, \"annealed\": true, \"steps\": 41, "
    r"\"options\": [\"noise_histogram.cdf\", \"simplex.density\"]}"
    '"\ntheme=dark\n'
)
"""The file of commit 245e005, the last one whose record has no version."""
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
    ("a", 'größe ≥ %1; "x"', "class 2", "d"),
    (False, True, False, True),
    frozenset({"simplex.density", "noise_histogram.cdf"}),
)


def test_the_file_of_245e005_gives_the_same_state(tmp_path):
    file = tmp_path / "gumbel-gui.ini"
    file.write_text(FILE, encoding="utf-8")
    settings = Settings(tmp_path)
    assert settings.state == STATE
    assert (settings.memory, settings.text("theme")) == (1024, "dark")
    assert settings.tell_damage() == ""
    settings.state = settings.state  # as at the end of a session
    assert settings.store(settings.dump()) == ""
    settings.close()
    settings = Settings(tmp_path)
    assert settings.state == STATE
    assert (settings.memory, settings.text("theme")) == (1024, "dark")
    settings.close()
    assert file.read_text(encoding="utf-8") == FILE  # for the earlier version


def test_no_value_of_that_file_is_a_default():
    """Or one that is not read would not be seen."""
    names = [name for name in PARAMETERS if rf"\"{name}\"" in FILE]
    assert len(names) == 19
    defaults = Parameters((1.0,) * 4)
    for name in names:
        assert getattr(STATE.parameters, name) != getattr(defaults, name), name


@pytest.fixture
def read(tmp_path):
    """Return a function that gives the settings in the .ini file of a record."""

    def opened(record):
        text = json.dumps(record).replace("\\", r"\\").replace('"', r"\"")
        (tmp_path / "gumbel-gui.ini").write_text(f'[General]\nstate="{text}"\n')
        settings = Settings(tmp_path)
        settings.close()
        return settings

    return opened


@pytest.mark.parametrize("record", [FIRST, SECOND], ids=["first", "second"])
def test_parameters_that_a_version_did_not_have_get_their_defaults(read, record):
    known = {name: getattr(STATE.parameters, name) for name in PARAMETERS if name in record}
    settings = read(record)
    assert settings.state == replace(STATE, parameters=Parameters(**known))
    assert settings.tell_damage() == ""


def test_two_classes_of_the_first_version_fit_the_defaults(read):
    two = {"probabilities": [1, 1], "labels": ["x", "y"], "locks": [False, False]}
    state = read({**FIRST, **two}).state
    assert state.labels == ("x", "y")
    assert (state.parameters.pair, state.parameters.top) == ((0, 1), 2)
    assert (state.parameters.trio, state.parameters.weights) == ((0, 1, 2), ())


@pytest.mark.parametrize("version", [VERSION + 1, 0, None, "x", []])
def test_a_file_of_another_version_is_read_as_far_as_it_is_known(tmp_path, version):
    settings = Settings(tmp_path)
    settings.state = STATE
    values = {**json.loads(settings.dump()), "version": version, "later": 1}
    settings.store(json.dumps(values).encode())
    settings.close()
    settings = Settings(tmp_path)
    assert settings.state == STATE
    assert settings.tell_damage() == ""
    settings.close()


def test_a_damaged_file_of_an_earlier_version_is_read_value_by_value(tmp_path):
    (tmp_path / "gumbel-gui.ini").write_text(FILE.replace("0.25", "0x25"))
    settings = Settings(tmp_path)
    default = PARAMETERS["temperature"].default
    expected = replace(STATE.parameters, temperature=default)
    assert settings.state == replace(STATE, parameters=expected)
    assert settings.tell_damage() == (
        "The stored settings were damaged; defaults took the place of: temperature "
        f"(the file is kept as {tmp_path / 'gumbel-gui.ini'})."
    )
    settings.close()


def test_nothing_in_a_file_is_unpickled(tmp_path):
    """As QSettings does with what PyQt has stored as a Python object."""
    loot = tmp_path / "loot"
    pickled = f"cos\nmkdir\n(S'{loot}'\ntR."
    text = "".join(f"\\x{ord(c):x}" for c in pickled)
    head = r"@Variant(\0\0\0\x7f\0\0\0\xePyQt_PyObject\0\0\0\0\x" + f"{len(pickled):x}"
    (tmp_path / "gumbel-gui.ini").write_text(
        f"[General]\nstate={head}{text})\ntheme={head}{text})\n"
    )
    settings = Settings(tmp_path)
    assert settings.state == LabState()
    settings.text("theme")
    settings.close()
    assert not loot.exists()
