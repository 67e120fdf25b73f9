"""Qt without a display, for the command line: an application, and checks that Qt loads."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from gumbel_gui.core.checks import refusal
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.language import listed, tr

PACKAGES = {
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libxkbcommon": "libxkbcommon0",
    "libdbus-1": "libdbus-1-3",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libglib-2.0": "libglib2.0-0",
    "libgthread-2.0": "libglib2.0-0",
    "libX11-xcb": "libx11-xcb1",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-randr": "libxcb-randr0",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-render": "libxcb-render0",
    "libxcb-shape": "libxcb-shape0",
    "libxcb-shm": "libxcb-shm0",
    "libxcb-sync": "libxcb-sync1",
    "libxcb-xfixes": "libxcb-xfixes0",
    "libxcb-xinerama": "libxcb-xinerama0",
    "libxcb-xkb": "libxcb-xkb1",
    "libxcb": "libxcb1",
}
"""Packages of Debian and Ubuntu, by the library of Qt's that they hold."""


def missing_library(message: str) -> str:
    """Turn a loader's message about a library that it cannot load into one sentence."""
    library = Path(message.split(":")[0].strip()).name
    if "No such file" not in message:  # but another fault, or too little memory
        return tr("Qt cannot be loaded, since a library of it cannot ({message}).", message=message)
    package = PACKAGES.get(library.split(".so")[0])
    words = {"library": library, "package": package}
    if package is None:
        return tr("Qt needs the library {library}, which is not installed; install it.", **words)
    return tr(
        "Qt needs the library {library}, which is not installed; install it (Debian, Ubuntu: "
        "apt install {package}).",
        **words,
    )


def why_no_qt() -> str:
    """Return one sentence on why Qt cannot be loaded at all, or nothing."""
    try:
        for module in ("PyQt6.QtSvg", "PyQt6.QtWidgets"):
            importlib.import_module(module)
    except ImportError as error:
        if ".so" in str(error):
            return missing_library(str(error))
        return tr(
            "PyQt6 cannot be loaded ({error}); install it with: pip install PyQt6.", error=error
        )
    except MemoryError:
        return tr("There is not enough memory to load Qt.")
    return ""


def make_application() -> Any:
    """Return the QApplication; if there is none, make it.

    Where Qt cannot start at all it aborts: there the process ends with one sentence and code 2.

    Raises:
        ExportError: if there is no screen or no font, in one sentence.
    """
    from PyQt6.QtCore import QtMsgType, qInstallMessageHandler, qWarning
    from PyQt6.QtGui import QFont, QFontMetrics, QGuiApplication

    said: list[str] = []

    def hold(kind: QtMsgType, _: object, message: str | None) -> None:
        if kind == QtMsgType.QtFatalMsg:
            with suppress(AttributeError, OSError):  # pythonw has no stderr; or its disk is full
                sys.stderr.write(f"gumbel-gui: {_why_no_start(message or '', said)}\n")
                sys.stderr.flush()
            os._exit(2)  # Qt would abort next
        said.append(message or "")

    old = qInstallMessageHandler(hold)
    try:
        import pyqtgraph as pg

        running = pg.mkQApp("Gumbel GUI")
    finally:
        qInstallMessageHandler(old)
    if QGuiApplication.primaryScreen() is None:
        raise ExportError(_why_no_start(tr("there is no screen"), said))
    if not QFontMetrics(QFont()).inFont("a"):  # families() knows aliases even where no font is
        raise ExportError(
            tr(
                "There is no font to write with; install one (Debian, Ubuntu: apt install "
                "fonts-dejavu-core)."
            )
        )
    for message in said:
        qWarning(message)
    return running


def _why_no_start(message: str, said: Sequence[str]) -> str:
    """Turn what Qt says when it cannot start into one sentence."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    known = message.partition("Available platform plugins are: ")[2].strip().rstrip(".")
    if known and platform.partition(":")[0] not in known.split(", "):
        allowed = tr("one of {names}", names=listed(known.split(", ")))
        return refusal("QT_QPA_PLATFORM", repr(platform), allowed)
    reasons = " ".join("; ".join([*said, message.partition("\n")[0]]).split())
    return tr("Qt cannot start here ({reasons}).", reasons=reasons.rstrip("."))


@contextmanager
def application() -> Iterator[Any]:
    """Yield a QApplication that needs no display: the running one, if there is one.

    Raises:
        ExportError: if there is no font.
    """
    # On other systems there always is a display, and the offscreen platform has no fonts.
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    yield make_application()
