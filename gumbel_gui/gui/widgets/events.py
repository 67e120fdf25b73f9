"""Events: the wheel and the shortcuts that a control leaves to what is around it."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, QKeyCombination, Qt
from PyQt6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PyQt6.QtWidgets import QAbstractScrollArea, QWidget


def wheel_with_focus(
    widget: QWidget, event: QWheelEvent | None, accept: Callable[[QWheelEvent | None], None]
) -> None:
    """Handle a turn of the wheel if the widget has the focus and nothing around it scrolls."""
    if widget.hasFocus() and not _scrolls(widget.parentWidget()):
        accept(event)
    elif event:
        event.ignore()


def _scrolls(around: QWidget | None) -> bool:
    while around is not None:
        bar = around.verticalScrollBar() if isinstance(around, QAbstractScrollArea) else None
        if bar is not None and bar.maximum() > bar.minimum():
            return True
        around = around.parentWidget()
    return False


def leaves_to_window(event: QEvent | None, *, typing: bool, selected: bool) -> bool:
    """Leave a shortcut to the window that a line of text would otherwise handle itself.

    Text fields claim Ctrl+E (on X11 it moves to the end of the line), Undo and Redo even where
    nothing was typed, and Copy even where nothing is selected.
    """
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    standard = QKeySequence.StandardKey
    history = event.matches(standard.Undo) or event.matches(standard.Redo)
    export = event.keyCombination() == QKeyCombination(
        Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E
    )
    copy = event.matches(standard.Copy)
    if export or (history and not typing) or (copy and not selected):
        event.ignore()
        return True
    return False
