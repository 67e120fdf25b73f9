"""The command ``render``: plots into a file, with no display."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gumbel_gui.commands.base import Commands, Parser, UsageError, chosen
from gumbel_gui.commands.parameters import add_parameters, given_experiment
from gumbel_gui.commands.words import add_words, given_labels, given_switches
from gumbel_gui.core.kinds import Flag
from gumbel_gui.core.memory import shortage
from gumbel_gui.core.parameters import Declaration
from gumbel_gui.figures.layout import DPI, LAYOUT, Layout
from gumbel_gui.figures.presets import PRESET, PRESETS

if TYPE_CHECKING:
    from gumbel_gui.figures.experiments.experiment import FigureSpec

FIRST_VIEW = "sample"
"""Plots of this view are drawn if none are named."""
ALL = "all"


def add(commands: Commands) -> None:
    """Add the command."""
    render = commands.add_parser("render", help="draw plots into a file, with no display")
    render.set_defaults(command=_render)
    _add_figure(render)
    add_parameters(render)


def _add_figure(render: Parser) -> None:
    """Add the options of the figure and its files."""
    render.add_argument(
        "--plots",
        metavar="NAMES",
        help=f"a,b,c,…; a view for all of its plots, {ALL} for those of all views (sample)",
    )
    for each in (PRESET, *LAYOUT.values(), DPI):
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
        "--output",
        required=True,
        action="append",
        metavar="FILE",
        help=".png, .svg or .pdf; replaced if it exists; {plot} in it makes a file for each plot; "
        "may be given several times",
    )


def _look(options: argparse.Namespace, figure: FigureSpec | None = None) -> tuple[Layout, int]:
    """Return layout and dpi: those of a figure to start from or of the preset, and what is given.

    Args:
        options: given on the command line.
        figure: to start from, if no preset is given.
    """

    def given(each: Declaration, start: Any) -> Any:
        value = getattr(options, each.option)
        return each.parse(value) if isinstance(value, str) else start if value is None else value

    purpose = PRESET.kind.check(PRESET.option, given(PRESET, PRESET.default), None)
    layout, dpi = PRESETS[purpose].layout, PRESETS[purpose].dpi
    if figure is not None and options.preset is None:
        layout, dpi = figure.layout, figure.dpi or dpi
    looks = {name: given(each, getattr(layout, name)) for name, each in LAYOUT.items()}
    return Layout(**looks), given(DPI, dpi)


def _render(options: argparse.Namespace) -> None:
    experiment = given_experiment(options)
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.rendering import render

    start = experiment.figure
    layout, dpi = _look(options, start)
    named = _plots(options.plots or "")
    what: dict[str, Any] = {
        "parameters": experiment.parameters,
        "plots": named or (start.plots if start else _plots(experiment.view or FIRST_VIEW)),
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


def _plots(text: str) -> list[str]:
    """Return the names of plots in a text, in which views stand for all of theirs.

    Only what is named is imported: all views take as long as a figure.
    """
    from gumbel_gui.plots import plot_type, plot_types, plots_of
    from gumbel_gui.plots.base import VIEWS

    found: list[str] = []
    for name in filter(None, map(str.strip, text.split(","))):
        if name == ALL or name in VIEWS:
            found += plot_types() if name == ALL else plots_of(name)
            continue
        try:
            found.append(plot_type(name).name)
        except KeyError:
            chosen("plots", name, [*plot_types(), *VIEWS, ALL])
    return list(dict.fromkeys(found))
