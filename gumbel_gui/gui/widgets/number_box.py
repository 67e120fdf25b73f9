"""NumberBox: a box for a number that is typed or stepped; LabelEdit: a line of text."""

from __future__ import annotations

import math
from collections.abc import Callable

from PyQt6.QtCore import (  # type: ignore[attr-defined]  # it has no stub of pyqtProperty
    QEvent,
    QSize,
    Qt,
    pyqtProperty,
)
from PyQt6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QPalette, QValidator, QWheelEvent
from PyQt6.QtWidgets import (
    QAbstractSpinBox,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QStylePainter,
)

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.core.parsing import parse_number
from gumbel_gui.gui.widgets.error_bubble import ErrorBubble
from gumbel_gui.gui.widgets.events import leaves_to_window, wheel_with_focus
from gumbel_gui.gui.widgets.sentences import sentence_of

LARGEST = 1e300
"""Of the numbers that are taken where there is no limit."""
TEXT_MARGIN = 2
"""Pixels that QLineEdit leaves at both sides of its text."""


class NumberBox(QAbstractSpinBox):
    """A box for a number that is typed, or stepped with the arrow keys.

    Typing is never interrupted: a text is used once it is entered (Return, Tab, a click
    elsewhere). One that cannot be used stays in place after Return so that it can be corrected;
    Escape, or leaving the box, restores the old value.

    Args:
        name: for screen readers.
        commit: is given the text; raises ParameterError if it cannot be used.
        step: is given the number of steps up, or below 0 down.
        digits: how many must fit.
        limits: returns the least and the largest number that are taken.
    """

    def __init__(
        self,
        name: str,
        commit: Callable[[str], None],
        step: Callable[[int], None],
        digits: int = 8,
        limits: Callable[[], tuple[float, float]] = lambda: (-LARGEST, LARGEST),
    ) -> None:
        super().__init__()
        self._commit, self._step, self._digits, self._shown = commit, step, digits, ""
        self._limits = limits
        # Qt resets its own flag of a modified text before it signals that Return was pressed.
        self._typing = False
        self._error = ErrorBubble(self)
        self.setAccessibleName(name)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._edit.returnPressed.connect(self._enter)
        self._edit.textEdited.connect(self._note_typing)

    def show_text(self, text: str) -> None:
        """Show the present value, unless another one is being typed."""
        changed, self._shown = text != self._shown, text
        if not self._typing and (changed or self.property("wrong")):
            self._restore()
            if changed:
                self._error.show_sentence("")

    # Qt tells assistive technology these properties of a spin box, and sets the first one.
    @pyqtProperty(float)
    def value(self) -> float:
        """Return the number that is shown; NaN for several."""
        try:
            return parse_number("", "".join(self._shown.split()))
        except ParameterError:
            return math.nan

    @value.setter  # type: ignore[no-redef]
    def value(self, number: float) -> None:
        self._try(lambda: self._commit(f"{number:.15g}"))

    @pyqtProperty(float)  # type: ignore[untyped-decorator]
    def minimum(self) -> float:
        """Return the least number that is taken."""
        return self._limits()[0]

    @pyqtProperty(float)  # type: ignore[untyped-decorator]
    def maximum(self) -> float:
        """Return the largest number that is taken."""
        return self._limits()[1]

    @pyqtProperty(float)  # type: ignore[untyped-decorator]
    def stepSize(self) -> float:  # noqa: N802 (Qt's)
        """Return the least step, 0 for none."""
        return 0.0

    def discard(self) -> None:
        """Discard what is being typed."""
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
        wheel_with_focus(self, event, super().wheelEvent)

    def event(self, event: QEvent | None) -> bool:
        """Leave the window its shortcuts (Qt calls this)."""
        if leaves_to_window(event, typing=self._typing, selected=self._edit.hasSelectedText()):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Restore the old value on Escape (Qt calls this)."""
        if event and event.key() == Qt.Key.Key_Escape and self._typing:
            self._restore()
            self._error.show_sentence("")
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
    def error(self) -> str:
        """What is wrong with the last entry; empty if nothing is."""
        return self._error.accessibleName()

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
            self._error.show_sentence(sentence_of(error))
            return False
        self._mark(False)
        self._error.show_sentence("")
        return True

    def _restore(self) -> None:
        self._mark(False)
        if self._edit.text() != self._shown:
            self._edit.setText(self._shown)
            self._edit.setCursorPosition(0)
        self._typing = False

    def _note_typing(self) -> None:
        self._typing = True
        if self.property("wrong"):  # it is being corrected
            self._error.show_sentence("")
        self._mark(False)

    def _mark(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().polish(self)  # type: ignore[union-attr]


class LabelEdit(QLineEdit):
    """A line of text that leaves the window its shortcuts."""

    def event(self, event: QEvent | None) -> bool:
        """Leave the window its shortcuts (Qt calls this)."""
        if leaves_to_window(event, typing=self.isModified(), selected=self.hasSelectedText()):
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint a name that does not fit with dots, unless it is being edited (Qt calls this)."""
        option, style = QStyleOptionFrame(), self.style()
        self.initStyleOption(option)
        assert style is not None
        inside = style.subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        inside.adjust(TEXT_MARGIN, 0, -TEXT_MARGIN, 0)
        words, dots = self.text(), Qt.TextElideMode.ElideRight
        elided = self.fontMetrics().elidedText(words, dots, inside.width())
        if self.hasFocus() or elided == words:
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        side = Qt.AlignmentFlag.AlignVCenter | self.alignment()
        painter.drawItemText(
            inside, side.value, option.palette, self.isEnabled(), elided, QPalette.ColorRole.Text
        )
