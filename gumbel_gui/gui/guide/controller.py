"""GuideController: opens and closes the guide, and stores the reader's place."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal

from gumbel_gui.gui.guide.panel import GuidePanel
from gumbel_gui.gui.guide.progress import GuideProgress
from gumbel_gui.gui.guide.way_back import WayBack
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.system.focus import finish_typing

PLACE = "guide"
"""The record of the settings that holds the reader's place."""


class GuideController(QObject):
    """The guide and its place in the settings.

    Signals:
        view_wanted: a view, and the names of the plots to be seen in it.
        opened: whether the panel can be seen now.
        closed: the panel is gone; all plots can be seen again.
        moved: the reader's place is another one.

    Attributes:
        panel: the widget, hidden until it is opened.
        way_back: the offer of what there was before, to be shown above the plots.
        progress: the current step, and those that were tried.
    """

    view_wanted = pyqtSignal(str, tuple)
    opened = pyqtSignal(bool)
    closed = pyqtSignal()
    moved = pyqtSignal()

    def __init__(self, store: Store, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        place = settings.record(PLACE)
        self.progress = GuideProgress(store, self)
        self.progress.resume(place.get("number"), place.get("tried"))
        self.progress.rest()
        self.panel = GuidePanel(self.progress)
        self.panel.hide()
        self.way_back = WayBack(store)
        self.way_back.resume(place.get("before"))
        self.progress.preparing.connect(finish_typing)
        self.progress.view_wanted.connect(self.view_wanted)
        self.panel.closed.connect(self._close)
        for signal in (self.opened, self.progress.changed, self.way_back.moved):
            signal.connect(self.moved)

    @property
    def is_open(self) -> bool:
        """Whether the panel can be seen."""
        return not self.panel.isHidden()

    def open(self, view: str = "", number: int = 0) -> None:
        """Show the panel, and prepare a step.

        Args:
            view: what is shown now, to which there will be a way back.
            number: of the step, the reader's own if it is 0.
        """
        self.way_back.remember(view)
        self._show()
        self.progress.go(number or self.progress.number)
        self.panel.take_focus()

    def take_up(self, view: str) -> None:
        """Show the panel at the start of the program, with state and view as restored."""
        self._show()
        self.progress.resume(self.progress.number, self.progress.tried_steps)
        if view == self.progress.step.view:
            self.progress.look()

    def toggle(self, view: str = "") -> None:
        """Open the panel, as ``open`` does, or close it."""
        if self.is_open:
            self.panel.hide()
            self._close()
        else:
            self.open(view)

    def save_place(self) -> None:
        """Store the reader's place."""
        record = {
            "open": self.is_open,
            "number": self.progress.number,
            "tried": list(self.progress.tried_steps),
            "before": self.way_back.record(),
        }
        self._settings.set_record(PLACE, record)

    def _show(self) -> None:
        self.panel.show()
        self.opened.emit(True)

    def _close(self) -> None:
        self.progress.rest()
        self.opened.emit(False)
        self.closed.emit()
        self.way_back.offer()
