"""Declarations: what is known of a parameter, as a field of ``core.parameters.Parameters``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from gumbel_gui.core.kinds import Kind


@dataclass(frozen=True)
class Declaration:
    """What is known of a parameter besides its name and type.

    Attributes:
        default: the value where none is given.
        kind: checks, reads and writes values.
        symbol: a short sign beside a control.
        words: what it is, for tooltips, screen readers, undo texts and the command line's help.
        note: more of that.
        option: its name on the command line and in errors.
        resets_with: a parameter whose change brings the default back.
        instead: another way to give the same parameter, by an option of its own.
    """

    default: Any
    kind: Kind
    symbol: str
    words: str
    note: str = ""
    option: str = ""
    resets_with: str = ""
    instead: Declaration | None = None

    @property
    def ways(self) -> tuple[Declaration, ...]:
        """The ways to give the parameter, this one first."""
        return (self,) if self.instead is None else (self, self.instead)

    def way_of(self, value: Any) -> Declaration:
        """Return the first way in which all of a value can be written."""
        return next(way for way in self.ways if way.kind.can_write(value))

    def parse(self, text: str) -> Any:
        """Return the value of a text that was typed, see ``Kind.parse``."""
        return self.kind.parse(self.option, text)


def declare(
    default: Any,
    kind: Kind,
    symbol: str,
    words: str,
    note: str = "",
    *,
    option: str = "",
    resets_with: str = "",
    required: bool = False,
    instead: Declaration | None = None,
) -> Any:
    """Return a field of the parameters with its declaration; arguments as for ``Declaration``."""
    declaration = Declaration(default, kind, symbol, words, note, option, resets_with, instead)
    metadata = {"declaration": declaration}
    return field(metadata=metadata) if required else field(default=default, metadata=metadata)
