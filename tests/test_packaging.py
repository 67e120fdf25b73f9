"""What is packed: every module and resource in the wheel, and the tests in the source distribution.

Both are built from a copy of the working tree, without network and without a compiler.
"""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest

from gumbel_gui import __version__

ROOT = Path(__file__).parents[1]
FOLDERS = (".ci", ".github", "gumbel_gui", "resources", "tests")
NOT_SOURCES = shutil.ignore_patterns("__pycache__", "*.pyc", "*.so", "*.pyd", ".hypothesis")
ONLY_IN_SOURCES = {"resources/screenshot.png"}
"""Resources that the program does not read."""


def tracked(folder: str) -> set[str]:
    """Return the files of a folder that git tracks; where there is no git, those on disk."""
    if (ROOT / ".git").exists():
        command = ["git", "-C", ROOT, "ls-files", "-z", folder]
        names = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode()
        return {name for name in names.split("\0") if name and (ROOT / name).exists()}
    return files_in(ROOT, folder)


def files_in(root: Path, folder: str) -> set[str]:
    """Return the files of a folder, relative to the root, without what running it leaves."""
    files = set()
    for path, folders, names in os.walk(root / folder):
        ignored = NOT_SOURCES(path, [*folders, *names])
        folders[:] = set(folders) - ignored
        files |= {Path(path, name).relative_to(root).as_posix() for name in set(names) - ignored}
    return files


C = ("_kernels.c", "_gradients.h", "_relaxed.h")
"""What is compiled is in the sources only."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder with a copy of the sources, ``copy``, and what was built of it, ``dist``."""
    folder = tmp_path_factory.mktemp("build")
    copy = folder / "copy"
    copy.mkdir()
    for each in ROOT.iterdir():
        if each.name in FOLDERS:
            shutil.copytree(each, copy / each.name, ignore=NOT_SOURCES)
        elif each.is_file():
            shutil.copy(each, copy)
    # The compiled module is optional, and to compile it would take most of the time.
    environment = {**os.environ, "CC": "no-such-compiler", "PIP_NO_INDEX": "1"}
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--sdist"]
    ended = subprocess.run(
        [*command, "--outdir", folder / "dist", copy],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def wheel(built: Path) -> Iterator[zipfile.ZipFile]:
    (file,) = (built / "dist").glob("*.whl")
    with zipfile.ZipFile(file) as opened:
        yield opened


@pytest.fixture(scope="module")
def sources(built: Path) -> set[str]:
    """Return the names of the files in the source distribution, without its own folder."""
    (file,) = (built / "dist").glob("*.tar.gz")
    with tarfile.open(file) as opened:
        return {each.name.partition("/")[2] for each in opened if each.isfile()}


def test_every_folder_with_modules_is_a_package():
    folders = {file.parent for file in (ROOT / "gumbel_gui").rglob("*.py")} | {ROOT / "resources"}
    assert not {folder.name for folder in folders if not (folder / "__init__.py").exists()}


def test_a_wheel_holds_every_module_and_resource_and_nothing_else(
    wheel: zipfile.ZipFile, built: Path
):
    # Where the compiler is not taken from CC, as on Windows, the compiled module is there, too.
    left_out = (".so", ".pyd")
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    names = {name for name in names if not name.endswith(left_out)}
    modules = files_in(built / "copy", "gumbel_gui") - {f"gumbel_gui/core/{name}" for name in C}
    resources = files_in(built / "copy", "resources") - ONLY_IN_SOURCES
    expected = modules | {f"gumbel_gui/{name}" for name in resources}
    assert names - expected == set()
    assert expected - names == set()


def test_a_wheel_says_what_it_is(wheel: zipfile.ZipFile):
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = message_from_bytes(wheel.read(name))
    assert metadata["Version"] == __version__
    assert metadata["License-Expression"] == "GPL-3.0-or-later"
    assert metadata["Author"] == metadata["Maintainer"] == "The Gumbel GUI developers"
    assert metadata["Project-URL"] is None
    assert metadata.get_payload().startswith("# Gumbel GUI")


@pytest.mark.skipif(sysconfig.get_config_var("Py_GIL_DISABLED") == 1, reason="no stable ABI here")
def test_one_wheel_serves_every_later_python(wheel: zipfile.ZipFile):
    assert "-cp311-abi3-" in Path(wheel.filename).name


def test_the_program_is_a_console_program(wheel: zipfile.ZipFile):
    (name,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    points = configparser.ConfigParser()
    points.read_string(wheel.read(name).decode())
    assert {section: dict(points[section]) for section in points.sections()} == {
        "console_scripts": {"gumbel-gui": "gumbel_gui.__main__:program"}
    }


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_source_distribution_holds_every_file_that_git_tracks(folder: str, sources: set[str]):
    assert tracked(folder)
    assert tracked(folder) - sources == set()


def test_a_source_distribution_holds_what_lies_at_the_top_level(sources: set[str]):
    names = {"README.md", "LICENSE", "pyproject.toml", ".editorconfig", ".pre-commit-config.yaml"}
    assert names <= sources


def test_a_source_distribution_holds_nothing_that_running_it_leaves(sources: set[str]):
    assert not [name for name in sources if name.endswith((".pyc", ".so", ".pyd"))]
