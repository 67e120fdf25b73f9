"""Descent: the noise of the first draws, and the run down the gradients, computed once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b

from gumbel_gui.core.annealing import Schedule, schedule_temperature
from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.descent import DescentPath, descend
from gumbel_gui.core.gradients import best_loss, class_losses
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import MAX_STEPS, Parameters
from gumbel_gui.plots.sums import FirstDraws, Sums

BATCH = 10
"""Draws in a step."""
DRAWS = BATCH * MAX_STEPS
"""Draws that all steps take together."""


@dataclass(frozen=True, eq=False)
class DescentSummary(Sums):
    """The noise of the draws that a run takes.

    Attributes:
        noise: ε, values (K, ≤ 3000).
        draws: number of all draws.
    """

    noise: FirstDraws
    draws: int

    @cached_property
    def digest(self) -> bytes:
        """A hash of the noise."""
        return blake2b(self.noise.values.tobytes(), digest_size=16).digest()


@dataclass(frozen=True)
class DescentInputs:
    """What a run depends on: t or its schedule, where it is annealed, and the noise ε (K, n).

    Inputs with the same content are equal; the digest stands for the noise.
    """

    p: tuple[float, ...]
    loss: Loss
    weights: tuple[float, ...]
    learning_rate: float
    temperature: float | None
    schedule: Schedule | None
    mistake: Mistake
    digest: bytes
    noise: Singles = field(compare=False)

    @classmethod
    def of(cls, summary: DescentSummary, parameters: Parameters) -> DescentInputs:
        """Return the inputs that are taken from the noise and from parameters."""
        return cls(
            parameters.probabilities,
            parameters.loss,
            parameters.loss_weights,
            parameters.learning_rate,
            None if parameters.annealed else parameters.temperature,
            parameters.schedule if parameters.annealed else None,
            parameters.mistake,
            summary.digest,
            summary.noise.values,
        )

    def temperature_of(self, step: int) -> float:
        """Return t of a step; the first is step 1."""
        if self.schedule is not None:
            return schedule_temperature(self.schedule, max(step - 1, 0))
        return self.temperature or 0.0


@lru_cache(maxsize=8)
def run(inputs: DescentInputs) -> DescentPath:
    """Return the path of p, with as many of 300 steps as there are draws for."""
    return descend(
        inputs.noise,
        inputs.p,
        inputs.loss,
        inputs.weights,
        [inputs.temperature_of(step) for step in range(1, MAX_STEPS + 1)],
        inputs.learning_rate,
        BATCH,
        inputs.mistake,
    )


class DescentNumbers:
    """What is shown of a run.

    Attributes:
        inputs: of the run.
        path: losses and p of all its steps.
        step: the last step that is shown.
        best: the smallest loss of a possible class.
        worst: the largest one.
    """

    def __init__(self, summary: DescentSummary, parameters: Parameters) -> None:
        self.inputs = DescentInputs.of(summary, parameters)
        self.path = run(self.inputs)
        self.step = min(parameters.steps, self.path.steps)
        losses: Floats = class_losses(parameters.loss, parameters.loss_weights)
        self.best = best_loss(parameters.probabilities, losses)
        self.worst = float(losses[parameters.possible].max())


numbers_of = lru_cache(maxsize=4)(DescentNumbers)
"""``DescentNumbers`` of a summary and parameters, computed once for picture and words."""
