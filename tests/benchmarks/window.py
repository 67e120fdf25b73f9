"""The real program's window, driven and waited for as a person's hand and eye would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from measure import same
from PyQt6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QObject
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QWidget

from gumbel_gui.gui import app
from gumbel_gui.gui.lab import Lab
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState

SIZE = (1440, 900)
PATIENCE_MS = 120_000
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def paint_now() -> None:
    """Paint whatever is dirty, and wait until it is on the screen."""
    QCoreApplication.processEvents()
    QGuiApplication.sync()  # an X server draws later, unless it is asked whether it has


def until(condition: Callable[[], bool]) -> None:
    """Let the event loop run until something is the case."""
    clock = QElapsedTimer()
    clock.start()
    while not condition():
        if clock.hasExpired(PATIENCE_MS):
            raise TimeoutError("the window did not answer")
        QCoreApplication.processEvents(WAIT)


class Paints(QObject):
    """Remembers which of some widgets were painted."""

    def __init__(self, widgets: list[QWidget]) -> None:
        super().__init__()
        self._widgets = widgets
        self.painted: set[int] = set()
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, widget: QObject | None, event: QEvent | None) -> bool:
        if event is not None and event.type() == QEvent.Type.Paint:
            self.painted.add(self._widgets.index(widget))
        return False

    def stop(self) -> None:
        for widget in self._widgets:
            widget.removeEventFilter(self)


class Program:
    """One running laboratory."""

    def __init__(self, view: str) -> None:
        self.application = app._make_application()
        settings = Settings()
        settings.set_text("view", view)
        self.lab = Lab(settings, "light")
        self.lab.window.closing.connect(self.lab.close)
        self.lab.window.resize(*SIZE)
        self.lab.window.move(0, 0)
        self.lab.start()
        self.shown()

    def views(self) -> list[QWidget]:
        """Return the views of the cards."""
        return [card._view for card in self.lab.window.cards.values()]

    def edit(self, change: Callable[[LabState], LabState]) -> None:
        """Change the state, as one move within a drag does."""
        self.lab.store.edit("Change", change, run="drag")

    def seen(self) -> None:
        """Wait until a first result of the present state is on the screen."""
        until(self._answered)
        paint_now()

    def shown(self) -> None:
        """Wait until the result of all draws of the present state is on the screen."""
        until(lambda: self._answered() and self.lab.result.complete)
        paint_now()

    def check_painted(self, change: Callable[[LabState], LabState]) -> None:
        """Refuse to measure if what is called painted is not: nothing may be painted later."""
        paints = Paints([view.viewport() for view in self.views()])
        self.edit(change)
        self.shown()
        same(paints.painted, "a change was shown without painting any plot")
        paints.painted.clear()
        clock = QElapsedTimer()
        clock.start()
        while not clock.hasExpired(200):
            QCoreApplication.processEvents()
        same(not paints.painted, "plots were painted after they were called painted")
        paints.stop()

    def close(self) -> None:
        self.lab.window.close()
        self.lab.window.deleteLater()
        self.lab.deleteLater()  # with what the worker has sent it
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _answered(self) -> bool:
        result = self.lab.result
        return result is not None and result.parameters == self.lab.store.state.parameters


@contextmanager
def program(view: str = "sample") -> Iterator[Program]:
    """Open the window as on its very first start, in this size."""
    running = Program(view)
    try:
        yield running
    finally:
        running.close()
