"""Formats: PNG, SVG, PDF and the clipboard, from a figure to bytes.

In an image, pens grow with the resolution and the painter's device pixel ratio scales the rest;
the resolution is stored in the image after painting, since Qt would scale by it. PDF and SVG are
painted at 96 dpi, where text and axes are scaled once only.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from PyQt6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QMimeData, QRectF, QSizeF
from PyQt6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from gumbel_gui.core.checks import refusal
from gumbel_gui.core.memory import most_kept
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.experiments.containers import ELEMENT, KEYWORD
from gumbel_gui.figures.experiments.experiment import experiment_of, one_line
from gumbel_gui.figures.figure import LOGICAL_DPI, MM_PER_INCH, Content, Figure
from gumbel_gui.figures.layout import DPI, HIGHEST_DPI, LOWEST_DPI, Layout
from gumbel_gui.figures.provenance import CREATOR, command, title
from gumbel_gui.figures.svg import SvgPage
from gumbel_gui.figures.svg_elements import xml_text
from gumbel_gui.language import mark, tr

DEFAULT_DPI: int = DPI.default
MOST_PIXELS = 400_000_000
BYTES_PER_PIXEL = 4
POINTS_PER_INCH = 72
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{command}</rdf:li></rdf:Alt></dc:description>
{experiment}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
"""Metadata of a PDF file; Qt has no word for the subject, which is the description in here."""


@dataclass(frozen=True)
class Format:
    """A kind of file: its ending, its name, and the encoder of figures.

    ``encode`` is given content, layout, dpi, and the file's name for the command that is stored.
    """

    ending: str
    name: str
    encode: Callable[[Content, Layout, int, str], bytes]
    uses_dpi: bool


def pixels(layout: Layout, dpi: int) -> tuple[int, int]:
    """Return the image size (width, height) = round(mm / 25.4 · dpi)."""
    return tuple(round(mm / MM_PER_INCH * dpi) for mm in (layout.width, layout.height))  # type: ignore[return-value]


def check_resolution(layout: Layout, dpi: int, *, image: bool = True) -> None:
    """Check, before anything is drawn, that a file of this resolution can be made.

    Args:
        layout: its size.
        dpi: its resolution.
        image: whether it has pixels, of which there can be too many.

    Raises:
        ExportError: for a dpi outside 30 … 2400, or an image beyond 400 million pixels, or beyond
            what there is memory for.
    """
    if not LOWEST_DPI <= dpi <= HIGHEST_DPI:
        allowed = tr("from {lowest} to {highest}", lowest=LOWEST_DPI, highest=HIGHEST_DPI)
        raise ExportError(refusal("dpi", str(dpi), allowed))
    width, height = pixels(layout, dpi) if image else (0, 0)
    # Besides its pixels there are the file, and all that is needed to draw.
    fits = most_kept() // (2 * BYTES_PER_PIXEL)
    if width * height > min(MOST_PIXELS, fits):
        words = {"width": width, "height": height, "most": f"{min(MOST_PIXELS, fits) / 10**6:.3g}"}
        if fits < MOST_PIXELS:
            raise ExportError(
                tr(
                    "The image would be {width} × {height} pixels, but must have at most {most} "
                    "million with the memory there is: choose a smaller size or a lower dpi.",
                    **words,
                )
            )
        raise ExportError(
            tr(
                "The image would be {width} × {height} pixels, but must have at most {most} "
                "million: choose a smaller size or a lower dpi.",
                **words,
            )
        )


def image(content: Content, layout: Layout, dpi: int, output: str = "figure.png") -> QImage:
    """Paint a figure as an image with the dpi stored in it.

    Raises:
        ExportError: for a resolution or a size out of range.
    """
    check_resolution(layout, dpi)
    width, height = pixels(layout, dpi)
    ratio = dpi / LOGICAL_DPI * layout.scale
    kinds = QImage.Format
    kind = kinds.Format_ARGB32_Premultiplied if layout.transparent else kinds.Format_RGB32
    canvas = QImage(width, height, kind)
    painter = QPainter()
    canvas.setDevicePixelRatio(ratio)
    if canvas.isNull() or not painter.begin(canvas):
        raise ExportError(
            tr(
                "There is not enough memory for an image of {width} × {height} pixels: choose a "
                "smaller size or a lower dpi, or close other programs.",
                width=width,
                height=height,
            )
        )
    canvas.fill(0)
    try:
        with closing(Figure(content, layout, pen_scale=dpi / LOGICAL_DPI)) as drawn:
            drawn.render(painter, QRectF(0, 0, width / ratio, height / ratio))
    finally:
        painter.end()
    canvas.setDevicePixelRatio(1)
    canvas.setDotsPerMeterX(round(dpi / MM_PER_INCH * 1000))
    canvas.setDotsPerMeterY(round(dpi / MM_PER_INCH * 1000))
    canvas.setText("Software", CREATOR)
    canvas.setText("Title", title(content, layout))
    canvas.setText("Description", command(content, layout, output, dpi))
    canvas.setText(KEYWORD, one_line(experiment_of(content, layout, dpi)))
    return canvas


def png(content: Content, layout: Layout, dpi: int, output: str = "figure.png") -> bytes:
    """Return a figure as a PNG file."""
    return encoded(image(content, layout, dpi, output))


def encoded(picture: QImage) -> bytes:
    """Return an image as a PNG file."""
    buffer = _buffer()
    if not picture.save(buffer, "PNG"):
        raise ExportError(tr("The image could not be encoded as PNG."))
    return _bytes(buffer)


def svg(content: Content, layout: Layout, _dpi: int = 0, output: str = "figure.svg") -> bytes:
    """Return a figure as an SVG 1.1 file, text as text.

    Raises:
        ExportError: for a size out of range, or a plot that paints what SVG of ours cannot hold.
    """
    with closing(Figure(content, layout)) as drawn:
        width, height = drawn.width * layout.scale, drawn.height * layout.scale
        page = SvgPage(math.ceil(width), math.ceil(height), paths=layout.paths)
        painter = QPainter(page)
        try:
            drawn.render(painter, QRectF(0, 0, width, height), layout.scale)
        finally:
            painter.end()
    try:
        words = title(content, layout), command(content, layout, output)
        return page.document(layout.width, layout.height, *words, _element(content, layout))
    except ValueError as error:
        raise ExportError(tr("An SVG file cannot hold {what}.", what=tr(str(error)))) from None


def pdf(content: Content, layout: Layout, _dpi: int = 0, output: str = "figure.pdf") -> bytes:
    """Return a figure as a one-page PDF of the exact size, with vector text.

    Qt has pages of whole points only. So the figure is painted into the lower left corner of a
    slightly larger page, and the page's boxes are then cut to the exact size.
    """
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(LOGICAL_DPI)
    writer.setCreator(CREATOR)
    named = title(content, layout)
    writer.setTitle(named)
    words = {"title": named, "tool": CREATOR, "command": command(content, layout, output)}
    words = {name: xml_text(text) for name, text in words.items()}
    metadata = XMP.format(**words, experiment=_element(content, layout))
    writer.setDocumentXmpMetadata(metadata.encode())
    width, height = (mm / MM_PER_INCH * POINTS_PER_INCH for mm in (layout.width, layout.height))
    # Multiples of 3 points are whole pixels at 96 dpi: nothing is rounded on the way.
    page = QSizeF(3 * math.ceil(width / 3), 3 * math.ceil(height / 3))
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "figure", exact))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    unit = LOGICAL_DPI / POINTS_PER_INCH
    painter = QPainter(writer)
    try:
        with closing(Figure(content, layout)) as drawn:
            top = (page.height() - height) * unit
            page_box = QRectF(0, top, width * unit, height * unit)
            drawn.render(painter, page_box, layout.scale)
    finally:
        painter.end()
    return _cut_to(_bytes(buffer), width, height)


FORMATS = {
    each.ending: each
    for each in (
        Format("png", mark("PNG image"), png, True),
        Format("svg", mark("SVG drawing"), svg, False),
        Format("pdf", mark("PDF page"), pdf, False),
    )
}


def clipboard_data(content: Content, layout: Layout, dpi: int) -> QMimeData:
    """Return a figure for the clipboard: as an image and as SVG."""
    data = QMimeData()
    data.setImageData(image(content, layout, dpi))
    data.setData("image/svg+xml", QByteArray(svg(content, layout)))
    return data


def _cut_to(document: bytes, width: float, height: float) -> bytes:
    """Put a size in points into the page's boxes, in place: offsets in the file must not move."""
    numbers = f"0 0 {width:.6f} {height:.6f}".encode()

    def box(found: re.Match[bytes]) -> bytes:
        # A label may look like a box; only one of whole points can be Qt's.
        if len(found[2]) < len(numbers):
            return found[0]
        return found[1] + numbers.ljust(len(found[2])) + b"]"

    return re.sub(rb"(/(?:Media|Trim)Box \[)(0 0 \d+\.0{6} \d+\.0{6})\]", box, document)


def _element(content: Content, layout: Layout) -> str:
    """Return the experiment of a figure as an element of XML."""
    return ELEMENT.format(text=one_line(experiment_of(content, layout, None)))


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _bytes(buffer: QBuffer) -> bytes:
    data: bytes = buffer.data().data()
    return data
