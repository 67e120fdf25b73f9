"""The names of classes on an axis: all, or those at regular places, never one over another."""

from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtGui import QFontMetricsF, QImage, QPainter

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots.canvas.axis import NAME_GAP, NARROWEST_NAME, STEPS
from gumbel_gui.plots.look.style import LIGHT, PRINT

P = {
    "uneven": lambda k: np.random.default_rng(k).dirichlet(np.full(k, 0.7)),
    "equal": lambda k: np.full(k, 1 / k),
    "one-hot, at the end": lambda k: np.eye(k)[-1],
    "with zeros": lambda k: np.arange(k) % 3 / (np.arange(k) % 3).sum(),
}
LABELS = {
    "unnamed": lambda _: (),
    "short": lambda k: tuple(f"cat {i}" for i in range(k)),
    "40 letters": lambda k: tuple(
        f"a class whose name has forty letters: {i:02}" for i in range(k)
    ),
}
SIZES = [(330, 150), (480, 360), (900, 500)]


@pytest.fixture
def axis(show):
    """Return a function that gives the axis of classes of a plot of some size."""

    def shown(p, labels=(), size=(480, 360), style=LIGHT):
        plot = show("class_frequencies", Parameters(tuple(p), draws=500), style, labels)
        view = plot.frame.getViewWidget()
        view.resize(*size)
        view.grab()
        return plot.frame.axis("bottom")

    return shown


def painted(axis):
    """Return the texts of an axis with their rectangles, by the place of their ticks."""
    canvas = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    _, ticks, texts = axis.generateDrawSpecs(painter)
    painter.end()
    low, high = axis.range
    each = axis.geometry().width() / (high - low)
    found = {}
    for rect, _, text in texts:
        tick = min((start for _, start, _ in ticks), key=lambda at: abs(at.x() - rect.center().x()))
        found[round(tick.x() / each + low)] = (text, rect)
        assert abs(rect.center().x() - tick.x()) < 1.5
    assert len(found) == len(texts) == len(ticks)
    return found


def apart(one, other):
    """Return how many pixels lie between two rectangles side by side."""
    return max(one.left() - other.right(), other.left() - one.right())


@pytest.mark.sweep(84)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("case", P)
@pytest.mark.parametrize("classes", [2, 5, 6, 12, 13, 20, 64])
def test_names_are_at_regular_places_and_do_not_overlap(classes, case, labels, size, axis):
    p = P[case](classes)
    p = p / p.sum()
    line = axis(p, LABELS[labels](classes), size)
    names = painted(line)
    rects = [rect for _, rect in names.values()]
    between = [apart(a, b) for i, a in enumerate(rects) for b in rects[:i]]
    assert min(between, default=9) >= 3
    assert min(rect.left() for rect in rects) >= -9
    assert max(rect.right() for rect in rects) <= line.geometry().width() + 9
    low, high = line.range
    each = line.geometry().width() / (high - low)
    step = min(sorted(names)[1:], default=classes)
    assert sorted(names) == list(range(0, classes, step))
    # A finer step had no room for what names are shortened to.
    finer = [other for other in STEPS if other < step]
    widest = max(map(QFontMetricsF(LIGHT.font()).horizontalAdvance, line._names))
    assert not finer or finer[-1] * each < min(widest, NARROWEST_NAME) + NAME_GAP


def test_unnamed_classes_are_never_shortened(axis):
    names = painted(axis(P["uneven"](64), size=(330, 150)))
    assert all(text == str(k) for k, (text, _) in names.items())
    assert len(names) > 6


@pytest.mark.parametrize("style", [LIGHT, PRINT], ids=lambda style: style.name)
def test_a_long_name_keeps_both_its_ends(style, axis):
    line = axis(np.eye(64)[63], LABELS["40 letters"](64), (330, 150), style)
    for k, (text, rect) in painted(line).items():
        assert text.startswith("a")
        assert text.endswith(str(k)[-1])
        assert "…" in text
        assert QFontMetricsF(style.font()).horizontalAdvance(text) <= rect.width() + 1


def test_the_axis_is_laid_out_anew_only_for_other_names(axis):
    line = axis(P["uneven"](5))
    picture = line.picture
    assert picture is not None
    line.set_names(list(line._names))
    assert line.picture is picture
    line.set_names([*line._names[:-1], "x"])
    assert line.picture is None


def test_a_name_longer_than_its_axis_does_not_reach_into_the_key(show):
    style = replace(LIGHT, text_size=17)
    plot = show("relaxed_density", Parameters((1, 2), draws=500), style)
    view, axis = plot.frame.getViewWidget(), plot.frame.axis("left")
    for height in (150, 600):
        view.resize(420, height)
        view.grab()
        name = axis.label.mapRectToScene(axis.label.boundingRect())
        assert name.top() >= axis.sceneBoundingRect().top()
        assert name.top() >= plot.frame.vb.sceneBoundingRect().top()
        assert name.bottom() <= height


@pytest.mark.parametrize("name", ["x of " + "很长的类别名称" * 6, "<b>bold</b> & " * 9])
def test_a_name_is_shortened_to_its_axis_and_the_one_below_and_is_no_markup(show, name):
    plot = show("relaxed_density", Parameters((1, 2), draws=500))
    view, axis = plot.frame.getViewWidget(), plot.frame.axis("left")
    view.resize(420, 200)
    view.grab()
    plot.frame.name_axes("", name)
    shown = axis.label.toPlainText()
    head, _, tail = shown.partition("…")
    assert name.startswith(head)
    assert name.endswith(tail)
    assert axis.label.mapRectToScene(axis.label.boundingRect()).bottom() <= 200
    view.resize(420, 1500)
    view.grab()
    assert axis.label.toPlainText() == name
