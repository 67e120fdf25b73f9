"""Gumbel-Rao and REBAR: sums of estimates that draw the noise anew, given which class was drawn.

Notation as in ``gradients``. Given D = e_i, the class that was drawn, g̃ are scores of fresh noise
with the same winner (``conditional``), and s̃ = softmax(g̃ / t).

- Gumbel-Rao(m) is the mean of Σ_i a_i ∂s̃_i/∂θ_j over m such draws, with a = f'(D): the mean of
  straight-through over the noise, given D. That noise is no function of θ here.
- REBAR(η) is (f(D) − η f(s̃)) ∇ln p(D) + η (∇f(s) − ∇f(s̃)), with s of the draw itself. Here s̃ is
  differentiated through θ while D is held fixed. With q = softmax(θ), g̃_i = ln Σ exp θ + G and
  g̃_j = −ln(e^−g̃_i + e^−(θ_j + ε_j)), so that ∂g̃_i/∂θ = q and, with w_j = e^(g̃_j − g̃_i),
  ∂g̃_j/∂θ_l = w_j q_l + (1 − w_j) δ_jl. It is unbiased at any t > 0 and η.

A mistake is made in what is drawn. The fresh noise is Gumbel noise whatever the mistake is, of the
same logits, which are p where noise is added to p.

Sources:
    Paulus, Maddison & Krause (2021), Rao-Blackwellizing the Straight-Through Gumbel-Softmax
    Gradient Estimator.
    Tucker, Mnih, Maddison, Lawson & Sohl-Dickstein (2017), REBAR: Low-variance, Unbiased Gradient
    Estimates for Discrete Latent Variable Models.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gumbel_gui.core.arrays import AnyFloats, Booleans, Bytes, Floats, Singles
from gumbel_gui.core.conditional import fresh_noise, gaps_given_winner
from gumbel_gui.core.gradient_passes import passed_through_p, pull_back_into
from gumbel_gui.core.gradient_sums import FLAT, WARM, GradientSums, relax_into, sums_of
from gumbel_gui.core.gradients import class_losses, divisor
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.workspace import Workspace


@dataclass(frozen=True, eq=False)
class FreshGaps:
    """Gaps g − max g (K, n) of fresh draws with the same winners, one array for each copy."""

    copies: tuple[Singles, ...]

    @property
    def nbytes(self) -> int:
        """Memory in bytes."""
        return sum(each.nbytes for each in self.copies)


@dataclass(frozen=True, eq=False)
class Drawn:
    """Draws, and what their estimates are of.

    Attributes:
        shifted: g − max g, (K, n).
        classes: argmax g, (n,).
        log_q: normalised logits of the fresh noise, (K,); −∞ for a class that cannot be drawn.
        p: (K,), the probabilities of ∇ln p.
        loss: f.
        weights: of the loss, (K,).
        inner: p (K,) if the noise is added to it, see ``gradients.inner_p``.
        seed, start: of the fresh noise, as of the draws.
        kept: gaps of fresh draws that are known already, of the first copies.
    """

    shifted: Singles
    classes: Bytes
    log_q: Floats
    p: Floats
    loss: Loss
    weights: Floats
    inner: Floats | None
    seed: int
    start: int
    kept: FreshGaps = FreshGaps(())

    @property
    def hard(self) -> Booleans:
        """D, (K, n)."""
        return np.equal(self.classes, np.arange(len(self.shifted), dtype=np.uint8)[:, None])

    def gaps(self, copy: int, work: Workspace) -> Singles:
        """Return the gaps (K, n) of fresh draws with the same winners, kept or lent: to be read."""
        if copy < len(self.kept.copies):
            return self.kept.copies[copy]
        noise: Singles = work.array("fresh gaps", self.shifted.shape, np.float32)
        fresh_noise(self.seed, copy, self.start, noise)
        gaps_given_winner(self.log_q, self.classes, noise)
        return noise


def rao_sums(
    drawn: Drawn, temperatures: Sequence[float], samples: int, work: Workspace
) -> list[GradientSums]:
    """Return the sums of Gumbel-Rao(m) at each t ≥ 0, m = ``samples`` ≥ 1; at t = 0 all are 0."""
    shape, w = drawn.shifted.shape, _centred(drawn.weights)
    unit = 2.0 if drawn.loss is Loss.DISTANCE else float(w.max()) or 1.0
    none, zeros = GradientSums(shape[1], np.zeros(len(w)), 0.0, 0.0), np.zeros(len(w))
    found = {t: np.zeros(shape, _kind(t)) for t in temperatures if t > 0}
    sums = {0.0: none}
    with np.errstate(under="ignore"):
        slopes = {kind: _slopes(drawn, w, unit, kind) for kind in {_kind(t) for t in found}}
        for copy in range(samples if found else 0):
            gaps = drawn.gaps(copy, work)
            for t, total in found.items():
                values = work.array("fresh values", shape, total.dtype)
                np.copyto(values, slopes[total.dtype.type])
                pull_back_into(values, _relaxed(gaps, t, "fresh s", work))
                total += values
        for t, values in found.items():
            if drawn.inner is not None:
                passed_through_p(values, drawn.inner)
            sums[t] = sums_of(values, unit / samples / divisor(t, np.float32), zeros)
            if drawn.loss is Loss.COST and t > FLAT:  # differences are in proportion to 1/t
                less = sums[t].scatter * (FLAT / t) ** 2, sums[t].fourth * (FLAT / t) ** 4
                sums[t] = GradientSums(shape[1], sums[t].total, *less)
    return [sums[t] for t in temperatures]


def rebar_sums(
    drawn: Drawn, temperatures: Sequence[float], eta: float, work: Workspace
) -> list[GradientSums]:
    """Return the sums of REBAR(η) at each t ≥ 0. At t = 0 it is (1 − η) f(D) ∇ln p(D)."""
    gaps, w, zeros = drawn.gaps(0, work), _centred(drawn.weights), np.zeros(len(drawn.p))
    # f is φ and a constant, which matters by its share 1 − η alone.
    rest = class_losses(drawn.loss, drawn.weights)[0] - float(_loss(drawn.loss, w, _first(w))[0])
    rest *= 1 - eta
    unit = max(abs(rest), float(np.abs(w).max()), 1.0 if drawn.loss is Loss.DISTANCE else 0.0)
    unit = unit or 1.0
    with np.errstate(under="ignore"):
        return [
            sums_of(*_rebar(drawn, gaps, t, eta, (w, rest, unit), work), zeros)
            for t in temperatures
        ]


def _rebar(
    drawn: Drawn,
    gaps: Singles,
    t: float,
    eta: float,
    scaled: tuple[Floats, float, float],
    work: Workspace,
) -> tuple[AnyFloats, float]:
    """Return REBAR as values (K, n) and a factor, so that no value is too large or too small."""
    kind, (w, rest, unit), hard = _kind(t), scaled, drawn.hard
    advantages = np.full(hard.shape[1], rest / unit, kind)
    slopes: AnyFloats = np.zeros(hard.shape, kind)
    fresh = _relaxed(gaps, t, "fresh s", work) if t > 0 else hard.astype(kind)
    # Fresh or not, scores that are far apart have f(D) and no slope.
    advantages += (_loss(drawn.loss, w, hard) - eta * _loss(drawn.loss, w, fresh)) / kind(unit)
    if t > 0:
        slopes = _slope(drawn.loss, w, fresh)
        pull_back_into(slopes, fresh)
        shares = np.exp(gaps, dtype=kind)  # w_j, of the slope of the largest score
        lost = np.add.reduce(slopes * shares, axis=0)
        slopes *= shares - 1
        slopes -= np.exp(drawn.log_q).astype(kind)[:, None] * lost
        own = _relaxed(drawn.shifted, t, "own s", work)
        values = _slope(drawn.loss, w, own)
        pull_back_into(values, own)
        slopes += values
        if drawn.inner is not None:
            passed_through_p(slopes, drawn.inner)
        slopes *= kind(eta / unit)
    scale = 1 / divisor(t, np.float32) if 0 < t < 1 and slopes.any() else 1.0
    if t >= 1:
        slopes /= kind(t)
    advantages *= kind(1 / scale)
    slopes += advantages * hard
    slopes -= drawn.p.astype(kind)[:, None] * advantages
    return slopes, unit * scale


def _kind(t: float) -> type[np.floating[Any]]:
    """Return the type in which estimates at t are computed: at a large one, s hardly differ."""
    return np.float64 if t >= WARM else np.float32


def _relaxed(gaps: Singles, t: float, name: str, work: Workspace) -> AnyFloats:
    """Return s (K, n) of gaps at t > 0, in an array that is lent."""
    s: AnyFloats = work.array(name, gaps.shape, _kind(t))
    if _kind(t) is np.float32:
        relax_into(gaps, t, s, work)
    else:
        np.exp(np.divide(gaps, min(t, FLAT), out=s), out=s)
        s /= np.add.reduce(s, axis=0)
    return s


def _centred(weights: Floats) -> Floats:
    """Return weights without a constant, which makes no difference to slopes, but costs digits."""
    return np.asarray(weights - (weights.min() + weights.max()) / 2)


def _first(w: Floats) -> Floats:
    """Return the one-hot vector of class 0, (K, 1)."""
    return np.eye(len(w))[:, :1]


def _slopes(drawn: Drawn, w: Floats, unit: float, kind: type[np.floating[Any]]) -> AnyFloats:
    """Return f'(D) / unit, (K, n) or where it is the same for all (K, 1), without a constant."""
    column = w.astype(kind)[:, None] if drawn.loss is Loss.DISTANCE else (w / unit)[:, None]
    return drawn.hard - column if drawn.loss is Loss.DISTANCE else column.astype(kind)


def _slope(loss: Loss, w: Floats, y: AnyFloats) -> AnyFloats:
    """Return φ' (K, n) at y (K, n), a new array of its type."""
    column = w.astype(y.dtype)[:, None]
    return 2 * (y - column) if loss is Loss.DISTANCE else np.tile(column, (1, y.shape[1]))


def _loss(loss: Loss, w: Floats, y: Any) -> AnyFloats:
    """Return φ (n,) at y (K, n): f but for a constant, Σ y_k w_k or Σ y_k (y_k − 2 w_k)."""
    column = w.astype(np.float32 if y.dtype == np.bool_ else y.dtype)[:, None]
    terms = y * column if loss is Loss.COST else y * (y - 2 * column)
    return np.asarray(np.add.reduce(terms, axis=0))
