"""The layout of a figure as named values, and back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from gumbel_gui.core.kinds import Flag, Kind, Number, Whole
from gumbel_gui.figures.errors import OpenError
from gumbel_gui.figures.figure import LARGEST_MM, SMALLEST_MM, Layout
from gumbel_gui.plots.look.style import STYLES

DPI = Whole(30, 2400)
THEME = "theme"
KINDS: dict[str, Kind | None] = {
    "width": Number(SMALLEST_MM, LARGEST_MM),
    "height": Number(SMALLEST_MM, LARGEST_MM),
    "theme": None,
    "titles": Flag(),
    "captions": Flag(),
    "marks": Flag(),
}


def layout_schemas() -> dict[str, Any]:
    """Return the JSON Schema of each value."""
    themes = {"enum": list(STYLES)}
    return {name: kind.schema() if kind else themes for name, kind in KINDS.items()}


def layout_values(layout: Layout) -> dict[str, Any]:
    """Return what differs from the default layout."""
    plain, found = Layout(), {}
    for each in fields(Layout):
        value = getattr(layout, each.name)
        if value != getattr(plain, each.name):
            found["theme" if each.name == "style" else each.name] = value
    return {name: getattr(value, "name", value) for name, value in found.items()}


def layout_of(values: dict[str, Any]) -> Layout:
    """Return the layout of such values."""
    found = {
        name: kind.check(name, values[name], None)
        for name, kind in KINDS.items()
        if kind and name in values
    }
    if "theme" in values:
        if values["theme"] not in list(STYLES):
            raise OpenError(f"theme must be one of {', '.join(STYLES)}.")
        found["style"] = STYLES[values["theme"]]
    return Layout(**found)
