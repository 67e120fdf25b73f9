"""Colours and numbers of a heat map: a scale on both sides of 0, and what is read on its shades."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtGui import QBrush, QColor

from gumbel_gui.plots.style import Style

Floats = NDArray[np.float64]

LEVELS = 96
"""Shades on either side of 0."""
ON_LIGHT, ON_DARK = ("#d55e00", "#0072b2"), ("#f08c3c", "#4aa3e8")
"""Colours of the negative and of the positive end of the scale: Okabe and Ito's, and lighter ones.

Eyes of every kind tell them apart.
"""
INKS = ("#1b1f24", "#ffffff")
"""Of numbers; the one that is read better on a cell is taken."""
SHADE = 0.38
"""How far the darkest cell of the column is from the ground to the colour of words."""


class Shades:
    """What cells are filled with, and the inks of the numbers on them.

    Attributes:
        slopes, inks: for numbers from −1 to 1 in steps of 1 / LEVELS.
        shares, share_inks: for numbers from 0 to 1 in these steps, in a colour of their own.
    """

    def __init__(self, style: Style) -> None:
        ends = [QColor(end) for end in scale_colours(style)]
        ground, word = QColor(style.surface), QColor(style.text)
        way = np.linspace(-1, 1, 2 * LEVELS + 1)
        mixed = [_mix(ground, ends[int(share > 0)], abs(share)) for share in way]
        shades = [_mix(ground, word, SHADE * share) for share in np.linspace(0, 1, LEVELS + 1)]
        self.slopes, self.inks = [QBrush(c) for c in mixed], [_ink(c) for c in mixed]
        self.shares, self.share_inks = [QBrush(c) for c in shades], [_ink(c) for c in shades]


def coarse_scale(largest: float) -> tuple[float, float]:
    """Return the least scale of 1, 2, 5 times a power of 10 that holds a value ≥ 0, and its unit.

    The unit is 1 where numbers on this scale are short, else the power of 10. Both are finite and
    > 0 for every finite value.
    """
    if largest <= 0:
        return 1.0, 1.0
    power = max(math.floor(math.log10(largest)), -307)
    for exponent, digit in ((power, 1), (power, 2), (power, 5), (power + 1, 1)):
        scale = float(f"{digit}e{exponent}")
        if largest <= scale and math.isfinite(scale):
            return scale, 1.0 if -2 <= exponent <= 2 else float(f"1e{exponent}")
    return largest, float(f"1e{power}")


def written(values: Floats, decimals: int, *, short: bool = False) -> list[str]:
    """Return numbers with so many decimals, ``short`` ones with no 0 before the point.

    Exactly 0 or 1 has no decimals, and what is rounded to 0 has no sign, and no decimals if short.
    """
    texts = []
    for value in values.ravel().tolist():
        text = f"{value:.{decimals}f}" if value not in (0, 1) else f"{value:.0f}"
        if not text.strip("-0."):
            text = "0" if short else text.lstrip("-")
        if short and abs(value) < 1:
            text = text.replace("0.", ".", 1)
        texts.append(text.replace("-", "−"))
    return texts


def scale_colours(style: Style) -> tuple[str, str]:
    """Return the colours of the ends of the scale, of negative and of positive numbers."""
    return ON_DARK if style.dark else ON_LIGHT


def share_colour(style: Style) -> str:
    """Return the colour of the number 1 in the column beside a matrix."""
    return _mix(QColor(style.surface), QColor(style.text), SHADE).name()


def _mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return a colour this share of the way from the ground to another one."""
    a, b = (np.array(c.getRgbF()[:3], np.float64) for c in (ground, colour))
    return QColor.fromRgbF(*np.clip((1 - share) * a + share * b, 0, 1).tolist())


def _ink(ground: QColor) -> QColor:
    """Return the ink with the higher contrast (WCAG 2) on a ground."""
    own = _luminance(ground) + 0.05
    dark, white = (_luminance(QColor(ink)) + 0.05 for ink in INKS)
    return QColor(INKS[white / own > own / dark])


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of sRGB (WCAG 2)."""
    rgb = np.array(colour.getRgbF()[:3], np.float64)
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))
