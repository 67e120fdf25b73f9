"""TemperatureEditor: a logarithmic slider over common values, a box for any t ≥ 0, annealing."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QObject, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QToolButton, QWidget

from gumbel_gui.gui.controls.parameter_box import ParameterBox, ParameterSlider
from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.buttons import SteadyButton
from gumbel_gui.gui.widgets.labels import label
from gumbel_gui.gui.widgets.number_slider import log_scale, with_zero
from gumbel_gui.language import mark, tr

TITLE = mark("TEMPERATURE t")
SCALE = with_zero(log_scale(0.01, 100.0, 400))
PRESETS = (0.0, 0.1, 0.5, 1.0, 5.0, 100.0)
TICK = 4
"""Pixels of the line between slider and number."""


class TemperatureEditor(QFrame):
    """One line for t, in the same place in every view: box, slider, and a button that anneals it.

    Signals:
        moved: t is another than it was when this was made, and no longer held by the mouse.
    """

    moved = pyqtSignal()

    def __init__(self, store: Store, annealing: Playback) -> None:
        super().__init__()
        self.setObjectName("card")
        self._store, self._annealing, name = store, annealing, tr("Temperature")
        self._first = store.state.parameters.temperature
        box = ParameterBox(store, "temperature", name, _short, 10, scale=SCALE)
        box.setToolTip(tr("Any number of 0 or more; 0 is the exact one-hot limit"))
        self._slider = ParameterSlider(box)
        self._slider.setObjectName("temperature")
        self._anneal = SteadyButton((tr("Pause"), tr("Anneal")))
        self._anneal.setToolTip(tr("Let t fall along the schedule of the Temperature view"))
        self._anneal.setAutoDefault(True)  # Return presses it, as Space does
        self._anneal.clicked.connect(annealing.toggle)
        annealing.changed.connect(self._show_running)
        self._show_running()
        self._line = label("line")
        self._line.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(11, 5, 11, 3)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._line, 0, 0, 1, 3)
        grid.addWidget(label("section", tr(TITLE)), 1, 0)
        grid.addWidget(box, 2, 0)
        grid.addWidget(self._slider, 1, 1)
        self._box, ticks = box, Ticks(self._slider, box)
        self._ticks = ticks.findChildren(QToolButton)
        grid.addWidget(ticks, 2, 1)
        grid.addWidget(self._anneal, 1, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        store.changed.connect(self._look_whether_moved)
        self._slider.sliderReleased.connect(self._look_whether_moved)

    def take_focus(self) -> None:
        """Let the arrow keys move t."""
        self._slider.setFocus()

    def focus_order(self) -> list[QWidget]:
        """Return what can be reached with Tab, in order."""
        return [self._slider, self._box, *self._ticks, self._anneal]

    def show_line(self, text: str) -> None:
        """Show one line above the slider, or none."""
        self._line.setText(text)
        self._line.setVisible(bool(text))

    def _look_whether_moved(self) -> None:
        another = self._store.state.parameters.temperature != self._first
        if another and not self._slider.isSliderDown():  # or the line that goes would move it
            self.moved.emit()

    def _show_running(self) -> None:
        running = self._annealing.running
        self._anneal.setText(tr("Pause") if running else tr("Anneal"))
        self._anneal.setAccessibleName(
            tr("Pause the temperature") if running else tr("Anneal the temperature")
        )


def shown_preset(t: float) -> str:
    """Return what the button of a common value of t says."""
    return f"{t:g}"


class Ticks(QWidget):
    """Common values below their places on a slider; pressing one sets it."""

    def __init__(self, slider: ParameterSlider, box: ParameterBox) -> None:
        super().__init__()
        self._slider = slider
        self._buttons: dict[float, QToolButton] = {}
        for t in PRESETS:
            button = QToolButton(self)
            button.setObjectName("tick")
            button.setText(shown_preset(t))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(tr("Temperature {t}", t=shown_preset(t)))
            button.setToolTip(tr("Set t = {t}", t=shown_preset(t)))
            button.clicked.connect(lambda _, t=t: box.set(t))
            self._buttons[t] = button
        slider.installEventFilter(self)  # the places are its own
        self._ends = label("hint", tr("one-hot")), label("hint", tr("all alike"))
        for end in self._ends:
            end.setParent(self)

    def sizeHint(self) -> QSize:
        """Leave room for the numbers, and for words between some of them (Qt asks this)."""
        height = TICK + next(iter(self._buttons.values())).sizeHint().height()
        return QSize(350, height)

    def minimumSizeHint(self) -> QSize:
        """Allow to be narrower (Qt asks this)."""
        return QSize(60, self.sizeHint().height())

    def eventFilter(self, slider: QObject | None, event: QEvent | None) -> bool:
        """Follow the slider (Qt calls this)."""
        if event and event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._place()
        return super().eventFilter(slider, event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Follow the size of the text (Qt calls this)."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put each number below its place."""
        right = -1
        for t, button in self._buttons.items():
            size = button.sizeHint()
            left = round(self._slider.x_of(t) - size.width() / 2)
            left = min(max(left, 0), self.width() - size.width())
            button.setGeometry(left, TICK, size.width(), size.height())
            button.setVisible(left > right)
            right = button.geometry().right() if left > right else right
        first, second, *_, before, last = self._buttons.values()
        low, high = self._ends
        for end in self._ends:
            end.resize(end.sizeHint().width(), first.height())
        low.move(first.geometry().right() + 3, TICK)
        high.move(last.x() - high.width() - 3, TICK)
        low.setVisible(low.geometry().right() < second.x())
        high.setVisible(high.x() > before.geometry().right())

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint a short line at each place (Qt calls this)."""
        painter = QPainter(self)
        painter.setPen(self.palette().placeholderText().color())
        for t in self._buttons:
            x = round(self._slider.x_of(t))
            painter.drawLine(x, 0, x, TICK - 1)


def _short(t: float) -> str:
    """Return t with all its digits, if they fit."""
    exact = f"{t:.15g}"
    return exact if len(exact) <= 9 else f"{t:.4g}"
