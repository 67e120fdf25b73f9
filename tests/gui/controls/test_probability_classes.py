"""ProbabilityEditor: classes are added, removed and named; buttons for the whole vector."""

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtWidgets import QLabel, QScrollArea

from gumbel_gui.gui.controls.class_row import ClassRow, Dot
from gumbel_gui.gui.controls.probability_editor import ProbabilityEditor
from gumbel_gui.plots.look.style import DARK, LIGHT


@pytest.fixture
def store(make_store):
    return make_store((0.1, 0.2, 0.3, 0.4))


@pytest.fixture
def editor(store, show, rows_of):
    return rows_of(show(ProbabilityEditor(store, LIGHT), 336, 600))


@pytest.fixture
def p(store):
    return lambda: store.state.parameters.p


def test_a_class_is_removed(editor, store):
    editor.press(1, "Remove")
    assert editor.boxes() == pytest.approx([0.125, 0.375, 0.5])
    assert [editor.label(k).text() for k in range(3)] == ["class 0", "class 1", "class 2"]
    store.history.undo()
    assert editor.boxes() == [0.1, 0.2, 0.3, 0.4]


def test_two_classes_cannot_be_removed(editor):
    editor.press(0, "Remove")
    editor.press(0, "Remove")
    assert len(editor.rows) == 2
    editor.press(0, "Remove")
    assert len(editor.rows) == 2


def test_a_class_is_named(editor, store, enter):
    enter(editor.label(2), "  heavy   rain ")
    assert store.state.labels[2] == "heavy rain"
    assert editor.label(2).text() == "heavy rain"
    assert editor.box(2).accessibleName() == "Probability of heavy rain"
    assert store.history.count() == 1


def test_undoing_a_name_shows_the_old_one_though_the_field_has_the_focus(editor, store, enter):
    enter(editor.label(2), "rain")
    assert editor.label(2).hasFocus()
    store.history.undo()
    assert editor.label(2).text() == "class 2"


def test_an_empty_name_gives_the_default_back(editor, store, enter):
    enter(editor.label(0), "sun")
    enter(editor.label(0), " ")
    assert store.state.labels[0] == "class 0"
    assert editor.label(0).text() == "class 0"


def test_a_name_in_the_making_is_not_interrupted(editor, store, enter, qtbot):
    enter(editor.label(0), "su", key=None)
    store.edit("t", lambda s: s.with_parameter("temperature", 3))
    qtbot.keyClicks(editor.label(0), "n")
    assert editor.label(0).text() == "sun"
    assert store.state.labels[0] == "class 0"
    editor.box(0).setFocus()
    assert store.state.labels[0] == "sun"


def test_removing_a_class_while_a_probability_is_typed_in_the_last(editor, store, enter):
    enter(editor.box(3), "0.5", key=None)
    editor.press(0, "Remove")
    assert len(editor.rows) == len(store.state.labels) == 3


def test_removing_a_class_while_the_last_one_is_named(editor, store, enter):
    enter(editor.label(3), "snow", key=None)
    editor.press(0, "Remove")
    assert len(editor.rows) == len(store.state.labels) == 3


def test_a_text_typed_for_a_removed_class_does_not_go_to_the_next(editor, store, p, enter, qtbot):
    enter(editor.box(0), "0.9", key=None)
    editor.press(0, "Remove")
    qtbot.keyClick(editor.box(0), Qt.Key.Key_Return)
    assert p() == pytest.approx([2 / 9, 3 / 9, 4 / 9])


def test_classes_are_added_up_to_64_and_all_can_be_reached(editor, store, click, qtbot):
    for _ in range(60):
        click(editor.button("+ Class"))
    np.testing.assert_allclose(store.state.parameters.p[4:], 1 / 64)
    assert not editor.button("+ Class").isEnabled()
    click(editor.button("+ Class"))
    assert len(editor.rows) == 64
    area = editor.widget.findChild(QScrollArea)
    assert area.height() < 600
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for value, row in ((0, editor.rows[0]), (bar.maximum(), editor.rows[63])):
        bar.setValue(value)
        assert row.visibleRegion().boundingRect() == row.rect()
    assert area.viewport().width() >= area.widget().width()


def test_the_focus_brings_a_row_into_sight(editor, store, qtbot):
    store.edit("v", lambda s: s.with_vector((1.0,) * 64))
    editor.box(0).setFocus()
    for _ in range(64 * 6):
        if editor.box(63).hasFocus():
            break
        qtbot.keyClick(editor.widget.focusWidget(), Qt.Key.Key_Tab)
    assert editor.box(63).hasFocus()
    assert editor.box(63).visibleRegion().boundingRect() == editor.box(63).rect()


def test_uniform_opens_locks_and_is_a_step(editor, store, p, click):
    editor.press(1, "Keep")
    click(editor.button("Uniform"))
    assert p() == pytest.approx([0.25] * 4)
    assert not any(store.state.locks)
    assert store.history.count() == 2


def test_the_sum_is_told_with_what_is_locked_of_it(editor, store):
    def told():
        (text,) = (each.text() for each in editor.widget.findChildren(QLabel) if "Σ" in each.text())
        return text

    store.edit("v", lambda s: s.with_vector((1, 2, 3, 4)))
    assert told() == "Σ p = 1"
    editor.press(1, "Keep")
    editor.press(3, "Keep")
    assert told() == "Σ p = 1: 0.6 locked, 0.4 free"


def test_random_is_another_vector_each_time(editor, store, p, click):
    seen = set()
    for _ in range(5):
        click(editor.button("Random"))
        seen.add(tuple(p()))
        assert len(p()) == 4
        assert p().sum() == pytest.approx(1)
    assert len(seen) == 5
    assert store.history.count() == 5


def test_typing_the_vector_is_asked_for(editor, qtbot, click):
    with qtbot.waitSignal(editor.widget.vector_wanted):
        click(editor.button("Type…"))


def test_dots_have_the_colour_of_their_class_in_each_look(editor, store):
    store.edit("v", lambda s: s.with_vector((1,) * 8))
    for style in (LIGHT, DARK):
        editor.widget.set_style(style)
        for k, row in enumerate(editor.rows):
            dot = row.findChild(Dot)
            shown = dot.grab().toImage()
            colour = shown.pixelColor(shown.width() // 2, shown.height() // 2).name()
            assert colour == style.class_colour(k).lower()
    assert store.history.count() == 1


def test_removed_rows_are_gone(editor, qapp):
    editor.press(0, "Remove")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(editor.widget.findChildren(ClassRow)) == 3


@pytest.mark.parametrize("focus", [True, False])
def test_the_wheel_over_many_classes_changes_none(make_store, show, rows_of, turn, focus):
    store = make_store(30)
    editor = show(ProbabilityEditor(store, LIGHT), 336, 300)
    before, bar = store.state, editor.findChild(QScrollArea).verticalScrollBar()
    for widget in (rows_of(editor).slider(1), rows_of(editor).box(1)):
        if focus:
            widget.setFocus()
        assert bar.maximum() > 0
        assert not turn(widget)  # it is left to the list, which scrolls
    assert store.state is before
