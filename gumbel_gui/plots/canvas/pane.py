"""Pane: one view with its axes."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pyqtgraph as pg

from gumbel_gui.plots.canvas.axis import Axis
from gumbel_gui.plots.look.style import Style


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
            axis.setLabel(names[side])
            axis.resizeEvent()  # centres the name, which it does not do by itself

    def set_ranges(self, x: tuple[float, float], y: tuple[float, float]) -> bool:
        """Fix the ranges of the view; return whether they moved.

        Each move redraws the axes, which is slow: ranges are to move in coarse steps, see
        ``round_end``, and not while a slider is dragged.
        """
        if self._ranges == (x, y):
            return False
        self._ranges = (x, y)
        self.vb.disableAutoRange()
        self.vb.setRange(xRange=x, yRange=y, padding=0)
        return True
