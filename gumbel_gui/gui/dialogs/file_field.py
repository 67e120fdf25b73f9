"""FileField: the file that a figure is saved to, proposed, typed or browsed for.

No file is replaced without a question: a proposed name is that of no other file, and of a name that
was typed or browsed for it is asked once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from gumbel_gui.figures.formats import FORMATS
from gumbel_gui.figures.names import ending_of, exists, files_of, free, with_ending
from gumbel_gui.gui.dialogs.questions import ask_to_replace
from gumbel_gui.gui.widgets.labels import breakable
from gumbel_gui.gui.widgets.layouts import row
from gumbel_gui.language import tr


class FileField(QWidget):
    """A line for a path, and a button to browse.

    Signals:
        edited: a path was typed or browsed for.
        format_named: with the ending of a format that was typed or browsed for.

    Args:
        folder: of the proposed names.
        ending: of the format, with which a name goes that has no ending of a format.
        formats: the names of the formats, by their endings; those of figures by default.
    """

    edited = pyqtSignal()
    format_named = pyqtSignal(str)

    def __init__(self, folder: Path, ending: str, formats: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._folder, self._ending, self._name = folder, ending, ""
        self._formats = formats or {each.ending: each.name for each in FORMATS.values()}
        self._proposed = ""
        self._agreed: set[Path] = set()
        self._plots: tuple[str, ...] = ()
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("File"))
        self.line.setMinimumWidth(230)
        self.line.textEdited.connect(self._note_edit)
        browse = QPushButton(tr("Browse…"))
        browse.clicked.connect(self._browse)
        row(self.line, browse, within=self, wide=self.line)

    def propose(self, name: str, plots: Sequence[str] = ()) -> None:
        """Propose a name without an ending, unless there is one of the user's own.

        Args:
            name: to propose.
            plots: those that ``{plot}`` in a name stands for.
        """
        self._name, self._plots = name, tuple(plots)
        if self.line.text() == self._proposed:
            self._proposed = str(free(self._folder / f"{name}.{self._ending}", self._plots))
            self.line.setText(self._proposed)

    def files(self) -> list[tuple[Path, tuple[str, ...]]]:
        """Return the files to write, and the plots in each."""
        return files_of(self.path(), self._plots)

    def set_ending(self, ending: str) -> None:
        """Set the ending of the format; that of a name follows."""
        self._ending = ending
        if self.line.text() == self._proposed:
            self.propose(self._name, self._plots)
        else:
            self.line.setText(str(with_ending(self._typed(), ending, self._formats)))

    def path(self) -> Path:
        """Return the file to write; a name without the ending of a format gets the chosen one."""
        typed = self._typed()
        with suppress(RuntimeError):  # the home of an unknown user
            typed = typed.expanduser()
        if exists(typed) and typed.is_dir():
            return typed
        return self._ended(typed)

    def note(self) -> str:
        """Return what happens to a file that is there, or what ending the name gets, if either."""
        path, files = self.path(), [file for file, _ in self.files()]
        there = [file for file in files if exists(file)]
        if not there:
            if files != [path]:
                one = tr("{count} files, such as {name}.")
                return one.format(count=len(files), name=breakable(files[0].name))
            named = tr("The file will be {name}.", name=path.name)
            return "" if path.name == self._typed().name else named
        if files != [path]:
            words = tr("{count} of {n} files exist; you will be asked before they are replaced.")
            return words.format(count=len(there), n=len(files))
        if path in self._agreed:
            return tr("The file exists and will be replaced.")
        return tr("The file exists; you will be asked before it is replaced.")

    def may_write(self) -> bool:
        """Ask once before files are replaced, but for those for which that was agreed to."""
        there = [file for file, _ in self.files() if exists(file) and file.is_file()]
        unasked = [file for file in there if file not in self._agreed]
        if unasked and ask_to_replace(unasked, self):
            self._agreed.update(unasked)
        return self._agreed.issuperset(unasked)

    def _ended(self, path: Path) -> Path:
        ending = ending_of(path, self._formats) or self._ending
        return with_ending(path, ending, self._formats)

    def _typed(self) -> Path:
        return Path(self.line.text().strip())

    def _note_edit(self) -> None:
        ending = ending_of(self._typed(), self._formats)
        if ending and ending != self._ending:
            self._ending = ending
            self.format_named.emit(ending)
        self.edited.emit()

    def _browse(self) -> None:
        patterns = {ending: f"{name} (*.{ending})" for ending, name in self._formats.items()}
        # The dialog asks before it gives the name of a file that is there; not every desktop's can
        # be told not to. So this is not asked again.
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save as"),
            str(self.path()),
            ";;".join(patterns.values()),
            patterns[self._ending],
        )
        if not name:
            return
        chosen = Path(name)
        path = self._ended(chosen)
        if path == chosen and exists(path):
            self._agreed.add(path)
        self.line.setText(str(path))
        self._note_edit()
