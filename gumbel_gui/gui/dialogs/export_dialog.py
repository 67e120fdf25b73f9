"""ExportDialog: which plots to save, for what, in which format and where, with a preview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QSignalBlocker, QStandardPaths, QTimer
from PyQt6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.formats import FORMATS, check_resolution, pixels
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.names import proposed_name
from gumbel_gui.figures.presets import Purpose
from gumbel_gui.figures.saving import save_all
from gumbel_gui.gui.dialogs.export_choices import (
    defaults,
    usable_choices,
    usable_folder,
    usable_purpose,
)
from gumbel_gui.gui.dialogs.export_fields import LookFields
from gumbel_gui.gui.dialogs.export_preview import ExportPreview
from gumbel_gui.gui.dialogs.file_field import FileField
from gumbel_gui.gui.state.state import ALL
from gumbel_gui.gui.widgets.buttons import push_button
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.labels import ErrorLabel
from gumbel_gui.gui.widgets.layouts import row
from gumbel_gui.language import tr
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.words.text import count

EACH = "each"


class ExportDialog(QDialog):
    """Saves figures; errors are shown beside the fields.

    Args:
        content: of all visible plots.
        plot: the name of the one to save, or ``"all"``.
        remembered: what was chosen last time; anything unusable in it gives its default.

    Attributes:
        written: the files, once accepted.
    """

    def __init__(
        self,
        content: Content,
        plot: str,
        remembered: Mapping[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._remembered = dict(remembered)
        self.written: list[Path] = []
        self.setWindowTitle(tr("Export figure"))
        self._shown_purpose = usable_purpose(remembered)
        self._make_fields(plot)
        self._preview, self._note = ExportPreview(), ErrorLabel(lines=3)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._show_preview)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Save | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = self._make_form()
        outer = QVBoxLayout(self)
        outer.addLayout(row(self._preview, form, wide=form), 1)
        outer.addWidget(buttons)
        self._connect()
        self._follow_figure()
        self._format_chosen()
        self._show_preview()

    @property
    def saved(self) -> Path | None:
        """The file that was written, or the first of them."""
        return self.written[0] if self.written else None

    def chosen(self) -> dict[str, Any]:
        """Return the choices for every purpose, to be remembered."""
        own = {"format": self._format.currentData(), **self._looks.values()}
        kept = {k: v for k, v in self._remembered.items() if k in list(Purpose)}
        return {
            "preset": self._shown_purpose,
            "folder": str(self._file.path().parent),
            **kept,
            self._shown_purpose: own,
        }

    def accept(self) -> None:
        """Close only once all files are written (Qt calls this)."""
        self._later.stop()
        try:
            layout, dpi = self._looks.layout(), self._looks.dpi()
            if not self._file.may_write():
                return
            files = [(path, self._content.of(names)) for path, names in self._file.files()]
            save_all(files, layout, dpi)
        except (ExportError, ParameterError) as error:
            self._note.show_sentence(str(error))
            return
        self.written = [path for path, _ in files]
        super().accept()

    def _make_fields(self, plot: str) -> None:
        titles = {name: plot_type(name).title for name in self._content.summaries}
        plots = {ALL: tr("All visible plots"), EACH: tr("Each in a file of its own")}
        self._plot = _list(tr("Plots"), (plots | titles).items(), plot)
        purposes = ((each.value, tr(each.label)) for each in Purpose)
        self._purpose = _list(tr("Purpose"), purposes, self._shown_purpose)
        self._reset = push_button(
            tr("Rese&t"), tr("Sizes and look as they were for this purpose"), self._as_new
        )
        values = usable_choices(self._remembered, self._shown_purpose)
        formats = ((each.ending, each.name) for each in FORMATS.values())
        self._format = _list(tr("Format"), formats, values["format"])
        self._looks = LookFields()
        self._looks.show_values(values)
        chosen = self._content.selection
        self._marks = self._looks["marks"]
        assert isinstance(self._marks, QCheckBox)
        number = count(chosen.number) if chosen else ""
        self._marks.setText(tr("&Mark draw {n}", n=number))
        self._marks.setVisible(chosen is not None)
        folder = Path(usable_folder(self._remembered))
        if folder == Path():
            place = QStandardPaths.StandardLocation.PicturesLocation
            pictures = Path(QStandardPaths.writableLocation(place))
            folder = pictures if pictures.is_dir() else Path.home()
        self._file = FileField(folder, values["format"])

    def _make_form(self) -> QFormLayout:
        looks = self._looks
        extras = row(*(looks[name] for name in ("titles", "captions", "marks")), gap=14)
        grounds = row(looks["transparent"], looks["paths"], gap=14)
        for boxes in (extras, grounds):
            boxes.addStretch(1)
        times, dots, mm = (QLabel(text) for text in ("×", "dpi", "mm"))
        scale = _label(tr("s&cale"), looks["scale"])
        form = QFormLayout()
        form.setVerticalSpacing(7)
        for name, first, parts in (
            (tr("&Plots"), self._plot, ()),
            (tr("F&or"), self._purpose, (self._reset,)),
            (tr("Fo&rmat"), self._format, (looks["dpi"], dots)),
            (tr("Si&ze"), looks["width"], (times, looks["height"], mm, scale, looks["scale"])),
            (tr("&Look"), looks["theme"], (looks["family"],)),
            (tr("T&itle"), looks["title"], (looks["language"],)),
        ):
            wide = first if first is self._purpose else None
            form.addRow(_label(name, first), row(first, *parts, gap=6, wide=wide))
        form.addRow(tr("With"), extras)
        form.addRow("", grounds)
        form.addRow(_label(tr("&File"), self._file.line), self._file)
        form.addRow("", self._note)
        return form

    def _connect(self) -> None:
        self._purpose.currentIndexChanged.connect(self._purpose_chosen)
        self._plot.currentIndexChanged.connect(self._follow_figure)
        self._looks.changed.connect(self._follow_figure)
        self._format.currentIndexChanged.connect(self._format_chosen)
        self._file.format_named.connect(self._show_format)
        self._file.edited.connect(self._later.start)

    def _shown(self) -> Content:
        """Return what a file holds; of several, the first one."""
        plot = self._plot.currentData()
        plots = list(self._content.summaries)
        return self._content.of(plots if plot == ALL else plots[:1] if plot == EACH else [plot])

    def _show_preview(self) -> None:
        try:
            layout, dpi = self._looks.layout(), self._looks.dpi()
            ending = self._format.currentData()
            check_resolution(layout, dpi, image=FORMATS[ending].uses_dpi)
            note = self._pixels(layout, dpi) if FORMATS[ending].uses_dpi else ""
            self._preview.show_figure(self._shown(), layout, dpi)
            self._note.show_hint(f"{note} {self._file.note()}".strip())
        except (ExportError, ParameterError) as error:
            self._note.show_sentence(str(error))
            self._preview.clear()

    def _pixels(self, layout: Layout, dpi: int) -> str:
        width, height = pixels(layout, dpi)
        return tr("{w} × {h} pixels.", w=width, h=height)

    def _purpose_chosen(self) -> None:
        self._remembered |= self.chosen()
        self._shown_purpose = self._purpose.currentData()
        self._show_choices(usable_choices(self._remembered, self._shown_purpose))

    def _as_new(self) -> None:
        self._show_choices(defaults(self._shown_purpose))

    def _show_choices(self, values: Mapping[str, Any]) -> None:
        self._looks.show_values(values)
        self._format.setCurrentIndex(self._format.findData(values["format"]))
        self._format_chosen()
        self._follow_figure()

    def _format_chosen(self) -> None:
        ending = self._format.currentData()
        self._follow_format(ending)
        self._file.set_ending(ending)
        self._later.start()

    def _show_format(self, ending: str) -> None:
        with QSignalBlocker(self._format):
            self._format.setCurrentIndex(self._format.findData(ending))
        self._follow_format(ending)

    def _follow_format(self, ending: str) -> None:
        self._looks["dpi"].setEnabled(FORMATS[ending].uses_dpi)
        self._looks["paths"].setEnabled(ending == "svg")

    def _follow_figure(self) -> None:
        """Offer the mark where a plot has one, and propose a name."""
        each = self._plot.currentData() == EACH
        content = self._content if each else self._shown()
        marks = (plot_type(name).mark is not Plot.mark for name in content.summaries)
        self._marks.setEnabled(any(marks))
        marked = bool(self._looks.values()["marks"])
        self._file.propose(proposed_name(content, marks=marked, each=each), list(content.summaries))
        self._later.start()


def _list(name: str, entries: Iterable[tuple[str, str]], chosen: str) -> Choice:
    """Return a list of data and texts; if the chosen data is not among them, of the first."""
    box = Choice(name)
    for data, text in entries:
        box.addItem(text, data)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def _label(text: str, field: QWidget) -> QLabel:
    """Return the label of a field, whose key moves the focus there."""
    label = QLabel(text)
    label.setBuddy(field)
    return label
