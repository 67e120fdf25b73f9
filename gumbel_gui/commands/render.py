"""The command ``render``: plots into a file, with no display."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gumbel_gui.commands.base import Commands, Parser, UsageError
from gumbel_gui.commands.look import (
    FIRST_VIEW,
    add_declared,
    add_plots,
    given,
    given_layout,
    given_plots,
)
from gumbel_gui.commands.parameters import add_parameters, given_experiment
from gumbel_gui.commands.words import add_words, given_labels, given_switches
from gumbel_gui.core.memory import shortage
from gumbel_gui.figures.layout import DPI, LOOK, Layout
from gumbel_gui.figures.presets import PRESET, PRESETS
from gumbel_gui.language import tr

if TYPE_CHECKING:
    from gumbel_gui.figures.experiments.experiment import FigureSpec


def add(commands: Commands) -> None:
    """Add the command."""
    render = commands.add_parser("render", help=tr("draw plots into a file, with no display"))
    render.set_defaults(command=_render)
    _add_figure(render)
    add_parameters(render)


def _add_figure(render: Parser) -> None:
    """Add the options of the figure and its files."""
    add_plots(render, FIRST_VIEW)
    add_declared(render, PRESET, *LOOK.values())
    add_words(render)
    # Who names a file on the command line means it; the window, which proposes names, asks.
    render.add_argument(
        "--output",
        required=True,
        action="append",
        metavar="FILE",
        help=tr(
            ".png, .svg or .pdf; replaced if it exists; {plot} in it makes a file for each plot; "
            "may be given several times"
        ),
    )


def _look(options: argparse.Namespace, figure: FigureSpec | None = None) -> tuple[Layout, int]:
    """Return layout and dpi: those of a figure to start from or of the preset, and what is given.

    Args:
        options: given on the command line.
        figure: to start from, if no preset is given.
    """
    purpose = given(options, PRESET, PRESET.default)
    preset = PRESETS[PRESET.kind.check(PRESET.option, purpose, None)]
    layout, dpi = preset.layout, preset.dpi
    if figure is not None and options.preset is None:
        layout, dpi = figure.layout, figure.dpi or dpi
    return given_layout(options, layout), given(options, DPI, dpi)


def _render(options: argparse.Namespace) -> None:
    experiment = given_experiment(options)
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.rendering import render

    start = experiment.figure
    layout, dpi = _look(options, start)
    named = given_plots(options.plots or "")
    what: dict[str, Any] = {
        "parameters": experiment.parameters,
        "plots": named or (start.plots if start else given_plots(experiment.view or FIRST_VIEW)),
        "layout": layout,
        "dpi": dpi,
        "labels": given_labels(options, experiment),
        "options": given_switches(options, experiment),
        "counts": start.counts if start and options.draws is None else {},
        "locks": experiment.locks,
        "view": experiment.view,
    }
    try:
        with application():
            render([*map(Path, options.output)], **what)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except MemoryError as error:
        raise UsageError(shortage(error, experiment.parameters.classes)) from error
