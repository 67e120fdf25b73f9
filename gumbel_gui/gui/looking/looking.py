"""Looking: enlarges plots and text, sets classes off, folds controls away, presents."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal

from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.system.appearance import Appearance
from gumbel_gui.gui.window import MainWindow
from gumbel_gui.language import tr


class Looking(QObject):
    """Connects the appearance with the menus, the cards and the keys of a window.

    Signals:
        view_wanted: a view, and the names of the plots to be seen in it, or none for all of them.
        changed: what is stored is another.

    Args:
        appearance: what is set.
        settings: which know whether this is the first start.
        window: that is set.
    """

    view_wanted = pyqtSignal(str, tuple)
    changed = pyqtSignal()

    def __init__(self, appearance: Appearance, settings: Settings, window: MainWindow) -> None:
        super().__init__(window)
        self._appearance, self._settings, self._window = appearance, settings, window
        self._enlarged = ""
        self._before: tuple[tuple[str, ...], str] = (), ""  # the plots that were shown, and where
        menus = window.menus
        for action, act in (
            (menus.enlarge, self._enlarge_present),
            (menus.larger, lambda: appearance.enlarge_text(1)),
            (menus.smaller, lambda: appearance.enlarge_text(-1)),
            (menus.normal, lambda: appearance.enlarge_text(0)),
            (menus.fold, appearance.fold),
            (menus.present, appearance.present),
        ):
            action.triggered.connect(lambda _, act=act: act())
        menus.show_theme(appearance.theme)
        window.theme_chosen.connect(appearance.set_theme)
        window.ends = self._escape
        window.card_made.connect(self._wire_card)
        window.probabilities.class_clicked.connect(appearance.set_class_off)
        appearance.arranged.connect(self._arrange)
        appearance.noted.connect(self.changed)
        self._arrange()
        first = settings.text("first_line", "open" if settings.empty else "", ("open", ""))
        if first:
            window.temperature.show_line(
                tr("Drag t: the samples harden to the left, and become all alike to the right.")
            )
            window.temperature.moved.connect(self._end_first_line)
        settings.set_text("first_line", first)

    def take_over(self, old: Looking) -> None:
        """Go on with what another window has enlarged."""
        self._enlarged, self._before = old._enlarged, old._before

    def _wire_card(self, card: Card) -> None:
        card.enlarge_wanted.connect(self.enlarge)
        card.class_clicked.connect(self._appearance.set_class_off)

    def enlarge(self, plot: str) -> None:
        """Give a plot all of the view; if it has it, show again what was there before."""
        window = self._window
        if self._is_enlarged():
            self._reduce()
            return
        kept = window.shown if len(window.shown) < window.plots else ()
        self._enlarged, self._before = plot, (kept, window.view)
        self.view_wanted.emit(window.view, (plot,))

    def _is_enlarged(self) -> bool:
        window = self._window
        return window.shown == (self._enlarged,) and self._before[1] == window.view

    def _reduce(self) -> None:
        shown, view = self._before
        self._enlarged = ""
        self.view_wanted.emit(view, shown)

    def _enlarge_present(self) -> None:
        """Enlarge the plot that has the focus, or else the one that is read first."""
        window = self._window
        plot = window.focused_plot()
        self.enlarge(plot if plot in window.shown else window.first_plot)

    def _escape(self) -> bool:
        """End what Escape ends first; return whether there was something."""
        appearance = self._appearance
        if appearance.set_off is not None:
            appearance.set_class_off(None)
        elif self._is_enlarged():
            self._reduce()
        elif appearance.presenting:
            appearance.present()
        else:
            return False
        return True

    def _arrange(self) -> None:
        appearance = self._appearance
        self._window.arrange(folded=appearance.folded, presenting=appearance.presenting)

    def _end_first_line(self) -> None:
        self._window.temperature.show_line("")
        self._settings.set_text("first_line", "")
        self.changed.emit()
