"""Task: one piece of long work off the GUI thread, with progress, that can be cancelled."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QObject, QThread, pyqtSignal

from gumbel_gui.figures.errors import CancelledError
from gumbel_gui.gui.state.failures import note

Proceed = Callable[[float], bool]
"""Is told again and again what share of the work is done; returns whether to go on."""


class Task(QThread):
    """Does the work in a thread of its own, once.

    Signals:
        advanced: what share is done; more than one may be on their way.

    Args:
        work: is given a ``Proceed``, and ends in a CancelledError if it was not to go on. It uses
            NumPy and frozen values only.

    Attributes:
        error: what the work ended in, if it failed; a CancelledError if it was cancelled.
    """

    advanced = pyqtSignal(float)

    def __init__(self, work: Callable[[Proceed], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = False
        self.error: BaseException | None = None

    def cancel(self) -> None:
        """Let the work end; ``finished`` follows."""
        self._cancelled = True

    def run(self) -> None:
        """Do the work (Qt calls this in the new thread)."""
        try:
            if self._cancelled:
                raise CancelledError
            self._work(self._proceed)
        except BaseException as error:  # any: one that leaves a thread ends the program
            note(error)
            self.error = error.with_traceback(None)  # which holds arrays

    def _proceed(self, share: float) -> bool:
        self.advanced.emit(share)
        return not self._cancelled
