"""Pictures of one window in one language at one scale; ``__main__`` starts a process for each."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from pictures import fits, widgets
from PyQt6.QtCore import QCoreApplication, QEventLoop, QTimer
from PyQt6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui import app
from gumbel_gui.gui.guide.steps import STEPS
from gumbel_gui.gui.lab import Lab
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.system.theme import THEMES
from gumbel_gui.language import languages
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.words.text import default_labels

SIZES = {
    "1366x768": (1366, 768, 1),
    "1024x700": (1024, 700, 1),
    "1440x900": (1440, 900, 1),
    "2560x1440": (2560, 1440, 1),
    "1440x900@2": (1440, 900, 2),
}
"""Width and height in logical pixels, and the scale."""
ONE = next(iter(SIZES))
"""The size at which dialogs, the guide and special looks are seen."""
CASES = ("5", "2", "12", "64", "names")
"""Numbers of classes; ``names`` are five long ones."""
LONG = ("a long name of a class, such as a whole phrase", "很长的类别名称，例如一个短语", "W" * 24)
MANY = 8
"""Above this many classes names may be left out, and shortened."""
NARROW = 1280
"""Below this width keys count what they leave out."""
DIALOGS = (
    *("export", "animate", "vector", "table", "explain", "preferences", "about"),
    *("find_command", "shortcuts", "keep_preset", "edit_presets"),
)
MENUS = ("file", "edit", "view", "help", "presets", "card")
GLANCES = 6
"""How often a dialog is looked at, at most: one that shows an animation never stays the same."""
LOOKS = ("larger", "smaller", "folded", "presenting", "set_off")
PLOTS = {name: view for view in VIEWS for name in plots_of(view)}


class Name(NamedTuple):
    """What is in a picture."""

    language: str
    theme: str
    size: str
    what: str
    case: str

    @property
    def file(self) -> str:
        return "-".join(self) + ".png"

    @property
    def shortened(self) -> bool:
        """Whether names of classes may be elided, and entries left out of keys."""
        narrow = SIZES[self.size][0] < NARROW
        return narrow or self.case == "names" or int(self.case) > MANY


def names() -> Iterator[Name]:
    """Yield the names of all pictures, those that are alike after each other."""
    themes = [theme for theme in THEMES if theme != "system"]
    for language, theme, size in product(languages(), themes, SIZES):
        for case, view in product(CASES, VIEWS):
            yield Name(language, theme, size, view, case)
        for what in special() if size == ONE else ():
            yield Name(language, theme, size, what, CASES[0])


def special() -> Iterator[str]:
    """Yield what is seen at one size only."""
    yield from (f"dialog_{name}" for name in DIALOGS)
    yield from (f"menu_{name}" for name in MENUS)
    yield from (f"guide_{number}" for number in range(1, len(STEPS) + 1))
    yield from (f"look_{name}" for name in LOOKS)
    yield from (f"mistake_{each.name.lower()}" for each in Mistake if each is not Mistake.NONE)
    yield from (f"plot_{name}" for name in PLOTS)


def state_of(case: str) -> LabState:
    """Return a state: as on the first start, or with classes by Zipf's law."""
    if case == "5":
        return LabState()
    count = 5 if case == "names" else int(case)
    p = Parameters(tuple(1 / (1 + k) for k in range(count)), draws=20_000)
    labels = tuple(LONG[k % 3] for k in range(5)) if case == "names" else default_labels(count)
    return LabState(p, labels, (False,) * count)


class Gallery:
    """One running laboratory, of which pictures are taken.

    Attributes:
        faults: a line for each that was found.
    """

    def __init__(self, language: str, folder: Path) -> None:
        self._application = app._make_application()
        settings = Settings()
        settings.set_text("language", language)
        self._folder, self.faults = folder, list[str]()
        self._lab = Lab(settings, "light")
        self._lab.window.closing.connect(self._lab.close)
        self._lab.start()

    def shoot(self, name: Name) -> None:
        """Take a picture and look for faults."""
        kind, _, which = (name.what, "", "") if name.what in VIEWS else name.what.partition("_")
        self._show(name, PLOTS.get(which, kind if kind in VIEWS else "sample"))
        taken = self._window
        if kind in ("dialog", "menu"):
            self._grab_other(name, *getattr(self, f"_{kind}")(which))
        else:
            if kind not in VIEWS:
                getattr(self, f"_{kind}")(which)
                self._settle()
            taken.grab().save(str(self._folder / name.file))
            self._check(name, taken)
        self._restore(kind, which)

    def close(self) -> None:
        """End."""
        self._lab.filing.end()
        self._window.close()

    @property
    def _window(self) -> QWidget:
        return self._lab.window

    def _show(self, name: Name, view: str) -> None:
        lab, state = self._lab, state_of(name.case)
        if lab.appearance.theme != name.theme:
            lab.appearance.set_theme(name.theme)
        lab.window.resize(*SIZES[name.size][:2])
        if lab.store.state != state:
            lab.store.edit("", lambda _: state)
        if lab.window.shown != tuple(plots_of(view)):
            lab.set_view(view)
        self._settle()

    def _settle(self) -> None:
        lab = self._lab

        def shown() -> bool:
            result = lab.result
            return (
                result is not None
                and result.complete
                and result.parameters == lab.store.state.parameters
                and set(lab.window.shown) <= result.summaries.keys()
            )

        until(shown)
        for _ in range(3):  # layouts follow layouts
            QCoreApplication.processEvents()

    def _check(self, name: Name, window: QWidget) -> None:
        found = fits.faults(window, shortened=name.shortened)
        self.faults += [f"{name.file}: {each}" for each in found]

    def _grab_other(self, name: Name, act: Callable[[], object], kind: type[QWidget]) -> None:
        """Take a picture of a window that an act opens, once it does not change any more."""
        images, ended = [], list[bool]()

        def look() -> None:
            found = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
            others = [w for w in found if isinstance(w, kind) and w is not self._window]
            image = others[-1].grab().toImage() if others else None
            images.append(image)
            if image is None or (images[-2:-1] != [image] and len(images) < GLANCES):
                QTimer.singleShot(300, look)
                return
            image.save(str(self._folder / name.file))
            if kind is not QMenu:
                self._check(name, others[-1])
            others[-1].close()
            ended.append(True)

        QTimer.singleShot(0, look)
        act()
        until(lambda: bool(ended))

    def _dialog(self, which: str) -> tuple[Callable[[], object], type[QWidget]]:
        menus, lab = self._lab.window.menus, self._lab
        if which == "edit_presets":
            for name in ("my vector", "一个向量"):
                lab.finding.presets.keep(name, lab.store.state)
        actions = {"keep_preset": menus.presets.keep, "edit_presets": menus.presets.edit}
        return (actions.get(which) or getattr(menus, which)).trigger, QDialog

    def _menu(self, which: str) -> tuple[Callable[[], object], type[QWidget]]:
        menus = self._lab.window.menus
        bar = dict(zip(MENUS, menus.all, strict=False))
        others = {"presets": menus.presets, "card": widgets.cards(self._window)[0]._menu}
        menu = bar.get(which) or others[which]
        return lambda: menu.popup(self._window.mapToGlobal(self._window.rect().center())), QMenu

    def _guide(self, which: str) -> None:
        guide = self._lab.guide
        if not guide.is_open:
            guide.open(self._lab.window.view)
        guide.progress.go(int(which))

    def _look(self, which: str) -> None:
        looks = self._lab.appearance
        act: dict[str, Callable[[], None]] = {
            "larger": lambda: looks.enlarge_text(4),
            "smaller": lambda: looks.enlarge_text(-2),
            "folded": looks.fold,
            "presenting": looks.present,
            "set_off": lambda: looks.set_class_off(2),
        }
        act[which]()

    def _mistake(self, which: str) -> None:
        mistake = Mistake[which.upper()]
        self._lab.store.edit(
            "", lambda s: replace(s, parameters=replace(s.parameters, mistake=mistake))
        )

    def _plot(self, which: str) -> None:
        self._lab.set_view(PLOTS[which], (which,))

    def _restore(self, kind: str, which: str) -> None:
        if kind == "guide":
            self._lab.guide.toggle()
            self._lab.guide.way_back.hide()
        if kind == "look":
            self._look(which)  # all but the size of the text are switches
            self._lab.appearance.enlarge_text(0)


def until(condition: Callable[[], bool]) -> None:
    """Let the event loop run until something is the case."""
    while not condition():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def main(folder: Path) -> None:
    """Take the pictures that standard input names, all in one language and at one scale."""
    wanted = [Name(*line.split()) for line in sys.stdin]
    sys.excepthook = _end  # pyqtgraph's goes on, and an event loop would wait for ever
    gallery = Gallery(wanted[0].language, folder)
    for name in wanted:
        gallery.shoot(name)
        sys.stdout.write(f"{name.file}\n")
        sys.stdout.flush()
    gallery.close()
    words = "".join(f"{line}\n" for line in gallery.faults)
    last = wanted[-1]
    (folder / f"faults-{last.language}-{SIZES[last.size][2]}.txt").write_text(words, "utf-8")


def _end(*error: Any) -> None:
    traceback.print_exception(*error)
    os._exit(1)
