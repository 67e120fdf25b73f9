"""Kinds of parameters: how a value is checked, read, written, and follows a change of classes.

A kind knows nothing of a single parameter. Names and limits are in the declarations of
``core.parameters``. Values may come from a person, a file or a program, hence ``Any``.
"""

from __future__ import annotations

import math
import operator
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

import numpy as np

from gumbel_gui.core.annealing import HIGHEST, LARGEST_RATE, LOWEST, SMALLEST_RATE
from gumbel_gui.core.checks import ParameterError, entries, vector_size
from gumbel_gui.core.choices import LabelledEnum
from gumbel_gui.core.losses import new_weights
from gumbel_gui.core.parsing import parse_count, parse_number, parse_vector
from gumbel_gui.core.probabilities import Distribution

NUMERALS = ("none", "one", "two", "three", "four")


class Kind(ABC):
    """What all values of a parameter have in common.

    Methods are given ``name``, which errors name, and ``own``, parameters of which all that are
    declared before this one are set already.
    """

    @abstractmethod
    def allowed(self, own: Any = None) -> str:
        """Return what is accepted, in words; without ``own``, for any number of classes."""

    @abstractmethod
    def check(self, name: str, value: Any, own: Any) -> Any:
        """Return the value in its plain type, or raise a ParameterError."""

    @abstractmethod
    def parse(self, name: str, text: str) -> Any:
        """Return the value of a text that was typed; it is still to be checked."""

    def write(self, value: Any) -> str:
        """Return a text that ``parse`` reads as exactly this value."""
        return ",".join(map(repr, value)) if isinstance(value, tuple) else repr(value)

    def can_write(self, value: Any) -> bool:
        """Return whether such a text holds all of the value."""
        return True

    def follow(self, value: Any, own: Any, removed: int | None) -> Any:
        """Return what a value becomes under changed parameters.

        Args:
            value: as it was.
            own: the changed parameters.
            removed: the class that is gone, if one is: those after it have moved up by one.
        """
        return value


@dataclass(frozen=True)
class Number(Kind):
    """A number from ``lowest`` to ``highest``.

    Attributes:
        ends: of a slider, where they are not the limits.
        logarithmic: whether a slider has equal ratios.
        unit: of the number, in words.
    """

    lowest: float
    highest: float = math.inf
    ends: tuple[float, float] | None = None
    logarithmic: bool = False
    unit: str = ""

    def allowed(self, own: Any = None) -> str:
        if math.isinf(self.highest):
            return f"a finite number of {self.lowest:g} or more"
        limits = f"from {self.lowest:g} to {self.highest:g}"
        return f"{limits} {self.unit}" if self.unit else f"a number {limits}"

    def check(self, name: str, value: Any, own: Any) -> float:
        try:
            if isinstance(value, str | bytes | bool | np.bool_):
                raise TypeError
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            raise ParameterError(name, value, self.allowed()) from None
        if not (self.lowest <= number <= self.highest and number < math.inf):
            shown = f"{number:g} {self.unit}" if self.unit else ""
            raise ParameterError(name, number, self.allowed(), shown)
        return number + 0.0  # −0.0 becomes 0.0, so that equal values look equal

    def parse(self, name: str, text: str) -> float:
        return parse_number(name, text)


@dataclass(frozen=True)
class Whole(Kind):
    """A whole number from ``lowest`` to ``highest``, or to a parameter such as ``"classes"``."""

    lowest: int
    highest: int | str

    def limit(self, own: Any) -> int:
        """Return the upper limit."""
        found: int = getattr(own, self.highest) if isinstance(self.highest, str) else self.highest
        return found

    def allowed(self, own: Any = None) -> str:
        words = {"classes": "K", "draws": "the number of draws"}
        known = own is not None or isinstance(self.highest, int)
        limit = self.limit(own) if known else words[str(self.highest)]
        return f"a whole number from {self.lowest} to {limit}"

    def check(self, name: str, value: Any, own: Any) -> int:
        try:
            if isinstance(value, bool):
                raise TypeError
            number = int(value) if isinstance(value, float) and value.is_integer() else value
            number = operator.index(number)
        except TypeError:
            raise ParameterError(name, value, self.allowed(own)) from None
        if not self.lowest <= number <= self.limit(own):
            raise ParameterError(name, number, self.allowed(own))
        return number

    def parse(self, name: str, text: str) -> int:
        return parse_count(name, text)

    def follow(self, value: Any, own: Any, removed: int | None) -> Any:
        return min(value, self.limit(own))


@dataclass(frozen=True)
class Choice(Kind):
    """A member of an enumeration, which may be given by its value."""

    members: type[LabelledEnum]

    def allowed(self, own: Any = None) -> str:
        return f"one of {', '.join(self.members)}"

    def check(self, name: str, value: Any, own: Any) -> LabelledEnum:
        try:
            if not isinstance(value, str):
                raise ValueError
            return self.members(value)
        except ValueError:
            raise ParameterError(name, value, self.allowed()) from None

    def parse(self, name: str, text: str) -> str:
        return text

    def write(self, value: Any) -> str:
        return str(value)


@dataclass(frozen=True)
class Flag(Kind):
    """True or False; no number is either."""

    def allowed(self, own: Any = None) -> str:
        return "True or False"

    def check(self, name: str, value: Any, own: Any) -> bool:
        if not isinstance(value, bool | np.bool_):
            raise ParameterError(name, value, self.allowed())
        return bool(value)

    def parse(self, name: str, text: str) -> bool | str:
        return {"True": True, "False": False}.get(text, text)


@dataclass(frozen=True)
class Classes(Kind):
    """Different classes, one for each place.

    Fewer classes than places leave some of them to the numbers from K on, which are no classes.

    Attributes:
        places: a sign and words for each.
    """

    places: tuple[tuple[str, str], ...]

    def allowed(self, own: Any = None) -> str:
        last = "K − 1" if own is None else max(own.classes, len(self.places)) - 1
        return f"{NUMERALS[len(self.places)]} different classes from 0 to {last}"

    def check(self, name: str, value: Any, own: Any) -> tuple[int, ...]:
        one = Whole(0, max(own.classes, len(self.places)) - 1)
        try:
            chosen = tuple(one.check(name, k, own) for k in entries(name, value))
        except ParameterError:
            raise ParameterError(name, value, self.allowed(own)) from None
        if not len(self.places) == len(chosen) == len(set(chosen)):
            raise ParameterError(name, value, self.allowed(own))
        return chosen

    def parse(self, name: str, text: str) -> tuple[int, ...]:
        return tuple(parse_count(name, k) for k in text.split(","))

    def follow(self, value: Any, own: Any, removed: int | None) -> tuple[int, ...]:
        if removed is not None:
            value = tuple(-1 if k == removed else k - (k > removed) for k in value)
        classes = max(own.classes, len(self.places))
        kept = [k for k in value if 0 <= k < classes]
        free = [k for k in range(classes) if k not in kept]
        return tuple(k if k in kept else free.pop(0) for k in value)


@dataclass(frozen=True)
class Weights(Kind):
    """A number for each class, at most ``largest`` either way; () stands for those of the loss."""

    largest: float

    def allowed(self, own: Any = None) -> str:
        size = "a number for each class" if own is None else vector_size(own.classes)
        return f"{size}, or an empty one for the usual weights"

    def check(self, name: str, value: Any, own: Any) -> tuple[float, ...]:
        weights = entries(name, value)
        if len(weights) not in (0, own.classes):
            raise ParameterError(name, value, self.allowed(own), vector_size(len(weights)))
        one = Number(-self.largest, self.largest)
        return tuple(one.check(f"{name}[{i}]", w, own) for i, w in enumerate(weights))

    def parse(self, name: str, text: str) -> tuple[float, ...]:
        return parse_vector(text, name)

    def follow(self, value: Any, own: Any, removed: int | None) -> tuple[float, ...]:
        if not value:
            return ()
        if removed is not None:
            value = value[:removed] + value[removed + 1 :]
        return (*value[: own.classes], *new_weights(own.loss, own.classes)[len(value) :])


@dataclass(frozen=True)
class Schedule(Kind):
    """Annealing: t₀, r and t_min, see ``core.annealing``.

    Attributes:
        places: a symbol and words for each.
    """

    places: tuple[tuple[str, str], ...]

    def allowed(self, own: Any = None) -> str:
        return (
            f"three numbers t₀, r, t_min with {LOWEST:g} ≤ t_min ≤ t₀ ≤ {HIGHEST:g}"
            f" and {SMALLEST_RATE:g} ≤ r ≤ {LARGEST_RATE:g}"
        )

    def limits(self, value: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
        """Return from where to where each of the three can be moved beside the others."""
        start, _, end = value
        return (end, HIGHEST), (SMALLEST_RATE, LARGEST_RATE), (LOWEST, start)

    def check(self, name: str, value: Any, own: Any) -> tuple[float, ...]:
        try:
            start, rate, end = (Number(0).check(name, each, own) for each in entries(name, value))
            for number, limits in zip(
                (start, rate, end), self.limits((start, rate, end)), strict=True
            ):
                Number(*limits).check(name, number, own)
            Number(LOWEST, HIGHEST).check(name, start, own)
        except ValueError:  # a ParameterError is one, too
            raise ParameterError(name, value, self.allowed()) from None
        return start, rate, end

    def parse(self, name: str, text: str) -> tuple[float, ...]:
        return parse_vector(text, name)


@dataclass(frozen=True)
class Probabilities(Kind):
    """Weights ≥ 0 for ``least`` to ``most`` classes, which are normalised."""

    least: int
    most: int

    def allowed(self, own: Any = None) -> str:
        return f"{self.least} to {self.most} weights ≥ 0, not all 0; scaled to sum to 1"

    def check(self, name: str, value: Any, own: Any) -> Distribution:
        return Distribution(value)

    def parse(self, name: str, text: str) -> tuple[float, ...]:
        return parse_vector(text, name)

    def can_write(self, value: Any) -> bool:
        return not value.underflows


@dataclass(frozen=True)
class Logits(Kind):
    """A distribution, given by its logits: numbers, or −∞ for a class that cannot occur."""

    def allowed(self, own: Any = None) -> str:
        return "a number for each class, or -inf for one that cannot occur"

    def check(self, name: str, value: Any, own: Any) -> Distribution:
        return value if isinstance(value, Distribution) else Distribution.from_logits(value)

    def parse(self, name: str, text: str) -> Distribution:
        return Distribution.from_logits(parse_vector(text, name))

    def write(self, value: Any) -> str:
        return super().write(value.logs)
