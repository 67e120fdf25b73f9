"""Choices of the export dialog, for each purpose: defaults, and a check of what is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.formats import FORMATS
from gumbel_gui.figures.presets import PRESETS, Purpose
from gumbel_gui.gui.dialogs.export_fields import LOOKS, text_of
from gumbel_gui.language import language


def defaults(purpose: str) -> dict[str, Any]:
    """Return the choices of a preset, in the language of the window; no draw is marked."""
    preset = PRESETS[Purpose(purpose)]
    values = {name: getattr(preset.layout, name, preset.dpi) for name in LOOKS}
    values |= {"marks": False, "language": language()}
    return {
        "format": preset.ending,
        **{name: text_of(each, values[name]) for name, each in LOOKS.items()},
    }


DEFAULTS: Mapping[str, Any] = {"preset": "document", "folder": "", **defaults("document")}


def usable_choices(remembered: Mapping[str, Any], purpose: str) -> dict[str, Any]:
    """Return the choices for a purpose, with the default of each that cannot be used.

    The language is that of the window each time.
    """
    given = remembered.get(purpose, {})
    if purpose == DEFAULTS["preset"]:  # earlier versions knew no purposes
        given = {**remembered, **given} if isinstance(given, dict) else remembered
    choices = defaults(purpose)
    for name, default in choices.items():
        value = given.get(name, default) if isinstance(given, dict) else default
        if name != "language" and type(value) is type(default) and _is_usable(name, value):
            choices[name] = value
    return choices


def usable_purpose(remembered: Mapping[str, Any]) -> str:
    """Return the purpose of last time."""
    value = remembered.get("preset")
    return value if isinstance(value, str) and value in list(Purpose) else DEFAULTS["preset"]


def usable_folder(remembered: Mapping[str, Any]) -> str:
    """Return the folder of last time, or none."""
    value = remembered.get("folder", "")
    try:
        return value if isinstance(value, str) and value and Path(value).is_dir() else ""
    except (OSError, ValueError):
        return ""


def _is_usable(name: str, value: Any) -> bool:
    if name == "format":
        return value in FORMATS
    each = LOOKS[name]
    try:
        each.kind.check(each.option, each.parse(value) if isinstance(value, str) else value, None)
    except (ExportError, ValueError):
        return False
    return True
