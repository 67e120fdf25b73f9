"""The mistakes that people make with the trick, to be made on purpose and to be seen."""

from __future__ import annotations

from enum import StrEnum


class Mistake(StrEnum):
    """What is done wrong; the values are the names on the command line."""

    NONE = "none"
    NOISE_ON_P = "noise-on-p"
    """Noise is added to p, not to ln p."""
    UNIFORM = "uniform-noise"
    """The noise is x ~ U(0, 1) itself."""
    NORMAL = "normal-noise"
    """The noise is standard normal."""
    NO_NOISE = "no-noise"
    """ε = 0."""
    T_OUTSIDE = "t-outside"
    """exp(g) / t in numerator and denominator, where t cancels."""
    FLOAT32 = "float32-uniform"
    """x in single precision, and + 1e-20 inside both logarithms."""
