"""Looking before Qt does: what is missing is said in one line, and Qt never aborts."""

import ctypes
import os
import subprocess
import sys

import pytest

from gumbel_gui.gui.system import display

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere every session has a display"
)
NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")


@pytest.fixture
def bare(monkeypatch):
    """Return a function that takes away all that names a display, and sets what is given."""

    def set_only(**given):
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in given.items():
            monkeypatch.setenv(name, value)

    return set_only


@pytest.mark.parametrize("platform", ["", "xcb", "wayland", "xcb:option", "wayland;xcb"])
def test_without_a_display_it_says_so_and_what_to_do(bare, platform):
    bare(QT_QPA_PLATFORM=platform)
    reason = display.why_no_window()
    assert "DISPLAY is not set" in reason
    assert "gumbel-gui render" in reason


@pytest.mark.parametrize("name", [":987", "nonsense", "no.such.host.invalid:0", ":x"])
def test_a_display_that_does_not_answer_is_named(bare, name):
    bare(DISPLAY=name)
    reason = display.why_no_window()
    assert repr(name) in reason
    assert "gumbel-gui render" in reason
    assert "\n" not in reason


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=10x10"])
def test_other_platforms_need_no_display(bare, platform):
    bare(QT_QPA_PLATFORM=platform)
    assert display.why_no_window() == ""


def test_elsewhere_than_on_linux_there_is_a_display(bare, monkeypatch):
    bare()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert display.why_no_window() == ""


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_a_library_that_is_missing_is_named_with_its_package(bare, monkeypatch, library, package):
    def refuse(name, *_):
        if "libqxcb" in name:
            raise OSError(f"{library}: cannot open shared object file: No such file or directory")
        return object()

    bare(DISPLAY=":0")
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    reason = display.why_no_window()
    assert library in reason
    assert f"apt install {package}" in reason
    assert "\n" not in reason


def test_libxcb_itself_may_be_missing(bare, monkeypatch):
    def refuse(name, *_):
        if "libxcb.so" in name:
            raise OSError("libxcb.so.1: cannot open shared object file: No such file")
        return object()

    bare(DISPLAY=":0")
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert "apt install libxcb1" in display.why_no_window()


def test_an_unknown_library_is_named_without_a_package(bare, monkeypatch):
    def refuse(name, *_):
        assert "libqxcb" in name
        raise OSError("libnew.so.7: cannot open shared object file: No such file")

    bare(DISPLAY=":0")
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    reason = display.why_no_window()
    assert "libnew.so.7" in reason
    assert "apt install" not in reason


def start(*arguments, **given):
    environment = {name: value for name, value in os.environ.items() if name not in NAMES}
    return subprocess.run(
        [sys.executable, "-m", "gumbel_gui", *arguments],
        env=environment | given,
        capture_output=True,
        text=True,
        timeout=30,
    )


@pytest.mark.parametrize("arguments", [(), ("screenshot", "--output", "window.png")])
@pytest.mark.parametrize(
    "given",
    [{}, {"DISPLAY": ":987"}, {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"}],
    ids=["none", "dead", "xcb"],
)
def test_the_program_says_it_in_one_line_and_does_not_abort(arguments, given, tmp_path):
    done = start(*arguments, **given, XDG_RUNTIME_DIR=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("gumbel-gui: ")
    assert "gumbel-gui render" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("session", ["", "wayland"])
@pytest.mark.parametrize("platform", ["", "wayland"])
def test_a_dead_wayland_socket_does_not_abort_either(tmp_path, session, platform):
    (tmp_path / "wayland-9").touch()  # as a compositor that crashed leaves behind
    given = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    done = start(XDG_SESSION_TYPE=session, QT_QPA_PLATFORM=platform, **given)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
