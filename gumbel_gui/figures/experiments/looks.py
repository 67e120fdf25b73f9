"""The layout of a figure as named values, and back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from gumbel_gui.core.kinds import Flag, Kind, Number
from gumbel_gui.figures.figure import LARGEST_MM, SMALLEST_MM, Layout
from gumbel_gui.plots.look.style import STYLES

KINDS: dict[str, Kind] = {
    "width": Number(SMALLEST_MM, LARGEST_MM),
    "height": Number(SMALLEST_MM, LARGEST_MM),
    "titles": Flag(),
    "captions": Flag(),
    "marks": Flag(),
}


def layout_schemas() -> dict[str, Any]:
    """Return the JSON Schema of each value."""
    return {name: kind.schema() for name, kind in KINDS.items()} | {"theme": {"enum": list(STYLES)}}


def layout_values(layout: Layout) -> dict[str, Any]:
    """Return what differs from the default layout."""
    found = {
        each.name: getattr(layout, each.name)
        for each in fields(Layout)
        if getattr(layout, each.name) != each.default
    }
    style = found.pop("style", None)
    return found | ({} if style is None else {"theme": style.name})
