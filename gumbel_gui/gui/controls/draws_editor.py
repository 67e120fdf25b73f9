"""How many draws, and from which seed."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gumbel_gui.core.parameters import MAX_SEED
from gumbel_gui.core.parsing import parse_count
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.fields import ErrorLabel, NumberBox, NumberSlider
from gumbel_gui.plots.words.text import count

ROUND = [*(m * 10**e for e in range(9) for m in (1, 2, 5)), 10**9]
"""What the slider stops at: 1, 2, 5, 10, … 10⁹."""


def _nearest(draws: float) -> float:
    return min(range(len(ROUND)), key=lambda i: abs(ROUND[i] - draws) / ROUND[i])


class DrawsEditor(QWidget):
    """Number of draws and seed, and a button to go on drawing without end, or to stop.

    Signals:
        toggled: the button was pressed.
    """

    toggled = pyqtSignal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        title = QLabel(self.tr("DRAWS"))
        title.setProperty("role", "section")
        self._error = ErrorLabel()
        name = self.tr("Number of draws")
        self._slider = NumberSlider(name, len(ROUND) - 1, lambda i: float(ROUND[i]), _nearest)
        self._slider.moved.connect(lambda n: self._set_draws(int(n), run="draws"))
        self._slider.sliderPressed.connect(store.begin_gesture)
        self._slider.sliderReleased.connect(store.end_gesture)
        self._draws = NumberBox(
            name, lambda text: self._set_draws(parse_count("draws", text)), self._step_draws, 12
        )
        self._draws.setToolTip(self.tr("A whole number from 1 to 10¹¹, such as 100000 or 1e6"))
        self._seed = NumberBox(
            self.tr("Seed"),
            lambda text: self._set_seed(parse_count("seed", text)),
            self._step_seed,
            12,
        )
        self._seed.setToolTip(self.tr("Equal seeds give equal draws"))
        self._new = QPushButton(self.tr("New noise"))
        self._new.setToolTip(self.tr("Go on to the next seed (Ctrl+N)"))
        self._new.clicked.connect(self.new_noise)
        self._keep = QPushButton()
        self._keep.clicked.connect(lambda: self.toggled.emit())
        self.show_drawing(False)
        for box in (self._draws, self._seed):
            box.rejected.connect(self._error.show_sentence)
        self._arrange(title)
        store.changed.connect(self.refresh)
        self.refresh()

    def _arrange(self, title: QLabel) -> None:
        grid = QGridLayout()
        grid.setSpacing(7)
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel(self.tr("Number")), 0, 0)
        grid.addWidget(self._slider, 0, 1)
        grid.addWidget(self._draws, 0, 2)
        grid.addWidget(QLabel(self.tr("Seed")), 1, 0)
        grid.addWidget(self._new, 1, 1)
        grid.addWidget(self._seed, 1, 2)
        grid.addWidget(self._keep, 2, 0, 1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(title)
        layout.addLayout(grid)
        layout.addWidget(self._error)

    def refresh(self) -> None:
        """Show the state there is now."""
        parameters = self._store.state.parameters
        self._slider.show_number(parameters.draws)
        self._draws.show_text(count(parameters.draws))
        self._seed.show_text(str(parameters.seed))

    def show_drawing(self, on: bool) -> None:
        """Show whether draws are being added, so that the button would stop it."""
        self._keep.setText(self.tr("Stop drawing") if on else self.tr("Keep drawing"))
        self._keep.setToolTip(
            self.tr("Stop, and keep what there is (Ctrl+K)")
            if on
            else self.tr("Add draws until you stop it (Ctrl+K)")
        )

    def new_noise(self) -> None:
        """Go on to the next seed."""
        self._step_seed(1)

    def _set_draws(self, draws: int, run: str = "") -> None:
        self._store.set("draws", draws, run=run)
        self._error.show_sentence("")

    def _set_seed(self, seed: int, run: str = "") -> None:
        self._store.set("seed", seed, text=self.tr("New noise"), run=run)
        self._error.show_sentence("")

    def _step_draws(self, steps: int) -> None:
        draws = self._store.state.parameters.draws
        place = int(_nearest(draws)) + steps
        target = ROUND[min(max(place, 0), len(ROUND) - 1)]
        if (target - draws) * steps > 0:  # beyond the last round number there is none to go to
            self._set_draws(target, run="draws")

    def _step_seed(self, steps: int) -> None:
        seed = self._store.state.parameters.seed + steps
        self._set_seed(min(max(seed, 0), MAX_SEED), run="seed" if steps < 0 else "")
