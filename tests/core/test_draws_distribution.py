"""The distribution of the engine's draws: classes, rare classes, and the noise."""

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from tests.statistical import checks

SEEDS = range(200)
DRAWS = 10_000
RARE = (1e-6, 0.2, 0.3, 0.499999)


@pytest.mark.parametrize(
    ("p", "groups"),
    [
        (NOTE_PROBABILITIES, [[0], [1], [2], [3], [4]]),
        (RARE, [[0, 1], [2], [3]]),
        ((0.1, 0.0, 0.2, 0.7), [[0], [2], [3]]),
    ],
    ids=["note", "rare", "zero"],
)
def test_class_frequencies_follow_p_and_the_chi_square_is_calibrated(class_counts, p, groups):
    """200 seeds × 10,000 draws.

    The law of the 200 p-values tells frequencies that scatter more or less than they should, the
    chi-square of the 2·10⁶ draws together a probability that is off.

    A class of probability 1e-6 is pooled into its neighbour here: with 0.01 draws expected, the
    one draw that comes now and then adds about 98 to the statistic, which is then nowhere near
    chi-square. A class of its own below: test_a_rare_class_is_drawn_as_often_as_it_should.
    """
    counts = np.array([class_counts(Parameters(p, draws=DRAWS, seed=seed)) for seed in SEEDS])
    assert (counts.sum(axis=1) == DRAWS).all()
    assert not counts[:, np.equal(p, 0)].any()
    observed = np.stack([counts[:, group].sum(axis=1) for group in groups], axis=1)
    shares = np.array([np.sum(np.divide(p, np.sum(p))[group]) for group in groups])
    p_values = scipy.stats.chisquare(observed, DRAWS * shares, axis=1).pvalue
    checks.follows(p_values, "uniform")
    together = observed.sum(axis=0)
    checks.counts(together, together.sum() * shares)


def test_a_rare_class_is_drawn_as_often_as_it_should(class_counts):
    """Exact binomial tests of a class of probability 1e-6.

    Of 200 × 10,000 draws, 2 are expected, and 14 or more are too many. That cannot tell a class
    that is never drawn, so 4·10⁷ more draws follow: 40 expected, which tells none or a sixth.
    """
    counts = [class_counts(Parameters(RARE, draws=DRAWS, seed=seed)) for seed in SEEDS]
    few = sum(int(each[0]) for each in counts)
    checks.happens(few, DRAWS * len(SEEDS), 1e-6)
    many = 40_000_000
    found = int(class_counts(Parameters((1e-6, 1 - 1e-6), draws=many, seed=1000))[0])
    checks.happens(found, many, 1e-6)


def test_the_noise_of_the_chunks_has_the_gumbel_law(engine):
    parameters = Parameters(NOTE_PROBABILITIES, draws=3 * CHUNK, seed=21)
    noise = np.concatenate([engine.chunk(parameters, i).noise.ravel() for i in range(3)])
    checks.follows(noise, "gumbel_r")
