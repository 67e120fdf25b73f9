"""All that is wrong with a window: its widgets, and the texts of its plots."""

from __future__ import annotations

from pictures import texts, widgets
from PyQt6.QtWidgets import QWidget


def faults(window: QWidget, *, shortened: bool = False) -> list[str]:
    """Return a line for each fault, once.

    Args:
        window: with or without plots.
        shortened: whether names in plots may be elided, and left out of keys.
    """
    found = widgets.faults(window)
    for card in widgets.cards(window):
        found += [f"{card.kind.name}: {each}" for each in texts.faults(card._view, shortened)]
    return list(dict.fromkeys(found))
