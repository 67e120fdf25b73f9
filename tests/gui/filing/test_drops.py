"""Files that are dropped on the window: anywhere, also on a line of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PyQt6.QtGui import QDragEnterEvent, QDropEvent
from PyQt6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from gumbel_gui.gui.filing.drops import FileDrops, paths_of


def urls(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(each) for each in addresses])
    return data


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        (urls("file:///a/b%20c.png"), ["/a/b c.png"]),
        (urls("file:///a.png", "file:///b.svg"), ["/a.png", "/b.svg"]),
        (urls("https://example.org/a.png"), []),
        (urls("https://example.org/a.png", "file:///b.svg"), ["/b.svg"]),
        (text("file:///a/%C3%A4.gumbel.json\r\n"), ["/a/ä.gumbel.json"]),
        (text("file:///a.png\nfile:///b.svg\n"), ["/a.png", "/b.svg"]),
        (text("0.1, 0.9"), []),
        (text(""), []),
        (None, []),
    ],
)
def test_the_files_in_what_is_dragged(data, paths):
    assert paths_of(data) == [Path(each) for each in paths]


@pytest.fixture
def line(show):
    """A line of text that fills a window."""
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget := QLineEdit())
    drops = FileDrops(window)
    widget.dropped = []
    drops.dropped.connect(widget.dropped.extend)
    show(window)
    return widget


def drag(line, data):
    """Drag over the window and let go; return whether the drag was accepted."""
    some = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(9, 9), some, data, button, none)
    QApplication.sendEvent(line.window().windowHandle(), event)
    if accepted := event.isAccepted():
        drop = QDropEvent(QPointF(9, 9), some, data, button, none)
        drop.setDropAction(Qt.DropAction.MoveAction)
        QApplication.sendEvent(line.window().windowHandle(), drop)
        accepted = drop.dropAction()
    return accepted


def test_a_file_on_a_line_of_text_is_opened_and_never_moved(line):
    data = urls("file:///a.png")
    data.setText("file:///a.png")  # file managers give both, and the line wants this one
    assert drag(line, data) == Qt.DropAction.CopyAction
    assert line.dropped == [Path("/a.png")]
    assert line.text() == ""


def test_a_text_still_goes_into_a_line(line):
    drag(line, text("0.1"))
    assert line.dropped == []
    assert line.text() == "0.1"
