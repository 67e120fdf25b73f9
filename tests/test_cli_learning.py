"""The command line: what annealing, gradients and descent depend on."""

import os
import shlex

import pytest

from gumbel_gui import cli
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.parameters import KNOBS, NOTE_PROBABILITIES, Parameters
from gumbel_gui.figures import rendering
from gumbel_gui.figures.figure import Content, Layout
from gumbel_gui.figures.provenance import command
from gumbel_gui.plots import plot_types

PLOT = "gumbel_family"
NOTE = Parameters(NOTE_PROBABILITIES)
OPTIONS = ("trio", "schedule", "loss", "weights", "estimator", "learning-rate", "steps")


@pytest.fixture
def parameters_of(monkeypatch, tmp_path):
    """Return a function that gives the parameters that are drawn for some words."""
    drawn = []
    monkeypatch.setattr(rendering, "render", lambda *given: drawn.append(given[1]))

    def given(*words):
        assert cli.main(["render", *words, "--output", str(tmp_path / "a.png")]) == 0
        return drawn.pop()

    return given


@pytest.fixture
def refuse(tmp_path, monkeypatch, capsys):
    """Return a function that gives the one sentence with which words are refused."""
    monkeypatch.chdir(tmp_path)

    def refused(*words):
        assert cli.main(["render", *words, "--draws", "10", "--output", "a.png"]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n"), os.listdir(tmp_path)) == ("", 1, [])
        return err.removeprefix("gumbel-gui: ").removesuffix("\n")

    return refused


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["--trio", "4,0,2"], "trio", (4, 0, 2)),
        (["--trio= 1, 2, 3"], "trio", (1, 2, 3)),
        (["--schedule", "2,0.1,0.5"], "schedule", (2.0, 0.1, 0.5)),
        (["--schedule", "2; 0,1; 0,5"], "schedule", (2.0, 0.1, 0.5)),
        *((["--loss", loss.value], "loss", loss) for loss in Loss),
        (["--weights", "1,2,3,4,5"], "weights", (1.0, 2.0, 3.0, 4.0, 5.0)),
        (["--weights", "-1,-2.5,0,1e3,5"], "weights", (-1.0, -2.5, 0.0, 1000.0, 5.0)),
        (["--weights=−1;0,5;0;0;0"], "weights", (-1.0, 0.5, 0.0, 0.0, 0.0)),
        (["--weights", ""], "weights", ()),
        *((["--estimator", name.value], "estimator", name) for name in Estimator),
        (["--learning-rate", "0,25"], "learning_rate", 0.25),
        (["--annealed"], "annealed", True),
        (["--steps", "0"], "steps", 0),
        (["--steps", "3e2"], "steps", 300),
    ],
)
def test_each_option_sets_its_parameter(parameters_of, words, name, value):
    given = parameters_of(*words)
    assert getattr(given, name) == value
    for other in Parameters.__dataclass_fields__:
        if other != name:
            assert getattr(given, other) == getattr(NOTE, other), other


def test_without_options_all_is_as_by_default(parameters_of):
    assert parameters_of() == NOTE


A_SCHEDULE = "three numbers t₀, r, t_min with 0.01 ≤ t_min ≤ t₀ ≤ 100 and 0.0001 ≤ r ≤ 10."


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        (["--trio", "0,1"], "trio is (0, 1)", "three different classes from 0 to 4."),
        (["--trio", "0,1,5"], "trio is (0, 1, 5)", "three different classes from 0 to 4."),
        (["--trio", "1,1,0"], "trio is (1, 1, 0)", "three different classes from 0 to 4."),
        (["--trio", "-1,1,0"], "trio is (-1, 1, 0)", "three different classes from 0 to 4."),
        (["--trio", "a,1,2"], "trio is 'a'", "a whole number."),
        (["--trio", ""], "trio is ''", "a whole number."),
        (["--schedule", "5,0.05"], "schedule is (5.0, 0.05)", A_SCHEDULE),
        (["--schedule", ""], "schedule is ()", A_SCHEDULE),
        (["--schedule", "0.1,0.05,5"], "schedule is (0.1, 0.05, 5.0)", A_SCHEDULE),
        (["--schedule", "nan,0.05,0.1"], "schedule is (nan, 0.05, 0.1)", A_SCHEDULE),
        (["--schedule", "5,x,0.1"], "schedule[1] is 'x'", "a number such as 0.25."),
        (["--loss", "costs"], "loss is 'costs'", "one of cost, distance."),
        (["--weights", "1,2"], "weights is a vector of 2 entries", "for the usual weights."),
        (["--weights", "1,2,3,4,1001"], "weights[4] is 1001.0", "from -1000 to 1000."),
        (["--weights", "1,2,3,4,inf"], "weights[4] is inf", "from -1000 to 1000."),
        (["--weights", "1,2,3,4,y"], "weights[4] is 'y'", "a number such as 0.25."),
        (["--estimator", "best"], "estimator is 'best'", "reinforce, reinforce-baseline."),
        (["--learning-rate", "0"], "learning_rate is 0.0", "from 0.001 to 100."),
        (["--learning-rate", "fast"], "learning-rate is 'fast'", "a number such as 0.25."),
        (["--steps", "301"], "steps is 301", "a whole number from 0 to 300."),
        (["--steps", "1.5"], "steps is '1.5'", "a whole number."),
        (["--annealed=yes"], "Argument --annealed: ", "'yes'."),
        *(([f"--{name}", "--no-titles"], f"Argument --{name}: ", ".") for name in OPTIONS),
    ],
)
def test_bad_values_are_one_sentence_and_no_file(refuse, words, start, end):
    sentence = refuse(*words)
    assert sentence.startswith(start)
    assert sentence.endswith(end)


def test_two_classes_have_an_empty_corner(parameters_of, refuse):
    two = ("--probabilities", "1,3")
    assert parameters_of(*two, "--trio", "2,0,1").trio == (2, 0, 1)
    assert refuse(*two, "--trio", "0,1,3").endswith("three different classes from 0 to 2.")


def test_help_names_every_option(capsys):
    with pytest.raises(SystemExit):
        cli.main(["render", "--help"])
    out = capsys.readouterr().out
    for name in (*OPTIONS, "annealed"):
        assert f"--{name} " in out
    for name in (*Loss, *Estimator):  # lines end where they have to
        assert name.value in "".join(out.split())


OTHER = {
    "trio": (3, 0, 2),
    "schedule": (2.5, 1 / 300, 0.02),
    "loss": Loss.COST,
    "weights": (-1000.0, 1 / 3, 0.0, 7.0, 1e-7),
    "estimator": Estimator.BASELINE,
    "learning_rate": 1 / 7,
    "annealed": True,
    "steps": 41,
}


def words_of(parameters, seen, monkeypatch):
    """Return the words that would be in the file of a plot that depends on all these."""
    monkeypatch.setattr(plot_types()[PLOT], "depends", frozenset(seen))
    python, *words = shlex.split(command(Content(parameters, {PLOT: None}), Layout()))
    assert [python, *words[:3]] == ["python", "-m", "gumbel_gui", "render"]
    return words[3:]


@pytest.mark.parametrize("name", [*OTHER, "all", "none"])
def test_the_command_in_a_file_gives_the_same_parameters(parameters_of, monkeypatch, name):
    changes = OTHER if name == "all" else {k: v for k, v in OTHER.items() if k == name}
    parameters = Parameters(NOTE_PROBABILITIES, 0.3, 2000, 7, **changes)
    assert parameters_of(*words_of(parameters, KNOBS, monkeypatch)) == parameters


@pytest.mark.parametrize("loss", Loss)
@pytest.mark.parametrize("classes", [2, 64])
def test_also_with_few_and_with_many_classes(parameters_of, monkeypatch, classes, loss):
    weights = tuple(-1000.0 + k / 3 for k in range(classes))
    parameters = Parameters((1,) * classes, loss=loss, weights=weights, trio=(2, 1, 0))
    assert parameters_of(*words_of(parameters, KNOBS, monkeypatch)) == parameters


@pytest.mark.parametrize("name", OTHER)
def test_what_is_not_seen_is_not_in_the_command(monkeypatch, name):
    option = f"--{name.replace('_', '-')}"
    parameters = Parameters(NOTE_PROBABILITIES, **OTHER)
    named = [word.split("=")[0] for word in words_of(parameters, {name}, monkeypatch)]
    assert option in named
    named = [word.split("=")[0] for word in words_of(parameters, KNOBS - {name}, monkeypatch)]
    assert option not in named


def test_what_is_off_or_empty_is_not_in_the_command(monkeypatch):
    words = words_of(NOTE, KNOBS, monkeypatch)
    named = {word.split("=")[0] for word in words}
    assert not named & {"--annealed", "--weights"}
    for word in (
        *("--trio=0,1,2", "--schedule=5.0,0.05,0.1", "--loss=distance", "--steps=300"),
        *("--estimator=gumbel-softmax", "--learning-rate=0.5"),
    ):
        assert word in words
    changed = words_of(Parameters(NOTE_PROBABILITIES, annealed=True), KNOBS, monkeypatch)
    assert "--annealed" in changed
