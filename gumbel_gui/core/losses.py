"""Losses whose expected value is minimised, and estimators of its gradient.

The expected loss of p is E[L(y)], where y is the one-hot vector of a class drawn from p.
"""

from __future__ import annotations

from collections.abc import Iterable

from gumbel_gui.core.choices import LabelledEnum
from gumbel_gui.language import mark


class Loss(LabelledEnum):
    """What a vector y on the simplex costs; w are its K weights."""

    COST = "cost", mark("cost per class")
    """A cost per class: Σ w_k y_k."""
    DISTANCE = "distance", mark("distance to a target")
    """The squared distance to a target vector: Σ (y_k − w_k)²."""


class Estimator(LabelledEnum):
    """How the gradient of the expected loss is estimated from draws; y is the one-hot vector."""

    GUMBEL_SOFTMAX = "gumbel-softmax", mark("Gumbel-softmax")
    """The gradient of the loss of the relaxed vector s."""
    STRAIGHT_THROUGH = mark("straight-through"), "straight-through"
    """The loss of y, its gradient passed on as if y were s: what ``hard=True`` does."""
    SOFTMAX_STRAIGHT_THROUGH = "softmax-straight-through", mark("softmax straight-through")
    """The same as if y were p = softmax(θ): Bengio's."""
    DECOUPLED = mark("decoupled"), "decoupled"
    """The same as if y were softmax(θ / t_b), while y is drawn from softmax(θ / t)."""
    REINMAX = "reinmax", mark("ReinMax")
    """Straight-through of second order (Heun's method)."""
    GUMBEL_RAO = "gumbel-rao", mark("Gumbel-Rao")
    """Straight-through, its slope the mean over m draws of the noise given y."""
    REINFORCE = "reinforce", mark("REINFORCE")
    """The loss times the gradient of ln p of the drawn class."""
    BASELINE = "reinforce-baseline", mark("with baseline")
    """The same, with a baseline subtracted from the loss."""
    LEAVE_ONE_OUT = "leave-one-out", mark("leave-one-out")
    """The mean over m draws of the same, each with the mean loss of the others as its baseline."""
    REBAR = "rebar", mark("REBAR")
    """REINFORCE with the loss of a relaxed vector given y as its baseline, corrected for that."""

    @property
    def is_relaxed(self) -> bool:
        """Whether it depends on s, and not on the class alone."""
        return self in RELAXED

    @property
    def is_unbiased(self) -> bool:
        """Whether its mean is the gradient at any t, if classes are drawn from p."""
        return self in UNBIASED


RELAXED = frozenset(
    {
        *(Estimator.GUMBEL_SOFTMAX, Estimator.STRAIGHT_THROUGH),
        *(Estimator.GUMBEL_RAO, Estimator.REBAR),
    }
)
UNBIASED = frozenset(
    {
        *(Estimator.REINFORCE, Estimator.BASELINE),
        *(Estimator.LEAVE_ONE_OUT, Estimator.REBAR),
    }
)
FIRST_FOUR = (
    *(Estimator.GUMBEL_SOFTMAX, Estimator.STRAIGHT_THROUGH),
    *(Estimator.REINFORCE, Estimator.BASELINE),
)
"""Those that are shown by default."""

OWN_PARAMETERS = {
    "samples": frozenset({Estimator.GUMBEL_RAO, Estimator.LEAVE_ONE_OUT}),
    "eta": frozenset({Estimator.REBAR}),
    "backward_temperature": frozenset({Estimator.DECOUPLED}),
}
"""By name, the parameters that only some estimators depend on, and which ones."""


def unused_by(estimators: Iterable[Estimator]) -> list[str]:
    """Return the names of parameters that other estimators depend on, and none of these."""
    return [name for name, those in OWN_PARAMETERS.items() if those.isdisjoint(estimators)]


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
