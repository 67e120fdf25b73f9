"""What import-linter cannot check: the parts of Qt that a room may use, and sizes of rooms."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pyqtgraph as pg
import pytest
from PyQt6.QtWidgets import QWidget

import gumbel_gui

PACKAGE = Path(gumbel_gui.__file__).parent
ALLOWED = {
    "core": set(),
    "plots": {"QtCore", "QtGui", "sip", "QtWidgets.QGraphicsGridLayout", "QtWidgets.QGraphicsItem"},
    "plots/look": {"QtCore", "QtGui"},
    "plots/words": {"QtCore"},
    "figures": {"QtCore", "QtGui", "QtSvg", "pg.GraphicsLayoutWidget"},
    "gui/state": {"QtCore", "QtGui"},
    "gui/worker": {"QtCore"},
    "gui/widgets": {"QtCore", "QtGui", "QtWidgets"},
    "gui/controls": {"QtCore", "QtGui", "QtWidgets"},
    "gui/cards": {"QtCore", "QtGui", "QtWidgets", "pg.GraphicsLayoutWidget"},
    "gui/menus": {"QtCore", "QtGui", "QtWidgets"},
    "gui/dialogs": {"QtCore", "QtGui", "QtWidgets"},
    "gui/filing": {"QtCore", "QtGui", "QtWidgets"},
    "gui/finding": {"QtCore", "QtGui", "QtWidgets"},
    "gui/looking": {"QtCore"},
    "gui/guide": {"QtCore", "QtGui", "QtWidgets"},
}
"""By folder, for the files in it and below it; ``pg.…`` are widgets of pyqtgraph."""
MOST_FILES, MOST_LINES = 6, 320


def files(room: str) -> list[Path]:
    found = sorted((PACKAGE / room).rglob("*.py"))
    assert found
    return found


def qt_used(source: str) -> set[str]:
    """Return the parts of Qt that a module uses, whether by PyQt6 or by way of pyqtgraph."""
    nodes = list(ast.walk(ast.parse(source)))
    inner = {node.value for node in nodes if isinstance(node, ast.Attribute)}
    found = set()
    for node in nodes:
        for package, *names in paths(node) if node not in inner else ():
            if package == "pyqtgraph" and names[:1] == ["Qt"]:  # pg.Qt.QtGui is pg.QtGui
                names = names[1:]
            if package == "PyQt6" or (names and re.match(r"Qt|sip$", names[0])):
                exact = isinstance(node, ast.Attribute)
                found.add(".".join(names[: 2 if exact else 1]) or package)
            elif package == "pyqtgraph" and names and is_widget(names[-1]):
                found.add("pg." + names[-1])
    return found


def paths(node: ast.AST) -> Iterator[list[str]]:
    """Return the full names that a node imports, or that it takes as attributes of pyqtgraph."""
    if isinstance(node, ast.ImportFrom):
        yield from (f"{node.module or ''}.{alias.name}".split(".") for alias in node.names)
    elif isinstance(node, ast.Import):
        yield from (alias.name.split(".") for alias in node.names)
    elif isinstance(node, ast.Attribute):
        first, *names = ast.unparse(node).split(".")
        if first in ("pg", "pyqtgraph") and all(map(str.isidentifier, names)):
            yield ["pyqtgraph", *names]


def is_widget(name: str) -> bool:
    member = getattr(pg, name, None)
    return isinstance(member, type) and issubclass(member, QWidget)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import numpy as np", set()),
        ("from PyQt6.QtWidgets import QLabel", {"QtWidgets"}),
        ("from PyQt6 import QtWidgets as q, sip", {"QtWidgets", "sip"}),
        ("import PyQt6.QtWidgets", {"QtWidgets"}),
        ("import PyQt6", {"PyQt6"}),
        ("from pyqtgraph.Qt import QtWidgets", {"QtWidgets"}),
        ("from pyqtgraph.Qt.QtWidgets import QLabel", {"QtWidgets"}),
        ("import pyqtgraph.Qt.QtWidgets", {"QtWidgets"}),
        ("from pyqtgraph import QtWidgets", {"QtWidgets"}),
        ("from pyqtgraph import PlotWidget", {"pg.PlotWidget"}),
        ("from pyqtgraph.widgets.PlotWidget import PlotWidget", {"pg.PlotWidget"}),
        ("import pyqtgraph as pg\npg.ViewBox(), pg.GraphicsWidget, pg.mkPen", set()),
        ("pg.QtWidgets.QLabel()", {"QtWidgets.QLabel"}),
        ("pg.Qt.QtWidgets.QLabel()", {"QtWidgets.QLabel"}),
        ("pyqtgraph.QtWidgets.QLabel()", {"QtWidgets.QLabel"}),
        ("q = pg.QtWidgets", {"QtWidgets"}),
        ("pg.GraphicsLayoutWidget()", {"pg.GraphicsLayoutWidget"}),
    ],
)
def test_every_way_to_a_part_of_qt_is_seen(source: str, found: set[str]) -> None:
    assert qt_used(source) == found


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_uses_only_its_part_of_qt(room: str) -> None:
    wrong = {str(f.relative_to(PACKAGE)): qt_used(f.read_text("utf-8")) for f in files(room)}
    wrong = {name: used - ALLOWED[room] for name, used in wrong.items()}
    assert {name: used for name, used in wrong.items() if used} == {}


def test_every_room_of_the_window_but_system_is_in_the_table() -> None:
    rooms = {f"gui/{each.name}" for each in (PACKAGE / "gui").iterdir() if list(each.glob("*.py"))}
    assert rooms - ALLOWED.keys() == {"gui/system"}


@pytest.mark.parametrize("room", ["gui", "plots"])
def test_few_files_are_beside_the_folders(room: str) -> None:
    assert len(list((PACKAGE / room).glob("*.py"))) <= MOST_FILES


def test_no_file_is_long() -> None:
    lines = {str(f.relative_to(PACKAGE)): len(f.read_text("utf-8").splitlines()) for f in files("")}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_a_parameter_is_named_by_its_declaration_its_plot_and_the_guide() -> None:
    named = [f for f in files("") if re.search(r"\bnoise_scale\b", f.read_text("utf-8"))]
    assert {str(f.relative_to(PACKAGE)) for f in named} <= {
        "core/parameters.py",
        "plots/samplers/sampler_comparison.py",
        "gui/guide/steps.py",
    }
