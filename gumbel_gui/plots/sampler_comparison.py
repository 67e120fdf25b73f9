"""What different ways to sample give: a bar of class shares each, with a test of it beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QBrush, QFontMetricsF, QPainter

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.rivals import CERTAIN, LEVEL, SAME, Verdict, judge, rivals
from gumbel_gui.plots.base import Plot, Sums
from gumbel_gui.plots.counting import count_codes
from gumbel_gui.plots.frame import Curve, Frame
from gumbel_gui.plots.key import Entry, most_probable, own_clip
from gumbel_gui.plots.style import Style
from gumbel_gui.plots.text import draws, number, tr

ROWS = len(rivals())
PLACES = np.arange(ROWS - 1.0, -1.0, -1.0)
"""Of the rows on the axis, from top to bottom."""
BAR_HEIGHT = 0.62
REACH = 0.44
"""Half the height of a boundary in a single row."""
OVERLAP = 0.01
"""By which a part of a bar reaches under the one before it: parts that merely touch would show a
seam where both edges are antialiased."""
MANY = 20
"""Boundaries of more classes than this would hide the bars."""


@dataclass(frozen=True)
class SamplerSummary(Sums):
    """How often each way to sample gave each class, (7, K)."""

    fixed: ClassVar = frozenset({"p", "noise_scale", "mistake"})

    p: NDArray[np.float64]
    noise_scale: float
    mistake: Mistake
    counts: NDArray[np.int64]

    @property
    def draws(self) -> int:
        """The number of draws of each."""
        return int(self.counts[0].sum())

    @cached_property
    def laws(self) -> tuple[NDArray[np.float64] | None, ...]:
        """What each way samples, (K,), if it is known."""
        known = (rival.law for rival in rivals(self.mistake))
        return tuple(law and law.probabilities(self.p, self.noise_scale) for law in known)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What the counts say of each way."""
        rows = zip(self.counts, self.laws, strict=True)
        return tuple(judge(counts, self.p, law) for counts, law in rows)


class Table(pg.GraphicsWidget):  # type: ignore[misc]
    """Distance, p-value and verdict beside each row of a frame.

    It leaves the p-values out where the bars need their room.
    """

    MARGIN, GAP = 9.0, 11.0
    BARS = 1.1
    """Width of the bars, in widths of the whole table, from which on there is room for it."""

    def __init__(self, frame: Frame, style: Style) -> None:
        super().__init__()
        self._frame, self._style = frame, style
        metrics = QFontMetricsF(style.font())
        texts = ((tr("distance"), "0.0000"), (tr("p-value"), "<0.001"), _verdict_texts().values())
        self._widths = [max(map(metrics.horizontalAdvance, column)) for column in texts]
        self._rows: list[tuple[tuple[str, str, str], bool]] = []
        frame.layout.addItem(self, 0, 2, 2, 1)
        frame.geometryChanged.connect(self._fit)
        self._fit()

    def set_rows(self, verdicts: Sequence[Verdict]) -> None:
        """Show these verdicts, from top to bottom."""
        words = _verdict_texts()
        self._rows = [
            ((_distance(each.distance), _p_value(each), words[each.fits]), each.fits is True)
            for each in verdicts
        ]
        self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint what fits (Qt calls this)."""
        own_clip(painter, self.boundingRect())
        painter.setFont(self._style.font())
        header = self._frame.vb.mapRectToItem(self, self._frame.vb.rect()).top() / 2 - 2
        self._paint_row(painter, (tr("distance"), tr("p-value"), ""), header, self._style.muted)
        for place, (texts, strong) in zip(PLACES, self._rows, strict=True):
            view = self._frame.vb
            middle = self.mapFromItem(view, view.mapFromView(QPointF(0, place))).y()
            colour = self._style.text if strong else self._style.muted
            self._paint_row(painter, texts, middle, colour)

    def _paint_row(
        self, painter: QPainter, texts: Sequence[str], middle: float, colour: str
    ) -> None:
        """Write numbers flush right, and after them the verdict flush left."""
        painter.setPen(self._style.pen(colour))
        x = self.MARGIN
        for i, (text, width) in enumerate(zip(texts, self._widths, strict=True)):
            if i == 1 and not self._whole:
                continue
            side = Qt.AlignmentFlag.AlignLeft if i == 2 else Qt.AlignmentFlag.AlignRight
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(QRectF(x, middle - 10, width, 20), flags, text)
            x += width + self.GAP

    def _fit(self) -> None:
        """Take the room that the width of the frame allows."""
        whole = self.MARGIN + sum(self._widths) + 2 * self.GAP
        bars = self._frame.size().width() - self._frame.axis("left").width() - whole
        self._whole = bars >= self.BARS * whole
        width = whole if self._whole else whole - self._widths[1] - self.GAP
        if self.minimumWidth() != width:
            self.setMinimumWidth(width)
            self.setMaximumWidth(width)


def _verdict_texts() -> dict[bool | None, str]:
    return {True: tr("fits p"), False: tr("not p"), None: tr("too few")}


def _distance(value: float) -> str:
    return number(value, 1) if 0 < value < 5e-5 else f"{value:.4f}"


def _p_value(verdict: Verdict) -> str:
    return "–" if verdict.fits is None else _probability(verdict.p_value)


def _probability(value: float) -> str:
    if value < LEVEL:
        return f"<{number(LEVEL)}"
    return f"{value:.2f}" if value >= 0.01 else f"{value:.3f}"


def _listed(names: Iterable[str]) -> str:
    """Return ``"a, b and c"``, each but once."""
    *first, last = dict.fromkeys(names)
    return tr("{names} and {last}", names=", ".join(first), last=last) if first else last


class SamplerComparison(Plot):
    """Class shares of seven ways to sample, tested against p."""

    name = "sampler_comparison"
    title = "Ways to sample p"
    about = (
        "Class shares of seven ways to sample, each with its total variation distance from p and "
        "a chi-square test"
    )
    view = "samplers"
    order = 210
    depends = frozenset({"probabilities", "noise_scale"})
    knobs = ("noise_scale",)

    @staticmethod
    def summarise(chunk: Chunk) -> SamplerSummary:
        """Count the classes that each way gives."""
        parameters = chunk.parameters
        counts = [
            count_codes(rival.sample(chunk).astype(np.uint8, copy=False), parameters.classes)
            for rival in rivals(parameters.mistake)
        ]
        return SamplerSummary(
            parameters.p, parameters.noise_scale, parameters.mistake, np.stack(counts)
        )

    def build_items(self) -> None:
        """Build bars, boundaries and the table."""
        style, frame = self.style, self.frame
        frame.name_axes(tr("share of the draws"), "")
        frame.set_ranges((0, 1), (-0.5, ROWS - 0.5))
        frame.axis("bottom").setTicks([[(x, number(x)) for x in (0, 0.25, 0.5, 0.75, 1)]])
        self._names: tuple[str, ...] = ()
        self._name_rows(Mistake.NONE)
        self._bars = pg.BarGraphItem(x=[0], height=[0], width=0, pen=None)
        self._p = Curve(connect="pairs", pen=style.pen(style.mark))
        self._laws = Curve(connect="pairs", pen=style.pen(style.mark, 1, dashed=True))
        frame.add(self._bars, self._p, self._laws)
        self._table = Table(frame, style)
        self._brushes: list[QBrush] = []

    def draw(self, summary: SamplerSummary) -> None:
        """Show shares, boundaries and verdicts."""
        self._fit_classes(len(summary.p))
        self._name_rows(summary.mistake)
        self.key.rank(most_probable(summary.p))
        self._draw_bars(summary.counts / summary.draws)
        few = len(summary.p) <= MANY
        ends = np.clip(np.cumsum(summary.p)[:-1], 0, 1) if few else np.zeros(0)
        self._p.setData(np.repeat(ends, 2), np.tile([-0.5, ROWS - 0.5], len(ends)))
        self._draw_laws(summary if few else None)
        self._table.set_rows(summary.verdicts)

    def _draw_bars(self, shares: NDArray[np.float64]) -> None:
        """Show shares (7, K) as parts of bars, the first class last and on top."""
        upper = np.clip(np.cumsum(shares, axis=1), 0, 1)
        lower = np.maximum(upper - shares - OVERLAP, 0)
        width = np.where(shares > 0, upper - lower, 0)
        x, width = (values[:, ::-1].T.ravel() for values in (lower + width / 2, width))
        y = np.tile(PLACES, shares.shape[1])
        height = np.full(len(y), BAR_HEIGHT)
        self._bars.setOpts(x=x, y=y, width=width, height=height, brushes=self._brushes)

    def _draw_laws(self, summary: SamplerSummary | None) -> None:
        """Show the boundaries of what is sampled instead of p."""
        x, y = np.zeros(0), np.zeros(0)
        if summary is not None:
            known = zip(PLACES, rivals(summary.mistake), summary.laws, strict=True)
            for place, rival, law in known:
                if law is not None and rival.law not in (SAME, CERTAIN):
                    x = np.append(x, np.repeat(np.clip(np.cumsum(law)[:-1], 0, 1), 2))
                    y = np.append(y, np.tile([place - REACH, place + REACH], len(law) - 1))
        self._laws.setData(x, y)

    def caption(self, summary: SamplerSummary) -> str:
        """Say which ways fit p, what others fit instead, and which are rejected."""
        n = draws(summary.draws)
        rows = list(zip(rivals(summary.mistake), summary.verdicts, strict=True))
        if any(verdict.fits is None for _, verdict in rows):
            strange = [rival.name for rival, verdict in rows if verdict.fits is False]
            text = tr("{n}: too few to tell which of these ways sample p.", n=n)
            # So few draws reject p only by a class that p has not.
            beyond = tr("A class with p = 0 came from {names}.", names=_listed(strange or [""]))
            return f"{text} {beyond}" if strange else text
        fitting = [rival.name for rival, verdict in rows if verdict.fits]
        if not fitting:
            parts = [tr("{n}: none of these ways fits p", n=n)]
        elif len(set(fitting)) == 1:
            parts = [tr("{n}: only {name} fits p", n=n, name=fitting[0])]
        else:
            parts = [tr("{n}: {names} fit p", n=n, names=_listed(fitting))]
        rejected = []
        for rival, verdict in rows:
            if verdict.fits:
                continue
            if verdict.fits_own and rival.law not in (SAME, CERTAIN, None):
                parts.append(self._instead(rival.name, rival.law.name, summary, verdict))
            else:
                rejected.append(rival.name)
        text = "; ".join(dict.fromkeys(parts)) + "."
        if rejected:
            words = tr("χ² rejects {names} (p-value < {level}).", names=_listed(rejected), level=LEVEL)
            text = f"{text} {words}"
        return text

    def _instead(self, name: str, law: str, summary: SamplerSummary, verdict: Verdict) -> str:
        text = tr("{name} fits {law} instead", name=name, law=law)
        value = _probability(verdict.own_p_value)
        if "b" in law:
            b = number(summary.noise_scale)
            return text + " " + tr("(b = {b}, p-value {value})", b=b, value=value)
        return text + " " + tr("(p-value {value})", value=value)

    def heading(self, summary: SamplerSummary) -> str:
        """Name b."""
        return tr("Ways to sample p, b = {b}", b=number(summary.noise_scale))

    def _fit_classes(self, classes: int) -> None:
        """Colour and name these many classes."""
        if len(self._brushes) == ROWS * classes:
            return
        style = self.style
        brushes = [style.brush(style.class_colour(k)) for k in reversed(range(classes))]
        self._brushes = [brush for brush in brushes for _ in range(ROWS)]
        marks = [Entry("line", style.mark, "p"), Entry("dashes", style.mark, tr("own law"))]
        self.key.set_entries(marks if classes <= MANY else [], self.labels(classes))

    def _name_rows(self, mistake: Mistake) -> None:
        names = tuple(rival.name for rival in rivals(mistake))
        if names != self._names:
            self._names = names
            axis = self.frame.axis("left")
            axis.setTicks([list(zip(PLACES.tolist(), names, strict=True))])
            widest = max(map(QFontMetricsF(self.style.font()).horizontalAdvance, names))
            axis.setWidth(widest + 10)
