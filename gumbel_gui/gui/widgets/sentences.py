"""Sentences on what is wrong, in the words of the window."""

from __future__ import annotations

import re

from gumbel_gui.core.parameters import LOGITS, PARAMETERS
from gumbel_gui.figures.layout import DPI, LAYOUT
from gumbel_gui.language import ENGLISH, language, mark, tr

_DECLARED = (*PARAMETERS.values(), LOGITS, *LAYOUT.values(), DPI)
FIELDS = {each.option: each.words for each in _DECLARED} | {
    "frames": mark("number of frames"),
    "seconds": mark("seconds for all frames"),
    "hold": mark("seconds for which the last frame stays"),
}
"""What stands for the name that a field has on the command line; in English, that is a word."""


def sentence_of(error: Exception) -> str:
    """Return what an error says, with the words for its field in place of the field's name."""
    field = re.match(r"[\w-]+", getattr(error, "field", ""))
    if language() == ENGLISH or field is None or field[0] not in FIELDS:
        return str(error)
    return str(error).replace(field[0], tr(FIELDS[field[0]]), 1)
