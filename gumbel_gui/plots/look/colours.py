"""Colours between two others."""

from __future__ import annotations

from PyQt6.QtGui import QColor

from gumbel_gui.plots.look.style import Style


def mixed(colour: str, other: str, share: float) -> str:
    """Return the colour, ``#rrggbb``, this share of the way from one to another."""
    parts = zip(QColor(colour).getRgbF()[:3], QColor(other).getRgbF()[:3], strict=True)
    between = ((1 - share) * (a or 0.0) + share * (b or 0.0) for a, b in parts)
    return QColor.fromRgbF(*between).name()


def faint_colour(style: Style) -> str:
    """Return a colour for what is many and matters little."""
    return mixed(style.muted, style.surface, 0.55)
