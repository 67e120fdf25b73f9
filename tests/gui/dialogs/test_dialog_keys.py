"""Every dialog by keys: Tab reaches all of it as it is read, and Return and Escape end it."""

from itertools import pairwise

import pytest
from PyQt6.QtCore import QMargins, Qt, QTimer
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QDialog, QPushButton, QRadioButton, QWidget

from gumbel_gui.gui.system.languages import use_language

DIALOGS = (
    *("export", "animate", "vector", "table", "explain", "preferences", "about"),
    *("find_command", "shortcuts", "keep_preset", "edit_presets"),
)
SLACK = 6
"""Pixels by which controls beside or below one another may overlap."""
RING = QMargins(3, 3, 3, 3)


def opening(lab, name):
    """Return what opens a dialog."""
    menus = lab.window.menus
    presets = {"keep_preset": menus.presets.keep, "edit_presets": menus.presets.edit}
    return (presets.get(name) or getattr(menus, name)).trigger


def controls(dialog):
    """Return what Tab is to reach: of radio buttons, the one that is chosen."""
    return {
        each
        for each in dialog.findChildren(QWidget)
        if each.isVisibleTo(dialog)
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not (isinstance(each, QRadioButton) and not each.isChecked())
        and not each.objectName().startswith("qt_")  # parts of Qt's own widgets
    }


def place(widget):
    return widget.rect().translated(widget.mapTo(widget.window(), widget.rect().topLeft()))


def picture(widget):
    return widget.window().grab(place(widget).marginsAdded(RING)).toImage()


def walked(dialog):
    """Return what Tab reaches, in turn from what has the focus, with its picture then."""
    reached = {}
    while (focus := dialog.focusWidget()) not in reached:
        reached[focus] = picture(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return reached


def follows(one, other):
    """Return whether a control is right of another one, or below it."""
    a, b = place(one), place(other)
    return b.left() >= a.right() - SLACK or b.top() >= a.bottom() - SLACK


def faults(dialog):
    """Return what is wrong with a dialog, and close it by Escape."""
    reached = walked(dialog)
    found = [f"no Tab to {each.accessibleName()}" for each in controls(dialog) - reached.keys()]
    found += [
        f"{other.accessibleName()!r} after {one.accessibleName()!r}"
        for one, other in pairwise(reached)
        if not follows(one, other)
    ]
    last = dialog.focusWidget()
    found += [
        f"no focus to be seen on {each.accessibleName()!r}"
        for each, focused in reached.items()
        if each is not last and picture(each) == focused
    ]
    buttons = dialog.findChildren(QPushButton)
    if buttons and [each.isEnabled() for each in buttons if each.isDefault()] != [True]:
        found.append("Return presses no button, or one of several")
    QTest.keyClick(last, Qt.Key.Key_Escape)
    if dialog.isVisible():
        dialog.close()
        found.append("Escape leaves it open")
    return found


@pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")
@pytest.mark.parametrize("code", ["en", "zh"])
def test_tab_reaches_all_of_a_dialog_in_the_order_of_reading(open_lab, qtbot, stored, code):
    stored.put(language=code)
    found = {}

    def look():
        """Look at the dialog once it is there; a modal one waits in a loop of its own."""
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        active = [each for each in shown if each.isVisible() and each.isActiveWindow()]
        if not active or active[0].focusWidget() is None:
            QTimer.singleShot(10, look)
        else:
            found[name] = faults(active[0])

    try:
        lab = open_lab(theme_name="contrast")
        lab.finding.presets.keep("mine", lab.store.state)
        for name in DIALOGS:
            QTimer.singleShot(0, look)
            opening(lab, name)()
            qtbot.waitUntil(lambda name=name: name in found)
    finally:
        use_language("en")
    assert {name: each for name, each in found.items() if each} == {}
