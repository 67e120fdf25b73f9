"""A switch for the mistakes that can be made on purpose."""

from __future__ import annotations

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.plots.words.mistakes import NAMES, name_of


class MistakeEditor(QWidget):
    """Offers every mistake, and none."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        title = QLabel(self.tr("BREAK IT"))
        title.setProperty("role", "section")
        self._choice = Choice(self.tr("Mistake to make on purpose"))
        self._mistakes = tuple(NAMES)
        for mistake in self._mistakes:
            self._choice.addItem(name_of(mistake))
        self._choice.activated.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(title)
        row.addWidget(self._choice, 1)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the mistake there is now."""
        mistake = self._store.state.parameters.mistake
        with QSignalBlocker(self._choice):
            self._choice.setCurrentIndex(self._mistakes.index(mistake))

    def fix(self) -> None:
        """Make no mistake any more."""
        self._set(Mistake.NONE)

    def _choose(self, index: int) -> None:
        self._set(self._mistakes[index])

    def _set(self, mistake: Mistake) -> None:
        self._store.edit(self.tr("Break or mend"), lambda s: s.with_mistake(mistake))
