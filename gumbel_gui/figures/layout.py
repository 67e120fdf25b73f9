"""Layout: how large a figure is and how it looks, each of it declared once.

The options of ``render``, the command that a file stores, the fields of the export dialog and the
figure of an experiment file follow from the declarations. Nothing here needs Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from gumbel_gui.core.checks import ParameterError
from gumbel_gui.core.choices import LabelledEnum
from gumbel_gui.core.declarations import Declaration, declare
from gumbel_gui.core.kinds import Choice, Flag, Kind, Number, Whole
from gumbel_gui.language import ENGLISH, languages, mark, own_name, tr

SMALLEST_MM, LARGEST_MM = 30, 1000
LOWEST_DPI, HIGHEST_DPI = 30, 2400
DPI = Declaration(
    300, Whole(LOWEST_DPI, HIGHEST_DPI), "dpi", mark("resolution of a PNG"), option="dpi"
)
"""Of an image only, and so no part of the layout."""


class Theme(LabelledEnum):
    """A look, by the name of its style."""

    LIGHT = "light", mark("Light")
    DARK = "dark", mark("Dark")
    CONTRAST = "contrast", mark("High contrast")
    PRINT = "print", mark("Print, on white")


class _OwnNames(LabelledEnum):
    """Languages, each of which is called what it calls itself."""

    @property
    def label(self) -> str:
        """What the language calls itself."""
        return own_name(self.value)


_CODES: Any = {code: code for code in languages()}
Language: type[LabelledEnum] = _OwnNames("Language", _CODES)  # type: ignore[assignment]
"""A language of the words in a figure, by its code."""


@dataclass(frozen=True)
class Line(Kind):
    """A text in one line of at most ``longest`` characters; it may be empty."""

    longest: int

    def allowed(self, own: Any = None) -> str:
        return tr("one line of at most {n} characters that can be printed", n=self.longest)

    def check(self, name: str, value: Any, own: Any) -> str:
        if not (isinstance(value, str) and len(value) <= self.longest and value.isprintable()):
            raise ParameterError(name, value, self.allowed())
        return value.strip()

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "maxLength": self.longest}

    def parse(self, name: str, text: str) -> str:
        return text

    def write(self, value: Any) -> str:
        return str(value)


def _size(default: float, words: str) -> Any:
    return declare(default, Number(SMALLEST_MM, LARGEST_MM, unit="mm"), "mm", words)


@dataclass(frozen=True)
class Layout:
    """How large a figure is and how it looks; see the words of the declarations.

    Attributes:
        scale: of all that has a size on the paper besides the figure itself: texts, lines, margins.

    Raises:
        ParameterError: naming the option, the value and what is allowed.
    """

    width: float = _size(180.0, mark("width in mm"))
    height: float = _size(120.0, mark("height in mm"))
    theme: Theme = declare(Theme.PRINT, Choice(Theme), "", mark("colours, and size of the text"))
    titles: bool = declare(True, Flag(), "", mark("title of each plot above it"))
    captions: bool = declare(True, Flag(), "", mark("sentence of each plot below it"))
    marks: bool = declare(True, Flag(), "", mark("mark of the selected draw"))
    scale: float = declare(
        1.0, Number(0.25, 8), "×", mark("factor on sizes of texts, lines and margins")
    )
    title: str = declare("", Line(200), "", mark("title above the whole figure"))
    family: str = declare(
        "", Line(100), "", mark("font family"), mark("the usual one if none is given")
    )
    language: LabelledEnum = declare(
        Language(ENGLISH), Choice(Language), "", mark("language of the words")
    )
    transparent: bool = declare(False, Flag(), "", mark("no ground behind the plots"))
    paths: bool = declare(False, Flag(), "", mark("text as paths, in an SVG file"))

    def __post_init__(self) -> None:
        for name, each in LAYOUT.items():
            value = each.kind.check(each.option, getattr(self, name), self)
            object.__setattr__(self, name, value)


LAYOUT: dict[str, Declaration] = {
    field.name: replace(
        field.metadata["declaration"],
        option=field.metadata["declaration"].option or field.name.replace("_", "-"),
    )
    for field in fields(Layout)
}
"""The declarations by field, in their order."""
LOOK = {**LAYOUT, "dpi": DPI}
"""What is declared of the look of a figure."""
FRAME_LOOK = {name: each for name, each in LOOK.items() if name != "paths"} | {
    "dpi": replace(DPI, default=144, words=mark("resolution of the frames"))
}
"""What is declared of the look of an animation, which is made of images."""


def word(declaration: Declaration) -> str:
    """Return the option of a flag that is not at its default, such as ``"--no-titles"``."""
    return f"--no-{declaration.option}" if declaration.default else f"--{declaration.option}"
