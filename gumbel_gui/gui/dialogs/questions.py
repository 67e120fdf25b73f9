"""Questions before something is lost: unsaved changes, files that would be replaced; file names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gumbel_gui.figures.experiments.shape import ENDING
from gumbel_gui.figures.names import exists
from gumbel_gui.gui.widgets.labels import breakable
from gumbel_gui.language import tr

OPENED = ("*" + ENDING, "*.png", "*.svg", "*.pdf", "*.csv", "*.npz")


def ask_to_save(name: str, window: QWidget) -> Literal["save", "discard", "cancel"]:
    """Ask what to do with unsaved changes of a file."""
    box = QMessageBox(
        QMessageBox.Icon.Question,
        tr("Unsaved changes"),
        breakable(tr("{name} has unsaved changes. Save them?", name=name)),
        parent=window,
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    # With texts of their own, since Qt's have no letter to press.
    save = box.addButton(tr("&Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(tr("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(save)
    box.exec()
    box.deleteLater()
    if box.clickedButton() is save:
        return "save"
    return "discard" if box.clickedButton() is discard else "cancel"


def ask_to_replace(paths: Sequence[Path], parent: QWidget) -> bool:
    """Ask whether files may be replaced; unless that is said, they may not."""
    question = tr("{name} is in {folder} already. Replace it?")
    if len(paths) > 1:
        question = tr("{count} files are there already, such as {name} in {folder}. Replace them?")
    words = {"name": paths[0].name, "folder": paths[0].parent, "count": len(paths)}
    return _may_replace(question.format(**words), parent)


def ask_to_replace_changed(path: Path, parent: QWidget) -> bool:
    """Ask whether a file may be replaced that another program has changed."""
    question = tr(
        "{name} is not as it was opened or saved here: another program has changed it. Replace it?",
        name=path.name,
    )
    return _may_replace(question, parent)


def _may_replace(question: str, parent: QWidget) -> bool:
    text = breakable(question)
    box = QMessageBox(QMessageBox.Icon.Warning, tr("Replace the file?"), text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    replace = box.addButton(tr("&Replace"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    box.deleteLater()
    return box.clickedButton() is replace


def ask_for_file(folder: Path, window: QWidget) -> Path | None:
    """Ask which file to open: an experiment file, or a figure made here."""
    patterns = (
        (tr("Experiments and figures"), " ".join(OPENED)),
        (tr("Experiments"), "*" + ENDING),
        (tr("All files"), "*"),
    )
    filters = ";;".join(f"{words} ({pattern})" for words, pattern in patterns)
    name, _ = QFileDialog.getOpenFileName(window, tr("Open"), str(folder), filters)
    return Path(name) if name else None


def ask_for_target(proposal: Path, window: QWidget) -> Path | None:
    """Ask where to save an experiment; the name gets its ending if it has none."""
    pattern = f"{tr('Experiments')} (*{ENDING})"
    # The dialog asks before it gives the name of a file that is there, but not with the ending.
    name, _ = QFileDialog.getSaveFileName(window, tr("Save as"), str(proposal), pattern)
    if not name:
        return None
    path = with_ending(Path(name))
    if path != Path(name) and exists(path) and not ask_to_replace([path], window):
        return None
    return path


def with_ending(path: Path) -> Path:
    """Return the path of an experiment file; its ending takes the place of a part of it."""
    if path.name.lower().endswith(ENDING):
        return path
    return path.with_name(re.sub(r"\.(json|gumbel)$", "", path.name, flags=re.IGNORECASE) + ENDING)
