"""The command ``data``."""

import csv
import os

import numpy as np
import pytest

from gumbel_gui import cli
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.experiments.opening import open_file

P = ("--probabilities", "0.1,0.2,0.7", "--draws", "50", "--seed", "4")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys, *words):
    return cli.main(["data", *words]), *capsys.readouterr()


def rows_of(folder, name):
    text = (folder / name).read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if line[:1] != "#"))


def test_the_numbers_behind_a_plot_are_saved(capsys, folder):
    words = (*P, "--plot", "class_frequencies", "--label", "a", "--output", "a.csv")
    assert run(capsys, *words) == (0, "", "")
    rows = rows_of(folder, "a.csv")
    assert [row["label"] for row in rows] == ["a", "class 1", "class 2"]
    assert sum(int(row["count"]) for row in rows) == 50
    assert [float(row["p"]) for row in rows] == [0.1, 0.2, 0.7]


def test_a_file_opens_again_with_its_labels(capsys, folder):
    words = ("--plot", "class_frequencies", "--label", 'say "a", b', "--output", "a.csv")
    assert run(capsys, *P, *words) == (0, "", "")
    opened = open_file(folder / "a.csv")
    assert opened.parameters == Parameters((0.1, 0.2, 0.7), draws=50, seed=4)
    assert opened.labels == ('say "a", b', "class 1", "class 2")
    assert run(capsys, "--open", "a.csv", *words[:2], "--output", "b.csv") == (0, "", "")
    assert (folder / "a.csv").read_bytes() == (folder / "b.csv").read_bytes()


def test_options_and_the_selected_draw_are_in_the_table(capsys, folder):
    words = (*P, "--plot", "noise_histogram", "--output", "a.csv")
    assert run(capsys, *words, "--options", "noise_histogram.cdf", "--draw", "2")[0] == 0
    rows = rows_of(folder, "a.csv")
    assert "cdf" in rows[0]
    assert [row["class"] for row in rows if row["epsilon"]] == ["0", "1", "2"]


def test_an_experiment_file_says_what_is_not_given(capsys, folder):
    experiment = '{"version": 1, "parameters": {"probabilities": [0.5, 0.5]}, "labels": ["a", "b"]}'
    (folder / "e.gumbel.json").write_text(experiment)
    words = ("--open", "e.gumbel.json", "--draws", "20", "--plot", "top_k", "--output", "a.csv")
    assert run(capsys, *words) == (0, "", "")
    rows = rows_of(folder, "a.csv")
    assert [row["label"] for row in rows] == ["a", "b"]
    assert np.isclose(sum(float(row["p"]) for row in rows), 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--plot", "top_k"), "--output"),
        (("--output", "a.csv"), "--plot"),
        (("--plot", "none", "--output", "a.csv"), "plot is 'none', but must be one of noise_"),
        (("--plot", "top_k", "--output", "a.png"), "'a.png', but must end in .csv."),
        (("--plot", "top_k", "--output", "none/a.csv"), "its folder must exist"),
        (("--plot", "top_k", "--output", "a.csv", "--draws", "0"), "draws is 0"),
        (("--plot", "top_k", "--output", "a.csv", "--options", "x"), "options holds 'x'"),
        (("--plot", "top_k", "--output", "a.csv", *["--label", "a"] * 4), "There are 4 labels"),
    ],
)
def test_what_it_cannot_do_is_said_in_one_sentence(capsys, words, told):
    code, out, err = run(capsys, *P, *words)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1
    assert os.listdir() == []
