"""CommandPalette: find an action, a view, a plot or a preset by its words, and do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PyQt6.QtCore import QEvent, QObject, Qt
from PyQt6.QtGui import QAction, QKeyEvent, QKeySequence
from PyQt6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gumbel_gui.gui.widgets.layouts import column
from gumbel_gui.language import tr

SIZE = 560, 420
MARGIN = 8
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
NATIVE = QKeySequence.SequenceFormat.NativeText


class Command(NamedTuple):
    """What can be done.

    Attributes:
        text: what it is called.
        where: the menu that it is in, or what kind of thing it is.
        keys: its shortcut, may be empty.
        act: does it.
    """

    text: str
    where: str
    keys: str
    act: Callable[[], object]

    def matches(self, query: str) -> bool:
        """Return whether each word of a query is somewhere in its words."""
        words = f"{self.where} {self.text} {self.keys}".casefold()
        return all(word in words for word in query.casefold().split())


def plain(text: str) -> str:
    """Return the text of an action without its mnemonic and its dots."""
    bare = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    head, bracket, _ = bare.rpartition("(")
    letter = text.partition("(&")[2]
    return (head if bracket and letter else bare).rstrip("…").strip()


def commands_of(
    menus: Iterable[QMenu], where: str = "", *, disabled: bool = False
) -> Iterator[Command]:
    """Yield what the menus hold, and the menus in them.

    Args:
        menus: of a bar, or of a menu.
        where: the names of the menus that these are in.
        disabled: whether also what cannot be done now.
    """
    for menu in menus:
        inside = " › ".join(filter(None, (where, plain(menu.title()))))
        for action in menu.actions():
            if (below := action.menu()) is not None:
                yield from commands_of([below], inside, disabled=disabled)
            elif action.text() and (disabled or action.isEnabled()):
                yield Command(plain(action.text()), inside, keys_of(action), action.trigger)


def keys_of(action: QAction) -> str:
    """Return the shortcut of an action as it is written on this system."""
    return action.shortcut().toString(NATIVE)


class CommandPalette(QDialog):
    """A line to type into, and below it what fits.

    Args:
        commands: all that can be done.
        parent: the window.

    Attributes:
        chosen: what is to be done, once the dialog was accepted.
    """

    def __init__(self, commands: Iterable[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = tuple(commands)
        self._shown: list[Command] = []
        self.chosen: Command | None = None
        self.setWindowTitle(tr("Find a command"))
        self.resize(*SIZE)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Words of an action, a view, a plot or a preset"))
        self.line.setAccessibleName(tr("Words to find"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setColumnCount(3)
        self.list.setHeaderLabels([tr("Command"), tr("Where"), tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.itemActivated.connect(lambda _: self._choose())
        header = self.list.header()
        assert header is not None
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        layout = column(self.line, self.list, within=self, gap=6)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.line.returnPressed.connect(self._choose)
        self._filter("")

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Let arrows move in the list while words are typed (Qt calls this)."""
        if isinstance(event, QKeyEvent) and event.key() in MOVES:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, query: str) -> None:
        start = query.casefold().strip()
        fitting = [each for each in self._commands if each.matches(query)]
        self._shown = sorted(fitting, key=lambda c: not c.text.casefold().startswith(start))
        self.list.clear()
        self.list.addTopLevelItems(
            [QTreeWidgetItem([each.text, each.where, each.keys]) for each in self._shown]
        )
        self.list.setCurrentItem(self.list.topLevelItem(0))

    def _choose(self) -> None:
        at = self.list.indexOfTopLevelItem(self.list.currentItem())
        if at >= 0:
            self.chosen = self._shown[at]
            self.accept()
