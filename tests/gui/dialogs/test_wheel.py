"""The wheel over the fields of dialogs: it changes nothing but the field that has the focus."""

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox

from gumbel_gui.gui.dialogs.export_dialog import ExportDialog
from gumbel_gui.gui.dialogs.preferences_dialog import PreferencesDialog
from gumbel_gui.gui.dialogs.vector_dialog import VectorDialog
from gumbel_gui.gui.state.state import ALL

DIALOGS = {
    "export": lambda content: ExportDialog(content, ALL, {}, Path.home()),
    "preferences": lambda _: PreferencesDialog(512),
    "vector": lambda _: VectorDialog((0.2, 0.8)),
}


def fields(dialog):
    """Return what a turn of the wheel could change, besides what only scrolls."""
    found = [
        each
        for kind in (QComboBox, QAbstractSpinBox, QAbstractSlider)
        for each in dialog.findChildren(kind)
    ]
    return [each for each in found if each.metaObject().className() != "QScrollBar"]


def value(field):
    return field.currentIndex() if isinstance(field, QComboBox) else field.value()


@pytest.mark.parametrize("name", DIALOGS)
def test_no_field_follows_the_wheel_unless_it_has_the_focus(show, turn, content, name):
    dialog = show(DIALOGS[name](content), 760)
    dialog.setFocus()
    for field in fields(dialog):
        assert field.focusPolicy() != Qt.FocusPolicy.WheelFocus  # or Qt would focus it first
        before = value(field)
        field.clearFocus()
        for angle in (-120, 120):
            turn(field, angle)
            assert value(field) == before
        field.setFocus()
        assert {turn(field, angle) for angle in (-120, 120)} == {True}


def test_with_the_focus_it_turns_the_list(show, turn, content):
    dialog = show(DIALOGS["export"](content), 760)
    kind = next(each for each in fields(dialog) if each.accessibleName() == "Format")
    kind.setFocus()
    turn(kind)
    assert kind.currentData() == "svg"
