"""Key: the row above a plot that explains its colours and marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter, QPen

from gumbel_gui.core.arrays import Floats
from gumbel_gui.plots.look.style import DASHES, Line, Style
from gumbel_gui.plots.words.text import elided, is_unnamed

Glyph = (
    Line
    | Literal["square", "interval", "dot", "diamond", "tick", "triangle", "ring", "frame", "pin"]
    | Literal["cross"]
)
_CORNERS = {
    "diamond": ((-5, 0), (0, -5), (5, 0), (0, 5)),
    "triangle": ((-5, 4), (0, -5), (5, 4)),
}
_LEFT = 2.0
_GAP = 5.0
SPACING, CLOSE = 11.0, 5.0
"""Pixels between entries, and where only then all have room; for text of ``TEXT_SIZE``."""


@dataclass(frozen=True)
class Entry:
    """One line of a key: a glyph in a colour, and what it means; ``k`` if that is a class."""

    glyph: Glyph
    colour: str
    text: str
    k: int | None = None


def most_probable(p: Floats) -> tuple[int, ...]:
    """Return all class indices by descending p; among equals the lower index comes first."""
    return tuple(np.argsort(-p, kind="stable").tolist())


def own_clip(painter: QPainter, bounds: QRectF) -> None:
    """Clip an item to itself, and so end the clip of the item before it.

    QSvgGenerator does not notice that a clip is taken back: whatever comes after a clipped item
    would vanish behind the old clip.
    """
    painter.setClipRect(bounds)


class Key(pg.GraphicsWidget):  # type: ignore[misc]
    """Entries in one row: marks, and after them the classes; the mark of a draw is at the far end.

    Where there is no room for all, they are closer together; where there still is none, the most
    probable classes are named, in the order of the classes, and the others are counted at the end.

    Attributes:
        mark: what marks the selected draw, if anything does.
    """

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._metrics = QFontMetricsF(style.font())
        self._gap = _GAP * style.unit
        self._spacing = SPACING * style.unit
        self._painted: tuple[list[Entry], int] = ([], 0)
        self._edges: list[float] = [_LEFT]
        self._given: tuple[object, ...] = ()
        self.mark: Entry | None = None
        self.set_entries()
        self.full_height = style.text_size + 12.0 * max(style.unit, 1.0)
        self.setFixedHeight(self.full_height)

    def set_entries(
        self, *marks: Entry, labels: Sequence[str] = (), most: int | None = None
    ) -> None:
        """Show marks and a square for each class, of which ``most`` may be named, if not all."""
        if self._given == (given := (marks, tuple(labels), most)):
            return
        self._given = given
        self._marks, self._labels = marks, tuple(labels)
        self._unnamed = is_unnamed(labels)
        self._order = tuple(range(len(labels)))
        self._most = len(labels) if most is None else most
        self.update()

    def set_mark(self, glyph: Glyph | None, text: str) -> None:
        """Show how the selected draw is marked, or nothing; there is always room for it."""
        mark = Entry(glyph, self._style.text, text) if glyph else None
        if mark != self.mark:
            self.mark = mark
            self.update()

    def rank(self, order: tuple[int, ...]) -> None:
        """Set the order in which classes have room where not all can be named."""
        if order != self._order:
            self._order = order
            if self.shown(self.size().width()) != self._painted:
                self.update()

    def shown(self, width: float) -> tuple[list[Entry], int]:
        """Return the entries that fit into a width, and how many are left out."""
        marks, classes = len(self._marks), len(self._labels)
        row: list[Entry] = []
        for spacing in (SPACING, CLOSE) if self._most >= classes else ():
            self._spacing = spacing * self._style.unit
            row = self._row(range(classes), width)
            if len(row) == marks + classes:
                break
        else:
            self._spacing = SPACING * self._style.unit
            named = len(self._row(self._order[: self._most], width)) - marks
            # In the order of the classes, in which texts may be wider by a letter or two.
            row = self._row(sorted(self._order[: max(named, 0)]), width)
            if len(row) < marks + named:
                row = self._row(sorted(self._order[: named - 1]), width)
        return row, marks + classes - len(row)

    def class_at(self, x: float) -> int | None:
        """Return the class whose entry was painted at a place, if there is one."""
        found = zip(self._painted[0], self._edges[1:], strict=False)
        return next((entry.k for entry, right in found if x < right), None)

    def left_out_at(self, x: float) -> list[Entry]:
        """Return the entries that had no room, with whole names, if their number is at a place."""
        shown, rest = self._painted
        if not rest or not self._edges[-2] <= x < self._edges[-1]:
            return []
        named = {entry.k for entry in shown}
        classes = (
            Entry("square", self._style.class_colour(k), label, k)
            for k, label in enumerate(self._labels)
            if k not in named
        )
        return [*(mark for mark in self._marks if mark not in shown), *classes]

    def middles(self) -> list[float]:
        """Return the middles of what was painted for classes, and of the number of the others."""
        ends = np.array(self._edges)
        of_class = [entry.k is not None for entry in self._painted[0]] + [True]
        return [
            float(middle)
            for middle, wanted in zip((ends[:-1] + ends[1:]) / 2, of_class, strict=False)
            if wanted
        ]

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint what fits (Qt calls this)."""
        painter.setFont(self._style.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        own_clip(painter, self.boundingRect())
        self._painted = entries, rest = self.shown(self.size().width())
        self._edges = [_LEFT]
        for entry in entries:
            x = self._edges[-1]
            self._glyph(painter, entry, x)
            self._text(painter, x + self._glyph_width(entry) + self._gap, entry.text)
            self._edges.append(x + self._advance(entry))
        if rest:
            others = f"+ {rest}"
            self._text(painter, self._edges[-1], others)
            self._edges.append(self._edges[-1] + self._metrics.horizontalAdvance(others))
        if self.mark:
            x = max(self.size().width() - self._advance(self.mark) + self._spacing, _LEFT)
            self._glyph(painter, self.mark, x)
            self._text(painter, x + self._glyph_width(self.mark) + self._gap, self.mark.text)

    def _row(self, order: Sequence[int], width: float) -> list[Entry]:
        """Return the marks and then these classes in turn, for as long as there is room."""
        x, rest = _LEFT - self._spacing, len(self._marks) + len(self._labels)
        row: list[Entry] = []
        width -= self._advance(self.mark) if self.mark else 0.0
        for entry in chain(self._marks, self._class_entries(order)):
            x += self._advance(entry)
            rest -= 1
            reserve = self._metrics.horizontalAdvance(f"+ {rest}") + self._spacing if rest else 0.0
            if x + reserve > width:
                break
            row.append(entry)
        return row

    def _class_entries(self, order: Sequence[int]) -> Iterator[Entry]:
        """Yield squares of classes; unnamed ones after the first go by their index alone."""
        for i, k in enumerate(order):
            text = str(k) if self._unnamed and i else elided(self._labels[k], 14)
            yield Entry("square", self._style.class_colour(k), text, k)

    def _advance(self, entry: Entry) -> float:
        text = self._metrics.horizontalAdvance(entry.text)
        return self._glyph_width(entry) + self._gap + text + self._spacing

    def _text(self, painter: QPainter, x: float, text: str) -> None:
        painter.setPen(QPen(self._style.pen(self._style.muted)))
        place = QRectF(x, 0, 1000, self.full_height - 4)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _glyph_width(self, entry: Entry) -> float:
        return (16.0 if entry.glyph in DASHES else 10.0) * self._style.unit

    def _glyph(self, painter: QPainter, entry: Entry, x: float) -> None:
        style, middle, width = self._style, (self.full_height - 4) / 2, self._glyph_width(entry)
        unit, centre = style.unit, x + width / 2

        def at(dx: float, dy: float) -> QPointF:
            return QPointF(centre + dx * unit, middle + dy * unit)

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(entry.colour))
        if entry.glyph == "square":
            painter.drawRect(QRectF(at(-5, -5), at(5, 5)))
        elif entry.glyph == "dot":
            painter.drawEllipse(at(0, 0), 3.5 * unit, 3.5 * unit)
        elif entry.glyph in _CORNERS:
            painter.drawPolygon(*(at(*corner) for corner in _CORNERS[entry.glyph]))
        elif entry.glyph in ("ring", "frame"):
            painter.setPen(style.pen(entry.colour, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if entry.glyph == "ring":
                painter.drawEllipse(at(0, 0), 4 * unit, 4 * unit)
            else:
                painter.drawRect(QRectF(at(-3, -6), at(3, 6)))
        elif entry.glyph == "pin":
            painter.drawEllipse(at(0, -3), 3 * unit, 3 * unit)
            painter.setPen(style.pen(entry.colour, 2))
            painter.drawLine(at(0, -3), at(0, 6))
        elif entry.glyph == "cross":
            painter.setPen(style.pen(entry.colour, 2))
            painter.drawLine(at(-4, -4), at(4, 4))
            painter.drawLine(at(-4, 4), at(4, -4))
        elif entry.glyph in ("interval", "tick"):
            painter.setPen(style.pen(entry.colour, 1.2 if entry.glyph == "interval" else 2))
            painter.drawLine(at(0, -6), at(0, 6))
            for end in (-6, 6) if entry.glyph == "interval" else ():
                painter.drawLine(at(-3, end), at(3, end))
        else:
            painter.setPen(style.pen(entry.colour, 1.6, line=entry.glyph))
            painter.drawLine(at(-8, 0), at(8, 0))
