"""Elements and attributes of SVG: pens, colours and paths in pixels of the page."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QColor, QPainterPath, QPen, QTransform

CAPS = {Qt.PenCapStyle.SquareCap: "square", Qt.PenCapStyle.RoundCap: "round"}
JOINS = {Qt.PenJoinStyle.BevelJoin: "bevel", Qt.PenJoinStyle.RoundJoin: "round"}
PART = QPainterPath.ElementType
LETTERS = {
    PART.MoveToElement: "M",
    PART.LineToElement: "L",
    PART.CurveToElement: "C",
    PART.CurveToDataElement: " ",
}
RECTANGLE = [PART.MoveToElement, *[PART.LineToElement] * 4]
ELLIPSE = "MC  C  C  C  "
"""The elements of a whole ellipse."""

Values = dict[str, str | float | None]


NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold, not even escaped."""


def xml_text(text: str) -> str:
    """Return a text, such as a file name of any characters, as it stands in XML."""
    return escape(NOT_XML.sub("\ufffd", text))


def written(number: float) -> str:
    """Return a number to a hundredth of a pixel, which is 3 μm, as short as it can be written."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def attributes(values: Values) -> str:
    """Return attributes as they stand in an element; those that are None are left out."""
    texts = {k: v if isinstance(v, str) else written(v) for k, v in values.items() if v is not None}
    return "".join(f" {name}={quoteattr(text)}" for name, text in texts.items())


def box_of(box: QRectF) -> Values:
    """Return place and size."""
    return {"x": box.x(), "y": box.y(), "width": box.width(), "height": box.height()}


def paint(name: str, colour: QColor | None, opacity: float) -> Values:
    """Return a fill or a stroke of one colour, or none."""
    if colour is None:
        return {name: "none"}
    alpha = colour.alphaF() * opacity
    return {name: colour.name(), f"{name}-opacity": f"{alpha:.3f}" if alpha < 1 else None}


def stroke(pen: QPen, width: float, opacity: float) -> Values:
    """Return a pen as attributes; the width is in pixels of the page, dashes are in widths."""
    dashes = " ".join(written(length * width) for length in pen.dashPattern())
    return {
        **paint("stroke", pen.color(), opacity),
        "stroke-width": width,
        "stroke-linecap": CAPS.get(pen.capStyle()),
        "stroke-linejoin": JOINS.get(pen.joinStyle()),
        "stroke-dasharray": dashes or None,
        "stroke-dashoffset": pen.dashOffset() * width or None,
    }


def scale(turn: QTransform) -> float:
    """Return the factor of lengths, the geometric mean if it is not the same everywhere."""
    return math.sqrt(abs(turn.determinant()))


def is_even(turn: QTransform) -> bool:
    """Whether a transform scales alike in every direction."""
    across, down = math.hypot(turn.m11(), turn.m12()), math.hypot(turn.m21(), turn.m22())
    square = turn.m11() * turn.m21() + turn.m12() * turn.m22()
    return math.isclose(across, down, rel_tol=1e-6) and abs(square) < 1e-6 * across * down


def rectangle(path: QPainterPath) -> bool:
    """Whether a path is one rectangle, its sides along the page, and closed."""
    parts = [path.elementAt(i) for i in range(path.elementCount())]
    corners = [(round(part.x, 3), round(part.y, 3)) for part in parts]
    if [part.type for part in parts] != RECTANGLE or corners[0] != corners[-1]:
        return False
    sides = {x for x, _ in corners}, {y for _, y in corners}
    # From corner to corner along the sides; a set of four is a way through all of them.
    along = all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(corners))
    return along and len(set(corners)) == 4 and [len(each) for each in sides] == [2, 2]


def element(path: QPainterPath) -> str:
    """Return a path in pixels of the page as the shortest element that draws it."""
    parts = [path.elementAt(i) for i in range(path.elementCount())]
    kinds = "".join(LETTERS[part.type] for part in parts)
    points = [f"{written(part.x)},{written(part.y)}" for part in parts]
    box = path.boundingRect()
    if kinds == ELLIPSE:
        middle: Values = {"cx": box.center().x(), "cy": box.center().y()}
        radii: Values = {"rx": box.width() / 2, "ry": box.height() / 2}
        return f"<ellipse{attributes(middle | radii)}/>"
    if rectangle(path):
        return f"<rect{attributes(box_of(box))}/>"
    close = "Z" if points[:1] == points[-1:] and kinds.count("M") == 1 else ""
    words = (kind.strip() + point for kind, point in zip(kinds, points, strict=True))
    return f'<path d="{" ".join(words)}{close}"/>'
