"""RowNames: names beside the marks of rows, since colour alone does not identify many classes."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PyQt6.QtCore import QRectF

from gumbel_gui.plots.items.names import Names
from gumbel_gui.plots.look.style import Style

_GAP = 4.0
_MARK = 3.5
"""Half the height of a mark in pixels."""


class RowNames(Names):
    """A name beside the marks of each of some rows, as many as there is room for."""

    def __init__(self, view: pg.ViewBox, style: Style) -> None:
        super().__init__(view, style)
        self._rows: list[tuple[str, float, float, float]] = []

    def set_rows(self, rows: Sequence[tuple[str, float, float, float]]) -> None:
        """Show these names.

        Args:
            rows: a name, the least and the greatest x of its marks, and y < 0, as in the view;
                those that matter most come first.
        """
        self._rows = list(rows)
        self.update()

    def places(self) -> list[tuple[str, QRectF]]:
        """Return the names that are shown and where, in pixels of the view.

        A name that would cover the mark of another row, or a name before it, is left out.
        """
        marks = [
            QRectF(self.pixels(low, y), self.pixels(high, y)).adjusted(-_MARK, -_MARK, _MARK, _MARK)
            for _, low, high, y in self._rows
        ]
        placed: list[tuple[str, QRectF]] = []
        for (name, *_), mark in zip(self._rows, marks, strict=True):
            taken = [other for other in marks if other != mark] + [other for _, other in placed]
            for place in self._beside(mark, name):
                if not any(place.intersects(other) for other in taken):
                    placed.append((name, place))
                    break
        return placed

    def _beside(self, mark: QRectF, name: str) -> list[QRectF]:
        """Return where a name can be: right of a mark, left of it, or under a long one."""
        width, height = self._metrics.horizontalAdvance(name), 0.8 * self._style.text_size
        middle = mark.center().y() - height / 2
        places = [(mark.right() + _GAP, middle), (mark.left() - _GAP - width, middle)]
        if mark.width() > width + 2 * _GAP:
            places.append((mark.center().x() - width / 2, mark.center().y() + 2))
        highest, lowest = self.pixels(0, 0).y() + 1, self._view.height() - height
        return [
            QRectF(x, max(min(y, lowest), highest), width, height)
            for x, y in places
            if x >= 0 and x + width <= self._view.width()
        ]
