"""The table of a plot as CSV, which spreadsheets, Python and NumPy read."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np

from gumbel_gui.figures.experiments.experiment import Experiment, one_line
from gumbel_gui.figures.figure import Content, options_of
from gumbel_gui.figures.provenance import CREATOR
from gumbel_gui.figures.targets import check_place, ending_of, write
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.table import Column, Quantity, Table, inert
from gumbel_gui.plots.words.mistakes import warning
from gumbel_gui.plots.words.text import default_labels

ENDINGS = ("csv",)
FIELDS = ("name", "value", "low", "high", "exact")
"""Of a quantity, in the order in which they are written."""


def check_table(path: Path) -> None:
    """Check, before anything is drawn, that a table can be written there.

    Raises:
        ExportError: with what is wrong and what is allowed.
    """
    ending_of(path, ENDINGS)
    check_place(path)


def save_table(path: Path, content: Content, plot: str) -> None:
    """Write the table of one plot; the target is replaced when everything is on the disk.

    Args:
        path: of a ``.csv`` file.
        content: with the summary of this plot.
        plot: its name.

    Raises:
        ExportError: if it cannot be written, in one sentence.
    """
    check_table(path)
    write(path, table_text(content, plot))


def table_text(content: Content, plot: str) -> bytes:
    """Return the file of the table of one plot."""
    return written(table_of(content, plot), comments(content, plot)).encode()


def table_of(content: Content, plot: str) -> Table:
    """Return the table of one plot, as it is in a figure of the content."""
    kind = plot_type(plot)
    shown = kind(labels=content.labels, options=options_of(kind, content.options))
    parameters = content.parameters_of(plot)
    return shown.table(content.summaries[plot], parameters, content.selection)


def comments(content: Content, plot: str) -> tuple[tuple[str, ...], ...]:
    """Return what a file says of its table: the plot, a mistake, and the experiment as JSON."""
    kind, parameters = plot_type(plot), content.parameters_of(plot)
    labels = content.labels + default_labels(parameters.classes)[len(content.labels) :]
    options = frozenset(f"{plot}.{name}" for name in options_of(kind, content.options))
    experiment = Experiment(parameters, labels[: parameters.classes], (), options, kind.view)
    return (
        (CREATOR, plot, kind.about),
        *((("mistake", wrong),) if (wrong := warning(parameters.mistake)) else ()),
        ("experiment", one_line(experiment)),
    )


def written(table: Table, remarks: tuple[tuple[str, ...], ...] = ()) -> str:
    r"""Return a table as CSV: comments with #, which quantities are, the names, and the rows.

    Comments are rows of cells, too: spreadsheets guess the separator from them.
    Each number reads back as it was, those of single precision as such. A cell is empty where a
    row has nothing. Cells with commas or quotes are quoted as RFC 4180 says; lines end in ``\n``.
    Words are ``inert``: no spreadsheet takes the label "=1+1" for a formula.
    """
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    quantities = [("quantity", each.name, *_fields(each)) for each in table.quantities]
    for first, *others in (*remarks, ("quantity", *FIELDS), *quantities):
        rows.writerow((f"# {first}", *others))
    rows.writerow([column.name for column in table.columns])
    rows.writerows(zip(*map(_cells, table.columns), strict=True))
    return file.getvalue()


def _fields(quantity: Quantity) -> list[str]:
    values = (getattr(quantity, name) for name in FIELDS[1:])
    return ["" if value is None else repr(value) for value in values]


def _cells(column: Column) -> list[object]:
    """Return the values of a column, those that are not whole as text."""
    if isinstance(column.values, tuple):
        return list(map(inert, column.values))
    form: Callable[[float], object] = repr
    if column.whole:
        form = int
    elif column.values.dtype == np.float32:
        form = "{:.9g}".format
    return ["" if math.isnan(value) else form(value) for value in column.values.tolist()]
