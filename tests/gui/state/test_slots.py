"""Slots: each window has a file of its own, written as a whole; nothing strange there can hang."""

import errno
import itertools
import os
import shutil
import subprocess
import sys

import pytest

from gumbel_gui.gui.state import slots
from gumbel_gui.gui.state.records import read_record
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.slots import (
    LARGEST,
    MOST_DAMAGED,
    read_whole,
    settings_folder,
    stored_files,
    take_slot,
)
from tests.faulty_disk import Disk

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as Linux has it")
HOLD = """
import sys
from pathlib import Path
from gumbel_gui.gui.state.slots import take_slot
slot = take_slot(Path(sys.argv[1]))
print(slot.path.name, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def take(tmp_path):
    """Return a function that takes a slot, as a window does, which is released at last."""
    taken = []

    def took(**others):
        taken.append(take_slot(tmp_path, **others))
        return taken[-1]

    yield took
    for slot in taken:
        slot.release()


def names(folder):
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".lock")


def test_windows_that_are_open_at_once_have_files_of_their_own(take, tmp_path):
    first, second = take(), take()
    first.write(b"first")
    second.write(b"second")
    assert (first.path.read_bytes(), second.path.read_bytes()) == (b"first", b"second")
    assert names(tmp_path) == ["window-1.json", "window-2.json"]


def test_a_start_takes_the_file_that_was_written_last_and_is_free(tmp_path):
    for number, when in ((1, 10), (2, 30), (3, 20)):
        path = tmp_path / f"window-{number}.json"
        path.write_bytes(b"")
        os.utime(path, (when, when))
    assert [path.stem[-1] for path in stored_files(tmp_path)] == ["2", "3", "1"]
    slots_ = [take_slot(tmp_path) for _ in range(4)]
    assert [slot.path.stem[-1] for slot in slots_] == ["2", "3", "1", "4"]
    slots_.pop(1).release()
    slots_.append(take_slot(tmp_path))
    assert slots_[-1].path.stem[-1] == "3"
    for slot in slots_:
        slot.release()


def test_a_killed_process_leaves_its_file_to_the_next_start(take, tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout.readline() == "window-1.json\n"
    assert take().path.name == "window-2.json"
    child.kill()
    child.communicate()
    assert take().path.name == "window-1.json"


@pytest.mark.parametrize("kind", ["text", "folder", "pipe"])
def test_a_foreign_lock_file_is_waited_for_by_nobody(take, tmp_path, kind):
    """Qt's lock files made QSettings wait for 30 seconds."""
    lock = tmp_path / "window-1.lock"
    if kind == "text":
        lock.write_text("1\nsomething\nelsewhere\n")
    elif kind == "folder":
        lock.mkdir()
    else:
        os.mkfifo(lock)
    slot = take()
    assert slot.path.name == ("window-2.json" if kind == "folder" else "window-1.json")
    slot.write(b"x")


def test_a_file_is_replaced_as_a_whole_or_not_at_all(take, monkeypatch, tmp_path):
    slot = take()
    slot.write(b"old")

    def full(_):
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="no space left"):
            slot.write(b"new")
    assert slot.path.read_bytes() == b"old"
    assert names(tmp_path) == ["window-1.json"]


def test_a_link_stays_a_link(take, tmp_path):
    elsewhere = tmp_path / "elsewhere" / "kept.json"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(b"old")
    slot = take()
    slot.path.symlink_to(elsewhere)
    slot.write(b"new")
    assert slot.path.is_symlink()
    assert elsewhere.read_bytes() == b"new"


@linux
def test_what_is_no_file_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "device").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "large").write_bytes(b"x" * (LARGEST + 1))
    for path in (*tmp_path.iterdir(), tmp_path):
        with pytest.raises(OSError):  # noqa: PT011
            read_whole(path)
    with pytest.raises(FileNotFoundError):
        read_whole(tmp_path / "none")
    (tmp_path / "large").write_bytes(b"x" * LARGEST)
    assert len(read_whole(tmp_path / "large")) == LARGEST


def test_damaged_files_are_kept_and_of_them_the_latest(take, tmp_path, monkeypatch):
    slot = take()
    for number in range(MOST_DAMAGED + 3):
        monkeypatch.setattr(slots.time, "strftime", lambda _, n=number: f"2026010{n}-000000")
        slot.write(b"mine")
        kept = slot.set_aside(str(number).encode())
        assert kept.read_bytes() == str(number).encode()
        assert slot.path.read_bytes() == b"mine"
    kept = sorted(path.read_text() for path in tmp_path.glob("damaged-*"))
    assert kept == [str(n) for n in range(3, MOST_DAMAGED + 3)]
    assert stored_files(tmp_path) == [slot.path]


def test_a_folder_in_the_place_of_the_file_is_moved_aside(take, tmp_path):
    slot = take()
    slot.path.mkdir()
    assert slot.set_aside(None).is_dir()
    slot.write(b"mine")
    assert slot.path.read_bytes() == b"mine"


def test_the_file_that_was_written_last_is_the_latest_though_the_clock_was_set_back(take, tmp_path):
    first, second = take(), take()
    second.write(b"when the clock was ahead")
    os.utime(second.path, (2**32, 2**32))
    first.write(b"now")
    assert stored_files(tmp_path) == [first.path, second.path]
    second.write(b"later")
    assert stored_files(tmp_path) == [second.path, first.path]


def test_a_damaged_file_is_kept_though_the_clock_was_set_back(take, tmp_path):
    for number in range(MOST_DAMAGED):
        (tmp_path / f"damaged-2999010{number}-000000-window-1.json").write_text("")
    kept = take().set_aside(b"mine")
    assert kept.read_bytes() == b"mine"
    assert len(list(tmp_path.glob("damaged-*"))) == MOST_DAMAGED


def refused(settings):
    """Store, and return whether that was refused, in a sentence."""
    told = settings.store(settings.dump())
    assert not told or told.startswith("What is changed here is not stored, and will be gone at")
    return bool(told)


@linux
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO], ids=errno.errorcode.get)
def test_whichever_operation_fails_the_settings_are_the_old_or_the_new_ones(
    tmp_path, monkeypatch, error
):
    disk, settings = Disk(monkeypatch), Settings(tmp_path)
    file = tmp_path / "window-1.json"
    failed = set()
    for at in itertools.count():
        settings.set_text("view", "before")
        disk.heal()
        assert not refused(settings)
        settings.set_text("view", "after")
        disk.fail(at, error)
        stored = not refused(settings)
        found = read_record(file.read_bytes())[0]["view"]
        assert found == ("after" if stored else "before")
        assert names(tmp_path) == ["window-1.json"]
        if at >= len(disk.names):
            break
        failed |= {disk.names[at]} if not stored else set()
    settings.close()
    assert failed >= {"write", "fsync", "fstat", "chmod", "replace", "link"}


@linux
def test_a_folder_that_vanishes_in_the_midst_of_storing_is_made_anew(tmp_path, monkeypatch):
    folder = tmp_path / "settings"
    disk, settings = Disk(monkeypatch), Settings(folder)
    for at in itertools.count():
        disk.fail(at, lambda: shutil.rmtree(folder))
        refused(settings)
        if at >= len(disk.names):
            break
        assert not refused(settings)
        (file,) = folder.glob("window-*.json")
        assert file.read_bytes() == settings.dump()
    settings.close()
    assert at > 5


@linux
@pytest.mark.parametrize("error", [errno.EACCES, errno.EIO], ids=errno.errorcode.get)
def test_whichever_operation_of_reading_fails_the_file_is_set_aside_and_told(
    tmp_path, monkeypatch, error
):
    file, disk = tmp_path / "window-1.json", Disk(monkeypatch)
    disk.read_by(slots)
    for at in itertools.count():
        first = Settings(tmp_path)
        first.set_text("view", "noise")
        assert not first.store(first.dump())
        first.close()
        data = file.read_bytes()
        disk.fail(at, error)
        settings = Settings(tmp_path)
        counted = len(disk.names)
        disk.heal()
        view, told = settings.text("view"), settings.tell_damage()
        settings.close()
        if at >= counted:
            break
        assert view == ""
        assert told.startswith("The stored settings could not be read; all have their defaults (")
        (kept,) = tmp_path.glob("damaged-*")
        assert kept.read_bytes() == data
        kept.unlink()
    assert (view, told, at > 1) == ("noise", "", True)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed there")
def test_a_slot_whose_lock_was_removed_knows_it(take):
    slot = take()
    assert slot.held
    slot.path.with_suffix(".lock").unlink()
    assert not slot.held


def test_where_folders_know_no_locks_the_first_file_is_taken(take, monkeypatch):
    fcntl = pytest.importorskip("fcntl")

    def unknown(*_):
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    assert take().path.name == take().path.name == "window-1.json"


@pytest.mark.skipif(os.name == "nt", reason="APPDATA is always set there")
@pytest.mark.parametrize("value", [None, "", "relative"])
def test_without_a_folder_of_its_own_it_is_below_the_home(monkeypatch, own_home, value):
    monkeypatch.delenv("XDG_CONFIG_HOME")
    if value is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", value)
    assert settings_folder() == own_home / ".config" / "GumbelGUI"
