"""Lab, the composition root: makes and connects the store, the worker and the window."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from gumbel_gui.core.parameters import MAX_DRAWS, Parameters
from gumbel_gui.figures.figure import Content
from gumbel_gui.gui.cards.edits import CardEdits
from gumbel_gui.gui.cards.showing import Showing
from gumbel_gui.gui.dialogs import actions as dialogs
from gumbel_gui.gui.filing.filing import Filing
from gumbel_gui.gui.filing.outgoing import Outgoing
from gumbel_gui.gui.finding.finding import Finding
from gumbel_gui.gui.guiding import Guiding
from gumbel_gui.gui.looking.looking import Looking
from gumbel_gui.gui.state.autosave import Autosave
from gumbel_gui.gui.state.document import Document
from gumbel_gui.gui.state.playback import annealing_of, descent_of
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.status import status_of
from gumbel_gui.gui.system import languages, theme
from gumbel_gui.gui.system.appearance import Appearance
from gumbel_gui.gui.system.focus import finish_typing
from gumbel_gui.gui.system.garbage import GarbageCollector
from gumbel_gui.gui.system.screen import place, succeed
from gumbel_gui.gui.window import MainWindow
from gumbel_gui.gui.worker.worker import Job, Result, Worker
from gumbel_gui.language import language
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.words.mistakes import warning

if TYPE_CHECKING:
    from gumbel_gui.gui.guide.controller import GuideController

FIRST_VIEW = "sample"
MIB = 2**20
LONG_SECONDS = 0.5
"""A job that takes longer shows its progress and can be stopped."""


class Lab(QObject):
    """One running laboratory: a window, its store and its worker.

    Another language has another window, with all that belongs to it; the rest stays.

    Signals:
        updated: the window shows a result of all draws.

    Attributes:
        window: the one that is shown now.
        result: what is shown.
        filing: the file of the state, if it has one.
        finding: presets, and the command palette.
        trouble: why what was changed could not be stored at the end, or nothing.
    """

    updated = pyqtSignal()

    def __init__(self, settings: Settings, theme_name: str = "", speaking: str = "") -> None:
        super().__init__()
        self._settings = settings
        self.appearance = Appearance(settings, theme_name)
        kept = settings.text("language", languages.SYSTEM, languages.choices())
        self._language = speaking or kept
        unspoken = languages.use_language(self._language)
        self.result: Result | None = None
        self.store = Store(settings.state)
        self._garbage = GarbageCollector(self)
        self._showing = Showing(lambda: self.window.cards, self._finish_showing, self)
        self.worker = Worker(budget=settings.memory * MIB, parent=self)
        self.playbacks = {"schedule": annealing_of(self.store), "steps": descent_of(self.store)}
        self.trouble = ""
        self._asked: Parameters | None = None
        self._keeping = False
        self._view = settings.text("view", FIRST_VIEW, VIEWS)
        self._shown = tuple(plots_of(self._view))
        # The first draws are made on another core while the window is built.
        self.worker.start()
        self._submit(preview=False)
        self._autosave = Autosave(settings)
        self._document = Document(self.store, settings.record("document"))
        self._make_window()
        # Last: a widget that is put into another looks up each rule of the sheet anew.
        theme.apply(self.appearance.style())
        self._wire()
        told = settings.tell_damage(), settings.trouble, unspoken
        self.window.show_trouble(" ".join(filter(None, told)))

    @property
    def guide(self) -> GuideController:
        """The guide, made when it is first used."""
        return self._guiding.guide

    def start(self) -> None:
        """Show the window."""
        self.window.show()
        self.window.temperature.take_focus()

    def close(self) -> None:
        """Store everything, and end the threads."""
        self.trouble = self._autosave.close(self.window.hide)
        for playback in self.playbacks.values():
            playback.pause()
        self._showing.stop()
        self.worker.stop()
        self.appearance.close()
        self._garbage.stop()

    def _collect(self) -> None:
        """Put everything that is stored into the settings."""
        if not self.appearance.presenting:  # which ends with the program
            self._settings.geometry = self.window.saveGeometry()
        self._settings.state = self.store.state
        self.appearance.collect()
        self._settings.set_text("language", self._language)
        self._settings.set_text("view", self._view)
        self._guiding.save_place()
        self.filing.collect()
        self.finding.collect()

    @property
    def _style(self) -> Style:
        """The look, with lines as wide as this screen's pixels ask for."""
        return self.appearance.style(self.window.devicePixelRatioF())

    def content(self) -> Content | None:
        """Return what the window shows, for export, or None while there is nothing."""
        result, state = self.result, self._shown_state()
        if result is None or tuple(result.summaries) != self._shown:
            return None  # this view is not drawn yet
        content = result.content(state.labels, state.options)
        return replace(content, locks=state.locks, view=self._view)

    def _restyle(self) -> None:
        """Change the look of everything."""
        theme.apply(self._style)
        self.window.set_style(self._style)
        self._apply_look()

    def set_language(self, choice: str) -> None:
        """Speak one of ``languages.choices()``, in a new window that shows the same."""
        before, old, looking = language(), self.window, self._looking
        finish_typing()
        self._collect()
        self._language = choice
        self._autosave.note()
        unspoken = languages.use_language(choice)
        if language() != before:
            self.store.retell()
            self._make_window(self._shown)
            succeed(self.window, old)
            self.outgoing.take_over(old)
            self._looking.take_over(looking)
            self._show_result()
            self.start()
            old.hide()
            old.deleteLater()
        if unspoken:
            self.window.show_trouble(unspoken)

    def set_view(self, view: str, names: Collection[str] = ()) -> None:
        """Show other plots of the same draws: all of a view, or those named."""
        before = self._shown
        self._view = view
        self._autosave.note()
        self._show_view(names)
        if self._shown != before:
            self._submit()

    def _fail(self, sentence: str) -> None:
        """Show why a job has ended; the next edit, and Ctrl+K, draw again."""
        self._asked, self._keeping = None, False
        if self.result:
            self.result = replace(self.result, running=False)
        self.window.draws.show_drawing(False)
        self.window.status.show_progress(None)
        self.window.status.say_instead(sentence)

    def toggle_drawing(self) -> None:
        """Stop a long job; if there is none, add draws until stopped."""
        if self._is_long():
            self._keeping = False
            self.worker.cancel()
        else:
            self._keeping = True
            self._submit()
        self.window.draws.show_drawing(self._keeping)

    def _wire(self) -> None:
        """Connect what outlives a window."""
        self.store.changed.connect(self._follow)
        self.store.changed.connect(self._autosave.note)
        self._autosave.storing.connect(self._collect)
        self._autosave.told.connect(lambda sentence: self.window.show_trouble(sentence))
        # Called once in any case: the first result may have come before this connection.
        self.worker.ready.connect(self._take_result)
        QTimer.singleShot(0, self._take_result)
        self.worker.failed.connect(self._fail)
        self.appearance.restyled.connect(self._restyle)

    def _make_window(self, names: Collection[str] = ()) -> None:
        """Make the window and what serves it, with these plots of the view, or all."""
        store, settings, style = self.store, self._settings, self.appearance.style()
        self.window = window = MainWindow(store, style, self.playbacks)
        self.outgoing = Outgoing(store, settings, window, self.content, self._autosave.note)
        self._guiding = Guiding(store, settings, window, self.playbacks)
        self.filing = Filing(self._document, store, settings, window)
        self.finding = Finding(store, settings, window)
        self._looking = Looking(self.appearance, settings, window)
        self._edits = CardEdits(store, window.show_status)
        self._autosave.watch(window)
        window.closing.connect(self.close)
        window.language_chosen.connect(self.set_language)
        window.rescaled.connect(self._restyle)
        for asked in (window.menus.vector.triggered, window.probabilities.vector_wanted):
            asked.connect(lambda: dialogs.ask_for_vector(store, window))
        window.menus.keep.triggered.connect(self.toggle_drawing)
        window.draws.toggled.connect(self.toggle_drawing)
        window.menus.preferences.triggered.connect(self._ask_for_memory)
        part: Guiding | Filing | Finding | Looking
        for part in (self._guiding, self.filing, self.finding, self._looking):
            part.view_wanted.connect(self.set_view)
            part.changed.connect(self._autosave.note)
        window.menus.about.triggered.connect(lambda: dialogs.show_about(window))
        window.view_chosen.connect(self.set_view)
        window.card_made.connect(self._edits.wire)
        self._show_view(names)
        place(window, settings.geometry)
        window.menus.show_language(self._language)
        self._guiding.take_up()

    def _show_view(self, names: Collection[str] = ()) -> None:
        kinds = plots_of(self._view).values()
        self._shown = self.window.show_view(self._view, kinds, self._style, names)
        self._apply_look()

    def _follow(self) -> None:
        """Draw again if the parameters have changed; labels and options need no new draws."""
        parameters = self.store.state.parameters
        if parameters == self._asked:
            self._apply_look()
            return
        if self._asked and parameters.draws != self._asked.draws:
            self._keeping = False  # a number of draws was set
        self._submit()

    def _submit(self, *, preview: bool = True) -> None:
        state = self.store.state
        self._asked = parameters = state.parameters
        if self._keeping:
            parameters = replace(parameters, draws=MAX_DRAWS)
        self.worker.submit(Job(parameters, self._shown, state, preview))

    def _is_long(self) -> bool:
        result = self.result
        return self._keeping or (
            result is not None and result.running and result.seconds > LONG_SECONDS
        )

    def _shown_state(self) -> LabState:
        """Return the state that belongs to the shown result, with the latest names and options."""
        now = self.store.state
        if self.result is None:
            return now
        shown: LabState = self.result.context
        return now if shown.parameters == now.parameters else shown

    def _apply_look(self) -> None:
        style, state = self._style, self._shown_state()
        for name in self._shown:
            self.window.cards[name].set_look(style, state)
        selection = self.result.selection if self.result else None
        self.window.one_draw.show_selection(selection, state.shown_labels, style)
        self.window.show_warning(warning(state.parameters.mistake))

    def _take_result(self) -> None:
        if (result := self.worker.take()) is None:
            return
        self._showing.show(result, by_cards=result.continues(self.result))

    def _finish_showing(self, result: Result) -> None:
        self.result = result
        if result.complete:
            self._keeping = False
        self._show_result()
        if result.complete:
            self.updated.emit()
        else:
            QTimer.singleShot(0, self.worker.note_painted)  # after painting

    def _show_result(self) -> None:
        """Show the latest result, if there is one."""
        if (result := self.result) is None:
            return
        following, long = self.store.state.parameters.draws, self._is_long()
        of = result.parameters.draws if long and not self._keeping else 0
        with self.window.painted_at_once():
            self._apply_look()
            for name in self.window.cards.keys() & result.summaries.keys():
                self._showing.show_card(result, name)
            self.window.draws.show_drawing(long)
            self.window.status.show_progress(result.done / of if of else None)
            self.window.status.show_draws(status_of(result, self._keeping, following))

    def _ask_for_memory(self) -> None:
        self._settings.memory = dialogs.ask_for_memory(self._settings.memory, self.window)
        self.worker.set_budget(self._settings.memory * MIB)
        self._autosave.note()
