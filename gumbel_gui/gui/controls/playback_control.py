"""A row that plays, rests, goes back, and can be scrubbed: the hands on a Runner."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.fields import NumberSlider

PAGES = 10
"""Page Up and Page Down, or a click beside the handle, go this part of the way."""


class PlaybackControl(QWidget):
    """Play or Pause, Reset, and a slider over the steps."""

    def __init__(self, store: Store, playback: Playback) -> None:
        super().__init__()
        self._store, self._playback = store, playback
        self._play, self._reset = QPushButton(), QPushButton(self.tr("Reset"))
        self._play.clicked.connect(playback.toggle)
        keep_width(self._play, self._words())
        self._reset.setToolTip(self.tr("Back to the first step"))
        self._reset.setAccessibleName(f"{self._reset.text()}: {playback.name}")
        self._reset.clicked.connect(playback.reset)
        self._slider = NumberSlider(f"{playback.name}: {self.tr('step')}", 1, float, float)
        self._slider.moved.connect(lambda step: self._scrub(int(step)))
        self._slider.sliderPressed.connect(self._take)
        self._slider.sliderReleased.connect(store.end_gesture)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in (self._play, self._reset):
            button.setAutoDefault(True)  # Return presses it, as Space does
            row.addWidget(button)
        row.addWidget(self._slider, 1)
        playback.changed.connect(self.refresh)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show where it is, and whether it runs."""
        play, pause = self._words()
        self._play.setText(pause if self._playback.running else play)
        self._play.setAccessibleName(f"{self._play.text()}: {self._playback.name}")
        length = self._playback.length()
        if length != self._slider.maximum():
            with QSignalBlocker(self._slider):
                self._slider.setRange(0, length)
                self._slider.setPageStep(max(length // PAGES, 1))
        self._slider.show_number(self._playback.place())

    def _words(self) -> tuple[str, str]:
        return self.tr("Play"), self.tr("Pause")

    def _take(self) -> None:
        self._store.begin_gesture()

    def _scrub(self, step: int) -> None:
        self._playback.pause()
        self._playback.go(step)


def keep_width(button: QPushButton, words: Iterable[str]) -> None:
    """Make a button as wide as the longest of its words, so that nothing moves with another one."""
    button.ensurePolished()
    widths = []
    for word in words:
        button.setText(word)
        widths.append(button.sizeHint().width())
    button.setMinimumWidth(max(widths))
