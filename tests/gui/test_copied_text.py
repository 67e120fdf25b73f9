"""Copying by Ctrl+C: the selected text, the table of the draw, or else a picture."""

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSlider, QTableView

from gumbel_gui.gui.guide.lesson_view import LessonView
from gumbel_gui.gui.widgets.number_box import NumberBox

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def copied(open_lab):
    """Return a laboratory, and a function that presses Ctrl+C and gives what was copied."""
    lab = open_lab()
    QApplication.clipboard().setText("nothing")

    def press():
        focus = QApplication.focusWidget()
        QTest.keyClick(focus, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        data = QApplication.clipboard().mimeData()
        return "a picture" if data.hasImage() else data.text()

    return lab, press


def caption_of(card):
    (label,) = (x for x in card.findChildren(QLabel) if x.property("role") == "caption")
    return label


def test_the_selected_words_of_a_caption(copied):
    lab, press = copied
    card = lab.window.cards["noise_histogram"]
    label = caption_of(card)
    QTest.mouseDClick(label, LEFT, pos=QPoint(20, 6))
    assert label.selectedText()
    assert press() == label.selectedText()


def test_the_selected_words_of_a_lesson(copied):
    lab, press = copied
    lab.guide.open()
    text = lab.guide.panel.findChild(LessonView)
    QTest.mouseDClick(text.viewport(), LEFT, pos=QPoint(30, 14))
    assert text.textCursor().selectedText()
    assert press() == text.textCursor().selectedText()


@pytest.mark.parametrize("name", ["Temperature", "Name of class 0"])
def test_the_selected_characters_of_a_field(copied, name):
    lab, press = copied
    fields = [*lab.window.findChildren(NumberBox), *lab.window.findChildren(QLineEdit)]
    (field,) = (each for each in fields if each.accessibleName() == name)
    field.setFocus()
    field.selectAll()
    assert press() == field.text()
    QTest.keyClick(field, Qt.Key.Key_End)
    assert press() == "a picture"  # nothing is selected any more


def test_the_table_from_anywhere_in_its_part(copied):
    lab, press = copied
    part = lab.window.one_draw
    for focus in (part.findChild(QTableView), part.findChildren(QPushButton)[-1]):
        QApplication.clipboard().setText("nothing")
        focus.setFocus()
        assert press() == part.text()


def test_a_picture_where_no_text_is_meant(copied):
    lab, press = copied
    for focus in (lab.window.temperature.findChild(QSlider), lab.window.cards["relaxed_vectors"]):
        QApplication.clipboard().setText("nothing")
        focus.setFocus()
        assert press() == "a picture"
