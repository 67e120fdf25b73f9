"""ExportDialog: which plots to save, for what, in which format and where, with a preview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QFormLayout, QWidget

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.figures import names
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.formats import FORMATS, check_resolution, pixels
from gumbel_gui.figures.layout import LOOK, Layout
from gumbel_gui.figures.presets import Purpose
from gumbel_gui.figures.saving import check_target, save_all
from gumbel_gui.gui.dialogs.export_choices import (
    defaults,
    for_plots,
    usable_choices,
    usable_purpose,
)
from gumbel_gui.gui.dialogs.figure_work import STEPS, FigureWork
from gumbel_gui.gui.dialogs.file_field import FileField
from gumbel_gui.gui.dialogs.look_fields import LookFields, add_row
from gumbel_gui.gui.dialogs.saving_dialog import SavingDialog
from gumbel_gui.gui.state.state import ALL
from gumbel_gui.gui.widgets.buttons import push_button
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.sentences import sentence_of
from gumbel_gui.gui.worker.patience import patiently
from gumbel_gui.language import tr
from gumbel_gui.plots import plot_type, plot_types

EACH, EVERY = "each", "every"
"""Files for each visible plot, and for every plot of all views."""
DELAY_MS = 60


class ExportDialog(SavingDialog):
    """Saves figures.

    Args:
        content: of all visible plots; those of other views are drawn when they are saved.
        plot: the name of the one to save, or ``"all"``.
        remembered: what was chosen last time; anything unusable in it gives its default.
        folder: of the proposed name.
    """

    def __init__(
        self,
        content: Content,
        plot: str,
        remembered: Mapping[str, Any],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Export figure"), DELAY_MS, parent)
        self._content = content
        self._remembered = dict(remembered)
        self._shown_purpose = usable_purpose(remembered)
        self._make_fields(plot, folder)
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(7)
        add_row(form, tr("&Plots"), self._plot)
        add_row(form, tr("F&or"), self._purpose, self._reset, wide=self._purpose)
        self._looks.add_rows(form, self._format)
        self._lay_out(self._preview, fields, self._file)
        self._connect()
        self._follow_figure()
        self._format_chosen()
        self._show_preview()

    def chosen(self) -> dict[str, Any]:
        """Return the choices for every purpose, to be remembered."""
        own = {"format": self._format.currentData(), **self._looks.values()}
        own = for_plots(own, self._shown_purpose, self._shown_count, 1)
        kept = {k: v for k, v in self._remembered.items() if k in list(Purpose)}
        return {"preset": self._shown_purpose, **kept, self._shown_purpose: own}

    def accept(self) -> None:
        """Close only once all files are written (Qt calls this)."""
        if self._saving:
            return
        self._stop()
        try:
            layout, dpi = self._checked()
            files = self._file.files()
            for path, _ in files:
                patiently(partial(check_target, path))
            if not self._file.may_write():
                return
            paths = [path for path, _ in files]
            if len(files) > 1:
                words = tr("Drawing {n} figures …", n=len(files))
                self._note.show_hint(words)
                self._save(FigureWork(files, self._content, layout, dpi, self), paths, STEPS)
                return
            figures = [(path, self._content.of(plots)) for path, plots in files]
            save_all(figures, layout, dpi, by=patiently)
        except (ExportError, ParameterError) as error:
            self._note.show_sentence(sentence_of(error))
            return
        self.written = paths
        super().accept()

    def _make_fields(self, plot: str, folder: Path) -> None:
        titles = {name: plot_type(name).title for name in self._content.summaries}
        plots = {
            ALL: tr("All visible plots"),
            EACH: tr("Each in a file of its own"),
            EVERY: tr("Those of all views, each in a file of its own"),
            **titles,
        }
        self._plot = Choice(tr("Plots"), plots.items(), plot)
        purposes = ((each.value, tr(each.label)) for each in Purpose)
        self._purpose = Choice(tr("Purpose"), purposes, self._shown_purpose)
        self._reset = push_button(
            tr("Rese&t"), tr("Sizes and look as they were for this purpose"), self._as_new
        )
        self._shown_count = self._count()
        values = usable_choices(self._remembered, self._shown_purpose)
        values = for_plots(values, self._shown_purpose, 1, self._shown_count)
        formats = ((each.ending, tr(each.name)) for each in FORMATS.values())
        self._format = Choice(tr("Format"), formats, values["format"])
        chosen = self._content.selection
        self._looks = LookFields(LOOK, chosen.number if chosen else 0)
        self._looks.show_values(values)
        self._file = FileField(folder, values["format"])

    def _connect(self) -> None:
        self._purpose.currentIndexChanged.connect(self._purpose_chosen)
        self._plot.currentIndexChanged.connect(self._plots_chosen)
        self._looks.changed.connect(self._follow_figure)
        self._format.currentIndexChanged.connect(self._format_chosen)
        self._file.format_named.connect(self._show_format)
        self._file.edited.connect(self._later.start)

    def _plots(self) -> list[str]:
        """Return the names of the plots to save."""
        plot, visible = self._plot.currentData(), list(self._content.summaries)
        if plot == EVERY:
            return [*visible, *(name for name in plot_types() if name not in visible)]
        return visible if plot in (ALL, EACH) else [plot]

    def _count(self) -> int:
        """Return how many plots are in one figure."""
        return 1 if self._plot.currentData() in (EACH, EVERY) else len(self._plots())

    def _checked(self) -> tuple[Layout, int]:
        """Return layout and dpi, or raise an error that names a field."""
        layout, dpi = self._looks.layout(), self._looks.dpi()
        check_resolution(layout, dpi, image=FORMATS[self._format.currentData()].uses_dpi)
        path = self._file.path()
        if self._plot.currentData() in (EACH, EVERY) and names.EACH not in str(path):
            raise ExportError(
                tr(
                    "output is {file}, but must have {each} in its name, for that of the plot.",
                    file=repr(path.name),
                    each=names.EACH,
                )
            )
        return layout, dpi

    def _show_preview(self) -> None:
        try:
            layout, dpi = self._checked()
            image = FORMATS[self._format.currentData()].uses_dpi
            note = self._pixels(layout, dpi) if image else ""
            _, plots = self._file.files()[0]  # of several, the first one
            self._preview.show_figure(self._content.of(plots), layout, dpi)
            self._note.show_hint(f"{note} {self._file.note()}".strip())
        except (ExportError, ParameterError) as error:
            self._note.show_sentence(sentence_of(error))
            self._preview.clear()

    def _pixels(self, layout: Layout, dpi: int) -> str:
        width, height = pixels(layout, dpi)
        return tr("{w} × {h} pixels.", w=width, h=height)

    def _plots_chosen(self) -> None:
        before, self._shown_count = self._shown_count, self._count()
        values = self._looks.values()
        self._looks.show_values(for_plots(values, self._shown_purpose, before, self._shown_count))
        self._follow_figure()

    def _purpose_chosen(self) -> None:
        self._remembered |= self.chosen()
        self._shown_purpose = self._purpose.currentData()
        self._show_choices(usable_choices(self._remembered, self._shown_purpose))

    def _as_new(self) -> None:
        self._show_choices(defaults(self._shown_purpose))

    def _show_choices(self, values: Mapping[str, Any]) -> None:
        self._looks.show_values(for_plots(values, self._shown_purpose, 1, self._shown_count))
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
        plots = self._plots()
        self._looks.offer_mark(plots)
        named = replace(self._content, summaries=dict.fromkeys(plots))
        each = self._plot.currentData() in (EACH, EVERY)
        marked = bool(self._looks.values()["marks"])
        self._file.propose(names.proposed_name(named, marks=marked, each=each), plots)
        self._later.start()
