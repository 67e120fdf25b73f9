"""Grid: a layout of views in exactly the proportions of their stretch factors."""

from __future__ import annotations

from collections.abc import Mapping

import pyqtgraph as pg
from PyQt6.QtCore import QRectF, QSizeF

STRETCH = 100
"""Stretch factor of whatever holds a view, beside 0 of what holds an axis."""


class Grid(pg.QtWidgets.QGraphicsGridLayout):  # type: ignore[misc]
    """A grid in which views share the room exactly by stretch.

    Qt's own takes stretch as a hint only: at 1 : 2 it gave one column of two 4.8 times the width of
    the other. But it does give columns their preferred widths where these fill all the room.
    """

    def __init__(self) -> None:
        super().__init__()
        self._columns: dict[int, float] = {}
        self._rows: dict[int, float] = {}

    def stretch(self, row: int, column: int, stretch: float) -> None:
        """Set how large row and column are beside the others, if that is not set yet."""
        self.setRowStretchFactor(row, STRETCH)
        self.setColumnStretchFactor(column, STRETCH)
        self._rows.setdefault(row, stretch)
        self._columns.setdefault(column, stretch)

    def setGeometry(self, rect: QRectF) -> None:  # noqa: N802 (Qt's)
        """Lay out in two passes: measure the room, then share it (Qt calls this)."""
        super().setGeometry(rect)
        widths = _shares(self._columns, {c: self._size(c, 1).width() for c in self._columns})
        heights = _shares(self._rows, {r: self._size(r, 0).height() for r in self._rows})
        for column, width in widths.items():
            self.setColumnPreferredWidth(column, width)
        for row, height in heights.items():
            self.setRowPreferredHeight(row, height)
        if widths or heights:
            super().setGeometry(rect)

    def _size(self, place: int, axis: int) -> QSizeF:
        """Return the size of a view in a column (``axis`` 1) or in a row (0)."""
        across = self._rows if axis else self._columns
        cells = [(other, place) if axis else (place, other) for other in across]
        (view, *_) = filter(None, (self.itemAt(*cell) for cell in cells))
        return QSizeF(view.geometry().size())


def _shares(stretches: Mapping[int, float], sizes: Mapping[int, float]) -> dict[int, float]:
    """Return sizes of the same sum in these proportions; nothing if they are so already."""
    each = sum(sizes.values()) / sum(stretches.values())
    shares = {place: each * stretch for place, stretch in stretches.items()}
    return shares if any(abs(shares[i] - sizes[i]) > 0.01 for i in sizes) else {}
