"""Relaxed vectors of three classes: against their definition in float64, and the exact density."""

from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core import concrete
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.temperature.contours import SHARES, levels, lines
from gumbel_gui.plots.temperature.simplex_sums import contours, summarise
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 5000, 8, trio=(4, 3, 1))
THREE = Parameters((0.1, 0.2, 0.7), 0.8, 5000, 1)
CASES = {
    "three": THREE,
    "three of five": NOTE,
    "the other way round": replace(NOTE, trio=(1, 3, 4)),
    "cold": replace(NOTE, temperature=0.01),
    "hot": replace(NOTE, temperature=1e5),
    "t = 0": replace(NOTE, temperature=0),
    "t = 1e300": replace(NOTE, temperature=1e300),
    "rare ones of five": Parameters((1e-9, 1e-12, 1, 1e-10, 1), 0.05, 2000, trio=(0, 1, 3)),
    "two": Parameters((0.3, 0.7), 0.5, 2000),
    "two on another edge": Parameters((0.3, 0.7), 0.5, 2000, trio=(2, 0, 1)),
    "a zero": Parameters((0, 0.4, 0.6), 0.5, 2000),
    "two zeros": Parameters((0, 0, 0.6, 0.4), 0.5, 2000),
    "few": replace(NOTE, draws=7),
    "one": replace(NOTE, draws=1),
    "64 classes": Parameters(range(1, 65), 0.7, 3000, trio=(60, 7, 33)),
}
EVERY = {**CASES, **{mistake.value: replace(NOTE, mistake=mistake) for mistake in Mistake}}
each_case = pytest.mark.parametrize("parameters", EVERY.values(), ids=EVERY.keys())


def reference(draws):
    """Return softmax of the trio's scores in float64, (3, n): the definition, renormalised."""
    parameters = draws.parameters
    scores = np.full((3, draws.count), -np.inf)
    for corner, k in enumerate(parameters.trio):
        if k < parameters.classes:
            scores[corner] = draws.scores[k]
    shifted = scores - scores.max(axis=0)
    t = parameters.temperature if parameters.mistake.relaxes_by_t else 1.0
    s = np.exp(shifted / t) if t else (shifted == 0).astype(float)
    return s / s.sum(axis=0)


def test_where_s_itself_is_all_zero_the_three_are_relaxed_none_the_less(chunk):
    """At t = 0.05, s of such rare classes is 0 in single precision."""
    summary = summarise(chunk(CASES["rare ones of five"]))
    assert (chunk(CASES["rare ones of five"]).relaxed[[0, 1, 3]] == 0).all()
    assert summary.total.sum() == pytest.approx(2000)
    assert summary.cells.sum() == 2000


@each_case
def test_means_and_squares_are_those_of_all_draws(parameters, chunk):
    draws = chunk(parameters)
    summary, s = summarise(draws), reference(draws)
    np.testing.assert_allclose(summary.mean, s.mean(axis=1), atol=3e-5)
    np.testing.assert_allclose(summary.squares, np.square(s).sum(axis=1), rtol=1e-4, atol=0.05)
    assert summary.cells.sum() == draws.count


def test_of_the_draws_in_chunks_the_first_ones_are_shown_however_they_are_added_up():
    def part(start, count):
        return summarise(Chunk(NOTE, start, count, Stages(), Workspace()))

    whole = part(0, 5000)
    a, b, c, d = part(0, 7), part(7, 573), part(580, 3000), part(3580, 1420)
    for total in (a + b + c + d, d + (c + (b + a)), (c + d) + (b + a), (a + b) + (c + d)):
        np.testing.assert_array_equal(total.corners.values, whole.corners.values)
        np.testing.assert_array_equal(total.cells, whole.cells)
        assert total.draws == whole.draws
        np.testing.assert_allclose(total.places.values, whole.places.values, atol=1e-6)


@pytest.mark.parametrize("trio", [(4, 3, 1), (0, 1, 2)])
@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NOISE_ON_P, Mistake.T_OUTSIDE])
def test_contours_enclose_as_many_draws_as_they_say(mistake, trio, chunk):
    """Of 60 000 draws of three classes of five, a share has a standard error of at most 0.0021.

    Levels are right to within 0.002. A density of p where softmax(p) is right, or of t where it
    cancels, is seen.
    """
    parameters = replace(NOTE, temperature=1.7, draws=60_000, trio=trio, mistake=mistake)
    p = np.array(NOTE_PROBABILITIES)[list(trio)]
    weights = np.exp(p) if mistake is Mistake.NOISE_ON_P else p
    weights, t = weights / weights.sum(), 1.0 if mistake is Mistake.T_OUTSIDE else 1.7
    s = reference(chunk(parameters))
    density = concrete.log_density(s, weights, t)
    found = (density > levels(tuple(weights), t)[:, None]).mean(axis=1)
    checks.means(found, SHARES, 0.0021, slack=0.002, what="share")
    drawn = contours(parameters)
    exact = lines(tuple(weights), t)
    assert drawn.shares == exact.shares
    assert drawn.ends.shape == exact.ends.shape
    np.testing.assert_allclose(drawn.ends, exact.ends, atol=1e-5)
