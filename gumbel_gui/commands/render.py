"""The command ``render``: plots into a file, with no display."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from gumbel_gui.commands.base import Commands, Parser, UsageError, check_qt, chosen
from gumbel_gui.commands.parameters import add_parameters, given_parameters
from gumbel_gui.core.kinds import Flag
from gumbel_gui.core.memory import shortage
from gumbel_gui.core.parameters import Declaration
from gumbel_gui.figures.layout import DPI, LAYOUT, Layout, word

FIRST_VIEW = "sample"
"""Plots of this view are drawn if none are named."""


def add(commands: Commands) -> None:
    """Add the command."""
    render = commands.add_parser("render", help="draw plots into a file, with no display")
    render.set_defaults(command=_render)
    _add_figure(render)
    add_parameters(render)


def _add_figure(render: Parser) -> None:
    """Add the options of the figure and its file."""
    render.add_argument("--plots", default="", metavar="NAMES", help="a,b,c,… (the Sample view)")
    for each in (*list(LAYOUT.values())[:2], DPI, *list(LAYOUT.values())[2:]):
        if isinstance(each.kind, Flag):
            leave = "leave out: " * each.default
            render.add_argument(word(each), action="store_true", help=leave + each.words)
        else:
            words = "; ".join(filter(None, (each.words, each.note)))
            default = each.kind.write(each.default)
            words += f": {each.kind.allowed()}" + f" ({default})" * bool(default)
            metavar = each.symbol.upper() or each.option.upper()
            render.add_argument(f"--{each.option}", metavar=metavar, help=words)
    render.add_argument(
        "--label", action="append", default=[], help="name of a class; once per class, in order"
    )
    render.add_argument("--options", default="", help="such as noise_histogram.cdf")
    # Who names a file on the command line means it; the window, which proposes names, asks.
    render.add_argument(
        "--output", required=True, metavar="FILE", help=".png, .svg or .pdf; replaced if it exists"
    )


def _given(options: argparse.Namespace, each: Declaration) -> Any:
    """Return the value of a declared option; the default if it is not given."""
    if isinstance(each.kind, Flag):
        return getattr(options, word(each).removeprefix("--").replace("-", "_")) != each.default
    given = getattr(options, each.option)
    return each.default if given is None else each.parse(given)


def _render(options: argparse.Namespace) -> None:
    parameters = given_parameters(options)
    layout = Layout(**{name: _given(options, each) for name, each in LAYOUT.items()})
    dpi = _given(options, DPI)
    labels = tuple(options.label)
    if len(labels) > parameters.classes:
        raise UsageError(f"There are {len(labels)} labels, but at most {parameters.classes} fit.")
    check_qt()
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.rendering import render
    from gumbel_gui.plots import plot_types, plots_of

    plots, kinds = chosen("plots", options.plots, list(plot_types())), plot_types().items()
    known = [f"{name}.{option}" for name, kind in kinds for option in kind.option_names]
    switches = frozenset(chosen("options", options.options, known))
    try:
        with application():
            plots = plots or list(plots_of(FIRST_VIEW))
            render(Path(options.output), parameters, plots, layout, dpi, labels, switches)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except MemoryError as error:
        raise UsageError(shortage(error, parameters.classes)) from error
