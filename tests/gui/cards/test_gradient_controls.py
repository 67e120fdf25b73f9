"""Controls of the Gradients view: loss, weights, estimator, annealed or not."""

import pytest
from gumbel_gui.gui.cards.gradient_controls import (
    AnnealedControl,
    EstimatorControl,
    LossControl,
    WeightsControl,
)
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import QCheckBox

from gumbel_gui.core.losses import Estimator, Loss, default_weights
from gumbel_gui.gui.widgets.fields import NumberBox
from gumbel_gui.plots.gradients.estimator_key import estimator_name, loss_name

LISTS = {
    "loss": (LossControl, Loss, loss_name, "Loss"),
    "estimator": (EstimatorControl, Estimator, estimator_name, "Whose p is shown"),
}
each_list = pytest.mark.parametrize("name", LISTS)


@pytest.fixture
def store(make_store):
    return make_store(3)


@pytest.fixture
def weights_knob(store, show):
    return show(WeightsControl(store), 273)


@pytest.fixture
def box(weights_knob):
    return weights_knob.findChild(NumberBox)


def value_of(store, name):
    return getattr(store.state.parameters, name)


def weights(store):
    return store.state.parameters.weights


def set_weights(store, *values):
    store.edit("weights", lambda s: s.with_parameter("weights", values))
    store.history.clear()


def activate(choice, i):
    choice.setCurrentIndex(i)
    choice.activated.emit(i)


@each_list
def test_a_list_has_everything_there_is_by_its_name(store, show, name):
    kind, members, words, spoken = LISTS[name]
    control = show(kind(store))
    assert [control.itemText(i) for i in range(control.count())] == [
        words(each) for each in members
    ]
    assert control.itemText(control.currentIndex()) == words(value_of(store, name))
    assert (control.accessibleName(), control.toolTip()) == (spoken, spoken)


@each_list
def test_another_is_chosen_and_undone(store, show, name):
    kind, members, _, _ = LISTS[name]
    control = show(kind(store))
    before = value_of(store, name)
    for i, member in enumerate(members):
        activate(control, i)
        assert value_of(store, name) is member
    while store.history.canUndo():
        store.history.undo()
        assert list(members)[control.currentIndex()] is value_of(store, name)
    assert value_of(store, name) is before


@each_list
def test_choosing_what_is_chosen_changes_nothing(store, show, name):
    control = show(LISTS[name][0](store))
    activate(control, control.currentIndex())
    assert store.history.count() == 0


@each_list
def test_a_list_is_moved_by_keys_and_by_the_wheel_with_the_focus_only(
    store, show, qtbot, turn, name
):
    control = show(LISTS[name][0](store))
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Home)
    first = value_of(store, name)
    assert first is next(iter(LISTS[name][1]))
    control.clearFocus()
    turn(control)
    assert value_of(store, name) is first
    control.setFocus()
    turn(control)
    assert value_of(store, name) is not first
    qtbot.keyClick(control, Qt.Key.Key_Up)
    assert value_of(store, name) is first


# Weights.


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


def test_the_box_says_what_is_to_be_typed(store, box):
    assert box.accessibleName() == "Weights of the loss"
    assert "target" in box.toolTip()
    store.edit("loss", lambda s: s.with_parameter("loss", Loss.COST))
    assert "cost" in box.toolTip()


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
def test_typed_weights_count(store, weights_knob, box, enter, sentence, text, expected):
    enter(box, text)
    assert weights(store) == expected
    assert sentence(weights_knob) == ""
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
    store, weights_knob, box, enter, sentence, qtbot, text, words
):
    before, shown = store.state, box.text()
    enter(box, text)
    assert store.state is before
    assert box.text() == text
    assert words in sentence(weights_knob)
    assert sentence(weights_knob).count(", but must be ") == 1
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), sentence(weights_knob)) == (shown, "")
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


# Annealed or not.


@pytest.mark.parametrize("way", ["click", "space"])
def test_the_box_is_switched_and_undone(store, show, qtbot, way):
    control = show(AnnealedControl(store))
    assert not control.isChecked()
    for on in (True, False):
        if way == "click":
            place = QPoint(5, control.height() // 2)
            qtbot.mouseClick(control, Qt.MouseButton.LeftButton, pos=place)
        else:
            control.setFocus()
            qtbot.keyClick(control, Qt.Key.Key_Space)
        assert store.state.parameters.annealed == control.isChecked() == on
    store.history.undo()
    assert control.isChecked()
    store.history.undo()
    assert not control.isChecked()
    assert not store.history.canUndo()


def test_the_switch_says_what_it_does(store, show, turn):
    control = show(AnnealedControl(store))
    assert isinstance(control, QCheckBox)
    assert control.accessibleName() == "Anneal t in the descent"
    assert "schedule" in control.toolTip()
    control.setFocus()
    turn(control)
    assert store.history.count() == 0
