import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gumbel_gui.figures import whole_files
from gumbel_gui.figures.whole_files import write_whole

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs locks")
STALE = ".gumbel-0a_1b2c3"
KILLED = """
import os, signal, sys
from pathlib import Path
from gumbel_gui.figures import whole_files

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

owner, name = {"write": (whole_files.os, "fdopen"), "sync": (os, "fsync"), "link": (os, "link"),
    "chmod": (Path, "chmod"), "replace": (Path, "replace")}[sys.argv[1]]
setattr(owner, name, die)
if sys.argv[2] == "named":
    whole_files._open_unnamed = lambda _: None
whole_files.write_whole(Path("a.png"), b"new")
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.png").write_bytes(b"old")
    return tmp_path


@pytest.fixture(params=[True, False], ids=["unnamed", "named"])
def way(request, monkeypatch):
    """Both ways in turn; not all systems and disks have files without a name."""
    if not request.param:
        monkeypatch.setattr(whole_files, "_open_unnamed", lambda _: None)
    return "unnamed" if request.param else "named"


def kill(step, way):
    ended = subprocess.run([sys.executable, "-c", KILLED, step, way], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert Path("a.png").read_bytes() == b"old"


@linux
@pytest.mark.parametrize("step", ["write", "sync", "link"])
def test_a_process_that_is_killed_while_it_writes_leaves_nothing(folder, step):
    kill(step, "unnamed")
    assert os.listdir(folder) == ["a.png"]


@posix
@pytest.mark.parametrize("step", ["write", "sync", "chmod", "replace"])
def test_what_a_killed_process_has_left_is_removed_by_the_next(folder, step):
    kill(step, "named")
    assert len(os.listdir(folder)) == 2
    write_whole(Path("b.png"), b"more")
    assert sorted(os.listdir(folder)) == ["a.png", "b.png"]


@posix
def test_what_another_process_is_writing_stays(folder, way, monkeypatch):
    """Locks belong to open files, so that one process can play both."""
    seen = []

    def sync_while_another_writes(_):
        monkeypatch.undo()
        os.chdir(folder)
        write_whole(Path("b.png"), b"more")
        seen.extend(os.listdir(folder))

    monkeypatch.setattr(os, "fsync", sync_while_another_writes)
    write_whole(Path("a.png"), b"new")
    assert Path("a.png").read_bytes() == b"new"
    assert Path("b.png").read_bytes() == b"more"
    assert len(seen) == (2 if way == "unnamed" else 3)
    assert sorted(os.listdir(folder)) == ["a.png", "b.png"]


@posix
def test_a_file_that_is_complete_but_not_in_place_stays_too(folder, way, monkeypatch):
    replace = Path.replace

    def replace_later(path, target):
        monkeypatch.undo()
        os.chdir(folder)
        write_whole(Path("b.png"), b"more")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", replace_later)
    write_whole(Path("a.png"), b"new")
    assert Path("a.png").read_bytes() == b"new"
    assert sorted(os.listdir(folder)) == ["a.png", "b.png"]


@posix
def test_a_file_that_was_removed_before_it_was_locked_is_made_again(folder, monkeypatch):
    lock, removed = whole_files._lock, []

    def lock_late(descriptor, wait):
        if not removed:
            removed.extend(folder.glob(".gumbel-*"))
            removed[0].unlink()
        return lock(descriptor, wait)

    monkeypatch.setattr(whole_files, "_open_unnamed", lambda _: None)
    monkeypatch.setattr(whole_files, "_lock", lock_late)
    write_whole(Path("a.png"), b"new")
    assert Path("a.png").read_bytes() == b"new"
    assert os.listdir(folder) == ["a.png"]


@posix
def test_nothing_else_of_a_like_name_is_removed(folder):
    (folder / STALE).mkdir()
    os.mkfifo(folder / ".gumbel-abcdefgh")  # would wait for a writer for ever
    (folder / ".gumbel-abcdefg1").symlink_to("a.png")
    for name in (".gumbel-notes", ".gumbel-abcdefgh.txt", ".gumbel-ABCDEFGH", "a.gumbel-abcdefgh"):
        (folder / name).write_text("kept")
    before = set(os.listdir(folder))
    write_whole(Path("a.png"), b"new")
    assert set(os.listdir(folder)) == before


@posix
def test_where_files_cannot_be_locked_none_is_removed(folder, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(whole_files.fcntl, "flock", refuse)
    (folder / STALE).write_bytes(b"")
    write_whole(Path("a.png"), b"new")
    assert Path("a.png").read_bytes() == b"new"
    assert sorted(os.listdir(folder)) == [STALE, "a.png"]


def test_on_windows_what_is_a_day_old_is_removed(folder, monkeypatch):
    for name, age in ((STALE, 2 * 86_400), (".gumbel-abcdefgh", 0)):
        (folder / name).write_bytes(b"")
        os.utime(folder / name, (time.time() - age,) * 2)
    monkeypatch.setattr(sys, "platform", "win32")
    write_whole(Path("a.png"), b"new")
    assert Path("a.png").read_bytes() == b"new"
    assert sorted(os.listdir(folder)) == [".gumbel-abcdefgh", "a.png"]
