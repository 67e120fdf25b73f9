"""Folders: shows a file in the file manager of the desktop."""

from __future__ import annotations

import sys
from pathlib import Path

from PyQt6.QtCore import QUrl
from PyQt6.QtGui import QDesktopServices

MANAGER, PLACE = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"


def show_in_folder(file: Path) -> None:
    """Open the folder of a file, with the file selected where the file manager can do that."""
    if not (sys.platform.startswith("linux") and _selected(file)):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))


def _selected(file: Path) -> bool:
    """Ask the file manager of a Linux desktop to select a file; return whether there is one.

    The freedesktop.org interface FileManager1 has ``ShowItems(uris, startup id)``.
    """
    try:
        from PyQt6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:  # a library is missing
        return False
    bus = QDBusConnection.sessionBus()
    names = bus.interface() if bus.isConnected() else None
    if names is None or MANAGER not in (
        *(names.registeredServiceNames().value() or ()),
        *(names.activatableServiceNames().value() or ()),
    ):
        return False
    call = QDBusMessage.createMethodCall(MANAGER, PLACE, MANAGER, "ShowItems")
    call.setArguments([[QUrl.fromLocalFile(str(file)).toString()], ""])
    bus.asyncCall(call)  # without waiting: a file manager may take seconds to start
    return True
