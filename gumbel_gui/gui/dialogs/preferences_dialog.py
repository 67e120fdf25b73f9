"""PreferencesDialog: the memory for draws."""

from __future__ import annotations

from PyQt6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from gumbel_gui.gui.state.settings import LEAST_MEMORY, MEMORY, MOST_MEMORY
from gumbel_gui.gui.widgets.choice import CountBox
from gumbel_gui.gui.widgets.labels import label
from gumbel_gui.language import tr


class PreferencesDialog(QDialog):
    """Asks how much memory draws may take."""

    def __init__(self, memory: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self._memory = CountBox()
        self._memory.setRange(LEAST_MEMORY, MOST_MEMORY)
        self._memory.setSingleStep(64)
        self._memory.setSuffix(" MiB")
        self._memory.setValue(memory)
        words = tr(
            "Noise that is kept need not be drawn again when p or t moves. A million draws of "
            "five classes take 40 MiB; what does not fit is drawn again from its seed, which "
            "gives the same draws, only later. Default: {default} MiB."
        )
        why = label("caption", words.format(default=MEMORY))
        why.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(tr("&Memory for draws"), self._memory)
        form.addRow(why)
        form.addRow(buttons)
        self.setMinimumWidth(420)

    @property
    def memory(self) -> int:
        """The memory in MiB."""
        return self._memory.value()
