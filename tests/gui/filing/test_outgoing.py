"""What leaves the window: each purpose begins in the folder of its last file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QApplication, QFileDialog

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.dialogs import draws_dialog
from gumbel_gui.gui.dialogs.animation_dialog import AnimationDialog
from gumbel_gui.gui.dialogs.table_dialog import TableDialog
from gumbel_gui.gui.state.folders import PURPOSES
from gumbel_gui.gui.state.state import LabState

STATE = LabState(Parameters((1, 3), 0.5, draws=500, seed=2), ("sun", "rain"), (False, False))
FILES = {"experiments": "a.gumbel.json", "draws": "a.npz", "tables": "a.csv"}
FEW = {"frames": "2", "seconds": "1"}


class Hands:
    """Lets the dialog of each purpose save, or cancels it.

    Attributes:
        begun: the folder in which the last dialog of a purpose began.
    """

    def __init__(self, lab, tmp_path, qtbot, monkeypatch):
        self.lab, self.tmp_path, self.qtbot = lab, tmp_path, qtbot
        self.begun, self.purpose, self.saves = {}, "", True
        monkeypatch.setattr(
            QFileDialog,
            "getSaveFileName",
            lambda _, __, proposed, *___: (str(self.named(Path(proposed).parent) or ""), ""),
        )
        monkeypatch.setattr(
            draws_dialog, "ask_for_draws_file", lambda _, folder, __: self.named(folder)
        )

    def named(self, folder):
        """Note where a dialog begins, and return the file that is chosen there, or None."""
        self.begun[self.purpose] = folder
        file = self.tmp_path / self.purpose / FILES.get(self.purpose, "a.png")
        return file if self.saves else None

    def go(self, purpose, *, save):
        self.purpose, self.saves = purpose, save
        menus = self.lab.window.menus
        if purpose in ("figures", "animations"):
            QTimer.singleShot(0, self.save_in_dialog)
        if purpose == "tables":
            menus.table.trigger()
            (table,) = self.lab.window.findChildren(TableDialog)
            table._save()
            table.close()
            return
        actions = {"experiments": menus.save_as, "draws": menus.save_draws}
        actions |= {"figures": menus.export, "animations": menus.animate}
        actions[purpose].trigger()

    def save_in_dialog(self):
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, self.save_in_dialog)
            return
        file = self.named(dialog._file.path().parent)
        if file is None:
            dialog.reject()
            return
        dialog._file.line.setText(str(file))
        if isinstance(dialog, AnimationDialog):
            for name, text in FEW.items():
                dialog._choices._numbers[name].setText(text)
        dialog.accept()


@pytest.fixture
def hands(open_lab, tmp_path, qtbot, monkeypatch):
    return Hands(open_lab(STATE), tmp_path, qtbot, monkeypatch)


def test_each_purpose_begins_in_its_own_folder_and_says_where_the_file_is(hands, tmp_path, qtbot):
    line = hands.lab.window.status
    for purpose in PURPOSES:
        (tmp_path / purpose).mkdir()
        hands.go(purpose, save=True)
        file = tmp_path / purpose / FILES.get(purpose, "a.png")
        qtbot.waitUntil(lambda said=f"Saved {file}": line.text == said, timeout=60_000)
        assert line._in_folder.isVisible()
        assert line._file == file
    assert tmp_path not in {folder.parent for folder in hands.begun.values()}
    for purpose in PURPOSES:
        hands.go(purpose, save=False)
    assert hands.begun == {purpose: tmp_path / purpose for purpose in PURPOSES}
