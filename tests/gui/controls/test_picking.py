"""Picking a draw by a click on a plot, and its marks in all plots."""

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import PAGE, select
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.cards.card_menu import CardMenu
from gumbel_gui.gui.cards.plot_frame import REACH
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.base import VIEWS, Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.items.rug import Rug
from gumbel_gui.plots.look.style import LIGHT
from gumbel_gui.plots.sample.relaxed_vectors import Columns

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False,) * 3,
)
SIZE = (1280, 820)
PATIENCE = 60_000
PICKABLE = [name for name, kind in plot_types().items() if kind.pick is not Plot.pick]
MARKED = [name for name, kind in plot_types().items() if kind.mark is not Plot.mark]


def small(**changes):
    return replace(SMALL, parameters=replace(SMALL.parameters, **changes))


def selected(lab):
    return lab.store.state.parameters.selected


def pixel(lab, name, x, y):
    """Return the pixel of the window at which a place of a plot's axes is seen."""
    card = lab.window.cards[name]
    view = card.findChild(pg.GraphicsLayoutWidget)
    scene = card.plot.frame.vb.mapViewToScene(QPointF(x, y))
    return view.viewport().mapTo(lab.window, view.mapFromScene(scene))


def click_at(lab, place, button=Qt.MouseButton.LeftButton):
    """Click where a person would: Qt has to find out which widget is there."""
    QTest.mouseClick(lab.window.windowHandle(), button, pos=place)


@pytest.fixture
def pick(settle):
    """Return a function that clicks on a plot and waits until the window shows the draw."""

    def picked(lab, name, x, y=0.5):
        settle(lab, lambda: click_at(lab, pixel(lab, name, x, y)))
        return selected(lab)

    return picked


@pytest.fixture
def select_draw(settle):
    """Return a function that selects a draw by its number and waits until it is shown."""

    def chosen(lab, number):
        settle(lab, lambda: lab.store.edit("draw", lambda s: s.with_parameter("selected", number)))

    return chosen


def column_items(lab):
    plot = lab.window.cards["relaxed_vectors"].plot
    (columns,) = (item for item in plot.frame.items if isinstance(item, Columns))
    (outline,) = (item for item in plot.frame.items if isinstance(item, Curve))
    return columns, outline


def outlined(lab):
    """Return the column that has an outline, if one has."""
    x, y = column_items(lab)[1].getData()
    if x is None or not len(x):
        return None
    assert (y.min(), y.max()) == (0, 1)
    assert x.max() - x.min() == 1
    return (x.max() + x.min()) / 2


def tops(lab):
    return column_items(lab)[0].getData()[1]


def assert_page(lab):
    """Fail unless the columns are those around the selected draw."""
    drawn = select(lab.store.state.parameters)
    np.testing.assert_allclose(tops(lab), np.cumsum(drawn.vectors, axis=0), rtol=1e-6)
    assert outlined(lab) == drawn.number - drawn.first + 1


@pytest.mark.parametrize("column", [1, 2, 7, 24, 47, 48])
def test_a_click_on_a_column_selects_its_draw(open_lab, pick, column):
    lab = open_lab(SMALL, size=SIZE)
    assert outlined(lab) is None
    assert pick(lab, "relaxed_vectors", column) == column
    assert outlined(lab) == column
    assert lab.result.selection.number == column
    assert lab.window.cards["relaxed_vectors"].hasFocus()
    assert lab.store.history.count() == 1
    assert_page(lab)


def test_the_whole_column_counts_and_no_more(open_lab, pick):
    lab = open_lab(SMALL, size=SIZE)
    for x, y, number in (
        (9.6, 0.02, 10),
        (11.4, 0.98, 11),
        (11.6, 0.5, 12),
        (10.4, 0.5, 10),
        (0.6, 0.5, 1),
        (48.4, 0.5, 48),
    ):
        assert pick(lab, "relaxed_vectors", x, y) == number, (x, y)
        assert outlined(lab) == number


def beside(lab):
    """Places on the card of the columns that are on none of them."""
    card = lab.window.cards["relaxed_vectors"]
    above = pixel(lab, "relaxed_vectors", 20, 1)
    below = pixel(lab, "relaxed_vectors", 20, 0)
    corner = card.mapTo(lab.window, card.rect().topLeft())
    above.setY(above.y() - 2 * REACH)
    below.setY(below.y() + 2 * REACH)
    return {
        "left": pixel(lab, "relaxed_vectors", 0.3, 0.5),
        "right": pixel(lab, "relaxed_vectors", 48.7, 0.5),
        "above": above,
        "below": below,
        "title": corner + QPointF(60, 15).toPoint(),
        "edge": corner + QPointF(3, 3).toPoint(),
        "caption": card.mapTo(lab.window, card.rect().bottomLeft()) + QPointF(60, -20).toPoint(),
    }


@pytest.mark.parametrize("place", ["left", "right", "above", "below", "title", "edge", "caption"])
@pytest.mark.parametrize("before", [0, 5])
def test_a_click_beside_the_columns_selects_no_other_draw(open_lab, place, before):
    lab = open_lab(small(selected=before), size=SIZE)
    click_at(lab, beside(lab)[place])
    assert selected(lab) == before
    assert lab.store.history.count() == 0
    assert outlined(lab) == (before or None)


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_only_the_left_button_picks(open_lab, button, monkeypatch):
    monkeypatch.setattr(CardMenu, "popup", lambda *_: None)
    lab = open_lab(SMALL, size=SIZE)
    click_at(lab, pixel(lab, "relaxed_vectors", 5, 0.5), button)
    assert selected(lab) == 0


@pytest.mark.long
def test_a_click_on_a_plot_without_draws_focuses_it_and_nothing_more(open_lab, settle, reveal):
    lab = open_lab(SMALL, size=SIZE)
    for view in VIEWS:
        if view != "sample":
            settle(lab, lambda view=view: lab.set_view(view))
        for name in plots_of(view):
            card = lab.window.cards[name]
            shape = card.findChild(pg.GraphicsLayoutWidget).cursor().shape()
            assert (shape == Qt.CursorShape.PointingHandCursor) == (name in PICKABLE), name
            if name not in PICKABLE:
                reveal(card)
                click_at(lab, card.mapTo(lab.window, card.rect().center()))
                assert card.hasFocus()
                assert selected(lab) == 0


def test_few_draws_have_few_columns(open_lab, pick):
    lab = open_lab(small(draws=5), size=SIZE)
    click_at(lab, pixel(lab, "relaxed_vectors", 6, 0.5))
    assert selected(lab) == 0
    assert pick(lab, "relaxed_vectors", 5) == 5
    click_at(lab, pixel(lab, "relaxed_vectors", 6, 0.5))
    assert selected(lab) == 5


def test_clicks_that_follow_each_other_move_the_outline_and_are_undone(open_lab, pick, settle):
    lab = open_lab(small(selected=3), size=SIZE)
    for column in (7, 30, 12):
        assert pick(lab, "relaxed_vectors", column) == outlined(lab) == column
    settle(lab, lab.store.history.undo)
    assert selected(lab) == outlined(lab) == 3
    settle(lab, lambda: lab.store.set("selected", 0))
    assert outlined(lab) is None
    np.testing.assert_allclose(
        tops(lab), np.cumsum(select(small(selected=1).parameters).vectors, axis=0), rtol=1e-6
    )


def test_a_click_on_the_selected_column_changes_nothing(open_lab, pick):
    lab = open_lab(SMALL, size=SIZE)
    pick(lab, "relaxed_vectors", 8)
    click_at(lab, pixel(lab, "relaxed_vectors", 8, 0.5))
    assert selected(lab) == 8
    assert lab.store.history.count() == 1


@pytest.mark.parametrize(
    ("number", "first"), [(48, 1), (49, 49), (96, 49), (97, 97), (3000, 2977), (1, 1)]
)
def test_the_page_follows_the_selected_draw(open_lab, select_draw, pick, number, first):
    lab = open_lab(small(selected=60), size=SIZE)
    assert_page(lab)
    select_draw(lab, number)
    assert_page(lab)
    columns = tops(lab).shape[1]
    assert columns == min(PAGE, 3000 - first + 1)
    assert pick(lab, "relaxed_vectors", 2) == first + 1
    assert_page(lab)
    assert outlined(lab) == 2


def test_next_and_previous_turn_the_page(open_lab, settle, qtbot):
    lab = open_lab(small(selected=47), size=SIZE)
    pages = []
    for step in (1, 1, 1, -1, -1):
        settle(lab, lambda step=step: lab.window.one_draw.step(step))
        assert_page(lab)
        pages.append((selected(lab), outlined(lab)))
    assert pages == [(48, 48), (49, 1), (50, 2), (49, 1), (48, 48)]


def test_the_last_page_has_the_draws_that_are_left(open_lab, select_draw):
    lab = open_lab(small(draws=50, selected=48), size=SIZE)
    select_draw(lab, 50)
    assert_page(lab)
    assert tops(lab).shape == (3, 2)
    click_at(lab, pixel(lab, "relaxed_vectors", 3, 0.5))
    assert selected(lab) == 50


@pytest.mark.parametrize("number", [7, 60])
def test_the_page_follows_the_parameters(open_lab, settle, number):
    lab = open_lab(small(selected=number), size=SIZE)
    for edit in (
        lambda s: s.with_parameter("temperature", 3.0),
        lambda s: s.with_vector((3, 2, 1, 1)),
        lambda s: s.with_parameter("seed", 8),
        lambda s: s.with_parameter("mistake", Mistake.NORMAL),
        lambda s: s.without_class(1),
        lambda s: s.with_parameter("draws", 55),
        lambda s: s.with_parameter("draws", 5),
    ):
        settle(lab, lambda edit=edit: lab.store.edit("edit", edit))
        assert_page(lab)
    for _ in range(7):
        settle(lab, lab.store.history.undo)
        assert_page(lab)


def test_none_selected_leads_back_to_the_first_page(open_lab, select_draw):
    lab = open_lab(small(selected=60), size=SIZE)
    select_draw(lab, 0)
    first = select(small(selected=1).parameters)
    np.testing.assert_allclose(tops(lab), np.cumsum(first.vectors, axis=0), rtol=1e-6)
    assert outlined(lab) is None


def picture(lab, name):
    QApplication.processEvents()
    return lab.window.cards[name].grab().toImage()


@pytest.mark.parametrize("view", VIEWS)
def test_marks_appear_in_every_plot_that_has_them(open_lab, settle, select_draw, view):
    given = (select(small(selected=1).parameters).winner,)
    lab = open_lab(small(given=given), size=SIZE)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    names = list(plots_of(view))
    plain = {name: picture(lab, name) for name in names}
    # Two draws that differ in every number, in the class, and in all they are marked by.
    seen = {}
    for number in (1, draw_of_another_class(SMALL.parameters)):
        select_draw(lab, number)
        for name in names:
            seen.setdefault(name, []).append(picture(lab, name))
    for name in names:
        one, other = seen[name]
        assert (plain[name] != one) == (name in MARKED), name
        # The noise of those that a class won has no place for a draw that another one won.
        assert (plain[name] != other) == (name in MARKED and name != "winner_noise"), name
        assert (one != other) == (name in MARKED), name
    select_draw(lab, 0)
    for name in names:
        assert picture(lab, name) == plain[name], name


def draw_of_another_class(parameters):
    """Return a draw of the first page whose winner is another than that of draw 1."""
    classes = select(replace(parameters, selected=1)).classes
    return int(np.flatnonzero(classes != classes[0])[0]) + 1


def rug_of(lab):
    """Return where the strokes of the noise stand, and how high."""
    items = lab.window.cards["noise_histogram"].plot.frame.items
    (rug,) = (item for item in items if isinstance(item, Rug))
    return rug.getData()


def pins_of(lab):
    """Return where the pins of the relaxed density stand, and how high above their rows."""
    plot = lab.window.cards["relaxed_density"].plot
    ends = np.column_stack(plot._pins.getData()).reshape(-1, 2, 2)  # (pins, bottom and top, xy)
    assert (ends[:, 0, 0] == ends[:, 1, 0]).all()
    np.testing.assert_array_equal(np.column_stack(plot._heads.getData()), ends[:, 1])
    return ends[:, 0, 0], np.ptp(ends[:, :, 1], axis=1).round(6)


@pytest.mark.parametrize(("marks_of", "numbers"), [(rug_of, "noise"), (pins_of, "relaxed")])
def test_marks_stand_at_the_numbers_of_the_draw(open_lab, select_draw, settle, marks_of, numbers):
    lab = open_lab(small(selected=4), size=SIZE)

    def assert_marks():
        drawn = select(lab.store.state.parameters)
        places, heights = marks_of(lab)
        np.testing.assert_allclose(sorted(places), sorted(getattr(drawn, numbers)), rtol=1e-6)
        winner = getattr(drawn, numbers)[drawn.winner]
        assert places[heights.argmax()] == pytest.approx(winner)
        assert (heights == heights.max()).sum() == 1

    assert_marks()
    select_draw(lab, 99)
    assert_marks()
    settle(lab, lambda: lab.store.edit("t", lambda s: s.with_parameter("temperature", 2.0)))
    assert_marks()
    settle(lab, lambda: lab.store.edit("remove", lambda s: s.without_class(2)))
    assert_marks()
    select_draw(lab, 0)
    assert len(marks_of(lab)[0]) == 0


def test_the_sampled_class_is_marked(open_lab, select_draw):
    lab = open_lab(SMALL, size=SIZE)
    plot, seen = lab.window.cards["class_frequencies"].plot, set()
    dots = [i for i in plot.frame.items if isinstance(i, Dots)]
    (mark,) = (i for i in dots if i.opts["symbol"] == "t1")
    assert len(mark.getData()[0]) == 0
    for number in range(1, 9):
        select_draw(lab, number)
        (place,) = mark.getData()[0]
        assert place == select(lab.store.state.parameters).winner
        seen.add(place)
    assert len(seen) > 1


def test_only_what_depends_on_t_is_marked_anew_in_a_drag_of_t(open_lab, settle, monkeypatch):
    lab, marked = open_lab(small(selected=4), size=SIZE), []
    for name in plots_of("sample"):
        plot = lab.window.cards[name].plot
        monkeypatch.setattr(
            plot, "mark", lambda s, name=name, mark=plot.mark: (marked.append(name), mark(s))
        )
    settle(lab, lambda: lab.store.edit("t", lambda s: s.with_parameter("temperature", 2.0)))
    of_t = [n for n, kind in plots_of("sample").items() if "temperature" in kind.depends]
    assert sorted(marked) == sorted(of_t)
    marked.clear()
    settle(lab, lambda: lab.window.one_draw.step(1))
    assert sorted(marked) == sorted(plots_of("sample"))


def test_a_click_on_a_point_of_the_region_selects_its_draw(open_lab, settle, pick):
    lab = open_lab(small(pair=(2, 0)), size=SIZE)
    settle(lab, lambda: lab.set_view("samplers"))
    name, page = "winning_region", 40
    draws = [select(replace(lab.store.state.parameters, selected=n + 1)) for n in range(page)]
    places = np.array([[drawn.x[2], drawn.x[0]] for drawn in draws])
    pixels = [pixel(lab, name, *place) for place in places]
    pixels = np.array([[each.x(), each.y()] for each in pixels])
    shown = np.array(lab.result.summaries[name].places.values).T
    others = [pixel(lab, name, *place) for place in shown]
    others = np.array([[each.x(), each.y()] for each in others])
    distances = np.hypot(*(pixels[:, None] - others[None]).T)  # (points, page)
    alone = [n for n in range(page) if np.sort(distances[:, n])[1] > 4]
    assert len(alone) > 3
    for n in alone[:4]:
        assert pick(lab, name, *places[n]) == n + 1


def test_a_click_far_from_every_point_selects_none(open_lab, settle):
    lab = open_lab(small(draws=2), size=SIZE)
    settle(lab, lambda: lab.set_view("samplers"))
    points = np.array(lab.result.summaries["winning_region"].places.values)[:, :2]
    corners = [(0.02, 0.02), (0.98, 0.02), (0.02, 0.98), (0.98, 0.98)]
    far = max(corners, key=lambda c: np.hypot(*(points.T - c).T).min())
    click_at(lab, pixel(lab, "winning_region", *far))
    assert selected(lab) == 0


@pytest.mark.parametrize("name", PICKABLE)
def test_a_click_before_anything_is_drawn_selects_none(show, qtbot, name):
    """As soon as another view is chosen its cards are there, and their draws are not."""
    card = show(Card(plot_types()[name], LIGHT, SMALL), 420, 320)
    with qtbot.assertNotEmitted(card.draw_picked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())


def test_a_draw_beyond_those_that_were_asked_for_does_no_harm(open_lab, qtbot):
    """Drawing without end shows more columns than there are draws in the box."""
    lab = open_lab(small(draws=10), size=SIZE)
    lab.toggle_drawing()
    qtbot.waitUntil(lambda: lab.result.done >= CHUNK, timeout=PATIENCE)
    assert tops(lab).shape[1] == PAGE
    click_at(lab, pixel(lab, "relaxed_vectors", 30, 0.5))
    assert selected(lab) in (0, 10, 30)
    click_at(lab, pixel(lab, "relaxed_vectors", 6, 0.5))
    assert selected(lab) == 6


def test_a_click_on_a_picture_that_is_about_to_go_does_no_harm(open_lab, settle):
    lab = open_lab(SMALL, size=SIZE)

    def both():
        lab.store.edit("draws", lambda s: s.with_parameter("draws", 10))
        click_at(lab, pixel(lab, "relaxed_vectors", 30, 0.5))

    settle(lab, both)
    assert selected(lab) <= 10
