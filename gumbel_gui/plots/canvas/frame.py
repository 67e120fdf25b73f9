"""Frame and panes: views with axes in a grid, with a row above them for the key.

pyqtgraph's own ``PlotItem`` makes a form, seven menus and two more axes, all hidden, for every
plot: one for each plot of a window would double the time until it opens.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import pyqtgraph as pg
from PyQt6.QtCore import QPointF, QRectF, QSizeF, Qt

from gumbel_gui.plots.canvas.axis import MARGIN, OVERHANG, Axis
from gumbel_gui.plots.canvas.grid import Grid
from gumbel_gui.plots.canvas.key import Key
from gumbel_gui.plots.canvas.pane import Pane
from gumbel_gui.plots.canvas.ranges import Extents
from gumbel_gui.plots.look.style import Style

NAME_OVERHANG = 2
"""Pixels below the axes: pyqtgraph lets the name of an axis hang out of it by one."""
GAP = 1.0 * OVERHANG
"""Pixels between panes with an axis between them; twice that where texts of both may hang over."""


class Frame(pg.GraphicsWidget):  # type: ignore[misc]
    """An empty plot in a look, for ``Plot.build``: one pane, and those that are added.

    Attributes:
        panes: all of them, in the order in which they were made. Methods of a pane that the frame
            has, too, are those of the first pane.
        columns, rows: how many panes are side by side, and above each other.
    """

    def __init__(self, style: Style, extents: Extents | None = None) -> None:
        super().__init__()
        self._style, self._extents = style, extents
        self._keys: list[Key] = []
        self._places: dict[tuple[int, int], Pane] = {}
        self._rooms: dict[tuple[tuple[int, int], bool], float] = {}
        self._before_layout: list[Callable[[QSizeF], None]] = []
        self.panes: list[Pane] = []
        self.columns = self.rows = 1
        self.layout = Grid()
        # An axis item draws its line one pixel off the view; this closes the gap.
        self.layout.setSpacing(-1)
        self._put(0, 0, 1.0, ("left", "bottom"))
        self.setLayout(self.layout)

    def pane(
        self,
        row: int,
        column: int,
        stretch: float = 1.0,
        axes: Collection[str] = ("left", "bottom"),
    ) -> Pane:
        """Add a pane and return it; at (0, 0), leave the first one these axes alone.

        Panes of a row have the same height, and panes of a column the same width.

        Args:
            row: its place in the grid, from the top.
            column: its place from the left.
            stretch: how large its row or column is beside that of the first pane, if it begins one.
            axes: which it has, of ``"left"`` and ``"bottom"``.

        Raises:
            ValueError: if there is another pane at this place.
        """
        if (row, column) == (0, 0):
            self._keep_axes(axes)
            return self.panes[0]
        if (row, column) in self._places:
            raise ValueError(f"there is a pane at row {row}, column {column} already.")
        if len(self.panes) == 1:
            # Plots of one and of several panes are to be of the same size in a figure.
            self.setPreferredSize(self.effectiveSizeHint(Qt.SizeHint.PreferredSize))
        added = self._put(row, column, stretch, axes)
        for each in self.panes:
            for item in (each.vb, *each.axes.values()):
                item.setPreferredSize(0, 0)  # else no pane could take less than Qt's 50 pixels
        return added

    def pane_at(self, place: QPointF) -> Pane:
        """Return the pane whose view is nearest to a place in the scene."""

        def distance(pane: Pane) -> float:
            box = pane.vb.mapRectToScene(pane.vb.boundingRect())
            x = max(box.left() - place.x(), place.x() - box.right(), 0.0)
            y = max(box.top() - place.y(), place.y() - box.bottom(), 0.0)
            return float(x * x + y * y)

        return min(self.panes, key=distance)

    def add_key(self, key: Key) -> None:
        """Put a key above the panes."""
        self._keys.append(key)
        self.layout.setRowFixedHeight(0, key.full_height)
        self._place_keys()

    def before_layout(self, fit: Callable[[QSizeF], None]) -> None:
        """Call a function with the size that the frame will have, before its panes get theirs."""
        self._before_layout.append(fit)

    def setGeometry(self, *rect: Any) -> None:  # noqa: N802 (Qt's)
        """Take a place and a size (Qt calls this)."""
        for fit in self._before_layout:
            fit(QRectF(*rect).size())
        super().setGeometry(*rect)

    def pane_size(self, size: QSizeF) -> tuple[float, float]:
        """Return about what width and height a pane has in a frame of a size in pixels."""
        axes = {side for pane in self.panes for side in pane.axes.values()}
        rows = sum(a.height() for a in axes if a.orientation == "bottom") / self.columns
        keys = sum(key.full_height for key in self._keys)
        return size.width() / self.columns, (size.height() - rows - keys) / self.rows

    def keep_room(self, pane: Pane, room: float, *, left: bool) -> None:
        """Keep pixels free right of the panes of a column, or left of them.

        Args:
            pane: one of the column.
            room: 0 for none; of several in a column, the largest counts.
            left: on which side.
        """
        place = next(place for place, each in self._places.items() if each is pane)
        if self._rooms.get((place, left), 0.0) != room:
            self._rooms[place, left] = room
            self._space_columns()

    def extent(self, name: str, value: float) -> float:
        """Return what an axis or a scale has to hold: the value, or the largest in all pictures."""
        return self._extents.of(name, value) if self._extents else value

    @property
    def shares(self) -> bool:
        """Whether it is one of several pictures that have the same axes and scales of colours."""
        return self._extents is not None

    def keep_words(self) -> None:
        """Cache key and axes as pixmaps, so that they are not painted anew with every frame.

        For a window only: in a vector file they would be pixmaps, too.
        """
        words: list[Any] = [axis for pane in self.panes for axis in pane.axes.values()]
        for item in words + self._keys:
            item.setCacheMode(pg.QtWidgets.QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def vb(self) -> pg.ViewBox:
        """The view of the first pane."""
        return self.panes[0].vb

    @property
    def items(self) -> list[Any]:
        """What was added to the first pane, in that order."""
        return self.panes[0].items

    def add(self, *items: Any) -> None:
        """Show items in the first pane, in the coordinates of its axes."""
        self.panes[0].add(*items)

    def remove(self, item: Any) -> None:
        """Take an item out of the first pane again."""
        self.panes[0].remove(item)

    def axis(self, side: str) -> Axis:
        """Return the ``"left"`` or ``"bottom"`` axis of the first pane."""
        return self.panes[0].axis(side)

    def name_axes(self, bottom: str, left: str = "") -> None:
        """Name the axes of the first pane."""
        self.panes[0].name_axes(bottom, left)

    def set_ranges(self, x: tuple[float, float], y: tuple[float, float]) -> bool:
        """Fix the ranges of the first pane; return whether they moved."""
        return self.panes[0].set_ranges(x, y)

    def _put(self, row: int, column: int, stretch: float, axes: Collection[str]) -> Pane:
        """Make a pane: the view below row 0, which is the key's, and its axes beside it."""
        pane = Pane(self._style, axes)
        self.panes.append(pane)
        down, right = 2 * row + 1, 2 * column + 1
        self.layout.addItem(pane.vb, down, right)
        for side, place in (("left", (down, right - 1)), ("bottom", (down + 1, right))):
            if side in pane.axes:
                self.layout.addItem(pane.axes[side], *place)
        self.layout.stretch(down, right, stretch)
        self._places[row, column] = pane
        self._space()
        return pane

    def _keep_axes(self, axes: Collection[str]) -> None:
        """Take away what the first pane has of other axes."""
        first = self.panes[0]
        for side in first.axes.keys() - set(axes):
            axis = first.axes.pop(side)
            axis.unlinkFromView()
            self.layout.removeItem(axis)
            axis.setParentItem(None)
            if axis.scene() is not None:
                axis.scene().removeItem(axis)
        self._space()

    def _place_keys(self) -> None:
        """Let keys be as wide as all panes."""
        for key in self._keys:
            if key.parentLayoutItem() is not None:
                self.layout.removeItem(key)
            self.layout.addItem(key, 0, 0, 1, 2 * self.columns)

    def _space(self) -> None:
        """Keep panes so far apart that no text on an axis meets one of another pane."""
        places = self._places
        rows, columns = (1 + max(place[i] for place in places) for i in (0, 1))
        self.rows = rows
        if columns != self.columns:
            self.columns = columns
            self._place_keys()
        left, bottom = (
            {place[i] for place, pane in places.items() if side in pane.axes}
            for i, side in ((1, "left"), (0, "bottom"))
        )
        for row in range(1, rows):
            self.layout.setRowSpacing(2 * row, GAP if row - 1 in bottom else 2 * GAP)
        # The lowest number beside a view hangs out of it.
        hanging = rows - 1 not in bottom and left
        self._bottom = MARGIN if hanging else NAME_OVERHANG
        # The spacing that closes the gap to an axis would put a view without one off the frame.
        self._sides = left, -1 if 0 in left else MARGIN if bottom else 0
        self._space_columns()

    def _space_columns(self) -> None:
        """Keep columns apart by the room for what is beside panes, too."""
        rooms = [[0.0, 0.0] for _ in range(self.columns)]
        for ((_, column), side), room in self._rooms.items():
            rooms[column][side] = max(rooms[column][side], room)
        left, first = self._sides
        self.layout.setColumnSpacing(0, first + rooms[0][1])
        for column in range(1, self.columns):
            gap = GAP if column in left else 2 * GAP
            self.layout.setColumnSpacing(2 * column - 1, gap + rooms[column - 1][0])
        # For half of the last number below an axis, which grows with the text.
        margin = MARGIN * max(self._style.unit, 1.0)
        self.layout.setContentsMargins(0, 0, margin + rooms[-1][0], self._bottom)
