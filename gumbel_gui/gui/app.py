"""The composition root: makes the store, the worker and the window, and wires them.

Start-up, in order: application and look, state from the settings, window, worker, first job.
"""

from __future__ import annotations

import signal
import socket
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any

import pyqtgraph as pg
from PyQt6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QSettings,
    QSocketNotifier,
    QTimer,
    pyqtSignal,
)
from PyQt6.QtGui import QIcon, QPixmap
from PyQt6.QtWidgets import QApplication, QMessageBox

from gumbel_gui import __version__
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.figure import Content, Layout
from gumbel_gui.figures.formats import clipboard_data, encoded
from gumbel_gui.figures.saving import write
from gumbel_gui.gui import theme
from gumbel_gui.gui.export_dialog import ALL, ExportDialog
from gumbel_gui.gui.settings import Settings
from gumbel_gui.gui.state import LabState
from gumbel_gui.gui.store import Store
from gumbel_gui.gui.vector_dialog import VectorDialog
from gumbel_gui.gui.window import MainWindow
from gumbel_gui.gui.worker import Job, Result, Worker
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.style import PRINT
from gumbel_gui.plots.text import count, tr

FIRST_SIZE = (1280, 820)
ONE_PLOT_MM = (120.0, 90.0)


class Lab(QObject):
    """One running laboratory: a window, its store and its worker.

    Signals:
        updated: the window shows a result of all draws.
    """

    updated = pyqtSignal()

    def __init__(self, settings: Settings, theme_name: str = "") -> None:
        super().__init__()
        self._settings = settings
        self._theme = theme_name or settings.text("theme", "system")
        if self._theme not in theme.THEMES:
            self._theme = "system"
        self.result: Result | None = None
        style = theme.style_for(self._theme)
        theme.apply(_application(), style)
        self.store = Store(settings.state)
        self.window = MainWindow(self.store, tuple(plot_types().values()), style)
        self.worker = Worker(parent=self)
        self._asked: Parameters | None = None
        self._wire()
        self.window.show_theme(self._theme)
        self.window.resize(*FIRST_SIZE)
        self.window.restoreGeometry(settings.geometry)

    def start(self) -> None:
        """Show the window and begin to draw."""
        self.worker.start()
        self._submit()
        self.window.show()
        self.window.temperature.take_focus()

    def close(self) -> None:
        """Remember everything, then cancel, wait, and leave no thread behind."""
        self._settings.geometry = self.window.saveGeometry()
        self._settings.state = self.store.state
        self._settings.set_text("theme", self._theme)
        self._settings.flush()
        self.worker.stop()

    def content(self) -> Content | None:
        """Return what the window shows now, for export, once there is something."""
        if self.result is None:
            return None
        state = self._shown_state()
        return Content(
            self.result.shown_parameters, self.result.summaries, state.labels, state.options
        )

    def export(self, plot: str) -> None:
        """Ask how to save one plot, or all, and save."""
        if content := self.content():
            remembered = self._settings.record("export")
            dialog = ExportDialog(content, plot, remembered, self.window)
            if dialog.exec():
                self.window.show_status(self.tr("Saved {file}").format(file=dialog.saved))
            self._settings.set_record("export", dialog.chosen())
            dialog.deleteLater()

    def copy(self, plot: str) -> None:
        """Put one plot, or all, on the clipboard."""
        content, clipboard = self.content(), QApplication.clipboard()
        if content is None or clipboard is None:
            return
        layout = Layout(style=PRINT)
        if plot != ALL:
            content = replace(content, summaries={plot: content.summaries[plot]})
            layout = Layout(*ONE_PLOT_MM, PRINT)
        try:
            clipboard.setMimeData(clipboard_data(content, layout))
        except ExportError as error:
            self.window.show_status(str(error))
            return
        what = plot_types()[plot].title if plot != ALL else self.tr("all plots")
        self.window.show_status(self.tr("Copied {what}").format(what=what))

    def set_theme(self, name: str) -> None:
        """Change the look of everything."""
        self._theme = name
        style = theme.style_for(name)
        theme.apply(_application(), style)
        self.window.probabilities.set_style(style)
        self._dress()

    def report(self, message: str) -> None:
        """Tell of an error that nobody expected; nothing is lost by it."""
        self.window.show_status(self.tr("Something went wrong: {what}").format(what=message))

    def _wire(self) -> None:
        window, store = self.window, self.store
        store.changed.connect(self._follow)
        self.worker.ready.connect(self._show_result)
        self.worker.failed.connect(self.report)
        window.theme_chosen.connect(self.set_theme)
        window.export_action.triggered.connect(lambda: self.export(ALL))
        window.copy_action.triggered.connect(lambda: self.copy(window.focused_plot() or ALL))
        window.vector_action.triggered.connect(self._ask_for_vector)
        window.probabilities.vector_wanted.connect(self._ask_for_vector)
        window.about_action.triggered.connect(self._about)
        for card in window.cards.values():
            card.copy_wanted.connect(self.copy)
            card.export_wanted.connect(self.export)
            card.option_switched.connect(self._switch_option)
        hints = _application().styleHints()
        if hints is not None:
            hints.colorSchemeChanged.connect(self._system_changed)

    def _follow(self) -> None:
        """Draw again if the parameters are others now; names and options need no new draws."""
        if self.store.state.parameters != self._asked:
            self._submit()
        else:
            self._dress()

    def _submit(self) -> None:
        state = self.store.state
        self._asked = state.parameters
        self.worker.submit(Job(state.parameters, tuple(self.window.cards), state))

    def _shown_state(self) -> LabState:
        """Return the state that belongs to the shown result, with the latest names and options."""
        now = self.store.state
        if self.result is None or self.result.parameters == now.parameters:
            return now
        shown: LabState = self.result.context
        return shown

    def _dress(self) -> None:
        style, state = theme.style_for(self._theme), self._shown_state()
        for card in self.window.cards.values():
            card.set_look(style, state)

    def _system_changed(self) -> None:
        if self._theme == "system":
            self.set_theme("system")

    def _show_result(self) -> None:
        result = self.worker.take()
        if result is None:
            return
        self.result = result
        self._dress()
        for name, summary in result.summaries.items():
            self.window.cards[name].show_summary(summary)
        draws = count(result.parameters.draws)
        if not result.complete:
            draws = tr("{done} of {draws}", done=count(result.done), draws=draws)
        self.window.show_status(
            tr(
                "{draws} draws · seed {seed} · {ms:.0f} ms",
                draws=draws,
                seed=result.parameters.seed,
                ms=1000 * result.seconds,
            )
        )
        if result.complete:
            self.updated.emit()

    def _switch_option(self, option: str, on: bool) -> None:
        self.store.edit(self.tr("Change what is shown"), lambda s: s.with_option(option, on))

    def _ask_for_vector(self) -> None:
        dialog = VectorDialog(self.store.state.parameters.probabilities, self.window)
        if dialog.exec():
            self.store.edit(
                self.tr("Type the vector"), lambda s: s.with_vector(dialog.probabilities)
            )
        dialog.deleteLater()

    def _about(self) -> None:
        QMessageBox.about(
            self.window,
            self.tr("About Gumbel GUI"),
            self.tr(
                "<p><b>Gumbel GUI {version}</b></p><p>A laboratory for one idea: add Gumbel noise "
                "to log-probabilities, take the argmax, and you have sampled the distribution; "
                "take a softmax at temperature t instead, and the sample has a gradient.</p>"
                "<p>Free software under the GNU GPL, version 3 or later.</p>"
            ).format(version=__version__),
        )


class Errors(QObject):
    """Brings errors that nobody caught, on any thread, to the GUI thread.

    Without this PyQt aborts the process.
    """

    caught = pyqtSignal(str)

    def install(self) -> None:
        """Take over the hooks. Must come after the import of pyqtgraph, which replaces one."""
        sys.excepthook = self._hook
        threading.excepthook = lambda a: self._hook(a.exc_type, a.exc_value, a.exc_traceback)

    def _hook(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if sys.stderr is not None:
            traceback.print_exception(kind, error, trace)
        self.caught.emit(f"{kind.__name__}: {error}")


class Signals(QObject):
    """Turns Ctrl+C in the terminal, and a polite kill, into closing the window.

    Python would notice them only at its next line of code, which an idle window never reaches; so
    the wake-up byte that Python writes is watched by Qt.
    """

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
        self._old_handlers = {each: signal.signal(each, lambda *_: None) for each in known}

    def release(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_descriptor)
        for each, handler in self._old_handlers.items():
            signal.signal(each, handler)
        self._reader.close()
        self._writer.close()

    def _notice(self) -> None:
        with suppress(BlockingIOError):
            self._reader.recv(64)
        QApplication.closeAllWindows()  # all: a dialog that is open would keep the window


def run() -> int:
    """Open the window and work until it is closed; return the exit code."""
    application = _make_application()
    errors = Errors()
    errors.install()
    lab = Lab(Settings())
    errors.caught.connect(lab.report)
    lab.window.closing.connect(lab.close)
    signals = Signals()
    lab.start()
    code: int = application.exec()
    signals.release()
    # Now, while everything it leans on is there, not in whatever order Python tears down.
    lab.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return code


def screenshot(path: Path, size: tuple[int, int], theme_name: str) -> int:
    """Open the window as on its very first start, save a picture of it, and quit."""
    application = _make_application()
    nothing_stored = QSettings(str(path) + ".settings", QSettings.Format.IniFormat)
    lab = Lab(Settings(nothing_stored), theme_name)
    lab.window.closing.connect(lab.worker.stop)
    failures: list[str] = []

    def shoot() -> None:
        try:
            write(path, encoded(lab.window.grab().toImage()))
        except ExportError as error:
            failures.append(str(error))
        lab.window.close()

    lab.updated.connect(lambda: QTimer.singleShot(200, shoot))
    lab.window.resize(*size)
    lab.start()
    application.exec()
    if failures:
        raise ExportError(failures[0])
    return 0


def _make_application() -> QApplication:
    application: QApplication = pg.mkQApp("Gumbel GUI")
    application.setStyle("Fusion")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("gumbel-gui")
    picture = QPixmap()
    picture.loadFromData(files("gumbel_gui.resources").joinpath("icon.svg").read_bytes())
    application.setWindowIcon(QIcon(picture))
    return application


def _application() -> Any:
    return QApplication.instance()
