"""Contours of the Concrete density on the triangle that enclose given shares of the draws.

Everything follows from one picture (``core.concrete``): a relaxed vector s is made of shares of
noise u that are uniform on the triangle. So the level above which the density is with probability q
is a quantile over all u, however the density may grow towards the edges. The lines are where a
grid of triangles meets these levels.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from gumbel_gui.core.arrays import Floats, Indices
from gumbel_gui.core.concrete import joint_log_density, log_relaxed, log_shares, normalise_logs
from gumbel_gui.plots.items.level_lines import crossings
from gumbel_gui.plots.temperature.triangle import place

SHARES = (0.25, 0.5, 0.75, 0.95)
"""How much of the probability lies where the density is higher than at a line, densest first."""
NODES = 8192
"""Places that probability is measured at."""
STEPS = 64
"""Steps along an edge of the grid that lines are traced on."""
SMALLEST, LARGEST = 0.01, 1e6
"""Temperatures for which there are lines: outside they lie in the corners, or in the middle."""
NEAR = 0.0015
"""Pieces of lines with a share below this are left out: they look like an edge."""
SHORTEST = 0.01
"""A line that is shorter in all, in sides of the triangle, is no more than a spot."""
_MARGIN = 0.3
"""Distance of the grid from the edges, in steps: beyond them the density need not exist."""


@dataclass(frozen=True, eq=False)
class Contours:
    """Lines of equal density.

    Attributes:
        ends: of their pieces, two and two, x and y, (2, 2·pieces).
        enclosed: the probability inside the line of each piece, one of ``SHARES``, (pieces,).
        shares: those of ``SHARES`` that there are lines of.
    """

    ends: Floats
    enclosed: Floats
    shares: tuple[float, ...]


NOTHING = Contours(np.zeros((2, 0)), np.zeros(0), ())


@lru_cache(maxsize=16)
def levels(p: tuple[float, ...], t: float) -> Floats:
    """Return the log-densities that are exceeded with the probabilities ``SHARES``, descending.

    The probabilities are right to within 0.002: 0.25 is one of 0.248 to 0.252.

    Args:
        p: of the three classes, > 0, summing to 1.
        t: the temperature, from ``SMALLEST`` to ``LARGEST``.
    """
    log_u = _nodes()
    density = joint_log_density(log_u, log_relaxed(log_u, p, t), t)
    denser = NODES * np.array(SHARES) - 0.5  # how many nodes are, with half of the one itself
    place = NODES - 1 - denser
    low = place.astype(np.intp)
    density.partition(np.unique([low, low + 1]))
    return np.asarray(density[low] + (place - low) * (density[low + 1] - density[low]))


@lru_cache(maxsize=16)
def lines(p: tuple[float, ...], t: float) -> Contours:
    """Return the contours at ``levels``, less what is too small to be visible.

    Args:
        p: of the three classes, > 0, summing to 1.
        t: the temperature, > 0; there are no lines beyond ``SMALLEST`` and ``LARGEST``.
    """
    if not SMALLEST <= t <= LARGEST:
        return NOTHING
    log_v, triangles = _grid()
    density, heights = _density_at(log_v, p, t), levels(p, t)
    a, b, share, level = crossings(density, triangles, heights)

    def along(share: Floats) -> Floats:
        """Return the logarithms of places so far along the sides."""
        return normalise_logs(log_v[:, a] + share * (log_v[:, b] - log_v[:, a]))

    height = heights[level]
    between = _density_at(along(share), p, t) - height
    share = _nearer(share, density[a] - height, density[b] - height, between)
    return _visible(np.exp(_relaxed_at(along(share), p, t)), level[::2])


def _relaxed_at(log_v: Floats, p: tuple[float, ...], t: float) -> Floats:
    """Return ln s at places of the grid, (3, n).

    At low t it is a grid of s: the lines are wide apart in u and follow s well. At high t it is one
    of u: all s are close together, and u are not.
    """
    return log_v if t < 1 else log_relaxed(log_v, p, t)


def _density_at(log_v: Floats, p: tuple[float, ...], t: float) -> Floats:
    """Return the log-density at places of the grid, (n,)."""
    log_u = log_shares(log_v, p, t) if t < 1 else log_v
    return joint_log_density(log_u, _relaxed_at(log_v, p, t), t)


def _visible(s: Floats, level: Indices) -> Contours:
    """Return the visible pieces among those with ends (3, 2·pieces) at levels (pieces,)."""
    inside = s.min(axis=0).reshape(-1, 2).min(axis=1) >= NEAR
    ends = place(s)
    length = np.hypot(*(ends[:, 1::2] - ends[:, ::2]))
    total = np.bincount(level, length * inside, len(SHARES))
    seen = inside & (total[level] >= SHORTEST)
    shares = tuple(each for each, long in zip(SHARES, total, strict=True) if long >= SHORTEST)
    return Contours(ends[:, np.repeat(seen, 2)], np.array(SHARES)[level[seen]], shares)


def _nearer(share: Floats, at_a: Floats, at_b: Floats, between: Floats) -> Floats:
    """Return where the height is crossed, from a (0) to b (1), by regula falsi from a first guess.

    The density is so far above the height at a, at b, where the sign is the other, and in between.
    """
    towards_a = (between > 0) == (at_b > 0)
    return np.where(
        towards_a,
        share * at_a / (at_a - between),
        share + (1 - share) * between / (between - at_b),
    )


@cache
def _nodes() -> Floats:
    """Return ln u (3, NODES) of points that fill the triangle evenly.

    They are a golden-section lattice of the square, folded to the triangle by √. In a grid as even
    the six places that are alike where p is equal would come at once, and a level would fall
    between many that are equal.
    """
    i = np.arange(NODES) + 0.5
    root, along = np.sqrt(i / NODES), i * (5**0.5 - 1) / 2 % 1
    return np.log([1 - root, root * (1 - along), root * along])


@cache
def _grid() -> tuple[Floats, Indices]:
    """Return the logarithms of vertices (3, n), closer towards the edges, and triangles (3, m)."""
    steps, triangles = _triangles()
    return normalise_logs(2 * np.log(steps + _MARGIN)), triangles


@cache
def _triangles() -> tuple[Indices, Indices]:
    """Return vertices (3, n) whose whole entries sum to STEPS, and triangles of these (3, m)."""
    i, j = np.mgrid[: STEPS + 1, : STEPS + 1]
    within = i + j <= STEPS
    number = np.cumsum(within).reshape(within.shape) - 1
    steps = np.stack([i[within], j[within], STEPS - (i + j)[within]])
    up = (i + j)[:-1, :-1] < STEPS
    down = (i + j)[:-1, :-1] < STEPS - 1
    here, right, over, both = number[:-1, :-1], number[1:, :-1], number[:-1, 1:], number[1:, 1:]
    pairs = [(here[up], right[down]), (right[up], over[down]), (over[up], both[down])]
    return steps, np.stack([np.concatenate(pair) for pair in pairs])
