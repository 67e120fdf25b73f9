"""Faults: errors that nobody caught, in words, and the file in which they are noted."""

from __future__ import annotations

import logging
import platform
import sys
import time
import traceback
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import PYQT_VERSION_STR, QT_VERSION_STR

from gumbel_gui import __version__
from gumbel_gui.gui.state.failures import last_line, unexpected
from gumbel_gui.language import tr

NAME = "errors.log"
LARGEST = 256 * 1024
"""Bytes of the log; beside it there is one older file, which is as large."""
LONGEST = 20_000
"""Characters of a traceback that are kept: its end, which says where it was."""
PATIENCE = 2.0
"""The longest wait, in seconds, for a slow disk at the end."""
PACKAGE = str(Path(__file__).parents[2])


def versions() -> dict[str, str]:
    """Return the versions of what the program is made with."""
    return {
        "Python": platform.python_version(),
        "Qt": QT_VERSION_STR,
        "PyQt": PYQT_VERSION_STR,
        "pyqtgraph": pg.__version__,
        "NumPy": np.__version__,
    }


@dataclass(frozen=True)
class Fault:
    """An error that nobody caught; it holds nothing but texts.

    Attributes:
        place: the same for errors of one class from one line of the program.
        what: class and text of the error.
        details: the traceback.
        sentence: for the user.
        times: how often there was one from this place.
    """

    place: tuple[str, str, int]
    what: str
    details: str
    sentence: str
    times: int = 1

    @classmethod
    def of(
        cls, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> Self:
        """Return what the arguments of a hook say."""
        error = kind() if error is None else error
        frames = list(traceback.walk_tb(trace))
        own = [frame for frame in frames if frame[0].f_code.co_filename.startswith(PACKAGE)]
        inmost = [(frame.f_code.co_filename, line) for frame, line in (own or frames)[-1:]]
        place = kind.__name__, *(inmost or [("", 0)])[0]
        what = last_line(error)
        details = "".join(traceback.format_exception(kind, error, trace))[-LONGEST:]
        said = unexpected(what)
        if isinstance(error, MemoryError):
            said = tr("There is not enough memory for this: close other programs.")
        return cls(place, what, details, said)

    @property
    def report(self) -> str:
        """The details, and what the program is made with."""
        made = ", ".join(map(" ".join, versions().items()))
        again = f", {self.times} times" if self.times > 1 else ""
        head = f"{time.strftime('%Y-%m-%d %H:%M:%S')}{again}: Gumbel GUI {__version__}, {made}"
        return f"{head}, {platform.platform()}\n{self.details}"


class Log:
    """A text file that does not grow beyond ``LARGEST``; a thread of its own waits for the disk.

    Args:
        path: of the file; it and its folder are made when they are needed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _OpenedForEach(path, "a", LARGEST, 1, "utf-8", True, "backslashreplace")
        self._thread = ThreadPoolExecutor(1, "log")
        self._last: Future[Any] | None = None

    def note(self, text: str) -> None:
        """Add a text; where that cannot be done it is left out."""
        record = logging.makeLogRecord({"msg": text})
        try:
            self._last = self._thread.submit(self._file.handle, record)
        except RuntimeError:  # no memory for a thread
            self._file.handle(record)

    def close(self) -> None:
        """Wait until all is written, but not for ever."""
        slow = self._last and wait([self._last], PATIENCE).not_done
        self._thread.shutdown(wait=not slow)
        logging.Handler.close(self._file)  # not the stream, which a slow disk may still hold


class _OpenedForEach(RotatingFileHandler):
    """Other windows write to the same file, and rename it when it is full."""

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        super().emit(record)
        with suppress(OSError):
            if self.stream:
                self.stream.close()
        self.stream = None

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Pass over what cannot be written (Python would tell each on standard error)."""


def print_details(fault: Fault) -> None:
    """Print the traceback on standard error, where there is one."""
    with suppress(AttributeError, OSError, ValueError):  # pythonw has none; its disk is full
        sys.stderr.write(fault.details)
        sys.stderr.flush()
