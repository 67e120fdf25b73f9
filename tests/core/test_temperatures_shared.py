"""What the plots of the Temperature view share of a chunk."""

from dataclasses import replace

import numpy as np
import pytest
import scipy.special

from gumbel_gui.core import temperature_sums as temperatures
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.temperature_sums import GRID, relaxed_sums, relaxed_sums_on_grid
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.sample.relaxed_density import RelaxedDensity

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 3000, 81)


@pytest.fixture
def part():
    """Return a function that gives the same draws of some parameters, with what is kept of them."""
    stages, work = Stages(), Workspace()

    def make(parameters):
        return Chunk(parameters, 0, parameters.draws, stages, work)

    return make


def formulas(scores, t):
    """The sums of s, of its largest entry and of its entropy, written out in float64."""
    s = scipy.special.softmax(scores.astype(np.float64) / t, axis=0)
    return s.sum(axis=1), s.max(axis=0).sum(), scipy.special.entr(s).sum()


def assert_are(sums, i, expected):
    total, largest, entropy = expected
    np.testing.assert_allclose(sums.total[i], total, rtol=1e-5, atol=1e-9)
    assert sums.largest[i] == pytest.approx(largest, rel=1e-6)
    assert sums.entropy[i] == pytest.approx(entropy, rel=1e-5, abs=1e-3)


@pytest.mark.parametrize("t", [0.0, 1e-300, 0.02, 0.7, 3.0, 1e300])
@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, (0, 1, 0, 3), (0, 1, 0), (0.5, 0.5)])
def test_sums_at_the_chunk_s_own_t_are_the_formulas(t, p, part):
    chunk = part(replace(NOTE, probabilities=p, temperature=t))
    sums = relaxed_sums(chunk)
    assert sums.total.shape == (1, len(p))
    assert sums.total[0].tobytes() == RelaxedDensity.summarise(chunk).total.tobytes()
    if t < 1e-200:
        counts = np.bincount(chunk.classes, minlength=len(p))
        assert_are(sums, 0, (counts, chunk.count, 0.0))
    else:
        assert_are(sums, 0, formulas(chunk.scores, t))


def test_the_grid_is_summed_at_each_of_its_temperatures(part):
    chunk = part(NOTE)
    sums = relaxed_sums_on_grid(chunk)
    for i, t in enumerate(GRID):
        assert_are(sums, i, formulas(chunk.scores, t))


def test_t_outside_the_exponential_cancels_in_both(part):
    for t in (0.0, 0.7, 1e300):
        chunk = part(replace(NOTE, temperature=t, mistake=Mistake.T_OUTSIDE))
        expected = formulas(chunk.scores, 1.0)
        grid, own = relaxed_sums_on_grid(chunk), relaxed_sums(chunk)
        assert grid.total.shape == (len(GRID), 5)
        for i in range(len(GRID)):
            assert_are(grid, i, expected)
        assert_are(own, 0, expected)


def test_the_grid_is_summed_once_while_t_is_dragged_and_anew_for_anything_else(part, monkeypatch):
    calls = []

    def counting(*args):
        calls.append(args)
        return relaxed_sums_at(*args)

    relaxed_sums_at = temperatures.relaxed_sums_at
    monkeypatch.setattr(temperatures, "relaxed_sums_at", counting)
    first = relaxed_sums_on_grid(part(NOTE))
    for t in (0.8, 0.0, 5.0):
        assert relaxed_sums_on_grid(part(replace(NOTE, temperature=t))) is first
    assert len(calls) == 1
    changes = (
        {"probabilities": NOTE_PROBABILITIES[::-1]},
        {"seed": 82},
        {"draws": 2999},
        {"mistake": "t-outside"},
        {"mistake": "normal-noise"},
    )
    for number, change in enumerate(changes, start=2):
        relaxed_sums_on_grid(part(replace(NOTE, **change)))
        assert len(calls) == number
