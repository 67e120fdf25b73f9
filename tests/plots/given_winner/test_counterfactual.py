from dataclasses import replace

import numpy as np
import pytest
import scipy.integrate
import scipy.stats

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.plots.given_winner.counterfactual import (
    Counterfactual,
    exact_shares,
    rivals,
    share_kept,
)
from tests.statistical import checks

MANY = Parameters(
    NOTE_PROBABILITIES, draws=60_000, seed=3, given=(3,), other=(0.1, 0.2, 0.3, 0.2, 0.2)
)
CASES = [MANY, replace(MANY, given=(0,)), replace(MANY, other=()), replace(MANY, given=(2,))]


def test_winners_under_q_are_those_of_the_same_noise(chunk):
    draws, found = chunk(MANY), Counterfactual.summarise(chunk(MANY))
    under_q = (np.log(MANY.q)[:, None] + draws.noise).argmax(axis=0)
    own = under_q[draws.classes == 3]
    assert found.wins == len(own)
    assert found.draws == 60_000
    # In single precision a score within a rounding of another may win.
    assert np.abs(found.counts - np.bincount(own, minlength=5)).sum() <= 4


def passing(p, q, i, j):
    """Return P(i first under p, j ≠ i first under q), of waiting times E = e^−ε, by quadrature.

    E_i = p_i a and E_j = q_j s a, where no class has arrived before a under p, nor s a under q.
    """
    low, high = p[j] / q[j], p[i] / q[i]
    if low >= high:
        return 0.0
    found, _ = scipy.integrate.quad(
        lambda s: p[i] * q[j] / np.maximum(p, s * q).sum() ** 2,
        low,
        high,
        points=sorted(x for x in p / q if low < x < high) or None,
        epsabs=0,
        epsrel=1e-11,
    )
    return found


@pytest.mark.parametrize("parameters", CASES)
def test_shares_are_those_of_quadrature(parameters):
    p, q, i = parameters.p, parameters.q, parameters.given[0]
    expected = [passing(p, q, i, j) / p[i] for j in range(5)]
    expected[i] = 1 / np.maximum(p / p[i], q / q[i]).sum() / p[i]
    np.testing.assert_allclose(exact_shares(parameters), expected, rtol=1e-10, atol=1e-14)
    assert sum(expected) == pytest.approx(1)


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NOISE_ON_P, Mistake.T_OUTSIDE])
@pytest.mark.parametrize("parameters", CASES)
def test_the_draws_have_the_exact_shares(parameters, mistake, chunk):
    parameters = replace(parameters, mistake=mistake)
    summary, exact = Counterfactual.summarise(chunk(parameters)), exact_shares(parameters)
    expected = exact * summary.wins
    common = expected > 5
    assert summary.counts[exact == 0].sum() == 0
    if common.sum() > 1:
        rest = expected[~common].sum(), summary.counts[~common].sum()
        e, o = np.append(expected[common], rest[0]), np.append(summary.counts[common], rest[1])
        checks.counts(o[e > 0], e[e > 0], freedom=int((e > 0).sum()))


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NOISE_ON_P])
@pytest.mark.parametrize("seed", range(6))
def test_only_rivals_take_over(seed, mistake, chunk):
    rng = np.random.default_rng(seed)
    p, q = rng.dirichlet(np.ones(6), 2)
    for given in range(6):
        parameters = Parameters(
            p, draws=3000, seed=seed, given=(given,), other=tuple(q), mistake=mistake
        )
        found, can = Counterfactual.summarise(chunk(parameters)), rivals(parameters)
        gain = q - p if mistake is Mistake.NOISE_ON_P else q / p
        assert can.tolist() == (gain > gain[given]).tolist()
        assert not found.counts[~can & (np.arange(6) != given)].any()
        assert (exact_shares(parameters) > 0).tolist() == (can | (np.arange(6) == given)).tolist()


def test_the_class_with_the_largest_ratio_keeps_all(show, summary_of):
    parameters = replace(MANY, given=(0,))
    summary = summary_of(Counterfactual, parameters)
    assert summary.counts.tolist() == [summary.wins, 0, 0, 0, 0]
    assert share_kept(summary, parameters).certain
    told = show("counterfactual", parameters).caption(summary, parameters)
    assert "keeps under q 100\u00a0%, which is P(kept). No class has a larger q/p" in told


@pytest.mark.parametrize("mistake", Mistake)
def test_equal_vectors_have_the_same_winners(mistake, chunk):
    parameters = replace(MANY, mistake=mistake, draws=20_000, other=MANY.probabilities)
    found = Counterfactual.summarise(chunk(parameters))
    assert found.counts.tolist() == [0, 0, 0, found.wins, 0]


def test_equal_vectors_have_no_rivals():
    p = tuple(np.array(NOTE_PROBABILITIES) / sum(NOTE_PROBABILITIES))
    for given in range(5):
        assert not rivals(replace(MANY, given=(given,), other=p)).any()


@pytest.mark.parametrize("mistake", [each for each in Mistake if not each.noise_is_gumbel])
def test_no_law_is_claimed_of_other_noise(mistake, show, summary_of):
    parameters = replace(MANY, mistake=mistake)
    summary = summary_of(Counterfactual, parameters)
    plot = show("counterfactual", parameters)
    assert exact_shares(parameters) is None
    assert not plot._bars.marks.isVisible()
    told = plot.caption(summary, parameters)
    assert "needs Gumbel noise" in told
    assert "P(" not in told


@pytest.mark.parametrize(
    ("p", "q", "words"),
    [
        ((1, 1e-300), (), "Of 100 draws, class 1 won none under p."),
        ((1, 0), (0, 1), "Of 100 draws, class 1 won none under p."),
        ((0.5, 0.5), (1, 0), "keeps under q 0\u00a0%, which is P(kept)."),
    ],
)
def test_zeros_are_told(p, q, words, show, summary_of):
    parameters = Parameters(p, draws=100, given=(1,), other=q)
    summary = summary_of(Counterfactual, parameters)
    assert words in show("counterfactual", parameters).caption(summary, parameters)


def test_scores_of_a_draw_have_one_noise(show, summary_of):
    plot, summary = show("counterfactual", MANY), summary_of(Counterfactual, MANY)
    selection = select(replace(MANY, selected=12))
    plot.show_selection(selection)
    columns = {each.name: each.values for each in plot.table(summary, MANY, selection).columns}
    np.testing.assert_allclose(columns["score_p"], selection.scores, rtol=1e-6)
    np.testing.assert_allclose(
        columns["score_q"] - columns["score_p"], np.log(MANY.q / MANY.p), atol=1e-5
    )
    x, y = plot._rings.getData()
    assert x.tolist() == [selection.winner, int(columns["score_q"].argmax())]
    assert y == pytest.approx([columns["score_p"].max(), columns["score_q"].max()])
