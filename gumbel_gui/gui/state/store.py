"""Store: holds the state, takes edits, keeps the history, and signals changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtGui import QUndoCommand, QUndoStack

from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.language import mark, tr

Edit = Callable[[LabState], LabState]


class Store(QObject):
    """The state and its history; one drag, or one run of equal small steps, is one undo step.

    Signals:
        changed: the state is another one now.
        gesture_begun: a drag has begun.
    """

    changed = pyqtSignal()
    gesture_begun = pyqtSignal()

    def __init__(self, state: LabState) -> None:
        super().__init__()
        self._state = state
        self._base: LabState | None = None
        self._gesture_run: str | None = None
        self._pushing = False
        self._merge_ids: dict[str, int] = {}
        self._gestures = 0
        self.history = QUndoStack(self)
        self.history.setUndoLimit(1000)

    @property
    def state(self) -> LabState:
        """The state now."""
        return self._state

    def edit(
        self,
        text: str,
        edit: Edit,
        *,
        run: str = "",
        values: Mapping[str, object] | None = None,
        beside: QUndoCommand | None = None,
    ) -> None:
        """Change the state by a function of it.

        During a gesture, edits of the run that began it are given the state at the gesture's start,
        so that a slider dragged there and back leaves no trace, and they all become one step. Any
        other edit, and any undo, in its midst counts for itself, and the gesture begins anew on it.

        Args:
            text: what was done, for the menu; marked, and said in the language of the window.
            edit: old state to new state.
            run: edits of the same non-empty run that follow each other become one step.
            values: in the text; texts among them are marked, too.
            beside: is done and undone with it, even where the state stays the same.

        Raises:
            ParameterError: from the edit; the state is then as it was.
        """
        if self._gesture_run is None:
            self._gesture_run = run
        base = self._base if run == self._gesture_run else None
        before = base or self._state
        after = edit(before)
        if after == self._state and beside is None:
            return
        name = f"gesture {self._gestures}" if base else run
        alone = beside is not None or not name
        merge = -1 if alone else self._merge_ids.setdefault(name, len(self._merge_ids))
        self._pushing = True
        try:
            words = partial(_said, text, values or {})
            self.history.push(_Change(self, words, before, after, merge, beside))
        finally:
            self._pushing = False
        if base is None:
            self._rebase()

    def value(self, name: str) -> Any:
        """Return the present value of a declared parameter."""
        return getattr(self._state.parameters, name)

    def set(self, name: str, value: object, *, text: str = "", run: str = "") -> None:
        """Set a declared parameter, as by ``edit``; the text follows from its declaration."""
        values = {} if text else {"what": PARAMETERS[name].words}
        text = text or mark("Change {what}")
        self.edit(text, lambda state: state.with_parameter(name, value), run=run, values=values)

    def begin_gesture(self) -> None:
        """Take all edits until ``end_gesture`` as one step."""
        self.gesture_begun.emit()
        self._gestures += 1
        self._gesture_run = None
        self._base = self._state

    def end_gesture(self) -> None:
        """End the gesture."""
        self._base = None

    def show(self, state: LabState) -> None:
        """Put a state in place (the history calls this)."""
        changed, self._state = state != self._state, state
        if not self._pushing:
            self._rebase()
        if changed:
            self.changed.emit()

    def retell(self) -> None:
        """Say what the steps of the history did in the language that is spoken now."""
        for i in range(self.history.count()):
            step = self.history.command(i)
            assert isinstance(step, _Change)
            step.tell()

    def _rebase(self) -> None:
        if self._base is not None:
            self._gestures += 1
            self._base = self._state


class _Change(QUndoCommand):
    def __init__(
        self,
        store: Store,
        words: Callable[[], str],
        before: LabState,
        after: LabState,
        merge: int,
        beside: QUndoCommand | None,
    ) -> None:
        super().__init__(words())
        self._store, self._before, self._after, self._merge = store, before, after, merge
        self._words, self._beside = words, beside

    def tell(self) -> None:
        self.setText(self._words())

    def id(self) -> int:
        return self._merge

    def mergeWith(self, other: QUndoCommand | None) -> bool:
        assert isinstance(other, _Change)
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        if self._beside:
            self._beside.redo()
        self._store.show(self._after)

    def undo(self) -> None:
        if self._beside:
            self._beside.undo()
        self._store.show(self._before)


def _said(text: str, values: Mapping[str, object]) -> str:
    return tr(text, **{n: tr(v) if isinstance(v, str) else v for n, v in values.items()})
