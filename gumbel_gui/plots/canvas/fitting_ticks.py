"""FittingTicks: as many numbers beside an axis as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PyQt6.QtCore import QObject
from PyQt6.QtGui import QFontMetricsF

from gumbel_gui.plots.canvas.pane import Pane
from gumbel_gui.plots.look.style import Style

Ticks = Sequence[tuple[float, str]]
"""Places, in the coordinates of the axis, and what is written there."""
BESIDE, ABOVE = 6.0, 2.0
"""Pixels between numbers that are side by side, and between numbers that are one above another."""


class FittingTicks(QObject):
    """Shows the first of some choices of ticks whose numbers do not overlap, or else the last.

    It belongs to its axis, and looks for another choice only when the view has another size.
    """

    def __init__(self, pane: Pane, side: str, style: Style) -> None:
        self._axis = pane.axis(side)
        super().__init__(self._axis)
        self._vb, self._upright = pane.vb, side == "left"
        self._metrics = QFontMetricsF(style.font())
        self._choices: tuple[Ticks, ...] = ()
        self._shown: Ticks | None = None
        self._vb.sigResized.connect(self._fit)

    def set_choices(self, *choices: Ticks) -> None:
        """Choose among these, the best first; the ranges of the view are to be set before."""
        self._choices, self._shown = choices, None
        self._fit()

    def _fit(self) -> None:
        """Show what fits, if that is not what is shown already."""
        if not self._choices:
            return
        fitting = next((ticks for ticks in self._choices if self._fits(ticks)), self._choices[-1])
        if fitting is not self._shown:
            self._shown = fitting
            self._axis.setTicks([fitting])

    def _fits(self, ticks: Ticks) -> bool:
        """Return whether no number comes near its neighbour."""
        low, high = self._vb.viewRange()[self._upright]
        length = self._vb.height() if self._upright else self._vb.width()
        each = length / (high - low)
        if self._upright:
            sizes = [0.8 * self._metrics.height() + ABOVE] * len(ticks)
        else:
            sizes = [self._metrics.horizontalAdvance(text) + BESIDE for _, text in ticks]
        placed = sorted(zip((place for place, _ in ticks), sizes, strict=True))
        return all(
            (right - left) * each >= (size + other) / 2
            for (left, size), (right, other) in pairwise(placed)
        )
