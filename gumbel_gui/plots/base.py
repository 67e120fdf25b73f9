"""Plot, the base class: summarise chunks, build once, draw and caption many times; VIEWS."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from string import Formatter
from typing import Any, ClassVar

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import Spoken, mark, tr
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.canvas.key import Glyph, Key
from gumbel_gui.plots.look.style import LIGHT, Style
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.table import Column, Table
from gumbel_gui.plots.words.text import count, default_labels, is_unnamed, number, spoken_labels

VIEWS = {
    "sample": mark("Sample"),
    "noise": mark("Gumbel noise"),
    "samplers": mark("Samplers"),
    "temperature": mark("Temperature"),
    "gradients": mark("Gradients"),
    "given_winner": mark("Given the winner"),
    "at_work": mark("Sampling at work"),
}
"""Plots that are seen together, in the order of the argument, and what they are called.

The plots of a view are the files in the folder of its name.
"""
SPOKEN = frozenset({"title", "about", "option_names"})
SYMBOLS = {"epsilon": "ε"}
"""Of columns whose name has to be ASCII."""


def _values(parameters: Parameters, names: Iterable[str]) -> Iterator[object]:
    return (getattr(parameters, name) for name in sorted(names))


class Plot(ABC):
    """One kind of picture of the draws.

    A subclass marks its title, its line about it and its option names as texts; whoever reads them
    gets them in the language that is spoken.

    Attributes:
        name: in files, options and code; the same as the file's name.
        title: above the picture.
        live_title: the same with current numbers, for which parameters stand in braces.
        about: one line for tables and tooltips.
        view: among which plots it is seen, a key of ``VIEWS``: the folder that its file is in.
        order: plots are shown by ascending order.
        leads: whether it comes first in the window, as wide as its view.
        least_height: pixels in which all its texts have room, where they are of ``TEXT_SIZE``.
        depends: names of the parameters (``classes`` for K alone) that the sums depend on, besides
            seed, draws and mistake; with equal ones no chunk is summarised again.
        shows: names of the parameters that only the picture and its words depend on.
        sampled: whether it needs draws; if not, its summary is None.
        controls: names of the parameters that are set on this plot's card.
        option_names: what can be switched on, with a description.
        labelled: whether it shows the labels of the classes.
        first: whether it shows the first draw, or those from it on, where none is selected.
        key_type: the class of its key.
        frame: what its items are in, once it is built.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    about: ClassVar[str]
    live_title: ClassVar[str] = ""
    view: ClassVar[str] = "sample"
    order: ClassVar[int] = 100
    leads: ClassVar[bool] = False
    least_height: ClassVar[int] = 120
    depends: ClassVar[frozenset[str]] = frozenset({"probabilities", "temperature"})
    shows: ClassVar[frozenset[str]] = frozenset()
    sampled: ClassVar[bool] = True
    controls: ClassVar[tuple[str, ...]] = ()
    option_names: ClassVar[Mapping[str, str]] = {}
    labelled: ClassVar[bool] = True
    first: ClassVar[bool] = True
    key_type: ClassVar[type[Key]] = Key
    frame: Frame

    def __init_subclass__(cls) -> None:
        """Read off the folder which view the plot belongs to; have its texts spoken."""
        super().__init_subclass__()
        for name in SPOKEN & vars(cls).keys():
            setattr(cls, name, Spoken(vars(cls)[name]))
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
        self.key = self.key_type(style)

    @classmethod
    def cache_key(cls, parameters: Parameters) -> tuple[object, ...]:
        """Return what the summary of all draws depends on; equal keys mean equal summaries."""
        names = cls.depends | ({"seed", "draws", "mistake"} if cls.sampled else set())
        return (cls.name, *_values(parameters, names | cls._also(parameters)))

    @classmethod
    def picture_key(cls, parameters: Parameters) -> tuple[object, ...]:
        """Return what the picture depends on besides its summary."""
        return (parameters.mistake, *_values(parameters, cls.shown(parameters)))

    @classmethod
    def shown(cls, parameters: Parameters) -> frozenset[str]:
        """Return the names of the parameters that the plot depends on, sums or picture.

        A mistake may bring t into the scores, and so into every plot of draws.
        """
        used = (cls.depends | cls.shows).difference(cls.unused(parameters))
        return used | cls._also(parameters)

    @classmethod
    def _also(cls, parameters: Parameters) -> frozenset[str]:
        by_t = (cls.sampled and parameters.mistake.scores_depend_on_t) or cls.follows_t(parameters)
        return frozenset({"temperature"} if by_t else ())

    @staticmethod
    def follows_t(parameters: Parameters) -> bool:
        """Return whether the sums depend on t at these parameters, where they may or may not."""
        return False

    @staticmethod
    def unused(parameters: Parameters) -> Collection[str]:
        """Return the names of what makes no difference here, such as m where nothing takes m."""
        return ()

    @classmethod
    def used_controls(cls, parameters: Parameters) -> Collection[str]:
        """Return which of the controls make a difference; the others are hidden meanwhile."""
        return [name for name in cls.controls if name not in cls.unused(parameters)]

    @staticmethod
    def summarise(chunk: Chunk) -> Any:
        """Return the summary of a chunk; sampled plots have it. Pure; NumPy only; any thread."""
        raise TypeError(f"there is no summary of {chunk}: the plot needs no draws.")

    @staticmethod
    def prepare(summary: Any, parameters: Parameters) -> None:
        """Compute and cache what is slow and not a sum. Pure; NumPy only; any thread."""
        return

    @abstractmethod
    def build_items(self) -> None:
        """Create the graphics items in ``self.frame``, once."""

    @abstractmethod
    def draw(self, summary: Any, parameters: Parameters) -> None:
        """Show a summary of draws of these parameters in the items that were built."""

    def show_selection(self, selection: Selection | None, *, marked: bool = True) -> None:
        """Show the selected draw, or none, in what was drawn, and what its mark is in the key.

        Args:
            selection: of the parameters that were drawn.
            marked: whether the plot also marks it; if not, it only shows what there is of it.
        """
        self.follow(selection)
        glyph = self.mark(selection if marked else None)
        self.key.set_mark(glyph, tr("draw {n}", n=count(selection.number)) if selection else "")

    def follow(self, selection: Selection | None) -> None:  # noqa: B027 (not every plot does)
        """Show the selected draw itself or the draws around it, without a mark; or the first."""

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Mark the selected draw, or none; return the sign of its mark, if it has one."""
        return None

    def pick(self, x: float, y: float, reach: tuple[float, float]) -> int | None:
        """Return the number of the draw that is shown at a place, if there is one.

        Args:
            x: the place, in the coordinates of the axes of the first pane.
            y: the place upwards.
            reach: how far beside it a small thing still counts, in the same coordinates.
        """
        return None

    def can_drag(self, x: float, y: float, reach: tuple[float, float]) -> bool:
        """Return whether something at this place can be dragged; arguments as for ``pick``."""
        return False

    def marks(self) -> ArrayLike:
        """Return the places (2, n) of what can be dragged, in the axes of the first pane."""
        return ()

    def drag_to(self, x: float, y: float) -> Mapping[int, float] | None:
        """Return the shares of classes, by class, that dragging it to a place means.

        One class alone is given that probability; the others keep their proportions.

        Args:
            x: the place, in the coordinates of the axes of the first pane; it may lie beyond them.
            y: the place upwards.
        """
        return None

    def end_drag(self) -> None:  # noqa: B027 (most plots have nothing to end)
        """Let go of what was dragged; the plot is drawn anew afterwards."""

    @abstractmethod
    def caption(self, summary: Any, parameters: Parameters) -> str:
        """Return one or two sentences on what the picture shows, with its numbers."""

    def table(
        self, summary: Any, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return what the picture shows; every number of the caption is in a column or a quantity.

        A plot that does not say them has an empty table.

        Args:
            summary: as for ``draw``.
            parameters: as for ``draw``.
            selection: the selected draw, if one is; a plot that shows it has it in the table, too.
        """
        return Table(())

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return where the picture shows the rows of its table; what is later is on top.

        Args:
            table: of what was drawn.
            parameters: as for ``draw``.
        """
        return ()

    def heading(self, summary: Any, parameters: Parameters) -> str:
        """Return the title, with live numbers where the plot has any."""
        names = [name for _, name, _, _ in Formatter().parse(self.live_title) if name]
        numbers = {name: number(getattr(parameters, name)) for name in names}
        return tr(self.live_title, **numbers) if numbers else self.title

    def build(self, frame: Frame) -> None:
        """Fill an empty frame with this plot's key and items."""
        self.frame = frame
        frame.add_key(self.key)
        self.build_items()

    def labels(self, classes: int) -> tuple[str, ...]:
        """Return the K class labels, default ones where none are given."""
        unnamed = default_labels(classes)[len(self._labels) :]
        return spoken_labels(self._labels[:classes] + unnamed)

    def drawn_columns(
        self, selection: Selection | None, **names: str
    ) -> tuple[tuple[Column, ...], ...]:
        """Return the rows of a table with the numbers of the selected draw, if one is.

        Args:
            selection: the draw.
            names: attributes of it, by names of columns.
        """
        if selection is None:
            return ()
        classes = self.class_columns(len(selection.noise))
        n = count(selection.number)
        values = {name: getattr(selection, each) for name, each in names.items()}
        columns = (
            Column(name, each, tr("{what} of draw {n}", what=SYMBOLS.get(name, name), n=n))
            for name, each in values.items()
        )
        return ((*classes, *columns),)

    def class_columns(self, classes: int) -> tuple[Column, ...]:
        """Return the columns of a table with a row per class that say which class it is."""
        labels, index = self.labels(classes), Column("class", np.arange(classes), tr("class"))
        return (index,) if is_unnamed(labels) else (index, Column("label", labels))
