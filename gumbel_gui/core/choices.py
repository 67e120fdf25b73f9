"""Choices: enumerations whose members have a value for files and options, and a label."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from gumbel_gui.language import tr


class LabelledEnum(StrEnum):
    """A choice by name. Members are ``NAME = "value"`` or ``NAME = "value", "label"``.

    Attributes:
        text: the member in a few words, as marked for translation; the value by default.
    """

    text: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.text = label or value.replace("-", " ")
        return member

    @property
    def label(self) -> str:
        """The same in the language that is spoken, for the window and for figures."""
        return tr(self.text)
