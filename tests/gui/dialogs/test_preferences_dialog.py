"""The preferences: shown as they are, kept if accepted, and in force at once."""

from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QSpinBox

from gumbel_gui.gui.dialogs.preferences_dialog import PreferencesDialog

MIB = 2**20


def answer(lab, memory, button):
    """Open the preferences, type a number, press a button."""

    def act():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PreferencesDialog)
        dialog.findChild(QSpinBox).setValue(memory)
        dialog.findChild(QDialogButtonBox).button(button).click()

    QTimer.singleShot(0, act)
    lab.window.menus.preferences.trigger()


def test_the_memory_is_set_at_once_and_at_the_next_start(open_lab):
    lab = open_lab()
    answer(lab, 0, QDialogButtonBox.StandardButton.Ok)
    assert lab.worker._engine.store.budget == 0
    lab.close()
    again = open_lab()
    assert again.worker._engine.store.budget == 0
    answer(again, 64, QDialogButtonBox.StandardButton.Ok)
    assert again.worker._engine.store.budget == 64 * MIB


def test_cancelling_changes_nothing(open_lab):
    lab = open_lab()
    answer(lab, 0, QDialogButtonBox.StandardButton.Cancel)
    assert lab.worker._engine.store.budget == 256 * MIB


def test_it_shows_what_is_set_and_names_the_default(show):
    dialog = show(PreferencesDialog(512), width=420)
    assert dialog.memory == 512
    assert any("256 MiB" in label.text() for label in dialog.findChildren(QLabel))
