"""Lines of equal height over triangles, and over the cells of a grid."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats, Indices

_ODD = np.array([0, 0, 1, 2, 2, 1, 0, 0])
"""Which corner of a triangle is on its own side of a level, by the sum of 2^i of those above it."""


def crossings(
    values: Floats, triangles: Indices, heights: Floats
) -> tuple[Indices, Indices, Floats, Indices]:
    """Return where the sides of triangles cross some heights, two and two the ends of a piece.

    Args:
        values: at the vertices, (vertices,); linear in between.
        triangles: the vertices of each, (3, triangles).
        heights: (levels,).

    Returns:
        The vertices a and b at the ends of a side, how far from a to b the crossing is, from 0 to
        1, and which of the heights is crossed, each (2·pieces,).
    """
    above = (values > heights[:, None]).astype(np.uint8)
    first, second, third = (above[:, corner] for corner in triangles)
    code = first + 2 * second + 4 * third
    level, crossed = np.nonzero((code > 0) & (code < 7))
    odd = _ODD[code[level, crossed]]
    a = np.repeat(triangles[odd, crossed], 2)
    b = np.stack([triangles[(odd + i) % 3, crossed] for i in (1, 2)], axis=1).ravel()
    level = np.repeat(level, 2)
    return a, b, (heights[level] - values[a]) / (values[b] - values[a]), level


def level_lines(values: Floats, heights: ArrayLike) -> tuple[Floats, Indices]:
    """Return where a surface over a grid has some heights.

    Args:
        values: at the nodes of the grid, (m, n); linear over the two halves of each cell.
        heights: (levels,).

    Returns:
        The ends of pieces, two and two, as places along both axes of the grid, from 0 to m − 1 and
        n − 1, (2, 2·pieces), and which of the heights each piece has, (pieces,).
    """
    a, b, share, level = crossings(values.ravel(), _halves(*values.shape), np.asarray(heights))
    nodes: Floats = np.indices(values.shape, np.float64).reshape(2, -1)
    return nodes[:, a] + share * (nodes[:, b] - nodes[:, a]), level[::2]


@lru_cache(maxsize=4)
def _halves(rows: int, columns: int) -> Indices:
    """Return the nodes of two triangles for each cell of a grid, (3, 2·cells)."""
    nodes = np.arange(rows * columns).reshape(rows, columns)
    here, right, over, both = nodes[:-1, :-1], nodes[1:, :-1], nodes[:-1, 1:], nodes[1:, 1:]
    corners = [(here, right), (right, both), (over, over)]
    return np.stack([np.concatenate([a.ravel(), b.ravel()]) for a, b in corners])
