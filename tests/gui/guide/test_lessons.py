"""The lessons: all there, in shape, and what is out of shape is named."""

import re

import pytest

from gumbel_gui.gui.guide.lessons import COUNT, LANGUAGES, lesson, parse, spoken_language

GOOD = """# Title

Text with *words*.

More.

## Look

There.

## Try

That.

## Seen

So.

## Question

**Why?** Because.

## Question

**How?** Thus.
"""
EVERY = [(number, language) for language in LANGUAGES for number in range(1, COUNT + 1)]


@pytest.mark.parametrize(("number", "language"), EVERY)
def test_every_lesson_is_there_and_whole(number, language):
    found = lesson(number, language)
    texts = [found.title, found.text, found.look, found.attempt, found.seen, *found.questions]
    assert all(text == text.strip() and text for text in texts)
    assert "#" not in "".join(texts)
    assert all(question.startswith("**") for question in found.questions)
    assert lesson(number, language) is found


@pytest.mark.parametrize("number", range(1, COUNT + 1))
def test_both_languages_have_the_same_questions_and_formulas(number):
    one, other = (lesson(number, language) for language in LANGUAGES)
    assert len(one.questions) == len(other.questions)
    for part in ("text", "look", "attempt", "seen"):
        code, words = (
            [sorted(re.findall(pattern, getattr(each, part))) for each in (one, other)]
            for pattern in (r"`[^`]+`", r"\*\*([^*]+)\*\*")
        )
        assert code[0] == code[1]
        if part in ("look", "attempt"):  # names of what is in the window
            assert words[0] == words[1]


def test_the_parts_of_a_text_are_found():
    found = parse(GOOD, "en/01.md")
    assert (found.title, found.text) == ("Title", "Text with *words*.\n\nMore.")
    assert (found.look, found.attempt, found.seen) == ("There.", "That.", "So.")
    assert found.questions == ("**Why?** Because.", "**How?** Thus.")
    assert parse(GOOD.partition("## Question")[0], "").questions == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# Title\n", "", "title"),
        ("# Title", "#  ", "title"),
        ("Text with *words*.\n\nMore.", "", "Title"),
        ("## Look", "## Watch", "'## Look' is missing"),
        ("## Look\n\nThere.", "", "'## Look' is missing"),
        ("That.", "", "'## Try' is missing"),
        ("## Seen\n\nSo.", "", "'## Seen' is missing"),
        ("## Question", "## Remark", "'## Question' is missing"),
        ("**How?** Thus.", "Yes.\n\n## Question\n\nThree.", "too many"),
        ("**How?** Thus.", "", "'## Question' is missing"),
        ("That.", "That.\n\n### More\n\nof it", "'## Seen' is missing"),
        ("# Title", "# Title\n\n# Title", "'## Look' is missing"),
    ],
)
def test_what_is_out_of_shape_is_named(old, new, said):
    with pytest.raises(ValueError, match=re.escape(said)) as error:
        parse(
            GOOD.replace(old, new, 1) if old != "## Question" else GOOD.replace(old, new),
            "en/07.md",
        )
    assert "lessons/en/07.md" in str(error.value)


def test_an_empty_file_is_named():
    with pytest.raises(ValueError, match="lessons/zh/03"):
        parse("", "zh/03.md")


@pytest.mark.parametrize(("number", "language"), [(0, "en"), (COUNT + 1, "en"), (1, "de"), (1, "")])
def test_there_is_no_other_lesson(number, language):
    with pytest.raises(ValueError, match="no lesson"):
        lesson(number, language)


def test_lessons_are_in_the_language_of_the_window_or_english(monkeypatch):
    for spoken, found in (("zh", "zh"), ("en", "en"), ("de", "en")):
        monkeypatch.setattr("gumbel_gui.gui.guide.lessons.language", lambda spoken=spoken: spoken)
        assert spoken_language() == found
