"""The window: arranges controls, cards and menus. What they do is wired in ``app``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PyQt6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QMenuBar,
    QProgressBar,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from gumbel_gui.gui.card import Card
from gumbel_gui.gui.draws_editor import DrawsEditor
from gumbel_gui.gui.fields import Holder
from gumbel_gui.gui.probability_editor import ProbabilityEditor
from gumbel_gui.gui.store import Store
from gumbel_gui.gui.temperature_editor import TemperatureEditor
from gumbel_gui.gui.theme import THEMES
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.style import Style

COLUMN_WIDTH = 336
PROGRESS_STEPS = 1000
SMALLEST = (1000, 640)


class MainWindow(QMainWindow):
    """One column of controls, cards of plots, menus and a status line.

    Signals:
        closing: the window is about to close.
        theme_chosen: ``"system"``, ``"light"`` or ``"dark"``.
    """

    closing = pyqtSignal()
    theme_chosen = pyqtSignal(str)

    def __init__(self, store: Store, kinds: Sequence[type[Plot]], style: Style) -> None:
        super().__init__()
        self.setWindowTitle("Gumbel GUI")
        self.setMinimumSize(*SMALLEST)
        self.probabilities = ProbabilityEditor(store, style)
        self.temperature = TemperatureEditor(store)
        self.draws = DrawsEditor(store)
        self.cards = {kind.name: Card(kind, style, store.state) for kind in kinds}
        self._message = QLabel()
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        status = QStatusBar()
        status.setSizeGripEnabled(False)
        status.setContentsMargins(0, 0, 12, 0)
        status.addWidget(Holder(self._message), 1)
        self._progress = QProgressBar()
        self._progress.setRange(0, PROGRESS_STEPS)
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(180, 10)
        self._progress.setAccessibleName(self.tr("Share of the draws that are done"))
        self._progress.hide()
        status.addPermanentWidget(self._progress)
        self.setStatusBar(status)
        self.setCentralWidget(self._centre())
        self._make_menus(store)

    def show_status(self, text: str) -> None:
        """Show a text in the status line."""
        self._message.setText(text)

    def show_progress(self, share: float | None) -> None:
        """Show how much of the draws is done, or nothing."""
        self._progress.setVisible(share is not None)
        if share is not None:
            self._progress.setValue(round(PROGRESS_STEPS * share))

    def focused_plot(self) -> str | None:
        """Return the name of the plot that has the focus, if any has."""
        for name, card in self.cards.items():
            focus = self.focusWidget()
            if focus is card or (focus and card.isAncestorOf(focus)):
                return name
        return None

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Say so before closing (Qt calls this)."""
        self.closing.emit()
        super().closeEvent(event)

    def _centre(self) -> QWidget:
        column = QWidget()
        column.setFixedWidth(COLUMN_WIDTH)
        controls = QVBoxLayout(column)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(16)
        for editor in (self.probabilities, self.temperature, self.draws):
            controls.addWidget(editor)
        controls.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(10)
        for i, card in enumerate(self.cards.values()):
            grid.addWidget(card, i // 2, i % 2)
        for i in range(2):
            grid.setColumnStretch(i, 1)
            grid.setRowStretch(i, 1)
        centre = QWidget()
        centre.setObjectName("central")
        layout = QHBoxLayout(centre)
        layout.setContentsMargins(14, 8, 12, 2)
        layout.setSpacing(12)
        layout.addWidget(column)
        layout.addLayout(grid, 1)
        return centre

    def _make_menus(self, store: Store) -> None:
        file, edit, view, help_ = (
            QMenu(text, self)
            for text in (self.tr("&File"), self.tr("&Edit"), self.tr("&View"), self.tr("&Help"))
        )
        bar = QMenuBar()
        for menu in (file, edit, view, help_):
            bar.addMenu(menu)
        self.setMenuBar(bar)
        keys = QKeySequence
        self.export_action = self._add(file, self.tr("&Export figure…"), "Ctrl+E")
        self.copy_action = self._add(file, self.tr("&Copy plot"), keys.StandardKey.Copy)
        file.addSeparator()
        # Qt gives Quit no shortcut of its own on Linux.
        self._add(file, self.tr("&Quit"), "Ctrl+Q", self.close)
        # Kept, since PyQt gives these two no other owner, and they would vanish from the menu.
        self._history_actions = (
            store.history.createUndoAction(edit, self.tr("&Undo")),
            store.history.createRedoAction(edit, self.tr("&Redo")),
        )
        for action, key in zip(self._history_actions, ("Ctrl+Z", "Ctrl+Shift+Z"), strict=True):
            assert action is not None
            action.setShortcut(keys(key))
            edit.addAction(action)
        edit.addSeparator()
        self.vector_action = self._add(edit, self.tr("Type the &vector…"), "Ctrl+L")
        self._add(edit, self.tr("&New noise"), "Ctrl+N", self.draws.new_noise)
        self.keep_action = self._add(edit, self.tr("&Keep drawing, or stop"), "Ctrl+K")
        edit.addSeparator()
        # Qt gives Preferences no shortcut of its own on Linux, either.
        self.preferences_action = self._add(edit, self.tr("&Preferences…"), "Ctrl+,")
        group = QActionGroup(self)
        themes = (self.tr("As the &system"), self.tr("&Light"), self.tr("&Dark"))
        self._themes: dict[str, QAction] = {}
        for name, text in zip(THEMES, themes, strict=True):
            action = self._add(view, text, "", partial(self.theme_chosen.emit, name))
            action.setCheckable(True)
            group.addAction(action)
            self._themes[name] = action
        self.about_action = self._add(help_, self.tr("&About Gumbel GUI"), "")

    def show_theme(self, theme: str) -> None:
        """Mark a theme as the chosen one."""
        self._themes[theme].setChecked(True)

    def _add(
        self,
        menu: QMenu,
        text: str,
        key: str | QKeySequence.StandardKey,
        triggered: Callable[[], object] | None = None,
    ) -> QAction:
        action = QAction(text, menu)
        action.setShortcut(QKeySequence(key))
        if triggered is not None:
            action.triggered.connect(lambda: triggered())
        menu.addAction(action)
        return action
