from dataclasses import replace

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.plots.given_winner.winner_uniform import (
    EDGES,
    WinnerUniform,
    exact_means,
    exact_points,
    laws,
    mean_of_x,
    shares,
    winning_uniform,
)
from tests.statistical import checks

MANY = Parameters(NOTE_PROBABILITIES, draws=60_000, seed=3, given=(2,))
NO_LAW = [each for each in Mistake if not each.noise_is_gumbel]


@pytest.mark.parametrize("mistake", Mistake)
def test_x_is_that_of_the_class_that_won(mistake, chunk):
    draws = chunk(replace(MANY, mistake=mistake, draws=1000))
    expected = draws.uniform[draws.classes, np.arange(1000)]
    np.testing.assert_allclose(winning_uniform(draws), expected, atol=2e-6)


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NOISE_ON_P, Mistake.T_OUTSIDE])
def test_x_has_the_exact_law(mistake, chunk):
    """Of 1,700 values or more."""
    parameters = replace(MANY, mistake=mistake)
    draws = chunk(parameters)
    x = winning_uniform(draws).astype(float)
    p = np.exp(MANY.p) / np.exp(MANY.p).sum() if mistake is Mistake.NOISE_ON_P else MANY.p
    for k in range(5):
        own = x[draws.classes == k]
        checks.follows(own, scipy.stats.beta(1 / p[k], 1).cdf)
        np.testing.assert_allclose(
            laws(parameters)[k], scipy.stats.beta(1 / p[k], 1).cdf(EDGES), rtol=1e-9, atol=1e-15
        )
        assert exact_means(parameters)[k] == pytest.approx(scipy.stats.beta(1 / p[k], 1).mean())


def test_shares_are_those_of_the_draws(chunk):
    draws = chunk(MANY)
    found, x = shares(WinnerUniform.summarise(draws)), winning_uniform(draws)
    for k in range(5):
        own = np.sort(x[draws.classes == k])
        expected = np.searchsorted(own, EDGES, side="right") / len(own)
        np.testing.assert_allclose(found[k], expected, atol=2.5 / len(own))
    assert found[:, -1].tolist() == [1] * 5


def test_points_of_the_laws_are_on_them():
    x, y = exact_points(MANY, (1, 3))
    p = np.repeat([NOTE_PROBABILITIES[1], NOTE_PROBABILITIES[3]], 10)
    np.testing.assert_allclose(scipy.stats.beta(1 / p, 1).cdf(x), y, rtol=1e-6)
    assert len(exact_points(Parameters((1, 0)), (0, 1))[0]) == 10  # that never wins has none


def test_the_mean_has_the_margin_of_its_law(summary_of):
    summary = summary_of(WinnerUniform, MANY)
    estimate, law = mean_of_x(summary, MANY), scipy.stats.beta(1 / NOTE_PROBABILITIES[2], 1)
    assert estimate.margin == pytest.approx(1.96 * law.std() / np.sqrt(summary.wins[2]), rel=1e-3)
    assert abs(estimate.value - law.mean()) < 2 * estimate.margin
    rare = Parameters((1, 1e-9), given=(1,))
    once = replace(summary, counts=np.eye(2, 252, 250, dtype=int), total=np.array([0.0, 1.0]))
    assert mean_of_x(once, rare).certain  # of which single precision resolves no spread


@pytest.mark.parametrize("mistake", NO_LAW)
def test_no_law_is_claimed_of_other_noise(mistake, show, summary_of):
    parameters = replace(MANY, mistake=mistake, given=(3,))
    plot, summary = show("winner_uniform", parameters), summary_of(WinnerUniform, parameters)
    assert not plot._exact.getData()[0].size
    told = plot.caption(summary, parameters)
    assert "needs Gumbel noise" in told
    assert "±" not in told


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        (Mistake.NONE, "The winner's x: P(x ≤ u) = u^(1/p)"),
        (Mistake.NOISE_ON_P, "The winner's x: P(x ≤ u) = u^(1/softmax(p))"),
        (Mistake.UNIFORM, "The winner's x"),
    ],
)
def test_the_title_claims_the_law_that_there_is(mistake, told, show, summary_of):
    parameters = replace(MANY, mistake=mistake, draws=100)
    plot = show("winner_uniform", parameters)
    assert plot.heading(summary_of(plot, parameters), parameters) == told


@pytest.mark.parametrize(
    ("p", "start"), [(NOTE_PROBABILITIES, 0), ((1,) * 12, 0.6), ((1,) * 64, 0.9)]
)
def test_the_axis_begins_where_a_law_has_risen_to_one_per_cent(p, start, show):
    plot = show("winner_uniform", Parameters(p, draws=3000))
    low, high = plot.frame.vb.viewRange()[0]
    assert (low + high) == pytest.approx(start + 1)
    assert low == pytest.approx(start, abs=0.021)


def test_a_ring_is_on_the_law_of_the_class_that_won(show):
    plot, selection = show("winner_uniform", MANY), select(replace(MANY, selected=7))
    assert plot.mark(selection) == "ring"
    x, y = (float(each[0]) for each in plot._ring.getData())
    assert x == pytest.approx(selection.x[selection.winner])
    p = NOTE_PROBABILITIES[selection.winner]
    assert y == pytest.approx(x ** (1 / p), abs=1e-3)
