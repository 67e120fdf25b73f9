"""The temperature: a slider on a logarithmic scale, a box that takes any t ≥ 0, and steps."""

from __future__ import annotations

from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gumbel_gui.core.parsing import parse_number
from gumbel_gui.gui.controls.playback_control import keep_width
from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.fields import ErrorLabel, NumberBox, NumberSlider, log_scale

LOWEST, HIGHEST, STEPS = 0.01, 100.0, 400
PRESETS = (0.0, 0.1, 0.5, 1.0, 5.0)
BOX_FACTOR = 10 ** (1 / 20)


class TemperatureEditor(QWidget):
    """Slider, box and common values of t, and a button that anneals it."""

    def __init__(self, store: Store, annealing: Playback) -> None:
        super().__init__()
        self._store, self._annealing = store, annealing
        title = QLabel(self.tr("TEMPERATURE t"))
        title.setProperty("role", "section")
        self._error = ErrorLabel()
        name = self.tr("Temperature")
        to_number, to_step = log_scale(LOWEST, HIGHEST, STEPS)
        self._slider = NumberSlider(name, STEPS, lambda i: float(f"{to_number(i):.3g}"), to_step)
        self._slider.moved.connect(lambda t: self._set(t, run="t"))
        self._slider.sliderPressed.connect(store.begin_gesture)
        self._slider.sliderReleased.connect(store.end_gesture)
        self._box = NumberBox(
            name, lambda text: self._set(parse_number("temperature", text)), self._step, 10
        )
        self._box.setToolTip(self.tr("Any number of 0 or more; 0 is the exact one-hot limit"))
        self._box.rejected.connect(self._error.show_sentence)
        top, presets = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._slider, 1)
        top.addWidget(self._box)
        presets.setSpacing(5)
        for t in PRESETS:
            button = QPushButton(f"{t:g}")
            button.setAccessibleName(self.tr("Temperature {t}").format(t=f"{t:g}"))
            button.clicked.connect(lambda _, t=t: self._set(t))
            presets.addWidget(button)
        self._anneal = QPushButton()
        self._anneal.setToolTip(self.tr("Let t fall along the schedule of the Temperature view"))
        self._anneal.setAutoDefault(True)  # Return presses it, as Space does
        keep_width(self._anneal, (self.tr("Pause"), self.tr("Anneal")))
        self._anneal.clicked.connect(annealing.toggle)
        annealing.changed.connect(self._show_running)
        self._show_running()
        presets.addWidget(self._anneal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(title)
        layout.addLayout(top)
        layout.addWidget(self._error)
        layout.addLayout(presets)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the state there is now."""
        t = self._store.state.parameters.temperature
        self._slider.show_number(t)
        exact = f"{t:.15g}"
        self._box.show_text(exact if len(exact) <= 9 else f"{t:.4g}")

    def take_focus(self) -> None:
        """Let the arrow keys move t."""
        self._slider.setFocus()

    def _show_running(self) -> None:
        running = self._annealing.running
        self._anneal.setText(self.tr("Pause") if running else self.tr("Anneal"))
        self._anneal.setAccessibleName(
            self.tr("Pause the temperature") if running else self.tr("Anneal the temperature")
        )

    def _set(self, t: float, run: str = "") -> None:
        self._store.set("temperature", t, run=run)
        self._error.show_sentence("")

    def _step(self, steps: int) -> None:
        t = self._store.state.parameters.temperature
        moved = t * BOX_FACTOR**steps if t > 0 else (LOWEST if steps > 0 else 0.0)
        self._set(min(float(f"{moved:.3g}"), 1e300), run="t")
