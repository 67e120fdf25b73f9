"""Targets: checks of the file that is to be written, and writing it as a whole or not at all."""

from __future__ import annotations

import errno
import shutil
import stat
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.whole_files import whole_file


def ending_of(path: Path, endings: Iterable[str]) -> str:
    """Return which of these endings, such as ``"png"``, a file has.

    Raises:
        ExportError: for any other.
    """
    ending = path.suffix.lower().removeprefix(".")
    if ending in endings:
        return ending
    allowed = ", ".join("." + each for each in endings)
    one_of = "one of " if "," in allowed else ""
    raise ExportError(f"output is {str(path)!r}, but must end in {one_of}{allowed}.")


def check_place(path: Path) -> None:
    """Check, before anything is drawn, that a file can be written there.

    Raises:
        ExportError: with what is wrong and what is allowed.
    """
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


def check_room(path: Path, needed: int) -> None:
    """Check, before anything is drawn, that the disk has room for so many bytes.

    Raises:
        ExportError: saying how many are needed.
    """
    try:
        free = shutil.disk_usage(path.resolve().parent).free
    except OSError as error:
        raise _sentence(path, error) from None
    if free < needed:
        raise ExportError(
            f"output is {str(path)!r}, but must be on a disk with room for it "
            f"({_size(needed)} needed, {_size(free)} free)."
        )


def write(path: Path, data: bytes) -> None:
    """Write a file; the target is replaced when everything is on the disk.

    Raises:
        ExportError: if it cannot be written.
    """
    with writing(path) as file:
        file.write(data)


@contextmanager
def writing(path: Path) -> Generator[BinaryIO, None, None]:
    """Give a file to write to, part by part, as ``whole_file`` does; a link stays a link.

    On any exception within, the target is as it was, and no other file is left.

    Raises:
        ExportError: if it cannot be written.
    """
    try:
        with whole_file(path.resolve() if path.is_symlink() else path) as file:
            yield file
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


def _size(count: int) -> str:
    """Return a number of bytes in words, as a disk's maker counts them."""
    if count < 10**6:
        return f"{count / 10**3:.1f} kB"
    return f"{count / 10**6:.1f} MB" if count < 10**9 else f"{count / 10**9:.1f} GB"
