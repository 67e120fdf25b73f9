"""Document: the experiment file that the state belongs to, and whether that says the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtGui import QUndoCommand

from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.state.stored_state import record_of, state_of
from gumbel_gui.language import mark


class Document(QObject):
    """A named file, or none; states are compared, so that any way back to what is saved counts.

    Opening is a step of the history, which brings the file's name along: undone, it gives back the
    state and the name of before.

    Signals:
        changed: path or unsaved is another one now.

    Attributes:
        proposal: a file to save to, where the state came from a figure.

    Args:
        store: the state.
        record: what ``record`` returned in an earlier run; anything else stands for no file.
    """

    changed = pyqtSignal()

    def __init__(self, store: Store, record: Mapping[str, Any]) -> None:
        super().__init__()
        self._store = store
        self.proposal: Path | None = None
        self._path: Path | None = None
        self._saved: dict[Path, LabState] = {}
        self._fingerprints: dict[Path, str] = {}
        path, saved, known = (record.get(name) for name in ("path", "saved", "fingerprint"))
        if isinstance(path, str) and Path(path).is_absolute() and "\0" not in path:
            self._path = Path(path)
            if isinstance(saved, dict):
                self._saved[self._path] = state_of(saved)
            if isinstance(known, str):
                self._fingerprints[self._path] = known
        self._told = (self._path, self.unsaved)
        store.changed.connect(self._tell)

    @property
    def path(self) -> Path | None:
        """The experiment file, or None if the state was neither opened from one nor saved to it."""
        return self._path

    @property
    def unsaved(self) -> bool:
        """Whether there is a file, and it does not hold the state."""
        return self._path is not None and self._saved.get(self._path) != self._store.state

    @property
    def fingerprint(self) -> str:
        """The fingerprint of what was opened or saved last; empty if it is not known."""
        return self._fingerprints.get(self._path, "") if self._path else ""

    @property
    def record(self) -> dict[str, Any]:
        """Path, saved state and the file's fingerprint, for the settings."""
        if self._path is None:
            return {}
        saved = self._saved.get(self._path)
        return {
            "path": str(self._path),
            "saved": saved and record_of(saved),
            "fingerprint": self._fingerprints.get(self._path),
        }

    def take(
        self, text: str, state: LabState, path: Path | None, name: str = "", fingerprint: str = ""
    ) -> None:
        """Put a state in place that is that of a file, or of none, as one step of the history.

        Args:
            text: as for ``Store.edit``.
            state: of the file.
            path: of the file.
            name: for ``{name}`` in the text.
            fingerprint: of the file.
        """
        if path is not None:
            self._saved[path], self._fingerprints[path] = state, fingerprint
        if (state, path) == (self._store.state, self._path):
            self._tell()
            return
        self._store.edit(text, lambda _: state, beside=_Rename(self, path), values={"name": name})

    def note_saved(self, path: Path, fingerprint: str = "", state: LabState | None = None) -> None:
        """Note that a state, or that of now, is in a file, whose name the document has from now."""
        self._saved[path], self._fingerprints[path] = state or self._store.state, fingerprint
        self.rename(path)

    def discard(self) -> None:
        """Go back to what the file holds."""
        if self._path in self._saved:
            saved = self._saved[self._path]
            self._store.edit(mark("Discard changes"), lambda _: saved)

    def rename(self, path: Path | None) -> None:
        """Change the file (the history calls this)."""
        self._path = path
        self._tell()

    def _tell(self) -> None:
        now = (self._path, self.unsaved)
        if now != self._told:
            self._told = now
            self.changed.emit()


class _Rename(QUndoCommand):
    def __init__(self, document: Document, after: Path | None) -> None:
        super().__init__()
        self._document, self._before, self._after = document, document.path, after

    def redo(self) -> None:
        self._document.rename(self._after)

    def undo(self) -> None:
        self._document.rename(self._before)
