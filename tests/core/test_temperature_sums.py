"""Sums over many temperatures, against quadrature, limits and the formulas written out."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import scipy.integrate
import scipy.special
import scipy.stats

from gumbel_gui.core import temperature_sums as temperatures
from gumbel_gui.core.draws import CHUNK, Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.temperature_sums import (
    GALLERY,
    GRID,
    RelaxedSums,
    relaxed_sums,
    relaxed_sums_at,
    relaxed_sums_on_grid,
)
from gumbel_gui.core.workspace import Workspace
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, draws=4 * CHUNK, seed=71)
MANY = tuple(np.arange(1, 65) ** 1.5)
UNEVEN = (1e-30, 1.0, 1e-6, 0.0, 1e-3)


@pytest.fixture
def work():
    return Workspace()


def all_draws(engine, parameters, temperatures):
    def sums(chunk):
        each = relaxed_sums_at(chunk.shifted_scores, temperatures, chunk.work)
        return np.column_stack([each.total, each.largest, each.entropy])

    added = engine.summarise(parameters, {"sums": sums})["sums"]
    return RelaxedSums(added[:, :-2], added[:, -2], added[:, -1])


def formulas(shifted, t):
    """s, its largest entry and its entropy, written out in float64, with the squares' sums."""
    s = scipy.special.softmax(shifted.astype(np.float64) / t, axis=0)
    return s, s.max(axis=0), scipy.special.entr(s).sum(axis=0)


def test_the_grid_ascends_from_a_hundredth_to_a_hundred_with_the_gallery_in_it():
    assert (GRID[0], GRID[-1], len(GRID)) == (0.01, 100, 28)
    assert (np.diff(GRID) > 0.001).all()
    assert GALLERY == (0.1, 0.5, 1, 2, 5, 10)
    assert {*GALLERY} < {*GRID}
    assert max(b / a for a, b in pairwise(GRID)) < 1.4679


def expected_of_two(p, t):
    """E[s₀], E[largest], E[entropy]: ln(s₀/s₁) is (ln(p₀/p₁) + a logistic variable) / t."""
    d = np.log(p[0] / p[1])

    def mean(function):
        def density(v):  # of ln(s₀/s₁) = v; it is narrow where s changes
            return function(v) * scipy.special.expit(t * v - d) * scipy.special.expit(d - t * v) * t

        inner, reach = 30, (40 + abs(d)) / t
        cuts = sorted({c for c in (-reach, -inner, 0, inner, d / t, reach) if abs(c) <= reach})
        return sum(scipy.integrate.quad(density, *part, limit=200)[0] for part in pairwise(cuts))

    def uncertainty(v):
        return scipy.special.entr(scipy.special.expit(v)) + scipy.special.entr(
            scipy.special.expit(-v)
        )

    return (
        mean(scipy.special.expit),
        mean(lambda v: scipy.special.expit(abs(v))),
        mean(uncertainty),
    )


def test_two_classes_have_the_means_of_the_logistic_law_at_every_temperature(engine):
    """2¹⁸ draws: the standard errors are at most 0.0009 (s) and 0.0005 (largest entry, entropy)."""
    parameters = Parameters((0.3, 0.7), draws=4 * CHUNK, seed=72)
    n, shifted = parameters.draws, engine.chunk(parameters, 0).shifted_scores
    sums = all_draws(engine, parameters, GRID)
    for i, t in enumerate(GRID):
        expected = expected_of_two((0.3, 0.7), t)
        s, largest, entropy = formulas(shifted, t)
        errors = [x.std() / n**0.5 for x in (s[0], largest, entropy)]
        means = np.array([sums.total[i, 0], sums.largest[i], sums.entropy[i]]) / n
        checks.means(means, expected, errors, slack=1e-7)
        assert max(errors) < 9e-4
        assert sums.total[i].sum() == pytest.approx(n, rel=1e-6)


def expected_of_three(p, t):
    """E[s], E[largest], E[entropy] over a grid of three Gumbel variables, by definition."""
    noise = np.arange(-4, 34, 0.25)
    weight = 0.25 * scipy.stats.gumbel_r.pdf(noise)
    x, y = np.log(p[0]) + noise[:, None], np.log(p[1]) + noise
    total = np.zeros(5)
    for z, chance in zip(np.log(p[2]) + noise, weight, strict=True):
        shifted = np.stack(np.broadcast_arrays(x, y, z))
        s, largest, entropy = formulas(shifted, t)
        total += chance * np.einsum("kij,i,j->k", [*s, largest, entropy], weight, weight)
    return total


def test_three_classes_have_the_means_of_three_gumbel_variables(engine):
    """2¹⁸ draws. The largest entry has a kink, which the quadrature takes to within 0.001."""
    p, temperatures = (0.1, 0.2, 0.7), (0.5, 1.0, 5.0, 100.0)
    parameters = Parameters(p, draws=4 * CHUNK, seed=73)
    n, shifted = parameters.draws, engine.chunk(parameters, 0).shifted_scores
    sums = all_draws(engine, parameters, temperatures)
    for i, t in enumerate(temperatures):
        *means, largest, entropy = expected_of_three(p, t)
        s, widest, uncertain = formulas(shifted, t)
        checks.means(sums.total[i] / n, means, s.std(axis=1) / n**0.5, slack=1e-7)
        checks.means(sums.entropy[i] / n, entropy, uncertain.std() / n**0.5, slack=1e-7)
        checks.means(sums.largest[i] / n, largest, widest.std() / n**0.5, slack=0.001)


def test_the_limits_are_p_and_equal_shares(engine):
    n = NOTE.draws
    sums = all_draws(engine, NOTE, (1e-6, 1e6))
    errors = np.sqrt(NOTE.p * (1 - NOTE.p) / n)
    checks.means(sums.total[0] / n, NOTE.p, errors, slack=1e-7)
    np.testing.assert_allclose(sums.total[1] / n, 0.2, atol=1e-5)
    np.testing.assert_allclose(sums.largest / n, [1, 0.2], atol=1e-5)
    np.testing.assert_allclose(sums.entropy / n, [0, np.log(5)], atol=1e-5)


def test_at_zero_all_is_one_hot(engine):
    n = NOTE.draws
    sums = all_draws(engine, NOTE, (0.0, 0.5))
    counts = sum(np.bincount(engine.chunk(NOTE, i).classes, minlength=5) for i in range(4))
    np.testing.assert_array_equal(sums.total[0], counts)
    assert (sums.largest[0], sums.entropy[0]) == (n, 0)
    assert np.copysign(1, sums.entropy[0]) == 1


@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, (1, 1), (0.999, 0.001), UNEVEN, MANY])
@pytest.mark.parametrize("count", [1, 7, 1_024, 5_000])
def test_they_are_the_formulas_written_out_in_double_precision(engine, work, p, count):
    """To single precision: 5e-6 of a mean, of which most is the rounding of s near 1."""
    shifted = engine.chunk(Parameters(p, draws=count, seed=74), 0).shifted_scores
    sums = relaxed_sums_at(shifted, GRID, work)
    for i, t in enumerate(GRID):
        s, largest, entropy = formulas(shifted, t)
        np.testing.assert_allclose(sums.total[i], s.sum(axis=1), rtol=1e-5, atol=1e-12)
        assert sums.largest[i] == pytest.approx(largest.sum(), rel=1e-6)
        assert sums.entropy[i] == pytest.approx(entropy.sum(), rel=5e-6, abs=5e-7 * count)


def test_a_whole_chunk_is_added_precisely(engine, work):
    shifted = engine.chunk(NOTE, 0).shifted_scores
    sums = relaxed_sums_at(shifted, GRID, work)
    for i, t in enumerate(GRID):
        s, largest, entropy = formulas(shifted, t)
        np.testing.assert_allclose(sums.total[i], s.sum(axis=1), rtol=2e-6)
        assert sums.largest[i] == pytest.approx(largest.sum(), rel=1e-6)
        assert sums.entropy[i] == pytest.approx(entropy.sum(), rel=2e-6, abs=1e-7 * CHUNK)


@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, UNEVEN, MANY, (0.5, 0.5)])
@pytest.mark.parametrize("count", [1, 7, 12_345, CHUNK])
def test_totals_are_those_that_are_counted_of_each_t(engine, work, p, count):
    """What is left out as dust must not show, and be put back where it is all there is."""
    parameters = Parameters(p, draws=count, seed=75)
    temperatures = (0.0, 1e-300, 1e-3, *GRID, 0.37, 1e30)
    sums = relaxed_sums_at(engine.chunk(parameters, 0).shifted_scores, temperatures, work)
    for t, total in zip(temperatures, sums.total, strict=True):
        chunk = engine.chunk(replace(parameters, temperature=t), 0)
        exact = chunk.relaxed.sum(axis=1, dtype=np.float64)
        np.testing.assert_allclose(total, exact, rtol=1e-5, atol=1e-12)


def test_dust_that_is_all_there_is_of_a_class_is_kept(work):
    shifted = np.array([[0, 0, 0], [-85, -90, -101], [-np.inf] * 3], np.float32)
    sums = relaxed_sums_at(shifted, (1.0,), work)
    exact = np.exp(np.array([-85.0, -90.0, -101.0])).sum()
    assert sums.total[0, 1] == pytest.approx(exact, rel=1e-4)
    assert sums.total[0, 2] == 0


def test_a_class_that_cannot_occur_changes_nothing(engine, work):
    """Its noise is not added, so that the other classes have the same scores."""
    without = Parameters((0.2, 0.8), draws=5_000, seed=76)
    beside = replace(without, probabilities=(0.2, 0.8, 0.0))
    plain = relaxed_sums_at(engine.chunk(without, 0).shifted_scores, GRID, work)
    more = relaxed_sums_at(engine.chunk(beside, 0).shifted_scores, GRID, work)
    np.testing.assert_array_equal(more.total[:, :2], plain.total)
    assert (more.total[:, 2] == 0).all()
    np.testing.assert_array_equal(more.largest, plain.largest)
    np.testing.assert_allclose(more.entropy, plain.entropy, rtol=1e-6, atol=1e-7)


def test_gaps_are_only_read_and_sums_hold_none_of_the_arrays_worked_in(engine, work):
    shifted = engine.chunk(NOTE, 0).shifted_scores
    before = shifted.copy()
    first = relaxed_sums_at(shifted, GRID, work)
    kept = [x.copy() for x in (first.total, first.largest, first.entropy)]
    relaxed_sums_at(shifted[:, :100], GRID[::-1], work)
    np.testing.assert_array_equal(shifted, before)
    for x, y in zip((first.total, first.largest, first.entropy), kept, strict=True):
        np.testing.assert_array_equal(x, y)
        assert x.dtype == np.float64


def test_sums_know_their_memory():
    assert RelaxedSums(np.array([[1.0, 2.0]]), np.array([3.0]), np.array([4.0])).nbytes == 32


# a chunk at its own t and at those of the grid


SMALL = Parameters(NOTE_PROBABILITIES, 0.7, 3000, 81)


def sums_of(scores, t):
    """The sums of s, of its largest entry and of its entropy, written out in float64."""
    s, largest, entropy = formulas(scores, t)
    return s.sum(axis=1), largest.sum(), entropy.sum()


@pytest.fixture
def part():
    """Return a function that gives the same draws of some parameters, with what is kept of them."""
    stages, work = Stages(), Workspace()

    def make(parameters):
        return Chunk(parameters, 0, parameters.draws, stages, work)

    return make


def assert_are(sums, i, expected):
    total, largest, entropy = expected
    np.testing.assert_allclose(sums.total[i], total, rtol=1e-5, atol=1e-9)
    assert sums.largest[i] == pytest.approx(largest, rel=1e-6)
    assert sums.entropy[i] == pytest.approx(entropy, rel=1e-5, abs=1e-3)


@pytest.mark.parametrize("t", [0.0, 1e-300, 0.02, 0.7, 3.0, 1e300])
@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, (0, 1, 0, 3), (0, 1, 0), (0.5, 0.5)])
def test_sums_at_the_chunk_s_own_t_are_the_formulas(t, p, part):
    chunk = part(replace(SMALL, probabilities=p, temperature=t))
    sums = relaxed_sums(chunk)
    assert sums.total.shape == (1, len(p))
    exact = chunk.relaxed.sum(axis=1, dtype=np.float64)
    np.testing.assert_allclose(sums.total[0], exact, rtol=1e-5, atol=1e-12)
    if t < 1e-200:
        counts = np.bincount(chunk.classes, minlength=len(p))
        assert_are(sums, 0, (counts, chunk.count, 0.0))
    else:
        assert_are(sums, 0, sums_of(chunk.scores, t))


def test_the_grid_is_summed_at_each_of_its_temperatures(part):
    chunk = part(SMALL)
    sums = relaxed_sums_on_grid(chunk)
    for i, t in enumerate(GRID):
        assert_are(sums, i, sums_of(chunk.scores, t))


def test_t_outside_the_exponential_cancels_in_both(part):
    for t in (0.0, 0.7, 1e300):
        chunk = part(replace(SMALL, temperature=t, mistake=Mistake.T_OUTSIDE))
        expected = sums_of(chunk.scores, 1.0)
        grid, own = relaxed_sums_on_grid(chunk), relaxed_sums(chunk)
        assert grid.total.shape == (len(GRID), 5)
        for i in range(len(GRID)):
            assert_are(grid, i, expected)
        assert_are(own, 0, expected)


@pytest.mark.parametrize("mistake", [Mistake.NOISE_AFTER_T, Mistake.T_IN_LOGARITHMS])
def test_where_t_is_in_the_scores_they_are_made_for_each_t(part, mistake):
    at = replace(SMALL, mistake=mistake)
    sums = relaxed_sums_on_grid(part(replace(at, temperature=0.7)))
    for i, t in list(enumerate(GRID))[::9]:
        assert_are(sums, i, sums_of(part(replace(at, temperature=t)).scores, 1.0))


def test_the_grid_is_summed_once_while_t_is_dragged_and_anew_for_anything_else(part, monkeypatch):
    calls = []

    def counting(*args):
        calls.append(args)
        return relaxed_sums_at(*args)

    relaxed_sums_at = temperatures.relaxed_sums_at
    monkeypatch.setattr(temperatures, "relaxed_sums_at", counting)
    first = relaxed_sums_on_grid(part(SMALL))
    for t in (0.8, 0.0, 5.0):
        assert relaxed_sums_on_grid(part(replace(SMALL, temperature=t))) is first
    assert len(calls) == 1
    changes = (
        {"probabilities": NOTE_PROBABILITIES[::-1]},
        {"seed": 82},
        {"draws": 2999},
        {"mistake": "t-outside"},
        {"mistake": "normal-noise"},
    )
    for number, change in enumerate(changes, start=2):
        relaxed_sums_on_grid(part(replace(SMALL, **change)))
        assert len(calls) == number
