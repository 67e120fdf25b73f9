"""Coupling: argmax(ln p + ε) and argmax(ln q + ε) with one Gumbel noise ε, and KL of the two laws.

With E = e^(−ε) exponential, i = argmin E / p is the first to arrive under p, and j = argmin E / q
under q. That i ≠ j win, and the first arrival under q is s times as late as that under p, has the
density p_i q_j / M(s)² in s from p_j / q_j to p_i / q_i, with M(s) = Σ_k max(p_k, s q_k): this is
∫ a e^(−a M) da over the first arrival a under p, where no class has arrived before a under p, nor
before s·a under q. That class i wins both happens at s = p_i / q_i only, with probability p_i / M.
Between the ratios p_k / q_k the function M is linear, so that the integral is a sum.

Source: Daliri, Musco & Suresh (2025), Coupling without Communication and Drafter-Invariant
Speculative Decoding, for the probability of the same class and its bounds.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.checks import ParameterError, vector_size
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.core.statistics import total_variation

STEP = 0.25
"""Of the integral over y = ln z of an integrand that is analytic up to Im y = ±π, and at most 2 in
absolute value up to ±π/2: the error is below 1e-16."""
END = 45.0
"""Beyond ±45 the integrand is below K e^−45."""


def joint_winners(p: ArrayLike, q: ArrayLike) -> Floats:
    """Return the probability that class i wins under p and class j under q, with the same noise.

    Args:
        p: (K,), weights ≥ 0, normalised here.
        q: (K,), likewise.

    Returns:
        (K, K), row i, column j: rows sum to p, columns to q.

    Raises:
        ParameterError: if p or q cannot be used, or they have different numbers of classes.
    """
    first, second, ratios = _ratios(p, q)
    s = np.sort(ratios)
    totals = _arrivals(s, ratios, first, second)
    # ∫ ds / M² from one ratio to the next; M(s) / s → Σ q = 1 as s → ∞.
    with np.errstate(invalid="ignore"):
        pieces = np.diff(s) / totals[:-1] / totals[1:]
    pieces[np.isinf(s[1:])] = 0.0
    finite = int(np.isfinite(s).sum())
    if finite < len(s):
        pieces[finite - 1] = 1 / totals[finite - 1]
    integral = np.concatenate([[0.0], np.cumsum(pieces)])[np.searchsorted(s, ratios)]
    joint = np.outer(first, second) * np.maximum(integral[:, None] - integral, 0.0)
    known = np.isfinite(ratios)
    same = np.zeros(len(first))
    same[known] = first[known] / _arrivals(ratios[known], ratios, first, second)
    np.fill_diagonal(joint, same)
    return np.asarray(joint)


def same_winner(p: ArrayLike, q: ArrayLike) -> float:
    """Return the probability that the same class wins; arguments as for ``joint_winners``."""
    first, second, ratios = _ratios(p, q)
    known = np.isfinite(ratios)
    totals = _arrivals(ratios[known], ratios, first, second)
    return min(float((first[known] / totals).sum()), 1.0)


def same_winner_bounds(p: ArrayLike, q: ArrayLike) -> tuple[float, float]:
    """Return what the probability of the same class is at least and at most.

    These are (1 − D) / (1 + D) and 1 − D, D the total variation distance of p and q. No noise at
    all, common or not, gives more than the latter.
    """
    distance = total_variation(*_both(p, q))
    return max(1 - distance, 0.0) / (1 + distance), max(1 - distance, 0.0)


def categorical_divergence(p: ArrayLike, q: ArrayLike) -> float:
    """Return KL(p ‖ q) = Σ p ln(p / q); ∞ where a class of p does not occur under q."""
    first, second = _both(p, q)
    logs, others = np.array(first.logs), np.array(second.logs)
    of = logs > -np.inf
    return max(float(np.array(first)[of] @ (logs[of] - others[of])), 0.0)


def concrete_divergence(p: ArrayLike, q: ArrayLike) -> float:
    """Return the KL divergence of the relaxed vectors under p from those under q, at one t > 0.

    It does not depend on t: Σ ln(p / q) + K E ln Σ (q_k / p_k) u_k, u uniform on the simplex. As
    the u_k are E_k / Σ E with E exponential, E ln Σ a_k u_k is, by Frullani's integral,
    ∫ [(1 + z)^−K − Π 1 / (1 + a_k z)] dz / z, here over y = ln z by the trapezoidal rule.

    Args:
        p: (K,), weights ≥ 0, normalised here.
        q: (K,), likewise.

    Returns:
        the divergence, to 1e-12 or its last digits; ∞ where a class occurs under one of p and q
        only: then relaxed vectors of one lie on an edge where those of the other never are.

    Raises:
        ParameterError: as for ``joint_winners``.

    Source: change of variables in the density of Maddison, Mnih & Teh (2017), The Concrete
    Distribution, to the shares of ``core.concrete``.
    """
    logs, others = (np.array(each.logs) for each in _both(p, q))
    possible = logs > -np.inf
    if (possible != (others > -np.inf)).any():
        return np.inf
    behind = others[possible] - logs[possible]
    largest = behind.max()
    # What is e^−60 of the largest adds less than 1e-20.
    a = np.maximum(behind - largest, -60.0)
    y = np.arange(-END, END + STEP, STEP)
    each = np.exp(-len(a) * np.logaddexp(0, y))
    all_ = np.exp(-np.logaddexp(0, y + a[:, None]).sum(axis=0))
    mean = float((each - all_).sum()) * STEP
    return max(float((largest - behind).sum()) + len(a) * mean, 0.0)


def _both(p: ArrayLike, q: ArrayLike) -> tuple[Distribution, Distribution]:
    first, second = Distribution(p), Distribution(q)
    if len(first) != len(second):
        raise ParameterError("other", q, vector_size(len(first)), vector_size(len(second)))
    return first, second


def _ratios(p: ArrayLike, q: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """Return p and q of the classes, and p / q (K,), ∞ where only q is 0, and 0 where both are."""
    both = _both(p, q)
    first, second = (np.array(each) for each in both)
    logs, others = (np.array(each.logs) for each in both)
    ratios = np.zeros(len(first))
    of = logs > -np.inf
    with np.errstate(over="ignore"):
        ratios[of] = np.exp(logs[of] - others[of])
    return first, second, ratios


def _arrivals(s: Floats, ratios: Floats, p: Floats, q: Floats) -> Floats:
    """Return M(s) = Σ_k max(p_k, s q_k) at each s (n,); ∞ at ∞."""
    with np.errstate(invalid="ignore", over="ignore"):
        late = np.where(ratios <= s[:, None], s[:, None] * q, p)
    return np.asarray(np.where(np.isinf(s), np.inf, late.sum(axis=1)))
