"""Saving raw draws from the window: the question where to, and progress that can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PyQt6.QtCore import pyqtBoundSignal, pyqtSignal
from PyQt6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.data.draws import ENDINGS, save_draws
from gumbel_gui.figures.errors import CancelledError
from gumbel_gui.figures.experiments.experiment import Experiment
from gumbel_gui.figures.names import free, name_of
from gumbel_gui.figures.provenance import shown_parameters
from gumbel_gui.gui.state.failures import sentence
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.worker.task import Task
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import count

STEPS = 1000
PATIENCE_MS = 500
"""A shorter work shows no progress."""


def ask_for_draws_file(parameters: Parameters, folder: Path, window: QWidget) -> Path | None:
    """Ask where to save the draws; return None if that was cancelled.

    The dialog asks before it gives the name of a file that is there. A name without an ending of a
    format gets that of the chosen one; where Qt takes a dot in the name for one, no file of the
    longer name is replaced.
    """
    kinds = {f"{tr(words)} (*.{ending})": ending for ending, words in ENDINGS.items()}
    dialog = QFileDialog(window, tr("Save draws"), str(folder))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind]))
    dialog.setDefaultSuffix(next(iter(ENDINGS)))
    name = name_of("draws", shown_parameters(parameters, (), marks=False))
    dialog.selectFile(str(free(folder / f"{name}.{next(iter(ENDINGS))}")))
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    ending = kinds[dialog.selectedNameFilter()]
    dialog.deleteLater()
    if chosen is None or chosen.suffix.lower().removeprefix(".") in ENDINGS:
        return chosen
    return free(chosen.with_name(f"{chosen.name}.{ending}"))


class SavingDraws(QProgressDialog):
    """Saves the draws of a state, and is gone afterwards; the window can be used meanwhile.

    Signals:
        told: one sentence on how it ended, and the file, if there is one now.
    """

    told = pyqtSignal(str, object)

    def __init__(self, path: Path, state: LabState) -> None:
        super().__init__()
        parameters, experiment = state.parameters, Experiment(state.parameters, state.labels)
        self.setRange(0, STEPS)
        self.setMinimumDuration(PATIENCE_MS)
        self.setAutoReset(False)
        self._path, self._parameters = path, parameters
        self.task = Task(lambda proceed: save_draws(path, experiment, proceed), self)
        self.task.advanced.connect(self._advance)
        self.task.finished.connect(self._end)
        self.canceled.connect(self.task.cancel)
        self.task.start()

    def serve(
        self, window: QWidget, closing: pyqtBoundSignal, say: Callable[[str, Path | None], None]
    ) -> None:
        """Belong to a window, from now on.

        Args:
            window: in front of which it is shown.
            closing: is emitted before the window is gone.
            say: is given a message when the draws are saved, or are not, and the file.
        """
        seen = self.isVisible()
        self.setParent(window, self.windowFlags())
        self.told.connect(say)
        closing.connect(self.stop)
        n = count(self._parameters.draws)
        self.setLabelText(tr("Saving {n} draws to {name} …", n=n, name=self._path.name))
        self.setCancelButtonText(tr("Cancel"))
        self.setWindowTitle(tr("Save draws"))
        self.setVisible(seen)

    def stop(self) -> None:
        """Cancel the work, and wait until it has ended."""
        self.task.cancel()
        self.task.wait()

    def _advance(self, share: float) -> None:
        if not self.wasCanceled():  # a value would show the dialog again
            self.setValue(int((STEPS - 1) * share))  # the last step is that all is on the disk

    def _end(self) -> None:
        self.told.emit(self._outcome(), None if self.task.error else self._path)
        self.close()
        self.deleteLater()

    def _outcome(self) -> str:
        error = self.task.error
        if error is None:
            return tr("Saved {file}", file=self._path)
        if isinstance(error, CancelledError):
            return tr("Cancelled; nothing was saved")
        return sentence(error, self._parameters.classes)
