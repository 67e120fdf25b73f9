"""VectorDialog: type or paste the whole vector, as probabilities, weights or logits."""

from __future__ import annotations

from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.core.parsing import parse_vector
from gumbel_gui.core.probabilities import normalise, softmax
from gumbel_gui.gui.widgets.labels import ErrorLabel, label


class VectorDialog(QDialog):
    """Asks for a vector; a text that cannot be read stays in place, with the reason below it.

    Attributes:
        probabilities: what was entered, once accepted.
    """

    def __init__(self, probabilities: tuple[float, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.probabilities = probabilities
        self.setWindowTitle(self.tr("Type the vector"))
        self.setMinimumWidth(420)
        words = self.tr(
            "2 to 64 numbers, separated by commas or spaces (by semicolons, if the commas are "
            "decimal marks). They need not sum to 1."
        )
        hint = label("hint", words)
        hint.setWordWrap(True)
        self.text = QPlainTextEdit(", ".join(f"{p:.10g}" for p in probabilities))
        self._unchanged = self.text.toPlainText()
        self.text.setAccessibleName(self.tr("Vector"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(96)
        self.text.selectAll()
        self.weights = QRadioButton(self.tr("Probabilities or weights ≥ 0"))
        self.logits = QRadioButton(self.tr("Logits: p = softmax(logits)"))
        self.weights.setChecked(True)
        self._error = ErrorLabel()
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (hint, self.text, self.weights, self.logits, self._error, buttons):
            layout.addWidget(widget)

    def accept(self) -> None:
        """Close only on a vector that can be used (Qt calls this)."""
        logits = self.logits.isChecked()
        if self.text.toPlainText() == self._unchanged and not logits:
            super().accept()  # the text is shorter than the numbers; they stay as they were
            return
        try:
            numbers = parse_vector(self.text.toPlainText(), "logits" if logits else "probabilities")
            self.probabilities = softmax(numbers) if logits else normalise(numbers)
        except ParameterError as error:
            self._error.show_sentence(str(error))
            layout = self.layout()
            assert layout is not None
            needed = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), needed))
            self.text.setFocus()
            return
        super().accept()
