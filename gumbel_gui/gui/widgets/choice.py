"""Choice, a list to choose from, and CountBox, a box for a whole number, for dialogs and panels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QWheelEvent
from PyQt6.QtWidgets import QAbstractSpinBox, QComboBox, QSpinBox

from gumbel_gui.gui.widgets.events import wheel_with_focus


class Choice(QComboBox):
    """A list to choose from, which the wheel leaves alone unless it has the focus.

    Args:
        name: what is chosen.
        entries: data and texts.
        chosen: the data of the entry that is chosen; if there is none of it, the first one is.
    """

    def __init__(
        self, name: str, entries: Iterable[tuple[Any, str]] = (), chosen: object = None
    ) -> None:
        super().__init__()
        for data, text in entries:
            self.addItem(text, data)
        self.setCurrentIndex(max(self.findData(chosen), 0 if self.count() else -1))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Change nothing without focus (Qt calls this)."""
        wheel_with_focus(self, event, super().wheelEvent)


class CountBox(QSpinBox):
    """A box for a whole number, which the wheel leaves alone unless it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Change nothing without focus (Qt calls this)."""
        wheel_with_focus(self, event, super().wheelEvent)
