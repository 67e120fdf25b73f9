"""Kinds of parameters: how a value is checked, read, written, and follows a change of classes.

A kind knows nothing of a single parameter. Names and limits are in the declarations of
``core.parameters``. Values may come from a person, a file or a program, hence ``Any``.
"""

from gumbel_gui.core.kinds.base import Kind
from gumbel_gui.core.kinds.scalars import Choice, Flag, Members, Number, Whole
from gumbel_gui.core.kinds.vectors import (
    Classes,
    Logits,
    Order,
    Probabilities,
    Schedule,
    Shares,
    Weights,
)

__all__ = [
    "Choice",
    "Classes",
    "Flag",
    "Kind",
    "Logits",
    "Members",
    "Number",
    "Order",
    "Probabilities",
    "Schedule",
    "Shares",
    "Weights",
    "Whole",
]
