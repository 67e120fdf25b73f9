"""PlaybackControl: play, pause, reset, and the slider."""

import pytest
from PyQt6.QtCore import QPoint, Qt, QTimer
from PyQt6.QtGui import QFontMetrics
from PyQt6.QtWidgets import QPushButton

from gumbel_gui.core.parameters import MAX_STEPS
from gumbel_gui.gui.controls.playback_control import PlaybackControl
from gumbel_gui.gui.widgets.number_slider import NumberSlider


@pytest.fixture
def store(make_store):
    return make_store(temperature=1, steps=100)


@pytest.fixture
def playbacks(store, playbacks_of):
    return playbacks_of(store)


@pytest.fixture(params=["schedule", "steps"])
def playback(playbacks, request):
    return playbacks[request.param]


@pytest.fixture
def control(store, playback, show):
    return show(PlaybackControl(store, playback), 273)


def parts(control):
    play, reset = control.findChildren(QPushButton)
    return play, reset, control.findChild(NumberSlider)


def tick(playback, times=1):
    for _ in range(times):
        playback.findChild(QTimer).timeout.emit()


def test_it_shows_where_it_is(store, playback, control):
    slider = parts(control)[2]
    assert (slider.value(), slider.maximum()) == (playback.place(), playback.length())
    playback.go(33)
    assert slider.value() == 33
    assert store.history.count() == 1  # none of it by the slider itself


def test_a_click_plays_and_another_one_pauses(playback, control, click):
    play, _, slider = parts(control)
    start = playback.place()
    assert play.text() == "Play"
    click(play)
    assert playback.running
    assert play.text() == "Pause"
    tick(playback, 2)
    assert slider.value() == playback.place() > start
    click(play)
    assert not playback.running
    assert play.text() == "Play"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_return_press_the_buttons(playback, control, qtbot, key):
    play, reset, _ = parts(control)
    play.setFocus()
    qtbot.keyClick(play, key)
    assert playback.running
    qtbot.keyClick(play, key)
    assert not playback.running
    assert play.hasFocus()
    qtbot.keyClick(reset, key)
    assert playback.place() == 0


def test_tab_goes_from_one_to_the_next(control, qtbot):
    play, reset, slider = parts(control)
    play.setFocus()
    for before, after in ((play, reset), (reset, slider)):
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()


def test_the_names_say_what_is_played(playbacks, playback, control):
    def names():
        return [each.accessibleName() for each in parts(control)]

    name = playback.name
    assert names() == [f"Play: {name}", f"Reset: {name}", f"{name}: step"]
    playback.toggle()
    assert names()[0] == f"Pause: {name}"
    assert len({each.name for each in playbacks.values()}) == 2


def test_nothing_moves_when_the_word_changes_and_none_is_cut(playback, control, qapp):
    places = [each.geometry() for each in parts(control)]
    playback.toggle()
    qapp.processEvents()
    assert [each.geometry() for each in parts(control)] == places
    play = parts(control)[0]
    assert play.width() >= QFontMetrics(play.font()).horizontalAdvance("Pause") + 12


def test_reset_goes_back_and_rests(store, playback, control, click):
    play, reset, slider = parts(control)
    click(play)
    tick(playback, 4)
    click(reset)
    assert not playback.running
    assert playback.place() == slider.value() == 0
    assert play.text() == "Play"


def test_a_scrub_is_one_step_and_pauses(store, playback, control, drag, click):
    play, _, slider = parts(control)
    click(play)
    tick(playback, 3)
    played = store.state
    with drag(slider) as move:
        assert not playback.running
        for pixels in (20, 40, -30, 10, 5000):
            move(pixels)
            assert slider.value() == playback.place()
        assert playback.place() == playback.length()
        move(-5000)
        assert playback.place() == 0
    assert store.history.count() == 2
    store.history.undo()
    assert store.state == played
    store.history.undo()
    assert not store.history.canUndo()
    store.history.redo()
    assert store.state == played


def test_a_tick_cannot_come_between_press_and_move(store, playback, control, drag):
    """It would be taken for a part of the drag."""
    slider = parts(control)[2]
    playback.toggle()
    tick(playback)
    with drag(slider):
        pass
    assert not playback.running
    assert store.history.count() == 1


def test_play_and_the_keys_before_and_after_it_are_three_steps(store, playback, control, qtbot):
    _, _, slider = parts(control)
    states = [store.state]
    for act in (
        lambda: qtbot.keyClick(slider, Qt.Key.Key_Right),
        lambda: (playback.toggle(), tick(playback, 3), playback.toggle()),
        lambda: qtbot.keyClick(slider, Qt.Key.Key_Left),
        lambda: qtbot.keyClick(slider, Qt.Key.Key_Left),
    ):
        act()
        states.append(store.state)
    assert store.history.count() == 3
    for state in (states[2], states[1], states[0]):
        store.history.undo()
        assert store.state == state


def test_what_follows_a_scrub_is_no_part_of_it(store, playback, control, drag, qtbot):
    slider = parts(control)[2]
    with drag(slider) as move:
        move(40)
    scrubbed = store.state
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert store.history.count() == 2
    store.history.undo()
    assert store.state == scrubbed


def test_scrubs_are_steps_of_their_own_and_leave_none_there_and_back(store, control, drag):
    slider = parts(control)[2]
    for pixels in (60, -30):
        with drag(slider) as move:
            move(pixels)
    assert store.history.count() == 2
    with drag(slider) as move:
        move(30)
        move(0)
    assert store.history.count() == 2


def test_the_keys_of_the_slider_scrub(store, playback, control, qtbot):
    slider = parts(control)[2]
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert playback.place() == 0
    for key, change in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_PageUp, playback.length() // 10),
        (Qt.Key.Key_PageDown, -(playback.length() // 10)),
    ):
        before = playback.place()
        qtbot.keyClick(slider, key)
        assert playback.place() == slider.value() == before + change
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert playback.place() == playback.length()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert playback.place() == slider.value() == playback.length() - 1
    assert store.history.count() == 1


def test_keys_pause_what_plays(playback, control, qtbot):
    playback.toggle()
    qtbot.keyClick(parts(control)[2], Qt.Key.Key_Right)
    assert not playback.running


def test_the_wheel_counts_only_with_the_focus(playback, control, turn):
    play, _, slider = parts(control)
    before = playback.place()
    play.setFocus()
    turn(slider)
    assert playback.place() == before
    slider.setFocus()
    turn(slider)
    assert playback.place() != before


def test_the_slider_follows_another_schedule(store, playbacks, show):
    playback = playbacks["schedule"]
    slider = parts(show(PlaybackControl(store, playback)))[2]
    steps = store.history.count()
    for schedule, length in (
        ((100.0, 0.0001, 0.01), 92_104),
        ((5.0, 1.5, 0.1), 3),
        ((1.0, 0.1, 1.0), 1),
        ((5.0, 0.05, 0.1), 79),
    ):
        store.edit("schedule", lambda s, x=schedule: s.with_parameter("schedule", x))
        assert slider.maximum() == length
        assert slider.value() == playback.place()
        assert slider.pageStep() == max(length // 10, 1)
        steps += 1
        assert store.history.count() == steps
    assert store.state.parameters.temperature == 1


def test_a_click_in_the_groove_goes_there(store, playbacks, show, qtbot):
    playback = playbacks["steps"]
    slider = parts(show(PlaybackControl(store, playback), 400))[2]
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(slider, left, pos=QPoint(slider.width() - 2, slider.height() // 2))
    assert playback.place() == MAX_STEPS


def test_undo_while_it_plays(store, playback, control):
    play, _, slider = parts(control)
    before = playback.place()
    playback.toggle()
    tick(playback, 4)
    store.history.undo()
    assert playback.place() == slider.value() == before
    assert play.text() == "Play"
