"""Slots: the files that hold what windows store, one for each window that is open at once.

A window owns its slot while it runs, by a lock of the operating system, which ends with the process
however that ends. So no window writes over the work of another one.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from gumbel_gui.language import tr

LARGEST = 2**20
"""Bytes of a file that is read."""
MOST_DAMAGED = 5
"""Damaged files that are kept, the latest ones."""
MOST_SLOTS = 1000
NAME = re.compile(r"window-([1-9][0-9]{0,2})\.json")


class Slot:
    """One file that no other window uses until this is released.

    Attributes:
        path: of the file, which need not exist yet.
    """

    def __init__(self, folder: Path, number: int) -> None:
        """Lock the slot.

        Raises:
            OSError: if it is in use, or the folder cannot be written to.
        """
        self.path = folder / f"window-{number}.json"
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
        self._lock = os.open(self.path.with_suffix(".lock"), flags, 0o600)
        try:
            _lock(self._lock)
        except OSError:
            os.close(self._lock)
            raise

    def release(self) -> None:
        """Let others use the file."""
        os.close(self._lock)

    @property
    def held(self) -> bool:
        """Whether the lock is still there: others may have removed the whole folder."""
        return os.fstat(self._lock).st_nlink > 0

    def write(self, data: bytes) -> None:
        """Write the file as a whole, or leave it as it was; it is the latest of all, then.

        Raises:
            OSError: if it cannot be written.
        """
        # Imported when used: no start writes.
        from gumbel_gui.figures.whole_files import write_whole

        write_whole(self.path.resolve() if self.path.is_symlink() else self.path, data)
        with suppress(OSError):
            for latest in stored_files(self.path.parent)[:1]:
                if latest != self.path:  # it was written when the clock was ahead
                    when = latest.lstat().st_mtime_ns + 1
                    follow = os.utime not in os.supports_follow_symlinks
                    os.utime(self.path, ns=(when, when), follow_symlinks=follow)

    def set_aside(self, data: bytes | None) -> Path:
        """Keep the damaged file beside this one, and return where; the oldest ones are removed.

        Args:
            data: what it holds, or None if it cannot be read: it is moved, then.

        Raises:
            OSError: if that cannot be done.
        """
        from gumbel_gui.figures.whole_files import write_whole

        folder, number = self.path.parent, self.path.stem
        kept = folder / f"damaged-{time.strftime('%Y%m%d-%H%M%S')}-{number}.json"
        if data is None:
            self.path.replace(kept)
        else:
            write_whole(kept, data)
        others = set(folder.glob("damaged-*.json")) - {kept}  # whatever the clock says now
        for old in sorted(others)[: 1 - MOST_DAMAGED]:
            with suppress(OSError):  # such as a folder that is not empty
                old.rmdir() if old.is_dir() else old.unlink()
        return kept


def settings_folder() -> Path:
    """Return the folder of the user's settings.

    Raises:
        RuntimeError: if the user has no home folder.
    """
    windows = sys.platform == "win32"
    base = Path(os.environ.get("APPDATA" if windows else "XDG_CONFIG_HOME", ""))
    if not base.is_absolute():
        base = Path.home() / ("AppData/Roaming" if windows else ".config")
    return base / "GumbelGUI"


def take_slot(folder: Path, *, new: bool = False) -> Slot:
    """Return the slot that was written last of those that no window uses, or a new one.

    Args:
        folder: of the settings; it is created.
        new: whether only a new one will do.

    Raises:
        OSError: if the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = [] if new else [int(path.stem.removeprefix("window-")) for path in stored_files(folder)]
    for number in known:
        with suppress(OSError):
            return Slot(folder, number)
    for number in range(1, MOST_SLOTS):
        if not os.path.lexists(folder / f"window-{number}.json"):
            with suppress(BlockingIOError, IsADirectoryError):
                return Slot(folder, number)
    raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))


def stored_files(folder: Path) -> list[Path]:
    """Return the files of all slots, the one that was written last first."""
    found = []
    for path in folder.glob("window-*.json"):
        if number := NAME.fullmatch(path.name):
            with suppress(OSError):
                found.append((-path.lstat().st_mtime_ns, int(number[1]), path))
    return [path for _, _, path in sorted(found)]


def read_whole(path: Path) -> bytes:
    """Return what a file holds, without waiting for anything.

    Raises:
        FileNotFoundError: if there is none.
        OSError: if it is no regular file, is too large or cannot be read.
    """
    # Looked at first: to open a device can do something.
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, tr("no regular file"))
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return data


def _lock(descriptor: int) -> None:
    """Lock a file until it is closed; raise a BlockingIOError if another has locked it."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(*error.args) from None
    else:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # Some network folders know no locks: there, one window at a time has to do.
            if error.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS):
                raise
