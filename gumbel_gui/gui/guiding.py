"""Guiding: the guide in the window, made when it is first used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.window import MainWindow
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.base import VIEWS

if TYPE_CHECKING:
    from gumbel_gui.gui.guide.controller import GuideController


class Guiding(QObject):
    """Opens the guide, lets it change the view, and leaves it.

    Signals:
        view_wanted: a view, and the names of the plots to be seen in it, or none for all of them.
        changed: what the guide stores is something else now.
    """

    view_wanted = pyqtSignal(str, tuple)
    changed = pyqtSignal()

    def __init__(
        self,
        store: Store,
        settings: Settings,
        window: MainWindow,
        playbacks: Mapping[str, Playback],
    ) -> None:
        super().__init__(window)
        self._store, self._settings, self._window = store, settings, window
        self._playbacks = playbacks
        self._made: GuideController | None = None
        window.menus.guide.triggered.connect(lambda: self.guide.toggle(window.view))
        window.escaped.connect(self._escape)
        window.menus.explain.triggered.connect(self._explain_present)
        window.card_made.connect(lambda card: card.explain_wanted.connect(self.explain))

    @property
    def guide(self) -> GuideController:
        """The guide, made when it is first used."""
        if self._made is None:
            from gumbel_gui.gui.guide.controller import GuideController

            self._made = made = GuideController(self._store, self._settings, self)
            self._window.add_guide(made.panel, made.way_back)
            made.view_wanted.connect(self._show)
            made.closed.connect(lambda: self._show(self._window.view))
            made.way_back.view_wanted.connect(self._go_back)
            made.opened.connect(self._window.show_guide)
            made.moved.connect(self.changed)
        return self._made

    def explain(self, plot: str) -> None:
        """Show what a plot shows, beside the window."""
        from gumbel_gui.gui.guide.explanation_dialog import ExplanationDialog

        dialog = ExplanationDialog(plot_type(plot), self._window)
        dialog.lesson_wanted.connect(lambda number: self.guide.open(self._window.view, number))
        dialog.show()

    def _explain_present(self) -> None:
        """Explain the plot that has the focus, or else the one that is read first."""
        window = self._window
        plot = window.focused_plot()
        self.explain(plot if plot in window.shown else window.first_plot)

    def take_up(self) -> None:
        """Go on where the program was closed: with the guide, or what it offers when it is left."""
        place = self._settings.record("guide")
        if place.get("open") is True:
            self.guide.take_up(self._window.view)
        elif place.get("before"):
            self.guide.way_back.offer()

    def save_place(self) -> None:
        """Store the reader's place, if there was a reader."""
        if self._made:
            self._made.save_place()

    def _show(self, view: str, plots: tuple[str, ...] = ()) -> None:
        for playback in self._playbacks.values():
            playback.pause()  # or it would continue in the next step
        focus = self._window.focusWidget()
        self.view_wanted.emit(view, plots)
        if self.guide.is_open and (focus is None or not focus.isVisible()):
            self.guide.panel.take_focus()  # a control that is gone had it

    def _go_back(self, view: str) -> None:
        self._show(view if view in VIEWS else self._window.view)

    def _escape(self) -> None:
        if self._made and self._made.is_open:
            self._made.toggle()
