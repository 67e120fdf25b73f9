"""Checks of single values on entry: each gives back a plain value, or one sentence for a person.

What may be given is whatever a person, a file or a program hands over, hence ``Any``.
"""

from __future__ import annotations

import math
import operator
from enum import StrEnum
from typing import Any, TypeVar

import numpy as np

NUMERALS = ("none", "one", "two", "three", "four")
_Choice = TypeVar("_Choice", bound=StrEnum)


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


def entries(field: str, value: Any) -> list[Any]:
    """Return what is in a sequence; texts, sets and dictionaries are none."""
    try:
        if isinstance(value, str | bytes | dict | set | frozenset):
            raise TypeError
        return list(value)
    except TypeError:
        raise ParameterError(field, value, "a sequence of numbers") from None


def vector_size(count: int) -> str:
    """Say how many entries a vector has."""
    return "a vector of 1 entry" if count == 1 else f"a vector of {count} entries"


def vector(field: str, value: Any, least: int, most: int) -> list[float]:
    """Return least … most numbers of any size as floats, NaN and infinite ones among them."""
    given = entries(field, value)
    if not least <= len(given) <= most:
        allowed = f"a vector of {least} to {most} entries"
        raise ParameterError(field, value, allowed, vector_size(len(given)))
    floats = []
    for i, entry in enumerate(given):
        try:
            if isinstance(entry, str | bytes):
                raise TypeError
            floats.append(float(entry) + 0.0)  # −0.0 becomes 0.0
        except (TypeError, ValueError, OverflowError):
            raise ParameterError(f"{field}[{i}]", entry, "a number") from None
    return floats


def _number(field: str, value: Any, allowed: str) -> float:
    try:
        if isinstance(value, str | bytes | bool | np.bool_):
            raise TypeError
        return float(value)
    except (TypeError, ValueError, OverflowError):
        raise ParameterError(field, value, allowed) from None


def non_negative(field: str, value: Any) -> float:
    """Return a finite number of 0 or more as a float."""
    allowed = "a finite number of 0 or more"
    number = _number(field, value, allowed)
    if not (math.isfinite(number) and number >= 0):
        raise ParameterError(field, number, allowed)
    return number + 0.0  # −0.0 becomes 0.0, so that equal values look equal


def between(field: str, value: Any, lowest: float, highest: float) -> float:
    """Return a number from lowest to highest as a float."""
    allowed = f"a number from {lowest:g} to {highest:g}"
    number = _number(field, value, allowed)
    if not lowest <= number <= highest:
        raise ParameterError(field, number, allowed)
    return number + 0.0


def whole(field: str, value: Any, lowest: int, highest: int) -> int:
    """Return a whole number from lowest to highest; 3.0 is one, True is none."""
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


def distinct(field: str, value: Any, count: int, classes: int) -> tuple[int, ...]:
    """Return so many different ones (at most four) of the classes 0 … classes − 1."""
    allowed = f"{NUMERALS[count]} different classes from 0 to {classes - 1}"
    try:
        chosen = tuple(whole(field, k, 0, classes - 1) for k in entries(field, value))
    except ParameterError:
        raise ParameterError(field, value, allowed) from None
    if not count == len(chosen) == len(set(chosen)):
        raise ParameterError(field, value, allowed)
    return chosen


def choice(field: str, value: Any, kind: type[_Choice]) -> _Choice:
    """Return a member of an enumeration, which may be given by its value."""
    try:
        if not isinstance(value, str):
            raise ValueError
        return kind(value)
    except ValueError:
        raise ParameterError(field, value, f"one of {', '.join(kind)}") from None


def flag(field: str, value: Any) -> bool:
    """Return True or False; no number is either."""
    if not isinstance(value, bool | np.bool_):
        raise ParameterError(field, value, "True or False")
    return bool(value)
