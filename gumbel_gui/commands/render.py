"""The command ``render``: plots into a file, with no display."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from gumbel_gui.commands.base import Commands, Parser, UsageError, chosen
from gumbel_gui.commands.parameters import add_parameters, given_experiment
from gumbel_gui.commands.words import add_words, given_labels, given_switches
from gumbel_gui.core.kinds import Flag
from gumbel_gui.core.memory import shortage
from gumbel_gui.core.parameters import Declaration
from gumbel_gui.figures.layout import DPI, LAYOUT, Layout

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
    render.add_argument("--plots", metavar="NAMES", help="a,b,c,… (the Sample view)")
    for each in (*list(LAYOUT.values())[:2], DPI, *list(LAYOUT.values())[2:]):
        if isinstance(each.kind, Flag):
            words = each.words + (" (yes)" if each.default else " (no)")
            render.add_argument(
                f"--{each.option}", action=argparse.BooleanOptionalAction, help=words
            )
        else:
            words = "; ".join(filter(None, (each.words, each.note)))
            default = each.kind.write(each.default)
            words += f": {each.kind.allowed()}" + f" ({default})" * bool(default)
            metavar = each.symbol.upper() or each.option.upper()
            render.add_argument(f"--{each.option}", metavar=metavar, help=words)
    add_words(render)
    # Who names a file on the command line means it; the window, which proposes names, asks.
    render.add_argument(
        "--output", required=True, metavar="FILE", help=".png, .svg or .pdf; replaced if it exists"
    )


def _given(options: argparse.Namespace, each: Declaration, start: Any) -> Any:
    """Return the value of a declared option; ``start`` if it is not given."""
    given = getattr(options, each.option)
    if given is None:
        return start
    return each.parse(given) if isinstance(given, str) else given


def _render(options: argparse.Namespace) -> None:
    experiment = given_experiment(options)
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.figures.experiments.experiment import FigureSpec
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.rendering import render
    from gumbel_gui.plots import plots_of

    start = experiment.figure or FigureSpec(tuple(plots_of(experiment.view or FIRST_VIEW)))
    looks = {
        name: _given(options, each, getattr(start.layout, name)) for name, each in LAYOUT.items()
    }
    what = {
        "parameters": experiment.parameters,
        "plots": _plots(options.plots) or start.plots,
        "layout": Layout(**looks),
        "dpi": _given(options, DPI, start.dpi or DPI.default),
        "labels": given_labels(options, experiment),
        "options": given_switches(options, experiment),
        "counts": start.counts if options.draws is None else {},
        "locks": experiment.locks,
        "view": experiment.view,
    }
    try:
        with application():
            render(Path(options.output), **what)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except MemoryError as error:
        raise UsageError(shortage(error, experiment.parameters.classes)) from error


def _plots(named: str | None) -> list[str]:
    from gumbel_gui.plots import plot_types

    return chosen("plots", named, list(plot_types())) if named else []
