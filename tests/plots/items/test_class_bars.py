"""Bars per class, in the two plots that have them."""

import numpy as np
import pytest
from PyQt6.QtCore import QPointF

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.items.class_bars import intervals_with
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT

each_plot = pytest.mark.parametrize("name", ["class_frequencies", "top_k"])


@each_plot
@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
def test_bars_have_their_class_colours(name, style, show, pixels):
    plot = show(name, Parameters((1,) * 8, draws=800), style)
    picture = pixels(plot)
    for k in range(8):
        inside = plot.frame.vb.mapViewToScene(QPointF(k, 0.02))
        colour = picture[int(inside.y()), int(inside.x())]
        assert f"#{colour:06x}" == style.class_colour(k)


@each_plot
@pytest.mark.parametrize("classes", [2, 12, 20, 21, 64])
@pytest.mark.parametrize("size", [(330, 150), (480, 360)], ids=str)
def test_marks_of_neighbours_do_not_touch(name, classes, size, show):
    plot = show(name, Parameters((1,) * classes, draws=3000))
    view = plot.frame.getViewWidget()
    view.resize(*size)
    view.grab()
    pixel = plot.frame.vb.viewPixelSize()[0]
    items = plot._bars.bars, plot._bars.intervals
    for item in (plot._bars.marks, *(plot._products if name == "top_k" else ())):
        ends = item.getData()[0].reshape(-1, 2)
        assert (ends[1:, 0] - ends[:-1, 1] > 1.2 * pixel).all()
        assert (ends[:, 1] - ends[:, 0] > items[0].opts["width"] - 1e-9).all()
    assert items[1].opts["beam"] < items[0].opts["width"]


@each_plot
def test_bars_at_the_ends_are_whole(name, show):
    for labels in ((), tuple(f"name {k}" for k in range(64))):
        plot = show(name, Parameters((1,) * 64, draws=900), labels=labels)
        low, high = plot.frame.vb.viewRange()[0]
        assert low <= -0.5
        assert high >= 63.5


@each_plot
def test_names_of_64_classes_are_at_regular_places_whatever_p_is(name, show, pixels):
    p = np.full(64, 1.0)
    p[[21, 41]] = 9, 7
    plot = show(name, Parameters(tuple(p), draws=3000))
    pixels(plot)
    shown = sorted(plot.frame.axis("bottom")._texts)
    assert len(set(np.diff(shown).tolist())) == 1


@each_plot
def test_names_and_marks_follow_the_number_of_classes(name, show, summary_of):
    labels = ("Ann", "Bob", "Cy", "Di", "Eve")
    plot = show(name, Parameters(NOTE_PROBABILITIES, draws=900), labels=labels)
    assert plot.frame.axis("bottom")._names == labels
    fewer = Parameters((1, 2), draws=900)
    plot.draw(summary_of(plot, fewer), fewer)
    assert plot.frame.axis("bottom")._names == labels[:2]
    assert plot._bars.ends.shape == (2, 2)
    assert len(plot._bars.bars.opts["brushes"]) == 2


def test_intervals_are_counted_if_the_exact_value_is_at_an_end_of_them():
    counts, n = np.array([0, 30, 50, 100]), 100
    assert intervals_with(np.array([0.0, 0.3, 0.9, 1.0]), counts, n) == 3
    assert intervals_with(np.array([0.2, 0.1, 0.5, 0.5]), counts, n) == 1
