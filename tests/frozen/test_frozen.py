"""The program as PyInstaller packs it: built by the recipe, and started as a user would.

It has no Python, Qt, lesson or font to look for outside its folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from PyQt6.QtGui import QImage

RECIPE = Path(__file__).parents[2] / ".ci" / "pyinstaller" / "gumbel-gui.spec"
STATUS_BAR = 40
"""Pixels; it tells how long drawing took."""
SOURCE = (sys.executable, "-m", "gumbel_gui")
NO_FONTS = "mount -t tmpfs none /usr/share/fonts && mount -t tmpfs none /etc/fonts"
Run = Callable[..., str]

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux only"),
]


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the program; return its folder, which is not that in which it was built."""
    folder = tmp_path_factory.mktemp("frozen")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(folder), "--workpath", str(folder / "work"), str(RECIPE)]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return shutil.move(folder / "gumbel-gui", folder / "moved here")


@pytest.fixture
def program(frozen: Path) -> tuple[str, ...]:
    return (str(frozen / "gumbel-gui"),)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a program in an empty folder; it returns what was printed."""

    def run(*command: str, **environment: str) -> str:
        hidden = ("PYTHONPATH", "LD_LIBRARY_PATH", "FONTCONFIG_FILE")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        ended = subprocess.run(
            command,
            env=kept | environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    return run


def test_it_tells_version_plots_and_code_as_the_source_does(run, program):
    for words in (["--version"], ["plots"], ["code", "--for", "jax"], ["render", "--help"]):
        assert run(*program, *words) == run(*SOURCE, *words)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_its_figures_are_those_of_the_source(run, program, tmp_path, language):
    words = ["render", "--draws", "1000", "--language", language, "--plots", "relaxed_vectors"]
    pictures = []
    for command in (program, SOURCE):
        run(*command, *words, "--output", "a.png", "--output", "a.svg")
        pictures.append([(tmp_path / f"a.{each}").read_bytes() for each in ("png", "svg")])
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_its_window_is_that_of_the_source(run, program, tmp_path, platform):
    shown = {}
    for language in ("en_US.UTF-8", "zh_CN.UTF-8"):
        for command in (program, SOURCE):
            words = [*command, "screenshot", "--output", "a.png"]
            if platform == "xcb":
                words = ["xvfb-run", "-a", *words]
            run(*words, QT_QPA_PLATFORM=platform, LC_ALL=language)
            picture = QImage(str(tmp_path / "a.png"))
            height = picture.height() - STATUS_BAR
            shown[language, command] = picture.copy(0, 0, picture.width(), height)
        assert shown[language, program] == shown[language, SOURCE]
    assert shown["en_US.UTF-8", program] != shown["zh_CN.UTF-8", program]


def test_it_draws_animations(run, program, tmp_path):
    words = ["animate", "--draws", "1000", "--plots", "relaxed_vectors", "--sweep", "t:2..1"]
    run(*program, *words, "--frames", "3", "--output", "a.png", "--output", "a.gif")
    assert (tmp_path / "a.gif").read_bytes().startswith(b"GIF89a")


def test_it_has_the_resources_and_the_translations_of_qt(frozen):
    inside = frozen / "_internal"
    for folder in ("desktop", "lessons", "translations"):
        there = files("gumbel_gui.resources").joinpath(folder)
        names = {path.relative_to(str(there)) for path in Path(str(there)).rglob("*.*")}
        packed = inside / "gumbel_gui" / "resources" / folder
        assert names
        assert names == {path.relative_to(packed) for path in packed.rglob("*.*")}
    assert (inside / "PyQt6" / "Qt6" / "translations" / "qtbase_zh_CN.qm").exists()


def test_it_writes_english_and_chinese_where_there_is_no_font(run, program, tmp_path):
    if subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode:
        pytest.skip("folders cannot be hidden from a program here")
    words = [*program, "render", "--draws", "9", "--label", "概率", "--output", "a.pdf"]
    cache = str(tmp_path / "cache")
    run("unshare", "-m", "sh", "-c", f'{NO_FONTS} && "$@"', "sh", *words, XDG_CACHE_HOME=cache)
    fonts = run("pdffonts", "a.pdf")
    assert "DejaVuSans" in fonts
    assert "MicroHei" in fonts


def test_other_programs_do_not_get_its_libraries(run, program, own_home, tmp_path):
    """Programs of the system fail with the libraries of another one."""
    tool = tmp_path / "update-mime-database"
    tool.write_text(f"#!/bin/sh\necho \"[$LD_LIBRARY_PATH]\" >'{tmp_path}/told'\n")
    tool.chmod(0o755)
    for own in ("", "/opt/own"):
        path = f"{tmp_path}:{os.environ['PATH']}"
        run(*program, "desktop", "--install", PATH=path, LD_LIBRARY_PATH=own)
        assert (tmp_path / "told").read_text() == f"[{own}]\n"
    entry = own_home / "data" / "applications" / "gumbel-gui.desktop"
    assert f'Exec="{program[0]}" %f' in entry.read_text("utf-8").splitlines()
