"""Playback: it reaches its end, pauses when anything else changes, and is one undo step."""

import math

import pytest
from PyQt6.QtCore import QTimer

from gumbel_gui.core.annealing import schedule_length, schedule_temperature
from gumbel_gui.core.parameters import MAX_STEPS
from gumbel_gui.gui.state.playback import TICK_MS, TICKS, descent_of

SCHEDULES = [
    (5.0, 0.05, 0.1),
    (100.0, 0.0001, 0.01),  # 92,104 steps
    (1.0, 10.0, 1.0),  # at its end from the beginning
    (100.0, 10.0, 0.01),  # one step
    (5.0, 1.5, 0.1),  # three
    (1.23456789, 0.01, 0.123456789),
    (1.0, math.log(10) / 100, 0.1),  # exactly 100
    (1.0, 0.0001, 0.99999),
    (0.01, 0.0001, 0.01),
]
each_schedule = pytest.mark.parametrize("schedule", SCHEDULES)
TEMPERATURES = [0.0, 5e-324, 0.01, 0.5, 4.999999, 1e300, 1.7e308]


@pytest.fixture
def store(make_store):
    return make_store(temperature=0.5, steps=100)


@pytest.fixture
def playbacks(store, playbacks_of):
    return playbacks_of(store)


@pytest.fixture
def annealing(playbacks):
    return playbacks["schedule"]


@pytest.fixture
def descent(playbacks):
    return playbacks["steps"]


def timer(playback):
    return playback.findChild(QTimer)


def tick(playback, times=1):
    for _ in range(times):
        timer(playback).timeout.emit()


def play(playback):
    """Play to the end; return the ticks that it took."""
    playback.toggle()
    for ticks in range(TICKS + 2):
        if not playback.running:
            return ticks
        tick(playback)
    raise AssertionError("it never ends")


def t_of(store):
    return store.state.parameters.temperature


def steps_of(store):
    return store.state.parameters.steps


@each_schedule
@pytest.mark.parametrize("t", TEMPERATURES)
def test_annealing_reaches_its_end_from_anywhere_in_six_seconds(store, annealing, schedule, t):
    store.edit(
        "t", lambda s: s.with_parameter("temperature", t).with_parameter("schedule", schedule)
    )
    assert 0 <= annealing.place() <= annealing.length() == schedule_length(schedule)
    assert (annealing.place() == annealing.length()) == (t <= schedule[2])
    assert play(annealing) <= TICKS
    assert t_of(store) == schedule[2]
    assert annealing.place() == annealing.length()
    assert not timer(annealing).isActive()


@each_schedule
def test_every_place_of_the_schedule_is_found_again(store, annealing, schedule):
    """Or a slider would jump in a drag, and a key lead nowhere."""
    store.edit("schedule", lambda s: s.with_parameter("schedule", schedule))
    length = annealing.length()
    near_the_ends = {*range(min(length, 40)), *range(max(length - 40, 0), length)}
    lowest = length if schedule[0] == schedule[2] else 0
    for step in sorted({*near_the_ends, *range(0, length, 1 + length // 300), length}):
        annealing.go(step)
        assert annealing.place() == max(step, lowest)
        assert t_of(store) == pytest.approx(schedule_temperature(schedule, step), rel=1e-5)
        assert schedule[2] <= t_of(store) <= schedule[0]
    annealing.go(0)
    assert t_of(store) == schedule[0]


def test_temperatures_on_the_way_are_short_numbers(store, annealing):
    annealing.go(1)
    assert t_of(store) == 4.75615  # 5·exp(−0.05)


def test_annealing_falls_along_the_schedule(store, annealing):
    store.edit("t", lambda s: s.with_parameter("temperature", 5))
    annealing.toggle()
    for step in range(1, 80):
        assert annealing.running
        tick(annealing)
        assert t_of(store) == pytest.approx(max(0.1, 5 * math.exp(-0.05 * step)), rel=1e-5)
    assert not annealing.running


def test_it_goes_on_from_where_t_is(store, annealing):
    annealing.toggle()
    assert annealing.place() == 46  # ln(5 / 0.5) / 0.05
    tick(annealing)
    assert t_of(store) == pytest.approx(5 * math.exp(-0.05 * 47), rel=1e-5)


def test_from_the_end_it_begins_anew(store, annealing, descent):
    store.edit(
        "ends", lambda s: s.with_parameter("temperature", 0).with_parameter("steps", MAX_STEPS)
    )
    annealing.toggle()
    assert t_of(store) == 5
    annealing.pause()
    descent.toggle()
    assert steps_of(store) == 0


def test_descent_goes_through_all_steps(store, descent):
    assert (descent.place(), descent.length()) == (100, MAX_STEPS)
    descent.reset()
    assert play(descent) == MAX_STEPS // math.ceil(MAX_STEPS / TICKS)
    assert steps_of(store) == MAX_STEPS


def test_it_signals_when_it_runs_and_pauses(descent, qtbot):
    for act, running in (
        (descent.toggle, True),
        (descent.toggle, False),
        (descent.toggle, True),
        (descent.pause, False),
        (descent.toggle, True),
        (descent.reset, False),
        (descent.toggle, True),
        (lambda: tick(descent, 150), False),
    ):
        with qtbot.waitSignal(descent.changed, timeout=0):
            act()
        assert descent.running == running
    with qtbot.assertNotEmitted(descent.changed):
        descent.pause()
        descent.reset()


def test_the_timer_itself_ticks(store, qtbot):
    descent = descent_of(store)
    assert timer(descent).interval() == TICK_MS
    store.edit("late", lambda s: s.with_parameter("steps", MAX_STEPS - 5))
    descent.toggle()
    qtbot.waitUntil(lambda: not descent.running)
    assert steps_of(store) == MAX_STEPS


# Undo.


def test_one_play_is_one_undo_step(store, annealing):
    annealing.toggle()
    tick(annealing, 5)
    annealing.toggle()
    assert store.history.count() == 1
    middle = t_of(store)
    play(annealing)
    assert t_of(store) == 0.1
    play(annealing)
    assert store.history.count() == 2  # the last one came back to where it began
    for t in (middle, 0.5):
        store.history.undo()
        assert t_of(store) == t
    for t in (middle, 0.1):
        store.history.redo()
        assert t_of(store) == t


def test_a_reset_is_a_step_of_its_own(store, descent):
    descent.toggle()
    tick(descent, 3)
    descent.reset()
    assert steps_of(store) == 0
    descent.toggle()
    tick(descent, 3)
    for steps in (0, 106, 100):
        store.history.undo()
        assert steps_of(store) == steps
    assert not store.history.canUndo()


def test_an_undo_while_it_plays_takes_the_run_back_and_stays(store, annealing):
    annealing.toggle()
    tick(annealing, 5)
    store.history.undo()
    assert t_of(store) == 0.5
    assert not annealing.running
    assert store.history.canRedo()
    store.history.redo()
    assert t_of(store) == pytest.approx(5 * math.exp(-0.05 * 51), rel=1e-5)
    assert not annealing.running


@pytest.mark.parametrize(
    "edit",
    [
        lambda s: s.with_parameter("temperature", 3),
        lambda s: s.with_vector((1, 2, 3)),
        lambda s: s.with_parameter("schedule", (2.0, 0.1, 0.5)),
        lambda s: s.with_parameter("steps", 7),
        lambda s: s.with_parameter("seed", 9),
    ],
    ids=["t", "p", "schedule", "steps", "seed"],
)
@pytest.mark.parametrize("name", ["schedule", "steps"])
def test_it_pauses_when_something_else_is_changed(store, playbacks, name, edit):
    playback = playbacks[name]
    playback.toggle()
    tick(playback, 2)
    store.edit("other", edit)
    assert not playback.running
    assert store.history.count() == 2
    assert play(playback) <= TICKS
    assert playback.place() == playback.length()


@pytest.mark.parametrize(
    "edit",
    [
        lambda s: s.with_label(0, "rain"),
        lambda s: s.with_option("simplex.density", True),
        lambda s: s.with_lock(1, True),
    ],
    ids=["label", "option", "lock"],
)
def test_names_and_options_do_not_stop_it(store, annealing, edit):
    annealing.toggle()
    store.edit("other", edit)
    tick(annealing)
    assert annealing.running


def test_one_runs_at_a_time(store, annealing, descent):
    annealing.toggle()
    tick(annealing)
    descent.toggle()
    assert annealing.running  # nothing has moved yet
    tick(descent)
    assert (annealing.running, descent.running) == (False, True)


def test_an_edit_that_fails_leaves_it_in_order(store, descent, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(store, "edit", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            descent.go(3)
    descent.toggle()
    store.edit("other", lambda s: s.with_parameter("seed", 5))
    assert not descent.running


def test_it_pauses_when_a_drag_begins(store, annealing):
    annealing.reset()
    annealing.toggle()
    assert annealing.running
    store.begin_gesture()
    assert not annealing.running
    store.end_gesture()
