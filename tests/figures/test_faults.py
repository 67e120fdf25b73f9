"""Every operation on a file fails in turn, for every writer: the old file stays, or the new is."""

import errno
import itertools
import os
import shutil
import sys
from contextlib import closing, suppress
from dataclasses import replace
from inspect import signature
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PyQt6.QtGui import QImage

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures import whole_files
from gumbel_gui.figures.animations import writing as writing_
from gumbel_gui.figures.animations.motion import Timing
from gumbel_gui.figures.animations.writing import write_steps
from gumbel_gui.figures.data.draws import save_draws
from gumbel_gui.figures.data.tables import save_table
from gumbel_gui.figures.errors import ExportError, OpenError
from gumbel_gui.figures.experiments import opening
from gumbel_gui.figures.experiments.experiment import Experiment, write_experiment
from gumbel_gui.figures.experiments.opening import open_file
from gumbel_gui.figures.formats import FORMATS
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.saving import save
from gumbel_gui.figures.targets import write, writing
from tests.faulty_disk import Disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="replaces what POSIX systems use")
LAYOUT = Layout(127, 110)
SENTENCES = {
    errno.ENOSPC: "on a disk with room for it",
    errno.EACCES: "in a folder that you may write to",
    errno.EIO: "somewhere that can be written to",
}


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


def write_film(path, *, kind=""):
    """Write two frames, which are not drawn; without an ending numbered files."""
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.fill(0)
    film = SimpleNamespace(
        animation=SimpleNamespace(timing=Timing(frames=2)),
        measure=lambda *_: None,
        image=lambda *_: picture,
    )
    with closing(write_steps(path, kind or path.suffix[1:], film)) as steps:
        next(steps)
        with suppress(StopIteration):
            while True:
                steps.send({})


def write_figure(path, content):
    save(path, content, LAYOUT)


EXPERIMENT = Experiment(Parameters((1, 2), draws=30))
WRITERS = {
    "bytes": ("a.bin", lambda path: write(path, b"new" * 5000)),
    "parts": ("a.bin", write_parts),
    "npz": ("a.npz", lambda path: draw_to(path, 20)),
    "csv": ("a.csv", lambda path: draw_to(path, 2500)),
    "experiment": ("a.gumbel.json", lambda path: write(path, write_experiment(EXPERIMENT))),
    "animated png": ("a.png", write_film),
    "animated gif": ("a.gif", write_film),
    **{f"figure {ending}": (f"a.{ending}", write_figure) for ending in FORMATS},
    "table": ("a.csv", lambda path, content: save_table(path, content, "class_frequencies")),
}


@pytest.fixture
def writer(request, monkeypatch):
    """Return a function that takes a kind and gives a file's name and a function that writes it."""
    monkeypatch.setattr(writing_, "check", lambda *_: None)

    def of(kind):
        name, save_ = WRITERS[kind]
        if "content" not in signature(save_).parameters:
            return Path(name), save_
        content = request.getfixturevalue("note")
        if kind.startswith("figure"):  # it is not to be drawn for each operation
            ending = Path(name).suffix[1:]
            drawn = FORMATS[ending].encode(content, LAYOUT, 96, name)
            once = replace(FORMATS[ending], encode=lambda *_: drawn)
            monkeypatch.setitem(FORMATS, ending, once)
        return Path(name), lambda path: save_(path, content)

    return of


@pytest.fixture(params=["unnamed", "named"])
def way(request, monkeypatch):
    if request.param == "named":
        monkeypatch.setattr(whole_files, "_open_unnamed", lambda _: None)
    return request.param


@pytest.mark.parametrize(
    ("kind", "error"),
    # All are written by the same means, so that each error need not meet each kind.
    [(kind, errno.ENOSPC) for kind in WRITERS]
    + [(kind, error) for kind in ("bytes", "npz") for error in (errno.EACCES, errno.EIO)],
    ids=lambda each: errno.errorcode.get(each, each),
)
def test_whichever_operation_fails_the_file_is_the_old_or_the_new_one(
    disk, way, kind, error, writer
):
    (path, save_), failed = writer(kind), set()
    save_(path)
    new = path.read_bytes()
    for at in itertools.count():
        path.write_bytes(b"old")
        disk.fail(at, error)
        refusal = ""
        try:
            save_(path)
        except ExportError as caught:
            refusal = str(caught)
        assert path.read_bytes() == (b"old" if refusal else new)
        if refusal:
            assert refusal.startswith(f"output is '{path}', but must be {SENTENCES[error]} (")
            failed.add(disk.names[at])
        assert os.listdir() == [path.name]
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
def test_where_the_system_writes_less_than_it_was_given_all_is_written(disk, kind, writer):
    path, save_ = writer(kind)
    save_(path)
    whole = path.read_bytes()
    disk.piece = 1000
    save_(path)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("kind", WRITERS)
def test_a_folder_that_vanishes_in_the_midst_is_told(disk, way, kind, writer, tmp_path):
    path, save_ = writer(kind)
    folder, refusals = tmp_path / "gone", []
    for at in itertools.count():
        folder.mkdir(exist_ok=True)
        disk.fail(at, lambda: shutil.rmtree(folder))
        try:
            save_(folder / path)
        except ExportError as caught:
            refusals.append(str(caught))
        if at >= len(disk.names):
            break
    assert len(refusals) > 3
    why = "must be somewhere that can be written to (no such file or directory)."
    assert all(each.endswith((why, "but its folder must exist.")) for each in refusals)


@pytest.mark.parametrize("error", SENTENCES, ids=errno.errorcode.get)
def test_of_numbered_files_all_are_there_or_none(disk, error, monkeypatch):
    monkeypatch.setattr(writing_, "check", lambda *_: None)
    for at in itertools.count():
        disk.fail(at, error)
        try:
            write_film(Path("a.png"), kind="frames")
            written = 2
        except ExportError:
            written = 0
        assert len(os.listdir()) == written
        for each in os.listdir():
            os.unlink(each)
        if at >= len(disk.names):
            break
    assert at > 10


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


OPENED = [*(kind for kind in WRITERS if kind.startswith("figure")), "experiment", "npz", "csv"]


@pytest.mark.parametrize("kind", OPENED)
def test_whichever_operation_of_reading_fails_that_is_told(disk, kind, writer):
    path, save_ = writer(kind)
    save_(path)
    whole = open_file(path)
    disk.read_by(opening)
    for at in itertools.count():
        disk.fail(at, errno.EIO)
        refusal = ""
        try:
            assert open_file(path) == whole
        except OpenError as caught:
            refusal = str(caught)
        failed = at < len(disk.names) and disk.names[at] != "seek"  # some of which are only tries
        assert not failed or refusal.startswith(f"'{path}' cannot be opened")
        assert refusal[-1:] in ("", ".")
        if at >= len(disk.names):
            break
    assert at > 1
