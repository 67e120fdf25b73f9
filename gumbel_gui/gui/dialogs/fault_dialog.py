"""FaultDialog: errors that nobody caught, one or more, with their details to copy."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFontDatabase
from PyQt6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from gumbel_gui.gui.system.faults import Fault
from gumbel_gui.gui.widgets.labels import breakable, label
from gumbel_gui.gui.widgets.layouts import column
from gumbel_gui.language import tr

SIZE = 600, 380
MOST = 20
"""Errors whose details are shown."""
MARGIN, GAP = 14, 10


class FaultDialog(QDialog):
    """A window beside the other one, which can be used meanwhile; it is deleted when closed.

    Args:
        fault: the first error.
        log: in which errors are noted, if they are.
        parent: the window in front of which it is.
    """

    def __init__(self, fault: Fault, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("An unexpected error"))
        self._reports: list[str] = []
        self._sentence, self._after = label("title", ""), label("caption", "")
        for each in (self._sentence, self._after):
            each.setTextFormat(Qt.TextFormat.PlainText)
            each.setWordWrap(True)
        words = tr("You can go on. The details help those who mend the program.")
        if log:
            noted = tr("They are noted in {file}, unless it cannot be written to.", file=log)
            words = f"{words} {breakable(noted)}"
        self._after.setText(words)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setAccessibleName(tr("Details"))
        buttons = QDialogButtonBox()
        copy = buttons.addButton(tr("&Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(tr("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        assert copy is not None and close is not None  # noqa: PT018
        copy.clicked.connect(self._copy)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        parts = (self._sentence, self._after, self._details, buttons)
        layout = column(*parts, within=self, gap=GAP, wide=self._details)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.resize(*SIZE)
        self.add(fault)
        close.setFocus()

    def add(self, fault: Fault) -> None:
        """Show one more error."""
        if len(self._reports) < MOST:
            self._reports.append(fault.report)
            self._details.setPlainText("\n".join(self._reports))
        sentence = breakable(fault.sentence)
        if len(self._reports) > 1:
            more = tr("{n} different errors, the last of them:", n=len(self._reports))
            sentence = f"{more} {sentence}"
        self._sentence.setText(sentence)

    def _copy(self) -> None:
        clipboard = QApplication.clipboard()
        if clipboard:
            clipboard.setText(self._details.toPlainText())
