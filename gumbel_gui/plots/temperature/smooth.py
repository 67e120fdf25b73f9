"""Smooth curves through a few points: cubic Hermite splines."""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import Floats

STEPS = 6
"""From one point to the next."""


def finer(nodes: Floats) -> Floats:
    """Return ascending places (T,) and those between them, (STEPS · (T − 1) + 1,)."""
    inner = np.linspace(nodes[:-1], nodes[1:], STEPS, endpoint=False, axis=1)
    return np.append(inner, nodes[-1])


def smooth(nodes: Floats, shares: Floats) -> Floats:
    """Return a smooth curve through shares of 1 at some places, at the finer places.

    Between two of them it is a cubic; its slopes there are those of parabolas through three.

    Args:
        nodes: (T,), ascending, T ≥ 3.
        shares: (T, ...), from 0 to 1.

    Returns:
        (STEPS · (T − 1) + 1, ...), from 0 to 1; the shares themselves at the places.

    Source: Catmull & Rom (1974), A Class of Local Interpolating Splines.
    """
    slopes = np.gradient(shares, nodes, axis=0, edge_order=2)
    step = np.diff(nodes).reshape(-1, *[1] * (shares.ndim - 1))
    start, chord = shares[:-1], np.diff(shares, axis=0)
    leaving, arriving = step * slopes[:-1] - chord, chord - step * slopes[1:]
    # Along u = 0 … 1, Hermite's cubic is the chord and what bends it away at either end.
    parts = [
        start + u * chord + u * (1 - u) * ((1 - u) * leaving + u * arriving)
        for u in np.arange(STEPS) / STEPS
    ]
    inner = np.stack(parts, axis=1).reshape(STEPS * len(chord), *shares.shape[1:])
    curve: Floats = np.clip(np.concatenate([inner, shares[-1:]]), 0, 1)
    return curve
