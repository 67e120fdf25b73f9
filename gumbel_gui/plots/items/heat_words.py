"""Words around a heat map: texts above it, and names of its rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QFontMetricsF

from gumbel_gui.plots.items.names import name_step, shortened

ROW_GAP, COLUMN_GAP = 4.0, 4.0
"""Pixels between names of rows and the cells, and between names of columns."""
NARROWEST = 46.0
"""Names of columns are shortened down to this many pixels; then only some are shown."""
SHARES = {1: 0.1, 2: 0.17}
LARGEST_SHARE = 0.35
"""Width of the names of rows as a share of that of the cells: by number of letters, and of more."""


@dataclass(frozen=True)
class Texts:
    """Ways to write the same, the best first; the first that fits is taken, or none."""

    choices: Sequence[str] = ()

    def fitting(self, metrics: QFontMetricsF, width: float) -> str:
        """Return the first text that is no wider than ``width`` pixels, or ``""``."""
        fit = (text for text in self.choices if metrics.horizontalAdvance(text) <= width)
        return next(fit, "")


def names_share(names: Sequence[str]) -> float:
    """Return the width of the names of rows as a share of that of all cells."""
    return SHARES.get(max(map(len, names)), LARGEST_SHARE) if names else 0.0


def row_places(
    names: Sequence[str], metrics: QFontMetricsF, height: float, column: QRectF
) -> list[tuple[str, QRectF]]:
    """Return the names of rows left of a column that are shown, and their places in pixels.

    They are given from the top, if rows have names; a line has this height, and begins at x = 0.
    """
    if not names:
        return []
    # On a narrow card the gap is smaller, so that numbers have room at all.
    widest = min(max(map(metrics.horizontalAdvance, names)), column.left() - 1)
    row, width = column.height() / len(names), max(column.left() - ROW_GAP, widest)
    step = name_step(len(names), row, height)
    shown = []
    for k in range(0, len(names), step):
        name = _shortened(names[k], metrics, width)
        top = min(column.top() + (k + 0.5) * row, column.bottom() - height / 2) - height / 2
        if name:
            shown.append((name, QRectF(0, top, width, height)))
    return shown


def column_places(
    names: Sequence[str], metrics: QFontMetricsF, height: float, matrix: QRectF
) -> list[tuple[str, QRectF]]:
    """Return the names of columns below a matrix that are shown, and their places in pixels.

    There are two or more, or none. They lie between x = 0 and the right edge of the matrix.
    """
    if not names:
        return []
    each = matrix.width() / len(names)
    needed = min(max(map(metrics.horizontalAdvance, names)), NARROWEST) + COLUMN_GAP
    step = name_step(len(names), each, needed)
    shown = []
    for k in range(0, len(names), step):
        beside = (len(names) - k - 0.5) * each
        centre = matrix.right() - beside
        room = max(min(step * each - COLUMN_GAP, 2 * centre, max(2 * beside, each)), 0.0)
        name = _shortened(names[k], metrics, room)
        if name:
            shown.append((name, QRectF(centre - room / 2, matrix.bottom() + 1, room, height)))
    return shown if len(shown) > 1 else []


def _shortened(name: str, metrics: QFontMetricsF, width: float) -> str:
    """Return a name shortened to a width in pixels, or ``""``."""
    text = shortened(name, metrics, width)
    return text if text.strip("…") else ""
