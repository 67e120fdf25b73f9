"""A table beside the bars of the samplers: distance, p-value and result of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter

from gumbel_gui.core.samplers import LEVEL, FitTest, samplers
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.canvas.key import own_clip
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.words.text import number

ROWS = len(samplers())
PLACES = np.arange(ROWS - 1.0, -1.0, -1.0)
"""Places of the rows on the axis, from top to bottom."""
HEADER = 0.75
"""Room above the rows for the header of the table."""
DOUBTFUL = 0.01
"""A p-value below this is not set in bold, even if p is not rejected."""


HEADS = mark("distance"), mark("p-value"), ""
RESULTS = {True: mark("rejected"), False: mark("retained"), None: mark("too few")}
"""What a test says, by whether p is rejected."""


def results() -> dict[bool | None, str]:
    """Return ``RESULTS`` in the language that is spoken."""
    return {rejected: tr(text) for rejected, text in RESULTS.items()}


class FitTable(pg.GraphicsWidget):  # type: ignore[misc]
    """Distance, p-value (where the bars leave room for it) and result beside each row."""

    MARGIN, GAP = 10.0, 6.0
    BARS = 1.1
    """Least width of the bars beside the whole table, in widths of that."""

    def __init__(self, frame: Frame, style: Style) -> None:
        super().__init__()
        self._frame, self._style = frame, style
        self._font, self._strong = style.font(), style.font()
        self._strong.setBold(True)
        self._header = tr(HEADS[0]), tr(HEADS[1]), ""
        self._words = results()
        plain, strong = QFontMetricsF(self._font), QFontMetricsF(self._strong)
        numbers = _distance(1.0), _probability(0.0)
        # As wide as in English at least, so that the axes are where they are there.
        self._widths = [
            max(map(plain.horizontalAdvance, texts))
            for texts in zip(self._header, HEADS, numbers, strict=False)
        ]
        words = *self._words.values(), *RESULTS.values()
        self._widths.append(max(map(strong.horizontalAdvance, words)))
        self._rows: list[tuple[float, tuple[str, str, str], bool]] = []
        frame.layout.addItem(self, 1, 2)
        frame.geometryChanged.connect(self._fit)
        self._fit()

    def set_rows(self, fits: Sequence[FitTest]) -> None:
        """Show these tests, from top to bottom."""
        self._rows = [(ROWS - 0.5 + HEADER / 2, self._header, False)]
        for place, each in zip(PLACES, fits, strict=True):
            p_value = "–" if each.rejected is None else _probability(each.p_value)
            texts = _distance(each.distance), p_value, self._words[each.rejected]
            plain = each.rejected is not False or each.p_value < DOUBTFUL
            self._rows.append((place, texts, not plain))
        self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Write numbers flush right, and after them the results flush left (Qt calls this)."""
        own_clip(painter, self.boundingRect())
        style, view = self._style, self._frame.vb
        for place, texts, strong in self._rows:
            middle = self.mapFromItem(view, view.mapFromView(QPointF(0, place))).y()
            painter.setPen(style.pen(style.text if strong else style.muted))
            x = self.MARGIN
            for i, (text, width) in enumerate(zip(texts, self._widths, strict=True)):
                if i == 1 and not self._whole:
                    continue
                side = Qt.AlignmentFlag.AlignLeft if i == 2 else Qt.AlignmentFlag.AlignRight
                flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
                painter.setFont(self._strong if strong and i == 2 else self._font)
                painter.drawText(QRectF(x, middle - 10, width, 20), flags, text)
                x += width + self.GAP

    def _fit(self) -> None:
        """Take the room that the width of the frame allows."""
        whole = self.MARGIN + sum(self._widths) + 2 * self.GAP
        bars = self._frame.size().width() - self._frame.axis("left").width() - whole
        self._whole = bars >= self.BARS * whole
        width = whole if self._whole else whole - self._widths[1] - self.GAP
        if self.minimumWidth() != width:
            self.setMinimumWidth(width)
            self.setMaximumWidth(width)
            self._frame.layout.activate()  # not only at the next event, after the next picture


def _distance(value: float) -> str:
    return number(value, 1) if 0 < value < 5e-5 else f"{value:.4f}"


def _probability(value: float) -> str:
    if value < LEVEL:
        return f"<{number(LEVEL)}"
    return f"{value:.2f}" if value >= 0.01 else f"{value:.3f}"
