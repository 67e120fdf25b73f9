"""PlotFrame: a plot that answers mouse and keyboard."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QApplication, QFrame, QMenu

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.cards.pointer import ARROWS, Pointer, next_place
from gumbel_gui.gui.cards.read_out import ReadOut, left_out
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.table import Table

UNIT = (0.0, 0.0), (1.0, 1.0)
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
        self._pointer = Pointer(self)

    def settle(self) -> None:
        """Let the scene find out now what has changed in it, which it does later by itself."""
        scene = self._view.scene()
        scene.prepareForPaint()
        QCoreApplication.sendPostedEvents(scene, QEvent.Type.MetaCall.value)

    @abstractmethod
    def table(self) -> Table | None:
        """Return the numbers of what is shown, None while there is nothing."""

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Begin to drag a mark, or pick the draw that is clicked (Qt calls this)."""
        super().mousePressEvent(event)
        if event is None or event.button() != Qt.MouseButton.LeftButton or self._dragging:
            return
        self._pointer.hide()
        k = self._class_at(event.position())
        self._pressed = None if k is None else (event.position().toPoint(), k)
        if self._press(event.position()):
            self._pressed = None
        self._offer_others(event.position())

    def _press(self, position: QPointF) -> bool:
        """Begin to drag what is there, or pick the draw; return whether a draw was picked."""
        place = self._place(position)
        if place is None:
            return False
        if self.plot.can_drag(*place):
            self._dragging = True
            self._read_out.hide()
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.drag_begun.emit()
            return False
        number = self.plot.pick(*place)
        if number is not None:
            self.draw_picked.emit(number)
        return number is not None

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
        self._drag(event.position())

    def _drag(self, position: QPointF) -> None:
        place = self._in_first_pane(self._in_scene(position))
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
            k = self._class_at(event.position())
            self._pressed = None if k is None else (event.position().toPoint(), k)
            self.doubly_clicked.emit("enlarge")

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Move a pointer with the arrows, and do with Space what a click does (Qt calls this)."""
        key = Qt.Key(event.key()) if event is not None else Qt.Key.Key_unknown
        if key == Qt.Key.Key_Escape and (self._dragging or self._pointer.isVisible()):
            self._pointer.hide()
            self._end_drag()
        elif event and key in ARROWS and self.hasFocus() and self._parameters is not None:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._move_pointer(key, fine=bool(shift))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return) and self._pointer.isVisible():
            self._press_pointer()
        else:
            super().keyPressEvent(event)

    def _move_pointer(self, key: Qt.Key, *, fine: bool) -> None:
        pointer = self._pointer
        if self._dragging and pointer.isVisible():
            pointer.put(pointer.dragged(key, fine=fine), held=True)
            self._drag(pointer.place)
            return
        places = self._places()
        if not pointer.isVisible():
            middle = QPointF(self._view.geometry().center())
            pointer.place = QPointF(*places[:, 0]) if places.size else middle
        else:
            pointer.place = next_place(places, pointer.place, key) or pointer.place
        pointer.put(pointer.place)
        self._tell()

    def _press_pointer(self) -> None:
        """Take or leave what can be dragged, pick the draw, or set the class off."""
        pointer = self._pointer
        if self._dragging:
            self._end_drag()
        elif not self._press(pointer.place) and not self._dragging:
            k = self._class_at(pointer.place)
            if k is not None:
                self.class_clicked.emit(k)
            self._offer_others(pointer.place)
        pointer.put(pointer.place, held=self._dragging)

    def _places(self) -> Floats:
        """Return where the pointer may be (2, n): what can be dragged is first."""
        assert self._parameters is not None
        frame, places = self.plot.frame, [np.zeros((2, 0))]
        marks = [(0, np.array(self.plot.marks()).reshape(2, -1))]
        for pane, each in marks + self._read_out.middles(self.plot, self._parameters):
            corner, far = (frame.panes[pane].vb.mapViewToScene(QPointF(*at)) for at in UNIT)
            scale = np.array([[far.x() - corner.x()], [far.y() - corner.y()]])
            places.append(np.array([[corner.x()], [corner.y()]]) + scale * each)
        key = self.plot.key
        for x in key.middles():
            place = key.mapToScene(QPointF(x, key.size().height() / 2))
            places.append(np.array([[place.x()], [place.y()]]))
        zero = self._view.mapTo(self, self._view.mapFromScene(QPointF(0, 0)))
        found = np.concatenate(places, axis=1) + np.array([[zero.x()], [zero.y()]])
        room = self._view.geometry()
        inside = (found[0] >= room.left()) & (found[0] <= room.right())
        inside &= (found[1] >= room.top()) & (found[1] <= room.bottom())
        return np.asarray(found[:, inside])

    def _tell(self) -> None:
        """Tell what is under the pointer, to screen readers as the card's description."""
        assert self._parameters is not None
        place = self._pointer.place
        self._read_out.show_at(
            self.plot, self._parameters, self._in_scene(place), self.mapToGlobal(place.toPoint())
        )
        if self._read_out.text:
            self.setAccessibleDescription(self._read_out.text)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """End a drag: without the focus, Escape could not (Qt calls this)."""
        super().focusOutEvent(event)
        self._pointer.hide()
        self._end_drag()

    def leaveEvent(self, event: QEvent | None) -> None:
        """Tell no values (Qt calls this)."""
        super().leaveEvent(event)
        self._read_out.hide()

    def hideEvent(self, event: QHideEvent | None) -> None:
        """End a drag (Qt calls this)."""
        super().hideEvent(event)
        self._end_drag()

    def _class_at(self, position: QPointF) -> int | None:
        over = self._view.geometry().contains(position.toPoint())
        if self._parameters is None or not over:
            return None
        return self._read_out.class_at(self.plot, self._parameters, self._in_scene(position))

    def _offer_others(self, position: QPointF) -> None:
        """Offer the classes that a key has no room for in a menu, if their number is there."""
        others = left_out(self.plot, self._in_scene(position))
        if not others:
            return
        self._read_out.hide()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for entry in others:
            action = menu.addAction(entry.text.replace("&", "&&"))
            assert action is not None
            action.setEnabled(entry.k is not None)
            action.triggered.connect(lambda _, k=entry.k: self.class_clicked.emit(k))
        menu.popup(self.mapToGlobal(position.toPoint()))

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
            place = self._place(event.position())
            over = place is not None and self.plot.can_drag(*place)
            self._view.setCursor(Qt.CursorShape.OpenHandCursor if over else self._cursor)

    def _read(self, event: QMouseEvent) -> None:
        """Tell what is under the mouse, unless a button is down."""
        over = self._view.geometry().contains(event.position().toPoint())
        if self._parameters is None or not over or event.buttons():
            self._read_out.hide()
            return
        where = self._in_scene(event.position()), event.globalPosition().toPoint()
        self._read_out.show_at(self.plot, self._parameters, *where)

    def _in_scene(self, position: QPointF) -> QPointF:
        inside = self._view.mapFrom(self, position.toPoint())
        return QPointF(self._view.mapToScene(inside))

    def _in_first_pane(self, scene: QPointF) -> QPointF:
        return QPointF(self.plot.frame.vb.mapSceneToView(scene))

    def _place(self, position: QPointF) -> tuple[float, float, tuple[float, float]] | None:
        """Return which place of the first pane a position is, and its reach; None in others."""
        frame, scene = self.plot.frame, self._in_scene(position)
        if self._parameters is None or frame.pane_at(scene) is not frame.panes[0]:
            return None
        place = self._in_first_pane(scene)
        pixel_x, pixel_y = frame.vb.viewPixelSize()
        return place.x(), place.y(), (REACH * pixel_x, REACH * pixel_y)
