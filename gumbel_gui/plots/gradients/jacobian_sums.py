"""The Jacobian of one draw, and of the mean of many, from sums that chunks of draws add up to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from gumbel_gui.core.arrays import Floats, Singles, Whole
from gumbel_gui.core.gradients import divisor, inner_p, jacobian, through_p
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import effective_temperature
from gumbel_gui.core.sampling import relax
from gumbel_gui.core.workspace import Workspace

TINY = np.float32(1.1e-19)
"""The square of it is just a normal number in single precision."""
LEAST = 1e-307
"""Numbers below this lose digits."""
BLOCK = 512
"""Draws that are added up in single precision; sums of these are in double precision."""


@dataclass(frozen=True)
class JacobianSummary:
    """The scores of the first draw, and sums over all draws.

    Attributes:
        p: (K,).
        temperature: t.
        mistake: what is wrong on purpose.
        first: place of the first draw, counted from 0.
        scores: g (K,) of this draw.
        draws: how many there are.
        counts: how often argmax is each class, (K,).
        products: Σ s_i s_j, (K, K). Row sums of it are Σ s_i, since s sums to 1.
    """

    p: Floats
    temperature: float
    mistake: Mistake
    first: int
    scores: Singles
    draws: int
    counts: Whole
    products: Floats

    def __add__(self, other: Any) -> Self:
        """Keep the earlier draw."""
        for name in ("p", "temperature", "mistake"):
            if not np.array_equal(getattr(self, name), getattr(other, name)):
                raise ValueError(f"summaries of different {name} do not add.")
        early = self if self.first <= other.first else other
        return type(self)(
            early.p,
            early.temperature,
            early.mistake,
            early.first,
            early.scores,
            self.draws + other.draws,
            self.counts + other.counts,
            self.products + other.products,
        )

    @property
    def effective_temperature(self) -> float:
        """The t that softmax(g / t) really has."""
        return effective_temperature(self.mistake, self.temperature)

    @property
    def steepest(self) -> float:
        """The steepest slope that any draw can have at this t, 1/(4t), and 1 at t = 0.

        s_i(1 − s_i) ≤ 1/4, and s_i s_j ≤ 1/4 as s sums to 1. With noise on p, what stands at j is
        p_j(1 − p_j) ≤ 1/4 times the difference of two numbers of this size: half of it at most.
        """
        t = self.effective_temperature
        return max(1 / (4 * divisor(t)), LEAST) if t > 0 else 1.0

    def vector(self, scores: Singles) -> Floats:
        """Return s (K,) of the scores of a draw, in double precision."""
        return np.asarray(relax(scores.astype(np.float64), self.effective_temperature), np.float64)

    def slopes(self, scores: Singles) -> Floats:
        """Return ∂s_i/∂ln p_j (K, K) of a draw, where ln p are free logits."""
        t, inner = self.effective_temperature, inner_p(self.mistake, self.p)
        return jacobian(self.vector(scores), t, inner)

    def mean_slopes(self) -> Floats:
        """Return the mean of ∂s_i/∂ln p_j (K, K) over all draws.

        As for one draw, the diagonal is what makes the rows sum to 0.
        """
        t, inner = self.effective_temperature, inner_p(self.mistake, self.p)
        if t == 0:
            return np.zeros(self.products.shape)
        mean = -self.products / self.draws / divisor(t)
        np.fill_diagonal(mean, 0)
        np.fill_diagonal(mean, -mean.sum(axis=1))
        return mean if inner is None else through_p(mean.T, inner).T


def products(s: Singles, work: Workspace) -> Floats:
    """Return Σ s_i s_j (K, K) over draws of s (K, n), where an s up to ``TINY`` counts as 0.

    By ``einsum``, not by a matrix product: that may add in another order on another number of
    threads, and for few classes it is slower.
    """
    classes, n = s.shape
    whole = n // BLOCK * BLOCK
    # Products below the smallest normal number would take a hundred times as long. The difference
    # is exactly 0 up to there, and s to the last digit where it matters.
    kept = np.maximum(s, TINY, out=work.array("kept", s.shape, np.float32))
    np.subtract(kept, TINY, out=kept)
    found = np.zeros((classes, classes))
    for i in range(classes):
        others = kept[i:]
        blocks = others[:, :whole].reshape(len(others), -1, BLOCK)
        sums = np.einsum("bn,jbn->jb", blocks[0], blocks)
        rest = np.einsum("n,jn->j", others[0, whole:], others[:, whole:])
        found[i, i:] = found[i:, i] = sums.sum(axis=1, dtype=np.float64) + rest
    return found
