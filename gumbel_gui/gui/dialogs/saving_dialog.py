"""SavingDialog: what the dialogs for figures and animations have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gumbel_gui.gui.dialogs.export_preview import ExportPreview
from gumbel_gui.gui.dialogs.figure_work import FigureWork
from gumbel_gui.gui.dialogs.file_field import FileField
from gumbel_gui.gui.dialogs.frames import FrameWork
from gumbel_gui.gui.dialogs.look_fields import labelled
from gumbel_gui.gui.widgets.labels import ErrorLabel
from gumbel_gui.gui.widgets.layouts import Part, row
from gumbel_gui.language import tr

Work = FigureWork | FrameWork
GAP = 14


class SavingDialog(QDialog):
    """A form beside a preview, one sentence on what is saved, progress, and Save.

    Errors are shown beside the fields, and the window stays as it is.

    Args:
        title: of the dialog.
        delay: milliseconds after the last change after which the preview follows.

    Attributes:
        written: the files, once accepted.
        work: what is being done, if anything is.
    """

    def __init__(self, title: str, delay: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.written: list[Path] = []
        self.work: Work | None = None
        self._saving: list[Path] = []
        self.setWindowTitle(title)
        self._preview, self._note, self._bar = ExportPreview(), ErrorLabel(lines=2), QProgressBar()
        self._bar.setAccessibleName(tr("Progress"))
        keep = self._bar.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keep)
        self._bar.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(delay)
        self._later.timeout.connect(self._show_preview)
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Save | standard.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    @property
    def saved(self) -> Path | None:
        """The file that was written, or the first of them."""
        return self.written[0] if self.written else None

    def chosen(self) -> dict[str, Any]:
        """Return the choices, to be remembered."""
        raise NotImplementedError

    def reject(self) -> None:
        """Cancel saving, or else close (Qt calls this)."""
        saving = bool(self._saving)
        self._stop()
        if saving:
            self._set_saving([])
            self._note.show_hint(tr("Cancelled; nothing was saved."))
        else:
            super().reject()

    def done(self, result: int) -> None:
        """End what runs (Qt calls this)."""
        self._stop()
        super().done(result)

    def _show_preview(self) -> None:
        """Show what would be saved, or what is wrong with it."""
        raise NotImplementedError

    def _lay_out(self, left: Part, fields: QWidget, file: FileField) -> None:
        """Arrange everything; the fields and that of the file rest while files are saved."""
        self._resting = fields, file
        outer = QVBoxLayout(self)
        outer.addLayout(row(left, fields, gap=GAP, wide=fields))
        outer.addStretch(1)
        outer.addLayout(row(labelled(tr("&File"), file.line), file, gap=GAP, wide=file))
        outer.addWidget(self._note)
        outer.addWidget(self._bar)
        outer.addWidget(self._buttons)

    def _save(self, work: Work, files: list[Path], steps: int) -> None:
        """Begin to save; the dialog closes once all is written."""
        self._set_saving(files)
        self._bar.setRange(0, steps)
        self._bar.setValue(0)
        work.advanced.connect(self._bar.setValue)
        self._begin(work)

    def _begin(self, work: Work) -> None:
        self.work = work
        work.ended.connect(self._end)
        work.start()

    def _stop(self) -> None:
        self._later.stop()
        if self.work:
            self.work.cancel()
            self.work.deleteLater()
            self.work = None

    def _end(self, error: str) -> None:
        files, self.work = self._saving, None
        self._set_saving([])
        if error:
            self._note.show_sentence(error)
            if not files:
                self._preview.clear()
        elif files:
            self.written = files
            super().accept()

    def _set_saving(self, files: list[Path]) -> None:
        """Let the fields rest while these files are written, if any are."""
        self._saving = files
        self._bar.setVisible(bool(files))
        for each in self._resting:
            each.setEnabled(not files)
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        assert save is not None
        save.setEnabled(not files)
