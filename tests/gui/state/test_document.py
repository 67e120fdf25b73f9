"""Document: what counts as unsaved, opening as a step of the history, and what is stored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.state.document import Document
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store

A, B = Path("/home/a.gumbel.json"), Path("/home/b.gumbel.json")
FIRST = LabState()
OTHER = LabState(Parameters((1, 2)), ("sun", "rain"), (True, False), frozenset({"top_k.x"}))


def warmer(state):
    return state.with_parameter("temperature", 2)


@pytest.fixture
def store(qapp):
    return Store(FIRST)


@pytest.fixture
def document(store):
    return Document(store, {})


def told(document):
    return document.path, document.unsaved


def test_a_state_without_a_file_has_no_unsaved_changes(store, document):
    store.edit("t", warmer)
    assert told(document) == (None, False)
    assert document.record == {}


def test_any_way_back_to_what_is_saved_counts(store, document):
    document.note_saved(A)
    store.edit("t", warmer)
    assert told(document) == (A, True)
    store.history.undo()
    assert told(document) == (A, False)
    store.history.redo()
    assert document.unsaved
    store.set("temperature", FIRST.parameters.temperature)  # by hand
    assert not document.unsaved


def test_opening_is_one_step_which_brings_the_name_along(store, document):
    document.note_saved(A)
    store.edit("t", warmer)
    edited = store.state
    document.take("Open b", OTHER, B)
    assert store.history.count() == 2
    assert store.history.undoText() == "Open b"
    assert (store.state, *told(document)) == (OTHER, B, False)
    store.history.undo()
    assert (store.state, *told(document)) == (edited, A, True)
    store.history.redo()
    assert (store.state, *told(document)) == (OTHER, B, False)


def test_opening_the_same_state_still_takes_the_name_and_again_is_no_step(store, document):
    for _ in range(2):
        document.take("Open a", FIRST, A)
        assert told(document) == (A, False)
        assert store.history.count() == 1


def test_what_was_saved_after_opening_counts_after_undo_and_redo(store, document):
    document.take("Open b", OTHER, B)
    store.edit("t", warmer)
    document.note_saved(B)
    store.history.undo()
    store.history.undo()
    assert document.path is None
    store.history.redo()
    assert told(document) == (B, True)  # opened as it was once, but the file has the edit
    store.history.redo()
    assert told(document) == (B, False)


def test_a_change_that_is_undone_is_told_once_each_way(store, document, qtbot):
    document.note_saved(A)
    heard = []
    document.changed.connect(lambda: heard.append(document.unsaved))
    store.edit("t", warmer)
    store.edit("t", lambda s: s.with_parameter("temperature", 3))
    store.history.undo()
    store.history.undo()
    assert heard == [True, False]


def test_discarding_goes_back_to_what_the_file_holds(store, document):
    document.take("Open b", OTHER, B)
    store.edit("t", warmer)
    document.discard()
    assert (store.state, *told(document)) == (OTHER, B, False)


@pytest.mark.parametrize("edited", [False, True])
def test_the_next_start_knows_the_file_and_whether_it_has_unsaved_changes(store, document, edited):
    document.take("Open b", OTHER, B)
    if edited:
        store.edit("t", warmer)
    record = json.loads(json.dumps(document.record))
    again = Store(store.state)
    taken_up = Document(again, record)
    assert told(taken_up) == (B, edited)
    taken_up.discard()
    assert again.state == OTHER


@pytest.mark.parametrize("path", [None, 1, "", "a.json", "/a\0b", [], {}])
def test_a_damaged_path_is_none(store, path):
    assert told(Document(store, {"path": path, "saved": {}})) == (None, False)


def test_a_file_of_which_nothing_is_known_has_unsaved_changes(store, strange):
    for saved in strange:
        if not isinstance(saved, dict):
            assert told(Document(store, {"path": str(A), "saved": saved})) == (A, True)


STEPS = st.sampled_from(["edit", "open a", "open b", "new", "save", "save a", "save b", "undo"])


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.one_of(STEPS, st.just("redo")), max_size=14))
def test_it_agrees_with_the_files_themselves_after_any_steps(qapp, steps):
    """Against a plain dictionary of what each file holds."""
    store = Store(FIRST)
    document = Document(store, {})
    disk = {A: OTHER, B: warmer(FIRST)}
    for number, step in enumerate(steps):
        name = {"a": A, "b": B}.get(step[-1])
        if step == "edit":
            store.set("seed", number)
        elif step.startswith("open"):
            document.take("Open", disk[name], name)
        elif step == "new":
            document.take("New", FIRST, None)
        elif step.startswith("save") and (path := name or document.path):
            disk[path] = store.state
            document.note_saved(path)
        elif step == "undo":
            store.history.undo()
        elif step == "redo":
            store.history.redo()
        path = document.path
        assert document.unsaved == (path is not None and store.state != disk[path])
