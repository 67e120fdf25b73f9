"""The guide in the window: by the keyboard alone to the end, and always back."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QPushButton

from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.gui.guide.lessons import COUNT
from gumbel_gui.gui.guide.steps import STEPS
from gumbel_gui.gui.widgets.number_box import NumberBox

KEY = Qt.Key
ATTEMPTS = {
    1: ("Probability of class 0, slider", [KEY.Key_Right]),
    2: ("Fix it", [KEY.Key_Space]),
    3: ("Next draw (Ctrl+])", [KEY.Key_Space]),
    4: ("Number of draws", [KEY.Key_Right] * 9),
    5: (PARAMETERS["pair"].kind.places[0][1], [KEY.Key_Up]),
    6: (PARAMETERS["noise_scale"].words, [KEY.Key_1, KEY.Key_Return]),
    7: ("Temperature 0.1", [KEY.Key_Space]),
    8: ("Play: Annealing", [KEY.Key_Space]),
    9: ("Next draw (Ctrl+])", [KEY.Key_Space]),
    10: ("Play: Descent", [KEY.Key_Space]),
    11: (PARAMETERS["decoding_temperature"].words, [KEY.Key_0, KEY.Key_Return]),
    12: ("Temperature 0.1", [KEY.Key_Space]),
    13: (PARAMETERS["given"].kind.places[0][1], [KEY.Key_Up]),
    14: (PARAMETERS["bits"].words, [KEY.Key_1, KEY.Key_6, KEY.Key_Return]),
    15: ("Probability of class 0, slider", [KEY.Key_Right]),
}
"""A control and what is pressed there, by the number of the step."""
FURTHER = {6: 1, 11: 1, 14: 1}
"""Which of the controls of this name is meant, where a slider and a box share it."""


def name_of(widget):
    return widget.accessibleName() or getattr(widget, "text", lambda: "")()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def tab_to(name, which=0):
    """Go on with Tab until the control of this name has the focus, as a reader without a mouse."""
    passed = []
    for _ in range(250):
        press(KEY.Key_Tab)
        focus = QApplication.focusWidget()
        if name_of(focus).lower() == name.lower() and focus not in passed:
            if which == len(passed):
                return
            passed.append(focus)
    raise AssertionError(f"{name} cannot be reached with Tab")


@pytest.fixture
def guided(open_lab, qtbot):
    """Return a laboratory with the guide open at its first step."""
    lab = open_lab(size=(1440, 900))
    press(KEY.Key_F1)
    assert lab.guide.is_open
    return lab


def drawn(lab, qtbot):
    def all_there():
        result = lab.result
        same = result.parameters == lab.store.state.parameters
        return result.complete and same and tuple(result.summaries) == lab._shown

    qtbot.waitUntil(all_there, timeout=20_000)


def test_a_reader_with_the_keyboard_alone_reaches_the_end(guided, qtbot):
    lab, progress = guided, guided.guide.progress
    for number in range(1, COUNT + 1):
        drawn(lab, qtbot)
        assert progress.number == number
        assert not progress.tried
        assert tuple(lab.result.summaries) == lab.window._pages[progress.step.view].shown
        assert set(progress.step.plots) == set(lab.result.summaries)
        name, keys = ATTEMPTS[number]
        tab_to(name, FURTHER.get(number, 0))
        for key in keys:
            press(key)
        qtbot.waitUntil(lambda: progress.tried, timeout=20_000)
        press(KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert not lab.guide.is_open
    assert progress.tried_steps == tuple(range(1, COUNT + 1))
    assert not any(playback.running for playback in lab.playbacks.values())


@pytest.mark.sweep(4)
@pytest.mark.parametrize("number", range(1, COUNT + 1))
def test_undo_and_back_lead_out_of_every_step(guided, qtbot, number):
    lab, progress = guided, guided.guide.progress
    lab.store.history.clear()
    mine = lab.store.state.with_vector((0.2, 0.5, 0.3)).with_parameter("temperature", 3)
    lab.store.edit("mine", lambda _: mine)
    progress.go(number)
    drawn(lab, qtbot)
    assert lab._view == STEPS[number - 1].view
    lab.store.history.undo()
    assert lab.store.state == mine
    drawn(lab, qtbot)
    lab.store.history.redo()
    if number > 1:
        press(KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert progress.number == number - 1
        assert lab.store.state == STEPS[number - 2].prepare(lab.store.state)
        assert lab._view == STEPS[number - 2].view
    drawn(lab, qtbot)


def test_what_plays_rests_when_the_reader_goes_on(guided, qtbot):
    progress = guided.guide.progress
    progress.go(8)
    drawn(guided, qtbot)
    guided.playbacks["schedule"].toggle()
    assert guided.playbacks["schedule"].running
    progress.next()
    assert not guided.playbacks["schedule"].running


def test_all_plots_of_the_view_come_back_when_the_guide_closes(guided, qtbot):
    assert len(guided.window._pages["sample"].shown) == 1
    press(KEY.Key_F1)
    drawn(guided, qtbot)
    assert not guided.guide.is_open
    assert len(guided.window._pages["sample"].shown) == 4
    assert len(guided.result.summaries) == 4


def test_the_place_of_the_reader_survives_a_restart(guided, open_lab, stored, qtbot):
    guided.guide.progress.go(4)
    drawn(guided, qtbot)
    guided.store.edit("draws", lambda s: s.with_parameter("draws", 200_000))
    state = guided.store.state
    guided.close()
    assert stored.values()["guide"]["number"] == 4
    again = open_lab()
    assert again.guide.is_open
    assert again.guide.progress.number == 4
    assert again.guide.progress.tried
    assert again.store.state == state
    assert again.window._pages["sample"].shown == STEPS[3].plots
    drawn(again, qtbot)


@pytest.mark.parametrize("damaged", [[], {"open": 1}, {"number": "x", "tried": 7}, "{", None])
def test_a_damaged_place_is_the_beginning(open_lab, stored, damaged):
    stored.put(guide=damaged)
    lab = open_lab()
    assert lab._guiding._made is None
    assert lab.guide.progress.number == 1
    assert not lab.guide.is_open


def test_the_keyboard_goes_to_the_text_when_a_step_hides_what_had_it(guided, qtbot):
    guided.guide.progress.go(5)
    drawn(guided, qtbot)
    guided.window.cards["winning_region"].setFocus()
    press(KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    drawn(guided, qtbot)
    focus = QApplication.focusWidget()
    assert guided.guide.panel.isAncestorOf(focus)
    press(KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    guided.window.probabilities.findChildren(QPushButton)[0].setFocus()
    press(KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    drawn(guided, qtbot)
    assert not guided.guide.panel.isAncestorOf(QApplication.focusWidget())


def test_tab_reaches_the_cards_before_the_guide_in_every_view(guided, qtbot):
    for number in (5, 9, 10):
        guided.guide.progress.go(number)
        drawn(guided, qtbot)
        guided.window._guide.setFocus()
        passed = []
        while not guided.guide.panel.isAncestorOf(QApplication.focusWidget()):
            press(KEY.Key_Tab)
            passed.append(QApplication.focusWidget())
            assert len(passed) < 60
        cards = [guided.window.cards[name] for name in guided.guide.progress.step.plots]
        assert [each for each in passed if each in cards] == cards
        for card in cards:
            controls, ways = card.focus_order()[1:-2], card.focus_order()[-2:]
            reached = [passed.index(each) for each in (*controls, ways[0]) if each in passed]
            assert ways[0] in passed
            assert reached == sorted(reached)


@pytest.mark.parametrize("language", [[], {}, 7, None, "fr", "zh"])
def test_any_language_in_the_settings_lets_the_program_start(open_lab, stored, language, qtbot):
    stored.put(guide={"open": True, "number": 3, "tried": [], "language": language})
    lab = open_lab()
    assert lab.guide.is_open
    assert lab.guide.progress.number == 3
    drawn(lab, qtbot)


def test_what_is_being_typed_belongs_to_the_state_before_the_step(guided, qtbot):
    lab, progress = guided, guided.guide.progress
    progress.go(10)
    drawn(lab, qtbot)
    (weights,) = (
        box
        for box in lab.window.cards["gradient_estimators"].findChildren(NumberBox)
        if name_of(box).lower() == PARAMETERS["weights"].words
    )
    weights.setFocus()
    weights.selectAll()
    QTest.keyClicks(weights, "3, 3, 3, 3, 3")
    press(KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert lab.store.state == STEPS[8].prepare(lab.store.state)
    assert not progress.tried
    lab.store.history.undo()
    assert lab.store.state.parameters.weights == (3,) * 5
    drawn(lab, qtbot)


def test_another_view_beside_the_guide_is_there_again_at_the_next_start(guided, open_lab, qtbot):
    guided.guide.progress.go(10)
    guided.set_view("sample")
    drawn(guided, qtbot)
    guided.close()
    again = open_lab()
    assert again.guide.is_open
    assert len(again.window._pages["sample"].shown) == 4
    drawn(again, qtbot)
