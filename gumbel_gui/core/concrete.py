"""The Concrete distribution: the distribution of relaxed one-hot vectors on the simplex.

The noise is ε_k = −ln E_k with E_k exponential, and the shares u_k = E_k / Σ E are uniform on the
simplex. So a relaxed vector, s_k ∝ (p_k / u_k)^(1/t), can be found from u, and u from it: there is
a density in s, in u, or in both, which is the simplest.

Sources:
    Maddison, Mnih & Teh (2017), The Concrete Distribution: A Continuous Relaxation of Discrete
    Random Variables, definition 1, and
    Jang, Gu & Poole (2017), Categorical Reparameterization with Gumbel-Softmax: the density.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.gradients import column
from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.language import tr

ROUNDING = 1e-5
"""How far the entries of a point may sum from 1: the rounding of 64 floats in single precision."""


def log_density(s: ArrayLike, p: ArrayLike, temperature: float) -> Floats:
    """Return the log-density of s = softmax((ln p + ε) / t) with Gumbel noise ε.

    The density is (K−1)! t^(K−1) Π_k p_k s_k^(−t−1) / (Σ_i p_i s_i^(−t))^K, with respect to
    Lebesgue measure on the first K − 1 entries (any other K − 1 would do as well). In logarithms,
    relative to the smallest entry of s, nothing overflows.

    Args:
        s: (K, ...), points strictly inside the simplex: entries > 0 that sum to 1, but for
            rounding.
        p: (K,), weights > 0, normalised here.
        temperature: t, finite, > 0.

    Returns:
        (...) in float64, by ``joint_log_density``. Towards an edge, where one entry vanishes, it
        grows beyond all bounds if t < 1/(K − 1); towards a corner, where all but one do, if
        t < K − 1.

    Raises:
        ParameterError: if p or t cannot be used.
        ValueError: if s has another number of classes, or is not inside the simplex.
    """
    weights = Distribution(p)
    for k, logarithm in enumerate(weights.logs):
        if logarithm == -math.inf:
            raise ParameterError(f"probabilities[{k}]", 0.0, tr("above 0 for a density to exist"))
    if not 0 < temperature < math.inf:
        raise ParameterError("temperature", temperature, tr("a finite number above 0"))
    log_s = np.log(_inside(np.asarray(s, dtype=np.float64), len(weights)))
    log_u = log_shares(log_s, weights, float(temperature))
    return joint_log_density(log_u, log_s, float(temperature))


def log_shares(log_s: Floats, p: ArrayLike, temperature: float) -> Floats:
    """Return ln u of the shares of noise u_k = p_k s_k^(−t) / Σ that relaxed vectors s are made of.

    Args:
        log_s: ln s, (K, ...), finite.
        p: (K,), weights > 0, normalised here.
        temperature: t, finite, > 0.

    Returns:
        (K, ...); −∞ where ln u_k cannot be represented.
    """
    # But for a common constant, which cancels: the largest s^−t becomes 1.
    with np.errstate(over="ignore"):
        powers = temperature * (log_s.min(axis=0) - log_s)
    return normalise_logs(column(Distribution(p).logs, log_s.ndim) + powers)


def log_relaxed(log_u: Floats, p: ArrayLike, temperature: float) -> Floats:
    """Return ln s of the relaxed vectors s_k ∝ (p_k / u_k)^(1/t): what ``log_shares`` undoes.

    Args:
        log_u: ln u, (K, ...), finite.
        p: (K,), weights > 0, normalised here.
        temperature: t, finite, > 0.

    Returns:
        (K, ...); −∞ where ln s_k cannot be represented.
    """
    scores = column(Distribution(p).logs, log_u.ndim) - log_u
    with np.errstate(over="ignore"):
        return normalise_logs((scores - scores.max(axis=0)) / temperature)


def joint_log_density(log_u: Floats, log_s: Floats, temperature: float) -> Floats:
    """Return the log-density at s of which u are the shares of noise: of s, not of u.

    With p_k s_k^(−t) = u_k Σ_i p_i s_i^(−t) the density (see ``log_density``) becomes
    (K−1)! t^(K−1) Π_k u_k / s_k.

    Args:
        log_u: ln u, (K, ...).
        log_s: ln s, (K, ...).
        temperature: t, finite, > 0.
    """
    classes = len(log_u)
    constant = math.lgamma(classes) + (classes - 1) * math.log(temperature)
    return np.asarray(constant + (log_u - log_s).sum(axis=0))


def normalise_logs(logarithms: Floats) -> Floats:
    """Return logarithms (K, ...) of numbers that sum to 1, in the same proportions."""
    behind = logarithms - logarithms.max(axis=0)
    return np.asarray(behind - np.log(np.exp(behind).sum(axis=0)))


def subset_probabilities(p: ArrayLike, classes: Iterable[int]) -> Distribution:
    """Return the probabilities of some classes among themselves, p_k / Σ p over these classes.

    The relaxed vector of these classes, renormalised, is exactly Concrete with these probabilities
    and the same t. For s_k / Σ_j s_j over the subset is exp(g_k / t) / Σ_j exp(g_j / t), as the sum
    over all classes cancels: the softmax of the subset's scores alone. These are ln p_k + ε_k with
    noise of their own, and dividing p by its sum moves all of them alike, which softmax ignores.

    Args:
        p: (K,), weights ≥ 0, normalised here.
        classes: at least two different numbers from 0 to K − 1, in the order of the result.

    Returns:
        m probabilities.

    Raises:
        ParameterError: if p or the classes cannot be used, or all of them have probability 0.
    """
    weights = Distribution(p)
    allowed = tr("at least two different whole numbers from 0 to {last}", last=len(weights) - 1)
    try:
        chosen = [operator.index(k) for k in classes]
    except TypeError:
        raise ParameterError("classes", classes, allowed) from None
    if len({*chosen}) != len(chosen) or len(chosen) < 2 or not {*chosen} <= {*range(len(weights))}:
        raise ParameterError("classes", chosen, allowed)
    own, logs = (np.array(each)[chosen] for each in (weights, weights.logs))
    return Distribution.of(own, logs)


def _inside(points: Floats, classes: int) -> Floats:
    if points.ndim == 0 or len(points) != classes:
        raise ValueError(f"s has shape {points.shape}, but must have {classes} classes first.")
    if not (points > 0).all():
        raise ValueError("s has an entry that is not above 0, but must be inside the simplex.")
    if not (np.abs(points.sum(axis=0) - 1) <= ROUNDING).all():
        raise ValueError("s has a point whose entries do not sum to 1.")
    return points
