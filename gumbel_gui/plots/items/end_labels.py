"""EndLabels: names beside the ends of lines, where there is room; else the key has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike
from PyQt6.QtCore import QPointF, QRectF, QSizeF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter

from gumbel_gui.core.arrays import Floats
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.canvas.key import Entry, own_clip
from gumbel_gui.plots.canvas.pane import Pane
from gumbel_gui.plots.look.style import Style

LEADER, GAP = 12.0, 4.0
"""Pixels of the line from an end to its name, and between the two, for text of ``TEXT_SIZE``."""
WIDEST, FULL = 0.3, 0.22
"""The most of the width of all panes that names may take, and that full ones may."""
PITCH = 0.86
"""Distance of names, in heights of a line."""
PALE = 0.5
"""Share of the ground in the colour of what joins the end of a line to the edge of its pane."""


def spread(wanted: ArrayLike, apart: float, ends: tuple[float, float]) -> Floats:
    """Return places that are ``apart`` or more, in the order of and near to the wanted ones.

    Their distances to these have the least sum of squares (pool adjacent violators: Ayer et al.
    1955), but for what the ends push back.

    Args:
        wanted: (n,).
        apart: least distance.
        ends: between which they lie, if there is room for all.
    """
    given = np.asarray(wanted, np.float64)
    order, steps = np.argsort(given, kind="stable"), apart * np.arange(len(given))
    blocks: list[tuple[float, int]] = []
    for place in given[order] - steps:
        mean, size = float(place), 1
        while blocks and blocks[-1][0] > mean:
            other, count = blocks.pop()
            mean, size = (mean * size + other * count) / (size + count), size + count
        blocks.append((mean, size))
    pooled = np.repeat([mean for mean, _ in blocks], [size for _, size in blocks])
    placed = np.empty(len(given))
    placed[order] = np.clip(pooled, ends[0], ends[1] - steps[-1:].sum()) + steps
    return placed


class EndLabels(pg.GraphicsObject):  # type: ignore[misc]
    """Names right of a pane, or left of it, each joined to the end of its line.

    A line that ends before its pane does is continued to the edge by a thin, pale one.

    Attributes:
        shown: whether there is room.

    Args:
        frame: with all its panes; it keeps the room free.
        pane: where the lines are.
        style: of the frame.
        changed: called when ``shown`` has changed: the key is to have the names, or not.
        left: whether the lines end at the left.
    """

    def __init__(
        self,
        frame: Frame,
        pane: Pane,
        style: Style,
        changed: Callable[[], None],
        *,
        left: bool = False,
    ) -> None:
        super().__init__(frame)
        self._frame, self._pane, self._style, self._changed = frame, pane, style, changed
        self._left = left
        self._metrics = QFontMetricsF(style.font())
        self._pitch = PITCH * self._metrics.height()
        self._entries: tuple[Entry, ...] = ()
        self._ways: tuple[tuple[tuple[Entry, ...], float, float], ...] = (((), 0.0, WIDEST),)
        self._ends, self._widest = np.zeros((0, 2)), 0.0
        self.shown = False
        self.setZValue(pane.vb.zValue() - 1)  # pale lines are below what is in the pane
        frame.before_layout(self._fit)
        pane.vb.sigResized.connect(self.prepareGeometryChange)

    def set_entries(
        self, entries: Sequence[Entry], names: Sequence[str] = (), full: Sequence[Entry] = ()
    ) -> None:
        """Set what the lines are called and look like.

        Args:
            entries: of the lines.
            names: others that may come instead of these: the room is that of the longest of all.
            full: the same with longer names, for where there is much room.
        """
        if self._ways[-1][0] == tuple(entries):
            return
        ways = ((full, FULL), (entries, WIDEST)) if full else ((entries, WIDEST),)
        self._ways = tuple(
            (tuple(way), max(map(self._metrics.horizontalAdvance, texts), default=0.0), most)
            for way, most in ways
            for texts in [[*(entry.text for entry in way), *names]]
        )
        self._fit(self._frame.size())
        self._frame.layout.activate()
        self.update()

    def set_ends(self, x: ArrayLike, y: ArrayLike) -> None:
        """Set where the lines end, in the coordinates of the pane; one that is NaN has no name."""
        self._ends = np.stack(np.broadcast_arrays(x, np.asarray(y, np.float64)), axis=-1)
        self.update()

    def places(self) -> list[tuple[Entry, QPointF, QRectF]]:
        """Return each name, the end of its line and its place, in pixels of the frame."""
        if not self.shown:
            return []
        view, unit = self._view(), self._style.unit
        across, up = self._pane.vb.viewRange()
        known = self._ends[: len(self._entries)]
        kept = np.flatnonzero(np.isfinite(known).all(axis=1))
        x, y = known[kept].T
        x = view.left() + (x.clip(*across) - across[0]) * view.width() / (across[1] - across[0])
        y = view.bottom() - (y - up[0]) * view.height() / (up[1] - up[0])
        half = self._pitch / 2
        middles = spread(y, self._pitch, (view.top() + half, view.bottom() - half))
        near = self._edge() + self._away() * (LEADER + GAP) * unit
        found = []
        for k, *end, middle in zip(kept.tolist(), x.tolist(), y.tolist(), middles, strict=True):
            width = self._metrics.horizontalAdvance(self._entries[k].text)
            left = near - width if self._left else near
            box = QRectF(left, middle - half, width, self._pitch)
            found.append((self._entries[k], QPointF(*end), box))
        return found

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's)
        """Return the pane and the room beside it (Qt calls this)."""
        room = self._room()
        return self._view().adjusted(-room if self._left else 0, 0, 0 if self._left else room, 0)

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the names (Qt calls this)."""
        own_clip(painter, self.boundingRect())
        style, edge = self._style, self._edge()
        away = edge + self._away() * LEADER * style.unit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(style.font())
        placed = self.places()
        for entry, end, box in placed:
            painter.setPen(style.pen(style.pale(entry.colour, PALE)))
            at_edge = QPointF(edge, end.y())
            painter.drawLine(end, at_edge)
            painter.setPen(style.pen(entry.colour, style.line, line=entry.glyph))
            painter.drawLine(at_edge, QPointF(away, box.center().y()))
        painter.setPen(style.pen(style.muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        for entry, _end, box in placed:
            painter.drawText(box, flags, entry.text)

    def _away(self) -> int:
        """Return the direction of the names."""
        return -1 if self._left else 1

    def _edge(self) -> float:
        """Return the edge of the pane that the names are beside, in pixels of the frame."""
        return self._view().left() if self._left else self._view().right()

    def _view(self) -> QRectF:
        """Return the pane in pixels of the frame."""
        return QRectF(self._pane.vb.geometry())

    def _room(self) -> float:
        """Return the width in pixels that the names take."""
        if not self.shown:
            return 0.0
        return float(self._widest + (LEADER + 2 * GAP) * self._style.unit)

    def _fit(self, size: QSizeF) -> None:
        """Keep room free in a frame of a size in pixels, if it has any."""
        before = self.shown
        width, height = self._frame.pane_size(size)
        for entries, widest, most in self._ways:
            self._entries, self._widest = entries, widest
            self.shown = 0 < len(self._entries) * self._pitch <= height
            self.shown = self.shown and self._room() <= most * width
            if self.shown:
                break
        self.prepareGeometryChange()
        self._frame.keep_room(self._pane, self._room(), left=self._left)
        if self.shown != before:
            self._changed()
