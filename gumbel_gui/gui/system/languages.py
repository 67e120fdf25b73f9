"""Languages of the window: which one it speaks, and Qt's own texts in it."""

from __future__ import annotations

from PyQt6.QtCore import QLibraryInfo, QLocale, QTranslator
from PyQt6.QtGui import QFont, QFontInfo, QGuiApplication
from PyQt6.QtWidgets import QApplication

from gumbel_gui.language import ENGLISH, languages, own_name, speak, system_language, tr
from gumbel_gui.plots.look.fonts import CHINESE_FAMILIES, without_glyph

SYSTEM = "system"
"""The choice that follows the system."""


def choices() -> tuple[str, ...]:
    """Return what can be chosen: ``SYSTEM`` and ``languages()``."""
    return SYSTEM, *languages()


def use_language(choice: str) -> str:
    """Speak a language, with all of Qt; where no font has its characters, English.

    Args:
        choice: one of ``choices()``.

    Returns:
        One sentence on why it is not the language that was chosen, or nothing.
    """
    code = system_language() if choice == SYSTEM else choice
    spoken = code if _can_be_written(code) else ENGLISH
    speak(spoken)
    _translate_qt(spoken)
    if spoken == code:
        return ""
    return tr(
        "No font on this computer has the characters of {language}, so the window speaks English; "
        "install one (Debian, Ubuntu: apt install fonts-noto-cjk) and start again.",
        language=_english_name(code),
    )


def shown_name(code: str) -> str:
    """Return what a language calls itself, or its English name where no font has its characters."""
    return own_name(code) if _can_be_written(code) else _english_name(code)


def add_fonts(application: QApplication) -> None:
    """Let characters that the desktop's font lacks come from fonts that were chosen for them."""
    font = QFont(application.font())
    # What it is called may be no family, such as "Sans Serif": then the next one would write all.
    font.setFamilies([QFontInfo(font).family(), *CHINESE_FAMILIES])
    application.setFont(font)


class _QtTexts(QTranslator):
    """Qt's translations; texts that have got a letter to press since are found, too."""

    def translate(  # type: ignore[override]  # it may return None, for which Qt takes its own text
        self, context: str, text: str, note: str = "", number: int = -1
    ) -> str | None:
        """Return a translation (Qt calls this)."""
        bare = text.replace("&", "")
        for where, what in ((context, text), (context, bare), ("QFileDialog", bare)):
            if said := super().translate(where, what, note, number):
                return str(said)
        return None


def _can_be_written(code: str) -> bool:
    return not without_glyph([own_name(code)], QGuiApplication.font())


def _english_name(code: str) -> str:
    return QLocale.languageToString(QLocale(code).language())


def _translate_qt(code: str) -> None:
    """Have the texts of Qt's own dialogs and buttons in a language, where Qt has them."""
    application = QApplication.instance()
    assert application is not None
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)  # its end
    if code != ENGLISH:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = _QtTexts(application)
        if translator.load(QLocale(code), "qtbase", "_", folder):
            application.installTranslator(translator)
