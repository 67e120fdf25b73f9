"""TextSums: scores of texts of n tokens each, which are cut anywhere by chunks of draws."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

import numpy as np

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.generator import fill_uniform
from gumbel_gui.core.probabilities import MAX_CLASSES
from gumbel_gui.core.watermark import threshold
from gumbel_gui.plots.sums import Sums

PER_ROOT = 20
"""Bins in a unit of √S: its standard deviation is near ½ for texts of any length."""
BINS = 90 * PER_ROOT
"""Up to S = 8,100: a thousand tokens of 64 equal classes score 4,744 ± 40."""
EDGES = (np.arange(BINS + 1) / PER_ROOT) ** 2
UNIT = 2.0**-32
"""Terms are rounded to whole multiples of this: their sums are exact, however they are grouped."""
KEYED, OTHER = 0, 1
"""Rows of the sums: with the key of the noise, and with another key."""

cached_threshold = lru_cache(maxsize=8)(threshold)


@dataclass(frozen=True, eq=False)
class TextSums(Sums):
    """Scores S = −Σ ln(1 − x), with the key and with another one.

    Attributes:
        draws: their number, which is the number of tokens.
        total: sum of the terms −ln(1 − x) of all draws, (2,).
        counts: texts by bins of S, (2, bins); ``EDGES`` are their ends.
        caught: texts with S above the threshold, (2,).
        open: parts of texts of which other draws are missing, (m, 5): first draw of the text, the
            one after its last, how many are here, and both sums in units, by ascending text.
    """

    draws: int
    total: Floats
    counts: Whole
    caught: Whole
    open: Whole

    @property
    def texts(self) -> int:
        """The number of whole texts."""
        return int(self.counts[KEYED].sum())

    @classmethod
    def of(cls, terms: Floats, start: int, tokens: int) -> Self:
        """Return the sums of terms (2, n) of the draws from ``start`` on, cut into texts."""
        n = terms.shape[1]
        units = np.rint(terms / UNIT).astype(np.int64)
        first = start - start % tokens
        begins = np.arange(first, start + n, tokens)
        cuts = np.maximum(begins - start, 0)
        sums = np.add.reduceat(units, cuts, axis=1)
        have = np.diff(np.append(cuts, n))
        parts = np.column_stack([begins, begins + tokens, have, *sums])
        return cls(n, units.sum(axis=1) * UNIT, *_closed(parts))

    def __add__(self, other: Any) -> Self:
        """Return the sums of the draws of both; texts that are whole now are closed."""
        parts = np.vstack([self.open, other.open])
        parts = parts[np.argsort(parts[:, 0], kind="stable")]
        if len(parts):
            starts = np.flatnonzero(np.append(True, np.diff(parts[:, 0]) > 0))
            joined = parts[starts]
            joined[:, 2:] = np.add.reduceat(parts[:, 2:], starts, axis=0)
            parts = joined
        counts, caught, rest = _closed(parts)
        return type(self)(
            self.draws + other.draws,
            self.total + other.total,
            self.counts + other.counts + counts,
            self.caught + other.caught + caught,
            rest,
        )


def _closed(parts: Whole) -> tuple[Whole, Whole, Whole]:
    """Return counts (2, bins) and caught ones (2,) of the whole texts, and the other parts."""
    whole = parts[:, 2] == parts[:, 1] - parts[:, 0]
    counts, caught = np.zeros((2, BINS), np.int64), np.zeros(2, np.int64)
    if whole.any():
        scores = parts[whole, 3:].T * UNIT
        limit = cached_threshold(int(parts[0, 1] - parts[0, 0]))
        bins = np.minimum((np.sqrt(scores) * PER_ROOT).astype(np.int64), BINS - 1)
        counts = np.stack([np.bincount(row, minlength=BINS) for row in bins])
        caught = np.count_nonzero(scores > limit, axis=1)
    return counts, caught, parts[~whole]


def terms_of(chunk: Chunk) -> Floats:
    """Return −ln(1 − x) of each draw, (2, n): of the winner's x, and of an x of another key.

    The noise is known in single precision only, but −ln(1 − e^(−e^−ε)) keeps its digits: for a
    large ε it is nearly ε. Where the noise is not made of x alone, x is drawn again.
    """
    n, winners = chunk.count, (chunk.classes, np.arange(chunk.count))
    terms = np.empty((2, n))
    if chunk.parameters.mistake.noise_is_gumbel:
        terms[KEYED] = -np.log(-np.expm1(-np.exp(-chunk.noise[winners])))
    else:
        terms[KEYED] = -np.log1p(-chunk.exact_uniform[winners])
    # The key of no class: (…, 2) is that of ``Chunk.choices``.
    fill_uniform(chunk.parameters.seed, MAX_CLASSES, 3, start=chunk.start, out=terms[OTHER])
    terms[OTHER] = -np.log1p(-terms[OTHER])
    return terms
