"""Saving: checks of the target, and a file that is written as a whole or not at all."""

from __future__ import annotations

import errno
import stat
from collections.abc import Sequence
from pathlib import Path

from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.formats import DEFAULT_DPI, FORMATS, Format
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.whole_files import write_whole


def format_of(path: Path) -> Format:
    """Return the format that a file's ending names.

    Raises:
        ExportError: for any other ending.
    """
    try:
        return FORMATS[path.suffix.lower().removeprefix(".")]
    except KeyError:
        endings = ", ".join("." + ending for ending in FORMATS)
        raise ExportError(f"output is {str(path)!r}, but must end in one of {endings}.") from None


def check_target(path: Path) -> None:
    """Check, before anything is drawn, that a file can be written there.

    Raises:
        ExportError: with what is wrong and what is allowed.
    """
    format_of(path)
    folder = path.parent
    try:
        if "\0" in str(path):
            raise ValueError
        path.resolve()
        if not folder.is_dir():
            raise ExportError(f"output is {str(path)!r}, but its folder must exist.")
        if path.is_dir():
            raise ExportError(f"output is {str(path)!r}, but must be a file, not a folder.")
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            raise ExportError(f"output is {str(path)!r}, but must be a regular file.")
    except OSError as error:
        raise _sentence(path, error) from None
    except (ValueError, RuntimeError):  # a NUL in the name, or a link to itself
        raise ExportError(f"output is {str(path)!r}, but must be a file name.") from None


def save(path: Path, content: Content, layout: Layout, dpi: int = DEFAULT_DPI) -> None:
    """Draw a figure and write it, see ``save_all``."""
    save_all([(path, content)], layout, dpi)


def save_all(
    figures: Sequence[tuple[Path, Content]], layout: Layout, dpi: int = DEFAULT_DPI
) -> None:
    """Draw figures and write them, each in the format that the ending of its file names.

    Nothing is written before all are drawn. A file is replaced when everything is on the disk; on
    an error it stays as it was, and no other file is left.

    Raises:
        ExportError: if a figure cannot be made or written, in one sentence.
    """
    for path, _ in figures:
        check_target(path)
    drawn = [(path, format_of(path).encode(each, layout, dpi, path.name)) for path, each in figures]
    for path, data in drawn:
        write(path, data)


def write(path: Path, data: bytes) -> None:
    """Write a file; the target is replaced when everything is on the disk.

    Raises:
        ExportError: if it cannot be written.
    """
    try:
        write_whole(path.resolve() if path.is_symlink() else path, data)
    except OSError as error:
        raise _sentence(path, error) from None


def _sentence(path: Path, error: OSError) -> ExportError:
    allowed = {
        errno.EACCES: "in a folder that you may write to",
        errno.EPERM: "in a folder that you may write to",
        errno.EROFS: "on a disk that is not read-only",
        errno.ENOSPC: "on a disk with room for it",
        errno.EDQUOT: "on a disk with room for it",
        errno.EFBIG: "on a disk with room for it",
        errno.ENAMETOOLONG: "shorter",
    }.get(error.errno or 0, "somewhere that can be written to")
    reason = (error.strerror or str(error)).lower()
    return ExportError(f"output is {str(path)!r}, but must be {allowed} ({reason}).")
