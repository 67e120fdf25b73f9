"""Rendering without a window: from parameters to the content of a figure, and to its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from gumbel_gui.core.engine import Engine, Summarise
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.figures.errors import CancelledError
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
    content = Content(parameters, {}, labels, options, selection=selection, **others)
    return completed(content, plots)


def completed(
    content: Content, plots: Sequence[str], proceed: Callable[[float], bool] = lambda _: True
) -> Content:
    """Return a content with these plots, of which those that it does not have are drawn.

    Args:
        content: to begin with.
        plots: their names, in the order that they get.
        proceed: is told again and again what share is drawn; returns whether to go on.

    Raises:
        CancelledError: if it was not to go on.
    """
    known = content.summaries
    groups: dict[Parameters, dict[str, Summarise]] = {}
    for name in plots:
        if (kind := plot_type(name)).sampled and name not in known:
            groups.setdefault(content.parameters_of(name), {})[name] = kind.summarise
    summaries = {name: known.get(name) for name in plots}
    done, whole = 0, sum(parameters.draws for parameters in groups)
    if groups:
        with Engine() as engine:
            for parameters, sampled in groups.items():
                found: dict[str, Any] = {}
                for progress in engine.accumulate(parameters, sampled, every=0.1):
                    if not proceed((done + progress.done) / whole):
                        raise CancelledError
                    found = progress.summaries
                summaries |= found
                done += parameters.draws
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
