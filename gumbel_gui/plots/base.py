"""What every plot is: summarise a chunk, build once, draw many times, say one sentence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, Self

import numpy as np

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.canvas.key import Key
from gumbel_gui.plots.look.style import LIGHT, Style
from gumbel_gui.plots.words.text import default_labels

VIEWS = {
    "sample": "Sample",
    "noise": "Gumbel noise",
    "samplers": "Samplers",
    "temperature": "Temperature",
    "gradients": "Gradients",
}
"""Plots that are seen together, in the order of the argument, and what they are called.

The plots of a view are the files in the folder of its name.
"""


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
            elif not _same(mine, theirs):
                raise ValueError(f"summaries of different {each.name} do not add.")
        return replace(self, **added)


def _same(mine: Any, theirs: Any) -> bool:
    """Return whether two parameters are the same, quickly: it is asked for every chunk."""
    if isinstance(mine, np.ndarray) and isinstance(theirs, np.ndarray):
        return mine.shape == theirs.shape and mine.tobytes() == theirs.tobytes()
    return bool(np.array_equal(mine, theirs))


class Plot(ABC):
    """One kind of picture of the draws.

    Attributes:
        name: in files, options and code; the same as the file's name.
        title: above the picture.
        about: one line for tables and tooltips.
        view: among which plots it is seen, a key of ``VIEWS``: the folder that its file is in.
        order: plots are shown by ascending order.
        depends: which of the parameters (``classes`` for K alone) the summary depends on, besides
            what is ``sampled``; with equal ones it is not computed again.
        sampled: whether it depends on seed, draws and mistake; else the summary of any draw will
            do, and sums of it stay as they are.
        knobs: which of the parameters are set on this plot's card.
        option_names: what can be switched on, with a description.
        frame: what its items are in, once it is built.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    about: ClassVar[str]
    view: ClassVar[str] = "sample"
    order: ClassVar[int] = 100
    depends: ClassVar[frozenset[str]] = frozenset({"probabilities", "temperature"})
    sampled: ClassVar[bool] = True
    controls: ClassVar[tuple[str, ...]] = ()
    option_names: ClassVar[Mapping[str, str]] = {}
    frame: Frame

    def __init_subclass__(cls) -> None:
        """Read off the folder which view the plot belongs to."""
        super().__init_subclass__()
        folder = cls.__module__.split(".")[-2:-1]
        if folder and folder[0] in VIEWS:
            cls.view = folder[0]

    def __init__(
        self,
        style: Style = LIGHT,
        labels: Sequence[str] = (),
        options: frozenset[str] = frozenset(),
    ) -> None:
        self.style = style
        self._labels = tuple(labels)
        self.options = options & self.option_names.keys()
        self.key = Key(style)

    @classmethod
    def cache_key(cls, parameters: Parameters) -> tuple[object, ...]:
        """Return what the summary of all draws depends on; equal keys mean equal summaries."""
        sampled = {"seed", "draws", "mistake"} if cls.sampled else set()
        return (cls.name, *(getattr(parameters, name) for name in sorted(cls.depends | sampled)))

    @staticmethod
    @abstractmethod
    def summarise(chunk: Chunk) -> Any:
        """Return what this plot needs to know of a chunk. Pure; NumPy only; any thread."""

    @abstractmethod
    def build_items(self) -> None:
        """Create the graphics items in ``self.frame``, once."""

    @abstractmethod
    def draw(self, summary: Any) -> None:
        """Show a summary in the items that were built."""

    def mark(self, selection: Selection | None) -> None:  # noqa: B027 (not every plot can)
        """Mark the selected draw, or none, in what was drawn; its parameters are the same."""

    def pick(self, x: float, y: float, reach: tuple[float, float]) -> int | None:  # noqa: ARG002
        """Return the number of the draw that is shown at a place, if there is one.

        Args:
            x: the place, in the coordinates of the axes of the first pane.
            y: the place upwards.
            reach: how far beside it a small thing still counts, in the same coordinates.
        """
        return None

    def can_drag(self, x: float, y: float, reach: tuple[float, float]) -> bool:  # noqa: ARG002
        """Whether there is something at this place that can be dragged; as for ``pick``."""
        return False

    def drag_to(self, x: float, y: float) -> Mapping[int, float] | None:  # noqa: ARG002
        """Return the shares of classes, by class, that dragging it to a place means.

        Args:
            x: the place, in the coordinates of the axes of the first pane; it may lie beyond them.
            y: the place upwards.
        """
        return None

    @abstractmethod
    def caption(self, summary: Any) -> str:
        """Say in a sentence or two what the picture shows, with its numbers."""

    def heading(self, summary: Any) -> str:  # noqa: ARG002 (for plots whose title has numbers)
        """Return the title, with live numbers where the plot has any."""
        return self.title

    def build(self, frame: Frame) -> None:
        """Fill an empty frame with this plot's key and items."""
        self.frame = frame
        frame.add_key(self.key)
        self.build_items()

    def labels(self, classes: int) -> tuple[str, ...]:
        """Return the K class labels, default ones where nobody gave any."""
        return self._labels[:classes] + default_labels(classes)[len(self._labels) :]
