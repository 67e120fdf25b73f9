"""Labels: what they show, and how much room they take."""

import pytest
from PyQt6.QtCore import QEvent, QPoint, Qt
from PyQt6.QtGui import QTextDocument, QTextLayout
from PyQt6.QtWidgets import QApplication, QLabel

from gumbel_gui.gui.widgets.labels import (
    ElidedLabel,
    ErrorLabel,
    Sentence,
    StableLabelBox,
    label,
    tip,
)


def test_an_elided_label_takes_any_width_and_ends_in_dots(show):
    label = show(ElidedLabel("a long heading that does not fit"), width=90)
    assert label.minimumSizeHint().width() <= 20
    whole = label.grab().toImage()
    label.resize(label.fontMetrics().horizontalAdvance(label.text()) + 10, label.height())
    assert label.grab(label.rect().adjusted(0, 0, 90 - label.width(), 0)).toImage() != whole


def test_an_error_label_takes_no_room_when_empty_and_no_width_ever(qtbot):
    label = ErrorLabel()
    qtbot.addWidget(label)
    assert label.isHidden()
    label.show_sentence("x" * 5000)
    assert label.isVisible()
    assert label.accessibleName() == "x" * 5000
    label.setFixedWidth(200)
    assert label.heightForWidth(200) > 10 * label.fontMetrics().lineSpacing()
    label.show_sentence("")
    assert label.isHidden()


def test_an_error_label_shows_markup_as_it_was_typed(qtbot):
    label = ErrorLabel()
    qtbot.addWidget(label)
    label.show_sentence("number is '<b>1</b>', but must be a number.")
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("text", ["<s>", "<b>cat</b>", "a < b & c", "<img src=x>", "x\n<i>y</i>"])
def test_a_tooltip_shows_what_was_typed(text):
    document = QTextDocument()
    shown = tip(text)
    (document.setHtml if shown != text else document.setPlainText)(shown)
    assert document.toPlainText() == text
    assert (shown == text) == ("<" not in text)


def test_labels_show_tags_as_text(qtbot):
    for made in (label("caption", "<b>cat</b>"), ElidedLabel("<b>cat</b>")):
        qtbot.addWidget(made)
        assert made.textFormat() == Qt.TextFormat.PlainText


def test_a_sentence_is_painted_once_for_each_text_and_can_be_selected(show, qtbot, monkeypatch):
    paints, event = [], Sentence.event

    def noted(self, e):
        if e.type() == QEvent.Type.Paint:
            paints.append(self.text())
        return event(self, e)

    monkeypatch.setattr(Sentence, "event", noted)
    show(StableLabelBox(sentence := Sentence("caption")), height=60)
    paints.clear()
    for text in ("one", "two", "two", "three"):
        sentence.setText(text)
        for _ in range(3):
            QApplication.processEvents()
    assert paints == ["one", "two", "three"]
    qtbot.mousePress(sentence, Qt.MouseButton.LeftButton, pos=QPoint(1, 5))
    qtbot.mouseMove(sentence, QPoint(200, 5))
    qtbot.mouseRelease(sentence, Qt.MouseButton.LeftButton, pos=QPoint(200, 5))
    assert sentence.selectedText() == "three"
    sentence.setText("three")
    assert sentence.selectedText() == "three"
    sentence.setText("four")
    assert not sentence.selectedText()


@pytest.mark.parametrize(
    ("text", "least"), [("it tends to p only as t → 0.", 5), ("只有当它才趋于抽样均值时成立。", 3)]
)
def test_no_sentence_ends_in_a_line_of_one_letter(text, least, show, qtbot):
    sentence = show(Sentence("caption"))
    sentence.setText(text)
    assert sentence.text() == text
    for width in range(60, 260):
        layout = QTextLayout(QLabel.text(sentence), sentence.font())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            last = line.textLength()
        layout.endLayout()
        assert last >= least
    qtbot.mouseClick(sentence, Qt.MouseButton.LeftButton, pos=QPoint(5, 8))
    sentence.setSelection(0, len(QLabel.text(sentence)))
    assert sentence.selectedText() == text
