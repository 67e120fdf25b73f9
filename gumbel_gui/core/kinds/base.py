"""Kind: what all kinds of parameters have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any


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

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """Return what is accepted as a JSON Schema, as far as that can say it."""

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
