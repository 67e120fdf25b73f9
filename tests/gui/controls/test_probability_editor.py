"""ProbabilityEditor: sliders, boxes and locks of the classes."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QTextDocument
from PyQt6.QtWidgets import QToolButton

from gumbel_gui.gui.controls.probability_editor import ProbabilityEditor
from gumbel_gui.plots.look.style import LIGHT


@pytest.fixture
def store(make_store):
    return make_store((0.1, 0.2, 0.3, 0.4))


@pytest.fixture
def editor(store, show, rows_of):
    return rows_of(show(ProbabilityEditor(store, LIGHT), 336, 600))


@pytest.fixture
def p(store):
    return lambda: store.state.parameters.p


def test_rows_show_the_state(editor):
    assert editor.boxes() == [0.1, 0.2, 0.3, 0.4]
    assert [editor.slider(k).value() for k in range(4)] == [316, 447, 548, 632]
    assert [editor.label(k).text() for k in range(4)] == [f"class {k}" for k in range(4)]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, "0.5"), (0.12345678, "0.12346"), (0.00098765432, "0.000988"), (0, "0"), (1, "1")],
)
def test_how_a_probability_is_written(editor, store, value, text):
    store.edit("p", lambda s: s.with_probability(0, value))
    assert editor.box(0).text() == text


def test_a_drag_moves_box_and_others_and_is_one_step(editor, store, p, drag):
    first = store.state
    with drag(editor.slider(0)) as move:
        for pixels in (10, 25, 45):
            move(pixels)
            assert editor.boxes() == pytest.approx(p(), abs=5e-6)
            assert sum(p()) == pytest.approx(1, abs=1e-15)
            assert p()[1:] / p()[1] == pytest.approx([1, 1.5, 2])
        assert p()[0] > 0.3
    assert editor.slider(3).value() == round(1000 * p()[3] ** 0.5)
    assert store.history.count() == 1
    dragged = p()
    store.edit("t", lambda s: s.with_parameter("temperature", 3))  # the gesture is over
    assert (p() == dragged).all()
    store.history.undo()
    store.history.undo()
    assert store.state == first
    assert editor.boxes() == [0.1, 0.2, 0.3, 0.4]


def test_a_drag_to_1_and_back_keeps_the_others_in_proportion(editor, p, drag):
    with drag(editor.slider(0)) as move:
        move(5000)
        assert editor.boxes() == [1, 0, 0, 0]
        move(5)
        assert p()[1:] / p()[1] == pytest.approx([1, 1.5, 2])


@pytest.mark.parametrize("value", [0.1, 0.0294882])
def test_a_drag_there_and_back_leaves_no_step(editor, store, p, drag, value):
    store.edit("p", lambda s: s.with_probability(0, value))
    before = store.state
    with drag(editor.slider(0)) as move:
        move(40)
        assert p()[0] > value
        move(0)
    assert store.state == before
    assert store.history.count() == (value != 0.1)


def test_a_row_that_goes_while_its_slider_is_held_ends_the_gesture(editor, store, p, qtbot):
    """The mouse holds the slider of a class that was just added, and Ctrl+Z is pressed."""
    store.edit("add", lambda s: s.with_class_added())
    slider = editor.slider(4)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=handle(slider))
    assert slider.isSliderDown()
    store.history.undo()
    store.edit("t", lambda s: s.with_parameter("temperature", 7))
    store.edit("seed", lambda s: s.with_parameter("seed", 8))
    assert len(p()) == 4
    assert (store.state.parameters.temperature, store.state.parameters.seed) == (7, 8)
    assert store.history.count() == 2


def handle(slider):
    share = slider.value() / slider.maximum()
    return slider.rect().adjusted(7, 0, -7, 0).topLeft() + type(slider.pos())(
        round(share * (slider.width() - 14)), slider.height() // 2
    )


def test_keys_of_a_slider_are_one_step_and_stop_at_what_locks_leave(editor, store, p, qtbot):
    store.edit("lock", lambda s: s.with_lock(3, True))
    for _ in range(3):
        qtbot.keyClick(editor.slider(0), Qt.Key.Key_PageUp)
    assert p() == pytest.approx([0.3795, 0.0882, 0.1323, 0.4])
    assert store.history.count() == 2
    for _ in range(9):
        qtbot.keyClick(editor.slider(0), Qt.Key.Key_PageUp)
    assert p() == pytest.approx([0.6, 0, 0, 0.4])


def test_a_slider_stops_where_its_class_stops(editor, store, drag, qtbot):
    store.edit("lock", lambda s: s.with_lock(3, True))
    with drag(editor.slider(0)) as move:
        move(5000)
    assert editor.boxes() == [0.6, 0, 0, 0.4]
    assert editor.slider(0).value() == 775
    qtbot.keyClick(editor.slider(0), Qt.Key.Key_PageUp)
    assert editor.slider(0).value() == 775


def test_a_typed_probability_counts(editor, store, p, enter, sentence):
    enter(editor.box(1), "0,6")
    assert p() == pytest.approx([0.05, 0.6, 0.15, 0.2])
    assert editor.slider(1).value() == 775
    assert store.history.count() == 1
    assert sentence(editor.widget) == ""


@pytest.mark.parametrize("text", ["-3", "nan", "inf", "abc", "2", "1.0001", ""])
def test_a_bad_probability_stays_with_its_sentence(editor, store, enter, sentence, qtbot, text):
    before = store.state
    enter(editor.box(1), text or "5", key=None)
    if not text:
        qtbot.keyClick(editor.box(1), Qt.Key.Key_Backspace)
    qtbot.keyClick(editor.box(1), Qt.Key.Key_Return)
    assert store.state is before
    assert editor.box(1).text() == text
    assert sentence(editor.widget).startswith("p of class 1 is ")
    assert ", but must be a number" in sentence(editor.widget)
    qtbot.keyClick(editor.box(1), Qt.Key.Key_Escape)
    assert sentence(editor.widget) == ""
    assert editor.box(1).text() == "0.2"


def test_more_than_locks_leave_is_refused(editor, store, enter, sentence):
    editor.press(3, "Keep")
    enter(editor.box(0), "0.7")
    assert store.state.parameters.p == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert "from 0 to 0.6, the rest being locked" in sentence(editor.widget)


def test_arrow_keys_of_a_box(editor, store, p, qtbot):
    for _ in range(5):
        qtbot.keyClick(editor.box(0), Qt.Key.Key_Up)
    assert p()[0] == pytest.approx(0.15)
    assert store.history.count() == 1
    qtbot.keyClick(editor.box(0), Qt.Key.Key_PageDown)
    assert p()[0] == pytest.approx(0.05)
    qtbot.keyClick(editor.box(0), Qt.Key.Key_Down)
    assert p()[0] == pytest.approx(0.049)


@pytest.mark.parametrize("small", [0, 2e-5, 1e-4, 0.0123])
def test_a_step_changes_a_small_p_by_a_tenth_at_most(editor, store, p, qtbot, small):
    store.edit("p", lambda s: s.with_probability(0, small))
    qtbot.keyClick(editor.box(0), Qt.Key.Key_Up)
    assert p()[0] - small == pytest.approx(max(small / 10, 1e-5), rel=0.9, abs=0)


def test_a_pixel_of_the_slider_changes_a_small_p_by_little(editor, store, p, drag):
    store.edit("p", lambda s: s.with_probability(0, 0))
    with drag(editor.slider(0)) as move:
        move(3)
        assert 0 < p()[0] < 0.002
        move(9)
        assert 0.001 < p()[0] < 0.01


def test_a_locked_class_stays_and_cannot_be_moved(editor, store, p, enter):
    editor.press(1, "Keep")
    assert store.state.locks == (False, True, False, False)
    assert not editor.slider(1).isEnabled()
    assert not editor.box(1).isEnabled()
    enter(editor.box(0), "0.45")
    assert p() == pytest.approx([0.45, 0.2, 0.15, 0.2])
    editor.press(1, "Keep")
    assert editor.slider(1).isEnabled()
    assert not any(store.state.locks)


def test_a_sentence_goes_with_the_next_good_edit(editor, enter, click, sentence):
    enter(editor.box(1), "2")
    assert sentence(editor.widget)
    click(editor.button("Uniform"))
    assert sentence(editor.widget) == ""


def test_the_slider_of_the_last_unlocked_class_stays_and_the_error_names_why(
    editor, store, qtbot, sentence
):
    for k in (1, 2, 3):
        store.edit("lock", lambda s, k=k: s.with_lock(k, True))
    before = store.state
    qtbot.keyClick(editor.slider(0), Qt.Key.Key_Right)
    assert store.state is before
    assert editor.slider(0).value() == 316
    assert "while all other classes are locked" in sentence(editor.widget)
    editor.press(3, "Keep")
    qtbot.keyClick(editor.slider(0), Qt.Key.Key_Right)
    assert sentence(editor.widget) == ""
    assert store.state.parameters.probabilities[0] == pytest.approx(0.1005)


@pytest.mark.parametrize("name", ["<s>", "<b>cat</b>"])
def test_the_tooltips_of_a_class_show_its_name_as_text(editor, store, name):
    store.edit("name", lambda s: s.with_label(0, name))
    document = QTextDocument()
    for control in (editor.label(0), *editor.label(0).parent().findChildren(QToolButton)):
        document.setHtml(control.toolTip())
        assert name in document.toPlainText()
