"""The program with its window: run it, or save a screenshot of it.

Start-up, in order: application and look, state from the settings, window, worker, first job.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from importlib.resources import files
from pathlib import Path

from PyQt6 import sip
from PyQt6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PyQt6.QtGui import QIcon, QPixmap
from PyQt6.QtWidgets import QApplication

from gumbel_gui import __version__
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.offscreen import make_application
from gumbel_gui.gui.dialogs.actions import show_fault
from gumbel_gui.gui.lab import Lab
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.slots import settings_folder
from gumbel_gui.gui.system.faults import NAME as LOG_NAME
from gumbel_gui.gui.system.faults import Fault, Log
from gumbel_gui.gui.system.hooks import Errors, Signals
from gumbel_gui.gui.system.languages import add_fonts
from gumbel_gui.gui.system.screen import FitsScreen
from gumbel_gui.language import language


def run(path: Path | None = None) -> int:
    """Open the window and work until it is closed; return the exit code.

    It is 1 if what was changed could not be stored.

    Args:
        path: an experiment or a figure that is opened in it.
    """
    application = _make_application()
    log = _log()
    errors = Errors(log)
    errors.install()
    settings = Settings.of_user()
    first = settings.empty
    lab = Lab(settings)
    if first:
        lab.appearance.suit_screen()
    FitsScreen(lab.window)
    told = partial(tell, lab, log.path if log else None)
    # Queued: neither a dialog nor a repaint is begun in the midst of a paint event.
    errors.caught.connect(  # its stubs know no type of connection
        told,
        type=Qt.ConnectionType.QueuedConnection,  # type: ignore[call-arg]
    )
    signals = Signals()
    signals.ending.connect(lambda: lab.filing.end())  # that of the present window
    lab.start()
    if path is not None:  # by the event loop, which a question that is asked needs
        QTimer.singleShot(0, lambda: lab.filing.open(path))
    code: int = application.exec()
    signals.release()
    # Deleted here, since Python's own order at exit is undefined.
    lab.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if lab.trouble and sys.stderr is not None:  # pythonw has none
        print(f"gumbel-gui: {lab.trouble}", file=sys.stderr)
    if log:
        log.close()
    hand_over_clipboard(application)
    return code or int(bool(lab.trouble))


def _log() -> Log | None:
    """Return the log beside the settings, if there is a place for it."""
    try:
        return Log(settings_folder() / LOG_NAME)
    except RuntimeError:
        return None


def tell(lab: Lab, log: Path | None, fault: Fault) -> None:
    """Show an error that nobody caught in the status line, and a new one in a dialog."""
    with suppress(Exception):  # an error of showing it would come here again, without end
        lab.window.status.say_instead(fault.sentence)
        if fault.times == 1 and lab.window.isVisible():  # not after its end
            show_fault(fault, log, lab.window)


def hand_over_clipboard(application: QApplication) -> None:
    """Let the desktop keep what was copied, beyond the end of the process; call nothing after it.

    Qt hands it over (on X11 to the clipboard manager) when its application is deleted, which the
    end by ``os._exit`` leaves out.
    """
    clipboard = application.clipboard()
    if clipboard is not None and clipboard.ownsClipboard():
        sip.delete(application)


def screenshot(path: Path, size: tuple[int, int], theme_name: str) -> int:
    """Open the window as on its very first start, save a picture of it, and quit.

    It speaks the language that is spoken now.
    """
    from gumbel_gui.figures.formats import encoded
    from gumbel_gui.figures.saving import check_target
    from gumbel_gui.figures.targets import write

    check_target(path)
    application = _make_application()
    lab = Lab(Settings(), theme_name, language())
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
    application: QApplication = make_application()
    application.setStyle("Fusion")
    add_fonts(application)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("gumbel-gui")
    picture = QPixmap()
    picture.loadFromData(files("gumbel_gui.resources").joinpath("icon.svg").read_bytes())
    application.setWindowIcon(QIcon(picture))
    return application
