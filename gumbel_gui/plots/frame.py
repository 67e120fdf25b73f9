"""What a plot's items are drawn in: a view with two axes, and a row above it for the key.

pyqtgraph's own ``PlotItem`` makes a form, seven menus and two more axes, all hidden, for every
plot: as many of them as a window has plots would double the time until it opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter

from gumbel_gui.plots.key import Key, own_clip
from gumbel_gui.plots.style import Style

MARGIN = 8
"""Pixels to the right of the axes, and by which the names of classes may reach beyond them."""
NAME_GAP, CLOSE_GAP = 7.0, 5.0
"""Pixels between names on an axis, where all are shown and where only some are."""
NARROWEST_NAME = 46.0
"""Names on an axis are shortened down to this many pixels; then only some are shown."""
OVERHANG = 12
"""Pixels by which texts may reach beyond the ends of an axis."""


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis with plain numbers, a true minus sign and no SI prefixes."""

    def __init__(self, orientation: str, style: Style) -> None:
        super().__init__(orientation)
        self._names: tuple[str, ...] = ()
        self._order: tuple[int, ...] = ()
        self._widths: list[float] = []
        self._texts: dict[int, str] = {}
        self._room = (0.0, 1e-6, 0.0)
        self._metrics = QFontMetricsF(style.font())
        self.enableAutoSIPrefix(False)
        self.setPen(style.pen(style.axis))
        self.setTickPen(style.pen(style.axis))
        self.setTextPen(style.pen(style.muted))
        self.setTickFont(style.font())
        self.setStyle(tickLength=4, maxTickLevel=0, hideOverlappingLabels=OVERHANG)
        if orientation == "left":
            self.setWidth(3.4 * style.text_size + 12)
        else:
            self.setHeight(2 * style.text_size + 12)

    def paint(self, painter: QPainter, *args: Any) -> None:
        """Paint the axis (Qt calls this)."""
        own_clip(painter, self.boundingRect())
        super().paint(painter, *args)

    def set_names(self, names: Sequence[str], order: tuple[int, ...] = ()) -> None:
        """Label 0, 1, … by these names, shortened where they must be.

        Args:
            names: of all places.
            order: where not all names fit, those of these places come first.
        """
        if tuple(names) != self._names:
            self._names, self._order = tuple(names), order
            self._widths = [self._metrics.horizontalAdvance(name) for name in names]
        elif order != self._order:
            self._order = order
            if self._texts == self._fitting_names(*self._room):
                return
        else:
            return
        self.picture = None
        self.update()

    def tickValues(self, low: float, high: float, size: float) -> Any:  # noqa: N802 (pyqtgraph's)
        """Return the places of ticks; where they have names, of those that are shown."""
        if not self._names:
            return super().tickValues(low, high, size)
        self._room = (low, max(size / (high - low), 1e-6), size)
        self._texts = self._fitting_names(*self._room)
        return [(1, sorted(self._texts))]

    def tickStrings(self, values: Any, *args: Any) -> list[str]:  # noqa: N802 (pyqtgraph's)
        """Return the texts of ticks."""
        if self._names:
            return [self._texts[round(v)] for v in values]
        return [text.replace("-", "−") for text in super().tickStrings(values, *args)]

    def _fitting_names(self, low: float, each: float, size: float) -> dict[int, str]:
        """Return all names, or those that come first and overlap none before them."""
        widths = self._widths
        if min(max(widths) + NAME_GAP, NARROWEST_NAME) <= each:
            return {k: self._shortened(k, each - NAME_GAP) for k in range(len(widths))}
        widest = max(NARROWEST_NAME, size / 6) - NAME_GAP
        placed: dict[int, tuple[float, float]] = {}
        for k in self._order or range(len(widths)):
            centre = (k - low) * each
            half = min(widths[k] / 2, widest / 2, min(centre, size - centre) + MARGIN)
            if all(
                abs(centre - other) >= half + reach + CLOSE_GAP for other, reach in placed.values()
            ):
                placed[k] = (centre, half)
        return {k: self._shortened(k, 2 * half) for k, (_, half) in placed.items()}

    def _shortened(self, k: int, width: float) -> str:
        middle = Qt.TextElideMode.ElideMiddle
        # Rounding must not shorten a name that is exactly as wide as its room.
        return self._metrics.elidedText(self._names[k], middle, width + 0.5)


class Curve(pg.PlotCurveItem):  # type: ignore[misc]
    """A curve that lies in the ranges of its axes, which do not follow it.

    So it need not look at its data to tell where it is, and changes of it touch the view alone.
    """

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's)
        """Return what can be seen (Qt calls this)."""
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:  # noqa: N802 (pyqtgraph's)
        """Follow the ranges."""
        self.prepareGeometryChange()
        super().viewTransformChanged()


class Frame(pg.GraphicsWidget):  # type: ignore[misc]
    """An empty plot in a look, for ``Plot.build``.

    Attributes:
        vb: the view that the items are in.
        items: what was added, in that order.
    """

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self.items: list[Any] = []
        self._keys: list[Key] = []
        self.vb = pg.ViewBox(parent=self, enableMenu=False, enableMouse=False)
        self._axes = {side: Axis(side, style) for side in ("left", "bottom")}
        self.layout = pg.QtWidgets.QGraphicsGridLayout()
        # pyqtgraph lets the name of an axis hang out of it by a pixel.
        self.layout.setContentsMargins(0, 0, MARGIN, 2)
        # An axis item draws its line one pixel off the view; this closes the gap.
        self.layout.setSpacing(-1)
        self.layout.addItem(self.vb, 1, 1)
        for side, place in (("left", (1, 0)), ("bottom", (2, 1))):
            axis = self._axes[side]
            axis.linkToView(self.vb)
            axis.setZValue(0.5)
            self.layout.addItem(axis, *place)
        self.layout.setRowStretchFactor(1, 100)
        self.layout.setColumnStretchFactor(1, 100)
        self.setLayout(self.layout)

    def add_key(self, key: Key) -> None:
        """Put a key above the view."""
        self._keys.append(key)
        self.layout.addItem(key, 0, 0, 1, 2)
        self.layout.setRowFixedHeight(0, key.full_height)

    def keep_words(self) -> None:
        """Keep pictures of key and axes, so that they are not written anew with every frame.

        For a window; in a file they would be pictures, too.
        """
        words: list[Any] = [*self._axes.values(), *self._keys]
        for item in words:
            item.setCacheMode(pg.QtWidgets.QGraphicsItem.CacheMode.DeviceCoordinateCache)

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
        return self._axes[side]

    def name_axes(self, bottom: str, left: str) -> None:
        """Name both axes."""
        for side, name in (("bottom", bottom), ("left", left)):
            axis = self._axes[side]
            axis.label.setFont(self._style.font())
            axis.setLabel(name, color=self._style.muted)
            axis.resizeEvent()  # centres the name, which it does not do by itself

    def set_ranges(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Fix the ranges of both axes, so that no picture has to look for its own."""
        self.vb.disableAutoRange()
        self.vb.setRange(xRange=x, yRange=y, padding=0)
