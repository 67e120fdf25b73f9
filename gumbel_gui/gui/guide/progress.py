"""GuideProgress: the current step of the guide, and which steps were tried; no widgets."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal

from gumbel_gui.gui.guide.steps import STEPS, Step
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store
from gumbel_gui.language import mark


class GuideProgress(QObject):
    """The current step, and which steps were tried.

    To go to a step is one undoable edit that prepares its state; Undo restores the state before,
    and the step stays the same. Attempts count from that edit on; what Undo of the edit restores,
    and later edits of that, are none.

    Signals:
        changed: the step is another one, or was tried.
        preparing: a step is about to be prepared.
        view_wanted: a view, a key of ``VIEWS``, and the names of the plots to show in it.
    """

    changed = pyqtSignal()
    preparing = pyqtSignal()
    view_wanted = pyqtSignal(str, tuple)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._number = 1
        self._tried: set[int] = set()
        self._start: LabState | None = None
        self._first_edit = 0
        self._follows = False
        # Not ``store.changed``, which comes before the history has its new index.
        store.history.indexChanged.connect(self._watch)

    @property
    def number(self) -> int:
        """The number of the step, from 1."""
        return self._number

    @property
    def step(self) -> Step:
        """The step."""
        return STEPS[self._number - 1]

    @property
    def tried(self) -> bool:
        """Whether this step was tried."""
        return self._number in self._tried

    @property
    def tried_steps(self) -> tuple[int, ...]:
        """The numbers of all steps that were tried."""
        return tuple(sorted(self._tried))

    @property
    def at_end(self) -> bool:
        """Whether this is the last step."""
        return self._number == len(STEPS)

    def go(self, number: int) -> None:
        """Go to a step and prepare it.

        Args:
            number: from 1.

        Raises:
            ValueError: if there is no such step.
        """
        if not 1 <= number <= len(STEPS):
            raise ValueError(f"There is no step {number}.")
        self.preparing.emit()
        moved, self._number = number != self._number, number
        self.rest()  # preparing a step is no attempt at it
        self._store.end_gesture()  # nor part of a drag
        values = {"number": number}
        self._store.edit(mark("Guide: step {number}"), self.step.prepare, values=values)
        self._watch_from_here()
        if moved:
            self.changed.emit()
        self.look()

    def next(self) -> None:
        """Go to the next step, if there is one."""
        if not self.at_end:
            self.go(self._number + 1)

    def back(self) -> None:
        """Go to the previous step, if there is one."""
        if self._number > 1:
            self.go(self._number - 1)

    def again(self) -> None:
        """Prepare this step once more; it can be tried anew."""
        tried = self.tried
        self._tried.discard(self._number)
        self.go(self._number)
        if tried:
            self.changed.emit()

    def look(self) -> None:
        """Ask for the view of this step, with the state as it is."""
        self.view_wanted.emit(self.step.view, self.step.plots)

    def rest(self) -> None:
        """Count nothing as an attempt until a step is prepared: the guide is closed."""
        self._start = None

    def resume(self, number: object, tried: object = ()) -> None:
        """Return to a stored step, without a change of the state.

        Args:
            number: of the step; anything else gives the first one.
            tried: the numbers of the steps that were tried; anything else is left out.
        """
        self._number = number if _is_step(number) else 1  # type: ignore[assignment]
        listed = tried if isinstance(tried, list | tuple) else ()
        self._tried = {each for each in listed if _is_step(each)}
        self._watch_from_here()
        self.changed.emit()

    def _watch_from_here(self) -> None:
        state = self._store.state
        # If this state already is the result of an attempt, any change would count as one.
        self._start = None if self.step.tried(state, state) else state
        self._first_edit = self._store.history.index()
        self._follows = True

    def _watch(self, index: int) -> None:
        """Check whether the state is the result of an attempt.

        Args:
            index: of the history, the number of edits that are done and not undone.
        """
        start, now = self._start, self._store.state
        if start is None:
            return
        if now == start:
            self._first_edit, self._follows = index, True
        elif index < self._first_edit:
            self._follows = False
        elif self._follows and not self.tried and self.step.tried(start, now):
            self._tried.add(self._number)
            self.changed.emit()


def _is_step(number: object) -> bool:
    return type(number) is int and 1 <= number <= len(STEPS)
