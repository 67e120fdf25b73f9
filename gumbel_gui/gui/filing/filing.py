"""Filing: new, open, save and recent files; no change of a named file is lost without a question.

A state without a file asks nothing: it is stored between starts, and what takes its place, a new
experiment or one that is opened, is a step that can be undone.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from gumbel_gui.figures.errors import ExportError, OpenError
from gumbel_gui.figures.names import exists
from gumbel_gui.gui.filing.drops import FileDrops
from gumbel_gui.gui.state.document import Document
from gumbel_gui.gui.state.folders import Folders
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.window import MainWindow
from gumbel_gui.gui.worker.patience import patiently
from gumbel_gui.language import mark, tr
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.base import VIEWS

MOST_RECENT = 9
"""Files that the menu lists, each with a digit of its own."""


class Filing(QObject):
    """The actions of the menu on files, the title, drops, and the question before closing.

    Signals:
        view_wanted: the view of a file that was opened.
        changed: what is stored about files is something else now.
    """

    view_wanted = pyqtSignal(str)
    changed = pyqtSignal()

    def __init__(
        self, document: Document, store: Store, settings: Settings, window: MainWindow
    ) -> None:
        super().__init__(window)
        self.document = document
        self._store, self._settings, self._window = store, settings, window
        self._folders = Folders(settings)
        self._recent = [Path(name) for name in settings.texts("recent")][:MOST_RECENT]
        self._trouble, self._ending = "", False
        menus = window.menus
        menus.new.triggered.connect(lambda: self.new())
        menus.open.triggered.connect(lambda: self.ask_and_open())
        menus.save.triggered.connect(lambda: self.save())
        menus.save_as.triggered.connect(lambda: self.save_as())
        menus.recent_chosen.connect(lambda name: self.open(Path(name)))
        menus.recent_cleared.connect(lambda: self._set_recent([]))
        self._drops = FileDrops(window)
        self._drops.dropped.connect(self._open_dropped)
        window.may_close = partial(self._may_leave, closing=True)
        self.document.changed.connect(self._show)
        self._set_recent(self._recent)
        self._show()

    def new(self) -> None:
        """Start anew, as on the first start, with the name of no file."""
        if self._may_leave():
            self.document.proposal = None
            self.document.take(mark("New experiment"), LabState(), None)

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        from gumbel_gui.gui.dialogs.questions import ask_for_file

        if path := ask_for_file(self._folder(), self._window):
            self.open(path)

    def open(self, path: Path) -> None:
        """Open an experiment or a figure; if that cannot be done, everything stays as it was."""
        from gumbel_gui.figures.experiments.opening import fingerprint, open_file
        from gumbel_gui.figures.experiments.shape import ENDING

        path = Path(os.path.abspath(path))
        is_figure = not path.name.lower().endswith(ENDING)
        try:
            # Before it is read: what changes meanwhile is a change, then.
            found = "" if is_figure else patiently(lambda: fingerprint(path))
            experiment = patiently(lambda: open_file(path))
            state = LabState.of(experiment)
        except OpenError as error:
            if not patiently(lambda: exists(path)):
                self._set_recent([each for each in self._recent if each != path])
            self._tell(str(error))
            return
        if not self._may_leave():
            return
        self.document.proposal = path.with_name(path.stem + ENDING) if is_figure else None
        file = None if is_figure else path
        self.document.take(mark("Open {name}"), state, file, path.name, found)
        plots = experiment.figure.plots if experiment.figure else ()
        view = experiment.view or (plot_type(plots[0]).view if plots else "")
        if view in VIEWS:
            self.view_wanted.emit(view)
        self._note(path, tr("Opened {name}; Undo goes back", name=path.name))

    def save(self) -> bool:
        """Save to the document's file, or ask for one; return whether it was saved."""
        path = self.document.path
        return self._may_replace(path) and self._save(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it; return whether it was saved."""
        from gumbel_gui.figures.experiments.shape import ENDING
        from gumbel_gui.gui.dialogs.questions import ask_for_target

        named = self.document.path or self.document.proposal
        proposal = named or self._folder() / (tr("experiment") + ENDING)
        path = ask_for_target(proposal, self._window)
        return path is not None and self._save(path)

    def end(self) -> None:
        """Ask nothing any more, since the program is told to end: what is unsaved is stored."""
        self._ending = True

    def collect(self) -> None:
        """Put what is stored into the settings."""
        self._settings.set_record("document", self.document.record)
        self._settings.set_texts("recent", [str(path) for path in self._recent])

    def _save(self, path: Path) -> bool:
        from gumbel_gui.figures.experiments.experiment import write_experiment
        from gumbel_gui.figures.experiments.opening import fingerprint_of
        from gumbel_gui.figures.targets import check_place, write

        state = self._store.state
        data = write_experiment(state.experiment(self._window.view))
        try:
            patiently(lambda: check_place(path))
            patiently(lambda: write(path, data))
        except ExportError as error:
            self._tell(str(error))
            return False
        self.document.note_saved(path, fingerprint_of(data), state)
        self._note(path, tr("Saved {name}", name=path), saved=True)
        return True

    def _may_replace(self, path: Path) -> bool:
        """Ask before a file is replaced that is another than was opened or saved here."""
        from gumbel_gui.figures.experiments.opening import fingerprint
        from gumbel_gui.gui.dialogs.questions import ask_to_replace_changed

        known = self.document.fingerprint
        same = not known or patiently(lambda: fingerprint(path)) in ("", known)
        return same or ask_to_replace_changed(path, self._window)

    def _may_leave(self, *, closing: bool = False) -> bool:
        """Ask what to do with unsaved changes; return whether the state may be replaced."""
        path = self.document.path
        if self._ending or path is None or not self.document.unsaved:
            return True
        from gumbel_gui.gui.dialogs.questions import ask_to_save

        answer = ask_to_save(path.name, self._window)
        discarded = answer == "discard"
        if closing and discarded:
            self.document.discard()  # so that the next start does not show them
        saved = answer == "save" and self.save()
        # A signal closes the question; the window it is asked for has to close, then, too.
        return saved or discarded or (closing and self._ending)

    def _open_dropped(self, paths: list[Path]) -> None:
        if len(paths) > 1:
            sentence = tr("One file can be opened at a time, but {n} were dropped.")
            self._tell(sentence.format(n=len(paths)))
            return
        self._window.activateWindow()
        # Not at once: the program that it was dragged from waits for the end of the drop.
        QTimer.singleShot(0, lambda: self.open(paths[0]))

    def _folder(self) -> Path:
        """Return the folder in which a dialog begins."""
        known = (self.document.path, self.document.proposal)
        near = [path.parent for path in known if path is not None]
        there = patiently(lambda: next((folder for folder in near if exists(folder)), None))
        return there or patiently(lambda: self._folders.of("experiments"))

    def _note(self, path: Path, words: str, *, saved: bool = False) -> None:
        """Show what was done with a file, and list it first."""
        self._folders.note("experiments", path)
        self._set_recent([path, *(each for each in self._recent if each != path)])
        self._tell("")
        self._window.show_status(words, path if saved else None)

    def _set_recent(self, paths: list[Path]) -> None:
        self._recent = paths[:MOST_RECENT]
        self._window.menus.show_recent(self._recent)
        self.changed.emit()

    def _tell(self, sentence: str) -> None:
        """Show what went wrong with a file, or hide that."""
        if sentence or self._trouble:
            self._window.show_trouble(sentence)
        self._trouble = sentence

    def _show(self) -> None:
        path = self.document.path
        name = f"{path.name}[*] – " if path else ""
        self._window.setWindowTitle(name + "Gumbel GUI")
        self._window.setWindowFilePath(str(path or ""))
        self._window.setWindowModified(self.document.unsaved)
        self.changed.emit()
