"""AnimationDialog: an animation of what the window shows, with a preview, its size and progress."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QSize, QStandardPaths, Qt, QTimer
from PyQt6.QtGui import QImage, QPixmap
from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.figures.animations.film import Animation, Film
from gumbel_gui.figures.animations.writing import (
    ENDINGS,
    KINDS,
    Steps,
    check,
    numbered,
    size_of,
    write_steps,
)
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.formats import pixels
from gumbel_gui.gui.dialogs.animation_fields import AnimationFields
from gumbel_gui.gui.dialogs.file_field import FileField
from gumbel_gui.gui.dialogs.frames import FrameWork
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.labels import ErrorLabel
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.language import tr
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.words.text import number

PREVIEW = QSize(420, 360)
DELAY_MS = 250
MB, KB = 1_000_000, 1000


class AnimationDialog(QDialog):
    """Saves an animation; errors are shown beside the fields, and the window stays as it is.

    Args:
        state: of the window.
        plots: names of those that it shows.
        plot: the name of the one to save, or ``"all"``.
        remembered: what was chosen last time; anything unusable in it gives its default.

    Attributes:
        saved: the file that was written, once accepted; of numbered ones, the first.
        work: what is being done, if anything is: the preview, or the animation.
    """

    def __init__(
        self,
        state: LabState,
        plots: tuple[str, ...],
        plot: str,
        remembered: Mapping[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.saved: Path | None = None
        self.work: FrameWork | None = None
        self._saving = False
        self._view = plot_type(plots[0]).view
        self.setWindowTitle(tr("Export animation"))
        self._fields = AnimationFields(state, plots, plot, remembered)
        self._make_file_field(remembered)
        self._preview, self._place = self._make_preview()
        self._note, self._bar = ErrorLabel(lines=3), QProgressBar()
        self._fields.form.addRow("", self._note)
        self._bar.setAccessibleName(tr("Progress"))
        keep = self._bar.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keep)
        self._bar.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DELAY_MS)
        self._later.timeout.connect(self._show_preview)
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Save | standard.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        left = column(self._preview, self._place)
        left.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addLayout(row(left, self._fields, wide=self._fields), 1)
        outer.addWidget(self._bar)
        outer.addWidget(self._buttons)
        self._fields.changed.connect(self._change)
        self._file.edited.connect(self._change)
        self._fields.kind.currentIndexChanged.connect(self._follow_kind)
        self._file.format_named.connect(self._show_kind)
        self._place.valueChanged.connect(lambda _: self._change())
        self._follow_kind()
        self._show_preview()

    def chosen(self) -> dict[str, Any]:
        """Return the choices, to be remembered."""
        return self._fields.chosen() | {"folder": str(self._file.path().parent)}

    def accept(self) -> None:
        """Begin to save; the dialog closes once all is written (Qt calls this)."""
        if self._saving:
            return
        self._stop()
        kind = self._fields.kind.currentData()
        try:
            animation, path = self._fields.animation(), self._file.path()
            check(path, kind, animation)
        except (ExportError, ParameterError) as error:
            self._note.show_sentence(str(error))
            return
        if kind != "frames" and not self._file.may_write():
            return
        self._set_saving(True)
        self._bar.setRange(0, 2 * animation.timing.frames)
        self._bar.setValue(0)
        self._note.show_hint(tr("Drawing {n} frames …", n=animation.timing.frames))
        film = Film(animation)
        self._start(film, write_steps(path, kind, film), self._end_saving)
        if self.work:
            self.work.advanced.connect(self._bar.setValue)

    def reject(self) -> None:
        """Cancel saving, or else close (Qt calls this)."""
        saving = self._saving
        self._stop()
        if saving:
            self._set_saving(False)
            self._note.show_hint(tr("Cancelled; nothing was saved."))
        else:
            super().reject()

    def done(self, result: int) -> None:
        """End what runs (Qt calls this)."""
        self._stop()
        super().done(result)

    def _make_file_field(self, remembered: Mapping[str, Any]) -> None:
        folder = Path.home()
        with suppress(OSError, TypeError, ValueError):
            pictures = QStandardPaths.StandardLocation.PicturesLocation
            known = remembered.get("folder") or QStandardPaths.writableLocation(pictures)
            folder = Path(known) if known and Path(known).is_dir() else folder
        kind = self._fields.kind.currentData()
        formats = {ending: KINDS[ending] for ending in ("png", "gif")}
        self._file = FileField(folder, ENDINGS[kind], formats)
        name = QLabel(tr("&File"))
        name.setBuddy(self._file.line)
        self._fields.form.addRow(name, self._file)

    def _make_preview(self) -> tuple[QLabel, QSlider]:
        label = QLabel()
        label.setProperty("role", "preview")
        label.setFixedSize(PREVIEW.width() + 12, PREVIEW.height() + 12)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setAccessibleName(tr("Preview"))
        place = QSlider(Qt.Orientation.Horizontal)
        place.setAccessibleName(tr("Frame of the preview"))
        place.setToolTip(tr("Frame of the preview"))
        return label, place

    def _change(self) -> None:
        """Show the preview anew, once nothing has changed for a while."""
        if not self._saving:
            self._stop()
            self._later.start()

    def _follow_kind(self) -> None:
        self._file.set_ending(ENDINGS[self._fields.kind.currentData()])
        self._file.propose(f"gumbel-{self._view}-animation")

    def _show_kind(self, ending: str) -> None:
        kind = self._fields.kind
        if ENDINGS[kind.currentData()] != ending:
            kind.setCurrentIndex(kind.findData(ending))

    def _show_preview(self) -> None:
        try:
            animation = self._fields.animation()
            check(self._file.path(), self._fields.kind.currentData(), animation)
        except (ExportError, ParameterError) as error:
            self._note.show_sentence(str(error))
            self._preview.clear()
            return
        self._place.blockSignals(True)
        self._place.setRange(0, animation.timing.frames - 1)
        self._place.blockSignals(False)
        self._note.show_hint(self._size_words(animation, tr("estimating the file size …")))
        film = Film(animation)
        self._start(film, self._estimate(film), self._end_preview)

    def _estimate(self, film: Film) -> Steps:
        """Show a frame, and say how large the file is going to be."""
        animation = film.animation
        first, shown, last = 0, self._place.value(), animation.timing.frames - 1
        for i in dict.fromkeys((first, shown, last)):
            film.measure(i, (yield i))
        self._show_picture(film.image(shown, (yield shown)))
        ends = []
        for i in (first, last):
            ends.append(film.image(i, (yield i)))
        size = size_of(ends, self._fields.kind.currentData(), animation.timing.frames)
        words = tr("about {size} in all.", size=_size(size))
        self._note.show_hint(self._size_words(animation, words))

    def _size_words(self, animation: Animation, rest: str) -> str:
        """Return size and duration in words."""
        width, height = pixels(animation.layout, animation.dpi)
        words = tr(
            "{w} × {h} pixels, {n} frames, {s} s; {rest}",
            w=width,
            h=height,
            n=animation.timing.frames,
            s=number(animation.timing.duration),
            rest=rest,
        )
        exists = "" if self._fields.kind.currentData() == "frames" else self._file.note()
        return f"{words} {exists}".strip()

    def _show_picture(self, picture: QImage) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(
            picture.scaled(
                PREVIEW * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        pixmap.setDevicePixelRatio(ratio)
        self._preview.setPixmap(pixmap)

    def _start(self, film: Film, steps: Steps, end: Any) -> None:
        self.work = FrameWork(film, steps, self)
        self.work.ended.connect(end)
        self.work.start()

    def _stop(self) -> None:
        self._later.stop()
        if self.work:
            self.work.cancel()
            self.work.deleteLater()
            self.work = None

    def _end_preview(self, error: str) -> None:
        self.work = None
        if error:
            self._note.show_sentence(error)
            self._preview.clear()

    def _end_saving(self, error: str) -> None:
        self.work = None
        self._set_saving(False)
        if error:
            self._note.show_sentence(error)
            return
        path = self._file.path()
        if self._fields.kind.currentData() == "frames":
            path = numbered(path, self._fields.animation().timing.frames)[0]
        self.saved = path
        super().accept()

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self._bar.setVisible(saving)
        self._fields.setEnabled(not saving)
        self._place.setEnabled(not saving)
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        assert save is not None
        save.setEnabled(not saving)


def _size(count: int) -> str:
    return f"{number(count / MB, 2)} MB" if count >= MB else f"{max(count // KB, 1)} kB"
