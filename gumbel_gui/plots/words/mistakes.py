"""Mistakes in words: warnings and formulas, for the window and for every figure."""

from __future__ import annotations

from gumbel_gui.core.mistakes import Mistake, NoiseKind
from gumbel_gui.language import mark, tr

_SENTENCES = {
    Mistake.NOISE_ON_P: mark(
        "the noise is added to p, not to ln p, as where probabilities are passed as logits, so "
        "argmax samples softmax(p)."
    ),
    Mistake.UNIFORM: mark(
        "the noise is uniform, not Gumbel, so argmax samples p only if all p > 0 are equal."
    ),
    Mistake.NORMAL: mark(
        "the noise is normal, not Gumbel, so argmax samples p only if all p > 0 are equal."
    ),
    Mistake.LOGISTIC: mark(
        "each class has logistic noise, but only the difference of two Gumbel noises is logistic, "
        "so argmax samples p only if all p > 0 are equal."
    ),
    Mistake.NO_NOISE: mark("there is no noise, so argmax is the same class every time."),
    Mistake.WRONG_SIGN: mark(
        "the noise has the wrong sign: where more than two classes have p > 0, argmax samples p "
        "only if these p are equal."
    ),
    Mistake.NOISE_AFTER_T: mark(
        "the noise is added after dividing by t, so argmax samples p^(1/t)."
    ),
    Mistake.T_OUTSIDE: mark("t divides the exponentials, not the scores, so it cancels."),
    Mistake.T_IN_LOGARITHMS: mark(
        "t is added in both logarithms of the noise, as their ε, and does not divide the scores."
    ),
    Mistake.FLOAT32: mark(
        "x has single precision and 1e-20 is added in both logarithms: ε ends at 16.6, but for "
        "46.05 where x is rounded to 1."
    ),
    Mistake.HALF: mark(
        "x, its logarithms and the scores have half precision: ε has 2,045 values, from −1.94 to "
        "6.93."
    ),
    Mistake.TIES_TWICE: mark(
        "scores have half precision and classes are found by g == max g, so that a draw with a tie "
        "counts for each of them."
    ),
}

_NOISES = {
    NoiseKind.UNIFORM: mark("Uniform noise ε"),
    NoiseKind.NORMAL: mark("Normal noise ε"),
    NoiseKind.NONE: mark("No noise: ε = 0"),
    NoiseKind.FLOAT32: mark("Noise ε of float32 x: tail"),
    NoiseKind.MINIMUM: mark("Noise ε of the wrong sign"),
    NoiseKind.LOGISTIC: mark("Logistic noise ε"),
    NoiseKind.HALF: mark("Noise ε in half precision"),
    NoiseKind.T_ADDED: mark("Noise ε with t in its logs"),
}
_FORMULAS = {
    NoiseKind.UNIFORM: "ε = x",
    NoiseKind.NORMAL: "ε ~ N(0, 1)",
    NoiseKind.NONE: "ε = 0",
    NoiseKind.MINIMUM: "ε = ln(−ln x)",
    NoiseKind.LOGISTIC: "ε = ln(x/(1 − x))",
    NoiseKind.T_ADDED: "ε = −ln(t − ln(x + t))",
}


def warning(mistake: Mistake) -> str:
    """Return the warning about a mistake, in one sentence; empty for none."""
    if mistake is Mistake.NONE:
        return ""
    return tr("Broken on purpose: {what}", what=tr(_SENTENCES[mistake]))


def exactness(mistake: Mistake) -> str:
    """Return that a number which follows from the law of the classes is exact, and for which one.

    That of float32 noise is taken for Gumbel's, which it is but for rounding.
    """
    if mistake.noise_is_nearly_gumbel and not mistake.noise_is_gumbel:
        return tr("exact for Gumbel noise")
    return tr("exact")


def pdf_name(mistake: Mistake) -> str:
    """Return what the pdf of Gumbel(0, 1) is called beside draws of ε."""
    return tr("exact pdf") if mistake.noise_is_nearly_gumbel else tr("Gumbel pdf")


def cdf_name(mistake: Mistake) -> str:
    """Return what the cdf of Gumbel(0, 1) at the ends of bins is called beside draws of ε."""
    gumbel = mistake.noise_is_nearly_gumbel
    return tr("exact cdf at the end") if gumbel else tr("Gumbel cdf at the end")


def noise_name(mistake: Mistake) -> str:
    """Return which noise it is."""
    return tr(_NOISES.get(mistake.noise_kind, mark("Gumbel noise ε")))


def noise_formula(mistake: Mistake) -> str:
    """Return what ε is."""
    return _FORMULAS.get(mistake.noise_kind, "ε = −ln(−ln x)")


def shift_formula(mistake: Mistake) -> str:
    """Return what the noise is added to."""
    if mistake.adds_to_p:
        return "p"
    return "ln p / t" if mistake is Mistake.NOISE_AFTER_T else "ln p"


def score_formula(mistake: Mistake) -> str:
    """Return what the scores g are."""
    return f"{shift_formula(mistake)} + ε"
