"""The one value that everything drawn depends on, checked and normalised on entry."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core import checks
from gumbel_gui.core.annealing import COLDEST, FASTEST, HOTTEST, SLOWEST, Schedule
from gumbel_gui.core.checks import ParameterError as ParameterError  # its public place
from gumbel_gui.core.losses import Estimator, Loss, default_weights
from gumbel_gui.core.mistakes import Mistake

MIN_CLASSES = 2
MAX_CLASSES = 64
MAX_DRAWS = 10**11
MAX_SEED = 2**63 - 1
SMALLEST_SCALE, LARGEST_SCALE = 0.01, 100.0
LARGEST_LOCATION = 100.0
LARGEST_WEIGHT = 1000.0
SMALLEST_RATE, LARGEST_RATE = 0.001, 100.0
MAX_STEPS = 300
KNOBS = frozenset(
    {
        *("pair", "top", "noise_scale", "location", "scale", "trio", "schedule"),
        *("loss", "weights", "estimator", "learning_rate", "annealed", "steps"),
    }
)
"""Parameters of single plots."""

NOTE_LOGITS = (1.0, 2.0, 3.0, 4.0, 2.0)
NOTE_PROBABILITIES = (0.02948882, 0.08015893, 0.21789455, 0.5922988, 0.08015893)
"""The vector of the note, as printed there; it sums to 1.00000003."""


def normalise(probabilities: Iterable[float]) -> tuple[float, ...]:
    """Return non-negative weights scaled to sum to 1.

    Args:
        probabilities: K finite weights ≥ 0, 2 ≤ K ≤ 64, not all zero; they need not sum to 1.

    Returns:
        K floats whose exact sum is 1 to within one rounding. Normalising twice changes nothing.

    Raises:
        ParameterError: naming the entry and the value that cannot be used.
    """
    weights = checks.vector("probabilities", probabilities, MIN_CLASSES, MAX_CLASSES)
    for i, weight in enumerate(weights):
        if not (math.isfinite(weight) and weight >= 0):
            raise ParameterError(f"probabilities[{i}]", weight, "a finite number of 0 or more")
    largest = max(weights)
    if largest == 0:
        raise ParameterError(
            "probabilities", weights, "a vector with at least one entry above 0", "all zero"
        )
    if largest > np.finfo(float).max / MAX_CLASSES:  # the sum would overflow
        weights = [weight / largest for weight in weights]
    total = math.fsum(weights)
    if abs(total - 1) <= np.finfo(float).eps:
        return tuple(weights)
    return tuple(weight / total for weight in weights)


def softmax(logits: Iterable[float]) -> tuple[float, ...]:
    """Return the probabilities of K logits (any constant added to all of them cancels).

    Args:
        logits: K numbers, finite or −∞, 2 ≤ K ≤ 64, not all −∞.

    Raises:
        ParameterError: naming the entry and the value that cannot be used.
    """
    values = checks.vector("logits", logits, MIN_CLASSES, MAX_CLASSES)
    for i, value in enumerate(values):
        if math.isnan(value) or value == math.inf:
            raise ParameterError(f"logits[{i}]", value, "a finite number, or -inf for a zero")
    largest = max(values)
    if largest == -math.inf:
        raise ParameterError("logits", values, "a vector with a finite entry", "all -inf")
    return normalise(math.exp(value - largest) for value in values)


def effective_temperature(mistake: Mistake, temperature: float) -> float:
    """Return the t that softmax(g / t) really has: with t outside the exponential it cancels."""
    return 1.0 if mistake is Mistake.T_OUTSIDE else temperature


@dataclass(frozen=True)
class Parameters:
    """Everything a picture depends on. Two equal Parameters give bit-equal results.

    Attributes:
        probabilities: p, K weights ≥ 0, normalised on entry; 2 ≤ K ≤ 64.
        temperature: t, finite, ≥ 0; 0 is the exact one-hot limit.
        draws: number of draws, 1 … 10¹¹.
        seed: 0 … 2⁶³ − 1.
        mistake: what is done wrong on purpose.
        selected: the number of the draw that is looked at, 1 … draws; 0 for none.
        pair: two different classes that are set against each other.
        top: how many of the largest scores are taken by Gumbel-top-k, 1 … K.
        noise_scale: b > 0 in argmax(ln p + b·ε), the sampler with scaled noise.
        location: μ of a Gumbel distribution that is shown beside the standard one.
        scale: β > 0 of that distribution.
        trio: three different classes, the corners of a triangle; with K = 2 a corner stays empty,
            which counts as class 2.
        schedule: t₀, r and t_min of annealing, as in ``core.annealing``.
        loss: what is to be made small.
        weights: K costs, or the K entries of the target, each of absolute value ≤ 1000; () stands
            for ``default_weights``, see ``loss_weights``.
        estimator: the way to estimate gradients that is looked at.
        learning_rate: how far a step of descent goes along the gradient, 0.001 … 100.
        annealed: whether descent takes t from the schedule.
        steps: how many steps of descent are shown, 0 … 300.

    Raises:
        ParameterError: naming the field, the value and what is allowed.
    """

    probabilities: tuple[float, ...]
    temperature: float = 1.0
    draws: int = 100_000
    seed: int = 0
    mistake: Mistake = Mistake.NONE
    selected: int = 0
    pair: tuple[int, int] = (0, 1)
    top: int = 2
    noise_scale: float = 2.0
    location: float = 0.0
    scale: float = 1.0
    trio: tuple[int, int, int] = (0, 1, 2)
    schedule: Schedule = (5.0, 0.05, 0.1)
    loss: Loss = Loss.DISTANCE
    weights: tuple[float, ...] = ()
    estimator: Estimator = Estimator.GUMBEL_SOFTMAX
    learning_rate: float = 0.5
    annealed: bool = False
    steps: int = MAX_STEPS

    def __post_init__(self) -> None:
        for name, check in _CHECKS.items():
            object.__setattr__(self, name, check(self, getattr(self, name)))

    @property
    def classes(self) -> int:
        """K, the number of classes."""
        return len(self.probabilities)

    @property
    def noise_kind(self) -> Mistake:
        """The mistake, if it makes the noise another one."""
        gumbel = (Mistake.NOISE_ON_P, Mistake.T_OUTSIDE)
        return Mistake.NONE if self.mistake in gumbel else self.mistake

    @property
    def effective_temperature(self) -> float:
        """The t that softmax(g / t) really has, see the function of this name."""
        return effective_temperature(self.mistake, self.temperature)

    @property
    def loss_weights(self) -> tuple[float, ...]:
        """The K weights of the loss: those that were chosen, or its default ones."""
        return self.weights or default_weights(self.loss, self.classes)

    @property
    def p(self) -> NDArray[np.float64]:
        """The probabilities as an array (K,)."""
        return np.array(self.probabilities)


def _schedule(value: Any) -> Schedule:
    allowed = (
        f"three numbers t₀, r, t_min with {COLDEST:g} ≤ t_min ≤ t₀ ≤ {HOTTEST:g}"
        f" and {SLOWEST:g} ≤ r ≤ {FASTEST:g}"
    )
    try:
        start, rate, end = checks.entries("schedule", value)
        start = checks.between("schedule", start, COLDEST, HOTTEST)
        rate = checks.between("schedule", rate, SLOWEST, FASTEST)
        end = checks.between("schedule", end, COLDEST, start)
    except ValueError:  # a ParameterError is one, too
        raise ParameterError("schedule", value, allowed) from None
    return start, rate, end


def _weights(value: Any, classes: int) -> tuple[float, ...]:
    weights = checks.entries("weights", value)
    if len(weights) not in (0, classes):
        allowed = f"{checks.vector_size(classes)}, or an empty one for the usual weights"
        raise ParameterError("weights", value, allowed, checks.vector_size(len(weights)))
    return tuple(
        checks.between(f"weights[{i}]", weight, -LARGEST_WEIGHT, LARGEST_WEIGHT)
        for i, weight in enumerate(weights)
    )


def _within(field: str, lowest: float, highest: float) -> Callable[[Parameters, Any], float]:
    return lambda _, value: checks.between(field, value, lowest, highest)


_CHECKS: dict[str, Callable[[Parameters, Any], object]] = {
    "probabilities": lambda _, value: normalise(value),
    "temperature": lambda _, value: checks.non_negative("temperature", value),
    "draws": lambda _, value: checks.whole("draws", value, 1, MAX_DRAWS),
    "seed": lambda _, value: checks.whole("seed", value, 0, MAX_SEED),
    "mistake": lambda _, value: checks.choice("mistake", value, Mistake),
    "selected": lambda own, value: checks.whole("selected draw", value, 0, own.draws),
    "pair": lambda own, value: checks.distinct("pair", value, 2, own.classes),
    "top": lambda own, value: checks.whole("top", value, 1, own.classes),
    "noise_scale": _within("noise_scale", SMALLEST_SCALE, LARGEST_SCALE),
    "location": _within("location", -LARGEST_LOCATION, LARGEST_LOCATION),
    "scale": _within("scale", SMALLEST_SCALE, LARGEST_SCALE),
    "trio": lambda own, value: checks.distinct("trio", value, 3, max(own.classes, 3)),
    "schedule": lambda _, value: _schedule(value),
    "loss": lambda _, value: checks.choice("loss", value, Loss),
    "weights": lambda own, value: _weights(value, own.classes),
    "estimator": lambda _, value: checks.choice("estimator", value, Estimator),
    "learning_rate": _within("learning_rate", SMALLEST_RATE, LARGEST_RATE),
    "annealed": lambda _, value: checks.flag("annealed", value),
    "steps": lambda _, value: checks.whole("steps", value, 0, MAX_STEPS),
}
"""Checks in the order in which they are made: a later one may rely on fields before it."""
