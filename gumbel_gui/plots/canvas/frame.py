"""Frame and panes: views with axes in a grid, with a row above them for the key.

pyqtgraph's own ``PlotItem`` makes a form, seven menus and two more axes, all hidden, for every
plot: one for each plot of a window would double the time until it opens.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QPointF, QRectF, Qt

from gumbel_gui.core.arrays import Floats
from gumbel_gui.plots.canvas.axis import MARGIN, OVERHANG, Axis
from gumbel_gui.plots.canvas.grid import Grid
from gumbel_gui.plots.canvas.key import Key
from gumbel_gui.plots.look.style import Style

NAME_OVERHANG = 2
"""Pixels below the axes: pyqtgraph lets the name of an axis hang out of it by one."""
GAP = 1.0 * OVERHANG
"""Pixels between panes with an axis between them; twice that where texts of both may hang over."""


def coarse_end(ends: Iterable[float], highest: float) -> float:
    """Return the first of ascending ends of an axis that is not below a value, or else the last."""
    listed = list(ends)
    return next((end for end in listed if highest <= end), listed[-1])


class Extents:
    """The largest values that a plot has shown, by name, over the pictures of an animation."""

    def __init__(self) -> None:
        self._largest: dict[str, float] = {}

    def of(self, name: str, value: float) -> float:
        """Return the largest value of this name so far, this one included."""
        self._largest[name] = largest = max(value, self._largest.get(name, value))
        return largest


class InView:
    """Mixin of items in fixed ranges: bounds are those of the view, so no data is searched.

    No ``QObject`` itself: PyQt finds the signals of the first base only.
    """

    viewRect: Any  # noqa: N815 (pyqtgraph's)
    prepareGeometryChange: Any  # noqa: N815 (Qt's)

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's)
        """Return what can be seen (Qt calls this)."""
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:  # noqa: N802 (pyqtgraph's)
        """Follow the ranges."""
        self.prepareGeometryChange()
        super().viewTransformChanged()  # type: ignore[misc]


class Curve(InView, pg.PlotCurveItem):  # type: ignore[misc]
    """A curve in fixed ranges."""

    def set_rows(self, x: Floats, rows: Floats) -> None:
        """Show rows (n, points) over x (points,) or (n, points), with a break after each."""
        joined = np.ones(rows.shape, np.int32)
        joined[:, -1] = 0
        x = np.broadcast_to(x, rows.shape).ravel()
        self.setData(x, rows.ravel(), connect=joined.ravel())

    def viewTransformChanged(self) -> None:  # noqa: N802 (pyqtgraph's)
        """Follow the ranges."""
        # Of all its items, only pyqtgraph's curves keep the old view.
        self._cachedView = None
        super().viewTransformChanged()


class Pane:
    """One view with its axes.

    Attributes:
        vb: the view that the items are in.
        axes: those there are, by ``"left"`` and ``"bottom"``.
        items: what was added, in that order.
    """

    def __init__(self, style: Style, axes: Collection[str]) -> None:
        self._style = style
        self._ranges: tuple[tuple[float, float], tuple[float, float]] | None = None
        self._names: tuple[str, str] | None = None
        self.items: list[Any] = []
        # With a parent that is in a scene already, it would not notice that it is in one, too.
        self.vb = pg.ViewBox(enableMenu=False, enableMouse=False)
        self.axes = {side: Axis(side, style) for side in ("left", "bottom") if side in axes}
        for axis in self.axes.values():
            axis.linkToView(self.vb)
            axis.setZValue(0.5)

    def add(self, *items: Any) -> None:
        """Show items, in the coordinates of the axes."""
        for item in items:
            self.items.append(item)
            self.vb.addItem(item, ignoreBounds=True)

    def remove(self, item: Any) -> None:
        """Take an item out again."""
        self.items.remove(item)
        self.vb.removeItem(item)

    def axis(self, side: str) -> Axis:
        """Return the ``"left"`` or ``"bottom"`` axis."""
        return self.axes[side]

    def name_axes(self, bottom: str, left: str = "") -> None:
        """Name the axes there are."""
        if self._names == (bottom, left):
            return
        self._names = (bottom, left)
        names = {"bottom": bottom, "left": left}
        for side, axis in self.axes.items():
            axis.label.setFont(self._style.font())
            axis.setLabel(names[side], color=self._style.muted)
            axis.resizeEvent()  # centres the name, which it does not do by itself

    def set_ranges(self, x: tuple[float, float], y: tuple[float, float]) -> bool:
        """Fix the ranges of the view; return whether they moved.

        Each move redraws the axes, which is slow: ranges are to move in coarse steps, see
        ``coarse_end``, and not while a slider is dragged.
        """
        if self._ranges == (x, y):
            return False
        self._ranges = (x, y)
        self.vb.disableAutoRange()
        self.vb.setRange(xRange=x, yRange=y, padding=0)
        return True


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
        for column in range(1, columns):
            self.layout.setColumnSpacing(2 * column - 1, GAP if column in left else 2 * GAP)
        for row in range(1, rows):
            self.layout.setRowSpacing(2 * row, GAP if row - 1 in bottom else 2 * GAP)
        # The lowest number beside a view hangs out of it.
        hanging = rows - 1 not in bottom and left
        self.layout.setContentsMargins(0, 0, MARGIN, MARGIN if hanging else NAME_OVERHANG)
        if 0 not in left:
            self.layout.setColumnSpacing(0, MARGIN if bottom else 0)
