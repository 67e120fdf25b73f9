"""Screen: a window, with its frame, is inside what its screen leaves free."""

import pytest
from PyQt6.QtCore import QRect, QSize
from PyQt6.QtWidgets import QWidget

from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.system import appearance
from gumbel_gui.gui.system.appearance import Appearance
from gumbel_gui.gui.system.screen import (
    TITLE_HEIGHT,
    FitsScreen,
    first_size,
    largeness,
    moved_into,
)

ROOM = QRect(0, 30, 1366, 700)


@pytest.mark.parametrize(
    ("frame", "inside"),
    [
        (QRect(100, 100, 800, 500), QRect(100, 100, 800, 500)),
        (QRect(43, 0, 1280, 860), QRect(43, 30, 1280, 700)),
        (QRect(1000, 500, 800, 500), QRect(566, 230, 800, 500)),
        (QRect(-500, -500, 800, 500), QRect(0, 30, 800, 500)),
        (QRect(3000, 40, 2000, 1200), QRect(0, 30, 1366, 700)),
    ],
    ids=["inside", "too tall", "right and below", "left and above", "from a larger screen"],
)
def test_a_frame_is_moved_into_the_room(frame, inside):
    assert moved_into(frame, ROOM) == inside


def test_the_first_size_leaves_room_for_a_title_bar(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    assert first_size(QSize(10, 20), window) == QSize(10, 20)
    assert first_size(QSize(10_000, 10_000), window) == QSize(
        room.width(), room.height() - TITLE_HEIGHT
    )


@pytest.mark.parametrize(
    ("size", "factor"),
    [
        ((1366, 768), 1),
        ((1920, 1080), 1),
        ((2560, 1440), 4 / 3),
        ((1440, 2560), 4 / 3),
        ((3840, 2160), 2),
    ],
)
def test_how_much_larger_a_screen_is_than_usual(size, factor):
    class Screen:
        def geometry(self):
            return QRect(0, 0, *size)

    assert largeness(Screen()) == pytest.approx(factor)
    assert largeness(None) == 1


@pytest.mark.parametrize(
    ("factor", "desktop", "size"), [(1, 12, 12), (4 / 3, 12, 16), (2, 12, 24), (2, 24, 24)]
)
def test_text_suits_a_large_screen_unless_the_desktops_already_does(
    qapp, monkeypatch, factor, desktop, size
):
    monkeypatch.setattr(appearance, "largeness", lambda _: factor)
    before = qapp.font()
    try:
        font = qapp.font()
        font.setPixelSize(desktop)
        qapp.setFont(font)
        look = Appearance(Settings(), "light")
        look.suit_screen()
        assert look.style().text_size == pytest.approx(size, abs=1)
    finally:
        qapp.setFont(before)


def test_a_window_is_brought_into_its_screen_once(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    FitsScreen(window)
    room = window.screen().availableGeometry()
    window.setGeometry(room.right() - 50, 10, 5000, 300)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: room.contains(window.frameGeometry()))
    other = QWidget()
    qtbot.addWidget(other)
    window.move(room.right() - 50, 10)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert not room.contains(window.frameGeometry())  # as the user wants it
