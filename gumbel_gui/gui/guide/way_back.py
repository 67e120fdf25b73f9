"""WayBack: once the guide is left, offers what there was before it."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import pyqtSignal

from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.state.stored_state import record_of, state_of
from gumbel_gui.gui.widgets.banner import Banner
from gumbel_gui.language import mark, tr


class WayBack(Banner):
    """Remembers state and view from before the guide, and offers them until one is chosen.

    Signals:
        view_wanted: the view from before the guide, a key of ``VIEWS``.
        moved: something else is remembered now.
    """

    view_wanted = pyqtSignal(str)
    moved = pyqtSignal()

    def __init__(self, store: Store) -> None:
        back = tr("As it was before"), tr("Undo all that has changed since"), self._go_back
        keep = tr("Keep it"), tr("Leave everything as it is now"), self.forget
        super().__init__(back, keep, role="offer")
        self._store = store
        self._before: LabState | None = None
        self._view = ""
        store.changed.connect(self._look)

    def remember(self, view: str) -> None:
        """Remember the state and the view, unless those before an earlier reading still are."""
        self.hide()
        if self._before is None:
            self._before, self._view = self._store.state, view
            self.moved.emit()

    def offer(self) -> None:
        """Say what has changed, and offer what there was; forget that if it is the same."""
        if self._before in (None, self._store.state):
            self.forget()
        else:
            words = tr("Changed since the guide was opened: {what}.")
            self.say(words.format(what=", ".join(_changes(self._before, self._store.state))))

    def forget(self) -> None:
        """Offer nothing any more."""
        self.hide()
        self._before = None
        self.moved.emit()

    def record(self) -> dict[str, Any]:
        """Return what is remembered, for the settings."""
        return {"view": self._view, **record_of(self._before)} if self._before else {}

    def resume(self, record: object) -> None:
        """Remember what was stored; nothing if that is no record."""
        if isinstance(record, dict) and record:
            self._before, self._view = state_of(record), str(record.get("view"))

    def _look(self) -> None:
        if self.isVisible():
            self.offer()

    def _go_back(self) -> None:
        before, view = self._before, self._view
        self.forget()
        if before is not None:
            self._store.end_gesture()
            self._store.edit(mark("As before the guide"), lambda _: before)
            self.view_wanted.emit(view)


def _changes(before: LabState | None, now: LabState) -> list[str]:
    """Return the words for everything that differs."""
    if before is None:
        return []
    one, other = before.parameters, now.parameters
    changed = [tr(d.words) for n, d in PARAMETERS.items() if getattr(one, n) != getattr(other, n)]
    parts = (
        ("labels", mark("names of classes")),
        ("locks", mark("locks")),
        ("options", mark("options of plots")),
    )
    return changed + [tr(words) for n, words in parts if getattr(before, n) != getattr(now, n)]
