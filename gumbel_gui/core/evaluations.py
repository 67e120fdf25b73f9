"""How often a draw of each gradient estimator evaluates the loss f and its slope f'."""

from __future__ import annotations

from dataclasses import dataclass

from gumbel_gui.core.losses import Estimator


@dataclass(frozen=True)
class Evaluations:
    """What one estimate costs.

    Attributes:
        losses: evaluations of f.
        slopes: evaluations of f', all K of its entries at once.
    """

    losses: int
    slopes: int

    @property
    def total(self) -> int:
        """Both together, ≥ 1."""
        return self.losses + self.slopes


def evaluations(estimator: Estimator, samples: int) -> Evaluations:
    """Return what one estimate costs; of leave-one-out, that is the mean of m draws.

    Noise, softmax and the like are taken as free: in use, f is a network. So Gumbel-Rao costs no
    more than straight-through, as its m relaxed vectors share one f'. The exact baseline of
    REINFORCE is taken as known: K evaluations of f would give it, and the gradient itself with it.

    Args:
        estimator: any.
        samples: m.
    """
    if estimator is Estimator.REBAR:
        return Evaluations(2, 2)
    if estimator is Estimator.LEAVE_ONE_OUT:
        return Evaluations(samples, 0)
    return Evaluations(1, 0) if estimator.is_unbiased else Evaluations(0, 1)
