"""The language that the program speaks: English texts, and translations from Qt Linguist files.

Whatever a user can read goes through ``tr`` where it is said. Texts that are data (titles, labels,
tables) are marked by ``mark`` where they stand, and go through ``tr`` where they are shown. The
files ``translations/LANGUAGE.ts`` of the resources are read as they are; a new file is a new
language. Where a text has no translation it is said in English.

One process speaks one language at a time.
"""

from __future__ import annotations

import ctypes
import locale
import os
import re
import sys
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

ENGLISH = "en"
"""The language of the sources."""
_CHINESE = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_CHINESE_BLANK = re.compile(f"(?<={_CHINESE}) (?={_CHINESE})")
"""Chinese has blanks beside Latin letters and numbers only; a value may be either."""
_WRONG_BRACES = (ValueError, LookupError, AttributeError, TypeError)
_NO_XML = (ElementTree.ParseError, ValueError, LookupError)
"""What reading XML raises; the last two are of encodings."""
FOLDER = files("gumbel_gui.resources").joinpath("translations")
MAC_SETTINGS = Path("~/Library/Preferences/.GlobalPreferences.plist")


def mark(text: str) -> str:
    """Return a text that is data, as it is; so it is found for the translation files."""
    return text


def tr(text: str, /, **values: object) -> str:
    """Return a text in the language that is spoken, with values in place of its ``{names}``.

    Args:
        text: in English; a constant where it is not data that was marked.
        values: without any, braces stay as they are.
    """
    said = _speech.texts.get(text, text)
    if not values:
        return said
    try:
        whole = said.format(**values)
    except _WRONG_BRACES:  # of a translation; those of the English texts are right
        whole = text.format(**values)
    return _CHINESE_BLANK.sub("", whole)


def listed(names: Iterable[str]) -> str:
    """Return ``"a, b, c"``."""
    return tr(", ").join(names)


def all_of(names: Iterable[str]) -> str:
    """Return ``"a, b and c"``, each once."""
    *first, last = dict.fromkeys(names) or [""]
    return tr("{names} and {last}", names=listed(first), last=last) if first else last


class Spoken:
    """A class attribute of marked texts, which are said in the language that is spoken.

    Args:
        texts: one, or several by name.
    """

    def __init__(self, texts: str | Mapping[str, str]) -> None:
        self._texts = texts

    def __get__(self, instance: object, owner: type) -> str | Mapping[str, str]:
        if isinstance(self._texts, str):
            return tr(self._texts)
        return {name: tr(text) for name, text in self._texts.items()}


def own_name(code: str) -> str:
    """Return what a language calls itself: a translation has that for "English".

    Raises:
        KeyError: if it is not one of ``languages()``.
    """
    name = mark("English")
    if code not in languages():
        raise KeyError(code)
    if code == ENGLISH:
        return name
    # Each start asks this of all languages, and a whole file takes it ten times as long.
    try:
        text = FOLDER.joinpath(f"{code}.ts").read_text("utf-8")
        text = text.partition(f"<source>{name}</source>")[2].partition("</message>")[0]
        message = ElementTree.fromstring(f"<message>{text}</message>")
    except _NO_XML:
        return code
    return message.findtext("translation") or name


def system_language() -> str:
    """Return the first of the languages that the system wants which there is, or English.

    Command line and window follow it; the former has to know it before Qt can be asked.
    """
    for wanted in _wanted():
        code = re.split("[.@]", wanted)[0].replace("-", "_")
        while code:  # zh_Hans_CN, zh_Hans, zh
            if code in languages():
                return code
            code = code.rpartition("_")[0]
    return ENGLISH


def _wanted() -> Iterable[str]:
    """Return the names of the languages that the system wants, the first one most.

    As gettext reads the variables: ``LANGUAGE`` is a list, and does not count in the locale C.
    """
    variables = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    if name := next(filter(None, variables), ""):
        plain = name.partition(".")[0] in ("C", "POSIX")
        return (*("" if plain else os.environ.get("LANGUAGE", "")).split(":"), name)
    if sys.platform == "win32":
        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return (locale.windows_locale.get(code, ""),)
    # On macOS a program that was not started in a terminal has none of the variables.
    import plistlib

    with suppress(OSError, ValueError, TypeError, KeyError):
        settings = MAC_SETTINGS.expanduser().read_bytes()
        found = plistlib.loads(settings, fmt=plistlib.FMT_BINARY)["AppleLanguages"]
        return tuple(map(str, found))
    return ()


def language() -> str:
    """Return the language that is spoken, a member of ``languages()``."""
    return _speech.code


def speak(code: str) -> None:
    """Say everything from now on in a language.

    Raises:
        KeyError: if it is not one of ``languages()``.
    """
    _speech.texts, _speech.code = translations(code), code


@contextmanager
def speaking(code: str) -> Generator[None, None, None]:
    """Say everything within in a language, and then go on in that from before."""
    before = language()
    speak(code)
    try:
        yield
    finally:
        speak(before)


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are, English first: ``("en", "zh")``."""
    found = {each.name for each in FOLDER.iterdir() if each.name.endswith(".ts")}
    return (ENGLISH, *sorted(name.removesuffix(".ts") for name in found))


@cache
def translations(code: str) -> Mapping[str, str]:
    """Return the finished translations into a language, by the English text.

    Raises:
        KeyError: if it is not one of ``languages()``.
    """
    if code not in languages():
        raise KeyError(code)
    if code == ENGLISH:
        return {}
    return finished(FOLDER.joinpath(f"{code}.ts").read_bytes())


def finished(data: bytes) -> dict[str, str]:
    """Return the finished translations in a file, by the English text; none, if it is damaged."""
    try:
        tree = ElementTree.fromstring(data)
    except _NO_XML:
        return {}
    found = {}
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            found[message.findtext("source", "")] = translation.text
    return found


class _Speech:
    """What is spoken, and its texts."""

    def __init__(self) -> None:
        self.code: str = ENGLISH
        self.texts: Mapping[str, str] = {}


_speech = _Speech()
