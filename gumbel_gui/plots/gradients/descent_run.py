"""The noise that a descent needs, and its run: computed once, and found again."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any, ClassVar, Self

import numpy as np

from gumbel_gui.core.annealing import Schedule, schedule_temperature
from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.descent import DescentPath, descend
from gumbel_gui.core.gradients import best_loss, class_losses
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import MAX_STEPS

BATCH = 10
"""Draws in a step."""
DRAWS = BATCH * MAX_STEPS
"""Draws that all steps take together."""


@dataclass(frozen=True)
class DescentInputs:
    """All that a descent depends on. Courses of the same content are equal.

    Attributes:
        p: where it starts, K.
        loss: f.
        weights: of the loss, K.
        learning_rate: as for ``descend``.
        temperature: t, if it does not fall.
        schedule: along which t falls, if it does.
        mistake: what is done wrong.
        noise: ε of its draws, (K, n).
        digest: of the noise.
    """

    p: tuple[float, ...]
    loss: Loss
    weights: tuple[float, ...]
    learning_rate: float
    temperature: float | None
    schedule: Schedule | None
    mistake: Mistake
    noise: Singles = field(compare=False)
    digest: bytes = field(init=False)

    def __post_init__(self) -> None:
        digest = blake2b(self.noise.tobytes(), digest_size=16).digest()
        object.__setattr__(self, "digest", digest)

    def temperature_of(self, step: int) -> float:
        """Return t of a step, of which the first is 1."""
        if self.schedule is not None:
            return schedule_temperature(self.schedule, max(step - 1, 0))
        return self.temperature or 0.0


@lru_cache(maxsize=8)
def run(inputs: DescentInputs) -> DescentPath:
    """Return what becomes of p, with as many of 300 steps as there are draws for."""
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


@dataclass(frozen=True)
class DescentSummary:
    """The noise of the first draws, and what is to be done with it.

    Attributes:
        p: where it starts, (K,).
        temperature: t.
        schedule: along which t falls, if it is annealed.
        loss: f.
        weights: of the loss, K.
        estimator: whose p is shown.
        learning_rate: of all estimators.
        annealed: whether t falls.
        steps: how many are to be shown.
        mistake: what is done wrong.
        first: the number of the first draw, counted from 0.
        noise: ε of the draws that are needed, (K, ≤ 3000).
        draws: how many there are.
    """

    fixed: ClassVar = frozenset(
        {
            *("p", "temperature", "schedule", "loss", "weights", "estimator"),
            *("learning_rate", "annealed", "steps", "mistake"),
        }
    )

    p: Floats
    temperature: float
    schedule: Schedule
    loss: Loss
    weights: tuple[float, ...]
    estimator: Estimator
    learning_rate: float
    annealed: bool
    steps: int
    mistake: Mistake
    first: int
    noise: Singles
    draws: int

    def __add__(self, other: Any) -> Self:
        """Keep the noise of the earliest draws."""
        for each in fields(self):
            mine, theirs = getattr(self, each.name), getattr(other, each.name)
            if each.name in self.fixed and not np.array_equal(mine, theirs):
                raise ValueError(f"summaries of different {each.name} do not add.")
        early, late = (self, other) if self.first <= other.first else (other, self)
        noise = early.noise
        if late.noise.shape[1]:
            noise = np.concatenate([noise, late.noise], axis=1)
        return replace(early, noise=noise, draws=self.draws + other.draws)

    @cached_property
    def inputs(self) -> DescentInputs:
        """All that the run depends on."""
        return DescentInputs(
            tuple(self.p.tolist()),
            self.loss,
            self.weights,
            self.learning_rate,
            None if self.annealed else self.temperature,
            self.schedule if self.annealed else None,
            self.mistake,
            self.noise,
        )

    @property
    def run(self) -> DescentPath:
        """The whole run, whatever part of it is shown."""
        return run(self.inputs)

    @property
    def step(self) -> int:
        """The last step that is shown."""
        return min(self.steps, self.run.steps)

    @property
    def losses(self) -> Floats:
        """What each class costs, (K,)."""
        return class_losses(self.loss, self.weights)

    @property
    def best(self) -> float:
        """The smallest loss that can be reached."""
        return best_loss(self.p, self.losses)
