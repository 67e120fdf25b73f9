"""Finding: presets, the command palette, the list of shortcuts, and what each plot shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from gumbel_gui.core.presets import PRESETS
from gumbel_gui.gui.finding.own_presets import SETTING, OwnPresets
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.sentences import sentence_of
from gumbel_gui.gui.window import MainWindow
from gumbel_gui.language import mark, tr
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS

if TYPE_CHECKING:
    from gumbel_gui.gui.finding.command_palette import Command


class Finding(QObject):
    """Offers what there is, by name.

    Signals:
        view_wanted: a view whose plot is to be seen.
        changed: own presets are others now.

    Args:
        store: the state.
        settings: with the own presets.
        window: that is asked.
    """

    view_wanted = pyqtSignal(str)
    changed = pyqtSignal()

    def __init__(self, store: Store, settings: Settings, window: MainWindow) -> None:
        super().__init__(window)
        self._store, self._settings, self._window = store, settings, window
        self.presets = OwnPresets(settings)
        menus = window.menus
        menu = menus.presets
        window.probabilities.presets.setMenu(menu)
        menu.chosen.connect(self._use)
        menu.own_chosen.connect(self._use_own)
        menu.keep.triggered.connect(self._keep)
        menu.edit.triggered.connect(self._edit)
        self.presets.changed.connect(self._show_own)
        menus.find_command.triggered.connect(self._find)
        menus.shortcuts.triggered.connect(self._show_shortcuts)
        menu.show_own(self.presets.names)

    def commands(self) -> Iterator[Command]:
        """Yield all that can be done: by the menus, and to go to each plot."""
        from gumbel_gui.gui.finding.command_palette import Command, commands_of

        menus = self._window.menus
        yield from commands_of(menus.all)
        for view, title in VIEWS.items():
            for name, kind in plots_of(view).items():
                where = tr("Plot in {view}", view=tr(title))
                yield Command(kind.title, where, "", partial(self._go, view, name))

    def collect(self) -> None:
        """Put the own presets into the settings."""
        self._settings.set_records(SETTING, self.presets.records())

    def _go(self, view: str, name: str) -> None:
        self.view_wanted.emit(view)
        self._window.cards[name].setFocus()

    def _use(self, place: int) -> None:
        preset = PRESETS[place]
        labels = tuple(map(tr, preset.labels))
        self._take(preset.name, preset.probabilities, labels)

    def _use_own(self, name: str) -> None:
        kept = self.presets.get(name)
        self._take(name, kept.probabilities, kept.labels)

    def _take(self, name: str, p: tuple[float, ...], labels: tuple[str, ...]) -> None:
        named = {"name": name}
        self._store.edit(mark("Preset {name}"), lambda s: s.with_preset(p, labels), values=named)

    def _keep(self) -> None:
        from gumbel_gui.core.parameters import ParameterError
        from gumbel_gui.gui.finding.presets_dialog import ask_for_name

        name = ask_for_name(self.presets, self._window)
        if not name:
            return
        try:
            self.presets.keep(name, self._store.state)
            self._window.show_status(tr("Kept as {name}", name=name))
        except ParameterError as error:
            self._window.show_status(sentence_of(error))

    def _edit(self) -> None:
        from gumbel_gui.gui.finding.presets_dialog import PresetsDialog

        dialog = PresetsDialog(self.presets, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _show_own(self) -> None:
        self._window.menus.presets.show_own(self.presets.names)
        self.collect()
        self.changed.emit()

    def _find(self) -> None:
        from gumbel_gui.gui.finding.command_palette import CommandPalette

        palette = CommandPalette(self.commands(), self._window)
        done = palette.exec() and palette.chosen
        palette.deleteLater()
        if done:
            done.act()

    def _show_shortcuts(self) -> None:
        from gumbel_gui.gui.finding.command_palette import commands_of
        from gumbel_gui.gui.finding.shortcuts_dialog import ShortcutsDialog

        commands = commands_of(self._window.menus.all, disabled=True)
        dialog = ShortcutsDialog(commands, self._window)
        dialog.exec()
        dialog.deleteLater()
