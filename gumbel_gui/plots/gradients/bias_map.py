"""The exact bias of the decoupled estimator over both of its temperatures, and its least."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.class_estimators import ClassEstimators
from gumbel_gui.core.parameters import Parameters

END = math.log10(20)
"""The map goes from t = 1/20 to 20."""
NODES, FEWER = 105, 53
"""Temperatures along each side, and those of more classes than ``MANY``; t = 1 is among them."""
MANY = 16
STARTS, ROUNDS = 8, 60
"""Of the search for the least bias."""
ENOUGH = 1e-9
"""It ends where a round changes the bias by a smaller share."""
STUCK = 1e6
"""Damping beyond which no step is of use."""
STEP, TINY = 1e-6, 1e-200
"""Of differences in place of derivatives; and what is added to a curvature, lest it be 0."""
ZERO = 1e-8
"""A share of ‖∇F‖ that the search cannot tell from 0."""


@dataclass(frozen=True, eq=False)
class BiasMap:
    """The map.

    Attributes:
        places: log10 of the temperatures along both sides, (n,).
        biases: at t_f and t_b, (n, n).
        norm: ‖∇F‖.
        least: the least bias.
        best: log10 of t_f and t_b there.
        several: whether it is as small elsewhere.
    """

    places: Floats
    biases: Floats
    norm: float
    least: float
    best: tuple[float, float]
    several: bool

    @property
    def flat(self) -> bool:
        """Whether the bias is the same everywhere."""
        return bool(np.ptp(self.biases) <= ZERO * self.biases.max())


def bias_map(parameters: Parameters) -> BiasMap:
    """Return the map for parameters: it depends on p, the loss and the mistake alone."""
    return _bias_map(ClassEstimators.of(parameters))


@lru_cache(maxsize=8)
def _bias_map(problem: ClassEstimators) -> BiasMap:
    places = np.linspace(-END, END, NODES if len(problem.p) <= MANY else FEWER)
    biases = problem.decoupled_biases(10 ** places[:, None], 10**places)
    norm = float(np.linalg.norm(problem.exact))
    zero = ZERO * norm
    least, best = _search(problem, places, biases)
    least = least if least > zero else 0.0
    # Of two classes the gradient is one number: its sign changes along a line.
    line = least == 0 and sum(share > 0 for share in problem.p) == 2
    several = line or int((biases <= least + zero).sum()) > 1
    return BiasMap(places, biases, norm, least, best, several)


def _search(
    problem: ClassEstimators, places: Floats, biases: Floats
) -> tuple[float, tuple[float, float]]:
    """Return the least bias and where it is, from the best nodes of the grid on."""
    # Of equal ones the nearest to t_f = t_b = 1, by which nothing is changed.
    far = np.hypot(*np.meshgrid(places, places, indexing="ij"))
    order = np.lexsort((far.ravel(), biases.ravel()))
    i, j = np.unravel_index(order[0], biases.shape)
    least, best = float(biases[i, j]), places[[i, j]]
    # A valley is so narrow that the best node on it may be far from its deepest place.
    if least > 0:
        parts = np.array_split(biases, STARTS)
        nodes = [divmod(int(part.argmin()), len(places)) for part in parts]
        above = np.cumsum([0, *map(len, parts)])[:-1]
        starts = [(places[top + i], places[j]) for top, (i, j) in zip(above, nodes, strict=True)]
        found, ends = _descended(problem, np.array(starts))
        if found.min() < least:
            least, best = float(found.min()), ends[found.argmin()]
    return least, (float(best[0]), float(best[1]))


def _descended(problem: ClassEstimators, at: Floats) -> tuple[Floats, Floats]:
    """Return the least biases (m,) that are found from places (m, 2) on, and where they are.

    Source: Marquardt (1963), An Algorithm for Least-Squares Estimation of Nonlinear Parameters.
    """
    steps = np.array([[0.0, 0.0], [STEP, 0.0], [0.0, STEP]])

    def errors_at(places: Floats) -> Floats:
        """Return the errors there and a step on either way, (m, 3, K)."""
        temperatures = 10 ** (places[:, None] + steps)
        return problem.decoupled_errors(temperatures[..., 0], temperatures[..., 1])

    at, damping, errors = at.copy(), np.full(len(at), 1e-3), errors_at(at)
    going = np.arange(len(at))
    for _ in range(ROUNDS):
        error = errors[going, 0]
        slopes = (errors[going, 1:] - error[:, None]) / STEP
        new = _stepped(at[going], error, slopes, damping[going])
        tried = errors_at(new)
        old, now = _lengths(error), _lengths(tried[:, 0])
        better = now < old
        damping[going] = np.maximum(damping[going] * np.where(better, 0.1, 10), 1e-6)
        at[going[better]], errors[going[better]] = new[better], tried[better]
        # Where the bias has stopped falling, though steps are long, or does not however short.
        done = (old >= now) & (old - now <= ENOUGH * old) & (damping[going] < 1e-3)
        done |= damping[going] > STUCK
        going = going[~done]
        if not going.size:
            break
    return _lengths(errors[:, 0]), at


def _stepped(at: Floats, error: Floats, slopes: Floats, damping: Floats) -> Floats:
    """Return the places (m, 2) after a step, on the map."""
    down = -np.add.reduce(slopes * error[:, None], axis=2).T
    x, y = slopes[:, 0], slopes[:, 1]
    xx, xy, yy = (np.add.reduce(each, axis=1) for each in (x * x, x * y, y * y))
    own = xx * (1 + damping) + TINY, yy * (1 + damping) + TINY
    first = (down[0] - xy / own[1] * down[1]) / (own[0] - xy / own[1] * xy)
    steps = first, (down[1] - xy * first) / own[1]
    new = at + np.stack(steps, axis=1)
    outside = np.abs(new) > END
    for k in np.flatnonzero(outside.any(axis=0)).tolist():
        # The other one, with this at its end.
        end = np.clip(new[:, k], -END, END)
        other = at[:, 1 - k] + (down[1 - k] - xy * (end - at[:, k])) / own[1 - k]
        new[outside[:, k], k] = end[outside[:, k]]
        new[outside[:, k], 1 - k] = np.clip(other, -END, END)[outside[:, k]]
    return np.asarray(new)


def _lengths(vectors: Floats) -> Floats:
    """Return the lengths (m,) of vectors (m, K)."""
    return np.asarray(np.sqrt(np.add.reduce(vectors * vectors, axis=1)))
