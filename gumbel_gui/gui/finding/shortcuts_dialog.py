"""ShortcutsDialog: every key of the window, those of the menus and those of the controls."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gumbel_gui.gui.finding.command_palette import Command
from gumbel_gui.gui.widgets.layouts import column
from gumbel_gui.language import mark, tr

SIZE = 520, 560
MARGIN = 11
OTHERS = (
    (mark("Tab, Shift+Tab"), mark("To the next control, and back")),
    (mark("Arrow keys"), mark("On a slider, or in a number box: a small step")),
    (mark("Page up, Page down"), mark("The same, a large step")),
    (mark("Arrow keys on a plot"), mark("To the next value, draw, mark or class")),
    (mark("Space"), mark("There: set the class off, select the draw, take the mark or leave it")),
    (mark("Shift+arrow keys"), mark("With a mark that was taken: drag it by one pixel")),
    (mark("Menu, Shift+F10"), mark("On a plot: all that can be done with it")),
    (mark("Esc"), mark("End a drag; drop what was typed")),
    ("Alt+Left, Alt+Right", mark("In the guide: the step before, the next one")),
)
"""Keys that no menu shows."""


class ShortcutsDialog(QDialog):
    """A table of keys and what they do."""

    def __init__(self, commands: Iterable[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.resize(*SIZE)
        self.table = QTreeWidget()
        self.table.setAccessibleName(tr("Keyboard shortcuts"))
        self.table.setHeaderLabels([tr("Keys"), tr("What they do"), tr("Where")])
        self.table.setRootIsDecorated(False)
        rows = [(each.keys, each.text, each.where) for each in commands if each.keys]
        rows += [(tr(keys), tr(what), "") for keys, what in OTHERS]
        self.table.addTopLevelItems([QTreeWidgetItem(each) for each in rows])
        header = self.table.header()
        assert header is not None
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = column(self.table, buttons, within=self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
