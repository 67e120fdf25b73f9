"""NumberSlider: a slider over numbers, on a scale; and the scales."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PyQt6.QtCore import QPointF, QRect, QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtGui import QMouseEvent, QWheelEvent
from PyQt6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from gumbel_gui.gui.widgets.events import wheel_with_focus

MOST_STEPS = 10**6
FACTOR = 10 ** (1 / 20)
"""By which one step of a box changes a number on a logarithmic scale."""

FINEST = -5
"""Power of ten by which a step of a box changes a small share."""


class Scale(NamedTuple):
    """Numbers at the positions 0 … ``steps`` of a slider.

    Attributes:
        to_number: returns the number at a position.
        to_step: returns the position of a number, which may be a fraction or lie beyond the ends.
        moved: returns a number some steps of a box further on, which may lie beyond the ends.
    """

    steps: int
    to_number: Callable[[int], float]
    to_step: Callable[[float], float]
    moved: Callable[[float, int], float]


def linear_scale(low: float, high: float, steps: int) -> Scale:
    """Return a scale with equal differences, in as many decimals as tell neighbours apart."""
    span = high - low
    digits = max(-math.floor(math.log10(span / steps)), 0)
    return Scale(
        steps,
        lambda step: round(low + span * step / steps, digits),
        lambda number: (number - low) / span * steps,
        lambda number, moves: round(number + moves * 10.0 ** (1 - digits), 6),
    )


def log_scale(low: float, high: float, steps: int, snap: int = 0) -> Scale:
    """Return a scale with equal ratios, in three digits.

    Args:
        low: above 0; a step up from 0 leads here.
        high: the other end.
        steps: the last position.
        snap: how many positions on either side of 1, which often changes nothing, stand for 1.
    """
    span = math.log(high / low)

    def to_step(number: float) -> float:
        return math.log(number / low) / span * steps if number > 0 else -math.inf

    def to_number(step: int) -> float:
        near = abs(step - to_step(1)) <= snap
        return 1.0 if near else float(f"{low * math.exp(span * step / steps):.3g}")

    def moved(number: float, moves: int) -> float:
        if number == 0:
            return low if moves > 0 else 0.0
        return float(f"{number * FACTOR**moves:.3g}")

    return Scale(steps, to_number, to_step, moved)


def with_zero(scale: Scale) -> Scale:
    """Return a scale with one more position, for 0, before the others."""
    return Scale(
        scale.steps + 1,
        lambda step: scale.to_number(step - 1) if step > 0 else 0.0,
        lambda number: scale.to_step(number) + 1,
        scale.moved,
    )


def root_scale(steps: int) -> Scale:
    """Return a scale of shares from 0 to 1 that is fine near 0: positions are square roots.

    Shares have four digits; a step of a box changes the second one, by 0.01 at most.
    """

    def moved(share: float, moves: int) -> float:
        power = math.floor(math.log10(max(share, 10.0**FINEST))) - 1
        return round(share + moves * 10.0 ** min(max(power, FINEST), -2), 9)

    return Scale(
        steps,
        lambda step: float(f"{(step / steps) ** 2:.4g}"),
        lambda share: math.sqrt(max(share, 0.0)) * steps,
        moved,
    )


def whole_scale(low: int, high: int) -> Scale:
    """Return a scale of whole numbers: all of them, as far as a slider has as many positions."""
    span = high - low
    steps = min(span, MOST_STEPS)
    return Scale(
        steps,
        lambda step: float(round(low + span * step / max(steps, 1))),
        lambda number: (number - low) / max(span, 1) * steps,
        lambda number, moves: number + moves,
    )


def stop_scale(stops: Sequence[float]) -> Scale:
    """Return a scale of some numbers > 0, in ascending order."""
    last = len(stops) - 1

    def to_step(number: float) -> int:
        return min(range(len(stops)), key=lambda i: abs(stops[i] - number) / stops[i])

    def moved(number: float, moves: int) -> float:
        target = stops[min(max(to_step(number) + moves, 0), last)]
        return target if (target - number) * moves > 0 else number

    return Scale(last, lambda step: stops[step], to_step, moved)


class NumberSlider(QSlider):
    """A slider over the numbers of a scale; its accessible description is the number shown.

    Signals:
        moved: to a number, by the mouse or by a key; not when ``show_number`` moves it.
    """

    moved = pyqtSignal(float)

    def __init__(self, name: str, scale: Scale) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._shown, self._pressed_at = 0.0, (-1, 0.0)
        self.setAccessibleName(name)
        self.set_scale(scale)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(60)
        self.sliderPressed.connect(self._note_start)
        self.valueChanged.connect(self._emit_moved)

    def set_scale(self, scale: Scale) -> None:
        """Change the scale, for the next number that is shown."""
        self._scale = scale
        with QSignalBlocker(self):
            self.setRange(0, scale.steps)
        self.setPageStep(max(scale.steps // 10, 1))

    def show_number(self, number: float) -> None:
        """Move to a number, or to the nearest end, without asking for an edit."""
        self._shown = number
        # Qt tells assistive technology the position, and PyQt has no way to change that.
        self.setAccessibleDescription(f"{number:.6g}")
        step = self._scale.to_step(number)
        with QSignalBlocker(self):
            self.setValue(round(min(max(step, self.minimum()), self.maximum())))

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Let a click in the groove move the handle there, from where it can be dragged (Qt's)."""
        handle = self._part(QStyle.SubControl.SC_SliderHandle)
        left = event is not None and event.button() == Qt.MouseButton.LeftButton
        if event is None or not left or handle.contains(event.position().toPoint()):
            super().mousePressEvent(event)
            return
        before, x = self.value(), event.position().x()
        with QSignalBlocker(self):
            self.setValue(self._step_at(x, handle.width()))
        # Qt is told of a click on the handle, wherever above or below it that was.
        centre = QPointF(self._part(QStyle.SubControl.SC_SliderHandle).center())
        buttons, modifiers = event.buttons(), event.modifiers()
        place, button = event.globalPosition(), event.button()
        kind = QMouseEvent(event.type(), centre, place, button, buttons, modifiers)
        super().mousePressEvent(kind)
        self._pressed_at = before, self._shown
        self._emit_moved(self.value())

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Change nothing without focus (Qt calls this)."""
        wheel_with_focus(self, event, super().wheelEvent)

    def _part(self, part: QStyle.SubControl) -> QRect:
        option, style = QStyleOptionSlider(), self.style()
        assert style is not None
        self.initStyleOption(option)
        return style.subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)

    def x_of(self, number: float) -> float:
        """Return the pixel at which the middle of the handle is for a number."""
        groove = self._part(QStyle.SubControl.SC_SliderGroove)
        handle = self._part(QStyle.SubControl.SC_SliderHandle).width()
        share = min(max(self._scale.to_step(number) / max(self._scale.steps, 1), 0.0), 1.0)
        return groove.left() + handle / 2 + share * (groove.width() - handle)

    def _step_at(self, x: float, handle: int) -> int:
        """Return the step at which the middle of the handle is at this pixel."""
        groove = self._part(QStyle.SubControl.SC_SliderGroove)
        room = groove.width() - handle
        left = round(x - handle / 2 - groove.left())
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), left, room)

    def _note_start(self) -> None:
        self._pressed_at = self.value(), self._shown

    def _emit_moved(self, step: int) -> None:
        # A slider that is dragged back to where it was, to a pixel, gives the number that was
        # there: the one of the nearest step differs.
        at, number = self._pressed_at
        pixel = self.maximum() / max(self.width(), 1)
        back = self.isSliderDown() and abs(step - at) <= pixel
        self.moved.emit(number if back else self._scale.to_number(step))
