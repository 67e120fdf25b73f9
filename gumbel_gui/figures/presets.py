"""Presets: sizes and looks for what a figure is made for. Nothing here needs Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from gumbel_gui.core.choices import LabelledEnum
from gumbel_gui.core.declarations import Declaration
from gumbel_gui.core.kinds import Choice
from gumbel_gui.figures.layout import DPI, LARGEST_MM, Layout, Theme
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
        columns: of plots that the width is for.
        row: millimetres of height that a row of plots takes, with the warning of a mistake; 0
            where the height stays, and all that is in it gets smaller.
    """

    layout: Layout
    dpi: int
    ending: str
    columns: int = 2
    row: float = 0.0

    def layout_of(self, plots: int) -> Layout:
        """Return the layout of a figure of so many plots; none is higher than can be."""
        layout = self.layout
        if not self.row:
            return replace(layout, scale=layout.scale * min(1, 2 / math.ceil(math.sqrt(plots))))
        height = max(layout.height, self.row * -(-plots // self.columns))
        shrunk = min(1, LARGEST_MM / height)
        width, height, scale = (
            round(shrunk * each, 2) for each in (layout.width, height, layout.scale)
        )
        return replace(layout, width=width, height=height, scale=scale)


PRESETS = {
    Purpose.DOCUMENT: Preset(Layout(), DPI.default, "png", row=75),
    # 89 and 183 mm are the columns of Nature; those of Elsevier and the IEEE are within 2 mm of
    # 90 and 181. Captions are the text's; the text of 10 pixels is 7.5 points.
    Purpose.COLUMN: Preset(Layout(89, 66, captions=False), 600, "pdf", columns=1, row=60),
    Purpose.COLUMNS: Preset(Layout(183, 110, captions=False), 600, "pdf", row=60),
    # 13⅓ × 7½ inches with text of 16 points, in 1920 × 1080 pixels.
    Purpose.SLIDE: Preset(
        Layout(338.67, 190.5, Theme.LIGHT, captions=False, scale=1.8), 144, "png"
    ),
    # Half a metre with text of 24 points.
    Purpose.POSTER: Preset(Layout(560, 390, scale=3.2), 200, "pdf", row=230),
    # 1920 × 1080 pixels with text of 18 pixels.
    Purpose.SCREEN: Preset(Layout(508, 285.75, Theme.LIGHT, scale=1.5), 96, "png"),
}
PRESET = Declaration(
    Purpose.DOCUMENT,
    Choice(Purpose),
    "",
    mark("sizes, for the number of plots, and look, of which others can be given besides"),
    option="preset",
)
