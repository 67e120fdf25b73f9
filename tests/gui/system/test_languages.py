"""The language of the window: which one it is, and Qt's own texts in it."""

import pytest
from PyQt6.QtCore import QTranslator
from PyQt6.QtGui import QFont, QFontInfo
from PyQt6.QtWidgets import QDialogButtonBox

from gumbel_gui.gui.system import languages
from gumbel_gui.gui.system.languages import SYSTEM, add_fonts, use_language
from gumbel_gui.language import language, speak


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    use_language("en")


def test_a_choice_is_followed_and_the_system_where_that_is_chosen(monkeypatch):
    """The system as the command line knows it: gumbel_gui.language.system_language."""
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de:zh_CN:en")
    assert use_language("en") == ""
    assert language() == "en"
    assert use_language(SYSTEM) == ""
    assert language() == "zh"


@pytest.mark.parametrize("name", ["Sans Serif", "monospace"])
def test_what_the_desktop_calls_its_font_need_not_be_a_family(qapp, name):
    """Where it is not, the first of the Chinese fonts would write all of the window."""
    before = qapp.font()
    try:
        qapp.setFont(QFont(name))
        wanted = QFontInfo(qapp.font()).family()
        add_fonts(qapp)
        assert QFontInfo(qapp.font()).family() == wanted
    finally:
        qapp.setFont(before)


def test_qt_speaks_it_too_and_english_again(qapp):
    def texts():
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Cancel | standard.Ok | standard.Save)
        return {button.text().replace("&", "") for button in box.buttons()}

    english = texts()
    use_language("zh")
    assert texts() == {"取消", "保存", "确定"}
    use_language("en")
    assert texts() == english
    assert qapp.findChildren(QTranslator) == []


def test_without_a_font_it_stays_english_and_says_so(monkeypatch):
    speak("zh")
    monkeypatch.setattr(languages, "without_glyph", lambda texts, _: "".join(texts))
    said = use_language("zh")
    assert said.startswith("No font on this computer has the characters of Chinese")
    assert language() == "en"
