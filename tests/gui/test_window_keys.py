"""The window by keyboard and for a screen reader: names, tab order, menus, shortcuts."""

import pytest
from PyQt6.QtCore import QEvent, QPoint, Qt
from PyQt6.QtGui import QKeySequence
from PyQt6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QMenu,
    QSlider,
    QTabBar,
    QTableView,
    QWidget,
)

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.number_box import NumberBox
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.words.text import default_labels

SIZES = [(1024, 700), (1440, 900)]
CONTROLS = (QAbstractButton, QAbstractSpinBox, QLineEdit, QSlider, Card)


def state_of(classes, **others):
    others = {"draws": 2000, "temperature": 0.5} | others
    parameters = Parameters(tuple(range(1, classes + 1)), **others)
    return LabState(parameters, default_labels(classes), (False,) * classes)


def ours(window):
    """Return all widgets to be seen but those that Qt and pyqtgraph put into others."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QGraphicsView)
        and not isinstance(widget, QMenu)
    ]


def controls(window):
    return [
        widget
        for widget in ours(window)
        if isinstance(widget, CONTROLS) and not isinstance(widget.parent(), QAbstractSpinBox)
    ]


def name_of(widget):
    text = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {text!r}"


def test_every_control_has_a_name(open_lab):
    lab = open_lab(state_of(5))
    found = controls(lab.window)
    assert len(found) > 40
    for control in found:
        assert control.accessibleName() or control.text(), control
        assert control.focusPolicy() != Qt.FocusPolicy.WheelFocus, name_of(control)
    for card in lab.window.cards.values():
        assert card.accessibleDescription()


def test_names_say_which_class_is_meant(open_lab):
    lab = open_lab(state_of(5).with_label(2, "rain"))
    names = [c.accessibleName() for c in controls(lab.window) if c.accessibleName()]
    assert len([name for name in names if "rain" in name]) == 6
    assert len(names) == len(set(names)) + 2  # slider and box of t, and of draws, share theirs


@pytest.mark.parametrize("added", [0, 1])
def test_tab_reaches_every_control_in_the_order_of_reading(open_lab, qtbot, settle, added):
    lab = open_lab(state_of(3))
    for _ in range(added):
        settle(lab, lambda: lab.store.edit("add", lambda s: s.with_class_added()))
    first = lab.window.focusWidget() or controls(lab.window)[0]
    first.setFocus()
    reached = []
    while QApplication.focusWidget() not in reached:
        reached.append(QApplication.focusWidget())
        assert len(reached) < 200
        qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
    missed = [name_of(c) for c in controls(lab.window) if c.isEnabled() and c not in reached]
    assert missed == []
    column = [each for each in reached if place(lab, each)[0] < 350]
    rows = [place(lab, each)[1] // 24 for each in column]
    top = rows.index(min(rows))
    assert rows[top:] + rows[:top] == sorted(rows)


@pytest.mark.parametrize("view", VIEWS)
def test_tab_reaches_all_that_takes_the_focus_in_each_view(open_lab, qtbot, settle, view):
    lab = open_lab(state_of(3))
    if view != lab.window.view:
        settle(lab, lambda: lab.window.view_chosen.emit(view))
    kinds = (*CONTROLS, QAbstractItemView, QComboBox, QTabBar)
    wanted = {
        each
        for each in ours(lab.window)
        if isinstance(each, kinds)
        and each.isEnabled()
        and not isinstance(each.parent(), QAbstractSpinBox | QTableView)
    }
    assert {type(lab.window.cards[name]) for name in lab.window.shown} == {Card}
    reached = []
    lab.window.temperature.take_focus()
    while QApplication.focusWidget() not in reached:
        reached.append(QApplication.focusWidget())
        assert len(reached) < 200
        qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
    assert sorted(map(name_of, wanted - set(reached))) == []
    assert sorted(map(name_of, set(reached) - wanted)) == []


def place(lab, widget):
    centre = widget.mapTo(lab.window, QPoint(0, widget.height() // 2))
    return centre.x(), centre.y()


def test_backtab_goes_the_other_way(open_lab, qtbot):
    lab = open_lab(state_of(3))
    box = lab.window.temperature.findChild(NumberBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Backtab)
    assert isinstance(QApplication.focusWidget(), QSlider)


def actions(window):
    return [
        (menu.text().replace("&", ""), action)
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()
        if not action.isSeparator()
    ]


def test_shortcuts_are_set_and_differ(open_lab):
    lab = open_lab(state_of(3))
    keys = {}
    for _, action in actions(lab.window):
        if not action.shortcut().isEmpty():
            keys.setdefault(action.shortcut().toString(), []).append(action.text())
    assert set(keys) == {
        *(
            "Ctrl+E",
            "Ctrl+T",
            "F",
            "F9",
            "F11",
            "Ctrl++",
            "Ctrl+-",
            "Ctrl+0",
            "Ctrl+Shift+S",
            "Ctrl+Shift+N",
            "Ctrl+O",
            "Ctrl+S",
            "Ctrl+Shift+E",
            "Ctrl+C",
            "Ctrl+Q",
            "Ctrl+Z",
            "Ctrl+Shift+Z",
            "Ctrl+L",
            "Ctrl+N",
            "Ctrl+K",
            "Ctrl+,",
            "Ctrl+Shift+P",
            "Shift+F1",
            "Ctrl+?",
            "Ctrl+[",
            "Ctrl+]",
            "Ctrl+R",
            "F1",
            *(f"Ctrl+{i + 1}" for i in range(len(VIEWS))),
        )
    }
    assert all(len(texts) == 1 for texts in keys.values())
    letters = [menu.text()[menu.text().index("&") + 1] for menu in lab.window.menuBar().actions()]
    assert len(letters) == len(set(letters)) == 4


@pytest.mark.parametrize("menu", ["File", "Edit", "View", "Help"])
def test_entries_of_a_menu_have_letters_of_their_own(open_lab, menu):
    texts = [
        action.text() for name, action in actions(open_lab(state_of(3)).window) if name == menu
    ]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)) == len(texts)


def press(qtbot, widget, keys):
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())


def test_new_noise_undo_and_redo_by_keyboard_from_anywhere(open_lab, settle, qtbot):
    lab = open_lab(state_of(3))
    for control in (
        lab.window.draws.findChild(NumberBox),
        lab.window.probabilities.findChild(QLineEdit),
        lab.window.cards["noise_histogram"],
        lab.window.temperature.findChild(QSlider),
    ):
        control.setFocus()
        seed = lab.store.state.parameters.seed
        for keys, expected in (("Ctrl+N", 1), ("Ctrl+Z", 0), ("Ctrl+Shift+Z", 1)):
            press(qtbot, control, keys)
            assert lab.store.state.parameters.seed == seed + expected, (control, keys)


def test_undo_is_greyed_where_there_is_nothing_to_undo(open_lab):
    lab = open_lab(state_of(3))
    (undo,) = (a for _, a in actions(lab.window) if a.shortcut().toString() == "Ctrl+Z")
    assert not undo.isEnabled()
    lab.store.edit("Change t", lambda s: s.with_parameter("temperature", 3))
    assert undo.isEnabled()
    assert "Change t" in undo.text()


def test_the_plot_with_the_focus_is_known(open_lab):
    lab = open_lab(state_of(3))
    lab.window.temperature.findChild(QSlider).setFocus()
    assert lab.window.focused_plot() is None
    for name, card in lab.window.cards.items():
        card.setFocus()
        assert lab.window.focused_plot() == name
        card.findChildren(QAbstractButton)[-1].setFocus()
        assert lab.window.focused_plot() == name


def test_quit_closes_and_says_so_first(open_lab, qtbot):
    lab = open_lab(state_of(3))
    with qtbot.waitSignal(lab.window.closing):
        press(qtbot, lab.window, "Ctrl+Q")
    assert not lab.window.isVisible()


@pytest.mark.parametrize("theme", ["system", "light", "dark"])
def test_the_chosen_theme_is_marked_and_told(open_lab, qtbot, theme):
    lab = open_lab(state_of(3), "dark" if theme == "light" else "light")
    views = [each for name, each in actions(lab.window) if name == "View" and each.isCheckable()]
    action = views[["system", "light", "dark"].index(theme)]
    with qtbot.waitSignal(lab.window.theme_chosen) as chosen:
        action.trigger()
    assert chosen.args == [theme]
    assert [each.isChecked() for each in views] == [each is action for each in views]


def test_a_whole_session_leaves_no_row_behind(open_lab, qapp):
    lab = open_lab(state_of(64))
    lab.store.edit("v", lambda s: s.with_vector((1, 1)))
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(lab.window.probabilities.findChildren(NumberBox)) == 2
