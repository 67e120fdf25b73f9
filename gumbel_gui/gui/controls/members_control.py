"""MembersControl: a button with a menu of the members of an enumeration, to switch on and off."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction, QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QMenu, QPushButton

from gumbel_gui.core import kinds
from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.gui.state.store import Store
from gumbel_gui.language import tr


class MembersControl(QPushButton):
    """Tells how many members are on; its menu has each, and all at once.

    The last one cannot be switched off.
    Space, Return and clicks leave the menu open, for further ones.
    """

    def __init__(self, store: Store, name: str) -> None:
        super().__init__()
        declared = PARAMETERS[name]
        assert isinstance(declared.kind, kinds.Members)
        self._store, self._name, self._symbol = store, name, tr(declared.symbol)
        self.setToolTip(tip := ", ".join(filter(None, map(tr, (declared.words, declared.note)))))
        menu = _LastingMenu(self)
        menu.setAccessibleName(tip)
        self._actions = {
            member: QAction(tr(member.label), menu) for member in declared.kind.members
        }
        for action in self._actions.values():
            action.setCheckable(True)
            action.triggered.connect(self._set)
        menu.addActions([*self._actions.values()])
        menu.addSeparator()
        self._all = QAction(tr("All"), menu)
        self._all.triggered.connect(lambda: store.set(name, tuple(self._actions)))
        menu.addAction(self._all)
        self.setMenu(menu)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show which are on."""
        shown = self._store.value(self._name)
        for member, action in self._actions.items():
            action.setChecked(member in shown)
            action.setEnabled(shown != (member,))
        self._all.setEnabled(len(shown) < len(self._actions))
        words = {"n": len(shown), "all": len(self._actions)}
        self.setText(tr("{what}: {n} of {all}", what=self._symbol, **words))
        self.setAccessibleName(f"{self.text()}, {tr(PARAMETERS[self._name].words)}")

    def _set(self) -> None:
        on = tuple(member for member, action in self._actions.items() if action.isChecked())
        self._store.set(self._name, on)


class _LastingMenu(QMenu):
    """A menu that stays open when something is switched."""

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Switch what is under the mouse (Qt calls this)."""
        action = self.actionAt(event.position().toPoint()) if event else None
        if action is None:
            super().mouseReleaseEvent(event)
        elif action.isEnabled():
            action.trigger()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Switch the active entry by Space or Return (Qt calls this)."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        action = self.activeAction()
        if event is None or action is None or event.key() not in keys:
            super().keyPressEvent(event)
        elif action.isEnabled():
            action.trigger()
