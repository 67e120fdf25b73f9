"""How many draws make up the spread of the gradient estimates: too few, or all there is."""

import numpy as np
import pytest

from gumbel_gui.core.gradient_sums import (
    GradientSums,
    bias_and_deviation,
    class_effective_size,
    drawable,
    reinforce_sums,
)
from gumbel_gui.core.gradients import (
    class_losses,
    exact_gradient,
    expected_loss,
    reinforce_table,
)
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters


def test_draws_that_happened_to_be_alike_are_not_enough_however_many():
    """A class of probability 0.001 is not among 100 draws in 90 %: they tell nothing of it."""
    p, losses = np.array([0.001, 0.999]), class_losses(Loss.DISTANCE, [1 / 3, 1])
    for baseline in (0.0, expected_loss(p, losses)):
        table = reinforce_table(p, losses, baseline)
        for counts in ([0, n] for n in (1, 3, 7, 49, 100, 999, 10**9 + 7)):
            stat = bias_and_deviation(reinforce_sums(table, counts), exact_gradient(p, losses))
            assert (stat.deviation, stat.effective_size, stat.enough) == (0, 0, False)


PAYS, RARELY = [1000.0, 0, 1], np.array([1e-4, 0.5, 0.4999])
"""Costs, and probabilities: a rare class makes up a sixth of the expected cost."""


def test_a_rare_class_that_makes_a_difference_is_waited_for():
    """The others scatter, and only they are seen: a bias is shown that is none."""
    losses, exact = np.array(PAYS), exact_gradient(RARELY, PAYS)
    table = reinforce_table(RARELY, losses, expected_loss(RARELY, losses))
    unseen = [0, 5000, 5000]
    stat = bias_and_deviation(reinforce_sums(table, unseen), exact)
    assert stat.bias_low > 0.05
    assert stat.effective_size > 5000
    everything = np.ones(3, np.bool_)
    assert class_effective_size(table, unseen, everything) == pytest.approx(3, rel=0.01)
    assert class_effective_size(table, [4, 5000, 5000], everything) < 8
    # Enough of it, or what is not possible, or makes no difference, is not waited for.
    assert class_effective_size(table, [100, 500_000, 499_900], everything) > 50
    assert class_effective_size(table, unseen, np.array([False, True, True])) > 5000
    cheap = reinforce_table(RARELY, [2.0, 0.3, 1], 0.0)
    assert class_effective_size(cheap, unseen, everything) > 2000


def test_what_is_the_same_for_all_possible_classes_is_certain():
    table = reinforce_table([0.3, 0, 0.7], [1.0, 5, 1])
    both, one = np.array([True, False, True]), np.array([False, False, True])
    assert class_effective_size(table, [0, 0, 9], one) == np.inf
    assert class_effective_size(table, [0, 0, 9], both) < 50
    assert class_effective_size(table, [4, 0, 9], one) < 50  # it was drawn, so it is possible
    assert class_effective_size(0 * table, [0, 0, 1], both) == np.inf


@pytest.mark.parametrize(("draws", "size"), [(4, 7), (5, 5), (1, 4), (0, 3)])
def test_a_class_of_fewer_than_5_draws_counts_as_3_more(draws, size):
    """The others are so many that the rare class alone makes up the spread."""
    table = np.array([[1.0, -1.0], [0.0, 0.0]])
    found = class_effective_size(table, [draws, 10**9], np.ones(2, np.bool_))
    assert found == pytest.approx(size, rel=1e-6)


def test_50_contributing_draws_are_enough():
    """The intervals were found to cover from there on, see the docstring of bias_and_deviation."""
    for size, enough in ((49.9, False), (50.0, True)):
        stat = bias_and_deviation(GradientSums(1000, np.zeros(2), size, size), [0, 0])
        assert stat.effective_size == size
        assert stat.enough is enough


def test_uniform_noise_makes_up_for_nearly_a_factor_of_e():
    for share, possible in ((1 + 1e-9, True), (1 - 1e-9, False)):
        assert drawable(Mistake.UNIFORM, [1, share / np.e]).tolist() == [True, possible]


@pytest.mark.parametrize("mistake", Mistake)
def test_classes_are_drawable_if_they_are_drawn(mistake, engine):
    """60,000 draws; of classes that may come up, the rarest (normal noise) does 260 times."""
    p = (0.4, 0.2, 0.37, 0, 0.03)
    classes = engine.chunk(Parameters(p, draws=60_000, mistake=mistake), 0).classes
    counts = np.bincount(classes, minlength=5)
    np.testing.assert_array_equal(drawable(mistake, p), counts > 0)
