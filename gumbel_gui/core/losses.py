"""The losses whose expected value is made small, and the ways to estimate its gradient.

The expected loss of p is E[L(y)], where y is the one-hot vector of a class drawn from p.
"""

from __future__ import annotations

from enum import StrEnum


class Loss(StrEnum):
    """What a vector y on the simplex costs; w are its K weights."""

    COST = "cost"
    """A cost per class: Σ w_k y_k."""
    DISTANCE = "distance"
    """The squared distance to a target vector: Σ (y_k − w_k)²."""


class Estimator(StrEnum):
    """How the gradient of the expected loss is estimated from draws."""

    GUMBEL_SOFTMAX = "gumbel-softmax"
    """The gradient of the loss of the relaxed vector s."""
    STRAIGHT_THROUGH = "straight-through"
    """The loss of the one-hot vector, its gradient passed on as if that were s."""
    REINFORCE = "reinforce"
    """The loss times the gradient of ln p of the drawn class."""
    BASELINE = "reinforce-baseline"
    """The same, with a baseline taken off the loss."""


def default_weights(loss: Loss, classes: int) -> tuple[float, ...]:
    """Return the K weights w that a loss has as long as nobody chooses others.

    As costs, the numbers 0 … K − 1 of the classes: the expected loss is then E(X), the mean class
    number of the note. As a target, the ramp 1 … K divided by its sum.
    """
    if loss is Loss.COST:
        return tuple(float(k) for k in range(classes))
    total = classes * (classes + 1) / 2
    return tuple((k + 1) / total for k in range(classes))
