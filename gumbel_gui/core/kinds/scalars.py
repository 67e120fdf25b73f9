"""Kinds of one value: a number, a whole number, a choice, choices, a flag."""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass
from typing import Any

import numpy as np

from gumbel_gui.core.checks import ParameterError, entries
from gumbel_gui.core.choices import LabelledEnum
from gumbel_gui.core.kinds.base import Kind
from gumbel_gui.core.parsing import parse_count, parse_number
from gumbel_gui.language import listed, tr


@dataclass(frozen=True)
class Number(Kind):
    """A number from ``lowest`` to ``highest``.

    Attributes:
        ends: of a slider, where they are not the limits.
        logarithmic: whether a slider has equal ratios.
        unit: of the number, a symbol.
    """

    lowest: float
    highest: float = math.inf
    ends: tuple[float, float] | None = None
    logarithmic: bool = False
    unit: str = ""

    def allowed(self, own: Any = None) -> str:
        if math.isinf(self.highest):
            return tr("a finite number of {lowest} or more", lowest=f"{self.lowest:g}")
        ends = {"lowest": f"{self.lowest:g}", "highest": f"{self.highest:g}"}
        if self.unit:
            return tr("from {lowest} to {highest} {unit}", unit=self.unit, **ends)
        return tr("a number from {lowest} to {highest}", **ends)

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

    def schema(self) -> dict[str, Any]:
        least = {"type": "number", "minimum": self.lowest}
        return least if math.isinf(self.highest) else least | {"maximum": self.highest}

    def parse(self, name: str, text: str) -> float:
        return parse_number(name, text)


@dataclass(frozen=True)
class Whole(Kind):
    """A whole number from ``lowest`` to ``highest``, or to a parameter such as ``"classes"``.

    Attributes:
        logarithmic: whether a slider has equal ratios, nearly.
    """

    lowest: int
    highest: int | str
    logarithmic: bool = False

    def limit(self, own: Any) -> int:
        """Return the upper limit."""
        found: int = getattr(own, self.highest) if isinstance(self.highest, str) else self.highest
        return found

    def allowed(self, own: Any = None) -> str:
        words = {"classes": "K", "draws": tr("the number of draws")}
        known = own is not None or isinstance(self.highest, int)
        limit = self.limit(own) if known else words[str(self.highest)]
        return tr("a whole number from {lowest} to {highest}", lowest=self.lowest, highest=limit)

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

    def schema(self) -> dict[str, Any]:
        least = {"type": "integer", "minimum": self.lowest}
        return least if isinstance(self.highest, str) else least | {"maximum": self.highest}

    def parse(self, name: str, text: str) -> int:
        return parse_count(name, text)

    def follow(self, value: Any, own: Any, removed: int | None) -> Any:
        return min(value, self.limit(own))


@dataclass(frozen=True)
class Choice(Kind):
    """A member of an enumeration, which may be given by its value."""

    members: type[LabelledEnum]

    def allowed(self, own: Any = None) -> str:
        return tr("one of {names}", names=listed(self.members))

    def check(self, name: str, value: Any, own: Any) -> LabelledEnum:
        try:
            if not isinstance(value, str):
                raise ValueError
            return self.members(value)
        except ValueError:
            raise ParameterError(name, value, self.allowed()) from None

    def schema(self) -> dict[str, Any]:
        return {"enum": [str(each) for each in self.members]}

    def parse(self, name: str, text: str) -> str:
        return text

    def write(self, value: Any) -> str:
        return str(value)


@dataclass(frozen=True)
class Members(Kind):
    """Different members of an enumeration, one or more, in its order."""

    members: type[LabelledEnum]

    def allowed(self, own: Any = None) -> str:
        return tr("one or more of {names}, each once", names=listed(self.members))

    def check(self, name: str, value: Any, own: Any) -> tuple[LabelledEnum, ...]:
        try:
            one = Choice(self.members)
            given = [one.check(name, each, own) for each in entries(name, value)]
        except ParameterError:
            raise ParameterError(name, value, self.allowed()) from None
        if not given or len(set(given)) < len(given):
            raise ParameterError(name, value, self.allowed())
        return tuple(each for each in self.members if each in given)

    def schema(self) -> dict[str, Any]:
        items = Choice(self.members).schema()
        return {"type": "array", "items": items, "minItems": 1, "uniqueItems": True}

    def parse(self, name: str, text: str) -> tuple[str, ...]:
        return tuple(each.strip() for each in text.split(","))

    def write(self, value: Any) -> str:
        return ",".join(value)


@dataclass(frozen=True)
class Flag(Kind):
    """True or False; no number is either."""

    def allowed(self, own: Any = None) -> str:
        return tr("True or False")

    def check(self, name: str, value: Any, own: Any) -> bool:
        if not isinstance(value, bool | np.bool_):
            raise ParameterError(name, value, self.allowed())
        return bool(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}

    def parse(self, name: str, text: str) -> bool | str:
        return {"True": True, "False": False}.get(text, text)
