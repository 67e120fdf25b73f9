"""Banner: a framed sentence above the plots, with buttons."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QWidget

from gumbel_gui.gui.widgets.buttons import push_button
from gumbel_gui.gui.widgets.labels import label
from gumbel_gui.gui.widgets.layouts import row


class Banner(QWidget):
    """A sentence with buttons.

    Args:
        buttons: the text on each, its tooltip, and what is called when it is pressed; the banner is
            hidden if that is None.
        role: of the sentence, for the style sheet: ``"error"``, or ``"offer"`` if nothing is wrong.
    """

    def __init__(
        self, *buttons: tuple[str, str, Callable[[], object] | None], role: str = "error"
    ) -> None:
        super().__init__()
        self.setProperty("role", "banner" if role == "error" else role)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentence = label(role)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        made = [push_button(text, tip, action or self.hide) for text, tip, action in buttons]
        layout = row(self._sentence, *made, within=self, gap=6, wide=self._sentence)
        layout.setContentsMargins(11, 5, 6, 5)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, or hide the banner if it is empty."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
