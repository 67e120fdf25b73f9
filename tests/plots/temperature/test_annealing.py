import math
import re
from itertools import pairwise

import numpy as np
import pytest
from PyQt6.QtCore import QPointF

from gumbel_gui.core.annealing import schedule_length, schedule_temperature
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
from gumbel_gui.plots.temperature.annealing import Annealing, step_of

SCHEDULES = [
    (5.0, 0.05, 0.1),
    (1.0, 0.001, 0.5),
    (2.0, 0.2, 0.3),
    (3.0, 0.2, 3.0),
    (3.0, 10.0, 2.9),
    (100.0, 0.0001, 0.01),
    (100.0, 10.0, 0.01),
    (2 / 3, 0.03, 1 / 7),
    (0.01, 1.0, 0.01),
]
each_schedule = pytest.mark.parametrize("schedule", SCHEDULES, ids=str)


def exact(schedule, step):
    start, rate, end = schedule
    return np.maximum(end, start * np.exp(-rate * np.asarray(step)))


def steps_of(schedule):
    """Return some steps, the first and the last among them."""
    length = schedule_length(schedule)
    return sorted({*np.linspace(0, length, 40).astype(int).tolist(), max(length - 1, 0)})


def at(schedule, t):
    """Return parameters with a schedule and a t."""
    return Parameters((1, 2), draws=10, temperature=t, schedule=schedule)


def caption_of(schedule, t):
    return Annealing().caption(None, at(schedule, t))


@pytest.fixture
def annealing(show):
    """Return a function that draws the plot of a schedule and a t."""

    return lambda schedule, t, style=LIGHT: show("annealing", at(schedule, t), style)


@each_schedule
def test_the_curve_is_the_schedule(schedule, annealing):
    plot = annealing(schedule, 1.0)
    (left, right), (bottom, top) = plot.frame.vb.viewRange()
    x, y = plot._curve.getData()
    last = x[-1]
    assert left < x[0] == 0
    assert 1.15 * schedule_length(schedule) <= last < min(right, 2 * schedule_length(schedule) + 1)
    steps = np.linspace(0, last, 997)
    np.testing.assert_allclose(10 ** np.interp(steps, x, y), exact(schedule, steps), rtol=1e-9)
    np.testing.assert_allclose(plot._least.getData()[1], math.log10(schedule[2]), rtol=1e-12)
    assert bottom < y.min()
    assert y.max() < top
    x, y = plot._steps.getData()
    assert len(x) in (0, last + 1)
    np.testing.assert_allclose(10**y, exact(schedule, x), rtol=1e-9)


@each_schedule
def test_every_step_of_playback_is_found_again(schedule, annealing):
    plot = annealing(schedule, 1.0)
    length = schedule_length(schedule)
    for step in steps_of(schedule):
        t = schedule_temperature(schedule, step)
        if step < length:
            t = float(f"{t:.6g}")  # as playback sets it
        if t == schedule[2]:
            step = 0 if schedule[0] == t else length
        assert caption_of(schedule, t).replace("\u00a0", "").endswith(f", step {step}.")
        plot.draw(None, at(schedule, t))
        (x,), (y,) = plot._now.getData()
        assert x == pytest.approx(step, abs=0.2)
        assert 10**y == pytest.approx(t)
        # It lies on the curve, and what is over of the curve ends in it.
        assert 10**y == pytest.approx(float(exact(schedule, x)), rel=2e-5)
        passed = np.array(plot._passed.getData())
        np.testing.assert_allclose(passed[:, -1], (x, y), atol=1e-4)
        np.testing.assert_allclose(10 ** passed[1], exact(schedule, passed[0]), rtol=2e-5)


def test_a_t_between_two_steps_is_said_to_be_near_one(annealing):
    words = (
        "t(i) = max(0.1, 5·exp(−0.05·i)) reaches 0.1 after 79 steps; "
        "now t = 0.5, nearest to step 46."
    )
    assert caption_of((5.0, 0.05, 0.1), 0.5) == words
    plot = annealing((5.0, 0.05, 0.1), 0.5)
    (x,), (y,) = plot._now.getData()
    assert (x, y) == pytest.approx((math.log(10) / 0.05, math.log10(0.5)))


@each_schedule
def test_a_t_that_no_step_reaches_is_a_hollow_mark_at_an_end(schedule, annealing):
    start, _, end = schedule
    plot = annealing(schedule, start)
    assert plot._now.opts["brush"].color().name() == LIGHT.accent
    last, (bottom, top) = plot._curve.getData()[0][-1], plot.frame.vb.viewRange()[1]
    for t, place, words in (
        (1.01 * start, 0, "above t₀"),
        (1e300, 0, "above t₀"),
        (0.99 * end, last, "below t_min"),
        (1e-300, last, "below t_min"),
        (0.0, last, "below t_min"),
    ):
        assert words in caption_of(schedule, t)
        plot.draw(None, at(schedule, t))
        assert plot.frame.items[-1] is plot._now
        assert plot._now.opts["brush"].color().name() == LIGHT.surface
        assert plot._now.opts["pen"].color().name() == LIGHT.accent
        (x,), (y,) = plot._now.getData()
        assert x == place
        assert bottom < y < top
        if t > 0 and bottom + 0.1 < math.log10(t) < top - 0.1:
            assert 10**y == pytest.approx(t)
        assert len(plot._passed.getData()[0]) == (0 if place == 0 else 3)


@each_schedule
def test_the_sentence_is_true(schedule):
    start, rate, end = schedule
    words = caption_of(schedule, start).replace("\u00a0", "")
    found = re.match(r"t\(i\) = max\(([\d.]+), ([\d.]+)·exp\(−([\d.]+)·i\)\) (.*?); now", words)
    for told, value in zip(found.groups()[:3], (end, start, rate), strict=True):
        assert float(told) == pytest.approx(value, rel=5e-4)
        assert len(told.replace(".", "").strip("0")) <= 4
    if start == end:
        assert found[4].startswith("stays at t_min")
        return
    reached = re.fullmatch(r"reaches ([\d.]+) after (\d+) (steps?)", found[4])
    assert reached[1] == found[1]
    steps = int(reached[2])
    assert (reached[3] == "step") == (steps == 1)
    assert exact(schedule, steps) == end < exact(schedule, steps - 1)


def test_t_has_at_most_four_digits():
    words = caption_of((5.0, 0.05, 0.1), 0.1509874)
    assert words.endswith("now t = 0.151, step 70.")
    words = caption_of((5.0, 0.05, 0.1), 12.34567)
    assert words.endswith("now t = 12.35, above t₀ = 5: no step reaches it.")


@each_schedule
@pytest.mark.parametrize("size", [(300, 90), (320, 170), (340, 290), (365, 700), (1050, 330)])
def test_numbers_of_t_have_the_room_they_need(schedule, size, annealing):
    plot = annealing(schedule, 1.0)
    view = plot.frame.getViewWidget()
    heights = []
    for each in (size, (480, 360), size):  # and again after it was larger
        view.resize(*each)
        view.grab()
        (ticks,) = plot.frame.axis("left")._tickLevels
        heights.append(len(ticks))
    assert heights[0] == heights[2]
    (low, high), height = plot.frame.vb.viewRange()[1], plot.frame.vb.height()
    places = sorted(place for place, _ in ticks)
    apart = [(b - a) * height / (high - low) for a, b in pairwise(places)]
    assert all(gap >= plot.style.text_size for gap in apart) or len(places) == 2
    assert {math.log10(schedule[0]), math.log10(schedule[2])} <= set(places)


@each_schedule
def test_no_axis_moves_with_t_and_ticks_are_where_they_say(schedule, annealing):
    plot, moved = annealing(schedule, 1.0), []
    plot.frame.vb.sigRangeChanged.connect(lambda *_: moved.append(1))
    for t in (0, 1e-300, 0.1, 3.0, 1e300):
        plot.draw(None, at(schedule, t))
    assert not moved
    (left, right), (bottom, top) = plot.frame.vb.viewRange()
    (ticks,) = plot.frame.axis("left")._tickLevels
    places = [place for place, _ in ticks]
    assert len(ticks) >= 2 or schedule[0] == schedule[2]
    assert {math.log10(schedule[0]), math.log10(schedule[2])} <= set(places)
    for place, text in ticks:
        assert bottom < place < top
        assert 10**place == pytest.approx(float(text), rel=1e-3)
    others = [p for p in places if p not in (math.log10(schedule[0]), math.log10(schedule[2]))]
    assert all(abs(a - b) > 0.115 * (top - bottom) for a in others for b in places if a != b)
    (ticks,) = plot.frame.axis("bottom")._tickLevels
    assert 2 <= len(ticks) <= 7
    for place, text in ticks:
        assert left < place < right
        assert int(text.replace("\u00a0", "")) == place
    plot.draw(None, at((7.0, 0.01, 0.2), 1.0))
    assert moved


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
@pytest.mark.parametrize("t", [0, 0.1, 0.5, 5, 50])
def test_the_mark_is_whole_and_the_key_fits_in_a_small_card(t, style, annealing):
    plot = annealing((5.0, 0.05, 0.1), t, style)
    view = plot.frame.getViewWidget()
    view.resize(320, 170)
    view.grab()
    ((x,), (y,)), vb = plot._now.getData(), plot.frame.vb
    place = vb.mapFromView(QPointF(x, y))
    assert 5 <= place.x() <= vb.width() - 5
    assert 5 <= place.y() <= vb.height() - 5
    assert plot.key.shown(240)[1] == 0


def test_a_t_beside_an_end_is_told_from_it():
    words = caption_of((5.0, 0.05, 0.1), 5.0003)
    assert words.endswith("now t = 5.0003, above t₀ = 5: no step reaches it.")


def test_the_heading_is_the_title():
    assert Annealing().heading(None, at((5.0, 0.05, 0.1), 1.0)) == "Annealing"


def test_draws_do_not_matter():
    here = Parameters((1, 2), draws=10, temperature=2)
    there = Parameters((3, 2, 1), draws=99, seed=4, mistake="no-noise", temperature=2)
    assert Annealing().caption(None, here) == Annealing().caption(None, there)
    assert Annealing.cache_key(here) == Annealing.cache_key(there)


@each_schedule
def test_the_last_step_is_where_t_min_is_reached_first(schedule):
    start, _, end = schedule
    assert step_of(schedule, end) == (0 if start == end else schedule_length(schedule))
    assert step_of(schedule, start) == 0
    assert step_of(schedule, start * (1 + 2e-5)) == -math.inf
    assert step_of(schedule, end * (1 - 2e-5)) == math.inf


@pytest.mark.parametrize(("rate", "last", "dots"), [(0.1165, 40, 41), (0.1, 50, 0)])
def test_up_to_forty_steps_are_dots(rate, last, dots, annealing):
    plot = annealing((5.0, rate, 0.1), 1.0)
    assert plot._curve.getData()[0][-1] == last
    assert len(plot._steps.getData()[0]) == dots
