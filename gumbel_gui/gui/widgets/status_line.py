"""StatusLine: the line below everything: draws, messages for a while, progress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtWidgets import QLabel, QProgressBar, QStatusBar

from gumbel_gui.gui.widgets.buttons import push_button
from gumbel_gui.gui.widgets.labels import StableLabelBox
from gumbel_gui.language import tr

MESSAGE_MS, FILE_MS = 5_000, 20_000
"""How long a message stays; one with a button is to be read and used."""
PROGRESS_STEPS = 1000


class StatusLine(QStatusBar):
    """Shows how many draws there are, unless there is a message.

    A message stays until the next one, ``end_message``, or for a while.

    Args:
        show_file: shows a file in its folder.
    """

    def __init__(self, show_file: Callable[[Path], None]) -> None:
        super().__init__()
        self._draws, self._file = "", Path()
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._while = QTimer(self)
        self._while.setSingleShot(True)
        self._while.timeout.connect(self.end_message)
        self._in_folder = push_button(
            tr("Show in folder"),
            tr("Show the saved file in its folder"),
            lambda: show_file(self._file),
        )
        self._in_folder.hide()
        self._progress = QProgressBar()
        self._progress.setRange(0, PROGRESS_STEPS)
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(180, 10)
        self._progress.setAccessibleName(tr("Share of the draws that are done"))
        self._progress.hide()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(0, 0, 12, 0)
        self.addWidget(StableLabelBox(self._label), 1)
        self.addPermanentWidget(self._in_folder)
        self.addPermanentWidget(self._progress)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._label.text()

    def show_draws(self, text: str) -> None:
        """Show how many draws there are, once there is no message."""
        self._draws = text
        if not self._while.isActive():
            self._label.setText(text)

    def say_instead(self, sentence: str) -> None:
        """Show a sentence in the place of the draws at once."""
        self._draws = sentence
        self.end_message()

    def show_message(self, text: str, file: Path | None = None) -> None:
        """Show a message, and a way to a file that was saved.

        Args:
            text: an empty one leaves what is there.
            file: that the text is about, if it is about one.
        """
        if text:
            self._label.setText(text)
            self._file = file or self._file
            self._in_folder.setVisible(file is not None)
            self._while.start(FILE_MS if file else MESSAGE_MS)

    def end_message(self) -> None:
        """Show the draws again."""
        self._while.stop()
        self._in_folder.hide()
        self._label.setText(self._draws)

    def show_progress(self, share: float | None) -> None:
        """Show how much of the draws is done, or nothing."""
        self._progress.setVisible(share is not None)
        if share is not None:
            self._progress.setValue(round(PROGRESS_STEPS * share))
