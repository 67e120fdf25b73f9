"""ReadOut: the values of a plot under the mouse, in a tooltip beside it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PyQt6.QtCore import QPoint, QPointF
from PyQt6.QtWidgets import QToolTip, QWidget

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.widgets.labels import tip
from gumbel_gui.language import listed
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.reading import Spots, class_read, read
from gumbel_gui.plots.table import Table


class ReadOut:
    """Tells what is under the mouse when that moves; the plot is not painted again for it.

    A tooltip is a window of its own, which Qt puts beside the mouse, never under it.

    Args:
        widget: over which the mouse is.
        table: returns the table of what is shown, or None.
    """

    def __init__(self, widget: QWidget, table: Callable[[], Table | None]) -> None:
        self._widget, self._table = widget, table
        self._known: tuple[Table, tuple[Spots, ...]] | None = None
        self._text = ""

    @property
    def text(self) -> str:
        """What is told, empty for nothing."""
        return self._text

    def show_at(self, plot: Plot, parameters: Parameters, scene: QPointF, place: QPoint) -> None:
        """Tell what a plot shows at a place of its scene, which is ``place`` on the screen."""
        known, others = self._look(plot, parameters), left_out(plot, scene)
        if known is not None:
            self._text = listed(entry.text for entry in others)
            self._text = self._text or read(*known, *_where(plot, scene))
            QToolTip.showText(place, tip(self._text), self._widget)

    def class_at(self, plot: Plot, parameters: Parameters, scene: QPointF) -> int | None:
        """Return the class that a plot or its key shows at a place of its scene, if it does."""
        in_key = plot.key.mapFromScene(scene)
        if plot.key.contains(in_key):
            return plot.key.class_at(in_key.x())
        known = self._look(plot, parameters)
        inside = plot.frame.pane_at(scene).vb.sceneBoundingRect().contains(scene)
        return class_read(*known, *_where(plot, scene)) if known and inside else None

    def middles(self, plot: Plot, parameters: Parameters) -> list[tuple[int, Floats]]:
        """Return the middles (2, n) of what can be told in each pane, by its index."""
        known = self._look(plot, parameters)
        spots = known[1] if known else ()
        ends = [(each, (each.left + each.right, each.bottom + each.top)) for each in spots]
        middles = [(each.pane, np.array(sums) / 2) for each, sums in ends]
        return [(pane, each[:, np.isfinite(each).all(axis=0)]) for pane, each in middles]

    def _look(self, plot: Plot, parameters: Parameters) -> tuple[Table, tuple[Spots, ...]] | None:
        if self._known is None:  # made anew only when the mouse moves over a new picture
            table = self._table()
            if table is not None:
                self._known = table, plot.spots(table, parameters)
        return self._known

    def forget(self) -> None:
        """Take back what was told: the picture is another."""
        self._known = None
        self.hide()

    def hide(self) -> None:
        """Tell nothing."""
        if self._text:
            self._text = ""
            QToolTip.hideText()


def left_out(plot: Plot, scene: QPointF) -> list[Entry]:
    """Return the entries that the key has no room for, if their number is at a place."""
    in_key = plot.key.mapFromScene(scene)
    return plot.key.left_out_at(in_key.x()) if plot.key.contains(in_key) else []


def _where(plot: Plot, scene: QPointF) -> tuple[tuple[int, float, float], tuple[float, float]]:
    """Return the pane and the place in it, and the size of a pixel there."""
    pane = plot.frame.pane_at(scene)
    inside = pane.vb.mapSceneToView(scene)
    return (plot.frame.panes.index(pane), inside.x(), inside.y()), pane.vb.viewPixelSize()
