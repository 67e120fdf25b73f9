"""Exception hooks and signals: uncaught errors and Ctrl+C reach the GUI thread."""

from __future__ import annotations

import signal
import socket
import sys
import threading
from dataclasses import replace
from types import TracebackType

from PyQt6.QtCore import QObject, QSocketNotifier, pyqtSignal
from PyQt6.QtWidgets import QApplication

from gumbel_gui.gui.system.faults import Fault, Log, print_details


class Errors(QObject):
    """Emits a signal for uncaught errors of any thread, on which PyQt would abort the process.

    Each is printed and noted in the log when it comes for the first time, and again when it has
    come twice as often: one of each repainting fills neither console nor disk.

    Signals:
        caught: a ``Fault``; on the thread of the error, so that it is to be connected queued.

    Args:
        log: in which errors are noted, if there is a place for one.
    """

    caught = pyqtSignal(object)

    def __init__(self, log: Log | None = None) -> None:
        super().__init__()
        self._log = log
        self._times: dict[tuple[str, str, int], int] = {}

    def install(self) -> None:
        """Set the hooks, after the import of pyqtgraph, which sets one itself."""
        sys.excepthook = self._hook
        threading.excepthook = lambda a: self._hook(a.exc_type, a.exc_value, a.exc_traceback)
        # Of what Python calls where nothing can be raised, such as __del__.
        sys.unraisablehook = lambda a: self._hook(a.exc_type, a.exc_value, a.exc_traceback)

    def _hook(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        fault = Fault.of(kind, error, trace)
        times = self._times[fault.place] = self._times.get(fault.place, 0) + 1
        fault = replace(fault, times=times)
        if times & (times - 1) == 0:
            print_details(fault)
            if self._log:
                self._log.note(fault.report)
        self.caught.emit(fault)


class Signals(QObject):
    """Closes the window on Ctrl+C in the terminal, SIGTERM and SIGHUP.

    A second one is handled as before this was made, by which it ends the program at once.

    Python handles a signal at its next line of code, which an idle window never reaches; so Qt
    watches the socket to which Python writes a byte for each signal.

    Signals:
        ending: the windows are about to be closed.
    """

    ending = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._old_descriptor = signal.set_wakeup_fd(self._writer.fileno())
        self._notifier = QSocketNotifier(  # its stubs know no plain descriptor
            self._reader.fileno(),  # type: ignore[call-overload]
            QSocketNotifier.Type.Read,
            self,
        )
        self._notifier.activated.connect(self._notice)
        names = ("SIGINT", "SIGTERM", "SIGHUP")
        known = [getattr(signal, name) for name in names if hasattr(signal, name)]
        self._old_handlers = {
            each: signal.signal(each, lambda *_: None)
            for each in known
            if signal.getsignal(each) != signal.SIG_IGN  # as under nohup
        }

    def release(self) -> None:
        """Restore the old handlers, once."""
        if not self._notifier.isEnabled():
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_descriptor)
        for each, handler in self._old_handlers.items():
            signal.signal(each, handler)
        self._reader.close()
        self._writer.close()

    def _notice(self) -> None:
        self.release()  # the old handlers end the process
        self.ending.emit()
        QApplication.closeAllWindows()  # all: a dialog that is open would keep the window
