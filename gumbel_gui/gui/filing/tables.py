"""Tables: the windows that show plots as tables, one for each plot, made when asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt6.QtWidgets import QDialog

from gumbel_gui.figures.figure import Content
from gumbel_gui.gui.state.folders import Folders
from gumbel_gui.gui.window import MainWindow

if TYPE_CHECKING:
    from gumbel_gui.gui.dialogs.table_dialog import TableDialog


class Tables:
    """Opens tables beside the window.

    Args:
        window: that has the cards.
        content: what is shown, for a file, or None while there is nothing.
        folders: with that of tables.
    """

    def __init__(
        self, window: MainWindow, content: Callable[[], Content | None], folders: Folders
    ) -> None:
        self._window, self._content, self._folders = window, content, folders
        self._open: dict[str, TableDialog] = {}
        window.menus.table.triggered.connect(self._show_present)
        window.card_made.connect(lambda card: card.table_wanted.connect(self.show))

    def show(self, plot: str) -> None:
        """Show the table of a plot; it follows the plot until it is closed."""
        from gumbel_gui.gui.dialogs.table_dialog import TableDialog

        if plot not in self._open:
            card = self._window.cards[plot]
            dialog = TableDialog(card.kind, card.table, self._content, self._folders, self._window)
            dialog.setObjectName(plot)
            card.redrawn.connect(dialog.follow)
            dialog.told.connect(self._window.show_status)
            self._open[plot] = dialog
        dialog = self._open[plot]
        dialog.refresh()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def take_over(self, old: MainWindow) -> None:
        """Show the tables that another window has open, of plots that this one shows."""
        for plot in self._window.cards:
            for dialog in old.findChildren(QDialog, plot):
                if dialog.isVisible():
                    self.show(plot)
                    self._open[plot].setGeometry(dialog.geometry())

    def _show_present(self) -> None:
        """Show the table of the plot that has the focus, or else of the first that is visible."""
        cards = self._window.cards.items()
        visible = (name for name, card in cards if card.isVisible())
        plot = self._window.focused_plot()
        if plot is None or not self._window.cards[plot].isVisible():
            plot = next(visible, None)
        if plot is not None:
            self.show(plot)
