"""Settings: what a window shows and what its user prefers, kept between starts.

Each window has a file of its own. What is read back is checked value by value: one that is missing
has its default; one that is damaged has it, too, and is told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, Self

from PyQt6.QtCore import QByteArray

from gumbel_gui.core.memory import most_kept
from gumbel_gui.core.parameters import LOGITS, PARAMETERS
from gumbel_gui.gui.state.failures import last_line, note
from gumbel_gui.gui.state.preferences import CHANGED, changed_last, texts, times_after
from gumbel_gui.gui.state.records import read_old_file, read_record, write_record
from gumbel_gui.gui.state.slots import Slot, read_whole, settings_folder, stored_files, take_slot
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.stored_state import OF_STATE, record_of, state_of
from gumbel_gui.language import mark, tr

VERSION = 2
"""Of the file. Version 1 was an .ini file, and the first of those had no number."""
OLD_FILE = "gumbel-gui.ini"
MIB = 2**20
LEAST_MEMORY, MOST_MEMORY = 0, min(65_536, most_kept() // MIB)
"""MiB of noise and scores that may be kept."""
MEMORY = min(256, MOST_MEMORY)
OTHERS: dict[str, tuple[type, ...]] = {
    "theme": (str,),
    "text_steps": (str,),
    "side": (str,),
    "first_line": (str,),
    "language": (str,),
    "view": (str,),
    "geometry": (str,),
    "memory": (int, str),
    "export": (dict,),
    "animation": (dict,),
    "folders": (dict,),
    "guide": (dict,),
    "document": (dict,),
    "recent": (list,),
    "presets": (list,),
    "logits": (str,),
    CHANGED: (dict,),
}
"""What is stored besides the state, and its types."""
MOST_READ = 9
"""Files of other windows that are read for what all share."""
NAMED = 3
"""Damaged values that a sentence names; others are counted."""


class Settings:
    """Typed access to what is stored; in memory only, until ``store``.

    Args:
        folder: of the files; None for none.

    Attributes:
        trouble: one sentence on why nothing can be stored, or nothing.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.trouble = ""
        self._folder = folder
        self._slot: Slot | None = None
        self._values: dict[str, Any] = {}
        self._source: Path | None = None
        self._data: bytes | None = b""
        self._damaged: dict[str, None] = {}
        if folder is not None:
            self._open(folder)
        self._before = texts(self._values)

    @classmethod
    def of_user(cls) -> Self:
        """Return the user's settings, those of a first start if there is no place for them."""
        try:
            return cls(settings_folder())
        except RuntimeError:
            made = cls()
            made.trouble = _unstored(tr("there is no home folder to store it in"))
            return made

    def _open(self, folder: Path) -> None:
        try:
            self._slot = take_slot(folder)
        except OSError as error:
            self.trouble = _unwritable(folder, error)
        files = stored_files(folder)
        own = self._slot.path if self._slot else None
        self._source = own if own in files else (files or [folder / OLD_FILE])[0]
        self._data, self._values, whole = _read(self._source)
        if files[1:]:
            latest = reversed(files[:MOST_READ])
            read = (self._values if f == self._source else _read(f)[1] for f in latest)
            self._values |= changed_last(read)
        missing = [name for name in (*OF_STATE, *OTHERS) if name not in self._values]
        if self._source.suffix != ".json":  # it was written before most parameters were declared
            named = [name for name in OF_STATE if f'"{name}\\"'.encode() in (self._data or b"")]
            missing = [name for name in missing if name in named]
        strange = self._values.keys() - {*OF_STATE, *OTHERS, "version"}
        if not whole or (missing and strange):  # no other version: a name is damaged
            self._damaged |= dict.fromkeys(missing)
        # What was not set is stored as null.
        self._values = {n: v for n, v in self._values.items() if v is not None and n not in strange}
        for name, kinds in OTHERS.items():
            if not isinstance(self._values.get(name, kinds[0]()), kinds):
                self._refuse(name)

    def _refuse(self, name: str) -> None:
        """Forget a value that cannot be used."""
        self._damaged[name] = None
        self._values.pop(name, None)

    @property
    def empty(self) -> bool:
        """Whether nothing was stored yet: this is the very first start."""
        return not self._values

    def tell_damage(self) -> str:
        """Return one sentence on what could not be read, once everything was asked for.

        The file is kept beside the one that will be written. Nothing is returned if all is well.
        """
        if not self._damaged:
            return ""
        kept = self._source
        try:
            if self._slot and self._source == self._slot.path:
                kept = self._slot.set_aside(self._data)
        except OSError:
            kept = None
        if self._data is None or self._damaged.keys() >= {*OF_STATE}:
            lost = tr("The stored settings could not be read; all have their defaults")
        else:
            words = [_words(name) for name in self._damaged]
            if len(words) > NAMED + 1:
                words[NAMED:] = [tr("{count} others", count=len(words) - NAMED)]
            named = tr(" and ").join((", ".join(words[:-1]), words[-1]) if words[1:] else words)
            lost = tr(
                "The stored settings were damaged; defaults took the place of: {named}", named=named
            )
        where = (
            tr("the file is kept as {file}", file=kept) if kept else tr("the file cannot be kept")
        )
        return f"{lost} ({where})."

    def dump(self) -> bytes:
        """Return the file that ``store`` writes."""
        self._values[CHANGED] = times_after(self._before, self._values)
        self._before = texts(self._values)
        named = {name: self._values.get(name) for name in (*OF_STATE, *OTHERS)}
        return write_record({"version": VERSION, **named})

    def store(self, data: bytes) -> str:
        """Write the file; return one sentence on why it could not be written, or nothing.

        It may be called on any thread, but not on two at once.
        """
        if self._folder is not None:
            try:
                if self._slot is None or not self._slot.held:
                    self._release()
                    # A new one: what has come into another one meanwhile was not read.
                    self._slot = take_slot(self._folder, new=True)
                self._slot.write(data)
                self.trouble = ""
            except OSError as error:
                self.trouble = _unwritable(self._folder, error)
            except Exception as error:  # which the thread would keep to itself
                note(error)
                self.trouble = _unstored(last_line(error))
        return self.trouble

    def close(self) -> None:
        """Let other windows use the file; nothing is stored any more."""
        self._release()
        self._folder = None

    def _release(self) -> None:
        if self._slot:
            self._slot.release()
            self._slot = None

    def text(self, name: str, default: str = "", known: Collection[str] = ()) -> str:
        """Return a stored text, one of those that are known."""
        value = str(self._values.get(name, default))
        if known and value not in known:
            if name in self._values:
                self._refuse(name)
            return default
        return value

    def set_text(self, name: str, value: str) -> None:
        """Set a text."""
        self._values[name] = value

    def record(self, name: str) -> dict[str, Any]:
        """Return a stored record, or an empty one."""
        return dict(self._values.get(name, {}))

    def set_record(self, name: str, record: dict[str, Any]) -> None:
        """Set a record of texts, numbers and lists of them."""
        self._values[name] = record

    def records(self, name: str) -> list[dict[str, Any]]:
        """Return the records in a stored list."""
        return [each for each in self._values.get(name, []) if isinstance(each, dict)]

    def set_records(self, name: str, records: Sequence[dict[str, Any]]) -> None:
        """Set a list of records, as for ``set_record``."""
        self._values[name] = list(records)

    def texts(self, name: str) -> list[str]:
        """Return the texts in a stored list."""
        return [each for each in self._values.get(name, []) if isinstance(each, str)]

    def set_texts(self, name: str, texts: list[str]) -> None:
        """Set a list of texts."""
        self._values[name] = texts

    @property
    def geometry(self) -> QByteArray:
        """The window's geometry as Qt saved it, maybe empty."""
        return QByteArray.fromHex(self.text("geometry").encode("ascii", "ignore"))

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self.set_text("geometry", bytes(geometry.toHex().data()).decode("ascii"))

    @property
    def memory(self) -> int:
        """How many MiB of noise and scores may be kept."""
        text = str(self._values.get("memory", MEMORY))
        memory = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else MEMORY
        return min(max(memory, LEAST_MEMORY), MOST_MEMORY)

    @memory.setter
    def memory(self, memory: int) -> None:
        self._values["memory"] = memory

    @property
    def state(self) -> LabState:
        """The stored state, or that of a first start; values that cannot be have their defaults."""
        return state_of(self._values, self._refuse)

    @state.setter
    def state(self, state: LabState) -> None:
        self._values |= record_of(state)


def _read(path: Path) -> tuple[bytes | None, dict[str, Any], bool]:
    """Return what a file holds, the values in it, and whether all could be read."""
    try:
        data = read_whole(path)
    except (FileNotFoundError, NotADirectoryError):
        return b"", {}, True
    except OSError:
        return None, {}, False
    values, whole = (read_record if path.suffix == ".json" else read_old_file)(data)
    return data, values, whole


def _words(name: str) -> str:
    words = {
        "logits": LOGITS.words,
        "labels": mark("labels of the classes"),
        "locks": mark("locks of the classes"),
        "options": mark("options of the plots"),
        "theme": mark("theme"),
        "language": mark("language"),
        "view": mark("view"),
        "text_steps": mark("size of the text"),
        "side": mark("side column"),
        "first_line": mark("line at the first start"),
        "geometry": mark("size of the window"),
        "memory": mark("memory for draws"),
        "export": mark("choices for export"),
        "animation": mark("choices for animations"),
        "folders": mark("folders of files"),
        "guide": mark("place in the guide"),
        "document": mark("file of the experiment"),
        "recent": mark("recent files"),
        "presets": mark("own presets"),
        CHANGED: mark("times of the preferences"),
    }
    return tr(PARAMETERS[name].words if name in PARAMETERS else words.get(name, name))


def _unwritable(folder: Path, error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    return _unstored(
        tr("the folder {folder} cannot be written to ({reason})", folder=folder, reason=reason)
    )


def _unstored(reason: str) -> str:
    return tr(
        "What is changed here is not stored, and will be gone at the next start: {reason}.",
        reason=reason,
    )
