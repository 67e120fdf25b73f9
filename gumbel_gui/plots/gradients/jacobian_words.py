"""What the Jacobian says: the ends of its scale, its formulas, and what its rows sum to."""

from __future__ import annotations

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.language import tr
from gumbel_gui.plots.items.heat_scale import unit_of
from gumbel_gui.plots.words.text import number


def scale_ends(scale: float, whose: str, *, exists: bool, bound: str = "1/(4t)") -> tuple[str, str]:
    """Return the texts of the key for both ends of the scale, of all draws or what it says.

    ``exists`` says whether a slope can be steeper than 0 in any draw, ``bound`` what the steepest
    one is called.
    """
    if not exists:
        return "−", "+"
    unit, end = unit_of(scale), number(scale, 3)
    cells = tr("cells × {unit}", unit=number(unit).removeprefix("1·")) if unit != 1 else ""
    if whose:
        words = tr("{end}, {what}", end=end, what=cells or whose)
        return "−" if cells else f"−{end}", words
    if cells:
        return "−", tr("+{bound}, {cells}", bound=bound, cells=cells)
    return f"−{bound}", tr("{bound} = {end}", bound=bound, end=end)


def formulas(mistake: Mistake) -> tuple[str, ...]:
    """Return the slopes as a formula, in full and short."""
    by_t = "/t" if mistake.slopes_by_t else ""
    if mistake.adds_to_p:
        return f"Σₘ sᵢ(δᵢₘ − sₘ)pₘ(δₘⱼ − pⱼ){by_t}", f"s(δ − s)·p(δ − p){by_t}"
    return f"sᵢ(δᵢⱼ − sⱼ){by_t}", f"s(δ − s){by_t}"


def why_flat(parameters: Parameters) -> str:
    """Return why all slopes are 0."""
    if parameters.slope_temperature == 0:
        return tr(
            "at t = 0 the relaxed vector is one-hot and its gradient is 0 almost everywhere, "
            "as argmax's"
        )
    if parameters.mistake.adds_to_p and parameters.p.max() == 1:
        return tr("p is one-hot to the last digit, and so its own slopes are 0, and those of s")
    return tr("s is one-hot to the last digit, and its slopes are 0, as argmax's")


def row_sums(mistake: Mistake) -> str:
    """Return what the rows sum to, and what argmax passes on."""
    if mistake.adds_to_p:
        return tr(
            "Noise on p brings in the slopes of p itself; "
            "rows sum to 0, and argmax passes nothing on."
        )
    return tr(
        "Rows sum to 0, as a constant added to all ln\N{NO-BREAK SPACE}p changes nothing; "
        "argmax passes nothing on."
    )
