import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import scipy.integrate
import scipy.stats
from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QColor, QImage, QPainter

from gumbel_gui.core.draws import CHUNK, Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
from gumbel_gui.plots.samplers.region_sums import (
    RegionSummary,
    boundary,
    duel_share,
    mean_product,
    products,
)
from gumbel_gui.plots.samplers.winning_region import WinningRegion
from gumbel_gui.plots.words.estimates import beside, estimated
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, draws=5000, seed=8, pair=(2, 3))
CASES = {
    "note": NOTE,
    "the other way round": replace(NOTE, pair=(3, 2)),
    "equal classes": replace(NOTE, pair=(4, 1)),
    "steep": Parameters((0.004, 0.996), draws=5000, seed=1),
    "p_i = 0": Parameters((0, 0.4, 0.6), draws=500),
    "p_j = 0": Parameters((0, 0.4, 0.6), draws=500, pair=(2, 0)),
    "both 0": Parameters((0, 0, 0.4, 0.6), draws=500),
    "both 0, the other way round": Parameters((0, 0, 0.4, 0.6), draws=500, pair=(1, 0)),
    "tiny": Parameters((1e-300, 1, 5e-324), draws=500),
    "seven draws": replace(NOTE, draws=7),
    "one draw": replace(NOTE, draws=1),
    "one draw, the other way round": replace(NOTE, draws=1, pair=(3, 2)),
    "64 classes": Parameters(range(1, 65), draws=3000, seed=5, pair=(60, 7)),
}
MISTAKES = {mistake.value: replace(NOTE, mistake=mistake) for mistake in Mistake}
EVERY = {
    **CASES,
    **MISTAKES,
    "equal, no noise": Parameters((1, 1, 1), draws=40, mistake="no-noise", pair=(2, 0)),
    "both 0, noise on p": replace(CASES["both 0"], mistake="noise-on-p"),
}
each_case = pytest.mark.parametrize("parameters", EVERY.values(), ids=EVERY.keys())
SIZES = [(310, 170), (480, 290), (900, 600)]


def winners(draws):
    """Return which of the pair has the larger score, the lower class if they are equal."""
    p_of_pair = np.sort(draws.parameters.pair)
    return p_of_pair[draws.scores[p_of_pair].argmax(axis=0)]


def caption_of(chunk, parameters):
    """Return the caption of a plot of all draws."""
    return WinningRegion().caption(WinningRegion.summarise(chunk(parameters)), parameters)


def redraw(plot, chunk, parameters):
    """Draw other parameters in a plot."""
    plot.draw(plot.summarise(chunk(parameters)), parameters)


def drawn(plot):
    """Return the points of either class, (2, points) each."""
    return [np.array(points.getData()) for points in plot._points]


def resized(plot, size):
    """Show a plot in another size."""
    view = plot.frame.getViewWidget()
    view.resize(*size)
    view.grab()


@each_case
def test_wins_are_those_of_the_scores(parameters, chunk):
    draws = chunk(parameters)
    summary = WinningRegion.summarise(draws)
    won = winners(draws) == parameters.pair[0]
    assert summary.draws == parameters.draws
    assert summary.wins == won.sum()
    first, second = draws.scores[list(parameters.pair)]
    assert summary.ties == (first == second).sum()
    shown = min(parameters.draws, 400)
    np.testing.assert_array_equal(summary.first_wins.values, won[:400])
    assert summary.places.values.shape == (2, shown)


def test_scores_that_are_equal_do_occur_here(chunk):
    """The rule for equal scores is not tested by continuous noise."""
    for name in ("equal, no noise", "both 0", "both 0, the other way round"):
        summary = WinningRegion.summarise(chunk(EVERY[name]))
        assert summary.ties == summary.draws
        assert summary.wins == summary.draws * (EVERY[name].pair == (0, 1))


@each_case
def test_points_are_the_x_of_the_first_draws(parameters, show, chunk):
    draws = chunk(parameters)
    x = draws.uniform[list(parameters.pair), :400].copy()
    plot = show("winning_region", parameters)
    mine = winners(draws)[:400] == parameters.pair[0]
    hidden = np.isneginf(draws.scores[list(parameters.pair)]).all()
    for points, these in zip(drawn(plot), (mine, ~mine), strict=True):
        np.testing.assert_allclose(points, x[:, these & ~hidden], rtol=1e-5, atol=1e-6)
    assert plot._words.isVisible() == hidden


def test_of_the_draws_in_chunks_the_first_ones_are_shown_however_they_are_added_up():
    def part(start, count):
        return WinningRegion.summarise(Chunk(NOTE, start, count, Stages(), Workspace()))

    whole = part(0, 5000)
    a, b, c, d = part(0, 7), part(7, 373), part(380, 3000), part(3380, 1620)
    for total in (a + b + c + d, d + (c + (b + a)), (c + d) + (b + a), (a + b) + (c + d)):
        np.testing.assert_array_equal(total.first_wins.values, whole.first_wins.values)
        np.testing.assert_allclose(total.places.values, whole.places.values, rtol=1e-6)
        assert (total.draws, total.wins, total.ties) == (whole.draws, whole.wins, whole.ties)


def test_right_noise_puts_every_point_on_its_side_and_wrong_noise_does_not(show):
    for mistake in Mistake:
        plot = show("winning_region", replace(NOTE, mistake=mistake, temperature=0.5))
        curve = plot._region.getData()
        below = [y < np.interp(x, *curve) for x, y in drawn(plot)]
        wrong = (~below[0]).sum() + below[1].sum()
        right = mistake in (Mistake.NONE, Mistake.T_OUTSIDE, Mistake.FLOAT32)
        if not mistake.in_half_precision:  # which moves points a little
            assert (wrong <= 1) == right, mistake  # one may lie between curve and chord


@pytest.mark.parametrize(
    "p_of_pair",
    [(0.3, 0.7), (0.7, 0.3), (0.2, 0.2), (0.01, 0.99), (0.99, 0.01), (1e-4, 1.0)],
    ids=str,
)
def test_the_area_under_the_drawn_curve_is_the_share_of_p(p_of_pair, show):
    i, j = p_of_pair
    rise = [max(1 - times * i / j, 0) for times in (1, 10, 40)]
    area, _ = scipy.integrate.quad(lambda x: x ** (j / i), 0, 1, points=rise, limit=200)
    assert area == pytest.approx(i / (i + j), rel=1e-6)
    plot = show("winning_region", Parameters(p_of_pair, draws=10))
    x, y = plot._region.getData()
    assert scipy.integrate.trapezoid(y, x) == pytest.approx(area, abs=1e-4)
    assert np.hypot(np.diff(x), np.diff(y)).max() < 0.04
    inner = (x > 0) & (y > 0)
    np.testing.assert_allclose(np.log(y[inner]) / j, np.log(x[inner]) / i, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(("p_of_pair", "area"), [((0, 0.4), 0), ((0.4, 0), 1), ((5e-324, 1), 0)])
def test_at_its_limits_the_curve_is_an_edge_of_the_square(p_of_pair, area):
    x, y = boundary(*p_of_pair)
    assert scipy.integrate.trapezoid(y, x) == pytest.approx(area, abs=1e-4)
    assert (x[0], x[-1], y[-1]) == (0, 1, 1)
    assert np.isfinite([x, y]).all()


def test_where_no_class_can_win_there_is_neither_curve_nor_region(show, pixels, chunk):
    plot = show("winning_region", CASES["both 0"])
    assert plot._region.getData()[0].size == 0

    def colour(x):
        picture = pixels(plot)  # which lays it out first
        place = plot.frame.vb.mapViewToScene(QPointF(x, 0.2))
        return picture[int(place.y()), int(place.x())]

    assert colour(0.2) == colour(1.05)
    assert plot._words.toPlainText() == "p₀ = p₁ = 0"
    redraw(plot, chunk, replace(NOTE, probabilities=(1, 2, 3, 4), pair=(0, 1)))
    assert not plot._words.isVisible()
    assert colour(0.2) != colour(1.05)


@each_case
def test_sums_are_those_of_the_products_of_the_proof(parameters, chunk):
    draws = chunk(parameters)
    x, p = draws.uniform.astype(np.float64), parameters.p
    total = WinningRegion.summarise(draws).total
    for k in range(len(p)):
        others = np.delete(p, k)
        with np.errstate(divide="ignore", over="ignore", under="ignore"):
            product = np.prod([x[k] ** (q / p[k]) for q in others if q], axis=0) if p[k] else 0 * x
        assert total[k] == pytest.approx(product.sum(), rel=3e-4, abs=1e-6), k


def test_an_x_that_is_rounded_to_1_counts_as_1_unless_the_class_cannot_occur():
    epsilon = np.array([[np.inf, 0.5]] * 4, np.float32)
    total = products(np.array([0, 0.25, 0.75, 1e-300]), epsilon, Workspace())
    x = np.exp(-np.exp(-0.5))
    np.testing.assert_allclose(total, [0, 1 + x**3, 1 + x ** (1 / 3), 1], rtol=1e-6)


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NORMAL])
def test_means_of_the_products_are_p(mistake, chunk):
    """With 65,536 draws the standard error is (1 − p)·√(p / ((2 − p)·n)), by quadrature below."""
    p = np.array((*NOTE_PROBABILITIES, 0.01, 3))
    parameters = Parameters(tuple(p), draws=CHUNK, seed=21, mistake=mistake)
    means = WinningRegion.summarise(chunk(parameters)).total / CHUNK
    for mean, q in zip(means, parameters.p, strict=True):
        power = (1 - q) / q
        first, second = (
            scipy.integrate.quad(lambda x, c=c: x**c, 0, 1)[0] for c in (power, 2 * power)
        )
        assert first == pytest.approx(q)
        error = ((second - first**2) / CHUNK) ** 0.5
        assert error == pytest.approx((1 - q) * (q / (2 - q) / CHUNK) ** 0.5, rel=1e-5)
        checks.means(mean, q, error)
    assert abs(means - parameters.p).max() > 0


@pytest.mark.parametrize("name", ["note", "p_j = 0", "64 classes", "one draw", "tiny"])
def test_bars_are_the_means_beside_p_on_a_scale_that_holds_both(name, show, chunk):
    parameters = CASES[name]
    plot, p = show("winning_region", parameters), parameters.p
    means = WinningRegion.summarise(chunk(parameters)).total / parameters.draws
    opts, bars = plot._bars._bars.opts, plot._bars
    left, unit = bars._left, bars._length / bars.end
    np.testing.assert_allclose(opts["width"], unit * means, atol=1e-12)
    np.testing.assert_allclose(opts["x"] - opts["width"] / 2, left)
    x, y = (ends.reshape(-1, 2) for ends in bars._marks.getData())
    np.testing.assert_allclose(x, left + unit * np.stack([p, p], axis=1))
    np.testing.assert_allclose(y.mean(axis=1), opts["y"])
    np.testing.assert_allclose(opts["y"], 1 - (np.arange(len(p)) + 0.5) / len(p))
    assert max(p.max(), means.max()) <= bars.end
    assert (np.diff(opts["y"]) < -opts["height"][1:]).all()
    low, high = plot.frame.vb.viewRange()[0]
    assert low < 0
    assert 1 < left < left + bars._length < high


@pytest.mark.parametrize(("highest", "end"), [(0.045, 0.05), (0.11, 0.12), (0.38, 0.4), (0.95, 1)])
def test_the_scale_of_the_bars_is_coarse_and_labelled(highest, end, show):
    rest = np.full(40, (1 - highest) / 40)
    plot = show("winning_region", Parameters((highest, *rest), draws=65_000, seed=3))
    texts = [text for _, text in plot.frame.axis("bottom")._tickLevels[0]]
    assert texts == ["0", "0.5\nx of class 0", "1", "0", "\nmean of ∏", f"{end:g}"]


@each_case
@pytest.mark.parametrize("labels", [(), ("Ann", "Bob", "Cy", "Di")], ids=["", "named"])
def test_the_first_sentence_is_true(parameters, labels, chunk):
    draws, plot = chunk(parameters), WinningRegion(labels=labels)
    (i, j), n = parameters.pair, parameters.draws
    first, second = (plot.labels(parameters.classes)[k] for k in (i, j))
    p_i, p_j = parameters.p[[i, j]]
    one, other = (f"p{''.join(chr(0x2080 + int(c)) for c in str(k))}" for k in (i, j))
    words = plot.caption(plot.summarise(draws), parameters).replace("\u00a0", " ")
    start, _, _ = words.partition(" Mean of")
    count = "1 draw" if n == 1 else f"{n:,} draws".replace(",", " ")
    wins, scores = winners(draws) == i, draws.scores[[i, j]]
    if np.isneginf(scores).all():
        assert (
            start == f"Here {first} and {second} have the score −∞ in {count}: {one} = {other} = 0."
        )
        return
    share = duel_share(plot.summarise(draws), parameters)
    assert share.value == wins.mean()
    if n > 1 and p_i > 0 and p_j > 0 and not (scores[0] == scores[1]).all():
        name = f"the area {one}/({one} + {other})"
        area = 100 / (1 + p_j / p_i)
        told = beside(share.times(100), name, area, " %", f" of {count}")
        assert start == f"Here {first} beats {second} in {told}."
        return
    who, _, area = start.partition("; ")
    if (scores[0] == scores[1]).all():
        assert who == f"Here {first} ties with {second} in {count}, and argmax takes the first"
    elif n == 1:
        winner, loser = (first, second) if wins[0] else (second, first)
        assert who == f"Here {winner} beats {loser} in the only draw"
    else:
        told = estimated(share.times(100), " %")
        assert who == f"Here {first} beats {second} in {told} of {count}"
    if p_i > 0 and p_j > 0:
        formula, _, value = area.rpartition(" is ")
        assert formula == f"the area {one}/({one} + {other})"
        assert float(value.removesuffix(" %.")) == pytest.approx(100 * p_i / (p_i + p_j), rel=1e-3)
    else:
        region = {
            (False, True): f"its region is empty, as {one} = 0.",
            (True, False): f"its region is the whole square, as {other} = 0.",
            (False, False): f"there is no region, as {one} = {other} = 0.",
        }
        assert area == region[bool(p_i), bool(p_j)]


@each_case
def test_the_second_sentence_is_true(parameters, chunk):
    i = parameters.pair[0]
    p, x = float(parameters.p[i]), chunk(parameters).uniform[i].astype(np.float64)
    with np.errstate(divide="ignore", over="ignore"):
        value = (x ** ((1 - p) / p)).mean() if p else 0.0
    estimate = mean_product(WinningRegion.summarise(chunk(parameters)), parameters)
    assert estimate.value == pytest.approx(value, rel=1e-4, abs=1e-30)
    words = caption_of(chunk, parameters)
    told = beside(estimate, "p", p)
    assert words.endswith(f"Mean of ∏ = x^((1−p)/p), class {i}: {told}.")
    if estimate.margin:
        exact = scipy.stats.beta(p / (1 - p), 1)  # of x^c, with c = (1 − p)/p
        assert estimate.margin == pytest.approx(1.959964 * exact.std() / parameters.draws**0.5)


@pytest.mark.parametrize("p", [0.004, 0.1, 0.5, 0.9, 1 - 1e-6])
def test_the_margin_of_the_product_follows_from_its_law(p):
    exact = scipy.stats.beta(p / (1 - p), 1)
    least = math.ceil(float(exact.stats("s")) ** 2 / 0.13)
    for n in (max(least - 1, 1), least + 1):
        summary = WinningRegion.summarise(
            Chunk(Parameters((p, 1 - p), draws=n), 0, n, Stages(), Workspace())
        )
        estimate = mean_product(summary, Parameters((p, 1 - p), draws=n))
        assert (estimate.margin is not None) == (n > least)


def test_a_share_that_is_not_all_is_not_called_none(chunk):
    words = caption_of(chunk, CASES["tiny"])
    assert "in 0\u00a0% (95 %: 0 to 0.74\u00a0%) of" in words
    assert "1·10⁻²⁹⁸" in words
    assert "in 100\u00a0% of" in caption_of(chunk, CASES["p_j = 0"])


def test_the_heading_names_the_two_classes(chunk):
    summary = WinningRegion.summarise(chunk(NOTE))
    assert WinningRegion().heading(summary, NOTE) == "class 2 over class 3: winning region"
    named = WinningRegion(labels=("", "", "Ann", "B" * 40))
    assert "Ann over BBBBBBBB…BBBBBBB" in named.heading(summary, NOTE)


def test_key_and_axes_follow_the_pair(show, chunk):
    plot = show("winning_region", NOTE, labels=("Ann", "Bob", "Cy", "Di"))
    for pair, (first, second) in (((2, 3), ("Cy", "Di")), ((1, 4), ("Bob", "class 4"))):
        redraw(plot, chunk, replace(NOTE, pair=pair))
        texts = [entry.text for entry in plot.key.shown(1000)[0]]
        assert texts == [f"{first} wins", f"{second} wins", "tie", "p"]
        assert plot.frame.axis("left").labelText == f"x of {second}"
        assert f"0.5\nx of {first}" in dict(plot.frame.axis("bottom")._tickLevels[0]).values()


@pytest.mark.parametrize("number", [1, 37, 400, 401, 4999])
def test_the_selected_draw_has_a_ring_also_where_no_point_is_shown(number, show, chunk):
    plot = show("winning_region", replace(NOTE, selected=number))
    plot.show_selection(select(replace(NOTE, selected=number)))
    x = chunk(NOTE).uniform[[2, 3], number - 1]
    np.testing.assert_allclose(np.ravel(plot._ring.getData()), x, atol=1e-6)
    plot.show_selection(None)
    assert np.size(plot._ring.getData()) == 0


def test_the_nearest_point_within_reach_is_picked(show, chunk):
    plot = show("winning_region", NOTE)
    x = chunk(NOTE).uniform[[2, 3], :400].astype(np.float64)
    for number in (1, 2, 200, 400):
        place = x[:, number - 1]
        assert plot.pick(*place, (1e-4, 1e-4)) == number
        assert plot.pick(place[0] + 9e-5, place[1], (1e-4, 1e-5)) == number
        assert plot.pick(place[0] + 1.1e-4, place[1], (1e-4, 1e-5)) != number
    rng = np.random.default_rng(1)
    for place in rng.random((50, 2)):
        reach = (0.05, 0.02)
        distance = np.hypot(*((x - place[:, None]) / np.array(reach)[:, None]))
        expected = int(distance.argmin()) + 1 if distance.min() <= 1 else None
        assert plot.pick(*place, reach) == expected
    assert plot.pick(1.4, 0.5, (0.05, 0.05)) is None


def test_nothing_can_be_picked_where_no_points_are_shown(show):
    plot = show("winning_region", CASES["both 0"])
    assert plot.pick(0.5, 0.5, (1.0, 1.0)) is None


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
@pytest.mark.parametrize("pair", [(0, 1), (7, 6), (3, 2)], ids=str)
def test_regions_have_a_faint_shade_of_their_classes_colours(style, pair, show, pixels):
    plot = show("winning_region", Parameters((1,) * 8, draws=1, pair=pair), style)
    picture = pixels(plot)
    for k, place in zip(pair, (QPointF(0.93, 0.05), QPointF(0.05, 0.93)), strict=True):
        scene = plot.frame.vb.mapViewToScene(place)
        seen = QColor(int(picture[int(scene.y()), int(scene.x())]))
        for channel in (QColor.red, QColor.green, QColor.blue):
            ground, full = (channel(QColor(c)) for c in (style.surface, style.class_colour(k)))
            assert channel(seen) == pytest.approx(ground + 0.16 * (full - ground), abs=1.5)


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
def test_points_have_the_colours_and_signs_that_the_key_gives_them(style, show):
    plot = show("winning_region", NOTE, style)
    for points, entry, k in zip(plot._points, plot.key.shown(999)[0], (2, 3), strict=False):
        assert points.opts["brush"].color().name() == entry.colour == style.class_colour(k)
        assert points.opts["symbol"] == {"dot": "o", "diamond": "d"}[entry.glyph]


def test_the_scale_s_number_follows_the_scale(show, chunk):
    plot = show("winning_region", NOTE)
    assert plot.frame.axis("bottom")._tickLevels[0][-1][1] == "0.6"
    redraw(plot, chunk, replace(NOTE, probabilities=(1,) * 5))
    assert plot.frame.axis("bottom")._tickLevels[0][-1][1] == "0.22"


def test_bars_and_their_numbers_make_room_for_names_together(show, chunk):
    plot = show("winning_region", Parameters((1, 2), draws=9), labels=("class 0", "class 1", "Ann"))
    lefts = []
    for p in ((1, 2), (1, 2, 3)):
        redraw(plot, chunk, Parameters(p, draws=9))
        lefts.append(plot.frame.axis("bottom")._tickLevels[0][3][0])
        assert lefts[-1] == plot._bars._axes.getData()[0][0]
    assert lefts[1] > lefts[0]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("labels", [(), tuple(f"a long name {k}" for k in range(64))])
def test_the_words_below_are_whole_and_apart_at_every_size(size, labels, show, qtbot):
    plot = show("winning_region", CASES["64 classes"], labels=labels)
    resized(plot, size)
    axis = plot.frame.axis("bottom")
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setFont(plot.style.font())
    _, _, texts = axis.generateDrawSpecs(painter)
    painter.end()
    assert len(texts) == 6
    room, rows = axis.boundingRect(), {}
    for rect, _, text in texts:
        lines = text.split("\n")
        assert rect.top() + len(lines) * 1.15 * plot.style.text_size < room.bottom()
        for row, line in enumerate(lines):
            half = axis._metrics.horizontalAdvance(line) / 2
            rows.setdefault(row, []).append((rect.center().x() - half, rect.center().x() + half))
    for spans in rows.values():
        spans.sort()
        assert spans[0][0] > room.left()
        assert spans[-1][1] < room.right()
        ends = np.array(spans)
        assert (ends[1:, 0] - ends[:-1, 1] > 4).all()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("classes", [2, 12, 64])
@pytest.mark.parametrize("named", [False, True])
def test_names_of_bars_lie_between_square_and_bars_and_apart(size, classes, named, show):
    labels = tuple(f"a long name {k}" for k in range(classes)) if named else ()
    plot = show("winning_region", Parameters((1,) * classes, draws=100), labels=labels)
    resized(plot, size)
    view, names = plot.frame.vb, plot._bars._names
    square, bars = (view.mapFromView(QPointF(x, 0)).x() for x in (1, plot._bars._left))
    places = names.places()
    assert places
    if classes == 2:
        assert len(places) == 2
    for name, place in places:
        assert square < place.left()
        assert place.right() < bars
        assert names._metrics.horizontalAdvance(name) <= place.width() + 1
        assert place.top() >= 0
        assert place.bottom() <= view.height()
        assert any(c.isalnum() for c in name)
    for (_, upper), (_, lower) in pairwise(places):
        assert lower.top() >= upper.bottom() - 0.5
    if not named:
        step = int(places[1][0])
        assert [int(name) for name, _ in places] == list(range(0, classes, step))


def test_a_rare_win_has_an_interval_that_holds_it():
    """Wald's margin of a few wins covered in 86 %."""
    parameters = Parameters((0.001, 0.999), draws=1000)
    estimate = duel_share(RegionSummary(None, None, 1000, 0, 0, np.zeros(2)), parameters)
    assert (estimate.low, estimate.high) == (0, pytest.approx(0.003682, rel=1e-3))
    without = replace(parameters, mistake="no-noise")
    assert duel_share(RegionSummary(None, None, 1000, 0, 0, np.zeros(2)), without).certain


def test_the_mean_of_the_product_is_told_of_a_class_that_was_not_chosen_by_looking():
    """The margin of one class stood beside the largest gap of all: it covered in 4 % at K = 64."""
    parameters = Parameters(range(1, 65), draws=2000, pair=(60, 7))
    total = np.zeros(64)
    total[60], total[5] = 2000 * parameters.p[60], 2000.0
    words = WinningRegion().caption(RegionSummary(None, None, 2000, 1000, 0, total), parameters)
    assert "Mean of ∏ = x^((1−p)/p), class 60:" in words
    assert words.endswith("which contains p = 0.0293.")
