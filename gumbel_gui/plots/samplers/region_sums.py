"""Sums of the winning region, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Booleans, Floats, Singles
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, certain, proportion
from gumbel_gui.core.mistakes import NoiseKind
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.theory import mean_of_product
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.sums import FirstDraws, Sums

POINTS = 400
"""Draws that are shown."""
GRID = np.linspace(0, 1, 97)


@dataclass(frozen=True)
class RegionSummary(Sums):
    """Which class of a pair wins, in all draws and in the first ones, and sums of ∏ of all classes.

    Attributes:
        places: x_i and x_j of draws 1 … 400, (2, n).
        first_wins: whether i wins in each of these, (n,).
        draws, wins, ties: of all, those in which i beats j, and those in which their scores are
            equal: then the class that comes first wins, as by argmax.
        total: (K,), sums over all draws of x^((1 − p)/p).
    """

    places: FirstDraws
    first_wins: FirstDraws
    draws: int
    wins: int
    ties: int
    total: Floats


def p_of_pair(parameters: Parameters) -> tuple[float, float]:
    """Return p_i and p_j, or where both are too small two numbers in the same proportion."""
    pair = list(parameters.pair)
    own, logs = parameters.p[pair], parameters.log_p[pair]
    if not own.any() and parameters.possible[pair].any():
        own = np.exp(logs - logs.max())
    return float(own[0]), float(own[1])


def undecided(summary: RegionSummary, parameters: Parameters) -> bool:
    """Return whether both scores are −∞ in every draw."""
    return not any(p_of_pair(parameters)) and summary.ties == summary.draws


def duel_share(summary: RegionSummary, parameters: Parameters) -> Estimate:
    """Return the share of draws in which i beats j."""
    mistake = parameters.mistake
    both = parameters.possible[list(parameters.pair)].all() or mistake.adds_to_p
    if not both or mistake.noise_kind is NoiseKind.NONE:
        return certain(summary.wins / summary.draws)
    return proportion(summary.wins, summary.draws)


def mean_product(summary: RegionSummary, parameters: Parameters) -> Estimate:
    """Return the mean of ∏ of the first class of the pair."""
    i, n = parameters.pair[0], summary.draws
    return mean_of_product(float(summary.total[i]) / n, n, parameters.probabilities[i])


def boundary(p_i: float, p_j: float) -> tuple[Floats, Floats]:
    """Return x_i and x_j on the curve x_j = x_i^(p_j/p_i) where scores are equal, if there is one.

    Fine steps of x_i and fine steps of x_j together are smooth however steep the curve is. It never
    falls, so that both can be sorted.
    """
    if p_i == p_j == 0:
        return np.zeros(0), np.zeros(0)
    with np.errstate(over="ignore", under="ignore", divide="ignore"):
        x = np.concatenate([GRID, GRID ** np.divide(p_i, p_j)])
        y = np.concatenate([GRID ** np.divide(p_j, p_i), GRID])
    return np.sort(x), np.sort(y)


def duel(chunk: Chunk) -> tuple[Booleans, int]:
    """Return in which draws i beats j (n,), and in how many their scores are equal."""
    i, j = chunk.parameters.pair
    if chunk.parameters.mistake.in_half_precision:
        mine, theirs = chunk.scores[[i, j]]
    else:
        mine, theirs = (chunk.noise[k] + np.float32(chunk.parameters.logits[k]) for k in (i, j))
    ties = int(np.count_nonzero(mine == theirs))
    return (mine >= theirs if i < j else mine > theirs), ties


def products(p: Floats, epsilon: Singles, work: Workspace) -> Floats:
    """Return the sum of x^((1 − p)/p) = ∏ x^(p_j/p) over the draws, (K,)."""
    total = np.zeros(len(p))
    row = work.array("row", (epsilon.shape[1],), np.float32)
    with np.errstate(over="ignore", under="ignore", divide="ignore"):
        for k in np.flatnonzero(p):
            # x^c = exp(−c·exp(−ε)) = exp(−exp(ln c − ε)): c may be too large a number, ln c is not.
            np.subtract(np.float32(np.log1p(-p[k]) - np.log(p[k])), epsilon[k], out=row)
            np.exp(row, out=row)
            np.negative(row, out=row)
            np.exp(row, out=row)
            total[k] = row.sum()
    return total


def region_area(parameters: Parameters) -> float | None:
    """Return the area of the region, None where both p are 0."""
    first, second = parameters.possible[list(parameters.pair)]
    if not first:
        return 0.0 if second else None
    own, other = p_of_pair(parameters)
    return 1 / (1 + other / own) if own else 0.0
