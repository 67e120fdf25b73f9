"""Noise under which a rare class is often chosen, against exact laws."""

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.class_law import class_law
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.raised_noise import Raised
from tests.statistical import checks

NOISE = {
    Mistake.NONE: scipy.stats.gumbel_r,
    Mistake.NORMAL: scipy.stats.norm,
    Mistake.UNIFORM: scipy.stats.uniform,
}
RARE = [
    (Mistake.NONE, (0.6, 0.4 - 1e-6, 1e-6)),
    (Mistake.NONE, (1 - 1e-12, 1e-12)),
    (Mistake.NORMAL, (0.6, 0.398, 0.002)),
    (Mistake.NORMAL, (1 - 1e-3, 1e-3)),
    (Mistake.UNIFORM, (0.5, 0.31, 0.19)),
    (Mistake.UNIFORM, (0.726, 0.274)),
]


@pytest.mark.parametrize(("mistake", "p"), RARE)
def test_weights_give_a_rare_class_its_probability(mistake, p):
    """20,000 draws tell it to a few percent, where plain ones would not hold it."""
    rng, rare = np.random.default_rng(15), len(p) - 1
    way = Raised(mistake.noise_kind, np.log(p), rare)
    noise = way.noise(NOISE[mistake].rvs(size=(len(p), 20_000), random_state=rng))
    chosen = (np.log(p)[:, None] + noise).argmax(axis=0) == rare
    weights = chosen / way.density_ratio(noise)
    error = weights.std() / 20_000**0.5
    exact = class_law(mistake, p).chosen[rare]
    assert error < 0.03 * exact
    checks.means(weights.mean() / exact, 1, error / exact, what="ratio of probabilities")


@pytest.mark.parametrize("mistake", NOISE)
def test_the_density_ratio_is_that_of_both_laws(mistake):
    """Its mean under plain noise is 1: raised noise has a density."""
    rng = np.random.default_rng(16)
    noise = NOISE[mistake].rvs(size=(3, 200_000), random_state=rng)
    ratio = Raised(mistake.noise_kind, np.log([0.45, 0.3, 0.25]), 2).density_ratio(noise)
    assert ratio.mean() == pytest.approx(1, abs=6 * ratio.std() / 200_000**0.5)


@pytest.mark.parametrize("mistake", NOISE)
def test_an_impossible_class_beside_a_rare_one_changes_nothing(mistake):
    logits = np.array([np.log(0.7), -np.inf, np.log(0.3)])
    noise = NOISE[mistake].rvs(size=(3, 5), random_state=np.random.default_rng(17))
    two = Raised(mistake.noise_kind, logits[[0, 2]], 1)
    three = Raised(mistake.noise_kind, logits, 2)
    np.testing.assert_allclose(three.noise(noise)[[0, 2]], two.noise(noise[[0, 2]]))
    np.testing.assert_allclose(three.density_ratio(noise), two.density_ratio(noise[[0, 2]]))
