"""Preview of a figure in the export dialog."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QPixmap
from PyQt6.QtWidgets import QLabel

from gumbel_gui.figures.figure import MM_PER_INCH, Content
from gumbel_gui.figures.formats import image
from gumbel_gui.figures.layout import LOWEST_DPI, Layout

WIDTH, HEIGHT = 420, 360


class ExportPreview(QLabel):
    """A figure, as large as it fits into ``WIDTH`` × ``HEIGHT`` logical pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "preview")
        self.setFixedSize(WIDTH + 12, HEIGHT + 12)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self.tr("Preview"))

    def show_figure(self, content: Content, layout: Layout) -> None:
        """Show a figure.

        Raises:
            ExportError: if it cannot be made.
        """
        ratio = self.devicePixelRatioF()
        scale = min(WIDTH / layout.width, HEIGHT / layout.height)
        # An image of at least the lowest dpi, scaled down to the label where that is too much.
        picture = image(content, layout, max(int(scale * MM_PER_INCH * ratio), LOWEST_DPI))
        shrink = min(WIDTH * ratio / picture.width(), HEIGHT * ratio / picture.height())
        if shrink < 1:
            picture = picture.scaled(
                max(round(picture.width() * shrink), 1),
                max(round(picture.height() * shrink), 1),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        pixmap = QPixmap.fromImage(picture)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
