"""Scale of a heat map: colours on both sides of 0, numbers on them, and their units."""

from __future__ import annotations

import math

import numpy as np
from PyQt6.QtGui import QBrush, QColor

from gumbel_gui.core.arrays import Floats
from gumbel_gui.plots.look.colours import luminance, mix, mixed, rgb
from gumbel_gui.plots.look.style import Style

LEVELS = 96
"""Shades on either side of 0."""
INKS = ("#1b1f24", "#ffffff")
"""Colours of numbers; the one with the higher contrast on a cell is taken."""
SHADE = 0.38
"""Share of the colour of text in the darkest cell of the column."""


class Shades:
    """Brushes of cells, and colours of the numbers on them.

    Attributes:
        slopes, inks: for numbers from −1 to 1 in steps of 1 / LEVELS, towards the two kinds.
        shares, share_inks: for numbers from 0 to 1 in the same steps, in a colour of their own.
    """

    def __init__(self, style: Style) -> None:
        steps = np.linspace(0, 1, LEVELS + 1)
        below, above = (mix(style.surface, end, steps) for end in style.kinds)
        self.slopes, self.inks = _painted(np.concatenate([below[:0:-1], above]))
        self.shares, self.share_inks = _painted(mix(style.surface, style.text, SHADE * steps))


def coarse_scale(largest: float) -> float:
    """Return the least of 1, 2, 5 times a power of 10 that is ≥ a value ≥ 0; it is finite, > 0."""
    if largest <= 0:
        return 1.0
    power = max(math.floor(math.log10(largest)), -307)
    for exponent, digit in ((power, 1), (power, 2), (power, 5), (power + 1, 1)):
        scale = float(f"{digit}e{exponent}")
        if largest <= scale and math.isfinite(scale):
            return scale
    return largest


def unit_of(scale: float) -> float:
    """Return the unit of numbers on a scale > 0: 1 if they are short, else a power of 10."""
    power = max(math.floor(math.log10(scale) + 1e-9), -307)
    return 1.0 if -2 <= power <= 2 else float(f"1e{power}")


def written(values: Floats, decimals: int, *, short: bool = False) -> list[str]:
    """Return numbers as texts with the same decimals, ``short`` ones with no 0 before the point.

    If all are exactly 0 or 1, none has decimals. Numbers that are rounded to 0 have no sign.
    """
    listed = values.ravel().tolist()
    decimals = 0 if all(value in (0, 1) for value in listed) else decimals
    texts = []
    for value in listed:
        text = f"{value:.{decimals}f}"
        if not text.strip("-0."):
            text = text.lstrip("-")
        if short and "." in text:
            text = text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text
        texts.append(text.replace("-", "−"))
    return texts


def share_colour(style: Style) -> str:
    """Return the colour of the number 1 in the column beside a matrix."""
    return mixed(style.surface, style.text, SHADE)


def _painted(srgb: Floats) -> tuple[list[QBrush], list[QColor]]:
    """Return brushes of colours (n, 3), and the inks with the higher contrast (WCAG 2) on them."""
    dark, white = (luminance(rgb(ink)) + 0.05 for ink in INKS)
    grounds = [luminance(colour) + 0.05 for colour in srgb]
    inks = [QColor(INKS[white / ground > ground / dark]) for ground in grounds]
    return [QBrush(QColor.fromRgbF(*colour)) for colour in srgb.tolist()], inks
