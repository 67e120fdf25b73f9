"""LookFields: a field for each declaration of a figure's look, and for its resolution."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PyQt6.QtCore import QObject, QSignalBlocker, pyqtSignal
from PyQt6.QtGui import QFontDatabase
from PyQt6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QWidget

from gumbel_gui.core import kinds
from gumbel_gui.core.parameters import Declaration
from gumbel_gui.figures.layout import DPI, LAYOUT, Layout
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.look.fonts import FAMILIES

LOOKS = {**LAYOUT, "dpi": DPI}
NAMES = {
    "width": "Width in mm",
    "height": "Height in mm",
    "dpi": "Resolution in dpi",
    "theme": "Look",
    "scale": "Scale of texts and lines",
    "title": "Title",
    "family": "Font",
    "language": mark("Language"),
    "titles": "Titles",
    "captions": "Captions",
    "marks": "&Mark draw",
    "transparent": "No &ground",
    "paths": "Text as paths",
}
"""On or beside the fields; their tooltips are the words of the declarations."""


def text_of(each: Declaration, value: Any) -> Any:
    """Return a value as its field shows it: True or False, or a text."""
    if isinstance(each.kind, kinds.Flag):
        return value
    return f"{value:.12g}" if isinstance(each.kind, kinds.Number) else each.kind.write(value)


class LookFields(QObject):
    """The fields by name, of ``LAYOUT`` and ``"dpi"``.

    Signals:
        changed: by the user, or by a box or a list.
    """

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, QWidget] = {name: self._made(name) for name in LOOKS}

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
        return Layout(**{name: self._read(name) for name in LAYOUT})

    def dpi(self) -> int:
        """Return the resolution; where it does not count, the default."""
        dpi: int = self._read("dpi") if self.fields["dpi"].isEnabled() else DPI.default
        return dpi

    def _read(self, name: str) -> Any:
        value = _shown(self.fields[name])
        return LOOKS[name].parse(value) if isinstance(value, str) else value

    def _made(self, name: str) -> QWidget:
        each, called = LOOKS[name], tr(NAMES[name])
        made: QWidget
        if isinstance(each.kind, kinds.Flag):
            made = QCheckBox(called)
            made.toggled.connect(self.changed)
        elif isinstance(each.kind, kinds.Choice):
            made = Choice(called)
            for member in each.kind.members:
                made.addItem(tr(member.label), member.value)
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


def _shown(field: QWidget) -> Any:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, Choice):
        return field.currentData()
    assert isinstance(field, QLineEdit)
    return field.text()
