"""One draw as a table: how its uniform numbers become a class, and a relaxed one-hot vector."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from PyQt6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PyQt6.QtGui import QColor, QFont
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parsing import parse_count
from gumbel_gui.core.selection import Selection
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.fields import ErrorLabel, NumberBox, StableLabelBox
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
        self._columns: list[tuple[str, str, Any]] = []

    def show_selection(
        self, selection: Selection | None, labels: Sequence[str], style: Style
    ) -> None:
        """Show another draw."""
        before, dress = self._columns, (self._labels, self._style, self._names())
        self._labels, self._style = tuple(labels), style
        fresh = [] if selection is None else _columns(selection)
        anew = self.rowCount() != (0 if selection is None else len(selection.noise))
        if anew:
            self.beginResetModel()
        self._selection, self._columns = selection, fresh
        if anew:
            self.endResetModel()
        elif dress != (self._labels, style, self._names()):
            self._emit_changed(range(len(fresh)))
            if fresh:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADERS) - 1)
        else:
            self._emit_changed(
                i
                for i, (old, new) in enumerate(zip(before, fresh, strict=True))
                if not np.array_equal(old[2], new[2])
            )

    def _names(self) -> tuple[object, ...]:
        """Return what else than numbers is shown: the winner, and what the noise is added to."""
        chosen = self._selection
        return () if chosen is None else (chosen.winner, chosen.mistake)

    def _emit_changed(self, columns: Iterable[int]) -> None:
        """Have these columns painted again: in a drag of t that is one of five."""
        for column in columns:
            self.dataChanged.emit(self.index(0, column), self.index(self.rowCount() - 1, column))

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
            return _text(float(self._columns[index.column()][2][index.row()]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and wins:
            font = QFont(self._style.font())
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ToolTipRole:
            return repr(float(self._columns[index.column()][2][index.row()]))
        return None

    def headerData(  # noqa: N802 (Qt's)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the names of classes and columns (Qt asks this)."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.ToolTipRole:
                return _tip(section, self._selection.mistake if self._selection else Mistake.NONE)
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section][0] if self._columns else HEADERS[section][0]
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


def _columns(selection: Selection) -> list[tuple[str, str, Any]]:
    values = (
        selection.x,
        selection.noise,
        selection.logits,
        selection.scores,
        selection.relaxed,
    )
    names = [name for name, _ in HEADERS]
    if selection.mistake is Mistake.NOISE_ON_P:
        names[2] = "p"
    return [
        (name, tip, column) for name, (_, tip), column in zip(names, HEADERS, values, strict=True)
    ]


class OneDraw(QWidget):
    """The selected draw: which one, its numbers, and argmax beside soft-argmax."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        title = QLabel(self.tr("ONE DRAW"))
        title.setProperty("role", "section")
        self._error = ErrorLabel()
        self._box = NumberBox(
            self.tr("Number of the selected draw"),
            lambda text: self._select(parse_count("selected draw", text)),
            self.step,
            9,
        )
        self._box.setToolTip(self.tr("Counted from 1; 0 selects none"))
        self._box.rejected.connect(self._error.show_sentence)
        top = QHBoxLayout()
        top.setSpacing(5)
        top.addWidget(title, 1)
        top.addWidget(self._button("‹", self.tr("Previous draw (Ctrl+[)"), lambda: self.step(-1)))
        top.addWidget(self._box)
        top.addWidget(self._button("›", self.tr("Next draw (Ctrl+])"), lambda: self.step(1)))
        top.addWidget(
            self._button(self.tr("Random"), self.tr("Select any draw (Ctrl+R)"), self.pick_any)
        )
        self._numbers = Numbers()
        self._table = QTableView()
        self._set_up_table()
        self._sentence = QLabel()
        self._sentence.setProperty("role", "caption")
        self._below = StableLabelBox(self._sentence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addLayout(top)
        layout.addWidget(self._error)
        layout.addWidget(self._table)
        layout.addWidget(self._below)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show which draw is selected."""
        selected = self._store.state.parameters.selected
        self._box.show_text(count(selected) if selected else "–")

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
        self._select(min(max(parameters.selected + steps, 1), parameters.draws), run="select")

    def pick_any(self) -> None:
        """Select any draw."""
        self._select(random.randint(1, self._store.state.parameters.draws))

    def _select(self, number: int, run: str = "") -> None:
        self._store.set("selected", number, text=self.tr("Select a draw"), run=run)
        self._error.show_sentence("")

    def _button(self, text: str, tip: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        if len(text) == 1:
            button.setFixedWidth(26)
        button.clicked.connect(lambda: action())
        return button

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


def _sentence(selection: Selection | None) -> str:
    if selection is None:
        return tr("None is selected: click one in a plot, or step.")
    soft = float(np.arange(len(selection.relaxed)) @ selection.relaxed.astype(np.float64))
    return tr(
        "argmax g = {winner}, soft-argmax Σ i·s_i = {soft:.3f}", winner=selection.winner, soft=soft
    )
