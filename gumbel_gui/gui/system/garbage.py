"""Garbage: collected by the thread of the window alone."""

from __future__ import annotations

import gc

from PyQt6.QtCore import QObject, QTimer

INTERVAL = 1000
"""Milliseconds."""


class GarbageCollector(QObject):
    """Collects garbage in the thread that it lives in, in place of Python.

    Python does so in any thread, also in one that draws. Plots that are built anew leave cycles
    with items of Qt behind, and to delete these there while the window is painted can crash Qt;
    see ``pyqtgraph.util.garbage_collector``.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start(INTERVAL)

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(counts) if count > most]
        if due:
            gc.collect(due[-1])
