"""Rendering without a window: from parameters to the content of a figure, and to its file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.figures.figure import Content, check_family
from gumbel_gui.figures.formats import check_resolution
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.names import files_of
from gumbel_gui.figures.saving import check_target, format_of, save_all
from gumbel_gui.plots import plot_type


def content_of(
    parameters: Parameters,
    plots: Sequence[str],
    labels: tuple[str, ...] = (),
    options: frozenset[str] = frozenset(),
) -> Content:
    """Draw all draws of these parameters, and return the content of a figure of these plots."""
    kinds = {name: plot_type(name) for name in plots}
    sampled = {name: kind.summarise for name, kind in kinds.items() if kind.sampled}
    summaries: dict[str, Any] = dict.fromkeys(plots)
    if sampled:
        with Engine() as engine:
            summaries |= engine.summarise(parameters, sampled)
    return Content(parameters, summaries, labels, options, selection=select(parameters))


def render(
    outputs: Sequence[Path],
    parameters: Parameters,
    plots: Sequence[str],
    layout: Layout,
    dpi: int,
    labels: tuple[str, ...] = (),
    options: frozenset[str] = frozenset(),
) -> None:
    """Draw the plots of these parameters into files; needs a QApplication, but no display.

    Each of the outputs holds all plots, or, with ``{plot}`` in its name, stands for a file for each
    plot; all draws are drawn once.

    Raises:
        ExportError: if a figure cannot be made or written, in one sentence.
    """
    files = [pair for output in outputs for pair in files_of(output, plots)]
    check_family(layout.family)
    for path, _ in files:
        check_target(path)
        check_resolution(layout, dpi, image=format_of(path).uses_dpi)
    content = content_of(parameters, plots, labels, options)
    save_all([(path, content.of(names)) for path, names in files], layout, dpi)
