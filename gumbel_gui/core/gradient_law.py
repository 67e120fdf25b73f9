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
Combining Sampling Techniques: the weights (balance heuristic). τ_ij is that of ``class_law``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Bytes, Floats, Singles
from gumbel_gui.core.class_law import class_law, drawable
from gumbel_gui.core.gradient_stats import Spread
from gumbel_gui.core.gradient_sums import FLAT, values_of_each
from gumbel_gui.core.gradients import divisor, through_p
from gumbel_gui.core.kernels import products
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake, Noise
from gumbel_gui.core.noise import fill_noise
from gumbel_gui.core.parameters import effective_temperature
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.core.raised_noise import RAISED, Raised
from gumbel_gui.core.sampling import first_argmax
from gumbel_gui.core.workspace import Workspace

PILOT, PILOT_SEED = 4096, 2**62 + 1954
PILOT_FROM = 0.1
"""At smaller t the integrals near ties are right to a few percent."""
SEEN = 20.0
"""Classes that are expected less often in the pilot are too rare for it."""
NODES, SHARES = np.polynomial.legendre.leggauss(12)


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


UNKNOWN = Spread(math.inf)
"""Of estimates of which it is not known how unequal they are."""


@dataclass(frozen=True)
class RelaxedLaw:
    """What the Gumbel-softmax and straight-through estimates depend on besides t; K weights."""

    p: tuple[float, ...]
    loss: Loss
    weights: tuple[float, ...]
    mistake: Mistake

    def compute(self, temperature: float) -> tuple[Spread, Spread]:
        """Return the spreads of both, see ``relaxed_spreads``."""
        mistake = self.mistake
        t = min(effective_temperature(mistake, temperature), FLAT)
        if t < PILOT_FROM:
            if mistake.in_half_precision:  # scores are on a grid: no two are nearly equal
                return UNKNOWN, UNKNOWN
            ties = class_law(mistake, self.p).ties
            found = [Spread(_inequality(*self._near_ties(ties, t, hard))) for hard in (False, True)]
            return found[0], found[1]
        at = temperature if mistake.scores_depend_on_t else 1.0
        pilot = _pilot_scores(mistake, self.p, at)
        spreads = [UNKNOWN] if pilot is None else [*self._pilot(t, *pilot)]
        return spreads[0], spreads[-1]

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
        if not self.mistake.adds_to_p:
            return 2.0
        p = np.array(self.p)
        image = through_p(np.eye(len(p)), p)
        return np.asarray(((image[:, :, None] - image[:, None, :]) ** 2).sum(axis=0))

    def _pilot(self, t: float, shifted: Singles, codes: Bytes, share: Floats) -> Iterator[Spread]:
        """Return the spread of one or of both estimates in the pilot."""
        inner = self.p if self.mistake.adds_to_p else None
        every = values_of_each(shifted, codes, t, self.loss, self.weights, inner)
        with np.errstate(under="ignore"):
            for values in every:
                weighed = share.astype(values.dtype)
                apart = values - (values @ weighed)[:, None]
                q = np.add.reduce(apart * apart, axis=0).astype(np.float64)
                total = float(share @ q)
                square = total**2
                apart *= np.sqrt(weighed)
                covariances = products(apart.astype(np.float32, copy=False))
                # Of the products of pairs of draws, those of a draw with itself are no part of Σ².
                pairs = float((covariances**2).sum()) - float(share**2 @ q**2)
                rho = pairs / (1 - float(share @ share)) / square if square > 0 else 1.0
                kappa = _inequality(total, float(share @ q**2))
                yield Spread(kappa, max(rho, 1 / len(self.p)))


@lru_cache(maxsize=512)
def relaxed_spreads(law: RelaxedLaw, t: float) -> tuple[Spread, Spread]:
    """Return those of both estimates at t > 0; κ = ∞ if nothing is known to vary, or of it."""
    return law.compute(t)


@lru_cache(maxsize=16)
def _pilot_scores(
    mistake: Mistake, p: tuple[float, ...], at: float
) -> tuple[Singles, Bytes, Floats] | None:
    """Return gaps g − max g (K, 4096) and classes of the pilot, and the shares of its draws.

    All are read-only. None if a class is too rare for it, and the noise none that can be raised.
    """
    noise_, logits = mistake.noise(at), mistake.logits(Distribution(p), at)
    chosen = class_law(mistake, p, at).chosen
    rare = np.flatnonzero(drawable(mistake, p, at) & (chosen * PILOT < SEEN))
    if len(rare) and noise_.kind not in RAISED:
        return None
    noise: Floats = _pilot_noise(noise_, len(p)).astype(np.float64)
    density = np.ones(PILOT)
    raised = [Raised(noise_.kind, logits, k) for k in rare.tolist()]
    for each, way in enumerate(raised):
        half = slice(each, PILOT // 2, len(rare))
        noise[:, half] = way.noise(noise[:, half])
    for way in raised:
        density += way.density_ratio(noise) / len(rare)
    scores, share = (logits[:, None] + noise).astype(np.float32), 1 / density
    largest, codes = np.maximum.reduce(scores, axis=0), np.empty(PILOT, np.uint8)
    first_argmax(scores, largest, codes)
    share /= share.sum()
    # Each class is given the share that it has: means of y are then exact, and so q where all of a
    # class are alike. Else κ would be larger by 4ρ / n, as the mean of n draws is not that of all.
    found = np.bincount(codes, weights=share, minlength=len(p))[codes]
    share *= np.divide(chosen[codes], found, out=np.ones(PILOT), where=found > 0)
    share /= share.sum()
    scores -= largest
    scores.flags.writeable = codes.flags.writeable = share.flags.writeable = False
    return scores, codes, share


@lru_cache(maxsize=4)
def _pilot_noise(which: Noise, classes: int) -> Singles:
    """Return ε (K, 4096), read-only."""
    noise, work = np.empty((classes, PILOT), np.float32), Workspace()
    for k, row in enumerate(noise):
        fill_noise(which, work, PILOT_SEED, k, 0, row)
    noise.flags.writeable = False
    return noise


def _inequality(total: float, squares: float) -> float:
    """Return κ of E q and E q²; ∞ if nothing contributes."""
    square = total**2
    return max(squares / square, 1.0) if square > 0 else math.inf
