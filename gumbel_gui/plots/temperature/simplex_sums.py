"""The relaxed vectors of three classes among themselves: the first ones, and counts of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from gumbel_gui.core.arrays import Bytes, Floats, Singles, Whole
from gumbel_gui.core.concrete import subset_probabilities
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import effective_temperature
from gumbel_gui.core.sampling import relax_shifted
from gumbel_gui.core.stages import logits_of
from gumbel_gui.core.statistics import Z_95
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.temperature.contours import NOTHING, Contours, lines
from gumbel_gui.plots.temperature.triangle import COLUMNS, ROWS, count_cells, place

POINTS = 600
"""Draws that are kept one by one."""
ROUNDING = 1e-6
"""What single precision makes of squares that are the same."""
_LAWFUL = (Mistake.NONE, Mistake.NOISE_ON_P, Mistake.T_OUTSIDE)
"""Under these mistakes the relaxed vectors still follow a Concrete law."""


@dataclass(frozen=True)
class SimplexSummary(Sums):
    """The relaxed vectors of three classes: the first ones, and counts and sums of all.

    Attributes:
        p: (K,).
        trio: the classes of the corners left, right and top; one of K or more is no class.
        temperature: t.
        mistake: what is wrong about the draws on purpose.
        places: (2, 600), x and y of draws 1 … 600; 0 for those that are not among these.
        classes: (600,), the corner with the largest score, counted from 1; 0 for those.
        cells: (64, 127), draws in the cells of the triangle.
        total: (3,), sums of the entries.
        squares: (3,), sums of the squares of their distances from 1/3.
        draws: how many.
    """

    fixed: ClassVar = frozenset({"p", "trio", "temperature", "mistake"})

    p: Floats
    trio: tuple[int, int, int]
    temperature: float
    mistake: Mistake
    places: Singles
    classes: Bytes
    cells: Whole
    total: Floats
    squares: Floats
    draws: int

    @property
    def t(self) -> float:
        """The t of the softmax."""
        return effective_temperature(self.mistake, self.temperature)

    @property
    def own(self) -> Floats:
        """The p of the corners, (3,), not renormalised; 0 for what is no class."""
        return np.array([self.p[k] if k < len(self.p) else 0.0 for k in self.trio])

    @property
    def shares(self) -> Floats | None:
        """The p of the three classes, renormalised, (3,), unless all are 0."""
        if not self.own.any():
            return None
        p = np.append(self.p, 0.0) if len(self.p) == 2 else self.p  # of two, one corner is no class
        return subset_probabilities(p, self.trio)

    @property
    def weights(self) -> Floats:
        """Weights (3,) that the scores are logarithms of, but for noise; 0 for what is no class."""
        if self.mistake is not Mistake.NOISE_ON_P:
            return self.own
        # With p where ln p should be, it is as if the weights were exp(p).
        return np.where(np.array(self.trio) < len(self.p), np.exp(self.own), 0.0)

    @property
    def mean(self) -> Floats:
        """The mean of s, (3,)."""
        return self.total / self.draws

    @property
    def margin(self) -> Floats:
        """Half the width of its 95 % interval, (3,); 0 where the draws do not differ."""
        around = self.squares / self.draws
        variance = around - (self.mean - 1 / 3) ** 2
        differ = (variance > ROUNDING * around) & (self.draws > 1)
        return np.sqrt(np.where(differ, variance, 0.0) / self.draws) * Z_95

    @property
    def empty(self) -> bool:
        """Whether no draw has a relaxed vector of these classes: all their scores are −∞."""
        return not self.cells.any()

    def contours(self) -> Contours:
        """Return the contours of the exact density, where there is one."""
        if self.mistake not in _LAWFUL or not self.weights.all():
            return NOTHING
        weights = subset_probabilities(self.weights, range(3))
        return lines(tuple(weights.tolist()), self.t) if weights.all() else NOTHING


def put_shifted(scores: Singles, trio: tuple[int, ...], out: Singles) -> None:
    """Put how far the scores of a trio are behind the largest of theirs into ``out`` (3, n)."""
    for corner, k in enumerate(trio):
        out[corner] = scores[k] if k < len(scores) else -np.inf
    np.subtract(out, np.maximum.reduce(out, axis=0), out=out)


def summarise(chunk: Chunk) -> SimplexSummary:
    """Relax the scores of the three classes alone; keep the first, and count and add all.

    The softmax of the three scores is s of the three classes, renormalised (``core.concrete`` says
    why), also where s itself is 0.
    """
    parameters, work = chunk.parameters, chunk.work
    trio, logits = parameters.trio, logits_of(parameters)
    places, classes = np.zeros((2, POINTS), np.float32), np.zeros(POINTS, np.uint8)
    cells, sums = np.zeros((ROWS, COLUMNS), np.int64), np.zeros((2, 3))
    if any(logits[k] > -np.inf for k in trio if k < len(logits)):
        s = work.array("three", (3, chunk.count), np.float32)
        put_shifted(chunk.shifted_scores, trio, s)
        shown = slice(chunk.start, min(chunk.start + chunk.count, POINTS))
        if (first := shown.stop - shown.start) > 0:
            classes[shown] = s[:, :first].argmax(axis=0) + 1
        relax_shifted(s, parameters.effective_temperature, out=s)
        if first > 0:
            places[:, shown] = place(s[:, :first])
        cells = count_cells(s, work)
        sums[0] = s.sum(axis=1)
        np.subtract(s, np.float32(1 / 3), out=s)  # at high t they differ from it by very little
        sums[1] = np.square(s, out=s).sum(axis=1)
    return SimplexSummary(
        parameters.p,
        trio,
        parameters.temperature,
        parameters.mistake,
        places,
        classes,
        cells,
        sums[0],
        sums[1],
        chunk.count,
    )
