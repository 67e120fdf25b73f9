"""Jacobian in words: its formula, what its rows sum to, and why it may be 0."""

from __future__ import annotations

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.language import tr


def formulas(mistake: Mistake) -> tuple[str, ...]:
    """Return the slopes as a formula, in full and short."""
    by_t = "" if mistake is Mistake.T_OUTSIDE else "/t"
    if mistake is Mistake.NOISE_ON_P:
        return f"Σₘ sᵢ(δᵢₘ − sₘ)pₘ(δₘⱼ − pⱼ){by_t}", f"s(δ − s)·p(δ − p){by_t}"
    return f"sᵢ(δᵢⱼ − sⱼ){by_t}", f"s(δ − s){by_t}"


def nothing(parameters: Parameters) -> str:
    """Return why all slopes are 0."""
    if parameters.effective_temperature == 0:
        return tr(
            "at t = 0 the relaxed vector is one-hot and its gradient is 0 almost everywhere, "
            "as argmax's"
        )
    if parameters.mistake is Mistake.NOISE_ON_P and parameters.p.max() == 1:
        return tr("p is one-hot to the last digit, and so its own slopes are 0, and those of s")
    return tr("s is one-hot to the last digit, and its slopes are 0, as argmax's")


def sums(mistake: Mistake) -> str:
    """Return what the rows sum to, and what argmax passes on."""
    if mistake is Mistake.NOISE_ON_P:
        return tr(
            "Noise on p brings in the slopes of p itself; "
            "rows sum to 0, and argmax passes nothing on."
        )
    return tr(
        "Rows sum to 0, as a constant added to all ln\N{NO-BREAK SPACE}p changes nothing; "
        "argmax passes nothing on."
    )
