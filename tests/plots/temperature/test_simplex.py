"""The triangle: what is where, against the definition of the relaxed vectors in float64."""

import re
from dataclasses import replace

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.estimates import student_95
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.plots.sums import FirstDraws
from gumbel_gui.plots.temperature.simplex import Simplex
from gumbel_gui.plots.temperature.simplex_sums import SimplexSummary
from gumbel_gui.plots.temperature.triangle import CORNERS, place

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 5000, 8, trio=(4, 3, 1))
THREE = Parameters((0.1, 0.2, 0.7), 0.8, 5000, 1)
CASES = {
    "three": THREE,
    "three of five": NOTE,
    "the other way round": replace(NOTE, trio=(1, 3, 4)),
    "low t": replace(NOTE, temperature=0.01),
    "high t": replace(NOTE, temperature=1e5),
    "t = 0": replace(NOTE, temperature=0),
    "t = 1e300": replace(NOTE, temperature=1e300),
    "rare ones of five": Parameters((1e-9, 1e-12, 1, 1e-10, 1), 0.05, 2000, trio=(0, 1, 3)),
    "two": Parameters((0.3, 0.7), 0.5, 2000),
    "two on another edge": Parameters((0.3, 0.7), 0.5, 2000, trio=(2, 0, 1)),
    "a zero": Parameters((0, 0.4, 0.6), 0.5, 2000),
    "two zeros": Parameters((0, 0, 0.6, 0.4), 0.5, 2000),
    "few": replace(NOTE, draws=7),
    "one": replace(NOTE, draws=1),
    "64 classes": Parameters(range(1, 65), 0.7, 3000, trio=(60, 7, 33)),
}
EVERY = {**CASES, **{mistake.value: replace(NOTE, mistake=mistake) for mistake in Mistake}}
EMPTY = Parameters((0, 0, 0, 1), 0.5, 500)
each_case = pytest.mark.parametrize("parameters", EVERY.values(), ids=EVERY.keys())
REACH = (0.02, 0.02)


def reference(draws):
    """Return softmax of the trio's scores in float64, (3, n): the definition, renormalised."""
    parameters = draws.parameters
    scores = np.full((3, draws.count), -np.inf)
    for corner, k in enumerate(parameters.trio):
        if k < parameters.classes:
            scores[corner] = draws.scores[k]
    shifted = scores - scores.max(axis=0)
    t = parameters.temperature if parameters.mistake.relaxes_by_t else 1.0
    s = np.exp(shifted / t) if t else (shifted == 0).astype(float)
    return s / s.sum(axis=0)


def caption_of(chunk, parameters, options=frozenset()):
    """Return the caption of a plot of all draws."""
    return Simplex(options=frozenset(options)).caption(
        Simplex.summarise(chunk(parameters)), parameters
    )


def shown(plot):
    """Return the points of each corner, (2, points) each."""
    return [np.array(points.getData()) for points in plot._points]


@each_case
def test_points_are_the_first_relaxed_vectors_by_their_largest_class(parameters, show, chunk):
    s = reference(chunk(parameters))
    first = s[:, :600]
    largest = first.argmax(axis=0)
    for corner, points in enumerate(shown(show("simplex", parameters))):
        if parameters.temperature < 1e4:  # else all classes look alike
            assert points.shape[1] == (largest == corner).sum()
            np.testing.assert_allclose(points, place(first[:, largest == corner]), atol=2e-4)
        else:
            np.testing.assert_allclose(points.T - CORNERS.mean(axis=1), 0, atol=1e-4)


@pytest.mark.parametrize(
    ("parameters", "exact"),
    [
        (THREE, True),
        (NOTE, True),
        (replace(NOTE, mistake="noise-on-p"), True),
        (replace(NOTE, mistake="t-outside", temperature=1e-3), True),
        (replace(CASES["a zero"], mistake="noise-on-p"), True),
        (replace(NOTE, mistake="normal-noise"), False),
        (replace(NOTE, mistake="uniform-noise"), False),
        (replace(NOTE, mistake="no-noise"), False),
        (replace(NOTE, mistake="float32-uniform"), False),
        (replace(NOTE, temperature=0), False),
        (replace(CASES["two"], mistake="noise-on-p"), False),
        (CASES["two"], False),
        (CASES["a zero"], False),
        (EMPTY, False),
    ],
)
def test_contours_are_shown_where_the_density_is_known(parameters, exact, show):
    plot = show("simplex", parameters)
    assert (len(plot._contours.getData()[0]) > 0) == exact
    assert any("exact" in entry.text for entry in plot.key.shown(1000)[0]) == exact


EQUAL = Parameters((1, 1, 1), 1, 500)


@pytest.mark.parametrize(
    ("t", "said"),
    [
        (0.05, None),
        (0.2, "exact: 75, 95 %"),
        (0.3, "exact: 50, 75, 95 %"),
        (1, "exact: 25, 50, 75, 95 %"),
        (30, "exact: 25, 50, 75, 95 %"),
        (1e5, None),
    ],
)
def test_the_key_names_the_lines_that_are_drawn_and_no_others(t, said, show):
    """At low t most of the probability is nearer to the corners and edges than is drawn."""
    plot = show("simplex", replace(EQUAL, temperature=t))
    texts = [entry.text for entry in plot.key.shown(1000)[0]]
    assert texts == ([said] if said else []) + ["p", "mean of s"]
    assert (len(plot._contours.getData()[0]) > 0) == (said is not None)


def test_the_key_follows_the_lines_while_t_is_dragged(show, chunk):
    plot = show("simplex", EQUAL)
    for t in (0.2, 1, 0.05, 0.3, 0):
        parameters = replace(EQUAL, temperature=t)
        plot.draw(Simplex.summarise(chunk(parameters)), parameters)
        fresh = show("simplex", parameters)
        assert plot.key.shown(1000) == fresh.key.shown(1000)


def test_in_a_small_card_the_longest_key_fits(show):
    entries, rest = show("simplex", EQUAL).key.shown(290)
    assert (len(entries), rest) == (3, 0)


@pytest.mark.parametrize("name", ["three", "three of five", "two", "a zero", "t = 0"])
def test_the_draw_that_is_picked_is_the_nearest_one(name, show, chunk):
    parameters = CASES[name]
    plot = show("simplex", parameters)
    places = place(reference(chunk(parameters))[:, :600])
    for x, y in np.random.default_rng(0).uniform((0, 0), (1, 0.87), (100, 2)):
        distance = np.hypot((places[0] - x) / REACH[0], (places[1] - y) / REACH[1])
        number = plot.pick(x, y, REACH)
        if number is None:
            assert distance.min() > 0.99
        else:
            assert 1 <= number <= 600
            assert distance[number - 1] <= min(distance.min() + 0.01, 1.0)


def test_of_points_on_one_another_the_topmost_is_picked(show, chunk):
    parameters = replace(THREE, mistake="no-noise")
    assert (
        show("simplex", parameters).pick(*place(reference(chunk(parameters)))[:, 0], REACH) == 600
    )


def test_nothing_is_picked_where_no_draw_is_shown(show, chunk):
    x, y = place(reference(chunk(THREE)))[:, 0]
    assert show("simplex", THREE).pick(x, y, REACH) is not None
    assert show("simplex", THREE, options=frozenset({"density"})).pick(x, y, REACH) is None
    assert show("simplex", EMPTY).pick(x, y, (10.0, 10.0)) is None


@each_case
@pytest.mark.parametrize("density", [False, True])
def test_the_selected_draw_is_marked_where_it_is(parameters, density, show, chunk):
    plot = show("simplex", parameters, options=frozenset({"density"} if density else ()))
    places = place(reference(chunk(parameters)))
    for number in {1, min(620, parameters.draws), parameters.draws}:
        plot.show_selection(select(replace(parameters, selected=number)))
        marked = np.array(plot._chosen.getData())
        np.testing.assert_allclose(marked, places[:, [number - 1]], atol=2e-4)
    plot.show_selection(None)
    assert len(plot._chosen.getData()[0]) == 0


def test_no_draw_is_marked_where_none_is_among_the_three(show):
    plot = show("simplex", EMPTY)
    plot.show_selection(select(replace(EMPTY, selected=3)))
    assert len(plot._chosen.getData()[0]) == 0


@pytest.mark.parametrize("name", ["three", "three of five", "two", "two on another edge", "a zero"])
def test_p_is_where_its_mark_is_held_and_goes_where_it_is_pulled(name, show):
    parameters = CASES[name]
    plot = show("simplex", parameters)
    real = [k for k in parameters.trio if k < parameters.classes]
    p = {k: parameters.probabilities[k] for k in real}
    total = sum(p.values())
    corners = np.array([p.get(k, 0) / total for k in parameters.trio])
    x, y = place(corners)
    assert plot.can_drag(x, y, REACH)
    assert plot.can_drag(x + 0.9 * REACH[0], y, REACH)
    assert not plot.can_drag(x + 1.1 * REACH[0], y, REACH)
    assert not plot.can_drag(x, y - 1.1 * REACH[1], REACH)
    assert plot.drag_to(x, y) == pytest.approx({k: share / total for k, share in p.items()})
    for k, corner in zip(parameters.trio, CORNERS.T, strict=True):
        if k in real:
            away = corner + 5 * (corner - CORNERS.mean(axis=1))
            assert plot.drag_to(*away) == pytest.approx({j: float(j == k) for j in real})
    for place_ in np.random.default_rng(1).uniform(-2, 3, (50, 2)):
        shares = plot.drag_to(*place_)
        assert set(shares) == set(real)
        assert min(shares.values()) >= 0
        assert sum(shares.values()) == pytest.approx(1)


def test_p_of_nothing_cannot_be_pulled(show):
    plot = show("simplex", EMPTY)
    assert not any(plot.can_drag(*corner, REACH) for corner in CORNERS.T)
    assert plot.drag_to(0.5, 0.3) is None
    assert len(plot._p.getData()[0]) == len(plot._mean.getData()[0]) == 0


def test_marks_are_at_p_and_at_the_mean(show, chunk):
    plot = show("simplex", NOTE)
    p = np.array(NOTE_PROBABILITIES)[[4, 3, 1]]
    np.testing.assert_allclose(np.ravel(plot._p.getData()), place(p / p.sum()))
    mean = reference(chunk(NOTE)).mean(axis=1)
    np.testing.assert_allclose(np.ravel(plot._mean.getData()), place(mean), atol=1e-5)


@pytest.mark.parametrize(
    ("parameters", "options", "words"),
    [
        (
            THREE,
            (),
            [
                "600 of 5 000 draws.",
                "mean of s for class 2 is 0.6",
                "± 0.0",
                "which misses p = 0.7",
            ],
        ),
        (THREE, ("density",), ["Density of 5 000 draws (log scale)."]),
        (NOTE, (), ["Three of 5 classes, renormalised (s′, p′; 4, 3, 1); 600 of 5 000 draws."]),
        (NOTE, ("density",), [" 1); density of 5 000 draws (log scale)."]),
        (CASES["two"], (), ["all on one edge, as there are only two classes."]),
        (CASES["a zero"], (), ["As p = 0 for class 0, all lie on the opposite edge."]),
        (CASES["two zeros"], (), ["Two have p = 0, so all lie in the other corner."]),
        (EMPTY, (), ["All three (0, 1, 2) have p = 0: their s is 0 in every draw"]),
        (replace(EMPTY, mistake="noise-on-p"), (), ["500 draws.", "p = 0 for all three."]),
        (CASES["few"], (), [" 1); 7 draws."]),
        (CASES["one"], (), [" 1); 1 draw."]),
        (
            Parameters((1, 1, 1, 1), 1, 50, mistake="no-noise", trio=(2, 3, 0)),
            (),
            [
                "Three of 4 classes, renormalised (s′, p′; 2, 3, 0); 50 draws.",
                "The mean of s′ for class 2",
            ],
        ),
        (
            replace(THREE, mistake="no-noise", temperature=1),
            (),
            ["The mean of s for class 2 is 0.7, which is p."],
        ),
    ],
)
def test_captions_say_what_is_seen(parameters, options, words, chunk):
    caption = caption_of(chunk, parameters, options).replace("\u00a0", " ")
    for each in words:
        assert each in caption


def test_a_margin_is_told_where_draws_differ_and_only_there(chunk):
    for parameters, told in (
        (THREE, True),
        (CASES["one"], False),
        (replace(NOTE, mistake="no-noise"), False),
        (CASES["t = 1e300"], False),
    ):
        caption = caption_of(chunk, parameters)
        assert ("±" in caption) == told, caption


@pytest.mark.parametrize("n", [30, 300, 5000])
@pytest.mark.parametrize("t", [0.05, 0.8, 3e3])
def test_the_mean_is_told_to_the_digits_of_its_margin(t, n, chunk):
    parameters = replace(THREE, temperature=t, draws=n)
    caption = caption_of(chunk, parameters)
    mean, half = re.search(r" is (0\.\d+) ± (0\.\d+), which", caption).groups()
    assert len(mean) == len(half)
    assert len(half.lstrip("0.")) == 2
    s = reference(chunk(parameters))
    k = int(re.search(r"s for class (\d)", caption)[1])
    assert float(mean) == pytest.approx(s[k].mean(), abs=10.0 ** (2 - len(mean)))
    exact = scipy.stats.t.ppf(0.975, n - 1) * scipy.stats.sem(s[k])
    assert 0.95 * exact < float(half) < 1.15 * exact + 0.5 / n


def test_zeros_are_not_told_where_the_scores_do_not_know_them(chunk):
    parameters = replace(CASES["a zero"], mistake="noise-on-p")
    caption = caption_of(chunk, parameters)
    assert "edge" not in caption


def test_corners_are_named_and_have_their_p(show):
    plot = show("simplex", NOTE, labels=("Ann", "Bob", "Cat", "Dan", "Eve"))
    texts = [text for text, *_ in plot._corners.places()]
    # Of the three, 0.0802, 0.5923 and 0.0802, as the mark lies.
    assert texts == ["Eve", "p′ = 0.107", "Dan", "p′ = 0.787", "Bob", "p′ = 0.107"]
    two = [text for text, *_ in show("simplex", CASES["two"])._corners.places()]
    assert two == ["class 0", "p = 0.300", "class 1", "p = 0.700", "no class", ""]
    zeros = [text for text, *_ in show("simplex", CASES["two zeros"])._corners.places()]
    assert zeros[1::2] == ["p′ = 0", "p′ = 0", "p′ = 1"]


def test_of_more_classes_it_is_the_mean_of_the_renormalised_s(show, chunk):
    parameters = replace(NOTE, temperature=5.0, draws=3000, trio=(1, 2, 3))
    assert "The mean of s′ for class 3 is" in caption_of(chunk, parameters)
    key = [entry.text for entry in show("simplex", parameters).key.shown(10_000)[0]]
    assert key[-2:] == ["p′", "mean of s′"]


@pytest.mark.parametrize("farther", [0.0, 0.9, 0.99, 1.1, 1.9, 4.0])
@pytest.mark.parametrize("classes", [3, 4])
def test_the_caption_compares_with_the_margin_that_it_gives(farther, classes):
    """The mean is off by a multiple of the half-width."""
    p = (0.1, 0.2, 0.7) if classes == 3 else (0.08, 0.16, 0.56, 0.2)
    parameters, half = Parameters(p, 0.5, 100), student_95(99) * 0.05 / 99**0.5
    mean = np.array([0.1, 0.2, 0.7]) + farther * half * np.array([-0.5, -0.5, 1])
    nothing = FirstDraws.of(np.zeros(0), 0, 600)
    squares = 100 * (0.05**2 + mean**2)
    summary = SimplexSummary(nothing, nothing, np.ones((64, 127)), 100 * mean, squares, 100)
    caption, q = Simplex().caption(summary, parameters), "p" if classes == 3 else "p′"
    verdict = "contains" if farther < 1 else "misses"
    assert f", which {verdict} {q} = 0.7" in caption


@pytest.mark.parametrize(("n", "shown"), [(599, "599"), (600, "600"), (601, "600 of 601")])
def test_up_to_six_hundred_draws_are_all_shown(n, shown, chunk):
    assert caption_of(chunk, replace(THREE, draws=n)).startswith(f"{shown} draws. The mean of s")
