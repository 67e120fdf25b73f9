"""The triangle whose corners are three classes: places in it, and equal cells to count draws in.

A vector of three shares that sum to 1 is a point of an equilateral triangle of side 1: corner 0 is
at (0, 0), corner 1 at (1, 0), corner 2 on top at (1/2, √3/2), and the share of a corner is how near
the point is to it: 1 there, 0 on the edge that is opposite.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.arrays import Floats, Indices, Singles, Whole
from gumbel_gui.core.workspace import Workspace

HEIGHT = 0.75**0.5
CORNERS = np.array([[0.0, 1.0, 0.5], [0.0, 0.0, HEIGHT]])
"""x and y of the corners, (2, 3)."""
ROWS = 64
"""Rows of cells; ROWS² small triangles of equal area fill the large one."""
COLUMNS = 2 * ROWS - 1
"""Cells in the longest row, the lowest, whether they point up or down."""
_INSIDE = np.float32(ROWS * (1 - 1e-6))
"""Shares that sum to 1 but for rounding sum to less than ROWS when multiplied by this."""


def place(shares: NDArray[Any]) -> NDArray[Any]:
    """Return x and y, (2, ...), of shares (3, ...) that sum to 1, in the dtype of these."""
    half, height = shares.dtype.type(0.5), shares.dtype.type(HEIGHT)
    return np.stack([shares[1] + half * shares[2], height * shares[2]])


def shares_at(x: NDArray[Any], y: NDArray[Any]) -> Floats:
    """Return the shares (3, ...) that belong to places, the inverse of ``place``."""
    top = np.asarray(y, np.float64) / HEIGHT
    return np.stack([1 - x - top / 2, x - top / 2, top])


def cell_places() -> tuple[Indices, Indices, Floats]:
    """Return row and column of each cell of the triangle, and its middle, (2, ROWS²)."""
    row, column = np.nonzero(cells_inside())
    up = (row + column) % 2 == 0  # of a row's cells the first, third, … point up
    third = HEIGHT / (3 * ROWS)
    y = 3 * third * row + np.where(up, third, 2 * third)
    return row, column, np.stack([(column + 1) / (2 * ROWS), y])


def cells_inside() -> NDArray[np.bool_]:
    """Return which of (ROWS, COLUMNS) are cells: row r has those of columns r … COLUMNS − 1 − r."""
    row, column = np.ogrid[:ROWS, :COLUMNS]
    return np.asarray((column >= row) & (column < COLUMNS - row))


def nearest(x: float, y: float, corners: Sequence[int] = (0, 1, 2)) -> Floats:
    """Return the shares (3,) of the point of the triangle that is nearest to a place.

    Args:
        x: the place, wherever it is.
        y: the place upwards.
        corners: of which corners the point may have a share: three of them for all of the
            triangle, two for an edge.
    """
    top = y / HEIGHT
    inside = np.array([1 - x - top / 2, x - top / 2, top])
    if len(corners) == 3 and (inside >= 0).all():
        return inside
    best, least = np.zeros(3), np.inf
    for a, b in combinations(corners, 2):
        from_a, edge = np.array([x, y]) - CORNERS[:, a], CORNERS[:, b] - CORNERS[:, a]
        along = min(max(float(from_a @ edge), 0.0), 1.0)  # edges have length 1
        distance = float(np.hypot(*(from_a - along * edge)))
        if distance < least:
            best, least = np.zeros(3), distance
            best[[a, b]] = 1 - along, along
    return best


def count_cells(shares: Singles, work: Workspace) -> Whole:
    """Count points in the cells of the triangle.

    Row r, from the base up, holds those with r ≤ ROWS·s_2 < r + 1. With the whole parts j of
    ROWS·s_1 and m of ROWS·(s_1 + s_2), a cell of the row is the one of column j + m: even and odd
    ones are alternately triangles that point up (m = j + r) and down (m = j + r + 1), from left to
    right, and column c has its middle at x = (c + 1) / (2·ROWS).

    Args:
        shares: (3, n), each column summing to 1 but for rounding.
        work: lends its arrays.

    Returns:
        (ROWS, COLUMNS); 0 in what is no cell, left of the triangle and right of it.
    """
    n = shares.shape[1:]
    across, up = work.array("across", n, np.float32), work.array("up", n, np.float32)
    code, whole = work.array("cell", n, np.uint16), work.array("whole", n, np.uint16)
    np.multiply(shares[2], _INSIDE, out=up)
    np.copyto(code, up, casting="unsafe")
    np.multiply(code, np.uint16(COLUMNS), out=code)
    np.multiply(shares[1], _INSIDE, out=across)
    np.copyto(whole, across, casting="unsafe")
    np.add(code, whole, out=code)
    np.add(across, up, out=across)
    np.copyto(whole, across, casting="unsafe")
    np.add(code, whole, out=code)
    return np.bincount(code, minlength=ROWS * COLUMNS).reshape(ROWS, COLUMNS)


@cache
def cell_picture(width: int, height: int) -> Indices:
    """Return which cell each pixel of a picture is in, (height, width); −1 outside the triangle.

    The picture fills the triangle's bounds, its first row at the base; cells are numbered as in
    ``count_cells``, row by row.
    """
    x = (np.arange(width) + 0.5) / width
    up = (np.arange(height)[:, None] + 0.5) / height
    left, right = x - up / 2, x + up / 2  # s_1 and s_1 + s_2
    j, m, r = (np.floor(ROWS * share).astype(np.intp) for share in (left, right, up))
    cells = COLUMNS * r + j + m
    return np.where((left >= 0) & (right < 1), cells, -1)
