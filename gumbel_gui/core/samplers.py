"""Ways to sample that are set beside each other: those that sample p, and those that look alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.probabilities import softmax
from gumbel_gui.core.sampling import log_probabilities
from gumbel_gui.core.statistics import SMALLEST_EXPECTED, goodness_of_fit, total_variation
from gumbel_gui.core.theory import tempered

Codes = NDArray[np.unsignedinteger[Any]] | NDArray[np.signedinteger[Any]]

LEVEL = 0.001
"""A p-value below this rejects; a right sampler is rejected about once in a thousand samples."""
GUMBEL = frozenset({Mistake.NONE, Mistake.NOISE_ON_P, Mistake.T_OUTSIDE})
"""What may go wrong while ε is still standard Gumbel noise."""


@dataclass(frozen=True)
class ClassDistribution:
    """A distribution of the classes that follows from p and b."""

    name: str
    probabilities: Callable[[Floats, float], Floats]


@dataclass(frozen=True)
class Sampler:
    """A way to sample.

    Attributes:
        key: what it is called in code.
        name: its formula as short as can be, for a row of a plot.
        formula: what it computes.
        sample: the classes (n,) of a chunk, codes 0 … K − 1, lent until the next one is asked.
        law: what it samples, if that is known exactly.
    """

    key: str
    name: str
    formula: str
    sample: Callable[[Chunk], Codes]
    law: ClassDistribution | None = None

    def target(self, p: Floats, b: float) -> Floats | None:
        """Return the probabilities (K,) of its law, if it is known."""
        return None if self.law is None else self.law.probabilities(p, b)


CERTAIN = ClassDistribution("argmax p", lambda p, _: np.eye(len(p))[p.argmax()])
SAME = ClassDistribution("p", lambda p, _: p)
SOFTMAX = ClassDistribution("softmax(p)", lambda p, _: np.array(softmax(p.tolist())))
TEMPERED = ClassDistribution("p^(1/b)", tempered)


def samplers(mistake: Mistake = Mistake.NONE) -> tuple[Sampler, ...]:
    """Return the seven ways to sample; a mistake changes those that use the noise ε."""
    right = mistake in GUMBEL
    on_p = mistake is Mistake.NOISE_ON_P
    ours = "p + ε" if on_p else "ln p + ε"
    law = SOFTMAX if on_p else SAME if right else None
    return (
        Sampler("certain", "argmax p", "argmax p", _most_probable, CERTAIN),
        Sampler("choice", "choice", "Generator.choice", lambda chunk: chunk.choices, SAME),
        _argmax("gumbel", ours, lambda chunk: chunk.classes, law),
        _argmax("noise-on-p", "p + ε", _noise_on_p, SOFTMAX if right else None),
        _argmax("uniform", "ln p + u", _uniform_noise),
        _argmax("normal", "ln p + z", _normal_noise),
        _argmax("scaled", "ln p + b·ε", _scaled_noise, TEMPERED if right else None),
    )


def _argmax(
    key: str, name: str, sample: Callable[[Chunk], Codes], law: ClassDistribution | None = None
) -> Sampler:
    return Sampler(key, name, f"argmax({name})", sample, law)


def _most_probable(chunk: Chunk) -> Codes:
    codes = chunk.work.array("winners", (chunk.count,), np.uint8)
    codes[...] = chunk.parameters.p.argmax()
    return codes


def _noise_on_p(chunk: Chunk) -> Codes:
    return chunk.winners(chunk.parameters.p, chunk.noise)


def _uniform_noise(chunk: Chunk) -> Codes:
    return chunk.winners(log_probabilities(chunk.parameters.probabilities), chunk.uniform)


def _normal_noise(chunk: Chunk) -> Codes:
    return chunk.winners(log_probabilities(chunk.parameters.probabilities), chunk.normal)


def _scaled_noise(chunk: Chunk) -> Codes:
    # Divided by b nothing changes but the scale of the scores, and the noise stays as it is.
    log_p = log_probabilities(chunk.parameters.probabilities)
    return chunk.winners(log_p / chunk.parameters.noise_scale, chunk.noise)


@dataclass(frozen=True)
class FitTest:
    """What the counts of a sampler say of it.

    Attributes:
        distance: total variation distance between its shares and p.
        p_value: of the chi-square test against p.
        fits: whether the test lets p stand, or None where it could not reject, whatever was drawn.
        own_p_value: of the test against the law that it samples, if it is known.
        fits_own: as ``fits``, and None if that law is not known.
    """

    distance: float
    p_value: float
    fits: bool | None
    own_p_value: float = 1.0
    fits_own: bool | None = None


def fit_test(counts: ArrayLike, p: Floats, law: Floats | None = None) -> FitTest:
    """Test the counts (K,) of a sampler against p (K,) and against its own law (K,).

    Raises:
        ValueError: if there is no draw.
    """
    drawn = np.asarray(counts, dtype=np.float64)
    if not drawn.sum() >= 1:
        raise ValueError("counts are all 0, but at least one draw is needed.")
    fit = total_variation(drawn / drawn.sum(), p), *_test(drawn, p)
    return FitTest(*fit, *_test(drawn, law)) if law is not None else FitTest(*fit)


def _test(counts: Floats, p: Floats) -> tuple[float, bool | None]:
    """Return the p-value, and whether p may stand (None: it may, whatever is drawn)."""
    p_value = goodness_of_fit(counts, p)
    if p_value < LEVEL:
        return p_value, False
    return p_value, True if _can_reject(p, float(counts.sum())) else None


def _can_reject(p: Floats, draws: float) -> bool:
    """Tell whether some sample of possible classes would be rejected."""
    possible = np.flatnonzero(p)
    if len(possible) == 1:  # nothing else can be drawn: the first draw settles it
        return True
    # No sample is further from p than one of a single class, and then of a rare one. Those that are
    # expected so rarely that the test pools them all give the same.
    common = possible[draws * p[possible] >= SMALLEST_EXPECTED]
    rarest = possible[p[possible].argmin()]
    samples = draws * np.eye(len(p))
    return any(goodness_of_fit(samples[k], p) < LEVEL for k in (rarest, *common))
