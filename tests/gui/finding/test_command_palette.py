"""The command palette: everything in the menus, every plot and every preset, found by words."""

import pytest
from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QApplication

from gumbel_gui.core.presets import PRESETS
from gumbel_gui.gui.finding.command_palette import Command, CommandPalette, plain
from gumbel_gui.gui.finding.shortcuts_dialog import ShortcutsDialog
from gumbel_gui.plots import plot_types


def in_dialog(kind, act):
    """Do something in the dialog of a kind once it is open."""

    def look():
        dialog = QApplication.activeModalWidget()
        act(dialog) if isinstance(dialog, kind) else QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("&Save", "Save"),
        ("Save &as…", "Save as"),
        ("文件(&F)…", "文件"),
        ("R&&D", "R&D"),
        ("f(x)", "f(x)"),
    ],
)
def test_mnemonics_are_left_out(text, shown):
    assert plain(text) == shown


def test_everything_is_there(open_lab):
    lab = open_lab()
    commands = list(lab.finding.commands())
    texts = [each.text for each in commands]
    actions = [a for a in lab.window.menus.findChildren(QAction) if a.text() and not a.menu()]
    missing = {plain(a.text()) for a in actions if a.isEnabled() and not a.isSeparator()} - {*texts}
    assert missing == set()
    assert {kind.title for kind in plot_types().values()} <= {*texts}
    assert {each.name for each in PRESETS} <= {*texts}


def test_every_word_counts_and_beginnings_come_first(show):
    told = []
    commands = [
        Command("Copy all", "File", "", lambda: told.append("all")),
        Command("All copies", "File", "", lambda: told.append("copies")),
        Command("Other", "Edit", "Ctrl+X", lambda: told.append("other")),
    ]
    palette = show(CommandPalette(commands))

    def found():
        return [
            palette.list.topLevelItem(i).text(0) for i in range(palette.list.topLevelItemCount())
        ]

    assert found() == ["Copy all", "All copies", "Other"]
    palette.line.setText("ALL")
    assert found() == ["All copies", "Copy all"]
    palette.line.setText("file cop")
    assert found() == ["Copy all", "All copies"]
    palette.line.setText("ctrl+x")
    assert found() == ["Other"]
    palette.line.setText("nothing such")
    assert found() == []


def test_arrows_move_in_the_list_and_return_chooses(show, qtbot):
    commands = [Command(f"c{k}", "", "", lambda: None) for k in range(3)]
    palette = show(CommandPalette(commands))
    palette.line.setFocus()
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.chosen is commands[1]


def test_a_preset_is_found_and_used(open_lab, settle, qtbot):
    lab = open_lab()

    def act(palette):
        qtbot.keyClicks(palette.line, "die")
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    in_dialog(CommandPalette, act)
    settle(lab, lab.window.menus.find_command.trigger)
    assert lab.store.state.parameters.p == pytest.approx([1 / 6] * 6)
    assert lab.store.state.labels == ("1", "2", "3", "4", "5", "6")


def test_a_plot_is_found_and_gets_the_focus(open_lab, qtbot):
    lab = open_lab()

    def act(palette):
        qtbot.keyClicks(palette.line, "gumbel-top-k")
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    in_dialog(CommandPalette, act)
    with qtbot.waitSignal(lab.updated):
        lab.window.menus.find_command.trigger()
    assert lab.window.view == "samplers"
    assert lab.window.focused_plot() == "top_k"


def test_escape_does_nothing(open_lab, qtbot):
    lab = open_lab()
    in_dialog(CommandPalette, lambda palette: qtbot.keyClick(palette.line, Qt.Key.Key_Escape))
    lab.window.menus.find_command.trigger()
    assert lab.store.history.count() == 0


def test_the_shortcuts_are_those_of_the_menus(open_lab):
    lab = open_lab()
    told = []

    def act(dialog):
        items = [dialog.table.topLevelItem(i) for i in range(dialog.table.topLevelItemCount())]
        told.extend((item.text(0), item.text(1)) for item in items)
        dialog.reject()

    in_dialog(ShortcutsDialog, act)
    lab.window.menus.shortcuts.trigger()
    assert ("Ctrl+E", "Export figure") in told
    keys = [key for key, _ in told]
    assert len(keys) == len(set(keys)), "one key means two things"
    wanted = {a.shortcut().toString() for a in lab.window.menus.findChildren(QAction)} - {""}
    assert wanted <= {*keys}
