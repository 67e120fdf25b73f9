"""Tabs: a row of tabs that the wheel leaves alone."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtGui import QWheelEvent
from PyQt6.QtWidgets import QTabBar


class Tabs(QTabBar):
    """Tabs in the middle of the window; a turn of the wheel over them is for what scrolls."""

    def __init__(self, name: str, titles: Iterable[str]) -> None:
        super().__init__()
        for title in titles:
            self.addTab(title)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Show no other view (Qt calls this)."""
        if event:
            event.ignore()
