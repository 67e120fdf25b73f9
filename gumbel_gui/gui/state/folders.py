"""Folders: where the dialogs for files begin, for each purpose."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QStandardPaths

from gumbel_gui.gui.state.settings import Settings

Places = QStandardPaths.StandardLocation
PURPOSES = {
    "figures": Places.PicturesLocation,
    "animations": Places.PicturesLocation,
    "tables": Places.DocumentsLocation,
    "draws": Places.DocumentsLocation,
    "experiments": Places.DocumentsLocation,
}
"""What files are for, and where the first of them go."""


class Folders:
    """The folder of the last file for each purpose, as the settings have it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, purpose: str) -> Path:
        """Return the folder for a key of ``PURPOSES``; one that is there."""
        stored = self._settings.record("folders").get(purpose)
        if stored is None and purpose == "figures":  # earlier versions kept it with the choices
            stored = self._settings.record("export").get("folder")
        usual = QStandardPaths.writableLocation(PURPOSES[purpose])
        return _folder(stored) or _folder(usual) or Path.home()

    def note(self, purpose: str, file: Path) -> None:
        """Note that a file was saved, or opened."""
        others = self._settings.record("folders")
        self._settings.set_record("folders", others | {purpose: str(file.parent)})


def _folder(name: object) -> Path | None:
    """Return the folder of this name, if it is one that is there."""
    try:
        return Path(name) if isinstance(name, str) and name and Path(name).is_dir() else None
    except (OSError, ValueError):
        return None
