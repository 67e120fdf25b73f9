"""FigureWork: figures drawn and written while the window stays alive."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.rendering import completed
from gumbel_gui.figures.saving import save_steps
from gumbel_gui.gui.state.failures import note, sentence
from gumbel_gui.gui.worker.patience import patiently
from gumbel_gui.gui.worker.task import Proceed, Task

STEPS = 1000
"""Of which the first half is drawing what is missing, and the second is painting."""


class FigureWork(QObject):
    """Draws plots that are missing on a thread of its own, then paints a file in each turn.

    Figures can be painted on the thread of the window only. Nothing is written before all are.

    Signals:
        advanced: so many of ``STEPS`` are done.
        ended: all is written, or what went wrong, in one sentence. Not after ``cancel``.

    Args:
        files: to write, with the names of the plots in each.
        content: of some of these plots at least.
        layout: of each file.
        dpi: of images.
    """

    advanced = pyqtSignal(int)
    ended = pyqtSignal(str)

    def __init__(
        self,
        files: Sequence[tuple[Path, tuple[str, ...]]],
        content: Content,
        layout: Layout,
        dpi: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._files, self._content, self._look = files, content, (layout, dpi)
        self._cancelled = False
        self._steps: Generator[int, None, None] | None = None
        self._task = Task(self._draw, self)
        self._task.advanced.connect(lambda share: self.advanced.emit(int(STEPS / 2 * share)))
        self._task.finished.connect(self._begin)
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._paint)

    def start(self) -> None:
        """Begin."""
        self._task.start()

    def cancel(self) -> None:
        """End the work, and wait for the chunks in flight; nothing is written."""
        self._cancelled = True
        self._turn.stop()
        self._task.cancel()
        self._task.wait()

    def _draw(self, proceed: Proceed) -> None:
        plots = dict.fromkeys(name for _, names in self._files for name in names)
        self._content = completed(self._content, tuple(plots), proceed)

    def _begin(self) -> None:
        if self._cancelled:
            return
        if self._task.error is not None:
            self._fail(self._task.error)
            return
        figures = [(path, self._content.of(names)) for path, names in self._files]
        self._steps = save_steps(figures, *self._look, by=patiently)
        self._turn.start()

    def _paint(self) -> None:
        assert self._steps is not None
        self._turn.stop()  # while the disk is waited for
        try:
            done = next(self._steps)
        except StopIteration:
            self.ended.emit("")
        except BaseException as error:
            note(error)
            self._fail(error)
        else:
            self._turn.start()
            self.advanced.emit(int(STEPS / 2 * (1 + done / len(self._files))))

    def _fail(self, error: BaseException) -> None:
        self.ended.emit(sentence(error, self._content.parameters.classes))
