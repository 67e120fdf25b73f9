"""From parameters to a file without any window: the command line's way through the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.figures.figure import Content, Layout
from gumbel_gui.figures.formats import check_resolution
from gumbel_gui.figures.saving import check_target, save
from gumbel_gui.plots import plot_type


def render(
    path: Path,
    parameters: Parameters,
    plots: Sequence[str],
    layout: Layout,
    dpi: int,
    labels: tuple[str, ...] = (),
    options: frozenset[str] = frozenset(),
) -> None:
    """Draw the plots of these parameters into a file; needs a QApplication, but no display.

    Raises:
        ExportError: if the figure cannot be made or written, in one sentence.
    """
    check_target(path)
    check_resolution(layout, dpi)
    kinds = {name: plot_type(name) for name in plots}
    sampled = {name: kind.summarise for name, kind in kinds.items() if kind.sampled}
    summaries: dict[str, Any] = dict.fromkeys(plots)
    if sampled:
        with Engine() as engine:
            summaries |= engine.summarise(parameters, sampled)
    content = Content(parameters, summaries, labels, options, selection=select(parameters))
    save(path, content, layout, dpi)
