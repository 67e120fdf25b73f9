"""DrawTable: the numbers of one draw, a row per class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from PyQt6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.selection import Selection
from gumbel_gui.gui.widgets.labels import tip
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.look.style import LIGHT, Style
from gumbel_gui.plots.words.mistakes import noise_formula, score_formula, shift_formula

ROW_HEIGHT = 21
MOST_ROWS, FEWEST_ROWS = 6, 2
"""Rows that are shown where there is room, and at least."""
NAMES_WIDTH = 62
"""Pixels for the names of the classes, where text has 12."""
LONGEST, LONGEST_SHARE = "−0.000", "0.000"
"""The widest number of a column, and of one whose numbers are between 0 and 1."""
SHARES = (0, 4)
"""Columns of numbers between 0 and 1."""
CELL_MARGIN, CELL_INSET = 4, 3
"""Pixels on either side of a number: in the widest column, and in each."""


def _text(value: float) -> str:
    """Return a number in at most six characters, with up to three decimals."""
    if not np.isfinite(value):
        return "−∞" if value < 0 else "∞"
    texts = (f"{value:.{digits}f}" for digits in (3, 2, 1, 0))
    text = next((each for each in texts if len(each) <= len(LONGEST)), f"{value:.0e}")
    return text.replace("-", "−")


def bold() -> QFont:
    """Return the weight of the winner's numbers, in whatever font the others are."""
    font = QFont()
    font.setBold(True)
    return font


class Numbers(QAbstractTableModel):
    """The numbers of one draw, a row per class."""

    def __init__(self) -> None:
        super().__init__()
        self._selection: Selection | None = None
        self._labels: tuple[str, ...] = ()
        self._style = LIGHT
        self._columns: list[Any] = []

    def show_selection(
        self, selection: Selection | None, labels: Sequence[str], style: Style
    ) -> None:
        """Show another draw."""
        before, look = self._columns, (self._labels, self._style, self._names())
        self._labels, self._style = tuple(labels), style
        fresh = [] if selection is None else _columns(selection)
        anew = self.rowCount() != (0 if selection is None else len(selection.noise))
        if anew:
            self.beginResetModel()
        self._selection, self._columns = selection, fresh
        if anew:
            self.endResetModel()
        elif look != (self._labels, style, self._names()):
            self._emit_changed(range(len(fresh)))
            if fresh:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADERS) - 1)
        else:
            self._emit_changed(
                i
                for i, (old, new) in enumerate(zip(before, fresh, strict=True))
                if not np.array_equal(old, new)
            )

    def text(self, rows: Sequence[int] = ()) -> str:
        """Return the numbers with all their digits, in columns between tabs.

        Args:
            rows: the classes that are meant; all of them where none is named.
        """
        titles = [self.headerData(i, Qt.Orientation.Horizontal) for i in range(len(HEADERS))]
        lines = [["", *titles]]
        for k in rows or range(self.rowCount()):
            lines.append([self._labels[k], *(repr(float(column[k])) for column in self._columns)])
        return "\n".join("\t".join(line) for line in lines) + "\n" if self._columns else ""

    @property
    def winner(self) -> QModelIndex:
        """The first number of the class that wins, or no place."""
        return self.index(self._selection.winner, 0) if self._selection else QModelIndex()

    def _names(self) -> tuple[object, ...]:
        """Return what is shown besides numbers: the winner, and by which formulas."""
        chosen = self._selection
        return () if chosen is None else (chosen.winner, chosen.mistake)

    def _emit_changed(self, columns: Iterable[int]) -> None:
        """Signal that these columns have changed: in a drag of t, one of five."""
        for i in columns:
            self.dataChanged.emit(self.index(0, i), self.index(self.rowCount() - 1, i))

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802 (Qt's)
        """Return K (Qt asks this); a cell has no rows of its own."""
        inside = parent is not None and parent.isValid()
        return 0 if inside or self._selection is None else len(self._selection.noise)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802 (Qt's)
        """Return the number of columns (Qt asks this)."""
        return 0 if parent is not None and parent.isValid() else len(HEADERS)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a number, or how it looks (Qt asks this)."""
        if self._selection is None:
            return None
        wins = index.row() == self._selection.winner
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(float(self._columns[index.column()][index.row()]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and wins:
            return bold()
        if role == Qt.ItemDataRole.ToolTipRole:
            return repr(float(self._columns[index.column()][index.row()]))
        return None

    def headerData(  # noqa: N802 (Qt's)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the names of classes and columns (Qt asks this)."""
        if orientation == Qt.Orientation.Horizontal:
            mistake = self._selection.mistake if self._selection else Mistake.NONE
            if role == Qt.ItemDataRole.ToolTipRole:
                return _tip(section, mistake)
            if role == Qt.ItemDataRole.DisplayRole:
                return shift_formula(mistake) if section == 2 else HEADERS[section][0]
            return None
        wins = self._selection is not None and section == self._selection.winner
        if role == Qt.ItemDataRole.DisplayRole:
            return self._labels[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._labels[section])
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._style.text if wins else self._style.muted)
        return None


HEADERS = (
    ("x", mark("A uniform number between 0 and 1")),
    ("ε", mark("The noise: −ln(−ln x)")),
    ("ln p", mark("The log-probability")),
    ("g", mark("The score: ln p + ε; the largest wins")),
    ("s", mark("The relaxed one-hot vector: softmax(g / t)")),
)
"""The columns, and what they are."""


def _tip(section: int, mistake: Mistake) -> str:
    """Return what a column is, also where something is done wrong on purpose."""
    if section == 1:
        return tr("The noise: {formula}", formula=noise_formula(mistake))
    if section == 2 and mistake.adds_to_p:
        return tr("The probability")
    if section == 2 and shift_formula(mistake) != HEADERS[2][0]:
        return tr("The log-probability over t, less the largest one")
    if section == 3:
        return tr("The score: {formula}; the largest wins", formula=score_formula(mistake))
    if section == 4 and not mistake.relaxes_by_t:
        return tr("The relaxed one-hot vector: softmax(g), which t does not divide")
    return tr(HEADERS[section][1])


def _columns(selection: Selection) -> list[Any]:
    """Return the numbers of each column."""
    chosen = selection
    return [chosen.x, chosen.noise, chosen.logits, chosen.scores, chosen.relaxed]


class NumberCells(QStyledItemDelegate):
    """Paints numbers; the style sheet looks up its rules for each of them, ten times as long."""

    def paint(
        self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """Paint a number; what is selected or has the focus, as the style does (Qt calls this)."""
        state = QStyle.StateFlag
        if option.state & (state.State_Selected | state.State_HasFocus) or painter is None:
            super().paint(painter, option, index)
            return
        wins = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(wins.resolve(option.font) if wins else option.font)
        inside = option.rect.adjusted(CELL_INSET, -1, -CELL_INSET, -1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, right.value | Qt.TextFlag.TextDontClip, index.data())


class DrawTable(QTableView):
    """The table of one draw, in which the winner is in sight whenever another class wins."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers, self._seen = Numbers(), QModelIndex()
        self.setModel(self._numbers)
        self.setItemDelegate(NumberCells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        across, down = self._headers()
        for header in (across, down):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names often differ at their ends
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_selection(
        self, selection: Selection | None, labels: Sequence[str], style: Style
    ) -> None:
        """Show another draw."""
        self._numbers.show_selection(selection, labels, style)
        rows = min(max(self._numbers.rowCount(), FEWEST_ROWS), MOST_ROWS)
        self._fit(rows, style.text_size / LIGHT.text_size)
        if self._numbers.winner != self._seen:  # else it was in sight; the user may have scrolled
            self._scroll_to_winner()

    def _fit(self, rows: int, scale: float) -> None:
        """Set the sizes for at most so many rows of text that is larger by a factor."""
        (across, down), height = self._headers(), round(ROW_HEIGHT * scale)
        if down.defaultSectionSize() != height:
            across.setFixedHeight(height)
            down.setMinimumSectionSize(height)
            down.setDefaultSectionSize(height)
            down.setFixedWidth(round(NAMES_WIDTH * scale))
            self.setMinimumHeight((FEWEST_ROWS + 1) * height + 5)
        self.setMaximumHeight((rows + 1) * height + 5)

    def text(self) -> str:
        """Return the rows that are selected, or all of them, as text with tabs."""
        chosen = self.selectionModel()
        rows = chosen.selectedRows() if chosen else []
        return self._numbers.text(sorted(index.row() for index in rows))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Give the columns room for bold type, and keep the winner in sight (Qt calls this)."""
        super().resizeEvent(event)
        across, _ = self._headers()
        metrics = QFontMetrics(bold().resolve(self.font()))
        share = metrics.horizontalAdvance(LONGEST_SHARE)
        for column in SHARES:
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            across.resizeSection(column, share + 2 * CELL_MARGIN)
        self._scroll_to_winner()

    def _headers(self) -> tuple[QHeaderView, QHeaderView]:
        across, down = self.horizontalHeader(), self.verticalHeader()
        assert across is not None
        assert down is not None
        return across, down

    def _scroll_to_winner(self) -> None:
        self._seen = self._numbers.winner
        if self._seen.isValid():
            self.scrollTo(self._seen)
