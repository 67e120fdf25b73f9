"""Choices of the export dialog: their defaults, and a check of those that are remembered."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gumbel_gui.core.parsing import parse_count, parse_number
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.formats import DEFAULT_DPI, FORMATS, check_resolution
from gumbel_gui.figures.layout import Layout
from gumbel_gui.plots.look.style import STYLES

DEFAULTS: Mapping[str, Any] = {
    "format": "png",
    "width": f"{Layout.width:g}",
    "height": f"{Layout.height:g}",
    "dpi": str(DEFAULT_DPI),
    "theme": "print",
    "titles": True,
    "captions": True,
    "marks": False,
    "folder": "",
}


def usable_choices(remembered: Mapping[str, Any]) -> dict[str, Any]:
    """Return the remembered choices, with the default of each that cannot be used."""
    choices = dict(DEFAULTS)
    for name, default in DEFAULTS.items():
        value = remembered.get(name, default)
        try:
            if type(value) is type(default) and _is_usable(name, value):
                choices[name] = value
        except (ExportError, ValueError, OSError):
            continue
    return choices


def _is_usable(name: str, value: Any) -> bool:
    if name in ("width", "height"):
        size = parse_number(name, value)
        Layout(size, size)
    elif name == "dpi":
        check_resolution(Layout(), parse_count(name, value))
    elif name == "folder":
        return Path(value).is_dir()
    elif name == "format":
        return value in FORMATS
    elif name == "theme":
        return value in STYLES
    return True
