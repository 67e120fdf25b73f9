"""Figure: plots in a grid, in an off-screen scene of a size in mm, with titles and captions.

It is built from the same plots and summaries as the window, and depends on its content and layout
only, not on the window's size or look.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

import pyqtgraph as pg
from PyQt6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PyQt6.QtGui import QFontDatabase, QFontMetricsF, QPainter

from gumbel_gui.core.checks import refusal
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.figures.errors import ExportError, NoRoomError
from gumbel_gui.figures.layout import Layout
from gumbel_gui.language import listed, speaking, tr, translations
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.canvas.key import own_clip
from gumbel_gui.plots.canvas.pane import Pane
from gumbel_gui.plots.canvas.ranges import Extents
from gumbel_gui.plots.look.fonts import FAMILIES, without_glyph
from gumbel_gui.plots.look.style import PRINT, STYLES, Style
from gumbel_gui.plots.words.mistakes import warning
from gumbel_gui.plots.words.text import clean_label

LOGICAL_DPI = 96
MM_PER_INCH = 25.4
MARGIN, SPACING = 10, 16
LOWEST, NARROWEST = 40, 100
LOWEST_STACKED, NARROWEST_BESIDE = 34, 60
"""Least height and width of a pane in logical pixels, alone and among others."""


@dataclass(frozen=True)
class Content:
    """What a figure shows.

    Attributes:
        parameters: what was drawn.
        summaries: of the plots, by plot name, in the order in which they are to be shown.
        labels: of the classes; default ones for those that are missing.
        options: of the plots, as ``"plot.option"``.
        counts: the number of draws in the summary of a plot, by plot name, where it differs from
            that in the parameters: a plot may be exported while it is still being drawn.
        selection: the draw that is shown where a plot shows one, or a few; the first if none is.
        extents: of pictures that share axes and the room for words, by plot name; see ``Frame``.
        locks: of the classes, which no picture shows; none, or all K. A file says them.
        view: in which the plots are seen; empty if not known.
        moment: what a frame of an animation is at, such as "t = 0.5", above all; or empty.
    """

    parameters: Parameters
    summaries: Mapping[str, Any]
    labels: tuple[str, ...] = ()
    options: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)
    selection: Selection | None = None
    extents: Mapping[str, Extents] = field(default_factory=dict)
    locks: tuple[bool, ...] = ()
    view: str = ""
    moment: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "labels", tuple(map(clean_label, self.labels)))

    def of(self, plots: Sequence[str]) -> Self:
        """Return the content of a figure of these plots alone."""
        counts = {name: count for name, count in self.counts.items() if name in plots}
        same = list(plots) == list(self.summaries)
        view = self.view if same or not self.view else plot_type(plots[0]).view
        chosen = {name: self.summaries[name] for name in plots}
        return replace(self, summaries=chosen, counts=counts, view=view)

    def parameters_of(self, plot: str) -> Parameters:
        """Return the parameters of the draws that a plot shows."""
        return self.parameters.changed(draws=self.counts.get(plot, self.parameters.draws))


def options_of(plot: type[Plot], options: frozenset[str]) -> frozenset[str]:
    """Return the option names of one plot out of ``"plot.option"`` names."""
    prefix = plot.name + "."
    return frozenset(name.removeprefix(prefix) for name in options if name.startswith(prefix))


def check_fonts(layout: Layout) -> None:
    """Check that the font family is installed, and one for the language; needs a QGuiApplication.

    Raises:
        ExportError: if it is not.
    """
    family = layout.family
    if family and family.casefold() not in map(str.casefold, QFontDatabase.families()):
        allowed = tr("one that is installed, or none for {usual}", usual=FAMILIES[0])
        raise ExportError(refusal("family", repr(family), allowed))
    words = translations(layout.language)
    if without_glyph(words.values(), replace(PRINT, family=family).font()):
        raise ExportError(
            tr(
                "language is {language}, but no font that is installed has its characters: install "
                "one (Debian, Ubuntu: apt install fonts-noto-cjk).",
                language=layout.language.value,
            )
        )


def grid(plots: int, width: float, height: float) -> tuple[int, int]:
    """Return (rows, columns) with cells near to 4 : 3 and few empty ones."""

    def misfit(columns: int) -> tuple[float, int]:
        rows = -(-plots // columns)
        empty = rows * columns - plots
        return abs(math.log(width / columns / (height / rows) * 3 / 4)) + 0.3 * empty, columns

    columns = min(range(1, plots + 1), key=misfit)
    return -(-plots // columns), columns


class Paragraph(pg.GraphicsWidget):  # type: ignore[misc]
    """Text wrapped to a width in pixels."""

    def __init__(
        self, text: str, style: Style, width: float, *, heading: bool = False, colour: str = ""
    ) -> None:
        super().__init__()
        self._text = text
        self._colour = colour or (style.text if heading else style.muted)
        self._font = style.font(heading=heading)
        self._pen = style.pen(self._colour)
        bounds = QFontMetricsF(self._font).boundingRect(
            QRectF(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap.value, text
        )
        self.setFixedHeight(math.ceil(bounds.height()) + 2)

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the text (Qt calls this)."""
        painter.setFont(self._font)
        painter.setPen(self._pen)
        own_clip(painter, self.boundingRect())
        painter.drawText(self.boundingRect(), Qt.TextFlag.TextWordWrap.value, self._text)


class Figure:
    """Plots in a grid in an off-screen scene of ``width`` × ``height`` logical pixels; close it."""

    def __init__(self, content: Content, layout: Layout, pen_scale: float = 1.0) -> None:
        check_fonts(layout)
        look = replace(STYLES[layout.theme], family=layout.family)
        self._style = look.scaled(pen_scale * layout.scale)
        self._layout = layout
        self.width, self.height = (
            math.ceil(mm / MM_PER_INCH * LOGICAL_DPI / layout.scale)
            for mm in (layout.width, layout.height)
        )
        self._view = pg.GraphicsLayoutWidget()
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._view.setBackground(look.surface)
        self._view.resize(self.width, self.height)
        self._view.ci.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._view.ci.setSpacing(0)
        self._view.ci.layout.setHorizontalSpacing(SPACING)
        try:
            with speaking(layout.language):
                self._fill(content, layout)
                self._view.show()
                QCoreApplication.sendPostedEvents()
            self._check_room()
        except BaseException:
            self.close()
            raise

    def render(self, painter: QPainter, target: QRectF, dots: float = 1.0) -> None:
        """Paint the figure into a rectangle of the painter, with dots larger by a factor."""
        scene = self._view.scene()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self._style.font())
        exporting = [item for item in scene.items() if hasattr(item, "setExportMode")]
        scene.prepareForPaint()
        for item in exporting:
            # The size of a dot is in pixels of the painter, whatever the rectangle.
            how = {"antialias": True, "painter": painter, "resolutionScale": dots}
            item.setExportMode(True, how)
        whole = QRectF(0, 0, self.width, self.height)
        if not self._layout.transparent:
            painter.fillRect(target, self._style.brush(self._style.surface))
        with speaking(self._layout.language):
            scene.render(painter, target, whole, Qt.AspectRatioMode.IgnoreAspectRatio)

    def close(self) -> None:
        """Delete the scene."""
        self._view.close()
        self._view.deleteLater()
        # At once: a command has no event loop that would do it, and may draw many figures.
        QCoreApplication.sendPostedEvents(self._view, QEvent.Type.DeferredDelete.value)

    def _fill(self, content: Content, layout: Layout) -> None:
        rows, columns = grid(len(content.summaries), layout.width, layout.height)
        cell = (self.width - 2 * MARGIN - (columns - 1) * SPACING) / columns
        self._frames: list[Frame] = []
        cells = self._view.ci
        first = 0
        # A figure of a mistake always has the warning, with titles or without.
        for words, colour in (
            (layout.title, ""),
            (content.moment, ""),
            (warning(content.parameters.mistake), self._style.error),
        ):
            if words:
                room = self.width - 2 * MARGIN
                text = Paragraph(words, self._style, room, heading=True, colour=colour)
                cells.addItem(text, first, 0, 1, columns)
                cells.layout.setRowSpacing(first, 8)
                first += 1
        for i, name in enumerate(content.summaries):
            row, column = first + 3 * (i // columns), i % columns
            # The last plot also takes the cells that would be empty beside it.
            span = columns - column if i == len(content.summaries) - 1 else 1
            width = span * cell + (span - 1) * SPACING
            self._add_plot(name, content, layout, (row, column, span), width)
            if i // columns + 1 < rows:
                cells.layout.setRowSpacing(row + 2, SPACING)
        for column in range(columns):
            cells.layout.setColumnPreferredWidth(column, cell)

    def _add_plot(
        self,
        name: str,
        content: Content,
        layout: Layout,
        place: tuple[int, int, int],
        width: float,
    ) -> None:
        """Put a plot into the grid: its title, the picture and its caption.

        Args:
            name: of the plot.
            content: of the figure.
            layout: of the figure.
            place: row, column, and how many columns.
            width: of these columns in pixels.
        """
        kind, summary, cells = plot_type(name), content.summaries[name], self._view.ci
        parameters = content.parameters_of(name)
        plot = kind(self._style, content.labels, options_of(kind, content.options))
        frame = Frame(self._style, content.extents.get(name))
        row, column, span = place
        cells.addItem(frame, row + 1, column, 1, span)
        self._frames.append(frame)
        plot.build(frame)
        plot.draw(summary, parameters)
        if content.selection is not None:
            plot.show_selection(content.selection, marked=layout.marks)
        # After it: the words may be about the selected draw.
        if layout.titles:
            text = Paragraph(plot.heading(summary, parameters), self._style, width, heading=True)
            text.setFixedHeight(frame.extent("title", text.minimumHeight()))
            cells.addItem(text, row, column, 1, span)
        if layout.captions:
            text = Paragraph(plot.caption(summary, parameters), self._style, width)
            text.setFixedHeight(frame.extent("caption", text.minimumHeight()))
            cells.addItem(text, row + 2, column, 1, span)
            cells.layout.setRowSpacing(row + 1, 4)
        cells.layout.setRowStretchFactor(row + 1, 1)

    def _check_room(self) -> None:
        """Raise an ExportError if a pane is too small or the names of its axes do not fit."""
        whole = QRectF(0, 0, self.width + 1, self.height + 1)
        for frame in self._frames:
            fits = whole.contains(frame.mapRectToScene(frame.boundingRect()))
            if not (fits and all(_has_room(pane, frame) for pane in frame.panes)):
                raise NoRoomError(_no_room(self._layout, len(self._frames)))


def _no_room(layout: Layout, plots: int) -> str:
    """Return that plots need more room, and how they get it."""
    words = {"width": f"{layout.width:.0f}", "height": f"{layout.height:.0f}", "n": plots}
    instead = [tr("choose a larger size")]
    instead += [tr("a smaller scale")] if layout.scale != 1 else []
    instead += [tr("fewer plots or no captions") if plots > 1 else tr("or no captions")]
    words["instead"] = listed(instead)
    if plots == 1:
        return tr(
            "The size is {width} × {height} mm, but must be larger to hold a plot with its words: "
            "{instead}.",
            **words,
        )
    return tr(
        "The size is {width} × {height} mm, but must be larger to hold {n} plots with their words: "
        "{instead}.",
        **words,
    )


def _has_room(pane: Pane, frame: Frame) -> bool:
    """Whether a pane of a frame is large enough for its items and for the names of its axes."""
    inner = pane.vb.boundingRect()
    lengths = {"left": inner.height(), "bottom": inner.width()}
    named = all(
        axis.label.boundingRect().width() <= lengths[side] + 8 for side, axis in pane.axes.items()
    )
    lowest = LOWEST if frame.rows == 1 else LOWEST_STACKED
    narrowest = NARROWEST if frame.columns == 1 else NARROWEST_BESIDE
    return named and inner.height() >= lowest and inner.width() >= narrowest
