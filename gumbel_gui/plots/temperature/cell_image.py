"""CellImage: counts in the cells of a triangle as shades of one colour."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QRectF

from gumbel_gui.core.arrays import Whole
from gumbel_gui.plots.look.colours import mix
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.temperature.triangle import HEIGHT, cell_picture

PICTURE = (512, 443)
"""Width and height in pixels."""
SHADES = 255
DARKEST = 0.6
"""Share of the colour of exact lines, which are drawn over it, in the darkest shade."""


class CellImage(pg.ImageItem):  # type: ignore[misc]
    """A triangle in shades from the ground to grey; nothing where there is no draw."""

    def __init__(self, style: Style) -> None:
        super().__init__(axisOrder="row-major")
        # From the ground to grey, (256,), four bytes R, G, B, A each; the first is clear.
        colours = np.full((SHADES + 1, 4), 255, np.uint8)
        shares = np.linspace(0, 1, SHADES + 1)
        colours[:, :3] = np.rint(255 * mix(style.surface, style.mark, DARKEST * shares))
        colours[0, 3] = 0
        self._shades = np.ascontiguousarray(colours).view(np.uint32)[:, 0]

    def show_counts(self, cells: Whole, full: float) -> None:
        """Show counts, as of ``triangle.count_cells``.

        Shades grow with the logarithms: at a low temperature corners hold nearly all draws.

        Args:
            cells: the counts.
            full: the count of the darkest shade, the largest or more.
        """
        shade = np.log1p(cells.ravel())
        shade *= SHADES / max(float(np.log1p(full)), 1e-9)
        levels = np.minimum(np.ceil(shade), SHADES).astype(np.intp)
        # The last one is for what is outside, whose cell is −1.
        of_cells = np.append(self._shades[levels], np.uint32(0))
        pixels = of_cells[cell_picture(*PICTURE)].view(np.uint8).reshape(*PICTURE[::-1], 4)
        self.setImage(pixels, autoLevels=False)
        self.setRect(QRectF(0, 0, 1, HEIGHT))
