"""Copying: the text that is selected in any widget."""

from __future__ import annotations

from PyQt6.QtWidgets import QAbstractSpinBox, QLabel, QLineEdit, QTextEdit, QWidget


def selected_text(widget: QWidget | None) -> str:
    """Return the text that is selected in a widget; empty if there is none."""
    if isinstance(widget, QAbstractSpinBox):
        widget = widget.lineEdit()
    if isinstance(widget, QLineEdit | QLabel):
        return widget.selectedText()
    if isinstance(widget, QTextEdit):
        return widget.textCursor().selection().toPlainText()
    return ""
