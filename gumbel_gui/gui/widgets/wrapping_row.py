"""WrappingRow: widgets in a row, which continues below where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QSize
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QWidget

from gumbel_gui.gui.widgets.layouts import column, row

ROW_GAP = 3


class WrappingRow(QWidget):
    """Asks for the width of all widgets in one row, and can be as narrow as the widest of them.

    The widgets of a row share its room in proportion to what each of them would have.

    Args:
        widgets: in their order.
        gap: pixels between those of a row.
    """

    def __init__(self, widgets: Sequence[QWidget], gap: int = 12) -> None:
        super().__init__()
        self._all = self._widgets = tuple(widgets)
        self._gap = gap
        for widget in self._all:
            widget.setParent(self)
        self._packed: list[list[QWidget]] = []
        self._layout = column(within=self, gap=ROW_GAP)
        self._arrange()

    def show_only(self, widgets: Sequence[QWidget]) -> None:
        """Hide all others, and close the gaps."""
        shown = tuple(widget for widget in self._all if widget in widgets)
        if shown != self._widgets:
            self._widgets = shown
            for widget in self._all:
                widget.setVisible(widget in shown)
            self._arrange()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for one row (Qt asks this)."""
        gaps = self._gap * (len(self._widgets) - 1)
        wanted = sum(widget.sizeHint().width() for widget in self._widgets) + gaps
        return QSize(wanted, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Allow every width in which each widget fits by itself (Qt asks this)."""
        widest = max(widget.minimumSizeHint().width() for widget in self._widgets)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Begin a row where the one before is full (Qt calls this)."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        packed, room = list[list[QWidget]](), -1
        for widget in self._widgets:
            wanted = widget.sizeHint().width()
            if wanted > room:
                packed.append([])
                room = self.width()
            packed[-1].append(widget)
            room -= wanted + self._gap
        if packed == self._packed:
            return
        self._packed = packed
        while item := self._layout.takeAt(0):
            item.layout().deleteLater()  # type: ignore[union-attr]
        for widgets in packed:
            line = row(gap=self._gap)
            for widget in widgets:
                line.addWidget(widget, widget.sizeHint().width())
            self._layout.addLayout(line)
