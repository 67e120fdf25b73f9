"""InView, and curves and bars of it: items in fixed ranges, whose data is not searched."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QPainter, QPen

from gumbel_gui.core.arrays import Floats


class InView:
    """Mixin of items in fixed ranges: bounds are those of the view.

    No ``QObject`` itself: PyQt finds the signals of the first base only.
    """

    viewRect: Any  # noqa: N815 (pyqtgraph's)
    getViewBox: Any  # noqa: N815 (pyqtgraph's)
    setData: Any  # noqa: N815 (pyqtgraph's)
    setZValue: Any  # noqa: N815 (Qt's)
    prepareGeometryChange: Any  # noqa: N815 (Qt's)
    _seen: QRectF | None = None

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's)
        """Return what can be seen (Qt calls this, several times for each picture)."""
        if self._seen is not None:
            return self._seen
        seen = QRectF(self.viewRect())
        if isinstance(self.getViewBox(), pg.ViewBox):  # else it is on the way into it
            self._seen = seen
        return seen

    def viewTransformChanged(self) -> None:  # noqa: N802 (pyqtgraph's)
        """Follow the ranges."""
        self.prepareGeometryChange()
        self._seen = None
        super().viewTransformChanged()  # type: ignore[misc]


class Curve(InView, pg.PlotCurveItem):  # type: ignore[misc]
    """A curve in fixed ranges.

    pyqtgraph's own checks and tells much at each change that nobody here needs: most of the time
    of a curve of 60 points.
    """

    def setData(  # noqa: N802 (pyqtgraph's)
        self, x: Any = (), y: Any = (), **options: Any
    ) -> None:
        """Show other points, x and y (n,); options are ``fillLevel`` and ``connect``."""
        self.xData, self.yData = np.asarray(x), np.asarray(y)
        self.opts.update(options)
        self.path = self.fillPath = self._fillPathList = None
        self._lineSegmentsRendered = False
        self.update()

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

    def paint(self, painter: QPainter, _option: Any, widget: Any) -> None:
        """Paint the area and the line (Qt calls this)."""
        if not len(self.xData):
            return
        opts, pen = self.opts, self.opts["pen"]
        smooth = bool(opts["antialias"] or self._exportOpts)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        if opts["fillLevel"] is not None and opts["brush"] is not None:
            by_parts = self._shouldUseFillPathList()
            for path in self._getFillPathList(widget) if by_parts else [self._getFillPath()]:
                painter.fillPath(path, opts["brush"])
        if isinstance(pen, QPen) and pen.style() != Qt.PenStyle.NoPen:
            painter.setPen(pen)
            if self._shouldUseDrawLineSegments(pen):
                painter.drawLines(*self._getLineSegments())
            else:
                painter.drawPath(self.getPath())


class Bars(InView, pg.BarGraphItem):  # type: ignore[misc]
    """Bars in fixed ranges."""


class ErrorBars(InView, pg.ErrorBarItem):  # type: ignore[misc]
    """Intervals in fixed ranges."""

    def setData(self, **options: Any) -> None:  # noqa: N802 (pyqtgraph's)
        """Show other intervals, see ``pyqtgraph.ErrorBarItem``."""
        super().setData(**options)
        self.drawPath()  # while it is painted, this would have it painted again
