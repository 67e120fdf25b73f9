"""SVG and PDF as programs without Qt draw them, beside the PNG of the same figure, at 192 dpi.

A pixel is a miss if one of its colours is beyond those within two pixels of its place in the other
picture, in either direction, by more than 32 of 255 for SVG and 48 for PDF, or if it is amid areas
of one colour that differ by more than 6. So letters may be shaped and lines smoothed otherwise,
but what is there must be there. Measured: up to 22 misses of 460,800 pixels for SVG, 65
where there are many numbers or lines; 1,072 for PDF, in which poppler moves lines to
whole pixels. A curve, a set of bars or the dots of a class that is lost makes 50 to 30,000 in SVG;
a single tick or the sign of a key may make fewer.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest
from PyQt6.QtGui import QImage

from gumbel_gui.figures.formats import image, pdf, svg
from gumbel_gui.figures.layout import Layout
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT

pytestmark = pytest.mark.long

DPI, ACROSS, DOWN = 192, 768, 600
MM = {"width": 101.6, "height": 79.375}  # 4 × 3⅛ inches: whole pixels in every program
REACH, ALIKE = 2, 6
NEAR = {"svg": 32, "pdf": 48}
MOST = {"svg": 40, "pdf": 500}
MORE = {
    ("svg", "jacobian"): 20,
    ("svg", "expectation_by_temperature"): 20,
    ("svg", "noise_precision"): 30,
    ("svg", "sampler_comparison"): 80,  # parts thinner than a pixel beside the axis: 14 to 106
    ("svg", "decoupled_bias"): 30,
    ("pdf", "temperature_gallery"): 700,
}
"""Misses that are allowed, and how many more at many numbers, many lines and thin columns.
The minus of a power of 10 is a line that librsvg smooths over two rows: about seven misses."""
COVERED = {
    ("annealing", "3.36"): 1,  # the wide part of a line, which lies on the rest of it
    ("gumbel_family", "1"): 1,  # the standard densities, on which the others lie
    ("gradient_estimators", ""): 1,  # the lighter of two bands, one upon the other
    ("gradient_estimators", "1.4"): 1,  # of two biases that are 0 in theory, the dashes
    ("jacobian", ""): 1,  # a cell of a slope near 0, which is nearly white
    ("descent", "1.4"): 1,  # short dashes: 162 misses
    ("decoding", "1.8"): 1,  # the dashes of p, on which the line of q lies at T = 1
    ("noise_precision", "1.8"): 1,  # those of p, on which the exact law of 8 bits lies
}
"""By plot and width of the pen: how many looks may be lost from the drawing unseen."""
P = {2: (0.3, 0.7), 5: (0.03, 0.08, 0.22, 0.59, 0.08), 64: tuple(range(1, 65))}


def run(*words, folder):
    ended = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def pixels(picture):
    """Return an image as (height, width, 3) of 0 … 255."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits().asarray(plain.sizeInBytes()), np.uint8)
    rows = rows.reshape(plain.height(), plain.bytesPerLine())[:, : 3 * plain.width()]
    return rows.reshape(plain.height(), plain.width(), 3).copy()


def around(extreme, colours):
    """Return np.minimum or np.maximum of all within REACH of each place; scipy.ndimage is slow."""
    for axis in (0, 1):
        lines, colours = np.moveaxis(colours, axis, 0), colours.copy()
        found = np.moveaxis(colours, axis, 0)
        for step in range(1, REACH + 1):
            extreme(found[step:], lines[:-step], out=found[step:])
            extreme(found[:-step], lines[step:], out=found[:-step])
    return colours


class Picture:
    """Colours (height, width, 3), and the lowest and highest within two pixels of each place."""

    def __init__(self, colours):
        self.colours = colours.astype(np.int16)
        self.low = around(np.minimum, colours).astype(np.int16)
        self.high = around(np.maximum, colours).astype(np.int16)
        self.flat = (self.high - self.low <= 8).all(axis=2)

    def beyond(self, other, near):
        high, low = self.colours > other.high + near, self.colours < other.low - near
        return (high | low).any(axis=2)


def misses(one, other, near):
    """Return how many pixels of either picture are not in the other."""
    assert one.colours.shape == other.colours.shape
    apart = (np.abs(one.colours - other.colours) > ALIKE).any(axis=2) & one.flat & other.flat
    return int((one.beyond(other, near) | other.beyond(one, near) | apart).sum())


def by_rsvg(folder, names):
    for name in names:
        run(
            "rsvg-convert",
            "-d",
            "192",
            "-p",
            "192",
            f"{name}.svg",
            "-o",
            f"{name}.rsvg.png",
            folder=folder,
        )
        yield name, pixels(QImage(str(folder / f"{name}.rsvg.png")))


def by_pdftoppm(folder, names):
    for name in names:
        run("pdftoppm", "-singlefile", "-r", "192", f"{name}.pdf", name, folder=folder)
        yield name, pixels(QImage(str(folder / f"{name}.ppm")))


def by_chromium(folder, names):
    images = "".join(f'<img src="{name}.svg" width=384 height=300>' for name in names)
    style = "<style>body{margin:0}img{display:block}</style>"
    (folder / "all.html").write_text(f"<!doctype html>{style}{images}", "utf-8")
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    options += ["--force-device-scale-factor=2", f"--window-size=384,{300 * len(names)}"]
    options += [f"--user-data-dir={folder / 'browser'}", f"--screenshot={folder / 'all.png'}"]
    run("chromium", *options, (folder / "all.html").as_uri(), folder=folder)
    whole = pixels(QImage(str(folder / "all.png")))
    for i, name in enumerate(names):
        yield name, whole[i * DOWN : (i + 1) * DOWN, :ACROSS]


DRAWN_BY = {
    "chromium": (by_chromium, "svg"),
    "rsvg-convert": (by_rsvg, "svg"),
    "pdftoppm": (by_pdftoppm, "pdf"),
}


@pytest.fixture(autouse=True, scope="module")
def programs():
    """Skip where a program is missing, but not where all that .ci lists is installed."""
    missing = [name for name in DRAWN_BY if shutil.which(name) is None]
    if missing and not (os.environ.get("CI") and sys.platform == "linux"):
        pytest.skip(f"needs {', '.join(missing)} (Debian: see .ci/debian-packages.txt)")


@pytest.mark.parametrize(
    ("classes", "style"),
    [(2, LIGHT), (5, PRINT), (5, DARK), (64, PRINT)],
    ids=lambda each: getattr(each, "name", None),
)
def test_other_programs_draw_what_the_png_shows(content_of, tmp_path, classes, style):
    """Every plot; see above for what is measured and what is caught."""
    layout, names, shown = Layout(**MM, theme=style.name), list(plot_types()), {}
    for name in names:
        content = content_of((name,), p=P[classes], t=0.5, draws=2000)
        shown[name] = Picture(pixels(image(content, layout, DPI)))
        (tmp_path / f"{name}.svg").write_bytes(svg(content, layout))
        (tmp_path / f"{name}.pdf").write_bytes(pdf(content, layout))
    found = {}
    for program, (drawn, kind) in DRAWN_BY.items():
        for name, colours in drawn(tmp_path, names):
            number = misses(shown[name], Picture(colours), NEAR[kind])
            if number > MOST[kind] + MORE.get((kind, name), 0):
                found[program, name] = number
    assert found == {}


@pytest.mark.parametrize("name", plot_types())
def test_what_is_lost_from_a_drawing_is_missed(content_of, tmp_path, name):
    """Leave out all shapes of one look, each in turn, if 250 pixels or more change by that."""
    content, layout = content_of((name,), p=P[5], t=0.5, draws=2000), Layout(**MM)
    shown = Picture(pixels(image(content, layout, DPI)))
    text = svg(content, layout).decode()
    body = text[text.index("</desc>") + len("</desc>") : text.rindex("</svg>")]
    groups = re.findall(r"<g([^>]*)>\n.*?</g>\n", body, re.DOTALL)
    looks = [look for look in dict.fromkeys(groups[1:]) if "font-family" not in look]
    bodies = [body]
    for look in looks:
        bodies.append(re.sub(rf"<g{re.escape(look)}>\n.*?</g>\n", "", body, flags=re.DOTALL))
    height = DOWN // 2
    sheet = "".join(
        f'<svg y="{i * height}" height="{height}">{b}</svg>' for i, b in enumerate(bodies)
    )
    head = text[text.index("<svg") : text.index(" width=")]
    size = f' width="{ACROSS // 2}" height="{height * len(bodies)}" xml:space="preserve">'
    (tmp_path / "all.svg").write_text(f"{head}{size}{sheet}</svg>", "utf-8")
    run("rsvg-convert", "-z2", "all.svg", "-o", "all.png", folder=tmp_path)
    whole, *lost = np.split(pixels(QImage(str(tmp_path / "all.png"))), len(bodies))
    most = MOST["svg"] + MORE.get(("svg", name), 0)
    assert misses(shown, Picture(whole), NEAR["svg"]) <= most
    unseen, seen, covered = [], 0, Counter()
    for look, colours in zip(looks, lost, strict=True):
        if (np.abs(colours.astype(np.int16) - whole) > 8).any(axis=2).sum() >= 250:
            number = misses(shown, Picture(colours), NEAR["svg"])
            seen += number > most
            pen = re.search(r'stroke-width="(\S+)"', look)
            if number <= most:
                covered[name, pen[1] if pen else ""] += 1
                unseen.append((number, look))
    assert covered <= Counter(COVERED), unseen
    assert seen >= 2
