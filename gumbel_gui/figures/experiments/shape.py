"""Experiment: everything that an experiment file or a figure says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.layout import Layout
from gumbel_gui.plots.words.text import clean_label, default_labels

ENDING = ".gumbel.json"


@dataclass(frozen=True)
class FigureSpec:
    """What makes a figure of an experiment.

    Attributes:
        plots: their names, at least one, in the order in which they are shown.
        layout: size and look.
        dpi: of an image; None if the file does not depend on it.
        counts: the number of draws of a plot, by its name, where it is not that of the parameters.
    """

    plots: tuple[str, ...]
    layout: Layout = field(default_factory=Layout)
    dpi: int | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Experiment:
    """Everything that a file of ours says.

    Two that mean the same are equal: default labels are as none, and so are locks that are all off.

    Attributes:
        parameters: p, t and all others.
        labels: of all K classes, or none if they are the default ones.
        locks: of all K classes against being moved by the others, or none if none is.
        options: of the plots that are on, as ``"plot.option"``.
        view: that is looked at, a key of ``VIEWS``; empty if not known.
        figure: in a figure, and only there.

    Raises:
        ValueError: for another number of labels or locks than of classes.
    """

    parameters: Parameters
    labels: tuple[str, ...] = ()
    locks: tuple[bool, ...] = ()
    options: frozenset[str] = frozenset()
    view: str = ""
    figure: FigureSpec | None = None

    def __post_init__(self) -> None:
        classes = self.parameters.classes
        for name in ("labels", "locks"):
            if len(getattr(self, name)) not in (0, classes):
                raise ValueError(f"{name} must be {classes}, as many as there are classes.")
        labels = tuple(map(clean_label, self.labels))
        object.__setattr__(self, "labels", () if labels == default_labels(classes) else labels)
        object.__setattr__(self, "locks", self.locks if any(self.locks) else ())


def experiment_of(content: Content, layout: Layout, dpi: int | None) -> Experiment:
    """Return what makes a figure of a content."""
    classes, plots = content.parameters.classes, tuple(content.summaries)
    counts = {name: content.parameters_of(name).draws for name in plots}
    return Experiment(
        content.parameters,
        (content.labels + default_labels(classes)[len(content.labels) :])[:classes],
        content.locks,
        content.options,
        content.view,
        FigureSpec(
            plots, layout, dpi, {k: n for k, n in counts.items() if n != content.parameters.draws}
        ),
    )
