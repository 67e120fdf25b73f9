"""MenuBar: every action of the window, with its text and shortcut; who has it connects it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from html import escape
from pathlib import Path

from PyQt6.QtCore import pyqtBoundSignal, pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PyQt6.QtWidgets import QMenu, QMenuBar

from gumbel_gui.figures.code.libraries import LIBRARIES
from gumbel_gui.gui.menus.preset_menu import PresetMenu
from gumbel_gui.gui.system.languages import SYSTEM, shown_name
from gumbel_gui.gui.system.theme import THEMES
from gumbel_gui.language import languages, tr
from gumbel_gui.plots.base import VIEWS

NEW_NOISE_KEY, NEXT_KEY = "Ctrl+N", "Ctrl+]"


class MenuBar(QMenuBar):
    """File, Edit, View and Help.

    Signals:
        theme_chosen: one of ``THEMES``.
        language_chosen: one of ``system.languages.choices()``.
        view_chosen: a key of ``VIEWS``.
        code_wanted: a key of ``LIBRARIES``.
        recent_chosen: the path of a file.
        recent_cleared: no file should be listed any more.

    Attributes:
        new, open, save, save_as, export, animate, save_draws, copy, quit, vector, new_noise, keep,
            previous, next, random, preferences, table, enlarge, larger, smaller, normal, fold,
            present, guide, explain, find_command, shortcuts, about: the actions.
        presets: the menu of vectors by name.
        all: the menus of the bar.
    """

    theme_chosen = pyqtSignal(str)
    language_chosen = pyqtSignal(str)
    view_chosen = pyqtSignal(str)
    code_wanted = pyqtSignal(str)
    recent_chosen = pyqtSignal(str)
    recent_cleared = pyqtSignal()

    def __init__(self, history: QUndoStack) -> None:
        super().__init__()
        texts = (tr("&File"), tr("&Edit"), tr("&View"), tr("&Help"))
        # With a parent that lives on: a bar does not own its menus.
        self.all = [QMenu(text, self) for text in texts]
        self._file, self._edit, self._view, self._help = self.all
        for menu in self.all:
            self.addMenu(menu)
        self._fill_file_menu()
        self._fill_edit_menu(history)
        self._fill_view_menu()
        self.guide = _add(self._help, tr("&Guide"), "F1")
        self.explain = _add(self._help, tr("&What am I seeing?"), "Shift+F1")
        self.find_command = _add(self._help, tr("&Find a command…"), "Ctrl+Shift+P")
        self.shortcuts = _add(self._help, tr("&Keyboard shortcuts"), "Ctrl+?")
        self.about = _add(self._help, tr("&About Gumbel GUI"), "")

    def show_theme(self, theme: str) -> None:
        """Mark a theme as the chosen one."""
        self._themes[theme].setChecked(True)

    def show_language(self, choice: str) -> None:
        """Mark a choice of a language."""
        self._languages[choice].setChecked(True)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the files that were used last, the latest one first."""
        menu = self._recent
        menu.clear()
        menu.setEnabled(bool(paths))
        names = [path.name for path in paths]
        for i, path in enumerate(paths):
            alike = names.count(path.name) > 1
            words = f"{path.name} ({path.parent})" if alike else path.name
            action = _add(menu, f"&{i + 1} {words.replace('&', '&&')}", "")
            action.setToolTip(escape(str(path)))
            action.triggered.connect(partial(self.recent_chosen.emit, str(path)))
        menu.addSeparator()
        _add(menu, tr("&Clear this list"), "").triggered.connect(self.recent_cleared)

    def _fill_file_menu(self) -> None:
        menu = self._file
        # Ctrl+N has always been New noise.
        self.new = _add(menu, tr("&New"), "Ctrl+Shift+N")
        self.open = _add(menu, tr("&Open…"), "Ctrl+O")
        self._recent = QMenu(tr("Recent &files"), menu)
        self._recent.setToolTipsVisible(True)
        menu.addMenu(self._recent)
        menu.addSeparator()
        self.save = _add(menu, tr("&Save"), "Ctrl+S")
        self.save_as = _add(menu, tr("Save &as…"), "Ctrl+Shift+S")
        menu.addSeparator()
        self.export = _add(menu, tr("&Export figure…"), "Ctrl+E")
        self.animate = _add(menu, tr("Export ani&mation…"), "Ctrl+Shift+E")
        self.save_draws = _add(menu, tr("Save &draws…"), "")
        self.copy = _add(menu, tr("&Copy"), QKeySequence.StandardKey.Copy)
        menu.addSeparator()
        # Qt gives Quit no shortcut of its own on Linux.
        self.quit = _add(menu, tr("&Quit"), "Ctrl+Q")

    def _fill_edit_menu(self, history: QUndoStack) -> None:
        menu = self._edit
        # Kept: these two have no other owner, and would be deleted.
        self._history = (
            history.createUndoAction(menu, tr("&Undo")),
            history.createRedoAction(menu, tr("&Redo")),
        )
        for action, key in zip(self._history, ("Ctrl+Z", "Ctrl+Shift+Z"), strict=True):
            assert action is not None
            action.setShortcut(QKeySequence(key))
            menu.addAction(action)
        menu.addSeparator()
        self.vector = _add(menu, tr("Type the &vector…"), "Ctrl+L")
        self.presets = PresetMenu(menu)
        menu.addMenu(self.presets)
        self.new_noise = _add(menu, tr("&New noise"), NEW_NOISE_KEY)
        self.keep = _add(menu, tr("&Keep drawing, or stop"), "Ctrl+K")
        menu.addSeparator()
        self._add_libraries(menu)
        menu.addSeparator()
        self.previous = _add(menu, tr("Previous &draw"), "Ctrl+[")
        self.next = _add(menu, tr("Ne&xt draw"), NEXT_KEY)
        self.random = _add(menu, tr("Rando&m draw"), "Ctrl+R")
        menu.addSeparator()
        # Qt gives Preferences no shortcut of its own on Linux, either.
        self.preferences = _add(menu, tr("&Preferences…"), "Ctrl+,")

    def _add_libraries(self, menu: QMenu) -> None:
        libraries = QMenu(tr("Copy &as code"), menu)
        for name, library in LIBRARIES.items():
            action = _add(libraries, f"&{library.title}", "")
            action.triggered.connect(partial(self.code_wanted.emit, name))
        menu.addMenu(libraries)

    def _fill_view_menu(self) -> None:
        for i, (name, title) in enumerate(VIEWS.items()):
            action = _add(self._view, f"&{i + 1} {tr(title)}", f"Ctrl+{i + 1}")
            action.triggered.connect(partial(self.view_chosen.emit, name))
        self._view.addSeparator()
        self.table = _add(self._view, tr("Show plot as &table…"), "Ctrl+T")
        self.enlarge = _add(self._view, tr("&Enlarge plot, or back"), "F")
        self._view.addSeparator()
        self.present = _add(self._view, tr("&Present, or end"), "F11")
        self.fold = _add(self._view, tr("Fold the s&ide column, or unfold"), "F9")
        self.larger = _add(self._view, tr("Larger te&xt"), "Ctrl++")
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller = _add(self._view, tr("S&maller text"), "Ctrl+-")
        self.normal = _add(self._view, tr("&Normal text"), "Ctrl+0")
        self._view.addSeparator()
        themes = (tr("As the &system"), tr("&Light"), tr("&Dark"), tr("&High contrast"))
        chosen = self.theme_chosen
        self._themes = _add_choices(self._view, dict(zip(THEMES, themes, strict=True)), chosen)
        self._view.addSeparator()
        menu = QMenu(tr("Lan&guage"), self._view)
        self._view.addMenu(menu)
        names = {SYSTEM: tr("As the &system"), **{each: shown_name(each) for each in languages()}}
        self._languages = _add_choices(menu, names, self.language_chosen)


def _add_choices(
    menu: QMenu, texts: Mapping[str, str], chosen: pyqtBoundSignal
) -> dict[str, QAction]:
    """Add actions of which one is checked; each emits its name."""
    group, actions = QActionGroup(menu), dict[str, QAction]()
    for name, text in texts.items():
        actions[name] = action = _add(menu, text, "")
        action.triggered.connect(partial(chosen.emit, name))
        action.setCheckable(True)
        group.addAction(action)
    return actions


def _add(menu: QMenu, text: str, key: str | QKeySequence.StandardKey) -> QAction:
    action = QAction(text, menu)
    action.setShortcut(QKeySequence(key))
    menu.addAction(action)
    return action
