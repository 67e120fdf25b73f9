"""The values under the mouse: what is told, what it costs, and when nothing is told."""

import pytest
from PyQt6.QtCore import QEvent, QPointF, Qt
from PyQt6.QtGui import QMouseEvent
from PyQt6.QtWidgets import QApplication, QToolTip

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.look.style import LIGHT

P = Parameters((1, 2, 3), temperature=0.5, draws=500, seed=4)
STATE = LabState().with_vector((1, 2, 3)).with_label(2, "Cat")
KIND = plot_types()["class_frequencies"]


@pytest.fixture
def card(show, summarised):
    made = show(Card(KIND, LIGHT, STATE), 420, 320)
    made.show_summary(summarised(KIND), P)
    yield made
    QToolTip.hideText()


@pytest.fixture
def summarised():
    def of(kind):
        with Engine(1) as engine:
            return engine.summarise(P, {kind.name: kind.summarise})[kind.name]

    return of


def move(card, x, y, buttons=Qt.MouseButton.NoButton, kind=QEvent.Type.MouseMove):
    """Move the mouse to a place in the coordinates of the first pane."""
    view = card._view
    scene = card.plot.frame.vb.mapViewToScene(QPointF(x, y))
    place = QPointF(view.mapTo(card, view.mapFromScene(scene)))
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else buttons
    screen = QPointF(card.mapToGlobal(place.toPoint()))
    event = QMouseEvent(kind, place, screen, button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(card, event)
    return screen.toPoint()


def test_a_bar_tells_its_numbers(card, qtbot):
    move(card, 2, 0.1)
    table = {column.name: column.values for column in card.table().columns}
    lines = card._read_out.text.split("\n")
    assert lines[:2] == ["Cat", "class: 2"]
    assert lines[2] == f"frequency: {table['frequency'][2]:.4g}"
    assert QToolTip.text() == card._read_out.text
    move(card, 0, 0.1)
    assert "class 0" in QToolTip.text()


def test_it_is_beside_the_mouse(card, qtbot):
    place = move(card, 1, 0.1)
    (shown,) = (w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel"))
    qtbot.waitUntil(shown.isVisible)
    assert not shown.geometry().contains(place)
    assert not shown.geometry().adjusted(-1, -1, 1, 1).contains(place)


def test_moving_paints_no_plot_and_makes_one_table(card, qtbot, monkeypatch):
    made, painted = [], []
    table = type(card.plot).table
    monkeypatch.setattr(type(card.plot), "table", lambda *args: made.append(1) or table(*args))
    QApplication.processEvents()
    paint = card._view.paintEvent
    monkeypatch.setattr(
        card._view, "paintEvent", lambda event: painted.append(1) or paint(event), raising=False
    )
    for x in range(3):
        move(card, x, 0.1)
        QApplication.processEvents()
    assert len(made) == 1
    assert painted == []


def test_another_picture_takes_back_what_was_told(card, summarised):
    move(card, 1, 0.1)
    assert card._read_out.text
    more = summarised(KIND)
    card.show_summary(more + more, P)
    assert card._read_out.text == ""
    before = card.table().quantities[0].value
    move(card, 1, 0.1)
    assert "class 1" in card._read_out.text
    assert before == 2 * P.draws


def test_nothing_is_told_with_a_button_down_and_outside(card):
    move(card, 1, 0.1)
    move(card, 1, 0.1, Qt.MouseButton.LeftButton)
    assert card._read_out.text == ""
    move(card, 1, 0.1)
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    assert card._read_out.text == ""
    move(card, 1, 0.1)
    header = QPointF(20, 10)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        header,
        QPointF(card.mapToGlobal(header.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(card, event)
    assert card._read_out.text == ""


def test_dragging_tells_nothing(show, summarised):
    kind = plot_types()["simplex"]
    assert kind.can_drag is not Plot.can_drag
    card = show(Card(kind, LIGHT, STATE), 420, 320)
    card.show_summary(summarised(kind), P)
    x, y = (float(each[0]) for each in card.plot._p.getData())
    move(card, x, y)
    assert card._read_out.text.startswith("mark: p\n")
    left = Qt.MouseButton.LeftButton
    move(card, x, y, left, QEvent.Type.MouseButtonPress)
    assert card._read_out.text == ""
    move(card, x + 0.01, y, left)
    assert card._read_out.text == ""
    QToolTip.hideText()
