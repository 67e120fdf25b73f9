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
    biases = problem.decoupled_biases(10**places, 10**places)
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
    parts = np.array_split(np.arange(len(places)), STARTS) if least > 0 else []
    for rows in parts:
        i, j = np.unravel_index(int(biases[rows].argmin()), biases[rows].shape)
        found, at = _descended(problem, places[[rows[i], j]])
        if found < least:
            least, best = found, at
    return least, (float(best[0]), float(best[1]))


def _descended(problem: ClassEstimators, start: Floats) -> tuple[float, Floats]:
    """Return the least bias that is found from a place on (2,), and where it is.

    Source: Marquardt (1963), An Algorithm for Least-Squares Estimation of Nonlinear Parameters.
    """
    at, damping = start, 1e-3
    near = np.array([0.0, STEP])
    errors = problem.decoupled_errors(*(10 ** (x + near) for x in at))
    for _ in range(ROUNDS):
        error = errors[0, 0]
        slopes = np.stack([errors[1, 0] - error, errors[0, 1] - error], axis=1) / STEP
        down, curvature = -slopes.T @ error, slopes.T @ slopes
        curvature += damping * np.diag(np.diag(curvature)) + TINY * np.eye(2)
        new = at + np.linalg.solve(curvature, down)
        for k in np.flatnonzero(np.abs(new) > END).tolist():  # the other one, with this at its end
            new[k] = np.clip(new[k], -END, END)
            rest = down[1 - k] - curvature[1 - k, k] * (new[k] - at[k])
            new[1 - k] = np.clip(at[1 - k] + rest / curvature[1 - k, 1 - k], -END, END)
        tried = problem.decoupled_errors(*(10 ** (x + near) for x in new))
        old, now = np.linalg.norm(error), np.linalg.norm(tried[0, 0])
        damping = max(damping * (0.1 if now < old else 10), 1e-6)
        if now < old:
            at, errors = new, tried
        if 0 <= old - now <= ENOUGH * old and damping < 1e-3:
            break
    return float(np.linalg.norm(errors[0, 0])), at
