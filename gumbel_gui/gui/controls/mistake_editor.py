"""MistakeEditor: the list of mistakes that can be made on purpose."""

from __future__ import annotations

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.plots.words.text import tr


class MistakeEditor(QWidget):
    """A title, and a list of every mistake and none."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        title = QLabel(self.tr("BREAK IT"))
        title.setProperty("role", "section")
        self._choice = Choice(self.tr("Mistake to make on purpose"))
        self._mistakes = tuple(Mistake)
        self._choice.addItems([tr(mistake.label) for mistake in self._mistakes])
        self._choice.activated.connect(lambda index: store.set("mistake", self._mistakes[index]))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(title)
        row.addWidget(self._choice, 1)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present mistake."""
        mistake = self._store.state.parameters.mistake
        with QSignalBlocker(self._choice):
            self._choice.setCurrentIndex(self._mistakes.index(mistake))

    def fix(self) -> None:
        """Make no mistake."""
        self._store.set("mistake", Mistake.NONE)
