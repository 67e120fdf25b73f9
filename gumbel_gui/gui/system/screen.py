"""Screen: a window no larger than its screen, and no part of it beyond the edge."""

from __future__ import annotations

from PyQt6.QtCore import QByteArray, QEvent, QObject, QRect, QSize, Qt
from PyQt6.QtGui import QScreen
from PyQt6.QtWidgets import QWidget

FIRST_SIZE = QSize(1280, 820)
USUAL_SIDE = 1080
"""Height in pixels of the screen for which ``FIRST_SIZE`` is meant, and the desktop's text."""
LEAST_SIDE = 200
TITLE_HEIGHT = 40
"""Pixels that a title bar may take; how many it does is known once the window is shown."""


def largeness(screen: QScreen | None) -> float:
    """Return by which factor a screen is larger than usual, in pixels of its scale; 1 or more."""
    size = screen.geometry().size() if screen else QSize()
    return max(min(size.width(), size.height()) / USUAL_SIDE, 1.0)


def first_size(wanted: QSize, window: QWidget) -> QSize:
    """Return a size of a window that is not shown yet: as wanted, or what its screen has room for.

    Args:
        wanted: without the frame.
        window: on the screen.
    """
    return wanted.boundedTo(_room(window).size() - QSize(0, TITLE_HEIGHT))


def place(window: QWidget, geometry: QByteArray) -> None:
    """Give a window a geometry that Qt saved, or its first size if there is none of use."""
    first = first_size(FIRST_SIZE * largeness(window.screen()), window)
    window.resize(first)
    window.restoreGeometry(geometry)
    if min(window.width(), window.height()) < LEAST_SIDE:  # it was damaged
        window.resize(first)


def succeed(window: QWidget, old: QWidget) -> None:
    """Put a window that is not shown yet, and has the geometry of another, exactly in its place.

    Where no window manager gives it a frame, Qt would move it by the frame that it expects.
    """
    if old.windowState() == Qt.WindowState.WindowNoState:
        window.setGeometry(old.geometry())


def moved_into(frame: QRect, room: QRect) -> QRect:
    """Return a frame within the room: made smaller if it is too large, then moved."""
    inside = QRect(frame.topLeft(), frame.size().boundedTo(room.size()))
    inside.moveRight(min(inside.right(), room.right()))
    inside.moveBottom(min(inside.bottom(), room.bottom()))
    inside.moveLeft(max(inside.left(), room.left()))
    inside.moveTop(max(inside.top(), room.top()))
    return inside


class FitsScreen(QObject):
    """Brings a window into its screen when it is first active, since its frame is known then.

    Later on, it is the user who places it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, window: QObject | None, event: QEvent | None) -> bool:
        """Wait for the first activation (Qt calls this)."""
        if event and event.type() == QEvent.Type.WindowActivate and isinstance(window, QWidget):
            window.removeEventFilter(self)
            if not window.isMaximized() and not window.isFullScreen():
                _bring_in(window)
        return False


def _bring_in(window: QWidget) -> None:
    frame, inner = window.frameGeometry(), window.size()
    inside = moved_into(frame, _room(window))
    if inside != frame:
        window.resize(inner - (frame.size() - inside.size()))
        window.move(inside.topLeft())


def _room(window: QWidget) -> QRect:
    screen = window.screen()
    assert screen is not None  # as long as there is a display
    return screen.availableGeometry()
