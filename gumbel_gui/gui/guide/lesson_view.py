"""LessonView: shows the parts of a lesson, which are Markdown, as a text that scrolls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PyQt6.QtCore import Qt
from PyQt6.QtGui import (
    QFont,
    QGuiApplication,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PyQt6.QtWidgets import QFrame, QTextBrowser, QWidget

from gumbel_gui.plots.look.fonts import CHINESE_FAMILIES, FAMILIES

LINE_HEIGHT = 135
"""Per cent of the font's own."""
AFTER_PARAGRAPH, BEFORE_HEADING, AFTER_HEADING = 6, 14, 3
MARGIN = 4
"""Pixels, as the three above."""
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
# PyQt's types take the value for a member.
_PROPORTIONAL: int = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value  # type: ignore[assignment]

_INDEXED = re.compile(r"(?<![^\W_])(?:[^\W\d_]|[∑∏]|argmax)_(ij|min|max|[^\W_])(?![^\W_])")
"""One letter, an underscore and an index, but no names such as stop_gradient."""


def use_fonts(widget: QWidget) -> None:
    """Add fonts with Chinese characters to those of a widget."""
    font = widget.font()
    font.setFamilies([*FAMILIES, *CHINESE_FAMILIES])
    widget.setFont(font)


@dataclass(frozen=True)
class Part:
    """A part of a lesson.

    Attributes:
        heading: in one line; may be empty in the first part.
        text: Markdown without headings.
        accented: whether the heading has the accent colour.
        quiet: whether the text is muted.
    """

    heading: str
    text: str
    accented: bool = False
    quiet: bool = False


class LessonView(QTextBrowser):
    """The parts of a lesson below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lesson")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._paper.setDocumentMargin(MARGIN)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show a lesson from its beginning."""
        headed = (
            f"### {part.heading}\n\n{part.text}" if part.heading else part.text for part in parts
        )
        self._paper.setMarkdown("\n\n".join(headed), _FEATURES)
        self.setAccessibleDescription(self._paper.toPlainText())
        for part, blocks in zip(parts, self._blocks(), strict=True):
            for block in blocks:
                _apply_look(block, part)
                _lower(block)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # or it is scrolled to when first shown

    def place(self) -> int:
        """Return how far it is scrolled, in pixels."""
        bar = self.verticalScrollBar()
        return bar.value() if bar else 0

    def go(self, place: int) -> None:
        """Scroll to a place."""
        if bar := self.verticalScrollBar():
            bar.setValue(place)

    def bring_into_view(self, part: int) -> None:
        """Scroll as little as shows all of a part, or its beginning if there is too little room."""
        layout, port = self._paper.documentLayout(), self.viewport()
        assert layout is not None
        assert port is not None
        blocks = list(self._blocks())[part]
        top = layout.blockBoundingRect(blocks[0]).top() - MARGIN
        bottom = layout.blockBoundingRect(blocks[-1]).bottom() + MARGIN
        self.go(min(max(self.place(), round(bottom) - port.height()), round(top)))

    @property
    def _paper(self) -> QTextDocument:
        document = self.document()
        assert document is not None
        return document

    def _blocks(self) -> Iterator[list[QTextBlock]]:
        """Return the paragraphs of each part, its heading first."""
        part: list[QTextBlock] = []
        block = self._paper.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and part:
                yield part
                part = []
            part.append(block)
            block = block.next()
        yield part


def _apply_look(block: QTextBlock, part: Part) -> None:
    heading = block.blockFormat().headingLevel() > 0
    shape = QTextBlockFormat()
    shape.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
    shape.setTopMargin(BEFORE_HEADING if heading else 0)
    shape.setBottomMargin(AFTER_HEADING if heading else AFTER_PARAGRAPH)
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(shape)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    # The application's: under a style sheet, a widget's own palette has no muted colour.
    roles, colours = QPalette.ColorRole, QGuiApplication.palette()
    letters = QTextCharFormat()
    if heading:
        letters.setForeground(
            colours.color(roles.Highlight if part.accented else roles.PlaceholderText)
        )
        letters.setFontWeight(QFont.Weight.Bold)
        letters.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        letters.setFontLetterSpacing(1)
        cursor.setCharFormat(letters)  # instead of the larger size that Markdown gives headings
    elif part.quiet:
        letters.setForeground(colours.color(roles.PlaceholderText))
        cursor.mergeCharFormat(letters)


def _lower(block: QTextBlock) -> None:
    """Show x_i with an index below the line."""
    index = QTextCharFormat()
    index.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    cursor = QTextCursor(block)
    for match in reversed(list(_INDEXED.finditer(block.text()))):  # from the end: it gets shorter
        start, end = (block.position() + place for place in match.span(1))
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(index)
        cursor.setPosition(start)
        cursor.deletePreviousChar()
