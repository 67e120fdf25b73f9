"""The command animate: what it writes, and what it refuses."""

import pytest
from PIL import Image

from gumbel_gui.cli import main

WORDS = "--frames 3 --seconds 1 --hold 0 --draws 300 --dpi 50 --no-captions"


@pytest.fixture
def run(qapp, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda words: main(["animate", *words.split(), *WORDS.split()])


@pytest.mark.parametrize(
    ("words", "times", "loop"),
    [
        ("--sweep t:2..0 --plots relaxed_vectors --output a.png", [333, 334, 333], 0),
        ("--anneal --once --output a.png", [333, 334, 333], 1),
        ("--descent --theme dark --output a.gif", [330, 340, 330], 0),
    ],
)
def test_what_moves_is_written(run, tmp_path, words, times, loop):
    assert run(words) == 0
    (path,) = tmp_path.iterdir()
    with Image.open(path) as file:
        assert file.info["loop"] == loop
        assert file.n_frames == 3
        found = []
        for i in range(3):
            file.seek(i)
            file.load()
            found.append(round(file.info["duration"]))
    assert found == times


def test_frames_are_numbered(run, tmp_path):
    assert run("--sweep t:2..1 --numbered --plots relaxed_vectors --output a.png") == 0
    assert len(list(tmp_path.iterdir())) == 3


def test_frames_of_more_plots_are_higher_if_no_height_is_given(run, tmp_path):
    for words, height in (("gradients", 443), ("jacobian", 236), ("gradients --height 240", 472)):
        assert run(f"--sweep t:2..1 --plots {words} --output a.png") == 0
        with Image.open("a.png") as file:
            assert file.size[1] == height


def test_an_animation_begins_as_a_figure_that_is_opened(run, tmp_path):
    opened = "--plots relaxed_density --probabilities 0.4,0.6 --draws 300 --dpi 50"
    assert main(["render", *opened.split(), "--output", "a.png"]) == 0
    assert run("--sweep t:2..1 --open a.png --output b.png") == 0
    assert main(["render", "--open", "b.png", "--output", "c.png"]) == 0
    with Image.open("b.png") as moving, Image.open("c.png") as first:
        assert moving.size == first.size


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("--output a.png", "One of the arguments --sweep --anneal --descent is required"),
        ("--sweep 2..1 --output a.png", "sweep is '2..1', but must be such as t:2..0.1."),
        ("--sweep t:2 --output a.png", "sweep is 't:2', but must be such as t:2..0.1."),
        ("--sweep t:2..x --output a.png", "sweep is 'x', but must be"),
        ("--sweep t:-2..1 --output a.png", "t at the start is -2, but must be"),
        ("--anneal --output a.svg", "must end in one of .png, .gif."),
        ("--anneal --numbered --output a.gif", "must end in .png."),
        ("--descent --plots simplex --output a.png", "moves with the steps of the descent."),
        ("--anneal --plots nothing --output a.png", "plots holds 'nothing', but must be among"),
        ("--anneal --seconds 1e9 --output a.png", "seconds is"),
    ],
)
def test_what_cannot_be_is_one_sentence(run, tmp_path, capsys, words, sentence):
    seconds = ["--seconds", "1e9"] if "1e9" in words else []
    assert main(["animate", *words.split(), *WORDS.split(), *seconds]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
