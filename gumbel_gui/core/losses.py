"""Losses whose expected value is minimised, and estimators of its gradient.

The expected loss of p is E[L(y)], where y is the one-hot vector of a class drawn from p.
"""

from __future__ import annotations

from gumbel_gui.core.choices import LabelledEnum
from gumbel_gui.language import mark


class Loss(LabelledEnum):
    """What a vector y on the simplex costs; w are its K weights."""

    COST = "cost", mark("cost per class")
    """A cost per class: Σ w_k y_k."""
    DISTANCE = "distance", mark("distance to a target")
    """The squared distance to a target vector: Σ (y_k − w_k)²."""


class Estimator(LabelledEnum):
    """How the gradient of the expected loss is estimated from draws.

    Labels are as short as in a key that has all four.
    """

    GUMBEL_SOFTMAX = "gumbel-softmax", mark("Gumbel-softmax")
    """The gradient of the loss of the relaxed vector s."""
    STRAIGHT_THROUGH = mark("straight-through"), "straight-through"
    """The loss of the one-hot vector, its gradient passed on as if that were s."""
    REINFORCE = "reinforce", mark("REINFORCE")
    """The loss times the gradient of ln p of the drawn class."""
    BASELINE = "reinforce-baseline", mark("with baseline")
    """The same, with a baseline subtracted from the loss."""


def default_weights(loss: Loss, classes: int) -> tuple[float, ...]:
    """Return the K weights w that a loss has where none are chosen.

    As costs, the numbers 0 … K − 1 of the classes: the expected loss is then E(X), the mean class
    number of the note. As a target, the ramp 1 … K divided by its sum.
    """
    if loss is Loss.COST:
        return tuple(float(k) for k in range(classes))
    total = classes * (classes + 1) / 2
    return tuple((k + 1) / total for k in range(classes))


def new_weights(loss: Loss, classes: int) -> tuple[float, ...]:
    """Return K weights from which chosen ones are completed when classes are added.

    A new class costs what it does by default; of a target it has no part, so that the others keep
    what they aim at.
    """
    return default_weights(loss, classes) if loss is Loss.COST else (0.0,) * classes
