"""LookFields: a field for each declaration of a figure's look, and their rows in a dialog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PyQt6.QtCore import QObject, QSignalBlocker, pyqtSignal
from PyQt6.QtGui import QFontDatabase
from PyQt6.QtWidgets import QCheckBox, QCompleter, QFormLayout, QLabel, QLineEdit, QWidget

from gumbel_gui.core import kinds
from gumbel_gui.core.checks import ParameterError
from gumbel_gui.core.declarations import Declaration
from gumbel_gui.figures.layout import LAYOUT, Layout
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.layouts import Part, row
from gumbel_gui.language import language, mark, tr
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.look.fonts import FAMILIES
from gumbel_gui.plots.words.text import count

NAMES = {
    "width": mark("Width in mm"),
    "height": mark("Height in mm"),
    "dpi": mark("Resolution in dpi"),
    "theme": mark("Look"),
    "scale": mark("Scale of texts and lines"),
    "title": mark("Title"),
    "family": mark("Font"),
    "language": mark("Language"),
    "titles": mark("Titles"),
    "captions": mark("Captions"),
    "marks": mark("Mark"),
    "transparent": mark("No &ground"),
    "paths": mark("Text as paths"),
}
"""On or beside the fields; their tooltips are the words of the declarations."""
BOXES = ("titles", "captions", "marks"), ("transparent", "paths")
"""By row."""


def shown_values(looks: Mapping[str, Declaration], layout: Layout, dpi: int) -> dict[str, Any]:
    """Return what the fields show for a layout: no draw is marked, in the window's language."""
    values = {name: getattr(layout, name, dpi) for name in looks}
    values |= {"marks": False, "language": language()}
    return {name: _text_of(each, values[name]) for name, each in looks.items()}


def usable_values(
    looks: Mapping[str, Declaration], given: Mapping[str, Any], defaults: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what is remembered of the fields, with the default of each that cannot be used.

    The language is that of the window each time.
    """
    usable = [name for name, each in looks.items() if _is_usable(each, given.get(name))]
    return {**defaults, **{name: given[name] for name in usable if name != "language"}}


class LookFields(QObject):
    """The fields of declarations, by their names.

    Signals:
        changed: by the user, or by a box or a list.

    Args:
        looks: the declarations, such as ``LOOK``.
        selected: the number of the draw that can be marked, or 0 if none is selected.
    """

    changed = pyqtSignal()

    def __init__(self, looks: Mapping[str, Declaration], selected: int) -> None:
        super().__init__()
        self._looks = looks
        self.fields: dict[str, QWidget] = {name: self._made(name) for name in looks}
        marks = self.fields["marks"]
        assert isinstance(marks, QCheckBox)
        marks.setText(tr("&Mark draw {n}", n=count(selected)))
        marks.setVisible(selected > 0)

    def __getitem__(self, name: str) -> QWidget:
        return self.fields[name]

    def values(self) -> dict[str, Any]:
        """Return what the fields show, to be remembered."""
        return {name: _shown(field) for name, field in self.fields.items()}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show other values, without a signal."""
        for name, field in self.fields.items():
            with QSignalBlocker(field):
                if isinstance(field, QCheckBox):
                    field.setChecked(values[name])
                elif isinstance(field, Choice):
                    field.setCurrentIndex(field.findData(values[name]))
                elif isinstance(field, QLineEdit):
                    field.setText(values[name])

    def layout(self) -> Layout:
        """Return the layout in the fields, or raise a ParameterError that names one."""
        return Layout(**{name: self._read(name) for name in LAYOUT if name in self.fields})

    def dpi(self) -> int:
        """Return the resolution; where it does not count, the default."""
        counts = self.fields["dpi"].isEnabled()
        dpi: int = self._read("dpi") if counts else self._looks["dpi"].default
        return dpi

    def offer_mark(self, plots: Sequence[str]) -> None:
        """Offer the mark of the selected draw if one of these plots has one."""
        marked = any(plot_type(name).mark is not Plot.mark for name in plots)
        self.fields["marks"].setEnabled(marked)

    def add_rows(self, form: QFormLayout, kind: Choice) -> None:
        """Add the fields to a form, after the list of formats, beside which the resolution is."""
        field = self.fields
        dots, times, mm = (QLabel(text) for text in ("dpi", "×", "mm"))
        scale = labelled(tr("s&cale"), field["scale"])
        for name, first, *parts in (
            (tr("Fo&rmat"), kind, field["dpi"], dots),
            (tr("Si&ze"), field["width"], times, field["height"], mm, scale, field["scale"]),
            (tr("&Look"), field["theme"], field["family"]),
            (tr("T&itle"), field["title"], field["language"]),
        ):
            add_row(form, name, first, *parts)
        for i, names in enumerate(BOXES):
            boxes = row(*(field[name] for name in names if name in field), gap=14)
            boxes.addStretch(1)
            form.addRow("" if i else tr("With"), boxes)

    def _read(self, name: str) -> Any:
        value = _shown(self.fields[name])
        return self._looks[name].parse(value) if isinstance(value, str) else value

    def _made(self, name: str) -> QWidget:
        each, called = self._looks[name], tr(NAMES[name])
        made: QWidget
        if isinstance(each.kind, kinds.Flag):
            made = QCheckBox(called)
            made.toggled.connect(self.changed)
        elif isinstance(each.kind, kinds.Choice):
            made = Choice(called, ((one.value, tr(one.label)) for one in each.kind.members))
            made.currentIndexChanged.connect(self.changed)
        else:
            made = QLineEdit()
            made.setAccessibleName(called)
            made.textChanged.connect(self.changed)
            if name == "family":
                made.setPlaceholderText(FAMILIES[0])
                made.setCompleter(QCompleter(QFontDatabase.families()))
        made.setToolTip(tr(each.words))
        return made


def add_row(
    form: QFormLayout, name: str, first: QWidget, *parts: Part, wide: Part | None = None
) -> None:
    """Add a row to a form, with a label whose key moves the focus to the first part."""
    form.addRow(labelled(name, first), row(first, *parts, gap=6, wide=wide))


def labelled(text: str, field: QWidget) -> QLabel:
    """Return the label of a field, whose key moves the focus there."""
    label = QLabel(text)
    label.setBuddy(field)
    return label


def _text_of(each: Declaration, value: Any) -> Any:
    """Return a value as its field shows it: True or False, or a text."""
    if isinstance(each.kind, kinds.Flag):
        return value
    return f"{value:.12g}" if isinstance(each.kind, kinds.Number) else each.kind.write(value)


def _is_usable(each: Declaration, value: Any) -> bool:
    """Whether a field can show what is remembered."""
    if type(value) is not (bool if isinstance(each.kind, kinds.Flag) else str):
        return False
    try:
        each.kind.check(each.option, each.parse(value) if isinstance(value, str) else value, None)
    except ParameterError:
        return False
    return True


def _shown(field: QWidget) -> Any:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, Choice):
        return field.currentData()
    assert isinstance(field, QLineEdit)
    return field.text()
