"""NumberBox and LabelEdit: typing, stepping, the wheel, and shortcuts of the window."""

import pytest
from PyQt6.QtCore import QLocale, Qt
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QLineEdit, QMainWindow, QWidget

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.core.parsing import parse_number
from gumbel_gui.gui.widgets.layouts import column
from gumbel_gui.gui.widgets.number_box import LabelEdit, NumberBox

KEY = Qt.Key


class Bench(QMainWindow):
    """A box over a number from 0 to 10, a line of text beside it, and a window's shortcuts."""

    def __init__(self):
        super().__init__()
        self.number, self.shortcuts = 1.0, []
        self.box = NumberBox("number", self.commit, lambda steps: self.set(self.number + steps))
        self.label, self.other = LabelEdit("rain"), QLineEdit()
        centre = QWidget()
        column(self.box, self.label, self.other, within=centre)
        self.setCentralWidget(centre)
        for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+E"):
            action = QAction(keys, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _, keys=keys: self.shortcuts.append(keys))
            self.addAction(action)
        self.set(1.0)

    def commit(self, text):
        self.set(parse_number("number", text))

    def set(self, number):
        if not 0 <= number <= 10:
            raise ParameterError("number", number, "from 0 to 10")
        self.number = number
        self.box.show_text(f"{number:g}")


@pytest.fixture
def german():
    """Write numbers as in German for a while: 0,5 and 1.000."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def bench(show):
    made = show(Bench())
    made.box.setFocus()
    return made


def test_typing_is_not_interrupted(bench, enter, qtbot):
    enter(bench.box, "2.", key=None)
    bench.set(7)  # as while results arrive, or another control moves
    assert bench.box.text() == "2."
    qtbot.keyClicks(bench.box, "5")
    assert bench.number == 7  # nothing counts before it is entered
    qtbot.keyClick(bench.box, KEY.Key_Return)
    assert (bench.number, bench.box.text()) == (2.5, "2.5")


def test_a_text_that_was_not_typed_follows_the_value(bench):
    bench.box.selectAll()  # focus and selection alone are no typing
    bench.set(7)
    assert bench.box.text() == "7"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Tab])
def test_a_number_is_entered(bench, enter, key):
    enter(bench.box, "3", key)
    assert bench.number == 3
    assert bench.box.error == ""


def test_an_entered_number_is_entered_once(bench, enter, qtbot, monkeypatch):
    entered = []
    monkeypatch.setattr(bench, "set", entered.append)
    enter(bench.box, "3")
    qtbot.keyClick(bench.box, KEY.Key_Return)
    bench.other.setFocus()
    assert entered == [3]


def test_the_value_is_written_as_it_is_shown(bench, enter):
    enter(bench.box, "03.500")
    assert bench.box.text() == "3.5"


@pytest.mark.parametrize("text", ["abc", "11", "-3", "nan", "inf", "", "1.234,5"])
def test_a_text_that_cannot_be_used_stays_with_its_sentence(bench, enter, qtbot, text):
    enter(bench.box, text or "5", key=None)
    if not text:
        qtbot.keyClick(bench.box, KEY.Key_Backspace)
    qtbot.keyClick(bench.box, KEY.Key_Return)
    assert bench.number == 1
    assert bench.box.text() == text
    assert bench.box.error.startswith("number is ")
    assert bench.box.property("wrong") is True


def test_escape_brings_the_old_value_back(bench, enter, qtbot):
    enter(bench.box, "11")
    qtbot.keyClick(bench.box, KEY.Key_Escape)
    assert (bench.number, bench.box.text(), bench.box.error) == (1, "1", "")
    assert not bench.box.property("wrong")


def test_a_bad_text_can_be_corrected(bench, enter, qtbot):
    enter(bench.box, "1x")
    qtbot.keyClick(bench.box, KEY.Key_End)
    qtbot.keyClick(bench.box, KEY.Key_Backspace)
    assert not bench.box.property("wrong")
    qtbot.keyClicks(bench.box, "0")
    qtbot.keyClick(bench.box, KEY.Key_Return)
    assert (bench.number, bench.box.error) == (10, "")


def test_leaving_with_a_bad_text_restores_the_old_value_and_says_why(bench, enter):
    enter(bench.box, "11", key=None)
    bench.other.setFocus()
    assert (bench.number, bench.box.text()) == (1, "1")
    assert bench.box.error.startswith("number is 11.0")
    assert not bench.box.property("wrong")


@pytest.mark.parametrize(
    ("key", "number"),
    [(KEY.Key_Up, 6), (KEY.Key_Down, 4), (KEY.Key_PageUp, 15), (KEY.Key_PageDown, -5)],
)
def test_arrow_keys_step(bench, qtbot, key, number):
    bench.set(5)
    qtbot.keyClick(bench.box, key)
    if 0 <= number <= 10:
        assert bench.number == number
    else:
        assert bench.number == 5
        assert f"number is {number}" in bench.box.error
        assert bench.box.text() == "5"


def test_the_wheel_needs_the_focus(bench, turn):
    bench.other.setFocus()
    assert not turn(bench.box, 120)  # so that a scroll area around it scrolls instead
    assert bench.number == 1
    bench.box.setFocus()
    assert turn(bench.box, 120)
    assert bench.number == 2


@pytest.mark.parametrize("text", ["0,5", "0.5", ".5", "+5e-1"])
def test_both_decimal_marks_in_an_english_locale(bench, enter, text):
    enter(bench.box, text)
    assert (bench.number, bench.box.text()) == (0.5, "0.5")


@pytest.mark.parametrize("text", ["0,5", "0.5"])
def test_both_decimal_marks_in_a_german_locale(german, show, enter, text):
    bench = show(Bench())
    enter(bench.box, text)
    assert (bench.number, bench.box.text()) == (0.5, "0.5")


def press(qtbot, widget, keys):
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())


@pytest.mark.parametrize("field", ["box", "label"])
@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+E"])
def test_shortcuts_go_to_the_window_where_nothing_is_typed(bench, qtbot, field, keys):
    widget = getattr(bench, field)
    widget.setFocus()
    press(qtbot, widget, keys)
    assert bench.shortcuts == [keys]


@pytest.mark.parametrize("field", ["box", "label"])
def test_while_typing_undo_is_the_fields_own(bench, enter, qtbot, field):
    widget = getattr(bench, field)
    before = widget.text()
    enter(widget, "77", key=None)
    press(qtbot, widget, "Ctrl+Z")
    assert bench.shortcuts == []
    assert widget.text() != "77"
    press(qtbot, widget, "Ctrl+E")
    assert bench.shortcuts == ["Ctrl+E"]
    assert bench.number == 1
    assert before


def test_after_return_undo_is_the_windows_again(bench, enter, qtbot):
    enter(bench.box, "3")
    press(qtbot, bench.box, "Ctrl+Z")
    assert bench.shortcuts == ["Ctrl+Z"]


def test_the_sentence_on_a_wrong_text_goes_as_soon_as_it_is_corrected(bench, qtbot):
    qtbot.keyClicks(bench.box, "x")
    qtbot.keyClick(bench.box, KEY.Key_Return)
    assert bench.box.error
    qtbot.keyClick(bench.box, KEY.Key_Backspace)
    assert bench.box.error == ""


def test_a_name_that_does_not_fit_ends_in_dots_until_it_is_edited(show, qtbot):
    name, edit = "a name that is longer than its room", LabelEdit()
    edit.setText(name)
    edit.setCursorPosition(0)
    show(edit, width=90)
    edit.clearFocus()
    elided = edit.grab().toImage()
    fit, dots = edit.fontMetrics().elidedText, Qt.TextElideMode.ElideRight
    shorter = {fit(name, dots, width) for width in range(edit.width())}
    pictures = []
    for text in sorted(shorter):
        edit.setText(text)
        edit.setCursorPosition(0)
        pictures.append(edit.grab().toImage())
    assert elided in pictures
    edit.setText(name)
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    assert edit.text() == name
    assert edit.grab().toImage() != elided
