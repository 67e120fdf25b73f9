"""Dots: symbols of a size in pixels at places of a plot, all of them one light item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PyQt6.QtGui import QBrush, QPainter, QPen, QPixmap
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol, renderSymbol
from pyqtgraph.Qt.internals import PrimitiveArray

from gumbel_gui.core.arrays import Floats, Indices
from gumbel_gui.plots.canvas.in_view import InView


class Dots(InView, pg.GraphicsObject):  # type: ignore[misc]
    """Symbols in fixed ranges; a window paints pixmaps of them, a file has them as shapes.

    pyqtgraph's ``ScatterPlotItem`` keeps a record with a look for each point and searches their
    bounds, which takes several times as long for a few dots that move.

    Attributes:
        opts: ``pen`` of all points; ``symbol``, ``size`` in pixels at 96 dpi and ``brush`` of all
            points or (n,) of each.
    """

    def __init__(
        self,
        size: float | Floats = 7,
        symbol: str | Sequence[str] = "o",
        pen: QPen | None = None,
        brush: QBrush | Sequence[QBrush] | None = None,
    ) -> None:
        super().__init__()
        self._x = self._y = np.zeros(0)
        self._pixmaps: dict[object, QPixmap] = {}
        self._fragments = PrimitiveArray(QPainter.PixmapFragment, 10)
        brush = pg.mkBrush(None) if brush is None else brush
        self.opts = {"size": size, "symbol": symbol, "pen": pg.mkPen(pen), "brush": brush}

    def setData(  # noqa: N802 (as other items have it)
        self, x: Any = (), y: Any = (), **look: Any
    ) -> None:
        """Show other points, x and y (n,), in another look where one is given, see ``set_look``."""
        self._x, self._y = np.asarray(x, np.float64), np.asarray(y, np.float64)
        self.set_look(**look)

    def getData(self) -> tuple[Floats, Floats]:  # noqa: N802 (as other items have it)
        """Return the places, (n,) each."""
        return self._x, self._y

    def set_look(self, **look: Any) -> None:
        """Set some of ``opts``."""
        self.opts.update(look)
        if "pen" in look:
            self._pixmaps.clear()
        self.update()

    def paint(self, painter: QPainter, _option: Any, widget: Any) -> None:
        """Paint the points that can be seen (Qt calls this)."""
        if not len(self._x):
            return
        to, exported = painter.transform(), self._exportOpts
        seen = to.mapRect(self.boundingRect())
        x = to.m11() * self._x + to.m21() * self._y + to.dx()
        y = to.m12() * self._x + to.m22() * self._y + to.dy()
        sizes = np.multiply(self.opts["size"], exported["resolutionScale"] if exported else 1.0)
        reach = 0.5 * sizes
        inside = (x + reach > seen.left()) & (x - reach < seen.right())
        inside &= (y + reach > seen.top()) & (y - reach < seen.bottom())
        if not inside.any():
            return
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for symbol, size, brush, at in self._looks(sizes, np.flatnonzero(inside)):
            if exported or widget is None:
                for i in at:
                    painter.resetTransform()
                    painter.translate(x[i], y[i])
                    drawSymbol(painter, symbol, size, self.opts["pen"], brush)
            else:
                ratio = widget.devicePixelRatioF()
                pixmap = self._pixmap(symbol, size, brush, ratio)
                self._fragments.resize(len(at))
                numbers = self._fragments.ndarray()
                numbers[:, 0], numbers[:, 1] = x[at], y[at]
                numbers[:, 2:] = 0, 0, pixmap.width(), pixmap.height(), 1 / ratio, 1 / ratio, 0, 1
                painter.drawPixmapFragments(self._fragments.instances(), pixmap)

    def _looks(self, sizes: Floats, points: Indices) -> Iterator[tuple[str, float, QBrush, Any]]:
        """Yield symbols, sizes and brushes, and which of these points have them, in their order."""
        symbol, brush = self.opts["symbol"], self.opts["brush"]
        own = not isinstance(symbol, str), sizes.ndim > 0, not isinstance(brush, QBrush)
        for at in points[:, None] if any(own) else [points]:
            look = zip((symbol, sizes, brush), own, strict=True)
            one, size, fill = (each[at[0]] if of_each else each for each, of_each in look)
            yield one, float(size), fill, at

    def _pixmap(self, symbol: str, size: float, brush: QBrush, ratio: float) -> QPixmap:
        """Return a picture of a point for a screen with so many pixels to one of 96 dpi."""
        key = symbol, size, brush.color().rgba(), brush.style(), ratio
        if key not in self._pixmaps:
            drawn = renderSymbol(symbol, size, self.opts["pen"], brush, dpr=ratio)
            drawn.setDevicePixelRatio(1)
            self._pixmaps[key] = QPixmap.fromImage(drawn)
        return self._pixmaps[key]
