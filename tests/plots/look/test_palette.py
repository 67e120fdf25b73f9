from itertools import combinations

import numpy as np
import pytest

from gumbel_gui.plots.look.palette import class_colour, oklab
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT

OKABE_ITO = {  # Okabe & Ito (2008), Color Universal Design, in their 0 … 255 values
    "blue": (0, 114, 178),
    "orange": (230, 159, 0),
    "bluish green": (0, 158, 115),
    "vermillion": (213, 94, 0),
    "reddish purple": (204, 121, 167),
    "sky blue": (86, 180, 233),
    "yellow": (240, 228, 66),
    "black": (0, 0, 0),
}
REFERENCES = {  # OKLab of sRGB colours, from CSS Color 4 and Ottosson's page
    (1, 1, 1): (1, 0, 0),
    (0, 0, 0): (0, 0, 0),
    (1, 0, 0): (0.62796, 0.22486, 0.12585),
    (0, 1, 0): (0.86644, -0.23389, 0.17950),
    (0, 0, 1): (0.45201, -0.03246, -0.31153),
    (1, 1, 0): (0.96798, -0.07137, 0.19857),
}
JUST_APART = 0.07
"""The least OKLab distance between two of 64 classes; 0.02 is about one just noticeable step."""
grounds = pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)


def rgb(colour):
    """Return the channels of ``#rrggbb``, 0 … 1."""
    assert len(colour) == 7
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def lab(colour):
    """Return OKLab by way of CIE XYZ, as Ottosson first wrote it."""
    channels = rgb(colour)
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    to_cones = [
        [0.8189330101, 0.3618667424, -0.1288597137],
        [0.0329845436, 0.9293118715, 0.0361456387],
        [0.0482003018, 0.2643662691, 0.6338517070],
    ]
    to_lab = [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
    cones = np.array(to_cones) @ (np.array(to_xyz) @ linear)
    return np.array(to_lab) @ np.cbrt(cones)


def distance(one, other):
    return float(np.linalg.norm(lab(one) - lab(other)))


def test_the_first_eight_are_okabe_and_ito():
    first = {tuple(np.rint(255 * rgb(class_colour(k))).astype(int)) for k in range(8)}
    assert first == set(OKABE_ITO.values())


@pytest.mark.parametrize(("colour", "expected"), REFERENCES.items())
def test_oklab_has_the_published_values(colour, expected):
    np.testing.assert_allclose(oklab(np.array(colour, float)), expected, atol=2e-4)


@pytest.mark.parametrize("k", range(0, 64, 7))
def test_oklab_agrees_with_the_way_by_xyz(k):
    np.testing.assert_allclose(oklab(rgb(class_colour(k))), lab(class_colour(k)), atol=2e-3)


@grounds
def test_all_64_colours_can_be_told_apart(style):
    colours = [style.class_colour(k) for k in range(64)]
    assert len(set(colours)) == 64
    assert min(distance(*pair) for pair in combinations(colours, 2)) > JUST_APART
    nearest = min(distance(*pair) for pair in combinations(colours[:16], 2))
    assert nearest > 0.13


@grounds
def test_all_64_colours_show_on_their_ground(style):
    for k in range(64):
        assert distance(style.class_colour(k), style.surface) > 0.18, k


@pytest.mark.parametrize("k", range(64))
def test_only_black_differs_between_grounds(k):
    light, dark = class_colour(k), class_colour(k, on_dark=True)
    assert (light == dark) == (light != "#000000")


@grounds
def test_words_have_the_contrast_that_wcag_asks_for(style):
    def luminance(colour):
        c = rgb(colour)
        linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
        return float(linear @ [0.2126, 0.7152, 0.0722])

    for colour in (style.text, style.muted, style.error):
        for ground in (style.surface, style.window):
            dark, light = sorted((luminance(colour), luminance(ground)))
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (colour, ground)
