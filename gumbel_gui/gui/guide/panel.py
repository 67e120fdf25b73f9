"""The guide: a panel beside the plots, in short steps and in the language of the window.

What the steps do is in ``progress``.
"""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import QEvent, QPointF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QGuiApplication,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QShortcut,
)
from PyQt6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from gumbel_gui.gui.guide.lesson_view import MARGIN, LessonView, Part, use_fonts
from gumbel_gui.gui.guide.lessons import COUNT, Lesson, lesson, spoken_language
from gumbel_gui.gui.guide.names import with_names
from gumbel_gui.gui.guide.progress import GuideProgress
from gumbel_gui.gui.widgets.labels import label
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.language import tr

WIDTH, LEAST_WIDTH = 300, 240
DOT, DOT_PITCH = 7, 11
INDENT = MARGIN + 2  # as far in as the text, which has a border
"""Pixels, as the width."""
SEEN = 3
"""Which part of a lesson has the explanation."""


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    """Return a row, in line with the text, whose first widget takes the room that is left."""
    layout = row(first, *others, gap=6, wide=first)
    layout.setContentsMargins(INDENT, 0, INDENT, 0)
    return layout


def _name(widget: QWidget, name: str) -> None:
    widget.setAccessibleName(name)
    widget.setToolTip(name)


class Dots(QWidget):
    """A dot for each step: full if it was tried, with a ring if it is the current one."""

    def __init__(self, progress: GuideProgress) -> None:
        super().__init__()
        self._progress = progress
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Ask for room for all dots and a ring (Qt asks this)."""
        return QSize(COUNT * DOT_PITCH, DOT + 6)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Go to the step whose dot is clicked (Qt calls this)."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            number = int(event.position().x() // DOT_PITCH) + 1
            self._progress.go(min(max(number, 1), COUNT))

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint the dots (Qt calls this)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QGuiApplication.palette().color(QPalette.ColorRole.Highlight)
        muted = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        for number in range(1, COUNT + 1):
            here, tried = number == self._progress.number, number in self._progress.tried_steps
            painter.setPen(QPen(accent if here or tried else muted, 2 if here else 1))
            painter.setBrush(accent if tried else Qt.BrushStyle.NoBrush)
            radius = DOT / 2 + (1 if here else -0.5)
            centre = QPointF((number - 0.5) * DOT_PITCH, self.height() / 2)
            painter.drawEllipse(centre, radius, radius)


class GuidePanel(QFrame):
    """The panel: title, dots, lesson and buttons.

    Signals:
        closed: the reader closed it, or finished.

    Args:
        progress: the current step, and those that were tried.
    """

    closed = pyqtSignal()

    def __init__(self, progress: GuideProgress) -> None:
        super().__init__()
        self._progress = progress
        self._shown: tuple[int, bool] | None = None
        self.setObjectName("guide")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(WIDTH)
        self._step, self._title, self._dots = label("caption"), label("title"), Dots(progress)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._text = LessonView()
        head = self._make_head(), _row(self._step, self._dots), _row(self._title)
        layout = column(*head, self._text, self._make_foot(), within=self, gap=7, wide=self._text)
        layout.setContentsMargins(7, 8, 7, 10)
        for key, action in (("Alt+Left", progress.back), ("Alt+Right", self._go_on)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)  # a key held down must not run through all steps
            shortcut.activated.connect(action)
        for widget in (self, *self.findChildren(QWidget)):
            use_fonts(widget)
        progress.changed.connect(self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Ask for its full width (Qt asks this); where the plots need the room it is narrower."""
        return QSize(WIDTH, super().sizeHint().height())

    def refresh(self) -> None:
        """Show the current step."""
        before, now = self._shown, (self._progress.number, self._progress.tried)
        self._shown = now
        self._name_controls()
        place, text = self._text.place(), lesson(now[0], spoken_language())
        self._title.setText(text.title)
        self._text.setAccessibleName(f"{self._step.text()}: {text.title}")
        self._text.show_parts(self._parts(text))
        if before is None or before[0] != now[0]:
            self._text.go(0)
            return
        self._text.go(place)
        if self._progress.tried and not before[1]:
            self._text.bring_into_view(SEEN)

    def take_focus(self) -> None:
        """Give the focus to the text: arrow keys scroll it, Tab leads to the buttons."""
        self._text.setFocus()

    def changeEvent(self, event: QEvent | None) -> None:
        """Take on other colours (Qt calls this)."""
        super().changeEvent(event)
        if event and event.type() == QEvent.Type.PaletteChange and self._shown:
            self.refresh()

    def _make_head(self) -> QHBoxLayout:
        head = label("section", tr("GUIDE"))
        self.setAccessibleName(tr("Guide"))
        close = QToolButton()
        close.setText("×")
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.clicked.connect(self._leave)
        _name(close, tr("Close the guide"))
        return _row(head, close)

    def _make_foot(self) -> QHBoxLayout:
        self._back, self._again, self._next = QPushButton(), QPushButton(), QPushButton()
        for button in (self._back, self._again, self._next):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._back.clicked.connect(lambda: self._progress.back())
        self._again.clicked.connect(lambda: self._progress.again())
        self._next.clicked.connect(self._go_on)
        layout = _row(QWidget(), self._again, self._next)
        layout.insertWidget(0, self._back)
        return layout

    def _name_controls(self) -> None:
        progress = self._progress
        number, tried = progress.number, len(progress.tried_steps)
        self._step.setText(tr("Step {number} of {count}", number=number, count=COUNT))
        _name(self._dots, tr("{tried} of {count} steps tried", tried=tried, count=COUNT))
        self._dots.update()
        self._back.setEnabled(number > 1)
        forward = tr("Next"), tr("To the next step (Alt+Right)")
        if progress.at_end:
            forward = tr("Finish"), tr("Close the guide (Alt+Right)")
        again = tr("Give p, t and all else the values of this step once more")
        for button, text, tip in (
            (self._back, tr("Back"), tr("To the previous step (Alt+Left)")),
            (self._again, tr("Set up again"), again),
            (self._next, *forward),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)

    def _parts(self, text: Lesson) -> list[Part]:
        count = len(text.questions)
        parts = [
            Part("", text.text),
            Part(tr("LOOK"), text.look),
            Part(tr("TRY"), text.attempt, accented=True),
            Part(tr("✓ SEEN"), text.seen, accented=True)
            if self._progress.tried
            else Part(tr("THEN"), tr("Try it: what there was to see is told here."), quiet=True),
        ]
        for i, question in enumerate(text.questions):
            number = f" {i + 1}" if count > 1 else ""
            parts.append(Part(tr("QUESTION") + number, question))
        return [replace(part, text=with_names(part.text)) for part in parts]

    def _go_on(self) -> None:
        if self._progress.at_end:
            self._leave()
            # The next time, the guide begins with the first step.
            self._progress.resume(1, self._progress.tried_steps)
            self._progress.rest()
        else:
            self._progress.next()

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()
