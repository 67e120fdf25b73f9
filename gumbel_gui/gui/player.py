"""A row that plays, rests, goes back, and can be scrubbed: the hands on a Runner."""

from __future__ import annotations

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gumbel_gui.gui.fields import NumberSlider
from gumbel_gui.gui.runner import Runner
from gumbel_gui.gui.store import Store


class Player(QWidget):
    """Play or Pause, Reset, and a slider over the steps."""

    def __init__(self, store: Store, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._play = QPushButton()
        self._play.clicked.connect(runner.toggle)
        # As wide as the longer of its two words, so that nothing moves when it changes.
        width = max(self.fontMetrics().horizontalAdvance(word) for word in self._words())
        self._play.setMinimumWidth(width + 22)
        self._reset = QPushButton(self.tr("Reset"))
        self._reset.setToolTip(self.tr("Back to the first step"))
        self._reset.setAccessibleName(f"{self.tr('Reset')}: {runner.name}")
        self._reset.clicked.connect(runner.reset)
        self._slider = NumberSlider(f"{runner.name}: {self.tr('step')}", 1, float, float)
        self._slider.moved.connect(lambda step: self._scrub(int(step)))
        self._slider.sliderPressed.connect(store.begin_gesture)
        self._slider.sliderReleased.connect(store.end_gesture)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._play, self._reset):
            row.addWidget(widget)
        row.addWidget(self._slider, 1)
        runner.changed.connect(self.refresh)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show where it is, and whether it runs."""
        play, pause = self._words()
        self._play.setText(pause if self._runner.running else play)
        self._play.setAccessibleName(f"{self._play.text()}: {self._runner.name}")
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, self._runner.length())
        self._slider.show_number(self._runner.place())

    def _words(self) -> tuple[str, str]:
        return self.tr("Play"), self.tr("Pause")

    def _scrub(self, step: int) -> None:
        self._runner.pause()
        self._runner.go(step)
