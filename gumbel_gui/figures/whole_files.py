"""Files that are written as a whole or not at all, and leave no other behind, even on SIGKILL."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

PREFIX = ".gumbel-"
NAME = re.compile(re.escape(PREFIX) + "[a-z0-9_]{8}")
DAY = 86_400


def write_whole(target: Path, data: bytes) -> None:
    """Put data into a file, as by ``whole_file``.

    Raises:
        OSError: if that cannot be done; the target is as it was.
    """
    with whole_file(target) as file:
        file.write(data)


@contextmanager
def whole_file(target: Path) -> Generator[BinaryIO, None, None]:
    """Give a file to write to, which replaces the target once all is on the disk.

    It takes over the target's permissions. Meanwhile it is beside the target, has no name where
    that can be (on Linux), and is locked. Those that killed processes have left are removed. Parts
    may be written in any order; the position in the end is the size. On any exception within, the
    target is as it was.

    Raises:
        OSError: if that cannot be done; the target is as it was.
    """
    _remove_stale(target.parent)
    descriptor, temporary = _open_unnamed(target.parent) or _open_named(target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
            if os.fstat(descriptor).st_size != file.tell():
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if not temporary.exists():
                # Only with a descriptor of a folder, which is not used, are links followed.
                os.link(f"/proc/self/fd/{descriptor}", temporary, src_dir_fd=descriptor)
            temporary.chmod(_mode(target))
            if sys.platform != "win32":
                temporary.replace(target)  # while it is locked
        if sys.platform == "win32":
            temporary.replace(target)  # no open file can be
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def reserve(file: BinaryIO, size: int) -> None:
    """Give a file so many bytes on the disk at once, where the system can: faster than one by one.

    Raises:
        OSError: if there is no room for them.
    """
    if sys.platform == "linux":
        try:
            os.posix_fallocate(file.fileno(), 0, size)
        except OSError as error:
            if error.errno not in (errno.EOPNOTSUPP, errno.EINVAL):  # some disks cannot
                raise


def _open_unnamed(folder: Path) -> tuple[int, Path] | None:
    """Open a file without a name, and return it with the one it gets, or None where none can be."""
    if sys.platform != "linux" or not Path("/proc/self/fd").exists():
        return None
    try:
        descriptor = os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600)
    except OSError:
        return None
    _lock(descriptor, wait=True)
    return descriptor, folder / f"{PREFIX}{os.urandom(4).hex()}"


def _open_named(folder: Path) -> tuple[int, Path]:
    while True:
        descriptor, name = tempfile.mkstemp(prefix=PREFIX, dir=folder)
        _lock(descriptor, wait=True)
        if os.path.exists(name):
            return descriptor, Path(name)
        os.close(descriptor)  # another process has removed it before it was locked


def _remove_stale(folder: Path) -> None:
    with suppress(OSError):
        for each in os.scandir(folder):
            if NAME.fullmatch(each.name) and each.is_file(follow_symlinks=False):
                with suppress(OSError):
                    _remove_unless_in_use(each.path)


def _remove_unless_in_use(path: str) -> None:
    if sys.platform == "win32":  # there a file cannot be removed while it is open
        if time.time() - os.stat(path).st_mtime > DAY:
            os.unlink(path)
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if _lock(descriptor, wait=False):
            os.unlink(path)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, wait: bool) -> bool:
    """Lock a file; return whether it is, which it cannot be while another process holds it."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:  # or the file system knows no locks
        return False
    return True


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those of a new file."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
