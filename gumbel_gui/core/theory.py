"""What variants of the Gumbel-max trick sample, and how far a sample of it strays."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.estimates import Estimate, certain, mean_of_known_law, unresolved
from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.core.probabilities import Distribution, normalise
from gumbel_gui.core.statistics import binomial_pmf
from gumbel_gui.language import tr

STEP = 0.125
"""Of the integral over y = ln τ. Where it matters most, at 64 equal classes of which half are
taken, the sum of the probabilities is then off by 1e-14; at twice the step it is by 1e-4."""
BELOW, ABOVE = 40.0, 4.0
"""Around y = −ln p_i: e^−40 of class i has arrived before this, e^−e^4 has yet to after it."""
WIDE = 760.0
"""Gap in ln p that is as good as any wider one: e^−760 is 0 as a float."""
BLOCK = 512
"""Times at once, so that the largest case needs 17 MB rather than 200 MB."""


def tempered(p: ArrayLike, b: float) -> Floats:
    """Return p^(1/b), normalised: the law of argmax(ln p + b·ε) with Gumbel noise ε.

    That argmax is the one of ln p / b + ε, so noise of scale b acts as a temperature.

    Args:
        p: (K,), weights ≥ 0, normalised here.
        b: scale of the noise, finite, > 0.

    Returns:
        (K,), summing to 1; a zero of p stays exactly 0.

    Raises:
        ParameterError: if p or b cannot be used.

    Source: Gumbel (1954), Statistical Theory of Extreme Values and Some Practical Applications.
    """
    logs = np.array(Distribution(p).logs)
    if not 0 < b < math.inf:
        raise ParameterError("b", b, tr("a finite number above 0"))
    # Relative to the largest, the quotient by a tiny b overflows towards e^−∞ = 0 only.
    with np.errstate(over="ignore", under="ignore"):
        powers = np.exp((logs - logs.max()) / b)
        return np.asarray(powers / powers.sum())


def inclusion_probabilities(p: ArrayLike, k: int) -> Floats:
    """Return the probability of each class to be among the k largest scores ln p + ε.

    The k largest are k draws from p without replacement (Plackett–Luce). With τ = e^−g, class i
    arrives at an exponential time τ of rate p_i, and the k largest scores are the k first to
    arrive. Given τ, the others have arrived independently of one another, each with probability
    1 − e^(−p_j τ). That fewer than k of them have is summed over how many, one class at a time,
    and then integrated over τ.

    Args:
        p: (K,), weights ≥ 0, normalised here.
        k: how many are drawn, 1 … K.

    Returns:
        (K,), summing to min(k, number of entries above 0). Exactly 0 where p is 0; exactly 1 for
        all other classes if there are no more than k of them. Below 1e-300, where floats lose
        their digits, a tiny probability may come out as 0.

    Raises:
        ParameterError: if p or k cannot be used.

    Sources:
        Yellott (1977), The Relationship between Luce's Choice Axiom, Thurstone's Theory of
        Comparative Judgment, and the Double Exponential Distribution.
        Kool, van Hoof & Welling (2019), Stochastic Beams and Where to Find Them.
    """
    logs = np.array(Distribution(p).logs)
    if k not in range(1, logs.size + 1):
        raise ParameterError(
            "k", k, tr("a whole number from {lowest} to {highest}", lowest=1, highest=logs.size)
        )
    possible = logs > -np.inf
    if k >= possible.sum():
        return possible.astype(np.float64)
    log_p = _without_wide_gaps(logs[possible])
    times = _times(-log_p)
    included = np.zeros(logs.size)
    for start in range(0, times.size, BLOCK):
        included[possible] += _arrivals(log_p, times[start : start + BLOCK], int(k))
    return np.minimum(included, 1.0)


def _without_wide_gaps(log_p: Floats) -> Floats:
    """Return ln p (m,) with neighbours at most ``WIDE`` apart: the order of those is certain."""
    order = np.argsort(-log_p)
    gaps = -np.diff(log_p[order])
    near = log_p.copy()
    if gaps.max(initial=0) > WIDE:
        near[order] = log_p.max() - np.concatenate([[0.0], np.cumsum(np.minimum(gaps, WIDE))])
    return near


def _times(due: Floats) -> Floats:
    """Return y = ln τ of the integral: STEP apart, around where classes are due, −ln p (m,)."""
    first = due.min() - BELOW
    # Far from all of them nothing arrives, and there may be much of that.
    steps = np.ceil((due[:, None] + (-BELOW, ABOVE) - first) / STEP)
    each = [np.arange(low, max(high, low + 1)) for low, high in steps.tolist()]
    return np.asarray(first + STEP * np.unique(np.concatenate(each)))


def _arrivals(log_p: Floats, log_times: Floats, k: int) -> Floats:
    """Return each class's probability to arrive within these times as one of the first k.

    Leaving class i out is a sum over the classes before it times one over those after it. All
    terms are ≥ 0, so that tiny probabilities stay exact; dividing class i out of one sum over all
    classes would not do that. There are m > k classes and n times, STEP apart; the result (m,) is
    the part of the integral over these times.
    """
    with np.errstate(under="ignore"):
        # By y = ln τ + ln p = 10 all is over; beyond, the exponential would overflow.
        due = np.exp(np.minimum(log_times + log_p[:, None], 10.0))
        away, here = np.exp(-due), -np.expm1(-due)
        before = np.zeros((log_p.size, k, log_times.size))
        before[0, 0] = 1  # before[i, c]: exactly c of the classes ahead of i have arrived
        for i in range(log_p.size - 1):
            before[i + 1] = _with_one_more(before[i], away[i], here[i])
        after = np.ones((k, log_times.size))  # after[c]: at most c of those behind i have
        arrivals = np.empty(log_p.size)
        for i in reversed(range(log_p.size)):
            fewer = np.einsum("cn,cn->n", before[i], after[::-1])
            arrivals[i] = STEP * (due[i] * away[i]) @ fewer
            after = _with_one_more(after, away[i], here[i])
    return arrivals


def _with_one_more(chances: Floats, away: Floats, here: Floats) -> Floats:
    """Return chances (k, n) of a number 0 … k − 1 after one more class may have arrived."""
    result = chances * away
    result[1:] += chances[:-1] * here
    return result


def expected_distance(p: ArrayLike, draws: ArrayLike) -> tuple[Floats, Floats]:
    """Return how far the class frequencies of n draws are from p in total variation.

    The mean is exact, half the sum of mean absolute deviations of binomial counts. The standard
    deviation takes the exact variance of each of them, and the exact covariance of two classes that
    are both expected less than once; other correlations are those of the normal approximation,
    which are exact for K = 2. In simulations it was within 3 % where every class was expected 5
    times, and within a quarter else.

    Args:
        p: (K,), weights ≥ 0, normalised here.
        draws: numbers of draws (n,), whole, ≥ 1.

    Returns:
        mean and standard deviation, (n,) each; 0 if one class has it all.

    Raises:
        ParameterError: if p cannot be used.

    Sources:
        Diaconis & Zabell (1991), Closed Form Summation for Classical Distributions: De Moivre's
        mean absolute deviation.
        Nabeya (1951), Absolute Moments in 2-Dimensional Normal Distribution: the correlations.
    """
    weights = np.array(normalise(np.asarray(p)))
    weights = weights[weights > 0]
    n = np.asarray(draws, np.float64)[:, None]
    if weights.size == 1:
        return np.zeros(len(n)), np.zeros(len(n))
    # 1 − p_i would be 0 beside entries below 1e-16; the sum of the others is not.
    rest = np.where(np.eye(weights.size, dtype=bool), 0, weights).sum(axis=1)
    with np.errstate(under="ignore", over="ignore"):
        absolute = mean_absolute_deviation(n, weights, rest)
        variance = np.maximum(weights * rest / n - absolute**2, 0.0)
        root = np.sqrt(np.minimum(weights[:, None] / rest, 1))
        rho = -root * root.T
        np.fill_diagonal(rho, 1)
        joint = (rho * np.arcsin(rho) + np.sqrt(1 - rho**2) - 1) / (math.pi / 2 - 1)
    spread = [
        _covariances(m, weights, rest, mad, own, joint).sum()
        for m, mad, own in zip(n[:, 0].tolist(), absolute, variance, strict=True)
    ]
    return absolute.sum(axis=1) / 2, np.sqrt(np.maximum(spread, 0)) / 2


def _covariances(
    n: float, p: Floats, rest: Floats, absolute: Floats, variance: Floats, joint: Floats
) -> Floats:
    """Return the covariances (K, K) of |X / n − p|, of which ``joint`` are the correlations."""
    deviation = np.sqrt(variance)
    result = deviation[:, None] * joint * deviation
    rare = np.flatnonzero(n * p < 1)
    if len(rare) < 2:
        return result
    # |X − np| = X − np + 2 n p [X = 0] there, and the covariances of these terms are known.
    own, alone = p[rare], p[rare] * rest[rare] ** (n - 1)
    neither = np.maximum(1 - own[:, None] - own, 0) ** n
    terms = -1 / n + 2 * (alone[:, None] + alone) + 4 * neither
    exact = own[:, None] * own * terms - absolute[rare][:, None] * absolute[rare]
    np.fill_diagonal(exact, variance[rare])
    result[np.ix_(rare, rare)] = exact
    return result


def mean_absolute_deviation(n: Floats, p: Floats, rest: Floats) -> Floats:
    """Return E|X / n − p| of X binomial, of n (…, 1), p (K,) and 1 − p (K,).

    De Moivre: E|X − np| = 2 m (1 − p) P(X = m) with m = ⌊np⌋ + 1, and 2 n p (1 − p)^n where m = 1.
    """
    most = np.floor(n * p) + 1
    with np.errstate(under="ignore", divide="ignore"):
        inner = 2 * most * rest * binomial_pmf(np.minimum(most, n), n, p) / n
        # The same at m = 1, for p that are too small or too near 1 for the general form.
        first = 2 * p * rest * np.exp((n - 1) * np.log(rest))
    return np.where(most == 1, first, np.where(most > n, 2 * rest * np.exp(n * np.log(p)), inner))


def mean_of_product(value: float, n: int, p: float) -> Estimate:
    """Return the mean of n products ∏ = x^((1 − p)/p), with the margin that their law allows.

    ∏ is of the beta law with p/(1 − p) and 1, whatever the noise is: its mean is p.
    """
    if p in (0, 1):
        return certain(value)
    variance = p * (1 - p) ** 2 / (2 - p)
    skew = 4 * (1 - 2 * p) ** 2 * (2 - p) / (p * (3 - 2 * p) ** 2)
    return unresolved(value, variance**0.5) or mean_of_known_law(value, n, variance, skew)
