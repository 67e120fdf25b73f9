"""What is wrong about each mistake, in words for the window and for every figure."""

from __future__ import annotations

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.plots.words.text import tr

NAMES = {
    Mistake.NONE: "No mistake",
    Mistake.NOISE_ON_P: "Noise added to p, not to ln p",
    Mistake.UNIFORM: "Uniform noise",
    Mistake.NORMAL: "Normal noise",
    Mistake.NO_NOISE: "No noise",
    Mistake.T_OUTSIDE: "t outside the exponential",
    Mistake.FLOAT32: "float32 uniform, + 1e-20",
}
"""Each in a few words, in the order in which they are offered."""

_SENTENCES = {
    Mistake.NOISE_ON_P: "the noise is added to p, not to ln p, so argmax samples softmax(p).",
    Mistake.UNIFORM: "the noise is uniform, not Gumbel, so argmax does not sample p.",
    Mistake.NORMAL: "the noise is normal, not Gumbel, so argmax does not sample p.",
    Mistake.NO_NOISE: "there is no noise, so argmax is the same class every time.",
    Mistake.T_OUTSIDE: "t divides the exponentials, not the scores, so it cancels.",
    Mistake.FLOAT32: (
        "x has single precision and 1e-20 is added in both logarithms: ε ends at 16.6, but for "
        "46.05 where x is rounded to 1."
    ),
}


def name_of(mistake: Mistake) -> str:
    """Return a mistake in a few words."""
    return tr(NAMES[mistake])


def warning(mistake: Mistake) -> str:
    """Return what is wrong on purpose, in one sentence, or nothing where nothing is."""
    if mistake is Mistake.NONE:
        return ""
    return tr("Broken on purpose: {what}", what=tr(_SENTENCES[mistake]))


def noise_formula(mistake: Mistake) -> str:
    """Return what ε is."""
    wrong = {Mistake.UNIFORM: "ε = x", Mistake.NORMAL: "ε ~ N(0, 1)", Mistake.NO_NOISE: "ε = 0"}
    return wrong.get(mistake, "ε = −ln(−ln x)")


def score_formula(mistake: Mistake) -> str:
    """Return what the scores g are."""
    return "p + ε" if mistake is Mistake.NOISE_ON_P else "ln p + ε"
