"""Targets: checks of the file that is to be written, and writing it as a whole or not at all."""

from __future__ import annotations

import errno
import shutil
import stat
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from gumbel_gui.core.checks import refusal
from gumbel_gui.figures.errors import ExportError, reason
from gumbel_gui.figures.whole_files import whole_file
from gumbel_gui.language import listed, tr


def ending_of(path: Path, endings: Iterable[str]) -> str:
    """Return which of these endings, such as ``"png"``, a file has.

    Raises:
        ExportError: for any other.
    """
    ending = path.suffix.lower().removeprefix(".")
    if ending in endings:
        return ending
    dotted = ["." + each for each in endings]
    words = {"file": repr(str(path)), "endings": listed(dotted)}
    if len(dotted) == 1:
        raise ExportError(tr("output is {file}, but must end in {endings}.", **words))
    raise ExportError(tr("output is {file}, but must end in one of {endings}.", **words))


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
            raise ExportError(
                tr("output is {file}, but its folder must exist.", file=repr(str(path)))
            )
        if path.is_dir():
            raise _refused(path, tr("a file, not a folder"))
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            raise _refused(path, tr("a regular file"))
    except OSError as error:
        raise _sentence(path, error) from None
    except (ValueError, RuntimeError):  # a NUL in the name, or a link to itself
        raise _refused(path, tr("a file name")) from None


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
        raise _refused(
            path,
            tr(
                "on a disk with room for it ({needed} needed, {free} free)",
                needed=_size(needed),
                free=_size(free),
            ),
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
        errno.EACCES: tr("in a folder that you may write to"),
        errno.EPERM: tr("in a folder that you may write to"),
        errno.EROFS: tr("on a disk that is not read-only"),
        errno.ENOSPC: tr("on a disk with room for it"),
        errno.EDQUOT: tr("on a disk with room for it"),
        errno.EFBIG: tr("on a disk with room for it"),
        errno.ENAMETOOLONG: tr("shorter"),
    }.get(error.errno or 0, tr("somewhere that can be written to"))
    why = tr("{allowed} ({reason})", allowed=allowed, reason=reason(error))
    return _refused(path, why)


def _refused(path: Path, allowed: str) -> ExportError:
    return ExportError(refusal("output", repr(str(path)), allowed))


def _size(count: int) -> str:
    """Return a number of bytes in words, as a disk's maker counts them."""
    if count < 10**6:
        return f"{count / 10**3:.1f} kB"
    return f"{count / 10**6:.1f} MB" if count < 10**9 else f"{count / 10**9:.1f} GB"
