"""The probability vector under the mouse and the keyboard."""

import pytest
from PyQt6.QtCore import Qt

from gumbel_gui.gui.controls.probability_editor import ProbabilityEditor
from gumbel_gui.plots.look.style import LIGHT


@pytest.fixture
def store(make_store):
    return make_store((0.1, 0.2, 0.3, 0.4))


@pytest.fixture
def hands(store, show, row_hands):
    return row_hands(show(ProbabilityEditor(store, LIGHT), 336, 600))


@pytest.fixture
def p(store):
    return lambda: store.state.parameters.p


def test_rows_show_the_state(hands):
    assert hands.boxes() == [0.1, 0.2, 0.3, 0.4]
    assert [hands.slider(k).value() for k in range(4)] == [100, 200, 300, 400]
    assert [hands.label(k).text() for k in range(4)] == [f"class {k}" for k in range(4)]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, "0.5"), (0.12345678, "0.12346"), (0.00098765432, "0.000988"), (0, "0"), (1, "1")],
)
def test_how_a_probability_is_written(hands, store, value, text):
    store.edit("p", lambda s: s.with_probability(0, value))
    assert hands.box(0).text() == text


def test_a_drag_moves_box_and_others_and_is_one_step(hands, store, p, drag):
    first = store.state
    with drag(hands.slider(0)) as move:
        for pixels in (10, 25, 45):
            move(pixels)
            assert hands.boxes() == pytest.approx(p(), abs=5e-6)
            assert sum(p()) == pytest.approx(1, abs=1e-15)
            assert p()[1:] / p()[1] == pytest.approx([1, 1.5, 2])
        assert p()[0] > 0.3
    assert hands.slider(3).value() == round(1000 * p()[3])
    assert store.history.count() == 1
    dragged = p()
    store.edit("t", lambda s: s.with_parameter("temperature", 3))  # the gesture is over
    assert (p() == dragged).all()
    store.history.undo()
    store.history.undo()
    assert store.state == first
    assert hands.boxes() == [0.1, 0.2, 0.3, 0.4]


def test_a_drag_to_1_and_back_keeps_the_others_in_proportion(hands, p, drag):
    with drag(hands.slider(0)) as move:
        move(5000)
        assert hands.boxes() == [1, 0, 0, 0]
        move(5)
        assert p()[1:] / p()[1] == pytest.approx([1, 1.5, 2])


@pytest.mark.parametrize("value", [0.1, 0.0294882])
def test_a_drag_there_and_back_leaves_no_step(hands, store, p, drag, value):
    store.edit("p", lambda s: s.with_probability(0, value))
    before = store.state
    with drag(hands.slider(0)) as move:
        move(40)
        assert p()[0] > value
        move(0)
    assert store.state == before
    assert store.history.count() == (value != 0.1)


def test_a_row_that_goes_while_its_slider_is_held_ends_the_gesture(hands, store, p, qtbot):
    """The mouse holds the slider of a class that was just added, and Ctrl+Z is pressed."""
    store.edit("add", lambda s: s.with_class_added())
    slider = hands.slider(4)
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


def test_keys_of_a_slider_are_one_step_and_stop_at_what_locks_leave(hands, store, p, qtbot):
    store.edit("lock", lambda s: s.with_lock(3, True))
    for _ in range(3):
        qtbot.keyClick(hands.slider(0), Qt.Key.Key_PageUp)
    assert p() == pytest.approx([0.4, 0.08, 0.12, 0.4])
    assert store.history.count() == 2
    for _ in range(9):
        qtbot.keyClick(hands.slider(0), Qt.Key.Key_PageUp)
    assert p() == pytest.approx([0.6, 0, 0, 0.4])


def test_a_slider_stops_where_its_class_stops(hands, store, drag, qtbot):
    store.edit("lock", lambda s: s.with_lock(3, True))
    with drag(hands.slider(0)) as move:
        move(5000)
    assert hands.boxes() == [0.6, 0, 0, 0.4]
    assert hands.slider(0).value() == 600
    qtbot.keyClick(hands.slider(0), Qt.Key.Key_PageUp)
    assert hands.slider(0).value() == 600


def test_a_typed_probability_counts(hands, store, p, enter, sentence):
    enter(hands.box(1), "0,6")
    assert p() == pytest.approx([0.05, 0.6, 0.15, 0.2])
    assert hands.slider(1).value() == 600
    assert store.history.count() == 1
    assert sentence(hands.editor) == ""


@pytest.mark.parametrize("text", ["-3", "nan", "inf", "abc", "2", "1.0001", ""])
def test_a_bad_probability_stays_with_its_sentence(hands, store, enter, sentence, qtbot, text):
    before = store.state
    enter(hands.box(1), text or "5", key=None)
    if not text:
        qtbot.keyClick(hands.box(1), Qt.Key.Key_Backspace)
    qtbot.keyClick(hands.box(1), Qt.Key.Key_Return)
    assert store.state is before
    assert hands.box(1).text() == text
    assert sentence(hands.editor).startswith("p of class 1 is ")
    assert ", but must be a number" in sentence(hands.editor)
    qtbot.keyClick(hands.box(1), Qt.Key.Key_Escape)
    assert sentence(hands.editor) == ""
    assert hands.box(1).text() == "0.2"


def test_more_than_locks_leave_is_refused(hands, store, enter, sentence):
    hands.press(3, "Keep")
    enter(hands.box(0), "0.7")
    assert store.state.parameters.p == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert "from 0 to 0.6, the rest being locked" in sentence(hands.editor)


def test_arrow_keys_of_a_box(hands, store, p, qtbot):
    for _ in range(5):
        qtbot.keyClick(hands.box(0), Qt.Key.Key_Up)
    assert p()[0] == pytest.approx(0.15)
    assert store.history.count() == 1
    qtbot.keyClick(hands.box(0), Qt.Key.Key_PageDown)
    qtbot.keyClick(hands.box(0), Qt.Key.Key_PageDown)
    assert p()[0] == 0


def test_a_locked_class_stays_and_cannot_be_moved(hands, store, p, enter):
    hands.press(1, "Keep")
    assert store.state.locks == (False, True, False, False)
    assert not hands.slider(1).isEnabled()
    assert not hands.box(1).isEnabled()
    enter(hands.box(0), "0.45")
    assert p() == pytest.approx([0.45, 0.2, 0.15, 0.2])
    hands.press(1, "Keep")
    assert hands.slider(1).isEnabled()
    assert not any(store.state.locks)


def test_a_sentence_goes_with_the_next_good_edit(hands, enter, click, sentence):
    enter(hands.box(1), "2")
    assert sentence(hands.editor)
    click(hands.button("Uniform"))
    assert sentence(hands.editor) == ""
