"""Buttons with a tooltip."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QSize, Qt
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


class SteadyButton(QPushButton):
    """A button with room for the longest of its words, so that nothing moves with another one."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(words[0])
        self._words = words

    def sizeHint(self) -> QSize:
        """Leave room for the longest word (Qt asks this)."""
        metrics, flag = self.fontMetrics(), Qt.TextFlag.TextShowMnemonic.value
        widths = [metrics.size(flag, word).width() for word in (self.text(), *self._words)]
        return super().sizeHint() + QSize(max(widths) - widths[0], 0)

    minimumSizeHint = sizeHint
