"""Runs the program, which then tells a test where its controls are, and does nothing else for it.

Arguments: the number of an open socket, the program's script, and what stands behind it on the
command line. Each byte that comes through the socket is answered with a line of JSON.
"""

import json
import runpy
import socket
import sys

from PyQt6.QtCore import QRect, QSocketNotifier
from PyQt6.QtWidgets import QApplication, QMenu, QMenuBar, QTabBar


def told():
    """Return the title of the active window, and what is seen: kinds, names and place of each."""
    active = QApplication.activeWindow()
    seen = [each for widget in QApplication.allWidgets() for each in parts(widget)]
    return {"active": active and shown_title(active), "seen": seen}


def shown_title(window):
    return window.windowTitle().replace("[*]", "*" * window.isWindowModified())


def parts(widget):
    """Yield the part of a widget that is seen, and its tabs or actions."""
    room = widget.visibleRegion().boundingRect()
    if room.isEmpty():
        return
    kinds = [kind.__name__ for kind in type(widget).__mro__]
    yield kinds, names(widget), place(widget, room)
    if isinstance(widget, QTabBar):
        for i in range(widget.count()):
            yield ["Tab"], [widget.tabText(i)], place(widget, widget.tabRect(i))
    if isinstance(widget, QMenu | QMenuBar):
        for action in widget.actions():
            where = place(widget, widget.actionGeometry(action))
            yield ["Action"], [action.text().replace("&", "")], where


def names(widget):
    text = getattr(widget, "text", str)
    plot = getattr(getattr(widget, "kind", None), "name", "")
    words = text() if callable(text) else ""
    words = str(words).replace("&", "")
    return [widget.accessibleName(), words, widget.objectName(), widget.property("role"), plot]


def place(widget, room: QRect):
    """Return x, y, width and height in pixels of the screen."""
    corner, scale = widget.mapToGlobal(room.topLeft()), widget.devicePixelRatio()
    return [round(scale * n) for n in (corner.x(), corner.y(), room.width(), room.height())]


def answering(channel, run):
    """Return a function that runs the event loop and answers meanwhile."""

    def answer():
        if channel.recv(1):
            channel.sendall(json.dumps(told()).encode() + b"\n")
        else:
            notifier.setEnabled(False)

    def runs(*_):
        nonlocal notifier
        notifier = QSocketNotifier(channel.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(answer)
        return run()

    notifier = None
    return runs


QApplication.exec = answering(socket.socket(fileno=int(sys.argv[1])), QApplication.exec)
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")
