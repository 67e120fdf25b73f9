import numpy as np
import pyqtgraph as pg
import pytest
from PyQt6.QtGui import QFontMetricsF

from gumbel_gui.plots.canvas.key import Entry, Key, most_probable
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT

MARKS = (Entry("dot", "#123456", "mean"), Entry("tick", "#654321", "p"))
LADDER = np.arange(1, 65) / 2080
LONG = tuple(f"a class whose name has forty letters: {k:02}" for k in range(64))
WIDTHS = range(150, 900, 13)


@pytest.fixture
def key(qtbot):
    """Return a function that makes a key of some labels in a view of its own."""
    views = []

    def make(labels=(), marks=MARKS, style=LIGHT, most=None, width=480):
        view = pg.GraphicsLayoutWidget(size=(width, 60))
        view.setBackground(style.surface)
        view.ci.setContentsMargins(0, 0, 0, 0)
        qtbot.addWidget(view)
        views.append(view)
        made = Key(style)
        view.addItem(made)
        made.set_entries(*marks, labels=labels, most=most)
        view.show()
        view.grab()
        return made

    yield make
    views.clear()


def unnamed(classes):
    return tuple(f"class {k}" for k in range(classes))


def indices(entries, style=LIGHT):
    """Return the classes of the squares of a key, by their colours."""
    index = {style.class_colour(k): k for k in range(64)}
    return [index[entry.colour] for entry in entries if entry.glyph == "square"]


def needed(entries, rest, style=LIGHT):
    """Return how wide a row is: glyph, 5 px, text, 11 px, …, and how many are left out."""
    metrics = QFontMetricsF(style.font())
    unit = style.unit
    widths = [
        unit * (16 if entry.glyph in ("line", "dashes") else 10)
        + unit * 5
        + metrics.horizontalAdvance(text)
        for entry, text in ((entry, entry.text) for entry in entries)
    ]
    widths += [metrics.horizontalAdvance(f"+ {rest}")] if rest else []
    return 2 + sum(widths) + unit * 11 * (len(widths) - 1)


def test_the_most_probable_come_first_and_of_equals_the_lower_index():
    assert most_probable(np.array([0.1, 0.4, 0.0, 0.4, 0.1])) == (1, 3, 0, 4, 2)
    assert most_probable(np.full(64, 1 / 64)) == tuple(range(64))
    assert most_probable(np.eye(64)[40]) == (40, *range(40), *range(41, 64))


@pytest.mark.parametrize("classes", [2, 5, 6, 8])
def test_classes_that_all_fit_stand_in_their_own_order_whatever_p_is(key, classes):
    row = key(unnamed(classes))
    row.rank(tuple(reversed(range(classes))))
    entries, rest = row.shown(600)
    assert tuple(entries[:2]) == MARKS
    assert [entry.text for entry in entries[2:]] == ["class 0", *map(str, range(1, classes))]
    assert indices(entries) == list(range(classes))
    assert rest == 0


@pytest.mark.parametrize("labels", [unnamed(64), LONG], ids=["unnamed", "long"])
@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
def test_the_most_probable_that_fit_are_named_in_their_own_order(key, labels, style):
    row = key(labels, style=style)
    order = most_probable(np.roll(LADDER, 5))
    row.rank(order)
    most = 0
    for width in WIDTHS:
        entries, rest = row.shown(width)
        named = indices(entries, style)
        assert tuple(entries[:2]) == MARKS
        assert named == sorted(order[: len(named)])
        assert len(named) + rest == 64
        assert needed(entries, rest, style) <= width
        # With one more, of which the first is not a number if it has no name, it were too wide.
        if named:
            more = [*MARKS, *row._class_entries(sorted(order[: len(named) + 1]))]
            assert needed(more, rest - 1, style) > width - 15
        most = max(most, len(named))
    assert most >= (6 if labels is LONG else 15)


@pytest.mark.parametrize("labels", [unnamed(64), LONG], ids=["unnamed", "long"])
def test_the_smallest_card_names_the_most_probable_class(key, labels):
    row = key(labels)
    row.rank(most_probable(LADDER))
    assert 63 in indices(row.shown(250)[0])


def test_unnamed_classes_after_the_first_go_by_their_index(key):
    row = key(unnamed(64))
    row.rank(most_probable(LADDER))
    texts = [entry.text for entry in row.shown(400)[0][2:]]
    assert texts == [f"class {64 - len(texts)}", *map(str, range(65 - len(texts), 64))]


def test_entries_are_closer_together_where_only_then_all_have_room(key):
    row = key(unnamed(5))
    wide = row.shown(1000)
    width = needed(wide[0], 0)
    assert row.shown(width - 20) == wide
    assert row.shown(width + 1) == wide
    assert row.shown(width - 60)[1] > 0


def test_no_more_classes_are_named_than_may_be(key):
    row = key(unnamed(64), most=8)
    row.rank(most_probable(LADDER))
    entries, rest = row.shown(5000)
    assert indices(entries) == [56, 57, 58, 59, 60, 61, 62, 63]
    assert rest == 56


def test_marks_give_way_only_where_they_do_not_fit_themselves(key):
    row = key(unnamed(64))
    for width in range(10, 200, 5):
        entries, _ = row.shown(width)
        assert tuple(entries[:2]) == MARKS or needed(MARKS, 64) > width
        assert tuple(entries) == MARKS[: len(entries)] or len(entries) > 2


def test_a_key_without_marks_names_classes_alone(key):
    row = key(unnamed(64), marks=())
    row.rank(most_probable(LADDER))
    entries, rest = row.shown(480)
    assert indices(entries) == list(range(64 - len(entries), 64))
    assert len(entries) + rest == 64


def test_the_row_is_painted_anew_only_when_other_entries_are_shown(key, monkeypatch):
    row = key(unnamed(64))
    updates = []
    monkeypatch.setattr(row, "update", lambda: updates.append(1))
    order = list(range(64))
    row.rank(tuple(order))
    order[40], order[41] = order[41], order[40]
    row.rank(tuple(order))
    assert not updates
    order[0], order[41] = order[41], order[0]
    row.rank(tuple(order))
    assert len(updates) == 1
    row.scene().views()[0].grab()
    row.rank(tuple(order))
    assert len(updates) == 1


def test_what_is_shown_is_painted_within_the_row(key):
    row = key(unnamed(64), width=333)
    row.rank(most_probable(LADDER))
    picture = row.scene().views()[0].grab().toImage()
    middle = round(row.full_height - 4) // 2
    colours = {picture.pixelColor(x, middle).name() for x in range(333)}
    named = indices(row.shown(row.size().width())[0])
    assert named[-1] == 63
    for k in range(64):
        assert (LIGHT.class_colour(k) in colours) == (k in named)


@pytest.mark.parametrize("glyph", ["triangle", "ring", "frame", "pin", "dot"])
@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
def test_the_mark_of_a_draw_stands_at_the_far_end_beyond_all_that_is_named(key, glyph, style):
    row = key(unnamed(64), style=style, width=480)
    row.rank(most_probable(LADDER))
    row.set_mark(glyph, "draw 1\u00a0234\u00a0567")
    own = needed([row.mark], 0, style) - 2
    for width in WIDTHS:
        entries, rest = row.shown(width)
        assert needed(entries, rest, style) + 11 * style.unit + own <= width or not entries
    picture = row.getViewWidget().grab().toImage()
    dark = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).name() == style.text for y in range(picture.height()))
    ]
    assert 480 - own - 1 <= min(dark) <= max(dark) <= 480 - own + 11 * style.unit
    beside = row.shown(480)[1]
    row.set_mark(None, "")
    assert row.mark is None
    assert row.shown(480)[1] < beside
