"""OwnPresets: the vectors that the user keeps by name, beside those that come with the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PyQt6.QtCore import QObject, pyqtSignal

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.stored_state import record_of, state_of
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import clean_label

SETTING = "presets"
MOST, LONGEST = 100, 60
"""Presets that are kept, and characters of a name."""
KEPT = ("probabilities", "logits", "labels")
"""Of the record of a state."""


class Kept(NamedTuple):
    """A vector with its labels, under a name."""

    name: str
    probabilities: Distribution
    labels: tuple[str, ...]


class OwnPresets(QObject):
    """Keeps vectors in the settings; names are unique, and in the order in which they were kept.

    Signals:
        changed: there are others, or other names.
    """

    changed = pyqtSignal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._records: dict[str, Mapping[str, Any]] = {}
        for each in settings.records(SETTING)[:MOST]:
            name, vector = each.get("name"), each.get("vector")
            if isinstance(name, str) and _clean(name) == name and isinstance(vector, dict):
                self._records.setdefault(name, {n: vector[n] for n in KEPT if n in vector})

    def __len__(self) -> int:
        return len(self._records)

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in their order."""
        return tuple(self._records)

    def get(self, name: str) -> Kept:
        """Return what is kept under a name; values that cannot be have their defaults."""
        state = state_of(self._records[name])
        return Kept(name, Distribution(state.parameters.probabilities), state.labels)

    def keep(self, name: str, state: LabState) -> None:
        """Keep the vector and the labels of a state; one of the same name is replaced.

        Raises:
            ParameterError: if the name is empty, or there are too many already.
        """
        name = self._usable(name)
        if name not in self._records and len(self) >= MOST:
            allowed = tr("at most {most}; delete one first", most=MOST)
            raise ParameterError(tr("number of presets"), len(self) + 1, allowed)
        record = record_of(state)
        self._records[name] = {each: record[each] for each in KEPT}
        self.changed.emit()

    def rename(self, old: str, new: str) -> None:
        """Give a preset another name, at its place.

        Raises:
            ParameterError: if the name is empty, or another preset has it.
        """
        new = self._usable(new)
        if new == old:
            return
        if new in self._records:
            raise ParameterError(tr("name"), new, tr("one that no other preset has"))
        self._records = {new if n == old else n: each for n, each in self._records.items()}
        self.changed.emit()

    def delete(self, name: str) -> None:
        """Forget a preset."""
        del self._records[name]
        self.changed.emit()

    def records(self) -> Sequence[dict[str, Any]]:
        """Return what is stored of them."""
        return [{"name": name, "vector": dict(each)} for name, each in self._records.items()]

    @staticmethod
    def _usable(name: str) -> str:
        clean = _clean(name)
        if not clean:
            raise ParameterError(tr("name"), name, tr("a text that can be read"))
        return clean


def _clean(name: str) -> str:
    return clean_label(name)[:LONGEST].strip()
