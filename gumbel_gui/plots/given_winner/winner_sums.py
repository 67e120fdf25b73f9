"""Sums over the draws of each class that won: of its noise, its score or its x."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import AnyFloats, Bytes, Floats, Singles, Whole
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import log_sum
from gumbel_gui.language import tr
from gumbel_gui.plots.canvas.key import most_probable
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.words.mistakes import shift_formula
from gumbel_gui.plots.words.text import count

SEEN = 0.01
"""Share of values that may be beyond an axis without a word."""
SKEW = 1.29857
"""γ² of a Gumbel variable."""
ROUNDING = 1e-12
"""Logarithms of sums of p are below this."""


@dataclass(frozen=True)
class WinnerSummary(Sums):
    """Of a number that each draw has, by the class that won it.

    Attributes:
        counts: (K, bins + 2), how many lie below, in each of, and above the bins.
        total: (K,), sums of the number.
    """

    counts: Whole
    total: Floats

    @property
    def wins(self) -> Whole:
        """How many draws each class won, (K,)."""
        return np.asarray(self.counts.sum(axis=1))

    @property
    def draws(self) -> int:
        """The number of draws."""
        return int(self.counts.sum())

    @property
    def means(self) -> Floats:
        """The mean over the draws of each class, (K,); NaN where it won none."""
        out = np.full(len(self.total), np.nan)
        return np.asarray(np.divide(self.total, self.wins, out=out, where=self.wins > 0))


def of_winners(chunk: Chunk, values: Singles) -> Singles:
    """Return what the class that won each draw has of values (K, n), (n,)."""
    return np.asarray(np.take_along_axis(values, chunk.classes[None].astype(np.intp), 0)[0])


def bins_of(values: AnyFloats, low: float, per_unit: float, bins: int) -> Bytes:
    """Return codes of values of any shape: 0 below ``low``, 1 … bins, and bins + 1 ≤ 255 above."""
    scaled = (values - np.float32(low)) * np.float32(per_unit) + np.float32(1)
    return np.clip(scaled, 0, bins + 1, out=scaled).astype(np.uint8)


def by_winner(chunk: Chunk, values: Singles, codes: Bytes, bins: int) -> WinnerSummary:
    """Return the sums of values (n,) with codes (n,) from ``bins_of``, by the class that won."""
    classes, winners = chunk.parameters.classes, chunk.classes.astype(np.intp)
    counts = np.bincount(winners * (bins + 2) + codes, minlength=classes * (bins + 2))
    exact = values.astype(np.float64)
    total = np.asarray(np.bincount(winners, exact, classes), np.float64)
    return WinnerSummary(counts.reshape(classes, bins + 2), total)


def evidence(parameters: Parameters) -> float:
    """Return ln Σ exp θ of what the noise is added to: 0 where that is ln p."""
    value = log_sum(parameters.logits)
    return 0.0 if abs(value) < ROUNDING else value


def normalised(parameters: Parameters) -> Floats:
    """Return the logarithms (K,) of what argmax samples with Gumbel noise: p or softmax(p)."""
    return parameters.logits - evidence(parameters)


def given_first(parameters: Parameters) -> list[int]:
    """Return the given class, and then all others, the most probable first."""
    given = parameters.given[0]
    return [given, *(k for k in most_probable(parameters.p) if k != given)]


def left_out(beyond: int, values: int) -> str:
    """Return how many of these values are beyond the axis, where that counts; empty else."""
    return tr("{n} lie beyond the axis.", n=count(beyond)) if beyond > SEEN * values else ""


def theta(mistake: Mistake) -> str:
    """Return the symbol of what the noise is added to."""
    formula = shift_formula(mistake)
    return formula if formula in ("ln p", "p") else "θ"


def chance(mistake: Mistake) -> str:
    """Return the symbol of the probability with which argmax takes a class, with Gumbel noise."""
    return "p" if theta(mistake) == "ln p" else f"softmax({theta(mistake)})"
