"""DrawsEditor: the number of draws, the seed, and a button to keep drawing."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from gumbel_gui.core.parameters import MAX_SEED
from gumbel_gui.gui.controls.parameter_box import ParameterBox, ParameterSlider
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.buttons import push_button
from gumbel_gui.gui.widgets.labels import label
from gumbel_gui.gui.widgets.layouts import column
from gumbel_gui.gui.widgets.number_slider import stop_scale
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.words.text import count

TITLE = mark("DRAWS")
ROUND = (*(m * 10**e for e in range(9) for m in (1, 2, 5)), 10**9)
"""What the slider stops at: 1, 2, 5, 10, … 10⁹."""


class DrawsEditor(QWidget):
    """Number of draws and seed, and a button to go on drawing without end, or to stop.

    Signals:
        toggled: the button was pressed.
    """

    toggled = pyqtSignal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        number, seed = tr("Number of draws"), tr("Seed")
        draws = ParameterBox(store, "draws", number, count, 12, scale=stop_scale(ROUND))
        draws.setToolTip(tr("A whole number from 1 to 10¹¹, such as 100000 or 1e6"))
        self._seed = ParameterBox(
            store, "seed", seed, str, 12, step=self._step_seed, text=mark("New noise")
        )
        self._seed.setToolTip(tr("Equal seeds give equal draws"))
        new = push_button(tr("New noise"), tr("Go on to the next seed (Ctrl+N)"), self.new_noise)
        self._keep = QPushButton()
        self._keep.clicked.connect(lambda: self.toggled.emit())
        self.show_drawing(False)
        grid = QGridLayout()
        grid.setSpacing(7)
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel(tr("Number")), 0, 0)
        grid.addWidget(ParameterSlider(draws), 0, 1)
        grid.addWidget(draws, 0, 2)
        grid.addWidget(QLabel(seed), 1, 0)
        grid.addWidget(new, 1, 1)
        grid.addWidget(self._seed, 1, 2)
        grid.addWidget(self._keep, 2, 0, 1, 3)
        column(label("section", tr(TITLE)), grid, within=self, gap=7)

    def show_drawing(self, on: bool) -> None:
        """Show whether draws are being added, so that the button would stop it."""
        self._keep.setText(tr("Stop drawing") if on else tr("Keep drawing"))
        self._keep.setToolTip(
            tr("Stop, and keep what there is (Ctrl+K)")
            if on
            else tr("Add draws until you stop it (Ctrl+K)")
        )

    def new_noise(self) -> None:
        """Go on to the next seed."""
        self._step_seed(1)

    def _step_seed(self, steps: int) -> None:
        seed = self._store.state.parameters.seed + steps
        # Each step up is an undo step of its own, as the button's are.
        self._seed.set(min(max(seed, 0), MAX_SEED), run="seed" if steps < 0 else "")
