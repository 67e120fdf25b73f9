"""Card: marks are dragged and draws picked with the mouse."""

import pyqtgraph as pg
import pytest
from PyQt6.QtCore import QEvent, QPointF, Qt
from PyQt6.QtGui import QMouseEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QMenu

from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.cards.plot_frame import REACH
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.look.style import DARK, LIGHT
from gumbel_gui.plots.table import Table

STATE = LabState().with_vector((1, 2, 3))


class Handle(Plot):
    """Two panes side by side, a mark at (0.5, 0.5) of the first, and draws all over it."""

    name = "handle"
    title = about = "A mark that can be dragged"

    @staticmethod
    def summarise(chunk):
        return chunk.count

    def build_items(self):
        self.asked = []
        for pane in (self.frame.panes[0], self.frame.pane(0, 1)):
            pane.set_ranges((0, 1), (0, 1))

    def draw(self, summary, parameters):
        pass

    def caption(self, summary, _):
        return f"{summary} draws."

    def table(self, *_):
        return Table(())

    def pick(self, x, y, reach):
        self.asked.append((x, y, reach))
        return round(100 * x) + 1

    def can_drag(self, x, y, reach):
        return abs(x - 0.5) <= reach[0] and abs(y - 0.5) <= reach[1]

    def drag_to(self, x, y):
        return {0: x, 2: y} if 0 <= x <= 1 else None


class Still(Handle):
    """The same, but nothing can be dragged or picked."""

    pick, can_drag, drag_to = Plot.pick, Plot.can_drag, Plot.drag_to


CLOSED, OPEN = Qt.CursorShape.ClosedHandCursor, Qt.CursorShape.OpenHandCursor
POINTING, ARROW = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor


class Mouse:
    """A mouse over a card, and the signals of the card."""

    def __init__(self, card):
        self.card, self.heard = card, []
        self.view = card.findChild(pg.GraphicsLayoutWidget)
        card.drag_begun.connect(lambda: self.heard.append("begun"))
        card.dragged.connect(lambda shares: self.heard.append(shares))
        card.drag_ended.connect(lambda: self.heard.append("ended"))
        card.draw_picked.connect(lambda number: self.heard.append(number))

    def pixel(self, x, y, pane=0):
        scene = self.card.plot.frame.panes[pane].vb.mapViewToScene(QPointF(x, y))
        return self.view.viewport().mapTo(self.card.window(), self.view.mapFromScene(scene))

    def press(self, x, y, pane=0, button=Qt.MouseButton.LeftButton):
        QTest.mousePress(self.card.window().windowHandle(), button, pos=self.pixel(x, y, pane))

    def move(self, x, y, pane=0):
        QTest.mouseMove(self.card.window().windowHandle(), self.pixel(x, y, pane))

    def release(self, x, y, pane=0, button=Qt.MouseButton.LeftButton):
        QTest.mouseRelease(self.card.window().windowHandle(), button, pos=self.pixel(x, y, pane))

    def key(self, key):
        QTest.keyClick(self.card, key)

    @property
    def cursor(self):
        return self.view.cursor().shape()

    def drags(self):
        return [each for each in self.heard if isinstance(each, dict)]


@pytest.fixture
def mouse_over(show):
    """Return a function that gives a mouse over a card of a kind of plot with 500 draws."""

    def over(kind=Handle, drawn=True):
        card = show(Card(kind, LIGHT, STATE), 620, 320)
        if drawn:
            card.show_summary(500, STATE.parameters)
        card.grab()
        return Mouse(card)

    return over


def test_a_mark_is_dragged_with_the_left_button(mouse_over):
    mouse = mouse_over()
    mouse.press(0.5, 0.5)
    assert (mouse.heard, mouse.cursor) == (["begun"], CLOSED)
    for x, y in ((0.4, 0.6), (0.2, 0.7)):
        mouse.move(x, y)
        assert mouse.heard[-1] == {0: pytest.approx(x, abs=0.01), 2: pytest.approx(y, abs=0.01)}
        assert mouse.cursor == CLOSED
    mouse.release(0.2, 0.7)
    assert (mouse.heard[-1], mouse.cursor, len(mouse.heard)) == ("ended", POINTING, 4)
    mouse.move(0.9, 0.9)
    assert len(mouse.heard) == 4


def test_it_is_dragged_beyond_the_pane_too_and_nothing_is_signalled_where_it_has_no_meaning(
    mouse_over,
):
    mouse = mouse_over()
    mouse.press(0.5, 0.5)
    mouse.move(0.5, 1.05)
    assert mouse.drags()[-1][2] == pytest.approx(1.05, abs=0.02)
    mouse.move(0.5, 0.5, pane=1)
    assert len(mouse.drags()) == 1
    mouse.release(0.5, 0.5, pane=1)
    assert mouse.heard[-1] == "ended"


def test_a_mark_is_dragged_within_reach_and_a_draw_picked_beyond_it(mouse_over):
    mouse = mouse_over()
    pixel = mouse.card.plot.frame.vb.viewPixelSize()[0]
    mouse.press(0.5 + (REACH - 2) * pixel, 0.5)
    mouse.release(0.5 + (REACH - 2) * pixel, 0.5)
    assert mouse.heard == ["begun", "ended"]
    mouse.press(0.5 + (REACH + 3) * pixel, 0.5)
    mouse.release(0.5 + (REACH + 3) * pixel, 0.5)
    assert len(mouse.heard) == 3
    assert isinstance(mouse.heard[-1], int)


def test_clicks_into_other_panes_pick_and_drag_nothing(mouse_over):
    mouse = mouse_over()
    for x, y in ((0.5, 0.5), (0.02, 0.98), (0.98, 0.02)):
        mouse.press(x, y, pane=1)
        mouse.release(x, y, pane=1)
    assert mouse.heard == mouse.card.plot.asked == []
    mouse.press(0.1, 0.2)
    ((x, y, reach),) = mouse.card.plot.asked
    assert (x, y) == (pytest.approx(0.1, abs=0.01), pytest.approx(0.2, abs=0.01))
    pixels = mouse.card.plot.frame.vb.viewPixelSize()
    assert reach == (REACH * pixels[0], REACH * pixels[1])


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_neither_begin_nor_end_a_drag(mouse_over, button, monkeypatch):
    mouse, shown = mouse_over(), []
    menu = mouse.card.findChild(QMenu)
    monkeypatch.setattr(menu, "popup", shown.append)  # Qt's offscreen platform warns of menus
    mouse.press(0.5, 0.5, button=button)
    mouse.move(0.4, 0.4)
    mouse.release(0.4, 0.4, button=button)
    assert mouse.heard == []
    assert len(shown) == (button == Qt.MouseButton.RightButton)
    shown.clear()
    mouse.press(0.5, 0.5)
    mouse.press(0.5, 0.5, button=button)
    mouse.release(0.5, 0.5, button=button)
    mouse.move(0.3, 0.3)
    assert mouse.heard[0] == "begun"
    assert len(mouse.drags()) >= 1
    assert "ended" not in mouse.heard
    assert shown == []
    mouse.release(0.3, 0.3)
    assert mouse.heard.count("begun") == mouse.heard.count("ended") == 1


def test_the_cursor_shows_what_can_be_dragged(mouse_over):
    mouse = mouse_over()
    assert mouse.cursor == POINTING
    for x, y, pane, cursor in (
        (0.5, 0.5, 0, OPEN),
        (0.2, 0.2, 0, POINTING),
        (0.5, 0.5, 0, OPEN),
        (0.5, 0.5, 1, POINTING),
    ):
        mouse.move(x, y, pane)
        assert mouse.cursor == cursor, (x, y, pane)
    assert mouse.heard == []
    mouse.press(0.5, 0.5)
    mouse.release(0.5, 0.5)
    assert mouse.cursor == OPEN


def leave(mouse):
    mouse.card.clearFocus()


def hide(mouse):
    mouse.card.hide()


def let_go_unseen(mouse):
    """Move with no button down."""
    place, none = QPointF(20, 150), Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(mouse.card, event)


@pytest.mark.parametrize(
    "end", [lambda mouse: mouse.key(Qt.Key.Key_Escape), leave, hide, let_go_unseen]
)
def test_a_drag_that_is_broken_off_ends_once(mouse_over, end):
    mouse = mouse_over()
    mouse.press(0.5, 0.5)
    mouse.move(0.4, 0.4)
    end(mouse)
    assert mouse.heard[-1] == "ended"
    assert mouse.cursor == POINTING
    before = list(mouse.heard)
    if mouse.card.isVisible():
        mouse.move(0.3, 0.3)
        mouse.release(0.3, 0.3)
    assert mouse.heard == before
    mouse.card.show()
    mouse.press(0.5, 0.5)
    assert mouse.heard[len(before) :] == ["begun"]
    mouse.release(0.5, 0.5)


def test_other_keys_and_another_look_do_not_end_a_drag(mouse_over):
    mouse = mouse_over()
    mouse.press(0.5, 0.5)
    mouse.key(Qt.Key.Key_A)
    mouse.card.set_look(DARK, STATE)
    mouse.card.grab()
    mouse.move(0.4, 0.4)
    assert mouse.heard == [
        "begun",
        {0: pytest.approx(0.4, abs=0.01), 2: pytest.approx(0.4, abs=0.01)},
    ]
    mouse.release(0.4, 0.4)


def test_nothing_is_dragged_before_anything_is_drawn(mouse_over):
    mouse = mouse_over(drawn=False)
    mouse.move(0.5, 0.5)
    assert mouse.cursor == POINTING
    mouse.press(0.5, 0.5)
    mouse.release(0.5, 0.5)
    assert mouse.heard == []


def test_a_plot_without_anything_to_drag_is_not_dragged(mouse_over):
    mouse = mouse_over(Still)
    mouse.move(0.5, 0.5)
    assert mouse.cursor == ARROW
    mouse.press(0.5, 0.5)
    mouse.move(0.4, 0.4)
    mouse.release(0.4, 0.4)
    assert mouse.heard == []
