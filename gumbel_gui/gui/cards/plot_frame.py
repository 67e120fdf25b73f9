"""PlotFrame: a plot that answers the mouse."""

from __future__ import annotations

from abc import abstractmethod

import pyqtgraph as pg
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QApplication, QFrame

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.cards.read_out import ReadOut
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.table import Table

REACH = 8
"""Pixels by which a click may miss a small thing."""


class PlotFrame(QFrame):
    """Holds the view of a plot: what is under the mouse is told, picked, dragged or set off.

    Signals:
        class_clicked: with the class.
        draw_picked: with the number of a draw that was clicked.
        drag_begun, dragged, drag_ended: a mark is dragged; ``dragged`` with the shares, by class,
            that belong to its place.
        doubly_clicked: anywhere; with ``"enlarge"``.

    Attributes:
        kind: the plot's class.
        plot: what is shown.
    """

    class_clicked = pyqtSignal(int)
    draw_picked = pyqtSignal(object)
    drag_begun = pyqtSignal()
    dragged = pyqtSignal(object)
    drag_ended = pyqtSignal()
    doubly_clicked = pyqtSignal(str)

    plot: Plot

    def __init__(self, kind: type[Plot]) -> None:
        super().__init__()
        self.kind = kind
        self._parameters: Parameters | None = None
        self._view = pg.GraphicsLayoutWidget()
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.ci.setContentsMargins(0, 0, 0, 0)
        self._view.setMinimumWidth(200)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        picks, self._dragging = kind.pick is not Plot.pick, False
        self._pressed: tuple[QPoint, int] | None = None  # and the class that is there
        self._cursor = Qt.CursorShape.PointingHandCursor if picks else Qt.CursorShape.ArrowCursor
        self._view.setCursor(self._cursor)
        # The view is under the mouse; it passes the events of the mouse on to this card.
        for widget in (self, self._view):
            widget.setMouseTracking(True)
        self._read_out = ReadOut(self, self.table)

    @abstractmethod
    def table(self) -> Table | None:
        """Return the numbers of what is shown, None while there is nothing."""

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Begin to drag a mark, or pick the draw that is clicked (Qt calls this)."""
        super().mousePressEvent(event)
        if event is None or event.button() != Qt.MouseButton.LeftButton or self._dragging:
            return
        k, place = self._class_at(event), self._place(event)
        self._pressed = None if k is None else (event.position().toPoint(), k)
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
            self._pressed = None
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
        if self._is_click(event):
            return
        place = self._in_first_pane(self._in_scene(event))
        shares = self.plot.drag_to(place.x(), place.y())
        if shares is not None:
            self.dragged.emit(shares)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """End a drag, or a click on a class (Qt calls this)."""
        super().mouseReleaseEvent(event)
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._dragging:
            self._end_drag()
            self._show_cursor(event)
        if self._pressed and self._is_click(event):
            self.class_clicked.emit(self._pressed[1])
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Ask for all the view, or for less (Qt calls this)."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            # Its first click has set a class off; its second one takes that back.
            k = self._class_at(event)
            self._pressed = None if k is None else (event.position().toPoint(), k)
            self.doubly_clicked.emit("enlarge")

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

    def _class_at(self, event: QMouseEvent) -> int | None:
        over = self._view.geometry().contains(event.position().toPoint())
        if self._parameters is None or not over:
            return None
        return self._read_out.class_at(self.plot, self._parameters, self._in_scene(event))

    def _is_click(self, event: QMouseEvent) -> bool:
        """Whether the mouse is where it was pressed on a class."""
        if self._pressed is None:
            return False
        way = event.position().toPoint() - self._pressed[0]
        return way.manhattanLength() < QApplication.startDragDistance()

    def _end_drag(self) -> None:
        if self._dragging:
            self._dragging = False
            self._view.setCursor(self._cursor)
            self.plot.end_drag()
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
