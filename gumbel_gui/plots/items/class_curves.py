"""ClassCurves: a curve per class in its colour; of many classes, of the most probable ones only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PyQt6.QtGui import QBrush

from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.canvas.pane import Pane
from gumbel_gui.plots.look.colours import mixed
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.words.text import axis_names, elided

CROWD, SHOWN = 12, 8
"""Of more classes than ``CROWD`` only the ``SHOWN`` most probable ones have a colour."""
LONGEST = 10
"""Letters of a name beside a curve."""


class ClassCurves:
    """Curves of classes, and one for all classes without a colour.

    Attributes:
        others: the curve of the classes without a colour.
        shown: the classes that have a curve and a colour, in the order of the curves.
        brushes: their colours.

    Args:
        faint: the colour of the others, if not the usual one.
        fill: share of the ground in the colour of the areas under the curves; none if negative.
        options: of each curve.
    """

    def __init__(
        self, pane: Pane, style: Style, faint: str = "", fill: float = -1.0, **options: Any
    ) -> None:
        self._pane, self._style, self._options = pane, style, options
        self._classes, self._fill = 0, fill
        self._curves: list[Curve] = []
        self.shown: tuple[int, ...] = ()
        self.brushes: list[QBrush] = []
        self.others = Curve(pen=style.pen(faint or style.faint))
        pane.add(self.others)

    def __iter__(self) -> Iterator[tuple[Curve, int]]:
        """Yield each curve and its class."""
        return zip(self._curves, self.shown, strict=True)

    def __len__(self) -> int:
        return len(self._curves)

    @property
    def crowded(self) -> bool:
        """Whether there are classes without a colour."""
        return self._classes > CROWD

    def fit(self, classes: int) -> bool:
        """Make the curves of a number of classes; return whether it is another one."""
        if classes == self._classes:
            return False
        self._classes, self.shown = classes, ()
        for curve in self._curves:
            self._pane.remove(curve)
        self._curves = [Curve(**self._options) for _ in range(SHOWN if self.crowded else classes)]
        self._pane.add(*self._curves)
        return True

    def entries(self, labels: Sequence[str]) -> tuple[list[Entry], list[str]]:
        """Return what the curves are called and look like, of all labels, and all names."""
        names = [elided(name, LONGEST) for name in axis_names(labels)]
        colour = self._style.class_colour
        return [Entry("line", colour(k), names[k]) for k in self.shown], names

    def choose(self, order: Sequence[int], *, ascending: bool = False) -> bool:
        """Colour the curves; return whether the classes in colour are others than before.

        Args:
            order: all classes, the most probable first.
            ascending: whether curves are in the order of the classes where not all have one.
        """
        first = order[:SHOWN] if self.crowded else range(self._classes)
        shown = tuple(sorted(first) if ascending else first)
        if shown == self.shown:
            return False
        self.shown, style = shown, self._style
        self.brushes = style.class_brushes(shown)
        for curve, k in self:
            colour = style.class_colour(k)
            curve.setPen(style.pen(colour, style.line))
            if self._fill >= 0:
                curve.setBrush(style.brush(mixed(colour, style.surface, self._fill)))
        return True
