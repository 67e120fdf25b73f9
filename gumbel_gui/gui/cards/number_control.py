"""NumberControl: a slider and a box for a parameter that is one number."""

from __future__ import annotations

from PyQt6.QtWidgets import QLabel, QWidget

from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.gui.controls.parameter_box import ParameterBox, ParameterSlider
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.layouts import row
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import number


class NumberControl(QWidget):
    """The symbol, a slider and a box."""

    def __init__(self, store: Store, name: str) -> None:
        super().__init__()
        declared = PARAMETERS[name]
        words = tr(declared.words)
        box = ParameterBox(store, name, words, number, 5)
        box.setToolTip(f"{words}; {tr(declared.note)}" if declared.note else words)
        slider = ParameterSlider(box)
        row(QLabel(tr(declared.symbol)), slider, box, within=self, gap=6, wide=slider)
