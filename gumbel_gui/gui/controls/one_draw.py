"""OneDraw: the selected draw as a table, from its uniform numbers to a relaxed one-hot vector."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import numpy as np
from PyQt6.QtWidgets import QPushButton, QWidget

from gumbel_gui.core.selection import Selection
from gumbel_gui.gui.controls.draw_table import DrawTable
from gumbel_gui.gui.controls.parameter_box import ParameterBox
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.buttons import push_button
from gumbel_gui.gui.widgets.labels import StableLabelBox, label
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.words.text import count

TITLE, NEXT = mark("ONE DRAW"), "›"
ARROW_WIDTH = 26
"""Pixels, for text of the usual size."""


class OneDraw(QWidget):
    """The selected draw: which one, its numbers, and argmax beside soft-argmax."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._box = ParameterBox(
            store,
            "selected",
            tr("Number of the selected draw"),
            lambda number: count(number) if number else "–",
            9,
            step=self.step,
            text=mark("Select a draw"),
        )
        self._box.setToolTip(tr("Counted from 1; 0 selects none"))
        title = label("section", tr(TITLE))
        back = _button("‹", tr("Previous draw (Ctrl+[)"), lambda: self.step(-1))
        forward = _button(NEXT, tr("Next draw (Ctrl+])"), lambda: self.step(1))
        self._arrows = back, forward
        chance = _button(tr("Random"), tr("Select any draw (Ctrl+R)"), self.pick_any)
        top = row(title, back, self._box, forward, chance, gap=5, wide=title)
        self._table = DrawTable()
        self._table.setAccessibleName(tr("Numbers of the selected draw"))
        self._sentence = label("caption")
        column(top, self._table, StableLabelBox(self._sentence), within=self, gap=5)

    def show_selection(
        self, selection: Selection | None, labels: Sequence[str], style: Style
    ) -> None:
        """Show the numbers of a draw."""
        for arrow in self._arrows:
            arrow.setFixedWidth(round(ARROW_WIDTH * style.unit))
        self._table.show_selection(selection, labels, style)
        self._sentence.setText(_sentence(selection))

    def text(self) -> str:
        """Return the rows of the table that are selected, or all of them, as text with tabs."""
        return self._table.text()

    def step(self, steps: int) -> None:
        """Select a draw further on, or back."""
        parameters = self._store.state.parameters
        self._box.set(min(max(parameters.selected + steps, 1), parameters.draws), run="select")

    def pick_any(self) -> None:
        """Select a draw at random."""
        self._box.set(random.randint(1, self._store.state.parameters.draws))


def _button(text: str, tip: str, action: Callable[[], None]) -> QPushButton:
    button = push_button(text, tip, action)
    button.setAccessibleName(tip)
    return button


def _sentence(selection: Selection | None) -> str:
    if selection is None:
        return tr("None is selected: click one in a plot, or step.")
    soft = float(np.arange(len(selection.relaxed)) @ selection.relaxed.astype(np.float64))
    return tr(
        "argmax g = {winner}, soft-argmax Σ i·s_i = {soft:.3f}", winner=selection.winner, soft=soft
    )
