"""The names of classes on an axis: all, or the most probable ones, and never one over another."""

import numpy as np
import pytest
from PyQt6.QtGui import QFontMetricsF, QImage, QPainter

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots.canvas.key import most_probable
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


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("case", P)
@pytest.mark.parametrize("classes", [2, 5, 6, 12, 13, 20, 64])
def test_names_do_not_overlap_and_leave_out_only_what_a_more_probable_one_covers(
    classes, case, labels, size, axis
):
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
    order = most_probable(p)
    assert order[0] in names
    for rank, k in enumerate(order):
        if k not in names:
            covers = [each * abs(k - other) for other in order[:rank] if other in names]
            widest = max(LIGHT.text_size * 5, size[0] / 6) + 10
            assert min(covers) < widest


def test_unnamed_classes_are_never_shortened(axis):
    names = painted(axis(P["uneven"](64), size=(330, 150)))
    assert all(text == str(k) for k, (text, _) in names.items())
    assert len(names) > 6


@pytest.mark.parametrize("style", [LIGHT, PRINT], ids=lambda style: style.name)
def test_a_long_name_at_the_very_end_of_many_keeps_both_its_ends(style, axis):
    line = axis(np.eye(64)[63], LABELS["40 letters"](64), (330, 150), style)
    text, rect = painted(line)[63]
    assert text.startswith("a")
    assert text.endswith("3")
    assert "…" in text
    assert QFontMetricsF(style.font()).horizontalAdvance(text) <= rect.width() + 1


def test_the_axis_is_laid_out_anew_only_where_another_order_shows_other_names(axis):
    few, many = axis(P["uneven"](5)), axis(P["uneven"](64))
    names, order = many._names, list(many._order)
    picture = many.picture
    assert picture is not None
    many.set_names(names, tuple(order))
    order[-1], order[-2] = order[-2], order[-1]
    many.set_names(names, tuple(order))
    assert many.picture is picture
    many.set_names(names, tuple(order[::-1]))
    assert many.picture is None
    picture = few.picture
    few.set_names(few._names, few._order[::-1])
    assert few.picture is picture
    few.set_names([*few._names[:-1], "x"], few._order)
    assert few.picture is None
