"""Tables: the windows that show plots as tables, one for each plot, made when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PyQt6.QtWidgets import QWidget

from gumbel_gui.figures.figure import Content
from gumbel_gui.gui.cards.card import Card

if TYPE_CHECKING:
    from gumbel_gui.gui.dialogs.table_dialog import TableDialog


class Tables:
    """Opens tables beside the window.

    Args:
        window: that has the cards.
        cards: by plot name; there may be more later.
        content: returns what is shown, for a file, or None while there is nothing.
        say: shows a message on what was done.
    """

    def __init__(
        self,
        window: QWidget,
        cards: Mapping[str, Card],
        content: Callable[[], Content | None],
        say: Callable[[str], None],
    ) -> None:
        self._window, self._cards, self._content, self._say = window, cards, content, say
        self._open: dict[str, TableDialog] = {}

    def show(self, plot: str) -> None:
        """Show the table of a plot; it follows the plot until it is closed."""
        from gumbel_gui.gui.dialogs.table_dialog import TableDialog

        if plot not in self._open:
            card = self._cards[plot]
            dialog = TableDialog(card.kind, card.table, self._content, self._window)
            card.redrawn.connect(dialog.follow)
            dialog.told.connect(self._say)
            self._open[plot] = dialog
        dialog = self._open[plot]
        dialog.refresh()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def show_present(self) -> None:
        """Show the table of the visible plot that has the focus, or else of the first."""
        focus = self._window.focusWidget()
        visible = [name for name, card in self._cards.items() if card.isVisible()]
        for name in visible:
            card = self._cards[name]
            if focus is card or (focus is not None and card.isAncestorOf(focus)):
                self.show(name)
                return
        if visible:
            self.show(visible[0])
