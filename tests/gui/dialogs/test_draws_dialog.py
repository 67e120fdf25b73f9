"""Saving raw draws and copying programs from the menus."""

import ast
import os
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PyQt6 import sip
from PyQt6.QtWidgets import QApplication, QFileDialog

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.code.libraries import LIBRARIES
from gumbel_gui.gui.dialogs import draws_dialog
from gumbel_gui.gui.dialogs.draws_dialog import SavingDraws
from gumbel_gui.gui.state.state import LabState

PATIENCE = 60_000
STATE = LabState(Parameters((1, 3), 0.5, draws=500, seed=2), ("sun", "rain"), (False, False))
MANY = LabState(Parameters((1, 3), draws=10**10), ("class 0", "class 1"), (False, False))


@pytest.fixture(autouse=True)
def home(own_home, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: own_home)
    before = set(os.listdir(own_home))
    yield own_home
    assert not [name for name in set(os.listdir(own_home)) - before if name.startswith(".gumbel-")]


@pytest.fixture
def choose(monkeypatch):
    """Return a function that says what is chosen in the next file dialog; it is what was proposed
    if nothing is named. It gives a list of the dialogs' proposals."""

    def chosen(name=None, kind=0):
        proposals = []

        def execute(dialog):
            (path,) = dialog.selectedFiles()
            proposals.append(Path(path).name)
            dialog.selectNameFilter(dialog.nameFilters()[kind])
            if name is not None:
                monkeypatch.setattr(dialog, "selectedFiles", lambda: [str(Path.home() / name)])
            return name != ""

        monkeypatch.setattr(QFileDialog, "exec", execute)
        return proposals

    return chosen


def status(lab):
    return lab.window.status.text


def said(lab, sentence):
    return status(lab) == sentence


@pytest.mark.parametrize("ending", ["npz", "csv"])
def test_draws_are_saved_and_the_status_line_says_where(open_lab, qtbot, choose, home, ending):
    lab = open_lab(STATE)
    choose(f"a.{ending}")
    lab.window.menus.save_draws.trigger()
    qtbot.waitUntil(lambda: status(lab) == f"Saved {home / f'a.{ending}'}", timeout=PATIENCE)
    if ending == "npz":
        with Engine() as engine, np.load(home / "a.npz") as found:
            expected = engine.chunk(STATE.parameters, 0).relaxed
            np.testing.assert_array_equal(found["s"], expected)
            assert '"sun"' in str(found["experiment"])


def test_a_name_is_proposed_that_tells_the_parameters_and_is_that_of_no_file(
    open_lab, qtbot, choose, home
):
    lab, name = open_lab(STATE), "gumbel-draws-p0.25_0.75-t0.5-n500-seed2"
    for expected in (f"{name}.npz", f"{name}-2.npz"):
        proposals = choose()
        lab.window.menus.save_draws.trigger()
        assert proposals == [expected]
        saved = f"Saved {home / expected}"
        qtbot.waitUntil(partial(said, lab, saved), timeout=PATIENCE)


@pytest.mark.parametrize(("kind", "ending"), [(0, "npz"), (1, "csv")])
def test_a_name_without_an_ending_of_a_format_gets_one_and_replaces_nothing(
    open_lab, qtbot, choose, home, kind, ending
):
    lab = open_lab(STATE)
    (home / f"tau0.5.{ending}").write_bytes(b"old")
    choose("tau0.5", kind)
    lab.window.menus.save_draws.trigger()
    saved = home / f"tau0.5-2.{ending}"
    qtbot.waitUntil(lambda: status(lab) == f"Saved {saved}", timeout=PATIENCE)
    assert (home / f"tau0.5.{ending}").read_bytes() == b"old"


def test_nothing_is_saved_if_no_file_is_chosen(open_lab, choose, home):
    lab, before = open_lab(STATE), set(os.listdir(home))
    shown = status(lab)
    choose("")
    lab.window.menus.save_draws.trigger()
    assert status(lab) == shown
    assert set(os.listdir(home)) == before


def test_what_cannot_be_saved_is_told_in_the_status_line(open_lab, qtbot, choose):
    lab = open_lab(STATE)
    choose("none/a.npz")
    lab.window.menus.save_draws.trigger()
    qtbot.waitUntil(lambda: "its folder must exist" in status(lab), timeout=PATIENCE)


@pytest.fixture
def saving(qtbot, show, home, monkeypatch):
    """The saving of many draws, on a disk with room for them, in the midst of it."""
    monkeypatch.setattr("gumbel_gui.figures.data.draws.check_room", lambda *_: None)
    monkeypatch.setattr(draws_dialog, "PATIENCE_MS", 0)
    window = show(QFileDialog())
    (home / "a.csv").write_bytes(b"old")
    told = []
    saving = SavingDraws(home / "a.csv", MANY)
    saving.serve(window, window.accepted, lambda words, _: told.append(words))
    with qtbot.waitSignal(saving.task.advanced, timeout=PATIENCE):
        pass
    yield saving, told
    if not sip.isdeleted(saving):
        saving.stop()


def test_progress_is_shown_and_cancelling_keeps_the_old_file(saving, qtbot, home, click):
    dialog, told = saving
    qtbot.waitUntil(dialog.isVisible, timeout=PATIENCE)
    assert "10 000 000 000 draws to a.csv" in dialog.labelText().replace("\xa0", " ")
    assert not dialog.isModal()
    click(dialog, "Cancel")
    qtbot.waitUntil(lambda: told == ["Cancelled; nothing was saved"], timeout=PATIENCE)
    qtbot.waitUntil(lambda: sip.isdeleted(dialog), timeout=PATIENCE)
    assert (home / "a.csv").read_bytes() == b"old"


def test_closing_the_window_ends_the_saving_and_waits_for_it(saving, home):
    dialog, _ = saving
    dialog.stop()
    assert dialog.task.isFinished()
    assert (home / "a.csv").read_bytes() == b"old"


def test_a_laboratory_that_is_closed_stops_what_is_saved(open_lab, choose, home, monkeypatch):
    monkeypatch.setattr("gumbel_gui.figures.data.draws.check_room", lambda *_: None)
    lab = open_lab(STATE)
    lab.store.edit("", lambda _: MANY)
    choose("a.csv")
    lab.window.menus.save_draws.trigger()
    (dialog,) = lab.window.findChildren(SavingDraws)
    lab.window.close()
    assert dialog.task.isFinished()
    assert not (home / "a.csv").exists()


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_program_is_copied_with_the_labels_that_were_given(open_lab, library):
    lab = open_lab(STATE)
    (edit,) = (a.menu() for a in lab.window.menus.actions() if a.text() == "&Edit")
    (menu,) = (a.menu() for a in edit.actions() if a.text() == "Copy &as code")
    (action,) = (a for a in menu.actions() if a.text()[1:] == LIBRARIES[library].title)
    action.trigger()
    assert status(lab) == f"Copied a program for {LIBRARIES[library].title}"
    text = QApplication.clipboard().text()
    assert ast.parse(text)
    assert "    0.25,  # sun\n" in text
    assert "t = 0.5 " in text


def test_default_labels_are_no_comments(open_lab):
    lab = open_lab(LabState(STATE.parameters, ("class 0", "class 1"), (False, False)))
    lab.window.menus.code_wanted.emit("numpy")
    assert "np.array([0.25, 0.75])" in QApplication.clipboard().text()
