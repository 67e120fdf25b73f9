"""Card: one plot with its title, controls and caption, and buttons to copy and export it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PyQt6.QtCore import QEvent, QPointF, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PyQt6.QtWidgets import QAbstractSpinBox, QFrame, QToolButton, QWidget

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.figures.figure import options_of
from gumbel_gui.gui.cards.card_header import CardHeader
from gumbel_gui.gui.cards.read_out import ReadOut
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.labels import StableLabelBox, label
from gumbel_gui.gui.widgets.layouts import column
from gumbel_gui.gui.widgets.wrapping_row import WrappingRow
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.table import Table

REACH = 8
"""Pixels by which a click may miss a small thing."""

CAPTION = 200
"""Letters for which a caption has room from the start, as far as three lines hold them."""


class Card(QFrame):
    """Shows one kind of plot; paints only when its summary or what it shows has changed.

    Signals:
        copy_wanted, export_wanted, table_wanted: with the plot's name.
        redrawn: the picture or its words are others.
        option_switched: with ``"plot.option"`` and whether it is on.
        draw_picked: with the number of a draw that was clicked.
        drag_begun, dragged, drag_ended: a mark is dragged; ``dragged`` with the shares, by class,
            that belong to its place.

    Args:
        kind: the plot's class.
        style: the look.
        state: of which labels and options are shown.
        controls: of the parameters of this plot alone.
    """

    copy_wanted = pyqtSignal(str)
    export_wanted = pyqtSignal(str)
    table_wanted = pyqtSignal(str)
    redrawn = pyqtSignal()
    option_switched = pyqtSignal(str, bool)
    draw_picked = pyqtSignal(object)
    drag_begun = pyqtSignal()
    dragged = pyqtSignal(object)
    drag_ended = pyqtSignal()

    def __init__(
        self, kind: type[Plot], style: Style, state: LabState, controls: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self.kind = kind
        self._summary: Any = None
        self._parameters: Parameters | None = None
        self._selection: Selection | None = None
        self._controls = tuple(controls)
        self._longest = 0
        self._look: tuple[Any, ...] = ()
        self._key: tuple[Any, ...] = ()
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._header = CardHeader(kind)
        for name in ("copy_wanted", "export_wanted", "table_wanted", "option_switched"):
            getattr(self._header, name).connect(getattr(self, name))
        self._caption = label("caption")
        self._caption.setWordWrap(True)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._below = StableLabelBox(self._caption)
        self._view = pg.GraphicsLayoutWidget()
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.ci.setContentsMargins(0, 0, 0, 0)
        self._view.setMinimumSize(200, 120)
        picks, self._dragging = kind.pick is not Plot.pick, False
        self._cursor = Qt.CursorShape.PointingHandCursor if picks else Qt.CursorShape.ArrowCursor
        self._view.setCursor(self._cursor)
        # The view is under the mouse; it passes the events of the mouse on to this card.
        for widget in (self, self._view):
            widget.setMouseTracking(True)
        self._read_out = ReadOut(self, self.table)
        above = [WrappingRow(controls)] if controls else []
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
        self.plot = self.kind(style, state.labels, options)
        self._view.clear()
        self._view.setBackground(style.surface)
        frame = Frame(style)
        self._view.addItem(frame)
        self.plot.build(frame)
        frame.keep_words()
        self._header.check_options(options)
        if self._parameters is not None:
            self._draw(self._parameters)

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

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Begin to drag a mark, or pick the draw that is clicked (Qt calls this)."""
        super().mousePressEvent(event)
        if event is None or event.button() != Qt.MouseButton.LeftButton or self._dragging:
            return
        place = self._place(event)
        if place is None:
            return
        if self.plot.can_drag(*place):
            self._dragging = True
            self._read_out.hide()
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.drag_begun.emit()
            return
        number = self.plot.pick(*place)
        if number is not None:
            self.draw_picked.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Drag, or show what can be dragged (Qt calls this)."""
        super().mouseMoveEvent(event)
        if event is None:
            return
        if self._dragging and not event.buttons() & Qt.MouseButton.LeftButton:
            self._end_drag()  # the release was not sent here: a dialog was open
        if not self._dragging:
            self._show_cursor(event)
            self._read(event)
            return
        place = self._in_first_pane(self._in_scene(event))
        shares = self.plot.drag_to(place.x(), place.y())
        if shares is not None:
            self.dragged.emit(shares)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """End a drag (Qt calls this)."""
        super().mouseReleaseEvent(event)
        if event is not None and event.button() == Qt.MouseButton.LeftButton and self._dragging:
            self._end_drag()
            self._show_cursor(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Let Escape end a drag (Qt calls this)."""
        if event is not None and event.key() == Qt.Key.Key_Escape and self._dragging:
            self._end_drag()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """End a drag: without the focus, Escape could not (Qt calls this)."""
        super().focusOutEvent(event)
        self._end_drag()

    def leaveEvent(self, event: QEvent | None) -> None:
        """Tell no values (Qt calls this)."""
        super().leaveEvent(event)
        self._read_out.hide()

    def hideEvent(self, event: QHideEvent | None) -> None:
        """End a drag (Qt calls this)."""
        super().hideEvent(event)
        self._end_drag()

    def _end_drag(self) -> None:
        if self._dragging:
            self._dragging = False
            self._view.setCursor(self._cursor)
            self.drag_ended.emit()

    def _show_cursor(self, event: QMouseEvent) -> None:
        """Show an open hand over what can be dragged."""
        if self.kind.can_drag is not Plot.can_drag:
            place = self._place(event)
            over = place is not None and self.plot.can_drag(*place)
            self._view.setCursor(Qt.CursorShape.OpenHandCursor if over else self._cursor)

    def _read(self, event: QMouseEvent) -> None:
        """Tell what is under the mouse, unless a button is down."""
        over = self._view.geometry().contains(event.position().toPoint())
        if self._parameters is None or not over or event.buttons():
            self._read_out.hide()
            return
        where = self._in_scene(event), event.globalPosition().toPoint()
        self._read_out.show_at(self.plot, self._parameters, *where)

    def _in_scene(self, event: QMouseEvent) -> QPointF:
        inside = self._view.mapFrom(self, event.position().toPoint())
        return QPointF(self._view.mapToScene(inside))

    def _in_first_pane(self, scene: QPointF) -> QPointF:
        return QPointF(self.plot.frame.vb.mapSceneToView(scene))

    def _place(self, event: QMouseEvent) -> tuple[float, float, tuple[float, float]] | None:
        """Return where the mouse is in the first pane, and its reach; None in others."""
        frame, scene = self.plot.frame, self._in_scene(event)
        if self._parameters is None or frame.pane_at(scene) is not frame.panes[0]:
            return None
        place = self._in_first_pane(scene)
        pixel_x, pixel_y = frame.vb.viewPixelSize()
        return place.x(), place.y(), (REACH * pixel_x, REACH * pixel_y)

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

    def _draw(self, parameters: Parameters) -> None:
        self.plot.draw(self._summary, parameters)
        self.plot.show_selection(self._selection)
        self._show_words(parameters)

    def _show_words(self, parameters: Parameters) -> None:
        """Show heading and caption; they may name the selected draw."""
        caption = self.plot.caption(self._summary, parameters)
        heading = self.plot.heading(self._summary, parameters)
        self._header.show_heading(heading)
        self._caption.setText(caption)
        if len(caption) > self._longest:
            self._make_room()
        self.setAccessibleName(heading)
        self.setAccessibleDescription(caption)
        self._read_out.forget()
        self.redrawn.emit()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Measure the sentence's room anew (Qt calls this)."""
        super().resizeEvent(event)
        metrics, width = self._caption.fontMetrics(), max(self._below.width(), 1)
        lines = -(-CAPTION * metrics.averageCharWidth() // width)
        self._below.setFixedHeight(min(lines, 3) * metrics.lineSpacing() + 2)
        self._make_room()

    def _make_room(self) -> None:
        """Let the caption's room grow, never shrink: a plot that jumps cannot be dragged."""
        self._longest = len(self._caption.text())
        needed = self._caption.heightForWidth(self._below.width())
        if needed > self._below.height():
            self._below.setFixedHeight(needed)
