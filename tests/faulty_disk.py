"""A disk of which one operation fails, for tests of whatever writes or reads files."""

import io
import os
from pathlib import Path


class Disk:
    """Counts the operations on files, and lets one of them fail.

    Those of writing are counted always, those of reading in modules that ``read_by`` names.

    Attributes:
        names: of the operations so far.
        number: of the open file.
        piece: the most bytes that are written at once, if there is a limit.
    """

    def __init__(self, monkeypatch):
        self.names, self.fails_at, self.act, self.piece = [], -1, None, None
        self.number = None
        for owner, name in ((os, "link"), (Path, "chmod"), (Path, "replace")):
            self._wrap(monkeypatch, owner, name, lambda *_: True)
        for name in ("posix_fallocate", "fsync", "fstat"):
            self._wrap(monkeypatch, os, name, lambda number, *_: number == self.number)
        self._wrap(monkeypatch, os, "open", self._writes)
        monkeypatch.setattr(os, "fdopen", self._opened)
        self._monkeypatch = monkeypatch

    def fail(self, at, act):
        """Let the operation of this number, from 0, fail.

        Args:
            act: an ``errno``, or a function that is called before the operation instead.
        """
        self.names, self.fails_at, self.act = [], at, act

    def heal(self):
        """Let nothing fail."""
        self.fail(-2, None)

    def read_by(self, module):
        """Count what a module reads, too, by the function ``open``."""
        self._wrap(self._monkeypatch, os, "open", lambda _, flags, *__: not flags & os.O_ACCMODE)

        def opened(file, mode):
            return io.BufferedReader(Raw(file, self, mode))

        self._monkeypatch.setattr(module, "open", opened, raising=False)

    @staticmethod
    def _writes(path, flags, *_):
        return flags & os.O_ACCMODE and not str(path).endswith(".lock")

    def _opened(self, number, _):
        self.number = number
        return io.BufferedWriter(Raw(number, self, "wb"))

    def count(self, name):
        self.names.append(name)
        if len(self.names) == self.fails_at + 1:
            if callable(self.act):
                self.act()
            else:
                raise OSError(self.act, os.strerror(self.act))

    def _wrap(self, monkeypatch, owner, name, counts):
        real = getattr(owner, name, None)

        def wrapped(*values, **named):
            if counts(*values):
                self.count(name)
            return real(*values, **named)

        if real is not None:
            monkeypatch.setattr(owner, name, wrapped)


class Raw(io.FileIO):
    def __init__(self, number, disk, mode):
        super().__init__(number, mode)
        self._disk = disk

    def readinto(self, buffer):
        self._disk.count("read")
        return super().readinto(buffer)

    def write(self, data):
        self._disk.count("write")
        return super().write(memoryview(data)[: self._disk.piece])

    def seek(self, *place):
        self._disk.count("seek")
        return super().seek(*place)
