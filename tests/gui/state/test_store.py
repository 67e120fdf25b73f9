"""One state, its history, and what counts as one step of it."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gumbel_gui.core.parameters import ParameterError, Parameters
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store

EDITS = {
    "p": lambda x: lambda s: s.with_probability(int(x) % len(s.labels), x % 1),
    "t": lambda x: lambda s: s.with_parameter("temperature", x),
    "draws": lambda x: lambda s: s.with_parameter("draws", 1 + int(x)),
    "seed": lambda x: lambda s: s.with_parameter("seed", int(x)),
    "add": lambda _: lambda s: s.with_class_added(),
    "remove": lambda x: lambda s: s.without_class(int(x) % len(s.labels)),
    "label": lambda x: lambda s: s.with_label(int(x) % len(s.labels), f"{x:.2f}"),
    "lock": lambda x: lambda s: s.with_lock(int(x) % len(s.labels), x % 1 > 0.5),
    "bad": lambda x: lambda s: s.with_parameter("temperature", -1 - x),
}
edits = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.floats(0, 50)), max_size=30)


@settings(deadline=None)
@given(edits)
def test_undo_and_redo_pass_through_the_same_states(qapp, steps):
    store = Store(LabState())
    seen = [store.state]
    for name, x in steps:
        with suppress(ParameterError):
            store.edit(name, EDITS[name](x))
        if store.state != seen[-1]:
            seen.append(store.state)
    assert store.history.count() == len(seen) - 1
    for state in reversed(seen[:-1]):
        store.history.undo()
        assert store.state == state
    for state in seen[1:]:
        store.history.redo()
        assert store.state == state


@settings(deadline=None)
@given(st.lists(st.floats(-0.1, 1.1), min_size=1))
def test_a_gesture_is_one_step(qapp, values):
    store = Store(LabState())
    store.begin_gesture()
    for p in values:
        with suppress(ParameterError):
            store.edit("p", lambda s, p=p: s.with_probability(2, p), run="p 2")
    store.end_gesture()
    last = store.state
    assert store.history.count() == (last != LabState())
    store.history.undo()
    assert store.state == LabState()
    store.history.redo()
    assert store.state == last


def test_two_gestures_are_two_steps(make_store):
    store = make_store()
    for value in (0.5, 0.7):
        store.begin_gesture()
        for x in (0.3, value):
            store.edit("p", lambda s, x=x: s.with_probability(0, x))
        store.end_gesture()
    assert store.history.count() == 2
    store.history.undo()
    assert store.state.parameters.probabilities[0] == 0.5


def drag(store, *values, k=0):
    store.begin_gesture()
    for value in values:
        store.edit("p", lambda s, value=value: s.with_probability(k, value))
    store.end_gesture()


def test_a_drag_to_1_and_back_keeps_the_others_in_proportion(make_store):
    store = make_store((0.1, 0.2, 0.3, 0.4))
    drag(store, 0.5, 1.0, 0.6, 0.2)
    assert store.state.parameters.p == pytest.approx([0.2, 1.6 / 9, 2.4 / 9, 3.2 / 9])


def test_a_drag_of_t_there_and_back_leaves_no_step(make_store):
    store = make_store(temperature=0.3)
    store.begin_gesture()
    for t in (1.0, 100.0, 0.3):
        store.edit("t", lambda s, t=t: s.with_parameter("temperature", t))
    store.end_gesture()
    assert store.history.count() == 0
    assert store.state.parameters.temperature == 0.3


@settings(deadline=None)
@given(st.lists(st.floats(0.001, 1), min_size=2, max_size=8))
def test_a_drag_of_p_there_and_back_leaves_no_step(qapp, p):
    first = LabState(Parameters(tuple(p)), ("",) * len(p), (False,) * len(p))
    store = Store(first)
    drag(store, 0.0, 1.0, first.parameters.probabilities[0])
    assert store.state == first
    assert store.history.count() == 0


def test_a_drag_there_and_back_leaves_earlier_steps(make_store):
    store = make_store()
    store.edit("t", lambda s: s.with_parameter("temperature", 7))
    store.begin_gesture()
    for t in (8, 9, 7):
        store.edit("t", lambda s, t=t: s.with_parameter("temperature", t), run="t")
    store.end_gesture()
    assert store.history.count() == 1
    store.history.undo()
    assert store.state.parameters.temperature == 1


def step_t(store, *values, run):
    for t in values:
        store.edit("t", lambda s, t=t: s.with_parameter("temperature", t), run=run)


def test_a_run_of_small_steps_is_one_step(make_store):
    store = make_store()
    step_t(store, 2, 3, 4, run="t")
    assert store.history.count() == 1
    store.history.undo()
    assert store.state.parameters.temperature == 1


def test_a_run_there_and_back_leaves_no_step(make_store):
    store = make_store()
    step_t(store, 2, 1, run="t")
    assert store.history.count() == 0


def test_runs_of_different_names_and_edits_without_one_stay_apart(make_store):
    store = make_store()
    step_t(store, 2, 3, run="t")
    step_t(store, 4, 5, run="other")
    step_t(store, 6, run="t")
    step_t(store, 7, 8, run="")
    assert store.history.count() == 5


def test_a_run_after_a_gesture_is_another_step(make_store):
    store = make_store()
    store.begin_gesture()
    step_t(store, 2, 3, run="t")
    store.end_gesture()
    step_t(store, 4, run="t")
    assert store.history.count() == 2


def test_a_failed_edit_leaves_state_and_history(make_store, qtbot):
    store = make_store()
    step_t(store, 2, run="")
    before = store.state
    with qtbot.assertNotEmitted(store.changed), pytest.raises(ParameterError):
        store.edit("t", lambda s: s.with_parameter("temperature", -1))
    assert store.state is before
    assert store.history.count() == 1
    store.history.undo()
    assert store.history.canRedo()


def test_a_failed_edit_does_not_lose_what_could_be_redone(make_store):
    store = make_store()
    step_t(store, 2, run="")
    store.history.undo()
    with pytest.raises(ParameterError):
        store.edit("t", lambda s: s.with_parameter("temperature", -1))
    store.edit(
        "t", lambda s: s.with_parameter("temperature", s.parameters.temperature)
    )  # no change either
    assert store.history.canRedo()


def test_changed_is_emitted_once_for_each_change(make_store, qtbot):
    store = make_store()
    heard = []
    store.changed.connect(lambda: heard.append(store.state.parameters.temperature))
    step_t(store, 2, 2, 3, run="")
    step_t(store, 4, 5, 5, run="t")
    store.begin_gesture()
    step_t(store, 6, 7, 7, run="t")
    store.end_gesture()
    store.history.undo()
    store.history.redo()
    assert heard == [2, 3, 4, 5, 6, 7, 5, 7]


def test_undo_in_the_middle_of_a_gesture_goes_back_to_its_start(make_store):
    store = make_store(temperature=1)
    store.begin_gesture()
    step_t(store, 2, run="t")
    store.history.undo()
    step_t(store, 3, 4, run="t")
    store.end_gesture()
    assert store.history.count() == 1
    store.history.undo()
    assert store.state.parameters.temperature == 1


def test_undo_in_the_middle_of_a_gesture_may_go_on_past_its_start(make_store):
    store = make_store()
    store.edit("seed", lambda s: s.with_parameter("seed", 9))
    store.begin_gesture()
    step_t(store, 2, run="t")
    store.history.undo()
    store.history.undo()
    step_t(store, 3, run="t")
    store.end_gesture()
    assert (store.state.parameters.temperature, store.state.parameters.seed) == (3, 0)


def test_another_edit_in_the_middle_of_a_gesture_is_not_lost(make_store):
    """Ctrl+N, say, while the mouse holds a slider."""
    store = make_store()
    store.begin_gesture()
    step_t(store, 2, run="t")
    store.edit("seed", lambda s: s.with_parameter("seed", 9))
    step_t(store, 3, run="t")
    store.end_gesture()
    assert store.state.parameters.seed == 9
    assert store.state.parameters.temperature == 3


def test_steps_have_names(make_store):
    store = make_store()
    store.edit("Change t", lambda s: s.with_parameter("temperature", 3))
    assert store.history.undoText() == "Change t"
