"""Figures to export, and a reader of what an SVG file shows."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

import pytest
from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QFont, QFontMetricsF, QTransform

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.figures.figure import Content
from gumbel_gui.plots import plot_types, plots_of

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")


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
            path.get("id"): _bounds(path.find(SVG + "path").get("d"))
            for path in self.root.iter(SVG + "clipPath")
        }
        self.shapes = list(self._walk(self.root, QTransform(), self.page, {}))
        self.texts = [shape for shape in self.shapes if shape.kind == "text"]
        # A text is cut where a line ends and where the script changes: compare without spaces.
        self.words = "".join("".join(shape.text for shape in self.texts).split())

    def _walk(self, node, transform, clip, style):
        if matrix := node.get("transform"):
            transform = QTransform(*map(float, _NUMBER.findall(matrix))) * transform
        if name := re.fullmatch(r"url\(#(\w+)\)", node.get("clip-path", "")):
            clip = transform.mapRect(self.clips[name[1]]).intersected(clip)
        style = {**style, **node.attrib}
        kind = node.tag.removeprefix(SVG)
        box = _box(kind, node, style)
        colour = style.get("fill", "black")
        colour = style.get("stroke", "none") if colour == "none" else colour
        if box is not None and colour != "none" and not box.isNull():
            yield Shape(kind, colour, node.text or "", transform.mapRect(box), clip)
        if kind not in ("defs", "title", "desc"):
            for child in node:
                yield from self._walk(child, transform, clip, style)


def _box(kind, node, style):
    if kind == "text":
        font = QFont(style["font-family"])
        font.setPixelSize(round(float(style["font-size"])))
        font.setWeight(QFont.Weight(int(style["font-weight"])))
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
    assert kind in ("svg", "g", "defs", "title", "desc"), f"teach this reader {kind}"
    return None


def _bounds(numbers):
    values = [float(text) for text in _NUMBER.findall(numbers)]
    left, top = min(values[::2]), min(values[1::2])
    return QRectF(left, top, max(values[::2]) - left, max(values[1::2]) - top)


@pytest.fixture(scope="session")
def draw(qapp):
    """Return a function that gives the content of a figure; painting it needs the application."""
    assert qapp

    def content(
        p=NOTE_PROBABILITIES, t=1.0, draws=2000, seed=1, *, plots=(), labels=(), options=()
    ):
        parameters = Parameters(p, t, draws, seed)
        kinds = plot_types()
        wanted = {name: kinds[name].summarise for name in plots or plots_of("sample")}
        with Engine(1) as engine:
            summaries = engine.summarise(parameters, wanted)
        return Content(parameters, summaries, tuple(labels), frozenset(options))

    return content


@pytest.fixture(scope="session")
def note(draw):
    """All plots of the note's p."""
    return draw()


@pytest.fixture(scope="session")
def read_svg(draw):
    """Return a function that reads a file; measuring its words needs the application."""
    assert draw
    return Drawing
