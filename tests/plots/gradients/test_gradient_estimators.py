import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import scipy.integrate
import scipy.special

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.gradient_sums import GradientSums
from gumbel_gui.core.gradients import inner_p, pull_back, slope
from gumbel_gui.core.losses import FIRST_FOUR, Estimator
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.gradients import estimator_curves, estimator_sums, gradient_estimators
from gumbel_gui.plots.gradients.estimator_key import estimator_line
from gumbel_gui.plots.gradients.estimator_sums import Estimates, GradientProblem, temperatures
from gumbel_gui.plots.gradients.gradient_estimators import GradientEstimators, numbers_of
from gumbel_gui.plots.gradients.shown_sums import shown_sums
from gumbel_gui.plots.words.text import default_labels
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, 0.5, 30_000, 3)
GS, ST, REINFORCE, BASELINE = FIRST_FOUR
WEIGHTS = {"cost": (0.4, -0.7), "distance": (0.2, 0.9)}
each_loss = pytest.mark.parametrize("loss", WEIGHTS)


def summarise(parameters):
    part = Chunk(parameters, 0, parameters.draws, Stages(), Workspace())
    return GradientEstimators.summarise(part)


def numbers(parameters):
    """Return bias and deviation of the estimators, and their paths."""
    return numbers_of(summarise(parameters), parameters)


def caption(parameters):
    words = GradientEstimators().caption(summarise(parameters), parameters)
    return words.replace("\u00a0", "").replace("−", "-")


def moments_of_two(p, t, loss, w, straight):
    """Return ‖E ĝ − ∇F‖ and the standard deviation by quadrature, for two classes.

    s = σ((ln p_0 − ln p_1 + x) / t) of class 0, where x is a logistic difference of two noises;
    the gradient is (d, −d).
    """
    logit = np.log(p[0] / p[1])

    def slopes(s, hard):
        if loss == "cost":
            return w[0] - w[1]
        at = hard if straight else s
        return 2 * (at - w[0]) - 2 * (1 - at - w[1])

    def d(x):
        s = scipy.special.expit((logit + x) / t)
        return s * (1 - s) / t * slopes(s, float(logit + x > 0))

    def density(x):
        return scipy.special.expit(x) * scipy.special.expit(-x)

    def expected(f):
        ends = [-40, *(-logit + t * np.array([-40.0, -10, -2, 0, 2, 10, 40])), 40]
        ends = sorted(set(np.clip(ends, -40, 40)))
        parts = pairwise(ends)
        return sum(scipy.integrate.quad(lambda x: f(x) * density(x), a, b)[0] for a, b in parts)

    mean, square = expected(d), expected(lambda x: d(x) ** 2)
    f = w if loss == "cost" else [(1 - w[0]) ** 2 + w[1] ** 2, w[0] ** 2 + (1 - w[1]) ** 2]
    exact = p[0] * p[1] * (f[0] - f[1])
    return 2**0.5 * abs(mean - exact), (2 * (square - mean**2)) ** 0.5


@each_loss
@pytest.mark.parametrize("t", [0.1, 0.5, 1.0, 5.0])
def test_bias_and_deviation_of_two_classes_are_those_by_quadrature(loss, t):
    """A bias that is wrong by 0.01 at t = 0.5 would be caught, and a deviation wrong by 2 %."""
    p, w = (0.35, 0.65), WEIGHTS[loss]
    shown = numbers(Parameters(p, t, 60_000, 1, loss=loss, weights=w))
    for each in (GS, ST):
        bias, deviation = moments_of_two(p, t, loss, w, each is ST)
        stat = shown.stats[each]
        half = (stat.bias_high - stat.bias_low) / 2
        beyond = max(stat.bias_low - bias, bias - stat.bias_high, 0)
        checks.means(beyond, 0, half / 1.96, what="bias beyond its interval")
        half = (stat.deviation_high - stat.deviation_low) / 2
        checks.means(stat.deviation, deviation, half / 1.96, what="deviation")


def test_reinforce_agrees_with_enumeration():
    """What is shown of it is enumerated, too: nothing scatters."""
    shown = numbers(NOTE)
    p, w = np.array(NOTE.probabilities), np.array(NOTE.loss_weights)
    f = ((np.eye(5) - w) ** 2).sum(axis=1)
    for each, baseline in ((REINFORCE, 0.0), (BASELINE, p @ f)):
        rows = (f - baseline)[:, None] * (np.eye(5) - p)
        exact = p @ rows
        np.testing.assert_allclose(exact, p * (f - p @ f), atol=1e-12)
        deviation = (p @ ((rows - exact) ** 2).sum(axis=1)) ** 0.5
        stat = shown.stats[each]
        assert stat.deviation == pytest.approx(deviation, rel=1e-9)
        assert stat.bias_low == 0


def curves(plot, pane=0):
    """Return lines, interval segments and dots of a pane, by estimator."""
    shown = (plot._bias, plot._deviation)[pane]
    return [
        {each: np.array(item.getData()) for each, item in items.items()}
        for items in (shown._lines, shown._bars, shown._dots)
    ]


def test_curves_show_the_grid_and_the_present_t(show):
    plot, shown = show("gradient_estimators", NOTE), numbers(NOTE)
    lines, bars, dots = curves(plot)
    x = np.sort(np.log10([*temperatures(5), 0.5]))
    for each in (GS, ST):
        np.testing.assert_allclose(lines[each][0], x)
        path = [stat for _, stat in shown.paths[each]]
        np.testing.assert_allclose(lines[each][1], [stat.bias for stat in path])
        ends = [end for stat in path for end in (stat.bias_low, stat.bias_high)]
        top = plot.frame.vb.viewRange()[1][1]
        np.testing.assert_allclose(bars[each][1], np.minimum(ends, top))
        np.testing.assert_allclose(dots[each][:, 0], [np.log10(0.5), shown.stats[each].bias])
        assert dots[each][1, 0] in lines[each][1]
    for each in (REINFORCE, BASELINE):
        stat = shown.stats[each]
        np.testing.assert_allclose(lines[each][1], [stat.bias] * 2)
        assert stat.exact
    lines, _, _ = curves(plot, 1)
    seen = lines[ST][1]
    wanted = [np.log10(stat.deviation) for _, stat in shown.paths[ST]]
    np.testing.assert_allclose(seen, wanted[: len(seen)])
    assert len(seen) == len(wanted)


def test_at_a_t_of_the_grid_curve_and_dot_are_the_same_draws():
    t = temperatures(5)[4]
    parameters = replace(NOTE, temperature=t)
    summary = summarise(parameters)
    known = dict(zip(temperatures(5), summary.grid.pair.sums[::2], strict=True))
    np.testing.assert_array_equal(known[t].total, summary.here.pair.sums[0].total)
    assert len(numbers_of(summary, parameters).paths[GS]) == len(temperatures(5))


def test_what_coincides_is_seen_as_dashes_on_a_line(show):
    plot = show("gradient_estimators", replace(NOTE, loss="cost"))
    for pane in (0, 1):
        lines, _, _ = curves(plot, pane)
        np.testing.assert_array_equal(lines[GS], lines[ST])
    assert [estimator_line(each) for each in (GS, ST)] == ["line", "dashes"]
    items = plot.frame.panes[0].items
    below, above = (items.index(plot._bias._lines[each]) for each in (GS, ST))
    assert below < above
    assert "Gumbel-softmax = straight-through" in caption(replace(NOTE, loss="cost"))
    assert "straight-through" not in caption(NOTE)


@pytest.mark.parametrize(("t", "end"), [(0, 0), (0.001, 0), (1e300, 1), (40, 1)])
def test_beyond_the_axis_there_is_no_dot_and_t_is_at_its_end(t, end, show):
    plot = show("gradient_estimators", replace(NOTE, temperature=t))
    for pane in (0, 1):
        _, _, dots = curves(plot, pane)
        assert all(dot.size == 0 for dot in dots.values())
        x, _ = (plot._bias, plot._deviation)[pane]._now.getData()
        assert set(x) == {plot.frame.vb.viewRange()[0][end]}


@each_loss
@pytest.mark.parametrize("mistake", ["none", "noise-on-p", "normal-noise"])
def test_sums_are_those_of_the_estimates_of_all_draws(loss, mistake, chunk):
    """In double precision, with slopes of p itself where the noise is added to p."""
    w = (0.4, -0.7, 0.2)
    parameters = Parameters((0.2, 0.3, 0.5), 0.7, 500, 2, mistake, loss=loss, weights=w)
    draws = chunk(parameters)
    scores = draws.scores.astype(np.float64)
    s, y = scipy.special.softmax(scores / 0.7, axis=0), scores == scores.max(axis=0)
    inner = inner_p(parameters.mistake, parameters.p)
    assert (inner is not None) == (mistake == "noise-on-p")
    for sums, at in zip(summarise(parameters).here.pair.sums, (s, y), strict=True):
        estimates = pull_back(s, slope(parameters.loss, w, at), 0.7, inner)
        np.testing.assert_allclose(sums.total, estimates.sum(axis=1), rtol=1e-5, atol=1e-5)
        mean = estimates.mean(axis=1, keepdims=True)
        assert sums.scatter == pytest.approx(((estimates - mean) ** 2).sum(), rel=1e-5)


def test_without_noise_the_mean_is_that_of_all_classes_with_a_p():
    """The class that always wins has one loss, but s is soft, and so has a gradient."""
    parameters = Parameters((0.2, 0.3, 0.5), 0.7, 100, 1, "no-noise", loss="cost")
    shown = numbers(parameters)
    w = np.array(parameters.loss_weights)
    s = scipy.special.softmax(np.log(parameters.p) / 0.7)
    estimate = pull_back(s, w, 0.7)
    assert shown.stats[GS].bias == pytest.approx(np.linalg.norm(estimate - shown.problem.exact))
    assert shown.stats[GS].effective_size == math.inf


def test_where_one_class_has_all_of_p_any_draw_shows_that_there_is_no_gradient():
    assert numbers(replace(NOTE, probabilities=(0, 1, 0))).stats[GS].effective_size == math.inf


def test_of_more_than_8_classes_every_second_temperature_is_computed():
    assert temperatures(2) == temperatures(8) == estimator_sums.TEMPERATURES
    assert temperatures(9) == temperatures(64) == estimator_sums.TEMPERATURES[::2]


def sums_of(total, scatter, count=101):
    return GradientSums(count, np.array(total, np.float64), scatter, 0.0)


COSTS = GradientProblem.of(Parameters((0.5, 0.5), 1.0, loss="cost", weights=(1.0, 0.0)))


@pytest.mark.parametrize("loss", ["cost", "distance"])
def test_the_deviation_at_large_t_falls_smoothly(loss):
    """As 1/t² or, of straight-through for the distance, as 1/t, to the last digits of float32."""
    around = [800.0, 999.0, 1000.0, 1001.0, 1e4, 1e6, 1e9]
    for estimator in (GS, ST):
        power = 1 if (loss, estimator) == ("distance", ST) else 2
        found = [numbers(replace(NOTE, temperature=t, loss=loss)).stats[estimator] for t in around]
        assert all(stat.enough for stat in found)
        scaled = [stat.deviation * t**power for stat, t in zip(found, around, strict=True)]
        np.testing.assert_allclose(scaled, scaled[-1], rtol=5e-3)
        np.testing.assert_allclose(scaled[1:4], scaled[2], rtol=1e-4)
        margins = [stat.deviation_high / stat.deviation for stat in found]
        np.testing.assert_allclose(margins, margins[-1], rtol=1e-3)


def test_draws_without_spread_are_enough_only_where_they_must_be_alike():
    none = sums_of((0, 0), 0.0), sums_of((0, 0), 0.0)
    for t, size in ((1e-4, 0), (0.0, math.inf)):
        for stat in COSTS.relaxed_stats(none, t):
            assert stat.effective_size == pytest.approx(size, abs=1)


@pytest.mark.parametrize(("share", "kept"), [(0.9e-12, False), (1.1e-12, True)])
def test_a_gradient_within_rounding_of_the_losses_is_0(share, kept):
    """Of costs that differ by d, with p = 1/2, it has the length d / √8."""
    weights = 1000.0, 1000.0 - 1000 * share * 8**0.5
    problem = GradientProblem.of(Parameters((0.5, 0.5), 1.0, loss="cost", weights=weights))
    assert problem.exact.any() == kept


def test_a_drag_of_t_does_not_compute_the_grid_again(monkeypatch):
    asked = []
    known = estimator_sums.estimates

    def spy(shifted, classes, temperatures, *rest):
        asked.extend(temperatures)
        return known(shifted, classes, temperatures, *rest)

    monkeypatch.setattr(estimator_sums, "estimates", spy)
    stages, work = Stages(), Workspace()
    first = GradientEstimators.summarise(Chunk(NOTE, 0, 3000, stages, work))
    assert len(asked) == len(temperatures(5)) + 1
    asked.clear()
    moved = replace(NOTE, temperature=0.6)
    second = GradientEstimators.summarise(Chunk(moved, 0, 3000, stages, work))
    assert asked == [0.6]
    assert second.grid.pair is first.grid.pair
    for other in (replace(NOTE, loss="cost"), replace(NOTE, probabilities=(1, 2, 3, 4, 5))):
        asked.clear()
        GradientEstimators.summarise(Chunk(other, 0, 3000, stages, work))
        assert len(asked) == len(temperatures(5)) + 1


def test_t_outside_the_exponential_makes_all_temperatures_one():
    summary = summarise(replace(NOTE, mistake="t-outside", temperature=3.0))
    right = summarise(replace(NOTE, temperature=1.0))
    for sums in summary.grid.pair.sums[::2]:
        np.testing.assert_array_equal(sums.total, right.here.pair.sums[0].total)


def parts(cuts, end=NOTE.draws):
    """Return the sum of the summaries of NOTE's draws up to ``end``, cut at some places."""
    ends = [0, *cuts, end]
    found = [
        GradientEstimators.summarise(Chunk(NOTE, a, b - a, Stages(), Workspace()))
        for a, b in pairwise(ends)
    ]
    total = found[0]
    for each in found[1:]:
        total = total + each
    return total


@pytest.mark.parametrize("cuts", [(15_000,), (1,), (29_999,), (1, 2, 3, 10_000)])
def test_sums_of_parts_are_those_of_all(cuts):
    whole, folded = summarise(NOTE), parts(cuts)
    for a, b in zip(whole.grid.pair.sums, folded.grid.pair.sums, strict=True):
        size = np.linalg.norm(a.total) + (a.count * a.scatter) ** 0.5
        assert a.count == b.count
        np.testing.assert_allclose(b.total, a.total, atol=1e-6 * size)
        assert b.scatter == pytest.approx(a.scatter, rel=1e-5)
        # About the mean of each part: a draw that is a part by itself has none.
        assert b.fourth == pytest.approx(a.fourth, rel=0.02)
    assert folded.grid.pair == whole.grid.pair


def test_sums_are_equal_only_if_they_are_of_the_same_draws():
    whole = summarise(NOTE).grid.pair
    total, scatter = (
        Estimates(tuple(replace(e, **{name: getattr(e, name) * 1.001}) for e in whole.sums))
        for name in ("total", "scatter")
    )
    others = [
        summarise(replace(NOTE, seed=4)).grid.pair,
        summarise(replace(NOTE, draws=29_999)).grid.pair,
        summarise(replace(NOTE, loss="cost")).grid.pair,
        summarise(NOTE).here.pair,
        total,
        scatter,
    ]
    assert all(whole != other for other in others)
    assert whole == summarise(NOTE).grid.pair


def test_of_more_draws_bias_and_deviation_are_others():
    few, more = parts((), 15_000), parts((15_000,))
    one, other = (numbers_of(summary, NOTE) for summary in (few, more))
    assert one.stats[GS].bias_high > other.stats[GS].bias_high
    assert one.paths != other.paths
    assert numbers_of(few, replace(NOTE)) is one


@pytest.mark.parametrize("draws", [1, 2, 40])
def test_few_draws_claim_nothing(draws, show):
    few = replace(NOTE, draws=draws)
    unknown = "1 draw is too few" if draws == 1 else f"{draws} draws are too few"
    claims = f"Gumbel-softmax: {unknown} to tell its bias. REINFORCE: bias 0 (exact)."
    dotted = "Dotted: length of the exact gradient ∇F."
    assert caption(few) == f"At t = 0.5, {claims} {dotted}"
    lines, bars, dots = curves(show("gradient_estimators", few))
    assert {each for each, line in lines.items() if line.size} == {REINFORCE, BASELINE}
    assert not any(shown.size for shown in (*bars.values(), *dots.values()))


def test_an_estimate_to_which_few_draws_contribute_is_left_out(show):
    few = replace(NOTE, draws=400)
    lines, _, _ = curves(show("gradient_estimators", few))
    paths = numbers(few).paths
    assert 0 < len(paths[GS]) < len(temperatures(5)) + 1
    assert lines[GS].shape[1] == len(paths[GS])
    assert all(stat.effective_size >= 50 for _, stat in paths[GS])


def test_curves_end_at_the_lowest_place_and_intervals_below_it_are_left_out():
    inside = estimator_curves._inside([(0.0, 1.0), (1.0, -1.0), (2.0, 1.0)], 0.0)
    assert inside == [(0.0, 1.0), (0.5, 0.0)]
    bars = [(0.0, (-5.0, -6.0, -4.0)), (1.0, (-2.0, -4.0, 3.0)), (2.0, (3.0, 2.0, 4.0))]
    assert estimator_curves._segments(bars, (-3.0, 1.0)) == [(1.0, -3.0), (1.0, 1.0)]


@pytest.mark.parametrize(
    ("highest", "end", "gap"),
    [(0.1, 0.12, 0.1), (1.19, 2.2, 1), (2.1, 2.2, 1), (3, 6, 3), (9.9, 12, 10), (1e12, 1.2e9, 1e9)],
)
def test_the_axis_of_the_bias_ends_at_coarse_places(highest, end, gap):
    assert gradient_estimators._top(highest) == pytest.approx((end, gap))


@pytest.mark.parametrize(
    ("deviations", "decades"),
    [
        ([], (-4, 0)),
        ([3.0, 0.2], (-3, 1)),
        ([1e-30], (-9, -5)),
        ([1e30], (5, 9)),
        ([1, 1e-7], (-7, 0)),
    ],
)
def test_the_axis_of_the_deviation_has_whole_decades(deviations, decades):
    assert gradient_estimators._decades(deviations) == decades


def test_the_axes_fit_what_is_shown(show):
    """Of 3 draws nothing is shown, and what is exact is not shown, far apart as it is."""
    few = replace(NOTE, draws=3, weights=(100, 90, 80, 70, 60), estimators=(GS, ST))
    plot, norm = show("gradient_estimators", few), numbers(few).norm
    upper, lower = (pane.vb.viewRange()[1] for pane in plot.frame.panes)
    assert upper[1] == gradient_estimators._top(norm)[0]
    assert lower[1] == 0


def test_powers_of_ten_up_to_1000_are_plain(show):
    plot = show("gradient_estimators", replace(NOTE, weights=(100, 90, 80, 70, 60)))
    texts = {place: text for way in plot._powers._choices for place, text in way}
    assert texts[3] == "1000"
    assert texts[4] == "10⁴"


def test_the_name_of_a_high_line_is_below_it(show):
    sides = set()
    for scale in (1, 1.3, 1.6, 2, 2.5, 3, 4):
        weights = tuple(scale * k for k in range(5))
        plot = show("gradient_estimators", replace(NOTE, loss="cost", weights=weights))
        share = plot._name.pos().y() / plot.frame.vb.viewRange()[1][1]
        assert plot._name.anchor[1] == (0 if share > 0.6 else 1)
        sides.add((share > 0.6, share < 0.9))
    assert (True, True) in sides
    assert (False, True) in sides


def test_the_key_has_short_names_where_there_is_no_room(show):
    plot = show("gradient_estimators", NOTE)
    plot.key.set_names(FIRST_FOUR, ())
    wide, narrow = ([entry.text for entry in plot.key.shown(width)[0]] for width in (600.0, 312.0))
    assert wide == ["Gumbel-softmax", "straight-through", "REINFORCE", "with baseline"]
    assert narrow == ["GS", "ST", "REINFORCE", "+ baseline"]
    plot.key.set_names(FIRST_FOUR, default_labels(5))
    assert plot.key.shown(500.0)[1] == plot.key.shown(315.0)[1] == 0  # closer together
    assert plot.key.shown(290.0)[1] > 0


def test_the_heading_has_no_numbers():
    plot = GradientEstimators()
    few = replace(NOTE, draws=100)
    assert plot.heading(summarise(few), few) == "Bias and standard deviation"


@pytest.mark.parametrize("p", [(0.3, 0.7), NOTE_PROBABILITIES, tuple(range(1, 13))], ids=len)
@each_loss
def test_all_deviations_are_shown_to_their_ends(p, loss, show):
    """The t beyond which Gumbel-softmax hardly varies is the last that is known."""
    parameters = Parameters(p, 0.5, 20_000, 3, loss=loss)
    plot, shown = show("gradient_estimators", parameters), numbers(parameters)
    bottom, high = plot.frame.panes[1].vb.viewRange()[1]
    low = math.ceil(bottom)
    assert high == int(high)
    assert 4 <= high - low <= 8
    lines, _, _ = curves(plot, 1)
    for each in (GS, ST):
        assert len(lines[each][0]) == len(shown.paths[each])
    least = min(line[1].min() for line in lines.values() if line.size)
    assert low <= least
    assert high - low == 4 or least < low + 1


@pytest.mark.parametrize("size", [(320, 170), (340, 290), (365, 700), (1050, 330)], ids=str)
def test_powers_of_ten_have_the_room_they_need(size, show):
    plot = show("gradient_estimators", NOTE)
    view = plot.frame.getViewWidget()
    view.resize(*size)
    view.grab()
    pane = plot.frame.panes[1]
    (ticks,) = pane.axis("left")._tickLevels
    (low, high), height = pane.vb.viewRange()[1], pane.vb.height()
    places = sorted(place for place, _ in ticks)
    each = height / (high - low)
    assert all((b - a) * each >= plot.style.text_size for a, b in pairwise(places))
    step = places[1] - places[0]
    assert step == 1 or (step / 2) * each < 1.5 * plot.style.text_size
    assert {text for place, text in ticks if place == 1} == {"10"}
    (ticks,) = pane.axis("bottom")._tickLevels
    assert [text for _, text in ticks] == ["0.1", "1", "10", "t"]


def test_nothing_is_drawn_beyond_the_pane_or_below_the_name(show):
    """Bars of 64 classes and 3 000 draws go far beyond the axis."""
    many = Parameters(tuple(range(1, 65)), 0.5, 3000, 3)
    plot = show("gradient_estimators", many)
    bottom, top = plot.frame.vb.viewRange()[1]
    shown = plot._bias
    for item in (bar for bar in shown._bars.values() if bar.getData()[0].size):
        x, y = item.getData()
        assert bottom <= y.min()
        assert y.max() <= top
        assert x.max() <= np.log10(20) + 0.1
    assert any(item.getData()[1].max() == top for item in shown._bars.values())


# All ten.


ALL = replace(NOTE, estimators=tuple(Estimator), draws=20_000)
DRAWN = {GS, ST, Estimator.GUMBEL_RAO, Estimator.REBAR}


def by_class(parameters, each):
    """The estimate of each class in row k by enumeration, for those of the class alone."""
    p, w, t = parameters.p, np.array(parameters.loss_weights), parameters.temperature
    f = w if parameters.loss == "cost" else ((np.eye(5) - w) ** 2).sum(axis=1)
    a = np.tile(w, (5, 1)) if parameters.loss == "cost" else 2 * (np.eye(5) - w)

    def through(v, rows):
        return v * (rows - (v * rows).sum(axis=1, keepdims=True))

    if each is Estimator.SOFTMAX_STRAIGHT_THROUGH:
        return through(p, a)
    if each is Estimator.REINMAX:
        middle = (scipy.special.softmax(np.log(p) / t) + np.eye(5)) / 2
        return 2 * through(middle, a) - through(p, a) / 2
    baseline = p @ f if each is BASELINE else 0
    return (f - baseline)[:, None] * (np.eye(5) - p)


@each_loss
def test_what_depends_on_the_class_alone_is_exact(loss):
    """Against enumeration, to 1e-12."""
    parameters = replace(ALL, loss=loss)
    stats, p = numbers(parameters).stats, parameters.p
    exact = numbers(parameters).problem.exact
    some = (Estimator.SOFTMAX_STRAIGHT_THROUGH, Estimator.REINMAX, REINFORCE, BASELINE)
    for each in some:
        rows = by_class(parameters, each)
        mean = p @ rows
        bias = np.linalg.norm(mean - exact)
        deviation = (p @ ((rows - mean) ** 2).sum(axis=1)) ** 0.5
        stat = stats[each]
        assert stat.bias == pytest.approx(bias, abs=1e-12)
        assert stat.deviation == pytest.approx(deviation, rel=1e-12)
        assert stat.error == pytest.approx(np.hypot(bias, deviation), rel=1e-12)
    for each, stat in stats.items():
        assert stat.exact == (each not in DRAWN)
        if stat.exact:
            assert stat.bias_low == stat.bias == stat.bias_high
            assert stat.error_low == stat.error == stat.error_high


def test_where_t_changes_the_classes_what_depends_on_them_alone_is_a_curve_too(show):
    """With the noise added after dividing by t, classes are drawn from p^(1/t)."""
    parameters = replace(NOTE, mistake=Mistake.NOISE_AFTER_T, loss="cost", draws=100)
    plot = show("gradient_estimators", parameters)
    table = plot.table(summarise(parameters), parameters)
    columns = {each.name: np.asarray(each.values) for each in table.columns}
    rows = columns["estimator"] == "REINFORCE"
    p, losses = parameters.p, np.arange(5)
    exact = p * (losses - p @ losses)
    for t, bias in zip(columns["temperature"][rows], columns["bias"][rows], strict=True):
        q = scipy.special.softmax(parameters.log_p / t)
        mean = q * losses - p * (q @ losses)
        assert bias == pytest.approx(np.linalg.norm(mean - exact), abs=1e-12)
    assert rows.sum() == 12
    x, y = plot._bias._lines[REINFORCE].getData()
    assert (len(x), np.ptp(y) > 0.1) == (12, True)


def test_the_error_is_bias_and_deviation_together_and_lies_in_its_interval():
    for stat in numbers(ALL).stats.values():
        assert stat.error == pytest.approx(np.hypot(stat.bias, stat.deviation))
        assert stat.error_low <= stat.error <= stat.error_high
    draws = replace(ALL, draws=2000)
    ends = [numbers(replace(draws, seed=seed)).stats[GS] for seed in range(3)]
    assert len({stat.error for stat in ends}) == 3


def test_sums_are_of_what_is_shown_and_needs_draws():
    for estimators, pair, rao, rebar in (
        (("reinforce", "reinmax"), 0, 0, 0),
        (("straight-through",), 2, 0, 0),
        (("gumbel-rao", "reinforce"), 0, 1, 0),
        (("rebar",), 0, 0, 1),
        (tuple(Estimator), 2, 1, 1),
    ):
        chosen = estimators[0]
        summary = summarise(replace(NOTE, draws=50, estimators=estimators, estimator=chosen))
        for sums, places in ((summary.here, 1), (summary.grid, len(temperatures(5)))):
            found = [len(each.sums) for each in (sums.pair, sums.rao, sums.rebar)]
            assert found == [places * n for n in (pair, rao, rebar)]


@pytest.mark.parametrize(
    ("before", "change", "same"),
    [
        ({}, {"estimators": (GS, ST, "reinmax", "decoupled", "leave-one-out")}, True),
        ({}, {"estimators": (GS,)}, True),  # straight-through is from the same s
        ({}, {"estimator": "reinmax"}, True),
        ({}, {"samples": 9, "eta": 3.0, "backward_temperature": 2.0}, True),
        ({}, {"estimator": "gumbel-rao"}, False),
        ({}, {"estimators": ("reinforce",), "estimator": "reinforce"}, False),
        ({"estimator": "gumbel-rao"}, {"samples": 9}, False),
        ({"estimator": "gumbel-rao"}, {"eta": 3.0}, True),
        ({"estimator": "rebar"}, {"eta": 3.0}, False),
        ({"estimator": "rebar"}, {"samples": 9}, True),
    ],
)
def test_draws_are_summed_anew_only_for_what_needs_them(before, change, same):
    one = replace(NOTE, **before)
    keys = [GradientEstimators.cache_key(each) for each in (one, replace(one, **change))]
    assert (keys[0] == keys[1]) == same


def test_two_plots_share_the_sums_of_a_chunk():
    chunk = Chunk(replace(ALL, draws=500), 0, 500, Stages(), Workspace())
    one, other = (shown_sums(chunk, (0.5, 1.0)) for _ in range(2))
    for name in ("pair", "rao", "rebar"):
        assert getattr(one, name) is getattr(other, name)


def test_the_lower_pane_has_the_error_where_that_is_wanted(show):
    plot = show("gradient_estimators", ALL, options=frozenset({"error"}))
    shown = numbers(ALL)
    lines, _, _ = curves(plot, 1)
    for each in (GS, Estimator.REINMAX):
        wanted = [np.log10(stat.error) for _, stat in shown.paths[each]]
        np.testing.assert_allclose(lines[each][1], wanted)
    assert plot.frame.panes[1].axis("left").labelText == "RMSE"
    assert plot.heading(None, ALL) == "Bias and root mean square error"
    assert "RMSE 0.3" in plot.caption(summarise(ALL), ALL)


def test_only_shown_estimators_have_curves_and_names(show):
    few = replace(NOTE, estimators=(ST, "rebar"), estimator="reinmax")
    plot = show("gradient_estimators", few)
    lines, bars, dots = curves(plot)
    some = {ST, Estimator.REINMAX, Estimator.REBAR}
    assert {each for each, line in lines.items() if line.size} == some
    assert {each for each, dot in dots.items() if dot.size} == some
    assert {each for each, bar in bars.items() if bar.size} == {ST, Estimator.REBAR}
    plot.draw(summarise(NOTE), NOTE)
    lines, _, _ = curves(plot)
    assert {each for each, line in lines.items() if line.size} == {GS, ST, REINFORCE, BASELINE}


def test_the_table_has_the_costs_and_what_is_exact():
    plot, few = GradientEstimators(), replace(ALL, draws=50, samples=6)
    columns = {c.name: np.asarray(c.values) for c in plot.table(summarise(few), few).columns}
    known = dict(
        zip(
            columns["estimator"],
            zip(columns["losses"], columns["slopes"], strict=True),
            strict=True,
        )
    )
    assert known["leave-one-out REINFORCE"] == (6, 0)
    assert known["REBAR"] == (2, 2)
    assert known["Gumbel-Rao"] == known["Gumbel-softmax"] == (0, 1)
    exact = np.isinf(columns["effective_size"])
    assert np.isfinite(columns["error"][exact]).all()
    assert set(columns["estimator"][exact]) == {
        *("softmax straight-through", "decoupled straight-through", "ReinMax", "REINFORCE"),
        *("REINFORCE with baseline", "leave-one-out REINFORCE"),
    }
