"""Start the least that PyQt6 and pyqtgraph can: a window with one empty plot; tell when painted."""

import os
import sys
import time

import pyqtgraph as pg
from PyQt6.QtCore import QEvent, QObject, QTimer
from PyQt6.QtGui import QGuiApplication


class Paints(QObject):
    def eventFilter(self, _, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, painted)
        return False


def painted():
    QGuiApplication.sync()
    os.write(1, f"{time.monotonic()!r}\n".encode())
    os._exit(0)


application = pg.mkQApp()
window = pg.PlotWidget()
paints = Paints()
window.viewport().installEventFilter(paints)
window.resize(int(sys.argv[1]), int(sys.argv[2]))
window.show()
application.exec()
