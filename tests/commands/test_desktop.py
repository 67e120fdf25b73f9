"""The command ``desktop``, as seen by the programs of a Linux desktop."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gumbel_gui import cli
from gumbel_gui.commands import desktop
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.experiments.experiment import Experiment, write_experiment
from gumbel_gui.figures.experiments.shape import ENDING

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="it is for Linux desktops")
TYPE = "application/x-gumbel-experiment+json"


@pytest.fixture
def shared(own_home: Path) -> Path:
    """Return the user's folder of shared data, which is not there yet."""
    return own_home / "data"


@pytest.fixture
def experiment(tmp_path: Path) -> Path:
    file = tmp_path / f"mine{ENDING}"
    file.write_bytes(write_experiment(Experiment(Parameters((0.1, 0.2, 0.7)))))
    return file


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    return cli.main(["desktop", *words]), *capsys.readouterr()


def ask(program: str, *words: object) -> str:
    """Return what a program of the desktop answers."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    # By GNOME's way xdg-mime asks the database of types, and not the command file.
    environment = {**os.environ, "XDG_CURRENT_DESKTOP": "GNOME"}
    command = [program, *map(str, words)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout.strip()


@linux
def test_experiments_have_a_type_and_open_in_the_program(capsys, shared, experiment):
    if not all(shutil.which(program) for program, _ in desktop.DATABASES.values()):
        pytest.skip("the programs that update the databases are not installed")
    said = "Gumbel GUI is in the menu of the desktop.\nFiles NAME.gumbel.json open in it.\n"
    assert run(capsys, "--install") == (0, said, "")
    assert ask("xdg-mime", "query", "filetype", experiment) == TYPE
    assert ask("xdg-mime", "query", "default", TYPE) == "gumbel-gui.desktop"
    plain = experiment.with_name("other.json")
    plain.write_text("{}")
    assert ask("xdg-mime", "query", "filetype", plain) == "application/json"


@linux
def test_qt_knows_the_type(capsys, experiment):
    run(capsys, "--install")
    code = "import sys; from PyQt6.QtCore import QMimeDatabase as D; t = D().mimeTypeForFile"
    code += "(sys.argv[1]); print(t.name(), t.inherits('application/json'), t.iconName())"
    assert ask(sys.executable, "-c", code, experiment) == f"{TYPE} True gumbel-gui"


@linux
def test_the_entry_is_valid(capsys, shared):
    run(capsys, "--install")
    assert ask("desktop-file-validate", shared / desktop.ENTRY) == ""


@linux
def test_the_metadata_are_valid(capsys, shared):
    run(capsys, "--install")
    file = shared / "metainfo" / "gumbel-gui.metainfo.xml"
    allowed = "cid-desktopapp-is-not-rdns=info"  # the project has no domain
    assert "successful" in ask("appstreamcli", "validate", "--no-net", "--override", allowed, file)


@linux
@pytest.mark.parametrize("frozen", [False, True])
@pytest.mark.parametrize("name", ["python", 'a $HOME "b" `c` \\d, 温度'])
def test_the_entry_starts_the_program_with_the_file(
    capsys, shared, experiment, tmp_path, monkeypatch, name, frozen
):
    """A stand-in for the program, in a folder of any name, prints its arguments."""
    program = tmp_path / name / "program"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    run(capsys, "--install")
    words = [] if frozen else ["-P", "-m", "gumbel_gui"]
    told = ask("gio", "launch", shared / desktop.ENTRY, experiment)
    assert told.splitlines() == [*words, str(experiment)]


def test_commands_are_quoted_as_the_specification_says(monkeypatch):
    monkeypatch.setattr(sys, "executable", r'/50% of $a\b "c"')
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    lines = desktop.started_here(b"Exec=gumbel-gui %f\nTryExec=gumbel-gui\n").decode().splitlines()
    assert lines == [r'Exec="/50%% of \\$a\\\\b \\"c\\"" %f', r'TryExec=/50% of $a\\b "c"']


def test_python_starts_the_program_by_these_words(tmp_path):
    (tmp_path / "gumbel_gui.py").write_text("raise SystemExit('a file in the home folder')")
    command = [sys.executable, "-P", "-m", "gumbel_gui", "--version"]
    assert subprocess.check_output(command, cwd=tmp_path, text=True).startswith("Gumbel GUI ")


@linux
def test_what_was_installed_can_be_removed(capsys, shared):
    other = shared / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=other\n")
    for words in ("--install", "--install", "--remove", "--remove"):
        assert run(capsys, words)[0::2] == (0, "")
        there = {name for name in desktop.FILES if (shared / name).exists()}
        assert there == (set(desktop.FILES) if words == "--install" else set())
    assert other.exists()


@linux
def test_removing_where_nothing_is_makes_no_folder(capsys, shared):
    said = "Gumbel GUI is no longer in the menu of the desktop.\n"
    assert run(capsys, "--remove") == (0, said, "")
    assert not shared.exists()


@linux
def test_programs_that_are_missing_or_fail_are_told(capsys, shared, tmp_path, monkeypatch):
    failing = tmp_path / "update-desktop-database"
    failing.write_text("#!/bin/sh\necho 'no room' >&2\nexit 1\n")
    failing.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    code, out, err = run(capsys, "--install")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Gumbel GUI is in the menu of the desktop.",
        "update-mime-database is missing (Debian, Ubuntu: apt install shared-mime-info); "
        "then run this again.",
        "update-desktop-database has failed (no room).",
    ]


@linux
def test_a_folder_that_cannot_be_written_is_one_sentence(capsys, shared):
    shared.write_text("a file")
    code, out, err = run(capsys, "--install")
    assert (code, out) == (2, "")
    assert err == f"gumbel-gui: {shared} cannot be changed (not a directory).\n"


@linux
def test_a_relative_folder_of_shared_data_is_passed_over(own_home, monkeypatch):
    for named in ("", "data"):
        monkeypatch.setenv("XDG_DATA_HOME", named)
        assert desktop.data_home() == own_home / ".local" / "share"


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_are_told_what_it_is_for(capsys, shared, monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    said = "gumbel-gui: The command desktop is for Linux desktops.\n"
    assert run(capsys, "--install") == (2, "", said)
    assert not shared.exists()
