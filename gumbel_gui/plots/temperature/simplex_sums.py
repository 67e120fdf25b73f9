"""Relaxed vectors of three classes among themselves: the first draws, counts and sums of all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Floats, Singles, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.kernels import moments
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.core.sampling import relax_shifted
from gumbel_gui.plots.sums import FirstDraws, Sums
from gumbel_gui.plots.temperature.contours import NOTHING, SHARES, Contours, levels, lines
from gumbel_gui.plots.temperature.triangle import count_cells, place

POINTS = 600
"""Draws that are kept one by one."""


@dataclass(frozen=True)
class SimplexSummary(Sums):
    """The relaxed vectors of three classes: the first ones, and counts and sums of all.

    Attributes:
        places: x and y of draws 1 … 600, (2, n); none if all scores are −∞.
        corners: the corner with the largest score of each, (n,).
        cells: draws in the cells of the triangle, (64, 127).
        total: sums of the entries, (3,).
        squares: sums of their squares, (3,).
        draws: how many.
    """

    places: FirstDraws
    corners: FirstDraws
    cells: Whole
    total: Floats
    squares: Floats
    draws: int

    @property
    def mean(self) -> Floats:
        """The mean of s, (3,)."""
        return self.total / self.draws

    @property
    def empty(self) -> bool:
        """Whether all scores of these classes are −∞: no draw has a relaxed vector of them."""
        return not self.cells.any()


def corner_p(parameters: Parameters) -> Distribution | None:
    """Return the p of the corners, renormalised; 0 for what is no class. None if all are 0."""
    p, logs = _at_corners(parameters, parameters.p, 0), _at_corners(parameters, parameters.log_p)
    return Distribution.of(p, logs) if logs.max() > -np.inf else None


def corner_shares(parameters: Parameters) -> Floats | None:
    """Return the same as an array, (3,)."""
    p = corner_p(parameters)
    return None if p is None else np.array(p)


def corner_logits(parameters: Parameters) -> Floats:
    """Return what the noise of the corners is added to, (3,); −∞ for what is no class."""
    return _at_corners(parameters, parameters.logits)


def _at_corners(parameters: Parameters, values: Floats, missing: float = -np.inf) -> Floats:
    classes = parameters.classes
    return np.array([values[k] if k < classes else missing for k in parameters.trio])


def contours(parameters: Parameters) -> Contours:
    """Return the contours of the exact density, where there is one (cached)."""
    p = _concrete(parameters)
    return NOTHING if p is None else lines(p, parameters.effective_temperature)


def contour_levels(parameters: Parameters) -> dict[float, float]:
    """Return the log-density of s at each of the contours, by the probability inside it."""
    p, drawn = _concrete(parameters), contours(parameters).shares
    if p is None or not drawn:
        return {}
    found = zip(SHARES, levels(p, parameters.effective_temperature).tolist(), strict=True)
    return {share: level for share, level in found if share in drawn}


def _concrete(parameters: Parameters) -> Distribution | None:
    """Return the p of the Concrete distribution that s has at the corners, None if it has none."""
    logits, p = corner_logits(parameters), corner_p(parameters)
    # With other noise, relaxed vectors do not follow a Concrete distribution.
    if not parameters.mistake.noise_is_gumbel or not np.isfinite(logits).all():
        return None
    right = np.array_equal(logits, _at_corners(parameters, parameters.log_p))
    return p if right else Distribution.from_logits(logits)


def put_shifted(scores: Singles, trio: tuple[int, ...], out: Singles) -> None:
    """Put the scores of a trio, less the largest of theirs, into ``out`` (3, n)."""
    for corner, k in enumerate(trio):
        out[corner] = scores[k] if k < len(scores) else -np.inf
    np.subtract(out, np.maximum.reduce(out, axis=0), out=out)


def summarise(chunk: Chunk) -> SimplexSummary:
    """Relax the scores of the three classes alone; keep the first, and count and add all.

    The softmax of the three scores is s of the three classes, renormalised (``core.concrete`` has
    the proof), also where s itself is 0.
    """
    parameters, work = chunk.parameters, chunk.work
    trio, start = parameters.trio, chunk.start
    count = chunk.count if corner_logits(parameters).max() > -np.inf else 0
    s = work.array("three", (3, count), np.float32)
    put_shifted(chunk.shifted_scores[:, :count], trio, s)
    corners = FirstDraws.of(s[:, :POINTS].argmax(axis=0).astype(np.uint8), start, POINTS)
    relax_shifted(s, parameters.effective_temperature, out=s)
    places = FirstDraws.of(place(s[:, :POINTS]), start, POINTS)
    return SimplexSummary(places, corners, count_cells(s, work), *moments(s), chunk.count)
