import numpy as np
import pyqtgraph as pg
import pytest

from gumbel_gui.plots.items.row_names import RowNames
from gumbel_gui.plots.look.style import LIGHT, PRINT


@pytest.fixture
def names(qtbot):
    """Return a function that names rows in a view of 0 … 1 by −1 … 1."""
    views = []

    def make(rows, size=(400, 400), style=LIGHT):
        view = pg.GraphicsView()
        view.resize(*size)
        view.setBackground(style.surface)
        qtbot.addWidget(view)
        views.append(view)
        box = pg.ViewBox(enableMenu=False)
        view.setCentralItem(box)
        box.setRange(xRange=(0, 1), yRange=(-1, 1), padding=0)
        made = RowNames(box, style)
        made.set_rows(rows)
        view.show()
        view.grab()
        return made

    yield make
    views.clear()


def rows_at(x, reach=0.01, texts=None):
    """Return rows from the top down whose marks are around these x."""
    ys = -(np.arange(len(x)) + 0.7) / (len(x) + 0.4)
    texts = texts or [f"class {k}" for k in range(len(x))]
    return [(text, at - reach, at + reach, y) for text, at, y in zip(texts, x, ys, strict=True)]


def marks_of(made, rows):
    """Return (left, right, y) of the marks in pixels."""
    found = []
    for _, low, high, y in rows:
        left, right = (made._view.mapFromView(pg.Point(x, y)) for x in (low, high))
        found.append((left.x(), right.x(), left.y()))
    return found


CASES = {
    "descending": [0.9, 0.6, 0.4, 0.3, 0.2, 0.12, 0.1, 0.05],
    "equal": [1 / 64] * 8,
    "at both ends": [0.99, 0.01, 0.99, 0.01, 0.99, 0.01, 0.99, 0.01],
    "crowded": [0.07, 0.069, 0.065, 0.061, 0.06, 0.05, 0.049, 0.03],
}
LONG = [f"a name of forty letters, more or less: {k}" for k in range(8)]


@pytest.mark.parametrize("style", [LIGHT, PRINT], ids=lambda style: style.name)
@pytest.mark.parametrize("size", [(220, 60), (260, 170), (400, 400), (800, 600)], ids=str)
@pytest.mark.parametrize("texts", [None, LONG], ids=["short", "long"])
@pytest.mark.parametrize("case", CASES)
def test_names_cover_neither_one_another_nor_a_mark_and_stay_inside(
    case, texts, size, style, names
):
    rows = rows_at(CASES[case], texts=texts)
    made = names(rows, size, style)
    marks, places = marks_of(made, rows), made.places()
    assert case == "at both ends" or size[0] < 400 or places[0][0] == rows[0][0]
    for i, (text, place) in enumerate(places):
        assert place.left() >= 0
        assert place.right() <= size[0]
        assert place.top() >= made._view.mapFromView(pg.Point(0, 0)).y()
        assert place.bottom() <= size[1]
        assert not any(place.intersects(other) for _, other in places[:i])
        index = [row[0] for row in rows].index(text)
        for left, right, y in marks:
            beside = place.right() < left - 3 or place.left() > right + 3
            assert beside or abs(y - place.center().y()) > place.height() / 2
        left, right, y = marks[index]
        assert abs(y - place.center().y()) <= max(place.height() / 2, 1)
        assert min(abs(place.left() - right), abs(place.right() - left)) < 9


@pytest.mark.parametrize("case", CASES)
def test_with_room_every_row_is_named(case, names):
    rows = rows_at(CASES[case])
    assert [text for text, _ in names(rows).places()] == [row[0] for row in rows]


def test_a_name_with_no_room_at_either_end_of_a_long_mark_is_under_it(names):
    rows = [("class 63", 0.02, 0.97, -0.1), ("class 1", 0.02, 0.03, -0.2)]
    made = names(rows, (300, 300))
    (first, under), (second, _) = made.places()
    assert (first, second) == ("class 63", "class 1")
    left, right, y = marks_of(made, rows)[0]
    assert left + 20 < under.left() < under.right() < right - 20
    assert y + 1 < under.top() < y + 4


def test_with_little_room_the_first_rows_are_named(names):
    rows = rows_at([0.1] * 8)
    few = [text for text, _ in names(rows[::-1], (300, 110)).places()]
    assert few[0] == "class 7"
    assert 2 <= len(few) < 8


def test_names_follow_the_size_of_the_view(names):
    made = names(rows_at(CASES["equal"]), (300, 100))
    before = len(made.places())
    view = made.scene().views()[0]
    view.resize(300, 500)
    view.grab()
    assert len(made.places()) == 8 > before
    assert made.boundingRect().height() == made._view.height()


def test_names_are_painted_where_they_are_said_to_be(names):
    made = names(rows_at([0.2, 0.5, 0.8]))
    picture = made.scene().views()[0].grab().toImage()
    dark = [
        (x, y) for x in range(400) for y in range(400) if picture.pixelColor(x, y).lightness() < 128
    ]
    boxes = [place.adjusted(-2, -3, 2, 3) for _, place in made.places()]
    assert all(any(box.contains(pg.Point(*at)) for box in boxes) for at in dark)
    assert all(any(box.contains(pg.Point(*at)) for at in dark) for box in boxes)
    made.set_rows([])
    assert made.places() == []
