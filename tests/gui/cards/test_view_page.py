"""ViewPage: columns of cards, a choice of them, and nothing cut however narrow it gets."""

import itertools

import pytest
from PyQt6.QtCore import QEvent, QObject, QPoint, Qt
from PyQt6.QtWidgets import QApplication, QGraphicsView, QLineEdit, QPushButton, QToolButton

from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.cards.parameter_controls import make_control
from gumbel_gui.gui.cards.view_page import GAP, LEAST_HEIGHT, TWO_COLUMNS, ViewPage
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.number_box import NumberBox
from gumbel_gui.gui.widgets.number_slider import NumberSlider
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.look.style import LIGHT

CONTROLS = (Choice, NumberBox, NumberSlider, QPushButton, QToolButton)
NARROW, WIDE = 340, 900
each_view = pytest.mark.parametrize("view", VIEWS)


@pytest.fixture
def store(make_store):
    return make_store(temperature=0.5)


@pytest.fixture
def page_of(store, playbacks_of, show):
    """Return a function that shows the page of a view, or of so many of its plots."""

    def shown(view="temperature", width=WIDE, height=700, most=None):
        playbacks, cards = playbacks_of(store), []
        for kind in list(plots_of(view).values())[:most]:
            controls = [make_control(name, store, playbacks) for name in kind.controls]
            cards.append(Card(kind, LIGHT, store.state, controls))
        return show(ViewPage(cards), width, height)

    return shown


def places(page, *, read=False):
    """Return where the cards are that can be seen: column and row of each, and if it is wide.

    They are in the order of the plots, or of reading.
    """
    lay_out(page)
    seen = [card for card in page.cards if card.isVisible()]
    assert [card.kind.name for card in seen] == list(page.shown)
    if read:
        seen.sort(key=lambda card: (card.y(), card.x()))
    lefts = sorted({card.x() for card in seen})
    tops = sorted({card.y() for card in seen})
    inside = page.widget().width()
    return [(lefts.index(card.x()), tops.index(card.y()), card.width() == inside) for card in seen]


def lay_out(page):
    """Let all layouts be done: each may change what the one around it has to do."""
    for _ in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


def scrolls(page):
    lay_out(page)
    return page.verticalScrollBar().maximum() > 0


LEFT, RIGHT = 0, 1
ARRANGED = {
    1: [(LEFT, 0, True)],
    2: [(LEFT, 0, False), (RIGHT, 0, False)],
    3: [(LEFT, 0, False), (RIGHT, 0, False), (LEFT, 1, True)],
    4: [(LEFT, 0, False), (RIGHT, 0, False), (LEFT, 1, False), (RIGHT, 1, False)],
}


@pytest.mark.parametrize("cards", ARRANGED)
def test_two_columns_and_a_last_card_that_is_wide(page_of, cards):
    assert places(page_of(most=cards)) == ARRANGED[cards]


@pytest.mark.parametrize("cards", ARRANGED)
def test_one_column_where_there_is_no_room_for_two(page_of, cards):
    page = page_of(most=cards, width=TWO_COLUMNS - 1)
    assert places(page) == [(LEFT, row, True) for row in range(cards)]


def test_the_columns_follow_the_width_both_ways(page_of):
    page = page_of()
    for width in (TWO_COLUMNS, TWO_COLUMNS - 1, NARROW, TWO_COLUMNS, WIDE):
        page.resize(width, 700)
        two = width >= TWO_COLUMNS
        assert places(page) == (ARRANGED[4] if two else [(LEFT, row, True) for row in range(4)])


def test_cards_share_all_the_room_there_is(page_of):
    page = page_of()
    lay_out(page)
    one, two, three, _ = page.cards
    assert one.size() == two.size() == three.size()
    assert one.height() == (700 - GAP) // 2
    assert 2 * one.width() + GAP == WIDE
    assert not scrolls(page)


def test_many_rows_are_scrolled(page_of):
    page = page_of(width=NARROW)
    assert scrolls(page)
    assert all(card.height() >= LEAST_HEIGHT for card in page.cards)
    page.resize(WIDE, 700)
    assert not scrolls(page)
    page.resize(NARROW, 4 * LEAST_HEIGHT + 4 * GAP + 200)
    assert not scrolls(page)


# A card that leads.


def test_the_card_that_leads_is_above_the_others_in_one_row(page_of):
    page = page_of("sample", width=980)
    lay_out(page)
    noise, classes, lead, density = page.cards
    assert (lead.y(), lead.width()) == (0, 980)
    assert noise.y() == classes.y() == density.y() > lead.height()
    assert noise.x() < classes.x() < density.x()
    assert lead.height() > noise.height()
    assert page.shown == (
        "noise_histogram",
        "class_frequencies",
        "relaxed_vectors",
        "relaxed_density",
    )


def test_on_a_low_page_the_others_are_higher_than_the_card_that_leads(page_of):
    page = page_of("sample", width=980, height=600)
    lay_out(page)
    noise, _, lead, _ = page.cards
    assert lead.height() < noise.height()
    page.resize(980, 900)
    lay_out(page)
    assert lead.height() > noise.height()


def test_where_three_do_not_fit_below_it_the_last_is_as_wide(page_of):
    page = page_of("sample", width=650)
    assert places(page, read=True) == [
        (LEFT, 0, True),
        (LEFT, 1, False),
        (RIGHT, 1, False),
        (LEFT, 2, True),
    ]


def test_one_card_below_it_is_as_wide(page_of):
    page = page_of("sample", width=980)
    page.show_only(["relaxed_density", "relaxed_vectors"])
    assert places(page, read=True) == [(LEFT, 0, True), (LEFT, 1, True)]


# Some cards only.


def test_the_named_ones_are_shown_in_the_order_of_the_page(page_of):
    page = page_of()
    names = [card.kind.name for card in page.cards]
    for count in (1, 2, 3, 4):
        for chosen in itertools.combinations(names, count):
            page.show_only(chosen[::-1])
            assert page.shown == chosen
            assert places(page) == ARRANGED[count]


@pytest.mark.parametrize("names", [(), ["pie"], ["jacobian"]])
def test_where_nothing_of_the_page_is_named_all_are_shown(page_of, names):
    page = page_of()
    page.show_only(["simplex"])
    page.show_only(names)
    assert places(page) == ARRANGED[4]


def test_one_card_alone_gets_all_the_room_and_gives_it_back(page_of):
    page = page_of()
    page.show_only(["simplex"])
    lay_out(page)
    (card,) = (card for card in page.cards if card.isVisible())
    assert (card.width(), card.height()) == (WIDE, 700)
    page.show_only()
    assert places(page) == ARRANGED[4]


# The focus.


class Shown(QObject):
    """Remembers the widgets that are shown as windows."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.windows.append(watched)
        return False


def test_no_card_is_shown_as_a_window_while_a_page_is_made(page_of, qapp):
    """Not even for an instant: it would take the window's focus away."""
    watch = Shown()
    qapp.installEventFilter(watch)
    page = page_of()
    page.show_only(["simplex"])
    page.show_only()
    qapp.removeEventFilter(watch)
    assert watch.windows == [page]


def test_another_view_leaves_the_window_active(open_lab, settle):
    lab = open_lab()
    for view in VIEWS:
        if view != "sample":
            settle(lab, lambda view=view: lab.set_view(view))
        assert lab.window.isActiveWindow()
        for name in plots_of(view):
            lab.window.cards[name].setFocus()
            assert lab.window.cards[name].hasFocus()


def test_a_card_keeps_the_focus_when_the_columns_change(page_of):
    page = page_of()
    card = page.cards[2]
    card.setFocus()
    page.resize(NARROW, 700)
    lay_out(page)
    assert card.hasFocus()
    page.show_only([card.kind.name])
    lay_out(page)
    assert card.hasFocus()


def test_no_card_that_is_hidden_has_the_focus(page_of):
    page = page_of()
    page.cards[0].setFocus()
    page.show_only([page.cards[3].kind.name])
    focus = QApplication.focusWidget()
    assert focus is None or focus.isVisible()


def test_tab_brings_what_it_reaches_into_sight(page_of, qtbot):
    page = page_of(width=NARROW)
    lay_out(page)
    page.cards[0].setFocus()
    for card in page.cards[1:]:
        while not card.hasFocus():
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        lay_out(page)
        top = card.mapTo(page, QPoint(0, 0)).y()
        assert -1 <= top < 700 - 40, card.kind.name


# Nothing is cut.


def sticking_out(card):
    """Return what of a card's header and controls is not wholly inside it."""
    out = []
    for part in (part for kind in CONTROLS for part in card.findChildren(kind)):
        if not part.isVisible() or isinstance(part.parent(), QGraphicsView):
            continue
        place = part.rect().translated(part.mapTo(card, QPoint(0, 0)))
        if not card.rect().adjusted(4, 4, -4, -4).contains(place):
            out.append(f"{type(part).__name__} {part.accessibleName()!r} {place}")
        least = part.minimumSizeHint().width()  # those of the header have a width of their own
        if part.width() < least and not isinstance(part, QToolButton):
            out.append(f"{type(part).__name__} {part.accessibleName()!r} is squeezed")
        if isinstance(part, NumberBox) and part.accessibleName() != "weights of the loss":
            room = part.findChild(QLineEdit).contentsRect().width()
            if part.fontMetrics().horizontalAdvance(part.text()) + 2 > room:
                out.append(f"{part.accessibleName()!r}: {part.text()!r} is cut")
    return out


@pytest.mark.sweep(14)
@each_view
@pytest.mark.parametrize("width", [320, 345, TWO_COLUMNS, 626, 906, 1400])
def test_nothing_is_cut_at_any_width(page_of, view, width):
    page = page_of(view, width)
    lay_out(page)
    assert page.widget().width() <= page.viewport().width()
    for card in page.cards:
        assert page.widget().rect().contains(card.geometry()), card.kind.name
        assert sticking_out(card) == [], card.kind.name


@pytest.mark.sweep(4)
@each_view
@pytest.mark.parametrize("size", [(1, 1), (1280, 820)])
def test_nothing_is_cut_in_the_window(open_lab, settle, view, size):
    lab = open_lab(size=size)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    page = lab.window.cards[next(iter(plots_of(view)))].parentWidget()
    while not isinstance(page, ViewPage):
        page = page.parentWidget()
    for _ in range(6):
        QApplication.processEvents()
    assert page.widget().width() <= page.viewport().width()
    for card in page.cards:
        assert page.widget().rect().contains(card.geometry()), card.kind.name
        assert sticking_out(card) == [], card.kind.name


@each_view
def test_every_control_of_a_view_has_a_name_of_its_own(page_of, view):
    """Besides those of one parameter on several cards: they do the same."""
    names = {}
    for card in page_of(view).cards:
        parts = [part for kind in CONTROLS for part in card.findChildren(kind) if part.isVisible()]
        for part in parts:
            spoken = part.accessibleName() or part.text()
            assert spoken, part
            names.setdefault((type(part), spoken), []).append(card.kind)
    for (_, name), plots in names.items():
        shared = set.intersection(*({*plot.controls} for plot in plots))
        same = any(PARAMETERS[control].words in name for control in shared)
        assert len(plots) == 1 or (same and len({*plots}) == len(plots)), name


@pytest.mark.parametrize(
    ("size", "two"),
    [((740, 800), False), ((899, 800), False), ((900, 800), True), ((740, 540), True)],
)
def test_two_cards_alone_are_beside_each_other_where_they_would_not_be_tall(page_of, size, two):
    page = page_of(most=2)
    page.resize(*size)
    assert places(page) == (ARRANGED[2] if two else [(LEFT, 0, True), (LEFT, 1, True)])
