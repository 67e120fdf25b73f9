"""Sums: what plots need to know of draws; those of disjoint draws add."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Sums:
    """A summary of some draws, all fields of which add. It holds no parameters."""

    def __add__(self, other: Any) -> Self:
        """Return the summary of the draws of both."""
        names = [each.name for each in fields(self)]
        return type(self)(**{n: getattr(self, n) + getattr(other, n) for n in names})


@dataclass(frozen=True, eq=False)
class FirstDraws:
    """Values of the earliest draws, which adding keeps.

    Attributes:
        start: number of draws before them.
        values: (..., n), n up to ``limit``.
        limit: how many draws are kept.
    """

    start: int
    values: NDArray[Any]
    limit: int

    @classmethod
    def of(cls, values: NDArray[Any], start: int, limit: int) -> Self:
        """Return copies of the first values (..., n) of a chunk that begins at ``start``."""
        return cls(start, values[..., :limit].copy(), limit)

    def __add__(self, other: FirstDraws) -> FirstDraws:
        """Return the earliest values of both."""
        early, late = (self, other) if self.start <= other.start else (other, self)
        values = early.values
        if values.shape[-1] < self.limit and late.values.shape[-1]:
            values = np.concatenate([values, late.values], axis=-1)[..., : self.limit]
        return FirstDraws(early.start, values, self.limit)
