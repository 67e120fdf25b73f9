"""The row above a plot that says what its colours and marks stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pyqtgraph as pg
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter, QPen

from gumbel_gui.plots.style import Style
from gumbel_gui.plots.text import default_labels, elided

Glyph = Literal["square", "line", "dashes", "interval", "dot", "diamond", "tick"]
_GAP = 5.0
_SPACING = 11.0


@dataclass(frozen=True)
class Entry:
    """One line of a key: a glyph in a colour, and what it means."""

    glyph: Glyph
    colour: str
    text: str


def class_entries(style: Style, labels: Sequence[str]) -> list[Entry]:
    """Return a square per class; unnamed classes after the first go by their index alone."""
    unnamed = tuple(labels) == default_labels(len(labels))
    return [
        Entry("square", style.class_colour(k), str(k) if unnamed and k else elided(label, 14))
        for k, label in enumerate(labels)
    ]


def own_clip(painter: QPainter, bounds: QRectF) -> None:
    """Clip an item to itself, and so end the clip of the item before it.

    QSvgGenerator does not notice that a clip is taken back: whatever comes after a clipped item
    would vanish behind the old clip.
    """
    painter.setClipRect(bounds)


class Key(pg.GraphicsWidget):  # type: ignore[misc]
    """Entries in one row; those that do not fit are counted at its end."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._entries: tuple[Entry, ...] = ()
        self.full_height = style.text_size + 12.0
        self.setFixedHeight(self.full_height)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint as many entries as fit (Qt calls this)."""
        font = self._style.font()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        own_clip(painter, self.boundingRect())
        x, width = 2.0, self.size().width()
        for i, entry in enumerate(self._entries):
            rest = f"+ {len(self._entries) - i}"
            reserve = metrics.horizontalAdvance(rest) if i + 1 < len(self._entries) else 0.0
            glyph_width = 16.0 if entry.glyph in ("line", "dashes") else 10.0
            needed = glyph_width + _GAP + metrics.horizontalAdvance(entry.text)
            if x + needed + (_SPACING + reserve if reserve else 0) > width:
                self._text(painter, x, rest)
                return
            self._glyph(painter, entry, x, glyph_width)
            self._text(painter, x + glyph_width + _GAP, entry.text)
            x += needed + _SPACING

    def _text(self, painter: QPainter, x: float, text: str) -> None:
        painter.setPen(QPen(self._style.pen(self._style.muted)))
        place = QRectF(x, 0, 1000, self.full_height - 4)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _glyph(self, painter: QPainter, entry: Entry, x: float, width: float) -> None:
        style, middle = self._style, (self.full_height - 4) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(entry.colour))
        if entry.glyph == "square":
            painter.drawRect(QRectF(x, middle - 5, 10, 10))
        elif entry.glyph == "dot":
            painter.drawEllipse(QPointF(x + width / 2, middle), 3.5, 3.5)
        elif entry.glyph == "diamond":
            corners = [
                (0, middle),
                (width / 2, middle - 5),
                (width, middle),
                (width / 2, middle + 5),
            ]
            painter.drawPolygon(*(QPointF(x + dx, y) for dx, y in corners))
        elif entry.glyph == "interval":
            painter.setPen(style.pen(entry.colour, 1.2))
            centre = x + width / 2
            painter.drawLine(QPointF(centre, middle - 6), QPointF(centre, middle + 6))
            for end in (middle - 6, middle + 6):
                painter.drawLine(QPointF(centre - 3, end), QPointF(centre + 3, end))
        elif entry.glyph == "tick":
            painter.setPen(style.pen(entry.colour, 2))
            centre = x + width / 2
            painter.drawLine(QPointF(centre, middle - 6), QPointF(centre, middle + 6))
        else:
            painter.setPen(style.pen(entry.colour, 1.6, dashed=entry.glyph == "dashes"))
            painter.drawLine(QPointF(x, middle), QPointF(x + width, middle))
