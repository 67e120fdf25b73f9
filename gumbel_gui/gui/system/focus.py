"""FocusWindow: a window in which the focus goes back where it was from a control that vanishes.

And the end of unfinished typing.
"""

from __future__ import annotations

import weakref

from PyQt6 import sip
from PyQt6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QMainWindow, QWidget

REMEMBERED = 16


class FocusWindow(QMainWindow):
    """A window that remembers what had the focus.

    When a control with the focus is hidden or disabled, Qt goes on as with Tab, to whatever comes
    next; after the last control that is the first one, and it selects all of its text.
    """

    def __init__(self) -> None:
        super().__init__()
        self._before: list[weakref.ref[QWidget]] = []
        QApplication.instance().focusChanged.connect(self._note)  # type: ignore[union-attr]

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's)
        """Go on with Tab, or back from a control that vanishes (Qt calls this)."""
        focus = self.focusWidget()
        if focus is None or _usable(focus):
            return super().focusNextPrevChild(forward)
        known = (reference() for reference in reversed(self._before))
        last = next((each for each in known if each is not None and _usable(each)), self)
        last.setFocus()
        return True

    def _note(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is self:
            self._before = [*self._before[1 - REMEMBERED :], weakref.ref(new)]


def finish_typing() -> None:
    """Enter or drop unfinished typing, which belongs to the state before what comes next."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QAbstractSpinBox | QLineEdit):
        focus.clearFocus()


def _usable(widget: QWidget) -> bool:
    return not sip.isdeleted(widget) and widget.isVisible() and widget.isEnabled()
