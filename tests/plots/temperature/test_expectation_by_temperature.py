import re
from dataclasses import replace

import numpy as np
import pytest
import scipy.special
import scipy.stats

from gumbel_gui.core.class_law import class_law
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import student_95
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.temperature_sums import GRID
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.look.style import LIGHT
from gumbel_gui.plots.sample.relaxed_density import RelaxedDensity
from gumbel_gui.plots.temperature.expectation_by_temperature import ExpectationByTemperature
from gumbel_gui.plots.temperature.expectation_sums import ExpectationSummary, estimate_now

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
    if mistake == "t-in-logarithms":
        np.testing.assert_allclose(right, parameters.p)
        assert not len(left)
        assert "E[s] tends to p as t → ∞, where the noise tends to one number." in words
        return
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
        "float32-uniform": (parameters.p, "tends to p (to within 10⁻⁵) as"),
        "noise-on-p": (scipy.special.softmax(parameters.p), "tends to softmax(p) as"),
        "noise-after-t": ([0, 0, 0, 1], "tends to equal shares of the largest p as"),
        **dict.fromkeys(("no-noise", "half-precision", "ties-twice"), ([], "tends to 1/3")),
    }
    law = class_law(mistake, parameters.probabilities).chosen
    expected, told = known.get(mistake, (law, "tends to what argmax samples as"))
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
def test_the_caption_compares_the_mean_with_p_of_the_class_that_moves_most(t, chunk):
    parameters = replace(NOTE, temperature=t)
    names = ("Ann", "Bob", "Cat", "Dan", "Eve")
    words = caption_of(chunk, parameters, labels=names, options=BOTH)
    scores = chunk(parameters).scores
    s = softmax(scores, t) if t else (scores == scores.max(axis=0)).astype(float)
    k = 3
    assert f"the mean of s for {names[k]} over 3\u00a0000 draws is" in words
    half = 1.96 * s[k].std() / 3000**0.5
    largest, entropy = s.max(axis=0).mean(), scipy.special.entr(s).sum(axis=0).mean() / np.log(5)
    told = words[words.index(" is ") :]
    assert float(re.search(r"largest entry (\S+);", told)[1]) == pytest.approx(largest, abs=6e-4)
    assert float(re.search(r"ln K ([\d.]+)\. ", told)[1]) == pytest.approx(entropy, abs=6e-4)
    mean, told_half, p = numbers(told)[:3]
    assert mean == pytest.approx(s[k].mean(), abs=0.06 * half)
    assert p == pytest.approx(NOTE.p[k], abs=6e-4)
    assert told_half == pytest.approx(half, rel=0.06)
    assert "p as t → 0, to 1/5 as t → ∞." in words


def test_where_one_class_has_it_all_nothing_is_claimed_that_is_not_so(chunk):
    words = caption_of(chunk, replace(NOTE, probabilities=(0, 1, 0)))
    assert "for class 1 over 3 000 draws is 1, which is p." in words.replace("\u00a0", " ")
    assert "s is one-hot at every t" in words


def test_one_draw_has_no_margin_of_error(chunk):
    words = caption_of(chunk, replace(NOTE, draws=1))
    assert "over 1 draw is" in words
    assert "(no margin)" in words


@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, (0, 1, 0, 3), (1e-6, 1, 1)])
@pytest.mark.parametrize("t", [0.05, 0.7, 30.0, 1e3, 1e4])
def test_margins_are_right_however_near_to_one_another_the_draws_are(t, p, chunk):
    """Against float64, from 1,000 draws in chunks of any size."""
    parameters = replace(NOTE, probabilities=p, temperature=t, draws=1000)
    s = softmax(chunk(parameters).scores, t)
    parts = [
        ExpectationByTemperature.summarise(Chunk(parameters, start, count, Stages(), Workspace()))
        for start, count in ((0, 137), (137, 863))
    ]
    for k in range(len(p)):
        estimate = estimate_now(parts[0] + parts[1], k, parameters)
        if p[k] > 1e-3:
            half = scipy.stats.t.ppf(0.975, 999) * scipy.stats.sem(s[k])
            assert estimate.value == pytest.approx(s[k].mean(), rel=1e-5)
            assert half * 0.999 < estimate.margin < 1.1 * half + 0.5 / 1000


@pytest.mark.parametrize(
    ("mistake", "t", "n"), [("no-noise", 0.7, 3000), ("none", 1e300, 3000), ("none", 0.7, 1)]
)
def test_draws_that_do_not_differ_have_no_margin(mistake, t, n, chunk):
    parameters = replace(NOTE, mistake=mistake, temperature=t, draws=n)
    assert "±" not in caption_of(chunk, parameters)


@pytest.mark.parametrize(("t", "n"), [(0.05, 100), (1.0, 300), (1e4, 1000)])
def test_the_mean_is_told_to_the_digits_of_its_margin(t, n, chunk):
    parameters = replace(NOTE, temperature=t, draws=n)
    words = caption_of(chunk, parameters)
    mean, half = re.search(r" is (0\.\d+) ± (0\.\d+), which", words).groups()
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
    assert colours == [LIGHT.class_colour(k) for k in (0, 1, 2, 3, 4, 5, 40, 50)]
    means = RelaxedDensity.summarise(chunk(parameters)).mean
    np.testing.assert_array_equal(plot._dots.getData()[1], means[[0, 1, 2, 3, 4, 5, 40, 50]])
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


@pytest.mark.parametrize("farther", [0.0, 0.9, 0.99, 1.1, 1.9, 4.0])
def test_the_caption_compares_with_the_margin_that_it_gives(farther):
    """The mean is off by a multiple of the half-width."""
    parameters = Parameters((0.1, 0.2, 0.7), 0.5, 100)
    half, count = student_95(99) * 0.05 / 99**0.5, len(GRID) + 1
    mean = parameters.p + farther * half * np.array([-0.5, -0.5, 1])
    rest = np.ones(count), np.ones(count)
    squares = 100 * (0.05**2 + mean**2)
    summary = ExpectationSummary(100, 100 * np.tile(mean, (count, 1)), *rest, squares)
    caption = ExpectationByTemperature().caption(summary, parameters)
    assert ("which contains p = 0.7" in caption) == (farther < 1)
    assert ("which misses p = 0.7" in caption) == (farther > 1)


@pytest.mark.parametrize(("classes", "shown"), [(11, 11), (12, 12), (13, 8), (64, 8)])
def test_up_to_twelve_classes_have_a_colour(classes, shown, show, chunk):
    parameters = replace(NOTE, probabilities=LADDER[:classes], draws=100)
    plot = show(NAME, parameters)
    assert len(plot._curves) == shown
    named = len(plot._names.places()) or len(plot.key.shown(10_000)[0]) - 1
    assert named == shown
    assert len(plot._curves.others.getData()[0]) == (classes - shown) * len(GRID)
    assert ("In colour" in caption_of(chunk, parameters)) == (shown < classes)


def test_there_is_room_for_chance_above_the_limits(show):
    """A limit of 0.47 is below 0.5, but not by a tenth."""
    for highest, top in ((0.47, 0.6), (0.44, 0.5)):
        plot = show(NAME, replace(NOTE, probabilities=(highest, 0.3, 0.7 - highest)))
        assert plot._line.getData()[1].tolist() == [0, top]
        assert plot.frame.vb.viewRange()[1] == pytest.approx([-0.05 * top, 1.05 * top])


def test_the_bound_of_single_precision_holds_with_63_rare_classes():
    """It was said to be 1e-6. The law of argmax is summed over all 2^24 noises of float32."""
    x = (np.arange(1, 2**24 + 1) * np.float64(2.0**-24)).astype(np.float32)
    tiny = np.float32(1e-20)
    with np.errstate(divide="ignore"):
        noise = -np.log(-np.log(x + tiny) + tiny).astype(np.float64)
    rare = 1e-12
    # A class wins where its noise exceeds that of the common one by ln(1/p): nearly only at x = 1.
    chance_of_1 = 2.0**-25
    assert noise[-1] > 46
    assert np.sort(noise)[-2] < 16.7 < -np.log(rare)
    off = 63 * (chance_of_1 - rare)
    assert 1e-6 < off < 1e-5
    parameters = Parameters((1, *[rare] * 63), 1, 100, mistake="float32-uniform")
    summary = ExpectationSummary(
        100, np.ones((len(GRID) + 1, 64)), *np.ones((2, len(GRID) + 1)), np.ones(64)
    )
    words = ExpectationByTemperature().caption(summary, parameters)
    assert "p (to within 10⁻⁵)" in words


def test_a_class_whose_p_underflows_still_takes_part_in_s(chunk):
    far = Parameters.from_logits((0, -800), temperature=1000, draws=1000)
    words = caption_of(chunk, far)
    assert "one-hot" not in words
    assert re.search(r"for class 1 over .* is 0\.3100\d* ± 0\.0\d+, which misses p = 0\.", words)
    assert words.endswith("to 1/2 as t → ∞.")
