"""FocusWindow: the focus goes back from a control that vanishes, and on with Tab as ever."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gumbel_gui.gui.system.focus import FocusWindow


@pytest.fixture
def window(show):
    """A window with a line of text, which is first, and three buttons."""
    made, centre = FocusWindow(), QWidget()
    layout = QVBoxLayout(centre)
    made.line = QLineEdit("a name")
    made.buttons = [QPushButton(str(i)) for i in range(3)]
    for widget in (made.line, *made.buttons):
        layout.addWidget(widget)
    made.setCentralWidget(centre)
    return show(made)


VANISH = {
    "hidden": lambda button: button.hide(),
    "disabled": lambda button: button.setEnabled(False),
    "deleted": lambda button: (button.hide(), button.deleteLater()),
}


@pytest.mark.parametrize("vanish", VANISH.values(), ids=VANISH)
def test_the_focus_goes_back_from_what_vanishes(window, vanish):
    window.buttons[1].setFocus()
    window.buttons[2].setFocus()
    vanish(window.buttons[2])
    assert window.focusWidget() is window.buttons[1]
    assert not window.line.hasSelectedText()


def test_it_goes_back_further_where_that_vanishes_too(window):
    window.buttons[0].setFocus()
    window.buttons[1].setFocus()
    window.buttons[2].setFocus()
    window.buttons[1].setEnabled(False)
    window.buttons[2].hide()
    assert window.focusWidget() is window.buttons[0]


def test_it_goes_nowhere_where_nothing_had_it_before(window):
    window._before.clear()
    window.buttons[2].setFocus()
    window._before.clear()
    window.buttons[2].hide()
    assert window.focusWidget() is window
    assert not window.line.hasSelectedText()


def test_tab_goes_on_as_ever(window, qtbot):
    window.line.setFocus()
    for button in window.buttons:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is button
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is window.buttons[1]
