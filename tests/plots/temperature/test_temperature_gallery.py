import re
from dataclasses import replace

import numpy as np
import pytest
import scipy.special
from PyQt6.QtCore import QPointF

from gumbel_gui.core import stages
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.sample.relaxed_density import RelaxedDensity
from gumbel_gui.plots.sample.relaxed_vectors import RelaxedVectors
from gumbel_gui.plots.temperature.temperature_gallery import (
    CENTRES,
    FEW,
    LARGEST_DOT,
    SMALLEST_DOT,
    TemperatureGallery,
)

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 2003, 19)
TEMPERATURES = (0.1, 0.5, 1, 2, 5, 10)
NAME = "temperature_gallery"


def softmax(scores, t):
    """Return softmax(g / t) in float64; below t = 1e-200 it is one-hot."""
    if t < 1e-200:
        return (np.arange(len(scores))[:, None] == scores.argmax(axis=0)).astype(float)
    return scipy.special.softmax(scores.astype(np.float64) / t, axis=0)


def caption_of(chunk, parameters):
    """Return the caption of a plot of all draws."""
    return TemperatureGallery().caption(TemperatureGallery.summarise(chunk(parameters)), parameters)


def columns(plot):
    """Return the heights of all parts, (groups, K, columns), and the columns' places."""
    x, tops = plot._columns.getData()
    heights = np.diff(tops, axis=0, prepend=0.0)
    return heights.reshape(len(tops), 7, -1).transpose(1, 0, 2), x.reshape(7, -1)


@pytest.mark.parametrize("t", [0.0, 1e-300, 0.05, 0.7, 1.0, 40.0, 1e300])
@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, (0, 1, 0, 3), tuple(range(1, 65))])
def test_groups_show_the_first_draws_and_the_mean_of_all_at_each_temperature(t, p, show, chunk):
    parameters = replace(NOTE, temperature=t, probabilities=p)
    heights, x = columns(show(NAME, parameters))
    scores = chunk(parameters).scores
    for group, temperature in zip(heights, (*TEMPERATURES, t), strict=True):
        s = softmax(scores, temperature)
        np.testing.assert_allclose(group[:, :FEW], s[:, :FEW], atol=2e-5)
        np.testing.assert_allclose(group[:, FEW], s.mean(axis=1), atol=2e-6)
    np.testing.assert_array_equal(x, CENTRES)


@pytest.mark.parametrize("t", [0.0, 0.7, 1e300])
def test_the_current_means_are_those_of_the_sample_view(t, chunk):
    draws = chunk(replace(NOTE, temperature=t))
    summary = TemperatureGallery.summarise(draws)
    np.testing.assert_allclose(summary.total[-1], RelaxedDensity.summarise(draws).total, rtol=1e-6)
    largest = RelaxedVectors.summarise(draws).largest
    assert summary.largest[-1] == pytest.approx(largest, rel=1e-6)


@pytest.mark.parametrize("mistake", Mistake)
def test_mistakes_change_noise_and_scores_and_t_outside_makes_all_groups_the_same(
    mistake, show, chunk
):
    parameters = replace(NOTE, mistake=mistake)
    heights, _ = columns(show(NAME, parameters))
    for group, t in zip(heights, (*TEMPERATURES, 0.7), strict=True):
        scores = chunk(replace(parameters, temperature=t)).scores
        s = softmax(scores, t if mistake.relaxes_by_t else 1.0)
        np.testing.assert_allclose(group[:, :FEW], s[:, :FEW], atol=2e-5)
        np.testing.assert_allclose(group[:, FEW], s.mean(axis=1), atol=2e-6)


def test_dots_lie_in_the_part_of_argmax_in_every_group(show, chunk):
    plot = show(NAME, NOTE)
    heights, places = columns(plot)
    x, y = (np.reshape(values, (FEW, 7)).T for values in plot._dots.getData())
    winners = chunk(NOTE).classes[:FEW]
    assert len(set(winners)) > 1
    tops = heights.cumsum(axis=1)
    for group in range(7):
        np.testing.assert_array_equal(x[group], places[group, :FEW])
        for i, k in enumerate(winners):
            assert tops[group, k, i] - heights[group, k, i] < y[group, i] < tops[group, k, i]


@pytest.mark.parametrize(("number", "first", "count"), [
    (1, 1, 5), (5, 1, 5), (6, 6, 5), (48, 46, 5), (49, 46, 5), (2000, 1996, 5), (2003, 2001, 3),
])  # fmt: skip
@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NOISE_ON_P, Mistake.T_OUTSIDE])
def test_the_selected_draw_is_outlined_among_those_around_it(
    number, first, count, mistake, show, chunk
):
    parameters = replace(NOTE, selected=number, mistake=mistake)
    plot = show(NAME, parameters)
    selection = select(parameters)
    plot.show_selection(selection)
    heights, x = columns(plot)
    scores = chunk(parameters).scores[:, first - 1 : first - 1 + count]
    assert heights.shape == (7, 5, count + 1)
    for group, t in zip(heights, (*TEMPERATURES, 0.7), strict=True):
        s = softmax(scores, 1.0 if mistake == "t-outside" else t)
        np.testing.assert_allclose(group[:, :count], s, atol=2e-5)
    np.testing.assert_allclose(heights[-1, :, number - first], selection.relaxed, atol=1e-7)
    ends = np.reshape(plot._outline.getData()[0], (7, 5))
    np.testing.assert_allclose((ends.min(axis=1) + ends.max(axis=1)) / 2, x[:, number - first])
    assert np.ptp(ends, axis=1) == pytest.approx(1)


def test_a_selected_draw_that_is_not_among_those_drawn_yet_is_shown(show, chunk):
    parameters = replace(NOTE, selected=1998)
    plot = show(NAME, NOTE)
    plot.draw(plot.summarise(Chunk(NOTE, 0, 1000, Stages(), Workspace())), NOTE)
    plot.show_selection(select(parameters))
    np.testing.assert_allclose(
        columns(plot)[0][3][:, :FEW], softmax(chunk(NOTE).scores[:, 1995:2000], 2), atol=2e-5
    )


def test_without_a_selection_the_first_draws_come_back(show):
    plot = show(NAME, NOTE)
    before = columns(plot)[0]
    plot.show_selection(select(replace(NOTE, selected=900)))
    assert (columns(plot)[0] != before).any()
    plot.show_selection(None)
    np.testing.assert_array_equal(columns(plot)[0], before)
    assert len(plot._outline.getData()[0]) == 0


def test_the_noise_of_the_first_draws_and_of_the_selected_one_is_drawn_once(show, monkeypatch):
    plot, selection, calls = show(NAME, NOTE), select(replace(NOTE, selected=900)), []
    plot.show_selection(selection)
    fill_noise = stages.fill_noise
    monkeypatch.setattr(stages, "fill_noise", lambda *args: [calls.append(1), fill_noise(*args)])
    for each in (None, selection, None, selection):
        plot.show_selection(each)
    assert not calls
    plot.show_selection(select(replace(NOTE, selected=600)))
    assert calls


@pytest.mark.parametrize("selected", [0, 3, 48, 2002])
def test_a_click_on_a_column_picks_its_draw_and_on_anything_else_none(selected, show):
    plot = show(NAME, NOTE)
    plot.show_selection(select(replace(NOTE, selected=selected)))
    first = {0: 1, 3: 1, 48: 46, 2002: 2001}[selected]
    _, x = columns(plot)
    for group in x:
        for i, place in enumerate(group[:-1]):
            for dx in (-0.4, 0.0, 0.4):
                assert plot.pick(place + dx, 0.5, (0.1, 0.1)) == first + i
            assert plot.pick(place, 1.3, (0.1, 0.1)) is None
        for place in (group[0] - 0.7, group[-1] - 0.8, group[-1], group[-1] + 1.3):
            assert plot.pick(place, 0.5, (0.1, 0.1)) is None


def numbers(words):
    return [float(text) for text in re.findall(r"(?<![\d.])[01]\.\d{3}", words)]


@pytest.mark.parametrize("t", [0.0, 0.7, 1e300])
def test_the_mean_largest_entries_are_true(t, chunk):
    parameters = replace(NOTE, temperature=t)
    words = caption_of(chunk, parameters)
    scores = chunk(parameters).scores
    expected = [softmax(scores, each).max(axis=0).mean() for each in (0.1, 10, t)]
    pattern = r"from (.*) at t = 0\.1 to (.*) at t = 10; it is (.*) now"
    stated = [float(text.removeprefix("> ")) for text in re.search(pattern, words).groups()]
    assert stated == pytest.approx(expected, abs=1.1e-3)
    assert words.startswith("5 of 2\u00a0003 draws and the mean of all")


@pytest.mark.parametrize(
    ("change", "shown", "told"),
    [
        ({"draws": 1}, "1 draw and its mean", "goes from"),
        ({"draws": 4}, "4 draws and their mean", "goes from"),
        ({"draws": 5}, "5 draws and their mean", "goes from"),
        ({"draws": 6}, "5 of 6 draws", "goes from"),
        ({"probabilities": (0, 1)}, "5 of", "is 1 in every group"),
        ({"mistake": "t-outside"}, "5 of", "t cancels"),
    ],
)
def test_the_caption_says_what_is_shown(change, shown, told, chunk):
    words = caption_of(chunk, replace(NOTE, **change))
    assert words.startswith(shown)
    assert told in words


def test_t_outside_is_told_with_the_number_of_softmax_g(chunk):
    parameters = replace(NOTE, mistake="t-outside", temperature=40)
    words = caption_of(chunk, parameters)
    expected = softmax(chunk(parameters).scores, 1).max(axis=0).mean()
    assert numbers(words) == pytest.approx([expected], abs=6e-4)


@pytest.mark.parametrize(
    ("t", "text"),
    [
        (0, "0"),
        (0.7, "0.7"),
        (0.0123456, "0.0123"),
        (0.00123, "0.00123"),
        (0.000123, "0.0001"),
        (1e-300, "1·10⁻³⁰⁰"),
    ],
)
def test_the_last_group_says_that_it_is_the_current_t(t, text, show):
    plot = show(NAME, replace(NOTE, temperature=t))
    (ticks,) = plot.frame.axis("bottom")._tickLevels
    assert [name for _, name in ticks] == ["0.1", "0.5", "1", "2", "5", "10", f"{text}\nnow"]
    spaces = np.diff([x for x, _ in ticks])
    assert spaces[-1] > spaces[:-1].max() * 1.1  # it stands apart


def test_dots_are_no_wider_than_the_columns_of_a_small_card(show, pixels):
    plot = show(NAME, NOTE)
    view = plot.frame.getViewWidget()
    sizes = []
    for width in (250, 480, 1600):
        view.resize(width, 170)
        pixels(plot)
        left, right = (plot.frame.vb.mapViewToScene(QPointF(x, 0)).x() for x in (0, 1))
        sizes.append(plot._dots.opts["size"])
        assert sizes[-1] == SMALLEST_DOT or sizes[-1] < right - left
    assert sizes[0] == SMALLEST_DOT
    assert sizes[-1] == LARGEST_DOT
    assert sorted(sizes) == sizes
