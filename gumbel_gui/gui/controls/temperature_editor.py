"""TemperatureEditor: a logarithmic slider, a box that takes any t ≥ 0, and common values."""

from __future__ import annotations

from PyQt6.QtWidgets import QPushButton, QWidget

from gumbel_gui.gui.controls.parameter_box import ParameterBox, ParameterSlider
from gumbel_gui.gui.controls.playback_control import keep_width
from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.labels import label
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.gui.widgets.number_slider import log_scale
from gumbel_gui.language import tr

SCALE = log_scale(0.01, 100.0, 400)
PRESETS = (0.0, 0.1, 0.5, 1.0, 5.0)


class TemperatureEditor(QWidget):
    """Slider, box and common values of t, and a button that anneals it."""

    def __init__(self, store: Store, annealing: Playback) -> None:
        super().__init__()
        self._annealing, name = annealing, tr("Temperature")
        box = ParameterBox(store, "temperature", name, _short, 10, scale=SCALE)
        box.setToolTip(tr("Any number of 0 or more; 0 is the exact one-hot limit"))
        self._slider = ParameterSlider(box)
        presets = []
        for t in PRESETS:
            button = QPushButton(f"{t:g}")
            button.setAccessibleName(tr("Temperature {t}", t=f"{t:g}"))
            button.clicked.connect(lambda _, t=t: box.set(t))
            presets.append(button)
        self._anneal = QPushButton()
        self._anneal.setToolTip(tr("Let t fall along the schedule of the Temperature view"))
        self._anneal.setAutoDefault(True)  # Return presses it, as Space does
        keep_width(self._anneal, (tr("Pause"), tr("Anneal")))
        self._anneal.clicked.connect(annealing.toggle)
        annealing.changed.connect(self._show_running)
        self._show_running()
        column(
            label("section", tr("TEMPERATURE t")),
            row(self._slider, box, wide=self._slider),
            row(*presets, self._anneal, gap=5),
            within=self,
            gap=7,
        )

    def take_focus(self) -> None:
        """Let the arrow keys move t."""
        self._slider.setFocus()

    def _show_running(self) -> None:
        running = self._annealing.running
        self._anneal.setText(tr("Pause") if running else tr("Anneal"))
        self._anneal.setAccessibleName(
            tr("Pause the temperature") if running else tr("Anneal the temperature")
        )


def _short(t: float) -> str:
    """Return t with all its digits, if they fit."""
    exact = f"{t:.15g}"
    return exact if len(exact) <= 9 else f"{t:.4g}"
