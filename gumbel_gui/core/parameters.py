"""The one value that everything drawn depends on, checked and normalised on entry."""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.mistakes import Mistake

MIN_CLASSES = 2
MAX_CLASSES = 64
MAX_DRAWS = 10**11
MAX_SEED = 2**63 - 1
SMALLEST_SCALE, LARGEST_SCALE = 0.01, 100.0
LARGEST_LOCATION = 100.0
KNOBS = frozenset({"pair", "top", "noise_scale", "location", "scale"})
"""Parameters of single plots."""

NOTE_LOGITS = (1.0, 2.0, 3.0, 4.0, 2.0)
NOTE_PROBABILITIES = (0.02948882, 0.08015893, 0.21789455, 0.5922988, 0.08015893)
"""The vector of the note, as printed there; it sums to 1.00000003."""


class ParameterError(ValueError):
    """A parameter that cannot be used; its text is one sentence for a person.

    Attributes:
        field: the parameter or entry at fault, such as ``"probabilities[2]"``.
        value: the value that was given.
        allowed: what would have been accepted, in words.

    Args:
        shown: the value in words, where its own text would not do.
    """

    def __init__(self, field: str, value: object, allowed: str, shown: str = "") -> None:
        super().__init__(f"{field} is {shown or _shown(value)}, but must be {allowed}.")
        self.field = field
        self.value = value
        self.allowed = allowed


def _shown(value: object) -> str:
    try:
        return repr(value.item() if isinstance(value, np.generic) else value)
    except ValueError:  # Python prints no integer of more than 4,300 digits
        return "a number too long to print"


def normalise(probabilities: Iterable[float]) -> tuple[float, ...]:
    """Return non-negative weights scaled to sum to 1.

    Args:
        probabilities: K finite weights ≥ 0, 2 ≤ K ≤ 64, not all zero; they need not sum to 1.

    Returns:
        K floats whose exact sum is 1 to within one rounding. Normalising twice changes nothing.

    Raises:
        ParameterError: naming the entry and the value that cannot be used.
    """
    weights = _as_floats(probabilities)
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
    values = _as_floats(logits, "logits")
    for i, value in enumerate(values):
        if math.isnan(value) or value == math.inf:
            raise ParameterError(f"logits[{i}]", value, "a finite number, or -inf for a zero")
    largest = max(values)
    if largest == -math.inf:
        raise ParameterError("logits", values, "a vector with a finite entry", "all -inf")
    return normalise(math.exp(value - largest) for value in values)


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

    def __post_init__(self) -> None:
        object.__setattr__(self, "probabilities", normalise(self.probabilities))
        object.__setattr__(self, "temperature", _temperature(self.temperature))
        object.__setattr__(self, "draws", _whole("draws", self.draws, 1, MAX_DRAWS))
        object.__setattr__(self, "seed", _whole("seed", self.seed, 0, MAX_SEED))
        object.__setattr__(self, "mistake", _mistake(self.mistake))
        object.__setattr__(self, "selected", _whole("selected draw", self.selected, 0, self.draws))
        object.__setattr__(self, "pair", _pair(self.pair, self.classes))
        object.__setattr__(self, "top", _whole("top", self.top, 1, self.classes))
        for name in ("noise_scale", "scale"):
            size = _between(name, getattr(self, name), SMALLEST_SCALE, LARGEST_SCALE)
            object.__setattr__(self, name, size)
        far = _between("location", self.location, -LARGEST_LOCATION, LARGEST_LOCATION)
        object.__setattr__(self, "location", far)

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
    def p(self) -> NDArray[np.float64]:
        """The probabilities as an array (K,)."""
        return np.array(self.probabilities)


def _as_floats(values: Iterable[float], field: str = "probabilities") -> list[float]:
    if isinstance(values, str | bytes):
        raise ParameterError(field, values, "a sequence of numbers")
    try:
        entries: list[Any] = list(values)
    except TypeError:
        raise ParameterError(field, values, "a sequence of numbers") from None
    if not MIN_CLASSES <= len(entries) <= MAX_CLASSES:
        allowed = f"a vector of {MIN_CLASSES} to {MAX_CLASSES} entries"
        size = "1 entry" if len(entries) == 1 else f"{len(entries)} entries"
        raise ParameterError(field, values, allowed, f"a vector of {size}")
    floats = []
    for i, entry in enumerate(entries):
        try:
            if isinstance(entry, str | bytes):
                raise TypeError
            floats.append(float(entry) + 0.0)  # −0.0 becomes 0.0
        except (TypeError, ValueError, OverflowError):
            raise ParameterError(f"{field}[{i}]", entry, "a number") from None
    return floats


def _temperature(value: Any) -> float:
    allowed = "a finite number of 0 or more"
    try:
        if isinstance(value, str | bytes | bool | np.bool_):
            raise TypeError
        temperature = float(value)
    except (TypeError, ValueError, OverflowError):
        raise ParameterError("temperature", value, allowed) from None
    if not (math.isfinite(temperature) and temperature >= 0):
        raise ParameterError("temperature", temperature, allowed)
    return temperature + 0.0  # −0.0 becomes 0.0, so that equal values look equal


def _whole(field: str, value: Any, lowest: int, highest: int) -> int:
    allowed = f"a whole number from {lowest} to {highest}"
    try:
        if isinstance(value, bool):
            raise TypeError
        number = int(value) if isinstance(value, float) and value.is_integer() else value
        number = operator.index(number)
    except TypeError:
        raise ParameterError(field, value, allowed) from None
    if not lowest <= number <= highest:
        raise ParameterError(field, number, allowed)
    return number


def _between(field: str, value: Any, lowest: float, highest: float) -> float:
    allowed = f"a number from {lowest:g} to {highest:g}"
    try:
        if isinstance(value, str | bytes | bool | np.bool_):
            raise TypeError
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise ParameterError(field, value, allowed) from None
    if not lowest <= number <= highest:
        raise ParameterError(field, number, allowed)
    return number + 0.0


def _mistake(value: Any) -> Mistake:
    try:
        if not isinstance(value, str):
            raise ValueError
        return Mistake(value)
    except ValueError:
        raise ParameterError("mistake", value, f"one of {', '.join(Mistake)}") from None


def _pair(value: Any, classes: int) -> tuple[int, int]:
    allowed = f"two different classes from 0 to {classes - 1}"
    try:
        if isinstance(value, str | bytes | dict | set | frozenset):
            raise TypeError
        first, second = (_whole("pair", k, 0, classes - 1) for k in value)
    except (TypeError, ValueError):
        raise ParameterError("pair", value, allowed) from None
    if first == second:
        raise ParameterError("pair", value, allowed)
    return first, second
