"""The law of Gumbel-Rao and REBAR: how unequally draws contribute to their variance.

Given the class D that is drawn, both are sums of independent parts: the mean of m fresh relaxed
vectors for Gumbel-Rao; what depends on s, and what depends on s̃, for REBAR. So the moments of one
part given each class, and the probabilities of the classes, give E q and E q² of
q = ‖ĝ − E ĝ‖² for any m and η (see ``gradient_law`` for what they are needed for).

Moments given a class are those of a pilot of fresh noise of a fixed seed. In half of it another
class is made to come near to the winner, each in turn, and draws have weights for it (balance
heuristic): at a small t no others contribute. REBAR's s of the draw itself has the law of s̃ where
the noise is Gumbel noise, and is taken to have it where a mistake makes the noise another one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.gradient_stats import Spread
from gumbel_gui.core.gradient_sums import FLAT
from gumbel_gui.core.gradients import class_losses, divisor, slope, through_p
from gumbel_gui.core.losses import Loss

PILOT, SEED = 2**16, 1954
"""Largest number of the pilot's draws times K², and its seed."""
LEAST, MOST = 128, 4096
"""Ends of the number of its draws."""
COLD = 1e-20
"""A smaller t counts as this one: then no number of draws is enough."""
TINY = float(np.finfo(float).tiny)
LIMIT = 300.0
"""Largest logarithm of how much denser draws near ties are made."""


@dataclass(frozen=True)
class Part:
    """Moments of independent vectors Y, one for each class that is drawn, (K, ...).

    Attributes:
        mean: E Y, (K, K).
        covariance: Σ, (K, K, K).
        third: E[y ‖y‖²] with y = Y − E Y, (K, K).
        fourth: E ‖y‖⁴, (K,).
    """

    mean: Floats
    covariance: Floats
    third: Floats
    fourth: Floats

    @classmethod
    def of(cls, values: Floats, shares: Floats) -> Part:
        """Return the moments of values (K, K, n), by class and entry, with shares (n,) of them."""
        mean = values @ shares
        apart = values - mean[:, :, None]
        square = np.einsum("ikn,ikn->in", apart, apart)
        weighed = apart * shares
        third = np.einsum("ikn,in->ik", weighed, square)
        return cls(mean, weighed @ apart.swapaxes(1, 2), third, square**2 @ shares)

    def __add__(self, other: Part) -> Part:
        """Return the moments of the sum of two that are independent given the class."""
        one, two = _trace(self.covariance), _trace(other.covariance)
        both = _product(self.covariance, other.covariance)
        return Part(
            self.mean + other.mean,
            self.covariance + other.covariance,
            self.third + other.third,
            self.fourth + other.fourth + 2 * one * two + 4 * both,
        )

    def mean_of(self, m: int) -> Part:
        """Return the moments of the mean of m that are independent given the class."""
        pairs = _trace(self.covariance) ** 2 + 2 * _product(self.covariance, self.covariance)
        fourth = (self.fourth + (m - 1) * pairs) / m**3
        return Part(self.mean, self.covariance / m, self.third / m**2, fourth)

    def spread(self, chosen: Floats) -> Spread:
        """Return κ and ρ of them, of classes drawn with these probabilities (K,)."""
        apart = self.mean - chosen @ self.mean
        square, trace = (apart**2).sum(axis=1), _trace(self.covariance)
        along = np.einsum("ik,ikl,il->i", apart, self.covariance, apart)
        towards = (apart * self.third).sum(axis=1)
        total = float(chosen @ (square + trace))
        if total**2 < TINY:  # its digits are lost
            return Spread(math.inf)
        squares = square**2 + 2 * square * trace + 4 * along + 4 * towards + self.fourth
        covariance = (chosen[:, None] * apart).T @ apart
        covariance += np.einsum("i,ikl->kl", chosen, self.covariance)
        rho = float((covariance**2).sum()) / total**2
        return Spread(
            max(float(chosen @ squares) / total**2, 1.0), min(max(rho, 1 / len(chosen)), 1.0)
        )


def _trace(covariances: Floats) -> Floats:
    return np.asarray(np.trace(covariances, axis1=1, axis2=2))


def _product(one: Floats, other: Floats) -> Floats:
    """Return tr(Σ Σ') of symmetric ones, (K,)."""
    return np.asarray((one * other).sum(axis=(1, 2)))


@dataclass(frozen=True)
class ConditionalLaw:
    """What Gumbel-Rao and REBAR depend on besides t, m and η.

    Attributes:
        logs: normalised logits of the fresh noise, K.
        chosen: probabilities of the classes that are drawn, K.
        p: K probabilities, of ∇ln p.
        inner: whether slopes go through p.
        loss: f.
        weights: of the loss, K.
    """

    logs: tuple[float, ...]
    chosen: tuple[float, ...]
    p: tuple[float, ...]
    inner: bool
    loss: Loss
    weights: tuple[float, ...]

    @lru_cache(maxsize=256)  # noqa: B019 (equal laws are one key, and few)
    def rao(self, t: float, samples: int) -> Spread:
        """Return the spread of Gumbel-Rao at an effective t > 0; κ = ∞ if it does not vary."""
        return _one(self, _within(t)).mean_of(samples).spread(np.array(self.chosen))

    @lru_cache(maxsize=256)  # noqa: B019
    def rebar(self, t: float, eta: float) -> Spread:
        """Return the spread of REBAR at an effective t > 0; κ = ∞ if it does not vary."""
        own, fresh = _both(self, _within(t), eta)
        return (own + fresh).spread(np.array(self.chosen))


def _within(t: float) -> float:
    """Return t, or the end beyond which κ is next to nothing else or far too large to be of use."""
    return min(max(t, COLD), FLAT)


@lru_cache(maxsize=64)
def _one(law: ConditionalLaw, t: float) -> Part:
    """Return the moments of straight-through of fresh noise, given the class."""
    s, shares = _relaxed(law, t)[1:]
    w = np.array(law.weights)
    w -= (w.min() + w.max()) / 2
    slopes = slope(law.loss, w, np.eye(len(w))).T[:, :, None]  # of class i in row i
    return Part.of(_passed(law, _pulled(slopes, s) / divisor(t)), shares)


def _both(law: ConditionalLaw, t: float, eta: float) -> tuple[Part, Part]:
    """Return the moments of η ∇f(s), and of the rest of REBAR, given the class."""
    near, s, shares = _relaxed(law, t)
    w, p, q = np.array(law.weights), np.array(law.p), np.exp(law.logs)
    f = (s * w[:, None] if law.loss is Loss.COST else (s - w[:, None]) ** 2).sum(axis=1)
    slopes = np.broadcast_to(w[:, None], s.shape) if law.loss is Loss.COST else 2 * (s - w[:, None])
    by_score = eta * _pulled(slopes, s) / divisor(t)
    lost = (by_score * near).sum(axis=1, keepdims=True)
    through = _passed(law, by_score * (1 - near) + q[:, None] * lost)
    advantages = class_losses(law.loss, w)[:, None] - eta * f
    score = np.eye(len(p)) - p
    return (
        Part.of(_passed(law, by_score), shares),
        Part.of(advantages[:, None] * score[:, :, None] - through, shares),
    )


def _pulled(slopes: Floats, s: Floats) -> Floats:
    """Return Σ_i a_i ∂s_i/∂g_j · t, (K, K, n), for slopes a and s by class, entry and draw."""
    return np.asarray(s * (slopes - (slopes * s).sum(axis=1, keepdims=True)))


def _passed(law: ConditionalLaw, values: Floats) -> Floats:
    """Pass gradients (K, K, n) through p, where noise is added to it."""
    return through_p(values.swapaxes(0, 1), law.p).swapaxes(0, 1) if law.inner else values


def _relaxed(law: ConditionalLaw, t: float) -> tuple[Floats, Floats, Floats]:
    """Return w and s (K, K, n), by the class that won and the entry, and shares (n,) of draws.

    w is e^(g_j − max g).
    """
    logs = np.array(law.logs)
    classes = len(logs)
    n = min(max(PILOT // classes**2, LEAST), MOST)
    rng = np.random.default_rng(SEED)
    fresh, largest = rng.exponential(size=(classes, n)), rng.exponential(size=n)
    pick = np.where(logs > -np.inf, 1.0, 0.0)
    pick = (pick / pick.sum() + np.exp(logs)) / 2
    raised = rng.choice(classes, n, p=pick / pick.sum())
    raised[::2] = -1
    with np.errstate(divide="ignore", over="ignore", under="ignore", invalid="ignore"):
        # X_j is often as small as t p_j W, so that it is near to the winner at t.
        dense = np.clip(-(math.log(t) + logs[:, None] + np.log(largest)), 0, LIMIT)
        fresh *= np.where(np.arange(classes)[:, None] == raised, np.exp(-dense), 1)
        ratios = pick @ np.exp(dense - np.expm1(dense) * fresh)
        gaps = -np.logaddexp(0, np.log(fresh) - np.log(largest) - logs[:, None])
        near, grown = (_by_winner(np.exp(gaps / at)) for at in (1.0, divisor(t)))
        grown /= grown.sum(axis=1, keepdims=True)
    shares = 1 / (1 + ratios)
    return near, grown, shares / shares.sum()


def _by_winner(grown: Floats) -> Floats:
    """Return numbers (K, n) for each class that may have won, (K, K, n): its own is 1."""
    each = np.tile(grown, (len(grown), 1, 1))
    each[np.arange(len(grown)), np.arange(len(grown))] = 1
    return each
