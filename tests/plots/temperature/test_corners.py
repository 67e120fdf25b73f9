import numpy as np
import pyqtgraph as pg
import pytest
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QFontMetricsF, QPolygonF

from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.look.style import LIGHT, PRINT
from gumbel_gui.plots.temperature.corners import MARGIN, Corners
from gumbel_gui.plots.temperature.triangle import CORNERS

SIZES = [(300, 90), (320, 170), (480, 360), (200, 400), (1200, 300), (140, 80), (900, 900)]
NAMES = {
    "short": ("0", "1", "2"),
    "default": ("class 0", "class 1", "class 2"),
    "long": ("a class with a very long name", "Ω" * 24, "another one that is long"),
    "none": ("class 0", "class 1", "no class"),
}
VALUES = ("p = 0.123", "p = 5·10⁻³²⁴", "p = 0.877")


@pytest.fixture
def corners(qtbot):
    """Return a function that names the corners of a triangle in a view."""
    views = []

    def make(names, size, style=LIGHT):
        view = pg.GraphicsLayoutWidget(size=size)
        qtbot.addWidget(view)
        views.append(view)
        frame = Frame(style)
        view.addItem(frame)
        made = Corners(frame.pane(0, 0, axes=()), style)
        made.set_names(names)
        made.set_values(VALUES)
        view.show()
        view.grab()
        return made

    yield make
    views.clear()


def triangle(made):
    """Return the triangle in pixels of its view."""
    return QPolygonF([made._view.mapFromView(QPointF(*corner)) for corner in CORNERS.T])


def inked(made):
    """Return the texts and the rectangles that their letters are in."""
    metrics = QFontMetricsF(made._style.font())
    found = []
    for i, (text, place) in enumerate(made.places()):
        ink = QRectF(place)
        width = metrics.horizontalAdvance(text)
        if made.side(i) == Qt.AlignmentFlag.AlignRight:
            ink.setLeft(place.right() - width)
        ink.setWidth(width)
        found.append((text, ink.adjusted(0, 2, 0, -2)))
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("style", [LIGHT, PRINT], ids=lambda style: style.name)
def test_names_are_whole_and_beside_an_equilateral_triangle(corners, names, size, style):
    made = corners(names, size, style)
    width, height = made._view.viewPixelSize()
    assert width == pytest.approx(height)
    shape, view = triangle(made), QRectF(made._view.rect())
    assert view.adjusted(MARGIN - 1, MARGIN - 1, 1 - MARGIN, 1 - MARGIN).contains(
        shape.boundingRect()
    )
    texts = inked(made)
    for i, (text, ink) in enumerate(texts):
        assert view.adjusted(-1, -1, 1, 1).contains(ink), text
        assert not shape.intersects(QPolygonF(ink)), text
        assert not any(ink.intersects(other) for _, other in texts[:i]), text
    if size == (140, 80):
        assert len(texts) == 3
    elif size[0] >= 200:
        assert [text for text, _ in texts[1::2]] == list(VALUES)
        if names is not NAMES["long"]:
            assert [text for text, _ in texts[::2]] == list(names)


def test_the_triangle_is_as_high_as_the_view_if_that_is_wide_and_else_as_wide(corners):
    wide = corners(NAMES["default"], (900, 300))
    shape = triangle(wide).boundingRect()
    assert shape.height() == pytest.approx(wide._view.height() - 2 * MARGIN, abs=0.5)
    narrow = corners(NAMES["default"], (220, 500))
    shape = triangle(narrow).boundingRect()
    assert shape.width() == pytest.approx(narrow._view.width() - 2 * MARGIN, abs=0.5)


def test_ranges_follow_the_size_and_names_but_not_values(corners):
    made = corners(NAMES["default"], (400, 400))
    before = np.array(made._view.viewRange())
    made.set_values(("p = 1", "p = 0", "p = 0"))
    np.testing.assert_array_equal(made._view.viewRange(), before)
    made._view.getViewWidget().resize(800, 300)
    made._view.getViewWidget().grab()
    assert (np.array(made._view.viewRange()) != before).any()
    width, height = made._view.viewPixelSize()
    assert width == pytest.approx(height)
