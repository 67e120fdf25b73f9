"""Experiment files: saved by the keyboard, opened on the command line or dropped, asked for."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from gumbel_gui.language import own_name, speaking, tr

TITLE = "Gumbel GUI"
NAME = "mine.gumbel.json"
ASKED = "Unsaved changes"


def titled(name: str, unsaved: bool = False) -> str:
    return f"{name}{'*' if unsaved else ''} – {TITLE}"


def save_as(program, path: Path) -> None:
    """Save to a new file by the keyboard."""
    program.key("ctrl+shift+s")
    program.dialog("Save as")
    program.key("ctrl+a")
    program.type(str(path))
    program.key("Return")
    program.gone("Save as")
    program.titled(titled(path.name))
    assert path.exists()


def edit(program, name: str) -> None:
    """Draw new noise, which changes the seed."""
    program.key("ctrl+n")
    program.titled(titled(name, unsaved=True))


def seed_in(path: Path) -> int:
    values = json.loads(path.read_text("utf-8"))
    return values.get("parameters", values).get("seed", 0)


@pytest.fixture
def saved(start: Callable, tmp_path: Path):
    """A program in which the state was saved, and changed again."""
    program, path = start(), tmp_path / NAME
    save_as(program, path)
    edit(program, NAME)
    return program, path


def test_saved_by_the_keyboard_and_opened_on_the_command_line(saved, start: Callable):
    program, path = saved
    program.key("ctrl+s")
    program.titled(titled(NAME))
    seed = seed_in(path)
    assert seed != 0
    shown = program.settled()
    program.key("ctrl+shift+n")
    program.titled(TITLE)
    assert program.quit() == ""
    again = start(words=[str(path)], title=titled(NAME))
    assert (again.settled()[30:] == shown[30:]).mean() > 0.99  # all but the title and the status
    assert again.quit() == ""
    assert seed_in(path) == seed


@pytest.mark.parametrize(
    ("key", "closes", "saves"),
    [("Return", True, True), ("alt+d", True, False), ("Escape", False, False)],
)
def test_each_answer_to_the_question_before_closing(
    saved, start: Callable, key: str, closes: bool, saves: bool
):
    program, path = saved
    before = path.read_bytes()
    program.key("ctrl+q")
    program.dialog(ASKED)
    program.settled()
    program.key(key)
    if closes:
        assert program.process.wait(20) == 0
    else:
        program.gone(ASKED)
        program.titled(titled(NAME, unsaved=True))
    assert (path.read_bytes() != before) == saves
    if closes:
        again = start(title=titled(NAME))  # saved or discarded: there are no unsaved changes
        assert again.quit() == ""


@pytest.mark.parametrize("asked", [False, True])
def test_a_signal_asks_nothing_and_loses_nothing(saved, start: Callable, asked: bool):
    program, path = saved
    before = path.read_bytes()
    if asked:
        program.key("ctrl+q")
        program.dialog(ASKED)
    program.process.send_signal(signal.SIGTERM)
    assert program.process.wait(20) == 0
    assert path.read_bytes() == before
    again = start(title=titled(NAME, unsaved=True))
    again.key("ctrl+s")
    again.titled(titled(NAME))
    assert path.read_bytes() != before
    assert again.quit() == ""


def test_a_file_is_dropped(start: Callable, tmp_path: Path):
    program, path = start(), tmp_path / "a file.gumbel.json"
    save_as(program, path)
    program.key("ctrl+shift+n")
    program.titled(TITLE)
    program.drop(path.as_uri() + "\r\n", *program.place("Name of class 1").middle)
    program.titled(titled(path.name))
    assert program.quit() == ""


def test_an_open_experiment_is_the_same_in_chinese_and_back(start: Callable, tmp_path: Path):
    program, path = start(), tmp_path / NAME
    program.key("ctrl+n")
    save_as(program, path)
    page, english = program.area("", "ViewPage"), program.settled()

    def speak(code: str, menu: str, submenu: str) -> None:
        """Choose a language by the mouse; it makes a new window."""
        for text in (menu, submenu, own_name(code)):
            program.press(text.replace("&", ""), "Action")
        program.move(5, 5)  # away from the plots, which tell what is under the mouse
        with speaking(code):
            program.place(tr("Type…"))
        program.window = program.dialog(titled(NAME))

    speak("zh", "View", "Language")
    assert not np.array_equal(program.settled()[program.area("", "ViewPage")], english[page])
    with speaking("zh"):
        program.drag_handle(tr("Temperature"), 60)
        program.titled(titled(NAME, unsaved=True))
        program.key("ctrl+z")
        program.titled(titled(NAME))
        speak("en", tr("&View"), tr("Lan&guage"))
    program.place("Type…")
    place = program.area("", "ViewPage")  # without a manager of windows a new one is elsewhere
    program.wait_for(
        lambda: np.array_equal(program.picture()[place], english[page]), "what there was"
    )
    assert program.quit() == ""


def test_the_window_belongs_to_the_entry_of_the_desktop(start: Callable):
    """A desktop shows a window under the entry whose StartupWMClass is the window's class."""
    program = start()
    entry = files("gumbel_gui.resources").joinpath("desktop", "gumbel-gui.desktop")
    words = entry.read_text("utf-8").splitlines()
    assert f"StartupWMClass={program.window.get_wm_class()[1]}" in words
    assert program.quit() == ""
