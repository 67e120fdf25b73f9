import re
from types import SimpleNamespace

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.sample.noise_histogram import NoiseHistogram, NoiseSummary

MANY = Parameters((1,) * 8, draws=CHUNK, seed=11)
EXACT = scipy.stats.gumbel_r()
WIDTH = 0.1


def curve(plot, number):
    """Return the data of the number-th curve: the steps, the exact pdf, the exact cdf."""
    return plot.frame.items[number].getData()


def test_the_counts_are_those_of_numpy(chunk):
    draws = chunk(MANY)
    counts = NoiseHistogram.summarise(draws).counts
    edges = np.concatenate([[-np.inf], np.linspace(-3, 9, 121), [np.inf]])
    expected = np.histogram(draws.noise.astype(np.float64), edges)[0]
    assert counts.sum() == draws.noise.size == 8 * CHUNK
    # In float32 a value within a rounding of an edge may fall on its other side.
    assert np.abs(counts - expected).sum() <= 8
    assert counts[0] + counts[-1] > 0


@pytest.mark.parametrize(
    ("value", "place"),
    [(-40, 0), (-3.01, 0), (-2.99, 1), (0.05, 31), (8.99, 120), (9.01, 121), (36, 121)],
)
def test_a_value_is_counted_in_its_bin_or_beyond_the_axis(value, place):
    noise = np.full((2, 1), value, np.float32)
    draws = SimpleNamespace(noise=noise, work=Workspace(), parameters=MANY)
    counts = NoiseHistogram.summarise(draws).counts
    assert counts.shape == (122,)
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
    error = np.sqrt(share * (1 - share) / n) / WIDTH
    assert (np.abs(density - share / WIDTH) < 5 * error + 1e-9).all()
    common = n * share > 5
    observed = density[common] * WIDTH * n
    expected = share[common] * n
    statistic = ((observed - expected) ** 2 / expected).sum()
    assert 1e-4 < scipy.stats.chi2.sf(statistic, common.sum()) < 1 - 1e-4


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
    assert len(plain.frame.items) == 3
    assert len(with_cdf.frame.items) == 4
    assert [entry.text for entry in plain.key.shown(480)[0]] == ["draws", "exact pdf"]
    assert [entry.text for entry in with_cdf.key.shown(480)[0]][2] == "exact cdf"


@pytest.mark.parametrize("parameters", [MANY, Parameters((1, 2), draws=7, seed=3)])
def test_the_sentence_is_true(parameters, chunk):
    noise = chunk(parameters).noise.astype(np.float64).ravel()
    plot = NoiseHistogram()
    words = plot.caption(plot.summarise(chunk(parameters)), parameters).replace("\u00a0", "")
    half = 1.959964 * noise.std() / np.sqrt(noise.size)
    assert f"{noise.size} values" in words
    assert f"mean {noise.mean():.4f} ± " in words
    assert float(re.search(r"± ([\d.]+)", words)[1]) == pytest.approx(half, rel=0.06)
    assert f"variance {noise.var():.4f}" in words
    assert f"γ = {EXACT.mean():.4f}" in words
    assert f"π²/6 = {EXACT.var():.4f}" in words
    beyond = int(((noise < -3) | (noise >= 9)).sum())
    assert (f"{beyond} lie beyond" in words) == (beyond > 0)


def test_what_lies_beyond_is_counted_on_both_sides():
    counts = np.zeros(122, np.int64)
    counts[[0, 50, -1]] = 3, 990, 7
    words = NoiseHistogram().caption(NoiseSummary(counts, 1000, 577.0, 2000.0), MANY)
    assert "10 lie beyond the axis" in words


def test_one_value_beyond_is_in_the_singular():
    counts = np.zeros(122, np.int64)
    counts[[50, -1]] = 999, 1
    words = NoiseHistogram().caption(NoiseSummary(counts, 1000, 577.0, 2000.0), MANY)
    assert "1 lie " not in words
