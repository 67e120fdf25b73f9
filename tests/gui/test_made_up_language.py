"""Another language is one .ts file and one folder of lessons: shown with one that is made up."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PyQt6.QtWidgets import QAbstractButton, QLabel

from gumbel_gui import language
from gumbel_gui.gui.guide import explanations, lessons
from gumbel_gui.gui.system.languages import use_language
from gumbel_gui.plots import plot_types

CODE, NAME = "eo", "⟦Esperanto⟧"


def bracketed(text):
    """Return a text in brackets, with its letter to press and its values."""
    return NAME if text == "English" else f"⟦{text}⟧"


@pytest.fixture
def made_up(tmp_path, monkeypatch):
    """A folder of translations and one of lessons with the languages there are and one more."""
    translations, folder = tmp_path / "translations", tmp_path / "lessons"
    shutil.copytree(Path(str(language.FOLDER)), translations)
    shutil.copytree(Path(str(lessons.LESSONS)), folder)
    tree = ElementTree.parse(translations / "zh.ts")
    for message in tree.iter("message"):
        message.find("translation").text = bracketed(message.findtext("source"))
    tree.write(translations / f"{CODE}.ts", "utf-8")
    shutil.copytree(folder / "en", folder / CODE)
    for file in (folder / CODE).glob("*.md"):
        file.write_text(file.read_text("utf-8").replace("# ", "# ⟦", 1), "utf-8")
    monkeypatch.setattr(language, "FOLDER", translations)
    monkeypatch.setattr(lessons, "LESSONS", folder)
    monkeypatch.setattr(explanations, "LESSONS", folder)
    monkeypatch.setattr(lessons, "LANGUAGES", (*lessons.LANGUAGES, CODE))
    caches = language.languages, language.translations, lessons.lesson
    for each in caches:
        each.cache_clear()
    yield
    monkeypatch.undo()
    for each in caches:
        each.cache_clear()
    use_language("en")


def test_window_menus_plots_and_guide_speak_it(made_up, open_lab, stored):
    lab = open_lab()
    action = lab.window.menus._languages[CODE]
    assert action.text() == NAME
    action.trigger()
    window = lab.window
    assert all(each.text().startswith("⟦") for each in window.menus.actions())
    lab.guide.open("sample")
    parts = window.findChildren((QLabel, QAbstractButton))
    said = [each.text() for each in parts if each.isVisible()]
    words = [text for text in said if re.search("[A-Za-z]{3}", text)]
    strange = [text for text in words if "⟦" not in text]
    assert len(words) > 20
    assert strange == []
    assert lab.guide.panel._title.text().startswith("⟦")
    assert "⟦LOOK⟧" in lab.guide.panel._text.toPlainText()
    for name, card in window.cards.items():
        assert card.accessibleName().startswith("⟦"), name
        assert card.accessibleDescription().startswith("⟦"), name
    assert plot_types()["descent"].title == "⟦Descent⟧"
    window.menus._languages["en"].trigger()
    assert lab.window.menus.actions()[0].text() == "&File"
