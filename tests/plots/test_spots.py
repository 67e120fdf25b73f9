"""The contract of read-outs: what a place of a picture tells is in the row of the table there."""

from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.look.style import LIGHT
from gumbel_gui.plots.reading import REACH, Spots, class_read, read, shown
from gumbel_gui.plots.table import Column, Table

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 3000, 5)
CASES = {
    "note": NOTE,
    "two classes": replace(NOTE, probabilities=(0.3, 0.7)),
    "64 classes": replace(NOTE, probabilities=tuple(range(1, 65)), draws=300),
    "zero entries": replace(NOTE, probabilities=(0, 0.5, 0, 0.5), temperature=0),
    "one draw": replace(NOTE, draws=1, selected=1),
    "selected": replace(NOTE, selected=100),
}
each_plot = pytest.mark.parametrize("name", plot_types())


@pytest.fixture
def drawn(show, summary_of):
    """Return a function that draws a plot, and returns it with its table and its spots."""

    def make(name, parameters, options=()):
        plot = show(name, parameters, LIGHT, (), frozenset(options))
        selection = select(parameters)
        plot.show_selection(selection)
        plot.frame.getViewWidget().grab()  # panes have a size once they are painted
        table = plot.table(summary_of(plot, parameters), parameters, selection)
        return plot, table, plot.spots(table, parameters)

    return make


@pytest.mark.sweep(6 * len(plot_types()))
@each_plot
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("with_options", [False, True])
def test_every_plot_tells_values_where_it_shows_them(name, case, with_options, drawn):
    options = plot_types()[name].option_names if with_options else ()
    plot, table, spots = drawn(name, CASES[case], options)
    assert spots
    names = {column.name for column in table.columns}
    told = {name for each in spots for name in each.columns}
    called = [column.heading for column in table.columns if column.name in told]
    assert names.isdisjoint(heading for heading in called if "_" in heading)  # words for people
    seen = 0
    for each in spots:
        assert names & {*each.columns}
        assert ((each.rows >= 0) & (each.rows < table.rows)).all()
        pane = plot.frame.panes[each.pane]
        (left, right), (low, high) = pane.vb.viewRange()
        x, y = (each.left + each.right) / 2, (each.bottom + each.top) / 2
        seen += ((left <= x) & (x <= right) & (low <= y) & (y <= high)).sum()
    assert seen or case == "one draw"  # too few for an estimate
    pane = spots[-1].pane
    place = float(spots[-1].left[0]), float(spots[-1].bottom[0])
    if np.isfinite(place).all():
        assert read(table, spots, (pane, *place), plot.frame.panes[pane].vb.viewPixelSize())


def told(drawn, name, x, y, pane=0, parameters=NOTE):
    plot, table, spots = drawn(name, parameters)
    pixel = plot.frame.panes[pane].vb.viewPixelSize()
    lines = read(table, spots, (pane, x, y), pixel).split("\n")
    return dict(line.split(": ") for line in lines if ": " in line), table


def value(table, name, row):
    (column,) = (each for each in table.columns if each.name == name)
    return shown(column.values[row], 4)


def test_a_bar_tells_its_class_frequency_interval_and_p(drawn):
    found, table = told(drawn, "class_frequencies", 2.1, 0.01)
    assert found["class"] == "2"
    for name, words in (("frequency", "frequency"), ("low", "95 % from"), ("p", "p")):
        assert found[words] == value(table, name, 2)


def test_a_curve_tells_its_nearest_point(drawn):
    found, _ = told(drawn, "annealing", 10.2, np.log10(5 * np.exp(-0.5)))
    assert found == {"step i": "10", "t(i)": shown(5 * np.exp(-0.5), 4)}


def test_a_heat_map_tells_the_cell(drawn, chunk):
    plot, table, spots = drawn("jacobian", NOTE)
    edges = plot._maps[1].row_edges()
    assert (np.diff(edges) < 0).all()
    y = (edges[3] + edges[4]) / 2
    lines = read(table, spots, (1, 1.2, y), plot.frame.panes[1].vb.viewPixelSize())
    (number,) = (each.value for each in table.quantities if each.name == "draw")
    s = chunk(NOTE).relaxed[:, number - 1].astype(float)
    assert lines.split("\n")[:2] == ["i: 3", "j: 1"]
    assert f"∂sᵢ/∂ln pⱼ: {shown(-s[3] * s[1] / 0.7, 3)}"[:18] in lines


def test_the_triangle_tells_three_shares(drawn):
    plot, table, spots = drawn("simplex", NOTE)
    x, y = (float(each[0]) for each in plot._p.getData())
    lines = read(table, spots, (0, x, y), plot.frame.vb.viewPixelSize()).split("\n")
    p = NOTE.p[:3] / NOTE.p[:3].sum()
    assert [line.rpartition(": ")[2] for line in lines[1:]] == [shown(each, 4) for each in p]


def test_a_cell_tells_its_classes_by_their_labels(show, summary_of):
    plot = show("jacobian", NOTE, LIGHT, ("Cat", "Dog"))
    table = plot.table(summary_of(plot, NOTE), NOTE)
    (_, spots, _) = plot.spots(table, NOTE)
    x, y = (spots.left[1] + spots.right[1]) / 2, (spots.bottom[1] + spots.top[1]) / 2
    lines = read(table, (spots,), (1, float(x), float(y)), (0.01, 0.01)).split("\n")
    assert lines[:2] == ["i: Cat", "j: Dog"]


def test_a_class_without_a_label_is_told_once():
    index, label = Column("class", np.arange(2)), Column("label", ("Cat", "class 1"))
    boxes = Spots.points(("label", "class"), [0, 1], [0, 1], [0, 1])
    found = [read(Table((index, label)), (boxes,), (0, k, k), (0.01, 0.01)) for k in (0, 1)]
    assert found == ["Cat\nclass: 0", "class 1"]


def test_a_contour_tells_the_share_inside(drawn):
    plot, table, spots = drawn("simplex", NOTE)
    x, y = (float(each[0]) for each in plot._contours.getData())
    lines = read(table, spots, (0, x, y), (1e-4, 1e-4)).split("\n")
    assert lines[0] == "mark: contour"
    assert lines[-1].split(": ")[1] in {"0.25", "0.5", "0.75", "0.95"}


def test_far_from_everything_nothing_is_told(drawn):
    assert told(drawn, "annealing", 90, 0.6)[0] == {}


def test_the_nearest_box_is_told_and_of_those_on_one_another_the_last():
    table = Table((Column("a", np.arange(3)), Column("word", ("x", "", "z"))))
    boxes = Spots.boxes(("a",), np.arange(3), ([0, 4, 4], [1, 5, 5]), (0, 1))
    above = Spots.points(("word", "gone"), [0, 1], [0.5, np.nan], [0.5, 0.5])
    pixel = (0.1, 0.1)
    assert read(table, (boxes,), (0, 0.5, 0.5), pixel) == "a: 0"
    assert read(table, (boxes,), (0, 4.5, 0.5), pixel) == "a: 2"
    assert read(table, (boxes, above), (0, 0.5, 0.5), pixel) == "x"
    assert read(table, (boxes,), (0, 1 + 0.09 * REACH, 0.5), pixel) == "a: 0"
    assert read(table, (boxes,), (0, 1 + 0.11 * REACH, 0.5), pixel) == ""
    assert read(table, (boxes,), (1, 0.5, 0.5), pixel) == ""
    assert read(table, (), (0, 0.5, 0.5), pixel) == ""


def test_a_curve_reaches_half_the_way_to_its_next_point():
    curve = Spots.curve(("a",), [7, 8, 9], [0, 1, 3], [0, 0, np.nan])
    assert curve.nearest(0.4, 0, (1, 1)) == (0, 7)
    assert curve.nearest(0.6, 0, (1, 1)) == (0, 8)
    assert curve.nearest(2.5, 0, (1, 1)) == (0.5, 8)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (np.nan, ""),
        (np.inf, "∞"),
        (-np.inf, "−∞"),
        (-3, "−3"),
        (1e6, "1\u00a0000\u00a0000"),
        (0.123456, "0.1235"),
        ("word", "word"),
    ],
)
def test_numbers_are_written_as_captions_write_them(number, text):
    assert shown(number, 4) == text


def test_the_class_of_a_row_is_read_where_it_has_one():
    table = Table((Column("class", np.array([2.0, np.nan])), Column("p", np.array([0.5, 0.1]))))
    spots = (Spots.points(("p",), [0, 1], [1.0, 3.0], [0.5, 0.1]),)
    pixel = (0.01, 0.01)
    assert class_read(table, spots, (0, 1.0, 0.5), pixel) == 2
    assert class_read(table, spots, (0, 3.0, 0.1), pixel) is None
    assert class_read(table, spots, (0, 2.0, 0.9), pixel) is None
    assert class_read(Table(table.columns[1:]), spots, (0, 1.0, 0.5), pixel) is None
