import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PyQt6.QtGui import QImage

from gumbel_gui.figures import saving
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.formats import FORMATS
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.saving import check_target, format_of, save
from gumbel_gui.figures.targets import write

SMALL = Layout(127, 110)
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")


def refusal(path, content=None):
    """Return the sentence with which a target is refused, which must be one line."""
    with pytest.raises(ExportError) as caught:
        save(path, content, SMALL, 96)
    sentence = str(caught.value)
    assert sentence.startswith("output is ")
    assert "but must be" in sentence or "but must end" in sentence or "but its folder" in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("ending", [*FORMATS, "PNG", "Svg"])
def test_a_file_is_written_and_nothing_else(note, tmp_path, ending):
    path = tmp_path / f"figure.{ending}"
    save(path, note, SMALL, 96)
    start = {"png": b"\x89PNG\r\n", "svg": b"<?xml", "pdf": b"%PDF-"}[ending.lower()]
    assert path.read_bytes().startswith(start)
    assert os.listdir(tmp_path) == [path.name]
    assert path.stat().st_size > 5000


def test_an_old_file_is_replaced_as_a_whole(note, tmp_path):
    path = tmp_path / "figure.png"
    path.write_bytes(b"old" * 100_000)
    save(path, note, SMALL, 96)
    assert QImage(str(path)).width() == 480
    assert b"oldold" not in path.read_bytes()


@pytest.mark.parametrize("name", ["a", "a.bmp", "a.png.txt", ".png", "png", "a.", "a.jpg", "a.PN"])
def test_unknown_endings_are_refused(name):
    with pytest.raises(ExportError, match=r"must end in one of \.png, \.svg, \.pdf"):
        format_of(Path(name))
    assert name in refusal(Path(name))


def test_a_missing_folder_is_named(tmp_path):
    path = tmp_path / "missing" / "figure.png"
    assert "its folder must exist" in refusal(path)
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    refusal(tmp_path / "file" / "figure.png")
    assert os.listdir(tmp_path) == ["file"]


def test_a_folder_is_not_overwritten(tmp_path):
    (tmp_path / "figure.png").mkdir()
    assert "not a folder" in refusal(tmp_path / "figure.png")


@linux
@pytest.mark.parametrize("kind", ["fifo", "socket", "device"])
def test_what_is_no_regular_file_is_refused_before_it_is_opened(tmp_path, kind, monkeypatch):
    path = tmp_path / "figure.png"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "socket":
        monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    else:
        path.symlink_to("/dev/null")
    monkeypatch.setattr(saving, "write", lambda *_: pytest.fail("it was written to"))
    assert "must be a regular file" in refusal(path)


@pytest.mark.parametrize("name", ["a\0b.png", "\0.svg"])
def test_a_nul_in_the_name_is_refused(note, tmp_path, name):
    refusal(tmp_path / name, note)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("length", [256, 5000])
def test_a_name_that_is_too_long_is_refused(tmp_path, length):
    assert "shorter" in refusal(tmp_path / ("x" * length + ".png"))


@linux
@pytest.mark.parametrize("folder", ["/proc/self", "/sys/kernel"])
def test_a_folder_that_takes_no_files_is_refused(note, folder):
    """Even root cannot make a file there."""
    path = Path(folder) / "gumbel-gui-test.png"
    assert repr(str(path)) in refusal(path, note)
    assert not path.exists()


def test_a_loop_of_links_is_refused(note, tmp_path):
    path = tmp_path / "figure.png"
    path.symlink_to(path)
    refusal(path, note)


def test_a_link_stays_and_its_target_is_replaced(note, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target, link = folder / "target.png", tmp_path / "link.png"
    target.write_bytes(b"old")
    link.symlink_to(Path("elsewhere") / "target.png")
    save(link, note, SMALL, 96)
    assert link.is_symlink()
    assert QImage(str(target)).width() == 480
    assert sorted(os.listdir(tmp_path)) == ["elsewhere", "link.png"]
    assert os.listdir(folder) == ["target.png"]


def test_a_dangling_link_makes_its_target(note, tmp_path):
    link = tmp_path / "link.png"
    link.symlink_to("new.png")
    save(link, note, SMALL, 96)
    assert link.is_symlink()
    assert QImage(str(tmp_path / "new.png")).width() == 480


@linux
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_the_permissions_of_an_old_file_are_kept(note, tmp_path, mode):
    path = tmp_path / "figure.svg"
    path.write_bytes(b"old")
    path.chmod(mode)
    save(path, note, SMALL)
    assert path.stat().st_mode & 0o7777 == mode
    assert path.stat().st_size > 3


@linux
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o000])
def test_a_new_file_has_the_usual_permissions(tmp_path, mask):
    old = os.umask(mask)
    try:
        write(tmp_path / "a.png", b"data")
        assert os.umask(mask) == mask
    finally:
        os.umask(old)
    assert (tmp_path / "a.png").stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod", "short"])
def test_on_an_error_the_old_file_stays_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "a.png"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(5, "Input/output error")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    elif step == "short":
        monkeypatch.setattr(os, "fsync", lambda number: os.truncate(number, 2))
    else:
        monkeypatch.setattr(Path, step, fail)
    with pytest.raises(ExportError, match="output is "):
        write(path, b"new data")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.png"]


FULL_DISK = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from gumbel_gui import cli
sys.exit(cli.main(["render", "--draws", "100", "--dpi", "96", "--output", sys.argv[1]]))
"""


@linux
@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("old", [b"old", None])
def test_on_a_full_disk_the_old_file_stays_and_nothing_else(tmp_path, ending, old):
    path = tmp_path / f"a.{ending}"
    if old:
        path.write_bytes(old)
    # Coverage of the child would have no room for its own file.
    environment = {n: v for n, v in os.environ.items() if not n.startswith("COVERAGE")}
    child = [sys.executable, "-c", FULL_DISK, str(path)]
    ended = subprocess.run(child, capture_output=True, text=True, check=False, env=environment)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "on a disk with room for it" in ended.stderr
    assert os.listdir(tmp_path) == ([path.name] if old else [])
    assert not old or path.read_bytes() == old


def test_a_target_is_looked_at_before_any_work_is_done(tmp_path, monkeypatch):
    broken = FORMATS["png"].__class__("png", "broken", lambda *_: pytest.fail("drawn"), True)
    monkeypatch.setitem(FORMATS, "png", broken)
    refusal(tmp_path / "missing" / "a.png")
    check_target(tmp_path / "a.png")
    assert os.listdir(tmp_path) == []
