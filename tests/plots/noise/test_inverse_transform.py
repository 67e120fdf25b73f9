import math
import re
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.estimates import proportion
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
from gumbel_gui.plots.noise.inverse_transform import InverseTransform, TransformSummary
from gumbel_gui.plots.words.estimates import beside

MANY = Parameters((1,) * 8, draws=CHUNK, seed=12)
NOTE = Parameters(NOTE_PROBABILITIES, draws=3000, seed=5, selected=3)
WRONG_NOISE = [m for m in Mistake if not (m.noise_is_nearly_gumbel or m.in_half_precision)]
EXACT = scipy.stats.gumbel_r()


def summary_of(x_counts=None, below=0, above=0, values=1000):
    """Return a summary with so many ε below and above 0, and x as uniform as can be."""
    counts = np.zeros(112, np.int64)
    counts[10], counts[50] = below, above
    if x_counts is None:
        x_counts = np.full(40, values // 40)
    return TransformSummary(np.asarray(x_counts), counts, values)


def bars(outline_along, outline_out, ground):
    """Return the edges and heights of bars, from the outline that was drawn, (n + 1,), (n,)."""
    assert outline_out[0] == outline_out[-1] == ground
    heights = outline_out[1:-1].reshape(-1, 2)
    np.testing.assert_array_equal(heights[:, 0], heights[:, 1])
    along = outline_along.reshape(-1, 2)
    np.testing.assert_array_equal(along[:, 0], along[:, 1])
    return along[:, 0], heights[:, 0] - ground


def histograms(plot):
    """Return edges and lengths in the picture of both histograms, and those of the exact ones."""
    (left, _), (bottom, _) = plot.frame.vb.viewRange()
    x_out, x_along = plot._x_bars.getData()
    along, out = plot._bars.getData()
    return bars(x_along, x_out, left), bars(along, out, bottom)


def looks_of(dots):
    """Return sizes, symbols and brushes of all dots; none where there are none."""
    each = (dots.opts[name] for name in ("size", "symbol", "brush"))
    return each if len(dots.getData()[0]) else ((), (), ())


def marked(plot):
    """Return what is marked: dots as rows (x, y, size, symbol, colour), and paths that are seen."""
    dots = [
        (*spot, brush.color().name())
        for *spot, brush in zip(*plot._dots.getData(), *looks_of(plot._dots), strict=True)
    ]
    paths = [
        (np.array(path.getData()), path.opts["pen"].color().name(), path.opts["pen"].widthF())
        for path in plot._paths
        if path.getData()[0] is not None and len(path.getData()[0])
    ]
    return dots, paths


def test_the_counts_are_those_of_numpy(chunk):
    draws = chunk(MANY)
    summary = InverseTransform.summarise(draws)
    assert summary.values == summary.x_counts.sum() == summary.counts.sum() == 8 * CHUNK
    x = np.histogram(draws.uniform.astype(np.float64), np.linspace(0, 1, 41))[0]
    edges = np.concatenate([[-np.inf], np.linspace(-3, 8, 111), [np.inf]])
    noise = np.histogram(draws.noise.astype(np.float64), edges)[0]
    # In float32 a value within a rounding of an edge may fall on its other side.
    assert np.abs(summary.x_counts - x).sum() <= 8
    assert np.abs(summary.counts - noise).sum() <= 8
    assert summary.counts[-1] > 0
    assert summary.below == pytest.approx((draws.noise < 0).sum(), abs=4)


@pytest.mark.parametrize(
    ("x", "noise", "x_place", "place"),
    [
        (0, -40, 0, 0),
        (0.0249, -3.01, 0, 0),
        (0.0251, -2.99, 1, 1),
        (0.5, -0.001, 20, 30),
        (0.51, 0, 20, 31),
        (0.99999994, 7.99, 39, 110),
        (1, 8.01, 39, 111),
        (1, 46.05, 39, 111),
    ],
)
def test_a_value_is_counted_in_its_bin(x, noise, x_place, place):
    shape = (2, 1)
    draws = SimpleNamespace(
        parameters=NOTE,
        uniform=np.full(shape, x, np.float32),
        noise=np.full(shape, noise, np.float32),
        work=Workspace(),
    )
    summary = InverseTransform.summarise(draws)
    assert summary.x_counts.shape == (40,)
    assert summary.counts.shape == (112,)
    assert summary.x_counts[x_place] == summary.counts[place] == summary.values == 2
    assert summary.below == (2 if noise < 0 else 0)


@pytest.mark.parametrize("mistake", [Mistake.NONE, *WRONG_NOISE])
@pytest.mark.parametrize("draws", [1, 40, 3000])
def test_both_histograms_are_densities_on_one_scale_with_the_exact_ones(
    mistake, draws, show, chunk
):
    parameters = Parameters((1, 2, 3), draws=draws, seed=2, mistake=mistake)
    plot, part = show("inverse_transform", parameters), chunk(parameters)
    (left, _), (bottom, _) = plot.frame.vb.viewRange()
    (x_edges, x_lengths), (edges, lengths) = histograms(plot)
    np.testing.assert_allclose(x_edges, np.arange(41) / 40, atol=1e-12)
    np.testing.assert_allclose(edges, np.arange(-30, 81) / 10, atol=1e-12)
    out, along = plot._x_exact.getData()
    np.testing.assert_array_equal(along, [0, 0, 1, 1])
    x_unit = out[1] - left
    np.testing.assert_allclose(out, [left, left + x_unit, left + x_unit, left])
    e, curve = plot._exact.getData()
    assert (e[0], e[-1]) == (-3, 8)
    assert np.diff(e).max() < 0.06
    unit = (curve.max() - bottom) * math.e  # the exact density is 1/e at its highest
    np.testing.assert_allclose(curve - bottom, EXACT.pdf(e) * unit, atol=1e-12)
    n = 3 * draws
    x = np.histogram(part.uniform.astype(np.float64), x_edges)[0] * 40 / n
    noise = np.histogram(part.noise.astype(np.float64) + 1e-9, edges)[0] * 10 / n
    np.testing.assert_allclose(x_lengths, x * x_unit, atol=1e-9)
    np.testing.assert_allclose(lengths, noise * unit, atol=1e-9)


@pytest.mark.parametrize("mistake", [Mistake.NONE, *WRONG_NOISE])
@pytest.mark.parametrize("draws", [1, 40, 3000, 30_000])
def test_histograms_fill_their_strips_and_stay_in_them(mistake, draws, show):
    plot = show("inverse_transform", Parameters((1, 2), draws=draws, seed=4, mistake=mistake))
    (_, x_lengths), (_, lengths) = histograms(plot)
    (left, _), (bottom, _) = plot.frame.vb.viewRange()
    assert 0.35 * (-3 - left) < x_lengths.max() < 0.9 * (-3 - left)
    assert -0.35 * bottom < lengths.max() < -0.9 * bottom
    assert plot._exact.getData()[1].max() < -0.04
    assert plot._x_exact.getData()[0].max() < -3.1


def test_scales_of_the_histograms_change_in_coarse_steps(show, chunk):
    plot, scales = show("inverse_transform", NOTE), set()
    for draws in range(1, 400, 3):
        for mistake in (Mistake.NONE, Mistake.NO_NOISE, Mistake.UNIFORM):
            parameters = replace(NOTE, draws=draws, selected=0, mistake=mistake)
            plot.draw(plot.summarise(chunk(parameters)), parameters)
            (left, _), (bottom, _) = plot.frame.vb.viewRange()
            x_unit = plot._x_exact.getData()[0].max() - left
            unit = (plot._exact.getData()[1].max() - bottom) * math.e
            scales.add((x_unit.round(9), unit.round(9)))
            # The histograms are drawn on the scale that the exact curves are on.
            (_, x_lengths), (_, lengths) = histograms(plot)
            assert x_lengths.sum() == pytest.approx(40 * x_unit)
            assert lengths.sum() == pytest.approx(10 * unit, rel=0.1)
    for each in map(sorted, map(set, zip(*scales, strict=True))):
        # Each is a tenth longer than the next: far fewer than the 402 pictures.
        assert (np.divide(each[1:], each[:-1]) > 1.1).all()
        assert len(each) <= 12


def test_the_curve_is_the_cdf(show):
    plot = show("inverse_transform", NOTE)
    exact = [item for item in plot.frame.items if item.opts.get("pen") and _is_exact(item)]
    assert exact[:2] == [plot._x_exact, plot._exact]
    (cdf,) = exact[2:]
    e, x = cdf.getData()
    assert (e[0], e[-1]) == (-3, 8)
    assert np.diff(e).max() < 0.06
    np.testing.assert_allclose(x, EXACT.cdf(e), rtol=1e-9, atol=1e-15)
    np.testing.assert_allclose(-np.log(-np.log(x[20:])), e[20:], atol=1e-8)


def _is_exact(item):
    return getattr(item, "opts", {}).get("pen").color().name() == LIGHT.mark


def test_ticks_are_only_where_values_are(show):
    plot = show("inverse_transform", NOTE)
    for side, low, high in (("bottom", -3, 8), ("left", 0, 1)):
        (ticks,) = plot.frame.axis(side)._tickLevels
        places = [place for place, _ in ticks]
        assert low <= min(places) <= low + 1
        assert max(places) == high
        assert [float(text.replace("−", "-")) for _, text in ticks] == places


@pytest.mark.parametrize("number", [1, 2, 3, 77, 3000])
def test_a_marked_draw_goes_to_the_curve_and_down(number, show):
    selection = select(replace(NOTE, selected=number))
    plot = show("inverse_transform", NOTE)
    plot.show_selection(selection)
    dots, paths = marked(plot)
    (left, _), (bottom, _) = plot.frame.vb.viewRange()
    assert len(dots) == len(paths) == 5
    assert abs(selection.noise).max() < 8
    seen = {colour: (x, y, size) for x, y, size, _, colour in dots}
    lines = {colour: (points, width) for points, colour, width in paths}
    for k in range(5):
        colour = LIGHT.class_colour(k)
        e, x, size = seen[colour]
        assert (e, x) == pytest.approx((selection.noise[k], selection.x[k]))
        assert x == pytest.approx(EXACT.cdf(e), abs=1e-6)
        points, width = lines[colour]
        np.testing.assert_allclose(points, [[left, e, e], [x, x, bottom]])
        wins = k == selection.winner
        assert wins == (size == max(dot[2] for dot in dots))
        assert wins == (width == max(path[2] for path in paths))
    # The winner is painted last, over all others.
    assert dots[-1][4] == LIGHT.class_colour(selection.winner)
    assert paths[-1][1] == LIGHT.class_colour(selection.winner)
    assert {dot[3] for dot in dots} == {"o"}
    plot.show_selection(None)
    assert marked(plot) == ([], [])


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
@pytest.mark.parametrize(("classes", "lines"), [(2, 2), (12, 12), (13, 4), (64, 4)])
def test_of_many_classes_only_those_that_nearly_win_have_lines(classes, lines, style, show):
    parameters = Parameters(range(1, classes + 1), draws=500, selected=8, seed=1)
    selection = select(parameters)
    plot = show("inverse_transform", parameters, style)
    plot.show_selection(selection)
    dots, paths = marked(plot)
    assert len(dots) == classes
    assert len(paths) == lines
    colours = [style.class_colour(k) for k in np.argsort(selection.scores)]
    assert [dot[4] for dot in dots] == colours
    assert [path[1] for path in paths] == colours[-lines:]
    sizes = [dot[2] for dot in dots]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == (3 if classes > lines else 2)
    # Marking another draw of fewer classes leaves none of these behind.
    plot.show_selection(select(replace(NOTE, selected=1)))
    assert [len(part) for part in marked(plot)] == [5, 5]


@pytest.mark.parametrize("mistake", WRONG_NOISE)
def test_wrong_noise_is_marked_off_the_curve(mistake, show):
    parameters = replace(NOTE, mistake=mistake)
    selection = select(parameters)
    plot = show("inverse_transform", parameters)
    plot.show_selection(selection)
    dots, paths = marked(plot)
    places = {(x, y) for x, y, *_ in dots}
    assert places == {
        (float(e), float(x)) for e, x in zip(selection.noise, selection.x, strict=True)
    }
    assert max(abs(y - EXACT.cdf(x)) for x, y in places) > 0.05
    corners = {tuple(points[:, 1]) for points, *_ in paths}
    assert corners == places


@pytest.mark.parametrize(
    ("noise", "place", "symbol"),
    [(8.5, 8, "t2"), (46.05, 8, "t2"), (np.inf, 8, "t2"), (-3.2, -3, "t3"), (-40, -3, "t3")],
)
def test_what_lies_beyond_points_there_and_does_not_come_down(noise, place, symbol, show):
    selection = replace(select(NOTE), noise=np.array([noise, 0, 1, 2, 3], np.float32), winner=0)
    plot = show("inverse_transform", NOTE)
    plot.show_selection(selection)
    dots, paths = marked(plot)
    assert dots[-1][0] == place
    assert [dot[3] for dot in dots] == ["o"] * 4 + [symbol]
    assert [len(points[0]) for points, *_ in paths] == [3] * 4 + [2]
    x = selection.x[0]
    np.testing.assert_allclose(paths[-1][0], [[plot.frame.vb.viewRange()[0][0], place], [x, x]])


def test_values_at_the_ends_of_the_axes_are_inside(show):
    selection = replace(
        select(NOTE),
        noise=np.array([-3, 8, 0, 0, 0], np.float32),
        x=np.array([0, 1, 0.5, 0.5, 0.5], np.float32),
    )
    plot = show("inverse_transform", NOTE)
    plot.show_selection(selection)
    dots, paths = marked(plot)
    assert {dot[3] for dot in dots} == {"o"}
    assert all(points.shape == (2, 3) for points, *_ in paths)


@pytest.mark.parametrize("mistake", Mistake)
@pytest.mark.parametrize("parameters", [MANY, NOTE, Parameters((1, 2), draws=150)])
def test_the_sentence_is_true(mistake, parameters, chunk):
    draws = chunk(replace(parameters, mistake=mistake))
    x, noise = draws.uniform.astype(np.float64), draws.noise
    n = x.size
    words = (
        InverseTransform()
        .caption(InverseTransform.summarise(draws), draws.parameters)
        .replace("\u00a0", "")
    )
    kept = rf"{n} values: χ² over 40 bins does not reject uniform x \(p-value ([\d.]+), threshold"
    p_value = scipy.stats.chisquare(np.histogram(x, np.linspace(0, 1, 41))[0]).pvalue
    assert float(re.match(kept, words)[1]) == pytest.approx(p_value, rel=0.06)
    assert p_value > 0.01
    share = proportion(int((noise < 0).sum()), n)
    told = "0, not 1/e = 0.368"
    if mistake is Mistake.T_IN_LOGARITHMS and parameters.temperature > 2.15:  # ln(1 + t) < t − 1
        told = "1, not 1/e = 0.368"
    elif mistake not in (Mistake.NO_NOISE, Mistake.UNIFORM) and share.value > 0:
        told = beside(share, "1/e", math.exp(-1)).replace("\u00a0", "")
    assert words.endswith(f"Share of ε below 0: {told}.")
    assert ("which contains 1/e" in words) == (mistake not in WRONG_NOISE)


def test_right_noise_lies_below_zero_as_often_as_it_should(chunk):
    """Fixed seed; of fresh seeds 6 in 10⁷ fail; a share that is off by 0.0034 or more is caught."""
    summary = InverseTransform.summarise(chunk(MANY))
    share = math.exp(-1)
    error = math.sqrt(share * (1 - share) / summary.values)
    assert abs(summary.below / summary.values - share) < 5 * error
    assert 10 * error < 0.007


@pytest.mark.parametrize(
    ("shift", "verdict"),
    [(0, "does not reject"), (165, "does not reject"), (190, "rejects")],
)
def test_x_that_is_not_uniform_is_called_so(shift, verdict):
    counts = np.full(40, 1000)
    counts[0] += shift
    counts[1] -= shift
    p_value = scipy.stats.chisquare(counts).pvalue
    words = InverseTransform().caption(summary_of(counts, 368, 632, 40_000), NOTE)
    assert verdict in words
    assert (p_value < 0.01) == (verdict == "rejects")
    assert float(re.search(r"p-value ([\d.]+)", words)[1]) == pytest.approx(p_value, rel=0.08)
    assert "threshold 0.01" in words
    assert ("is missed every second time" in words) == (p_value >= 0.01)


def test_a_very_small_p_value_is_given_as_a_bound():
    counts = np.zeros(40, np.int64)
    counts[3] = 10**6
    words = InverseTransform().caption(summary_of(counts, 10, 10, 10**6), NOTE)
    assert "rejects uniform x (p-value < 0.0001, threshold 0.01)" in words


@pytest.mark.parametrize(("values", "enough"), [(2, False), (199, False), (200, True)])
def test_too_few_values_are_not_tested(values, enough):
    counts = np.bincount(np.arange(values) % 40, minlength=40)
    words = InverseTransform().caption(summary_of(counts, 1, values - 1, values), NOTE)
    assert ("does not reject" in words) == enough
    assert ("too few" in words) == (not enough)


def test_a_summary_adds_up(chunk):
    first, second = (
        InverseTransform.summarise(chunk(replace(NOTE, seed=seed, selected=0))) for seed in (1, 2)
    )
    both = first + second
    assert both.values == 2 * first.values
    np.testing.assert_array_equal(both.x_counts, first.x_counts + second.x_counts)
    np.testing.assert_array_equal(both.counts, first.counts + second.counts)
    assert both.below == first.below + second.below


@pytest.mark.parametrize(
    ("mistake", "pdf"),
    [("none", "exact pdf"), ("float32-uniform", "exact pdf"), ("normal-noise", "Gumbel pdf")],
)
def test_the_pdf_is_called_exact_only_of_gumbel_noise(mistake, pdf, show, summary_of):
    parameters = Parameters((0.3, 0.7), draws=100, mistake=mistake)
    plot = show("inverse_transform", parameters)
    assert [entry.text for entry in plot.key.shown(480)[0]][-1] == pdf
    table = plot.table(summary_of(plot, parameters), parameters)
    assert pdf in {column.heading for column in table.columns}
