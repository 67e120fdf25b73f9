import struct
import zlib
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtGui import QImage

from gumbel_gui.figures import formats
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.formats import check_resolution, image, png
from gumbel_gui.figures.layout import Layout
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT

INCH = 25.4


class QImageLess(QImage):
    """An image for which there was no memory: Qt makes an empty one."""

    def __init__(self, *_):
        super().__init__()


def chunks(data):
    """Return the chunks of a PNG file by name, their check sums verified."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = {}, 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        assert zlib.crc32(name + body) == struct.unpack(">I", data[at + 8 + length :][:4])[0]
        found.setdefault(name.decode(), []).append(body)
        at += 12 + length
    return found


def grey(picture):
    """Return an image as (height, width) of 0 (black) … 1 (white)."""
    plain = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.array(plain.constBits().asarray(plain.sizeInBytes()), np.uint8)
    return rows.reshape(plain.height(), plain.bytesPerLine())[:, : plain.width()] / 255.0


@pytest.mark.parametrize("name", plot_types())
def test_a_plot_drawn_twice_gives_the_same_bytes_whatever_was_drawn_before(name, qapp, content_of):
    content = content_of([name], location=1.3)
    layout = Layout(150, 120, theme="light")
    png(content, replace(layout, scale=0.6), 30)
    assert png(content, layout, 96) == png(content, layout, 96)


@pytest.mark.parametrize(
    ("width", "height", "dpi"),
    [(180, 120, 300), (180, 120, 96), (91.3, 77.7, 97), (123.4, 101.1, 151), (85, 60, 600)],
)
def test_a_png_has_the_exact_size_in_pixels_and_says_its_dpi(draw, width, height, dpi):
    content = draw(plots=["noise_histogram"])
    found = chunks(png(content, Layout(width, height), dpi))
    assert next(iter(found)) == "IHDR"
    size = struct.unpack(">II", found["IHDR"][0][:8])
    assert size == (round(width / INCH * dpi), round(height / INCH * dpi))
    across, down, unit = struct.unpack(">IIB", found["pHYs"][0])
    assert (across, down, unit) == (round(dpi / 0.0254), round(dpi / 0.0254), 1)
    assert list(found)[-1] == "IEND"


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
def test_the_look_does_not_change_with_the_resolution(note, style):
    layout = Layout(203.2, 152.4, style.name)  # 8 × 6 inches
    low, high = grey(image(note, layout, 96)), grey(image(note, layout, 384))
    assert (low.shape, high.shape) == ((576, 768), (2304, 3072))
    # Cells of 8 × 8 logical pixels: in smaller ones the hinting of glyphs at 96 dpi would count.
    cells = [part.reshape(72, n, 96, n).mean(axis=(1, 3)) for part, n in ((low, 8), (high, 32))]
    # 0.003 to 0.004 is measured; pens that do not grow make 0.006 to 0.011.
    assert np.abs(cells[0] - cells[1]).mean() < 0.005


def line_width(picture):
    """Return the width of the left axis line in pixels.

    In the rows that cross nothing else, it is all the ink left of the data.
    """
    ink = 1 - grey(picture)
    ink /= ink.max()
    height, width = ink.shape
    axis = int(ink[height // 4 : height * 3 // 4, : width // 3].sum(axis=0).argmax())
    strip = ink[height // 4 : height * 3 // 4, : axis + width // 100]
    return strip.sum(axis=1).min() / ink[height // 2, axis]


def test_lines_grow_with_the_resolution(draw):
    content = draw(t=1e300, plots=["relaxed_density"])
    layout = Layout(127, 101.6, titles=False, captions=False)
    widths = {dpi: line_width(image(content, layout, dpi)) for dpi in (100, 300, 600)}
    for dpi, width in widths.items():
        assert width == pytest.approx(dpi / 96, abs=0.3 + 0.05 * dpi / 96), widths


@pytest.mark.parametrize("dpi", [-1, 0, 29, 2401, 10**9])
def test_a_dpi_out_of_range_is_refused(note, dpi):
    with pytest.raises(ExportError, match=f"dpi is {dpi}, but must be from 30 to 2400"):
        png(note, Layout(), dpi)


@pytest.fixture
def memory(monkeypatch):
    """Return a function that says how much memory may be used for draws and figures."""
    return lambda size: monkeypatch.setattr(formats, "most_kept", lambda: size)


def test_an_image_beyond_all_measure_is_refused_before_it_is_made(note, memory):
    memory(2**40)
    with pytest.raises(ExportError, match="94488 × 94488 pixels, but must have at most 400 mill"):
        png(note, Layout(1000, 1000), 2400)


def test_an_image_beyond_the_memory_is_refused_before_it_is_made(note, memory):
    memory(8 * 1000 * 1200)
    check_resolution(Layout(50.8, 60.96), 500)
    words = "1000 × 1201 pixels, but must have at most 1.2 million with the memory there is"
    with pytest.raises(ExportError, match=words):
        png(note, Layout(50.8, 61), 500)
    check_resolution(Layout(50.8, 61), 500, image=False)


@pytest.mark.parametrize("name", ["QImage", "QPainter"])
def test_an_image_for_which_there_is_no_memory_after_all_is_told(note, monkeypatch, name):
    if name == "QImage":
        monkeypatch.setattr(formats, name, QImageLess)
    else:
        monkeypatch.setattr(formats.QPainter, "begin", lambda *_: False)
    with pytest.raises(ExportError, match="not enough memory for an image of 709 × 472 pixels: "):
        png(note, Layout(), 100)


def test_the_limits_themselves_are_allowed(memory):
    memory(2**40)
    for dpi in (30, 2400):
        check_resolution(Layout(30, 30), dpi)
    check_resolution(Layout(1000, 1000), 508)  # 20 000 × 20 000 pixels
    with pytest.raises(ExportError, match="20039 × 20039 pixels"):
        check_resolution(Layout(1000, 1000), 509)


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
def test_the_ground_is_that_of_the_look_up_to_the_edges(note, style):
    picture = image(note, Layout(181.3, 121.7, style.name), 131)
    edges = [(x, y) for x in range(picture.width()) for y in (0, picture.height() - 1)]
    edges += [(x, y) for y in range(picture.height()) for x in (0, picture.width() - 1)]
    assert {picture.pixelColor(x, y).name() for x, y in edges} == {style.surface}


def test_the_same_figure_twice_is_the_same_file(note):
    assert png(note, Layout(), 96) == png(note, Layout(), 96)
