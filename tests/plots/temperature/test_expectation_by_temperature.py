import re
from dataclasses import replace

import numpy as np
import pytest
import scipy.special

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.temperature_sums import GRID
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.look.style import LIGHT
from gumbel_gui.plots.sample.relaxed_density import RelaxedDensity
from gumbel_gui.plots.temperature.expectation_by_temperature import ExpectationByTemperature
from gumbel_gui.plots.temperature.expectation_sums import ExpectationSummary, centre, margins

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 3000, 29)
NAME = "expectation_by_temperature"
BOTH = frozenset({"largest", "entropy"})
LADDER = tuple(range(1, 65))


def softmax(scores, t):
    return scipy.special.softmax(scores.astype(np.float64) / t, axis=0)


def caption_of(chunk, parameters, **looks):
    """Return the caption of a plot of all draws."""
    summary = ExpectationByTemperature.summarise(chunk(parameters))
    return ExpectationByTemperature(**looks).caption(summary, parameters)


def curves(plot):
    """Return the curves of the classes in colour."""
    return [curve for curve, _ in plot._curves]


def limits(plot):
    """Return the heights of the strokes left and right of the curves."""
    x, y = plot._limits.getData()
    assert (np.diff(y.reshape(-1, 2)) == 0).all()
    left, right = x < -2, x > 2
    assert (left | right).all()
    return y[left][::2], y[right][::2]


@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, (0, 1, 0, 3), (0.5, 0.5)])
def test_curves_are_the_means_of_all_draws_from_a_hundredth_to_a_hundred(p, show, chunk):
    plot = show(NAME, replace(NOTE, probabilities=p))
    scores = chunk(replace(NOTE, probabilities=p)).scores
    temperatures = 10 ** curves(plot)[0].getData()[0]
    assert (temperatures[0], temperatures[-1]) == pytest.approx((0.01, 100))
    expected = np.array([softmax(scores, t).mean(axis=1) for t in temperatures])
    on_grid = np.isclose(temperatures[:, None], GRID, rtol=1e-9).any(axis=1)
    assert on_grid.sum() == len(GRID)
    for k, curve in enumerate(curves(plot)):
        mean = curve.getData()[1]
        np.testing.assert_allclose(mean[on_grid], expected[on_grid, k], atol=2e-6)
        np.testing.assert_allclose(mean, expected[:, k], atol=1e-3)


@pytest.mark.parametrize("t", [0.0, 0.01, 0.7, 5.0, 1e300])
def test_dots_are_the_means_of_the_sample_view_to_the_bit(t, show, chunk):
    parameters = replace(NOTE, temperature=t)
    _, y = show(NAME, parameters)._dots.getData()
    assert y.tobytes() == RelaxedDensity.summarise(chunk(parameters)).mean.tobytes()


@pytest.mark.parametrize("t", GRID[::3])
def test_dots_at_a_temperature_of_the_grid_lie_on_the_curves(t, show):
    plot = show(NAME, replace(NOTE, temperature=t), options=BOTH)
    x, y = plot._dots.getData()
    assert np.ptp(x) == 0
    for height, curve in zip(y, (*curves(plot), *plot._spreads.values()), strict=True):
        place = np.abs(curve.getData()[0] - x[0]).argmin()
        assert curve.getData()[0][place] == pytest.approx(x[0], abs=1e-12)
        assert curve.getData()[1][place] == pytest.approx(height, abs=1e-6)


@pytest.mark.parametrize(
    ("t", "x"), [(0, -2), (1e-300, -2), (0.001, -2), (0.1, -1), (1, 0), (100, 2), (1e300, 2)]
)
def test_the_line_stands_at_the_current_t_or_at_the_end_and_that_is_said(t, x, show, chunk):
    parameters = replace(NOTE, temperature=t)
    plot = show(NAME, parameters)
    assert plot._line.getData()[0] == pytest.approx([x, x])
    assert plot._dots.getData()[0] == pytest.approx([x] * 5)
    words = caption_of(chunk, parameters)
    assert ("beyond the axis" in words) == (not 0.01 <= t <= 100)


def test_the_limits_are_p_and_equal_shares(show):
    left, right = limits(show(NAME, NOTE))
    np.testing.assert_allclose(left, NOTE.p)
    np.testing.assert_allclose(right, [0.2])


def test_classes_that_cannot_occur_share_nothing_as_t_grows(show, chunk):
    parameters = replace(NOTE, probabilities=(0, 1, 0, 2, 1), temperature=1e300)
    plot = show(NAME, parameters)
    left, right = limits(plot)
    np.testing.assert_allclose(left, [0, 0.25, 0, 0.5, 0.25])
    np.testing.assert_allclose(right, [0, 1 / 3])
    np.testing.assert_allclose(plot._dots.getData()[1], [0, 1 / 3, 0, 1 / 3, 1 / 3], atol=1e-6)
    assert "to 1/3 (0 where p is 0) as t → ∞" in caption_of(chunk, parameters)


@pytest.mark.parametrize("mistake", Mistake)
def test_limits_are_shown_where_they_are_known(mistake, show, chunk):
    parameters = replace(NOTE, mistake=mistake, probabilities=(0, 1, 2, 5))
    plot = show(NAME, parameters)
    left, right = limits(plot)
    words = caption_of(chunk, parameters)
    marks = [entry.text for entry in plot.key.shown(10_000)[0]]
    assert ("limits" in marks) == (mistake != "t-outside")
    if mistake == "t-outside":
        assert not len(left)
        assert not len(right)
        assert all(np.ptp(curve.getData()[1]) < 1e-12 for curve in curves(plot))
        assert "the curves are flat" in words
        return
    every = mistake == "noise-on-p"
    np.testing.assert_allclose(right, [0.25] if every else [0, 1 / 3])
    assert ("to 1/4 as t → ∞" if every else "to 1/3 (0 where p is 0) as t → ∞") in words
    known = {
        "none": (parameters.p, "tends to p as"),
        "float32-uniform": (parameters.p, "tends to p (to within 10⁻⁶) as"),
        "noise-on-p": (scipy.special.softmax(parameters.p), "tends to softmax(p) as"),
        "uniform-noise": ([], "tends to what argmax samples as"),
        "normal-noise": ([], "tends to what argmax samples as"),
        "no-noise": ([], "tends to 1/3"),
    }
    expected, told = known[mistake]
    np.testing.assert_allclose(left, expected)
    assert told in words


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NOISE_ON_P, Mistake.FLOAT32])
def test_curves_begin_at_the_limits_that_are_shown(mistake, show):
    """40,000 draws, 5 classes, 5 standard errors: false alarm 3e-6; catches 0.016 with 95 %."""
    plot = show(NAME, replace(NOTE, mistake=mistake, draws=40_000))
    left, right = limits(plot)
    errors = np.sqrt(left * (1 - left) / 40_000)
    for curve, limit, error in zip(curves(plot), left, errors, strict=True):
        y = curve.getData()[1]
        assert abs(y[0] - limit) < 5 * error + 0.002  # at t = 0.01 it is nearly there
        assert y[-1] == pytest.approx(right[0], abs=0.005)


def numbers(words):
    return [float(text) for text in re.findall(r"(?<![\d.])0\.\d+", words)]


@pytest.mark.parametrize("t", [0.0, 0.3, 7.0])
def test_the_caption_compares_the_mean_with_p_where_they_differ_most(t, chunk):
    parameters = replace(NOTE, temperature=t)
    names = ("Ann", "Bob", "Cat", "Dan", "Eve")
    words = caption_of(chunk, parameters, labels=names, options=BOTH)
    scores = chunk(parameters).scores
    s = softmax(scores, t) if t else (scores == scores.max(axis=0)).astype(float)
    k = np.abs(s.mean(axis=1) - NOTE.p).argmax()
    assert f"at {names[k]}:" in words
    half = 1.96 * s[k].std() / 3000**0.5
    largest, entropy = s.max(axis=0).mean(), scipy.special.entr(s).sum(axis=0).mean() / np.log(5)
    told = words[words.index(": ") :]
    assert float(re.search(r"largest entry (\S+);", told)[1]) == pytest.approx(largest, abs=6e-4)
    assert float(re.search(r"ln K ([\d.]+)\. ", told)[1]) == pytest.approx(entropy, abs=6e-4)
    mean, told_half, p = numbers(told)[:3]
    assert mean == pytest.approx(s[k].mean(), abs=0.06 * half)
    assert p == pytest.approx(NOTE.p[k], abs=6e-5)
    assert told_half == pytest.approx(half, rel=0.06)
    assert "p as t → 0, to 1/5 as t → ∞." in words


def test_where_one_class_has_it_all_nothing_is_claimed_that_is_not_so(chunk):
    words = caption_of(chunk, replace(NOTE, probabilities=(0, 1, 0)))
    assert "is p in every class" in words
    assert "s is one-hot at every t" in words


def test_one_draw_has_no_margin_of_error(chunk):
    words = caption_of(chunk, replace(NOTE, draws=1))
    assert "(1 draw)" in words
    assert "±" not in words


@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, (0, 1, 0, 3), (1e-6, 1, 1)])
@pytest.mark.parametrize("t", [0.0, 0.05, 0.7, 30.0, 1e3, 1e4])
def test_margins_are_right_however_near_to_one_another_the_draws_are(t, p, chunk):
    """Against float64: at t = 10⁴ squares of s in single precision give 2.7 times the margin."""
    parameters = replace(NOTE, probabilities=p, temperature=t, draws=1000)
    scores = chunk(parameters).scores
    s = softmax(scores, t) if t else (scores == scores.max(axis=0)).astype(float)
    half = 1.959964 * s.std(axis=1) / 1000**0.5
    summary = ExpectationByTemperature.summarise(chunk(parameters))
    possible = np.array(p) > 0
    away = np.sqrt(np.square(s - (possible / possible.sum())[:, None]).mean(axis=1))
    seen = half > 1e-15 if t < 1 else s.std(axis=1) > 2e-3 * away  # else it counts as rounding
    assert seen.any()
    np.testing.assert_allclose(margins(summary, parameters)[seen], half[seen], rtol=0.01)


@pytest.mark.parametrize(
    ("mistake", "t", "n"), [("no-noise", 0.7, 3000), ("none", 1e300, 3000), ("none", 0.7, 1)]
)
def test_draws_that_do_not_differ_have_no_margin(mistake, t, n, chunk):
    parameters = replace(NOTE, mistake=mistake, temperature=t, draws=n)
    summary = ExpectationByTemperature.summarise(chunk(parameters))
    np.testing.assert_array_equal(margins(summary, parameters), 0)
    assert "±" not in caption_of(chunk, parameters)


def test_margins_of_chunks_are_those_of_all_draws(chunk):
    parameters = replace(NOTE, temperature=1e4)
    whole = ExpectationByTemperature.summarise(chunk(parameters))
    parts = [
        ExpectationByTemperature.summarise(Chunk(parameters, start, count, Stages(), Workspace()))
        for start, count in ((0, 1024), (1024, 1976))
    ]
    found = margins(parts[0] + parts[1], parameters)
    np.testing.assert_allclose(found, margins(whole, parameters), rtol=1e-3)


@pytest.mark.parametrize(("t", "n"), [(0.05, 100), (1.0, 300), (1e4, 1000)])
def test_the_mean_is_told_to_the_digits_of_its_margin(t, n, chunk):
    parameters = replace(NOTE, temperature=t, draws=n)
    words = caption_of(chunk, parameters)
    mean, half = re.search(r": (0\.\d+) ± (0\.\d+), where p", words).groups()
    assert len(mean) == len(half)
    assert len(half.lstrip("0.")) == 2


def test_options_show_the_largest_entry_and_the_entropy_of_all_draws(show, chunk):
    plot = show(NAME, NOTE, options=BOTH)
    scores = chunk(NOTE).scores
    assert [*show(NAME, NOTE)._spreads["largest"].getData()[0]] == []
    for t in GRID:
        s = softmax(scores, t)
        entropy = scipy.special.entr(s).sum(axis=0).mean() / np.log(5)
        for name, expected in (("largest", s.max(axis=0).mean()), ("entropy", entropy)):
            x, y = plot._spreads[name].getData()
            assert y[np.abs(x - np.log10(t)).argmin()] == pytest.approx(expected, abs=2e-6)
    marks = [entry.text for entry in plot.key.shown(10_000)[0]]
    assert marks[:3] == ["limits", "largest entry", "entropy/ln K"]
    for option in BOTH:
        plot = show(NAME, NOTE, options=frozenset({option}))
        assert len(plot._dots.getData()[0]) == 6


def test_of_many_classes_the_most_probable_have_a_colour(show, chunk):
    p = np.full(64, 1.0)
    p[[40, 50]] = 3.0, 2.0
    parameters = replace(NOTE, probabilities=tuple(p))
    plot = show(NAME, parameters)
    assert len(plot._curves) == 8
    colours = [curve.opts["pen"].color().name() for curve in curves(plot)]
    assert colours == [LIGHT.class_colour(k) for k in (40, 50, 0, 1, 2, 3, 4, 5)]
    means = RelaxedDensity.summarise(chunk(parameters)).mean
    np.testing.assert_array_equal(plot._dots.getData()[1], means[[40, 50, 0, 1, 2, 3, 4, 5]])
    others = plot._curves.others.getData()[1].reshape(56, len(GRID))
    expected = softmax(chunk(parameters).scores, 100).mean(axis=1)
    rest = [k for k in range(6, 64) if k not in (40, 50)]
    np.testing.assert_allclose(others[:, -1], expected[rest], atol=2e-6)
    words = caption_of(chunk, parameters)
    assert words.endswith("In colour: 8 of 64 classes.")


def test_it_reaches_from_few_classes_to_many_and_back(show, chunk):
    plot = show(NAME, NOTE)
    for p in (LADDER, (1, 2), NOTE_PROBABILITIES):
        parameters = replace(NOTE, probabilities=p)
        plot.draw(plot.summarise(chunk(parameters)), parameters)
        assert len(plot._curves) == min(len(p), 8)
    assert len(plot._curves.others.getData()[0]) == 0


@pytest.mark.parametrize("p", [(1,) * 64, LADDER, (1, 1), (0.001, 0.999), NOTE_PROBABILITIES])
def test_curves_fill_the_height(p, show):
    plot = show(NAME, replace(NOTE, probabilities=p))
    highest = max(curve.getData()[1].max() for curve in curves(plot))
    assert 0.5 * plot.frame.vb.viewRange()[1][1] < highest


def test_a_mean_that_may_be_p_is_not_called_far_from_it(chunk):
    few = replace(NOTE, temperature=0.05, draws=200)
    assert "is p within 95 % margins; farthest at" in caption_of(chunk, few)
    soft = replace(NOTE, temperature=5.0, draws=3000)
    assert ") is farthest from p at" in caption_of(chunk, soft)


@pytest.mark.parametrize("farther", [0.0, 0.9, 0.99, 1.01, 1.9, 4.0])
@pytest.mark.parametrize("t", [0.5, 2.0])
def test_the_caption_compares_with_the_margin_that_it_gives(farther, t):
    """The means are off by a multiple of the half-widths: 1.96·σ/√n = 0.0098 at σ = 0.05."""
    parameters = Parameters((0.1, 0.2, 0.7), t, 100)
    half, centre = 1.959964 * 0.05 / 100**0.5, 1 / 3 if t >= 1 else 0.0
    mean = parameters.p + farther * half * np.array([1, -0.5, -0.5])
    squares, count = 100 * (0.05**2 + (mean - centre) ** 2), len(GRID) + 1
    rest = np.ones(count), np.ones(count)
    summary = ExpectationSummary(100, 100 * np.tile(mean, (count, 1)), *rest, squares)
    caption = ExpectationByTemperature().caption(summary, parameters)
    if farther == 0:
        assert "is p in every class" in caption
    elif farther < 1:
        assert "(100 draws) is p within 95 % margins; farthest at class 0: " in caption
    else:
        assert "(100 draws) is farthest from p at class 0: " in caption
    if farther:
        assert f"{mean[0]:.4f} ± 0.0098, where p is 0.1000. " in caption


@pytest.mark.parametrize(("classes", "shown"), [(11, 11), (12, 12), (13, 8), (64, 8)])
def test_up_to_twelve_classes_have_a_colour(classes, shown, show, chunk):
    parameters = replace(NOTE, probabilities=LADDER[:classes], draws=100)
    plot = show(NAME, parameters)
    assert len(plot._curves) == shown
    assert len(plot.key.shown(10_000)[0]) == 1 + shown
    assert len(plot._curves.others.getData()[0]) == (classes - shown) * len(GRID)
    assert ("In colour" in caption_of(chunk, parameters)) == (shown < classes)


def test_there_is_room_for_chance_above_the_limits(show):
    """A limit of 0.47 is below the end at 0.5, but not by a tenth."""
    for highest, top in ((0.47, 0.7), (0.44, 0.5)):
        plot = show(NAME, replace(NOTE, probabilities=(highest, 0.3, 0.7 - highest)))
        assert plot._line.getData()[1].tolist() == [0, top]
        assert plot.frame.vb.viewRange()[1] == pytest.approx([-0.05 * top, 1.05 * top])


def test_squares_are_taken_around_equal_shares_where_s_is_flat():
    p, equal = (0, 1, 3), [0, 0.5, 0.5]
    for t, mistake, middle in (
        (0.99, "none", [0, 0, 0]),
        (1.0, "none", equal),
        (0.2, "t-outside", equal),
        (2.0, "noise-on-p", [1 / 3] * 3),
    ):
        assert centre(Parameters(p, t, mistake=mistake)).tolist() == middle


def test_a_class_whose_p_underflows_still_takes_part_in_s(chunk):
    far = Parameters.from_logits((0, -800), temperature=1000, draws=1000)
    words = caption_of(chunk, far)
    assert "one-hot" not in words
    assert "farthest from p at class 0: 0.6900" in words.replace("0.68996", "0.6900")
    assert words.endswith("to 1/2 as t → ∞.")
