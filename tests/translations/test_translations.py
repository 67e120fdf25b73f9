"""Every text that the sources say is in every translation file, finished, with the same values."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from string import Formatter

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from translations import linguist, sources

FILES = {path.stem: path for path in linguist.files()}


@pytest.mark.parametrize("language", FILES)
def test_a_file_is_what_the_command_writes(language, tmp_path):
    path, again = FILES[language], tmp_path / FILES[language].name
    linguist.write(again, sources.texts(), linguist.read(path))
    assert again.read_text("utf-8") == path.read_text("utf-8")


@pytest.mark.parametrize("language", FILES)
def test_every_text_is_translated(language):
    known = linguist.read(FILES[language])
    assert [text for text in sources.texts() if not known.get(text)] == []


@pytest.mark.parametrize("language", FILES)
def test_translations_take_the_same_values(language):
    known = linguist.read(FILES[language])
    wrong = {text: said for text, said in known.items() if said and _names(said) != _names(text)}
    assert wrong == {}


@pytest.mark.parametrize("language", FILES)
def test_mnemonics_stay(language):
    """As is usual in Chinese, a letter in brackets stands behind the text: 文件(&F)."""
    known = linguist.read(FILES[language])
    wrong = [text for text, said in known.items() if said and _letter(text) != _letter(said)]
    assert wrong == []


def test_texts_are_constants():
    """What is put together before it is translated has no translation."""
    wrong = []
    for path in sorted(sources.PACKAGE.rglob("*.py")):
        for call in sources.calls(path):
            data = ast.Name | ast.Attribute | ast.Subscript | ast.Call | ast.BoolOp | ast.IfExp
            said = isinstance(call.func, ast.Name) and call.func.id == "tr"
            constant = isinstance(call.args[0], ast.Constant)
            if not constant and not (said and isinstance(call.args[0], data)):
                wrong.append(f"{path.name}:{call.lineno}")
            if isinstance(call.args[0], ast.Call) and _is_format(call.args[0]):
                wrong.append(f"{path.name}:{call.lineno}")
    assert wrong == []


def _is_format(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in ("format", "join")


def _names(text: str) -> set[str]:
    old = re.findall(r"%(?:\(\w+\))?[srd]", text)  # of Python's argparse
    return {*old, *(name for _, name, _, _ in Formatter().parse(text) if name is not None)}


def _letter(text: str) -> str:
    found = re.search(r"&(\w)", text)
    return found[1].upper() if found else ""
