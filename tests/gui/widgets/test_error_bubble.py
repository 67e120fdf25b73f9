"""ErrorBubble: where it floats, what it lets through, and when it goes."""

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from gumbel_gui.gui.widgets.error_bubble import ErrorBubble
from gumbel_gui.gui.widgets.layouts import column
from gumbel_gui.gui.widgets.scrolling import Scrolling

SENTENCE = "number is 11.0, but must be from 0 to 10."


class Bench(QWidget):
    """A field with a bubble, in a list that scrolls, and a button below the list."""

    def __init__(self, above=0):
        super().__init__()
        self.field, self.other, self.pressed = QLineEdit(), QLineEdit(), []
        self.bubble, inside = ErrorBubble(self.field), QWidget()
        column(self.field, self.other, within=inside)
        self.list, self.button = Scrolling(inside), QPushButton("below")
        self.button.clicked.connect(lambda: self.pressed.append(1))
        layout = column(self.list, self.button, within=self)
        layout.insertSpacing(0, above)

    def place(self, widget):
        return widget.mapTo(self, QPoint(0, 0))


@pytest.fixture
def bench(show):
    made = show(Bench(), height=130)
    made.field.setFocus()
    return made


def test_it_lies_below_its_field_over_what_is_there(bench):
    bench.bubble.show_sentence(SENTENCE)
    assert bench.bubble.isVisible()
    assert bench.bubble.parent() is bench  # not cut off at the edge of the list
    below = bench.place(bench.field).y() + bench.field.height()
    assert below <= bench.bubble.y() <= below + 6
    assert bench.bubble.geometry().right() <= bench.place(bench.field).x() + bench.field.width()
    assert bench.bubble.accessibleName() == SENTENCE


def test_it_lies_above_where_the_window_ends(show):
    bench = show(Bench(above=200), height=300)
    bench.bubble.show_sentence(SENTENCE * 6)
    assert bench.bubble.geometry().bottom() < bench.place(bench.field).y()
    assert bench.rect().contains(bench.bubble.geometry())


def test_it_follows_its_field(bench):
    bench.bubble.show_sentence(SENTENCE)
    QApplication.processEvents()
    before = bench.place(bench.field).y(), bench.bubble.y()
    bench.layout().insertSpacing(0, 17)
    bench.layout().activate()
    assert bench.place(bench.field).y() - before[0] == bench.bubble.y() - before[1] > 0


def test_it_lets_the_mouse_through_and_goes_with_a_click_once_the_focus_has_gone(bench, qtbot):
    bench.bubble.show_sentence(SENTENCE)
    bench.bubble.setGeometry(bench.button.geometry())
    seen = bench.childAt(bench.button.geometry().center())
    assert seen is bench.button
    bench.other.setFocus()
    QApplication.processEvents()
    assert bench.bubble.isVisible()
    qtbot.mouseClick(bench.button, Qt.MouseButton.LeftButton)
    assert bench.pressed == [1]
    assert not bench.bubble.isVisible()


def test_it_stays_through_the_click_that_takes_the_focus_away(bench, qtbot):
    bench.field.editingFinished.connect(lambda: bench.bubble.show_sentence(SENTENCE))
    qtbot.keyClicks(bench.field, "11")
    qtbot.mouseClick(bench.other, Qt.MouseButton.LeftButton)
    assert bench.bubble.isVisible()
    QApplication.processEvents()
    qtbot.keyClick(bench.other, Qt.Key.Key_Right)
    assert not bench.bubble.isVisible()


def test_keys_in_its_field_leave_it(bench, qtbot):
    bench.bubble.show_sentence(SENTENCE)
    QApplication.processEvents()
    qtbot.keyClick(bench.field, Qt.Key.Key_Right)
    assert bench.bubble.isVisible()


def test_it_goes_with_its_field(bench, qtbot):
    bench.bubble.show_sentence(SENTENCE)
    QApplication.processEvents()
    bench.list.hide()
    assert not bench.bubble.isVisible()
    assert bench.bubble.parent() is bench.field


def test_it_goes_with_an_empty_sentence(bench):
    bench.bubble.show_sentence(SENTENCE)
    bench.bubble.show_sentence("")
    assert not bench.bubble.isVisible()
