"""SVG that every renderer reads alike: page coordinates, clips that cut, text that is text."""

import base64
import re
import xml.etree.ElementTree as ElementTree

import pytest
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen

from gumbel_gui.figures.formats import svg
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.svg import SvgPage
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT

SVG = "{http://www.w3.org/2000/svg}"
WIDTH, HEIGHT = 120.0, 90.0
ALLOWED = {"svg", "title", "desc", "defs", "clipPath", "g", "path", "rect", "ellipse", "text"}
TOLD = {"metadata", "{urn:gumbel-gui:experiment}experiment"}
"""Which are not drawn."""
P = {2: (0.3, 0.7), 5: (0.03, 0.08, 0.22, 0.59, 0.08), 64: tuple(range(1, 65))}


def faults(data, read_svg):
    """Return what in a file of ours another renderer may read otherwise than Qt."""
    root, drawing = ElementTree.fromstring(data), read_svg(data)
    parents = {child: node for node in root.iter() for child in node}
    used = set(re.findall(rb"url\(#([^)]*)\)", data))
    defined = {node.get("id").encode() for node in root.iter(SVG + "clipPath")}
    found = [f"clips used {used}, defined {defined}"] if used != defined else []
    for node in root.iter():
        kind = node.tag.removeprefix(SVG)
        if kind not in ALLOWED | TOLD | {"image"}:
            found.append(f"a {kind}")
        if "vector-effect" in node.attrib or "non-scaling" in node.get("style", ""):
            found.append(f"a vector-effect in a {kind}")
        if "transform" in node.attrib and kind != "text":
            found.append(f"a transform in a {kind}")
        if "clip-path" in node.attrib and {*(child.tag for child in node)} & {SVG + "text"}:
            found.append("a clip on text")
        if kind == "text" and not (node.text or "").strip():
            found.append("a text without letters")
        if kind == "text" and not parents[node].get("font-family", "").endswith(", sans-serif"):
            found.append("a font without a stand-in")
        if kind == "g" and (parents[node] is not root or not len(node)):
            found.append("a group in a group, or an empty one")
    far = drawing.page.adjusted(-1000, -1000, 1000, 1000)
    for shape in drawing.shapes:
        if not far.contains(shape.box.adjusted(-1, -1, 1, 1)):
            found.append(f"a {shape.kind} far out at {shape.box}")
        clipped = shape.clip != drawing.page
        if clipped and shape.clip.adjusted(6, 6, -6, -6).contains(shape.box.adjusted(-1, -1, 1, 1)):
            found.append(f"a clip that cuts nothing of a {shape.kind} at {shape.box}")
    return found


@pytest.mark.parametrize("classes", P)
@pytest.mark.parametrize("name", plot_types())
def test_a_file_is_plain(content_of, read_svg, name, classes):
    content = content_of((name,), p=P[classes], t=0.5, draws=2000)
    assert faults(svg(content, Layout(WIDTH, HEIGHT)), read_svg) == []


@pytest.mark.sweep(2 * len(plot_types()))
@pytest.mark.parametrize("t", [0, 1e-3, 1000, 1e300])
@pytest.mark.parametrize("name", plot_types())
def test_a_file_is_plain_at_any_t(content_of, read_svg, name, t):
    content = content_of((name,), p=(0, 1e-12, 1, 3), t=t, draws=100)
    assert faults(svg(content, Layout(160, 120)), read_svg) == []


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
@pytest.mark.parametrize("size", [(120, 90), (119.9, 90.1), (123.4, 91.7)])
def test_the_ground_reaches_to_all_edges_of_the_drawing(content_of, style, size):
    data = svg(content_of(), Layout(*size, style.name))
    root = ElementTree.fromstring(data)
    _, _, width, height = map(float, root.get("viewBox").split())
    assert width == pytest.approx(size[0] / 25.4 * 96, abs=1e-3)
    assert height == pytest.approx(size[1] / 25.4 * 96, abs=1e-3)
    ground = root.find(f"{SVG}g")
    assert ground.get("fill") == style.surface
    (box,) = ground.findall(f"{SVG}rect")[:1]
    assert (box.get("x"), box.get("y")) == ("0", "0")
    assert float(box.get("width")) >= width
    assert float(box.get("height")) >= height


@pytest.fixture
def paint(qapp):
    """Return a function that gives the root of what a function paints, on 100 × 50 pixels."""

    def painted(use):
        page = SvgPage(100, 50)
        painter = QPainter(page)
        try:
            use(painter)
        finally:
            painter.end()
        return ElementTree.fromstring(page.document(25.4, 12.7, "<title>", "a & b", ""))

    return painted


def only(root, kind):
    """Return the attributes of the one element of a kind, with those of its group."""
    parents = {child: node for node in root.iter() for child in node}
    (node,) = [each for each in root.iter(SVG + kind) if parents[each].tag == SVG + "g"]
    return {**parents[node].attrib, **node.attrib}


def test_a_scaled_line_is_written_in_pixels_of_the_page(paint):
    def use(painter):
        painter.setTransform(painter.transform().translate(10, 40).scale(50, -100))
        pen = QPen(QColor(255, 0, 0, 51), 2, cap=Qt.PenCapStyle.RoundCap)
        pen.setCosmetic(True)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, 0), QPointF(1, 0.25))

    line = only(paint(use), "path")
    assert line["d"] == "M10,40 L60,15"
    assert (line["stroke"], line["stroke-opacity"]) == ("#ff0000", "0.200")
    assert (line["stroke-width"], line["stroke-dasharray"]) == ("2", "8 6")
    assert (line["fill"], line["stroke-linecap"]) == ("none", "round")


def test_a_pen_in_the_coordinates_of_the_data_leaves_what_it_leaves_in_an_image(paint):
    def use(painter):
        painter.scale(40, 2)
        painter.setPen(QPen(QColor("blue"), 0.5, cap=Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(1, 2), QPointF(1, 22))

    area = only(paint(use), "rect")
    assert (area["x"], area["width"], area["fill"]) == ("30", "20", "#0000ff")
    assert "stroke" not in area


def test_a_clip_ends_with_its_item_and_is_written_only_where_it_cuts(paint):
    def use(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("red"))
        painter.save()
        painter.scale(0.01, 0.01)
        painter.setClipRect(QRectF(1000, 1000, 2000.5, 2000))
        painter.setClipRect(QRectF(0, 0, 2500, 2500), Qt.ClipOperation.IntersectClip)
        painter.drawRect(QRectF(1100, 1100, 500, 500))  # whole
        painter.drawRect(QRectF(2000, 2000, 2000, 500))  # cut
        painter.drawRect(QRectF(4000, 4000, 500, 500))  # out of sight
        painter.restore()
        painter.drawRect(QRectF(60, 30, 20, 10))

    root = paint(use)
    clip, whole, cut, last = root.iter(SVG + "rect")
    parents = {child: node for node in root.iter() for child in node}
    assert [clip.get(name) for name in ("x", "y", "width", "height")] == ["10", "10", "15", "15"]
    assert [whole.get("x"), cut.get("x"), last.get("x")] == ["11", "20", "60"]
    assert [parents[each].get("clip-path") is not None for each in (whole, cut, last)] == [0, 1, 0]


def test_text_is_turned_about_its_own_place_and_has_a_stand_in_for_its_font(paint):
    def use(painter):
        font = painter.font()
        font.setFamilies(["DejaVu Sans", "Arial"])
        font.setPixelSize(10)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor("#102030"))
        painter.translate(20, 45)
        painter.rotate(-90)
        painter.drawText(QPointF(1, 2), "‖∇F‖ <&")

    text = only(paint(use), "text")
    assert (text["x"], text["y"], text["transform"]) == ("22", "44", "rotate(-90 22 44)")
    assert text["font-family"] == "'DejaVu Sans', Arial, sans-serif"
    assert (text["font-size"], text["font-weight"], text["fill"]) == ("10", "700", "#102030")


def test_an_image_keeps_its_pixels_and_which_way_is_up(paint):
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    colours = {(0, 0): "#ff0000", (1, 0): "#00ff00", (0, 1): "#0000ff", (1, 1): "#ffffff"}
    for place, colour in colours.items():
        image.setPixelColor(*place, QColor(colour))

    def use(painter):
        painter.setTransform(painter.transform().translate(10, 40).scale(20, -20))
        painter.drawImage(QRectF(0, 0, 1, 1), image)

    picture = only(paint(use), "image")
    assert [picture[name] for name in ("x", "y", "width", "height")] == ["10", "20", "20", "20"]
    kind, data = picture["{http://www.w3.org/1999/xlink}href"].split(",")
    assert kind == "data:image/png;base64"
    read = QImage.fromData(base64.b64decode(data))
    assert {place: read.pixelColor(place[0], 1 - place[1]).name() for place in colours} == colours


def test_what_cannot_be_written_is_refused_by_name(paint):
    with pytest.raises(ValueError, match="a brush that is not of one colour"):
        paint(lambda painter: painter.fillRect(0, 0, 9, 9, QBrush(QLinearGradient(0, 0, 9, 9))))
