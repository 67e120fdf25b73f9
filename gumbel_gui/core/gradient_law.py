"""The law of gradient estimates: how unequally draws contribute to the variance.

An estimate ĝ of one draw contributes q = ‖ĝ − E ĝ‖² to the variance V = E q. The inequality
κ = E q² / V² ≥ 1 says how many draws an estimate of V takes: n draws are worth n / κ equal ones
(Kish). The draws that are shown cannot tell it: what is rare is missing from a small sample, which
then looks harmless. So it is computed from p, t and the loss alone:

- REINFORCE depends on the class only: exactly, from the probabilities of the classes.
- At small t only draws with two nearly equal scores at the top contribute. Near a tie of i and j
  all other s are 0, and the gap of the scores has the density τ_ij: integrals over s_i.
- From ``PILOT_FROM`` on, by 4,096 draws of a fixed seed; ties and classes that are too rare to be
  among them are added from the integrals.

Sources: Kish (1965), Survey Sampling: the effective sample size. For Gumbel noise
τ_ij = p_i p_j (Luce's choice axiom, as in Yellott, 1977); for other noise it is an integral over
the largest score.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.gradient_sums import FLAT, estimate
from gumbel_gui.core.gradients import divisor, through_p
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.noise import fill_noise
from gumbel_gui.core.probabilities import Distribution, softmax
from gumbel_gui.core.workspace import Workspace

PILOT, PILOT_SEED = 4096, 2**62 + 1954
PILOT_FROM = 0.1
"""At smaller t the integrals near ties are right to a few percent."""
SEEN = 5.0
"""What is expected at least this often in the pilot is left to it."""
WARM = 2.0
"""From this t on rare ties do not stand out: all draws contribute, rare classes by their y only."""
NODES, SHARES = np.polynomial.legendre.leggauss(12)
REACH, STEPS = 9.0, 720
"""The integral over the largest score: how far around the largest ln p, and in how many steps."""


@dataclass(frozen=True)
class ClassLaw:
    """What is drawn.

    Attributes:
        chosen: probabilities of argmax g, (K,).
        ties: τ_ij, density at 0 of the gap between the two largest scores, i first and j second,
            (K, K), symmetric; the diagonal is 0.
    """

    chosen: Floats
    ties: Floats


@lru_cache(maxsize=4)
def class_law(mistake: Mistake, p: tuple[float, ...]) -> ClassLaw:
    """Return what is drawn from p (K,) with a mistake.

    Exact for Gumbel noise, which float32 noise is nearly; right to 0.2 % for uniform noise.
    """
    shares = np.array(softmax(p) if mistake is Mistake.NOISE_ON_P else p)
    if mistake is Mistake.NO_NOISE:
        shares = np.eye(len(p))[shares.argmax()]
        return ClassLaw(shares, np.zeros((len(p), len(p))))
    if mistake in (Mistake.UNIFORM, Mistake.NORMAL):
        return _by_quadrature(mistake, np.array(Distribution(p).logs))
    ties = np.outer(shares, shares)
    np.fill_diagonal(ties, 0)
    return ClassLaw(shares, ties)


def _by_quadrature(mistake: Mistake, logits: Floats) -> ClassLaw:
    """Integrate over the largest score x: class i has it, and the others lie below, or j beside."""
    top, uniform = logits.max(), mistake is Mistake.UNIFORM
    ends = (top, top + 1) if uniform else (top - REACH, top + REACH)
    step = (ends[1] - ends[0]) / STEPS
    with np.errstate(divide="ignore", invalid="ignore"):
        x = ends[0] + step * (np.arange(STEPS) + 0.5) - logits[:, None]
        if uniform:
            density, below = ((x > 0) & (x < 1)).astype(np.float64), np.clip(x, 0, 1)
        else:
            density = np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)
            below = np.array([[math.erfc(-v / math.sqrt(2)) / 2 for v in row] for row in x])
        first = np.where(density > 0, density / below, 0.0)
    all_below = step * below.prod(axis=0)
    ties = (first * all_below) @ first.T
    np.fill_diagonal(ties, 0)
    return ClassLaw(first @ all_below, ties)


def table_inequality(table: Floats, chosen: Floats) -> float:
    """Return κ of estimates that depend on the class alone; ∞ if they do not vary.

    Args:
        table: (K, K), row k is the estimate of a draw of class k (``reinforce_table``).
        chosen: probabilities of the classes, (K,).
    """
    q = ((table - chosen @ table) ** 2).sum(axis=1)
    return _inequality(float(chosen @ q), float(chosen @ q**2))


@dataclass(frozen=True)
class RelaxedLaw:
    """κ of the Gumbel-softmax and straight-through estimates.

    p and the weights of the loss have K entries.
    """

    p: tuple[float, ...]
    loss: Loss
    weights: tuple[float, ...]
    mistake: Mistake

    def inequality(self, t: float) -> tuple[float, float]:
        """Return κ of both at an effective t > 0; ∞ where nothing is known to contribute."""
        ties, t = self._law.ties, min(t, FLAT)
        if t < PILOT_FROM:
            soft, hard = (_inequality(*self._near_ties(ties, t, each)) for each in (False, True))
            return soft, hard
        rare = ties * t * PILOT < SEEN if t < WARM else np.zeros(ties.shape, np.bool_)
        found = []
        for straight, (seen, square) in enumerate(self._pilot(t)):
            more, squares = self._near_ties(ties * rare, t, bool(straight))
            if straight and self.loss is Loss.DISTANCE and t >= WARM:
                more, squares = self._rare_classes(t)
            found.append(_inequality(seen + more, square + squares))
        return found[0], found[1]

    @property
    def _law(self) -> ClassLaw:
        return class_law(self.mistake, self.p)

    def _near_ties(self, ties: Floats, t: float, hard: bool) -> tuple[float, float]:
        """Return E q and E q² of draws near ties of these densities, at a small t.

        There ĝ = s (1 − s)(a_i − a_j)(e_i − e_j) / t with s = s_i from 1/2 to 1, and the gap
        t·ln(s / (1 − s)) has the density τ_ij.
        """
        apart = np.subtract.outer(np.array(self.weights), np.array(self.weights))
        lengths, total, squares = self._lengths(), 0.0, 0.0
        for s, share in zip((NODES + 3) / 4, SHARES / 4, strict=True):
            slopes = apart
            if self.loss is Loss.DISTANCE:
                slopes = 2 * ((1.0 if hard else 2 * s - 1) - apart)
            q = lengths * (s * (1 - s) * slopes / divisor(t, np.float32)) ** 2
            weighed = ties * t * share / (s * (1 - s))
            total += float((weighed * q).sum())
            squares += float((weighed * q**2).sum())
        return total, squares

    def _lengths(self) -> Floats | float:
        """Return ‖e_i − e_j‖², with noise on p that of its image under the slopes of p, (K, K)."""
        if self.mistake is not Mistake.NOISE_ON_P:
            return 2.0
        p = np.array(self.p)
        image = through_p(np.eye(len(p)), p)
        return np.asarray(((image[:, :, None] - image[:, None, :]) ** 2).sum(axis=0))

    def _rare_classes(self, t: float) -> tuple[float, float]:
        """Return E q and E q² of straight-through by classes that are too rare for the pilot.

        At large t, s is nearly 1/m, and ĝ = 2 (y − 1/m) / (m t) and a constant: a class that is
        drawn instead of the usual one moves it by at most 4 / (m t) per √2.
        """
        chosen = self._law.chosen
        rare = float(chosen[chosen * PILOT < SEEN].sum())
        q = 2 * (2 / (np.count_nonzero(chosen) * t)) ** 2
        return rare * q, rare * q**2

    def _pilot(self, t: float) -> list[tuple[float, float]]:
        """Return the means of q and q² of both estimates in the pilot."""
        logits = np.array(self.p)
        if self.mistake is not Mistake.NOISE_ON_P:
            logits = np.array(Distribution(self.p).logs)
        scores = logits.astype(np.float32)[:, None] + _pilot_noise(self.mistake, len(self.p))
        shifted, codes = scores - scores.max(axis=0), scores.argmax(axis=0).astype(np.uint8)
        inner = self.p if self.mistake is Mistake.NOISE_ON_P else None
        both = estimate(shifted, codes, t, self.loss, self.weights, Workspace(), inner)
        return [(sums.scatter / sums.count, sums.fourth / sums.count) for sums in both]


@lru_cache(maxsize=4)
def _pilot_noise(mistake: Mistake, classes: int) -> Singles:
    """Return ε (K, 4096), read-only."""
    noise, work = np.empty((classes, PILOT), np.float32), Workspace()
    for k, row in enumerate(noise):
        fill_noise(mistake, work, PILOT_SEED, k, 0, row)
    noise.flags.writeable = False
    return noise


def _inequality(total: float, squares: float) -> float:
    """Return κ of E q and E q²; ∞ if nothing contributes."""
    square = total**2
    return max(squares / square, 1.0) if square > 0 else math.inf
