"""Labels: styled, elided, of a fixed height, and for errors."""

from __future__ import annotations

import re
from html import escape

from PyQt6.QtCore import QEvent, QSize, Qt
from PyQt6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QLabel, QSizePolicy, QWidget

LONGEST_ERROR = 300
NO_BREAK, JOINER = "\u00a0", "\u2060"
TIED = 6
"""Letters at the end of a sentence that stay together."""


def label(role: str, text: str = "") -> QLabel:
    """Return a label in the look that the style sheet gives to a role."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)  # it may hold what was typed
    made.setProperty("role", role)
    return made


def breakable(text: str) -> str:
    """Return a text in which long words, such as paths, may break over lines."""
    return re.sub(r"\S{20}", "\\g<0>\u200b", text)


def tied(text: str) -> str:
    """Return a text whose last letters stay on one line: no line has one letter alone."""
    before, end = text[:-TIED], text[-TIED:]
    if " " in end:
        return before + end.replace(" ", NO_BREAK)
    return before + end[:-3] + JOINER.join(end[-3:])  # words of Chinese may break anywhere


def tip(text: str) -> str:
    """Return a tooltip that shows a text as it is: Qt takes one with tags for HTML."""
    if "<" not in text:
        return text
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it does not fit; the tooltip has the rest."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint as much as fits (Qt calls this)."""
        painter = QPainter(self)
        right = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), right, self.width())
        painter.drawText(self.rect(), self.alignment().value, shown)

    def minimumSizeHint(self) -> QSize:
        """Allow any width (Qt asks this)."""
        return QSize(20, super().minimumSizeHint().height())


class Sentence(QLabel):
    """Text over lines that can be selected by mouse; a new one is shown without delay.

    A label whose text can be selected lays it out as a document, which takes long and paints it
    twice: it is one from where the mouse is pressed on it until it has another text.
    """

    def __init__(self, role: str) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)  # it may hold what was typed
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def setText(self, text: str | None) -> None:  # noqa: N802 (Qt's)
        """Show a text, if it is another one."""
        if text != self._whole:
            self._whole = text or ""
            self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            super().setText(tied(self._whole))
            self.setAccessibleName(self._whole)

    def text(self) -> str:
        """Return what is shown, as it was set."""
        return self._whole

    def selectedText(self) -> str:  # noqa: N802 (Qt's)
        """Return what is selected, as it was set."""
        return super().selectedText().replace(NO_BREAK, " ").replace(JOINER, "")

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Let the text be selected (Qt calls this)."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


class StableLabelBox(QWidget):
    """Holds a label of a fixed height, so that a new text does not lay out the whole window again.

    A label in a layout requests that at each text, and there are several in each frame of a drag.
    """

    def __init__(self, label: QLabel) -> None:
        super().__init__()
        self._label = label
        label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Give the label all room there is (Qt calls this)."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())

    def sizeHint(self) -> QSize:
        """Ask for the height of one line (Qt asks this)."""
        return QSize(20, self._label.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Allow any width (Qt asks this)."""
        return self.sizeHint()


class ErrorLabel(QLabel):
    """The error message beside a field.

    Args:
        parent: of the label.
        lines: that have room while there is none, so that nothing moves when one comes.
    """

    ROLE = "error"

    def __init__(self, parent: QWidget | None = None, *, lines: int = 0) -> None:
        super().__init__(parent)
        self._lines = lines
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setRetainSizeWhenHidden(lines > 0)
        self.setProperty("role", self.ROLE)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(policy)
        self.hide()

    def changeEvent(self, event: QEvent | None) -> None:
        """Keep room for the lines in any font (Qt calls this)."""
        super().changeEvent(event)
        self.setMinimumHeight(self._lines * self.fontMetrics().lineSpacing())

    def show_hint(self, hint: str) -> None:
        """Show what is not an error in its place."""
        self._look("hint")
        self.setAccessibleName("")
        self.setText(hint)
        self.setVisible(bool(hint))

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence, or hide if it is empty."""
        self._look(self.ROLE)
        self.setAccessibleName(sentence)
        if len(sentence) > LONGEST_ERROR:  # its end says what is allowed
            sentence = f"{sentence[:140]} … {sentence[-150:]}"
        self.setText(breakable(sentence))
        self.setVisible(bool(sentence))

    def _look(self, role: str) -> None:
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().polish(self)  # type: ignore[union-attr]
