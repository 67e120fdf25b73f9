"""Corners: names at the corners of a triangle, and ranges in which it is equilateral."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QPainter

from gumbel_gui.plots.canvas.key import own_clip
from gumbel_gui.plots.canvas.pane import Pane
from gumbel_gui.plots.items.names import Names, shortened
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.temperature.triangle import CORNERS, HEIGHT

MARGIN = 9.0
"""Pixels around the triangle, for marks on its corners."""
GAP = 11.0
"""Pixels between a corner and its name."""
TOP_GAP = 19.0
"""Pixels between the top and its name: the edge is nearer on the second line."""
WIDEST_NAME = 0.3
"""The most that a name beside the triangle takes of the width."""
SMALLEST_SIDE = 10.0
UNKNOWN = (320.0, 200.0)
"""Width and height in pixels before the view has any."""
LARGER = 1.25
"""Names go below the triangle where that makes it larger by this factor."""
ROOMY = 3.2
"""Least height of the triangle, in lines, for two lines at each corner instead of one."""
_VALUE = "p = 5·10⁻³²⁴"
"""The longest text under a name."""


class Corners(Names):
    """Two lines at each corner: beside the triangle, or below it where that leaves it larger.

    The pane has no axes; its ranges are set whenever it gets another size.
    """

    def __init__(self, pane: Pane, style: Style) -> None:
        super().__init__(pane.vb, style)
        self._pane = pane
        self._line = style.text_size + 3.0
        self._names, self._values = ("",) * 3, ("",) * 3
        self._below, self._lines = False, 2
        self._view.sigResized.connect(self.fit)
        self.fit()

    def set_names(self, names: Sequence[str]) -> None:
        """Set the names of the corners left, right and top; the triangle makes room for them."""
        self._names = (names[0], names[1], names[2])
        self.fit()

    def set_values(self, values: Sequence[str]) -> None:
        """Set short words under the names; the ranges do not follow them."""
        self._values = (values[0], values[1], values[2])
        self.update()

    def fit(self) -> None:
        """Set the ranges: the triangle is equilateral, as large as it can be, and in the middle."""
        self.prepareGeometryChange()
        width, height = self._size()
        words = max(self._metrics.horizontalAdvance(text) for text in (*self._names[:2], _VALUE))
        beside = min(words, WIDEST_NAME * width) + GAP
        high = height - 2 * MARGIN
        side = min(width - 2 * max(beside, MARGIN), high / HEIGHT)
        stacked = min(width - 2 * MARGIN, (high - 2 * self._line) / HEIGHT)
        self._below = stacked > LARGER * side
        side = max(stacked if self._below else side, SMALLEST_SIDE)
        self._lines = 2 if side * HEIGHT >= ROOMY * self._line else 1
        lower = 2 * self._line * self._below
        middle = HEIGHT / 2 - lower / 2 / side
        half_width, half_height = width / 2 / side, height / 2 / side
        self._pane.set_ranges(
            (0.5 - half_width, 0.5 + half_width), (middle - half_height, middle + half_height)
        )
        self.update()

    def places(self) -> list[tuple[str, QRectF]]:
        """Return the lines of text, corner by corner, and where they are in pixels of the view."""
        width, _ = self._size()
        left, right, top = (self.pixels(*corner) for corner in CORNERS.T)
        if self._below:
            half = (right.x() - left.x()) / 2 - GAP / 2 + MARGIN
            base = left.y() + MARGIN - 1
            blocks = [(left.x() - MARGIN, base, half), (right.x() + MARGIN - half, base, half)]
        else:
            base = left.y() + 5 - self._lines * self._line
            end = right.x() + GAP
            blocks = [(0.0, base, left.x() - GAP), (end, base, width - end)]
        beside = top.x() + TOP_GAP
        blocks.append((beside, top.y() - MARGIN + 2, width - beside))
        shown = []
        for (x, y, room), *lines in zip(blocks, self._names, self._values, strict=True):
            for i, text in enumerate(lines[: self._lines]):
                place = QRectF(x, y + i * self._line, room, self._line)
                shown.append((shortened(text, self._metrics, room), place))
        return shown

    def side(self, line: int) -> Qt.AlignmentFlag:
        """Return the side of its place that a line of text is aligned to."""
        right = line // self._lines == int(self._below)  # left of the triangle, or right below it
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the names (Qt calls this)."""
        own_clip(painter, self.boundingRect())
        painter.setFont(self._style.font())
        for i, (text, place) in enumerate(self.places()):
            colour = self._style.muted if i % self._lines else self._style.text
            painter.setPen(self._style.pen(colour))
            flags = Qt.AlignmentFlag.AlignVCenter | self.side(i) | Qt.TextFlag.TextDontClip
            painter.drawText(place, flags, text)

    def _size(self) -> tuple[float, float]:
        size = self._view.size()
        if size.width() < 2 * SMALLEST_SIDE or size.height() < 2 * SMALLEST_SIDE:
            return UNKNOWN
        return size.width(), size.height()
