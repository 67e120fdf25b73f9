"""Figures to export, and readers of what SVG and PDF files show."""

import re
import unicodedata
import xml.etree.ElementTree as ElementTree
import zlib
from dataclasses import dataclass
from functools import cache

import pytest
from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QFont, QFontMetricsF, QTransform

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.figures import rendering
from gumbel_gui.plots import plot_types, plots_of

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")


def squeezed(text):
    """Return a text without spaces, in plain letters: in a file, ﬂ may be one letter."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def without_experiment(data):
    """Return a PNG or SVG file without its experiment: a command says only what is seen."""
    data = re.sub(rb"<metadata>.*?</metadata>", b"", data, count=1)
    at, kept = 8, [data[:8]]
    while data[:4] == b"\x89PNG" and at < len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kept += [data[at:end]] * (b"gumbel-gui" not in data[at + 4 : at + 18])
        at = end
    return b"".join(kept) if len(kept) > 1 else data


@pytest.fixture(scope="session")
def bare():
    return without_experiment


@pytest.fixture(scope="session")
def squeeze():
    return squeezed


@dataclass
class Shape:
    """A shape of a drawing; box and clip are in the coordinates of the page."""

    kind: str
    colour: str
    text: str
    box: QRectF
    clip: QRectF


class Drawing:
    """The shapes of an SVG file."""

    def __init__(self, data):
        self.root = ElementTree.fromstring(data)
        assert self.root.tag == SVG + "svg"
        left, top, width, height = map(float, self.root.get("viewBox").split())
        self.page = QRectF(left, top, width, height)
        self.clips = {
            clip.get("id"): _box(clip[0].tag.removeprefix(SVG), clip[0], {})
            for clip in self.root.iter(SVG + "clipPath")
        }
        self.shapes = list(self._walk(self.root, QTransform(), self.page, {}))
        self.texts = [shape for shape in self.shapes if shape.kind == "text"]
        # A text is cut where a line ends and where the script changes: compared without spaces.
        self.words = squeezed("".join(shape.text for shape in self.texts))

    def _walk(self, node, transform, clip, style):
        if matrix := node.get("transform"):
            angle, x, y = map(float, re.fullmatch(r"rotate\((\S+) (\S+) (\S+)\)", matrix).groups())
            transform = QTransform().translate(x, y).rotate(angle).translate(-x, -y) * transform
        if name := re.fullmatch(r"url\(#(\S+)\)", node.get("clip-path", "")):
            clip = transform.mapRect(self.clips[name[1]]).intersected(clip)
        style = {**style, **node.attrib}
        kind = node.tag.removeprefix(SVG)
        box = _box(kind, node, style)
        colour = style.get("fill", "black")
        colour = style.get("stroke", "none") if colour == "none" else colour
        if box is not None and colour != "none" and not box.isNull():
            yield Shape(kind, colour, node.text or "", transform.mapRect(box), clip)
        if kind not in ("defs", "title", "desc", "metadata"):
            for child in node:
                yield from self._walk(child, transform, clip, style)


def _box(kind, node, style):
    if kind == "text":
        font = QFont([name.strip(" '") for name in style["font-family"].split(",")])
        font.setPixelSize(round(float(style["font-size"])))
        font.setWeight(QFont.Weight(int(style.get("font-weight", 400))))
        metrics, text = QFontMetricsF(font), node.text or ""
        indent = metrics.horizontalAdvance(text) - metrics.horizontalAdvance(text.lstrip())
        x, y, size = (float(style[name]) for name in ("x", "y", "font-size"))
        # From the top of the capitals to the foot of a comma.
        width = metrics.horizontalAdvance(text.strip())
        return QRectF(x + indent, y - 0.73 * size, width, 0.85 * size)
    if kind in ("path", "polyline", "polygon"):
        return _bounds(node.get("d") or node.get("points"))
    if kind == "rect":
        return QRectF(*(float(node.get(name, 0)) for name in ("x", "y", "width", "height")))
    if kind in ("circle", "ellipse"):
        rx, ry = (float(node.get(name) or node.get("r")) for name in ("rx", "ry"))
        x, y = float(node.get("cx")), float(node.get("cy"))
        return QRectF(x - rx, y - ry, 2 * rx, 2 * ry)
    assert kind in ("svg", "g", "defs", "title", "desc", "image", "metadata"), (
        f"teach this reader {kind}"
    )
    return None


def _bounds(numbers):
    values = [float(text) for text in _NUMBER.findall(numbers)]
    left, top = min(values[::2]), min(values[1::2])
    return QRectF(left, top, max(values[::2]) - left, max(values[1::2]) - top)


class Pdf:
    """The objects of a PDF file, found by its cross-reference table."""

    def __init__(self, data):
        self.data = data
        start = int(re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)[1])
        table = re.match(rb"xref\n0 (\d+) *\n((?:\d{10} \d{5} [nf] \n)+)", data[start:])
        entries = re.findall(rb"(\d{10}) \d{5} ([nf])", table[2])
        assert len(entries) == int(table[1])
        self.objects = {}
        for number, (offset, kind) in enumerate(entries):
            if kind == b"n":
                head, at = b"%d 0 obj" % number, int(offset)
                assert data[at : at + len(head)] == head, "the cross-reference table is off"
                self.objects[number] = data[at : data.index(b"endobj", at)]

    def of_type(self, name):
        found = rb"/Type\s*/%s\b" % name.encode()
        return [each for each in self.objects.values() if re.search(found, each)]

    def stream(self, number):
        body = re.search(rb"stream\r?\n(.*)endstream", self.objects[number], re.DOTALL)[1]
        packed = b"/FlateDecode" in self.objects[number].split(b"stream")[0]
        return zlib.decompress(body) if packed else body

    def box(self, name):
        (page,) = self.of_type("Page")
        return [float(x) for x in re.search(rb"/%s \[([^\]]*)\]" % name.encode(), page)[1].split()]

    def content(self):
        (page,) = self.of_type("Page")
        return self.stream(int(re.search(rb"/Contents (\d+) 0 R", page)[1]))

    def text(self):
        """Return the words of the page without spaces, by way of each font's own code table."""
        font, letters = {}, []
        for name, codes in re.findall(rb"/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj", self.content()):
            if name:
                font = self.letters(int(name))
            else:
                letters += [font[codes[i : i + 4].upper()] for i in range(0, len(codes), 4)]
        return squeezed("".join(letters))

    def letters(self, font):
        number = int(re.search(rb"/ToUnicode (\d+) 0 R", self.objects[font])[1])
        table = {}
        for section in re.findall(rb"beginbfrange(.*?)endbfrange", self.stream(number), re.DOTALL):
            hexes = rb"<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*(?:<([0-9A-F]+)>|\[(.*?)\])"
            for first, last, start, each in re.findall(hexes, section, re.IGNORECASE | re.DOTALL):
                targets = re.findall(rb"<([0-9A-F]+)>", each, re.IGNORECASE)
                for i in range(int(last, 16) - int(first, 16) + 1):
                    code = b"%04X" % (int(first, 16) + i)
                    table[code] = chr(int(targets[i] if targets else start, 16) + i * (not targets))
        return table


@pytest.fixture(scope="session")
def draw(qapp):
    """Return a function that gives the content of a figure; painting it needs the application."""
    assert qapp

    def content(
        p=NOTE_PROBABILITIES, t=1.0, draws=2000, seed=1, *, plots=(), labels=(), options=(), **more
    ):
        parameters = Parameters(p, t, draws, seed, **more)
        names = plots or plots_of("sample")
        return rendering.content_of(parameters, tuple(names), tuple(labels), frozenset(options))

    return content


@pytest.fixture(scope="session")
def note(draw):
    """All plots of the note's p."""
    return draw()


@pytest.fixture(scope="session")
def content_of(draw):
    """Return a function that gives a content of few draws; the same is drawn only once."""
    known = cache(
        lambda plots, others: draw(plots=plots, **{"draws": 500, "seed": 3} | dict(others))
    )
    return lambda plots=("class_frequencies",), **others: known(tuple(plots), (*others.items(),))


@pytest.fixture(scope="session")
def read_svg(draw):
    """Return a function that reads a file; measuring its words needs the application."""
    assert draw
    return Drawing


@pytest.fixture(scope="session")
def read_pdf():
    """Return a function that reads a file."""
    return Pdf


@pytest.fixture(scope="session")
def words_of():
    """Return a function that gives all words of a plot of a content, without spaces."""

    def words(content, name):
        plot, parameters = plot_types()[name](), content.parameters_of(name)
        given = content.summaries[name], parameters
        return [squeezed(text) for text in (plot.heading(*given), plot.caption(*given))]

    return words
