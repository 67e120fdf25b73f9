"""Mistakes that are made with the Gumbel-softmax trick, to be made on purpose.

What follows from a mistake is said by its properties: where one is enough, no code asks which
mistake it is.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.choices import LabelledEnum
from gumbel_gui.core.probabilities import LARGEST_GAP, Distribution
from gumbel_gui.language import mark


class NoiseKind(Enum):
    """What the noise ε is, made of x ~ U(0, 1)."""

    GUMBEL = auto()
    UNIFORM = auto()
    """x itself."""
    NORMAL = auto()
    NONE = auto()
    FLOAT32 = auto()
    """−ln(−ln(x + 1e-20) + 1e-20) in single precision."""
    MINIMUM = auto()
    """ln(−ln x), Gumbel noise of minima."""
    LOGISTIC = auto()
    """ln(x / (1 − x))."""
    HALF = auto()
    """−ln(−ln x) in half precision, of x = j / 2048 kept within 2⁻¹⁰ … 1 − 2⁻¹⁰."""
    T_ADDED = auto()
    """−ln(t − ln(x + t))."""


class Noise(NamedTuple):
    """A kind of noise, and the t that it depends on, 0 for those that depend on none."""

    kind: NoiseKind = NoiseKind.GUMBEL
    t: float = 0.0


class Mistake(LabelledEnum):
    """What is done wrong, in the order in which mistakes are offered."""

    NONE = "none", mark("No mistake")
    NOISE_ON_P = "noise-on-p", mark("Noise on p, not ln p: p passed as logits")
    """What also becomes of a function that expects logits and is given probabilities."""
    UNIFORM = "uniform-noise", mark("Uniform noise")
    """The noise is x ~ U(0, 1) itself."""
    NORMAL = "normal-noise", mark("Normal noise")
    """The noise is standard normal."""
    LOGISTIC = "logistic-noise", mark("Logistic noise for each class")
    """The noise is ln(x / (1 − x)); of Gumbel noise only the difference of two is logistic."""
    NO_NOISE = "no-noise", mark("No noise")
    """ε = 0."""
    WRONG_SIGN = "wrong-sign", mark("Wrong sign of the noise")
    """ε = ln(−ln x), Gumbel noise of minima."""
    NOISE_AFTER_T = "noise-after-t", mark("Noise added after dividing by t")
    """s = softmax((ln p) / t + ε)."""
    T_OUTSIDE = "t-outside", mark("t outside the exponential")
    """exp(g) / t in numerator and denominator, where t cancels."""
    T_IN_LOGARITHMS = "t-in-logarithms", mark("t passed as the ε of the logarithms")
    """ε = −ln(t − ln(x + t)), and s = softmax(g)."""
    FLOAT32 = "float32-uniform", mark("float32 uniform, + 1e-20")
    """x in single precision, and + 1e-20 inside both logarithms."""
    HALF = "half-precision", mark("Half precision")
    """x, both logarithms, ln p and g are float16, as PyTorch's relaxed distribution computes them
    from float16 logits: x is a multiple of 1/2048, kept within 2⁻¹⁰ … 1 − 2⁻¹⁰."""
    TIES_TWICE = "ties-twice", mark("g == max g in half precision")
    """Classes are counted by comparison, so that a draw with a tie counts for two."""

    @property
    def noise_kind(self) -> NoiseKind:
        """What the noise ε is."""
        return _NOISES.get(self, NoiseKind.GUMBEL)

    @property
    def noise_is_gumbel(self) -> bool:
        """Whether the noise ε is still standard Gumbel noise."""
        return self.noise_kind is NoiseKind.GUMBEL

    @property
    def noise_is_nearly_gumbel(self) -> bool:
        """Whether it is so but for rounding of x in single precision."""
        return self.noise_kind in (NoiseKind.GUMBEL, NoiseKind.FLOAT32)

    @property
    def noise_depends_on_t(self) -> bool:
        """Whether another t is another noise."""
        return self.noise_kind is NoiseKind.T_ADDED

    @property
    def scores_depend_on_t(self) -> bool:
        """Whether another t gives other scores g, and other classes."""
        return self.noise_depends_on_t or self is Mistake.NOISE_AFTER_T

    @property
    def relaxes_by_t(self) -> bool:
        """Whether s is softmax(g / t); else it is softmax(g)."""
        return not (self.scores_depend_on_t or self is Mistake.T_OUTSIDE)

    @property
    def slopes_by_t(self) -> bool:
        """Whether slopes of s by ln p have the factor 1/t; else they have none."""
        return self.relaxes_by_t or self is Mistake.NOISE_AFTER_T

    @property
    def adds_to_p(self) -> bool:
        """Whether the noise is added to p, not to ln p."""
        return self is Mistake.NOISE_ON_P

    @property
    def samples_p(self) -> bool:
        """Whether argmax g samples p, or does but for rounding of x in single precision."""
        return self in (Mistake.NONE, Mistake.T_OUTSIDE, Mistake.FLOAT32)

    @property
    def in_half_precision(self) -> bool:
        """Whether the scores g are rounded to half precision."""
        return self.noise_kind is NoiseKind.HALF

    @property
    def counts_ties(self) -> bool:
        """Whether a draw counts for every class with the largest score."""
        return self is Mistake.TIES_TWICE

    def noise(self, temperature: float) -> Noise:
        """Return the noise at t ≥ 0: with t = 0 in the logarithms it is right."""
        if self.noise_depends_on_t:
            return Noise(NoiseKind.T_ADDED, temperature) if temperature else Noise()
        return Noise(self.noise_kind)

    def logits(self, p: Distribution, temperature: float) -> Floats:
        """Return what the noise is added to at t ≥ 0, (K,); −∞ for a class that cannot occur.

        ln p / t is without its largest entry, a constant that cancels, and at least −1e30: so it is
        finite in single precision. At t = 0 it is 0 for the largest p and −∞ for the others.
        """
        if self.adds_to_p:
            return np.array(tuple(p))
        logs = np.array(p.logs)
        if self is not Mistake.NOISE_AFTER_T:
            return logs
        behind = logs - logs.max()
        if temperature == 0:
            return np.where(behind == 0, 0.0, -np.inf)
        with np.errstate(over="ignore", under="ignore"):
            divided = np.maximum(behind / temperature, -LARGEST_GAP)
        return np.asarray(np.where(behind == -np.inf, behind, divided))


_NOISES = {
    Mistake.UNIFORM: NoiseKind.UNIFORM,
    Mistake.NORMAL: NoiseKind.NORMAL,
    Mistake.LOGISTIC: NoiseKind.LOGISTIC,
    Mistake.NO_NOISE: NoiseKind.NONE,
    Mistake.WRONG_SIGN: NoiseKind.MINIMUM,
    Mistake.T_IN_LOGARITHMS: NoiseKind.T_ADDED,
    Mistake.FLOAT32: NoiseKind.FLOAT32,
    Mistake.HALF: NoiseKind.HALF,
    Mistake.TIES_TWICE: NoiseKind.HALF,
}
