"""Colours ``#rrggbb``: mixing, linear sRGB and luminance."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PyQt6.QtGui import QColor

from gumbel_gui.core.arrays import Floats


def rgb(colour: str) -> Floats:
    """Return sRGB (3,), from 0 to 1."""
    return np.array(QColor(colour).getRgbF()[:3], np.float64)


def mix(colour: str, other: str, share: float | Floats) -> Floats:
    """Return sRGB (..., 3) at shares (...) of the way from a colour to another."""
    part = np.asarray(share, np.float64)[..., None]
    return np.asarray(np.clip((1 - part) * rgb(colour) + part * rgb(other), 0, 1))


@lru_cache(maxsize=1024)
def mixed(colour: str, other: str, share: float) -> str:
    """Return the colour at this share of the way from one to another."""
    return QColor.fromRgbF(*mix(colour, other, share).tolist()).name()


def contrast(colour: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2)."""
    dark, light = sorted(luminance(rgb(each)) for each in (colour, other))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1024)
def contrasting(colour: str, ground: str, least: float) -> str:
    """Return a colour, lightened or darkened until it has this contrast to a ground."""
    end = max("#000000", "#ffffff", key=lambda each: contrast(each, ground))
    tones = (mixed(colour, end, step / 64) for step in range(65))
    return next((each for each in tones if contrast(each, ground) >= least), end)


def linear(srgb: Floats) -> Floats:
    """Return linear light (..., 3) of sRGB (..., 3), from 0 to 1 (IEC 61966-2-1)."""
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def luminance(srgb: Floats) -> float:
    """Return the relative luminance of sRGB (3,) (WCAG 2)."""
    return float(linear(srgb) @ np.array([0.2126, 0.7152, 0.0722]))
