"""StatusBar: what was done last, where a file was saved, and how much of the draws is done."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel, QProgressBar, QStatusBar

from gumbel_gui.gui.system.folders import show_in_folder
from gumbel_gui.gui.widgets.buttons import push_button
from gumbel_gui.gui.widgets.labels import StableLabelBox
from gumbel_gui.language import tr

PROGRESS_STEPS = 1000


class StatusBar(QStatusBar):
    """One line with a sentence, and at its end a button and a bar when they are needed."""

    def __init__(self) -> None:
        super().__init__()
        self._message, self._file = QLabel(), Path()
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._in_folder = push_button(
            tr("Show in folder"),
            tr("Show the saved file in its folder"),
            lambda: show_in_folder(self._file),
        )
        self._in_folder.hide()
        self._progress = progress = QProgressBar()
        progress.setRange(0, PROGRESS_STEPS)
        progress.setTextVisible(False)
        progress.setFixedSize(180, 10)
        progress.setAccessibleName(tr("Share of the draws that are done"))
        progress.hide()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(0, 0, 12, 0)
        self.addWidget(StableLabelBox(self._message), 1)
        self.addPermanentWidget(self._in_folder)
        self.addPermanentWidget(progress)

    def show_status(self, text: str, file: Path | None = None) -> None:
        """Show a text, and a way to a file that was saved; see ``MainWindow.show_status``."""
        if text:
            self._message.setText(text)
            self._file = file or self._file
            self._in_folder.setVisible(file is not None)

    def show_progress(self, share: float | None) -> None:
        """Show how much of the draws is done, or nothing."""
        self._progress.setVisible(share is not None)
        if share is not None:
            self._progress.setValue(round(PROGRESS_STEPS * share))
