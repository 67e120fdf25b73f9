"""Precision: the law of argmax(ln p + ε) where x, of which ε = −ln(−ln x) is made, has b bits.

Only x is rounded; logarithms and sums are in double precision. A grid has x = (j + ½) / 2^b. Floats
are x = j / 2^b with their significant bits, j = 0 … 2^b − 1: so PyTorch's ``uniform_`` fills a
tensor of float16 (11 bits), bfloat16 (8) or float32 (24) on a CPU, and NumPy's ``Generator.random``
one of float32. There x = 0 occurs, which gives ε = −∞.

Up to 16 bits the law is a sum over all values of x, see ``exact_law``; beyond, it is p but for
little, see ``near_law``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from gumbel_gui.core.arrays import Booleans, Bytes, Floats
from gumbel_gui.core.choices import LabelledEnum
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.language import mark

FEWEST_BITS, MOST_BITS = 4, 24
EXACT_BITS = 16
"""Up to so many the law is summed."""
EXPLICIT = 1024
"""Largest values of x that are summed one by one where there are too many."""
NEGLIGIBLE = -32.0
"""What comes after ln of a probability fell below this is left out: it is below 1e-13 in all."""


class NoiseFormat(LabelledEnum):
    """In which numbers x is drawn."""

    GRID = "grid", mark("grid of 2ᵇ points")
    BFLOAT16 = "bfloat16"
    FLOAT16 = "float16"
    FLOAT32 = "float32"


BITS = {NoiseFormat.BFLOAT16: 8, NoiseFormat.FLOAT16: 11, NoiseFormat.FLOAT32: 24}
"""Significant bits of floats."""


class Grid(NamedTuple):
    """The values x = (j + offset) / 2^bits, j = 0 … 2^bits − 1, all equally likely.

    Attributes:
        bits: 4 … 24.
        offset: 1/2, or 0 for floats.
    """

    bits: int
    offset: float

    @classmethod
    def of(cls, kind: NoiseFormat, bits: int) -> Grid:
        """Return the values of a format; ``bits`` are those of a grid."""
        return cls(bits, 0.5) if kind is NoiseFormat.GRID else cls(BITS[kind], 0.0)

    @property
    def points(self) -> int:
        """How many there are."""
        return 1 << self.bits

    def noise(self, j: Floats) -> Floats:
        """Return ε of the values with numbers j; −∞ of x = 0."""
        with np.errstate(divide="ignore"):
            return np.asarray(-np.log(-np.log((j + self.offset) / self.points)))

    @property
    def exact(self) -> bool:
        """Whether the law is summed."""
        return self.bits <= EXACT_BITS


@lru_cache(maxsize=32)  # all grids whose law is summed: 2 MB
def noise_table(grid: Grid) -> Floats:
    """Return ε of all values in ascending order, (2^bits,), read-only."""
    table = grid.noise(np.arange(grid.points, dtype=np.float64))
    table.flags.writeable = False
    return table


def rounded_winners(logits: Floats, x: Floats, grid: Grid, work: Workspace) -> Bytes:
    """Return argmax(logits + ε) (n,) of x (K, n) in [0, 1), each rounded to the value of its cell.

    Of equal scores the first class wins.

    Args:
        logits: (K,), −∞ for a class that cannot occur.
        x: (K, n), uniform.
        grid: the values.
        work: for arrays.
    """
    codes = np.zeros(x.shape[1], np.uint8)
    best, wins = np.full(x.shape[1], -np.inf), work.array("rounded wins", x.shape[1:], np.bool_)
    j = work.array("rounded x", x.shape[1:], np.float64)
    for k, row in enumerate(x):
        if logits[k] == -np.inf:
            continue
        np.floor(np.multiply(row, grid.points, out=j), out=j)
        score = noise_table(grid).take(j.astype(np.int32)) if grid.exact else grid.noise(j)
        score += logits[k]
        np.greater(score, best, out=wins)
        codes[wins] = k
        np.maximum(score, best, out=best)
    return codes


def exact_law(logits: Floats, grid: Grid) -> Floats:
    """Return P(argmax(logits + ε) = k), (K,), with ε of independent x on a grid, ties to the first.

    The scores of all classes at all values of x are gone through from the largest down. Class k
    wins with this one if the others are below: with c_m scores of class m gone through, this is
    Π_{m≠k} (1 − c_m / N), one product for all classes that changes by one factor at each score.

    Args:
        logits: (K,), −∞ for a class that cannot occur; any constant in them cancels.
        grid: of at most ``EXACT_BITS`` bits, for the sake of time.

    Returns:
        the law, to 1e-12. If x = 0 is possible, all scores may be −∞: then the first class wins,
        even if it cannot occur otherwise.
    """
    possible = np.flatnonzero(logits > -np.inf)
    noise, shifts = noise_table(grid)[grid.offset == 0 :], -logits[possible]
    first = np.searchsorted(noise, shifts - _last(logits[possible], grid))
    counts = noise.size - first
    falling = [shift - noise[i:][::-1] for shift, i in zip(shifts, first, strict=True)]
    order = np.argsort(np.concatenate(falling), kind="stable")
    k = np.repeat(np.arange(len(possible)), counts)[order]
    above = np.concatenate([np.arange(n) for n in counts])[order]
    left = grid.points - above.astype(np.float64)
    below = np.concatenate([[1.0], np.cumprod(1 - 1 / left)[:-1]])
    law = np.zeros(len(logits))
    law[possible] = np.bincount(k, below / left, len(possible))
    law[0] += _all_zero(len(possible), grid)
    return law


def _last(logits: Floats, grid: Grid) -> float:
    """Return a score, negated, below which some class has a larger one all but always."""
    s = float(logits.max()) - np.arange(-40, 8, 0.1)[:, None]
    with np.errstate(over="ignore"):
        others = np.minimum(np.exp(-np.exp(logits - s)) + 1 / grid.points, 1)
    rare = np.flatnonzero(np.log(others).sum(axis=1) <= NEGLIGIBLE)
    return float(-s[rare[0], 0]) if rare.size else np.inf


def _all_zero(possible: int, grid: Grid) -> float:
    """Return the probability that every x that counts is 0."""
    return 0.0 if grid.offset else 2.0 ** (-grid.bits * possible)


def near_law(p: Floats, grid: Grid) -> tuple[Floats, Floats]:
    """Return the law (K,) as ``exact_law`` for many bits, and how far it may be off, (K,).

    Where class k has x, another one m is below it with probability x^(p_m / p_k), but for 1 / N at
    most, with N values of x. Without these errors k wins with Σ x^a / N, a = (1 − p_k) / p_k. This
    is summed where x is large; beyond, it is an integral by the midpoint or the trapezoidal rule,
    of an error of a x^(a−1) / 8N² for a ≥ 1, and 2 / N^(1+a) for a < 1. The product over the other
    classes with and without the errors differs, integrated, by p_k Σ_S N^(−|S|) / (1 − p_S) over
    non-empty sets S of them, at most; with three or more in S the denominator is at least p_k.

    Args:
        p: (K,), summing to 1.
        grid: any.
    """
    n, law, off = grid.points, np.zeros(len(p)), np.zeros(len(p))
    possible = np.flatnonzero(p)
    depth = min(EXPLICIT, n)
    x = (np.arange(n - depth, n) + grid.offset) / n
    end = 1 - depth / n
    singles, pairs = _error_sets(tuple(p.tolist()))
    shares, logs = p[possible], np.full(depth, -1e300)  # of x = 0
    np.log(x, out=logs, where=x > 0)
    with np.errstate(over="ignore", under="ignore"):
        a = np.minimum((1 - shares) / shares, 1e300)
        sums = np.exp(a[:, None] * logs).sum(axis=1)
        rest = end ** (a + 1) * shares - (0.5 - grid.offset) * end**a / n
        smooth = np.where(a >= 1, a * end ** np.maximum(a - 1, 0) / (8 * n**2), 2.0 / n ** (1 + a))
    law[possible] = sums / n + rest
    sets = singles[possible] / n + pairs[possible] / n**2 + len(p) ** 3 / (6 * n**3)
    off[possible] = 1.001 * (sets + smooth)
    zero = _all_zero(len(possible), grid)
    if len(possible) == 1:
        law[possible] = 1 - zero
        off[:] = 0.0
    law[0] += zero
    return law, off


@lru_cache(maxsize=8)
def _error_sets(p: tuple[float, ...]) -> tuple[Floats, Floats]:
    """Return Σ p_k / (1 − p_S) over the sets S of one and of two other classes, (K,) each."""
    shares = np.array(p)
    singles, pairs = np.zeros((2, len(p)))
    possible = np.flatnonzero(shares)
    for k in possible:
        sides = shares[possible[possible != k]]
        both = np.maximum(1 - sides[:, None] - sides, shares[k])
        singles[k] = (shares[k] / np.maximum(1 - sides, shares[k])).sum()
        pairs[k] = (shares[k] / both).sum() / 2 - (shares[k] / np.diagonal(both)).sum() / 2
    return singles, pairs


def never_drawn(logits: Floats, grid: Grid) -> Booleans:
    """Return which classes (K,) are never drawn: another's least score exceeds all of theirs.

    Where x = 0 is possible, this is −∞, and every class that can occur is drawn.
    """
    low, high = grid.noise(np.array([0.0, grid.points - 1.0]))
    never = logits == -np.inf
    for k in np.flatnonzero(~never):
        # Behind an earlier class with the same score, before a later one.
        never[k] = (high + logits[k] <= low + logits[:k]).any()
        never[k] |= (high + logits[k] < low + logits[k + 1 :]).any()
    return np.asarray(never)
