"""Scrolling: an area for what may be larger than its room."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QFrame, QScrollArea, QWidget


class Scrolling(QScrollArea):
    """Gives a widget all its room; where that is too little, the widget scrolls.

    Args:
        within: the widget.
        sideways: whether it may be too wide, too; else it is never wider than the area.
    """

    def __init__(self, within: QWidget, *, sideways: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setWidget(within)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class Squeezable(QWidget):
    """What scrolls only where its least height has no room, not its preferred one.

    Qt asks for the latter as soon as anything in it is the higher the narrower it is.
    """

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's)
        """Return the least height at a width (Qt asks this)."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout else -1
