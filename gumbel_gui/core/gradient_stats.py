"""Bias and standard deviation of gradient estimators, with intervals, from sums over draws."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.gradient_sums import GradientSums
from gumbel_gui.core.statistics import Z_95

ENOUGH = 50.0
"""Effective number of draws from which intervals are shown, see ``bias_and_deviation``."""
ROUNDING = 2.0**-22
"""How far single precision may move a variance, as a share of it: measured were 2e-7."""


@dataclass(frozen=True)
class Spread:
    """How the variance V = E q of estimates, q = ‖ĝ − E ĝ‖², is made up.

    Attributes:
        inequality: κ = E q² / V², 1 … ∞: how unequally draws contribute.
        concentration: ρ = tr Σ² / (tr Σ)² of the covariances Σ, 1/K … 1.
        exact: whether the law is; else it is right to some percent.
    """

    inequality: float = 1.0
    concentration: float = 1.0
    exact: bool = False


@dataclass(frozen=True)
class EstimatorStats:
    """Bias and standard deviation of an estimator, with 95 % intervals.

    Attributes:
        bias: ‖E ĝ − ∇F‖₂, see ``bias_and_deviation``.
        bias_low, bias_high: ends of its interval.
        deviation: √Σ_j Var ĝ_j, of a single draw.
        deviation_low, deviation_high: ends of its interval.
        error: √E‖ĝ − ∇F‖², the root mean square error of a single draw, of both.
        error_low, error_high: ends of its interval.
        effective_size: number of draws of equal weight that they are worth, n / κ with the law's κ
            (see ``gradient_law``): at small t most draws give nearly 0, and a few give a lot. It is
            ∞ if any draw must give the same, as at t = 0 or without noise.
    """

    bias: float
    bias_low: float
    bias_high: float
    deviation: float
    deviation_low: float
    deviation_high: float
    error: float
    error_low: float
    error_high: float
    effective_size: float

    @classmethod
    def of_law(cls, bias: float, deviation: float) -> Self:
        """Return numbers that are exact."""
        error = math.hypot(bias, deviation)
        bounds = (bias, bias, bias), (deviation, deviation, deviation), (error, error, error)
        return cls(*bounds[0], *bounds[1], *bounds[2], math.inf)

    @property
    def exact(self) -> bool:
        """Whether there is nothing that draws could tell."""
        return self.effective_size == math.inf

    @property
    def enough(self) -> bool:
        """Whether the intervals are valid. It follows from p, t and n, not from what was drawn."""
        return self.effective_size >= ENOUGH


def bias_and_deviation(
    sums: GradientSums, exact: ArrayLike, spread: Spread = Spread()
) -> EstimatorStats:
    """Return bias and standard deviation of an estimator, with intervals.

    Bias. The mean m of n draws lies ‖m − E ĝ‖ from its expectation. By the triangle inequality
    the bias lies within that of ‖m − ∇F‖. By the central limit theorem, n‖m − E ĝ‖² is about
    Σ λ_i χ²_1 with Σ λ_i = V, the total variance. Its 95 % point is largest if a single λ is not
    0: it is at most 1.96² V. So the interval ‖m − ∇F‖ ± 1.96 √(V/n) is a bound: it covers in at
    least 95 % of cases, whatever the covariances are, and nearly always in many classes. It is cut
    off at 0.

    ‖m − ∇F‖ itself is too large, since noise has a length in any direction: E‖m − ∇F‖² is the
    bias squared + V/n. What is returned as bias has V/n taken off (0 if less is left). It always
    lies in the interval.

    Deviation. The estimate of V has the relative standard error r, r² = (κ − 1)/n + 2ρ/n², where κ
    is the law's, or the draws' own if that is larger and the law is not exact. The interval is that
    of a count, whose variance is in proportion to it (Wilson's):
    V (1 + h²/2 ± h √(1 + h²/4)), h = 1.96 r and what single precision may add; square roots taken.

    Error. Its square has a mean of n squares ‖ĝ − ∇F‖² as its estimate, which differs from what is
    right by as much as the variance does, and by 2 (m − E ĝ)·(E ĝ − ∇F), which has a standard
    deviation of at most 2 √(V/n) times the bias. Its interval is those of both, added: a bound.

    In simulations these were covered in 93 % or more, and the deviation in no more than 99.5 % but
    for discrete laws, wherever the draws were worth ``ENOUGH``; where they were worth 2, in as few
    as 6 %. The table is ``tests/margins/gradients/GRADIENTS.md``.

    Args:
        sums: of the draws.
        exact: ∇F, (K,).
        spread: that of the law, see ``gradient_law``.

    Sources: Székely & Bakirov (2003), Extremal Probabilities for Gaussian Quadratic Forms: the
    largest 95 % point. Wilson (1927), Probable Inference: the interval of a count.
    """
    n = sums.count
    variance = sums.scatter / max(n - 1, 1)
    radius = Z_95 * math.sqrt(variance / n)
    offset = float(np.linalg.norm(sums.total / n - np.asarray(exact, np.float64)))
    whole = sums.scatter**2
    kappa, rho = min(spread.inequality, float(n)), spread.concentration
    if whole > 0 and not spread.exact:
        kappa = max(kappa, _without_own_means(n * sums.fourth / whole, rho, sums.parts, n))
    h = Z_95 * math.sqrt((kappa - 1) / n + 2 * rho / n**2)
    h += 0.0 if spread.exact else ROUNDING
    middle, half = 1 + h**2 / 2, h * math.sqrt(1 + h**2 / 4)
    bias_square = max(offset**2 - variance / n, 0.0)
    square, cross = bias_square + variance, 2 * radius * (offset + radius)
    return EstimatorStats(
        math.sqrt(bias_square),
        max(offset - radius, 0.0),
        offset + radius,
        math.sqrt(variance),
        math.sqrt(variance * (middle - half)),
        math.sqrt(variance * (middle + half)),
        math.sqrt(square),
        math.sqrt(max(square - variance * (1 - middle + half) - cross, 0.0)),
        math.sqrt(square + variance * (middle + half - 1) + cross),
        n / spread.inequality,
    )


def _without_own_means(kappa: float, rho: float, parts: int, n: int) -> float:
    """Return κ of draws without what it may be larger by as q are about the means of their parts.

    To first order that is (4ρ − 2(κ − 1)) · parts / n, with a relative spread of √(2ρ / parts), of
    which three are taken off, too. It matters where all q are nearly equal; there the law is right.
    """
    excess = max(4 * rho - 2 * (kappa - 1), 0.0) * parts / n
    return kappa - excess * (1 + 3 * math.sqrt(2 * rho / parts))
