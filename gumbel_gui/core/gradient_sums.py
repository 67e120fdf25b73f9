"""Sums of gradient estimates over chunks of draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import AnyFloats, Booleans, Bytes, Floats, Singles
from gumbel_gui.core.gradients import divisor, through_p
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.sampling import relax_shifted
from gumbel_gui.core.workspace import Workspace

NEAR = np.float32(1e-18)
"""Entries of s below this count as 0."""
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
    """Return the sums of the Gumbel-softmax and of the straight-through estimates of a chunk.

    Estimates of single draws are computed in float32 without the factor 1/t, so that nothing
    overflows, and their sums are multiplied in float64. The scores are float32, too, with errors of
    about 1e-6: results at a t below about 1e-5 are not meaningful. At large t, where s is nearly
    the same in all draws, the difference from equal shares is summed: no digits are lost.

    Args:
        shifted: g − max g, (K, n).
        classes: argmax g, (n,).
        temperature: effective t, finite, ≥ 0. At t = 0 both estimates are exactly 0.
        loss: f.
        weights: of the loss, (K,), not so large that their fourth powers overflow.
        work: for arrays.
        inner: p (K,) if the noise is added to it, see ``gradients.inner_p``.
    """
    if temperature == 0:
        none = GradientSums(len(classes), np.zeros(len(shifted)), 0.0, 0.0)
        return none, none
    with np.errstate(under="ignore"):
        terms = each_estimate(shifted, classes, temperature, loss, weights, work, inner)
        found = [sums_of(*each) for each in terms]
    return found[0], found[-1]


Terms = tuple[AnyFloats, float, Floats]
"""Values (K, n), a factor and numbers (K,): estimates are factor · values + numbers."""


def each_estimate(
    shifted: Singles,
    classes: Bytes,
    temperature: float,
    loss: Loss,
    weights: ArrayLike,
    work: Workspace,
    inner: ArrayLike | None = None,
) -> Iterator[Terms]:
    """Return the estimates of each draw at t > 0: of both, or the one that both are.

    Their arrays are lent until the next. Underflow is to be ignored. Arguments are those of
    ``estimate``.
    """
    w = np.array(weights, np.float64)
    # A constant in f' makes no difference, but would cost digits in float32.
    w, scale = w - (w.min() + w.max()) / 2, 2.0
    if loss is Loss.COST:  # fourth powers of small costs would be 0 in float32
        scale = float(w.max()) or 1.0
        w = w / scale
    hard = np.equal(classes, np.arange(len(shifted), dtype=np.uint8)[:, None])
    possible = shifted[:, 0] > -np.inf
    warm = temperature >= WARM and -float(shifted[possible, 0].min()) <= WIDE * temperature
    if warm:
        known = _warm(shifted, hard, possible, temperature, loss, w)
    else:
        known = _cold(shifted, hard, temperature, loss, w, work)
    for values, factor, fixed in known:
        if inner is None:
            yield values, scale * factor, scale * fixed
        else:
            yield passed_through_p(values, inner), scale * factor, through_p(scale * fixed, inner)


def _cold(
    shifted: Singles, hard: Booleans, temperature: float, loss: Loss, w: Floats, work: Workspace
) -> Iterator[Terms]:
    """Return the estimates from s: of both, or the one that both are, whose arrays are lent."""
    s: Singles = work.array("gradient s", shifted.shape, np.float32)
    slopes: Singles = work.array("gradient slopes", shifted.shape, np.float32)
    relax_into(shifted, temperature, s, work)
    column = w.astype(np.float32)[:, None]
    factor, none = 1 / divisor(temperature, np.float32), np.zeros(len(w))
    for at in (0.0,) if loss is Loss.COST else (s, hard):
        np.subtract(at, -column if loss is Loss.COST else column, out=slopes)
        pull_back_into(slopes, s)
        yield slopes, factor, none


def _warm(
    shifted: Singles,
    hard: Booleans,
    possible: Booleans,
    temperature: float,
    loss: Loss,
    w: Floats,
) -> Iterator[Terms]:
    """Return the estimates from d, where s = (1 + d) / m is nearly the equal share of m classes.

    With slopes a = b + h, where b (Σ b = 0) is the same in all draws, t·ĝ is b/m and
    (d (b + h − α) + h − α) / m with α = Σ (b + h) d / m: of the m possible classes only.
    """
    m, t = int(possible.sum()), min(temperature, FLAT)
    grown = np.exp(shifted[possible] / np.float64(t))  # in single precision 1 + d would lose d
    mean = np.add.reduce(grown, axis=0) / m
    grown -= mean
    grown /= mean
    d = grown.astype(np.float32)
    b = w[possible] if loss is Loss.COST else -w[possible]
    b -= b.mean()
    fixed, share = np.zeros(len(w)), 1 / (m * divisor(temperature))
    fixed[possible] = share * b
    # d, and so what is linear in it, would be smaller at a larger t.
    terms = [(np.zeros_like(d), t / temperature)]
    if loss is Loss.DISTANCE:
        terms = [(d / np.float32(m), t / temperature), (hard[possible] - np.float32(1 / m), 1.0)]
    for h, smaller in terms:
        slopes = h + b.astype(np.float32)[:, None]
        alpha = (slopes * d).sum(axis=0) / np.float32(m)
        values: Singles = np.zeros(shifted.shape, np.float32)
        values[possible] = (slopes - alpha) * d + (h - alpha)
        yield values, share * smaller, fixed


def relax_into(shifted: Singles, temperature: float, out: Singles, work: Workspace) -> None:
    """Put s into ``out``, with 0 for s below 1e-18.

    Their squares would be subnormal in float32, which makes all three times slower.
    """
    relax_shifted(shifted, temperature, out=out)
    near = work.array("gradient near", shifted.shape, np.bool_)
    np.greater(out, NEAR, out=near)
    np.multiply(out, near, out=out)


def pull_back_into(slopes: AnyFloats, s: AnyFloats) -> None:
    """Replace slopes a (K, n) by s_j (a_j − Σ a_i s_i), for s (K, n) or (K, 1)."""
    np.subtract(slopes, np.add.reduce(slopes * s, axis=0), out=slopes)
    np.multiply(slopes, s, out=slopes)


def passed_through_p(values: AnyFloats, inner: ArrayLike) -> AnyFloats:
    """Pass values (K, n), which are overwritten, through p, as by ``gradients.through_p``."""
    p = np.asarray(inner, values.dtype)[:, None]
    values -= values[p.argmax()].copy()
    pull_back_into(values, p)
    return values


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
