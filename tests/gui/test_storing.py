"""What a laboratory stores while it runs, and what it tells when it cannot read or store."""

import errno
import os
import sys
from pathlib import Path

import pytest
from PyQt6.QtWidgets import QLabel, QPushButton

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui import app
from gumbel_gui.gui.lab import Lab
from gumbel_gui.gui.state import autosave
from gumbel_gui.gui.state.records import write_record
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.banner import Banner

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False, True, False),
    frozenset({"noise_histogram.cdf"}),
)
PATIENCE = 20_000
UNSTORED = "What is changed here is not stored, and will be gone at the next start: "
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as Linux has it")


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    """Store at once: tests/gui/state/test_autosave.py looks at the time."""
    monkeypatch.setattr(autosave, "DELAY_MS", 20)


def banner(lab):
    found = {each.findChild(QPushButton).text(): each for each in lab.window.findChildren(Banner)}
    return found["Close"]


def told(lab):
    """Return the sentence about the settings, while it is seen."""
    return banner(lab).findChild(QLabel).text() if banner(lab).isVisible() else ""


@pytest.fixture
def start(qtbot, plain_look):
    """Return a function that starts a laboratory with settings, as a start of the program does."""
    labs = []

    def started(settings):
        lab = Lab(settings, "light")
        labs.append(lab)
        qtbot.addWidget(lab.window, before_close_func=lambda _: lab.close())
        lab.start()
        return lab

    yield started
    for lab in labs:
        lab.close()


def edit(lab, name, value):
    lab.store.edit(name, lambda s: s.with_parameter(name, value))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("temperature", lambda lab: edit(lab, "temperature", 7)),
        ("labels", lambda lab: lab.store.edit("n", lambda s: s.with_label(0, "wind"))),
        ("locks", lambda lab: lab.store.edit("n", lambda s: s.with_lock(0, True))),
        ("options", lambda lab: lab.store.edit("n", lambda s: s.with_option("a.b", True))),
        (
            "seed",
            lambda lab: (edit(lab, "seed", 9), edit(lab, "seed", 8), lab.store.history.undo()),
        ),
        ("theme", lambda lab: lab.window.theme_chosen.emit("dark")),
        ("view", lambda lab: lab.window.view_chosen.emit("noise")),
        ("geometry", lambda lab: lab.window.resize(1111, 777)),
        ("guide", lambda lab: lab.guide.toggle()),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_each_change_is_stored_while_the_window_is_open(open_lab, stored, qtbot, name, change):
    lab = open_lab(SMALL)
    qtbot.waitUntil(stored.path.exists, timeout=PATIENCE)
    before = stored.values()
    change(lab)
    qtbot.waitUntil(lambda: stored.values()[name] != before[name], timeout=PATIENCE)


def test_a_step_of_the_guide_is_stored_while_the_window_is_open(open_lab, stored, qtbot):
    lab = open_lab(SMALL)
    lab.guide.toggle()
    lab.guide.progress.go(4)
    qtbot.waitUntil(
        lambda: stored.path.exists() and (stored.values()["guide"] or {}).get("number") == 4,
        timeout=PATIENCE,
    )


def test_what_was_done_is_there_after_a_window_that_was_never_closed(open_lab, stored, qtbot):
    lab = open_lab(SMALL)
    edit(lab, "temperature", 7)
    qtbot.waitUntil(
        lambda: stored.path.exists() and stored.values()["temperature"] == 7, timeout=PATIENCE
    )
    copy = stored.folder.with_name("copy")
    copy.mkdir()
    (copy / stored.path.name).write_bytes(stored.path.read_bytes())
    again = Settings(copy)
    again.close()
    assert again.state == lab.store.state


def test_a_second_window_begins_with_the_first_one_and_neither_overwrites_the_other(
    open_lab, stored, qtbot
):
    first = open_lab(SMALL)
    edit(first, "temperature", 7)
    qtbot.waitUntil(
        lambda: stored.path.exists() and stored.values()["temperature"] == 7, timeout=PATIENCE
    )
    second = open_lab()
    assert second.store.state == first.store.state
    edit(first, "seed", 1)
    edit(second, "seed", 2)
    second.close()
    first.close()
    assert stored.values()["seed"] == 1
    again = open_lab()  # the one that was stored last
    another = open_lab()
    assert (again.store.value("seed"), another.store.value("seed")) == (1, 2)


def test_the_theme_and_the_memory_that_were_chosen_last_are_those_of_every_window(open_lab, stored):
    first, second = open_lab(SMALL), open_lab(SMALL)
    first.window.theme_chosen.emit("dark")
    first._settings.memory = 100
    second.window.theme_chosen.emit("contrast")
    second._settings.memory = 200
    first.close()
    second.close()
    settings = [Settings(stored.folder) for _ in range(2)]
    assert [(each.text("theme"), each.memory) for each in settings] == [("contrast", 200)] * 2
    for each in settings:
        each.close()


def refusing(number):
    """Return a function that fails as the system does."""

    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    return refuse


def file_in_its_place(folder, monkeypatch):
    folder.write_text("")
    return errno.EEXIST


@linux
def missing_parent(folder, monkeypatch):
    folder.symlink_to("/proc/none/GumbelGUI")
    return errno.EEXIST


def read_only(folder, monkeypatch):
    monkeypatch.setattr(os, "open", refusing(errno.EROFS))
    return errno.EROFS


def no_permission(folder, monkeypatch):
    monkeypatch.setattr(Path, "mkdir", refusing(errno.EACCES))
    return errno.EACCES


def full_disk(folder, monkeypatch):
    monkeypatch.setattr(os, "fsync", refusing(errno.ENOSPC))
    return errno.ENOSPC


def quota(folder, monkeypatch):
    monkeypatch.setattr(Path, "replace", refusing(errno.EDQUOT))
    return errno.EDQUOT


@pytest.mark.parametrize(
    "spoil", [file_in_its_place, missing_parent, read_only, no_permission, full_disk, quota]
)
def test_a_folder_that_cannot_be_written_to_is_told_once(start, stored, monkeypatch, qtbot, spoil):
    number = spoil(stored.folder, monkeypatch)
    lab = start(Settings(stored.folder))
    qtbot.waitUntil(lambda: bool(told(lab)), timeout=PATIENCE)
    reason = os.strerror(number).lower()
    assert told(lab) == f"{UNSTORED}the folder {stored.folder} cannot be written to ({reason})."
    qtbot.waitUntil(lambda: lab._autosave._written is not None, timeout=PATIENCE)
    qtbot.waitUntil(lab._autosave._written.done, timeout=PATIENCE)
    banner(lab).findChild(QPushButton).click()
    lab._autosave._save()
    qtbot.waitUntil(lab._autosave._written.done, timeout=PATIENCE)
    assert told(lab) == ""
    lab.close()
    assert reason in lab.trouble


def test_without_a_home_folder_that_is_told(start, monkeypatch):
    def unknown():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.delenv("APPDATA")
    monkeypatch.setattr(Path, "home", unknown)
    lab = start(Settings.of_user())
    assert told(lab) == f"{UNSTORED}there is no home folder to store it in."


def test_once_it_can_be_stored_again_the_sentence_is_gone(start, stored, monkeypatch, qtbot):
    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", refusing(errno.EACCES))
        lab = start(Settings(stored.folder))
        assert told(lab)
    edit(lab, "temperature", 7)
    qtbot.waitUntil(lambda: told(lab) == "", timeout=PATIENCE)
    qtbot.waitUntil(stored.path.exists, timeout=PATIENCE)
    lab.close()
    assert stored.values()["temperature"] == 7
    assert lab.trouble == ""


def test_settings_that_were_lost_at_the_end_end_the_program_with_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(Path, "mkdir", refusing(errno.EACCES))
    whole = Lab.start

    def start(lab):
        whole(lab)
        lab.updated.connect(lab.window.close)

    monkeypatch.setattr(Lab, "start", start)
    assert app.run() == 1
    assert f"gumbel-gui: {UNSTORED}the folder " in capsys.readouterr().err


def flipped(data, place):
    changed = bytearray(data)
    changed[place] ^= 1 << 2
    return bytes(changed)


def test_one_flipped_bit_costs_one_value_and_is_told(start, stored):
    settings = Settings()
    settings.state = SMALL
    data = flipped(settings.dump(), settings.dump().index(b'"temperature": 0.5') + 16)
    stored.folder.mkdir()
    stored.path.write_bytes(data)
    lab = start(Settings(stored.folder))
    (kept,) = stored.folder.glob("damaged-*")
    assert kept.read_bytes() == data
    assert told(lab) == (
        "The stored settings were damaged; defaults took the place of: temperature "
        f"(the file is kept as {kept})."
    )
    assert lab.store.state == SMALL.with_parameter("temperature", 1)


def test_of_much_that_is_damaged_the_first_is_named(start, stored):
    stored.folder.mkdir()
    damaged = {"temperature": [], "seed": [], "draws": [], "theme": [], "labels": 7, "view": []}
    stored.path.write_bytes(write_record(damaged))
    lab = start(Settings(stored.folder))
    assert "place of: theme, view, temperature and 3 others (" in told(lab)


@linux
@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "large", "noise"])
def test_what_is_no_settings_file_is_kept_and_told(start, stored, kind, qtbot):
    stored.folder.mkdir()
    make = {
        "pipe": os.mkfifo,
        "folder": os.mkdir,
        "device": lambda path: path.symlink_to("/dev/zero"),
        "large": lambda path: path.write_bytes(b"\0" * (2**20 + 1)),
        "noise": lambda path: path.write_bytes(os.urandom(5000)),
    }
    make[kind](stored.path)
    lab = start(Settings(stored.folder))
    (kept,) = stored.folder.glob("damaged-*")
    assert told(lab) == (
        "The stored settings could not be read; all have their defaults "
        f"(the file is kept as {kept})."
    )
    edit(lab, "temperature", 7)
    lab.close()
    assert stored.values()["temperature"] == 7


def test_a_good_start_tells_nothing(open_lab, stored):
    lab = open_lab(SMALL)
    assert told(lab) == ""
    lab.close()
    assert told(open_lab()) == ""
    assert not list(stored.folder.glob("damaged-*"))
