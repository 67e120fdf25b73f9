"""Labels: what they show, and how much room they take."""

from PyQt6.QtCore import Qt

from gumbel_gui.gui.widgets.labels import ElidedLabel, ErrorLabel


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
