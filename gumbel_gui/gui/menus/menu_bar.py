"""MenuBar: every action of the window, with its text and shortcut; who has it connects it."""

from __future__ import annotations

from functools import partial

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PyQt6.QtWidgets import QMenu, QMenuBar

from gumbel_gui.figures.code.libraries import LIBRARIES
from gumbel_gui.gui.system.theme import THEMES
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.words.text import tr


class MenuBar(QMenuBar):
    """File, Edit, View and Help.

    Signals:
        theme_chosen: ``"system"``, ``"light"`` or ``"dark"``.
        view_chosen: a key of ``VIEWS``.
        code_wanted: a key of ``LIBRARIES``.

    Attributes:
        export, animate, save_draws, copy, quit, vector, new_noise, keep, previous, next, random,
            preferences, guide, about: the actions.
    """

    theme_chosen = pyqtSignal(str)
    view_chosen = pyqtSignal(str)
    code_wanted = pyqtSignal(str)

    def __init__(self, history: QUndoStack) -> None:
        super().__init__()
        texts = (self.tr("&File"), self.tr("&Edit"), self.tr("&View"), self.tr("&Help"))
        # With a parent that lives on: a bar does not own its menus.
        self._file, self._edit, self._view, self._help = menus = [QMenu(t, self) for t in texts]
        for menu in menus:
            self.addMenu(menu)
        self._fill_file_menu()
        self._fill_edit_menu(history)
        self._fill_view_menu()
        self.guide = _add(self._help, self.tr("&Guide"), "F1")
        self.about = _add(self._help, self.tr("&About Gumbel GUI"), "")

    def show_theme(self, theme: str) -> None:
        """Mark a theme as the chosen one."""
        self._themes[theme].setChecked(True)

    def _fill_file_menu(self) -> None:
        menu = self._file
        self.export = _add(menu, self.tr("&Export figure…"), "Ctrl+E")
        self.animate = _add(menu, self.tr("Export &animation…"), "Ctrl+Shift+E")
        self.save_draws = _add(menu, self.tr("Save &draws…"), "")
        self.copy = _add(menu, self.tr("&Copy"), QKeySequence.StandardKey.Copy)
        menu.addSeparator()
        # Qt gives Quit no shortcut of its own on Linux.
        self.quit = _add(menu, self.tr("&Quit"), "Ctrl+Q")

    def _fill_edit_menu(self, history: QUndoStack) -> None:
        menu = self._edit
        # Kept: these two have no other owner, and would be deleted.
        self._history = (
            history.createUndoAction(menu, self.tr("&Undo")),
            history.createRedoAction(menu, self.tr("&Redo")),
        )
        for action, key in zip(self._history, ("Ctrl+Z", "Ctrl+Shift+Z"), strict=True):
            assert action is not None
            action.setShortcut(QKeySequence(key))
            menu.addAction(action)
        menu.addSeparator()
        self.vector = _add(menu, self.tr("Type the &vector…"), "Ctrl+L")
        self.new_noise = _add(menu, self.tr("&New noise"), "Ctrl+N")
        self.keep = _add(menu, self.tr("&Keep drawing, or stop"), "Ctrl+K")
        menu.addSeparator()
        self._add_languages(menu)
        menu.addSeparator()
        self.previous = _add(menu, self.tr("Previous &draw"), "Ctrl+[")
        self.next = _add(menu, self.tr("Ne&xt draw"), "Ctrl+]")
        self.random = _add(menu, self.tr("Rando&m draw"), "Ctrl+R")
        menu.addSeparator()
        # Qt gives Preferences no shortcut of its own on Linux, either.
        self.preferences = _add(menu, self.tr("&Preferences…"), "Ctrl+,")

    def _add_languages(self, menu: QMenu) -> None:
        languages = QMenu(self.tr("Copy &as code"), menu)
        for name, library in LIBRARIES.items():
            action = _add(languages, f"&{library.title}", "")
            action.triggered.connect(partial(self.code_wanted.emit, name))
        menu.addMenu(languages)

    def _fill_view_menu(self) -> None:
        for i, (name, title) in enumerate(VIEWS.items()):
            action = _add(self._view, f"&{i + 1} {tr(title)}", f"Ctrl+{i + 1}")
            action.triggered.connect(partial(self.view_chosen.emit, name))
        self._view.addSeparator()
        group = QActionGroup(self)
        themes = (self.tr("As the &system"), self.tr("&Light"), self.tr("&Dark"))
        self._themes: dict[str, QAction] = {}
        for name, text in zip(THEMES, themes, strict=True):
            action = _add(self._view, text, "")
            action.triggered.connect(partial(self.theme_chosen.emit, name))
            action.setCheckable(True)
            group.addAction(action)
            self._themes[name] = action


def _add(menu: QMenu, text: str, key: str | QKeySequence.StandardKey) -> QAction:
    action = QAction(text, menu)
    action.setShortcut(QKeySequence(key))
    menu.addAction(action)
    return action
