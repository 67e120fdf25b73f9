"""Files in the window: what opens, saves and asks, and that the exact state comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QFileDialog, QLabel

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.experiments import opening
from gumbel_gui.figures.experiments.experiment import read_experiment, write_experiment
from gumbel_gui.gui.dialogs.questions import with_ending
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.banner import Banner

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=1000, seed=5),
    ("sun", "rain", "snow"),
    (False, True, False),
    frozenset({"noise_histogram.cdf"}),
)
OTHER = LabState(Parameters((1, 3), draws=500), ("a & b", "<b>"), (False, True))
TITLE = "Gumbel GUI"


@pytest.fixture
def lab(open_lab):
    lab = open_lab(SMALL)
    lab.window.closing.connect(lab.close)
    return lab


@pytest.fixture
def other(tmp_path):
    """The file of another experiment, seen in the view Temperature."""
    path = tmp_path / "other & more.gumbel.json"
    path.write_bytes(write_experiment(OTHER.experiment("temperature")))
    return path


@pytest.fixture
def choose(monkeypatch):
    """Return a function: the next dialogs give this name."""

    def chosen(path):
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))

    return chosen


def state_in(path):
    return LabState.of(read_experiment(path.read_bytes()))


def edit(lab, seed=99):
    lab.store.set("seed", seed)
    return lab.store.state


def title(lab):
    return lab.window.windowTitle(), lab.window.isWindowModified()


def trouble(lab):
    """Return the sentence about what is wrong, if one is seen."""
    seen = [each for each in lab.window.findChildren(Banner) if each.isVisible()]
    return " ".join(each.findChild(QLabel).text() for each in seen)


def recent(lab):
    return [action.text() for action in lab.window.menus._recent.actions()][:-2]


def test_save_asks_for_a_name_once(lab, choose, tmp_path):
    choose(tmp_path / "mine")
    lab.window.menus.save.trigger()
    path = tmp_path / "mine.gumbel.json"
    assert state_in(path) == SMALL
    assert title(lab) == (f"mine.gumbel.json[*] – {TITLE}", False)
    edited = edit(lab)
    assert title(lab) == (f"mine.gumbel.json[*] – {TITLE}", True)
    choose("")
    lab.window.menus.save.trigger()
    assert state_in(path) == edited
    assert not lab.window.isWindowModified()
    assert recent(lab) == ["&1 mine.gumbel.json"]


def test_undo_back_to_what_is_saved_leaves_no_unsaved_changes(lab, choose, tmp_path):
    choose(tmp_path / "mine")
    lab.window.menus.save_as.trigger()
    edit(lab)
    lab.store.history.undo()
    assert not lab.window.isWindowModified()


def test_opening_brings_state_and_view_and_undo_the_state_before(lab, choose, other):
    choose(other)
    lab.window.menus.open.trigger()
    assert lab.store.state == OTHER
    assert lab.window.view == "temperature"
    assert title(lab) == (f"{other.name}[*] – {TITLE}", False)
    lab.store.history.undo()
    assert lab.store.state == SMALL
    assert title(lab) == (TITLE, False)


def test_new_is_the_first_start_without_a_name_and_can_be_undone(lab, other):
    lab.filing.open(other)
    lab.window.menus.new.trigger()
    assert lab.store.state == LabState()
    assert title(lab) == (TITLE, False)
    lab.store.history.undo()
    assert lab.store.state == OTHER
    assert title(lab) == (f"{other.name}[*] – {TITLE}", False)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"\x89PNG\r\n\x1a\n", None])
def test_what_cannot_be_opened_leaves_everything_and_is_told_until_something_can(
    lab, tmp_path, other, data
):
    lab.filing.open(other)
    edited = edit(lab)
    bad = tmp_path / "bad.gumbel.json"
    if data is not None:
        bad.write_bytes(data)
    lab.filing.open(bad)  # no question either: nothing would be lost
    assert lab.store.state == edited
    assert title(lab) == (f"{other.name}[*] – {TITLE}", True)
    assert trouble(lab).endswith(".")
    assert trouble(lab).count(". ") == 0
    lab.window.menus.save.trigger()
    assert trouble(lab) == ""


def test_a_recent_file_that_is_gone_is_listed_no_more(lab, tmp_path, other):
    lab.filing.open(other)
    lab.window.menus.new.trigger()
    other.unlink()
    (entry, *_) = lab.window.menus._recent.actions()
    assert entry.text() == "&1 other && more.gumbel.json"
    entry.trigger()
    assert lab.store.state == LabState()
    assert "other & more" in trouble(lab)
    assert recent(lab) == []
    assert not lab.window.menus._recent.isEnabled()


def test_recent_files_are_stored_and_can_be_cleared(lab, open_lab, tmp_path):
    for number in range(12):
        path = tmp_path / f"{number}.gumbel.json"
        path.write_bytes(write_experiment(OTHER.experiment()))
        lab.filing.open(path)
    listed = [f"&{i + 1} {11 - i}.gumbel.json" for i in range(9)]
    assert recent(lab) == listed
    lab.window.close()
    again = open_lab()
    assert recent(again) == listed
    again.window.menus._recent.actions()[2].trigger()
    assert again.filing.document.path == tmp_path / "9.gumbel.json"
    assert recent(again)[:3] == ["&1 9.gumbel.json", "&2 11.gumbel.json", "&3 10.gumbel.json"]
    again.window.menus._recent.actions()[-1].trigger()
    assert recent(again) == []


def test_files_of_the_same_name_are_told_by_their_folders(lab, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "x.gumbel.json"
        path.write_bytes(write_experiment(OTHER.experiment()))
        lab.filing.open(path)
    b, a = (f"x.gumbel.json ({tmp_path / folder})" for folder in "ba")
    assert recent(lab) == [f"&1 {b}", f"&2 {a}"]


def test_a_file_that_cannot_be_written_is_told_and_stays_unsaved(lab, choose, tmp_path):
    choose(tmp_path / "missing" / "mine")
    lab.window.menus.save.trigger()
    assert trouble(lab).endswith("but its folder must exist.")
    assert title(lab) == (TITLE, False)
    choose(tmp_path / "mine")
    lab.window.menus.save.trigger()
    assert trouble(lab) == ""


def test_an_older_file_is_replaced_only_after_a_yes(lab, choose, tmp_path, answer):
    path = tmp_path / "mine.gumbel.json"
    path.write_bytes(b"older")
    choose(tmp_path / "mine")  # of that, the dialog has not asked
    texts = answer("Cancel")
    lab.window.menus.save.trigger()
    assert texts == [f"mine.gumbel.json is in {tmp_path} already. Replace it?"]
    assert path.read_bytes() == b"older"
    answer("&Replace")
    lab.window.menus.save.trigger()
    assert state_in(path) == SMALL


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("a", "a.gumbel.json"),
        ("a.gumbel.json", "a.gumbel.json"),
        ("A.GUMBEL.JSON", "A.GUMBEL.JSON"),
        ("a.json", "a.gumbel.json"),
        ("t0.5", "t0.5.gumbel.json"),
        ("a.gumbel", "a.gumbel.json"),
    ],
)
def test_the_ending_of_a_name(name, path):
    assert with_ending(Path(name)) == Path(path)


@pytest.mark.parametrize(
    ("how", "by"),
    [
        *(("close", by) for by in ("&Save", "&Discard", "Cancel", Qt.Key.Key_Escape)),
        *(("open", by) for by in ("&Save", "&Discard", "Cancel")),
        *(("new", "&Discard"), ("drop", "&Save")),
    ],
)
def test_unsaved_changes_of_a_file_are_asked_for(lab, tmp_path, other, how, by, answer, qtbot):
    mine = tmp_path / "mine.gumbel.json"
    mine.write_bytes(write_experiment(SMALL.experiment()))
    lab.filing.open(mine)
    edited = edit(lab)
    texts = answer(by)
    ways = {
        "close": lab.window.close,
        "new": lab.window.menus.new.trigger,
        "open": lambda: lab.filing.open(other),
        "drop": lambda: lab.filing._drops.dropped.emit([other]),
    }
    ways[how]()
    qtbot.waitUntil(lambda: texts != [])
    stays = by not in ("&Save", "&Discard")
    qtbot.waitUntil(lambda: stays or how == "close" or lab.filing.document.path != mine)
    assert texts == ["mine.gumbel.json has unsaved changes. Save them?"]
    assert state_in(mine) == (edited if by == "&Save" else SMALL)
    if stays:
        assert lab.store.state == edited
        assert title(lab) == (f"mine.gumbel.json[*] – {TITLE}", True)
        assert lab.window.isVisible()
    elif how == "close":
        assert not lab.window.isVisible()
        assert lab.store.state == (edited if by == "&Save" else SMALL)
    else:
        assert lab.store.state == (LabState() if how == "new" else OTHER)
        assert lab.window.isWindowModified() is False


def test_without_a_file_nothing_is_asked_and_nothing_is_lost(lab, open_lab, other):
    edited = edit(lab)
    lab.window.menus.new.trigger()
    lab.store.history.undo()
    lab.filing.open(other)
    lab.store.history.undo()
    assert lab.store.state == edited
    lab.window.close()
    assert not lab.window.isVisible()
    assert open_lab().store.state == edited


@pytest.mark.parametrize("edited", [False, True])
def test_a_signal_asks_nothing_and_the_next_start_knows_the_file(lab, open_lab, other, edited):
    lab.filing.open(other)
    if edited:
        edit(lab)
    last = lab.store.state
    lab.filing.end()
    lab.window.close()
    assert state_in(other) == OTHER
    again = open_lab()
    assert again.store.state == last
    assert title(again) == (f"{other.name}[*] – {TITLE}", edited)


def test_several_files_at_once_are_refused(lab, other):
    lab.filing._drops.dropped.emit([other, other])
    assert trouble(lab) == "One file can be opened at a time, but 2 were dropped."
    assert lab.store.state == SMALL


@pytest.mark.parametrize("by", ["&Replace", "Cancel"])
def test_what_another_program_has_changed_is_replaced_only_after_a_yes(lab, other, answer, by):
    lab.filing.open(other)
    edited = edit(lab)
    foreign = other.read_bytes() + b"\n"  # of the same meaning, but not what was read
    other.write_bytes(foreign)
    texts = answer(by)
    lab.window.menus.save.trigger()
    (text,) = texts
    assert text.startswith("other & more.gumbel.json is not as it was opened or saved here")
    if by == "Cancel":
        assert other.read_bytes() == foreign
        assert lab.window.isWindowModified()
        return
    assert state_in(other) == edited
    edit(lab, 7)
    lab.window.menus.save.trigger()  # what was saved here is known: no question
    assert state_in(other).parameters.seed == 7


def test_a_change_is_known_after_a_start_and_a_touch_is_none(lab, open_lab, other, answer):
    lab.filing.open(other)
    edit(lab)
    lab.filing.end()
    lab.window.close()
    other.touch()
    again = open_lab()
    again.window.menus.save.trigger()
    assert not again.window.isWindowModified()
    other.write_bytes(b"{}")
    edit(again, 7)
    texts = answer("Cancel")
    again.window.menus.save.trigger()
    assert len(texts) == 1
    other.unlink()  # nothing can be lost
    again.window.menus.save.trigger()
    assert state_in(other).parameters.seed == 7


def test_what_is_changed_while_it_is_read_is_a_change(lab, other, answer, monkeypatch):
    read = opening.open_file

    def late(path):
        found = read(path)
        other.write_bytes(b"{}")
        return found

    monkeypatch.setattr(opening, "open_file", late)
    lab.filing.open(other)
    texts = answer("Cancel")
    lab.window.menus.save.trigger()
    assert len(texts) == 1


def test_a_message_stays_until_the_next_edit_and_then_there_are_draws(lab, other, settle):
    line = lab.window.status
    settle(lab, lambda: lab.filing.open(other))
    assert line.text == f"Opened {other.name}; Undo goes back"
    settle(lab, lambda: edit(lab))
    assert line.text.startswith("500 draws · seed 99")
    lab.window.menus.save.trigger()
    assert line.text == f"Saved {other}"
    assert line._in_folder.isVisible()
    lab.set_view("noise")
    assert line.text.startswith("500 draws")
    assert not line._in_folder.isVisible()
