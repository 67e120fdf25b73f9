"""Autosave: stores what has changed while the program runs, so that no crash loses it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PyQt6.QtCore import QEvent, QObject, QTimer, pyqtSignal

from gumbel_gui.gui.state.settings import Settings

DELAY_MS = 500
"""From a change until all that has changed since the last time is stored."""
OF_WINDOW = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)


class Autosave(QObject):
    """Stores the settings half a second after a change, by a thread that waits for the disk.

    Signals:
        storing: all that is to be stored has to be put into the settings now.
        told: why nothing can be stored, in one sentence, or that it can again by an empty one.
    """

    storing = pyqtSignal()
    told = pyqtSignal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._latest, self._closed = b"", False
        self._trouble = settings.trouble
        self._thread = ThreadPoolExecutor(1, "settings")
        self._written: Future[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._save)

    def watch(self, window: QObject) -> None:
        """Take moves and sizes of a window for changes."""
        window.installEventFilter(self)

    def eventFilter(self, _: QObject | None, event: QEvent | None) -> bool:
        """Notice what happens to the window (Qt calls this)."""
        if event is not None and event.type() in OF_WINDOW:
            self.note()
        return False

    def note(self) -> None:
        """Store within a second: something has changed."""
        if not (self._timer.isActive() or self._closed):  # not put off by ever more changes
            self._timer.start()

    def close(self, leave: Callable[[], object] = bool) -> str:
        """Store now, for the last time; return why that failed, or nothing.

        Args:
            leave: is called once all that is stored is known, before the disk is waited for.
        """
        if self._closed:
            return self._trouble
        self._closed = True
        self._timer.stop()
        self.storing.emit()
        data = self._settings.dump()
        leave()
        self._thread.shutdown()
        self._store(data)
        self._settings.close()
        return self._trouble

    def _save(self) -> None:
        if self._written is not None and not self._written.done():
            self.note()  # the disk is slow
            return
        self.storing.emit()
        data = self._settings.dump()
        if data == self._latest:
            return
        try:
            self._written = self._thread.submit(self._store, data)
        except RuntimeError:  # no memory for a thread
            self._store(data)

    def _store(self, data: bytes) -> None:
        trouble = self._settings.store(data)
        self._latest = b"" if trouble else data
        if trouble != self._trouble:
            self._trouble = trouble
            self.told.emit(trouble)
