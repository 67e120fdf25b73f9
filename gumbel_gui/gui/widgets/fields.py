"""Small controls that the editors are made of. Each shows what it is told and asks for edits."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from PyQt6.QtCore import QEvent, QKeyCombination, QSignalBlocker, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QValidator,
    QWheelEvent,
)
from PyQt6.QtWidgets import QAbstractSpinBox, QLabel, QLineEdit, QSizePolicy, QSlider, QWidget

from gumbel_gui.core.parameters import ParameterError

LONGEST_SENTENCE = 300


class NumberBox(QAbstractSpinBox):
    """A box for a number that is typed, or stepped with the arrow keys.

    Typing is never interrupted: a text counts once it is entered (Return, Tab, a click
    elsewhere). One that cannot be used stays in place after Return so that it can be corrected;
    Escape, or leaving the box, brings the old value back.

    Args:
        name: for screen readers.
        commit: is given the text; raises ParameterError if it cannot be used.
        step: is given how many steps up (or, below zero, down) were asked for.
        digits: how many must fit.

    Signals:
        rejected: the sentence about a text that cannot be used, or an empty text when all is well.
    """

    rejected = pyqtSignal(str)

    def __init__(
        self,
        name: str,
        commit: Callable[[str], None],
        step: Callable[[int], None],
        digits: int = 8,
    ) -> None:
        super().__init__()
        self._commit, self._step, self._digits, self._shown = commit, step, digits, ""
        # Qt forgets that a text is modified before it says that Return was pressed.
        self._typing = False
        self.setAccessibleName(name)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._edit.returnPressed.connect(self._enter)
        self._edit.textEdited.connect(self._note_typing)

    def show_text(self, text: str) -> None:
        """Show the value there is now, unless somebody is typing another one."""
        self._shown = text
        if not self._typing:
            self._restore()

    def forget(self) -> None:
        """Give up what is being typed: what it was meant for is no longer there."""
        self._restore()

    def validate(self, text: str | None, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed; it is read only when it is entered (Qt calls this)."""
        return QValidator.State.Acceptable, text or "", position

    def stepBy(self, steps: int) -> None:
        """Ask for steps (Qt calls this for arrow keys and the wheel)."""
        self._restore()
        self._try(lambda: self._step(steps))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Allow steps both ways (Qt asks this)."""
        flag = QAbstractSpinBox.StepEnabledFlag
        return flag.StepUpEnabled | flag.StepDownEnabled

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Change nothing without focus (Qt calls this)."""
        _wheel_with_focus(self, event, super().wheelEvent)

    def event(self, event: QEvent | None) -> bool:
        """Leave the window its shortcuts (Qt calls this)."""
        if leaves_to_window(event, typing=self._typing):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Let Escape bring the old value back (Qt calls this)."""
        if event and event.key() == Qt.Key.Key_Escape and self._typing:
            self._restore()
            self.rejected.emit("")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Enter what was typed (Qt calls this)."""
        self._enter()
        self._restore()
        super().focusOutEvent(event)

    def sizeHint(self) -> QSize:
        """Leave room for the digits (Qt asks this)."""
        width = self.fontMetrics().horizontalAdvance("0" * self._digits) + 20
        return QSize(width, super().sizeHint().height())

    minimumSizeHint = sizeHint

    @property
    def _edit(self):  # type: ignore[no-untyped-def]
        return self.lineEdit()

    def _enter(self) -> None:
        if self._typing:
            text = self._edit.text()
            if self._try(lambda: self._commit(text)):
                self._restore()

    def _try(self, action: Callable[[], None]) -> bool:
        try:
            action()
        except ParameterError as error:
            self._mark(True)
            self.rejected.emit(str(error))
            return False
        self._mark(False)
        self.rejected.emit("")
        return True

    def _restore(self) -> None:
        self._mark(False)
        if self._edit.text() != self._shown:
            self._edit.setText(self._shown)
            self._edit.setCursorPosition(0)
        self._typing = False

    def _note_typing(self) -> None:
        self._typing = True
        self._mark(False)

    def _mark(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().polish(self)  # type: ignore[union-attr]


class LabelEdit(QLineEdit):
    """A line of text that leaves the window its shortcuts."""

    def event(self, event: QEvent | None) -> bool:
        """Leave the window its shortcuts (Qt calls this)."""
        if leaves_to_window(event, typing=self.isModified()):
            return False
        return super().event(event)


class NumberSlider(QSlider):
    """A slider over numbers, on whatever scale its two functions give.

    Signals:
        moved: to a number, by the mouse or by a key; not when ``show_number`` moves it.
    """

    moved = pyqtSignal(float)

    def __init__(
        self,
        name: str,
        steps: int,
        to_number: Callable[[int], float],
        to_step: Callable[[float], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._to_number, self._to_step = to_number, to_step
        self._shown, self._pressed_at = 0.0, (-1, 0.0)
        self.setAccessibleName(name)
        self.setRange(0, steps)
        self.setPageStep(max(steps // 10, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(60)
        self.sliderPressed.connect(self._note_start)
        self.valueChanged.connect(self._emit_moved)

    def show_number(self, number: float) -> None:
        """Move to a number, or to the nearest end, without asking for an edit."""
        self._shown = number
        step = self._to_step(number)
        with QSignalBlocker(self):
            self.setValue(round(min(max(step, self.minimum()), self.maximum())))

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Change nothing without focus (Qt calls this)."""
        _wheel_with_focus(self, event, super().wheelEvent)

    def _note_start(self) -> None:
        self._pressed_at = self.value(), self._shown

    def _emit_moved(self, step: int) -> None:
        # Dragged back to where it was, to a pixel, it says the number that was there: the nearest
        # step is another one.
        at, number = self._pressed_at
        pixel = self.maximum() / max(self.width(), 1)
        back = self.isSliderDown() and abs(step - at) <= pixel
        self.moved.emit(number if back else self._to_number(step))


def linear_scale(steps: int) -> tuple[Callable[[int], float], Callable[[float], float]]:
    """Return the functions of a slider from 0 to 1."""
    return lambda step: step / steps, lambda number: number * steps


def log_scale(
    low: float, high: float, steps: int
) -> tuple[Callable[[int], float], Callable[[float], float]]:
    """Return the functions of a slider from low to high with equal ratios."""
    span = math.log(high / low)
    return (
        lambda step: low * math.exp(span * step / steps),
        lambda number: math.log(number / low) / span * steps if number > 0 else -math.inf,
    )


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it does not fit; the tooltip has the rest."""

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint as much as fits (Qt calls this)."""
        painter = QPainter(self)
        right = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), right, self.width())
        painter.drawText(self.rect(), self.alignment().value, shown)

    def minimumSizeHint(self) -> QSize:
        """Allow any width (Qt asks this)."""
        return QSize(20, super().minimumSizeHint().height())


class StableLabelBox(QWidget):
    """Keeps a label in place, so that a new text in it does not lay out the whole window anew.

    A label in a layout asks for that at each text, and there are several with each frame of a drag.
    """

    def __init__(self, label: QLabel) -> None:
        super().__init__()
        self._label = label
        label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Give the label all room there is (Qt calls this)."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())

    def sizeHint(self) -> QSize:
        """Ask for the height of one line (Qt asks this)."""
        return QSize(20, self._label.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Allow any width (Qt asks this)."""
        return self.sizeHint()


class ErrorLabel(QLabel):
    """The place beside a field for the sentence about bad input; takes no room when empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "error")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence, or hide if it is empty."""
        self.setAccessibleName(sentence)
        if len(sentence) > LONGEST_SENTENCE:  # its end says what is allowed
            sentence = f"{sentence[:140]} … {sentence[-150:]}"
        # Zero-width spaces let a long typed text break over lines instead of widening the column.
        self.setText(re.sub(r"\S{20}", "\\g<0>\u200b", sentence))
        self.setVisible(bool(sentence))


def leaves_to_window(event: QEvent | None, *, typing: bool) -> bool:
    """Give a shortcut to the window that a line of text would keep for itself.

    Text fields claim Ctrl+E (on X11 it moves to the end of the line), and Undo and Redo even
    where nothing was typed.
    """
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    standard = QKeySequence.StandardKey
    history = event.matches(standard.Undo) or event.matches(standard.Redo)
    export = event.keyCombination() == QKeyCombination(
        Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E
    )
    if export or (history and not typing):
        event.ignore()
        return True
    return False


def _wheel_with_focus(
    widget: QWidget, event: QWheelEvent | None, accept: Callable[[QWheelEvent | None], None]
) -> None:
    if widget.hasFocus():
        accept(event)
    elif event:
        event.ignore()
