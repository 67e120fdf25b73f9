"""Choices of the export dialog, for each purpose: defaults, and a check of what is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gumbel_gui.figures.formats import FORMATS
from gumbel_gui.figures.layout import LOOK
from gumbel_gui.figures.presets import PRESETS, Purpose
from gumbel_gui.gui.dialogs.look_fields import shown_values, usable_values


def defaults(purpose: str, plots: int = 1) -> dict[str, Any]:
    """Return the choices of a preset for a figure of so many plots."""
    preset = PRESETS[Purpose(purpose)]
    return {"format": preset.ending, **shown_values(LOOK, preset.layout_of(plots), preset.dpi)}


def for_plots(choices: Mapping[str, Any], purpose: str, before: int, now: int) -> dict[str, Any]:
    """Return choices with the size for another number of plots, where it was not the user's own."""
    usual, other = defaults(purpose, before), defaults(purpose, now)
    sizes = {name: other[name] for name in ("height", "scale") if choices[name] == usual[name]}
    return {**choices, **sizes}


DEFAULTS: Mapping[str, Any] = {"preset": "document", **defaults("document")}


def usable_choices(remembered: Mapping[str, Any], purpose: str) -> dict[str, Any]:
    """Return the choices for a purpose, with the default of each that cannot be used."""
    given = remembered.get(purpose)
    given = given if isinstance(given, dict) else {}
    if purpose == DEFAULTS["preset"]:  # earlier versions knew no purposes
        given = {**remembered, **given}
    choices = defaults(purpose)
    ending = given.get("format")
    if isinstance(ending, str) and ending in FORMATS:
        choices["format"] = ending
    return choices | usable_values(LOOK, given, choices)


def usable_purpose(remembered: Mapping[str, Any]) -> str:
    """Return the purpose of last time."""
    value = remembered.get("preset")
    return value if isinstance(value, str) and value in list(Purpose) else DEFAULTS["preset"]
