from dataclasses import replace

import numpy as np
import pytest
import scipy.special
import scipy.stats

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.plots.given_winner.largest_score import LargestScore, exact_law, mean_largest
from tests.statistical import checks

MANY = Parameters(NOTE_PROBABILITIES, draws=60_000, seed=3)
NO_LAW = [each for each in Mistake if not each.noise_is_gumbel]


def test_the_sums_are_those_of_the_scores(chunk):
    draws = chunk(MANY)
    found, largest = LargestScore.summarise(draws), draws.scores.max(axis=0)
    for k in range(5):
        own = largest[draws.classes == k].astype(float)
        assert found.wins[k] == len(own)
        assert found.means[k] == pytest.approx(own.mean(), rel=1e-6)
        edges = np.concatenate([[-np.inf], np.linspace(-5, 19, 241), [np.inf]])
        # In float32 a value within a rounding of an edge may fall on its other side.
        assert np.abs(found.counts[k] - np.histogram(own, edges)[0]).sum() <= 8


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NOISE_ON_P])
@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, (0.5, 0.5), (0.9, 0.1, 0)])
def test_the_largest_score_has_its_exact_law_whoever_won(p, mistake, chunk):
    """Of 40 to 6·10⁴ values."""
    parameters = replace(MANY, probabilities=p, mistake=mistake)
    draws, law = chunk(parameters), exact_law(parameters)
    location = 0 if mistake is Mistake.NONE else scipy.special.logsumexp(p)
    assert law.location == pytest.approx(location, abs=1e-7)
    largest = draws.scores.max(axis=0)
    for k in range(len(p)):
        own = largest[draws.classes == k]
        if len(own):
            checks.follows(own, law.cdf)


def test_the_exact_density_is_that_of_scipy_in_every_row(show):
    plot = show("largest_score", MANY)
    x, y = plot._rows._exact.getData()
    density = (y.reshape(5, -1) - plot._rows._bases(5)[:, None]) * plot._rows._top / 0.8
    for row in density:
        np.testing.assert_allclose(row, scipy.stats.gumbel_r.pdf(x[: len(row)]), atol=1e-12)


@pytest.mark.parametrize("mistake", NO_LAW)
def test_no_law_is_claimed_of_other_noise(mistake, show, summary_of):
    parameters = replace(MANY, mistake=mistake)
    plot, summary = show("largest_score", parameters), summary_of(LargestScore, parameters)
    assert exact_law(parameters) is None
    assert not plot._rows._exact.getData()[0].size
    assert "needs Gumbel noise" in plot.caption(summary, parameters)
    names = {column.name for column in plot.table(summary, parameters).columns}
    assert "exact" not in names
    estimate = mean_largest(summary, parameters)
    assert estimate.margin in ((0,) if mistake is Mistake.NO_NOISE else (None,))


def test_the_mean_less_gamma_is_the_logarithm_of_the_sum(summary_of, show):
    for mistake, value in ((Mistake.NONE, 0.0), (Mistake.NOISE_ON_P, None)):
        parameters = replace(MANY, mistake=mistake)
        summary = summary_of(LargestScore, parameters)
        value = scipy.special.logsumexp(MANY.p) if value is None else value
        estimate = mean_largest(summary, parameters)
        assert estimate.margin == pytest.approx(1.96 * np.pi / np.sqrt(6 * 60_000), rel=1e-3)
        assert abs(estimate.value - value) < 2 * estimate.margin
        told = show("largest_score", parameters).caption(summary, parameters)
        name = "p" if mistake is Mistake.NOISE_ON_P else "ln p"
        assert f"ln Σ exp({name}) = {value:.3f}".removesuffix(".000") in told


def test_few_draws_are_shown_in_wide_bins(show):
    """One draw in a bin of 0.1 would have the density 10; it is spread over 3."""
    plot = show("largest_score", replace(MANY, draws=1))
    heights = [curve.getData()[1] for curve, _ in plot._rows._curves]
    risen = [np.ptp(y) for y in heights]
    assert sorted(risen)[:-1] == [0] * 4
    assert max(risen) == pytest.approx(0.8 / 3 / plot._rows._top)


def test_a_pin_is_at_the_largest_score_in_the_row_of_the_winner(show):
    plot, selection = show("largest_score", MANY), select(replace(MANY, selected=7))
    assert plot.mark(selection) == "pin"
    x, y = plot._rows._heads.getData()
    assert x == pytest.approx([selection.scores.max()])
    assert -y[0] // 1 == selection.winner
    assert plot.mark(None) is None
    assert not plot._rows._heads.getData()[0].size
