"""Outlines of letters as paths that do not depend on what was painted before."""

from __future__ import annotations

from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QFont, QPainterPath, QTransform

SIZE = 1024
"""Pixels of the font that outlines are taken from.

Qt takes those of a size at which text was just painted from the hinted font, up to 1/64 pixel
away; nothing is painted as large as this.
"""


def outline(place: QPointF, font: QFont, pixels: float, text: str) -> QPainterPath:
    """Return the letters of a text that begins at a place on its base line.

    Args:
        place: in pixels.
        font: of any size.
        pixels: the size, of an em.
        text: of one line.
    """
    large, letters = QFont(font), QPainterPath()
    large.setPixelSize(SIZE)
    letters.setFillRule(Qt.FillRule.WindingFill)
    letters.addText(QPointF(), large, text)
    scale = pixels / SIZE
    return QTransform(scale, 0, 0, scale, place.x(), place.y()).map(letters)
