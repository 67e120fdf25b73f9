"""The distribution of the engine's draws: classes, rare classes, and the noise."""

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters

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
    """200 seeds × 10,000 draws: false alarm 0.1 % for each of the two tests.

    KS of the 200 p-values against uniform catches (98 %) a probability of 0.59 off by 0.006 in
    each sample, and frequencies that scatter less than they should. The chi-square of the 2·10⁶
    draws together catches (99 %) one off by 0.0022.

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
    assert scipy.stats.kstest(p_values, "uniform").pvalue > 1e-3
    together = observed.sum(axis=0)
    assert scipy.stats.chisquare(together, together.sum() * shares).pvalue > 1e-3


def test_a_rare_class_is_drawn_as_often_as_it_should(class_counts):
    """Exact binomial tests of a class of probability 1e-6: false alarm 0.1 % each.

    Of 200 × 10,000 draws, 2 are expected and 9 or more are too many. That cannot tell a class
    that is never drawn, so 2·10⁷ more draws follow: 20 expected, 7 to 36 allowed, which catches
    (97 %) 2.5 times too many, (100 %) none, and (99.9 %) a sixth.
    """
    counts = [class_counts(Parameters(RARE, draws=DRAWS, seed=seed)) for seed in SEEDS]
    few = sum(int(each[0]) for each in counts)
    assert scipy.stats.binomtest(few, DRAWS * len(SEEDS), 1e-6).pvalue > 1e-3
    many = 20_000_000
    found = int(class_counts(Parameters((1e-6, 1 - 1e-6), draws=many, seed=1000))[0])
    assert scipy.stats.binomtest(found, many, 1e-6).pvalue > 1e-3


def test_the_noise_of_the_chunks_has_the_gumbel_law(engine):
    """KS of 983,040 values: false alarm 0.1 %; catches a location off by 0.008 or scale by 1 %."""
    parameters = Parameters(NOTE_PROBABILITIES, draws=3 * CHUNK, seed=21)
    noise = np.concatenate([engine.chunk(parameters, i).noise.ravel() for i in range(3)])
    assert scipy.stats.kstest(noise.astype(np.float64), "gumbel_r").pvalue > 1e-3
