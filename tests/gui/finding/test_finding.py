"""Presets in the window: chosen as one step, kept, renamed, deleted, there at the next start."""

import pytest
from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtWidgets import QApplication, QInputDialog

from gumbel_gui.core.presets import PRESETS
from gumbel_gui.gui.finding.presets_dialog import PresetsDialog


def in_dialog(kind, act):
    """Do something in the dialog of a kind once it is open."""

    def look():
        dialog = QApplication.activeModalWidget()
        act(dialog) if isinstance(dialog, kind) else QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def keep(lab, name):
    def act(dialog):
        dialog.setTextValue(name)
        dialog.accept()

    in_dialog(QInputDialog, act)
    lab.window.menus.presets.keep.trigger()


def names(lab):
    return [a.text() for a in lab.window.menus.presets._own if not a.isSeparator()]


def test_a_preset_is_one_step_with_its_names(open_lab, settle):
    lab = open_lab()
    before = lab.store.state
    coin = next(i for i, each in enumerate(PRESETS) if each.name == "Biased coin")
    settle(lab, lambda: lab.window.menus.presets.actions()[coin].trigger())
    assert lab.store.state.parameters.p == pytest.approx([0.7, 0.3])
    assert lab.store.state.labels == ("heads", "tails")
    assert lab.store.history.undoText() == "Preset Biased coin"
    settle(lab, lab.store.history.undo)
    assert lab.store.state == before


def test_a_preset_without_names_takes_the_old_ones_away(open_lab, settle):
    lab = open_lab()
    settle(lab, lambda: lab.window.menus.presets.chosen.emit(1))
    settle(lab, lambda: lab.window.menus.presets.chosen.emit(0))
    assert lab.store.state.labels == tuple(f"class {k}" for k in range(5))


def test_own_presets_are_there_at_the_next_start(open_lab, settle, stored):
    lab = open_lab()
    settle(lab, lambda: lab.window.menus.presets.chosen.emit(1))
    keep(lab, "R&D")
    assert names(lab) == ["R&&D"]
    assert lab.window.menus.presets.edit.isEnabled()
    lab.close()
    again = open_lab()
    assert names(again) == ["R&&D"]
    settle(again, lambda: again.window.menus.presets.chosen.emit(0))
    settle(again, lambda: again.window.menus.presets._own[1].trigger())
    assert again.store.state.labels == ("car", "train")
    assert again.store.state.parameters.p == pytest.approx([0.9, 0.1])


def test_own_presets_are_renamed_and_deleted(open_lab, qtbot):
    lab = open_lab()
    for name in ("a", "b", "c"):
        keep(lab, name)
    said = []

    def act(dialog):
        dialog.list.item(1).setText("z")
        dialog.list.item(0).setText("c")  # taken
        said.append(dialog._error.accessibleName())
        dialog.list.setCurrentRow(2)
        qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
        dialog.reject()

    in_dialog(PresetsDialog, act)
    lab.window.menus.presets.edit.trigger()
    assert names(lab) == ["a", "z"]
    assert "no other preset has" in said[0]


def test_a_name_that_cannot_be_is_refused_in_a_sentence(open_lab):
    lab = open_lab()
    keep(lab, "   ")
    assert names(lab) == []
    assert "can be read" in lab.window.status.text
