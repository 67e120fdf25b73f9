"""PlotFrame: a click on a class, in a plot or its key, and bars of p that are dragged."""

import pytest
from PyQt6.QtCore import QEvent, QPointF, Qt
from PyQt6.QtGui import QMouseEvent
from PyQt6.QtWidgets import QApplication

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.look.style import LIGHT

STATE = LabState().with_vector((1, 2, 3))
P = Parameters((1, 2, 3), temperature=0.5, draws=500, seed=4)
PRESS, MOVE, RELEASE, DOUBLE = (
    getattr(QEvent.Type, f"MouseButton{kind}") if kind != "Move" else QEvent.Type.MouseMove
    for kind in ("Press", "Move", "Release", "DblClick")
)


@pytest.fixture
def new_card(show, content):
    """Return a function that shows a card of the plot of a name, drawn."""

    def shown(name):
        card = show(Card(plot_type(name), LIGHT, STATE), 420, 320)
        card.show_summary(content.summaries[name], P)
        card.grab()
        return card

    return shown


def send(card, kind, place):
    """Let the mouse do something at a place of the card's first pane."""
    scene = card.plot.frame.vb.mapViewToScene(QPointF(*place))
    send_at(card, kind, scene)


def send_at(card, kind, scene):
    at = QPointF(card._view.mapTo(card, card._view.mapFromScene(scene)))
    left, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.NoButton if kind == MOVE else left
    down = Qt.MouseButton.NoButton if kind == RELEASE else left
    QApplication.sendEvent(card, QMouseEvent(kind, at, card.mapToGlobal(at), button, down, key))


@pytest.fixture
def told():
    return []


@pytest.fixture
def bars(new_card, told):
    card = new_card("class_frequencies")
    card.class_clicked.connect(told.append)
    return card


@pytest.mark.parametrize("k", range(3))
def test_a_click_on_a_bar_tells_its_class(bars, told, k):
    send(bars, PRESS, (k, 0.02))
    send(bars, RELEASE, (k, 0.02))
    assert told == [k]


def test_a_press_that_ends_elsewhere_is_no_click(bars, told):
    send(bars, PRESS, (0, 0.02))
    send(bars, RELEASE, (1, 0.02))
    assert told == []


def test_the_second_click_of_a_double_click_takes_back_what_the_first_did(bars, told):
    for kind in (PRESS, RELEASE, DOUBLE, RELEASE):
        send(bars, kind, (1, 0.02))
    assert told == [1, 1]


def test_an_entry_of_a_key_tells_its_class(new_card, told):
    card = new_card("relaxed_vectors")
    card.class_clicked.connect(told.append)
    key = card.plot.key
    found = [key.class_at(x) for x in range(int(key.size().width()))]
    assert list(dict.fromkeys(found)) == [0, 1, 2, None]
    for k in range(3):
        place = key.mapToScene(QPointF(found.index(k) + 6, key.size().height() / 2))
        send_at(card, PRESS, place)
        send_at(card, RELEASE, place)
    assert told == [0, 1, 2]


@pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")
@pytest.mark.parametrize("by_key", [False, True])
def test_the_number_of_classes_without_room_tells_and_offers_them(new_card, told, qapp, by_key):
    card = new_card("relaxed_vectors")
    card.class_clicked.connect(told.append)
    key, labels = card.plot.key, tuple(f"the name {k} & more of a class" for k in range(24))
    key.set_entries(labels=labels)
    card.grab()
    named = [entry.k for entry in key._painted[0]]
    x = key.middles()[-1]
    assert len(named) < 24
    assert key.class_at(x) is None
    place = key.mapToScene(QPointF(x, key.size().height() / 2))
    send_at(card, MOVE, place)
    if not by_key:
        send_at(card, PRESS, place)
    else:
        card._pointer.place = QPointF(card._view.mapTo(card, card._view.mapFromScene(place)))
        card._pointer.put(card._pointer.place)
        card._tell()
        for k in set(range(24)) - set(named):
            assert labels[k] in card.accessibleDescription()
        card._press_pointer()
    menu = qapp.activePopupWidget()
    assert [each.text() for each in menu.actions()] == [
        label.replace("&", "&&") for k, label in enumerate(labels) if k not in named
    ]
    menu.actions()[-1].trigger()
    menu.close()
    assert told == [23]


def test_a_click_that_picks_a_draw_tells_no_class(new_card, told):
    card = new_card("relaxed_vectors")
    card.class_clicked.connect(told.append)
    picked = []
    card.draw_picked.connect(picked.append)
    send(card, PRESS, (3, 0.5))
    send(card, RELEASE, (3, 0.5))
    assert (picked, told) == ([3], [])


# Bars of p.


def test_the_mark_of_p_is_dragged_on_an_axis_that_stays(bars, told):
    dragged, ended = [], []
    bars.dragged.connect(dragged.append)
    bars.drag_ended.connect(lambda: ended.append(1))
    top = bars.plot._bars.top
    assert top < 1
    send(bars, PRESS, (1, P.p[1]))
    send(bars, MOVE, (1, P.p[1] + 0.1))
    assert dragged[-1] == {1: pytest.approx(P.p[1] + 0.1, abs=0.01)}
    send(bars, MOVE, (0, 5))  # beyond the axis, over another class
    assert dragged[-1] == {1: pytest.approx(top)}
    send(bars, MOVE, (1, -5))
    assert dragged[-1] == {1: 0}
    higher = Parameters((1, 20, 3), temperature=0.5, draws=500, seed=4)
    bars.show_summary(bars._summary, higher)
    assert bars.plot._bars.top == top
    send(bars, RELEASE, (1, 0.1))
    assert ended
    assert bars.plot._bars.top > top
    assert told == []
