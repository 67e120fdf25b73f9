"""WeightsControl, SharesControl and ScheduleControl: numbers in one line or in three boxes."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel, QLineEdit, QPushButton

from gumbel_gui.core.losses import Loss, default_weights
from gumbel_gui.gui.cards.vector_controls import (
    OrderControl,
    ScheduleControl,
    SharesControl,
    WeightsControl,
)
from gumbel_gui.gui.controls.playback_control import PlaybackControl
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.number_box import NumberBox
from gumbel_gui.gui.widgets.number_slider import NumberSlider

START, RATE, END = range(3)
UP, DOWN = (Qt.Key.Key_Up, Qt.Key.Key_PageUp), (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


@pytest.fixture
def store(make_store):
    return make_store(3, temperature=0.5)


# Weights.


@pytest.fixture
def weights_control(store, show):
    return show(WeightsControl(store, "weights"), 273)


@pytest.fixture
def box(weights_control):
    return weights_control.findChild(NumberBox)


def weights(store):
    return store.value("weights")


def set_weights(store, *values):
    store.set("weights", values)
    store.history.clear()


def test_the_weights_are_shown_as_they_are_now(store, box):
    assert store.state.parameters.loss is Loss.DISTANCE
    ramp = default_weights(Loss.DISTANCE, 3)
    assert [float(word) for word in box.text().split(",")] == pytest.approx(ramp, rel=5e-3)
    store.edit("loss", lambda s: s.with_parameter("loss", Loss.COST))
    assert box.text() == "0, 1, 2"
    store.edit("class", lambda s: s.with_class_added())
    assert box.text() == "0, 1, 2, 3"
    set_weights(store, -1.5, 1 / 3, 1000, 1e-9)
    assert box.text() == "−1.5, 0.333, 1000, 1e-09"


def test_the_tooltip_describes_what_is_to_be_typed(box):
    assert box.accessibleName() == "weights of the loss"
    assert "target" in box.toolTip()
    assert "cost" in box.toolTip()
    assert "empty" in box.toolTip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1, 2, 3", (1, 2, 3)),
        ("1 2 3", (1, 2, 3)),
        ("1,5; 2; −3", (1.5, 2, -3)),
        ("[0.5, -1000, 1e3]", (0.5, -1000, 1000)),
        ("0,0,0", (0, 0, 0)),
        ("1e-9 0 0", (1e-9, 0, 0)),
    ],
)
def test_typed_weights_count(store, weights_control, box, enter, sentence, text, expected):
    enter(box, text)
    assert weights(store) == expected
    assert sentence(weights_control) == ""
    assert store.history.count() == 1
    store.history.undo()
    assert weights(store) == ()


def test_an_empty_line_brings_the_usual_ones_back(store, box, qtbot):
    usual = box.text()
    set_weights(store, 7, 8, 9)
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert weights(store) == ()
    assert box.text() == usual


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1, 2", "weights is a vector of 2 entries, but must be a vector of 3 entries"),
        ("1 2 3 4", "weights is a vector of 4 entries"),
        ("1, abc, 3", "weights[1] is 'abc', but must be a number such as"),
        ("1, 2, 1001", "weights[2] is 1001.0, but must be a number from -1000 to 1000"),
        ("nan 1 1", "weights[0] is nan"),
        ("inf 1 1", "weights[0] is inf"),
        ("-1e9 1 1", "weights[0] is -1000000000.0"),
    ],
)
def test_bad_weights_stay_with_one_sentence(
    store, weights_control, box, enter, sentence, qtbot, text, words
):
    before, shown = store.state, box.text()
    enter(box, text)
    assert store.state is before
    assert box.text() == text
    assert words in sentence(weights_control)
    assert sentence(weights_control).count(", but must be ") == 1
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), sentence(weights_control)) == (shown, "")
    enter(box, text, None)
    box.clearFocus()
    assert (box.text(), weights(store)) == (shown, ())


def test_what_is_only_shown_rounded_keeps_its_digits(store, box, enter):
    set_weights(store, 1 / 3, 2 / 3, 0.123456789)
    assert box.text() == "0.333, 0.667, 0.123"
    enter(box, "0.333, 5, 0.123")
    assert weights(store) == (1 / 3, 5, 0.123456789)


@pytest.mark.parametrize("before", [(), (1 / 3, 2 / 3, 1e-9)])
def test_entering_what_is_shown_changes_nothing(store, box, enter, before):
    set_weights(store, *before)
    enter(box, box.text().replace("−", "-"))
    assert weights(store) == before
    assert store.history.count() == 0


def test_what_is_being_typed_is_not_interrupted(store, box, enter):
    enter(box, "4, 5, ", None)
    store.edit("seed", lambda s: s.with_parameter("seed", 9))
    store.edit("loss", lambda s: s.with_parameter("loss", Loss.COST))
    assert box.text() == "4, 5, "
    enter(box, "4, 5, 6")
    assert weights(store) == (4, 5, 6)


def test_keys_and_wheel_change_no_weights(store, box, qtbot, turn):
    """There is no telling which one is meant."""
    box.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        qtbot.keyClick(box, key)
    turn(box)
    assert store.history.count() == 0


def test_sixty_four_weights_are_typed_as_easily(store, box, enter):
    store.edit("many", lambda s: s.with_vector((1,) * 64))
    enter(box, " ".join(str(k) for k in range(64)))
    assert weights(store) == tuple(range(64))


# Shares.


@pytest.fixture
def shares_control(store, show):
    return show(SharesControl(store, "other"), 273)


def test_shares_are_equal_ones_where_none_are_given(store, shares_control):
    box = shares_control.findChild(NumberBox)
    assert box.text() == "0.333, 0.333, 0.333"
    store.edit("class", lambda s: s.with_class_added())
    assert box.text() == "0.25, 0.25, 0.25, 0.25"


def test_typed_shares_are_scaled_to_sum_to_1(store, shares_control, enter, sentence, qtbot):
    box = shares_control.findChild(NumberBox)
    enter(box, "1 2 5")
    assert store.value("other") == (0.125, 0.25, 0.625)
    enter(box, box.text())
    assert store.history.count() == 1
    enter(box, "0 0 0")
    assert "all zero" in sentence(shares_control)
    assert store.value("other") == (0.125, 0.25, 0.625)
    box.selectAll()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Return):
        qtbot.keyClick(box, key)
    assert store.value("other") == ()


def test_a_button_pins_the_present_p(store, shares_control, click):
    """It stays while p moves on, and one undo brings back what was there."""
    before = tuple(store.state.parameters.probabilities)
    click(shares_control.findChild(QPushButton))
    assert store.value("other") == before
    store.edit("move", lambda s: s.with_probability(0, 0.5))
    assert store.value("other") == before != tuple(store.state.parameters.probabilities)
    store.history.undo()
    store.history.undo()
    assert store.value("other") == ()


# Schedule.


@pytest.fixture
def control(store, playbacks_of, show):
    return show(ScheduleControl(store, "schedule", playbacks_of(store)["schedule"]), 480)


@pytest.fixture
def boxes(control):
    return control.findChildren(NumberBox)


def schedule(store):
    return store.value("schedule")


def set_to(store, value):
    store.set("schedule", value)
    store.history.clear()


def test_it_shows_the_schedule_with_its_symbols(store, control, boxes):
    assert [box.text() for box in boxes] == ["5", "0.05", "0.1"]
    signs = [x.text() for x in control.findChildren(QLabel) if x.isVisible()]
    assert signs == ["t₀", "r", "t_min"]
    set_to(store, (2.0, 1 / 3, 0.25))
    assert [box.text() for box in boxes] == ["2", "0.3333", "0.25"]


def test_the_boxes_say_what_they_are(boxes):
    names = [box.accessibleName() for box in boxes]
    assert names == ["temperature at the start, t₀", "rate r", "lowest temperature, t_min"]
    assert [box.toolTip() for box in boxes] == names


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        (START, "10", (10, 0.05, 0.1)),
        (START, "0,1", (0.1, 0.05, 0.1)),
        (START, "100", (100, 0.05, 0.1)),
        (RATE, "0.0001", (5, 0.0001, 0.1)),
        (RATE, "1e1", (5, 10, 0.1)),
        (END, "0.01", (5, 0.05, 0.01)),
        (END, "5", (5, 0.05, 5)),
    ],
)
def test_a_typed_number_of_the_schedule_counts(
    store, control, boxes, enter, sentence, place, text, expected
):
    enter(boxes[place], text)
    assert schedule(store) == expected
    assert sentence(control) == ""
    assert store.history.count() == 1
    store.history.undo()
    assert schedule(store) == (5, 0.05, 0.1)
    assert [box.text() for box in boxes] == ["5", "0.05", "0.1"]


BAD = [
    *((place, text, "a number such as") for place in range(3) for text in ("abc", "", "1 2")),
    *((START, text, "t_min ≤ t₀ ≤ 100") for text in ("0.09", "101", "-1", "nan", "inf")),
    *((RATE, text, "0.0001 ≤ r ≤ 10") for text in ("0", "0.00009", "11", "-0.1", "nan", "1e999")),
    *((END, text, "0.01 ≤ t_min ≤ t₀") for text in ("0", "0.009", "5.1", "-1", "nan")),
]


@pytest.mark.parametrize(("place", "text", "allowed"), BAD)
def test_a_bad_number_stays_with_one_sentence(
    store, control, boxes, enter, sentence, qtbot, place, text, allowed
):
    before = store.state
    enter(boxes[place], text, None)
    if not text:
        qtbot.keyClick(boxes[place], Qt.Key.Key_Delete)
    qtbot.keyClick(boxes[place], Qt.Key.Key_Return)
    assert store.state is before
    assert store.history.count() == 0
    assert boxes[place].text() == text
    assert allowed in sentence(control)
    assert sentence(control).count(", but must be ") == 1
    qtbot.keyClick(boxes[place], Qt.Key.Key_Escape)
    assert boxes[place].text() == ("5", "0.05", "0.1")[place]
    assert sentence(control) == ""


def test_leaving_a_box_brings_the_number_back(store, boxes, enter):
    enter(boxes[END], "7", Qt.Key.Key_Tab)
    assert boxes[END].text() == "0.1"
    assert schedule(store) == (5, 0.05, 0.1)


@pytest.mark.parametrize("place", range(3))
def test_arrow_keys_keep_ratios_and_are_one_step(store, boxes, qtbot, place):
    before = schedule(store)[place]
    for _ in range(4):
        qtbot.keyClick(boxes[place], Qt.Key.Key_Up)
    assert schedule(store)[place] == pytest.approx(before * 10**0.2, rel=1e-2)
    assert store.history.count() == 1
    store.history.undo()
    assert schedule(store) == (5, 0.05, 0.1)


def test_keys_of_different_boxes_are_different_steps(store, boxes, qtbot):
    for box in boxes:
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert store.history.count() == 3


@pytest.mark.parametrize(
    ("place", "keys", "at"),
    [
        (START, UP, (100, 0.05, 0.1)),
        (START, DOWN, (0.123, 0.05, 0.123)),
        (RATE, UP, (5, 10, 0.1)),
        (RATE, DOWN, (5, 0.0001, 0.1)),
        (END, UP, (1.234567, 0.05, 1.234567)),
        (END, DOWN, (5, 0.05, 0.01)),
    ],
)
def test_keys_stop_at_the_limits_without_an_error(
    store, control, boxes, qtbot, sentence, place, keys, at
):
    """Also at each other: t_min cannot pass t₀."""
    set_to(store, at)
    for key in keys:
        qtbot.keyClick(boxes[place], key)
        assert schedule(store) == at
        assert sentence(control) == ""
    assert store.history.count() == 0


def test_the_wheel_counts_only_with_the_focus(store, boxes, turn):
    for place, box in enumerate(boxes):
        box.clearFocus()
        turn(box)
        assert schedule(store) == (5, 0.05, 0.1)
        box.setFocus()
        turn(box)
        assert schedule(store)[place] < (5, 0.05, 0.1)[place]
        store.history.undo()


def test_tab_leads_through_all_of_it_in_the_order_of_reading(control, boxes, qtbot):
    buttons, slider = control.findChildren(QPushButton), control.findChild(NumberSlider)
    boxes[0].setFocus()
    for before, after in zip((*boxes, *buttons), (*boxes[1:], *buttons, slider), strict=True):
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()


@pytest.mark.parametrize("width", [260, 300, 480, 700])
def test_nothing_is_cut_at_any_width(store, control, boxes, qtbot, width):
    playback = control.findChild(PlaybackControl)
    control.resize(width, 60)
    below = width < control.sizeHint().width()
    qtbot.waitUntil(lambda: (playback.mapTo(control, playback.rect().topLeft()).x() == 0) == below)
    assert control.width() == width
    set_to(store, (12.34, 0.0001, 0.0123))
    for box in boxes:
        edit = box.findChild(QLineEdit)
        text = box.fontMetrics().horizontalAdvance(box.text())
        assert text + 2 <= edit.contentsRect().width(), box.text()
    for part in (*boxes, *playback.findChildren(QPushButton), playback.findChild(NumberSlider)):
        place = part.mapTo(control, part.rect().topLeft())
        assert control.rect().contains(part.rect().translated(place)), part.accessibleName()


def test_the_playback_is_that_of_annealing(store, control, qtbot):
    play, reset = control.findChildren(QPushButton)
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert store.state.parameters.temperature == 5
    assert play.accessibleName() == "Play: Annealing"


def test_without_playback_there_are_the_boxes_alone(store, show):
    control = show(ScheduleControl(store, "schedule", None), 480)
    assert len(control.findChildren(NumberBox)) == 3
    assert control.findChildren(PlaybackControl) == []


# Order.


def test_a_step_that_is_chosen_for_a_place_swaps_with_the_one_that_is_there(store, show):
    control = show(OrderControl(store, "filter_order"), 480)
    lists = control.findChildren(Choice)
    names = [f"order of decoding: step {n}" for n in (1, 2, 3, 4)]
    assert [each.accessibleName() for each in lists] == names
    lists[0].activated.emit(lists[0].findText("top-p"))
    assert store.value("filter_order") == ("top-p", "top-k", "T", "min-p")
    assert [each.currentText() for each in lists] == ["top-p", "top-k", "T", "min-p"]
    lists[2].activated.emit(lists[2].findText("T"))
    assert store.history.count() == 1
    assert store.history.undoText() == "Change order of decoding"
    store.history.undo()
    assert [each.currentText() for each in lists] == ["T", "top-k", "top-p", "min-p"]
