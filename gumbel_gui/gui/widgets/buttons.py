"""Buttons with a tooltip."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtWidgets import QPushButton


def push_button(text: str, tip: str, action: Callable[[], object]) -> QPushButton:
    """Return a button.

    Args:
        text: on it.
        tip: its tooltip.
        action: is called when it is pressed.
    """
    button = QPushButton(text)
    button.setToolTip(tip)
    button.clicked.connect(lambda: action())
    return button
