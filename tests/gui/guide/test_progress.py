"""GuideProgress: what a step prepares, what counts as an attempt, and ways out of every step."""

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.gui.guide.lessons import COUNT
from gumbel_gui.gui.guide.progress import GuideProgress
from gumbel_gui.gui.guide.steps import STEPS
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store

NUMBERS = range(1, COUNT + 1)
ATTEMPTS = {
    1: lambda s: s.with_probability(0, 0.1),
    2: lambda s: s.with_parameter("mistake", Mistake.NONE),
    3: lambda s: s.with_parameter("selected", 2),
    4: lambda s: s.with_parameter("draws", 100_000),
    5: lambda s: s.with_parameter("pair", (3, 1)),
    6: lambda s: s.with_parameter("noise_scale", 1),
    7: lambda s: s.with_parameter("temperature", 0.1),
    8: lambda s: s.with_parameter("temperature", 3),
    9: lambda s: s.with_parameter("temperature", 0.1),
    10: lambda s: s.with_parameter("steps", 300),
    11: lambda s: s.with_parameter("decoding_temperature", 0.5),
    12: lambda s: s.with_parameter("temperature", 0.5),
    13: lambda s: s.with_parameter("given", (0,)),
    14: lambda s: s.with_parameter("bits", 16),
    15: lambda s: s.with_probability(0, 0.1),
}
OWN = (
    LabState()
    .with_vector((1, 2, 3))
    .with_parameter("temperature", 3)
    .with_parameter("draws", 300_000)
)
"""A state in which most steps would count as tried."""
EDITS = [
    lambda s: s.with_parameter("temperature", 0.05),
    lambda s: s.with_parameter("temperature", 1),
    lambda s: s.with_probability(0, 0.25),
    lambda s: s.with_parameter("draws", 200_000),
    lambda s: s.with_parameter("draws", 100),
    lambda s: s.with_parameter("selected", 9),
    lambda s: s.with_parameter("mistake", Mistake.NONE),
    lambda s: s.with_parameter("mistake", Mistake.NO_NOISE),
    lambda s: s.with_parameter("pair", (0, 1)),
    lambda s: s.with_parameter("noise_scale", 1),
    lambda s: s.with_parameter("loss", Loss.COST),
    lambda s: s.with_class_added(),
    lambda s: s.with_option("noise_histogram.cdf", True),
]


@pytest.fixture
def start(qapp):
    """Return a function that gives a store and a tour on it."""
    return lambda state=OWN: (store := Store(state), GuideProgress(store))


def heard(signal):
    said = []
    signal.connect(lambda *what: said.append(what))
    return said


def prepared(number, state=OWN):
    return STEPS[number - 1].prepare(state)


@pytest.mark.parametrize("number", NUMBERS)
def test_going_to_a_step_prepares_it_and_asks_for_its_view(start, number):
    store, progress = start()
    wanted = heard(progress.view_wanted)
    progress.go(number)
    assert progress.number == number
    assert store.state == prepared(number)
    assert wanted == [(STEPS[number - 1].view, STEPS[number - 1].plots)]
    assert store.history.count() == 1
    assert store.history.undoText() == f"Guide: step {number}"
    assert not progress.tried


@pytest.mark.parametrize("number", NUMBERS)
def test_undo_leads_back_to_what_was_there_and_is_no_attempt(start, number):
    store, progress = start()
    progress.go(number)
    store.history.undo()
    assert store.state == OWN
    assert (progress.number, progress.tried) == (number, False)
    store.history.redo()
    assert store.state == prepared(number)
    assert (progress.number, progress.tried) == (number, False)
    store.edit("try", ATTEMPTS[number])
    assert progress.tried


@pytest.mark.parametrize("number", NUMBERS)
def test_an_attempt_is_noticed_and_stays(start, number):
    store, progress = start()
    progress.go(number)
    told = heard(progress.changed)
    store.edit("by the way", lambda s: s.with_parameter("seed", 5))
    assert not progress.tried
    assert told == []
    store.edit("try", ATTEMPTS[number])
    assert progress.tried
    assert progress.tried_steps == (number,)
    for _ in range(3):
        store.history.undo()
        assert progress.tried
    assert len(told) == 1
    progress.go(1 if number > 1 else 2)
    progress.go(number)
    assert progress.tried


@pytest.mark.parametrize("number", NUMBERS)
def test_a_step_that_is_set_up_again_can_be_tried_anew(start, number):
    store, progress = start()
    progress.go(number)
    store.edit("try", ATTEMPTS[number])
    told = heard(progress.changed)
    progress.again()
    assert not progress.tried
    assert len(told) == 1
    store.edit("try", ATTEMPTS[number])
    assert progress.tried


def test_an_attempt_may_take_several_edits(start):
    store, progress = start()
    progress.go(7)
    store.begin_gesture()
    for t in (0.9, 0.5, 0.2):
        store.edit("drag", lambda s, t=t: s.with_parameter("temperature", t), run="t")
        assert not progress.tried
    store.edit("drag", lambda s: s.with_parameter("temperature", 0.1), run="t")
    store.end_gesture()
    assert progress.tried
    store.history.undo()
    assert store.state == prepared(7)


def test_what_is_done_after_the_preparation_was_undone_is_no_attempt(start):
    store, progress = start()
    progress.go(1)
    store.history.undo()
    store.edit("own", lambda s: s.with_probability(0, 0.7))
    store.edit("own", lambda s: s.with_probability(0, 0.8))
    assert not progress.tried
    progress.again()
    assert not progress.tried
    store.edit("try", ATTEMPTS[1])
    assert progress.tried


def test_what_is_done_while_nobody_reads_is_no_attempt(start):
    store, progress = start()
    progress.go(7)
    progress.rest()
    store.edit("own", ATTEMPTS[7])
    assert not progress.tried


def test_a_state_that_is_prepared_already_makes_no_step_of_the_history(start):
    store, progress = start(prepared(3))
    progress.go(3)
    assert store.history.count() == 0
    store.edit("try", ATTEMPTS[3])
    assert progress.tried


def test_next_and_back_lead_through_all_steps_and_stop_at_the_ends(start):
    store, progress = start()
    progress.go(1)
    for number in NUMBERS:
        assert (progress.number, progress.at_end) == (number, number == COUNT)
        assert store.state == prepared(number)
        progress.next()
    assert progress.number == COUNT
    for number in reversed(NUMBERS):
        assert store.state == prepared(number)
        progress.back()
    assert (progress.number, progress.tried_steps) == (1, ())
    ways = [OWN, *map(prepared, NUMBERS), *map(prepared, reversed(range(1, COUNT)))]
    others = sum(before != after for before, after in pairwise(ways))
    assert store.history.count() == others  # some steps begin with what the one before began with
    while store.history.canUndo():
        store.history.undo()
    assert store.state == OWN


@pytest.mark.parametrize("number", NUMBERS)
def test_again_brings_back_what_the_step_began_with(start, number):
    store, progress = start()
    progress.go(number)
    store.edit("try", ATTEMPTS[number])
    after = store.state
    progress.again()
    assert store.state == prepared(number)
    store.history.undo()
    assert store.state == after


def test_each_step_is_told_once(start):
    _, progress = start()
    told = heard(progress.changed)
    progress.next()
    progress.go(5)
    progress.back()
    progress.again()
    assert len(told) == 3


@pytest.mark.parametrize("number", [0, COUNT + 1, -1])
def test_there_is_no_other_step(start, number):
    store, progress = start()
    with pytest.raises(ValueError, match="no step"):
        progress.go(number)
    assert (progress.number, store.state) == (1, OWN)


def test_a_place_is_taken_up_again_without_touching_the_state(start):
    store, progress = start()
    wanted, told = heard(progress.view_wanted), heard(progress.changed)
    progress.resume(7, [1, 2, 5])
    assert (progress.number, progress.tried_steps, progress.tried) == (7, (1, 2, 5), False)
    assert store.state == OWN
    assert store.history.count() == 0
    assert (wanted, len(told)) == ([], 1)
    progress.look()
    assert wanted == [("sample", STEPS[6].plots)]
    store.edit("try", ATTEMPTS[7])
    assert progress.tried


def test_a_state_that_was_found_is_no_attempt(start):
    store, progress = start()  # its draws are more than step 4 asks for
    progress.resume(4)
    store.edit("by the way", lambda s: s.with_parameter("seed", 5))
    assert not progress.tried


def test_a_damaged_place_is_the_first_step(start, strange):
    for bad in strange:
        _, progress = start()
        progress.resume(bad, bad)
        assert 1 <= progress.number <= COUNT
        assert set(progress.tried_steps) <= set(NUMBERS)
    progress.resume(3, [2, "2", True, None, COUNT + 1, 2.0, [1]])
    assert (progress.number, progress.tried_steps) == (3, (2,))


def test_what_is_being_dragged_ends_where_a_step_begins(start):
    store, progress = start()
    store.begin_gesture()
    store.edit("drag", lambda s: s.with_parameter("temperature", 2), run="t")
    dragged = store.state
    progress.go(8)
    assert not progress.tried
    store.history.undo()
    assert store.state == dragged
    store.history.undo()
    assert store.state == OWN


def test_steps_gone_through_while_something_is_held_are_undone_one_by_one(start):
    store, progress = start()
    store.begin_gesture()
    progress.go(7)
    progress.go(10)
    store.end_gesture()
    store.history.undo()
    assert store.state == prepared(7)


moves = st.lists(
    st.sampled_from(["next", "back", "again", "undo", "redo"]) | st.integers(0, len(EDITS) - 1),
    max_size=40,
)


@settings(deadline=None)
@given(moves)
def test_no_way_through_the_guide_catches_anybody(qapp, steps):
    """Whatever was done: undo leads to the beginning, back to step 1, and nothing is made up."""
    store = Store(OWN)
    progress = GuideProgress(store)
    progress.go(1)
    for move in steps:
        number, tried = progress.number, set(progress.tried_steps)
        before = store.state
        if isinstance(move, int):
            with suppress(ParameterError):
                store.edit("edit", EDITS[move])
            assert progress.number == number
        elif move in ("undo", "redo"):
            getattr(store.history, move)()
            assert progress.number == number
        else:
            getattr(progress, move)()
            assert store.state == prepared(progress.number, before) or progress.number == number
            tried -= {number} if move == "again" else set()
            assert set(progress.tried_steps) == tried
        assert tried <= set(progress.tried_steps) <= tried | {number}
        fresh = set(progress.tried_steps) - tried
        assert not (fresh and move == "undo" and store.state == OWN)
    while progress.number > 1:
        progress.back()
        assert store.state == prepared(progress.number, store.state)
    while store.history.canUndo():
        store.history.undo()
    assert store.state == OWN
    assert progress.number == 1
