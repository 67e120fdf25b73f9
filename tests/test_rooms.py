"""What import-linter cannot say: which parts of Qt a room may touch."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import gumbel_gui

PACKAGE = Path(gumbel_gui.__file__).parent
ALLOWED = {
    "core": set(),
    "plots": {"QtCore", "QtGui", "sip"},
    "figures": {"QtCore", "QtGui", "QtSvg"},
}


def qt_modules(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PyQt6"):
            inner = (node.module or "").split(".")[1:]
            found |= {inner[0]} if inner else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("PyQt6.")}
    return found


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_touches_only_its_part_of_qt(room: str):
    files = sorted((PACKAGE / room).glob("*.py"))
    assert files
    assert {f.name: qt_modules(f) - ALLOWED[room] for f in files} == {f.name: set() for f in files}
