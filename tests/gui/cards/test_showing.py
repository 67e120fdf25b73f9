"""Showing: at once, or a card in each turn of the event loop."""

import pytest
from PyQt6.QtCore import QObject
from PyQt6.QtWidgets import QApplication

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.cards.showing import Showing
from gumbel_gui.gui.worker.jobs import Result

P = Parameters((0.5, 0.5), draws=1000)


class Note:
    """A card that notes what it shows."""

    def __init__(self, name, seen):
        self.name, self.seen = name, seen

    def show_summary(self, summary, _parameters, _selection):
        self.seen.append((self.name, summary))


def result(number, names="abc", parameters=P):
    counts = dict.fromkeys(names, number)
    return Result(parameters, dict.fromkeys(names, number), counts, True, 1.0, 1.0)


@pytest.fixture
def seen():
    return []


@pytest.fixture
def showing(qapp, seen):
    parent = QObject()
    cards = {name: Note(name, seen) for name in "abc"}
    yield Showing(lambda: cards, lambda r: seen.append(r.done), parent)
    parent.deleteLater()


def until(condition):
    """Let the event loop turn until something is the case."""
    for _ in range(1000):
        if condition():
            return
        QApplication.processEvents()
    pytest.fail("it never is")


def turns(n):
    for _ in range(n):
        QApplication.processEvents()


def test_a_first_result_is_shown_at_once(showing, seen):
    showing.show(result(1), by_cards=False)
    assert seen == [1]


def test_a_further_one_takes_a_turn_for_each_card(showing, seen):
    showing.show(result(2), by_cards=True)
    assert seen == []
    until(lambda: len(seen) == 1)
    assert seen == [("a", 2)]
    until(lambda: 2 in seen)
    turns(3)
    assert seen == [("a", 2), ("b", 2), ("c", 2), 2]


def test_a_newer_one_goes_on_where_the_one_before_was(showing, seen):
    showing.show(result(2), by_cards=True)
    until(lambda: len(seen) == 1)
    showing.show(result(3), by_cards=True)
    until(lambda: 3 in seen)
    assert seen == [("a", 2), ("b", 3), ("c", 3), 3]


def test_a_first_one_and_the_end_leave_the_rest(showing, seen):
    showing.show(result(2), by_cards=True)
    until(lambda: len(seen) == 1)
    showing.show(result(9), by_cards=False)
    turns(3)
    assert seen == [("a", 2), 9]
    showing.show(result(10), by_cards=True)
    showing.stop()
    turns(3)
    assert seen == [("a", 2), 9]


def test_only_more_draws_of_the_same_plots_continue():
    assert result(2).continues(result(1))
    assert not result(2).continues(None)
    assert not result(2).continues(result(1, "ab"))
    assert not result(2).continues(result(1, parameters=Parameters((0.5, 0.5), draws=999)))
