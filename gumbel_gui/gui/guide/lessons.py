"""Lessons of the guide, as many in each language, read from Markdown files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gumbel_gui.language import ENGLISH, language

MOST_QUESTIONS = 2

LESSONS = files("gumbel_gui.resources").joinpath("lessons")
COUNT = sum(path.name.endswith(".md") for path in LESSONS.joinpath(ENGLISH).iterdir())
"""Lessons are numbered from 1 to this."""
HEADINGS = "## Look", "## Try", "## Seen"
QUESTION = "## Question"
"""What parts a lesson, in every language."""
LANGUAGES = tuple(sorted(path.name for path in LESSONS.iterdir()))
"""The folders of the lessons."""


@dataclass(frozen=True)
class Lesson:
    """One lesson; all but the title are Markdown.

    Attributes:
        title: a line.
        text: what it is about.
        look: what to look at.
        attempt: what to try.
        seen: the explanation, shown after the attempt.
        questions: none to two, each with its answer.
    """

    title: str
    text: str
    look: str
    attempt: str
    seen: str
    questions: tuple[str, ...] = ()


@cache
def lesson(number: int, language: str) -> Lesson:
    """Return a lesson.

    Args:
        number: 1 … ``COUNT``.
        language: one of ``LANGUAGES``.

    Raises:
        ValueError: if there is no such lesson, or its file is out of shape.
    """
    if language not in LANGUAGES or not 1 <= number <= COUNT:
        raise ValueError(f"There is no lesson {number} in the language {language!r}.")
    name = f"{language}/{number:02}.md"
    return parse(LESSONS.joinpath(name).read_text("utf-8"), name)


def parse(source: str, name: str) -> Lesson:
    """Return the lesson that a Markdown text holds.

    It has the form ``# title``, text, then the headings Look, Try and Seen once each and Question
    up to twice, in this order, each with a text of its own.

    Args:
        source: the text.
        name: the file's name, for errors.

    Raises:
        ValueError: naming the file and what is missing.
    """
    title, *lines = source.strip().splitlines() or [""]
    if not title.startswith("# ") or not title[2:].strip():
        raise ValueError(f"lessons/{name}: the title is missing, '# ' in the first line.")
    sections: list[tuple[str, list[str]]] = [("", [])]
    for line in lines:
        if line.startswith("#"):
            sections.append((line, []))
        else:
            sections[-1][1].append(line)
    extra = max(len(sections) - 1 - len(HEADINGS), 0)
    wanted = ["", *HEADINGS, *[QUESTION] * min(extra, MOST_QUESTIONS)]
    found = [heading for heading, _ in sections]
    for i, heading in enumerate(wanted):
        if found[i : i + 1] != [heading]:
            raise ValueError(f"lessons/{name}: '{heading}' is missing before {found[i:]}.")
    if len(found) > len(wanted):
        raise ValueError(f"lessons/{name}: {found[len(wanted) :]} are too many.")
    texts = ["\n".join(each).strip() for _, each in sections]
    for heading, text in zip(wanted, texts, strict=True):
        if not text:
            raise ValueError(f"lessons/{name}: the text below '{heading or title}' is missing.")
    text, look, attempt, seen, *questions = texts
    return Lesson(title[2:].strip(), text, look, attempt, seen, tuple(questions))


def spoken_language() -> str:
    """Return the language of the lessons: that of the window, or else English."""
    return language() if language() in LANGUAGES else ENGLISH
