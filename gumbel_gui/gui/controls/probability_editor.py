"""The probability vector: a row per class, and what can be done to all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from PyQt6.QtCore import QEvent, QObject, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PyQt6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, ParameterError
from gumbel_gui.core.parsing import parse_number
from gumbel_gui.core.probabilities import MAX_CLASSES, MIN_CLASSES
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Edit, Store
from gumbel_gui.gui.system import theme
from gumbel_gui.gui.widgets.fields import (
    ErrorLabel,
    LabelEdit,
    NumberBox,
    NumberSlider,
    linear_scale,
)
from gumbel_gui.plots.look.style import Style

SLIDER_STEPS = 1000
BOX_STEP = 0.01


class Dot(QWidget):
    """The colour of a class."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = "#000000"
        self.setFixedSize(12, 12)

    def show_colour(self, colour: str) -> None:
        """Show a colour."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint a disc (Qt calls this)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))


class ClassRow(QWidget):
    """Colour, label, slider, box, lock and removal of one class."""

    def __init__(self, k: int, store: Store, edit: Callable[..., None]) -> None:
        super().__init__()
        self._k, self._store, self._edit = k, store, edit
        self._look: tuple[object, ...] = ()
        self._dot = Dot()
        self._label = LabelEdit()
        self._label.setObjectName("label")
        self._label.setFixedWidth(68)
        self._label.editingFinished.connect(self._rename)
        self._slider = NumberSlider("", SLIDER_STEPS, *linear_scale(SLIDER_STEPS))
        self._slider.moved.connect(lambda p: self._move(p, run=f"p {k}"))
        self._slider.sliderPressed.connect(store.begin_gesture)
        self._slider.sliderReleased.connect(store.end_gesture)
        self.box = NumberBox("", self._type, self._step)
        self._lock = _small_button(checkable=True)
        self._lock.clicked.connect(self._toggle_lock)
        self._remove = _small_button()
        self._remove.clicked.connect(
            lambda: self._edit(self.tr("Remove class"), lambda s: s.without_class(k))
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._dot, self._label, self._slider, self.box, self._lock, self._remove):
            row.addWidget(widget, 1 if widget is self._slider else 0)

    def show_state(self, state: LabState, style: Style) -> None:
        """Show this class of a state."""
        k, label, p = self._k, state.labels[self._k], state.parameters.probabilities[self._k]
        self._slider.show_number(p)
        self.box.show_text(f"{p:.3g}" if p < 0.001 else f"{p:.5f}".rstrip("0").rstrip("."))
        locked, removable = state.locks[k], state.parameters.classes > MIN_CLASSES
        if not self._label.isModified() and self._label.text() != label:
            self._label.setText(label)
            self._label.setCursorPosition(0)
        look = (style, label, locked, removable)
        if look != self._look:
            self._look = look
            self._apply_look(style, label, locked, removable)

    def _apply_look(self, style: Style, label: str, locked: bool, removable: bool) -> None:
        """Show all but the probability, which alone changes in a drag."""
        self._dot.show_colour(style.class_colour(self._k))
        self._slider.setEnabled(not locked)
        self.box.setEnabled(not locked)
        self._lock.setChecked(locked)
        self._lock.setIcon(theme.icon("lock" if locked else "unlock", style.muted))
        self._remove.setIcon(theme.icon("remove", style.muted))
        self._remove.setEnabled(removable)
        for widget, what in (
            (self._label, self.tr("Name of {label}")),
            (self._slider, self.tr("Probability of {label}, slider")),
            (self.box, self.tr("Probability of {label}")),
            (self._lock, self.tr("Keep the probability of {label} while others move")),
            (self._remove, self.tr("Remove {label}")),
        ):
            widget.setAccessibleName(what.format(label=label))
        self._label.setToolTip(label)
        self._lock.setToolTip(self._lock.accessibleName())
        self._remove.setToolTip(self._remove.accessibleName())

    def controls(self) -> tuple[QWidget, ...]:
        """Return what can be reached with Tab, in order."""
        return self._label, self._slider, self.box, self._lock, self._remove

    def forget(self) -> None:
        """Give up what is being typed or dragged: the classes are others now."""
        self.box.forget()
        self._label.setModified(False)
        if self._slider.isSliderDown():
            self._slider.setSliderDown(False)

    def _move(self, p: float, run: str = "") -> None:
        k = self._k
        self._edit(self.tr("Change p"), lambda s: s.with_probability(k, min(p, s.room(k))), run=run)
        self._slider.show_number(self._store.state.parameters.probabilities[k])

    def _type(self, text: str) -> None:
        p = parse_number(f"p of {self._store.state.labels[self._k]}", text)
        self._store.edit(self.tr("Change p"), lambda s: s.with_probability(self._k, p))

    def _step(self, steps: int) -> None:
        now = self._store.state.parameters.probabilities[self._k]
        p = min(max(now + steps * BOX_STEP, 0.0), self._store.state.room(self._k))
        self._store.edit(
            self.tr("Change p"), lambda s: s.with_probability(self._k, p), run=f"p {self._k}"
        )

    def _rename(self) -> None:
        if self._label.isModified():
            self._label.setModified(False)
            label = self._label.text()
            self._edit(self.tr("Name a class"), lambda s: s.with_label(self._k, label))
            self._label.setText(self._store.state.labels[self._k])

    def _toggle_lock(self, locked: bool) -> None:
        self._edit(self.tr("Lock or unlock"), lambda s: s.with_lock(self._k, locked))


class RowScroll(QScrollArea):
    """A scroll area as tall as its rows, where there is room for that."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setWidget(rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(60)

    def eventFilter(self, rows: QObject | None, event: QEvent | None) -> bool:
        """Ask for other room when the rows do: they are shown later than they are added."""
        if event and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(rows, event)

    def sizeHint(self) -> QSize:
        """Return the size of all rows (Qt asks this)."""
        rows = self.widget()
        return rows.sizeHint() if rows else super().sizeHint()


class ProbabilityEditor(QWidget):
    """All classes, with buttons for the whole vector.

    Signals:
        vector_wanted: somebody wants to type or paste the whole vector.
    """

    vector_wanted = pyqtSignal()

    def __init__(self, store: Store, style: Style) -> None:
        super().__init__()
        self._store, self._style = store, style
        self._rows: list[ClassRow] = []
        self._error = ErrorLabel()
        title = QLabel(self.tr("PROBABILITIES"))
        title.setProperty("role", "section")
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(5)
        holder = QWidget()
        holder.setLayout(self._list)
        self._scroll = RowScroll(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(title)
        layout.addWidget(self._scroll)
        layout.addWidget(self._error)
        layout.addLayout(self._buttons())
        store.changed.connect(self._follow)
        self.refresh()

    def set_style(self, style: Style) -> None:
        """Change the look."""
        self._style = style
        self.refresh()

    def _follow(self) -> None:
        if self._shown != _what_is_shown(self._store.state):
            self.refresh()

    def refresh(self) -> None:
        """Show the state there is now."""
        state = self._store.state
        self._shown = _what_is_shown(state)
        if classes_changed := len(self._rows) != state.parameters.classes:
            for row in self._rows:
                row.forget()
        while len(self._rows) < state.parameters.classes:
            row = ClassRow(len(self._rows), self._store, self._edit)
            row.box.rejected.connect(self._error.show_sentence)
            self._rows.append(row)
            self._list.addWidget(row)
        while len(self._rows) > state.parameters.classes:
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for row in self._rows:
            row.show_state(state, self._style)
        if classes_changed:
            self._scroll.updateGeometry()
            self._order_tabs()
        self._add.setEnabled(state.parameters.classes < MAX_CLASSES)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Put Tab in order: moving into a window has shuffled it (Qt calls this)."""
        super().showEvent(event)
        self._order_tabs()

    def _order_tabs(self) -> None:
        reached = [c for row in self._rows for c in row.controls()] + list(self._whole)
        for one, following in pairwise(reached):
            QWidget.setTabOrder(one, following)

    def _buttons(self) -> QGridLayout:
        def button(text: str, tip: str, action: Callable[[], None]) -> QPushButton:
            made = QPushButton(text)
            made.setToolTip(tip)
            made.clicked.connect(lambda: action())
            return made

        self._add = button(
            self.tr("+ Class"),
            self.tr("Add a class with an equal share"),
            lambda: self._edit(self.tr("Add a class"), lambda s: s.with_class_added()),
        )
        self._whole = (
            self._add,
            button(self.tr("Uniform"), self.tr("Give all classes 1/K"), self._make_uniform),
            button(self.tr("Random"), self.tr("Draw a vector at random"), self._make_random),
            button(
                self.tr("Note"),
                self.tr("Back to the note's vector, softmax(1, 2, 3, 4, 2)"),
                lambda: self._set(self.tr("The note's vector"), NOTE_PROBABILITIES),
            ),
            button(
                self.tr("Type…"),
                self.tr("Type or paste the whole vector, as probabilities or logits"),
                self.vector_wanted.emit,
            ),
        )
        grid = QGridLayout()
        grid.setSpacing(5)
        for i, made in enumerate(self._whole):
            grid.addWidget(made, 0, i)
            made.setMinimumWidth(0)
        return grid

    def _make_uniform(self) -> None:
        classes = self._store.state.parameters.classes
        self._set(self.tr("Uniform p"), (1.0,) * classes)

    def _make_random(self) -> None:
        # Flat over the simplex (Dirichlet with all parameters 1), rounded so that it reads well.
        weights = np.random.default_rng().standard_exponential(self._store.state.parameters.classes)
        p = np.round(weights / weights.sum(), 3)
        self._set(self.tr("Random p"), tuple(p.tolist()))

    def _set(self, text: str, probabilities: tuple[float, ...]) -> None:
        self._edit(text, lambda s: s.with_vector(probabilities))

    def _edit(self, text: str, edit: Edit, *, run: str = "") -> None:
        try:
            self._store.edit(text, edit, run=run)
            self._error.show_sentence("")
        except ParameterError as error:
            self._error.show_sentence(str(error))
            self.refresh()


def _what_is_shown(state: LabState) -> tuple[object, ...]:
    return state.parameters.probabilities, state.labels, state.locks


def _small_button(*, checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setObjectName("small")
    button.setCheckable(checkable)
    button.setFixedSize(20, 22)
    return button
