"""TableDialog: the numbers of a plot and of its caption as tables, which follow the plot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.names import free, proposed_name
from gumbel_gui.gui.dialogs.table_model import TableModel, quantity_columns
from gumbel_gui.gui.state.folders import Folders
from gumbel_gui.gui.widgets.labels import ErrorLabel, label
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.gui.worker.patience import patiently
from gumbel_gui.language import tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.table import Table

EACH = 150
"""Milliseconds between refreshes while a plot moves."""
SIZE = 640, 520
MARGIN = 11
MEASURED = 200
"""Rows from which the widths of columns are taken."""


class TableDialog(QDialog):
    """A window with both tables, beside the one with the plots.

    Signals:
        told: a message on what was done, and the file that was saved, if one was.

    Args:
        kind: the plot's class.
        table: what it shows, or None while there is nothing.
        content: of all visible plots, for a file, or None while there is nothing.
        folders: with that of tables.
        parent: the window with the plot.
    """

    told = pyqtSignal(str, object)

    def __init__(
        self,
        kind: type[Plot],
        table: Callable[[], Table | None],
        content: Callable[[], Content | None],
        folders: Folders,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._kind, self._table, self._content = kind, table, content
        self._folders = folders
        self.setWindowTitle(tr("Table: {title}", title=kind.title))
        self.resize(*SIZE)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(EACH)
        self._later.timeout.connect(self.refresh)
        self._rows, self._told = TableModel(), TableModel()
        self.rows = _view(self._rows, tr("Numbers of the plot"), kind.about)
        self.quantities = _view(
            self._told,
            tr("Numbers of the caption"),
            tr("Each with its 95 % interval, and what it is compared with"),
        )
        hint = label("hint", tr("Ctrl+C copies what is selected, with all digits."))
        self._error = ErrorLabel(lines=2)
        copy, save, close = (
            QPushButton(text) for text in (tr("Copy &all"), tr("&Save data…"), tr("Close"))
        )
        copy.clicked.connect(self._copy_all)
        save.clicked.connect(self._save)
        close.clicked.connect(self.close)
        names = [label("title", view.accessibleName()) for view in (self.rows, self.quantities)]
        for name, view in zip(names, (self.rows, self.quantities), strict=True):
            name.setBuddy(view)
        layout = column(
            *(names[0], self.rows, names[1], self.quantities),
            *(self._error, row(hint, copy, save, close, wide=hint)),
            within=self,
        )
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setStretch(1, 3)
        layout.setStretch(3, 2)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        keys.activated.connect(self._copy)

    def follow(self) -> None:
        """Show the plot's new numbers soon: many may follow one another."""
        if self.isVisible() and not self._later.isActive():
            self._later.start()

    def refresh(self) -> None:
        """Show the numbers of the plot as it is now."""
        table = self._table()
        if table is None:
            return
        for view, model, columns in (
            (self.rows, self._rows, table.columns),
            (self.quantities, self._told, quantity_columns(table)),
        ):
            before = model.columnCount()
            model.set_columns(columns)
            if model.columnCount() != before:
                view.resizeColumnsToContents()

    def _copy(self) -> None:
        """Copy the selected cells of the table that has the focus, or else of the first."""
        view, model = self.rows, self._rows
        if self.quantities.hasFocus():
            view, model = self.quantities, self._told
        chosen = view.selectionModel()
        assert chosen is not None
        cells = [(index.row(), index.column()) for index in chosen.selectedIndexes()]
        if cells:
            self._put(model.text(cells))
        else:
            self._copy_all()

    def _copy_all(self) -> None:
        """Copy both tables with the names of their columns."""
        self._put(f"{self._rows.whole_text()}\n\n{self._told.whole_text()}")

    def _put(self, text: str) -> None:
        clipboard = QApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(text)
            self._say(tr("Copied numbers"))

    def _save(self) -> None:
        """Ask for a file, and save the numbers of the plot as they are now."""
        content, plot = self._content(), self._kind.name
        if content is None or plot not in content.summaries:
            self._error.show_sentence(tr("This plot is not in view; nothing was saved."))
            return
        from gumbel_gui.figures.data.tables import save_table

        content = replace(content, summaries={plot: content.summaries[plot]})
        name = f"{proposed_name(content, marks=content.selection is not None)}.csv"
        # The dialog of the desktop asks before a file is replaced.
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save data"), str(free(self._folders.of("tables") / name)), "CSV (*.csv)"
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == ".csv" else free(path.with_name(f"{path.name}.csv"))
        try:
            patiently(lambda: save_table(path, content, plot))
        except ExportError as error:
            self._error.show_sentence(str(error))
            return
        self._folders.note("tables", path)
        self._say(tr("Saved {file}", file=path), path)

    def _say(self, message: str, file: Path | None = None) -> None:
        self._error.show_hint(message)
        self.told.emit(message, file)


def _view(model: TableModel, name: str, description: str) -> QTableView:
    """Return a view of a table that can be sorted by the headers, walked and read."""
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setAccessibleDescription(description)
    view.setTabKeyNavigation(False)  # Tab leaves it
    view.setWordWrap(False)
    view.setAlternatingRowColors(True)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    across, down = view.horizontalHeader(), view.verticalHeader()
    assert across is not None
    assert down is not None
    across.setResizeContentsPrecision(MEASURED)
    across.setHighlightSections(False)
    across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    across.setSortIndicatorClearable(True)
    view.setSortingEnabled(True)
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setDefaultSectionSize(view.fontMetrics().height() + 6)
    return view
