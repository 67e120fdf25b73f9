"""Texts that a user reads go through ``tr``, or are marked where they are data."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from translations import sources

GUI = sources.PACKAGE / "gui"
CALLS = re.compile(
    r"set(Text|ToolTip|WindowTitle|Accessible(Name|Description)|PlaceholderText|StatusTip|WhatsThis"
    r"|LabelText|CancelButtonText|HeaderLabels|Suffix|Prefix|Title)"
    r"|add(Item|Items|Tab|Row|Action|Button|Menu)|insert(Item|Tab)"
    r"|Q(Label|Action|Menu|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|MessageBox"
    r"|ProgressDialog|TreeWidgetItem|ListWidgetItem)|label|push_button|tip|Banner|Choice|NumberBox"
    r"|ParameterBox|NumberSlider|Tabs|Part|Column|say|show_(status|sentence|hint|trouble)|_name"
    r"|getText|get(Open|Save)FileName|about|information|question|warning|critical"
    r"|ParameterError|ExportError|OpenError|edit|set|take"
)
"""What shows a text that it is given, or a part of one."""
WORD = re.compile(r"[A-Za-z]{2,}")
NAMES = re.compile(
    r"\b(Gumbel|GUI|dpi|mm|MiB|CSV|csv|argmax|softmax"
    r"|Copy|Undo|Redo)\b"
)
"""Names and symbols that are the same in every language."""
WITHOUT_WORDS = {
    "draws",
    "quantity",
    "selected",
    "seed",
    "temperature",
    "steps",
    "mistake",
    "pull",
    "select",
    "all",
}
"""Names of parameters and of columns, which are no texts."""


def literals(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the texts in an expression that no ``tr`` or ``mark`` has."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id in sources.CALLS:
            return
        if _called(node) == "connect":
            return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    if isinstance(node, ast.Call | ast.Lambda | ast.Subscript | ast.Compare):
        return  # calls inside are looked at by themselves; keys and comparisons are no texts
    children = node.values if isinstance(node, ast.Dict) else ast.iter_child_nodes(node)
    for child in children:
        yield from literals(child)


def unsaid(source: str) -> list[str]:
    """Return the texts in a module that are shown as they are."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and CALLS.fullmatch(_called(node)):
            given = node.args[1:] if _called(node) == "label" else node.args  # the first is a role
            named = [each.value for each in node.keywords if each.arg not in ("run", "role")]
            for argument in (*given, *named):
                found += [
                    f"{each.value!r} in line {each.lineno}"
                    for each in literals(argument)
                    if _is_text(each.value)
                ]
    return found


def _called(node: ast.Call) -> str:
    return getattr(node.func, "attr", None) or getattr(node.func, "id", "")


def _is_text(text: str) -> bool:
    left = NAMES.sub("", text)
    return bool(WORD.search(left)) and text not in WITHOUT_WORDS


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Close")',
        'QLabel("Close")',
        'self.setWindowTitle(f"Table of {name}")',
        'box.addItem("one" if few else tr("many"))',
        'label("section", "DRAWS")',
        'form.addRow(tr("Size"), QLabel("pixels"))',
        'raise ParameterError(field, 0, "a number")',
        'QMessageBox.about(window, "About", tr("text"))',
        'store.edit("Change p", lambda s: s)',
    ],
)
def test_a_text_that_is_shown_as_it_is_is_found(source):
    assert len(unsaid(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        'label.setText(tr("Close"))',
        'label("section", tr("DRAWS"))',
        'label.setText(texts["close"])',
        'label.setText("×")',
        'QLabel("mm")',
        'store.edit(mark("Change p"), lambda s: s, run="p")',
        "label.setText(name)",
    ],
)
def test_other_texts_are_not(source):
    assert unsaid(source) == []


@pytest.mark.parametrize("path", sorted(GUI.rglob("*.py")), ids=lambda path: path.stem)
def test_every_text_of_the_window_is_said(path):
    assert unsaid(path.read_text("utf-8")) == []
