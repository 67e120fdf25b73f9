"""TableModel: the table of a plot for a view of Qt, sortable, at full precision when copied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from PyQt6.QtCore import QAbstractTableModel, QModelIndex, Qt

from gumbel_gui.language import tr
from gumbel_gui.plots.reading import shown
from gumbel_gui.plots.table import Column, Table, inert

DIGITS = 6
"""Significant digits that are shown; what is copied has all."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TableModel(QAbstractTableModel):
    """Columns of numbers and words; an empty cell is where there is no number."""

    def __init__(self, columns: tuple[Column, ...] = ()) -> None:
        super().__init__()
        self._columns: tuple[Column, ...] = columns
        self._rows = np.arange(_length(columns))
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other columns; if they are the same but for their values, selected cells stay so."""
        alike = [c.name for c in columns] == [c.name for c in self._columns]
        if alike and _length(columns) == len(self._rows):
            self._columns = columns
            if self._sorted:
                self.sort(*self._sorted)
            last = self.index(len(self._rows) - 1, len(columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            return
        self.beginResetModel()
        if not alike:
            self._sorted = None
        self._columns = columns
        self._rows = self._order()
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's)
        """Return the number of rows (Qt asks this)."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's)
        """Return the number of columns (Qt asks this)."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell as it is shown, or at full precision as a tooltip (Qt asks this)."""
        if not index.isValid():
            return None
        value = self._columns[index.column()].values[self._rows[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(value, DIGITS)
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(value, str):
            return exact(value)
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(value, str):
            return _RIGHT
        return None

    def headerData(  # noqa: N802 (Qt's)
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what a column is called, or the number of a row (Qt asks this)."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        return column.name if role == Qt.ItemDataRole.ToolTipRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, numbers as numbers, empty cells last; −1 for none (Qt calls this)."""
        self.layoutAboutToBeChanged.emit()
        before, kept = self._rows, self.persistentIndexList()
        self._sorted = (column, order) if 0 <= column < len(self._columns) else None
        self._rows = self._order()
        place = np.empty_like(self._rows)
        place[self._rows] = np.arange(len(place))
        new = [self.index(int(place[before[each.row()]]), each.column()) for each in kept]
        self.changePersistentIndexList(kept, new)
        self.layoutChanged.emit()

    def text(self, cells: Iterable[tuple[int, int]]) -> str:
        """Return cells (row, column) at full precision, with tabs between them, row by row.

        As in a spreadsheet, what is between them and is not selected is left empty.
        """
        chosen = set(cells)
        columns = sorted({column for _, column in chosen})
        return "\n".join(
            "\t".join(
                exact(self._columns[c].values[self._rows[row]]) if (row, c) in chosen else ""
                for c in columns
            )
            for row in sorted({row for row, _ in chosen})
        )

    def whole_text(self) -> str:
        """Return the names of the columns and all rows, as ``text`` does."""
        rows, columns = range(len(self._rows)), range(len(self._columns))
        names = "\t".join(column.name for column in self._columns)
        return f"{names}\n{self.text((row, c) for row in rows for c in columns)}"

    def _order(self) -> Any:
        """Return the rows in the order in which they are shown."""
        rows = np.arange(_length(self._columns))
        if self._sorted is None:
            return rows
        column, order = self._sorted
        values = np.asarray(self._columns[column].values)
        known = rows if values.dtype.kind == "U" else rows[~np.isnan(values)]
        found = known[np.argsort(values[known], kind="stable")]
        if order == Qt.SortOrder.DescendingOrder:
            found = found[::-1]
        return np.concatenate([found, np.setdiff1d(rows, known)])


def quantity_columns(table: Table) -> tuple[Column, ...]:
    """Return the quantities of a table as columns."""
    told = table.quantities

    def column(name: str, words: str) -> Column:
        ends = [getattr(each, name) for each in told]
        return Column(name, np.array([np.nan if x is None else x for x in ends], float), words)

    return (
        Column("quantity", tuple(each.heading for each in told), tr("quantity")),
        column("value", tr("value")),
        column("low", tr("95 % from")),
        column("high", tr("95 % to")),
        column("exact", tr("compared with")),
    )


def exact(value: Any) -> str:
    """Return a number with as many digits as tell it from all others, or a word; empty for none."""
    if isinstance(value, str):
        return inert(" ".join(value.split()))  # no tab, and no line of its own
    if value != value:
        return ""
    if isinstance(value, np.float32):
        return str(value)
    return str(int(value)) if isinstance(value, int | np.integer) else repr(float(value))


def _length(columns: tuple[Column, ...]) -> int:
    return len(columns[0].values) if columns else 0
