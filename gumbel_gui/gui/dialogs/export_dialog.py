"""ExportDialog: which plots to save, how large, in which format and where, with a preview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QSignalBlocker, QStandardPaths, QTimer
from PyQt6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.core.parsing import parse_count, parse_number
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.formats import DEFAULT_DPI, FORMATS, pixels
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.names import proposed_name
from gumbel_gui.figures.saving import save
from gumbel_gui.gui.dialogs.export_choices import usable_choices
from gumbel_gui.gui.dialogs.export_preview import ExportPreview
from gumbel_gui.gui.dialogs.file_field import FileField
from gumbel_gui.gui.state.state import ALL
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.labels import ErrorLabel
from gumbel_gui.gui.widgets.layouts import row
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.words.text import count


class ExportDialog(QDialog):
    """Saves a figure; errors are shown beside the fields.

    Args:
        content: of all visible plots.
        plot: the name of the one to save, or ``"all"``.
        remembered: what was chosen last time; anything unusable in it gives its default.

    Attributes:
        saved: the file that was written, once accepted.
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
        self.saved: Path | None = None
        self.setWindowTitle(self.tr("Export figure"))
        self._make_fields(usable_choices(remembered), plot)
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

    def chosen(self) -> dict[str, Any]:
        """Return the choices, to be remembered."""
        return {
            "format": self._format.currentData(),
            "theme": self._theme.currentData(),
            "titles": self._titles.isChecked(),
            "captions": self._captions.isChecked(),
            "marks": self._marks.isChecked(),
            "folder": str(self._file.path().parent),
            **{name: field.text() for name, field in self._numbers.items()},
        }

    def accept(self) -> None:
        """Close only once the file is written (Qt calls this)."""
        self._later.stop()
        try:
            content, layout, dpi = self._figure()
            if not self._file.may_write():
                return
            save(self._file.path(), content, layout, dpi)
        except (ExportError, ParameterError) as error:
            self._note.show_sentence(str(error))
            return
        self.saved = self._file.path()
        super().accept()

    def _make_fields(self, values: Mapping[str, Any], plot: str) -> None:
        titles = {name: plot_type(name).title for name in self._content.summaries}
        plots = {ALL: self.tr("All visible plots"), **titles}
        self._plot = _list(self.tr("Plots"), plots.items(), plot)
        formats = ((each.ending, each.name) for each in FORMATS.values())
        self._format = _list(self.tr("Format"), formats, values["format"])
        themes = (
            ("print", self.tr("Print, on white")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        )
        self._theme = _list(self.tr("Look"), themes, values["theme"])
        self._numbers = {n: QLineEdit(str(values[n])) for n in ("width", "height", "dpi")}
        self._titles, self._captions = QCheckBox(self.tr("Titles")), QCheckBox(self.tr("Captions"))
        self._titles.setChecked(values["titles"])
        self._captions.setChecked(values["captions"])
        chosen = self._content.selection
        number = count(chosen.number) if chosen else ""
        self._marks = QCheckBox(self.tr("&Mark draw {n}").format(n=number))
        self._marks.setChecked(values["marks"])
        self._marks.setVisible(chosen is not None)
        folder = Path(values["folder"])
        if not values["folder"]:
            place = QStandardPaths.StandardLocation.PicturesLocation
            pictures = Path(QStandardPaths.writableLocation(place))
            folder = pictures if pictures.is_dir() else Path.home()
        self._file = FileField(folder, values["format"])
        for name, field in (
            (self.tr("Width in mm"), self._numbers["width"]),
            (self.tr("Height in mm"), self._numbers["height"]),
            (self.tr("Resolution in dpi"), self._numbers["dpi"]),
        ):
            field.setAccessibleName(name)

    def _make_form(self) -> QFormLayout:
        extras = row(self._titles, self._captions, self._marks, gap=14)
        extras.addStretch(1)
        file_name = QLabel(self.tr("&File"))
        file_name.setBuddy(self._file.line)
        width, height, dpi = self._numbers.values()
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.addRow(self.tr("&Plots"), self._plot)
        form.addRow(self.tr("Fo&rmat"), self._format)
        form.addRow(self.tr("Size"), row(width, QLabel("×"), height, QLabel("mm"), gap=6))
        form.addRow(self.tr("Resolution"), row(dpi, QLabel("dpi"), gap=6))
        form.addRow(self.tr("&Look"), self._theme)
        form.addRow(self.tr("With"), extras)
        form.addRow(file_name, self._file)
        form.addRow("", self._note)
        return form

    def _connect(self) -> None:
        self._plot.currentIndexChanged.connect(self._follow_figure)
        self._marks.toggled.connect(self._follow_figure)
        self._format.currentIndexChanged.connect(self._format_chosen)
        self._file.format_named.connect(self._show_format)
        for changed in (
            *(box.currentIndexChanged for box in (self._plot, self._theme)),
            *(box.toggled for box in (self._titles, self._captions, self._marks)),
            *(line.textEdited for line in self._numbers.values()),
            self._file.edited,
        ):
            changed.connect(lambda *_: self._later.start())

    def _figure(self) -> tuple[Content, Layout, int]:
        """Return content, layout and dpi of the figure, or raise an error that names a field."""
        width, height = (
            parse_number(name, self._numbers[name].text()) for name in ("width", "height")
        )
        theme = self._theme.currentData()
        boxes = {"titles": self._titles, "captions": self._captions, "marks": self._marks}
        parts: dict[str, Any] = {name: box.isChecked() for name, box in boxes.items()}
        layout, dpi = Layout(width, height, theme, **parts), DEFAULT_DPI
        if self._numbers["dpi"].isEnabled():
            dpi = parse_count("dpi", self._numbers["dpi"].text())
        return self._chosen_content(), layout, dpi

    def _chosen_content(self) -> Content:
        plot = self._plot.currentData()
        if plot == ALL:
            return self._content
        return replace(self._content, summaries={plot: self._content.summaries[plot]})

    def _show_preview(self) -> None:
        try:
            content, layout, dpi = self._figure()
            note = ""
            self._preview.show_figure(content, layout)
            if self._numbers["dpi"].isEnabled():
                width, height = pixels(layout, dpi)
                note = self.tr("{w} × {h} pixels.").format(w=width, h=height)
            note += " " + self._file.note()
            self._note.show_hint(note.strip())
        except (ExportError, ParameterError) as error:
            self._note.show_sentence(str(error))
            self._preview.clear()

    def _format_chosen(self) -> None:
        ending = self._format.currentData()
        self._numbers["dpi"].setEnabled(FORMATS[ending].uses_dpi)
        self._file.set_ending(ending)
        self._later.start()

    def _show_format(self, ending: str) -> None:
        with QSignalBlocker(self._format):
            self._format.setCurrentIndex(self._format.findData(ending))
        self._numbers["dpi"].setEnabled(FORMATS[ending].uses_dpi)

    def _follow_figure(self) -> None:
        """Offer the mark where a plot has one, and propose a name."""
        content = self._chosen_content()
        marks = (plot_type(name).mark is not Plot.mark for name in content.summaries)
        self._marks.setEnabled(any(marks))
        self._file.propose(proposed_name(content, marks=self._marks.isChecked()))


def _list(name: str, entries: Iterable[tuple[str, str]], chosen: str) -> Choice:
    """Return a list of data and texts; if the chosen data is not among them, of the first."""
    box = Choice(name)
    for data, text in entries:
        box.addItem(text, data)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box
