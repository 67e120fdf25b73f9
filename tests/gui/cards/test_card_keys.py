"""What the mouse does in a plot, arrow keys and Space do, too."""

import numpy as np
import pytest
from PyQt6.QtCore import QPointF, Qt

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.cards.card_menu import CardMenu
from gumbel_gui.gui.cards.pointer import STEP, Pointer, next_place
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS

THREE = LabState(
    Parameters((0.2, 0.3, 0.5), draws=500, temperature=0.7), ("sun", "rain", "snow"), (False,) * 3
)
Key = Qt.Key


@pytest.fixture
def show_view(open_lab, settle):
    """Return a function that shows a view in a laboratory."""

    def shown(view):
        lab = open_lab(THREE)
        if view != lab.window.view:
            settle(lab, lambda: lab.window.view_chosen.emit(view))
        return lab

    return shown


@pytest.fixture
def on(show_view, qtbot):
    """Return a function that opens a view, and gives a plot's card with the focus."""

    def opened(view, name):
        lab = show_view(view)
        card = lab.window.cards[name]
        card.setFocus()
        return lab, card, lambda *keys: [qtbot.keyClick(card, key) for key in keys]

    return opened


def pointer_of(card):
    return card.findChild(Pointer)


def test_the_mark_of_p_is_dragged_in_the_triangle(on):
    lab, card, press = on("temperature", "simplex")
    before = lab.store.state.parameters.p
    press(Key.Key_Right)  # to the mark of p, which is first
    assert pointer_of(card).isVisible()
    press(Key.Key_Space)
    assert pointer_of(card).held
    start = pointer_of(card).place
    press(Key.Key_Up, Key.Key_Up)
    assert pointer_of(card).place == start - QPointF(0, 2 * STEP)
    now = lab.store.state.parameters.p
    assert now[2] > before[2] + 0.01  # the third class is the corner on top
    assert np.isclose(now.sum(), 1)
    press(Key.Key_Space)
    assert not pointer_of(card).held
    assert lab.store.history.count() == 1
    lab.store.history.undo()
    np.testing.assert_allclose(lab.store.state.parameters.p, before)


def test_a_draw_is_selected_in_the_triangle(on):
    lab, card, press = on("temperature", "simplex")
    press(Key.Key_Right)
    for key in (Key.Key_Right, Key.Key_Left, Key.Key_Down, Key.Key_Left, Key.Key_Down):
        press(key, Key.Key_Space)
        if lab.store.value("selected") > 1:
            break
        if pointer_of(card).held:
            press(Key.Key_Space)
    assert lab.store.value("selected") > 1


def test_bars_of_p_are_dragged_and_classes_set_off(on):
    lab, card, press = on("sample", "class_frequencies")
    press(Key.Key_Right, Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Space)
    assert lab.store.state.parameters.p[0] < 0.2
    press(Key.Key_Escape)
    assert not pointer_of(card).isVisible()
    assert lab.appearance.set_off is None
    press(Key.Key_Right, Key.Key_Up, Key.Key_Return)  # the middle of its bar
    assert lab.appearance.set_off is not None


def test_what_is_under_the_pointer_is_told(on):
    _, card, press = on("sample", "class_frequencies")
    press(Key.Key_Right)
    assert "sun" in card.accessibleDescription()
    press(Key.Key_Right)
    assert "rain" in card.accessibleDescription()


def test_escape_ends_a_drag_and_so_does_tab(on, qtbot):
    lab, card, press = on("temperature", "simplex")
    for end in (Key.Key_Escape, Key.Key_Tab):
        card.setFocus()
        press(Key.Key_Right, Key.Key_Space)
        assert pointer_of(card).held or card._dragging
        press(end)
        assert not card._dragging
        assert not pointer_of(card).isVisible()
    assert lab.store.history.count() == 0


@pytest.mark.parametrize("view", VIEWS)
def test_each_plot_has_places_to_go_to_and_a_menu_by_key(show_view, qtbot, view):
    lab = show_view(view)
    for name in plots_of(view):
        card = lab.window.cards[name]
        assert card._places().shape[1] >= 3, name
        card.setFocus()
        qtbot.keyClick(card, Key.Key_Left)
        assert pointer_of(card).isVisible(), name
        assert card.findChild(CardMenu).actions()


def test_the_next_place_is_the_nearest_ahead():
    places = np.array([[0.0, 10, 20, 0, 2], [0.0, 0, 8, 30, 0]])
    now = QPointF(0, 0)
    assert next_place(places, now, Key.Key_Right) == QPointF(10, 0)
    assert next_place(places, now, Key.Key_Down) == QPointF(0, 30)
    assert next_place(places, now, Key.Key_Left) is None
    assert next_place(np.zeros((2, 0)), now, Key.Key_Up) is None
