import re
from dataclasses import replace

import numpy as np
import pytest
import scipy.special
from PyQt6.QtCore import QPointF

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
from gumbel_gui.plots.sample.relaxed_vectors import RelaxedVectors

NOTE = Parameters(NOTE_PROBABILITIES, 1.0, 2000, 9)
TEMPERATURES = (0.0, 1e-300, 0.01, 0.5, 1.0, 7.0, 100.0, 1e300)
each_temperature = pytest.mark.parametrize("t", TEMPERATURES)


def columns(plot):
    """Return the drawn segments' upper ends (K, columns), and the dots (columns,)."""
    return plot._columns.getData()[1], plot._winners.getData()


def scores(draws):
    """Return g = ln p + ε in float64."""
    return np.log(draws.parameters.p)[:, None] + draws.noise.astype(np.float64)


@each_temperature
def test_columns_are_the_first_vectors_and_reach_from_0_to_1(t, show, chunk):
    parameters = replace(NOTE, temperature=t)
    tops, _ = columns(show("relaxed_vectors", parameters))
    g = scores(chunk(parameters))[:, :48]
    hard = np.arange(5)[:, None] == g.argmax(axis=0)
    # exp underflows to the one-hot vector long before the division could.
    s = hard.astype(float) if t < 1e-200 else scipy.special.softmax(g / t, axis=0)
    heights = np.diff(tops, axis=0, prepend=0.0)
    assert heights.shape == (5, 48)
    np.testing.assert_allclose(heights, s, atol=2e-5)
    np.testing.assert_allclose(tops[-1], 1, atol=1e-6)
    assert (heights >= 0).all()


@each_temperature
def test_the_dot_lies_inside_the_winner_s_segment_whatever_t_is(t, show, chunk):
    parameters = replace(NOTE, temperature=t)
    tops, (x, y) = columns(show("relaxed_vectors", parameters))
    winners = scores(chunk(parameters))[:, :48].argmax(axis=0)
    np.testing.assert_array_equal(x, np.arange(1, 49))
    bottoms = np.vstack([np.zeros(48), tops[:-1]])
    column = np.arange(48)
    assert (bottoms[winners, column] < y).all()
    assert (y < tops[winners, column]).all()
    np.testing.assert_array_equal(winners, scores(chunk(NOTE))[:, :48].argmax(axis=0))


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
def test_each_segment_shows_the_colour_of_its_class(style, show, pixels):
    plot = show("relaxed_vectors", replace(NOTE, temperature=3), style)
    picture = pixels(plot)
    tops, (_, dots) = columns(plot)
    seen = 0
    for column, (ends, dot) in enumerate(zip(tops.T, dots, strict=True), start=1):
        for k, (low, high) in enumerate(zip([0, *ends], ends, strict=False)):
            middle = (low + high) / 2
            if high - low < 0.03 or abs(middle - dot) < 0.08:
                continue
            place = plot.frame.vb.mapViewToScene(QPointF(column, middle))
            colour = picture[int(place.y()), int(place.x())]
            assert f"#{colour:06x}" == style.class_colour(k), (column, k)
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("draws", [1, 10, 47, 48, 49, 2000])
def test_as_many_columns_as_there_are_draws_up_to_48(draws, show, chunk):
    parameters = replace(NOTE, draws=draws)
    plot = show("relaxed_vectors", parameters)
    tops, (x, _) = columns(plot)
    shown = min(draws, 48)
    assert tops.shape == (5, shown)
    assert len(x) == shown
    words = plot.caption(plot.summarise(chunk(parameters)), parameters).replace("\u00a0", "")
    part = f"{shown} of {draws} draws; " if draws > 48 else f"{draws} draw"
    assert words.startswith(part)


@each_temperature
def test_the_mean_of_the_largest_entry_is_true(t, chunk):
    parameters = replace(NOTE, temperature=t)
    g = scores(chunk(parameters))
    excess = g - g.max(axis=0)
    with np.errstate(over="ignore"):
        largest = 1 / np.exp(excess / (t or 1e-300)).sum(axis=0)
    plot = RelaxedVectors()
    words = plot.caption(plot.summarise(chunk(parameters)), parameters)
    stated = re.search(r"Mean largest entry: (?:> )?([\d.]+) \(one-hot 1, flat 1/5\)", words)[1]
    assert float(stated) == pytest.approx(largest.mean(), abs=1.1e-3)


def test_flat_is_equal_shares_of_the_classes_that_can_occur(chunk):
    """It was 1/K, also of classes with p = 0."""
    for mistake, flat in (("none", "1/2"), ("noise-on-p", "1/4")):
        parameters = Parameters((0, 0.5, 0.5, 0), 1, 100, mistake=mistake)
        words = RelaxedVectors().caption(RelaxedVectors.summarise(chunk(parameters)), parameters)
        assert f"flat {flat})" in words


@pytest.mark.parametrize(("t", "said"), [(0.0, "1"), (0.001, "> 0.999")])
def test_only_one_hot_draws_have_a_largest_entry_of_1(t, said, chunk):
    parameters = Parameters((0.3, 0.7), t, 100)
    words = RelaxedVectors().caption(RelaxedVectors.summarise(chunk(parameters)), parameters)
    assert f"Mean largest entry: {said} (" in words


def test_a_class_that_cannot_occur_has_no_height(show):
    tops, _ = columns(show("relaxed_vectors", Parameters((0, 1, 0, 2), 1e300, 100)))
    heights = np.diff(tops, axis=0, prepend=0.0)
    assert (heights[[0, 2]] == 0).all()
    np.testing.assert_allclose(heights[[1, 3]], 0.5, atol=1e-6)


@pytest.mark.parametrize(("t", "text"), [(0, "t = 0"), (0.5, "t = 0.5"), (0.12346, "t = 0.1235")])
def test_the_title_names_t(t, text, chunk):
    parameters = replace(NOTE, temperature=t)
    summary = RelaxedVectors.summarise(chunk(parameters))
    assert RelaxedVectors().heading(summary, parameters).endswith(text)


def test_one_draw_is_in_the_singular(chunk):
    parameters = replace(NOTE, draws=1)
    words = RelaxedVectors().caption(RelaxedVectors.summarise(chunk(parameters)), parameters)
    assert "1 draws" not in words


@pytest.mark.parametrize("draws", [7, 2000])
def test_any_number_of_classes_takes_no_further_items(draws, show):
    few, many = (
        show("relaxed_vectors", Parameters((1,) * classes, 1.0, draws)) for classes in (2, 64)
    )
    assert len(many.frame.items) == len(few.frame.items) == 3
    assert columns(many)[0].shape == (64, min(draws, 48))


@pytest.mark.parametrize("height", [90, 211, 360])
def test_parts_show_no_seam_where_they_are_antialiased(height, show, pixels):
    """In one colour for all classes, a column must look like one bar."""
    plot = show("relaxed_vectors", Parameters(range(1, 65), 5.0, 100))
    view = plot.frame.getViewWidget()
    view.setAntialiasing(True)
    view.resize(480, height)
    plot._columns._brushes = [LIGHT.brush("#ff0000")] * 64
    plot._winners.hide()
    picture = pixels(plot)
    low, high = (plot.frame.vb.mapViewToScene(QPointF(0, y)).y() for y in (0, 1))
    for column in range(1, 49):
        x = int(plot.frame.vb.mapViewToScene(QPointF(column, 0)).x())
        assert set(picture[int(high) + 2 : int(low) - 1, x]) == {0xFF0000}


def test_parts_are_drawn_in_order_also_when_their_number_changes(show, pixels, chunk):
    plot = show("relaxed_vectors", NOTE)
    for parameters in (Parameters((1,) * 64, 2.0, 30), replace(NOTE, draws=9), NOTE):
        plot.draw(plot.summarise(chunk(parameters)), parameters)
        fresh = show("relaxed_vectors", parameters)
        np.testing.assert_array_equal(plot._columns.getData()[1], fresh._columns.getData()[1])
        np.testing.assert_array_equal(pixels(plot), pixels(fresh))


def test_where_not_all_classes_can_be_named_the_most_probable_are(show, chunk):
    p = np.full(64, 1.0)
    p[40], p[50] = 1.2, 1.1
    parameters = Parameters(tuple(p), 1.0, 2000, 4)
    plot = show("relaxed_vectors", parameters)
    texts = [entry.text for entry in plot.key.shown(400)[0]]
    assert texts[0] == "class 0"  # as probable as most; the first of them come first
    assert texts[-2:] == ["40", "50"]
    flat = replace(parameters, temperature=1e300)
    plot.draw(plot.summarise(chunk(flat)), flat)
    assert [entry.text for entry in plot.key.shown(400)[0]] == texts
