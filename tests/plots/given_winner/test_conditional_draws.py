from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core.conditional import fresh_noise, gaps_given_winner
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.sampling import relax
from gumbel_gui.core.selection import select
from gumbel_gui.plots.given_winner.conditional_draws import FRESH, ConditionalDraws
from tests.statistical import checks

MANY = Parameters(NOTE_PROBABILITIES, 0.7, draws=60_000, seed=3)


def columns(plot):
    """Return the parts of all columns, (K, n)."""
    return np.diff(plot._columns.getData()[1], axis=0, prepend=0)


@pytest.mark.parametrize("number", [0, 1, 9, 5000])
def test_fresh_draws_are_those_that_gumbel_rao_averages_over(number, show):
    plot, parameters = show("conditional_draws", MANY), replace(MANY, selected=number)
    plot.show_selection(select(parameters))
    drawn = select(replace(MANY, selected=number or 1))
    found = columns(plot)
    np.testing.assert_allclose(found[:, 0], drawn.relaxed, atol=1e-6)
    for copy in range(FRESH):
        gaps = np.empty((5, 1), np.float32)
        fresh_noise(MANY.seed, copy, drawn.number - 1, gaps)
        gaps_given_winner(MANY.log_p, np.array([drawn.winner]), gaps)
        np.testing.assert_allclose(found[:, 1 + copy], relax(gaps, 0.7)[:, 0], atol=1e-5)
    assert (found[:, : FRESH + 1].argmax(axis=0) == drawn.winner).all()
    np.testing.assert_allclose(found[:, -2], found[:, 1:-2].mean(axis=1), rtol=1e-12)


def test_the_last_column_is_the_mean_of_all_draws_that_the_class_won(show, chunk):
    draws, plot = chunk(MANY), show("conditional_draws", MANY)
    own = draws.relaxed[:, draws.classes == draws.classes[0]].astype(float)
    np.testing.assert_allclose(columns(plot)[:, -1], own.mean(axis=1), rtol=1e-5)


def test_the_means_agree(show):
    found = columns(show("conditional_draws", MANY))
    error = found[:, 1:-2].std(axis=1, ddof=1) / np.sqrt(FRESH)
    checks.means(found[:, -2], found[:, -1], error, freedom=FRESH - 1)


def test_the_variance_that_is_left_is_that_within_the_classes(chunk):
    draws = chunk(MANY)
    s, classes = draws.relaxed.astype(float), draws.classes
    within = sum(s[:, classes == k].var(axis=1).sum() * (classes == k).mean() for k in range(5))
    found = ConditionalDraws.summarise(draws).variance_left
    assert found == pytest.approx(within / s.var(axis=1).sum(), rel=1e-4)


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({"temperature": 0}, 0),  # s is the class
        ({"temperature": 1e300}, None),  # s is always the same
        ({"probabilities": (1, 0)}, None),
        ({"draws": 1}, None),
    ],
)
def test_where_nothing_varies_nothing_is_said_of_it(changes, left, show, summary_of):
    parameters = replace(MANY, **changes)
    summary = summary_of(ConditionalDraws, parameters)
    assert summary.variance_left == left
    told = show("conditional_draws", parameters).caption(summary, parameters)
    assert ("Gumbel-Rao" in told) == (left is not None)


def test_with_other_noise_the_fresh_noise_is_told_apart(show, summary_of):
    for mistake in Mistake:
        parameters = replace(MANY, mistake=mistake)
        summary = summary_of(ConditionalDraws, parameters)
        told = show("conditional_draws", parameters).caption(summary, parameters)
        assert ("which that of the draws is not" in told) == (not mistake.noise_is_gumbel)


@pytest.mark.parametrize("p", [(1, 1e-300, 0), (1e-300, 1, 5e-324), (1,) * 64])
@pytest.mark.parametrize("t", [0, 1e-6, 1e6])
def test_columns_end_at_one(p, t, show):
    parameters = Parameters(p, t, draws=100, seed=1)
    plot = show("conditional_draws", parameters)
    np.testing.assert_allclose(columns(plot).sum(axis=0), 1, atol=1e-5)


def test_the_caption_tells_the_draw_and_who_won_it(show, summary_of):
    plot, summary = show("conditional_draws", MANY), summary_of(ConditionalDraws, MANY)
    selection = select(replace(MANY, selected=9))
    plot.show_selection(selection)
    told = plot.caption(summary, MANY)
    assert told.startswith(f"Draw 9, beside 32 fresh ones given that class {selection.winner} won;")
    assert plot.mark(selection) == "frame"


def test_a_table_needs_no_picture(show, summary_of):
    summary = summary_of(ConditionalDraws, MANY)
    fresh, drawn = ConditionalDraws(), show("conditional_draws", MANY)
    tables = [plot.table(summary, MANY) for plot in (fresh, drawn)]
    for mine, theirs in zip(*(table.columns for table in tables), strict=True):
        np.testing.assert_array_equal(mine.values, theirs.values)
    assert fresh.caption(summary, MANY) == drawn.caption(summary, MANY)
