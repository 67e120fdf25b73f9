"""MainWindow: arranges controls, cards and menus; ``lab`` connects them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import pairwise
from pathlib import Path

from PyQt6.QtCore import QEvent, QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtGui import QCloseEvent, QKeyEvent
from PyQt6.QtWidgets import (
    QApplication,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.cards.view_page import ViewPage
from gumbel_gui.gui.controls.draws_editor import DrawsEditor
from gumbel_gui.gui.controls.head import Head
from gumbel_gui.gui.controls.mistake_editor import FIX, MistakeEditor
from gumbel_gui.gui.controls.one_draw import OneDraw
from gumbel_gui.gui.controls.probability_editor import ProbabilityEditor
from gumbel_gui.gui.controls.temperature_editor import TemperatureEditor
from gumbel_gui.gui.menus.menu_bar import MenuBar
from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.state import ALL
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.system.focus import FocusWindow
from gumbel_gui.gui.system.folders import show_in_folder
from gumbel_gui.gui.system.painting import PaintedAtOnce
from gumbel_gui.gui.widgets.banner import Banner
from gumbel_gui.gui.widgets.copying import selected_text
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.gui.widgets.scrolling import Scrolling, Squeezable
from gumbel_gui.gui.widgets.status_line import StatusLine
from gumbel_gui.gui.widgets.tabs import Tabs
from gumbel_gui.language import tr
from gumbel_gui.plots.base import VIEWS, Plot
from gumbel_gui.plots.look.style import TEXT_SIZE, Style

COLUMN_WIDTH, BAR_WIDTH = 336 / 12, 10  # the first in sizes of the text
THEME_CHANGE = 210
"""Type of an event to which PyQt gives no name: the desktop looks otherwise."""


class MainWindow(PaintedAtOnce, FocusWindow):
    """One column of controls, views with cards of plots, menus and a status line.

    Signals:
        closing: the window is about to close.
        rescaled: the window is on a screen with other pixels now, or the desktop looks otherwise.
        theme_chosen: one of ``THEMES``.
        language_chosen: one of ``system.languages.choices()``.
        view_chosen: a key of ``VIEWS``.
        card_made: a new card.
        escaped: Escape was pressed.
        copy_wanted: a plot's name, or ``ALL``.

    Args:
        store: the state.
        style: the look at the start.
        playbacks: by the parameter that they play.

    Attributes:
        cards: of the views that were shown already, by plot name.
        menus: the menu bar, with all actions.
        status: the line below everything.
        may_close: is asked before the window closes.
        ends: is asked what Escape ends before ``escaped``; returns whether there was something.
    """

    closing = pyqtSignal()
    rescaled = pyqtSignal()
    theme_chosen = pyqtSignal(str)
    language_chosen = pyqtSignal(str)
    view_chosen = pyqtSignal(str)
    card_made = pyqtSignal(object)
    escaped = pyqtSignal()
    copy_wanted = pyqtSignal(str)

    def __init__(self, store: Store, style: Style, playbacks: Mapping[str, Playback]) -> None:
        super().__init__()
        self._store, self._playbacks = store, playbacks
        self.may_close: Callable[[], bool] = lambda: True
        self.ends: Callable[[], bool] = lambda: False
        self.setWindowTitle("Gumbel GUI")
        self.probabilities = ProbabilityEditor(store, style)
        self.temperature = TemperatureEditor(store, playbacks["schedule"])
        self.draws = DrawsEditor(store)
        self.one_draw = OneDraw(store)
        self.mistake = MistakeEditor(store)
        self.cards: dict[str, Card] = {}
        self._pages: dict[str, ViewPage] = {}
        self.status = StatusLine(show_in_folder)
        self.setStatusBar(self.status)
        self.setCentralWidget(Scrolling(self._centre(style), sideways=True))
        self._make_menus(store)
        store.changed.connect(self._end_message)

    def show_view(
        self, view: str, kinds: Iterable[type[Plot]], style: Style, names: Collection[str] = ()
    ) -> tuple[str, ...]:
        """Show a view; its cards are made when it is first shown.

        Args:
            view: a key of ``VIEWS``.
            kinds: its plots.
            style: the look of new cards.
            names: the plots to show, if not all of them.

        Returns:
            The names of the plots that are shown.
        """
        if view not in self._pages:
            self._pages[view] = self._make_page(kinds, style)
            self._stack.addWidget(self._pages[view])
            # Or Tab would reach its cards last.
            self._pages[view].order_tabs(self.temperature.focus_order()[-1])
        self.status.end_message()
        page = self._pages[view]
        page.show_only(names)
        self._stack.setCurrentWidget(page)
        with QSignalBlocker(self._tabs):  # a click on a tab shows all plots of its view
            self._tabs.setCurrentIndex(list(VIEWS).index(view))
        return page.shown

    def _end_message(self) -> None:
        """After an edit, a message is about what was before; what plays is none of the user's."""
        if not any(playback.running for playback in self._playbacks.values()):
            self.status.end_message()

    def show_warning(self, warning: str) -> None:
        """Show a warning above the plots, or hide it if it is empty."""
        self._warning.say(warning)

    def show_trouble(self, sentence: str) -> None:
        """Show what is wrong with the settings above the plots, or hide it if it is empty."""
        self._trouble.say(sentence)

    def add_guide(self, panel: QWidget, offer: QWidget) -> None:
        """Put the guide beside the plots, and what it offers when it is left above them."""
        self._beside.addWidget(panel)
        self._above.addWidget(offer)

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the plots that can be seen."""
        return self._pages[self.view].shown

    @property
    def plots(self) -> int:
        """How many plots the view has that is shown."""
        return len(self._pages[self.view].cards)

    @property
    def first_plot(self) -> str:
        """The name of the plot that is read first."""
        return self._pages[self.view].first

    @property
    def view(self) -> str:
        """The view that is shown, a key of ``VIEWS``."""
        return list(VIEWS)[self._tabs.currentIndex()]

    def show_guide(self, on: bool) -> None:
        """Show on its button whether the guide is open."""
        self._guide.setChecked(on)

    def show_status(self, text: str, file: Path | None = None) -> None:
        """Show a message in the status line for a while, see ``StatusLine.show_message``."""
        self.status.show_message(text, file)

    def focused_plot(self) -> str | None:
        """Return the name of the plot that has the focus, if any has."""
        for name, card in self.cards.items():
            focus = self.focusWidget()
            if focus is card or (focus and card.isAncestorOf(focus)):
                return name
        return None

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Emit ``escaped`` for what no control has used (Qt calls this)."""
        if event and event.key() == Qt.Key.Key_Escape:
            if not self.ends():
                self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent | None) -> bool:
        """Emit ``rescaled`` (Qt calls this)."""
        done = super().event(event)
        if event and event.type() in (QEvent.Type.DevicePixelRatioChange, THEME_CHANGE):
            self.rescaled.emit()
        return done

    def _copy(self) -> None:
        """Copy the selected text, or else what has the focus: the table of the draw, or a plot."""
        focus = self.focusWidget()
        in_draw = focus is not None and self.one_draw.isAncestorOf(focus)
        text = selected_text(focus) or (self.one_draw.text() if in_draw else "")
        clipboard = QApplication.clipboard()
        if text and clipboard:
            clipboard.setText(text)
            self.show_status(tr("Copied text"))
        else:
            self.copy_wanted.emit(self.focused_plot() or ALL)

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Emit ``closing``, unless the user wants to stay (Qt calls this)."""
        if event and not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def set_style(self, style: Style) -> None:
        """Change the look of all that does not follow the style sheet."""
        # The margins of buttons stay as they are where the text is smaller.
        width = round(COLUMN_WIDTH * style.text_size) + max(0, 6 * (TEXT_SIZE - style.text_size))
        self._side.setFixedWidth(width + BAR_WIDTH)
        self._side.widget().setFixedWidth(width)  # type: ignore[union-attr]
        self.probabilities.set_style(style)

    def arrange(self, *, folded: bool, presenting: bool) -> None:
        """Show the side column or not; while presenting fill the screen with t and plots alone."""
        bars = [bar for bar in (self.menuBar(), self.statusBar(), self._guide) if bar]
        for bar in bars:
            bar.setVisible(not presenting)
        self._side.setVisible(not (folded or presenting))
        self._fold.setVisible(not presenting)
        self._fold.setText("»" if folded else "«")
        self._head.set_one_line(presenting)
        if presenting != self.isFullScreen():
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _centre(self, style: Style) -> QWidget:
        side = QWidget()
        editors = (self.probabilities, self.draws, self.one_draw, self.mistake)
        controls = column(*editors, within=side, gap=14)
        controls.setContentsMargins(0, 6, 0, 4)
        controls.addStretch(1)
        self._side = Scrolling(side)
        self.set_style(style)
        self._tabs = Tabs(tr("Views"), map(tr, VIEWS.values()))
        self._tabs.currentChanged.connect(lambda index: self.view_chosen.emit(list(VIEWS)[index]))
        self._stack = QStackedWidget()
        self._guide = QPushButton(tr("Guide"))
        self._guide.setCheckable(True)
        self._guide.setToolTip(
            tr("In short steps from argmax to a gradient, and to sampling at work (F1)")
        )
        self._guide.clicked.connect(lambda: self.menus.guide.trigger())
        self._fold = QPushButton()
        self._fold.setToolTip(tr("Fold the side column away, or unfold it (F9)"))
        self._fold.setAccessibleName(tr("Side column"))
        self._fold.clicked.connect(lambda: self.menus.fold.trigger())
        self._beside = row(self._stack, gap=8, wide=self._stack)
        tabs = QWidget()
        row(self._fold, self._tabs, self._guide, within=tabs, gap=4, wide=self._tabs)
        self._head = Head(tabs, self.temperature)
        reached = (self._fold, self._tabs, self._guide, *self.temperature.focus_order())
        for one, following in pairwise(reached):
            QWidget.setTabOrder(one, following)
        self._warning = Banner((tr(FIX), tr("Make no mistake"), self.mistake.fix))
        self._trouble = Banner((tr("Close"), tr("Hide this sentence"), None))
        self._above = column(self._trouble, self._warning, gap=6)
        views = column(self._head, self._above, self._beside, gap=6, wide=self._beside)
        centre = Squeezable()
        centre.setObjectName("central")
        layout = row(self._side, views, within=centre, gap=2, wide=views)
        layout.setContentsMargins(14, 4, 12, 2)
        return centre

    def _make_page(self, kinds: Iterable[type[Plot]], style: Style) -> ViewPage:
        cards = []
        for kind in kinds:
            controls = [self._make_control(name) for name in kind.controls]
            card = Card(kind, style, self._store.state, controls)
            self.cards[kind.name] = card
            cards.append(card)
            self.card_made.emit(card)
        return ViewPage(cards)

    def _make_control(self, name: str) -> QWidget:
        # Imported when used: the first view has none.
        from gumbel_gui.gui.cards.parameter_controls import make_control

        return make_control(name, self._store, self._playbacks)

    def _make_menus(self, store: Store) -> None:
        self.menus = menus = MenuBar(store.history)
        self.setMenuBar(menus)
        for menu in menus.all:  # their keys count while the bar is hidden, too
            self.addActions(menu.actions())
        menus.theme_chosen.connect(self.theme_chosen)
        menus.language_chosen.connect(self.language_chosen)
        menus.view_chosen.connect(self.view_chosen)
        for action, act in (
            (menus.copy, self._copy),
            (menus.quit, self.close),
            (menus.new_noise, self.draws.new_noise),
            (menus.previous, lambda: self.one_draw.step(-1)),
            (menus.next, lambda: self.one_draw.step(1)),
            (menus.random, self.one_draw.pick_any),
        ):
            action.triggered.connect(lambda _, act=act: act())
