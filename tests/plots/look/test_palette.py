from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_convert

from gumbel_gui.plots.look.colours import contrast
from gumbel_gui.plots.look.palette import class_colour
from gumbel_gui.plots.look.style import CONTRAST, DARK, LIGHT, PRINT

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
JUST_APART = 0.065
"""The least OKLab distance between two of 64 classes; 0.02 is about one just noticeable step."""
CLEARLY_APART = 10
"""The least CAM02-UCS distance of colours that need no label, for any kind of colour vision."""
VISIONS = (None, "protanomaly", "deuteranomaly", "tritanomaly")
grounds = pytest.mark.parametrize(
    "style", [LIGHT, DARK, CONTRAST, PRINT], ids=lambda style: style.name
)


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


def seen(colours, vision):
    """Return CAM02-UCS (n, 3) of colours as they look, for a vision, if not all cones work."""
    srgb = np.array([rgb(colour) for colour in colours])
    if vision is not None:
        space = {"name": "sRGB1+CVD", "cvd_type": vision, "severity": 100}
        srgb = np.clip(cspace_convert(srgb, space, "sRGB1"), 0, 1)
    return cspace_convert(srgb, "sRGB1", "CAM02-UCS")


def least_distance(colours, others, vision):
    """Return the least distance between a colour and another one."""
    one, other = seen(colours, vision), seen(others, vision)
    return np.linalg.norm(one[:, None] - other, axis=2).min()


@pytest.mark.parametrize("vision", VISIONS)
@grounds
def test_the_first_eight_the_ground_the_kinds_and_the_accent_are_apart_in_any_vision(style, vision):
    apart = [*map(style.class_colour, range(8)), style.surface, *style.kinds]
    apart += [style.third_kind, style.accent]
    for i, colour in enumerate(apart):
        assert least_distance([colour], apart[:i] + apart[i + 1 :], vision) > CLEARLY_APART, colour


@grounds
def test_further_colours_are_neither_neon_nor_black(style):
    for k in range(8, 64):
        lightness, a, b = lab(style.class_colour(k))
        assert 0.49 < lightness < 0.83
        assert 0.02 < np.hypot(a, b) < 0.15


@grounds
def test_all_64_colours_can_be_told_apart(style):
    colours = [style.class_colour(k) for k in range(64)]
    assert len(set(colours)) == 64
    lifted = style is CONTRAST  # dark ones are lighter there, and so nearer to one another
    least = min(distance(*pair) for pair in combinations(colours, 2))
    assert least > (0.025 if lifted else JUST_APART)
    nearest = min(distance(*pair) for pair in combinations(colours[:16], 2))
    assert nearest > (0.08 if lifted else 0.12)


@grounds
def test_all_64_colours_show_on_their_ground(style):
    for k in range(64):
        assert distance(style.class_colour(k), style.surface) > 0.18, k


@pytest.mark.parametrize("k", range(64))
def test_only_black_differs_between_grounds(k):
    light, dark = class_colour(k), class_colour(k, "dark")
    assert (light == dark) == (light != "#000000")


@grounds
def test_words_have_the_contrast_that_wcag_asks_for(style):
    """4.5 to 1 (1.4.3), and 7 to 1 (1.4.6) where the look is that of high contrast."""
    least = 7 if style is CONTRAST else 4.5
    words = {style.text, style.muted, style.error, style.accent, *style.kinds, style.third_kind}
    for colour in words:
        for ground in (style.surface, style.window):
            assert contrast(colour, ground) >= least, (colour, ground)
    assert contrast(style.surface, style.accent) >= least  # what is selected


@grounds
def test_marks_and_lines_have_the_contrast_that_wcag_asks_for(style):
    """3 to 1 (1.4.11); with high contrast 4.5 to 1, and then also the classes and what is pale.

    Colours of classes are Okabe & Ito's in the other looks: yellow has 1.3 to 1 on white, and sky
    blue 2.3. Pictures name the classes, and their tables say what they show.
    """
    marks = {style.axis, style.accent, style.mark, *style.kinds, style.third_kind}
    if style is CONTRAST:
        marks |= {style.border, style.fill, style.faint, style.pale(style.muted, 0.9)}
        marks |= {replace(style, set_off=off).class_colour(k) for k in range(64) for off in (k, -1)}
        assert contrast(style.fill, style.mark) >= 4.5  # the exact density lies on the draws
    for colour in marks:
        for ground in (style.surface, style.window):
            assert contrast(colour, ground) >= (4.5 if style is CONTRAST else 3), (colour, ground)


def test_contrast_is_that_of_wcag():
    """Black on white 21 to 1, and #767676 the lightest grey that passes on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
