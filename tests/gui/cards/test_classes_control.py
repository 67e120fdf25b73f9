"""ClassesControl: each class once, by names as they were typed."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel

from gumbel_gui.gui.cards.parameter_controls import NO_CLASS, make_control
from gumbel_gui.gui.state.state import LONGEST_LABEL
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.plots.words.text import default_labels


@pytest.fixture
def store(make_store):
    return make_store((0.1, 0.2, 0.3, 0.15, 0.25), pair=(3, 2), trio=(4, 0, 2))


@pytest.fixture
def make_classes(store, show):
    return lambda name, width=340: show(make_control(name, store, {}), width)


@pytest.fixture
def trio(make_classes):
    return make_classes("trio")


@pytest.fixture
def pair(make_classes):
    return make_classes("pair")


def lists(control):
    first, second = control.findChildren(Choice)
    return first, second


def names(choice):
    return [choice.itemText(i) for i in range(choice.count())]


def activate(choice, k):
    """Choose an entry as the mouse does, with none in between."""
    choice.setCurrentIndex(k)
    choice.activated.emit(k)


def test_the_pair_is_two_lists_of_all_classes(store, pair):
    first, second = lists(pair)
    assert names(first) == names(second) == list(default_labels(5))
    assert (first.currentIndex(), second.currentIndex()) == (3, 2)
    assert first.accessibleName() != second.accessibleName()


def test_another_class_is_chosen_and_undone(store, pair):
    first, second = lists(pair)
    activate(first, 0)
    assert store.value("pair") == (0, 2)
    activate(second, 4)
    assert store.value("pair") == (0, 4)
    store.history.undo()
    assert (first.currentIndex(), second.currentIndex()) == (0, 2)
    store.history.undo()
    assert (first.currentIndex(), second.currentIndex()) == store.value("pair") == (3, 2)
    assert not store.history.canUndo()


@pytest.mark.parametrize("place", [0, 1])
def test_choosing_the_class_of_the_other_swaps_them(store, pair, place):
    activate(lists(pair)[place], (3, 2)[1 - place])
    assert store.value("pair") == (2, 3)
    assert tuple(each.currentIndex() for each in lists(pair)) == (2, 3)
    assert store.history.count() == 1
    store.history.undo()
    assert tuple(each.currentIndex() for each in lists(pair)) == (3, 2)


def test_choosing_what_is_chosen_changes_nothing(store, pair):
    for choice in lists(pair):
        activate(choice, choice.currentIndex())
    assert store.history.count() == 0


@pytest.mark.parametrize("place", [0, 1])
def test_every_class_can_be_reached_by_keys(store, pair, qtbot, place):
    """Also past the class of the other list, with which it changes places on the way."""
    choice = lists(pair)[place]
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    for k in range(5):
        assert store.value("pair")[place] == choice.currentIndex() == k
        assert len(set(store.value("pair"))) == 2
        qtbot.keyClick(choice, Qt.Key.Key_Down)


def test_two_classes_can_only_swap(store, pair):
    store.edit("two", lambda s: s.with_vector((1, 1)))
    before = store.value("pair")
    for choice in lists(pair):
        activate(choice, 1 - choice.currentIndex())
        assert sorted(store.value("pair")) == [0, 1]
    assert store.value("pair") == before


ODD = ("<b>rain</b>", "a & b", "W" * LONGEST_LABEL, "größe ≥ %1, 24 Zeichen !", "日本語 &&")


def test_odd_names_are_shown_as_they_were_typed(store, pair):
    for k, label in enumerate(ODD):
        store.edit("name", lambda s, k=k, label=label: s.with_label(k, label))
    for choice in lists(pair):
        for shown_name, label in zip(names(choice), ODD, strict=True):
            head, _, tail = shown_name.partition("…")
            assert len(shown_name) <= 24
            assert (label.startswith(head) and label.endswith(tail)) or shown_name == label
        assert [n for n in names(choice) if "…" not in n] == [x for x in ODD if len(x) <= 24]
    assert tuple(each.currentIndex() for each in lists(pair)) == (3, 2)
    assert store.value("pair") == (3, 2)


def test_classes_of_one_name_are_different_classes(store, pair):
    for k in range(5):
        store.edit("name", lambda s, k=k: s.with_label(k, "same"))
    first, second = lists(pair)
    activate(first, 4)
    activate(second, 3)
    assert store.value("pair") == (4, 3)
    assert (first.currentIndex(), second.currentIndex()) == (4, 3)


def test_the_lists_follow_names_and_classes(store, pair):
    first, second = lists(pair)
    store.edit("name", lambda s: s.with_label(3, "snow"))
    assert first.currentText() == second.itemText(3) == "snow"
    store.edit("remove", lambda s: s.without_class(0))
    assert (first.currentText(), second.currentText()) == ("snow", "class 1")
    assert first.count() == second.count() == 4
    store.edit("remove", lambda s: s.without_class(2))
    assert "snow" not in names(first)
    assert (first.currentIndex(), second.currentIndex()) == store.value("pair")
    assert first.currentIndex() != second.currentIndex()
    store.history.undo()
    store.history.undo()
    assert (first.currentText(), second.currentText()) == ("snow", "class 2")
    assert store.history.count() == 3  # none of these by the lists themselves


# Three classes, the corners of a triangle.


def corners(control):
    return tuple(each.currentIndex() for each in control.findChildren(Choice))


def test_the_trio_is_three_lists_of_all_classes(store, trio):
    choices = trio.findChildren(Choice)
    assert [names(each) for each in choices] == [list(default_labels(5))] * 3
    assert corners(trio) == (4, 0, 2)
    assert [x.text() for x in trio.findChildren(QLabel)] == ["◣", "◢", "▲"]
    spoken = [each.accessibleName() for each in choices]
    assert spoken == ["corner left", "corner right", "corner on top"]


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("k", range(5))
def test_corners_are_different_classes_whatever_is_chosen(store, trio, place, k):
    before = store.value("trio")
    activate(trio.findChildren(Choice)[place], k)
    after = store.value("trio")
    assert after[place] == k
    assert len(set(after)) == 3
    changed = [i for i in range(3) if after[i] != before[i]]
    if k in before:  # they change places
        assert {after[i] for i in changed} == {before[i] for i in changed}
    else:
        assert changed == [place]
    assert corners(trio) == after
    assert store.history.count() == (after != before)
    store.history.undo()
    assert corners(trio) == before


@pytest.mark.parametrize("place", range(3))
def test_every_corner_can_be_any_class_by_keys(store, trio, qtbot, place):
    choice = trio.findChildren(Choice)[place]
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    for k in range(5):
        assert store.value("trio")[place] == choice.currentIndex() == k
        qtbot.keyClick(choice, Qt.Key.Key_Down)


def test_with_two_classes_one_corner_is_empty(store, trio):
    store.edit("two", lambda s: s.with_vector((1, 1)))
    choices = trio.findChildren(Choice)
    assert [names(each) for each in choices] == [[*default_labels(2), NO_CLASS]] * 3
    assert sorted(corners(trio)) == [0, 1, 2]
    empty = corners(trio).index(2)
    activate(choices[(empty + 1) % 3], 2)
    assert corners(trio)[(empty + 1) % 3] == 2
    assert corners(trio) == store.value("trio")
    store.edit("three", lambda s: s.with_class_added())
    assert NO_CLASS not in names(choices[0])
    assert corners(trio) == store.value("trio")


@pytest.mark.parametrize(("width", "rows"), [(273, 2), (340, 1)])
def test_corners_that_do_not_fit_beside_the_others_go_below(make_classes, qtbot, width, rows):
    control = make_classes("trio", width)

    def heights():
        return {
            each.mapTo(control, each.rect().topLeft()).y() for each in control.findChildren(Choice)
        }

    qtbot.waitUntil(lambda: len(heights()) == rows)
    for each in control.findChildren(Choice):
        assert control.rect().contains(
            each.rect().translated(each.mapTo(control, each.rect().topLeft()))
        )
        assert each.width() >= each.minimumSizeHint().width()


def test_neither_wheel_nor_focus_alone_changes_a_corner(store, trio, turn):
    for each in trio.findChildren(Choice):
        each.clearFocus()
        turn(each)
        each.setFocus()
    assert store.history.count() == 0
