"""CardMenu: all that can be done with one plot, behind ⋯ in its header and in its context menu."""

from __future__ import annotations

from collections.abc import Collection

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QWidget

from gumbel_gui.figures.code.libraries import LIBRARIES
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot

ACTIONS = (
    ("enlarge", mark("En&large, or back"), "F"),
    ("table", mark("Show as &table…"), "Ctrl+T"),
    ("copy", mark("&Copy"), "Ctrl+C"),
    ("export", mark("&Export figure…"), "Ctrl+E"),
    ("explain", mark("&What am I seeing?"), "Shift+F1"),
)
"""What is wanted, its words, and the key that does it for the plot with the focus."""


class CardMenu(QMenu):
    """What can be switched on in a plot, and what can be done with it.

    Signals:
        wanted: one of ``ACTIONS``, by its name.
        code_wanted: a key of ``LIBRARIES``.
        option_switched: with ``"plot.option"`` and whether it is on.
    """

    wanted = pyqtSignal(str)
    code_wanted = pyqtSignal(str)
    option_switched = pyqtSignal(str, bool)

    def __init__(self, kind: type[Plot], parent: QWidget) -> None:
        super().__init__(parent)
        self._options: dict[str, QAction] = {}
        for name, text in kind.option_names.items():
            full = f"{kind.name}.{name}"
            action = self._add(text)
            action.setCheckable(True)
            action.triggered.connect(lambda on, full=full: self.option_switched.emit(full, on))
            self._options[name] = action
        self.addSeparator()
        for name, text, key in ACTIONS:
            # As text: the shortcut itself belongs to the window, and counts once.
            action = self._add(f"{tr(text)}\t{key}")
            action.triggered.connect(lambda _, name=name: self.wanted.emit(name))
        code = QMenu(tr("Copy &as code"), self)
        self.addMenu(code)
        for name, library in LIBRARIES.items():
            action = QAction(f"&{library.title}", code)
            action.triggered.connect(lambda _, name=name: self.code_wanted.emit(name))
            code.addAction(action)

    def check_options(self, on: Collection[str]) -> None:
        """Mark the options that are on."""
        for name, action in self._options.items():
            action.setChecked(name in on)

    def _add(self, text: str) -> QAction:
        action = QAction(text, self)
        self.addAction(action)
        return action
