"""A card: when it paints, what it says, and what it offers."""

import pyqtgraph as pg
import pytest
from PyQt6.QtCore import QEvent, QPointF, Qt
from PyQt6.QtGui import QMouseEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QMenu, QToolButton

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.gui.cards.card import REACH, Card
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.look.style import DARK, LIGHT

KIND = plot_types()["noise_histogram"]
STATE = LabState().with_vector((1, 2, 3))


@pytest.fixture
def summary(content):
    return content.summaries["noise_histogram"]


@pytest.fixture
def painted(monkeypatch):
    """The summaries that were painted, in order."""
    summaries, draw = [], KIND.draw

    def note(self, summary):
        summaries.append(summary)
        draw(self, summary)

    monkeypatch.setattr(KIND, "draw", note)
    return summaries


@pytest.fixture
def new_card(show, painted):
    """Return a function that shows a card; a fixture that is one would outlive the test."""
    return lambda kind=KIND, state=STATE: show(Card(kind, LIGHT, state), 420, 320)


def captions(card):
    return [x for x in card.findChildren(QLabel) if x.property("role") == "caption"]


def buttons(card):
    return {button.text(): button for button in card.findChildren(QToolButton) if button.text()}


def menu_action(card):
    (action,) = card.findChild(QMenu).actions()
    return action


def test_it_paints_only_another_summary(new_card, painted, content, summary):
    card = new_card()
    assert painted == []
    card.show_summary(summary)
    card.show_summary(summary)
    assert painted == [summary]
    other = summary + summary
    card.show_summary(other)
    assert painted == [summary, other]


def test_the_sentence_is_what_a_screen_reader_speaks(new_card, summary):
    card = new_card()
    card.show_summary(summary)
    assert card.caption == card.plot.caption(summary)
    assert card.accessibleDescription() == card.caption
    assert card.accessibleName() == card.plot.heading(summary)
    assert [label.text() for label in captions(card)] == [card.caption]


class Teller(KIND):
    """A plot whose words name the selected draw."""

    told = "nobody"

    def mark(self, selection):
        self.told = str(selection.number) if selection else "nobody"

    def caption(self, _):
        return f"Of draw {self.told}."

    def heading(self, _):
        return f"Draw {self.told}"


def test_words_follow_the_selected_draw_without_another_summary(new_card, painted, summary):
    card = new_card(Teller)
    card.show_summary(summary)
    for number in (3, 7, 7, 0, 2):
        card.show_summary(summary, select(Parameters((1, 2, 3), selected=number)))
        who = number or "nobody"
        assert card.caption == card.accessibleDescription() == f"Of draw {who}."
        assert card.accessibleName() == f"Draw {who}"
    assert painted == [summary]


@pytest.mark.parametrize("name", plot_types())
def test_every_plot_fills_a_card(new_card, content, name):
    card = new_card(plot_types()[name])
    before = card.grab().toImage()
    with Engine(1) as engine:
        kind = {name: plot_types()[name].summarise}
        card.show_summary(engine.summarise(content.parameters, kind)[name])
    assert card.grab().toImage() != before
    assert card.caption.endswith(".")
    (caption,) = captions(card)
    assert caption.heightForWidth(caption.width()) <= caption.height()


@pytest.mark.parametrize(
    ("style", "change"),
    [
        (DARK, lambda state: state),
        (LIGHT, lambda state: state.with_label(0, "rain")),
        (LIGHT, lambda state: state.with_option("noise_histogram.cdf", True)),
    ],
    ids=["theme", "labels", "options"],
)
def test_another_look_keeps_the_last_summary(new_card, painted, summary, style, change):
    card = new_card()
    card.show_summary(summary)
    plot = card.plot
    card.set_look(style, change(STATE))
    assert card.plot is not plot
    assert painted == [summary, summary]
    assert card.plot.style == style
    assert card.caption == card.plot.caption(summary)


def test_a_look_before_any_summary_paints_nothing(new_card, painted):
    card = new_card()
    card.set_look(DARK, STATE)
    assert painted == []


@pytest.mark.parametrize(
    "change",
    [
        lambda state: state,
        lambda state: state.with_parameter("temperature", 9),
        lambda state: state.with_lock(0, True),
        lambda state: state.with_option("relaxed_vectors.order", True),
    ],
)
def test_the_same_look_builds_nothing(new_card, painted, summary, change):
    card = new_card()
    card.show_summary(summary)
    plot = card.plot
    card.set_look(LIGHT, change(STATE))
    assert card.plot is plot
    assert painted == [summary]


def test_an_option_is_asked_for_and_follows_the_state(new_card, qtbot):
    card = new_card()
    action = menu_action(card)
    assert action.text() == KIND.option_names["cdf"]
    assert not action.isChecked()
    with qtbot.waitSignal(card.option_switched) as switched:
        action.trigger()
    assert switched.args == ["noise_histogram.cdf", True]
    card.set_look(LIGHT, STATE.with_option("noise_histogram.cdf", True))
    assert action.isChecked()
    assert card.plot.options == {"cdf"}
    with qtbot.assertNotEmitted(card.option_switched):
        card.set_look(LIGHT, STATE)  # as undo does
    assert not action.isChecked()


def test_a_plot_without_options_has_no_menu(new_card):
    for name, kind in plot_types().items():
        card = new_card(kind)
        assert ("Options" in buttons(card)) == bool(kind.option_names), name


@pytest.mark.parametrize(("text", "signal"), [("Copy", "copy_wanted"), ("Export", "export_wanted")])
def test_buttons_say_which_plot(new_card, qtbot, click, text, signal):
    card = new_card()
    with qtbot.waitSignal(getattr(card, signal)) as wanted:
        click(buttons(card)[text])
    assert wanted.args == ["noise_histogram"]
    assert buttons(card)[text].accessibleName() == f"{text}: {KIND.title}"


def test_the_picture_follows_theme_and_options(new_card, summary):
    card = new_card()
    card.show_summary(summary)
    looks = set()
    for style, state in (
        (LIGHT, STATE),
        (DARK, STATE),
        (LIGHT, STATE.with_option("noise_histogram.cdf", True)),
    ):
        card.set_look(style, state)
        image = card.grab().toImage()
        looks.add(bytes(image.constBits().asarray(image.sizeInBytes())))
    assert len(looks) == 3


def test_a_label_with_markup_is_shown_as_it_was_typed(new_card, content):
    kind = plot_types()["relaxed_density"]
    state = STATE
    for k in range(3):
        state = state.with_label(k, "<b>rain</b>")
    card = new_card(kind, state)
    card.show_summary(content.summaries["relaxed_density"])
    assert "<b>rain</b>" in card.caption
    (caption,) = captions(card)
    assert caption.textFormat() == Qt.TextFormat.PlainText


def test_a_longer_sentence_gets_room_and_keeps_it(new_card, summary, monkeypatch):
    card = new_card()
    (caption,) = captions(card)
    sentences = iter(["short.", "A long sentence. " * 30, "short."])
    monkeypatch.setattr(KIND, "caption", lambda *_: next(sentences))
    heights = []
    for each in (summary + summary, summary + summary, summary + summary):
        card.show_summary(each)
        assert caption.heightForWidth(caption.width()) <= caption.parentWidget().minimumHeight()
        heights.append(caption.parentWidget().minimumHeight())
    assert heights[0] < heights[1] == heights[2]


def test_a_click_on_the_plot_focuses_the_card(new_card, qtbot):
    card = new_card()
    view = next(iter(card.findChildren(QLabel)))
    view.setFocus()
    card.clearFocus()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    assert card.hasFocus()


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

    def draw(self, summary):
        pass

    def caption(self, summary):
        return f"{summary} draws."

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


class Hand:
    """A mouse over a card, and what the card tells of it."""

    def __init__(self, card):
        self.card, self.told = card, []
        self.view = card.findChild(pg.GraphicsLayoutWidget)
        card.drag_begun.connect(lambda: self.told.append("begun"))
        card.dragged.connect(lambda shares: self.told.append(shares))
        card.drag_ended.connect(lambda: self.told.append("ended"))
        card.draw_picked.connect(lambda number: self.told.append(number))

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

    def pulls(self):
        return [each for each in self.told if isinstance(each, dict)]


@pytest.fixture
def hand(show):
    """Return a function that gives a mouse over a card of a kind of plot with 500 draws."""

    def over(kind=Handle, drawn=True):
        card = show(Card(kind, LIGHT, STATE), 620, 320)
        if drawn:
            card.show_summary(500)
        card.grab()
        return Hand(card)

    return over


def test_a_mark_is_dragged_with_the_left_button(hand):
    mouse = hand()
    mouse.press(0.5, 0.5)
    assert (mouse.told, mouse.cursor) == (["begun"], CLOSED)
    for x, y in ((0.4, 0.6), (0.2, 0.7)):
        mouse.move(x, y)
        assert mouse.told[-1] == {0: pytest.approx(x, abs=0.01), 2: pytest.approx(y, abs=0.01)}
        assert mouse.cursor == CLOSED
    mouse.release(0.2, 0.7)
    assert (mouse.told[-1], mouse.cursor, len(mouse.told)) == ("ended", POINTING, 4)
    mouse.move(0.9, 0.9)
    assert len(mouse.told) == 4


def test_it_is_dragged_beyond_the_pane_too_and_where_it_means_nothing_nothing_is_told(hand):
    mouse = hand()
    mouse.press(0.5, 0.5)
    mouse.move(0.5, 1.05)
    assert mouse.pulls()[-1][2] == pytest.approx(1.05, abs=0.02)
    mouse.move(0.5, 0.5, pane=1)
    assert len(mouse.pulls()) == 1
    mouse.release(0.5, 0.5, pane=1)
    assert mouse.told[-1] == "ended"


def test_a_mark_is_gripped_within_reach_and_a_draw_picked_beyond_it(hand):
    mouse = hand()
    pixel = mouse.card.plot.frame.vb.viewPixelSize()[0]
    mouse.press(0.5 + (REACH - 2) * pixel, 0.5)
    mouse.release(0.5 + (REACH - 2) * pixel, 0.5)
    assert mouse.told == ["begun", "ended"]
    mouse.press(0.5 + (REACH + 3) * pixel, 0.5)
    mouse.release(0.5 + (REACH + 3) * pixel, 0.5)
    assert len(mouse.told) == 3
    assert isinstance(mouse.told[-1], int)


def test_clicks_into_other_panes_pick_and_grip_nothing(hand):
    mouse = hand()
    for x, y in ((0.5, 0.5), (0.02, 0.98), (0.98, 0.02)):
        mouse.press(x, y, pane=1)
        mouse.release(x, y, pane=1)
    assert mouse.told == mouse.card.plot.asked == []
    mouse.press(0.1, 0.2)
    ((x, y, reach),) = mouse.card.plot.asked
    assert (x, y) == (pytest.approx(0.1, abs=0.01), pytest.approx(0.2, abs=0.01))
    pixels = mouse.card.plot.frame.vb.viewPixelSize()
    assert reach == (REACH * pixels[0], REACH * pixels[1])


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_neither_begin_nor_end_a_drag(hand, button):
    mouse = hand()
    mouse.press(0.5, 0.5, button=button)
    mouse.move(0.4, 0.4)
    mouse.release(0.4, 0.4, button=button)
    assert mouse.told == []
    mouse.press(0.5, 0.5)
    mouse.press(0.5, 0.5, button=button)
    mouse.release(0.5, 0.5, button=button)
    mouse.move(0.3, 0.3)
    assert mouse.told[0] == "begun"
    assert len(mouse.pulls()) >= 1
    assert "ended" not in mouse.told
    mouse.release(0.3, 0.3)
    assert mouse.told.count("begun") == mouse.told.count("ended") == 1


def test_the_cursor_shows_what_can_be_dragged(hand):
    mouse = hand()
    assert mouse.cursor == POINTING
    for x, y, pane, cursor in (
        (0.5, 0.5, 0, OPEN),
        (0.2, 0.2, 0, POINTING),
        (0.5, 0.5, 0, OPEN),
        (0.5, 0.5, 1, POINTING),
    ):
        mouse.move(x, y, pane)
        assert mouse.cursor == cursor, (x, y, pane)
    assert mouse.told == []
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
def test_a_drag_that_is_broken_off_ends_once(hand, end):
    mouse = hand()
    mouse.press(0.5, 0.5)
    mouse.move(0.4, 0.4)
    end(mouse)
    assert mouse.told[-1] == "ended"
    assert mouse.cursor == POINTING
    before = list(mouse.told)
    if mouse.card.isVisible():
        mouse.move(0.3, 0.3)
        mouse.release(0.3, 0.3)
    assert mouse.told == before
    mouse.card.show()
    mouse.press(0.5, 0.5)
    assert mouse.told[len(before) :] == ["begun"]
    mouse.release(0.5, 0.5)


def test_other_keys_and_another_look_do_not_end_a_drag(hand):
    mouse = hand()
    mouse.press(0.5, 0.5)
    mouse.key(Qt.Key.Key_A)
    mouse.card.set_look(DARK, STATE)
    mouse.card.grab()
    mouse.move(0.4, 0.4)
    assert mouse.told == [
        "begun",
        {0: pytest.approx(0.4, abs=0.01), 2: pytest.approx(0.4, abs=0.01)},
    ]
    mouse.release(0.4, 0.4)


def test_nothing_is_dragged_before_anything_is_drawn(hand):
    mouse = hand(drawn=False)
    mouse.move(0.5, 0.5)
    assert mouse.cursor == POINTING
    mouse.press(0.5, 0.5)
    mouse.release(0.5, 0.5)
    assert mouse.told == []


def test_a_plot_without_anything_to_drag_does_not_follow_the_mouse(hand):
    mouse = hand(Still)
    mouse.move(0.5, 0.5)
    assert mouse.cursor == ARROW
    mouse.press(0.5, 0.5)
    mouse.move(0.4, 0.4)
    mouse.release(0.4, 0.4)
    assert mouse.told == []
    assert not mouse.card.hasMouseTracking()
    assert not mouse.view.hasMouseTracking()
