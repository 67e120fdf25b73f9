"""The hands on what plays: buttons, keys, and a slider that scrubs."""

import pytest
from PyQt6.QtCore import QPoint, Qt, QTimer
from PyQt6.QtGui import QFontMetrics
from PyQt6.QtWidgets import QPushButton

from gumbel_gui.core.parameters import MAX_STEPS
from gumbel_gui.gui.fields import NumberSlider
from gumbel_gui.gui.player import Player


@pytest.fixture
def store(make_store):
    return make_store(temperature=1, steps=100)


@pytest.fixture
def runners(store, runners_of):
    return runners_of(store)


@pytest.fixture(params=["schedule", "steps"])
def runner(runners, request):
    return runners[request.param]


@pytest.fixture
def player(store, runner, show):
    return show(Player(store, runner), 273)


def parts(player):
    play, reset = player.findChildren(QPushButton)
    return play, reset, player.findChild(NumberSlider)


def tick(runner, times=1):
    for _ in range(times):
        runner.findChild(QTimer).timeout.emit()


def test_it_shows_where_it_is(store, runner, player):
    slider = parts(player)[2]
    assert (slider.value(), slider.maximum()) == (runner.place(), runner.length())
    runner.go(33)
    assert slider.value() == 33
    assert store.history.count() == 1  # none of it by the slider itself


def test_a_click_plays_and_another_one_pauses(runner, player, click):
    play, _, slider = parts(player)
    start = runner.place()
    assert play.text() == "Play"
    click(play)
    assert runner.running
    assert play.text() == "Pause"
    tick(runner, 2)
    assert slider.value() == runner.place() > start
    click(play)
    assert not runner.running
    assert play.text() == "Play"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_return_press_the_buttons(runner, player, qtbot, key):
    play, reset, _ = parts(player)
    play.setFocus()
    qtbot.keyClick(play, key)
    assert runner.running
    qtbot.keyClick(play, key)
    assert not runner.running
    assert play.hasFocus()
    qtbot.keyClick(reset, key)
    assert runner.place() == 0


def test_tab_goes_from_one_to_the_next(player, qtbot):
    play, reset, slider = parts(player)
    play.setFocus()
    for before, after in ((play, reset), (reset, slider)):
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()


def test_the_names_say_what_is_played(runners, runner, player):
    def names():
        return [each.accessibleName() for each in parts(player)]

    name = runner.name
    assert names() == [f"Play: {name}", f"Reset: {name}", f"{name}: step"]
    runner.toggle()
    assert names()[0] == f"Pause: {name}"
    assert len({each.name for each in runners.values()}) == 2


def test_nothing_moves_when_the_word_changes_and_none_is_cut(runner, player, qapp):
    places = [each.geometry() for each in parts(player)]
    runner.toggle()
    qapp.processEvents()
    assert [each.geometry() for each in parts(player)] == places
    play = parts(player)[0]
    assert play.width() >= QFontMetrics(play.font()).horizontalAdvance("Pause") + 12


def test_reset_goes_back_and_rests(store, runner, player, click):
    play, reset, slider = parts(player)
    click(play)
    tick(runner, 4)
    click(reset)
    assert not runner.running
    assert runner.place() == slider.value() == 0
    assert play.text() == "Play"


def test_a_scrub_is_one_step_and_pauses(store, runner, player, drag, click):
    play, _, slider = parts(player)
    click(play)
    tick(runner, 3)
    played = store.state
    with drag(slider) as move:
        assert not runner.running
        for pixels in (20, 40, -30, 10, 5000):
            move(pixels)
            assert slider.value() == runner.place()
        assert runner.place() == runner.length()
        move(-5000)
        assert runner.place() == 0
    assert store.history.count() == 2
    store.history.undo()
    assert store.state == played
    store.history.undo()
    assert not store.history.canUndo()
    store.history.redo()
    assert store.state == played


def test_a_tick_cannot_come_between_press_and_move(store, runner, player, drag):
    """It would be taken for a part of the drag."""
    slider = parts(player)[2]
    runner.toggle()
    tick(runner)
    with drag(slider):
        pass
    assert not runner.running
    assert store.history.count() == 1


def test_play_and_the_keys_before_and_after_it_are_three_steps(store, runner, player, qtbot):
    _, _, slider = parts(player)
    states = [store.state]
    for act in (
        lambda: qtbot.keyClick(slider, Qt.Key.Key_Right),
        lambda: (runner.toggle(), tick(runner, 3), runner.toggle()),
        lambda: qtbot.keyClick(slider, Qt.Key.Key_Left),
        lambda: qtbot.keyClick(slider, Qt.Key.Key_Left),
    ):
        act()
        states.append(store.state)
    assert store.history.count() == 3
    for state in (states[2], states[1], states[0]):
        store.history.undo()
        assert store.state == state


def test_what_follows_a_scrub_is_no_part_of_it(store, runner, player, drag, qtbot):
    slider = parts(player)[2]
    with drag(slider) as move:
        move(40)
    scrubbed = store.state
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert store.history.count() == 2
    store.history.undo()
    assert store.state == scrubbed


def test_scrubs_are_steps_of_their_own_and_leave_none_there_and_back(store, player, drag):
    slider = parts(player)[2]
    for pixels in (60, -30):
        with drag(slider) as move:
            move(pixels)
    assert store.history.count() == 2
    with drag(slider) as move:
        move(30)
        move(0)
    assert store.history.count() == 2


def test_the_keys_of_the_slider_scrub(store, runner, player, qtbot):
    slider = parts(player)[2]
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert runner.place() == 0
    for key, change in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_PageUp, runner.length() // 10),
        (Qt.Key.Key_PageDown, -(runner.length() // 10)),
    ):
        before = runner.place()
        qtbot.keyClick(slider, key)
        assert runner.place() == slider.value() == before + change
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert runner.place() == runner.length()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert runner.place() == slider.value() == runner.length() - 1
    assert store.history.count() == 1


def test_keys_pause_what_plays(runner, player, qtbot):
    runner.toggle()
    qtbot.keyClick(parts(player)[2], Qt.Key.Key_Right)
    assert not runner.running


def test_the_wheel_counts_only_with_the_focus(runner, player, turn):
    play, _, slider = parts(player)
    before = runner.place()
    play.setFocus()
    turn(slider)
    assert runner.place() == before
    slider.setFocus()
    turn(slider)
    assert runner.place() != before


def test_the_slider_follows_another_schedule(store, runners, show):
    runner = runners["schedule"]
    slider = parts(show(Player(store, runner)))[2]
    steps = store.history.count()
    for schedule, length in (
        ((100.0, 0.0001, 0.01), 92_104),
        ((5.0, 1.5, 0.1), 3),
        ((1.0, 0.1, 1.0), 1),
        ((5.0, 0.05, 0.1), 79),
    ):
        store.edit("schedule", lambda s, x=schedule: s.with_knob("schedule", x))
        assert slider.maximum() == length
        assert slider.value() == runner.place()
        assert slider.pageStep() == max(length // 10, 1)
        steps += 1
        assert store.history.count() == steps
    assert store.state.parameters.temperature == 1


def test_a_click_beside_the_handle_goes_a_page_on(store, runners, show, qtbot):
    runner = runners["steps"]
    slider = parts(show(Player(store, runner), 400))[2]
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(slider, left, pos=QPoint(slider.width() - 2, slider.height() // 2))
    assert runner.place() == 100 + MAX_STEPS // 10


def test_undo_while_it_plays(store, runner, player):
    play, _, slider = parts(player)
    before = runner.place()
    runner.toggle()
    tick(runner, 4)
    store.history.undo()
    assert runner.place() == slider.value() == before
    assert play.text() == "Play"
