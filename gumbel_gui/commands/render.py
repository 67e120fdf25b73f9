"""The command ``render``: plots into a file, with no display."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gumbel_gui.commands.base import Commands, Parser, saving
from gumbel_gui.commands.figure import add_figure, given_content
from gumbel_gui.commands.look import FIRST_VIEW, given, given_layout
from gumbel_gui.commands.parameters import add_parameters, given_experiment
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
    add_figure(render, FIRST_VIEW, PRESET, *LOOK.values())
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


def _look(
    options: argparse.Namespace, plots: int, figure: FigureSpec | None = None
) -> tuple[Layout, int]:
    """Return layout and dpi: those of a figure to start from or of the preset, and what is given.

    Args:
        options: given on the command line.
        plots: how many a figure has.
        figure: to start from, if no preset is given.
    """
    purpose = given(options, PRESET, PRESET.default)
    preset = PRESETS[PRESET.kind.check(PRESET.option, purpose, None)]
    layout, dpi = preset.layout_of(plots), preset.dpi
    if figure is not None and options.preset is None:
        layout, dpi = figure.layout, figure.dpi or dpi
    return given_layout(options, layout), given(options, DPI, dpi)


def _render(options: argparse.Namespace) -> None:
    experiment = given_experiment(options)
    from gumbel_gui.figures.names import EACH
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.rendering import render

    start = experiment.figure
    what = given_content(options, experiment)
    each = any(EACH in name for name in options.output)
    layout, dpi = _look(options, 1 if each else len(what["plots"]), start)
    what |= {
        "layout": layout,
        "dpi": dpi,
        "counts": start.counts if start and options.draws is None else {},
        "locks": experiment.locks,
        "view": experiment.view,
    }
    with saving(experiment.parameters.classes), application():
        render([*map(Path, options.output)], **what)
