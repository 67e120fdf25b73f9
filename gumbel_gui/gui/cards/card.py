"""Card: one plot with its title, controls and caption, and buttons to copy and export it."""

from __future__ import annotations

from collections.abc import Sequence
from string import digits
from typing import Any

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import (
    QContextMenuEvent,
    QResizeEvent,
)
from PyQt6.QtWidgets import QAbstractSpinBox, QToolButton, QWidget

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.figures.figure import options_of
from gumbel_gui.gui.cards.card_header import CardHeader
from gumbel_gui.gui.cards.card_menu import CardMenu
from gumbel_gui.gui.cards.plot_frame import PlotFrame
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.labels import Sentence, StableLabelBox
from gumbel_gui.gui.widgets.layouts import column
from gumbel_gui.gui.widgets.wrapping_row import WrappingRow
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.table import Table

CAPTION = 200
"""Letters for which a caption has room from the start, as far as three lines hold them."""
ZEROS = str.maketrans(digits, "0" * 10)


class Card(PlotFrame):
    """Shows one kind of plot; paints only when its summary or what it shows has changed.

    Signals:
        copy_wanted, export_wanted, table_wanted, enlarge_wanted, explain_wanted: with the plot's
            name.
        code_wanted: with a key of ``LIBRARIES``.
        redrawn: the picture or its words are others.
        option_switched: with ``"plot.option"`` and whether it is on.

    Args:
        kind: the plot's class.
        style: the look.
        state: of which labels and options are shown.
        controls: of the parameters of this plot alone.
    """

    copy_wanted = pyqtSignal(str)
    export_wanted = pyqtSignal(str)
    table_wanted = pyqtSignal(str)
    enlarge_wanted = pyqtSignal(str)
    explain_wanted = pyqtSignal(str)
    code_wanted = pyqtSignal(str)
    redrawn = pyqtSignal()
    option_switched = pyqtSignal(str, bool)

    def __init__(
        self, kind: type[Plot], style: Style, state: LabState, controls: Sequence[QWidget] = ()
    ) -> None:
        super().__init__(kind)
        self._summary: Any = None
        self._selection: Selection | None = None
        self._controls = tuple(controls)
        self._measured, self._even = "", False
        self._look: tuple[Any, ...] = ()
        self._key: tuple[Any, ...] = ()
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = CardMenu(kind, self)
        self._menu.code_wanted.connect(self.code_wanted)
        self._menu.option_switched.connect(self.option_switched)
        self._header = CardHeader(kind, self._menu)
        for wanted in (self._menu.wanted, self._header.wanted, self.doubly_clicked):
            wanted.connect(self._ask)
        self.drag_ended.connect(self._draw_again)
        self._caption = Sentence("caption")
        self._below = StableLabelBox(self._caption)
        self._controls_row = WrappingRow(controls) if controls else None
        self._fit_controls(state.parameters)
        above = [self._controls_row] if self._controls_row else []
        parts = self._header, *above, self._view, self._below
        column(*parts, within=self, gap=3, wide=self._view).setContentsMargins(11, 7, 11, 8)
        self.set_look(style, state)

    def set_look(self, style: Style, state: LabState) -> None:
        """Build the plot anew if its style, labels or options have changed."""
        options = options_of(self.kind, state.options)
        look = (style, state.labels, options)
        if look == self._look:
            return
        self._look = look
        self._measure()
        self.plot = self.kind(style, state.labels, options)
        self._view.setMinimumHeight(round(self.kind.least_height * style.unit))
        self._view.clear()
        self._view.setBackground(style.surface)
        self._pointer.show_colours(style.accent, style.surface)
        frame = Frame(style)
        self._view.addItem(frame)
        self.plot.build(frame)
        for pane in frame.panes:  # numbers beside an axis may reach beyond what Qt clears
            pane.vb.sigResized.connect(self._view.viewport().update)
        frame.keep_words()
        self._menu.check_options(options)
        self._draw_again()

    def show_summary(
        self, summary: Any, parameters: Parameters, selection: Selection | None = None
    ) -> None:
        """Show a summary of draws of these parameters, and mark a draw in it."""
        before, self._selection = self._selection, selection
        key = self.kind.picture_key(parameters)
        if summary is not self._summary or key != self._key:
            self._summary, self._parameters, self._key = summary, parameters, key
            self._draw(parameters)
        elif selection is None or selection.differs(
            before, relaxed="temperature" in self.kind.depends
        ):
            self.plot.show_selection(selection)
            self._show_words(parameters)
        self.settle()

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Show the menu of the header, at the mouse or below the header (Qt calls this).

        It would take the focus and so end a drag: there is none while one goes on.
        """
        if event is not None and not self._dragging:
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            below = self._header.mapToGlobal(self._header.rect().bottomLeft())
            self._menu.popup(event.globalPos() if by_mouse else below)

    def _ask(self, what: str) -> None:
        getattr(self, f"{what}_wanted").emit(self.kind.name)

    def focus_order(self) -> list[QWidget]:
        """Return what can be reached with Tab, in order: the card, its controls, its buttons."""
        within = [
            each for control in self._controls for each in (control, *control.findChildren(QWidget))
        ]
        within += self.findChildren(QToolButton)
        tab = Qt.FocusPolicy.TabFocus.value
        return [
            self,
            *(
                each
                for each in dict.fromkeys(within)
                if each.focusPolicy().value & tab
                and each.window() is self.window()  # a list that pops up is a window of its own
                and not isinstance(each.parentWidget(), QAbstractSpinBox)
            ),
        ]

    def table(self) -> Table | None:
        """Return the numbers of what is shown, None while there is nothing."""
        if self._parameters is None:
            return None
        return self.plot.table(self._summary, self._parameters, self._selection)

    @property
    def caption(self) -> str:
        """The sentence under the plot."""
        return self._caption.text()

    def _draw_again(self) -> None:
        if self._parameters is not None:
            self._draw(self._parameters)

    def _draw(self, parameters: Parameters) -> None:
        self._fit_controls(parameters)
        self.plot.draw(self._summary, parameters)
        self.plot.show_selection(self._selection)
        self._show_words(parameters)

    def _fit_controls(self, parameters: Parameters) -> None:
        """Show the controls that make a difference."""
        if self._controls_row:
            used = self.kind.used_controls(parameters)
            both = zip(self.kind.controls, self._controls, strict=True)
            self._controls_row.show_only([control for name, control in both if name in used])

    def _show_words(self, parameters: Parameters) -> None:
        """Show heading and caption; they may name the selected draw."""
        caption = self.plot.caption(self._summary, parameters)
        heading = self.plot.heading(self._summary, parameters)
        self._header.show_heading(heading)
        self._caption.setText(caption)
        if self._outline() != self._measured:
            self._make_room()
        self.setAccessibleName(heading)
        self.setAccessibleDescription(caption)
        self._read_out.forget()
        self.redrawn.emit()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Measure the sentence's room anew (Qt calls this)."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Give the caption the room that it is to have from the start."""
        metrics, width = self._caption.fontMetrics(), max(self._below.width(), 1)
        self._even = len({metrics.horizontalAdvance(digit) for digit in digits}) == 1
        lines = -(-CAPTION * metrics.averageCharWidth() // width)
        self._below.setFixedHeight(min(lines, 3) * metrics.lineSpacing() + 2)
        self._make_room()

    def _outline(self) -> str:
        """Return what the room of the caption depends on: not which digits it has, if all are even.

        To measure a sentence takes long, and during a drag its digits alone change.
        """
        text = self._caption.text()
        return text.translate(ZEROS) if self._even else text

    def _make_room(self) -> None:
        """Let the caption's room grow, never shrink: a plot that jumps cannot be dragged."""
        self._measured = self._outline()
        needed = self._caption.heightForWidth(self._below.width())
        if needed > self._below.height():
            self._below.setFixedHeight(needed)
