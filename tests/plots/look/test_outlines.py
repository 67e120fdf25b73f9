"""Outlines are the same whatever was painted before, and lie where the text does."""

import numpy as np
import pytest
from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath

from gumbel_gui.plots.look.outlines import outline
from gumbel_gui.plots.look.style import LIGHT, PRINT

PLACE = QPointF(5.25, 20)


def points(path):
    elements = [path.elementAt(i) for i in range(path.elementCount())]
    return np.array([(each.x, each.y) for each in elements])


def painted(font, scale=1.0):
    picture = QImage(200, 60, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    painter.setFont(font)
    painter.drawText(PLACE, "mean, mode")
    painter.end()


@pytest.mark.parametrize("style", [LIGHT, PRINT])
def test_they_do_not_depend_on_what_was_painted_before(qapp, style):
    font, size = style.font(), style.text_size
    painted(font, 0.7)
    first = points(outline(PLACE, font, size, "mean, mode"))
    painted(font)
    np.testing.assert_array_equal(points(outline(PLACE, font, size, "mean, mode")), first)


def test_they_are_where_qt_writes(qapp):
    font, path = LIGHT.font(), QPainterPath()
    path.addText(PLACE, font, "mean, mode")
    found = outline(PLACE, font, LIGHT.text_size, "mean, mode").boundingRect()
    ends = np.array(found.getCoords()) - path.boundingRect().getCoords()
    assert np.abs(ends).max() < 0.3
    assert found.width() < QFontMetricsF(font).horizontalAdvance("mean, mode")
