"""What the installed program does on this machine: one line of JSON, and 1 if anything is wrong.

It opens the window, shows each view until all draws are in, resizes, edits, changes the theme,
saves a figure and closes. Messages of Qt, uncaught errors and warnings are wrong, and a window
that is larger than its screen.
"""

from __future__ import annotations

import json
import locale
import os
import platform
import sys
import tempfile
import time
import warnings
from importlib.metadata import version
from pathlib import Path

USUAL = ("propagateSizeHints", "does not support raise", "requestActivate")
"""In messages that platforms without a window manager send always."""
PATIENCE = 180
"""Seconds for all of it, on a busy machine."""


def main() -> int:
    """Try everything, print what was found, and return the exit code."""
    wrong: list[str] = []
    warnings.simplefilter("error")
    found = {
        "Python": platform.python_version(),
        **{name: version(name) for name in ("PyQt6", "PyQt6-Qt6", "pyqtgraph", "numpy")},
    }
    with tempfile.TemporaryDirectory() as folder:
        try:
            found |= _use_window(Path(folder), wrong)
        except BaseException as error:
            wrong.append(f"{type(error).__name__}: {error}")
    sys.stdout.write(json.dumps(found | {"wrong": wrong}) + "\n")
    sys.stdout.flush()
    return int(bool(wrong))


def _use_window(folder: Path, wrong: list[str]) -> dict[str, object]:
    from PyQt6.QtCore import QLocale, qInstallMessageHandler
    from PyQt6.QtGui import QFontDatabase

    def note(_kind: object, _context: object, text: str | None) -> None:
        if not any(each in str(text) for each in USUAL):
            wrong.append(f"Qt: {text}")

    qInstallMessageHandler(note)
    from gumbel_gui.core import kernels
    from gumbel_gui.figures.layout import Layout
    from gumbel_gui.figures.saving import save
    from gumbel_gui.gui import app
    from gumbel_gui.gui.state.settings import Settings
    from gumbel_gui.gui.system.hooks import Errors
    from gumbel_gui.gui.system.screen import FitsScreen
    from gumbel_gui.plots.base import VIEWS

    application = app._make_application()
    errors = Errors()
    errors.install()
    errors.caught.connect(lambda fault: wrong.append(fault.what))
    begun = time.monotonic()
    lab = app.Lab(Settings(folder / "settings"))
    FitsScreen(lab.window)
    lab.start()

    def drawn() -> bool:
        return lab.result is not None and lab.result.complete and lab.content() is not None

    def settle() -> None:
        while not drawn() or lab.result.context.parameters != lab.store.state.parameters:
            application.processEvents()
            time.sleep(0.005)  # this is no test; the worker needs the processor
            if time.monotonic() - begun > PATIENCE:
                raise TimeoutError(f"{lab._view} is not drawn after {PATIENCE} s")
        application.processEvents()

    settle()
    lab.store.edit("t", lambda state: state.with_parameter("draws", 20_000))
    for view in VIEWS:
        lab.set_view(view)
        settle()
        lab.window.grab()
    lab.set_view("sample")
    for theme in ("dark", "light"):
        lab.window.theme_chosen.emit(theme)
        lab.store.edit("t", lambda state: state.with_parameter("temperature", 0.3))
        settle()
    screen = lab.window.screen()
    assert screen is not None
    room, frame = screen.availableGeometry(), lab.window.frameGeometry()
    if frame.width() > room.width() or frame.height() > room.height():
        wrong.append(f"a window of {frame.width()} × {frame.height()} on {room.size()}")
    content = lab.content()
    assert content is not None
    for ending in ("png", "svg", "pdf"):
        save(folder / f"a.{ending}", content, Layout())
    picture = os.environ.get("PROBE_PICTURE")
    if picture:
        lab.window.grab().save(picture)
    lab.window.close()
    application.processEvents()
    if lab.trouble:
        wrong.append(lab.trouble)
    return {
        "platform": application.platformName(),
        "kernels": kernels.COMPILED,
        "locale": locale.setlocale(locale.LC_ALL, ""),
        "Qt's locale": QLocale.system().name(),
        "fonts": len(QFontDatabase.families()),
        "screen": f"{room.width()} × {room.height()} at scale {screen.devicePixelRatio():g}",
        "window": f"{frame.width()} × {frame.height()}",
        "views": len(VIEWS),
    }


if __name__ == "__main__":
    code = main()
    os._exit(code)
