"""Session: one laboratory after another in a folder of its own, and steps that end at rest."""

from __future__ import annotations

import random
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from traceback import format_exception
from typing import Any

import numpy as np
from hypothesis import note
from hypothesis.stateful import RuleBasedStateMachine
from PyQt6.QtCore import QCoreApplication, QEvent, QTimer, qInstallMessageHandler
from PyQt6.QtWidgets import QApplication

from gumbel_gui.gui.dialogs.draws_dialog import SavingDraws
from gumbel_gui.gui.dialogs.table_dialog import TableDialog
from gumbel_gui.gui.lab import Lab
from gumbel_gui.gui.state.settings import Settings
from tests.gui.any_order.agreement import Agreement, possessions
from tests.gui.any_order.hands import Answers, seen, until

MOST_DRAWS = 200_000
"""A step that asks for more is undone: all would take too long."""
HARMLESS = "This plugin does not support"
"""What the offscreen platform warns of: it has no window manager."""


class Session(RuleBasedStateMachine):
    """A laboratory with settings of its own, and all that goes wrong in it.

    Attributes:
        lab: the laboratory, once it is open.
        folder: for files.
        first: the state at its start, where the history begins.
        answers: to the dialogs that a step opens.
    """

    diary: Callable[[str], object] = staticmethod(note)
    """Is told each step in words."""

    def __init__(self) -> None:
        super().__init__()
        self._home = tempfile.TemporaryDirectory()
        self.folder = Path(self._home.name)
        self.answers, self.agreement = Answers(), Agreement()
        self.failures: list[str] = []
        self._hook()
        self._before = possessions()
        self.lab: Lab

    def teardown(self) -> None:
        try:
            if hasattr(self, "lab"):
                self._end()
        finally:
            self.agreement.close()
            self._unhook()
            self._home.cleanup()

    def _end(self) -> None:
        sound = sys.exc_info()[0] is None and not self.failures
        if sound:
            self.undo_all()
        self.lab.filing.end()
        self.lab.window.close()
        self.let_go()
        if sound:
            self._told()
            left = possessions() - self._before
            assert not left, f"left behind: {dict(left)}"

    def undo_all(self) -> None:
        """Undo everything, which gives the start, and redo it, which gives the state of now."""
        store = self.lab.store
        undo, redo = self.lab.window.menus._history
        last, done = store.state, store.history.index()
        self.do("undo everything", lambda: [undo.trigger() for _ in range(done)])
        assert store.state == self.first, f"{store.state} is not {self.first}"
        self.do("redo everything", lambda: [redo.trigger() for _ in range(done)])
        assert store.state == last, f"{store.state} is not {last}"

    def open(self, settings: Settings) -> None:
        """Open a laboratory; what plays waits for the tests, as its place would depend on speed."""
        self.lab = lab = Lab(settings, "")
        self.first = lab.store.state
        for playback in lab.playbacks.values():
            playback.findChild(QTimer).setInterval(10**8)
        lab.worker.failed.connect(self.failures.append)
        lab.start()
        lab.window.activateWindow()
        self.rest()

    def let_go(self) -> None:
        """Forget a laboratory that was closed."""
        window = self.lab.window
        QApplication.processEvents()
        window.deleteLater()
        del self.lab
        self.agreement._cards.clear()
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    def kept(self) -> tuple[Any, ...]:
        """Return what the next start is to have."""
        lab, look = self.lab, self.lab.appearance
        return (
            *(lab.store.state, lab.window.view, lab._language, look.theme, look.steps, look.folded),
            *(lab.filing.document.path, lab.filing._recent, lab.finding.presets.names),
        )

    def answer(self, number: int = 0, text: str = "", path: Path | None = None) -> None:
        """Set what the dialogs of the next step are answered."""
        self.answers.number, self.answers.text, self.answers.path = number, text, path

    def do(self, words: str, act: Callable[[], object], *, rest: bool = True) -> None:
        """Do a step, wait until the window is at rest, and look whether all agrees."""
        self.diary(words)
        with self.answers.given():
            act()
            QApplication.processEvents()
            if rest and self.lab.store.state.parameters.draws > MOST_DRAWS:
                self.lab.window.menus._history[0].trigger()
            if rest:
                self.rest()
        self._told()

    def rest(self) -> None:
        """Wait until all draws are shown, end what draws without end, and compare."""
        lab = self.lab
        if lab._keeping:
            done = lab.result.done if lab.result else 0
            until(lambda: lab.result is not None and lab.result.done > done, "there are more draws")
            lab.window.menus.keep.trigger()
        until(lambda: bool(self.failures) or _at_rest(lab), "the window is at rest")
        self._told()
        QApplication.processEvents()
        try:
            self.agreement.check(lab)
        except AssertionError as error:
            self.failures.append(str(error))
            self._told()

    def _told(self) -> None:
        for failure in self.failures:
            self.diary(failure)
        assert not self.failures, self.failures[0]

    def one_of(self, kind: type[Any], at: int) -> Any:
        """Return a control of a kind that can be seen, if there is one."""
        found = seen(self.lab.window, kind)
        return found[at % len(found)] if found else None

    def cards(self) -> list[Any]:
        """Return the cards that are shown."""
        window = self.lab.window
        return [window.cards[name] for name in window.shown]

    def _hook(self) -> None:
        """Take warnings of Qt and errors that nothing catches for failures."""
        self._hooks = sys.excepthook, threading.excepthook, np.random.default_rng
        self._handler = qInstallMessageHandler(lambda *told: self._warned(told[2] or ""))
        sys.excepthook = lambda *error: self.failures.append("".join(format_exception(*error)))
        threading.excepthook = lambda args: sys.excepthook(*args[:3])
        fresh = np.random.default_rng
        np.random.default_rng = lambda seed=7: fresh(seed)  # a run can be repeated
        random.seed(7)

    def _warned(self, text: str) -> None:
        if HARMLESS not in text:
            self.failures.append(f"Qt: {text}")

    def _unhook(self) -> None:
        sys.excepthook, threading.excepthook, np.random.default_rng = self._hooks
        qInstallMessageHandler(self._handler)


def _at_rest(lab: Lab) -> bool:
    """Whether all draws of the present parameters are shown, and nothing is about to change."""
    result, window = lab.result, lab.window
    if result is None or result.running or lab.content() is None:
        return False
    tables = (each._later.isActive() for each in window.findChildren(TableDialog))
    saving = window.findChildren(SavingDraws)
    same = result.context.parameters == lab.store.state.parameters
    return same and not any(tables) and not saving
