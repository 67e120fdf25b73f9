"""Every operation on a file fails in turn, for every writer: the old file stays, or the new is."""

import errno
import io
import itertools
import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures import whole_files
from gumbel_gui.figures.data.draws import save_draws
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.experiments.experiment import Experiment
from gumbel_gui.figures.formats import FORMATS
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.saving import save
from gumbel_gui.figures.targets import write, writing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="replaces what POSIX systems use")
LAYOUT = Layout(127, 110)
SENTENCES = {
    errno.ENOSPC: "on a disk with room for it",
    errno.EACCES: "in a folder that you may write to",
    errno.EIO: "somewhere that can be written to",
}


class Disk:
    """Counts the operations on files that are written, and lets one of them fail.

    Attributes:
        names: of the operations so far.
        number: of the open file.
        piece: the most bytes that are written at once, if there is a limit.
    """

    def __init__(self, monkeypatch):
        self.names, self.fails_at, self.error, self.piece = [], -1, 0, None
        self.number = None
        for owner, name in ((os, "link"), (Path, "chmod"), (Path, "replace")):
            self._wrap(monkeypatch, owner, name, lambda *_: True)
        for name in ("posix_fallocate", "fsync", "fstat"):
            self._wrap(monkeypatch, os, name, lambda number, *_: number == self.number)
        self._wrap(monkeypatch, os, "open", lambda _, flags, *__: flags & os.O_ACCMODE)
        monkeypatch.setattr(os, "fdopen", self._opened)

    def fail(self, at, error):
        self.names, self.fails_at, self.error = [], at, error

    def _opened(self, number, _):
        self.number = number
        return io.BufferedWriter(Raw(number, self))

    def count(self, name):
        self.names.append(name)
        if len(self.names) == self.fails_at + 1:
            raise OSError(self.error, os.strerror(self.error))

    def _wrap(self, monkeypatch, owner, name, counts):
        real = getattr(owner, name, None)

        def wrapped(*values, **named):
            if counts(*values):
                self.count(name)
            return real(*values, **named)

        if real is not None:
            monkeypatch.setattr(owner, name, wrapped)


class Raw(io.FileIO):
    def __init__(self, number, disk):
        super().__init__(number, "wb")
        self._disk = disk

    def write(self, data):
        self._disk.count("write")
        return super().write(memoryview(data)[: self._disk.piece])

    def seek(self, *place):
        self._disk.count("seek")
        return super().seek(*place)


@pytest.fixture
def disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Disk(monkeypatch)


def draw_to(path, count):
    save_draws(path, Experiment(Parameters((1, 2), draws=count)))


def write_parts(path):
    with writing(path) as file:
        file.write(b"a" * 100_000)
        file.seek(50_000)
        file.write(b"b" * 100)
        file.seek(0, os.SEEK_END)


WRITERS = {
    "bytes": ("a.bin", lambda path, _: write(path, b"new" * 5000)),
    "parts": ("a.bin", lambda path, _: write_parts(path)),
    "figure": ("a.svg", lambda path, note: save(path, note, LAYOUT)),
    "npz": ("a.npz", lambda path, _: draw_to(path, 20)),
    "csv": ("a.csv", lambda path, _: draw_to(path, 2500)),
}


@pytest.fixture(params=["unnamed", "named"])
def way(request, monkeypatch):
    if request.param == "named":
        monkeypatch.setattr(whole_files, "_open_unnamed", lambda _: None)
    return request.param


@pytest.mark.parametrize("error", SENTENCES, ids=errno.errorcode.get)
@pytest.mark.parametrize("kind", WRITERS)
def test_whichever_operation_fails_the_file_is_the_old_or_the_new_one(
    disk, way, kind, error, monkeypatch, request
):
    name, save_ = WRITERS[kind]
    note = request.getfixturevalue("note") if kind == "figure" else None
    drawn = FORMATS["svg"].encode(note, LAYOUT, 96, name) if note else b""
    once = replace(FORMATS["svg"], encode=lambda *_: drawn)
    monkeypatch.setitem(FORMATS, "svg", once)  # it is not to be drawn for each operation
    path, failed = Path(name), set()
    save_(path, note)
    new = path.read_bytes()
    for at in itertools.count():
        path.write_bytes(b"old")
        disk.fail(at, error)
        refusal = ""
        try:
            save_(path, note)
        except ExportError as caught:
            refusal = str(caught)
        assert path.read_bytes() == (b"old" if refusal else new)
        if refusal:
            assert refusal.startswith(f"output is '{name}', but must be {SENTENCES[error]} (")
            failed.add(disk.names[at])
        assert os.listdir() == [name]
        if at >= len(disk.names):
            break
    assert failed >= {"write", "fsync", "fstat", "chmod", "replace"}
    assert ("link" in failed) == (way == "unnamed" and sys.platform == "linux")
    assert ("open" in failed) == (way == "named")  # else another way to open it is taken
    assert ("posix_fallocate" in failed) == (kind == "npz" and sys.platform == "linux")


@pytest.mark.parametrize("kind", ["npz", "csv"])
def test_a_failure_on_any_thread_in_the_midst_of_many_chunks_is_told(disk, kind):
    """The disk is full after half of the operations."""
    path, count = Path(f"a.{kind}"), 140_000 if kind == "npz" else 9000
    draw_to(path, count)
    disk.fail(len(disk.names) // 2, errno.ENOSPC)
    with pytest.raises(ExportError, match="room for it"):
        draw_to(path.with_stem("b"), count)
    assert os.listdir() == [path.name]


@pytest.mark.parametrize("kind", WRITERS)
def test_where_the_system_writes_less_than_it_was_given_all_is_written(disk, kind, request):
    name, save_ = WRITERS[kind]
    note = request.getfixturevalue("note") if kind == "figure" else None
    save_(Path(name), note)
    whole = Path(name).read_bytes()
    disk.piece = 1000
    save_(Path(name), note)
    assert Path(name).read_bytes() == whole


def test_where_room_cannot_be_reserved_the_draws_are_written_without(disk, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(os, "posix_fallocate", refuse, raising=False)
    draw_to(Path("a.npz"), 20)
    with np.load("a.npz") as found:
        assert found["s"].shape == (2, 20)


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, ValueError])
def test_an_exception_between_parts_leaves_the_old_file(disk, way, error):
    Path("a.bin").write_bytes(b"old")

    def fail():
        with writing(Path("a.bin")) as file:
            file.write(b"new" * 100_000)
            raise error

    with pytest.raises(error):
        fail()
    assert Path("a.bin").read_bytes() == b"old"
    assert os.listdir() == ["a.bin"]
