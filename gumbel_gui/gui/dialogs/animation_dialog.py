"""AnimationDialog: an animation of what the window shows, with a preview, its size and progress."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QSignalBlocker, Qt
from PyQt6.QtWidgets import QSlider, QWidget

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
from gumbel_gui.gui.dialogs.saving_dialog import SavingDialog
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.layouts import column
from gumbel_gui.gui.widgets.sentences import sentence_of
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import number

DELAY_MS = 250
MB, KB = 1_000_000, 1000


class AnimationDialog(SavingDialog):
    """Saves an animation; the preview, which estimates its size, is work, too.

    Args:
        state: of the window.
        plots: names of those that it shows.
        remembered: what was chosen last time; anything unusable in it gives its default.
        folder: of the proposed name.
    """

    def __init__(
        self,
        state: LabState,
        plots: tuple[str, ...],
        remembered: Mapping[str, Any],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Export animation"), DELAY_MS, parent)
        self._choices = choices = AnimationFields(state, plots, remembered)
        formats = {ending: tr(KINDS[ending]) for ending in ("png", "gif")}
        self._file = FileField(folder, ENDINGS[choices.kind.currentData()], formats)
        self._place = QSlider(Qt.Orientation.Horizontal)
        self._place.setAccessibleName(tr("Frame of the preview"))
        self._place.setToolTip(tr("Frame of the preview"))
        left = column(self._preview, self._place)
        left.addStretch(1)
        self._lay_out(left, choices, self._file)
        choices.changed.connect(self._change)
        self._file.edited.connect(self._change)
        choices.kind.currentIndexChanged.connect(self._follow_kind)
        self._file.format_named.connect(self._show_kind)
        self._place.valueChanged.connect(lambda _: self._change())
        self._follow_kind()
        self._show_preview()

    def chosen(self) -> dict[str, Any]:
        """Return the choices, to be remembered."""
        return self._choices.chosen()

    def accept(self) -> None:
        """Begin to save; the dialog closes once all is written (Qt calls this)."""
        if self._saving:
            return
        self._stop()
        kind = self._choices.kind.currentData()
        try:
            animation, path = self._choices.animation(), self._file.path()
            check(path, kind, animation)
        except (ExportError, ParameterError) as error:
            self._note.show_sentence(sentence_of(error))
            return
        if kind != "frames" and not self._file.may_write():
            return
        frames = animation.timing.frames
        self._note.show_hint(tr("Drawing {n} frames …", n=frames))
        film = Film(animation)
        paths = numbered(path, frames) if kind == "frames" else [path]
        self._save(FrameWork(film, write_steps(path, kind, film), self), paths, 2 * frames)

    def _change(self) -> None:
        """Propose a name, and show the preview anew, once nothing has changed for a while."""
        if not self._saving:
            self._file.propose(f"gumbel-{self._choices.shown}-animation")
            self._stop()
            self._later.start()

    def _set_saving(self, files: list[Path]) -> None:
        super()._set_saving(files)
        self._place.setEnabled(not files)

    def _follow_kind(self) -> None:
        self._file.set_ending(ENDINGS[self._choices.kind.currentData()])
        self._change()

    def _show_kind(self, ending: str) -> None:
        kind = self._choices.kind
        if ENDINGS[kind.currentData()] != ending:
            kind.setCurrentIndex(kind.findData(ending))

    def _show_preview(self) -> None:
        self._stop()
        try:
            animation = self._choices.animation()
            check(self._file.path(), self._choices.kind.currentData(), animation)
        except (ExportError, ParameterError) as error:
            self._note.show_sentence(sentence_of(error))
            self._preview.clear()
            return
        with QSignalBlocker(self._place):
            self._place.setRange(0, animation.timing.frames - 1)
        self._note.show_hint(self._size_words(animation, tr("estimating the file size …")))
        film = Film(animation)
        self._begin(FrameWork(film, self._estimate(film), self))

    def _estimate(self, film: Film) -> Steps:
        """Show a frame, and say how large the file is going to be."""
        animation = film.animation
        first, shown, last = 0, self._place.value(), animation.timing.frames - 1
        for i in dict.fromkeys((first, shown, last)):
            film.measure(i, (yield i))
        self._preview.show_picture(film.image(shown, (yield shown)))
        ends = []
        for i in (first, last):
            ends.append(film.image(i, (yield i)))
        size = size_of(ends, self._choices.kind.currentData(), animation.timing.frames)
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
        exists = "" if self._choices.kind.currentData() == "frames" else self._file.note()
        return f"{words} {exists}".strip()


def _size(count: int) -> str:
    return f"{number(count / MB, 2)} MB" if count >= MB else f"{max(count // KB, 1)} kB"
