"""MembersControl: a menu that stays open, in which at least one member is on."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QMenu

from gumbel_gui.core.losses import FIRST_FOUR, Estimator
from gumbel_gui.gui.controls.members_control import MembersControl

opens_a_menu = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")


@pytest.fixture
def store(make_store):
    return make_store((0.2, 0.3, 0.5))


@pytest.fixture
def control(store, show):
    return show(MembersControl(store, "estimators"), 200)


def entries(control):
    return control.menu().actions()


def on(control):
    return [each.text() for each in entries(control) if each.isChecked()]


def test_it_tells_how_many_are_on_to_eyes_and_screen_readers(control, store):
    assert control.text() == "estimators: 4 of 10"
    assert control.accessibleName().startswith("estimators: 4 of 10, estimators that are shown")
    assert control.toolTip() == control.menu().accessibleName()
    assert on(control) == [each.label for each in FIRST_FOUR]
    store.set("estimators", ("rebar",))
    assert (control.text(), on(control)) == ("estimators: 1 of 10", ["REBAR"])


@opens_a_menu
def test_clicks_switch_and_leave_the_menu_open(control, store, qtbot):
    menu: QMenu = control.menu()
    menu.popup(control.mapToGlobal(control.rect().bottomLeft()))
    for k in (5, 9, 0):
        place = menu.actionGeometry(entries(control)[k]).center()
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert menu.isVisible()
    expected = {*FIRST_FOUR, Estimator.GUMBEL_RAO, Estimator.REBAR} - {Estimator.GUMBEL_SOFTMAX}
    assert set(store.value("estimators")) == expected
    menu.close()


@opens_a_menu
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_switch_and_leave_the_menu_open(control, store, qtbot, key):
    menu: QMenu = control.menu()
    menu.popup(control.mapToGlobal(control.rect().bottomLeft()))
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, key)
    assert menu.isVisible()
    assert store.value("estimators") == FIRST_FOUR[1:]
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


@opens_a_menu
def test_the_last_one_stays_on(control, store, qtbot):
    store.set("estimators", ("reinmax",))
    menu: QMenu = control.menu()
    menu.popup(control.mapToGlobal(control.rect().bottomLeft()))
    place = menu.actionGeometry(entries(control)[4]).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert store.value("estimators") == ("reinmax",)
    assert (menu.isVisible(), on(control)) == (True, ["ReinMax"])
    menu.close()


def test_all_are_switched_on_at_once(control, store):
    (everything,) = (each for each in entries(control) if each.text() == "All")
    everything.trigger()
    assert store.value("estimators") == tuple(Estimator)
    assert control.text() == "estimators: 10 of 10"
    assert not everything.isEnabled()
    store.set("estimators", ("rebar",))
    assert everything.isEnabled()
