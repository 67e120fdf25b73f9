"""Mistakes in words: warnings and formulas, for the window and for every figure."""

from __future__ import annotations

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.language import mark, tr

_SENTENCES = {
    Mistake.NOISE_ON_P: mark("the noise is added to p, not to ln p, so argmax samples softmax(p)."),
    Mistake.UNIFORM: mark("the noise is uniform, not Gumbel, so argmax does not sample p."),
    Mistake.NORMAL: mark("the noise is normal, not Gumbel, so argmax does not sample p."),
    Mistake.NO_NOISE: mark("there is no noise, so argmax is the same class every time."),
    Mistake.T_OUTSIDE: mark("t divides the exponentials, not the scores, so it cancels."),
    Mistake.FLOAT32: mark(
        "x has single precision and 1e-20 is added in both logarithms: ε ends at 16.6, but for "
        "46.05 where x is rounded to 1."
    ),
}

_NOISES = {
    Mistake.UNIFORM: mark("Uniform noise ε"),
    Mistake.NORMAL: mark("Normal noise ε"),
    Mistake.NO_NOISE: mark("No noise: ε = 0"),
    Mistake.FLOAT32: mark("Noise ε of float32 x: tail"),
}


def warning(mistake: Mistake) -> str:
    """Return the warning about a mistake, in one sentence; empty for none."""
    if mistake is Mistake.NONE:
        return ""
    return tr("Broken on purpose: {what}", what=tr(_SENTENCES[mistake]))


def noise_name(mistake: Mistake) -> str:
    """Return which noise it is."""
    return tr(_NOISES[mistake]) if mistake in _NOISES else tr("Gumbel noise ε")


def noise_formula(mistake: Mistake) -> str:
    """Return what ε is."""
    wrong = {Mistake.UNIFORM: "ε = x", Mistake.NORMAL: "ε ~ N(0, 1)", Mistake.NO_NOISE: "ε = 0"}
    return wrong.get(mistake, "ε = −ln(−ln x)")


def score_formula(mistake: Mistake) -> str:
    """Return what the scores g are."""
    return "p + ε" if mistake is Mistake.NOISE_ON_P else "ln p + ε"
