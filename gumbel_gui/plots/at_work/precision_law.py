"""What rounded x make of the law of the classes, for the plot of the noise's precision; cached."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Booleans, Floats, Whole
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.precision import (
    EXACT_BITS,
    FEWEST_BITS,
    MOST_BITS,
    Grid,
    NoiseFormat,
    exact_law,
    near_law,
    never_drawn,
)
from gumbel_gui.core.samplers import sampled_law
from gumbel_gui.core.statistics import total_variation
from gumbel_gui.language import tr
from gumbel_gui.plots.items.class_bars import intervals_with
from gumbel_gui.plots.table import Quantity
from gumbel_gui.plots.words.text import superscript

FEW_SCORES = 2**17
"""Points of the curves are exact up to so many values of x of all classes, for the sake of time."""
ROUNDING = 1e-13
"""Distances below this are 0."""
OFFSETS = (0.5, 0.0)
"""Of the two curves: x = (j + ½) / 2^b and x = j / 2^b."""
ALL_BITS = np.arange(FEWEST_BITS, MOST_BITS + 1)


@dataclass(frozen=True)
class RoundedLaw:
    """What rounding x makes of a law.

    Attributes:
        unrounded: the law without rounding, (K,).
        law: with it, (K,).
        off: how far that may be off, (K,), 0 where it is exact.
        never: which classes are never drawn, (K,).
    """

    unrounded: Floats
    law: Floats
    off: Floats
    never: Booleans

    @property
    def distance(self) -> float:
        """The total variation distance of the two laws, at most."""
        far = total_variation(self.law, self.unrounded) + float(self.off.sum()) / 2
        return far if far > ROUNDING else 0.0


def grid_of(parameters: Parameters) -> Grid:
    """Return the values of x."""
    return Grid.of(parameters.noise_format, parameters.bits)


def rounded_law(parameters: Parameters) -> RoundedLaw | None:
    """Return the law where the noise is −ln(−ln x), else None."""
    logits, unrounded = tuple(parameters.logits.tolist()), sampled_law(parameters)
    if unrounded is None or not parameters.mistake.noise_is_gumbel:
        return None
    return _law(logits, tuple(unrounded.tolist()), grid_of(parameters))


@lru_cache(maxsize=64)
def _law(logits: tuple[float, ...], unrounded: tuple[float, ...], grid: Grid) -> RoundedLaw:
    scores, p = np.array(logits), np.array(unrounded)
    law, off = (exact_law(scores, grid), 0 * p) if grid.exact else near_law(p, grid)
    return RoundedLaw(p, law, off, never_drawn(scores, grid))


def distances(parameters: Parameters) -> tuple[Floats, Booleans]:
    """Return the distances of both curves (2, bits), and which of them (bits,) are exact.

    The others are what the distance is at most.
    """
    logits, unrounded = parameters.logits, sampled_law(parameters)
    assert unrounded is not None
    return _distances(tuple(logits.tolist()), tuple(unrounded.tolist()))


@lru_cache(maxsize=8)
def _distances(logits: tuple[float, ...], unrounded: tuple[float, ...]) -> tuple[Floats, Booleans]:
    scores, p = np.array(logits), np.array(unrounded)
    exact = (ALL_BITS <= EXACT_BITS) & (len(p) << ALL_BITS <= FEW_SCORES)
    found = np.zeros((2, len(ALL_BITS)))
    for row, offset in zip(found, OFFSETS, strict=True):
        for i, bits in enumerate(ALL_BITS.tolist()):
            grid = Grid(bits, offset)
            law, off = (exact_law(scores, grid), 0 * p) if exact[i] else near_law(p, grid)
            row[i] = RoundedLaw(p, law, off, p > 1).distance
    return np.minimum(found, 1.0), exact


def told_class(known: RoundedLaw) -> int:
    """Return the most probable class that is never drawn, or the farthest off in proportion."""
    p = known.unrounded
    if (known.never & (p > 0)).any():
        return int(np.where(known.never, p, 0).argmax())
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = np.abs(np.log(known.law / p))
    return int(np.where(p > 0, ratios, 0).argmax())


def values_of(parameters: Parameters) -> str:
    """Return the values of x as a formula."""
    grid = grid_of(parameters)
    power = f"2{superscript(grid.bits)}"
    if parameters.noise_format is NoiseFormat.GRID:
        return f"x = (j + ½)/{power}"
    return tr("{name} x = j/{power}", name=parameters.noise_format.label, power=power)


def quantities(counts: Whole, parameters: Parameters, known: RoundedLaw) -> tuple[Quantity, ...]:
    """Return the numbers of the caption."""
    p, k, draws = known.unrounded, told_class(known), int(counts.sum())
    return (
        Quantity("draws", draws),
        Quantity("bits", grid_of(parameters).bits, words="b"),
        Quantity("classes", parameters.classes),
        Quantity("distance", known.distance),
        Quantity("intervals_with_exact", intervals_with(known.law, counts, draws)),
        Quantity("never_drawn", int((known.never & (p > 0)).sum()), words=tr("never drawn")),
        Quantity("told_class", k),
        Quantity("its_share", float(known.law[k]), exact=float(p[k]), words=tr("its share")),
        Quantity("share_of_first", float(known.law[0]), words=tr("share of the first class")),
    )
