"""Appearance: how the window shows everything; no part of the experiment, and in no figure."""

from __future__ import annotations

import math
from dataclasses import replace

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtGui import QGuiApplication

from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.system import theme
from gumbel_gui.gui.system.screen import largeness
from gumbel_gui.plots.look.style import TEXT_SIZE, Style

STEP = 1.1
"""Factor on the size of the text by which it is made larger or smaller."""
SMALLEST, LARGEST = -4, 12
"""Steps that may be made."""
PRESENTED, PRESENTED_HEIGHT = 1.4, 800
"""Factor on the size of the text while presenting, on a screen of so many pixels; the text of a
higher one is as much larger, since a projector shows both at one height."""


class Appearance(QObject):
    """Theme, size of the text, the class that is set off, and which controls are folded away.

    Signals:
        restyled: the style is another.
        arranged: controls are folded away, or no longer.
        noted: what is stored is another.

    Attributes:
        theme: one of ``THEMES``.
        steps: by how many the text is larger than the desktop's.
        set_off: the class that is set off from the others, if one is.
        folded: whether the side column is folded away.
        presenting: whether the window fills the screen with plots and t alone.
    """

    restyled = pyqtSignal()
    arranged = pyqtSignal()
    noted = pyqtSignal()

    def __init__(self, settings: Settings, theme_name: str = "") -> None:
        super().__init__()
        self._settings = settings
        self.theme = theme_name or settings.text("theme", "system", theme.THEMES)
        known = [str(step) for step in range(SMALLEST, LARGEST + 1)]
        self.steps = int(settings.text("text_steps", "0", known))
        self.folded = settings.text("side", "open", ("open", "folded")) == "folded"
        self.set_off: int | None = None
        self.presenting = False
        self._hints = QGuiApplication.styleHints()
        if self._hints is not None:
            self._hints.colorSchemeChanged.connect(self._follow_system)

    def close(self) -> None:
        """Follow the system no more."""
        if self._hints is not None:
            self._hints.colorSchemeChanged.disconnect(self._follow_system)
            self._hints = None

    def style(self, pixels: float = 1.0) -> Style:
        """Return the look, with lines for a screen of so many pixels in one of 96 dpi."""
        style = theme.style_for(self.theme)
        factor = STEP**self.steps * (_presented() if self.presenting else 1.0)
        size = min(max(round(style.text_size * factor), theme.SMALLEST), theme.LARGEST)
        return replace(style.scaled(pixels), text_size=size, set_off=self.set_off)

    def collect(self) -> None:
        """Put what is stored into the settings."""
        self._settings.set_text("theme", self.theme)
        self._settings.set_text("text_steps", str(self.steps))
        self._settings.set_text("side", "folded" if self.folded else "open")

    def set_theme(self, name: str) -> None:
        """Set the theme."""
        self.theme = name
        self.restyled.emit()
        self.noted.emit()

    def _follow_system(self) -> None:
        if self.theme == "system":
            self.restyled.emit()

    def suit_screen(self) -> None:
        """Make the text as much larger as the screen is, unless the desktop's own is already."""
        wanted = TEXT_SIZE * largeness(QGuiApplication.primaryScreen())
        size = theme.style_for(self.theme).text_size
        steps = round(math.log(wanted / size, STEP))
        if steps > 0:
            self.enlarge_text(steps)

    def enlarge_text(self, steps: int) -> None:
        """Make the text larger by steps, or smaller; 0 makes it as large as the desktop's."""
        self.steps = min(max(self.steps + steps, SMALLEST), LARGEST) if steps else 0
        self.restyled.emit()
        self.noted.emit()

    def set_class_off(self, k: int | None) -> None:
        """Set a class off, or none; one that already is, no longer."""
        self.set_off = None if k == self.set_off else k
        self.restyled.emit()

    def fold(self) -> None:
        """Fold the side column away, or unfold it."""
        self.folded = not self.folded
        self.arranged.emit()
        self.noted.emit()

    def present(self) -> None:
        """Begin or end to present."""
        self.presenting = not self.presenting
        self.restyled.emit()
        self.arranged.emit()


def _presented() -> float:
    screen = QGuiApplication.primaryScreen()
    height = screen.geometry().height() if screen else 0
    return PRESENTED * max(height / PRESENTED_HEIGHT, 1.0)
