"""Names in the lessons: each stands for what the window shows, in every language."""

import re

import pytest
from PyQt6.QtWidgets import QAbstractButton, QComboBox, QLabel

from gumbel_gui.gui.guide.lessons import COUNT, LANGUAGES, lesson
from gumbel_gui.gui.guide.names import CONTROLS, ID, KEYS, with_names
from gumbel_gui.gui.guide.steps import STEPS
from gumbel_gui.gui.system.languages import use_language

PARTS = "text", "look", "attempt", "seen"
LESSONS = {
    (n, each): "\n".join(getattr(lesson(n, each), part) for part in PARTS)
    for n in range(1, COUNT + 1)
    for each in LANGUAGES
}


@pytest.fixture
def spoken():
    yield use_language
    use_language("en")


def is_shown(lab):
    shown = lab.content() is not None
    return shown and lab.result.parameters == lab.store.state.parameters


def seen(lab):
    """Return the texts on all controls, and the headings of all cards, that can be seen."""
    window, texts = lab.window, []
    for each in window.findChildren((QLabel, QAbstractButton, QComboBox)):
        if each.isVisible():
            texts.append(each.currentText() if isinstance(each, QComboBox) else each.text())
            if isinstance(each, QComboBox):
                texts += [each.itemText(i) for i in range(each.count())]
    headings = [card.accessibleName() for card in window.cards.values() if card.isVisible()]
    return {text.replace("&", "") for text in texts}, headings


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_lesson_names_what_its_step_shows(open_lab, language, stored, spoken, qtbot):
    stored.put(language=language)
    lab = open_lab()
    lab.guide.open("sample")
    for number in range(1, COUNT + 1):
        lab.guide.progress.go(number)
        qtbot.waitUntil(lambda: is_shown(lab), timeout=60_000)
        texts, headings = seen(lab)
        for kind, name in ID.findall(LESSONS[number, language]):
            said = with_names(f"{{{kind}:{name}}}")
            if kind == "plot":
                assert any(said in heading for heading in headings), said
                assert name in STEPS[number - 1].plots
            elif kind != "key":
                assert said in texts


def test_keys_are_those_of_the_menu(open_lab):
    menus = open_lab().window.menus
    for name in KEYS:
        shortcut = getattr(menus, name).shortcut()
        assert with_names(f"{{key:{name}}}") == shortcut.toString(
            shortcut.SequenceFormat.NativeText
        )


@pytest.mark.parametrize("key", LESSONS)
def test_no_lesson_names_a_control_by_its_text(key, spoken, qapp):
    spoken(key[1])
    bare = ID.sub("§", LESSONS[key])
    names = [with_names(f"{{control:{name}}}") for name in CONTROLS]
    shouted = re.findall(r"\b[A-Z]{4,}\b", bare.replace("REINFORCE", ""))
    bold = re.findall(r"\*\*([^*]+)\*\*", bare)
    assert [text for text in bold if not text.startswith("§")] == []
    assert [name for name in names if f"*{name}*" in bare or f"“{name}”" in bare] == []
    assert shouted == []


@pytest.mark.parametrize("text", ["{plot:nothing}", "{control:no}", "{t:0.2}", "{menu:file}"])
def test_what_stands_for_nothing_is_named(text):
    with pytest.raises(KeyError):
        with_names(text)
