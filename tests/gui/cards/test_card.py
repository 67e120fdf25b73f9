"""Card: when it paints, its words, its buttons and options."""

from dataclasses import replace

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QContextMenuEvent
from PyQt6.QtWidgets import QApplication, QLabel, QMenu, QToolButton

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.figures.code.libraries import LIBRARIES
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.cards.card_menu import ACTIONS
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.look.style import DARK, LIGHT

KIND = plot_types()["noise_histogram"]
STATE = LabState().with_vector((1, 2, 3))
P = Parameters((1, 2, 3), temperature=0.5, draws=500, seed=4)
"""Those of the draws in ``content``."""


@pytest.fixture
def summary(content):
    return content.summaries["noise_histogram"]


@pytest.fixture
def painted(monkeypatch):
    """The summaries that were painted, in order."""
    summaries, draw = [], KIND.draw

    def note(self, summary, parameters):
        summaries.append(summary)
        draw(self, summary, parameters)

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
    return card.findChild(QMenu).actions()[0]


def test_it_paints_only_another_summary(new_card, painted, content, summary):
    card = new_card()
    assert painted == []
    card.show_summary(summary, P)
    card.show_summary(summary, P)
    assert painted == [summary]
    other = summary + summary
    card.show_summary(other, P)
    assert painted == [summary, other]


class ShowsSteps(KIND):
    """A plot whose picture depends on a parameter that its sums do not depend on."""

    shows = frozenset({"steps"})


@pytest.mark.parametrize(
    ("name", "value", "again"),
    [("learning_rate", 0.1, False), ("steps", 7, True), ("mistake", Mistake.UNIFORM, True)],
)
def test_it_paints_again_for_parameters_that_it_shows(
    new_card, painted, summary, name, value, again
):
    card = new_card(ShowsSteps)
    card.show_summary(summary, P)
    for _ in range(2):  # an equal value is not another one
        card.show_summary(summary, replace(P, **{name: value}))
    assert painted == [summary] * (1 + again)


def test_the_sentence_is_what_a_screen_reader_speaks(new_card, summary):
    card = new_card()
    card.show_summary(summary, P)
    assert card.caption == card.plot.caption(summary, P)
    assert card.accessibleDescription() == card.caption
    assert card.accessibleName() == card.plot.heading(summary, P)
    assert [label.text() for label in captions(card)] == [card.caption]


class NamesDraw(KIND):
    """A plot whose words name the selected draw."""

    named = "none"

    def mark(self, selection):
        self.named = str(selection.number) if selection else "none"

    def caption(self, *_):
        return f"Of draw {self.named}."

    def heading(self, *_):
        return f"Draw {self.named}"


def test_words_follow_the_selected_draw_without_another_summary(new_card, painted, summary):
    card = new_card(NamesDraw)
    card.show_summary(summary, P)
    for number in (3, 7, 7, 0, 2):
        card.show_summary(summary, P, select(replace(P, selected=number)))
        named = number or "none"
        assert card.caption == card.accessibleDescription() == f"Of draw {named}."
        assert card.accessibleName() == f"Draw {named}"
    assert painted == [summary]


@pytest.mark.parametrize("name", plot_types())
def test_every_plot_fills_a_card(new_card, name):
    kind, summary = plot_types()[name], None
    card = new_card(kind)
    before = card.grab().toImage()
    if kind.sampled:
        with Engine(1) as engine:
            summary = engine.summarise(P, {name: kind.summarise})[name]
    card.show_summary(summary, P)
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
    card.show_summary(summary, P)
    plot = card.plot
    card.set_look(style, change(STATE))
    assert card.plot is not plot
    assert painted == [summary, summary]
    assert card.plot.style == style
    assert card.caption == card.plot.caption(summary, P)


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
    card.show_summary(summary, P)
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


def test_the_menu_has_the_options_and_what_can_be_done(new_card, qtbot):
    for kind in plot_types().values():
        card = new_card(kind)
        menu = card.findChild(QMenu)
        assert buttons(card)["⋯"].menu() is menu
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        done = [f"{text}\t{key}" for _, text, key in ACTIONS]
        assert texts == [*kind.option_names.values(), *done, "Copy &as code"], kind.name
    *_, code = menu.actions()
    for action, (name, *_) in zip(menu.actions()[-1 - len(ACTIONS) : -1], ACTIONS, strict=True):
        with qtbot.waitSignal(getattr(card, f"{name}_wanted")) as wanted:
            action.trigger()
        assert wanted.args == [kind.name]
    for action, library in zip(code.menu().actions(), LIBRARIES, strict=True):
        with qtbot.waitSignal(card.code_wanted) as wanted:
            action.trigger()
        assert wanted.args == [library]


@pytest.mark.parametrize("reason", ["Mouse", "Keyboard"])
def test_the_menu_of_the_header_is_the_context_menu(new_card, monkeypatch, reason):
    card, shown = new_card(), []
    menu = card.findChild(QMenu)
    monkeypatch.setattr(menu, "popup", shown.append)  # Qt's offscreen platform warns of menus
    place = card.mapToGlobal(QPoint(30, 60))
    why = getattr(QContextMenuEvent.Reason, reason)
    QApplication.sendEvent(card._view, QContextMenuEvent(why, QPoint(30, 60), place))
    assert len(shown) == 1
    assert (shown[0] == place) == (reason == "Mouse")
    assert card.rect().contains(card.mapFromGlobal(shown[0]))


def test_a_double_click_asks_for_all_the_view(new_card, qtbot):
    card = new_card()
    for widget in (card, card._view):
        with qtbot.waitSignal(card.enlarge_wanted) as wanted:
            qtbot.mouseDClick(widget, Qt.MouseButton.LeftButton)
        assert wanted.args == ["noise_histogram"]


@pytest.mark.parametrize(("text", "signal"), [("Copy", "copy_wanted"), ("Export", "export_wanted")])
def test_buttons_say_which_plot(new_card, qtbot, click, text, signal):
    card = new_card()
    with qtbot.waitSignal(getattr(card, signal)) as wanted:
        click(buttons(card)[text])
    assert wanted.args == ["noise_histogram"]
    assert buttons(card)[text].accessibleName() == f"{text}: {KIND.title}"


def test_the_picture_follows_theme_and_options(new_card, summary):
    card = new_card()
    card.show_summary(summary, P)
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
    card.show_summary(content.summaries["relaxed_density"], P)
    assert "<b>rain</b>" in card.caption
    (caption,) = captions(card)
    assert caption.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    "sentences",
    [["short.", "A long sentence. " * 30, "short."], ["ii i " * 60, "mm m " * 59, "ii i " * 60]],
    ids=["more characters", "wider characters"],
)
def test_a_longer_sentence_gets_room_and_keeps_it(new_card, summary, monkeypatch, sentences):
    card = new_card()
    (caption,) = captions(card)
    sentences = iter(sentences)
    monkeypatch.setattr(KIND, "caption", lambda *_: next(sentences))
    heights = []
    for each in (summary + summary, summary + summary, summary + summary):
        card.show_summary(each, P)
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
