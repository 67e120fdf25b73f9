"""PlaybackControl: play, pause, reset, and a slider over the steps."""

from __future__ import annotations

from PyQt6.QtWidgets import QPushButton, QWidget

from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.buttons import SteadyButton
from gumbel_gui.gui.widgets.layouts import row
from gumbel_gui.gui.widgets.number_slider import NumberSlider, whole_scale
from gumbel_gui.language import mark, tr

PLAY, RESET = mark("Play"), mark("Reset")


class PlaybackControl(QWidget):
    """Play or Pause, Reset, and a slider over the steps."""

    def __init__(self, store: Store, playback: Playback) -> None:
        super().__init__()
        self._playback = playback
        self._play, self._reset = SteadyButton(self._words()), QPushButton(tr(RESET))
        self._play.clicked.connect(playback.toggle)
        self._reset.setToolTip(tr("Back to the first step"))
        self._reset.setAccessibleName(f"{self._reset.text()}: {playback.name}")
        self._reset.clicked.connect(playback.reset)
        name = f"{playback.name}: {tr('step')}"
        self._slider = NumberSlider(name, whole_scale(0, playback.length()))
        self._slider.moved.connect(lambda step: self._scrub(int(step)))
        self._slider.sliderPressed.connect(store.begin_gesture)
        self._slider.sliderReleased.connect(store.end_gesture)
        for button in (self._play, self._reset):
            button.setAutoDefault(True)  # Return presses it, as Space does
        row(self._play, self._reset, self._slider, within=self, gap=6, wide=self._slider)
        playback.changed.connect(self.refresh)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show where it is, and whether it runs."""
        play, pause = self._words()
        self._play.setText(pause if self._playback.running else play)
        self._play.setAccessibleName(f"{self._play.text()}: {self._playback.name}")
        self._slider.set_scale(whole_scale(0, self._playback.length()))
        self._slider.show_number(self._playback.place())

    def _words(self) -> tuple[str, str]:
        return tr(PLAY), tr("Pause")

    def _scrub(self, step: int) -> None:
        self._playback.pause()
        self._playback.go(step)
