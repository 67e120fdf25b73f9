"""The texts that the sources say, found in their syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "gumbel_gui"
CALLS = "tr", "mark"


def texts() -> dict[str, list[str]]:
    """Return each text, with the files that it is in, in their order."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE.parent).as_posix()
        for call in calls(path):
            match call.args[:1]:
                case [ast.Constant(value=str(text))]:
                    places = found.setdefault(text, [])
                    places += [place] * (place not in places)
    return found


def calls(path: Path) -> Iterator[ast.Call]:
    """Yield the calls by which a file says texts, or marks them."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield node
