"""Heat map: a square matrix as coloured cells with numbers, and a column beside it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QTransform

from gumbel_gui.core.arrays import Floats, Indices
from gumbel_gui.plots.canvas.in_view import InView
from gumbel_gui.plots.canvas.key import own_clip
from gumbel_gui.plots.items.heat_scale import LEVELS, Shades, written
from gumbel_gui.plots.items.heat_words import Texts, column_places, names_share, row_places
from gumbel_gui.plots.look.style import Style

COLUMN, LEAST_COLUMN, STRIP = 0.08, 1.0, 1.2
"""Width of the column as a share of the matrix, its least width in cells, and the width of column
and gap together in widths of the column."""
TALLEST = 1.6
"""Largest ratio of height to width of cells; in a tall view the matrix is in its middle."""
SMALLEST_TEXT = 8
"""Pixels at 96 dpi that numbers in cells may shrink to."""
ROOM, LEAST_ROOM = 5.0, 1.5
"""Pixels between numbers of neighbours, and between the smallest ones."""
GRID = 7.0
"""Least width and height in pixels of cells with lines between them."""
OVERLAP = 0.6
"""Pixels by which a cell extends under the next one, so that there is no seam between them."""
ROUNDING = 1e-6
"""Cells by which the axis is longer than its contents, so that rounding puts nothing beyond it."""
LOW = 7
"""Lines of text: in a view less high than this, one line is above the cells and one below."""


@dataclass(frozen=True)
class Cells:
    """The numbers of a heat map.

    Attributes:
        matrix: (K, K), the first row on top, within ± scale.
        column: (K,), within 0 … 1, left of the matrix.
        scale: the absolute value that has the full colour, > 0.
        unit: a power of 10, of which the numbers in the cells are multiples.
    """

    matrix: Floats = field(default_factory=lambda: np.zeros((2, 2)))
    column: Floats = field(default_factory=lambda: np.zeros(2))
    scale: float = 1.0
    unit: float = 1.0


class HeatMap(InView, pg.GraphicsObject):  # type: ignore[misc]
    """Cells over x = 0 … K − 1 (columns) in the height of the view, with words around them.

    The view is 1 high, so that its ranges depend on the classes alone. Left of the matrix is the
    column, and left of that are the names of the rows, if ``rows_named``.

    Attributes:
        names: of the classes; rows and columns show as many as have room.
    """

    def __init__(self, style: Style, *, rows_named: bool = False) -> None:
        super().__init__()
        self._style = style
        self._rows_named = rows_named
        self.names: tuple[str, ...] = ()
        self._title, self._head, self._side, self._below = Texts(), Texts(), "", ""
        self._cells = Cells()
        self._outlined = False
        self._shades = Shades(style)

    def x_range(self) -> tuple[float, float]:
        """Return the ends of the horizontal axis for the classes whose names were set."""
        classes = len(self.names)
        width = classes + STRIP * _column_width(classes)
        share = names_share(self.names) if self._rows_named else 0.0
        return classes - 0.5 - width * (1 + share) - ROUNDING, classes - 0.5

    def row_edges(self) -> Floats:
        """Return the edges of the rows from the top down, (K + 1,), in the view's coordinates."""
        view, seen = self.getViewBox(), self.viewRect()
        width, height = max(view.width(), 1.0), max(view.height(), 1.0)
        left = (-0.5 - seen.left()) * width / seen.width()
        matrix = self._boxes(width, height, left)[0]
        edges = np.linspace(matrix.top(), matrix.bottom(), len(self._cells.matrix) + 1)
        return np.asarray(seen.bottom() - edges * seen.height() / height)

    def set_words(self, title: Texts, head: Texts, side: str) -> None:
        """Set the texts above all, above the matrix, and above the column."""
        self._title, self._head, self._side = title, head, side
        self.update()

    def set_names(self, names: Sequence[str], below: str) -> None:
        """Set the names of the classes, and the text below the columns."""
        self.names, self._below = tuple(names), below
        self.update()

    def set_cells(self, cells: Cells, *, outlined: bool = False) -> None:
        """Show a matrix and its column, with an outline or none."""
        self._cells, self._outlined = cells, outlined
        self.update()

    def getData(self) -> tuple[Floats, Floats]:  # noqa: N802 (the name other items have)
        """Return points on the edges of cells, (x, y), which cover all that is painted."""
        edges = np.arange(len(self._cells.matrix) + 1) - 0.5
        x = np.concatenate([[-STRIP * _column_width(len(edges) - 1) - 0.5], edges])
        return x, np.linspace(0, 1, len(x))

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the cells and the words, in pixels from the view's upper left (Qt calls this)."""
        view, seen = self.getViewBox(), self.viewRect()
        width, height = view.width(), view.height()
        if min(width, height) < 1:
            return
        across, down = seen.width() / width, seen.height() / height
        painter.setTransform(QTransform(across, 0, 0, -down, seen.left(), seen.bottom()), True)
        own_clip(painter, QRectF(0, 0, width, height))
        matrix, column = self._boxes(width, height, (-0.5 - seen.left()) / across)
        painter.setPen(Qt.PenStyle.NoPen)
        levels = np.rint(self._cells.matrix / self._cells.scale * LEVELS).astype(np.intp)
        shades = np.rint(self._cells.column[:, None] * LEVELS).astype(np.intp)
        _fill(painter, matrix, levels + LEVELS, self._shades.slopes)
        _fill(painter, column, shades, self._shades.shares)
        self._lines(painter, matrix, column)
        self._numbers(painter, matrix, column, levels + LEVELS, shades)
        self._words(painter, matrix, column)

    def _boxes(self, width: float, height: float, left: float) -> tuple[QRectF, QRectF]:
        """Return where matrix and column are, in pixels, for the left edge of the matrix."""
        classes, lines = len(self._cells.matrix), self._lines_around(height)
        each = (width - left) / classes
        room = height - 2 * lines - 1
        high = max(min(room, TALLEST * each * classes), 1.0)
        matrix = QRectF(left, lines + (room - high) / 2, width - left, high)
        wide = _column_width(classes) * each
        return matrix, QRectF(left - STRIP * wide, matrix.top(), wide, high)

    def _lines_around(self, height: float) -> float:
        """Return the height of the words above, which is that of those below, in pixels."""
        line = self._style.text_size + 4.0
        return line if height < LOW * line else 2 * line

    def _lines(self, painter: QPainter, matrix: QRectF, column: QRectF) -> None:
        """Paint lines between cells that are large enough, and around all of them."""
        classes, style = len(self._cells.matrix), self._style
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(style.pen(style.border))
        if min(matrix.width(), matrix.height()) >= GRID * classes:
            for k in range(1, classes):
                y = matrix.top() + k * matrix.height() / classes
                x = matrix.left() + k * matrix.width() / classes
                painter.drawLine(QPointF(x, matrix.top()), QPointF(x, matrix.bottom()))
                for box in (matrix, column):
                    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(style.pen(style.axis))
        if self._outlined:
            painter.setPen(style.pen(style.text, 2))
        for box in (matrix, column):
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _numbers(
        self,
        painter: QPainter,
        matrix: QRectF,
        column: QRectF,
        levels: Indices,
        shades: Indices,
    ) -> None:
        """Paint the numbers, if they fit."""
        rows = len(self._cells.matrix)
        height = matrix.height() / rows
        font, texts, beside = self._written(matrix.width() / rows, height, column.width())
        painter.setFont(font)
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        for box, words, places, inks in (
            (matrix, texts, levels, self._shades.inks),
            (column, beside, shades, self._shades.share_inks),
        ):
            width = box.width() / places.shape[1]
            for n, (text, place) in enumerate(zip(words, places.ravel().tolist(), strict=False)):
                i, j = divmod(n, places.shape[1])
                painter.setPen(inks[place])
                cell = QRectF(box.left() + j * width, box.top() + i * height, width, height)
                painter.drawText(cell, centred, text)

    def _written(
        self, width: float, height: float, beside: float
    ) -> tuple[QFont, list[str], list[str]]:
        """Return the font and the texts of matrix and column for cells of a size in pixels.

        They are as exact and as large as all cells allow; there are none if no texts fit. All
        cells have one height; those of the column have the width ``beside``.
        """
        cells = self._cells
        values = cells.matrix / cells.unit
        exact = max(2 - math.floor(math.log10(cells.scale / cells.unit) + 1e-9), 0)
        ways = _ways(self._style, exact) if min(width / 2, height) >= SMALLEST_TEXT else []
        for font, decimals, short in ways:
            ways_beside = (written(cells.column, places, short=short) for places in (2, 1))
            texts = written(values, decimals, short=short)
            others = next((words for words in ways_beside if _fit(words, font, beside)), None)
            if others and _fit(texts, font, width) and 0.9 * font.pixelSize() + 1 <= height:
                return font, texts, others
        return self._style.font(), [], []

    def _words(self, painter: QPainter, matrix: QRectF, column: QRectF) -> None:
        """Paint the texts above and below the cells, and the names of rows and columns."""
        style = self._style
        font, metrics = style.font(), QFontMetricsF(style.font())
        line, view = style.text_size + 4.0, self.getViewBox()
        painter.setFont(font)
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.setPen(style.pen(style.text))
        lines = self._lines_around(view.height())
        whole = QRectF(column.left(), matrix.top() - lines, matrix.right() - column.left(), line)
        painter.drawText(whole, centred, self._title.fitting(metrics, whole.width()))
        painter.setPen(style.pen(style.muted))
        if lines > line:
            head = self._head.fitting(metrics, matrix.width())
            above = QRectF(matrix.left(), matrix.top() - line, matrix.width(), line - 1)
            painter.drawText(above, centred, head)
            centre = max(column.center().x(), metrics.horizontalAdvance(self._side) / 2)
            painter.drawText(QRectF(centre, above.top(), 0, line - 1), centred, self._side)
        columns = column_places(self.names, metrics, line - 1, matrix)
        for name, place in columns:
            painter.drawText(place, centred, name)
        if lines > line or not columns:
            under = matrix.bottom() + (line if columns else 1.0)
            below = QRectF(matrix.left(), under, matrix.width(), line - 1)
            painter.drawText(below, centred, self._below)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        rows = self.names if self._rows_named else ()
        for name, place in row_places(rows, metrics, 0.9 * style.text_size, column):
            painter.drawText(place, right | Qt.TextFlag.TextDontClip, name)


def _column_width(classes: int) -> float:
    """Return the width of the column beside the matrix, in cells."""
    return max(COLUMN * classes, LEAST_COLUMN)


def _fill(painter: QPainter, box: QRectF, levels: Indices, brushes: Sequence[QBrush]) -> None:
    """Fill a box with cells; neighbours of one colour in a row are one rectangle."""
    rows, columns = levels.shape
    width, height = box.width() / columns, box.height() / rows
    for i, row in enumerate(levels):
        starts = [0, *(np.flatnonzero(np.diff(row)) + 1).tolist(), columns]
        under = OVERLAP if i < rows - 1 else 0.0
        for start, end in itertools.pairwise(starts):
            left, top = box.left() + start * width, box.top() + i * height
            beside = OVERLAP if end < columns else 0.0
            run = QRectF(left, top, (end - start) * width + beside, height + under)
            painter.fillRect(run, brushes[row[start]])


def _fit(texts: Sequence[str], font: QFont, width: float) -> bool:
    """Return whether all texts fit into cells of a width."""
    room = ROOM if font.pixelSize() > SMALLEST_TEXT else LEAST_ROOM
    return max(map(QFontMetricsF(font).horizontalAdvance, set(texts))) + room <= width


def _ways(style: Style, exact: int) -> list[tuple[QFont, int, bool]]:
    """Return fonts, decimals and whether the 0 before the point is left out, the best first."""
    found = [(style.font(), exact, False)]
    for size in range(style.text_size, SMALLEST_TEXT - 1, -1):
        font = style.font()
        font.setPixelSize(size)
        found += [(font, max(exact - 1, 0), False), (font, max(exact - 1, 0), True)]
    return found
