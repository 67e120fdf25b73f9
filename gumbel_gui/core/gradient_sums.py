"""Sums of gradient estimates over chunks of draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import AnyFloats, Bytes, Floats, Singles
from gumbel_gui.core.gradient_passes import NEAR, passed_through_p
from gumbel_gui.core.gradients import divisor, through_p
from gumbel_gui.core.kernels import estimate_sums
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.sampling import relax_shifted
from gumbel_gui.core.workspace import Workspace

PART = 4096
"""Draws that are added up about a mean of their own: they fit a processor's cache."""
WARM, WIDE = 30.0, 4.0
"""From this t on s is computed as its distance from equal shares, unless scores are so far apart
that some s are nearly 0: more than this many t."""
FLAT = 1e6
"""At larger t that distance is in proportion to 1/t, to the last digit of single precision."""


@dataclass(frozen=True)
class GradientSums:
    """Sums of the estimates ĝ of some draws; those of disjoint draws add.

    Squares are taken about the mean m of the draws themselves. About any other point, the scatter
    would be a small difference of large numbers, at large t or at small t.

    Attributes:
        count: number of draws, ≥ 1.
        total: Σ ĝ, (K,).
        scatter: Σ ‖ĝ − m‖².
        fourth: Σ ‖ĝ − m‖⁴, for the error of the scatter. Of added sums, m is that of the part that
            a draw was in, which makes it a little larger, see ``gradient_stats``.
        parts: number of sums that were added.
    """

    count: int
    total: Floats
    scatter: float
    fourth: float
    parts: int = 1

    def __add__(self, other: Self) -> Self:
        count = self.count + other.count
        apart = self.total / self.count - other.total / other.count
        between = float((apart**2).sum()) * (self.count / count) * other.count
        return type(self)(
            count,
            self.total + other.total,
            self.scatter + other.scatter + between,
            self.fourth + other.fourth,
            self.parts + other.parts,
        )

    def times(self, factor: float) -> Self:
        """Return the sums of estimates that are ``factor`` times as large."""
        return type(self)(
            self.count,
            factor * self.total,
            factor**2 * self.scatter,
            factor**4 * self.fourth,
            self.parts,
        )


def reinforce_sums(table: ArrayLike, counts: ArrayLike) -> GradientSums:
    """Return the sums of an estimator that depends on the class alone.

    Args:
        table: (K, K), row k is the estimate of a draw of class k (``reinforce_table``).
        counts: (K,), how often each class was drawn; at least one draw.
    """
    rows, n = np.asarray(table, np.float64), np.asarray(counts, np.float64)
    scatter, fourth = _scatter(rows, n)
    return GradientSums(int(n.sum()), (n[:, None] * rows).sum(axis=0), scatter, fourth)


def _scatter(rows: Floats, counts: Floats) -> tuple[float, float]:
    """Return Σ q and Σ q² of rows with these counts; exactly 0 if all rows are equal."""
    apart = rows - rows[counts.argmax()]
    squares = ((apart - (counts[:, None] * apart).sum(axis=0) / counts.sum()) ** 2).sum(axis=1)
    return float((counts * squares).sum()), float((counts * squares**2).sum())


def estimate(
    shifted: Singles,
    classes: Bytes,
    temperature: float,
    loss: Loss,
    weights: ArrayLike,
    work: Workspace,
    inner: ArrayLike | None = None,
) -> tuple[GradientSums, GradientSums]:
    """Return the sums of ``estimates`` at one t."""
    (both,) = estimates(shifted, classes, [temperature], loss, weights, work, inner)
    return both


def estimates(
    shifted: Singles,
    classes: Bytes,
    temperatures: Sequence[float],
    loss: Loss,
    weights: ArrayLike,
    work: Workspace,
    inner: ArrayLike | None = None,
) -> list[tuple[GradientSums, GradientSums]]:
    """Return the sums of the Gumbel-softmax and of the straight-through estimates at each t.

    Estimates of single draws are computed in float32 without the factor 1/t, so that nothing
    overflows, and their sums are multiplied in float64. The scores are float32, too, with errors of
    about 1e-6: results at a t below about 1e-5 are not meaningful. At large t, where s is nearly
    the same in all draws, the difference from equal shares is summed: no digits are lost.

    Args:
        shifted: g − max g, (K, n).
        classes: argmax g, (n,).
        temperatures: effective t, finite, ≥ 0. At t = 0 both estimates are exactly 0.
        loss: f.
        weights: of the loss, (K,), not so large that their fourth powers overflow.
        work: for arrays.
        inner: p (K,) if the noise is added to it, see ``gradients.inner_p``.
    """
    count, zeros = shifted.shape[1], np.zeros(len(shifted))
    found: dict[float, Sequence[GradientSums]] = {0.0: [GradientSums(count, zeros, 0.0, 0.0)]}
    warm = [t for t in {*temperatures} if _is_warm(shifted, t)]
    for t in warm:
        with np.errstate(under="ignore"):
            found[t] = [sums_of(*each) for each in _warm(shifted, classes, t, loss, weights, inner)]
    cold = np.array([t for t in {*temperatures} if t and t not in warm], np.float64)
    if cold.size:
        _, sums, factors = _cold(shifted, classes, cold, loss, weights, work, inner, PART)
        found |= zip(cold.tolist(), _joined(sums, factors, count), strict=True)
    return [(found[t][0], found[t][-1]) for t in temperatures]


def values_of_each(
    shifted: Singles,
    classes: Bytes,
    temperature: float,
    loss: Loss,
    weights: ArrayLike,
    inner: ArrayLike | None = None,
) -> Iterator[AnyFloats]:
    """Return the estimates (K, n) at t > 0, but for a factor and a constant: of both or the one."""
    if _is_warm(shifted, temperature):
        with np.errstate(under="ignore"):
            for values, _, _ in _warm(shifted, classes, temperature, loss, weights, inner):
                yield values
        return
    t, width = np.array([temperature], np.float64), shifted.shape[1]
    yield from _cold(shifted, classes, t, loss, weights, Workspace(), inner, width)[0]


def _is_warm(shifted: Singles, temperature: float) -> bool:
    """Return whether s is nearly the same in all draws."""
    if temperature < WARM:
        return False
    return -float(shifted[shifted[:, 0] > -np.inf, 0].min()) <= WIDE * temperature


def _scaled(loss: Loss, weights: ArrayLike) -> tuple[Floats, float]:
    """Return weights w for single precision, and a factor of the estimates with them.

    A constant in f' makes no difference, but would cost digits; fourth powers of small costs would
    be 0.
    """
    w = np.array(weights, np.float64)
    w -= (w.min() + w.max()) / 2
    if loss is Loss.DISTANCE:
        return w, 2.0
    scale = float(w.max()) or 1.0
    return w / scale, scale


def _cold(
    shifted: Singles,
    classes: Bytes,
    temperatures: Floats,
    loss: Loss,
    weights: ArrayLike,
    work: Workspace,
    inner: ArrayLike | None,
    width: int,
) -> tuple[Singles, Floats, Floats]:
    """Return values of the last part, sums of all and a factor of them for each t (see kernels)."""
    w, scale = _scaled(loss, weights)
    shape = (1 if loss is Loss.COST else 2), len(w), width
    values = work.array("estimates", shape, np.float32)
    at = np.array([divisor(t, np.float32) for t in temperatures.tolist()])
    p = np.zeros(0, np.float32) if inner is None else np.asarray(inner, np.float32)
    return values, estimate_sums(shifted, classes, at, w.astype(np.float32), p, values), scale / at


def _joined(sums: Floats, factors: Floats, count: int) -> Iterator[list[GradientSums]]:
    """Return the sums of all draws at each t, by kind, of those of parts, which are multiplied."""
    parts = sums.shape[1]
    counts = np.full((parts, 1, 1), PART)
    counts[-1] = count - PART * (parts - 1)
    totals, squares, fourths = sums[..., :-2], sums[..., -2].sum(axis=1), sums[..., -1].sum(axis=1)
    total = totals.sum(axis=1)
    apart = totals / counts - (total / count)[:, None]
    scatter = squares + (counts * apart**2).sum(axis=(1, 3))
    for factor, *each in zip(factors.tolist(), total, scatter, fourths, strict=True):
        kinds = zip(*each, strict=True)
        yield [GradientSums(count, t, float(s), float(f), parts).times(factor) for t, s, f in kinds]


def _warm(
    shifted: Singles,
    classes: Bytes,
    temperature: float,
    loss: Loss,
    weights: ArrayLike,
    inner: ArrayLike | None,
) -> Iterator[tuple[AnyFloats, float, Floats]]:
    """Return values (K, n), a factor and numbers (K,): estimates are factor · values + numbers.

    They are made from d, where s = (1 + d) / m is nearly the equal share of m classes.

    With slopes a = b + h, where b (Σ b = 0) is the same in all draws, t·ĝ is b/m and
    (d (b + h − α) + h − α) / m with α = Σ (b + h) d / m: of the m possible classes only.
    """
    (w, scale), possible = _scaled(loss, weights), shifted[:, 0] > -np.inf
    m, t = int(possible.sum()), min(temperature, FLAT)
    grown = np.exp(shifted[possible] / np.float64(t))  # in single precision 1 + d would lose d
    mean = np.add.reduce(grown, axis=0) / m
    grown -= mean
    grown /= mean
    d = grown.astype(np.float32)
    b = w[possible] if loss is Loss.COST else -w[possible]
    b -= b.mean()
    fixed, share = np.zeros(len(w)), scale / (m * divisor(temperature))
    fixed[possible] = share * b
    # d, and so what is linear in it, would be smaller at a larger t.
    terms = [(np.zeros_like(d), t / temperature)]
    if loss is Loss.DISTANCE:
        hard = np.equal(classes, np.flatnonzero(possible)[:, None])
        terms = [(d / np.float32(m), t / temperature), (hard - np.float32(1 / m), 1.0)]
    for h, smaller in terms:
        slopes = h + b.astype(np.float32)[:, None]
        alpha = (slopes * d).sum(axis=0) / np.float32(m)
        values: Singles = np.zeros(shifted.shape, np.float32)
        values[possible] = (slopes - alpha) * d + (h - alpha)
        if inner is None:
            yield values, share * smaller, fixed
            continue
        passed_through_p(values, np.asarray(inner))
        yield values, share * smaller, through_p(fixed, inner)


def relax_into(shifted: Singles, temperature: float, out: Singles, work: Workspace) -> None:
    """Put s into ``out``, with 0 for s below 1e-18.

    Their squares would be subnormal in float32, which makes all three times slower.
    """
    relax_shifted(shifted, temperature, out=out)
    near = work.array("gradient near", shifted.shape, np.bool_)
    np.greater(out, NEAR, out=near)
    np.multiply(out, near, out=out)


def sums_of(values: AnyFloats, factor: float, fixed: Floats) -> GradientSums:
    """Return the sums of ``factor`` · values + fixed, of values (K, n) that are overwritten."""
    count = values.shape[1]
    # About the first draw: if all are equal, their scatter is exactly 0.
    first = values[:, :1].copy()
    values -= first
    total = np.add.reduce(values, axis=1).astype(np.float64)
    values -= (total / count).astype(np.float32)[:, None]
    values *= values
    per_draw = np.add.reduce(values, axis=0)
    scatter = float(np.add.reduce(per_draw))
    per_draw *= per_draw
    fourth = float(np.add.reduce(per_draw))
    total = factor * (count * first[:, 0].astype(np.float64) + total) + count * fixed
    return GradientSums(count, total, factor**2 * scatter, factor**4 * fourth)
