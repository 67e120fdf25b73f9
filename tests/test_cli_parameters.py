"""Options of the parameters: what they set, what they refuse, and how errors and help name them."""

import os
import re
import shlex

import pytest
from PyQt6.QtGui import QImage

from gumbel_gui import cli
from gumbel_gui.core import kinds
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, PARAMETERS, Parameters
from gumbel_gui.figures import rendering
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.provenance import command
from gumbel_gui.plots import plot_types, plots_of

NOTE = Parameters(NOTE_PROBABILITIES)
SMALL = ("--draws", "300", "--dpi", "60", "--width", "90", "--height", "80")
ROOMY = ("--draws", "300", "--dpi", "60", "--width", "200", "--height", "160")
FREQUENCIES = ("--plots", "class_frequencies")
OPTIONS = [each.option for each in PARAMETERS.values()]
each_option = pytest.mark.parametrize("name", PARAMETERS)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def parameters_of(monkeypatch, tmp_path):
    """Return a function that gives the parameters that are drawn for some words."""
    drawn = []
    monkeypatch.setattr(rendering, "render", lambda *_, **what: drawn.append(what["parameters"]))

    def given(*words):
        assert cli.main(["render", *words, "--output", str(tmp_path / "a.png")]) == 0
        return drawn.pop()

    return given


@pytest.fixture
def draw(folder, capsys):
    """Return a function that renders a figure and gives its picture and its command."""

    def drawn(*words):
        code = cli.main(["render", *words, "--output", "a.png"])
        out, err = capsys.readouterr()
        assert (code, out, err) == (0, "", "")
        picture = QImage("a.png")
        return picture, shlex.split(picture.text("Description"))

    return drawn


@pytest.fixture
def refuse(folder, capsys):
    """Return a function that gives the one sentence with which words are refused."""

    def refused(*words):
        code = cli.main(["render", *SMALL, *words, "--output", "a.png"])
        out, err = capsys.readouterr()
        assert (code, out) == (2, "")
        assert err.startswith("gumbel-gui: ")
        assert err.count("\n") == 1
        assert err.endswith(".\n")
        assert os.listdir(folder) == []
        return err.removeprefix("gumbel-gui: ").removesuffix("\n")

    return refused


@pytest.fixture
def help_text(capsys):
    with pytest.raises(SystemExit):
        cli.main(["render", "--help"])
    return capsys.readouterr().out


def value_in(words, option):
    """Return the value of an option in a command, if it is there."""
    for i, word in enumerate(words):
        if word == option:
            return words[i + 1]
        if word.startswith(option + "="):
            return word.partition("=")[2]
    return None


def words_for(parameters, plot, names=PARAMETERS):
    """Return the options in the command of a plot that would depend on these parameters."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plot_types()[plot], "depends", frozenset(names))
        patch.setattr(plot_types()[plot], "shows", frozenset())
        words = shlex.split(command(Content(parameters, {plot: None}), Layout(), "a.png"))
    assert words[:4] == ["python", "-m", "gumbel_gui", "render"]
    return words[4:-2]  # without the output


# What there is.


def test_there_are_the_options_of_the_first_release_and_no_others(help_text):
    figure = "plots preset width height theme titles captions marks scale title family language"
    figure += " transparent paths dpi label options output"
    parameters = "open probabilities logits temperature draws seed mistake draw pair top"
    parameters += " relaxed-top logit-axis noise-scale location beta"
    parameters += " trio schedule loss weights estimator"
    parameters += " estimators samples eta backward-temperature evaluations"
    parameters += " learning-rate annealed steps"
    parameters += " given decoding-temperature keep-top keep-mass keep-ratio filter-order"
    parameters += " tokens other noise-format bits"
    listed = re.findall(r"^  (?:-h, )?--([a-z-]+)", help_text, re.MULTILINE)
    assert listed == ["help", *figure.split(), *parameters.split()]
    assert [each for each in parameters.split() if each not in ("open", "logits")] == OPTIONS


@each_option
def test_help_says_what_a_parameter_is_what_is_allowed_and_its_default(help_text, name):
    declared = PARAMETERS[name]
    text = "".join(help_text.split())
    assert "".join(declared.words.split()) in text
    assert "".join(declared.note.split()) in text
    if not isinstance(declared.kind, kinds.Flag):
        assert "".join(declared.kind.allowed().split()) in text
        default = declared.kind.write(declared.default) or "the usual ones"
        assert f"({''.join(default.split())})" in text


def test_help_names_every_member_of_a_choice(help_text):
    for member in (*Mistake, *Loss, *Estimator):
        assert member.value in "".join(help_text.split())  # lines end where they have to


# What options set.


def test_without_options_all_is_as_by_default(parameters_of):
    assert parameters_of() == NOTE


@each_option
def test_each_option_sets_its_parameter_and_no_other(parameters_of, with_another, name):
    wanted, declared = with_another(NOTE, name), PARAMETERS[name]
    value = declared.kind.write(getattr(wanted, name))
    words = [f"--{declared.option}", value] if value != "True" else [f"--{declared.option}"]
    assert parameters_of(*words) == wanted != NOTE


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["--pair", "3,1"], "pair", (3, 1)),
        (["--pair", "4, 0"], "pair", (4, 0)),
        (["--pair=1,2"], "pair", (1, 2)),
        (["--top", "1"], "top", 1),
        (["--top", "5"], "top", 5),
        (["--noise-scale", "0.01"], "noise_scale", 0.01),
        (["--noise-scale", "100"], "noise_scale", 100.0),
        (["--noise-scale", "0,5"], "noise_scale", 0.5),
        (["--location", "-1.5"], "location", -1.5),
        (["--location", "−100"], "location", -100.0),
        (["--location=-2"], "location", -2.0),
        (["--location", "100"], "location", 100.0),
        (["--beta", "0.01"], "scale", 0.01),
        (["--beta", "1e2"], "scale", 100.0),
        *((["--draw", text], "selected", int(float(text))) for text in ("1", "300", "3e2", " 7 ")),
        *((["--mistake", each.value], "mistake", each) for each in Mistake),
        (["--trio", "4,0,2"], "trio", (4, 0, 2)),
        (["--trio= 1, 2, 3"], "trio", (1, 2, 3)),
        (["--schedule", "2,0.1,0.5"], "schedule", (2.0, 0.1, 0.5)),
        (["--schedule", "2; 0,1; 0,5"], "schedule", (2.0, 0.1, 0.5)),
        *((["--loss", each.value], "loss", each) for each in Loss),
        (["--weights", "1,2,3,4,5"], "weights", (1.0, 2.0, 3.0, 4.0, 5.0)),
        (["--weights", "-1,-2.5,0,1e3,5"], "weights", (-1.0, -2.5, 0.0, 1000.0, 5.0)),
        (["--weights=−1;0,5;0;0;0"], "weights", (-1.0, 0.5, 0.0, 0.0, 0.0)),
        (["--weights", ""], "weights", ()),
        (["--other", "1,1,2,0,0"], "other", (0.25, 0.25, 0.5, 0.0, 0.0)),
        (["--other", ""], "other", ()),
        *((["--estimator", each.value], "estimator", each) for each in Estimator),
        (["--estimators", "rebar, reinforce"], "estimators", ("reinforce", "rebar")),
        (["--samples", "64"], "samples", 64),
        (["--eta", "0,5"], "eta", 0.5),
        (["--backward-temperature", "0.01"], "backward_temperature", 0.01),
        (["--learning-rate", "0,25"], "learning_rate", 0.25),
        (["--annealed"], "annealed", True),
        (["--steps", "0"], "steps", 0),
        (["--steps", "3e2"], "steps", 300),
    ],
)
def test_values_may_be_written_in_many_ways(parameters_of, words, name, value):
    given = parameters_of(*words)
    assert getattr(given, name) == value
    for other in PARAMETERS.keys() - {name}:
        assert getattr(given, other) == getattr(NOTE, other), other


def test_two_classes_have_an_empty_corner(parameters_of):
    assert parameters_of("--probabilities", "1,3", "--trio", "2,0,1").trio == (2, 0, 1)


# What reaches the picture.


def test_without_plots_the_sample_view_is_drawn(draw):
    plain, words = draw(*ROOMY)
    names = ",".join(plots_of("sample"))
    assert value_in(words, "--plots") == names
    assert "noise_histogram" in names
    for text in ("", ",", names):
        assert draw(*ROOMY, "--plots", text) == (plain, words)


@pytest.mark.parametrize("name", plot_types())
def test_every_plot_is_drawn_by_its_name(draw, name):
    assert value_in(draw(*ROOMY, "--plots", name)[1], "--plots") == name


@pytest.mark.parametrize("mistake", Mistake)
def test_every_mistake_is_made(draw, mistake):
    plain, _ = draw(*ROOMY)
    picture, words = draw(*ROOMY, "--mistake", mistake.value)
    if mistake is Mistake.NONE:
        assert picture == plain
        assert value_in(words, "--mistake") is None
    else:
        assert picture != plain
        assert value_in(words, "--mistake") == mistake.value


def test_mistakes_give_pictures_of_their_own(draw):
    pictures = []
    for mistake in Mistake:
        words = ("--mistake", mistake.value, "--no-titles", "--no-captions")
        pictures.append(draw(*ROOMY, *words)[0])
    for i, picture in enumerate(pictures):
        assert picture not in pictures[:i]


@pytest.mark.parametrize("text", ["1", "300", "49"])
def test_a_draw_is_marked(draw, text):
    plots = ("--plots", "relaxed_vectors")
    plain, _ = draw(*SMALL, *plots)
    picture, words = draw(*SMALL, *plots, "--draw", text)
    assert picture != plain
    assert value_in(words, "--draw") == text


def test_draw_0_marks_none(draw):
    assert draw(*SMALL, *FREQUENCIES, "--draw", "0") == draw(*SMALL, *FREQUENCIES)
    assert value_in(draw(*SMALL, *FREQUENCIES, "--draw", "0")[1], "--draw") is None


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_the_other_formats_carry_the_mistake(folder, ending):
    words = (*SMALL, *FREQUENCIES, "--mistake", "uniform-noise", "--draw", "7")
    assert cli.main(["render", *words, "--output", f"a.{ending}"]) == 0
    data = (folder / f"a.{ending}").read_bytes()
    expected = "--mistake uniform-noise --draw 7 "
    assert expected.encode() in data or expected.encode("utf-16-be") in data


# What is refused.

A_SCHEDULE = "three numbers t₀, r, t_min with 0.01 ≤ t_min ≤ t₀ ≤ 100 and 0.0001 ≤ r ≤ 10."
ONE, NUMBER = "a whole number.", "a number such as 0.25."
BAD = [
    *(
        (
            ["--mistake", text],
            f"mistake is {text!r}",
            "normal-noise, logistic-noise, no-noise, wrong-sign",
        )
        for text in ("typo", "", "NONE", "no noise", "noise_on_p")
    ),
    (["--draw", "301"], "draw is 301", "a whole number from 0 to 300."),
    (["--draw", "-1"], "draw is -1", "a whole number from 0 to 300."),
    (["--draw", "1.5"], "draw is '1.5'", ONE),
    (["--draw", "x"], "draw is 'x'", ONE),
    (["--draw", ""], "draw is ''", ONE),
    (["--draw", "9" * 5000], "draw is ", ONE),
    (["--draw", "1e11", "--draws", "1e9"], "draw is 1", "from 0 to 1000000000."),
    *(
        (["--pair", text], "pair is (", "two different classes from 0 to 4.")
        for text in ("1", "1,1", "0,5", "0,1,2", "-1,2", "2,-1", "7,8")
    ),
    (["--pair", "a,b"], "pair is 'a'", ONE),
    (["--pair", ""], "pair is ''", ONE),
    (["--pair", "0,"], "pair is ''", ONE),
    (["--pair", "0;1"], "pair is '0;1'", ONE),
    (["--pair", "0.5,1"], "pair is '0.5'", ONE),
    (["--pair", "0,2", "--probabilities", "1,1"], "pair is (0, 2)", "classes from 0 to 1."),
    *(
        (["--top", text], f"top is {text}", "a whole number from 1 to 5.")
        for text in ("0", "-2", "6")
    ),
    (["--top", "3", "--probabilities", "1,1"], "top is 3", "a whole number from 1 to 2."),
    (["--top", "1.5"], "top is '1.5'", ONE),
    (["--top", "all"], "top is 'all'", ONE),
    *(
        ([f"--{option}", text], f"{option} is {float(text)}", "a number from 0.01 to 100.")
        for option in ("noise-scale", "beta")
        for text in ("0", "-1", "101", "nan", "inf", "-inf", "0.009")
    ),
    (["--noise-scale", "wide"], "noise-scale is 'wide'", NUMBER),
    (["--beta", "1.234,5"], "beta is '1.234,5'", NUMBER),
    (["--beta", "1e999"], "beta is inf", "a number from 0.01 to 100."),
    *(
        (["--location", text], f"location is {float(text)}", "a number from -100 to 100.")
        for text in ("100.5", "-101", "nan", "inf", "-inf")
    ),
    (["--location", "here"], "location is 'here'", NUMBER),
    (["--location", ""], "location is ''", NUMBER),
    (["--trio", "0,1"], "trio is (0, 1)", "three different classes from 0 to 4."),
    (["--trio", "0,1,5"], "trio is (0, 1, 5)", "three different classes from 0 to 4."),
    (["--trio", "1,1,0"], "trio is (1, 1, 0)", "three different classes from 0 to 4."),
    (["--trio", "-1,1,0"], "trio is (-1, 1, 0)", "three different classes from 0 to 4."),
    (["--trio", "a,1,2"], "trio is 'a'", ONE),
    (["--trio", ""], "trio is ''", ONE),
    (["--trio", "0,1,3", "--probabilities", "1,3"], "trio is (0, 1, 3)", "classes from 0 to 2."),
    (["--schedule", "5,0.05"], "schedule is (5.0, 0.05)", A_SCHEDULE),
    (["--schedule", ""], "schedule is ()", A_SCHEDULE),
    (["--schedule", "0.1,0.05,5"], "schedule is (0.1, 0.05, 5.0)", A_SCHEDULE),
    (["--schedule", "nan,0.05,0.1"], "schedule is (nan, 0.05, 0.1)", A_SCHEDULE),
    (["--schedule", "5,x,0.1"], "schedule[1] is 'x'", NUMBER),
    (["--loss", "costs"], "loss is 'costs'", "one of cost, distance."),
    (["--weights", "1,2"], "weights is a vector of 2 entries", "for the usual weights."),
    (["--weights", "1,2,3,4,1001"], "weights[4] is 1001.0", "from -1000 to 1000."),
    (["--weights", "1,2,3,4,inf"], "weights[4] is inf", "from -1000 to 1000."),
    (["--weights", "1,2,3,4,y"], "weights[4] is 'y'", NUMBER),
    (["--estimator", "best"], "estimator is 'best'", "leave-one-out, rebar."),
    (["--estimators", "best,rebar"], "estimators is ('best', 'rebar')", "rebar, each once."),
    (["--learning-rate", "0"], "learning-rate is 0.0", "from 0.001 to 100."),
    (["--learning-rate", "fast"], "learning-rate is 'fast'", NUMBER),
    (["--steps", "301"], "steps is 301", "a whole number from 0 to 300."),
    (["--steps", "1.5"], "steps is '1.5'", ONE),
    (["--annealed=yes"], "Argument --annealed/--no-annealed: ", "'yes'."),
    *(
        ([f"--{each.option}", "--no-titles"], f"Argument --{each.option}: ", ".")
        for each in PARAMETERS.values()
        if not isinstance(each.kind, kinds.Flag)
    ),
]


@pytest.mark.parametrize(("words", "start", "end"), BAD, ids=lambda part: " ".join(part)[:40])
def test_bad_values_are_one_sentence_and_no_file(refuse, words, start, end):
    sentence = refuse(*words)
    assert sentence.startswith(start)
    assert end in sentence
    assert not end.endswith(".") or sentence.endswith(end)


def test_bad_values_are_refused_whatever_plots_are_drawn(refuse):
    """Not only where they would be seen."""
    for words in (("--beta", "0"), ("--top", "9"), ("--pair", "1,1"), ("--mistake", "x")):
        refuse(*FREQUENCIES, *words)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, each in PARAMETERS.items()
        if not isinstance(each.kind, kinds.Flag | kinds.Choice | kinds.Probabilities)
    ],
)
def test_what_cannot_be_read_and_what_is_out_of_range_are_named_alike(refuse, name):
    option = PARAMETERS[name].option
    classes = isinstance(PARAMETERS[name].kind, kinds.Classes)
    for text in ("x", "-1e9,5" if classes else "-1e9"):
        sentence = refuse(f"--{option}={text}")
        assert re.match(rf"{option}(\[0\])? is ", sentence), sentence
        assert "_" not in sentence.partition(" is ")[0]


# Back from the command that a figure holds.


@each_option
def test_a_command_gives_the_same_parameters(parameters_of, with_another, name):
    parameters = with_another(Parameters(NOTE_PROBABILITIES, 0.3, 2000, 7), name)
    assert parameters_of(*words_for(parameters, "gumbel_family")) == parameters


def test_a_command_gives_all_of_them_together(parameters_of, with_another):
    parameters = Parameters(NOTE_PROBABILITIES, 1 / 7, 2000, 2**63 - 1)
    for name in PARAMETERS:
        parameters = with_another(parameters, name)
    assert parameters_of(*words_for(parameters, "gumbel_family")) == parameters


@pytest.mark.parametrize("loss", Loss)
@pytest.mark.parametrize("classes", [2, 64])
def test_also_with_few_and_with_many_classes(parameters_of, classes, loss):
    weights = tuple(-1000.0 + k / 3 for k in range(classes))
    parameters = Parameters((1,) * classes, loss=loss, weights=weights, trio=(2, 1, 0))
    assert parameters_of(*words_for(parameters, "gumbel_family")) == parameters


def test_what_is_at_its_default_is_not_in_the_command(with_another):
    named = {word.split("=")[0] for word in words_for(NOTE, "gumbel_family") if word[:2] == "--"}
    figure = {"--plots", "--width", "--height", "--theme"}
    assert named == figure | {"--probabilities", "--temperature", "--draws", "--seed"}
    for name in list(PARAMETERS)[4:]:
        words = words_for(with_another(NOTE, name), "gumbel_family")
        option = f"--{PARAMETERS[name].option}"
        assert {word.split("=")[0] for word in words if word[:2] == "--"} == named | {option}


@pytest.mark.parametrize("name", list(PARAMETERS)[6:])
def test_what_is_not_seen_is_not_in_the_command(with_another, name):
    parameters = with_another(NOTE, name)
    words = words_for(parameters, "gumbel_family", PARAMETERS.keys() - {name})
    assert words == words_for(NOTE, "gumbel_family")
