"""Any order of clicks: short runs; ``tests/campaigns/any_order.py`` makes as many as asked."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.controls.class_row import ClassRow
from gumbel_gui.gui.state import store
from tests.gui.any_order.hands import click
from tests.gui.any_order.machine import AnyOrder


def test_in_any_order_everything_agrees(qapp, plain_look):
    few = settings(
        max_examples=4,
        stateful_step_count=25,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(AnyOrder, settings=few)


@pytest.fixture
def machine(qapp, plain_look, monkeypatch):
    """A laboratory that was just opened."""
    monkeypatch.setattr(AnyOrder, "diary", staticmethod(str))
    made = AnyOrder()
    made.start(classes=3, draws=300, view="sample", language="en")
    yield made
    made.failures.append("planted")  # it is not to look again
    made.teardown()


def test_an_undo_that_forgets_locks_is_told(machine, monkeypatch):
    def undo(self):
        self._store.show(replace(self._before, locks=self._store.state.locks))

    monkeypatch.setattr(store._Change, "undo", undo)
    row = machine.one_of(ClassRow, 1)
    machine.do("lock", lambda: click(row._lock))
    with pytest.raises(AssertionError, match="is not LabState"):
        machine.undo_everything()


def test_a_card_that_keeps_an_old_caption_is_told(machine, monkeypatch):
    monkeypatch.setattr(Card, "_show_words", lambda *_: None)
    with pytest.raises(AssertionError, match="says"):
        machine.do("new noise", machine.lab.window.menus.new_noise.trigger)


def test_an_error_in_a_slot_is_told(machine):
    machine.lab.updated.connect(lambda: 1 / 0)
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        machine.do("new noise", machine.lab.window.menus.new_noise.trigger)
