"""The steps of a descent by the mean estimate of a few draws, by NumPy alone.

Formulas and sources are those of ``gradients``, ``class_estimators`` and ``conditional_sums``. Of
leave-one-out, all draws of a step are each other's baselines. ``_gradients.h`` has the same,
compiled; operations, and the order of sums, are the same, and so is each bit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import AnyFloats, Floats
from gumbel_gui.core.losses import Estimator

LONGEST = 1e100
"""Limit of the move of a logit in one step, so that nothing overflows; p is one-hot long before."""
_FACTORIALS = [1 / math.factorial(n) for n in range(13, -1, -1)]
_ODD = [1 / n for n in range(33, 0, -2)]


@dataclass(frozen=True, eq=False)
class Descent:
    """Descents by any estimator: n draws in a step, K classes.

    Attributes:
        costs: whether f is a cost per class; else the squared distance to a target.
        on_p: whether the noise is added to p, not to ln p.
        by_t: whether the scores depend on t.
        rate: of the descent.
        backward: t_b of the decoupled estimator.
        eta: η of REBAR.
        weights: w, (K,).
        losses: f of each class, (K,).
        times: (steps, 4): t of softmax, t of slopes, what ln p is divided by, factor of slopes.
        noise: ε, (steps, n, K).
        fresh: noise for draws given the class, (steps, copies, n, K).
    """

    costs: bool
    on_p: bool
    by_t: bool
    rate: float
    backward: float
    eta: float
    weights: Floats
    losses: Floats
    times: Floats
    noise: Floats
    fresh: Floats

    def walk(self, estimator: Estimator, log_p: Floats, path: Floats) -> None:
        """Fill ``path`` (steps + 1, K), whose first row is p, from ln p (K,) less its largest."""
        with np.errstate(over="ignore", under="ignore"):
            for i, (soft, slope, divisor, factor) in enumerate(self.times.tolist()):
                added = path[i] - path[i].max() if self.on_p else log_p / divisor
                step = _Step(
                    self, estimator, self.noise[i], self.fresh[i], log_p, path[i], added, soft
                )
                mean = step.mean(slope, factor)
                log_p = log_p - np.clip(self.rate * mean, -LONGEST, LONGEST)
                log_p -= log_p.max()
                path[i + 1] = _softmax(log_p, 1.0)

    def slope(self, y: AnyFloats) -> Floats:
        """Return f' at y (..., K)."""
        w = np.broadcast_to(self.weights, y.shape)
        return w if self.costs else np.asarray(2 * (y - w))

    def value(self, y: Floats) -> Floats:
        """Return f (...) at y (..., K)."""
        w = self.weights
        return _sum(w * y if self.costs else (y - w) * (y - w))


@dataclass(frozen=True, eq=False)
class _Step:
    """One step: noise (n, K) and (copies, n, K), ln p, p and what the noise is added to, (K,).

    The largest entries of ln p and of what the noise is added to are 0.
    """

    all: Descent
    estimator: Estimator
    noise: Floats
    fresh: Floats
    log_p: Floats
    p: Floats
    added: Floats
    soft: float

    def mean(self, slope: float, factor: float) -> Floats:
        """Return the mean estimate (K,) of the draws."""
        every = self.all
        match self.estimator:
            case Estimator.GUMBEL_SOFTMAX | Estimator.STRAIGHT_THROUGH | Estimator.GUMBEL_RAO:
                return self._passed_on(self._relaxed(), factor)
            case Estimator.REBAR:
                return self._rebar(factor)
            case Estimator.SOFTMAX_STRAIGHT_THROUGH:
                return _pulled_through(self.p, every.slope(self._shares(self.added)))
            case Estimator.DECOUPLED:
                a = every.slope(self._shares(self._drawn_at()))
                return _pulled_through(_softmax(self.log_p, every.backward), a) / every.backward
            case Estimator.REINMAX:
                shares, one_hot = self._shares(self.added), np.eye(len(self.p))
                middle = (_softmax(self.log_p, slope) + one_hot) / 2
                second = _pulled(middle, every.slope(one_hot))
                second = 2 * np.add.reduce(shares[:, None] * second, axis=0)
                return np.asarray(second - _pulled_through(self.p, every.slope(shares)) / 2)
        return self._scored()

    def _scored(self) -> Floats:
        """Return the mean of advantages times ∇ln p of the class."""
        every, n, shares = self.all, len(self.noise), self._shares(self.added)
        f, leave = every.losses, self.estimator is Estimator.LEAVE_ONE_OUT
        bases = {Estimator.BASELINE: self.p, Estimator.LEAVE_ONE_OUT: shares}
        baseline = _sum(bases[self.estimator] * f) if self.estimator in bases else 0.0
        # Of one draw there are no others, and nothing is known.
        advantages = (f - baseline) * (n / max(n - 1, 1) if leave else 1.0)
        return np.asarray(shares * advantages - _sum(shares * advantages) * self.p)

    def _shares(self, added: Floats) -> Floats:
        """Return the share of the draws that each class has, (K,)."""
        codes = (added + self.noise).argmax(axis=1)
        return np.asarray(np.bincount(codes, minlength=len(added)) / len(self.noise))

    def _drawn_at(self) -> Floats:
        """Return what the noise is added to for draws from softmax(θ / t)."""
        if self.all.by_t:  # the draws are of this t already
            return self.added
        if self.all.on_p:
            return _softmax(self.log_p, self.soft)
        return self.log_p / self.soft if self.soft else np.where(self.log_p == 0, 0.0, -np.inf)

    def _draws(self) -> tuple[Floats, Floats]:
        """Return scores less the largest, and the one-hot vectors of the classes, (n, K) each."""
        g = self.added + self.noise
        hard = g.argmax(axis=1)[:, None] == np.arange(len(self.p))
        return g - np.maximum.reduce(g, axis=1)[:, None], hard.astype(np.float64)

    def _gaps(self, hard: Floats, fresh: Floats) -> Floats:
        """Return gaps (..., n, K) of fresh draws with the same winners."""
        z = self.added - _logarithm(float(_sum(_exponential(self.added))))
        z = z + (fresh - _sum(np.where(hard, fresh, 0))[..., None])
        gaps = np.minimum(z, 0) - _log_1_plus(_exponential(-np.abs(z)))
        return np.asarray(np.where(hard, 0, gaps))

    def _relaxed(self) -> Floats:
        """Return the mean of s ∘ (a − s·a), by g·t."""
        behind, hard = self._draws()
        if self.estimator is Estimator.GUMBEL_RAO:
            behind = self._gaps(hard, self.fresh)
            hard = np.broadcast_to(hard, behind.shape)
        s = _softmax(behind, self.soft)
        at = s if self.estimator is Estimator.GUMBEL_SOFTMAX else hard
        return _mean(_pulled(s, self.all.slope(at)))

    def _rebar(self, factor: float) -> Floats:
        every, n, (behind, hard) = self.all, len(self.noise), self._draws()
        gaps = self._gaps(hard, self.fresh[0])
        fresh, own, near = (
            _softmax(gaps, self.soft),
            _softmax(behind, self.soft),
            _exponential(gaps),
        )
        advantages = every.losses[hard.argmax(axis=1)] - every.eta * every.value(fresh)
        slopes = _pulled(fresh, every.slope(fresh))
        q, lost = _softmax(self.added, 1.0), _sum(slopes * near)
        control = (1 - near) * slopes + q * lost[:, None]
        correction = _mean(_pulled(own, every.slope(own)) - control)
        whole = np.add.reduce(advantages[:, None] * hard, axis=0) / n
        scored = whole - _sum(advantages) / n * self.p
        return np.asarray(scored + every.eta * self._passed_on(correction, factor))

    def _passed_on(self, mean: Floats, factor: float) -> Floats:
        """Return a mean gradient by g·t as one by θ."""
        return np.asarray((_pulled_through(self.p, mean) if self.all.on_p else mean) * factor)


def _sum(values: AnyFloats) -> Floats:
    """Return the sum over the last axis, one number after the other."""
    return np.asarray(np.add.accumulate(values, axis=-1)[..., -1])


def _mean(values: Floats) -> Floats:
    """Return the mean (K,) of vectors (..., K), added one after the other."""
    rows = values.reshape(-1, values.shape[-1])
    return np.asarray(np.add.reduce(rows, axis=0) / len(rows))


def _pulled(v: Floats, a: Floats) -> Floats:
    """Return v ∘ (a − v·a), of vectors (..., K)."""
    return np.asarray(v * (a - _sum(v * a)[..., None]))


def _pulled_through(p: Floats, a: Floats) -> Floats:
    """Return the same of shares p, without a constant in a that would cost digits."""
    return _pulled(p, a - a[p.argmax()])


def _softmax(behind: Floats, t: float) -> Floats:
    """Return softmax(x / t) of x (..., K), the largest 0; at t = 0 the largest share it."""
    grown = _exponential(behind / t) if t else (behind == 0).astype(np.float64)
    return np.asarray(grown / _sum(grown)[..., None])


def _exponential(x: Floats) -> Floats:
    """Return e^x of x ≤ 0, 0 below −708, as 2^m · e^r: e^r by its Taylor series."""
    shift = 1.5 * 2.0**52  # what is added to it is rounded to a whole number
    y = np.maximum(x, -708.0)
    moved = y * 1.4426950408889634 + shift
    m = moved - shift
    r = (y - m * 6.93147180369123816490e-01) - m * 1.90821492927058770002e-10
    q = np.full(r.shape, _FACTORIALS[0])
    for each in _FACTORIALS[1:]:
        q = q * r + each
    grown = (q.view(np.int64) + (moved.view(np.int64) << 52)).view(np.float64)
    return np.asarray(np.where(x >= -708, grown, 0.0))


def _log_1_plus(x: Floats) -> Floats:
    """Return ln(1 + x) of x in [0, 1]: 2 artanh(x / (2 + x))."""
    z = x / (2 + x)
    square, q = z * z, np.full(np.shape(z), _ODD[0])
    for each in _ODD[1:]:
        q = q * square + each
    return np.asarray(2 * z * q)


def _logarithm(x: float) -> float:
    """Return ln x of x ≥ 1."""
    m, e = math.frexp(x)
    return (e - 1) * math.log(2) + float(_log_1_plus(np.array(2 * m - 1)))
