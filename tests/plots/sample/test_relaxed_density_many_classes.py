"""Relaxed density of many classes: the most probable ones have a colour and a row."""

import numpy as np
import pytest

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.look.colours import mixed
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
from gumbel_gui.plots.sample.relaxed_density import (
    ALONG,
    BASE,
    CROWD,
    HEIGHT,
    PALE,
    SHOWN,
    DensitySummary,
    RelaxedDensity,
)

NOTE = Parameters(NOTE_PROBABILITIES, 1.0, 3000, 21)


def uneven(classes, seed=3):
    """Return parameters of many unequal classes, and the indices by descending p."""
    p = np.random.default_rng(seed).dirichlet(np.full(classes, 0.7))
    return Parameters(tuple(p), 0.7, 3000, 4), sorted(range(classes), key=lambda k: (-p[k], k))


def caption_of(parameters, chunk):
    """Return the sentence beside all draws of some parameters."""
    return RelaxedDensity().caption(RelaxedDensity.summarise(chunk(parameters)), parameters)


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
@pytest.mark.parametrize("classes", [13, 20, 64])
def test_of_many_classes_the_most_probable_have_a_colour_and_a_row(classes, style, show, chunk):
    parameters, order = uneven(classes)
    plot = show("relaxed_density", parameters, style)
    summary = plot.summarise(chunk(parameters))
    shown = sorted(order[:SHOWN])
    root = np.sqrt(summary.counts * 50 / 3000)
    assert len(plot._curves) == SHOWN
    scale = HEIGHT / np.sqrt(plot._top)
    for row, (curve, k) in enumerate(plot._curves):
        assert k == shown[row]
        heights = curve.getData()[1] - (BASE - 1 - row)
        np.testing.assert_allclose(heights[1:-1], scale * root[k], atol=1e-9)
        assert curve.opts["pen"].color().name() == style.class_colour(k)
        pale = mixed(style.class_colour(k), style.surface, PALE)
        assert curve.opts["brush"].color().name() == pale
    x, rows = plot._means.getData()
    np.testing.assert_allclose(x, summary.mean[shown])
    assert (np.diff(rows) < 0).all()
    np.testing.assert_allclose(plot._p[1].getData()[0], np.repeat(parameters.p[shown], 2))
    colours = [brush.color().name() for brush in plot._means.opts["brush"]]
    assert colours == [style.class_colour(k) for k in shown]


@pytest.mark.parametrize("classes", [13, 64])
def test_the_other_classes_are_one_item_with_a_break_after_each(classes, show, chunk):
    parameters, order = uneven(classes)
    plot = show("relaxed_density", parameters)
    counts = plot.summarise(chunk(parameters)).counts
    x, y = (part.reshape(classes - SHOWN, 52) for part in plot._curves.others.getData())
    for k, places, outline in zip(order[SHOWN:], x, y, strict=True):
        np.testing.assert_allclose(places, ALONG)
        heights = (outline[1:-1] - (BASE - 1 - SHOWN)) / HEIGHT
        np.testing.assert_allclose(heights**2 * plot._top * 3000 / 50, counts[k], atol=1e-9)
    joined = plot._curves.others.opts["connect"].reshape(classes - SHOWN, 52)
    assert (joined[:, :-1] == 1).all()
    assert (joined[:, -1] == 0).all()
    path = plot._curves.others.getPath()
    starts = sum(path.elementAt(i).isMoveTo() for i in range(path.elementCount()))
    assert starts == classes - SHOWN
    assert plot._curves.others.opts["pen"].color().name() not in map(LIGHT.class_colour, range(64))


@pytest.mark.parametrize("classes", [2, 5, 6, 12])
def test_up_to_twelve_classes_all_have_a_colour_and_a_row_in_their_own_order(classes, show, chunk):
    assert CROWD == 12
    parameters, _ = uneven(classes)
    plot = show("relaxed_density", parameters)
    summary = plot.summarise(chunk(parameters))
    np.testing.assert_allclose(plot._means.getData()[0], summary.mean)
    for k, (curve, _) in enumerate(plot._curves):
        assert curve.opts["pen"].color().name() == LIGHT.class_colour(k)
    assert not len(plot._curves.others.getData()[0])
    assert "In colour" not in plot.caption(summary, parameters)


@pytest.mark.parametrize("classes", [13, 64])
def test_the_sentence_says_which_of_many_classes_have_a_colour(classes, chunk):
    parameters, _ = uneven(classes)
    words = caption_of(parameters, chunk)
    assert words.endswith(
        f" In colour, with their means: the 8 most probable of {classes} classes."
    )


@pytest.mark.parametrize("p", [(1,) * 64, (1,) * 20, (5,) * 7 + (2,) * 13, (0,) * 30 + (1,)])
def test_of_equally_probable_classes_none_is_called_more_probable(p, chunk):
    words = caption_of(Parameters(p, 1.0, 500), chunk)
    assert words.endswith(f"8 of {len(p)} classes; none is more probable.")
    assert "the 8 most probable" not in words


@pytest.mark.parametrize(
    ("p", "none_more"),
    [
        ((5,) * 8 + (2,) * 5, False),
        ((5,) * 7 + (3,) * 2 + (2,) * 4, True),
        ((6,) + (5,) * 7 + (3,) * 5, False),
        ((5,) * 8 + (4,) + (3,) * 4, False),
    ],
)
def test_the_last_class_in_colour_is_compared_with_the_first_one_that_is_not(p, none_more, chunk):
    words = caption_of(Parameters(p, 1.0, 500), chunk)
    assert ("none is more probable" in words) == none_more


def test_the_sentence_may_tell_a_class_without_a_colour():
    """The class whose p is farthest from 1/K is told, whether it has a row or not."""
    p = np.array([0.0526] * 19 + [0.0006])
    mean, n = p.copy(), 1_000_000
    mean[0], mean[19] = p[0] - 0.0001, p[19] + 0.0001
    squares = (mean**2 + 1e-6) * n
    summary = DensitySummary(np.full((20, 50), n // 50), mean * n, squares, n)
    words = RelaxedDensity().caption(summary, Parameters(tuple(p)))
    assert words.startswith("At t = 1 the mean of s for class 19 ")


@pytest.mark.parametrize("classes", [2, 12, 13, 64])
@pytest.mark.parametrize("labels", [(), tuple(f"name {k}" for k in range(64))])
def test_rows_are_named_in_the_order_of_the_classes(classes, labels, show, pixels, chunk):
    parameters, order = uneven(classes)
    plot = show("relaxed_density", NOTE, labels=labels)
    plot.draw(plot.summarise(chunk(parameters)), parameters)
    view = plot.frame.getViewWidget()
    view.resize(600, 600)
    pixels(plot)
    shown = sorted(order[: SHOWN if classes > CROWD else classes])
    expected = [f"name {k}" if labels else str(k) for k in shown]
    expected += [f"+ {classes - SHOWN}"] * (classes > CROWD)
    ticks = plot.frame.axis("left")._tickLevels[0]
    assert ticks == [(-0.5 - row, name) for row, name in enumerate(expected)]
    assert plot.key.shown(5000)[1] == 0
    view.resize(400, 160)
    pixels(plot)
    step = {2: 1, 12: 2, 13: 2, 64: 2}[classes]
    assert plot.frame.axis("left")._tickLevels[0] == ticks[::step]
