"""Actions that open a dialog or use the clipboard: export, copy, vector, preferences, about.

Dialogs, and the formats of figures, are imported when they are first used.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtCore import QMimeData, QSize, pyqtBoundSignal
from PyQt6.QtWidgets import QApplication, QMessageBox, QWidget

from gumbel_gui import __version__
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.figures.errors import ExportError, NoRoomError
from gumbel_gui.figures.figure import LOGICAL_DPI, MM_PER_INCH, Content
from gumbel_gui.figures.layout import LARGEST_MM, SMALLEST_MM, Language, Layout, Theme
from gumbel_gui.gui.state.folders import Folders
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import ALL, LabState
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.system.faults import Fault, versions
from gumbel_gui.gui.worker.patience import patiently
from gumbel_gui.language import language, mark, tr
from gumbel_gui.plots import plot_type

if TYPE_CHECKING:
    from gumbel_gui.gui.dialogs.saving_dialog import SavingDialog

WIDTH = 2000
"""Pixels of a picture on the clipboard, at least: it fills a slide."""
ENLARGED = (1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0)
"""Factors on the size in which a figure is laid out, until its words fit: a small card elides some
that a figure has in full."""


def _nothing_yet() -> str:
    return tr("These plots are still being drawn; nothing was copied or saved")


def save_figure(
    content: Content | None, plot: str, settings: Settings, window: QWidget
) -> tuple[str, Path | None]:
    """Ask how to save one plot, or all, and save.

    Returns:
        A message, empty if cancelled, and the file that was written, or the first of them.
    """
    if content is None:
        return _nothing_yet(), None
    from gumbel_gui.gui.dialogs.export_dialog import ExportDialog

    folder = patiently(lambda: Folders(settings).of("figures"))
    dialog = ExportDialog(content, plot, settings.record("export"), folder, window)
    return _save("figures", "export", dialog, settings)


def save_animation(
    state: LabState, plots: tuple[str, ...], settings: Settings, window: QWidget
) -> tuple[str, Path | None]:
    """Ask for an animation of these plots, of which there may be none yet, and save.

    Returns:
        A message, empty if cancelled, and the file that was written, the first one if numbered.
    """
    if not plots:
        return _nothing_yet(), None
    from gumbel_gui.gui.dialogs.animation_dialog import AnimationDialog

    folder = patiently(lambda: Folders(settings).of("animations"))
    dialog = AnimationDialog(state, plots, settings.record("animation"), folder, window)
    return _save("animations", "animation", dialog, settings)


def _save(
    purpose: str, record: str, dialog: SavingDialog, settings: Settings
) -> tuple[str, Path | None]:
    """Let a dialog save, note what was chosen there, and return what it wrote in words."""
    dialog.exec()
    settings.set_record(record, dialog.chosen())
    dialog.deleteLater()
    files = dialog.written
    if not files:
        return "", None
    Folders(settings).note(purpose, files[0])
    said = tr("Saved {file}", file=files[0])
    if len(files) > 1:
        said = tr("Saved {count} files in {folder}", count=len(files), folder=files[0].parent)
    return said, files[0]


def copy_figure(content: Content | None, plot: str, size: QSize) -> str:
    """Put one plot, or all, on the clipboard; return a message.

    Args:
        content: of all visible plots; None while they are still being drawn.
        plot: the name of the one to copy, or ``"all"``.
        size: of the card or the cards in logical pixels, whose shape the picture gets.
    """
    clipboard = QApplication.clipboard()
    if content is None:
        return _nothing_yet()
    if clipboard is None:
        return ""
    if plot != ALL:
        content = replace(content, summaries={plot: content.summaries[plot]})
    try:
        clipboard.setMimeData(_clipboard_data(content, size))
    except ExportError as error:
        return str(error)
    what = plot_type(plot).title if plot != ALL else tr("all plots")
    return tr("Copied {what}", what=what)


def _clipboard_data(content: Content, size: QSize) -> QMimeData:
    """Return a figure in the shape of what has this size, with words as large, on white.

    Raises:
        ExportError: if it cannot be made.
    """
    from gumbel_gui.figures.formats import clipboard_data

    refusal = None
    mm = [MM_PER_INCH / LOGICAL_DPI * side for side in (size.width(), size.height())]
    least, largest = SMALLEST_MM / min(mm), LARGEST_MM / max(mm)
    for factor in ENLARGED:
        factor = min(max(factor, least), largest)
        width, height = (factor * side for side in mm)
        dpi = max(math.ceil(WIDTH / width * MM_PER_INCH), 2 * LOGICAL_DPI)
        try:
            return clipboard_data(
                content,
                Layout(width, height, Theme.LIGHT, marks=False, language=Language(language())),
                dpi,
            )
        except NoRoomError as error:
            refusal = error
    assert refusal is not None
    raise refusal


def save_draws(
    state: LabState,
    settings: Settings,
    window: QWidget,
    closing: pyqtBoundSignal,
    say: Callable[[str, Path | None], None],
) -> None:
    """Ask where to save the raw draws of a state, and save them while the window is used.

    The settings have the folder; the arguments after them are those of ``SavingDraws.serve``.
    """
    from gumbel_gui.gui.dialogs.draws_dialog import SavingDraws, ask_for_draws_file

    folders = Folders(settings)
    folder = patiently(lambda: folders.of("draws"))
    path = ask_for_draws_file(state.parameters, folder, window)
    if path is not None:
        folders.note("draws", path)
        SavingDraws(path, state).serve(window, closing, say)


def copy_code(library: str, state: LabState) -> str:
    """Put a program for a library that draws what a state says on the clipboard; say so."""
    from gumbel_gui.figures.code.libraries import LIBRARIES
    from gumbel_gui.figures.code.program import program
    from gumbel_gui.figures.experiments.shape import Experiment

    clipboard = QApplication.clipboard()
    if clipboard is None:
        return ""
    named = Experiment(state.parameters, state.labels).labels
    clipboard.setText(program(library, state.parameters, named))
    return tr("Copied a program for {library}", library=LIBRARIES[library].title)


def ask_for_vector(store: Store, window: QWidget) -> None:
    """Ask for the whole vector."""
    from gumbel_gui.gui.dialogs.vector_dialog import VectorDialog

    dialog = VectorDialog(Distribution(store.state.parameters.probabilities), window)
    if dialog.exec():
        store.edit(mark("Type the vector"), lambda s: s.with_vector(dialog.probabilities))
    dialog.deleteLater()


def ask_for_memory(memory: int, window: QWidget) -> int:
    """Ask for the memory for draws; return it in MiB."""
    from gumbel_gui.gui.dialogs.preferences_dialog import PreferencesDialog

    dialog = PreferencesDialog(memory, window)
    chosen = dialog.memory if dialog.exec() else memory
    dialog.deleteLater()
    return chosen


def show_fault(fault: Fault, log: Path | None, window: QWidget) -> None:
    """Show an error that nobody caught, in the one dialog for them."""
    from gumbel_gui.gui.dialogs.fault_dialog import FaultDialog

    shown = window.findChild(FaultDialog)
    if shown:
        shown.add(fault)
    else:
        # What is in front of a modal dialog has to be its child.
        FaultDialog(fault, log, QApplication.activeModalWidget() or window).show()


def show_about(window: QWidget) -> None:
    """Show name, versions and licence."""
    QMessageBox.about(
        window,
        tr("About Gumbel GUI"),
        tr(
            "<p><b>Gumbel GUI {version}</b></p><p>A laboratory for one idea: add Gumbel noise "
            "to log-probabilities, take the argmax, and you have sampled the distribution; "
            "take a softmax at temperature t instead, and the sample has a gradient.</p>"
            "<p>Free software under the GNU GPL, version 3 or later.</p>",
            version=__version__,
        )
        + f"<p>{', '.join(map(' '.join, versions().items()))}</p>",
    )
