"""OneDraw: the selected draw as a table, from its uniform numbers to a relaxed one-hot vector."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from PyQt6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PyQt6.QtGui import QColor, QFont
from PyQt6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView, QWidget

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.selection import Selection
from gumbel_gui.gui.controls.parameter_box import ParameterBox
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.buttons import push_button
from gumbel_gui.gui.widgets.labels import ErrorLabel, StableLabelBox, label
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.plots.look.style import LIGHT, Style
from gumbel_gui.plots.words.mistakes import noise_formula, score_formula
from gumbel_gui.plots.words.text import count, elided, tr

ROW_HEIGHT = 21
MOST_ROWS, FEWEST_ROWS = 6, 2
"""Rows that are shown where there is room, and at least."""
LABEL_LENGTH = 8


def _text(value: float) -> str:
    """Return a number in the six characters that a column has room for."""
    if not np.isfinite(value):
        return "−∞" if value < 0 else "∞"
    text = f"{value:.3f}" if abs(value) < 100 else f"{value:.0f}"
    return text.replace("-", "−")


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
            font = QFont(self._style.font())
            font.setBold(True)
            return font
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
                on_p = section == 2 and mistake is Mistake.NOISE_ON_P
                return "p" if on_p else HEADERS[section][0]
            return None
        wins = self._selection is not None and section == self._selection.winner
        if role == Qt.ItemDataRole.DisplayRole:
            return elided(self._labels[section], LABEL_LENGTH)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._labels[section]
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._style.text if wins else self._style.muted)
        return None


HEADERS = (
    ("x", "A uniform number between 0 and 1"),
    ("ε", "The noise: −ln(−ln x)"),
    ("ln p", "The log-probability"),
    ("g", "The score: ln p + ε; the largest wins"),
    ("s", "The relaxed one-hot vector: softmax(g / t)"),
)
"""The columns, and what they are."""


def _tip(section: int, mistake: Mistake) -> str:
    """Return what a column is, also where something is done wrong on purpose."""
    if section == 1:
        return tr("The noise: {formula}", formula=noise_formula(mistake))
    if section == 2 and mistake is Mistake.NOISE_ON_P:
        return tr("The probability")
    if section == 3:
        return tr("The score: {formula}; the largest wins", formula=score_formula(mistake))
    if section == 4 and mistake is Mistake.T_OUTSIDE:
        return tr("The relaxed one-hot vector: softmax(g), since t cancels")
    return tr(HEADERS[section][1])


def _columns(selection: Selection) -> list[Any]:
    """Return the numbers of each column."""
    chosen = selection
    return [chosen.x, chosen.noise, chosen.logits, chosen.scores, chosen.relaxed]


class OneDraw(QWidget):
    """The selected draw: which one, its numbers, and argmax beside soft-argmax."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        error = ErrorLabel()
        self._box = ParameterBox(
            store,
            "selected",
            self.tr("Number of the selected draw"),
            error,
            lambda number: count(number) if number else "–",
            9,
            step=self.step,
            text=self.tr("Select a draw"),
        )
        self._box.setToolTip(self.tr("Counted from 1; 0 selects none"))
        title = label("section", self.tr("ONE DRAW"))
        top = row(
            title,
            _button("‹", self.tr("Previous draw (Ctrl+[)"), lambda: self.step(-1)),
            self._box,
            _button("›", self.tr("Next draw (Ctrl+])"), lambda: self.step(1)),
            _button(self.tr("Random"), self.tr("Select any draw (Ctrl+R)"), self.pick_any),
            gap=5,
            wide=title,
        )
        self._numbers = Numbers()
        self._table = QTableView()
        self._set_up_table()
        self._sentence = label("caption")
        column(top, error, self._table, StableLabelBox(self._sentence), within=self, gap=5)

    def show_selection(
        self, selection: Selection | None, labels: Sequence[str], style: Style
    ) -> None:
        """Show the numbers of a draw."""
        self._numbers.show_selection(selection, labels, style)
        rows = min(max(self._numbers.rowCount(), FEWEST_ROWS), MOST_ROWS)
        self._table.setMaximumHeight(rows * ROW_HEIGHT + ROW_HEIGHT + 5)
        self._sentence.setText(_sentence(selection))

    def step(self, steps: int) -> None:
        """Select a draw further on, or back."""
        parameters = self._store.state.parameters
        self._box.set(min(max(parameters.selected + steps, 1), parameters.draws), run="select")

    def pick_any(self) -> None:
        """Select a draw at random."""
        self._box.set(random.randint(1, self._store.state.parameters.draws))

    def _set_up_table(self) -> None:
        table = self._table
        table.setModel(self._numbers)
        table.setAccessibleName(self.tr("Numbers of the selected draw"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setCornerButtonEnabled(False)
        table.setMinimumHeight((FEWEST_ROWS + 1) * ROW_HEIGHT + 5)
        for header in (table.horizontalHeader(), table.verticalHeader()):
            assert header is not None
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        across, down = table.horizontalHeader(), table.verticalHeader()
        assert across is not None
        assert down is not None
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setFixedHeight(ROW_HEIGHT)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(ROW_HEIGHT)
        down.setDefaultSectionSize(ROW_HEIGHT)
        down.setFixedWidth(62)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _button(text: str, tip: str, action: Callable[[], None]) -> QPushButton:
    button = push_button(text, tip, action)
    button.setAccessibleName(tip)
    if len(text) == 1:
        button.setFixedWidth(26)
    return button


def _sentence(selection: Selection | None) -> str:
    if selection is None:
        return tr("None is selected: click one in a plot, or step.")
    soft = float(np.arange(len(selection.relaxed)) @ selection.relaxed.astype(np.float64))
    return tr(
        "argmax g = {winner}, soft-argmax Σ i·s_i = {soft:.3f}", winner=selection.winner, soft=soft
    )
