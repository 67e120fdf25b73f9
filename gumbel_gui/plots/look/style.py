"""Style: colours, pens and fonts of the looks of plots and window: light, dark, contrast, print.

Fonts are sized in pixels at 96 dpi, so that a figure looks the same on every platform.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, Self

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QBrush, QColor, QFont, QPen

from gumbel_gui.plots.look.colours import contrasting, mixed
from gumbel_gui.plots.look.fonts import CHINESE_FAMILIES, FAMILIES
from gumbel_gui.plots.look.palette import class_colour

Line = Literal["line", "dashes", "dots", "dash-dots"]
"""What a line is made of; a key shows it by the same name."""
DASHES: dict[str, list[float]] = {
    "line": [],
    "dashes": [4, 3],
    "dots": [1.5, 2],
    "dash-dots": [5, 2, 1.2, 2],
}
"""Lengths of dashes and gaps in turn, in widths of the pen."""
TEXT_SIZE = 12
"""Size of the text that widths and sizes of lines and marks are given for."""

FADED = 0.82
"""How near to the ground the colours of classes are while another one is set off."""


@dataclass(frozen=True)
class Style:
    """A look. Colours are ``#rrggbb``.

    Attributes:
        name: ``"light"``, ``"dark"``, ``"contrast"`` or ``"print"``.
        dark: whether the ground is dark.
        window: the ground behind the cards.
        surface: the ground of a card or a figure.
        border: outlines of cards and controls.
        text: words and numbers; muted: axis numbers and captions.
        axis: axis lines.
        accent: what can be touched, such as t, and nothing else.
        fill: the area of a histogram.
        mark: what is exact, beside what is observed.
        kinds: the two kinds that a picture compares, such as negative and positive; unlike the
            accent and all classes for any kind of colour vision.
        third_kind: a third one beside these two, for lines.
        error: the sentence about bad input.
        contrast: the least that marks and lines of any colour have to the ground (WCAG 2).
        line: width of a curve in pixels at 96 dpi for text of ``TEXT_SIZE``.
        text_size: of numbers and sentences in pixels at 96 dpi; headings are 2 larger, and lines
            and marks grow with it.
        set_off: the class that is set off: the colours of the others are faded; None for none.
        base: size of the text that widths and sizes in pixels are given for.
        scale: factor on all pen widths; above 1 for a picture of more than 96 dpi.
        family: of the font; the first of ``FAMILIES`` that is there if it is none.
    """

    name: str
    dark: bool
    window: str
    surface: str
    border: str
    text: str
    muted: str
    axis: str
    accent: str
    fill: str
    mark: str
    kinds: tuple[str, str]
    third_kind: str
    error: str
    contrast: float = 1.0
    line: float = 1.0
    text_size: int = TEXT_SIZE
    base: int = TEXT_SIZE
    scale: float = 1.0
    set_off: int | None = None
    family: str = ""

    @property
    def faint(self) -> str:
        """A colour for curves that are many and matter little."""
        return self.pale(self.muted, 0.55)

    def pale(self, colour: str, share: float) -> str:
        """Return a colour this share of the way to the ground, as far as contrast allows."""
        return contrasting(mixed(colour, self.surface, share), self.surface, self.contrast)

    @property
    def unit(self) -> float:
        """What sizes in pixels are multiplied with, so that lines and marks grow with the text."""
        return self.text_size / self.base

    def scaled(self, factor: float) -> Self:
        """Return this look with all pens wider by the factor."""
        return replace(self, scale=self.scale * factor)

    def pen(
        self, colour: str, width: float = 1.0, *, dashed: bool = False, line: str = "line"
    ) -> QPen:
        """Return a cosmetic pen, its width in pixels at 96 dpi for text of ``TEXT_SIZE``."""
        pen = QPen(QColor(colour), width * self.unit * self.scale)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if pattern := DASHES.get("dashes" if dashed else line):
            pen.setDashPattern(pattern)
        return pen

    def brush(self, colour: str) -> QBrush:
        """Return a solid brush."""
        return QBrush(QColor(colour))

    def font(self, *, heading: bool = False) -> QFont:
        """Return the font, in the size and weight of text or of headings."""
        font = QFont([*filter(None, [self.family]), *FAMILIES, *CHINESE_FAMILIES])
        font.setStyleHint(QFont.StyleHint.SansSerif)
        font.setPixelSize(self.text_size + 2 * heading)
        font.setBold(heading)
        return font

    def class_colour(self, k: int) -> str:
        """Return the colour of class k, the same everywhere in this look."""
        faded = self.set_off is not None and k != self.set_off
        return self.pale(class_colour(k, self.name), FADED if faded else 0.0)

    def class_brushes(self, classes: Iterable[int]) -> list[QBrush]:
        """Return the brush of each of these classes."""
        return [self.brush(self.class_colour(k)) for k in classes]


LIGHT = Style(
    name="light",
    dark=False,
    window="#f4f6f8",
    surface="#ffffff",
    border="#dde2e8",
    text="#1b1f24",
    muted="#5c6673",
    axis="#838d98",
    accent="#4a2a94",
    fill="#cfd6df",
    mark="#1b1f24",
    kinds=("#702a0c", "#02524d"),
    third_kind="#687087",
    error="#b3261e",
)
DARK = Style(
    name="dark",
    dark=True,
    window="#16181b",
    surface="#1f2226",
    border="#343a41",
    text="#eceff2",
    muted="#a3adb8",
    axis="#717c88",
    accent="#9e7bff",
    fill="#414b58",
    mark="#f4f6f8",
    kinds=("#fcbb8d", "#8fdcc0"),
    third_kind="#b7bfd7",
    error="#ff8a80",
)
CONTRAST = Style(
    name="contrast",
    dark=True,
    window="#000000",
    surface="#000000",
    border="#8a8a8a",
    text="#ffffff",
    muted="#dcdcdc",
    axis="#a8a8a8",
    accent="#11ddee",
    fill="#767676",
    mark="#ffffff",
    kinds=("#ccaabb", "#ccff99"),
    third_kind="#8f87ff",
    error="#ff9a90",
    contrast=4.5,
)
PRINT = replace(
    LIGHT,
    name="print",
    window="#ffffff",
    axis="#6b7480",
    muted="#3c444d",
    line=1.4,
    text_size=10,
    base=10,
)

STYLES = {style.name: style for style in (LIGHT, DARK, CONTRAST, PRINT)}
