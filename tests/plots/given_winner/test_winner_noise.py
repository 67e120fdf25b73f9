from dataclasses import replace

import numpy as np
import pytest
import scipy.integrate
import scipy.stats

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.plots.given_winner.largest_score import LargestScore
from gumbel_gui.plots.given_winner.winner_noise import (
    Laws,
    WinnerNoise,
    edges_of,
    mean_of_winner,
)
from tests.statistical import checks

MANY = Parameters(NOTE_PROBABILITIES, draws=60_000, seed=3, given=(2,))
NO_LAW = [each for each in Mistake if not each.noise_is_gumbel]


def test_the_sums_are_those_of_the_noise_of_the_draws_that_the_class_won(chunk):
    draws = chunk(MANY)
    found, own = WinnerNoise.summarise(draws), draws.noise[:, draws.classes == 2].astype(float)
    assert found.wins == own.shape[1]
    assert found.draws == 60_000
    np.testing.assert_allclose(found.means, own.mean(axis=1), rtol=1e-6)
    edges = np.concatenate([[-np.inf], np.linspace(-3, 21, 241), [np.inf]])
    for k in range(5):
        assert np.abs(found.counts[k] - np.histogram(own[k], edges)[0]).sum() <= 8


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NOISE_ON_P, Mistake.T_OUTSIDE])
def test_the_noise_has_the_exact_laws(mistake, chunk):
    parameters = replace(MANY, mistake=mistake)
    summary, laws = WinnerNoise.summarise(chunk(parameters)), Laws(parameters)
    z = np.linspace(-3, 21, 24_001)
    density = laws.pdf(z)
    for k in range(5):
        cdf = scipy.integrate.cumulative_simpson(density[k], x=z, initial=0)
        expected = np.diff(cdf[::100]) * summary.wins
        common = expected > 5
        observed = summary.counts[k, 1:-1][common]
        checks.counts(observed, expected[common], freedom=int(common.sum()))
        mean = scipy.integrate.simpson(z * density[k], x=z)
        assert laws.means[k] == pytest.approx(mean, abs=1e-5)


def test_the_winner_is_ahead_by_minus_ln_p_and_the_losers_are_below():
    laws = Laws(MANY)
    assert laws.ahead == pytest.approx(-np.log(NOTE_PROBABILITIES[2]))
    assert laws.means[2] == pytest.approx(np.euler_gamma + laws.ahead)
    p = NOTE_PROBABILITIES[3]  # the most probable loser is held down most
    assert laws.below == pytest.approx(-p * np.log(p) / (1 - p))
    assert laws.below == pytest.approx(np.euler_gamma - laws.means[3])


@pytest.mark.parametrize("mistake", NO_LAW)
def test_no_law_is_claimed_of_other_noise(mistake, show, summary_of):
    parameters = replace(MANY, mistake=mistake, given=(3,))
    plot, summary = show("winner_noise", parameters), summary_of(WinnerNoise, parameters)
    assert not plot._rows._exact.getData()[0].size
    assert not plot._gamma.getData()[0].size if plot._gamma.getData()[0] is not None else True
    told = plot.caption(summary, parameters)
    assert "needs Gumbel noise" in told
    assert "±" not in told
    assert {"exact", "exact_mean"}.isdisjoint(
        column.name for column in plot.table(summary, parameters).columns
    )


@pytest.mark.parametrize(
    ("p", "given", "words"),
    [
        ((1, 1e-300), 1, "Of 100 draws, class 1 won none. The exact mean is 691 above γ;"),
        ((1, 0), 1, "With the score −∞, class 1 never wins: none of 100 draws."),
        ((1, 0), 0, "Of 100 draws, class 0 won 100;"),
        ((0.3, 0.7), 0, "which contains γ − ln p = "),
    ],
)
def test_a_class_that_hardly_or_never_wins_is_told_so(p, given, words, show, summary_of):
    parameters = Parameters(p, draws=100, given=(given,))
    plot, summary = show("winner_noise", parameters), summary_of(WinnerNoise, parameters)
    assert words in plot.caption(summary, parameters)


@pytest.mark.parametrize(("p", "end"), [((0.5, 0.5), 9), ((1, 1e-4), 15), ((1, 1e-6), 21)])
def test_the_axis_reaches_beyond_the_law_of_the_winner(p, end):
    edges = edges_of(Parameters(p, given=(1,)))
    assert (edges[0], edges[-1]) == (-3, end)
    np.testing.assert_allclose(np.diff(edges), 0.1)


def test_the_mean_of_the_winner_has_the_margin_of_its_law(summary_of):
    summary = summary_of(WinnerNoise, MANY)
    estimate = mean_of_winner(summary, MANY)
    assert estimate.margin == pytest.approx(1.96 * np.pi / np.sqrt(6 * summary.wins), rel=1e-3)
    assert abs(estimate.value - Laws(MANY).means[2]) < 2 * estimate.margin
    few = summary_of(WinnerNoise, replace(MANY, draws=20))
    assert mean_of_winner(few, MANY).margin is None


def test_the_given_class_has_a_row_among_many(show):
    parameters = Parameters(tuple(range(1, 65)), draws=3000, given=(5,))
    plot = show("winner_noise", parameters)
    assert plot._rows.shown == (5, *range(57, 64))
    assert "class 5" in plot.heading(None, parameters)


def test_pins_are_at_the_noise_of_a_selected_draw_that_the_class_won(show):
    selection = select(replace(MANY, selected=7))
    plot = show("winner_noise", replace(MANY, given=(selection.winner,)))
    assert plot.mark(selection) == "pin"
    np.testing.assert_allclose(plot._rows._heads.getData()[0], selection.noise, rtol=1e-6)
    lost = show("winner_noise", replace(MANY, given=((selection.winner + 1) % 5,)))
    assert lost.mark(selection) is None
    assert len(lost._rows._heads.getData()[0]) == 0


def test_what_is_beyond_the_axis_is_told_where_it_counts(show, summary_of):
    """With t = 10⁶ in both logarithms all noise is near −ln t = −13.8."""
    parameters = replace(MANY, mistake=Mistake.T_IN_LOGARITHMS, temperature=1e6, given=(3,))
    for name, kind in (("winner_noise", WinnerNoise), ("largest_score", LargestScore)):
        summary, plot = summary_of(kind, parameters), show(name, parameters)
        assert "lie beyond the axis." in plot.caption(summary, parameters)
        assert "beyond" not in show(name, MANY).caption(summary_of(kind, MANY), MANY)
