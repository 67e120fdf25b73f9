"""Contours of the Concrete density on the triangle that enclose given shares of the draws.

Everything follows from one picture: u_k = E_k / Σ E, with E_k = exp(−ε_k) exponential, is uniform
on the triangle, and s_k ∝ (p_k / u_k)^(1/t). So the level above which the density is with
probability q is a quantile over all u, however the density may grow towards the edges;
and with p_k s_k^(−t) ∝ u_k the density (``core.concrete``) is, for three classes,
2 t² Π u_k / Π s_k. The lines are where a grid of triangles meets these levels.
"""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.plots.triangle import place

Floats = NDArray[np.float64]
Whole = NDArray[np.intp]

SHARES = (0.25, 0.5, 0.75, 0.95)
"""How much of the probability lies where the density is higher than at a line, densest first."""
STEPS = 64
"""Steps along an edge of the grid that probability is measured and lines are traced on."""
SMALLEST, LARGEST = 0.01, 1e6
"""Temperatures for which there are lines: outside they lie in the corners, or in the middle."""
NEAR = 0.0015
"""Pieces of lines with a share below this are left out: they cannot be told from an edge."""
_MARGIN = 0.3
"""Distance of the grid from the edges, in steps: beyond them the density need not exist."""
_ODD = np.array([0, 0, 1, 2, 2, 1, 0, 0])
"""Which corner of a triangle is on its own side of a level, by the sum of 2^i of those above it."""


def log_density(log_u: Floats, p: Floats, t: float) -> tuple[Floats, Floats]:
    """Return the log-density at s, (n,), and ln s, (3, n), of the logarithms of u, (3, n)."""
    scores = (np.log(p)[:, None] - log_u) / t
    log_s = _normalised(scores)
    constant = np.log(2.0) + 2 * np.log(t)
    return np.asarray(constant + log_u.sum(axis=0) - log_s.sum(axis=0)), log_s


@lru_cache(maxsize=16)
def levels(p: tuple[float, ...], t: float) -> Floats:
    """Return the log-densities that are exceeded with the probabilities ``SHARES``.

    Args:
        p: of the three classes, > 0, summing to 1.
        t: the temperature, > 0.
    """
    log_u, chance = _cells()
    density = log_density(log_u, np.array(p), t)[0]
    order = np.argsort(-density)
    densest = np.cumsum(chance[order]) - chance[order] / 2
    return np.interp(SHARES, densest, density[order])


@lru_cache(maxsize=16)
def lines(p: tuple[float, ...], t: float) -> Floats:
    """Return the ends of the pieces of the contours at ``levels``, x and y (2, 2·pieces).

    Args:
        p: of the three classes, > 0, summing to 1.
        t: the temperature, > 0; there are no lines beyond ``SMALLEST`` and ``LARGEST``.
    """
    if not SMALLEST <= t <= LARGEST:
        return np.zeros((2, 0))
    log_v, triangles = _grid()
    weights, cold = np.array(p), t < 1
    # At low t the lines are wide apart in u and follow a grid of s well; at high t all s are close
    # together, and u are not.
    log_u = _normalised(np.log(weights)[:, None] - t * log_v) if cold else log_v
    density = log_density(log_u, weights, t)[0]
    a, b, share, height = crossings(density, triangles, levels(p, t))

    def ends_at(share: Floats) -> tuple[Floats, Floats]:
        """Return the log-density and ln s at these places of the sides."""
        log_end = _normalised(log_v[:, a] + share * (log_v[:, b] - log_v[:, a]))
        if cold:
            log_end = _normalised(np.log(weights)[:, None] - t * log_end)
        return log_density(log_end, weights, t)

    share = _nearer(share, density[a] - height, density[b] - height, ends_at(share)[0] - height)
    s = np.exp(ends_at(share)[1])
    seen = s.min(axis=0).reshape(-1, 2).min(axis=1) >= NEAR
    return place(s[:, np.repeat(seen, 2)])


def crossings(
    values: Floats, triangles: Whole, heights: Floats
) -> tuple[Whole, Whole, Floats, Floats]:
    """Return where the sides of triangles cross some heights, two and two the ends of a piece.

    Args:
        values: at the vertices, (vertices,); linear in between.
        triangles: the vertices of each, (3, triangles).
        heights: (levels,).

    Returns:
        The vertices a and b at the ends of a side, how far from a to b the crossing is, from 0 to
        1, and the height that is crossed, each (2·pieces,).
    """
    above = (values > heights[:, None]).astype(np.uint8)
    first, second, third = (above[:, corner] for corner in triangles)
    code = first + 2 * second + 4 * third
    level, crossed = np.nonzero((code > 0) & (code < 7))
    odd = _ODD[code[level, crossed]]
    a = np.repeat(triangles[odd, crossed], 2)
    b = np.stack([triangles[(odd + i) % 3, crossed] for i in (1, 2)], axis=1).ravel()
    height = np.repeat(heights[level], 2)
    return a, b, (height - values[a]) / (values[b] - values[a]), height


def _nearer(share: Floats, at_a: Floats, at_b: Floats, between: Floats) -> Floats:
    """Return where the height is crossed, by regula falsi from a first guess.

    Args:
        share: the guess, from a (0) to b (1).
        at_a: how far the density is above the height at a.
        at_b: how far at b, of the other sign.
        between: how far at the guess.
    """
    towards_a = (between > 0) == (at_b > 0)
    return np.where(
        towards_a,
        share * at_a / (at_a - between),
        share + (1 - share) * between / (between - at_b),
    )


def _normalised(logarithms: Floats) -> Floats:
    """Return logarithms (3, n) of numbers that sum to 1, in the same proportions."""
    behind = logarithms - logarithms.max(axis=0)
    return np.asarray(behind - np.log(np.exp(behind).sum(axis=0)))


@cache
def _cells() -> tuple[Floats, Floats]:
    """Return ln u (3, n) of points, and how much of the triangle each stands for, (n,).

    They are the middles of the triangles of a grid that is closer towards the edges, where the
    densest or the least dense tenths of a law may be.
    """
    steps, triangles = _triangles()
    corners = steps[:, triangles]
    middles = 2 * np.log(corners.mean(axis=1))
    u = corners**2 / (corners**2).sum(axis=0)
    (ax, ay), (bx, by) = (u[:2, i] - u[:2, 0] for i in (1, 2))
    areas = np.abs(ax * by - ay * bx)
    return _normalised(middles), areas / areas.sum()


@cache
def _grid() -> tuple[Floats, Whole]:
    """Return the logarithms of vertices (3, n), closer towards the edges, and triangles (3, m)."""
    steps, triangles = _triangles()
    return _normalised(2 * np.log(steps + _MARGIN)), triangles


@cache
def _triangles() -> tuple[Whole, Whole]:
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
