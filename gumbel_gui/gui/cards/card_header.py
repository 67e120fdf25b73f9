"""CardHeader: the title of a plot, and buttons for what can be done with it."""

from __future__ import annotations

from collections.abc import Collection

from PyQt6.QtCore import Qt, pyqtBoundSignal, pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QToolButton, QWidget

from gumbel_gui.gui.widgets.labels import ElidedLabel, StableLabelBox, tip
from gumbel_gui.gui.widgets.layouts import row
from gumbel_gui.language import tr
from gumbel_gui.plots.base import Plot


class CardHeader(QWidget):
    """One line: the title, a menu, and buttons to copy and export.

    Signals:
        copy_wanted, export_wanted, table_wanted: with the plot's name.
        option_switched: with ``"plot.option"`` and whether it is on.
    """

    copy_wanted = pyqtSignal(str)
    export_wanted = pyqtSignal(str)
    table_wanted = pyqtSignal(str)
    option_switched = pyqtSignal(str, bool)

    def __init__(self, kind: type[Plot]) -> None:
        super().__init__()
        self._kind = kind
        self._options: dict[str, QAction] = {}
        self._title = ElidedLabel(kind.title)
        self._title.setProperty("role", "title")
        more = self._button(
            tr("More"), tr("What this plot shows, and its numbers as a table (Ctrl+T)")
        )
        more.setText("⋯")
        more.setFixedWidth(22)
        more.setMenu(self._menu())
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        copy = self._button(
            tr("Copy"), tr("Copy this plot to the clipboard (Ctrl+C)"), self.copy_wanted
        )
        export = self._button(
            tr("Export"), tr("Save this plot as PNG, SVG or PDF"), self.export_wanted
        )
        title = StableLabelBox(self._title)
        row(title, copy, export, more, within=self, gap=0, wide=title)

    def show_heading(self, heading: str) -> None:
        """Show the title, with what the plot is in its tooltip."""
        self._title.setText(heading)
        self._title.setToolTip(tip(f"{heading}\n{self._kind.about}"))

    def check_options(self, on: Collection[str]) -> None:
        """Mark the options that are on."""
        for name, action in self._options.items():
            action.setChecked(name in on)

    def _button(self, text: str, tip: str, wanted: pyqtBoundSignal | None = None) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(f"{text}: {self._kind.title}")
        button.setFixedWidth(button.fontMetrics().horizontalAdvance(text) + 7)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if wanted is not None:
            button.clicked.connect(lambda: wanted.emit(self._kind.name))
        return button

    def _menu(self) -> QMenu:
        menu, kind = QMenu(self), self._kind
        for name, text in kind.option_names.items():
            action = QAction(text, menu)
            action.setCheckable(True)
            full = f"{kind.name}.{name}"
            action.triggered.connect(lambda on, full=full: self.option_switched.emit(full, on))
            menu.addAction(action)
            self._options[name] = action
        menu.addSeparator()
        table = QAction(tr("Show as &table…"), menu)
        table.triggered.connect(lambda: self.table_wanted.emit(kind.name))
        menu.addAction(table)
        return menu
