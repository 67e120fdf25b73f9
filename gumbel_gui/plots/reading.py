"""Reading values off a picture: where the rows of its table are, and what they say there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats, Indices
from gumbel_gui.language import tr
from gumbel_gui.plots.table import Table
from gumbel_gui.plots.words.text import count, number

REACH = 12.0
"""Pixels by which the mouse may miss what it reads."""
COUNTABLE = 1e15
"""Whole numbers below this are written with all their digits."""


@dataclass(frozen=True, eq=False)
class Spots:
    """Boxes in a pane that show rows of a table; points are boxes without width and height.

    Attributes:
        columns: names of those that are told.
        rows: which row of the table each box shows, (n,).
        left, right, bottom, top: in the coordinates of the axes, (n,); NaN for what is not shown.
        pane: index of the pane.
    """

    columns: tuple[str, ...]
    rows: Indices
    left: Floats
    right: Floats
    bottom: Floats
    top: Floats
    pane: int = 0

    @classmethod
    def boxes(
        cls,
        columns: Iterable[str],
        rows: ArrayLike,
        x: tuple[ArrayLike, ArrayLike],
        y: tuple[ArrayLike, ArrayLike],
        pane: int = 0,
    ) -> Self:
        """Return boxes between two x and two y, in any order; all as long as rows, or one."""
        which = np.asarray(rows)
        ends = [
            np.broadcast_to(np.asarray(each, np.float64), which.shape).ravel() for each in (*x, *y)
        ]
        (left, right), (bottom, top) = np.sort(ends[:2], axis=0), np.sort(ends[2:], axis=0)
        return cls(tuple(columns), which.ravel(), left, right, bottom, top, pane)

    @classmethod
    def points(
        cls, columns: Iterable[str], rows: ArrayLike, x: ArrayLike, y: ArrayLike, pane: int = 0
    ) -> Self:
        """Return points at x and y, (n,) each."""
        return cls.boxes(columns, rows, (x, x), (y, y), pane)

    @classmethod
    def curve(
        cls, columns: Iterable[str], rows: ArrayLike, x: ArrayLike, y: ArrayLike, pane: int = 0
    ) -> Self:
        """Return points of a curve over ascending x (n,), each with half the way to the next."""
        along, up = np.asarray(x, np.float64), np.asarray(y, np.float64)
        ways = [_half_way(each) for each in (along, up)]
        return cls.boxes(columns, rows, ways[0], ways[1], pane)

    def nearest(self, x: float, y: float, pixel: tuple[float, float]) -> tuple[float, int]:
        """Return the distance in pixels to the nearest box, and its row; of equal ones the last."""
        across = np.maximum(np.maximum(self.left - x, x - self.right), 0) / pixel[0]
        up = np.maximum(np.maximum(self.bottom - y, y - self.top), 0) / pixel[1]
        distance = np.hypot(across, up)
        distance[np.isnan(distance)] = np.inf
        if not distance.size:
            return np.inf, 0
        found = len(distance) - 1 - int(distance[::-1].argmin())
        return float(distance[found]), int(self.rows[found])


def read(
    table: Table,
    spots: Iterable[Spots],
    place: tuple[int, float, float],
    pixel: tuple[float, float],
) -> str:
    """Return what the row says that is shown at a place, a line per column; empty for none.

    Args:
        table: of the plot.
        spots: where its rows are; of equally near ones the later are on top.
        place: index of the pane, and x and y in the coordinates of its axes.
        pixel: width and height of a pixel in these.
    """
    found = _found(spots, place, pixel)
    return _lines(table, *found) if found else ""


def class_read(
    table: Table,
    spots: Iterable[Spots],
    place: tuple[int, float, float],
    pixel: tuple[float, float],
) -> int | None:
    """Return the class whose row is shown at a place, if one is; arguments as for ``read``."""
    found = _found(spots, place, pixel)
    classes = [column.values for column in table.columns if column.name == "class"]
    k = float(classes[0][found[0]]) if found and classes else np.nan
    return None if np.isnan(k) else int(k)  # a table may have rows of something else


def _found(
    spots: Iterable[Spots], place: tuple[int, float, float], pixel: tuple[float, float]
) -> tuple[int, tuple[str, ...]] | None:
    """Return the row that is shown at a place, and which of its columns are told."""
    pane, x, y = place
    best, found = REACH, None
    for each in spots:
        if each.pane != pane:
            continue
        distance, row = each.nearest(x, y, pixel)
        if distance <= best:
            best, found = distance, (row, each.columns)
    return found


def _lines(table: Table, row: int, names: tuple[str, ...]) -> str:
    """Return the cells of a row that are not empty: numbers with their names, and words, too.

    Words of a column that is not called anything, such as a label, tell by themselves what they
    are; those of a class without a label do not go with its number once more.
    """
    by_name = {column.name: column for column in table.columns}
    lines: list[str] = []
    for column in (by_name[name] for name in names if name in by_name):
        value = column.values[row]
        text = shown(value, 4)
        name = column.words if isinstance(value, str) else column.heading
        if text and f"{name} {text}" not in lines:
            lines.append(tr("{name}: {value}", name=name, value=text) if name else text)
    return "\n".join(lines)


def shown(value: Any, digits: int) -> str:
    """Return a word, or a number as captions write it; empty for NaN."""
    if isinstance(value, str):
        return value
    if np.isnan(value):
        return ""
    if np.isinf(value):
        return "∞" if value > 0 else "−∞"
    if float(value).is_integer() and abs(value) < COUNTABLE:
        return count(int(value)).replace("-", "−")
    return number(float(value), digits)


def _half_way(values: Floats) -> tuple[Floats, Floats]:
    """Return how far to the left and right of each value (n,) it stands for a curve."""
    between = (values[1:] + values[:-1]) / 2
    # At a gap a curve ends at the value itself.
    before, after = np.append(values[:1], between), np.append(between, values[-1:])
    return np.where(np.isnan(before), values, before), np.where(np.isnan(after), values, after)
