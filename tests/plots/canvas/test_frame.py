"""Panes in a grid: where they stand, what is between them, and what a frame asks the first."""

from itertools import pairwise

import numpy as np
import pyqtgraph as pg
import pytest
from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QImage, QPainter

from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.canvas.key import Entry, Key
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT

BOTH = ("left", "bottom")
SIZE = (520, 320)


@pytest.fixture
def build(qtbot):
    """Return a function that shows a frame with panes (row, column, stretch, axes)."""
    views = []

    def built(*panes, size=SIZE, style=LIGHT):
        view = pg.GraphicsLayoutWidget(size=size)
        view.ci.setContentsMargins(0, 0, 0, 0)
        qtbot.addWidget(view)
        views.append(view)
        frame = Frame(style)
        view.addItem(frame)
        frame.add_key(Key(style))
        frame.name_axes("step", "loss")
        frame.set_ranges((0, 100), (0, 1))
        for each in panes:
            pane = frame.pane(*each)
            pane.name_axes("step", "loss")
            pane.set_ranges((0, 100), (0, 1))
        view.grab()
        return frame

    yield built
    views.clear()


def box(pane):
    return pane.vb.mapRectToScene(pane.vb.boundingRect())


def texts(pane):
    """Return the rectangles of all numbers and names on the axes of a pane, in the scene."""
    canvas = QImage(8, 8, QImage.Format.Format_RGB32)
    found = []
    for axis in pane.axes.values():
        painter = QPainter(canvas)
        found += [axis.mapRectToScene(rect) for rect, *_ in axis.generateDrawSpecs(painter)[2]]
        painter.end()
        found.append(axis.label.mapRectToScene(axis.label.boundingRect()).adjusted(4, 4, -4, -4))
    return found


def assert_apart(frame):
    """Fail if a text of one pane meets one of another, or another's view, or leaves the scene."""
    for pane in frame.panes:
        for other in frame.panes:
            if other is not pane:
                ours = [*texts(pane), box(pane).adjusted(2, 2, -2, -2)]
                theirs = [*texts(other), box(other).adjusted(2, 2, -2, -2)]
                assert not any(a.intersects(b) for a in ours for b in theirs)
        whole = frame.getViewWidget().sceneRect().adjusted(-4, -1, 4, 1)
        assert all(whole.contains(text) for text in texts(pane))


def test_a_frame_is_one_pane_that_fills_it(build):
    frame = build()
    assert len(frame.panes) == frame.columns == 1
    left, below = 3.4 * LIGHT.text_size + 12 - 1, 2 * LIGHT.text_size + 12 - 1 + 2
    assert box(frame.panes[0]).left() == pytest.approx(left, abs=1)
    assert box(frame.panes[0]).right() == pytest.approx(SIZE[0] - 8, abs=1)
    assert box(frame.panes[0]).bottom() == pytest.approx(SIZE[1] - below, abs=1)


def test_what_is_asked_of_the_frame_is_asked_of_the_first_pane(build):
    frame = build((0, 1))
    first, second = frame.panes
    curve, other = pg.PlotCurveItem(), pg.PlotCurveItem()
    frame.add(curve)
    second.add(other)
    assert frame.vb is first.vb
    assert frame.items == first.items == [curve]
    assert second.items == [other]
    assert all(frame.axis(side) is first.axis(side) is not second.axis(side) for side in BOTH)
    frame.set_ranges((2, 3), (4, 5))
    assert first.vb.viewRange() == [[2, 3], [4, 5]]
    assert second.vb.viewRange() == [[0, 100], [0, 1]]
    assert (first.axis("left").range, second.axis("left").range) == ([4, 5], [0, 1])
    second.name_axes("t", "bias")
    assert (first.axis("left").labelText, second.axis("left").labelText) == ("loss", "bias")
    frame.remove(curve)
    second.remove(other)
    assert frame.items == second.items == []
    assert curve.parentItem() is other.parentItem() is None


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
@pytest.mark.parametrize("size", [SIZE, (380, 240), (1000, 700)], ids=str)
@pytest.mark.parametrize("axes", [BOTH, ("bottom",), ("left",), ()], ids=str)
@pytest.mark.parametrize("columns", [2, 3])
def test_panes_side_by_side_are_of_one_size_and_apart(columns, axes, size, style, build):
    frame = build(*((0, c, 1, axes) for c in range(columns)), size=size, style=style)
    boxes = [box(pane) for pane in frame.panes]
    assert frame.columns == len(boxes) == columns
    for each in boxes:
        assert (each.top(), each.bottom()) == (boxes[0].top(), boxes[0].bottom())
        assert each.width() == pytest.approx(boxes[0].width(), abs=0.1)
    for one, other in pairwise(boxes):
        assert 11 <= other.left() - one.right() <= 80
    assert_apart(frame)
    assert all(set(pane.axes) == set(axes) for pane in frame.panes)


@pytest.mark.parametrize("axes", [BOTH, ("bottom",), ("left",), ()], ids=str)
@pytest.mark.parametrize("rows", [2, 3])
def test_panes_below_one_another_share_their_edges_and_are_apart(rows, axes, build):
    frame = build(*((r, 0, 1, axes) for r in range(rows)), size=(420, 400))
    boxes = [box(pane) for pane in frame.panes]
    assert frame.columns == 1
    for each in boxes:
        assert (each.left(), each.right()) == (boxes[0].left(), boxes[0].right())
        assert each.height() == pytest.approx(boxes[0].height(), abs=0.1)
    assert_apart(frame)


def test_a_pane_without_a_left_axis_is_in_line_with_those_that_have_one(build):
    frame = build((1, 0, 1, ("bottom",)))
    one, other = map(box, frame.panes)
    assert (one.left(), one.right()) == (other.left(), other.right())


@pytest.mark.parametrize("axes", [(), ("left",), ("bottom",), BOTH], ids=str)
def test_no_pane_begins_off_its_frame(axes, build):
    """Its left edge would be cut: of a heat map, the line around the column."""
    frame = build((0, 0, 1, axes), (0, 1, 1, axes))
    assert box(frame.panes[0]).left() >= frame.sceneBoundingRect().left()


@pytest.mark.parametrize("stretch", [0.5, 1, 1.5, 2, 4])
@pytest.mark.parametrize("size", [SIZE, (1000, 700)], ids=str)
def test_stretch_is_the_proportion_to_the_first_pane(stretch, size, build):
    beside = [box(pane).width() for pane in build((0, 1, stretch), size=size).panes]
    below = [box(pane).height() for pane in build((1, 0, stretch), size=size).panes]
    # A view reaches half a pixel beyond its place in the grid.
    for one, other in (beside, below):
        assert (other - 0.5) / (one - 0.5) == pytest.approx(stretch, rel=0.01)


def test_proportions_hold_when_the_frame_or_an_axis_changes_its_size(build):
    frame = build((0, 1, 2), (1, 0, 0.5), (1, 1))
    view = frame.getViewWidget()
    for size in ((900, 600), (400, 300)):
        view.resize(*size)
        frame.axis("left").setWidth(size[0] / 8)
        frame.layout.activate()
        view.grab()
        a, b, c, d = map(box, frame.panes)
        assert (b.width() - 0.5) / (a.width() - 0.5) == pytest.approx(2, rel=0.02)
        assert (c.height() - 0.5) / (a.height() - 0.5) == pytest.approx(0.5, rel=0.02)
        assert (c.width(), d.width()) == (a.width(), b.width())
        assert d.right() == pytest.approx(size[0] - 8, abs=1)


def test_the_key_is_as_wide_as_all_panes(build):
    frame = build((0, 1), (0, 2))
    (key,) = (item for item in frame.childItems() if isinstance(item, Key))
    assert key.size().width() == pytest.approx(build().layout.itemAt(0, 0).size().width())
    assert all(box(pane).top() >= key.full_height - 1 for pane in frame.panes)


def test_a_place_is_taken_once_and_axes_can_be_left_out_of_the_first(build):
    frame = build((0, 1, 1, ()))
    with pytest.raises(ValueError, match="row 0, column 1"):
        frame.pane(0, 1)
    items = len(frame.childItems())
    assert frame.pane(0, 0, axes=("bottom",)) is frame.panes[0]
    assert set(frame.panes[0].axes) == {"bottom"}
    assert len(frame.childItems()) == items - 1
    with pytest.raises(KeyError):
        frame.axis("left")
    frame.name_axes("t", "bias")
    assert frame.axis("bottom").labelText == "t"


def test_a_pane_shows_what_is_in_it(build):
    """A view that is not told of its scene paints its items elsewhere."""
    frame = build((0, 1), (1, 0))
    view = frame.getViewWidget()
    for pane in frame.panes:
        empty = view.grab().toImage()
        pane.add(pg.PlotCurveItem([0, 100], [0, 1], pen=pg.mkPen("r", width=3)))
        image = view.grab().toImage()
        inside = box(pane)
        changed = np.array(
            [
                (x, y)
                for x in range(0, SIZE[0], 2)
                for y in range(0, SIZE[1], 2)
                if image.pixel(x, y) != empty.pixel(x, y)
            ]
        )
        assert changed[:, 0].min() == pytest.approx(inside.left(), abs=5)
        assert changed[:, 0].max() == pytest.approx(inside.right(), abs=5)
        assert changed[:, 1].min() == pytest.approx(inside.top(), abs=5)
        assert changed[:, 1].max() == pytest.approx(inside.bottom(), abs=5)


def test_the_pane_at_a_place_is_the_nearest(build):
    frame = build((0, 1), (1, 0))
    for pane in frame.panes:
        inside = box(pane)
        beyond = QPointF(3, 3)
        for corner in (inside.center(), inside.topLeft() - beyond, inside.bottomRight() + beyond):
            assert frame.pane_at(corner) is pane
    assert build().pane_at(QPointF(-500, 900)) is not None


def test_words_of_all_panes_are_kept(build):
    frame = build((0, 1), (1, 0, 1, ("bottom",)))
    frame.keep_words()
    kept = [axis for pane in frame.panes for axis in pane.axes.values()]
    kept += [item for item in frame.childItems() if isinstance(item, Key)]
    assert len(kept) == 6
    mode = pg.QtWidgets.QGraphicsItem.CacheMode.DeviceCoordinateCache
    assert all(item.cacheMode() == mode for item in kept)


def test_frames_of_one_and_of_several_panes_are_of_one_size_in_a_grid(qtbot):
    view = pg.GraphicsLayoutWidget(size=(800, 600))
    qtbot.addWidget(view)
    frames = [Frame(PRINT) for _ in range(4)]
    for i, frame in enumerate(frames):
        view.addItem(frame, i // 2, i % 2)
        key = Key(PRINT)
        key.set_entries(Entry("line", "#000000", "p"))
        frame.add_key(key)
    frames[1].pane(0, 1)
    frames[2].pane(1, 0)
    view.grab()
    for frame in frames:
        assert frame.size().width() == pytest.approx(frames[0].size().width(), abs=1)
        assert frame.size().height() == pytest.approx(frames[0].size().height(), abs=1)
