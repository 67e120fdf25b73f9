"""Settings: the state and preferences that are kept between starts, as texts.

What is read back is checked; anything missing or damaged gives its default.
"""

from __future__ import annotations

import json
from typing import Any

from PyQt6.QtCore import QByteArray, QSettings

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots.words.text import default_labels

VERSION = 1
"""Of the record of the state; the first one had none. Parameters that are missing in a record have
their defaults."""
LONGEST = 100_000
MEMORY = 256
LEAST_MEMORY, MOST_MEMORY = 0, 65_536
"""MiB of noise and scores that may be kept."""


class Settings:
    """Typed access to the stored texts."""

    def __init__(self, stored: QSettings | None = None) -> None:
        self._stored = stored or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "GumbelGUI", "gumbel-gui"
        )

    def text(self, key: str, default: str = "") -> str:
        """Return a stored text."""
        value = self._stored.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        """Store a text."""
        self._stored.setValue(key, value)

    def flush(self) -> None:
        """Write everything to disk."""
        self._stored.sync()

    @property
    def geometry(self) -> QByteArray:
        """The window's geometry as Qt saved it, maybe empty."""
        return QByteArray.fromHex(self.text("geometry").encode("ascii", "ignore"))

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self.set_text("geometry", bytes(geometry.toHex().data()).decode("ascii"))

    @property
    def state(self) -> LabState:
        """The stored state, or that of a first start."""
        data = self.record("state")
        try:
            parameters = Parameters.from_record(data)
            classes = parameters.classes
            state = LabState(
                parameters,
                default_labels(classes),
                tuple(lock is True for lock in data["locks"]),
                frozenset(str(option) for option in data["options"]),
            )
            for k, label in zip(range(classes), data["labels"], strict=True):
                state = state.with_label(k, str(label))
            return state
        except (KeyError, TypeError, ValueError):
            return LabState()

    @state.setter
    def state(self, state: LabState) -> None:
        self.set_record(
            "state",
            {
                "version": VERSION,
                **state.parameters.record(),
                "labels": state.labels,
                "locks": state.locks,
                "options": sorted(state.options),
            },
        )

    @property
    def memory(self) -> int:
        """How many MiB of noise and scores may be kept."""
        text = self.text("memory")
        memory = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else MEMORY
        return min(max(memory, LEAST_MEMORY), MOST_MEMORY)

    @memory.setter
    def memory(self, memory: int) -> None:
        self.set_text("memory", str(memory))

    def record(self, key: str) -> dict[str, Any]:
        """Return a stored record, or an empty one."""
        text = self.text(key)
        try:
            data = json.loads(text) if len(text) <= LONGEST else None
        except (ValueError, RecursionError):
            data = None
        return data if isinstance(data, dict) else {}

    def set_record(self, key: str, record: dict[str, Any]) -> None:
        """Store a record of texts, numbers and lists of them."""
        self.set_text(key, json.dumps(record))
