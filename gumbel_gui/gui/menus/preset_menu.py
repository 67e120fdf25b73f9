"""PresetMenu: vectors by name, those of the program and the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QWidget

from gumbel_gui.core.presets import PRESETS
from gumbel_gui.language import tr


class PresetMenu(QMenu):
    """A line for each preset, and what can be done with one's own.

    Signals:
        chosen: the place of one in ``PRESETS``.
        own_chosen: the name of an own one.

    Attributes:
        keep, edit: the actions to keep the present vector, and to rename or delete.
    """

    chosen = pyqtSignal(int)
    own_chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Pre&sets"), parent)
        self.setToolTipsVisible(True)
        for i, preset in enumerate(PRESETS):
            action = self.addAction(tr(preset.name))
            assert action is not None
            action.setToolTip(tr(preset.about) if preset.about else tr(preset.name))
            action.triggered.connect(partial(self.chosen.emit, i))
        self._own: list[QAction] = []
        self._end = self.addSeparator()
        self.keep = QAction(tr("&Keep this vector…"), self)
        self.edit = QAction(tr("&Rename or delete…"), self)
        self.addActions([self.keep, self.edit])
        self.show_own(())

    def show_own(self, names: Sequence[str]) -> None:
        """List the user's own presets."""
        for action in self._own:
            self.removeAction(action)
            action.deleteLater()
        self._own = [QAction(name.replace("&", "&&"), self) for name in names]
        for name, action in zip(names, self._own, strict=True):
            action.triggered.connect(partial(self.own_chosen.emit, name))
        if self._own:
            first = QAction(self)
            first.setSeparator(True)
            self._own.insert(0, first)
        self.insertActions(self._end, self._own)
        self.edit.setEnabled(bool(names))
