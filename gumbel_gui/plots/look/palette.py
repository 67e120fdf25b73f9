"""Palette: one colour per class, as distinct as possible for all kinds of colour vision.

The first eight are Okabe & Ito's (2008): in CAM02-UCS (Luo et al. 2006) two of them are 10 or more
apart also as seen without one kind of cones (Machado et al. 2009), and all are so from the grounds.
Further ones were picked one after the other, each as far as possible from all before it both in
OKLab (Ottosson 2020) and as seen without one kind of cones, of colours with OKLab lightness 0.5 to
0.82 and chroma up to 0.15: none is neon, or so dark that it reads as black. So many cannot be told
apart by colour alone: plots name them, too.
"""

from __future__ import annotations

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
INSTEAD = {
    "dark": {"#000000": "#e8eaed"},
    "contrast": {"#000000": "#ffffff", "#0072b2": "#1970f2"},
}
"""Of the first eight those that do not show in a look, and the colours in their place."""
FURTHER = """
    8f3e8a 726236 5fd999 f4adc2 847de0 9ea18c 84738c d09dff aec6e7 ba4958 9d8338
    79b158 bfc74c 1e7171 aa9cc8 9e4411 fe8d6c dbb787 488ebc 76c1b9 628910 bb786c
    825462 5e5a99 3dd9fd 6d8f83 1fadad b55a9f d6979b 138352 8f9afe 8c59b5 b39e38
    b784e4 9d6542 b1cdae f291d8 6268c7 d28414 a379b6 9b8c9d aaba7a 4f6f11 27d9cd
    777662 e36e7b 6fa0ba 288991 5e6a7a 729a5b 569aef d3b5f1 f381a7 fab549 d99c69
    4abd91
""".split()  # noqa: SIM905 (56 lines less)


def class_colour(k: int, look: str = "light") -> str:
    """Return the colour of class k ≥ 0 in a look as ``#rrggbb``."""
    if k < len(OKABE_ITO):
        return INSTEAD.get(look, {}).get(OKABE_ITO[k], OKABE_ITO[k])
    return f"#{FURTHER[(k - len(OKABE_ITO)) % len(FURTHER)]}"
