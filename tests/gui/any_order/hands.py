"""Hands: what a user does with mouse and keys to any control of a window, and answers to dialogs.

Without pytest, so that a campaign can use it, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PyQt6.QtCore import QElapsedTimer, QEvent, QPoint, Qt, QTimer
from PyQt6.QtGui import QAction, QKeyEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QScrollArea,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from gumbel_gui.gui.dialogs.file_field import FileField
from gumbel_gui.gui.dialogs.look_fields import NAMES
from gumbel_gui.gui.dialogs.saving_dialog import SavingDialog
from gumbel_gui.gui.dialogs.vector_dialog import VectorDialog
from gumbel_gui.gui.finding.command_palette import CommandPalette
from gumbel_gui.gui.finding.presets_dialog import PresetsDialog
from gumbel_gui.language import tr

PATIENCE_MS = 60_000
"""After which something that does not happen is a failure, on a busy machine too."""
LEFT = Qt.MouseButton.LeftButton
AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def until(true: Callable[[], bool], what: str) -> None:
    """Let the program work until a condition is true."""
    timer = QElapsedTimer()
    timer.start()
    while not true():
        assert timer.elapsed() < PATIENCE_MS, f"in vain waited until {what}"
        QTest.qWait(1)


def name_of(widget: QWidget | None) -> str:
    """Return what a widget is called, for the list of steps."""
    if widget is None:
        return "nothing"
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text!r}"


def seen(within: QWidget, kind: type[AnyWidget]) -> list[AnyWidget]:
    """Return the widgets of a kind that can be used now, not those in other windows."""
    found = (each for each in within.findChildren(kind) if each.window() is within.window())
    return [each for each in found if each.isVisible() and each.isEnabled() and not inside(each)]


def inside(widget: QWidget) -> bool:
    """Whether it is a part that Qt made, such as the line of a spin box or a button of a bar."""
    return widget.objectName().startswith(("qt_", "ScrollLeft", "ScrollRight"))


def reveal(widget: QWidget) -> None:
    """Scroll a widget into sight."""
    around: QWidget | None = widget
    while around := around.parentWidget() if around else None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)


def click(widget: QWidget, *, at: QPoint | None = None, twice: bool = False) -> None:
    """Click a widget, in its middle if nowhere else."""
    reveal(widget)
    at = at or widget.rect().center()
    QTest.mouseClick(widget, LEFT, pos=at)
    if twice:
        QTest.mouseDClick(widget, LEFT, pos=at)


def write(widget: QWidget, text: str) -> None:
    """Type a text into what has the focus; QTest itself knows ASCII only."""
    for character in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(widget, event)


def enter(widget: QWidget, text: str, key: Qt.Key) -> None:
    """Type a text over that of a line or a box, and press a key."""
    reveal(widget)
    widget.setFocus()
    widget.selectAll()  # type: ignore[attr-defined]
    write(widget, text)
    QTest.keyClick(widget, key)


def drag(slider: QSlider, shares: list[float]) -> None:
    """Drag the handle of a slider to places, as shares of its width."""
    reveal(slider)
    option, style = QStyleOptionSlider(), slider.style()
    assert style is not None
    slider.initStyleOption(option)
    part, control = QStyle.SubControl.SC_SliderHandle, QStyle.ComplexControl.CC_Slider
    start = style.subControlRect(control, option, part, slider).center()
    QTest.mousePress(slider, LEFT, pos=start)
    for share in shares:
        place = QPoint(round(share * slider.width()), start.y())
        QTest.mouseMove(slider, place)
        QApplication.processEvents()
    QTest.mouseRelease(slider, LEFT, pos=QPoint(round(shares[-1] * slider.width()), start.y()))


def entries(menus: list[QMenu]) -> list[QAction]:
    """Return what can be chosen in menus, and in the menus in them."""
    found = []
    for menu in menus:
        for action in menu.actions():
            below = action.menu()
            if below is not None:
                found += entries([below])
            elif action.isEnabled() and not action.isSeparator():
                found.append(action)
    return found


class Answers:
    """Answers the dialogs and menus that open while something is done.

    Attributes:
        number: of the button or the entry that is chosen, counted round.
        text: what is typed.
        path: the file that is chosen; none cancels.
    """

    number: int
    text: str
    path: Path | None

    def __init__(self) -> None:
        self.number, self.text, self.path = 0, "", None
        self._watching = 0

    @contextmanager
    def given(self) -> Iterator[None]:
        """Answer all that opens meanwhile."""
        self._watching += 1
        self._look()
        try:
            yield
        finally:
            self._watching -= 1

    def _look(self) -> None:
        if not self._watching:
            return
        # A chain, since the timer of a slot that goes on does not fire.
        QTimer.singleShot(5, self._look)
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if isinstance(popup, QMenu):
            self._choose(popup)
        elif popup is not None:
            popup.close()
        # A property, since PyQt may take a new dialog of Qt's own for an old one at its address.
        elif dialog is not None and not dialog.property("answered"):
            dialog.setProperty("answered", True)
            try:
                self._answer(dialog)
            finally:
                if isinstance(dialog, QDialog) and dialog.isVisible():
                    dialog.reject()

    def _choose(self, menu: QMenu) -> None:
        """Choose an entry of a menu, or none."""
        found = entries([menu])
        menu.close()
        if found and self.number:
            found[self.number % len(found)].trigger()

    def _answer(self, dialog: QWidget) -> None:
        if isinstance(dialog, QMessageBox):
            buttons = dialog.buttons()
            click(buttons[self.number % len(buttons)])
        elif isinstance(dialog, SavingDialog):
            self._save(dialog)
        elif isinstance(dialog, VectorDialog):
            (dialog.logits if self.number % 2 else dialog.weights).click()
            dialog.text.selectAll()
            write(dialog.text, self.text)
            self._end(dialog)
        elif isinstance(dialog, CommandPalette):
            write(dialog.line, self.text)
            QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        elif isinstance(dialog, PresetsDialog):
            dialog.list.setCurrentRow(self.number % dialog.list.count())
            click(dialog.rename if self.number % 2 else dialog.delete)
            if editor := dialog.list.findChild(QWidget, "qt_editing_widget"):
                enter(editor, self.text, Qt.Key.Key_Return)
        elif isinstance(dialog, QInputDialog):
            dialog.setTextValue(self.text)
            self._end(dialog)
        elif isinstance(dialog, QFileDialog) and self.path:
            (line,) = dialog.findChildren(QLineEdit, "fileNameEdit")
            line.setText(str(self.path))
            box = dialog.findChild(QDialogButtonBox)
            assert box is not None
            click(box.buttons()[0])
        elif isinstance(dialog, QDialog) and self.number % 2:
            self._end(dialog)

    def _end(self, dialog: QDialog) -> None:
        """Press a button of a dialog."""
        box = dialog.findChild(QDialogButtonBox)
        buttons = box.buttons() if box else []
        if buttons:
            click(buttons[self.number // 2 % len(buttons)])

    def _save(self, dialog: SavingDialog) -> None:
        """Choose something, save a small file of it, and leave the dialog."""
        small = {tr("Number of frames"): "3", tr(NAMES["dpi"]): "40"}
        for line in seen(dialog, QLineEdit):
            if text := small.get(line.accessibleName()):
                enter(line, text, Qt.Key.Key_Tab)
        if self.path:
            (field,) = dialog.findChildren(FileField)
            enter(field.line, str(self.path), Qt.Key.Key_Tab)
            box = dialog.findChild(QDialogButtonBox)
            assert box is not None
            click(box.button(QDialogButtonBox.StandardButton.Save))
        until(lambda: dialog.work is None, "a figure is saved")
