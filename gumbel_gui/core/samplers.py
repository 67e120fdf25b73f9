"""Samplers: ways to sample, some of p, some of another distribution, and tests against p."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.class_law import class_law, resolved
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake, NoiseKind
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import Distribution, softmax
from gumbel_gui.core.statistics import SMALLEST_EXPECTED, goodness_of_fit, total_variation
from gumbel_gui.core.theory import tempered
from gumbel_gui.language import mark

Codes = NDArray[np.unsignedinteger[Any]] | NDArray[np.signedinteger[Any]]

LEVEL = 0.001
"""A p-value below this rejects; so is a right sampler in 1 to 1.5 of 1,000 samples."""


@dataclass(frozen=True)
class ClassDistribution:
    """A distribution of the classes (K,) that follows from p and the noise scale b, if known.

    Its name is a formula, or marked for translation.
    """

    name: str
    probabilities: Callable[[Distribution, float], Floats | None]

    @property
    def is_another(self) -> bool:
        """Whether it is a law of its own: neither p nor that of one class alone."""
        return self not in (SAME, CERTAIN)


@dataclass(frozen=True)
class Sampler:
    """A way to sample.

    Attributes:
        key: its name in code.
        name: its formula as short as can be, for a row of a plot.
        formula: what it computes.
        sample: the classes (n,), codes 0 … K − 1, of a chunk and b, lent until the next call.
        distribution: what it samples, if that is known exactly.
    """

    key: str
    name: str
    formula: str
    sample: Callable[[Chunk, float], Codes]
    distribution: ClassDistribution | None = None

    def probabilities(self, p: ArrayLike, b: float) -> Floats | None:
        """Return the probabilities (K,) of its distribution, if that is known."""
        known = self.distribution
        return None if known is None else known.probabilities(Distribution(p), b)


CERTAIN = ClassDistribution("argmax p", lambda p, _: np.eye(len(p))[np.argmax(p)])
SAME = ClassDistribution("p", lambda p, _: np.array(p))
SOFTMAX = ClassDistribution("softmax(p)", lambda p, _: np.array(softmax(p)))
TEMPERED = ClassDistribution("p^(1/b)", tempered)


def sampled_law(parameters: Parameters) -> Floats | None:
    """Return the probabilities (K,) of the classes argmax g, if they are known.

    With single precision they are p to within 1e-5. They are not known where all noise is so nearly
    one number that it depends on its rounding.
    """
    if not resolved(parameters.noise, parameters.logits):
        return None
    mistake, t = parameters.mistake, parameters.temperature
    return class_law(mistake, parameters.probabilities, t).chosen


def _law_of(mistake: Mistake, temperature: float) -> ClassDistribution:
    """Return the law of argmax g with a mistake."""
    if mistake.samples_p:
        return SAME
    if mistake.noise_kind is NoiseKind.NONE:
        return CERTAIN
    name = mark("the law of this mistake")
    if mistake.noise_is_gumbel:
        name = "softmax(p)" if mistake.adds_to_p else "p^(1/t)"

    def law(p: Distribution, _: float) -> Floats | None:
        return sampled_law(Parameters(p, temperature, mistake=mistake))

    return ClassDistribution(name, law)


@lru_cache(maxsize=16)
def samplers(mistake: Mistake = Mistake.NONE, temperature: float = 1.0) -> tuple[Sampler, ...]:
    """Return the seven samplers; a mistake at t changes those that use the noise ε."""
    gumbel, name, law = mistake.noise_is_gumbel, "ln p + ε", _law_of(mistake, temperature)
    if mistake.adds_to_p or (gumbel and mistake.scores_depend_on_t):
        name = "p + ε" if mistake.adds_to_p else "ln p / t + ε"
    return (
        Sampler("certain", "argmax p", "argmax p", _most_probable, CERTAIN),
        Sampler("choice", "choice", "Generator.choice", lambda chunk, _: chunk.choices, SAME),
        _argmax("gumbel", name, lambda chunk, _: chunk.classes, law),
        _argmax("noise-on-p", "p + ε", _noise_on_p, SOFTMAX if gumbel else None),
        _argmax("uniform", "ln p + u", _uniform_noise),
        _argmax("normal", "ln p + z", _normal_noise),
        _argmax("scaled", "ln p + b·ε", _scaled_noise, TEMPERED if gumbel else None),
    )


def _argmax(
    key: str,
    name: str,
    sample: Callable[[Chunk, float], Codes],
    distribution: ClassDistribution | None = None,
) -> Sampler:
    return Sampler(key, name, f"argmax({name})", sample, distribution)


def _most_probable(chunk: Chunk, _: float) -> Codes:
    codes = chunk.work.array("winners", (chunk.count,), np.uint8)
    codes[...] = chunk.parameters.p.argmax()
    return codes


def _noise_on_p(chunk: Chunk, _: float) -> Codes:
    return chunk.winners(chunk.parameters.p, chunk.noise)


def _uniform_noise(chunk: Chunk, _: float) -> Codes:
    return chunk.winners(chunk.parameters.log_p, chunk.uniform)


def _normal_noise(chunk: Chunk, _: float) -> Codes:
    return chunk.winners(chunk.parameters.log_p, chunk.normal)


def _scaled_noise(chunk: Chunk, b: float) -> Codes:
    # Divided by b nothing changes but the scale of the scores, and the noise stays as it is.
    return chunk.winners(chunk.parameters.log_p / b, chunk.noise)


@dataclass(frozen=True)
class FitTest:
    """Chi-square tests of a sampler's counts.

    Attributes:
        distance: total variation distance between its shares and p.
        p_value: of the test against p.
        rejected: whether p is rejected; None where no counts of so many draws could reject it.
        own_p_value: of the test against the sampler's own distribution, if that is known.
        own_rejected: as ``rejected``, and None if that distribution is not known.
    """

    distance: float
    p_value: float
    rejected: bool | None
    own_p_value: float = 1.0
    own_rejected: bool | None = None


def fit_test(counts: ArrayLike, p: Floats, own: Floats | None = None) -> FitTest:
    """Test the counts (K,) of a sampler against p (K,) and its own distribution (K,).

    Raises:
        ValueError: if there is no draw.

    Source: see ``goodness_of_fit``.
    """
    drawn = np.asarray(counts, dtype=np.float64)
    if not drawn.sum() >= 1:
        raise ValueError("counts are all 0, but at least one draw is needed.")
    fit = total_variation(drawn / drawn.sum(), p), *_test(drawn, p)
    return FitTest(*fit) if own is None else FitTest(*fit, *_test(drawn, own))


def _test(counts: Floats, p: Floats) -> tuple[float, bool | None]:
    """Return the p-value, and whether p is rejected (None: it cannot be)."""
    p_value = goodness_of_fit(counts, p)
    if p_value < LEVEL:
        return p_value, True
    return p_value, False if _can_reject(p, float(counts.sum())) else None


def _can_reject(p: Floats, draws: float) -> bool:
    """Return whether some sample of possible classes would be rejected."""
    possible = np.flatnonzero(p)
    if len(possible) == 1:  # nothing else can be drawn: the first draw settles it
        return True
    # No sample is further from p than one of a single class, and then of a rare one. Those that are
    # expected so rarely that the test pools them all give the same.
    common = possible[draws * p[possible] >= SMALLEST_EXPECTED]
    rarest = possible[p[possible].argmin()]
    samples = draws * np.eye(len(p))
    return any(goodness_of_fit(samples[k], p) < LEVEL for k in (rarest, *common))
