"""Rendering without a window: from parameters to the content of a figure, and to its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from gumbel_gui.core.engine import Engine, Summarise
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.figures.figure import Content, check_fonts
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
    **others: Any,
) -> Content:
    """Draw all draws of these parameters, and return the content of a figure of these plots.

    Args:
        parameters: what is drawn.
        plots: their names.
        labels: as in ``Content``, and so are the options.
        options: of the plots.
        others: of ``Content``, besides the summaries and the selected draw.
    """
    selection = select(parameters)
    content = Content(
        parameters, dict.fromkeys(plots), labels, options, selection=selection, **others
    )
    groups: dict[Parameters, dict[str, Summarise]] = {}
    for name in plots:
        if (kind := plot_type(name)).sampled:
            groups.setdefault(content.parameters_of(name), {})[name] = kind.summarise
    summaries: dict[str, Any] = dict.fromkeys(plots)
    if groups:
        with Engine() as engine:
            for shown, sampled in groups.items():
                summaries |= engine.summarise(shown, sampled)
    return replace(content, summaries=summaries)


def render(
    outputs: Sequence[Path],
    parameters: Parameters,
    plots: Sequence[str],
    layout: Layout,
    dpi: int,
    **others: Any,
) -> None:
    """Draw the plots of these parameters into files; needs a QApplication, but no display.

    Args:
        outputs: each holds all plots, or, with ``{plot}`` in its name, stands for a file for each
            plot; all draws are drawn once.
        parameters: as for ``content_of``, and so are the plots and the others.
        plots: in their order.
        layout: of each file.
        dpi: of images.
        others: such as labels and options.

    Raises:
        ExportError: if a figure cannot be made or written, in one sentence.
    """
    files = [pair for output in outputs for pair in files_of(output, plots)]
    check_fonts(layout)
    for path, _ in files:
        check_target(path)
        check_resolution(layout, dpi, image=format_of(path).uses_dpi)
    content = content_of(parameters, plots, **others)
    save_all([(path, content.of(names)) for path, names in files], layout, dpi)
