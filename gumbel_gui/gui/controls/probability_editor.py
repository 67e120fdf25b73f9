"""ProbabilityEditor: a row per class, and buttons for the whole vector."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from PyQt6.QtCore import QEvent, QObject, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFontInfo, QShowEvent
from PyQt6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.core.probabilities import MAX_CLASSES
from gumbel_gui.gui.controls.class_row import ClassRow
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Edit, Store
from gumbel_gui.gui.widgets.buttons import push_button
from gumbel_gui.gui.widgets.error_bubble import ErrorBubble
from gumbel_gui.gui.widgets.labels import label
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.gui.widgets.scrolling import Scrolling
from gumbel_gui.gui.widgets.sentences import sentence_of
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.look.style import TEXT_SIZE, Style
from gumbel_gui.plots.words.text import number

TITLE = mark("PROBABILITIES")
LEAST_HEIGHT = 150
"""Pixels of five rows, for text of ``TEXT_SIZE``; further ones may have to be scrolled to."""


class RowScroll(Scrolling):
    """A scroll area as tall as its rows, where there is room for that."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__(rows)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def eventFilter(self, rows: QObject | None, event: QEvent | None) -> bool:
        """Update the size with that of the rows, which are shown later than added."""
        if event and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(rows, event)

    def sizeHint(self) -> QSize:
        """Return the size of all rows (Qt asks this)."""
        rows = self.widget()
        return rows.sizeHint() if rows else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for a few rows (Qt asks this)."""
        least = round(LEAST_HEIGHT * QFontInfo(self.font()).pixelSize() / TEXT_SIZE)
        return self.sizeHint().boundedTo(QSize(10_000, least))


class ProbabilityEditor(QWidget):
    """All classes, with buttons for the whole vector.

    Signals:
        class_clicked: the colour of a class was clicked, with the class.
        vector_wanted: the button to type or paste the whole vector was pressed.

    Attributes:
        presets: the button that opens their menu.
    """

    class_clicked = pyqtSignal(int)
    vector_wanted = pyqtSignal()

    def __init__(self, store: Store, style: Style) -> None:
        super().__init__()
        self._store, self._style = store, style
        self._rows: list[ClassRow] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(5)
        holder = QWidget()
        holder.setLayout(self._list)
        self._scroll = RowScroll(holder)
        self._error = ErrorBubble(self._scroll)
        self._make_buttons()
        self._sum = label("hint")
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight)
        heading = label("section", tr(TITLE))
        column(
            row(heading, self._sum, wide=self._sum),
            self._scroll,
            row(*self._buttons, gap=3),
            within=self,
            gap=7,
        )
        store.changed.connect(self._follow)
        self.refresh()

    def set_style(self, style: Style) -> None:
        """Change the look."""
        self._style = style
        self.refresh()

    def _follow(self) -> None:
        if self._shown != _shown_part(self._store.state):
            self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        state = self._store.state
        self._shown = _shown_part(state)
        if classes_changed := len(self._rows) != state.parameters.classes:
            for row in self._rows:
                row.discard()
        while len(self._rows) < state.parameters.classes:
            row = ClassRow(len(self._rows), self._store, self._edit)
            row.clicked.connect(self.class_clicked)
            self._rows.append(row)
            self._list.addWidget(row)
        while len(self._rows) > state.parameters.classes:
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for row in self._rows:
            row.show_state(state, self._style)
        self._sum.setText(_sum_of(state))
        if classes_changed:
            self._scroll.updateGeometry()
            self._order_tabs()
        self._add.setEnabled(state.parameters.classes < MAX_CLASSES)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Restore the order of Tab, which changes with the window (Qt calls this)."""
        super().showEvent(event)
        self._order_tabs()

    def _order_tabs(self) -> None:
        reached = [c for row in self._rows for c in row.controls()] + list(self._buttons)
        for one, following in pairwise(reached):
            QWidget.setTabOrder(one, following)

    def _make_buttons(self) -> None:
        self._add = push_button(
            tr("+ Class"),
            tr("Add a class with an equal share"),
            lambda: self._edit(mark("Add a class"), lambda s: s.with_class_added()),
        )
        self.presets = QPushButton(tr("Presets"))
        self.presets.setToolTip(tr("Vectors that are worth a look, and your own"))
        self._buttons = (
            self._add,
            push_button(tr("Uniform"), tr("Give all classes 1/K"), self._make_uniform),
            push_button(tr("Random"), tr("Draw a vector at random"), self._make_random),
            self.presets,
            push_button(
                tr("Type…"),
                tr("Type or paste the whole vector, as probabilities or logits"),
                self.vector_wanted.emit,
            ),
        )
        for button in self._buttons:
            button.setMinimumWidth(0)

    def _make_uniform(self) -> None:
        classes = self._store.state.parameters.classes
        self._set(mark("Uniform p"), (1.0,) * classes)

    def _make_random(self) -> None:
        # Flat over the simplex (Dirichlet with all parameters 1), rounded so that it reads well.
        weights = np.random.default_rng().standard_exponential(self._store.state.parameters.classes)
        p = np.round(weights / weights.sum(), 3)
        self._set(mark("Random p"), tuple(p.tolist()))

    def _set(self, text: str, probabilities: tuple[float, ...]) -> None:
        self._edit(text, lambda s: s.with_vector(probabilities))

    def _edit(self, text: str, edit: Edit, *, run: str = "") -> None:
        try:
            self._store.edit(text, edit, run=run)
            self._error.show_sentence("")
        except ParameterError as error:
            self._error.show_sentence(sentence_of(error))
            self.refresh()


def _sum_of(state: LabState) -> str:
    """Return the sum of p in words, with its parts where some of it is locked."""
    locked = math.fsum(p for p, on in zip(state.parameters.p, state.locks, strict=True) if on)
    if not any(state.locks):
        return tr("Σ p = 1")
    texts = {"locked": number(locked, 3), "free": number(max(1 - locked, 0.0), 3)}
    return tr("Σ p = 1: {locked} locked, {free} free", **texts)


def _shown_part(state: LabState) -> tuple[object, ...]:
    return state.parameters.probabilities, state.labels, state.locks
