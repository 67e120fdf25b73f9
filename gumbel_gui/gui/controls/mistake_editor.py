"""MistakeEditor: the list of mistakes that can be made on purpose."""

from __future__ import annotations

from PyQt6.QtWidgets import QWidget

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.gui.controls.choice_control import ChoiceControl
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.labels import label
from gumbel_gui.gui.widgets.layouts import row
from gumbel_gui.language import mark, tr

TITLE, FIX = mark("BREAK IT"), mark("Fix it")


class MistakeEditor(QWidget):
    """A title, and a list of every mistake and none."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        choice = ChoiceControl(store, "mistake", tr("Mistake to make on purpose"))
        row(label("section", tr(TITLE)), choice, within=self, wide=choice)

    def fix(self) -> None:
        """Make no mistake."""
        self._store.set("mistake", Mistake.NONE)
