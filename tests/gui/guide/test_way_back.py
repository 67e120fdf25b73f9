"""Leaving the guide by every way: what there was before is offered, and every mistake is said."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QToolButton

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.guide.lessons import COUNT
from gumbel_gui.gui.state.state import LabState

pytestmark = pytest.mark.sweep(2)

MINE = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=3, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False, True, False),
    frozenset({"noise_histogram.cdf"}),
)


def key(which, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), which, modifier)


def close_by_cross(lab):
    QTest.mouseClick(lab.guide.panel.findChild(QToolButton), Qt.MouseButton.LeftButton)


def finish(lab):
    lab.guide.progress.go(COUNT)
    key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)


def escape_from_elsewhere(lab):
    lab.window.temperature.findChild(QSlider).setFocus()
    key(Qt.Key.Key_Escape)


WAYS = {
    "F1": lambda _: key(Qt.Key.Key_F1),
    "Escape": lambda _: key(Qt.Key.Key_Escape),
    "Escape from elsewhere": escape_from_elsewhere,
    "the cross": close_by_cross,
    "the button": lambda lab: QTest.mouseClick(lab.window._guide, Qt.MouseButton.LeftButton),
    "Finish": finish,
}


@pytest.fixture
def guided(open_lab):
    lab = open_lab(MINE, size=(1440, 900))
    lab.set_view("samplers")
    lab.window.temperature.take_focus()
    key(Qt.Key.Key_F1)
    assert lab.guide.is_open
    return lab


def offer(lab):
    """Return the words of the offer, while it is seen."""
    back = lab.guide.way_back
    return back.findChild(QLabel).text() if back.isVisible() else ""


def press(lab, text):
    buttons = lab.guide.way_back.findChildren(QPushButton)
    (button,) = (each for each in buttons if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_way_out_offers_what_there_was(guided, way):
    assert offer(guided) == ""
    way(guided)
    assert not guided.guide.is_open
    for word in ("probabilities", "temperature", "number of draws", "names of classes", "locks"):
        assert word in offer(guided)
    press(guided, "As it was before")
    assert guided.store.state == MINE
    assert guided.window.view == "samplers"
    assert offer(guided) == ""


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_way_out_leaves_the_focus_where_it_was(guided, way):
    """Not in the name of class 0, all of it selected, where the next key renames it."""
    way(guided)
    focus = guided.window.focusWidget()
    assert focus in (guided.window.temperature.findChild(QSlider), guided.window._guide)


def test_what_there_was_comes_back_as_one_step_that_can_be_undone(guided):
    guided.guide.progress.go(7)
    key(Qt.Key.Key_F1)
    left, steps = guided.store.state, guided.store.history.index()
    press(guided, "As it was before")
    assert guided.store.history.index() == steps + 1
    guided.store.history.undo()
    assert guided.store.state == left


def test_a_mistake_that_is_kept_is_said(guided, qtbot):
    guided.guide.progress.go(1)
    key(Qt.Key.Key_Escape)
    assert "mistake" in offer(guided)
    press(guided, "Keep it")
    assert guided.store.state.parameters.mistake is Mistake.NO_NOISE
    qtbot.waitUntil(guided.window._warning.isVisible)
    assert offer(guided) == ""


def test_nothing_is_offered_where_nothing_has_changed(guided):
    guided.store.history.undo()  # of the step that was prepared
    key(Qt.Key.Key_F1)
    assert offer(guided) == ""


def test_the_offer_goes_when_undo_leads_back(guided):
    key(Qt.Key.Key_F1)
    assert offer(guided)
    guided.store.history.undo()
    assert guided.store.state == MINE
    assert offer(guided) == ""


def test_the_way_back_leads_before_the_first_of_two_readings(guided):
    key(Qt.Key.Key_F1)
    key(Qt.Key.Key_F1)
    assert offer(guided) == ""
    key(Qt.Key.Key_F1)
    press(guided, "As it was before")
    assert guided.store.state == MINE


def test_after_a_decision_the_next_reading_has_a_way_back_of_its_own(guided):
    key(Qt.Key.Key_F1)
    press(guided, "Keep it")
    kept = guided.store.state
    key(Qt.Key.Key_F1)
    guided.guide.progress.go(7)
    key(Qt.Key.Key_F1)
    press(guided, "As it was before")
    assert guided.store.state == kept


@pytest.mark.parametrize("left", [False, True])
def test_the_way_back_survives_a_restart(guided, open_lab, left):
    if left:
        key(Qt.Key.Key_F1)
    guided.close()
    again = open_lab()
    assert again.guide.is_open != left
    if not left:
        key(Qt.Key.Key_Escape)
    press(again, "As it was before")
    assert again.store.state == MINE
    assert again.window.view == "samplers"
