import re
from dataclasses import replace

import numpy as np
import pytest
import scipy.integrate
import scipy.special
import scipy.stats

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.mistakes import Mistake, NoiseKind
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.relaxed_means import mean_of_entry, told_class
from gumbel_gui.core.selection import select
from gumbel_gui.plots.sample.density_sums import DensityAxis, exact_density, peak
from gumbel_gui.plots.sample.relaxed_density import BASE, HEIGHT, RelaxedDensity
from gumbel_gui.plots.words.estimates import beside
from gumbel_gui.plots.words.text import number
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, 1.0, 30_000, 21)
ERRATA = {  # E[s] for the note's p, each entry ± 0.0001
    0.1: (0.0296, 0.0807, 0.2188, 0.5902, 0.0807),
    1.0: (0.0545, 0.1160, 0.2388, 0.4747, 0.1160),
    10.0: (0.1730, 0.1912, 0.2112, 0.2333, 0.1912),
}
each_temperature = pytest.mark.parametrize("t", [0.0, 0.1, 1.0, 10.0, 1e300])


def summary_of(parameters):
    """Return the summary of any number of draws."""
    with Engine(2) as engine:
        return engine.summarise(parameters, {"it": RelaxedDensity.summarise})["it"]


def caption_of(parameters, chunk):
    """Return the sentence beside all draws of some parameters."""
    return RelaxedDensity().caption(RelaxedDensity.summarise(chunk(parameters)), parameters)


def standard_error(summary):
    """Return the standard error of each mean, (K,)."""
    spread = np.maximum(summary.squares / summary.draws - summary.mean**2, 0)
    return np.sqrt(spread / summary.draws)


@pytest.mark.parametrize("t", ERRATA)
def test_the_mean_of_s_is_that_of_the_errata(t):
    summary = summary_of(replace(NOTE, temperature=t, draws=600_000))
    error = standard_error(summary)
    assert error.max() < 0.0007
    checks.means(summary.mean, ERRATA[t], error, slack=1e-4)


@pytest.mark.parametrize("t", [0.05, 0.5, 1.0, 4.0, 50.0])
def test_the_mean_of_s_is_that_of_quadrature_for_two_classes(t):
    """For K = 2, s₁ is a logistic function of a logistic variable."""
    p = 0.2
    logit = np.log(p / (1 - p))
    exact, _ = scipy.integrate.quad(
        lambda u: scipy.special.expit((logit + scipy.special.logit(u)) / t), 0, 1, limit=200
    )
    summary = summary_of(Parameters((p, 1 - p), t, 200_000, 22))
    checks.means(summary.mean[0], exact, standard_error(summary)[0], slack=1e-6)
    assert summary.mean.sum() == pytest.approx(1, abs=1e-6)


def density_of(plot, curve, base):
    """Return the density (bins,) that a ridge shows."""
    x, y = curve.getData()
    np.testing.assert_allclose(x[1:-1], np.linspace(0.01, 0.99, 50))
    assert (x[0], x[-1]) == (0, 1)
    assert (y[0], y[-1]) == (y[1], y[-2])
    assert plot.frame.axis("left").labelText == "√density"
    return ((y[1:-1] - base) / HEIGHT) ** 2 * plot._top


@each_temperature
def test_ridges_are_densities_on_a_square_root_scale(t, show, chunk):
    parameters = replace(NOTE, temperature=t)
    plot = show("relaxed_density", parameters)
    s = chunk(parameters).relaxed.astype(np.float64)
    assert len(plot._curves) == 5
    for k, (curve, _) in enumerate(plot._curves):
        base = curve.opts["fillLevel"]
        assert base == pytest.approx(BASE - 1 - k)
        density = density_of(plot, curve, BASE - 1 - k)
        assert density.sum() / 50 == pytest.approx(1)
        expected = np.histogram(s[k], np.linspace(0, 1, 51))[0]
        # In float32 a value within a rounding of an edge may fall on its other side.
        assert np.abs(density * parameters.draws / 50 - expected).sum() < 5


@pytest.mark.parametrize("t", [0.05, 0.5, 2.0, 40.0, 1000.0])
@pytest.mark.parametrize("p", [0.2, 0.5, 1e-9])
def test_of_two_classes_the_exact_density_is_that_of_a_logistic_variable(t, p):
    law = scipy.stats.logistic(np.log(p / (1 - p)) / t, 1 / t)
    with np.errstate(divide="ignore"):
        expected = 50 * np.diff(law.cdf(scipy.special.logit(np.linspace(0, 1, 51))))
    first, second = exact_density(Parameters((p, 1 - p), t))
    np.testing.assert_allclose(first, expected, atol=1e-9)
    np.testing.assert_array_equal(second, first[::-1])


def test_the_exact_density_is_drawn_over_the_ridges_of_two_classes(show):
    parameters = Parameters((0.2, 0.8), 0.7, 30_000, 3)
    plot = show("relaxed_density", parameters)
    ridges = np.concatenate([curve.getData()[1] for curve, _ in plot._curves])
    assert np.abs(plot._exact.getData()[1] - ridges).max() < 0.02
    assert [entry.text for entry in plot.key.shown(5000)[0]] == ["mean of s", "p", "exact"]
    for other in (
        NOTE,
        replace(parameters, mistake="no-noise"),
        replace(parameters, temperature=0),
    ):
        assert exact_density(other).shape == (0, 50)
        assert not len(show("relaxed_density", other)._exact.getData()[0])


@each_temperature
def test_mean_and_p_are_on_the_row_of_their_class(t, show, chunk):
    parameters = replace(NOTE, temperature=t)
    plot = show("relaxed_density", parameters)
    mean = chunk(parameters).relaxed.mean(axis=1, dtype=np.float64)
    x, rows = plot._means.getData()
    np.testing.assert_allclose(x, mean, rtol=1e-6)
    np.testing.assert_array_equal(np.floor(rows), -1 - np.arange(5))
    for item in plot._p:
        marks, ends = (part.reshape(5, 2) for part in item.getData())
        np.testing.assert_array_equal(marks, np.stack([parameters.p] * 2, axis=1))
        assert ((ends[:, 0] < rows) & (rows < ends[:, 1])).all()
        np.testing.assert_array_equal(np.floor(ends), np.floor(np.stack([rows] * 2, axis=1)))


@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, tuple(range(1, 65))])
def test_pins_mark_the_selected_draw_on_the_rows_the_winner_higher(p, show):
    parameters = Parameters(p, 0.7, 3000, 21, selected=5)
    plot, selection = show("relaxed_density", parameters), select(parameters)
    plot.show_selection(selection)
    x, y = plot._heads.getData()
    rows = [*plot._curves.shown] + [selection.winner] * (selection.winner not in plot._curves.shown)
    np.testing.assert_allclose(x, selection.relaxed[rows])
    np.testing.assert_array_equal(np.floor(y), -1 - np.arange(len(rows)))
    assert rows[int((y % 1).argmax())] == selection.winner
    colours = [brush.color().name() for brush in plot._heads.opts["brush"]]
    assert colours == [plot.style.class_colour(k) for k in rows]


@each_temperature
@pytest.mark.parametrize("draws", [1, 10, 300, 30_000])
def test_the_sentence_tells_the_mean_of_the_class_that_moves_most(t, draws, chunk):
    parameters = replace(NOTE, temperature=t, draws=draws)
    s = chunk(parameters).relaxed.astype(np.float64)
    words = caption_of(parameters, chunk)
    assert f"At t = {number(t)} the mean of s for class 3 over" in words
    estimate = mean_of_entry(
        s[3].sum(), (s[3] ** 2).sum(), draws, 3, np.log(parameters.p), parameters
    )
    assert estimate.value == pytest.approx(s[3].mean())
    told = beside(estimate, "p", parameters.probabilities[3])
    assert f" is {told}." in words
    assert ("It tends to p only as t → 0." in words) == (t > 0)


@pytest.mark.parametrize("draws", [1, 2, 3, 5, 20, 200, 5000])
@pytest.mark.parametrize(
    ("p", "t"),
    [(NOTE_PROBABILITIES, 0), ((0.001, 0.999), 0), ((1, 1, 1), 2), ((1,) * 64, 0.5), ((1, 0), 3)],
)
def test_where_the_mean_of_s_is_p_no_sentence_denies_it(p, t, draws, chunk):
    """At t = 0, for equal p (by symmetry) and for a certain class E[s] = p, whatever was drawn."""
    for seed in range(10):
        words = caption_of(Parameters(p, t, draws, seed), chunk)
        assert "It tends to p only" not in words, f"seed {seed}: {words}"
        assert "too far from" not in words, f"seed {seed}: {words}"


@pytest.mark.parametrize("p", [(1, 1e-8), (0.999999, 1e-6)])
def test_a_mean_several_times_p_is_not_called_p(p):
    """It was called p, as both lie below 1e-6."""
    parameters = Parameters(p, 1, 1_000_000)
    summary = summary_of(parameters)
    words = RelaxedDensity().caption(summary, parameters)
    share = parameters.probabilities[1]
    assert summary.mean[1] > 4 * share
    assert "which is p" not in words
    assert f"p = {number(share, 2)}" in words


@pytest.mark.parametrize("mistake", ["none", "no-noise"])
def test_draws_that_must_be_alike_have_no_margin(mistake, chunk):
    """Rounding gave no-noise a margin of 0.000020."""
    p = (1, 0, 0) if mistake == "none" else NOTE_PROBABILITIES
    words = caption_of(Parameters(p, 1, 5000, mistake=mistake), chunk)
    assert "±" not in words
    assert "which is p." in words


@pytest.mark.parametrize("t", [1e3, 1e4, 1e5])
@pytest.mark.parametrize("p", [(1, 2, 7), (1e-300, 1, 2), NOTE_PROBABILITIES])
def test_margins_at_large_t_are_those_of_the_spread(t, p, chunk):
    """They were 3 to 11 % off at t = 1000, and 26 times too large at 1e5."""
    parameters = Parameters(p, t, 65_536)
    scores = chunk(parameters).scores.astype(np.float64)
    s = scipy.special.softmax(scores / t, axis=0)
    k = told_class(parameters.p, np.log(parameters.p))
    summary = RelaxedDensity.summarise(chunk(parameters))
    estimate = mean_of_entry(
        summary.total[k], summary.squares[k], 65_536, k, np.log(parameters.p), parameters
    )
    half = 1.959964 * s[k].std() / 65_536**0.5
    assert estimate.margin == pytest.approx(half, rel=2e-3)
    assert abs(estimate.value - s[k].mean()) < 0.1 * half


def test_49_standard_errors_are_not_too_little_to_tell(chunk):
    """It was "too little to tell" at the note's p, t = 10, n = 10."""
    words = caption_of(replace(NOTE, temperature=10.0, draws=10), chunk)
    assert re.search(r"0\.2\d+ ± 0\.0\d+, which misses p = 0\.592", words)


@pytest.mark.parametrize("t", [1e9, 1e300])
def test_what_single_precision_does_not_resolve_has_no_margin(t, chunk):
    words = caption_of(replace(NOTE, temperature=t, draws=1000), chunk)
    assert "is 0.2, not p = 0.5923." in words


@pytest.mark.parametrize("mistake", ["uniform-noise", "normal-noise"])
def test_noise_whose_law_of_s_is_not_known_gives_bounds_and_no_margin(mistake, chunk):
    words = caption_of(Parameters((0.9, 0.1), 0.01, 30_000, mistake=mistake), chunk)
    assert "±" not in words
    assert "too far from p = 0.1 for chance" in words


# the law of two classes with each mistake, the logit axis, and the peak


def simulated(mistake, n=400_000):
    """s of two classes in double precision, and what parameters they are of."""
    parameters = Parameters((0.3, 0.7), 0.6, mistake=mistake)
    x = np.random.default_rng(6).random((2, n))
    with np.errstate(divide="ignore"):
        noise = {
            NoiseKind.UNIFORM: lambda: x,
            NoiseKind.NORMAL: lambda: scipy.stats.norm.ppf(x),
            NoiseKind.LOGISTIC: lambda: scipy.special.logit(x),
            NoiseKind.MINIMUM: lambda: np.log(-np.log(x)),
            NoiseKind.T_ADDED: lambda: -np.log(0.6 - np.log(x + 0.6)),
        }.get(mistake.noise_kind, lambda: -np.log(-np.log(x)))()
    g = parameters.logits[:, None] + noise
    return parameters, scipy.special.expit((g[0] - g[1]) / parameters.effective_temperature)


@pytest.mark.parametrize("logit_axis", [False, True])
@pytest.mark.parametrize("mistake", Mistake)
def test_the_exact_density_of_two_classes_is_that_of_many_draws(mistake, logit_axis):
    """400,000 draws: each of 50 shares."""
    parameters, s = simulated(mistake)
    parameters = replace(parameters, logit_axis=logit_axis)
    exact = exact_density(parameters)
    if mistake.noise_kind in (NoiseKind.NONE, NoiseKind.HALF):
        assert exact.shape == (0, 50)
        return
    shares = np.histogram(s, DensityAxis.of(parameters).edges)[0] / len(s)
    common = exact[0] / 50 * len(s) > 20
    share = exact[0][common] / 50
    checks.means(shares[common], share, np.sqrt(share / len(s)), slack=1e-5, what="share")
    assert (shares[~common] < 60 / len(s)).all()


@pytest.mark.parametrize("t", [0.05, 0.5, 3.0])
def test_bins_are_equal_on_the_logit_axis_and_both_ends_are_counted(t, chunk):
    parameters = replace(NOTE, temperature=t, logit_axis=True)
    draws = chunk(parameters)
    summary, axis = RelaxedDensity.summarise(draws), DensityAxis.of(parameters)
    u = draws.scores.astype(np.float64) / t
    others = [scipy.special.logsumexp(np.delete(u, k, axis=0), axis=0) for k in range(5)]
    edges = np.linspace(-axis.reach, axis.reach, 51)
    expected = [np.histogram(u[k] - others[k], edges)[0] for k in range(5)]
    far = np.abs(np.cumsum(summary.counts, axis=1) - np.cumsum(expected, axis=1))
    assert far.max() <= 20  # of 30,000: rounding at the edges
    beyond = np.array([(np.abs(u[k] - others[k]) > axis.reach).sum() for k in range(5)]).sum()
    words = RelaxedDensity().caption(summary, parameters)
    assert ("beyond the axis" in words) == (beyond > 0)


def test_places_on_the_logit_axis_are_those_of_its_ticks():
    axis = DensityAxis(12.0)
    places = {text: place for place, text in axis.ticks()}
    assert places["0.5"] == 0.5
    for text, s in (("10⁻⁴", 1e-4), ("1−10⁻⁴", 1 - 1e-4)):
        assert places[text] == pytest.approx(float(axis.place(np.array(s))))
    np.testing.assert_array_equal(axis.place(np.array([0.0, 1.0, 1e-30])), [0, 1, 0])


def density_near(parameters, s):
    """ln of the joint density of s at a point of the simplex, but for a constant."""
    p, t = parameters.p, parameters.temperature
    return -(t + 1) * np.log(s).sum() - len(p) * np.log((p * s**-t).sum())


@pytest.mark.parametrize("p", [(0.5, 0.5), (0.2, 0.8), (0.2, 0.3, 0.5), (0.25,) * 4])
def test_there_is_a_peak_where_the_sentence_says(p):
    """On lines between random points: convex up to 1/(K − 1), and lower at all edges from K − 1."""
    rng, classes = np.random.default_rng(8), len(p)
    for t in (0.1, 0.9 / (classes - 1), 1 / (classes - 1)):
        parameters = Parameters(p, t)
        assert "no peak inside" in peak(parameters)
        for _ in range(200):
            a, b = rng.dirichlet(np.ones(classes), 2)
            ends = density_near(parameters, a) + density_near(parameters, b)
            assert density_near(parameters, (a + b) / 2) <= ends / 2 + 1e-9
    parameters = Parameters(p, (classes - 1) * 1.5)
    assert "has a peak inside" in peak(parameters)
    middle = density_near(parameters, np.ones(classes) / classes)
    for zeros in range(1, classes):
        s = np.array([1e-12] * zeros + [1.0] * (classes - zeros))
        assert density_near(parameters, s / s.sum()) < middle
    if classes > 2:
        assert peak(Parameters(p, 1.0)) == ""


def test_of_a_peak_nothing_is_said_where_nothing_is_known():
    assert peak(Parameters((0.3, 0.7), 0.5, mistake="normal-noise")) == ""
    assert peak(Parameters((0.3, 0.7), 0)) == ""
    assert peak(Parameters((0, 1, 0), 0.5)) == ""
    assert "t ≤ 1, " in peak(Parameters((0, 0.4, 0.6), 0.5))
