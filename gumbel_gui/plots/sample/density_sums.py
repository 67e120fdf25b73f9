"""Sums of the density of s, on an axis of s or of its logit, and the exact law of two classes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from gumbel_gui.core import kernels
from gumbel_gui.core.arrays import Floats, Singles, Whole
from gumbel_gui.core.counting import count_rows
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.kernels import moments
from gumbel_gui.core.noise_laws import difference_cdf
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.language import tr
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.words.text import number

BINS = 50
EDGES = np.linspace(0, 1, BINS + 1)
"""Of the bins on the axis, whose length is 1."""
FARTHEST = 80.0
"""The largest logit on an axis: e^−80 is 10⁻³⁵."""


@dataclass(frozen=True)
class DensitySummary(Sums):
    """Counts (K, bins), and sums and sums of squares (K,) of the entries."""

    counts: Whole
    total: Floats
    squares: Floats
    draws: int

    @property
    def mean(self) -> Floats:
        """Mean of each entry, (K,)."""
        return self.total / self.draws


@dataclass(frozen=True)
class DensityAxis:
    """The axis of s: s itself, or where ``reach`` is above 0 its logit, from −reach to reach."""

    reach: float = 0.0

    @classmethod
    def of(cls, parameters: Parameters) -> DensityAxis:
        """Return the axis that parameters ask for.

        Scores differ by up to about 10, and so logits by up to 10/t; equal shares of K classes have
        the logit −ln(K − 1). Farther out than FARTHEST s is 0 in single precision.
        """
        if not parameters.logit_axis:
            return cls()
        t = max(parameters.effective_temperature, 10 / FARTHEST)
        reach = math.ceil(10 / t + math.log(parameters.classes - 1))
        return cls(min(float(reach), FARTHEST))

    def place(self, s: Floats) -> Floats:
        """Return where s are on the axis, 0 … 1; at an end what is beyond it."""
        if not self.reach:
            return s
        with np.errstate(divide="ignore"):
            logits = np.log(s) - np.log1p(-s)
        return np.clip((logits / self.reach + 1) / 2, 0, 1)

    @property
    def logits(self) -> Floats:
        """The logits of the edges of the bins."""
        if self.reach:
            return self.reach * (2 * EDGES - 1)
        with np.errstate(divide="ignore"):
            return np.log(EDGES) - np.log1p(-EDGES)

    @property
    def edges(self) -> Floats:
        """The s of the edges of the bins."""
        with np.errstate(over="ignore"):
            return 1 / (1 + np.exp(-self.logits)) if self.reach else EDGES

    @property
    def unit(self) -> float:
        """The length of the axis, in units of s or of its logit."""
        return 2 * self.reach or 1.0

    def ticks(self) -> list[tuple[float, str]]:
        """Return places and numbers of the ticks."""
        if not self.reach:
            return [(x, number(x)) for x in (0, 0.2, 0.4, 0.6, 0.8, 1)]
        most = int(self.reach / math.log(10))
        step = max(-(-most // 3), 1)
        found = [(0.5, number(0.5))]
        for power in range(step, most + 1, step):
            near = 10.0**-power
            place = (math.log1p(-near) - math.log(near)) / self.unit
            text = "10" + str(-power).translate(_RAISED)
            found += [(0.5 - place, text), (0.5 + place, f"1−{text}")]
        return sorted(found)


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def summarise(chunk: Chunk) -> DensitySummary:
    """Count the entries of a chunk in the bins of the axis, and add them, class by class."""
    s, work, axis = chunk.relaxed, chunk.work, DensityAxis.of(chunk.parameters)
    if not axis.reach:
        return DensitySummary(*kernels.count(s, BINS), chunk.count)
    scaled = work.array("scaled", s.shape, np.float32)
    codes = work.array("codes", s.shape, np.uint8)
    _places(s, axis, scaled)
    np.copyto(codes, scaled, casting="unsafe")
    # The first and the last code are beyond the axis.
    return DensitySummary(count_rows(codes, BINS + 2)[:, 1:-1], *moments(s), chunk.count)


def _places(s: Singles, axis: DensityAxis, out: Singles) -> None:
    """Put the bins of the logits of s (K, n) into ``out``: 0 and BINS + 1 are beyond the axis."""
    with np.errstate(divide="ignore", over="ignore", under="ignore"):
        for k, row in enumerate(s):
            # 1 − s would lose its digits where s is nearly 1.
            rest = s[:k].sum(axis=0) + s[k + 1 :].sum(axis=0)
            np.subtract(np.log(row), np.log(rest), out=out[k])
    np.multiply(out, BINS / axis.unit, out=out)
    np.add(out, 1 + BINS / 2, out=out)
    np.clip(out, 0, BINS + 1, out=out)


def exact_density(parameters: Parameters) -> Floats:
    """Return the exact mean densities in the bins of two classes, (2, bins), or none, (0, bins).

    For K = 2, s₁ ≤ x where (l₁ − l₂ + ε₁ − ε₂) / t ≤ logit x, with l what the noise is added to.
    With Gumbel noise that is σ(t·logit x − logit p₁) (Maddison, Mnih & Teh, 2017).
    """
    logits, t = parameters.logits, parameters.effective_temperature
    if len(logits) != 2 or t == 0 or not np.isfinite(logits).all():
        return np.zeros((0, BINS))
    with np.errstate(over="ignore"):
        apart = t * DensityAxis.of(parameters).logits - (logits[0] - logits[1])
    below = difference_cdf(parameters.noise, apart)
    if below is None:
        return np.zeros((0, BINS))
    first = np.diff(below) * BINS
    return np.stack([first, first[::-1]])


def peak_limit(parameters: Parameters) -> tuple[int, float] | None:
    """Return m, the classes that can occur, and the t that decides on a peak of the joint density.

    That is log-convex for t ≤ 1/(m − 1) (Maddison, Mnih & Teh, 2017). Near a face where j classes
    go to 0 like δ it goes like δ^(m t − j (t + 1)), and so to 0 at all faces for t > m − 1. None
    where s has no such density.
    """
    mistake, t = parameters.mistake, parameters.temperature
    m = int(np.isfinite(parameters.logits).sum())
    if not (mistake.noise_is_gumbel and mistake.relaxes_by_t) or t == 0 or m < 2:
        return None
    return m, (m - 1.0 if t > m - 1 else 1 / (m - 1))


def peak(parameters: Parameters) -> str:
    """Return in a sentence whether the joint density of s has a peak inside, where t decides."""
    found, t = peak_limit(parameters), parameters.temperature
    if found is None:
        return ""
    m, value = found
    k, limit = "K" if m == parameters.classes else str(m), number(value, 2)
    if m > 2:
        limit = f"{k} − 1 = {limit}" if t > m - 1 else f"1/({k} − 1) = {limit}"
    if t > m - 1:
        return tr("As t > {limit}, the joint density of s has a peak inside.", limit=limit)
    if t <= value:
        return tr("As t ≤ {limit}, the joint density of s has no peak inside.", limit=limit)
    return ""  # between these limits it depends on p
