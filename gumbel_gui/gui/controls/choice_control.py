"""ChoiceControl: a list for a parameter that is a member of an enumeration."""

from __future__ import annotations

from PyQt6.QtCore import QSignalBlocker

from gumbel_gui.core import kinds
from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.language import tr


class ChoiceControl(Choice):
    """A list of the members; its words are those of the declaration, if there are no others."""

    def __init__(self, store: Store, name: str, words: str = "") -> None:
        super().__init__(words or tr(PARAMETERS[name].words))
        kind = PARAMETERS[name].kind
        assert isinstance(kind, kinds.Choice)
        self._store, self._name, self._members = store, name, list(kind.members)
        self.addItems([tr(member.label) for member in self._members])
        self.activated.connect(lambda index: store.set(name, self._members[index]))
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present value."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._members.index(self._store.value(self._name)))
