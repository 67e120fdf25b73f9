"""Patience: work that may wait for a disk, while the window that needs it is painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PyQt6.QtCore import QEventLoop, QThread

T = TypeVar("T")
SOON_MS = 100
"""What takes longer is waited for in an event loop."""


def patiently(work: Callable[[], T]) -> T:
    """Return what some work returns, or raise what it raises; it is done on a thread of its own.

    Where it takes longer, the window is painted and draws go on, but keys and clicks come after it.
    It is to be called on the thread of the window, by what is not called anew meanwhile.
    """
    thread: _Waiting[T] = _Waiting(work)
    loop = QEventLoop()
    thread.finished.connect(loop.quit)
    thread.start()
    if not thread.wait(SOON_MS):
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        thread.wait()
    return thread.outcome()


class _Waiting(QThread, Generic[T]):
    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__()
        self._work = work
        self._found: list[T] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        try:
            self._found.append(self._work())
        except BaseException as error:  # any: one that leaves a thread ends the program
            self._error = error

    def outcome(self) -> T:
        if self._error is not None:
            raise self._error
        return self._found[0]
