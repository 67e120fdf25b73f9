"""Text of the status line: how many draws were made, and how fast."""

from __future__ import annotations

from gumbel_gui.gui.worker.worker import Result
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import count, number


def status_of(result: Result, keeping: bool, following: int) -> str:
    """Return the text for a result.

    Args:
        result: what is shown.
        keeping: whether draws are added without end.
        following: how many draws the next change makes.
    """
    values = {
        "done": count(result.done),
        "draws": count(result.parameters.draws),
        "seed": result.parameters.seed,
        "ms": f"{1000 * result.seconds:.0f}",
        "rate": _per_second(result.rate),
        "next": count(following),
    }
    if result.complete:
        return tr("{draws} draws · seed {seed} · {ms} ms", **values)
    if not result.running:
        return tr("Stopped at {done} draws · seed {seed} · the next change draws {next}", **values)
    if keeping:
        return tr("{done} draws · seed {seed} · {rate}", **values)
    return tr("{done} of {draws} draws · seed {seed} · {rate}", **values)


def _per_second(rate: float) -> str:
    """Return a speed in words: millions only where there are some."""
    if rate >= 1e6:
        return tr("{rate} million per second", rate=number(rate / 1e6, 3))
    return tr("{rate} per second", rate=count(round(rate)) if rate >= 100 else number(rate, 2))
