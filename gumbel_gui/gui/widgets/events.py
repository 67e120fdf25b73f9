"""Events: the wheel and the shortcuts that a control leaves to what is around it."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, QKeyCombination, Qt
from PyQt6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PyQt6.QtWidgets import QWidget


def wheel_with_focus(
    widget: QWidget, event: QWheelEvent | None, accept: Callable[[QWheelEvent | None], None]
) -> None:
    """Handle a turn of the wheel if the widget has the focus; otherwise let its parent scroll."""
    if widget.hasFocus():
        accept(event)
    elif event:
        event.ignore()


def leaves_to_window(event: QEvent | None, *, typing: bool) -> bool:
    """Leave a shortcut to the window that a line of text would otherwise handle itself.

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
