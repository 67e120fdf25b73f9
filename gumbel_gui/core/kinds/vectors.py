"""Kinds of several values: classes, orders, weights, shares, schedules, probabilities, logits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gumbel_gui.core.annealing import HIGHEST, LARGEST_RATE, LOWEST, SMALLEST_RATE
from gumbel_gui.core.checks import ParameterError, entries, vector_size
from gumbel_gui.core.kinds.base import Kind
from gumbel_gui.core.kinds.scalars import Number, Whole
from gumbel_gui.core.losses import default_weights, new_weights
from gumbel_gui.core.parsing import parse_count, parse_vector
from gumbel_gui.core.probabilities import MAX_CLASSES, MIN_CLASSES, Distribution
from gumbel_gui.language import all_of, tr


def listed(items: dict[str, Any], least: int, most: int) -> dict[str, Any]:
    """Return the JSON Schema of a list of so many of these."""
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


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
        if len(self.places) == 1:
            return tr("a class from 0 to {last}", last=last)
        if len(self.places) == 2:
            return tr("two different classes from 0 to {last}", last=last)
        return tr("three different classes from 0 to {last}", last=last)

    def check(self, name: str, value: Any, own: Any) -> tuple[int, ...]:
        one = Whole(0, max(own.classes, len(self.places)) - 1)
        try:
            given = entries(name, value)
            if len(given) != len(self.places):
                raise ParameterError(name, value, self.allowed(own))
            chosen = tuple(one.check(name, k, own) for k in given)
        except ParameterError:
            raise ParameterError(name, value, self.allowed(own)) from None
        if len(set(chosen)) < len(chosen):
            raise ParameterError(name, value, self.allowed(own))
        return chosen

    def schema(self) -> dict[str, Any]:
        places = len(self.places)
        items = Whole(0, MAX_CLASSES - 1).schema()
        return listed(items, places, places) | {"uniqueItems": True}

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
class Order(Kind):
    """All of some names, the same in every language, in an order."""

    names: tuple[str, ...]

    def allowed(self, own: Any = None) -> str:
        return tr("{names}, each once, in any order", names=all_of(self.names))

    def check(self, name: str, value: Any, own: Any) -> tuple[str, ...]:
        try:
            given = entries(name, value)
            if sorted(given) != sorted(self.names):
                raise TypeError
        except (TypeError, ValueError):
            raise ParameterError(name, value, self.allowed()) from None
        return tuple(given)

    def schema(self) -> dict[str, Any]:
        places = len(self.names)
        return listed({"enum": [*self.names]}, places, places) | {"uniqueItems": True}

    def parse(self, name: str, text: str) -> tuple[str, ...]:
        return tuple(text.replace(" ", "").split(","))

    def write(self, value: Any) -> str:
        return ",".join(value)


@dataclass(frozen=True)
class Weights(Kind):
    """A number for each class, at most ``largest`` either way; () stands for those of the loss."""

    largest: float

    def allowed(self, own: Any = None) -> str:
        size = tr("a number for each class") if own is None else vector_size(own.classes)
        return tr("{size}, or an empty one for the usual weights", size=size)

    def check(self, name: str, value: Any, own: Any) -> tuple[float, ...]:
        weights = entries(name, value)
        if len(weights) not in (0, own.classes):
            raise ParameterError(name, value, self.allowed(own), vector_size(len(weights)))
        one = Number(-self.largest, self.largest)
        return tuple(one.check(f"{name}[{i}]", w, own) for i, w in enumerate(weights))

    def schema(self) -> dict[str, Any]:
        return listed(Number(-self.largest, self.largest).schema(), 0, MAX_CLASSES)

    def parse(self, name: str, text: str) -> tuple[float, ...]:
        return parse_vector(text, name)

    def follow(self, value: Any, own: Any, removed: int | None) -> tuple[float, ...]:
        if not value:
            return ()
        if removed is not None:
            value = value[:removed] + value[removed + 1 :]
        return (*value[: own.classes], *new_weights(own.loss, own.classes)[len(value) :])

    def usual(self, own: Any) -> tuple[float, ...]:
        """Return what () stands for."""
        return default_weights(own.loss, own.classes)


@dataclass(frozen=True)
class Shares(Kind):
    """A probability for each class, from weights ≥ 0; () stands for equal ones."""

    def allowed(self, own: Any = None) -> str:
        size = tr("a number for each class") if own is None else vector_size(own.classes)
        return tr("{size}, each ≥ 0 and not all 0, or an empty one for equal shares", size=size)

    def check(self, name: str, value: Any, own: Any) -> tuple[float, ...]:
        weights = entries(name, value)
        if len(weights) not in (0, own.classes):
            raise ParameterError(name, value, self.allowed(own), vector_size(len(weights)))
        numbers = [Number(0).check(f"{name}[{i}]", w, own) for i, w in enumerate(weights)]
        if weights and not any(numbers):
            raise ParameterError(name, value, self.allowed(own), tr("all zero"))
        return tuple(Distribution(numbers)) if numbers else ()

    def schema(self) -> dict[str, Any]:
        return listed(Number(0).schema(), 0, MAX_CLASSES)

    def parse(self, name: str, text: str) -> tuple[float, ...]:
        return parse_vector(text, name)

    def follow(self, value: Any, own: Any, removed: int | None) -> tuple[float, ...]:
        """Keep proportions; a new class has the mean share of those before, none left is ()."""
        if removed is not None:
            value = value[:removed] + value[removed + 1 :]
        kept = value[: own.classes]
        if not any(kept):
            return ()
        return (*kept, *[sum(kept) / len(kept)] * (own.classes - len(kept)))

    def usual(self, own: Any) -> tuple[float, ...]:
        """Return what () stands for."""
        classes: int = own.classes
        return (1 / classes,) * classes


@dataclass(frozen=True)
class Schedule(Kind):
    """Annealing: t₀, r and t_min, see ``core.annealing``.

    Attributes:
        places: a symbol and words for each.
    """

    places: tuple[tuple[str, str], ...]

    def allowed(self, own: Any = None) -> str:
        return tr(
            "three numbers t₀, r, t_min with {lowest} ≤ t_min ≤ t₀ ≤ {highest} and "
            "{smallest} ≤ r ≤ {largest}",
            lowest=f"{LOWEST:g}",
            highest=f"{HIGHEST:g}",
            smallest=f"{SMALLEST_RATE:g}",
            largest=f"{LARGEST_RATE:g}",
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

    def schema(self) -> dict[str, Any]:
        return listed(Number(0, HIGHEST).schema(), 3, 3)

    def parse(self, name: str, text: str) -> tuple[float, ...]:
        return parse_vector(text, name)


@dataclass(frozen=True)
class Probabilities(Kind):
    """Weights ≥ 0 for ``least`` to ``most`` classes, which are normalised."""

    least: int
    most: int

    def allowed(self, own: Any = None) -> str:
        return tr(
            "{least} to {most} weights ≥ 0, not all 0; scaled to sum to 1",
            least=self.least,
            most=self.most,
        )

    def check(self, name: str, value: Any, own: Any) -> Distribution:
        return Distribution(value)

    def schema(self) -> dict[str, Any]:
        return listed(Number(0).schema(), self.least, self.most)

    def parse(self, name: str, text: str) -> tuple[float, ...]:
        return parse_vector(text, name)

    def can_write(self, value: Any) -> bool:
        return not value.underflows


@dataclass(frozen=True)
class Logits(Kind):
    """A distribution, given by its logits: numbers, or −∞ for a class that cannot occur."""

    def allowed(self, own: Any = None) -> str:
        return tr("a number for each class, or -inf for one that cannot occur")

    def check(self, name: str, value: Any, own: Any) -> Distribution:
        return value if isinstance(value, Distribution) else Distribution.from_logits(value)

    def schema(self) -> dict[str, Any]:
        impossible = {"const": "-inf"}
        return listed({"anyOf": [{"type": "number"}, impossible]}, MIN_CLASSES, MAX_CLASSES)

    def parse(self, name: str, text: str) -> Distribution:
        return Distribution.from_logits(parse_vector(text, name))

    def write(self, value: Any) -> str:
        return super().write(value.logs)
