"""Views: other plots of the same draws, made when first looked at, computed only while seen."""

from dataclasses import astuple

import numpy as np
import pytest
from PyQt6 import sip
from PyQt6.QtCore import QEvent, QObject, Qt
from PyQt6.QtGui import QKeySequence
from PyQt6.QtWidgets import QApplication, QLabel, QTabBar, QToolButton

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.provenance import command
from gumbel_gui.figures.rendering import content_of
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.dialogs.table_dialog import TableDialog
from gumbel_gui.gui.lab import FIRST_VIEW
from gumbel_gui.gui.state.state import ALL, LabState
from gumbel_gui.language import tr
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.look.style import DARK

pytestmark = pytest.mark.sweep(2)

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5, selected=9),
    ("sun", "rain", "snow"),
    (False,) * 3,
)
PATIENCE = 20_000
OTHERS = [view for view in VIEWS if view != FIRST_VIEW]
each_view = pytest.mark.parametrize("view", VIEWS)
each_other = pytest.mark.parametrize("view", OTHERS)


def press(qtbot, widget, keys):
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())


def tabs(lab):
    return lab.window.findChild(QTabBar)


def by_tab(lab, view, qtbot):
    place = tabs(lab).tabRect(list(VIEWS).index(view)).center()
    qtbot.mouseClick(tabs(lab), Qt.MouseButton.LeftButton, pos=place)


def by_keys(lab, view, qtbot):
    widget = QApplication.focusWidget() or lab.window
    press(qtbot, widget, f"Ctrl+{list(VIEWS).index(view) + 1}")


def by_menu(lab, view, _qtbot):
    (menu,) = (m for m in lab.window.menuBar().actions() if m.text() == "&View")
    (action,) = (a for a in menu.menu().actions() if a.text().endswith(tr(VIEWS[view])))
    action.trigger()


def seen(lab):
    """Return the plots whose cards can be seen, in their order."""
    return [name for name, card in lab.window.cards.items() if card.isVisible()]


def front(lab):
    (view,) = (view for view in VIEWS if list(plots_of(view)) == seen(lab))
    assert list(VIEWS)[tabs(lab).currentIndex()] == view
    return view


def directly(state, view):
    return content_of(state.parameters, tuple(plots_of(view))).summaries


def assert_same(mine, theirs, name):
    """Fail unless two summaries are the same to the last digit, whatever is in what."""
    assert type(mine) is type(theirs), name
    if isinstance(mine, tuple):
        for one, other in zip(mine, theirs, strict=True):
            assert_same(one, other, name)
    else:
        np.testing.assert_array_equal(mine, theirs, err_msg=name)


def assert_shows_the_latest(lab, view):
    """Fail unless cards, table and result are of the state there is now."""
    state = lab.store.state
    assert front(lab) == view
    assert lab.result.parameters == state.parameters
    assert list(lab.result.summaries) == list(plots_of(view))
    for name, summary in directly(state, view).items():
        card, given = lab.window.cards[name], (summary, state.parameters)
        if summary is not None:
            assert_same(astuple(lab.result.summaries[name]), astuple(summary), name)
        fresh = Card(plot_types()[name], card.plot.style, state)
        fresh.show_summary(*given, select(state.parameters))
        assert card.plot.options == fresh.plot.options, name
        assert card.caption == fresh.plot.caption(*given) == fresh.caption, name
        assert card.accessibleName() == fresh.plot.heading(*given), name
        assert card.plot.labels(3) == fresh.plot.labels(3), name
        sip.delete(fresh)  # now, and whole: left to the garbage, Qt would still lay parts of it out


@pytest.fixture
def computed(monkeypatch):
    """The names of the plots of which a chunk was summarised, in order."""
    names = []
    for name, kind in plot_types().items():

        def summarise(chunk, name=name, whole=kind.summarise):
            names.append(name)
            return whole(chunk)

        monkeypatch.setattr(kind, "summarise", staticmethod(summarise))
    return names


@pytest.fixture
def open_at(open_lab, stored):
    """Return a function that starts a laboratory in a view, as one that was left there."""

    def opened(view, state=SMALL, **others):
        stored.put(view=view)
        return open_lab(state, **others)

    return opened


def change_view(lab, view, settle):
    if view != front(lab):
        settle(lab, lambda: lab.set_view(view))


def test_every_plot_is_in_one_view_that_has_a_tab(open_lab):
    lab = open_lab(SMALL)
    bar = tabs(lab)
    assert [bar.tabText(i) for i in range(bar.count())] == list(VIEWS.values())
    assert bar.accessibleName() == "Views"
    all_plots = [name for view in VIEWS for name in plots_of(view)]
    assert sorted(all_plots) == sorted(plot_types())
    assert all(plots_of(view) for view in VIEWS)


@each_view
def test_a_start_makes_and_computes_the_plots_of_its_view_and_no_other(open_at, computed, view):
    lab = open_at(view)
    assert list(lab.window.cards) == list(plots_of(view)) == seen(lab)
    assert len(lab.window.findChildren(Card)) == len(plots_of(view))
    assert set(computed) == {name for name, kind in plots_of(view).items() if kind.sampled}
    assert len(computed) == len(set(computed))
    assert_shows_the_latest(lab, view)


def test_the_very_first_start_shows_the_sample(open_lab):
    lab = open_lab()
    assert front(lab) == FIRST_VIEW == "sample"


@pytest.mark.parametrize("way", [by_tab, by_keys, by_menu])
@each_other
def test_a_view_is_chosen_and_left(open_lab, settle, qtbot, way, view):
    lab = open_lab(SMALL)
    settle(lab, lambda: way(lab, view, qtbot))
    assert_shows_the_latest(lab, view)
    assert list(lab.window.cards) == [*plots_of(FIRST_VIEW), *plots_of(view)]
    settle(lab, lambda: way(lab, FIRST_VIEW, qtbot))
    assert_shows_the_latest(lab, FIRST_VIEW)


def test_the_tabs_lead_on_by_arrow_keys(open_lab, settle, qtbot):
    lab = open_lab(SMALL)
    tabs(lab).setFocus()
    for view in OTHERS:
        settle(lab, lambda: qtbot.keyClick(tabs(lab), Qt.Key.Key_Right))
        assert front(lab) == view
        assert tabs(lab).hasFocus()
    settle(lab, lambda: qtbot.keyClick(tabs(lab), Qt.Key.Key_Left))
    assert front(lab) == list(VIEWS)[-2]


@pytest.mark.parametrize("way", [by_tab, by_keys, by_menu])
def test_choosing_the_view_there_is_does_nothing(open_lab, qtbot, way, computed):
    lab = open_lab(SMALL)
    computed.clear()
    result = lab.result
    with qtbot.assertNotEmitted(lab.updated, wait=50):
        way(lab, FIRST_VIEW, qtbot)
    assert computed == []
    assert lab.result is result


def test_a_change_of_view_is_no_edit(open_lab, settle):
    lab = open_lab(SMALL)
    for view in (*OTHERS, FIRST_VIEW):
        settle(lab, lambda view=view: lab.set_view(view))
        assert lab.store.state == SMALL
        assert lab.result.parameters == SMALL.parameters
    assert not lab.store.history.canUndo()


def test_cards_are_made_once(open_lab, settle):
    lab = open_lab(SMALL)
    for view in (*OTHERS, FIRST_VIEW):
        change_view(lab, view, settle)
    cards = dict(lab.window.cards)
    for view in (*OTHERS, FIRST_VIEW):
        change_view(lab, view, settle)
    assert lab.window.cards == cards
    assert len(lab.window.findChildren(Card)) == len(plot_types())


@each_other
def test_coming_back_shows_what_has_changed_meanwhile(open_lab, settle, view):
    lab = open_lab(SMALL)
    change_view(lab, view, settle)
    for edit in (
        lambda s: s.with_parameter("temperature", 3.0),
        lambda s: s.with_vector((5, 3, 2, 1)),
        lambda s: s.without_class(0),
        lambda s: s.with_label(1, "fog"),
        lambda s: s.with_parameter("seed", 99),
        lambda s: s.with_parameter("selected", 60),
        lambda s: s.with_parameter("mistake", Mistake.NOISE_ON_P),
    ):
        before = lab.store.state.parameters
        if edit(lab.store.state).parameters == before:
            lab.store.edit("edit", edit)
        else:
            settle(lab, lambda edit=edit: lab.store.edit("edit", edit))
    assert_shows_the_latest(lab, view)
    change_view(lab, FIRST_VIEW, settle)
    assert_shows_the_latest(lab, FIRST_VIEW)
    settle(lab, lab.store.history.undo)
    assert_shows_the_latest(lab, FIRST_VIEW)


@each_other
def test_coming_back_looks_as_if_one_had_never_left(open_lab, settle, view, qtbot, tmp_path):
    """Theme, options, names and the marks of the selected draw among them."""
    lab = open_lab(SMALL)
    change_view(lab, view, settle)
    option = next(
        f"{name}.{option}"
        for name, kind in plots_of(FIRST_VIEW).items()
        for option in kind.option_names
    )
    settle(lab, lambda: lab.store.edit("t", lambda s: s.with_parameter("temperature", 2.0)))
    settle(lab, lambda: lab.store.edit("draw", lambda s: s.with_parameter("selected", 70)))
    lab.store.edit("option", lambda s: s.with_option(option, True))
    lab.store.edit("name", lambda s: s.with_label(0, "wind"))
    lab.appearance.set_theme("dark")
    change_view(lab, FIRST_VIEW, settle)
    plain = open_lab(lab.store.state, "dark", folder=tmp_path / "never left")
    for name in plots_of(FIRST_VIEW):
        mine, theirs = (each.window.cards[name] for each in (lab, plain))
        qtbot.waitUntil(lambda mine=mine, theirs=theirs: mine.size() == theirs.size())
        assert mine.plot.style == theirs.plot.style
        assert mine.plot.options == theirs.plot.options
        assert mine.grab().toImage() == theirs.grab().toImage(), name


def test_a_view_that_was_hidden_has_the_latest_look_at_once(open_lab, settle):
    lab = open_lab(SMALL)
    change_view(lab, OTHERS[0], settle)
    lab.appearance.set_theme("dark")
    lab.store.edit("name", lambda s: s.with_label(0, "wind"))

    def look():
        lab.set_view(FIRST_VIEW)
        for name in plots_of(FIRST_VIEW):
            plot = lab.window.cards[name].plot
            assert plot.style == DARK
            assert plot.labels(3)[0] == "wind"

    settle(lab, look)


@each_view
def test_a_drag_of_t_computes_no_hidden_plot(open_lab, settle, computed, view):
    lab = open_lab(SMALL)
    for other in (*OTHERS, FIRST_VIEW):
        change_view(lab, other, settle)
    change_view(lab, view, settle)
    computed.clear()
    lab.store.begin_gesture()
    for t in (0.6, 0.7, 0.9):
        settle(
            lab,
            lambda t=t: lab.store.edit("t", lambda s: s.with_parameter("temperature", t), run="t"),
        )
    lab.store.end_gesture()
    of_t = {name for name, kind in plots_of(view).items() if "temperature" in kind.depends}
    assert set(computed) == of_t
    assert len(computed) == 3 * len(of_t)


def test_hidden_cards_are_not_painted(open_lab, settle, monkeypatch):
    lab = open_lab(SMALL)
    change_view(lab, OTHERS[0], settle)
    painted = []
    for name in plots_of(FIRST_VIEW):
        plot = lab.window.cards[name].plot
        for act in ("draw", "mark"):
            monkeypatch.setattr(plot, act, lambda *_, name=name: painted.append(name))
    settle(lab, lambda: lab.store.edit("p", lambda s: s.with_vector((1, 1, 8))))
    settle(lab, lambda: lab.window.one_draw.step(1))
    assert painted == []
    change_view(lab, FIRST_VIEW, settle)
    assert set(painted) == set(plots_of(FIRST_VIEW))


@each_other
def test_coming_back_to_the_same_draws_computes_and_paints_nothing(
    open_lab, settle, computed, monkeypatch, view
):
    lab = open_lab(SMALL)
    change_view(lab, view, settle)
    computed.clear()
    painted = []
    for card in lab.window.cards.values():
        monkeypatch.setattr(card.plot, "draw", lambda *given: painted.append(given))
    change_view(lab, FIRST_VIEW, settle)
    change_view(lab, view, settle)
    assert computed == painted == []


@each_other
def test_the_view_is_remembered(open_lab, settle, stored, view):
    lab = open_lab(SMALL)
    change_view(lab, view, settle)
    lab.close()
    assert stored.values()["view"] == view
    again = open_lab()
    assert front(again) == view
    assert_shows_the_latest(again, view)


@pytest.mark.parametrize("text", ["pie", "", "Sample", "Gumbel noise", "\0", "0", 7, ["noise"]])
def test_a_view_that_there_is_not_is_the_first_one(open_at, text):
    assert front(open_at(text)) == FIRST_VIEW


def test_the_focus_stays_with_what_is_seen(open_lab, settle, qtbot):
    lab = open_lab(SMALL)
    for name in plots_of(FIRST_VIEW):
        change_view(lab, FIRST_VIEW, settle)
        card = lab.window.cards[name]
        card.setFocus()
        settle(lab, lambda card=card: press(qtbot, card, "Ctrl+2"))
        focus = QApplication.focusWidget()
        assert focus is None or focus.isVisible()
        assert lab.window.focused_plot() in (None, *plots_of(OTHERS[0]))


@each_view
def test_export_and_copy_are_of_the_view(open_at, view):
    lab = open_at(view)
    assert list(lab.content().summaries) == list(plots_of(view))
    assert f"--plots {','.join(plots_of(view))} " in command(lab.content(), Layout(), "a.png")


@each_view
def test_all_plots_of_a_view_can_be_copied(open_at, view):
    """In the default size: the clipboard does not ask for one."""
    lab = open_at(view)
    lab.outgoing.copy(ALL)
    assert lab.window.statusBar().findChild(QLabel).text() == "Copied all plots"
    data = QApplication.clipboard().mimeData().data("image/svg+xml").data()
    assert ",".join(plots_of(view)).encode() in data


@each_view
def test_each_plot_of_a_view_can_be_copied(open_at, view, click):
    lab = open_at(view)
    for name, kind in plots_of(view).items():
        buttons = lab.window.cards[name].findChildren(QToolButton)
        (copy,) = (each for each in buttons if each.text() == "Copy")
        click(copy)
        assert lab.window.statusBar().findChild(QLabel).text() == f"Copied {kind.title}"


@each_other
def test_what_is_exported_before_a_view_is_drawn_is_not_the_view_before(open_lab, settle, view):
    """The window shows other plots already; nothing, or these, may be exported."""
    lab, found = open_lab(SMALL), []

    def look():
        lab.set_view(view)
        found.append(lab.content())

    settle(lab, look)
    if found[0] is not None:
        assert list(found[0].summaries) == list(plots_of(view))


@each_other
def test_copying_a_plot_before_its_view_is_drawn_does_no_harm(open_lab, settle, view):
    lab = open_lab(SMALL)

    def look():
        lab.set_view(view)
        for name in plots_of(view):
            lab.outgoing.copy(name)

    settle(lab, look)


def test_ctrl_t_shows_the_plot_that_has_the_focus_or_else_the_first(open_lab, settle):
    lab = open_lab(SMALL)
    lab.window.menus.table.trigger()
    titles = [w.windowTitle() for w in lab.window.findChildren(TableDialog) if w.isVisible()]
    assert titles == ["Table: Gumbel noise ε"]
    card = lab.window.cards["class_frequencies"]
    card.setFocus()
    lab.window.menus.table.trigger()
    (table,) = (w for w in lab.window.findChildren(TableDialog) if "Sampled" in w.windowTitle())
    assert lab.window.findChildren(TableDialog).count(table) == 1
    model = table.rows.model()
    before = [model.data(model.index(k, 2)) for k in range(3)]
    settle(lab, lambda: lab.store.edit("Edit p", lambda s: s.with_vector((3, 2, 1))))
    table.refresh()
    assert [model.data(model.index(k, 2)) for k in range(3)] == ["0.5", "0.333333", "0.166667"]
    assert before != ["0.5", "0.333333", "0.166667"]


def let_paint():
    """Let all be painted: a caption's room may lay out the page, and that another one's."""
    for _ in range(6):
        QApplication.processEvents()


class Paints(QObject):
    """Notes which plots are painted, and which pictures of the window they are in."""

    def __init__(self, lab):
        super().__init__()
        self.pictures = []
        self.names = {
            id(card._view.viewport()): name
            for name, card in lab.window.cards.items()
            if card.isVisible()
        }
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest:
            self.pictures.append([])
        elif event.type() == QEvent.Type.Paint and id(watched) in self.names:
            self.pictures[-1].append(self.names[id(watched)])
        return False


@each_view
def test_all_plots_are_painted_once_and_in_one_picture(open_at, view, settle):
    """Each by itself would have the window composed, and sent to the screen, for each of them."""
    lab = open_at(view)
    let_paint()
    paints = Paints(lab)
    settle(lab, lambda: lab.store.edit("p", lambda s: s.with_probability(1, 0.4)))
    let_paint()
    QApplication.instance().removeEventFilter(paints)
    (picture,) = filter(None, paints.pictures)
    assert len(set(picture)) == len(picture) > 0
