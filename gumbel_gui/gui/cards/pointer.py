"""Pointer: does by keyboard what the mouse does in a plot: reads values, picks, drags, sets off."""

from __future__ import annotations

import numpy as np
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QWidget

from gumbel_gui.core.arrays import Floats

RADIUS, RING = 9, 2
STEP, FINE = 8.0, 1.0
"""Pixels that one key drags, and with Shift."""
NEXT = 4.0
"""Pixels that the next place is away at least: curves have places closer than one can see."""
ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class Pointer(QWidget):
    """A ring that arrow keys move over a plot from place to place, where the mouse could be.

    Attributes:
        place: its middle, in pixels of the widget that it is on.
        held: whether it drags what is under it.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.place, self.held = QPointF(), False
        self._colours = "#000000", "#ffffff"
        self.resize(2 * RADIUS + 1, 2 * RADIUS + 1)
        self.hide()

    def show_colours(self, ring: str, ground: str) -> None:
        """Show a ring of a colour that stands out from the ground."""
        self._colours = ring, ground
        self.update()

    def put(self, place: QPointF, *, held: bool = False) -> None:
        """Go to a place, and show whether something is dragged."""
        self.place, self.held = place, held
        self.move(round(place.x()) - RADIUS, round(place.y()) - RADIUS)
        self.raise_()
        self.show()
        self.update()

    def dragged(self, key: Qt.Key, *, fine: bool) -> QPointF:
        """Return where a key drags what is held."""
        x, y = ARROWS[key]
        step = FINE if fine else STEP
        return self.place + QPointF(step * x, step * y)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint the ring with an edge in the colour of the ground, filled while held (Qt's)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring, ground = map(QColor, self._colours)
        for pen in (QPen(ground, 3 * RING), QPen(ring, RING)):
            painter.setPen(pen)
            painter.drawEllipse(QRectF(self.rect()).adjusted(3, 3, -3, -3))
        if self.held:
            painter.setBrush(ring)
            painter.drawEllipse(QRectF(self.rect()).center(), 3.0, 3.0)


def next_place(places: Floats, now: QPointF, key: Qt.Key) -> QPointF | None:
    """Return the next of places (2, n) in the direction of an arrow key, if there is one.

    Of those that lie within 45° of the direction, it is the nearest; what is aside counts twice.
    """
    x, y = ARROWS[key]
    way = places - [[now.x()], [now.y()]]
    ahead = x * way[0] + y * way[1]
    aside = np.abs(y * way[0] - x * way[1])
    cost = np.where((ahead >= NEXT) & (aside <= ahead), ahead + 2 * aside, np.inf)
    if not cost.size or np.isinf(cost.min()):
        return None
    return QPointF(*places[:, int(cost.argmin())].tolist())
