"""The command ``desktop``: an entry in the menu of a Linux desktop, and a type for experiments.

By the specifications of freedesktop.org: desktop entries, shared MIME info, icon themes, AppStream.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from gumbel_gui.commands.base import Commands, UsageError, say
from gumbel_gui.figures.errors import reason
from gumbel_gui.figures.whole_files import write_whole
from gumbel_gui.language import tr

ENTRY = "applications/gumbel-gui.desktop"
FILES = {
    ENTRY: "desktop/gumbel-gui.desktop",
    "icons/hicolor/scalable/apps/gumbel-gui.svg": "icon.svg",
    "metainfo/gumbel-gui.metainfo.xml": "desktop/gumbel-gui.metainfo.xml",
    "mime/packages/gumbel-gui.xml": "desktop/gumbel-gui.xml",
}
"""Resources, by where they belong in a folder of shared data."""
DATABASES = {
    "mime": ("update-mime-database", "shared-mime-info"),
    "applications": ("update-desktop-database", "desktop-file-utils"),
}
"""What brings a folder's database up to date, and the Debian package that has it."""


def add(commands: Commands) -> None:
    """Add the command."""
    words = tr("put the program into the menu of a Linux desktop, or take it out")
    desktop = commands.add_parser("desktop", help=words)
    desktop.set_defaults(command=_desktop)
    either = desktop.add_mutually_exclusive_group(required=True)
    words = tr("add the entry, the icon and the type of .gumbel.json files, for this user")
    either.add_argument("--install", action="store_true", help=words)
    either.add_argument("--remove", action="store_true", help=tr("remove them"))


def _desktop(options: argparse.Namespace) -> None:
    if sys.platform in ("win32", "darwin"):
        raise UsageError(tr("The command desktop is for Linux desktops."))
    folder = data_home()
    try:
        for name, source in FILES.items():
            if options.install:
                data = files("gumbel_gui.resources").joinpath(source).read_bytes()
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                write_whole(folder / name, started_here(data) if name == ENTRY else data)
            else:
                (folder / name).unlink(missing_ok=True)
    except OSError as error:
        text = tr("{folder} cannot be changed ({reason}).", folder=folder, reason=reason(error))
        raise UsageError(text) from None
    lines = [_update(folder / name, *by) for name, by in DATABASES.items()]
    if not options.install:
        lines.insert(0, tr("Gumbel GUI is no longer in the menu of the desktop."))
    else:
        lines.insert(0, tr("Gumbel GUI is in the menu of the desktop."))
        if not any(lines[1:]):
            lines.append(tr("Files NAME.gumbel.json open in it."))
    say("".join(f"{line}\n" for line in lines if line))


def data_home() -> Path:
    """Return the user's folder of shared data: XDG_DATA_HOME, if it is absolute."""
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if os.path.isabs(named) else Path.home() / ".local" / "share"


def started_here(entry: bytes) -> bytes:
    """Return a desktop entry that starts this program, wherever it is installed."""
    words = [sys.executable]
    if not getattr(sys, "frozen", False):  # by PyInstaller: the program is an executable itself
        words += ["-P", "-m", "gumbel_gui"]
    values = {"Exec": " ".join([*map(_quoted, words), "%f"]), "TryExec": sys.executable}
    lines = entry.decode().splitlines()
    for key, value in values.items():
        (at,) = (i for i, line in enumerate(lines) if line.startswith(f"{key}="))
        lines[at] = f"{key}=" + value.replace("\\", r"\\").replace("\n", r"\n")
    return os.fsencode("\n".join([*lines, ""]))


def _quoted(word: str) -> str:
    """Return a word of a command as the key Exec has it."""
    return '"' + re.sub(r'(["`$\\])', r"\\\1", word.replace("%", "%%")) + '"'


def _update(folder: Path, program: str, package: str) -> str:
    """Bring a database up to date; return what is left to do, as a sentence, or nothing."""
    if not folder.is_dir():  # there was nothing to remove
        return ""
    if shutil.which(program) is None:
        return tr(
            "{program} is missing (Debian, Ubuntu: apt install {package}); then run this again.",
            program=program,
            package=package,
        )
    ended = subprocess.run([program, folder], capture_output=True, check=False)
    if ended.returncode == 0:
        return ""
    why = " ".join(os.fsdecode(ended.stderr).split())
    return tr("{program} has failed ({reason}).", program=program, reason=why)
