"""ClassRow: colour, label, slider, box, lock and removal of one class."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QRectF, QSize, QSizeF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QToolButton, QWidget

from gumbel_gui.core.parsing import parse_number
from gumbel_gui.core.probabilities import MIN_CLASSES
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.system import theme
from gumbel_gui.gui.widgets.labels import tip
from gumbel_gui.gui.widgets.layouts import row
from gumbel_gui.gui.widgets.number_box import LabelEdit, NumberBox
from gumbel_gui.gui.widgets.number_slider import NumberSlider, root_scale
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.look.style import LIGHT, Style

SCALE = root_scale(1000)
BAR, HANDLE, RING = 0.5, 3, 2
"""Height of a bar in heights of its row; width of its handle, and of the ring of the focus."""
LABEL_WIDTH = 68 / 12
"""In sizes of the text."""


class Dot(QToolButton):
    """The colour of a class; pressing it sets the class off in all plots, or no longer."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = "#000000"
        self.setObjectName("small")

    def show_colour(self, colour: str) -> None:
        """Show a colour."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Be as large as a letter (Qt asks this)."""
        side = self.fontMetrics().ascent() + 3
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint a disc (Qt calls this)."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(self.rect().adjusted(2, 2, -2, -2))


class BarSlider(NumberSlider):
    """A slider that looks like a bar in the colour of its class, with a line as handle."""

    def __init__(self) -> None:
        super().__init__("", SCALE)
        self.setObjectName("bar")
        self._colour, self._style = "#000000", LIGHT

    def show_colour(self, colour: str, style: Style) -> None:
        """Show a bar of a colour in a look."""
        self._colour, self._style = colour, style
        self.update()

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint the room, the bar and the handle (Qt calls this)."""
        painter, style = QPainter(self), self._style
        middle, x = self.height() / 2, self.x_of(self._shown)
        half = BAR / 2 * self.height()
        room = QRectF(0, middle - half, self.width(), 2 * half)
        if style.contrast > 1:  # a colour beside another one might not show
            painter.setPen(QColor(style.border))
            painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(room, QColor(style.border))
        colour = QColor(self._colour if self.isEnabled() else style.axis)
        painter.fillRect(QRectF(room.topLeft(), QSizeF(x, 2 * half)), colour)
        on = self.hasFocus() or self.underMouse()
        handle = QRectF(x - HANDLE / 2, middle - half - 3, HANDLE, 2 * half + 6)
        if self.isEnabled():
            painter.fillRect(handle, QColor(style.accent if on else style.text))
        if self.hasFocus():
            painter.setPen(QPen(QColor(style.accent), RING))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))


class ClassRow(QWidget):
    """Colour, label, slider, box, lock and removal of one class.

    Signals:
        clicked: its colour was, with the class.
    """

    clicked = pyqtSignal(int)

    def __init__(self, k: int, store: Store, edit: Callable[..., None]) -> None:
        super().__init__()
        self._k, self._store, self._edit = k, store, edit
        self._look: tuple[object, ...] = ()
        self._dot = Dot()
        self._dot.clicked.connect(lambda: self.clicked.emit(k))
        self._label = LabelEdit()
        self._label.setObjectName("label")
        self._label.editingFinished.connect(self._rename)
        self._slider = BarSlider()
        self._slider.moved.connect(lambda p: self._move(p, run=f"p {k}"))
        self._slider.sliderPressed.connect(store.begin_gesture)
        self._slider.sliderReleased.connect(store.end_gesture)
        self.box = NumberBox("", self._type, self._step, limits=lambda: (0.0, store.state.room(k)))
        self._lock = _small_button(checkable=True)
        self._lock.clicked.connect(self._toggle_lock)
        self._remove = _small_button()
        self._remove.clicked.connect(
            lambda: self._edit(mark("Remove class"), lambda s: s.without_class(k))
        )
        row(*self.controls(), within=self, gap=4, wide=self._slider)

    def show_state(self, state: LabState, style: Style) -> None:
        """Show this class of a state."""
        k, label, p = self._k, state.shown_labels[self._k], state.parameters.probabilities[self._k]
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
        colour = style.class_colour(self._k)
        self._dot.show_colour(colour)
        self._slider.show_colour(colour, style)
        for button in (self._lock, self._remove):
            button.setFixedSize(round(20 * style.unit), round(22 * style.unit))
            button.setIconSize(QSize(round(16 * style.unit), round(16 * style.unit)))
        self._label.setFixedWidth(round(LABEL_WIDTH * style.text_size))
        self._slider.setEnabled(not locked)
        self.box.setEnabled(not locked)
        self._lock.setChecked(locked)
        self._lock.setIcon(theme.icon("lock" if locked else "unlock", style.muted))
        self._remove.setIcon(theme.icon("remove", style.muted))
        self._remove.setEnabled(removable)
        for widget, what in (
            (self._dot, tr("Set {label} off in all plots, or no longer")),
            (self._label, tr("Name of {label}")),
            (self._slider, tr("Probability of {label}, slider")),
            (self.box, tr("Probability of {label}")),
            (self._lock, tr("Keep the probability of {label} while others move")),
            (self._remove, tr("Remove {label}")),
        ):
            widget.setAccessibleName(what.format(label=label))
        self._label.setToolTip(tip(label))
        for button in (self._dot, self._lock, self._remove):
            button.setToolTip(tip(button.accessibleName()))

    def controls(self) -> tuple[QWidget, ...]:
        """Return what can be reached with Tab, in order."""
        return self._dot, self._label, self._slider, self.box, self._lock, self._remove

    def discard(self) -> None:
        """Discard what is being typed, and end a drag."""
        self.box.discard()
        self._label.setModified(False)
        if self._slider.isSliderDown():
            self._slider.setSliderDown(False)

    def _move(self, p: float, run: str = "") -> None:
        k = self._k
        self._edit(mark("Change p"), lambda s: s.with_probability(k, min(p, s.room(k))), run=run)
        self._slider.show_number(self._store.state.parameters.probabilities[k])

    def _type(self, text: str) -> None:
        label = self._store.state.shown_labels[self._k]
        self._set(parse_number(tr("p of {label}", label=label), text))

    def _step(self, steps: int) -> None:
        now = self._store.state.parameters.probabilities[self._k]
        p = min(max(SCALE.moved(now, steps), 0.0), self._store.state.room(self._k))
        self._set(p, run=f"p {self._k}")

    def _set(self, p: float, run: str = "") -> None:
        self._store.edit(mark("Change p"), lambda s: s.with_probability(self._k, p), run=run)

    def _rename(self) -> None:
        if self._label.isModified():
            self._label.setModified(False)
            label = self._label.text()
            self._edit(mark("Name a class"), lambda s: s.with_label(self._k, label))
            self._label.setText(self._store.state.shown_labels[self._k])

    def _toggle_lock(self, locked: bool) -> None:
        self._edit(mark("Lock or unlock"), lambda s: s.with_lock(self._k, locked))


def _small_button(*, checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setObjectName("small")
    button.setCheckable(checkable)
    return button
