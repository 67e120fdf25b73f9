"""ErrorBubble: a sentence about a wrong entry that floats below the field, over what is there."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PyQt6.QtWidgets import QWidget

from gumbel_gui.gui.widgets.labels import ErrorLabel

WIDEST = 330
GAP = 3
PRESSES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class ErrorBubble(ErrorLabel):
    """Says what is wrong without moving a control, and lets the mouse through to those below.

    It follows its field. It goes with an empty sentence, or, once the field has lost the focus,
    with the next key, click or turn of the wheel.

    Args:
        field: that it belongs to.
    """

    ROLE = "bubble"

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence, or hide if it is empty."""
        application = QCoreApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        if not sentence:
            super().show_sentence("")
            self.setParent(self._field)  # with which it is deleted
            return
        self.setParent(self._field.window())
        super().show_sentence(sentence)
        self._place()
        self.raise_()
        # Later: the press that took the focus away has yet to be sent on to what was pressed.
        QTimer.singleShot(0, self._watch)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Follow the field, and go with it (Qt calls this)."""
        if event and event.type() in PRESSES and not self._field.hasFocus():
            self.show_sentence("")
        elif event and event.type() in MOVES and self._holds(watched):
            self._place()
        elif event and event.type() == QEvent.Type.Hide and self._holds(watched):
            self.show_sentence("")
        return False

    def _watch(self) -> None:
        if self.text() and (application := QCoreApplication.instance()):
            application.installEventFilter(self)

    def _holds(self, watched: QObject | None) -> bool:
        return watched is self._field or (
            isinstance(watched, QWidget) and watched.isAncestorOf(self._field)
        )

    def _place(self) -> None:
        """Lie below the field, or above it where the window ends."""
        window = self._field.window()
        assert window is not None
        room = _part_of(window, self._field, WIDEST)
        self.setWordWrap(False)
        width = min(self.sizeHint().width(), WIDEST, room.width())
        self.setWordWrap(True)
        height = self.heightForWidth(width)
        corner = self._field.mapTo(window, QPoint(self._field.width(), self._field.height() + GAP))
        if corner.y() + height > window.height():
            corner.setY(corner.y() - self._field.height() - 2 * GAP - height)
        left = max(corner.x() - width, room.left())
        self.setGeometry(left, corner.y(), width, height)


def _part_of(window: QWidget, field: QWidget, width: int) -> QRect:
    """Return the place in the window of the least part around a field that is so wide."""
    part: QWidget = field
    while part is not window and part.width() < width and (around := part.parentWidget()):
        part = around
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())
