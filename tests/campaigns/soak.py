"""A long day: windows opened and closed, t dragged, figures exported, themes and languages chosen.

``python tests/campaigns/soak.py [SHARE]`` does 200, 100,000, 2,000 and 500 of these, or a share of
each, in one process. After a tenth of each and at its end it counts all that could be left behind,
and prints both; it ends with 1 if there is more of anything, or a tenth more memory.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PyQt6 import sip
from PyQt6.QtCore import QCoreApplication, QEvent, QObject, QThread
from PyQt6.QtWidgets import QApplication

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui import app
from gumbel_gui.gui.dialogs.export_dialog import ExportDialog
from gumbel_gui.gui.lab import Lab
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import ALL, LabState
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.words.text import default_labels

COUNTS = {"cycles": 200, "drags": 100_000, "exports": 2_000, "looks": 500}
LOOKS = ("dark", "zh"), ("light", "en"), ("contrast", "zh"), ("light", "en")
WARM = 0.1
"""The share of each after which nothing may grow any more."""
MORE_MEMORY, MORE_OBJECTS = 1.1, 1.01
"""Of memory, and of Python's objects, some of which are caches that fill."""
STATE = LabState(Parameters((0.2, 0.3, 0.5), draws=2000, seed=5), default_labels(3), (False,) * 3)


@dataclass(frozen=True)
class Left:
    """What there is at a moment.

    Attributes:
        objects: that Python's garbage collector knows.
        qobjects: of these, those of Qt that are not deleted.
        widgets, windows: all widgets, and those without a parent.
        children: of the window, at any depth.
        threads: of Python.
        handles: open files, 0 where that is not known.
        memory: resident, in MiB, 0 where that is not known.
    """

    objects: int
    qobjects: int
    widgets: int
    windows: int
    children: int
    threads: int
    handles: int
    memory: float

    def more_than(self, before: Left) -> list[str]:
        """Return the names of what there is more of than before."""
        most = {"objects": MORE_OBJECTS, "memory": MORE_MEMORY}
        pairs = zip(asdict(self).items(), asdict(before).values(), strict=True)
        return [name for (name, now), was in pairs if now > was * most.get(name, 1)]


def left(window: QObject | None = None) -> Left:
    """Return what there is now, once all is deleted that is to be."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        gc.collect()
    objects = gc.get_objects()
    qobjects = [each for each in objects if issubclass(type(each), QObject)]
    proc = Path("/proc/self")
    linux = proc.joinpath("statm").exists()
    page = os.sysconf("SC_PAGE_SIZE") if linux else 0
    return Left(
        len(objects),
        sum(not sip.isdeleted(each) for each in qobjects),
        len(QApplication.allWidgets()),
        len(QApplication.topLevelWidgets()),
        len(window.findChildren(QObject)) if window else 0,
        threading.active_count(),
        len(os.listdir(proc / "fd")) if linux else 0,
        round(int(proc.joinpath("statm").read_text().split()[1]) * page / 2**20, 1) if linux else 0,
    )


def settle(lab: Lab) -> None:
    """Wait until a laboratory shows all draws."""
    while (
        lab.result is None
        or not lab.result.complete
        or lab.result.context.parameters != lab.store.state.parameters
        or lab.content() is None
    ):
        QCoreApplication.processEvents()
        QThread.usleep(500)  # the worker needs the processor


def opened(folder: Path) -> Lab:
    """Return a laboratory that shows all draws."""
    settings = Settings(folder)
    settings.state = STATE
    lab = Lab(settings, "light")
    lab.start()
    settle(lab)
    return lab


def close(lab: Lab) -> None:
    """Close a laboratory, as the program does at its end."""
    lab.filing.end()
    lab.window.close()
    QCoreApplication.processEvents()
    lab.window.deleteLater()


Steps = Iterator[QObject | None]
"""Each step gives the window in which it was done."""


def cycles(folder: Path) -> Steps:
    """Open, edit, look at another view, and close."""
    for view in cycle(VIEWS):
        lab = opened(folder)
        lab.store.set("temperature", 0.7)
        lab.set_view(view)
        settle(lab)
        close(lab)
        del lab
        yield None


def drags(folder: Path) -> Steps:
    """Drag t in five moves; the pictures follow as far as they can."""
    with Opened(folder) as lab:
        for number in cycle(range(200)):
            lab.store.begin_gesture()
            for move in range(5):
                lab.store.set("temperature", 0.1 + number / 100 + move / 1000, run="drag")
                QCoreApplication.processEvents()
            lab.store.end_gesture()
            if number == 0:
                settle(lab)
            yield lab.window


def exports(folder: Path) -> Steps:
    """Export all plots by the dialog, in each format in turn."""
    with Opened(folder) as lab:
        content = lab.content()
        assert content is not None
        for ending in cycle(("png", "svg", "pdf")):
            remembered = {"preset": "document", "document": {"format": ending, "dpi": "60"}}
            dialog = ExportDialog(content, ALL, remembered, folder, lab.window)
            dialog.show()
            dialog.accept()
            assert dialog.saved is not None, "nothing was saved"
            dialog.saved.unlink()
            dialog.deleteLater()
            yield lab.window


def looks(folder: Path) -> Steps:
    """Choose another theme and another language, in which there is a new window."""
    with Opened(folder) as lab:
        for theme, language in cycle(
            (("dark", "zh"), ("light", "en"), ("contrast", "zh"), ("light", "en"))
        ):
            lab.window.theme_chosen.emit(theme)
            lab.set_language(language)
            settle(lab)
            yield lab.window


class Opened:
    """A laboratory that is closed in the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Lab:
        self.lab = opened(self._folder)
        while not any(self._folder.glob("*.json")):  # by a thread and a lock that stay
            QCoreApplication.processEvents()
            QThread.usleep(500)
        return self.lab

    def __exit__(self, *_: object) -> None:
        close(self.lab)
        del self.lab


KINDS: dict[str, Callable[[Path], Steps]] = {
    "cycles": cycles,
    "drags": drags,
    "exports": exports,
    "looks": looks,
}


def soak(kind: str, number: int, period: int = 12) -> tuple[Left, Left]:
    """Do so many steps of a kind; return what there is after a tenth of them, and at the end.

    Args:
        period: of what the steps do in turn; both moments are at the same place in it.
    """
    warm = max(round(WARM * number / period), 1) * period
    number = max(number // period * period, warm + period)
    with tempfile.TemporaryDirectory() as folder, closing(KINDS[kind](Path(folder))) as steps:  # type: ignore[type-var]
        (window,) = islice(steps, warm - 1, warm)
        before = left(window)
        del window
        (window,) = islice(steps, number - warm - 1, number - warm)
        after = left(window)
        del window
    return before, after


def main(share: float) -> int:
    """Do a share of all, print what there is, and return the exit code."""
    application = app._make_application()
    assert application is not None
    application.setQuitOnLastWindowClosed(False)
    bad = 0
    for kind, count in COUNTS.items():
        before, after = soak(kind, max(round(share * count), 1))
        more = after.more_than(before)
        bad += bool(more)
        pairs: Any = zip(asdict(before).items(), asdict(after).values(), strict=True)
        counts = ", ".join(f"{name} {was} → {now}" for (name, was), now in pairs)
        verdict = f"MORE {' and '.join(more)}" if more else "nothing more"
        sys.stdout.write(f"{kind}, {max(round(share * count), 1)}: {verdict}: {counts}\n")
        sys.stdout.flush()
    return int(bad > 0)


if __name__ == "__main__":
    code = main(float(sys.argv[1]) if sys.argv[1:] else 1.0)
    os._exit(code)
