"""ReadOut: the values of a plot under the mouse, in a tooltip beside it."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QPoint, QPointF
from PyQt6.QtWidgets import QToolTip, QWidget

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.widgets.labels import tip
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.reading import Spots, read
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
        if self._known is None:  # made anew only when the mouse moves over a new picture
            table = self._table()
            if table is None:
                return
            self._known = table, plot.spots(table, parameters)
        frame = plot.frame
        pane = frame.pane_at(scene)
        inside = pane.vb.mapSceneToView(scene)
        where = frame.panes.index(pane), inside.x(), inside.y()
        self._text = read(*self._known, where, pane.vb.viewPixelSize())
        QToolTip.showText(place, tip(self._text), self._widget)

    def forget(self) -> None:
        """Take back what was told: the picture is another."""
        self._known = None
        self.hide()

    def hide(self) -> None:
        """Tell nothing."""
        if self._text:
            self._text = ""
            QToolTip.hideText()
