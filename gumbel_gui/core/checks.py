"""ParameterError, and checks of numbers and vectors on entry."""

from __future__ import annotations

from typing import Any

import numpy as np

from gumbel_gui.language import tr

LONGEST = 100
"""Characters of a value that a sentence shows whole."""


class ParameterError(ValueError):
    """A parameter that cannot be used; its text is one sentence for the user.

    Attributes:
        field: the parameter or entry at fault, such as ``"probabilities[2]"``.
        value: the value that was given.
        allowed: what would have been accepted, in words.

    Args:
        shown: the value in words, where its own text would not do.
    """

    def __init__(self, field: str, value: object, allowed: str, shown: str = "") -> None:
        super().__init__(refusal(field, shown or in_short(value), allowed))
        self.field = field
        self.value = value
        self.allowed = allowed


def refusal(field: str, value: str, allowed: str) -> str:
    """Return the sentence on a value that cannot be used; all but the field's name are words."""
    words = {"field": field, "value": value, "allowed": allowed}
    return tr("{field} is {value}, but must be {allowed}.", **words)


def in_short(value: object) -> str:
    """Return a value as it is shown in a sentence, its middle left out where it is long."""
    try:
        text = repr(value.item() if isinstance(value, np.generic) else value)
    except ValueError:  # Python prints no integer of more than 4,300 digits
        return tr("a number too long to print")
    except RecursionError:
        return tr("a list in lists too deep to print")
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST // 2]} … {text[-LONGEST // 4 :]}"


def entries(field: str, value: Any) -> list[Any]:
    """Return the entries of a sequence; texts, sets and dictionaries are refused."""
    try:
        if isinstance(value, str | bytes | dict | set | frozenset):
            raise TypeError
        return list(value)
    except TypeError:
        raise ParameterError(field, value, tr("a sequence of numbers")) from None


def vector_size(count: int) -> str:
    """Return how many entries a vector has, in words."""
    return tr("a vector of 1 entry") if count == 1 else tr("a vector of {n} entries", n=count)


def vector(field: str, value: Any, least: int, most: int) -> list[float]:
    """Return ``least`` to ``most`` numbers as floats; NaN and infinities are let through."""
    given = entries(field, value)
    if not least <= len(given) <= most:
        allowed = tr("a vector of {least} to {most} entries", least=least, most=most)
        raise ParameterError(field, value, allowed, vector_size(len(given)))
    floats = []
    for i, entry in enumerate(given):
        try:
            if isinstance(entry, str | bytes | bool | np.bool_):
                raise TypeError
            floats.append(float(entry) + 0.0)  # −0.0 becomes 0.0
        except (TypeError, ValueError, OverflowError):
            raise ParameterError(f"{field}[{i}]", entry, tr("a number")) from None
    return floats
