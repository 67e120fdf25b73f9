"""What estimates cost, against estimators written out with a loss that counts."""

import numpy as np
import pytest

from gumbel_gui.core.evaluations import evaluations
from gumbel_gui.core.losses import Estimator


class Counted:
    """A squared loss that counts how often it and its slope are evaluated."""

    def __init__(self):
        self.losses = self.slopes = 0

    def __call__(self, y):
        self.losses += 1
        return (y**2).sum()

    def slope(self, y):
        self.slopes += 1
        return 2 * y


def estimate(estimator, f, m):
    """One estimate as it would be computed, with made-up noise."""
    rng, y, p = np.random.default_rng(0), np.eye(3)[1], np.full(3, 1 / 3)
    soft = rng.dirichlet(np.ones(3), m)
    slopes = [np.diag(s) - np.outer(s, s) for s in soft]
    match estimator:
        case Estimator.GUMBEL_SOFTMAX:
            return slopes[0] @ f.slope(soft[0])
        case Estimator.GUMBEL_RAO:
            return np.mean(slopes, axis=0) @ f.slope(y)
        case Estimator.REINFORCE | Estimator.BASELINE:
            return (f(y) - 1.0) * (y - p)
        case Estimator.LEAVE_ONE_OUT:
            drawn = np.eye(3)[rng.integers(3, size=m)]
            losses = np.array([f(each) for each in drawn])
            return (losses - losses.mean()) @ (drawn - p) / (m - 1)
        case Estimator.REBAR:
            control = slopes[0] @ f.slope(soft[0]) - slopes[1] @ f.slope(soft[1])
            return (f(y) - f(soft[1])) * (y - p) + control
    return slopes[0] @ f.slope(y)


@pytest.mark.parametrize("m", [2, 5])
@pytest.mark.parametrize("estimator", Estimator)
def test_costs_are_those_of_estimators_that_are_written_out(estimator, m):
    f = Counted()
    estimate(estimator, f, m)
    cost = evaluations(estimator, m)
    assert (cost.losses, cost.slopes) == (f.losses, f.slopes)
    assert cost.total == f.losses + f.slopes
