"""Preview of a figure or a frame: what is written, reduced to the room there is."""

from __future__ import annotations

import math

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QColor, QImage, QPainter, QPixmap
from PyQt6.QtWidgets import QLabel

from gumbel_gui.figures.figure import MM_PER_INCH, Content
from gumbel_gui.figures.formats import image
from gumbel_gui.figures.layout import LOWEST_DPI, Layout
from gumbel_gui.language import tr

WIDTH, HEIGHT = 420, 360
SQUARE, SHADE = 8, "#ececec"
"""Pixels and colour of the squares that show through where there is no ground."""
MOST_PIXELS = 4_000_000
"""Of a picture that is drawn at the resolution of the file; larger ones are at a lower one."""


def preview_dpi(layout: Layout, dpi: int) -> int:
    """Return the resolution at which a preview is drawn: that of the file, if that is quick."""
    inches = layout.width * layout.height / MM_PER_INCH**2
    return min(dpi, max(math.isqrt(int(MOST_PIXELS / inches)), LOWEST_DPI))


def reduced(picture: QImage, ratio: float = 1.0) -> QImage:
    """Return a picture that fits into ``WIDTH`` × ``HEIGHT`` logical pixels of a screen."""
    factor = min(WIDTH * ratio / picture.width(), HEIGHT * ratio / picture.height())
    width, height = (max(round(side * factor), 1) for side in (picture.width(), picture.height()))
    keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(width, height, keep, smooth)


class ExportPreview(QLabel):
    """A figure, as large as it fits into ``WIDTH`` × ``HEIGHT`` logical pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "preview")
        self.setFixedSize(WIDTH + 12, HEIGHT + 12)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Preview"))

    def show_figure(self, content: Content, layout: Layout, dpi: int) -> None:
        """Show a figure as a file of this resolution has it.

        Raises:
            ExportError: if it cannot be made.
        """
        self.show_picture(image(content, layout, preview_dpi(layout, dpi)))

    def show_picture(self, picture: QImage) -> None:
        """Show a picture, on a pattern of squares where it has no ground."""
        ratio = self.devicePixelRatioF()
        picture = reduced(picture, ratio)
        if picture.hasAlphaChannel():
            picture = _on_squares(picture, round(SQUARE * ratio))
        pixmap = QPixmap.fromImage(picture)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)


def _on_squares(picture: QImage, side: int) -> QImage:
    """Return a picture on a pattern of squares."""
    ground = QImage(picture.size(), QImage.Format.Format_RGB32)
    tile = QPixmap(2 * side, 2 * side)
    tile.fill(Qt.GlobalColor.white)
    painter = QPainter(tile)
    for i in range(2):
        painter.fillRect(i * side, i * side, side, side, QColor(SHADE))
    painter.end()
    painter = QPainter(ground)
    painter.drawTiledPixmap(QRectF(ground.rect()), tile)
    painter.drawImage(0, 0, picture)
    painter.end()
    return ground
