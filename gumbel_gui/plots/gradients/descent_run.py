"""Descent: the noise of the first draws, and the run down the gradients, computed once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b

import numpy as np

from gumbel_gui.core.annealing import Schedule, schedule_temperature
from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.conditional import fresh_noise
from gumbel_gui.core.descent import NEED_FRESH, DescentPath, StepRule, descend
from gumbel_gui.core.gradients import best_loss, class_losses
from gumbel_gui.core.losses import Estimator
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

    Inputs with the same content are equal; the digest stands for the noise, and the seed and
    ``copies`` for that which is drawn anew, given the class.
    """

    p: tuple[float, ...]
    rule: StepRule
    learning_rate: float
    temperature: float | None
    schedule: Schedule | None
    estimator: Estimator
    copies: int
    seed: int
    digest: bytes
    noise: Singles = field(compare=False)

    @classmethod
    def of(
        cls, summary: DescentSummary, parameters: Parameters, estimator: Estimator
    ) -> DescentInputs:
        """Return the inputs of an estimator's run, taken from the noise and from parameters."""
        only = {
            Estimator.DECOUPLED: {"backward_temperature": parameters.backward_temperature},
            Estimator.REBAR: {"eta": parameters.eta},
        }.get(estimator, {})
        copies = parameters.samples if estimator is Estimator.GUMBEL_RAO else 1
        copies = copies if estimator in NEED_FRESH else 0
        weights, mistake = parameters.loss_weights, parameters.mistake
        return cls(
            parameters.probabilities,
            StepRule(parameters.loss, weights, mistake, **only),
            parameters.learning_rate,
            None if parameters.annealed else parameters.temperature,
            parameters.schedule if parameters.annealed else None,
            estimator,
            copies,
            parameters.seed if copies else 0,
            summary.digest,
            summary.noise.values,
        )

    def temperature_of(self, step: int) -> float:
        """Return t of a step; the first is step 1."""
        if self.schedule is not None:
            return schedule_temperature(self.schedule, max(step - 1, 0))
        return self.temperature or 0.0


@lru_cache(maxsize=40)
def run(inputs: DescentInputs) -> DescentPath:
    """Return the path of p, with as many of 300 steps as there are draws for."""
    return descend(
        inputs.noise,
        inputs.p,
        inputs.rule,
        [inputs.temperature_of(step) for step in range(1, MAX_STEPS + 1)],
        inputs.learning_rate,
        BATCH,
        (inputs.estimator,),
        fresh_noises(inputs.seed, len(inputs.p), inputs.copies) if inputs.copies else None,
    )


@lru_cache(maxsize=2)
def fresh_noises(seed: int, classes: int, copies: int) -> Singles:
    """Return the noise (copies, K, 3000) that is drawn anew for the draws of a run; read-only."""
    noise = np.empty((copies, classes, DRAWS), np.float32)
    for copy, each in enumerate(noise):
        fresh_noise(seed, copy, 0, each)
    noise.flags.writeable = False
    return noise


class DescentNumbers:
    """What is shown of the runs.

    Attributes:
        estimators: those that are shown.
        path: losses and p of all their steps.
        step: the last step that is shown.
        best: the smallest loss of a possible class.
        worst: the largest one.
    """

    def __init__(self, summary: DescentSummary, parameters: Parameters) -> None:
        self.estimators = parameters.shown_estimators
        self._inputs = [DescentInputs.of(summary, parameters, each) for each in self.estimators]
        paths = [run(inputs) for inputs in self._inputs]
        losses, p = ([getattr(path, name) for path in paths] for name in ("losses", "p"))
        self.path = DescentPath(np.concatenate(losses), np.concatenate(p))
        self.step = min(parameters.steps, self.path.steps)
        costs: Floats = class_losses(parameters.loss, parameters.loss_weights)
        self.best = best_loss(parameters.probabilities, costs)
        self.worst = float(costs[parameters.possible].max())

    def temperature_of(self, step: int) -> float:
        """Return t of a step; the first is step 1."""
        return self._inputs[0].temperature_of(step)


numbers_of = lru_cache(maxsize=4)(DescentNumbers)
"""``DescentNumbers`` of a summary and parameters, computed once for picture and words."""
