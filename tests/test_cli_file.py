"""A file on the command line is opened in the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from gumbel_gui import cli
from gumbel_gui.gui import app
from gumbel_gui.gui.system import display


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["a.gumbel.json"], "a.gumbel.json"),
        (["folder/a"], "folder/a"),
        (["--open", "a"], "a"),
        (["--open=a"], "a"),
        (["--open", "render"], "render"),
        ([], ""),
        (["render"], ""),
        (["rendr"], ""),
        (["--version"], ""),
        (["-0.5"], ""),
        (["render", "--open", "a.png"], ""),
        (["plots", "a.png"], ""),
    ],
)
def test_a_file_is_told_from_a_command(words, file):
    assert cli.file_in(words) == file


@pytest.mark.parametrize("words", [["a.png"], ["./a.png"], ["--open", "a.png"], ["--open=a.png"]])
def test_the_window_is_given_the_file(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    Path("a.png").write_bytes(b"")
    given = []
    monkeypatch.setattr(display, "why_no_window", lambda: "")
    monkeypatch.setattr(app, "run", lambda path: (given.append(path), 0)[1])
    assert cli.main(words) == 0
    assert given == [Path("a.png")]


def test_a_file_that_is_not_there_is_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["missing.gumbel.json"]) == 2
    assert capsys.readouterr().err == "gumbel-gui: There is no file 'missing.gumbel.json'.\n"
