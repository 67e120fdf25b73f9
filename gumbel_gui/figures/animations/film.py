"""Film: the frames of an animation, each drawn as a figure of its own, with shared axes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any

from PyQt6.QtGui import QImage

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.figures.animations.motion import Motion, Timing
from gumbel_gui.figures.errors import CancelledError
from gumbel_gui.figures.figure import Content, Figure
from gumbel_gui.figures.formats import check_resolution, image
from gumbel_gui.figures.layout import Layout
from gumbel_gui.language import speaking
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.canvas.ranges import Extents


@dataclass(frozen=True)
class Animation:
    """What moves, how, and how it looks; labels and options as in ``Content``."""

    parameters: Parameters
    plots: tuple[str, ...]
    motion: Motion = field(default_factory=Motion)
    timing: Timing = field(default_factory=Timing)
    layout: Layout = field(default_factory=Layout)
    dpi: int = 96
    labels: tuple[str, ...] = ()
    options: frozenset[str] = frozenset()

    def check(self) -> None:
        """Raise an ExportError if it cannot be made, before anything is drawn."""
        check_resolution(self.layout, self.dpi)
        self.motion.check(self.plots, self.parameters)

    def frame(self, index: int) -> Parameters:
        """Return the parameters of a frame: of the same seed, so all show the same noise."""
        return self.motion.at(self.parameters, index / (self.timing.frames - 1))

    @property
    def words(self) -> str:
        """How it was made: the command's options for what moves."""
        timing = self.timing
        words = f"animate {self.motion.words()} --frames {timing.frames}"
        words += f" --seconds {timing.seconds!r} --hold {timing.hold!r}"
        return words if timing.loop else words + " --once"


class Film:
    """Draws the frames of an animation; close it.

    ``summaries`` may be called on any thread, but on one at a time; the others, which paint, on
    that of the QApplication only. Nothing grows with the number of frames.
    """

    def __init__(self, animation: Animation) -> None:
        self.animation = animation
        self._engine = Engine()
        self._known: dict[str, tuple[tuple[object, ...], Any]] = {}
        self._extents = {name: Extents() for name in animation.plots}

    def summaries(
        self, index: int, cancelled: Callable[[], bool] = lambda: False
    ) -> Mapping[str, Any]:
        """Return the summaries of a frame; what the last frame has in common is not drawn again.

        Raises:
            CancelledError: if it was cancelled.
        """
        parameters = self.animation.frame(index)
        kinds = {name: plot_type(name) for name in self.animation.plots}
        keys = {name: kind.cache_key(parameters) for name, kind in kinds.items()}
        wanted = {
            name: kind.summarise
            for name, kind in kinds.items()
            if kind.sampled and (name not in self._known or self._known[name][0] != keys[name])
        }
        if wanted:
            done, found = 0, {}
            run = self._engine.accumulate(parameters, wanted, cancelled=cancelled, every=math.inf)
            for progress in run:
                done, found = progress.done, progress.summaries
            if done < parameters.draws:
                raise CancelledError
            self._known |= {name: (keys[name], each) for name, each in found.items()}
        shown = {name: self._known[name][1] if kinds[name].sampled else None for name in kinds}
        for name, kind in kinds.items():
            kind.prepare(shown[name], parameters)
        return shown

    def content(self, index: int, summaries: Mapping[str, Any]) -> Content:
        """Return the content of a frame, whose axes and words take the room that others need."""
        animation = self.animation
        parameters = animation.frame(index)
        selection = select(parameters)
        shown = Content(
            parameters, summaries, animation.labels, animation.options, selection=selection
        )
        return replace(shown, extents=self._extents, moment=self._moment(parameters, summaries))

    def _moment(self, parameters: Parameters, summaries: Mapping[str, Any]) -> str:
        """Return what moves, unless the titles of all plots that move with it say it."""
        motion, layout = self.animation.motion, self.animation.layout
        with speaking(layout.language):
            moment, labels = motion.moment(parameters), self.animation.labels
            for name, summary in summaries.items():
                kind = plot_type(name)
                told = layout.titles and moment in kind(labels=labels).heading(summary, parameters)
                if motion.moves in kind.shown(parameters) and not told:
                    return moment
        return ""

    def measure(self, index: int, summaries: Mapping[str, Any]) -> None:
        """Find out what room a frame needs, so that all frames drawn afterwards have it."""
        with closing(Figure(self.content(index, summaries), self.animation.layout)):
            pass

    def image(self, index: int, summaries: Mapping[str, Any], output: str = "") -> QImage:
        """Paint a frame; the first one says in its texts how the animation is made.

        Raises:
            ExportError: if it does not fit into its size.
        """
        animation = self.animation
        content = self.content(index, summaries)
        picture = image(content, animation.layout, animation.dpi, output or "figure.png")
        if index == 0:
            picture.setText("Animation", animation.words)
        return picture

    def close(self) -> None:
        """End the threads."""
        self._engine.close()
