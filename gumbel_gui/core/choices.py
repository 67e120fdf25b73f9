"""Choices: enumerations whose members have a value for files and options, and a label."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class LabelledEnum(StrEnum):
    """A choice by name. Members are ``NAME = "value"`` or ``NAME = "value", "label"``.

    Attributes:
        label: the member in a few words, for the window and for figures; the value by default.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value.replace("-", " ")
        return member
