"""FileDrops: files that are dropped anywhere on a window."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl, pyqtSignal
from PyQt6.QtGui import QDropEvent
from PyQt6.QtWidgets import QWidget


class FileDrops(QObject):
    """Takes files that are dropped on a window, also on its lines of text, which want their names.

    Signals:
        dropped: the paths of files of this computer, at least one.
    """

    dropped = pyqtSignal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.winId()  # makes the handle, which is asked before any widget in the window
        handle = window.windowHandle()
        assert handle is not None
        handle.installEventFilter(self)

    def eventFilter(self, _: QObject | None, event: QEvent | None) -> bool:
        """Take drags of files (Qt calls this)."""
        if not isinstance(event, QDropEvent):  # the class of drags that enter or move, too
            return False
        paths = paths_of(event.mimeData())
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # else the source may remove what it moved
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True


def paths_of(data: QMimeData | None) -> list[Path]:
    """Return the files of this computer in what is dragged or pasted: a list of addresses.

    A file manager gives ``text/uri-list``; some programs give the addresses as plain text only.
    """
    if data is None:
        return []
    urls = data.urls()
    if not urls:
        urls = [QUrl(line.strip()) for line in data.text().splitlines() if line[:5] == "file:"]
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
