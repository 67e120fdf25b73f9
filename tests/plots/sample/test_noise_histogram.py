from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.noise_laws import noise_law
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.sample.noise_histogram import (
    NoiseHistogram,
    NoiseSummary,
    mean_noise,
    variance_of_noise,
)
from gumbel_gui.plots.words.estimates import beside
from tests.statistical import checks

MANY = Parameters((1,) * 8, draws=CHUNK, seed=11)
EXACT = scipy.stats.gumbel_r()
WIDTH = 0.1


def curve(plot, number):
    """Return the data of the number-th curve: the steps, the exact pdf, the exact cdf."""
    return plot.frame.items[number].getData()


def test_the_counts_are_those_of_numpy(chunk):
    draws = chunk(MANY)
    counts = NoiseHistogram.summarise(draws).counts
    edges = np.concatenate([[-np.inf], np.linspace(-3, 20, 231), [np.inf]])
    expected = np.histogram(draws.noise.astype(np.float64), edges)[0]
    assert counts.sum() == draws.noise.size == 8 * CHUNK
    # In float32 a value within a rounding of an edge may fall on its other side.
    assert np.abs(counts - expected).sum() <= 8
    assert counts[0] + counts[121:].sum() > 0


@pytest.mark.parametrize(
    ("value", "place"),
    [(-40, 0), (-3.01, 0), (-2.99, 1), (0.05, 31), (8.99, 120), (9.01, 121), (36, 231)],
)
def test_a_value_is_counted_in_its_bin_or_beyond_the_axis(value, place):
    noise = np.full((2, 1), value, np.float32)
    draws = SimpleNamespace(noise=noise, work=Workspace(), parameters=MANY)
    counts = NoiseHistogram.summarise(draws).counts
    assert counts.shape == (232,)
    assert counts[place] == 2


def test_the_steps_have_the_area_of_the_share_inside_the_axis(show, chunk):
    edges, density = curve(show("noise_histogram", MANY), 0)
    noise = chunk(MANY).noise
    share = ((noise >= -3) & (noise < 9)).mean()
    assert share < 1
    assert (density * np.diff(edges)).sum() == pytest.approx(share, abs=1e-9)


def test_the_steps_follow_the_exact_density(show):
    edges, density = curve(show("noise_histogram", MANY), 0)
    assert np.diff(edges) == pytest.approx(np.full(120, WIDTH))
    n = 8 * CHUNK
    share = np.diff(EXACT.cdf(edges))
    checks.happens(np.rint(density * WIDTH * n).astype(int), n, share)
    common = n * share > 5
    observed = density[common] * WIDTH * n
    expected = share[common] * n
    checks.counts(observed, expected, freedom=int(common.sum()))


def test_the_exact_curves_are_those_of_scipy(show):
    plot = show("noise_histogram", MANY, options=frozenset({"cdf"}))
    for number, exact in ((1, EXACT.pdf), (2, EXACT.cdf)):
        x, y = curve(plot, number)
        assert (x[0], x[-1]) == (-3, 9)
        assert np.diff(x).max() < 0.05
        np.testing.assert_allclose(y, exact(x), rtol=1e-9, atol=1e-15)
    low, high = plot.frame.vb.viewRange()[1]
    assert low == 0
    assert high >= 1


def test_the_cdf_is_drawn_and_named_only_when_asked_for(show):
    plain = show("noise_histogram", MANY)
    with_cdf = show("noise_histogram", MANY, options=frozenset({"cdf"}))
    assert len(with_cdf.frame.items) == len(plain.frame.items) + 1
    assert [entry.text for entry in plain.key.shown(480)[0]] == ["draws", "exact pdf"]
    assert [entry.text for entry in with_cdf.key.shown(480)[0]][2] == "exact cdf"


@pytest.mark.parametrize("parameters", [MANY, Parameters((1, 2), draws=7, seed=3)])
def test_the_sentence_is_true(parameters, chunk):
    noise = chunk(parameters).noise.astype(np.float64).ravel()
    plot = NoiseHistogram()
    words = plot.caption(plot.summarise(chunk(parameters)), parameters).replace("\u00a0", "")
    summary = plot.summarise(chunk(parameters))
    mean, variance = mean_noise(summary, parameters), variance_of_noise(summary, parameters)
    half = scipy.stats.t.ppf(0.975, noise.size - 1) * scipy.stats.sem(noise)
    assert f"{noise.size} values" in words
    assert mean.value == pytest.approx(noise.mean(), rel=1e-5)
    assert mean.margin == pytest.approx(half, rel=0.1)
    assert variance.value == pytest.approx(noise.var(ddof=1), rel=1e-5)
    first, second = beside(mean, "γ", EXACT.mean()), beside(variance, "π²/6", EXACT.var())
    assert f"mean {first}; variance {second}." in words
    beyond = int(((noise < -3) | (noise >= 9)).sum())
    assert (f"{beyond} lie beyond" in words) == (beyond > 0)


def test_what_lies_beyond_is_counted_on_both_sides():
    counts = np.zeros(232, np.int64)
    counts[[0, 50, -1]] = 3, 990, 7
    words = NoiseHistogram().caption(NoiseSummary(counts, 1000, 577.0, 2000.0), MANY)
    assert "10 lie beyond the axis" in words


def test_one_value_beyond_is_in_the_singular():
    counts = np.zeros(232, np.int64)
    counts[[50, -1]] = 999, 1
    words = NoiseHistogram().caption(NoiseSummary(counts, 1000, 577.0, 2000.0), MANY)
    assert "1 lie " not in words


def test_a_mean_next_to_0_has_no_sign_that_its_digits_do_not_show():
    """It could be "−0.0000"."""
    summary = NoiseSummary(np.zeros(232, np.int64), 10_000, -0.1, 10_000.0)
    words = NoiseHistogram().caption(summary, replace(MANY, mistake="normal-noise"))
    assert "mean 0.000 ± 0.020, which misses γ = 0.577;" in words


@pytest.mark.parametrize(("values", "margin"), [(530, False), (545, True)])
def test_the_variance_has_a_margin_where_its_skewed_law_allows_one(values, margin):
    """The squared skewness of (ε − γ)² is 70."""
    summary = NoiseSummary(np.zeros(232, np.int64), values, 0.5772 * values, 1.978 * values)
    assert (variance_of_noise(summary, MANY).margin is not None) == margin


def test_the_margin_of_the_variance_of_few_values_is_that_of_squares_about_their_own_mean():
    """σ⁴ (κ − (n − 3) / (n − 1)) / n, with a kurtosis κ of 1.8: without that it covered in 92 %."""
    summary = NoiseSummary(np.zeros(232, np.int64), 10, 5.0, 3.25)
    margin = variance_of_noise(summary, replace(MANY, mistake="uniform-noise")).margin
    exact = scipy.stats.norm.ppf(0.975) * np.sqrt((1.8 - 7 / 9) / 10) / 12
    assert margin == pytest.approx(exact, rel=1e-6)


def test_without_noise_there_is_no_margin_and_no_doubt():
    summary = NoiseSummary(np.zeros(232, np.int64), 100, 0.0, 0.0)
    words = NoiseHistogram().caption(summary, replace(MANY, mistake="no-noise"))
    assert "mean 0, not γ = 0.577; variance 0, not π²/6 = 1.645." in words


@pytest.mark.parametrize("mistake", ["none", "uniform-noise", "normal-noise"])
def test_moments_of_the_laws_are_those_of_scipy(mistake):
    laws = {"uniform-noise": scipy.stats.uniform(), "normal-noise": scipy.stats.norm()}
    exact, law = laws.get(mistake, EXACT), noise_law(Mistake(mistake).noise(1.0))
    x = exact.ppf((np.arange(4_000_000) + 0.5) / 4_000_000)
    squares = (x - exact.mean()) ** 2
    assert law.variance == pytest.approx(exact.var())
    assert law.skew == pytest.approx(float(exact.stats("s")) ** 2, rel=1e-4, abs=1e-9)
    assert law.square_variance == pytest.approx(squares.var(), rel=1e-2)
    assert law.square_skew == pytest.approx(scipy.stats.skew(squares) ** 2, rel=0.03)


@pytest.mark.parametrize(
    ("mistake", "title", "pdf"),
    [
        ("none", "Gumbel noise ε", "exact pdf"),
        ("noise-on-p", "Gumbel noise ε", "exact pdf"),
        ("uniform-noise", "Uniform noise ε", "Gumbel pdf"),
        ("normal-noise", "Normal noise ε", "Gumbel pdf"),
        ("no-noise", "No noise: ε = 0", "Gumbel pdf"),
        ("float32-uniform", "Noise ε of float32 x: tail", "exact pdf"),
    ],
)
def test_title_and_key_say_which_noise_it_is(mistake, title, pdf, show):
    parameters = replace(MANY, draws=1000, mistake=mistake)
    plot = show("noise_histogram", parameters)
    assert plot.heading(None, parameters) == title
    assert plot.key.shown(1000)[0][1].text == pdf


def test_what_float32_does_to_the_tail_is_on_a_logarithmic_axis(show, chunk, pixels):
    parameters = replace(MANY, mistake="float32-uniform")
    plot = show("noise_histogram", parameters)
    edges, height = curve(plot, 0)
    assert (edges[0], edges[-1]) == (-3, 20)
    density = chunk(parameters).noise.size ** -1.0 * plot.summarise(chunk(parameters)).counts * 10
    np.testing.assert_allclose(height, np.log10(np.maximum(density[1:-1], 1e-9)))
    x, pdf = curve(plot, 1)
    np.testing.assert_allclose(pdf, np.log10(np.maximum(EXACT.pdf(x), 1e-9)), rtol=1e-9)
    largest = float(-np.log(-np.log1p(-(2.0**-24))))
    np.testing.assert_allclose(plot._end.getData()[0], largest, rtol=1e-6)
    table = plot.table(plot.summarise(chunk(parameters)), parameters)
    assert table.rows == 230
    plot.draw(plot.summarise(chunk(MANY)), MANY)
    fresh = show("noise_histogram", MANY)
    np.testing.assert_array_equal(pixels(plot), pixels(fresh))
    assert not len(plot._end.getData()[0])
