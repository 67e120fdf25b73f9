"""Banner: a framed sentence above the plots, with one button."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QWidget

from gumbel_gui.gui.widgets.buttons import push_button
from gumbel_gui.gui.widgets.labels import label
from gumbel_gui.gui.widgets.layouts import row


class Banner(QWidget):
    """A sentence with a button.

    Args:
        text: on the button.
        tip: its tooltip.
        action: is called when it is pressed; the banner is hidden if there is none.
    """

    def __init__(self, text: str, tip: str, action: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentence = label("error")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        button = push_button(text, tip, action or self.hide)
        layout = row(self._sentence, button, within=self, wide=self._sentence)
        layout.setContentsMargins(11, 5, 6, 5)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, or hide the banner if it is empty."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
