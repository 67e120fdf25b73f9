"""PresetsDialog: rename and delete the user's own presets; and the question for a name."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.gui.finding.own_presets import LONGEST, OwnPresets
from gumbel_gui.gui.widgets.labels import ErrorLabel
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.gui.widgets.sentences import sentence_of
from gumbel_gui.language import tr

MARGIN = 11


def ask_for_name(presets: OwnPresets, window: QWidget) -> str:
    """Ask under which name to keep a vector; return it, or nothing."""
    words = tr("Name of the preset, at most {longest} characters:", longest=LONGEST)
    start = tr("My vector {n}", n=len(presets) + 1)
    name, done = QInputDialog.getText(window, tr("Keep this vector"), words, text=start)
    return name if done else ""


class PresetsDialog(QDialog):
    """A list of names that can be edited, and a button to delete.

    Args:
        presets: are changed at once.
        parent: the window.
    """

    def __init__(self, presets: OwnPresets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets = presets
        self.setWindowTitle(tr("Own presets"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Own presets"))
        self.list.setToolTip(tr("F2 or a double click renames"))
        self.list.itemChanged.connect(self._rename)
        self.list.currentRowChanged.connect(lambda at: self.delete.setEnabled(at >= 0))
        self.rename = QPushButton(tr("&Rename"))
        self.rename.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self.delete = QPushButton(tr("&Delete"))
        self.delete.clicked.connect(self._delete)
        self._error = ErrorLabel(lines=2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = column(
            *(self.list, self._error, row(self.rename, self.delete, buttons, wide=buttons)),
            within=self,
        )
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._fill(0)

    def _fill(self, current: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for name in self._presets.names:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(current, self.list.count() - 1))
        for button in (self.rename, self.delete):
            button.setEnabled(self.list.count() > 0)

    def _rename(self, item: QListWidgetItem) -> None:
        try:
            self._presets.rename(item.data(Qt.ItemDataRole.UserRole), item.text())
            self._error.show_sentence("")
        except ParameterError as error:
            self._error.show_sentence(sentence_of(error))
        self._fill(self.list.row(item))

    def _delete(self) -> None:
        at = self.list.currentRow()
        self._presets.delete(self._presets.names[at])
        self._fill(at)
