"""Palette: one colour per class, as distinct as possible for all kinds of colour vision.

The first eight are Okabe & Ito's (2008). Further ones are picked one after the other, each as far
as possible from all before it in the OKLab space (Ottosson 2020), at lightnesses that show on
both white and near-black grounds.
"""

from __future__ import annotations

import colorsys
from functools import cache

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.plots.look.colours import linear

OKABE_ITO = (
    "#0072b2",
    "#e69f00",
    "#009e73",
    "#d55e00",
    "#cc79a7",
    "#56b4e9",
    "#f0e442",
    "#000000",
)
WHITE_FOR_BLACK = "#e8eaed"


def class_colour(k: int, *, on_dark: bool = False) -> str:
    """Return the colour of class k ≥ 0 as ``#rrggbb``; black turns to white on a dark ground."""
    if k < len(OKABE_ITO):
        return WHITE_FOR_BLACK if on_dark and OKABE_ITO[k] == "#000000" else OKABE_ITO[k]
    further = _further_colours()
    return further[(k - len(OKABE_ITO)) % len(further)]


def oklab(rgb: Floats) -> Floats:
    """Return OKLab coordinates (..., 3) of sRGB colours (..., 3) with entries in [0, 1]."""
    cones = linear(rgb) @ np.array(
        [
            [0.4122214708, 0.2119034982, 0.0883024619],
            [0.5363325363, 0.6806995451, 0.2817188376],
            [0.0514459929, 0.1073969566, 0.6299787005],
        ]
    )
    lab: Floats = np.cbrt(cones) @ np.array(
        [
            [0.2104542553, 1.9779984951, 0.0259040371],
            [0.7936177850, -2.4285922050, 0.7827717662],
            [-0.0040720468, 0.4505937099, -0.8086757660],
        ]
    )
    return lab


@cache
def _further_colours(count: int = 56) -> tuple[str, ...]:
    candidates = np.array(
        [
            colorsys.hls_to_rgb(hue / 36, lightness, saturation)
            for hue in range(36)
            for lightness in (0.3, 0.38, 0.46, 0.54, 0.62, 0.7)
            for saturation in (0.3, 0.6, 0.9)
        ]
    )
    places = oklab(candidates)
    visible = (places[:, 0] > 0.42) & (places[:, 0] < 0.85)
    candidates, places = candidates[visible], places[visible]
    taken = [[int(h[i : i + 2], 16) / 255 for i in (1, 3, 5)] for h in OKABE_ITO]
    distance = np.min(
        [((places - place) ** 2).sum(axis=1) for place in oklab(np.array(taken))], axis=0
    )
    chosen = []
    for _ in range(count):
        best = int(distance.argmax())
        chosen.append("#" + "".join(f"{round(255 * channel):02x}" for channel in candidates[best]))
        distance = np.minimum(distance, ((places - places[best]) ** 2).sum(axis=1))
    return tuple(chosen)
