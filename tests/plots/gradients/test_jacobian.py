import re
from dataclasses import replace

import numpy as np
import pytest
import scipy.special

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.kernels import products
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.gradients.jacobian import Jacobian
from gumbel_gui.plots.gradients.jacobian_sums import (
    TINY,
    draw_slopes,
    mean_slopes,
    steepest_slope,
)
from gumbel_gui.plots.look.style import LIGHT
from gumbel_gui.plots.sums import FirstDraws

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 500, 5)
LADDER = tuple(range(1, 65))


def soft(log_p, noise, t, mistake=Mistake.NONE):
    """Return s (K, ...) of logits (K,) that move freely, and noise (K, ...), by SciPy."""
    on_p = mistake is Mistake.NOISE_ON_P
    start = scipy.special.softmax(log_p) if on_p else scipy.special.log_softmax(log_p)
    start = start.reshape(-1, *[1] * (noise.ndim - 1))
    g = start + noise
    if mistake is Mistake.T_OUTSIDE:
        return (np.exp(g) / t) / (np.exp(g) / t).sum(axis=0)
    if mistake is Mistake.NOISE_AFTER_T:
        return scipy.special.softmax(start / t + noise, axis=0)
    if mistake is Mistake.T_IN_LOGARITHMS:
        return scipy.special.softmax(g, axis=0)
    return scipy.special.softmax(g / t, axis=0)


def differences(log_p, noise, t, mistake=Mistake.NONE, step=1e-4):
    """Return ∂s_i/∂ln p_j (K, K, ...) by central differences."""
    columns = []
    for j in range(len(log_p)):
        moved = np.zeros(len(log_p))
        moved[j] = step
        high, low = (soft(log_p + sign * moved, noise, t, mistake) for sign in (1, -1))
        columns.append((high - low) / (2 * step))
    return np.stack(columns, axis=1)


def noise_of(draws):
    """Return what is added to ln p or p, (K, n); in half precision with what g is rounded by."""
    if not draws.parameters.mistake.in_half_precision:
        return draws.noise.astype(np.float64)
    return draws.scores.astype(np.float64) - np.log(draws.parameters.p)[:, None]


def default(scores):
    """Return the number of the draw that is shown without a selection: a close contest."""
    first, second = np.sort(scores[:, :48], axis=0)[:-3:-1]
    return int((first - second).argmin()) + 1


def shown(plot):
    """Return the three matrices (K, K) and the three columns (K,) that are drawn."""
    cells = [each._cells for each in plot._maps]
    return [each.matrix for each in cells], [each.column for each in cells]


@pytest.mark.parametrize("mistake", Mistake)
@pytest.mark.parametrize("t", [0.4, 1.0, 5.0])
def test_the_matrices_are_finite_differences(mistake, t, show, chunk):
    parameters = replace(NOTE, temperature=t, mistake=mistake)
    plot = show("jacobian", parameters)
    draws = chunk(parameters)
    noise = noise_of(draws)
    exact = differences(np.log(parameters.p), noise, t, mistake)
    # Scores are in single precision: they are wrong by up to 1e-6, slopes by 1e-6 / t².
    for number in (None, 1, 7, 499, None):
        plot.show_selection(number and select(replace(parameters, selected=number)))
        at = (number or default(draws.scores)) - 1
        (argmax, softmax, through), (hard, s, forward) = shown(plot)
        np.testing.assert_array_equal(argmax, 0)
        assert plot._maps[0]._head.choices[0] == "0 almost everywhere"
        np.testing.assert_allclose(softmax, exact[..., at], rtol=0, atol=1e-5)
        np.testing.assert_array_equal(through, softmax)
        drawn = soft(np.log(parameters.p), noise[:, at], t, mistake)
        np.testing.assert_allclose(s, drawn, rtol=0, atol=1e-5)
        np.testing.assert_array_equal(hard, drawn == drawn.max())
        np.testing.assert_array_equal(forward, hard)
        assert plot._maps[1]._outlined == (number is not None)


@pytest.mark.parametrize("mistake", Mistake)
@pytest.mark.parametrize("t", [0.4, 1.0, 5.0])
def test_the_mean_is_the_slope_of_the_mean(mistake, t, show, chunk):
    parameters = replace(NOTE, temperature=t, mistake=mistake, draws=3000)
    plot = show("jacobian", parameters, options=frozenset({"mean"}))
    noise, log_p = noise_of(chunk(parameters)), np.log(parameters.p)
    for _ in range(2):
        (_, softmax, through), (hard, s, forward) = shown(plot)
        exact = differences(log_p, noise, t, mistake).mean(axis=-1)
        np.testing.assert_allclose(softmax, exact, rtol=0, atol=3e-6)
        np.testing.assert_array_equal(through, softmax)
        np.testing.assert_allclose(s, soft(log_p, noise, t, mistake).mean(axis=1), atol=1e-6)
        first = soft(log_p, noise, t, mistake).argmax(axis=0)
        np.testing.assert_allclose(hard, np.bincount(first, minlength=5) / 3000)
        np.testing.assert_array_equal(forward, hard)
        plot.show_selection(select(replace(parameters, selected=7)))  # changes nothing


@pytest.mark.parametrize("t", [0, 1e-300, 1e-3, 0.05, 1, 1e3, 1e300])
@pytest.mark.parametrize("option", [(), ("mean",)])
def test_slopes_are_finite_and_have_the_right_signs_at_any_temperature(t, option, show):
    for p in ((0, 0.5, 0, 0.5), NOTE_PROBABILITIES, LADDER, (0, 0, 1, 0), (1e-300, 1, 5e-324)):
        parameters = replace(NOTE, probabilities=p, temperature=t)
        plot = show("jacobian", parameters, options=frozenset(option))
        _, softmax, _ = shown(plot)[0]
        assert np.isfinite(softmax).all()
        off = softmax - np.diag(np.diag(softmax))
        assert (np.diag(softmax) >= 0).all()
        assert (off <= 0).all()
        np.testing.assert_allclose(softmax.sum(axis=1), 0, atol=1e-9 * abs(softmax).max())
        for k in np.flatnonzero(parameters.p == 0):
            assert not softmax[k].any()
            assert not softmax[:, k].any()
        if t == 0:
            assert not softmax.any()


def test_ties_at_tiny_temperatures_are_finite(show, chunk):
    for option in ((), ("mean",)):
        parameters = Parameters((1, 1, 1), 1e-300, 10, mistake="no-noise")
        plot = show("jacobian", parameters, options=frozenset(option))
        _, softmax, _ = shown(plot)[0]
        np.testing.assert_allclose(softmax, 1e300 * (np.eye(3) / 3 - 1 / 9), rtol=1e-6)
        assert plot._maps[1]._cells.scale == pytest.approx(2.5e299)
        assert "steepest slope 2.22·10²⁹⁹," in plot.caption(
            plot.summarise(chunk(parameters)), parameters
        )


@pytest.mark.parametrize(("classes", "draws"), [(5, 2000), (2, 511), (3, 512), (64, 1025), (4, 1)])
def test_products_are_those_of_double_precision(classes, draws):
    rng = np.random.default_rng(3)
    s = scipy.special.softmax(8 * rng.gumbel(size=(classes, draws)), axis=0).astype(np.float32)
    s[:, 0] = np.eye(classes)[0]
    before = s.copy()
    exact = s.astype(np.float64) @ s.astype(np.float64).T
    found = products(s, TINY)
    np.testing.assert_allclose(found, exact, rtol=1e-6, atol=1e-18 * draws)
    np.testing.assert_array_equal(found, found.T)
    np.testing.assert_array_equal(s, before)


def test_products_of_one_hot_vectors_are_exactly_0():
    s = np.eye(3, dtype=np.float32)[:, np.arange(700) % 3]
    np.testing.assert_array_equal(products(s, TINY), np.diag([234, 233, 233]))


def test_tiny_entries_count_as_0_as_products_of_them_would_be_slow():
    s = np.repeat(np.float32([[1], [1e-19], [1e-30], [1e-3], [1e-18]]), 600, axis=1)
    found = products(s, TINY) / 600
    assert not found[1:3].any()
    np.testing.assert_allclose(found[0, 3:], [1e-3, 8.9e-19], rtol=1e-6)


def test_sums_are_bit_equal_on_any_number_of_threads():
    parameters = replace(NOTE, draws=300_000)
    found = []
    for threads in (1, 2, 4):
        with Engine(threads) as engine:
            found.append(engine.summarise(parameters, {"it": Jacobian.summarise})["it"])
    for other in found[1:]:
        np.testing.assert_array_equal(other.products, found[0].products)
        np.testing.assert_array_equal(other.scores.values, found[0].scores.values)
        assert other.draws == 300_000


def test_the_earlier_draw_is_kept(chunk):
    one, two = (Jacobian.summarise(chunk(replace(NOTE, seed=seed))) for seed in (1, 2))
    late = replace(two, scores=replace(two.scores, start=500))
    for total in (one + late, late + one):
        np.testing.assert_array_equal(total.scores.values, one.scores.values)
        assert total.scores.start == 0
        assert total.draws == 1000
        assert total.counts.sum() == 1000


def test_the_mean_of_more_draws_is_another_one(chunk):
    few = Jacobian.summarise(Chunk(NOTE, 0, 100, Stages(), Workspace()))
    all_draws = Jacobian.summarise(chunk(NOTE))
    one, other = (mean_slopes(summary, NOTE) for summary in (few, all_draws))
    assert (one.matrix != other.matrix).any()
    assert mean_slopes(few, replace(NOTE)) is one
    assert mean_slopes(few, replace(NOTE, temperature=3)) is not one
    first = draw_slopes(few, NOTE, None)
    assert draw_slopes(few, replace(NOTE), None) is first
    assert draw_slopes(few, NOTE, select(replace(NOTE, selected=3))) is not first


@pytest.mark.parametrize("mistake", Mistake)
@pytest.mark.parametrize("t", [0, 1e-300, 0.01, 0.3, 1, 10, 1e300])
@pytest.mark.parametrize("option", [(), ("mean",)])
def test_the_sentence_is_true(mistake, t, option, chunk):
    labels = ("Ann", "Bob", "Cat", "Dan", "Eve")
    for seed in range(4):
        parameters = replace(NOTE, temperature=t, mistake=mistake, seed=seed)
        plot = Jacobian(LIGHT, labels, frozenset(option))
        draws = chunk(parameters)
        summary = plot.summarise(draws)
        slopes = plot._slopes(summary, parameters).matrix
        words = plot.caption(summary, parameters).replace("\u00a0", " ")
        shown_one = default(draws.scores)
        winner = labels[int(draws.scores[:, shown_one - 1].argmax())]
        subject = f"Draw {shown_one} ({winner}), the least decided of the first 48: "
        assert words.startswith("Mean of 500 draws: " if option else subject)
        if not slopes.any():
            assert "steepest" not in words
            assert ("t = 0" in words) == (t == 0 and mistake is not Mistake.T_OUTSIDE)
            continue
        found = re.search(r"steepest slope (−?[\d.]+)(?:·10(\S+))?, s of (\w+) by (.*?)\. ", words)
        value = float(found[1].replace("−", "-"))
        if found[2]:
            power = found[2].translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
            value = float(f"{value}e{power}")
        i = labels.index(found[3])
        j = i if found[4] == "its own ln p" else labels.index(found[4].removeprefix("ln p of "))
        assert value == pytest.approx(slopes[i, j], rel=0.006)
        assert abs(slopes[i, j]) == abs(slopes).max()
        zero = np.allclose(slopes.sum(axis=1), 0, rtol=0, atol=1e-9 * abs(slopes).max())
        assert zero
        assert words.count("ows sum to 0") == 1
        assert ("slopes of p itself" in words) == (mistake is Mistake.NOISE_ON_P)


@pytest.mark.parametrize("p", [(0, 1, 0), (1e-300, 1, 1e-300)])
@pytest.mark.parametrize("option", [(), ("mean",)])
def test_a_p_that_is_one_hot_is_not_moved_by_logits_although_s_is_soft(p, option, show, chunk):
    for t in (0.5, 1e300):
        parameters = Parameters(p, t, 100, mistake="noise-on-p")
        plot = show("jacobian", parameters, options=frozenset(option))
        (_, softmax, _), (_, s, _) = shown(plot)
        assert abs(softmax).max() < 1e-299
        np.testing.assert_allclose(softmax.sum(axis=1), 0, atol=1e-14 * abs(softmax).max())
        assert s.min() > 0
        if not softmax.any():
            assert ": p is one-hot to the last digit" in plot.caption(
                plot.summarise(chunk(parameters)), parameters
            )


def test_the_caption_is_about_the_marked_draw(show, chunk):
    plot = show("jacobian", NOTE)
    summary = plot.summarise(chunk(NOTE))
    plot.draw(summary, NOTE)
    plot.show_selection(select(replace(NOTE, selected=12)))
    assert plot.caption(summary, NOTE).startswith("Draw 12 (class ")
    assert "softmax, draw 12" in plot._maps[1]._title.choices
    plot.draw(summary, NOTE)
    words = plot.caption(summary, NOTE)
    assert words.startswith(f"Draw {default(chunk(NOTE).scores)} (class ")
    assert "the least decided of the first 48" in words


def test_a_mark_that_stays_is_not_drawn_again(show, monkeypatch):
    plot, selection = show("jacobian", NOTE), select(replace(NOTE, selected=12))
    plot.show_selection(selection)
    drawn = []
    monkeypatch.setattr(plot, "_show", lambda: drawn.append(1))
    plot.show_selection(selection)
    assert not drawn
    plot.show_selection(None)
    assert drawn


def test_a_marked_draw_has_an_outline(show, pixels):
    plot = show("jacobian", NOTE)
    plain = pixels(plot)
    plot.show_selection(select(replace(NOTE, selected=1)))  # the draw that was shown
    assert (pixels(plot) != plain).any()


def test_draws_have_their_numbers():
    one, ten = (Jacobian.summarise(Chunk(NOTE, 60, n, Stages(), Workspace())) for n in (1, 10))
    words = Jacobian().caption(one, NOTE)
    assert words.startswith("Draw 61 (class ")
    assert "least" not in words
    number = 60 + default(ten.scores.values)
    assert Jacobian().caption(ten, NOTE).startswith(f"Draw {number} (class ")


@pytest.mark.parametrize("t", [0.1, 0.5, 2.0])
def test_without_a_selection_a_draw_is_shown_whose_slopes_can_be_seen(t, show):
    """The first draw has slopes of at most 0.07 of the scale at the note's p and t = 0.1."""
    for seed in range(5):
        plot = show("jacobian", replace(NOTE, temperature=t, seed=seed))
        cells = plot._maps[1]._cells
        assert abs(cells.matrix).max() > 0.5 * cells.scale


def test_subscripts_are_typeset(show, summary_of):
    for mistake in Mistake:
        parameters = replace(NOTE, mistake=mistake)
        plot = show("jacobian", parameters)
        cells = plot._maps[1]
        words = [*cells._head.choices, cells._below, plot.about]
        columns = plot.table(summary_of(plot, parameters), parameters).columns
        words += [column.words for column in columns]
        assert not [text for text in words if "_" in text]
        assert "sᵢ" in cells._head.choices[0]


def key_of(plot):
    return [entry.text for entry in plot.key.shown(1000)[0]]


@pytest.mark.sweep(26)
@pytest.mark.parametrize("mistake", Mistake)
@pytest.mark.parametrize("t", [0.1, 0.5, 1.0, 3.0, 40.0, 1e300])
def test_all_draws_have_the_scale_of_the_steepest_slope_there_can_be(mistake, t, show):
    """1/(4t): two entries of s that are 1/2 have it, and no draw has a steeper one."""
    parameters = Parameters(NOTE_PROBABILITIES, t, 300, 5, mistake=mistake)
    plot, scale = show("jacobian", parameters), 1 / (4 * t)
    without_t = mistake in (Mistake.T_OUTSIDE, Mistake.T_IN_LOGARITHMS)
    if without_t:
        scale = 0.25
    words, largest = set(), 0.0
    for number in range(1, 301, 7):
        plot.show_selection(select(replace(parameters, selected=number)))
        assert plot._maps[1]._cells.scale == pytest.approx(scale)
        words.add(tuple(key_of(plot)))
        largest = max(largest, abs(shown(plot)[0][1]).max())
    assert largest <= scale * (1 + 1e-9)
    assert len(words) == 1
    if scale >= 0.01:
        bound = "1/4" if without_t else "1/(4t)"
        assert words.pop()[:2] == (f"−{bound}", f"{bound} = {scale:.3g}")


def test_the_steepest_slope_is_reached():
    parameters = Parameters((1, 1, 1), draws=9)
    summary = Jacobian.summarise(Chunk(parameters, 0, 9, Stages(), Workspace()))
    undecided = FirstDraws(0, np.float32([[0], [0], [-1e3]]), 1)
    for t in (0.1, 0.7, 5.0):
        at = replace(parameters, temperature=t)
        found = draw_slopes(replace(summary, scores=undecided), at, None)
        assert abs(found.matrix).max() == pytest.approx(steepest_slope(t), rel=1e-6)
    assert steepest_slope(0.0) == 1
    assert steepest_slope(1e308) == 1e-307


def test_a_mean_that_would_be_pale_has_a_scale_of_its_own_and_so_has_the_key(show):
    """At t = 1 its steepest slope is 0.17 of 0.25; at t = 0.1 it is 0.25 of 2.5."""
    mean = frozenset({"mean"})
    plot = show("jacobian", replace(NOTE, temperature=1.0), options=mean)
    assert key_of(plot)[:2] == ["−1/(4t)", "1/(4t) = 0.25"]
    plot = show("jacobian", replace(NOTE, temperature=0.1), options=mean)
    scale, largest = plot._maps[1]._cells.scale, abs(shown(plot)[0][1]).max()
    assert largest <= scale <= 2.5 * largest
    assert key_of(plot)[:2] == [f"−{scale:g}", f"{scale:g}, of the mean"]
    plot = show("jacobian", replace(NOTE, temperature=100.0))
    assert key_of(plot)[:2] == ["−", "+1/(4t), cells × 0.001"]
    assert plot._maps[1]._cells.unit == 0.001
    plot = show("jacobian", replace(NOTE, temperature=0))
    assert key_of(plot)[:2] == ["−", "+"]


def test_the_heading_is_short(chunk):
    assert Jacobian().heading(Jacobian.summarise(chunk(NOTE)), NOTE) == "Jacobian at t = 0.7"


def summarised(parameters):
    return Jacobian.summarise(Chunk(parameters, 0, parameters.draws, Stages(), Workspace()))


def passed(estimator, **others):
    """The matrix of the third pane and the rows of the table, of the draw that is shown."""
    parameters = replace(NOTE, estimator=estimator, temperature=0.5, **others)
    summary = summarised(parameters)
    columns = {c.name: c.values for c in Jacobian().table(summary, parameters).columns}
    classes = parameters.classes
    shape = classes, classes
    hard = columns["y"].reshape(shape)[:, 0]
    return columns["slope_passed_on"].reshape(shape), columns["slope"].reshape(shape), hard


def flat(v):
    return np.diag(v) - np.outer(v, v)


def test_the_third_matrix_is_what_the_chosen_estimator_passes_on():
    p = NOTE.p
    for each in (Estimator.GUMBEL_SOFTMAX, Estimator.STRAIGHT_THROUGH):
        found, softmax, _ = passed(each)
        np.testing.assert_array_equal(found, softmax)
    found, _, _ = passed(Estimator.SOFTMAX_STRAIGHT_THROUGH)
    np.testing.assert_allclose(found, flat(p), atol=1e-12)
    found, _, _ = passed(Estimator.DECOUPLED, backward_temperature=2.0)
    np.testing.assert_allclose(found, flat(p**0.5 / (p**0.5).sum()) / 2, atol=1e-12)
    found, _, hard = passed(Estimator.REINMAX)
    middle = (p**2 / (p**2).sum() + hard) / 2
    np.testing.assert_allclose(found, 2 * flat(middle) - flat(p) / 2, atol=1e-7)
    for each in Estimator:
        if each.is_unbiased:
            assert not passed(each)[0].any()


def test_gumbel_rao_has_the_mean_over_draws_with_the_same_winner():
    """Of 64 copies the mean is near that of many: to 6 standard errors of it."""
    few, _, hard = passed(Estimator.GUMBEL_RAO, samples=64)
    logits, k = np.log(NOTE.p), int(hard.argmax())
    rng, found = np.random.default_rng(8), []
    while len(found) < 3000:
        g = logits[:, None] + rng.gumbel(size=(5, 20_000))
        s = np.exp((g - g.max(axis=0)) / 0.5)
        s = (s / s.sum(axis=0))[:, g.argmax(axis=0) == k]
        found += [flat(each) / 0.5 for each in s.T[:3000]]
    error = np.std(found, axis=0) / 8
    assert (np.abs(few - np.mean(found, axis=0)) <= 6 * error + 1e-6).all()
    assert np.abs(few.sum(axis=1)).max() < 1e-6


def test_what_has_no_matrix_is_said_to_have_none(show):
    parameters = replace(NOTE, estimator=Estimator.REBAR)
    words = Jacobian().caption(summarised(parameters), parameters)
    assert "The chosen one, REBAR, has no such matrix" in words
    assert "no such matrix" not in Jacobian().caption(summarised(NOTE), NOTE)
