"""Head: the tabs of the views and below them the line of t; beside each other while presenting."""

from __future__ import annotations

from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QBoxLayout, QWidget

from gumbel_gui.gui.widgets.layouts import column


class Head(QWidget):
    """Two lines, or one where that is asked for and both fit."""

    def __init__(self, above: QWidget, below: QWidget) -> None:
        super().__init__()
        self._parts, self._one_line = (above, below), False
        self._layout = column(above, below, within=self, gap=6, wide=below)

    def set_one_line(self, on: bool) -> None:
        """Put both lines into one where they fit."""
        self._one_line = on
        self._arrange()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """See whether both lines fit into one (Qt calls this)."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = sum(part.sizeHint().width() for part in self._parts)
        beside = self._one_line and needed <= self.width()
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
