"""Outgoing: what leaves the window: figures, animations, copies, draws, tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PyQt6.QtWidgets import QProgressDialog

from gumbel_gui.figures.figure import Content
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.dialogs import actions as dialogs
from gumbel_gui.gui.filing.tables import Tables
from gumbel_gui.gui.state.folders import Folders
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import ALL
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.window import MainWindow


class Outgoing:
    """Does what the menus and the cards ask for.

    Args:
        store: the state.
        settings: with the choices for export.
        window: that asks.
        content: returns what is shown, or None while there is nothing.
        note: is called once choices are to be stored.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        window: MainWindow,
        content: Callable[[], Content | None],
        note: Callable[[], None],
    ) -> None:
        self._store, self._settings, self._window = store, settings, window
        self._content, self._note = content, note
        self._tables = Tables(window, content, Folders(settings))
        menus = window.menus
        menus.export.triggered.connect(lambda: self.export(ALL))
        menus.animate.triggered.connect(self._animate)
        menus.save_draws.triggered.connect(self._save_draws)
        menus.code_wanted.connect(self._copy_code)
        window.copy_wanted.connect(self.copy)
        window.card_made.connect(self._wire_card)

    def export(self, plot: str) -> None:
        """Ask how to save one plot, or all, and save."""
        said, file = dialogs.save_figure(self._content(), plot, self._settings, self._window)
        self._window.show_status(said, file)
        self._note()

    def copy(self, plot: str) -> None:
        """Put one plot, or all, on the clipboard."""
        content, cards = self._content(), self._window.cards
        name = next(iter(content.summaries if content else cards)) if plot == ALL else plot
        shape = (plot == ALL and cards[name].parentWidget()) or cards[name]
        self._window.show_status(dialogs.copy_figure(content, plot, shape.size()))

    def _animate(self) -> None:
        content = self._content()
        plots = tuple(content.summaries) if content else ()
        said = dialogs.save_animation(self._store.state, plots, self._settings, self._window)
        self._window.show_status(*said)
        self._note()

    def take_over(self, old: MainWindow) -> None:
        """Go on with what another window does and shows beside it."""
        window = self._window
        saving: Any  # its class is imported when it is first used
        for saving in old.findChildren(QProgressDialog):
            saving.serve(window, window.closing, window.show_status)
        self._tables.take_over(old)

    def _save_draws(self) -> None:
        window = self._window
        say = window.show_status
        dialogs.save_draws(self._store.state, self._settings, window, window.closing, say)
        self._note()

    def _copy_code(self, library: str) -> None:
        self._window.show_status(dialogs.copy_code(library, self._store.state))

    def _wire_card(self, card: Card) -> None:
        card.copy_wanted.connect(self.copy)
        card.export_wanted.connect(self.export)
        card.code_wanted.connect(self._copy_code)
