"""The law of gradient estimates: how unequally draws contribute to the variance.

An estimate ĝ of one draw contributes q = ‖ĝ − E ĝ‖² to the variance V = E q. The inequality
κ = E q² / V² ≥ 1 says how many draws an estimate of V takes: n draws are worth n / κ equal ones
(Kish). The draws that are shown cannot tell it: what is rare is missing from a small sample, which
then looks harmless. So it is computed from p, t and the loss alone:

- REINFORCE depends on the class only: exactly, from the probabilities of the classes.
- At small t only draws with two nearly equal scores at the top contribute. Near a tie of i and j
  all other s are 0, and the gap of the scores has the density τ_ij: integrals over s_i.
- From ``PILOT_FROM`` on, by 4,096 draws of a fixed seed. In half of them one of the classes that
  are too rare to be seen is raised, each in turn, and draws have weights for it.

Sources: Kish (1965), Survey Sampling: the effective sample size. Veach & Guibas (1995), Optimally
Combining Sampling Techniques: the weights (balance heuristic). For Gumbel noise
τ_ij = p_i p_j (Luce's choice axiom, as in Yellott, 1977); for other noise it is an integral over
the largest score.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Booleans, Floats, Singles
from gumbel_gui.core.gradient_stats import Spread
from gumbel_gui.core.gradient_sums import FLAT, each_estimate
from gumbel_gui.core.gradients import divisor, through_p
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.noise import fill_noise
from gumbel_gui.core.probabilities import Distribution, softmax
from gumbel_gui.core.raised_noise import Raised
from gumbel_gui.core.workspace import Workspace

PILOT, PILOT_SEED = 4096, 2**62 + 1954
PILOT_FROM = 0.1
"""At smaller t the integrals near ties are right to a few percent."""
SEEN = 20.0
"""Classes that are expected less often in the pilot are too rare for it."""
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


def drawable(mistake: Mistake, p: ArrayLike) -> Booleans:
    """Return which classes can be drawn, (K,), from p (K,) with a mistake."""
    weights = np.asarray(p, np.float64)
    if mistake is Mistake.NO_NOISE:
        return np.asarray(np.arange(len(weights)) == weights.argmax())
    if mistake is Mistake.NOISE_ON_P:
        return np.ones(len(weights), np.bool_)
    # Noise between 0 and 1 never makes up for a factor of e.
    factor = math.exp(-1) if mistake is Mistake.UNIFORM else 0.0
    return np.asarray(weights > factor * weights.max())


@lru_cache(maxsize=128)
def class_law(mistake: Mistake, p: tuple[float, ...]) -> ClassLaw:
    """Return what is drawn from p (K,) with a mistake.

    Exact to 1e-14 but for float32 noise, which is taken as the Gumbel noise that it nearly is.
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
    """Integrate over the largest score: class i has it, and the others lie below, or j beside."""
    top, uniform = logits.max(), mistake is Mistake.UNIFORM
    at, step = _pieces(logits) if uniform else _midpoints(top - REACH, top + REACH)
    with np.errstate(divide="ignore", invalid="ignore"):
        x = at - logits[:, None]
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


def _midpoints(low: float, high: float) -> tuple[Floats, Floats]:
    """Return places and weights of an integral of what is smooth and next to 0 at both ends."""
    step: float = (high - low) / STEPS
    at = low + step * (np.arange(STEPS, dtype=np.float64) + 0.5)
    return at, np.full(STEPS, step)


def _pieces(logits: Floats) -> tuple[Floats, Floats]:
    """Return them for uniform noise: between places where a class begins or ends to be below.

    Between those, all is a polynomial of degree K − 1 at most, which Gauss's rule integrates.
    """
    nodes, shares = np.polynomial.legendre.leggauss(len(logits) // 2 + 1)
    ends = np.unique(np.clip((logits, logits + 1), logits.max(), logits.max() + 1))
    half = np.diff(ends)[:, None] / 2
    at: Floats = ends[:-1, None] + half * (nodes + 1)
    return at.ravel(), np.asarray(half * shares).ravel()


def table_inequality(table: Floats, chosen: Floats) -> float:
    """Return κ of estimates that depend on the class alone; ∞ if they do not vary.

    Args:
        table: (K, K), row k is the estimate of a draw of class k (``reinforce_table``).
        chosen: probabilities of the classes, (K,).
    """
    q = ((table - chosen @ table) ** 2).sum(axis=1)
    return _inequality(float(chosen @ q), float(chosen @ q**2))


def table_concentration(table: Floats, chosen: Floats) -> float:
    """Return ρ = tr Σ² / (tr Σ)² of the covariances Σ of such estimates, 1/K … 1."""
    apart = table - chosen @ table
    covariances = (chosen[:, None] * apart).T @ apart
    square = float(np.trace(covariances)) ** 2
    return float((covariances**2).sum()) / square if square > 0 else 1.0


@dataclass(frozen=True)
class RelaxedLaw:
    """What the Gumbel-softmax and straight-through estimates depend on besides t; K weights."""

    p: tuple[float, ...]
    loss: Loss
    weights: tuple[float, ...]
    mistake: Mistake

    def compute(self, t: float) -> tuple[Spread, Spread]:
        """Return the spreads of both, see ``relaxed_spreads``."""
        ties, t = self._law.ties, min(t, FLAT)
        if t < PILOT_FROM:
            found = [Spread(_inequality(*self._near_ties(ties, t, hard))) for hard in (False, True)]
            return found[0], found[1]
        spreads = [*self._pilot(t)]
        return spreads[0], spreads[-1]

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

    def _pilot(self, t: float) -> Iterator[Spread]:
        """Return the spread of one or of both estimates in the pilot."""
        scores, share = _pilot_scores(self.mistake, self.p)
        shifted, codes = scores - scores.max(axis=0), scores.argmax(axis=0).astype(np.uint8)
        inner = self.p if self.mistake is Mistake.NOISE_ON_P else None
        terms = each_estimate(shifted, codes, t, self.loss, self.weights, Workspace(), inner)
        with np.errstate(under="ignore"):
            for values, _, _ in terms:  # a factor makes no difference
                apart = values.astype(np.float64)
                apart -= (apart @ share)[:, None]
                q = (apart**2).sum(axis=0)
                total = float(share @ q)
                square = total**2
                covariances = share * apart @ apart.T
                # Of the products of pairs of draws, those of a draw with itself are no part of Σ².
                pairs = float((covariances**2).sum()) - float(share**2 @ q**2)
                rho = pairs / (1 - float(share @ share)) / square if square > 0 else 1.0
                kappa = _inequality(total, float(share @ q**2))
                yield Spread(kappa, max(rho, 1 / len(self.p)))


@lru_cache(maxsize=512)
def relaxed_spreads(law: RelaxedLaw, t: float) -> tuple[Spread, Spread]:
    """Return those of both estimates at an effective t > 0; κ = ∞ if nothing is known to vary."""
    return law.compute(t)


@lru_cache(maxsize=4)
def _pilot_scores(mistake: Mistake, p: tuple[float, ...]) -> tuple[Singles, Floats]:
    """Return the scores of the pilot (K, 4096), and the shares (4096,) that its draws are of.

    Both are read-only.
    """
    logits = np.array(p if mistake is Mistake.NOISE_ON_P else Distribution(p).logs)
    noise: Floats = _pilot_noise(mistake, len(p)).astype(np.float64)
    density = np.ones(PILOT)
    rare = np.flatnonzero(drawable(mistake, p) & (class_law(mistake, p).chosen * PILOT < SEEN))
    raised = [Raised(mistake, logits, k) for k in rare.tolist()]
    for each, way in enumerate(raised):
        half = slice(each, PILOT // 2, len(rare))
        noise[:, half] = way.noise(noise[:, half])
    for way in raised:
        density += way.density_ratio(noise) / len(rare)
    scores, share = (logits[:, None] + noise).astype(np.float32), 1 / density
    share /= share.sum()
    # Each class is given the share that it has: means of y are then exact, and so q where all of a
    # class are alike. Else κ would be larger by 4ρ / n, as the mean of n draws is not that of all.
    codes = scores.argmax(axis=0)
    found = np.bincount(codes, weights=share, minlength=len(p))[codes]
    chosen = class_law(mistake, p).chosen[codes]
    share *= np.divide(chosen, found, out=np.ones(PILOT), where=found > 0)
    share /= share.sum()
    scores.flags.writeable = share.flags.writeable = False
    return scores, share


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
