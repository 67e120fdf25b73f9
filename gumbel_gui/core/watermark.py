"""A watermark in Gumbel noise: the law of its score, with the key and without.

Aaronson's watermark draws each token as argmax(ln p + ε) with noise that a secret key gives again.
Who has the key knows the x of which the winner's ε was made, and adds up −ln(1 − x) over n tokens.
Without the watermark the x are uniform, and the sum S has a gamma law (2S is χ² with 2n degrees of
freedom). With it the x of a winner k has the cdf u^(1/p_k), and one term

    P(−ln(1 − x) ≤ w) = Σ p_k (1 − e^−w)^α_k,  α_k = 1/p_k,

    E e^(s·w) = Σ p_k Γ(α_k + 1) Γ(1 − s) / Γ(α_k + 1 − s),  s < 1,

with the cumulants ψ(α + 1) + γ, ψ'(1) − ψ'(α + 1), … given the winner. The laws of sums are inverse
Laplace transforms, integrated along hyperbolas through saddle points, on which all converges fast:
densities and tails are right to 1e-11 of the largest value (see the tests).

Sources:
    Aaronson (2022), My AI Safety Lecture for UT Effective Altruism: the watermark.
    Li, Ruan, Wang, Long & Su (2024), A Statistical Framework of Watermarks for Large Language
    Models, arXiv 2404.01245: its law.
    Gupta & Kundu (1999), Generalized Exponential Distributions: the law of a term given the winner.
    Daniels (1954), Saddlepoint Approximations in Statistics: the path of integration.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.statistics import chi_square_p_value

LEVEL = 1e-3
"""The share of texts without the watermark whose score is above the threshold."""
SHIFT = 14
"""Arguments of gamma functions are moved right by so many units, where asymptotic series hold."""
NEGLIGIBLE = -60.0
"""Logarithm of a bound below which a density or a tail is 0."""
RARE = 1e-20
"""Classes with a smaller p change no digit of the law."""
SHARED = 1.5
"""Sums share a path if their saddle points are no further apart than this share of its width."""
SLOPES = (1.0, 0.6, 0.3, 0.15, 0.07, 0.03, 0.015)
"""How far hyperbolas turn from a vertical line, far out."""
FAR, DEPTH = 10.0, -36.0
"""Where a path ends at the latest, and the logarithm of its values where it may end."""

Complexes = NDArray[np.complexfloating[Any, Any]]


def threshold(n: int, level: float = LEVEL) -> float:
    """Return the score that n tokens without the watermark exceed with probability ``level``."""
    low, high = 0.0, n + 20 * math.sqrt(n) - 2 * math.log(level)
    for _ in range(100):
        middle = (low + high) / 2
        above = chi_square_p_value(2 * middle, 2 * n) > level
        low, high = (middle, high) if above else (low, middle)
    return high


def density_without(scores: Floats, n: int) -> Floats:
    """Return the density of the sum of n tokens' terms without the watermark at scores ≥ 0."""
    with np.errstate(divide="ignore"):
        powers = (n - 1) * np.log(scores) if n > 1 else 0.0
    return np.asarray(np.exp(powers - scores - math.lgamma(n)))


@dataclass(frozen=True)
class TermLaw:
    """The law of one token's term −ln(1 − x) with the key.

    Attributes:
        weights: probabilities that the winner's p is each of the values in ``p``, (m,).
        p: the m different values above 0.
    """

    weights: Floats
    p: Floats

    @classmethod
    def of(cls, probabilities: Floats) -> TermLaw:
        """Return the law for tokens that are drawn from probabilities (K,)."""
        counts = Counter(each for each in probabilities.tolist() if each > RARE)
        p = np.array(sorted(counts))
        return cls(p * np.array([counts[each] for each in p.tolist()]), p)

    def moments(self) -> tuple[float, float, float]:
        """Return the mean, the variance and the third central moment."""
        above = 1 / self.p + 1
        differences = (_polygamma(i, above) - _polygamma(i, np.ones(1)) for i in range(3))
        means, variances, thirds = (
            sign * each for sign, each in zip((1, -1, 1), differences, strict=True)
        )
        mean = float(self.weights @ means)
        apart = means - mean
        variance = float(self.weights @ (variances + apart**2))
        return mean, variance, float(self.weights @ (thirds + 3 * apart * variances + apart**3))

    def density(self, scores: Floats, n: int) -> Floats:
        """Return the density of the sum of n terms at scores (m,) > 0."""
        if n == 1:
            below = np.log(-np.expm1(-scores))[:, None]
            return np.asarray(
                np.exp((1 / self.p - 1) * below - scores[:, None]) @ (self.weights / self.p)
            )
        return self._inverted(scores, n, tail=False)

    def tail(self, scores: Floats, n: int) -> Floats:
        """Return the probability that the sum of n terms is above scores (m,) > 0."""
        if n == 1:
            return np.asarray(
                -np.expm1(np.log(-np.expm1(-scores))[:, None] / self.p) @ self.weights
            )
        return self._inverted(scores, n, tail=True)

    def _log_transform(self, s: Complexes | Floats) -> Any:
        """Return ln E e^(s·w) for s (m,), up to multiples of 2πi."""
        logs = _log_ratio(1 / self.p[:, None] + 1, s) - _log_ratio(np.ones((1, 1)), s)
        logs += np.log(self.weights)[:, None]
        largest = logs.real.max(axis=0)
        return largest + np.log(np.exp(logs - largest).sum(axis=0))

    @cached_property
    def _logs(self) -> tuple[Floats, Floats]:
        """Return ascending places on the real axis, (m,), and ln E e^(s·w) there."""
        c = 1 - np.logspace(7, -5, 300)
        return c, self._log_transform(c)

    def _inverted(self, scores: Floats, n: int, *, tail: bool) -> Floats:
        """Return the density, or the tail, at ascending scores (m,)."""
        c, each = self._logs
        logs = n * each
        t = np.gradient(logs, c)  # the sum whose saddle point is c; it ascends
        saddle, bound, width = (
            np.interp(scores, t, each) for each in (c, logs - c * t, 1 / np.sqrt(np.gradient(t, c)))
        )
        found = np.where(saddle < 0, 1.0, 0.0) if tail else np.zeros(len(scores))
        rest, groups = np.flatnonzero(bound > NEGLIGIBLE), list[Whole]()
        while rest.size:
            # Those nearby share a path: it need not go through the saddle point of each.
            near = (scores[rest] - scores[rest[0]]) * width[rest[0]] <= SHARED
            groups.append(rest[near])
            rest = rest[~near]
        if not groups:
            return found
        first = np.array([group[0] for group in groups])
        starts, widths = saddle[first], width[first]
        if tail:  # 0 is a pole
            away = np.copysign(np.minimum(widths, 1.0) / 2, starts)
            starts = np.where(np.abs(starts) < widths / 2, away, starts)
        s, weights, ends = self._paths(n, scores[first], starts, widths)
        weights = weights / s if tail else weights
        logs = n * self._log_transform(s)
        for group, here, start in zip(groups, ends, starts, strict=True):
            values = np.exp(logs[here] - scores[group, None] * s[here]) @ weights[here]
            found[group] = values.real + (tail and start < 0)
        return found

    def _paths(
        self, n: int, t: Floats, c: Floats, width: Floats
    ) -> tuple[Complexes, Complexes, list[slice]]:
        """Return points on the upper halves of paths of integration, weights, and each path's part.

        A path is a hyperbola through c (m,) that turns right, where e^(−s·t) falls, half as far as
        the farthest of some along which the integrand at t (m,) falls all the way; one does for
        every law. So the integrand is bounded between that one and a vertical line, and the
        trapezoidal rule is right to about e^DEPTH.
        """
        u, slopes, pending = np.linspace(0, FAR, 37), np.zeros(len(t)), np.arange(len(t))
        c, t, width = c[:, None], t[:, None], width[:, None]

        def falls(which: Whole) -> Floats:
            """Return ln of the integrand's modulus along some paths, relative to its start."""
            s = _hyperbola(c[which], width[which], slopes[which, None], u)
            fall = (n * self._log_transform(s.ravel()).reshape(s.shape) - t[which] * s).real
            return np.asarray(fall - fall[:, :1])

        for slope in SLOPES:
            slopes[pending] = slope
            fall = falls(pending)
            pending = pending[(fall.max(axis=1) >= 1) | (fall[:, -1] >= DEPTH)]
            if not pending.size:
                break
        slopes /= 2
        last = len(u) - 1 - (falls(np.arange(len(t))) > DEPTH)[:, ::-1].argmax(axis=1)
        end = u[last] + u[1]
        points = np.ceil(end * -DEPTH / (2 * math.pi * np.arctan(slopes))).astype(np.int64)
        begins = np.cumsum([0, *(points + 1)])
        path = np.repeat(np.arange(len(t)), points + 1)
        step = (end / points)[path]
        u = (np.arange(begins[-1]) - begins[path]) * step
        s = _hyperbola(c[path, 0], width[path, 0], slopes[path], u)
        turn = np.cosh(u) - 1j * slopes[path] * np.sinh(u)
        weights = width[path, 0] * turn * (step / math.pi)
        weights[begins[:-1]] /= 2
        return s, weights, [slice(a, b) for a, b in pairwise(begins.tolist())]


def _hyperbola(c: Floats, width: Floats, slope: Floats, u: Floats) -> Complexes:
    """Return points of hyperbolas through c, which turn right."""
    return np.asarray(c + width * (slope * (np.cosh(u) - 1) + 1j * np.sinh(u)))


def _log_ratio(a: Floats, s: Any) -> Any:
    """Return ln Γ(a) − ln Γ(a − s), up to multiples of 2πi, for real a ≥ 1 without cancellation.

    Source: Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 6.1.15 and 6.1.40.
    """
    b = a + SHIFT
    product = 1 - s / a
    for j in range(1, SHIFT):
        product *= 1 - s * (1 / (a + j))
    logs = s * np.log(b - s) - (b - 0.5) * np.log1p(-s / b) - s + np.log(product)
    return logs + _stirling(b) - _stirling(b - s)


def _stirling(z: Any) -> Any:
    """Return ln Γ(z) less (z − ½) ln z − z + ½ ln 2π."""
    w = (1 / z) ** 2
    series = 1 / 1680 - w * (1 / 1188 - w * (691 / 360360 - w / 156))
    return (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * series))) / z


def _polygamma(order: int, x: Floats) -> Floats:
    """Return ψ(x), ψ'(x) or ψ''(x) for x ≥ 1 (m,), by order.

    Source: the same, 6.3.18 and 6.4.11.
    """
    z, near = 1 / (x + SHIFT), 1 / (x[:, None] + np.arange(SHIFT))
    w = z**2
    if order == 0:
        series = w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w * (1 / 240 - w / 132))))
        return np.asarray(-np.log(z) - 0.5 * z - series - near.sum(axis=1))
    if order == 1:
        series = w * (1 / 6 - w * (1 / 30 - w * (1 / 42 - w * (1 / 30 - w * 5 / 66))))
        return np.asarray((1 + 0.5 * z + series) * z + (near**2).sum(axis=1))
    series = w * (1 / 2 - w * (1 / 6 - w * (1 / 6 - w * (3 / 10 - w * 5 / 6))))
    return np.asarray(-(1 + z + series) * w - 2 * (near**3).sum(axis=1))
