"""Explanations: what each plot shows: its formula, how to read it, its source, and its lesson."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gumbel_gui.gui.guide.lessons import COUNT, LESSONS

FOLDER = "plots"
RULE = "\n---\n"


@dataclass(frozen=True)
class Explanation:
    """What a plot shows; all but the number is Markdown.

    Attributes:
        lesson: that belongs to it, 1 … ``COUNT``.
        formula: what is computed.
        reading: how the picture is read.
        source: where it is from.
    """

    lesson: int
    formula: str
    reading: str
    source: str


@cache
def explanation(plot: str, language: str) -> Explanation:
    """Return the explanation of a plot.

    Args:
        plot: its name.
        language: of the lessons.

    Raises:
        ValueError: if its file is missing or out of shape.
    """
    path = LESSONS.joinpath(language, FOLDER, f"{plot}.md")
    if not path.is_file():
        raise ValueError(f"There is no explanation of {plot!r} in the language {language!r}.")
    head, _, body = path.read_text("utf-8").partition("\n")
    word, _, number = head.partition(": ")
    parts = [part.strip() for part in body.split(RULE)]
    if word != "lesson" or not number.isdecimal() or not 1 <= int(number) <= COUNT:
        raise ValueError(f"{path.name}: the first line must be 'lesson: ' and 1 … {COUNT}.")
    if len(parts) != 3 or not all(parts):
        raise ValueError(f"{path.name}: formula, reading and source must be parted by ---.")
    return Explanation(int(number), *parts)
