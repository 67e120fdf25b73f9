"""CardHeader: the title of a plot, and buttons for what can be done with it."""

from __future__ import annotations

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtWidgets import QMenu, QToolButton, QWidget

from gumbel_gui.gui.widgets.labels import ElidedLabel, StableLabelBox, tip
from gumbel_gui.gui.widgets.layouts import row
from gumbel_gui.language import tr
from gumbel_gui.plots.base import Plot

MARGIN = 4
"""Pixels beside the word of a button."""


class CardHeader(QWidget):
    """One line: the title, buttons to copy and export, and a menu.

    Signals:
        wanted: ``"copy"`` or ``"export"``.
    """

    wanted = pyqtSignal(str)

    def __init__(self, kind: type[Plot], menu: QMenu) -> None:
        super().__init__()
        self._kind = kind
        self._title = ElidedLabel(kind.title)
        self._title.setProperty("role", "title")
        copy = WordButton(tr("Copy"), tr("Copy this plot to the clipboard (Ctrl+C)"), kind)
        export = WordButton(tr("Export"), tr("Save this plot as PNG, SVG or PDF"), kind)
        for button, name in ((copy, "copy"), (export, "export")):
            button.clicked.connect(lambda _, name=name: self.wanted.emit(name))
        more = WordButton(tr("More"), tr("All that can be done with this plot"), kind)
        more.setText("⋯")
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        title = StableLabelBox(self._title)
        row(title, copy, export, more, within=self, gap=0, wide=title)

    def show_heading(self, heading: str) -> None:
        """Show the title, with what the plot is in its tooltip."""
        self._title.setText(heading)
        self._title.setToolTip(tip(f"{heading}\n{self._kind.about}"))


class WordButton(QToolButton):
    """A button that is as wide as its word."""

    def __init__(self, text: str, tip: str, kind: type[Plot]) -> None:
        super().__init__()
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(f"{text}: {kind.title}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Leave room for the word (Qt asks this)."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * MARGIN
        return QSize(width, super().sizeHint().height())

    minimumSizeHint = sizeHint
