"""Mistakes that are made with the Gumbel-softmax trick, to be made on purpose."""

from __future__ import annotations

from gumbel_gui.core.choices import LabelledEnum
from gumbel_gui.language import mark


class Mistake(LabelledEnum):
    """What is done wrong, in the order in which mistakes are offered."""

    NONE = "none", mark("No mistake")
    NOISE_ON_P = "noise-on-p", mark("Noise added to p, not to ln p")
    UNIFORM = "uniform-noise", mark("Uniform noise")
    """The noise is x ~ U(0, 1) itself."""
    NORMAL = "normal-noise", mark("Normal noise")
    """The noise is standard normal."""
    NO_NOISE = "no-noise", mark("No noise")
    """ε = 0."""
    T_OUTSIDE = "t-outside", mark("t outside the exponential")
    """exp(g) / t in numerator and denominator, where t cancels."""
    FLOAT32 = "float32-uniform", mark("float32 uniform, + 1e-20")
    """x in single precision, and + 1e-20 inside both logarithms."""

    @property
    def noise_is_gumbel(self) -> bool:
        """Whether the noise ε is still standard Gumbel noise."""
        return self in (Mistake.NONE, Mistake.NOISE_ON_P, Mistake.T_OUTSIDE)
