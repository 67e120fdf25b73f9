"""What every plot is: summarise a chunk, build once, draw many times, say one sentence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, Self

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFontMetricsF, QPainter

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots.key import Key, own_clip
from gumbel_gui.plots.style import LIGHT, Style
from gumbel_gui.plots.text import default_labels


@dataclass(frozen=True)
class Sums:
    """A summary whose fields add, but for those in ``fixed``, which must be the same."""

    fixed: ClassVar[frozenset[str]] = frozenset()

    def __add__(self, other: Any) -> Self:
        """Return the summary of the draws of both."""
        added = {}
        for each in fields(self):
            mine, theirs = getattr(self, each.name), getattr(other, each.name)
            if each.name not in self.fixed:
                added[each.name] = mine + theirs
            elif not np.array_equal(mine, theirs):
                raise ValueError(f"summaries of different {each.name} do not add.")
        return replace(self, **added)


MARGIN = 8
"""Pixels to the right of the axes, and by which the names of classes may reach beyond them."""
NAME_GAP, CLOSE_GAP = 7.0, 5.0
"""Pixels between names on an axis, where all are shown and where only some are."""
NARROWEST_NAME = 46.0
"""Names on an axis are shortened down to this many pixels; then only some are shown."""
OVERHANG = 12
"""Pixels by which texts may reach beyond the ends of an axis."""


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis with plain numbers, a true minus sign and no SI prefixes."""

    def __init__(self, orientation: str, style: Style) -> None:
        super().__init__(orientation)
        self._names: tuple[str, ...] = ()
        self._order: tuple[int, ...] = ()
        self._widths: list[float] = []
        self._texts: dict[int, str] = {}
        self._room = (0.0, 1e-6, 0.0)
        self._metrics = QFontMetricsF(style.font())
        self.enableAutoSIPrefix(False)
        self.setPen(style.pen(style.axis))
        self.setTickPen(style.pen(style.axis))
        self.setTextPen(style.pen(style.muted))
        self.setTickFont(style.font())
        self.setStyle(tickLength=4, maxTickLevel=0, hideOverlappingLabels=OVERHANG)
        if orientation == "left":
            self.setWidth(3.4 * style.text_size + 12)
        else:
            self.setHeight(2 * style.text_size + 12)

    def paint(self, painter: QPainter, *args: Any) -> None:
        """Paint the axis (Qt calls this)."""
        own_clip(painter, self.boundingRect())
        super().paint(painter, *args)

    def set_names(self, names: Sequence[str], order: tuple[int, ...] = ()) -> None:
        """Label 0, 1, … by these names, shortened where they must be.

        Args:
            names: of all places.
            order: where not all names fit, those of these places come first.
        """
        if tuple(names) != self._names:
            self._names, self._order = tuple(names), order
            self._widths = [self._metrics.horizontalAdvance(name) for name in names]
        elif order != self._order:
            self._order = order
            if self._texts == self._fitting_names(*self._room):
                return
        else:
            return
        self.picture = None
        self.update()

    def tickValues(self, low: float, high: float, size: float) -> Any:  # noqa: N802 (pyqtgraph's)
        """Return the places of ticks; where they have names, of those that are shown."""
        if not self._names:
            return super().tickValues(low, high, size)
        self._room = (low, max(size / (high - low), 1e-6), size)
        self._texts = self._fitting_names(*self._room)
        return [(1, sorted(self._texts))]

    def tickStrings(self, values: Any, *args: Any) -> list[str]:  # noqa: N802 (pyqtgraph's)
        """Return the texts of ticks."""
        if self._names:
            return [self._texts[round(v)] for v in values]
        return [text.replace("-", "−") for text in super().tickStrings(values, *args)]

    def _fitting_names(self, low: float, each: float, size: float) -> dict[int, str]:
        """Return all names, or those that come first and overlap none before them."""
        widths = self._widths
        if min(max(widths) + NAME_GAP, NARROWEST_NAME) <= each:
            return {k: self._shortened(k, each - NAME_GAP) for k in range(len(widths))}
        widest = max(NARROWEST_NAME, size / 6) - NAME_GAP
        placed: dict[int, tuple[float, float]] = {}
        for k in self._order or range(len(widths)):
            centre = (k - low) * each
            half = min(widths[k] / 2, widest / 2, min(centre, size - centre) + MARGIN)
            if all(
                abs(centre - other) >= half + reach + CLOSE_GAP for other, reach in placed.values()
            ):
                placed[k] = (centre, half)
        return {k: self._shortened(k, 2 * half) for k, (_, half) in placed.items()}

    def _shortened(self, k: int, width: float) -> str:
        middle = Qt.TextElideMode.ElideMiddle
        # Rounding must not shorten a name that is exactly as wide as its room.
        return self._metrics.elidedText(self._names[k], middle, width + 0.5)


def new_plot_item(style: Style) -> pg.PlotItem:
    """Return an empty plot item in this look, for ``Plot.build``."""
    return pg.PlotItem(
        axisItems={side: Axis(side, style) for side in ("left", "bottom")}, enableMenu=False
    )


class Plot(ABC):
    """One kind of picture of the draws.

    Attributes:
        name: in files, options and code; the same as the file's name.
        title: above the picture.
        about: one line for tables and tooltips.
        order: plots are shown by ascending order.
        depends: which of ``probabilities``, ``temperature`` and ``classes`` (K alone) the summary
            depends on, besides seed and draws; with equal ones it is not computed again.
        option_names: what can be switched on, with a description.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    about: ClassVar[str]
    order: ClassVar[int] = 100
    depends: ClassVar[frozenset[str]] = frozenset({"probabilities", "temperature"})
    option_names: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self,
        style: Style = LIGHT,
        labels: Sequence[str] = (),
        options: frozenset[str] = frozenset(),
    ) -> None:
        self.style = style
        self._labels = tuple(labels)
        self.options = options & self.option_names.keys()
        self.item: pg.PlotItem = None  # until build()
        self.key = Key(style)

    @classmethod
    def cache_key(cls, parameters: Parameters) -> tuple[object, ...]:
        """Return what the summary of all draws depends on; equal keys mean equal summaries."""
        return (
            cls.name,
            parameters.seed,
            parameters.draws,
            *(getattr(parameters, name) for name in sorted(cls.depends)),
        )

    @staticmethod
    @abstractmethod
    def summarise(chunk: Chunk) -> Any:
        """Return what this plot needs to know of a chunk. Pure; NumPy only; any thread."""

    @abstractmethod
    def build_items(self) -> None:
        """Create the graphics items in ``self.item``, once."""

    @abstractmethod
    def draw(self, summary: Any) -> None:
        """Show a summary in the items that were built."""

    @abstractmethod
    def caption(self, summary: Any) -> str:
        """Say in a sentence or two what the picture shows, with its numbers."""

    def heading(self, summary: Any) -> str:  # noqa: ARG002 (for plots whose title has numbers)
        """Return the title, with live numbers where the plot has any."""
        return self.title

    def build(self, item: pg.PlotItem) -> None:
        """Fill a plot item of ``new_plot_item`` with this plot's axes, key and items."""
        self.item = item
        item.hideButtons()
        item.setMouseEnabled(False, False)
        item.layout.removeItem(item.titleLabel)
        item.layout.addItem(self.key, 0, 0, 1, 2)
        item.layout.setRowFixedHeight(0, self.key.full_height)
        item.layout.setContentsMargins(0, 0, MARGIN, 0)
        # An axis item draws its line one pixel off the view; this closes the gap.
        item.layout.setVerticalSpacing(-1)
        item.layout.setHorizontalSpacing(-1)
        self.build_items()

    def labels(self, classes: int) -> tuple[str, ...]:
        """Return the K class labels, default ones where nobody gave any."""
        return self._labels[:classes] + default_labels(classes)[len(self._labels) :]

    def name_axes(self, bottom: str, left: str) -> None:
        """Name both axes. For ``build_items``: later names would not be centred."""
        for side, name in (("bottom", bottom), ("left", left)):
            self.item.getAxis(side).label.setFont(self.style.font())
            self.item.setLabel(side, name, color=self.style.muted)

    def set_ranges(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Fix the ranges of both axes, so that no picture has to look for its own."""
        self.item.disableAutoRange()
        self.item.setRange(xRange=x, yRange=y, padding=0)
