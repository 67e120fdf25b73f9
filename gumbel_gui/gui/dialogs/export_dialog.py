"""Save a figure: what, how large, in which format and where, with a preview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QSignalBlocker, QStandardPaths, Qt, QTimer
from PyQt6.QtGui import QPixmap
from PyQt6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.core.parsing import parse_count, parse_number
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.figure import MM_PER_INCH, Content, Layout
from gumbel_gui.figures.formats import DEFAULT_DPI, FORMATS, check_resolution, image, pixels
from gumbel_gui.figures.saving import format_of, save
from gumbel_gui.gui.state.state import ALL
from gumbel_gui.gui.widgets.labels import ErrorLabel
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.look.style import STYLES

PREVIEW_WIDTH, PREVIEW_HEIGHT = 420, 360
DEFAULTS: Mapping[str, Any] = {
    "format": "png",
    "width": "180",
    "height": "120",
    "dpi": "300",
    "theme": "print",
    "titles": True,
    "captions": True,
    "folder": "",
}


class ExportDialog(QDialog):
    """Asks how to save the figure and saves it; what cannot be done is said beside the fields.

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
        self._make_fields(_sound(remembered), plot)
        self._preview = QLabel()
        self._preview.setProperty("role", "preview")
        self._preview.setFixedSize(PREVIEW_WIDTH + 12, PREVIEW_HEIGHT + 12)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setAccessibleName(self.tr("Preview"))
        self._error, self._note = ErrorLabel(), QLabel()
        self._note.setProperty("role", "hint")
        self._note.setWordWrap(True)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._show_preview)
        self._arrange()
        self._format_chosen()
        self._show_preview()

    def chosen(self) -> dict[str, Any]:
        """Return the choices, to be remembered."""
        return {
            "format": self._format.currentData(),
            "theme": self._theme.currentData(),
            "titles": self._titles.isChecked(),
            "captions": self._captions.isChecked(),
            "folder": str(self._path().parent),
            **{name: field.text() for name, field in self._numbers.items()},
        }

    def accept(self) -> None:
        """Close only once the file is written (Qt calls this)."""
        self._later.stop()
        try:
            content, layout, dpi = self._wanted()
            save(self._path(), content, layout, dpi)
        except (ExportError, ParameterError) as error:
            self._error.show_sentence(str(error))
            return
        self.saved = self._path()
        super().accept()

    def _make_fields(self, values: Mapping[str, Any], plot: str) -> None:
        self._plot = QComboBox()
        self._plot.addItem(self.tr("All visible plots"), ALL)
        for name in self._content.summaries:
            self._plot.addItem(plot_type(name).title, name)
        _choose(self._plot, plot)
        self._format = QComboBox()
        for each in FORMATS.values():
            self._format.addItem(each.name, each.ending)
        _choose(self._format, values["format"])
        self._theme = QComboBox()
        for name, text in (
            ("print", self.tr("Print, on white")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self._theme.addItem(text, name)
        _choose(self._theme, values["theme"])
        self._numbers = {n: QLineEdit(str(values[n])) for n in ("width", "height", "dpi")}
        self._titles = QCheckBox(self.tr("Titles"))
        self._captions = QCheckBox(self.tr("Captions"))
        self._titles.setChecked(values["titles"])
        self._captions.setChecked(values["captions"])
        folder = Path(values["folder"])
        if not values["folder"]:
            places = QStandardPaths.StandardLocation
            pictures = QStandardPaths.writableLocation(places.PicturesLocation)
            folder = Path(pictures) if Path(pictures).is_dir() else Path.home()
        self._proposed = self._proposed_name()
        self._file = QLineEdit(str(folder / f"{self._proposed}.{values['format']}"))
        for name, field in (
            (self.tr("Plots"), self._plot),
            (self.tr("Format"), self._format),
            (self.tr("Look"), self._theme),
            (self.tr("Width in mm"), self._numbers["width"]),
            (self.tr("Height in mm"), self._numbers["height"]),
            (self.tr("Resolution in dpi"), self._numbers["dpi"]),
            (self.tr("File"), self._file),
        ):
            field.setAccessibleName(name)

    def _arrange(self) -> None:
        browse = QPushButton(self.tr("Browse…"))
        browse.clicked.connect(self._browse)
        size, resolution, file, extras = (QHBoxLayout() for _ in range(4))
        for widget in (self._numbers["width"], QLabel("×"), self._numbers["height"], QLabel("mm")):
            size.addWidget(widget)
        for widget in (self._numbers["dpi"], QLabel("dpi")):
            resolution.addWidget(widget)
        file.addWidget(self._file, 1)
        file.addWidget(browse)
        extras.addWidget(self._titles)
        extras.addWidget(self._captions)
        extras.addStretch(1)
        file_name = QLabel(self.tr("&File"))
        file_name.setBuddy(self._file)
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.addRow(self.tr("&Plots"), self._plot)
        form.addRow(self.tr("Fo&rmat"), self._format)
        form.addRow(self.tr("Size"), size)
        form.addRow(self.tr("Resolution"), resolution)
        form.addRow(self.tr("&Look"), self._theme)
        form.addRow(self.tr("With"), extras)
        form.addRow(file_name, file)
        form.addRow("", self._note)
        form.addRow("", self._error)
        self._file.setMinimumWidth(230)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Save | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        top, outer = QHBoxLayout(), QVBoxLayout(self)
        top.addWidget(self._preview)
        top.addLayout(form, 1)
        outer.addLayout(top, 1)
        outer.addWidget(buttons)
        self._plot.currentIndexChanged.connect(lambda *_: self._propose_again())
        changes: list[Callable[..., Any]] = [
            self._plot.currentIndexChanged.connect,
            self._theme.currentIndexChanged.connect,
            self._titles.toggled.connect,
            self._captions.toggled.connect,
            self._file.textEdited.connect,
            *(field.textEdited.connect for field in self._numbers.values()),
        ]
        for connect in changes:
            connect(lambda *_: self._later.start())
        self._format.currentIndexChanged.connect(self._format_chosen)
        self._file.textEdited.connect(self._ending_typed)

    def _wanted(self) -> tuple[Content, Layout, int]:
        width, height = (
            parse_number(name, self._numbers[name].text()) for name in ("width", "height")
        )
        layout = Layout(
            width,
            height,
            STYLES[self._theme.currentData()],
            self._titles.isChecked(),
            self._captions.isChecked(),
        )
        content, plot = self._content, self._plot.currentData()
        if plot != ALL:
            content = replace(content, summaries={plot: content.summaries[plot]})
        dpi = DEFAULT_DPI
        if self._numbers["dpi"].isEnabled():
            dpi = parse_count("dpi", self._numbers["dpi"].text())
        return content, layout, dpi

    def _show_preview(self) -> None:
        try:
            content, layout, dpi = self._wanted()
            ratio = self.devicePixelRatioF()
            scale = min(PREVIEW_WIDTH / layout.width, PREVIEW_HEIGHT / layout.height)
            # An image of at least 30 dpi, brought down to the label where that is too much.
            picture = image(content, layout, max(int(scale * MM_PER_INCH * ratio), 30))
            shrink = min(
                PREVIEW_WIDTH * ratio / picture.width(), PREVIEW_HEIGHT * ratio / picture.height()
            )
            if shrink < 1:
                picture = picture.scaled(
                    max(round(picture.width() * shrink), 1),
                    max(round(picture.height() * shrink), 1),
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            pixmap = QPixmap.fromImage(picture)
            pixmap.setDevicePixelRatio(ratio)
            self._preview.setPixmap(pixmap)
            path = self._path()
            note = ""
            if format_of(path).uses_dpi:
                note = self.tr("{w} × {h} pixels.").format(
                    **dict(zip("wh", pixels(layout, dpi), strict=True))
                )
            if path.is_file():
                note += " " + self.tr("The file exists and will be replaced.")
            self._note.setText(note.strip())
            self._error.show_sentence("")
        except (ExportError, ParameterError) as error:
            self._error.show_sentence(str(error))
            self._note.setText("")
            self._preview.clear()
        except (OSError, ValueError):  # a name that no file can have; saving says what is wrong
            self._note.setText("")

    def _format_chosen(self) -> None:
        ending = self._format.currentData()
        self._numbers["dpi"].setEnabled(FORMATS[ending].uses_dpi)
        path = self._path()
        if path.name:
            self._file.setText(str(path.with_suffix(f".{ending}")))
        self._later.start()

    def _ending_typed(self) -> None:
        ending = self._path().suffix.lower().removeprefix(".")
        if ending in FORMATS:
            with QSignalBlocker(self._format):
                _choose(self._format, ending)
            self._numbers["dpi"].setEnabled(FORMATS[ending].uses_dpi)

    def _browse(self) -> None:
        patterns = ";;".join(f"{each.name} (*.{each.ending})" for each in FORMATS.values())
        ending = self._format.currentData()
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export figure"),
            self._file.text(),
            patterns,
            f"{FORMATS[ending].name} (*.{ending})",
            QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            path = Path(chosen)
            known = path.suffix.lower().removeprefix(".") in FORMATS
            self._file.setText(str(path if known else Path(f"{chosen}.{ending}")))
            self._ending_typed()
            self._later.start()

    def _path(self) -> Path:
        path = Path(self._file.text().strip())
        try:
            return path.expanduser()
        except RuntimeError:  # the home of nobody
            return path

    def _propose_again(self) -> None:
        """Let a name that nobody has changed follow the plot, so that no file replaces another."""
        path, before = self._path(), self._proposed
        self._proposed = self._proposed_name()
        if path.stem == before:
            self._file.setText(str(path.with_name(self._proposed + path.suffix)))

    def _proposed_name(self) -> str:
        """Return a name that says which plots these are, at which t and seed."""
        p, plot = self._content.parameters, self._plot.currentData()
        names = list(self._content.summaries)
        what = names[0] if len(names) == 1 else plot_type(names[0]).view if plot == ALL else plot
        return f"gumbel-{what}-t{p.temperature:g}-seed{p.seed}"


def _sound(remembered: Mapping[str, Any]) -> dict[str, Any]:
    """Return the remembered choices, with the default of each that cannot be used."""
    choices = dict(DEFAULTS)
    for name, default in DEFAULTS.items():
        value = remembered.get(name, default)
        try:
            if type(value) is type(default) and _usable(name, value):
                choices[name] = value
        except (ExportError, ValueError, OSError):
            continue
    return choices


def _usable(name: str, value: Any) -> bool:
    if name in ("width", "height"):
        size = parse_number(name, value)
        Layout(size, size)
    elif name == "dpi":
        check_resolution(Layout(), parse_count(name, value))
    elif name == "folder":
        return Path(value).is_dir()
    elif name == "format":
        return value in FORMATS
    elif name == "theme":
        return value in STYLES
    return True


def _choose(box: QComboBox, data: object) -> None:
    index = box.findData(data)
    if index >= 0:
        box.setCurrentIndex(index)
