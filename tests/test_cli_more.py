"""The command line: mistakes, a marked draw, and what is set on single plots."""

import os
import shlex

import pytest
from PyQt6.QtGui import QImage

from gumbel_gui import cli
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.plots import plot_types, plots_of

SMALL = ("--draws", "300", "--dpi", "60", "--width", "90", "--height", "80")
ROOMY = ("--draws", "300", "--dpi", "60", "--width", "200", "--height", "160")
FREQUENCIES = ("--plots", "class_frequencies")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


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
        assert code == 2
        assert out == ""
        assert err.startswith("gumbel-gui: ")
        assert err.count("\n") == 1
        assert err.endswith(".\n")
        assert os.listdir(folder) == []
        return err

    return refused


def value_in(words, option):
    """Return the value of an option in a command, if it is there."""
    for i, word in enumerate(words):
        if word == option:
            return words[i + 1]
        if word.startswith(option + "="):
            return word.partition("=")[2]
    return None


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


@pytest.mark.parametrize("text", ["1", "300", "3e2", "49", " 7 "])
def test_a_draw_is_marked(draw, text):
    plots = ("--plots", "relaxed_vectors")
    plain, _ = draw(*SMALL, *plots)
    picture, words = draw(*SMALL, *plots, "--draw", text)
    assert picture != plain
    assert int(value_in(words, "--draw")) == int(float(text))


def test_draw_0_marks_none(draw):
    assert draw(*SMALL, *FREQUENCIES, "--draw", "0") == draw(*SMALL, *FREQUENCIES)
    assert value_in(draw(*SMALL, *FREQUENCIES, "--draw", "0")[1], "--draw") is None


GOOD = [
    ("--pair", "3,1", "3,1"),
    ("--pair", "4, 0", "4,0"),
    ("--pair=1,2", None, "1,2"),
    ("--top", "1", "1"),
    ("--top", "5", "5"),
    ("--noise-scale", "0.01", "0.01"),
    ("--noise-scale", "100", "100.0"),
    ("--noise-scale", "0,5", "0.5"),
    ("--location", "-1.5", "-1.5"),
    ("--location", "−100", "-100.0"),
    ("--location=-2", None, "-2.0"),
    ("--location", "100", "100.0"),
    ("--scale", "0.01", "0.01"),
    ("--scale", "1e2", "100.0"),
]
SEEN_IN = {}
for _name, _kind in plot_types().items():
    for _knob in _kind.depends:
        SEEN_IN.setdefault("--" + _knob.replace("_", "-"), _name)


@pytest.mark.parametrize(("option", "text", "told"), GOOD)
def test_what_single_plots_depend_on_is_set(draw, option, text, told):
    name = option.partition("=")[0]
    if name not in SEEN_IN:
        pytest.skip(f"no plot depends on {name} yet")
    plots = ("--plots", SEEN_IN[name])
    given = (option,) if text is None else (option, text)
    picture, words = draw(*ROOMY, *plots, *given)
    assert value_in(words, name) == told
    assert picture != draw(*ROOMY, *plots)[0]
    if SEEN_IN[name] not in plots_of("sample"):
        assert value_in(draw(*ROOMY, *given)[1], name) is None


BAD = [
    *(
        (("--mistake", text), ("mistake", repr(text), "none, noise-on-p", "float32-uniform"))
        for text in ("typo", "", "NONE", "no noise", "noise_on_p")
    ),
    (("--draw", "301"), ("draw", "301", "whole number from 0 to 300")),
    (("--draw", "-1"), ("draw", "-1", "whole number from 0 to 300")),
    (("--draw", "1.5"), ("draw", "'1.5'", "whole number")),
    (("--draw", "x"), ("draw", "'x'", "whole number")),
    (("--draw", ""), ("draw", "''", "whole number")),
    (("--draw", "9" * 5000), ("draw", "whole number")),
    (("--draw", "1e11", "--draws", "1e9"), ("draw", "from 0 to 1000000000")),
    *(
        (("--pair", text), ("pair", "two different classes from 0 to 4"))
        for text in ("1", "1,1", "0,5", "0,1,2", "-1,2", "2,-1", "7,8")
    ),
    (("--pair", "a,b"), ("pair", "'a'", "whole number")),
    (("--pair", ""), ("pair", "''", "whole number")),
    (("--pair", "0,"), ("pair", "''", "whole number")),
    (("--pair", "0;1"), ("pair", "'0;1'", "whole number")),
    (("--pair", "0.5,1"), ("pair", "'0.5'", "whole number")),
    (("--pair", "0,2", "--probabilities", "1,1"), ("pair", "two different classes from 0 to 1")),
    *((("--top", text), ("top", text, "whole number from 1 to 5")) for text in ("0", "-2", "6")),
    (("--top", "3", "--probabilities", "1,1"), ("top", "3", "whole number from 1 to 2")),
    (("--top", "1.5"), ("top", "'1.5'", "whole number")),
    (("--top", "all"), ("top", "'all'", "whole number")),
    *(
        ((option, text), ("scale", text, "number from 0.01 to 100"))
        for option in ("--noise-scale", "--scale")
        for text in ("0", "-1", "101", "nan", "inf", "-inf", "0.009")
    ),
    (("--noise-scale", "wide"), ("noise", "'wide'", "a number such as")),
    (("--scale", "1.234,5"), ("scale", "'1.234,5'", "a number such as")),
    (("--scale", "1e999"), ("scale", "inf", "number from 0.01 to 100")),
    *(
        (("--location", text), ("location", text, "number from -100 to 100"))
        for text in ("100.5", "-101", "nan", "inf", "-inf")
    ),
    (("--location", "here"), ("location", "'here'", "a number such as")),
    (("--location", ""), ("location", "''", "a number such as")),
    *(((option,), (option.lstrip("-"),)) for option in ("--mistake", "--draw", "--pair")),
]


@pytest.mark.parametrize(("words", "named"), BAD, ids=lambda part: " ".join(part)[:40])
def test_bad_values_are_one_sentence_and_no_file(refuse, words, named):
    if len(words) == 1:  # its value is missing: what follows must be another option
        words = (*words, "--no-titles")
    sentence = refuse(*words)
    for part in named:
        assert part in sentence


def test_bad_values_are_refused_whatever_plots_are_drawn(refuse):
    """Not only where they would be seen."""
    for words in (("--scale", "0"), ("--top", "9"), ("--pair", "1,1"), ("--mistake", "x")):
        refuse(*FREQUENCIES, *words)


def test_help_names_every_option(capsys):
    with pytest.raises(SystemExit):
        cli.main(["render", "--help"])
    out = capsys.readouterr().out
    for option in ("mistake", "draw", "pair", "top", "noise-scale", "location", "scale"):
        assert f"--{option} " in out
    for mistake in Mistake:  # lines end where they have to
        assert mistake.value in "".join(out.split())


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_the_other_formats_carry_the_mistake(folder, capsys, ending):
    words = (*SMALL, *FREQUENCIES, "--mistake", "uniform-noise", "--draw", "7")
    assert cli.main(["render", *words, "--output", f"a.{ending}"]) == 0
    data = (folder / f"a.{ending}").read_bytes()
    told = "--mistake uniform-noise --draw 7 "
    assert told.encode() in data or told.encode("utf-16-be") in data
