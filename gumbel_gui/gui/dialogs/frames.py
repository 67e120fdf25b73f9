"""FrameWork: work on the frames of an animation while the window stays alive.

Draws are summed on a thread of its own; figures can be painted on that of the window only, so one
frame is painted in each turn of the event loop.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

from PyQt6.QtCore import QObject, pyqtSignal

from gumbel_gui.figures.animations.film import Film
from gumbel_gui.figures.animations.writing import Steps
from gumbel_gui.figures.errors import CancelledError
from gumbel_gui.gui.state.failures import note, sentence


class FrameWork(QObject):
    """Takes steps that are given frame after frame, once.

    Signals:
        advanced: so many steps are done.
        ended: all is done, or what went wrong, in one sentence. Not after ``cancel``.

    Args:
        film: whose frames they are; it is closed at the end.
        steps: see ``Steps``.
    """

    advanced = pyqtSignal(int)
    ended = pyqtSignal(str)
    _summed = pyqtSignal(object, object)

    def __init__(self, film: Film, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._film, self._steps = film, steps
        self._thread = ThreadPoolExecutor(1, "frames")
        self._cancelled = Event()
        self._done = 0
        self._summed.connect(self._step)

    def start(self) -> None:
        """Begin; ``ended`` may come at once."""
        self._go(None)

    def cancel(self) -> None:
        """End the work, and wait for the chunks in flight; nothing is left of it."""
        if not self._cancelled.is_set():
            self._cancelled.set()
            self._steps.close()
            self._thread.shutdown(cancel_futures=True)
            self._film.close()

    def _step(self, summaries: Mapping[str, Any] | None, error: BaseException | None) -> None:
        if self._cancelled.is_set():
            return
        if error is None:
            self._done += 1
            self._go(summaries)
            self.advanced.emit(self._done)
        else:
            self._fail(error)

    def _go(self, summaries: Mapping[str, Any] | None) -> None:
        try:
            index = next(self._steps) if summaries is None else self._steps.send(summaries)
        except StopIteration:
            self.cancel()
            self.ended.emit("")
        except BaseException as error:
            note(error)
            self._fail(error)
        else:
            self._thread.submit(self._sum, index)

    def _fail(self, error: BaseException) -> None:
        self.cancel()
        self.ended.emit(sentence(error, self._film.animation.parameters.classes))

    def _sum(self, index: int) -> None:
        try:
            found = self._film.summaries(index, self._cancelled.is_set), None
        except CancelledError:
            return
        except BaseException as error:
            note(error)
            self._summed.emit(None, error.with_traceback(None))  # which holds arrays
        else:
            self._summed.emit(*found)
