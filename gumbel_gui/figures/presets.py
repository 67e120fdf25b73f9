"""Presets: sizes and looks for what a figure is made for. Nothing here needs Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gumbel_gui.core.choices import LabelledEnum
from gumbel_gui.core.declarations import Declaration
from gumbel_gui.core.kinds import Choice
from gumbel_gui.figures.layout import DPI, Layout, Theme
from gumbel_gui.language import mark


class Purpose(LabelledEnum):
    """What a figure is made for."""

    DOCUMENT = "document", mark("Document")
    COLUMN = "column", mark("Journal, one column")
    COLUMNS = "columns", mark("Journal, two columns")
    SLIDE = "slide", mark("Slide, 16 : 9")
    POSTER = "poster", mark("Poster")
    SCREEN = "screen", mark("Screen")


@dataclass(frozen=True)
class Preset:
    """What is set for a purpose.

    Attributes:
        layout: of a figure with few plots.
        dpi: its resolution.
        ending: of its format.
        grid: the rows and columns of plots that it has room for.
        more: millimetres for each further row.
        smaller: factor on the scale where there are further rows.
    """

    layout: Layout
    dpi: int
    ending: str
    grid: tuple[int, int] = (2, 2)
    more: float = 0.0
    smaller: float = 1.0

    def layout_of(self, plots: int) -> Layout:
        """Return the layout of a figure of so many plots."""
        rows, columns = self.grid
        further = max(-(-plots // columns) - rows, 0)
        height = self.layout.height + self.more * further
        scale = self.layout.scale * (self.smaller if further else 1.0)
        return replace(self.layout, height=height, scale=scale)


PRESETS = {
    Purpose.DOCUMENT: Preset(Layout(), DPI.default, "png", more=90),
    # 89 and 183 mm are the columns of Nature; those of Elsevier and the IEEE are within 2 mm of
    # 90 and 181. Captions are the text's; the text of 10 pixels is 7.5 points.
    Purpose.COLUMN: Preset(Layout(89, 66, captions=False), 600, "pdf", (1, 1), more=54),
    Purpose.COLUMNS: Preset(Layout(183, 110, captions=False), 600, "pdf", more=70),
    # 13⅓ × 7½ inches with text of 16 points, in 1920 × 1080 pixels.
    Purpose.SLIDE: Preset(
        Layout(338.67, 190.5, Theme.LIGHT, captions=False, scale=1.8), 144, "png", smaller=0.7
    ),
    # Half a metre with text of 24 points.
    Purpose.POSTER: Preset(Layout(560, 390, scale=3.2), 200, "pdf", more=280),
    # 1920 × 1080 pixels with text of 18 pixels.
    Purpose.SCREEN: Preset(Layout(508, 285.75, Theme.LIGHT, scale=1.5), 96, "png", smaller=0.7),
}
PRESET = Declaration(
    Purpose.DOCUMENT,
    Choice(Purpose),
    "",
    mark("sizes and look, of which others can be given besides"),
    option="preset",
)
