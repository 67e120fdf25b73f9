import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.losses import Estimator, Loss, default_weights
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters

each_size = pytest.mark.parametrize("classes", [2, 3, 5, 64])


@each_size
def test_costs_are_class_numbers(classes):
    assert default_weights(Loss.COST, classes) == tuple(range(classes))


@each_size
def test_the_target_is_a_ramp_on_the_simplex(classes):
    target = np.array(default_weights(Loss.DISTANCE, classes))
    assert target.sum() == pytest.approx(1, abs=1e-15)
    np.testing.assert_allclose(np.diff(target), target[0], rtol=1e-12)


@each_size
@pytest.mark.parametrize("loss", Loss)
def test_default_weights_are_plain_and_accepted(loss, classes):
    weights = default_weights(loss, classes)
    assert {type(weight) for weight in weights} == {float}
    assert Parameters((1,) * classes, loss=loss, weights=weights).loss_weights == weights


def test_the_expected_default_cost_is_the_mean_class_of_the_note():
    """Enumerated over the classes: each has a one-hot vector, which costs what its class costs."""
    parameters = Parameters(NOTE_PROBABILITIES, loss=Loss.COST)
    costs = np.eye(5) @ parameters.loss_weights
    mean = scipy.stats.rv_discrete(values=(range(5), parameters.p)).mean()
    assert parameters.p @ costs == pytest.approx(mean, rel=1e-14)


def test_the_names():
    """They are written in settings, on command lines and in exported figures."""
    assert list(Loss) == ["cost", "distance"]
    assert list(Estimator) == [
        *("gumbel-softmax", "straight-through", "softmax-straight-through", "decoupled"),
        *("reinmax", "gumbel-rao", "reinforce", "reinforce-baseline", "leave-one-out", "rebar"),
    ]
