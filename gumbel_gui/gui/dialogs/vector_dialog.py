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
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.gui.widgets.labels import ErrorLabel, label
from gumbel_gui.gui.widgets.sentences import sentence_of
from gumbel_gui.language import tr


class VectorDialog(QDialog):
    """Asks for a vector; a text that cannot be read stays in place, with the reason below it.

    Attributes:
        probabilities: what was entered, once accepted.
    """

    def __init__(self, probabilities: Distribution, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.probabilities = probabilities
        self.setWindowTitle(tr("Type the vector"))
        self.setMinimumWidth(420)
        words = tr(
            "2 to 64 numbers, separated by commas or spaces (by semicolons, if the commas are "
            "decimal marks). They need not sum to 1."
        )
        hint = label("hint", words)
        hint.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Vector"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(96)
        self.weights = QRadioButton(tr("Probabilities or weights ≥ 0"))
        self.logits = QRadioButton(tr("Logits: p = softmax(logits)"))
        self.weights.setChecked(True)
        self._error = ErrorLabel(lines=2)
        self._show(probabilities)
        self.text.selectAll()
        self.text.textChanged.connect(self._check_again)
        self.logits.toggled.connect(self._convert)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (hint, self.text, self.weights, self.logits, self._error, buttons):
            layout.addWidget(widget)

    def accept(self) -> None:
        """Close only on a vector that can be used (Qt calls this)."""
        try:
            self.probabilities = self._read(logits=self.logits.isChecked())
        except ParameterError as error:
            self._error.show_sentence(sentence_of(error))
            self.text.setFocus()
            return
        super().accept()

    def _read(self, *, logits: bool) -> Distribution:
        """Return what the text means."""
        text = self.text.toPlainText()
        if text == self._shown[0]:
            return self._shown[1]  # the text is shorter than the numbers; they stay as they were
        numbers = parse_vector(text, "logits" if logits else "probabilities")
        return Distribution.from_logits(numbers) if logits else Distribution(numbers)

    def _show(self, p: Distribution) -> None:
        """Write a distribution in the reading that is chosen."""
        numbers = p.logs if self.logits.isChecked() else p
        text = ", ".join(f"{each:.10g}" for each in numbers).replace("-inf", "−∞")
        self._shown = text, p
        self.text.setPlainText(text)

    def _convert(self, logits: bool) -> None:
        """Write the same distribution in the other reading; what cannot be read stays."""
        try:
            self._show(self._read(logits=not logits))
        except ParameterError:
            self._check()

    def _check_again(self) -> None:
        """Follow the text with the sentence on what is wrong with it, if there is one."""
        if self._error.text():
            self._check()

    def _check(self) -> None:
        try:
            self._read(logits=self.logits.isChecked())
        except ParameterError as error:
            self._error.show_sentence(sentence_of(error))
        else:
            self._error.show_sentence("")
