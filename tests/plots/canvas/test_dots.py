"""Dots: where they are, and that window and file have the same as pyqtgraph's scatter plots."""

import numpy as np
import pyqtgraph as pg
import pytest
from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QImage, QPainter

from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.look.style import LIGHT

RED, BLUE = pg.mkBrush("#c03020"), pg.mkBrush("#2040c0")
EDGE = pg.mkPen("#000000", width=1)
LOOKS = (
    {"size": 9, "symbol": "d", "pen": EDGE, "brush": RED},
    {"size": np.array([5, 9, 12, 7]), "symbol": "o", "pen": None, "brush": RED},
    {"size": 8, "symbol": ["o", "d", "t1", "x"], "pen": EDGE, "brush": [RED, BLUE, BLUE, RED]},
)
X, Y = np.array([0.1, 0.5, 1.0, 1.3]), np.array([0.2, 0.9, 0.4, 0.5])
"""The third lies on the edge of the axes, the last beyond them."""


@pytest.fixture
def views(qtbot):
    """Return a function that shows an item in axes from 0 to 1; it gives the view."""
    kept = []

    def shown(item):
        view = pg.GraphicsLayoutWidget(size=(300, 240))
        qtbot.addWidget(view)
        kept.append(view)
        frame = Frame(LIGHT)
        view.addItem(frame)
        frame.set_ranges((0, 1), (0, 1))
        frame.add(item)
        return view

    yield shown
    kept.clear()


def exported(view):
    """Return the picture that a file would have, twice as large."""
    picture = QImage(600, 480, QImage.Format.Format_RGB32)
    picture.fill(0)
    scene = view.scene()
    scene.prepareForPaint()
    painter = QPainter(picture)
    for item in scene.items():
        if hasattr(item, "setExportMode"):
            item.setExportMode(True, {"antialias": True, "painter": painter, "resolutionScale": 2})
    scene.render(painter, QRectF(picture.rect()), QRectF(0, 0, 300, 240))
    painter.end()
    return picture


@pytest.mark.parametrize("look", LOOKS, ids=["of all", "sizes", "symbols"])
def test_they_look_as_those_of_pyqtgraph_in_window_and_file(look, views):
    ours, theirs = Dots(), pg.ScatterPlotItem(**look, x=X, y=Y)
    ours.setData(X, Y, **look | {"pen": pg.mkPen(look["pen"])})
    both = views(ours), views(theirs)
    one, other = (view.grab().toImage() for view in both)
    assert one == other
    one, other = map(exported, both)
    assert one == other
    ours.setData()
    assert both[0].grab().toImage() != both[1].grab().toImage()


def test_what_is_given_once_stays(views):
    dots = Dots(size=6, symbol="d", pen=EDGE, brush=RED)
    views(dots)
    dots.setData(X, Y, size=11)
    dots.setData(Y, X)
    np.testing.assert_array_equal(dots.getData(), [Y, X])
    assert dots.opts == {"size": 11, "symbol": "d", "pen": EDGE, "brush": RED}


def test_another_pen_is_seen_at_once(views):
    dots = Dots(size=12, pen=EDGE, brush=RED)
    view = views(dots)
    dots.setData([0.5], [0.5])
    before = view.grab().toImage()
    dots.set_look(pen=pg.mkPen("#00ff00", width=3))
    assert view.grab().toImage() != before
